package matrix

import "fmt"

// A Kernel is one of the implementations of the products and activations. All give the same bits.
type Kernel uint8

// The kernels. Plain is Go alone and the reference of the others.
const (
	Plain  Kernel = iota
	NEON          // arm64 with the dot product instructions of ARMv8.2
	AVX2          // amd64 with AVX2
	AVX512        // amd64 with AVX-512 F, BW, VL and VNNI
	kernels
)

// String is the name of the kernel.
func (k Kernel) String() string {
	switch k {
	case Plain:
		return "plain Go"
	case NEON:
		return "NEON"
	case AVX2:
		return "AVX2"
	case AVX512:
		return "AVX-512 VNNI"
	}
	return fmt.Sprintf("kernel %d", uint8(k))
}

// Usable reports whether the processor and this build have the kernel.
func (k Kernel) Usable() bool { return k == Plain || usable(k) }

// Usable lists the kernels that can run here, the fastest first; the last is Plain.
func Usable() []Kernel {
	var list []Kernel
	for k := kernels; k > 0; k-- {
		if (k - 1).Usable() {
			list = append(list, k-1)
		}
	}
	return list
}

// Best is the fastest kernel that can run here.
func Best() Kernel { return Usable()[0] }
