package matrix

import "math"

// magic added to a float32 within 2^22 rounds it to the nearest integer, halves to the even one, and leaves that in
// the low bits.
const magic = 12582912

// round gives the nearest integer, of two the even one, for |x| < 2^22.
func round(x float32) int32 {
	return int32(math.Float32bits(float32(x+magic))) - 0x4B400000
}

// HiddenZero and HiddenStep say what the bytes of an LSTM's output mean: (byte - HiddenZero) * HiddenStep.
const (
	HiddenZero = 128
	HiddenStep = 1.0 / hiddenScale

	hiddenScale = 127
)

// Cell does one step of an LSTM of len(c) cells (a multiple of 16) for one word. z holds the integer sums of input,
// forget and output gate and candidate; times scale and plus bias they are the arguments of the gates. c is the cell,
// which is changed, h takes the output.
func Cell(k Kernel, z []int32, scale, bias, c []float32, h []uint8) {
	n := len(c)
	z, scale, bias, h = z[:4*n], scale[:4*n], bias[:4*n], h[:n]
	if n == 0 || cellFast(k, z, scale, bias, c, h) {
		return
	}
	gate := func(i int) float32 { return float32(float32(z[i])*scale[i]) + bias[i] }
	for i := range c {
		in, forget, out := sigmoid(gate(i)), sigmoid(gate(n+i)), sigmoid(gate(2*n+i))
		v := float32(forget*c[i]) + float32(in*tanh(gate(3*n+i)))
		c[i] = v
		h[i] = uint8(round(float32(float32(out*tanh(v))*hiddenScale)) + HiddenZero)
	}
}

// Affine sets out[i] to z[i] times scale[i] plus bias[i], and values below zero to slope times that. The lengths are
// len(out), a multiple of 16.
func Affine(k Kernel, out []float32, z []int32, scale, bias []float32, slope float32) {
	n := len(out)
	z, scale, bias = z[:n], scale[:n], bias[:n]
	if n == 0 || affineFast(k, out, z, scale, bias, slope) {
		return
	}
	for i := range out {
		v := float32(float32(z[i])*scale[i]) + bias[i]
		if v < 0 {
			v = float32(v * slope)
		}
		out[i] = v
	}
}

// Quantise sets q[i] to the integer nearest to x[i] times inverse plus zero, held within 0 and 255; a NaN gives 255.
// The lengths are len(x), a multiple of 16.
func Quantise(k Kernel, q []uint8, x []float32, inverse, zero float32) {
	q = q[:len(x)]
	if len(x) == 0 || quantiseFast(k, q, x, inverse, zero) {
		return
	}
	for i, v := range x {
		v = float32(v*inverse) + zero
		if !(v < 255) {
			v = 255
		}
		if !(v > 0) {
			v = 0
		}
		q[i] = uint8(round(v))
	}
}
