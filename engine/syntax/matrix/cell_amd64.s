//go:build amd64 && !purego

#include "textflag.h"

DATA  ·consts+0(SB)/4, $0x409f0a3d // 4.97
DATA  ·consts+4(SB)/4, $0xc09f0a3d // -4.97
DATA  ·consts+8(SB)/4, $0x4803f7c0 // 135135
DATA  ·consts+12(SB)/4, $0x46875a00 // 17325
DATA  ·consts+16(SB)/4, $0x43bd0000 // 378
DATA  ·consts+20(SB)/4, $0x4773a200 // 62370
DATA  ·consts+24(SB)/4, $0x4544e000 // 3150
DATA  ·consts+28(SB)/4, $0x41e00000 // 28
DATA  ·consts+32(SB)/4, $0x3f000000 // 0.5
DATA  ·consts+36(SB)/4, $0x42fe0000 // 127: hiddenScale
DATA  ·consts+40(SB)/4, $0x00000080 // 128: HiddenZero, an integer
DATA  ·consts+44(SB)/4, $0x437f0000 // 255
GLOBL ·consts(SB), RODATA|NOPTR, $48

#define LOADCONSTS \
	VBROADCASTSS ·consts+0(SB), Y7 \
	VBROADCASTSS ·consts+4(SB), Y8 \
	VBROADCASTSS ·consts+8(SB), Y9 \
	VBROADCASTSS ·consts+12(SB), Y10 \
	VBROADCASTSS ·consts+16(SB), Y11 \
	VBROADCASTSS ·consts+20(SB), Y12 \
	VBROADCASTSS ·consts+24(SB), Y13 \
	VBROADCASTSS ·consts+28(SB), Y14 \
	VBROADCASTSS ·consts+32(SB), Y15

// Y0 to tanh(Y0); uses Y1 to Y4.
#define TANH \
	VMINPS Y7, Y0, Y0 \
	VMAXPS Y8, Y0, Y0 \
	VMULPS Y0, Y0, Y1 \
	VADDPS Y1, Y11, Y2 \
	VMULPS Y2, Y1, Y2 \
	VADDPS Y2, Y10, Y2 \
	VMULPS Y2, Y1, Y2 \
	VADDPS Y2, Y9, Y2 \
	VMULPS Y2, Y0, Y2 \
	VMULPS Y14, Y1, Y3 \
	VADDPS Y3, Y13, Y3 \
	VMULPS Y3, Y1, Y3 \
	VADDPS Y3, Y12, Y3 \
	VMULPS Y3, Y1, Y3 \
	VADDPS Y3, Y9, Y3 \
	VDIVPS Y3, Y2, Y0

// func tanhBlocks(x *float32, blocks int)
TEXT ·tanhBlocks(SB), NOSPLIT, $0-16
	MOVQ x+0(FP), SI
	MOVQ blocks+8(FP), CX
	LOADCONSTS
tanhLoop:
	VMOVUPS (SI), Y0
	TANH
	VMOVUPS Y0, (SI)
	ADDQ $32, SI
	DECQ CX
	JNZ tanhLoop
	VZEROUPPER
	RET

// func sigmoidBlocks(x *float32, blocks int)
TEXT ·sigmoidBlocks(SB), NOSPLIT, $0-16
	MOVQ x+0(FP), SI
	MOVQ blocks+8(FP), CX
	LOADCONSTS
sigmoidLoop:
	VMULPS (SI), Y15, Y0
	TANH
	VMULPS Y0, Y15, Y0
	VADDPS Y0, Y15, Y0
	VMOVUPS Y0, (SI)
	ADDQ $32, SI
	DECQ CX
	JNZ sigmoidLoop
	VZEROUPPER
	RET

// Y0 to the logistic function of Y0.
#define SIGMOID \
	VMULPS Y0, Y15, Y0 \
	TANH \
	VMULPS Y0, Y15, Y0 \
	VADDPS Y0, Y15, Y0

// Y0 = float32(z) * scale + bias of a gate; the pointers move with SI.
#define GATE(z, scale, bias) \
	VCVTDQ2PS (z)(SI*4), Y0 \
	VMULPS (scale)(SI*4), Y0, Y0 \
	VADDPS (bias)(SI*4), Y0, Y0

// func cellBlocks(n int, z *int32, scale, bias, c *float32, h *uint8)
// Eight cells at a time; n is a multiple of eight.
TEXT ·cellBlocks(SB), NOSPLIT, $0-48
	MOVQ n+0(FP), CX
	MOVQ z+8(FP), R8
	MOVQ scale+16(FP), R9
	MOVQ bias+24(FP), R10
	MOVQ c+32(FP), DX
	MOVQ h+40(FP), DI
	LOADCONSTS
	LEAQ (CX)(CX*2), BX // candidate: 3n further
	XORQ R11, R11
	MOVQ CX, AX
cellLoop:
	MOVQ R11, SI
	GATE(R8, R9, R10)
	SIGMOID
	VMOVAPS Y0, Y5
	LEAQ (R11)(BX*1), SI
	GATE(R8, R9, R10)
	TANH
	VMULPS Y0, Y5, Y5
	LEAQ (R11)(AX*1), SI
	GATE(R8, R9, R10)
	SIGMOID
	VMULPS (DX)(R11*4), Y0, Y0
	VADDPS Y5, Y0, Y5
	VMOVUPS Y5, (DX)(R11*4)
	LEAQ (R11)(AX*2), SI
	GATE(R8, R9, R10)
	SIGMOID
	VMOVAPS Y0, Y6
	VMOVAPS Y5, Y0
	TANH
	VMULPS Y6, Y0, Y0
	VBROADCASTSS ·consts+36(SB), Y1
	VMULPS Y1, Y0, Y0
	VCVTPS2DQ Y0, Y0
	VPBROADCASTD ·consts+40(SB), Y1
	VPADDD Y1, Y0, Y0
	VPACKSSDW Y0, Y0, Y0
	VPACKUSWB Y0, Y0, Y0
	VEXTRACTI128 $1, Y0, X1
	VMOVD X0, (DI)(R11*1)
	VMOVD X1, 4(DI)(R11*1)
	ADDQ $8, R11
	CMPQ R11, CX
	JLT cellLoop
	VZEROUPPER
	RET

// func affineBlocks(n int, out *float32, z *int32, scale, bias *float32, slope float32)
TEXT ·affineBlocks(SB), NOSPLIT, $0-44
	MOVQ n+0(FP), CX
	MOVQ out+8(FP), DI
	MOVQ z+16(FP), R8
	MOVQ scale+24(FP), R9
	MOVQ bias+32(FP), R10
	VBROADCASTSS slope+40(FP), Y3
	XORQ SI, SI
affineLoop:
	GATE(R8, R9, R10)
	VMULPS Y3, Y0, Y1
	VBLENDVPS Y0, Y1, Y0, Y0
	VMOVUPS Y0, (DI)(SI*4)
	ADDQ $8, SI
	CMPQ SI, CX
	JLT affineLoop
	VZEROUPPER
	RET

// func quantiseBlocks(n int, q *uint8, x *float32, inverse, zero float32)
TEXT ·quantiseBlocks(SB), NOSPLIT, $0-32
	MOVQ n+0(FP), CX
	MOVQ q+8(FP), DI
	MOVQ x+16(FP), R8
	VBROADCASTSS inverse+24(FP), Y2
	VBROADCASTSS zero+28(FP), Y3
	VBROADCASTSS ·consts+44(SB), Y4
	VXORPS Y5, Y5, Y5
	XORQ SI, SI
quantiseLoop:
	VMULPS (R8)(SI*4), Y2, Y0
	VADDPS Y3, Y0, Y0
	VMINPS Y4, Y0, Y0
	VMAXPS Y5, Y0, Y0
	VCVTPS2DQ Y0, Y0
	VPACKSSDW Y0, Y0, Y0
	VPACKUSWB Y0, Y0, Y0
	VEXTRACTI128 $1, Y0, X1
	VMOVD X0, (DI)(SI*1)
	VMOVD X1, 4(DI)(SI*1)
	ADDQ $8, SI
	CMPQ SI, CX
	JLT quantiseLoop
	VZEROUPPER
	RET
