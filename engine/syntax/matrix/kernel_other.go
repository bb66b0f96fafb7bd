//go:build (!amd64 && !arm64) || purego

package matrix

func usable(Kernel) bool { return false }

func int8Fast(Kernel, *Int8, []int32, int, []uint8, int, int, bool) bool        { return false }
func mulAddFast(Kernel, *Packed, []float32, int, []float32, int, int) bool      { return false }
func cellFast(Kernel, []int32, []float32, []float32, []float32, []uint8) bool   { return false }
func affineFast(Kernel, []float32, []int32, []float32, []float32, float32) bool { return false }
func quantiseFast(Kernel, []uint8, []float32, float32, float32) bool            { return false }
func tanhFast([]float32) int                                                    { return 0 }
func sigmoidFast([]float32) int                                                 { return 0 }
