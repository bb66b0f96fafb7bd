//go:build amd64 && !purego

#include "textflag.h"

// One term of a product: acc += bcast * mem, multiply and add rounded apart.
#define TERM(mem, bcast, tmp, acc) \
	VMULPS mem, bcast, tmp \
	VADDPS tmp, acc, acc

// func mulRow(k int, a, b, c *float32)
TEXT ·mulRow(SB), NOSPLIT, $0-32
	MOVQ k+0(FP), CX
	MOVQ a+8(FP), SI
	MOVQ b+16(FP), DI
	MOVQ c+24(FP), DX
	VMOVUPS (DX), Y0
	VMOVUPS 32(DX), Y1
	VMOVUPS 64(DX), Y2
	VMOVUPS 96(DX), Y3
	VMOVUPS 128(DX), Y4
	VMOVUPS 160(DX), Y5
	VMOVUPS 192(DX), Y6
	VMOVUPS 224(DX), Y7
	PCALIGN $32
rowLoop:
	VBROADCASTSS (SI), Y8
	TERM((DI), Y8, Y9, Y0)
	TERM(32(DI), Y8, Y10, Y1)
	TERM(64(DI), Y8, Y11, Y2)
	TERM(96(DI), Y8, Y12, Y3)
	TERM(128(DI), Y8, Y13, Y4)
	TERM(160(DI), Y8, Y14, Y5)
	TERM(192(DI), Y8, Y15, Y6)
	TERM(224(DI), Y8, Y9, Y7)
	ADDQ $4, SI
	ADDQ $256, DI
	DECQ CX
	JNZ rowLoop
	VMOVUPS Y0, (DX)
	VMOVUPS Y1, 32(DX)
	VMOVUPS Y2, 64(DX)
	VMOVUPS Y3, 96(DX)
	VMOVUPS Y4, 128(DX)
	VMOVUPS Y5, 160(DX)
	VMOVUPS Y6, 192(DX)
	VMOVUPS Y7, 224(DX)
	VZEROUPPER
	RET

// func mulRows2(k int, a *float32, lda int, b, c *float32, ldc int)
TEXT ·mulRows2(SB), NOSPLIT, $0-48
	MOVQ k+0(FP), CX
	MOVQ a+8(FP), SI
	MOVQ lda+16(FP), R8
	MOVQ b+24(FP), DI
	MOVQ c+32(FP), DX
	MOVQ ldc+40(FP), R9
	VMOVUPS (DX), Y0
	VMOVUPS 32(DX), Y1
	VMOVUPS 64(DX), Y2
	VMOVUPS 96(DX), Y3
	VMOVUPS (DX)(R9*1), Y4
	VMOVUPS 32(DX)(R9*1), Y5
	VMOVUPS 64(DX)(R9*1), Y6
	VMOVUPS 96(DX)(R9*1), Y7
	PCALIGN $32
rows2Loop:
	VBROADCASTSS (SI), Y8
	VBROADCASTSS (SI)(R8*1), Y9
	VMOVUPS (DI), Y10
	TERM(Y10, Y8, Y11, Y0)
	TERM(Y10, Y9, Y12, Y4)
	VMOVUPS 32(DI), Y13
	TERM(Y13, Y8, Y14, Y1)
	TERM(Y13, Y9, Y15, Y5)
	VMOVUPS 64(DI), Y10
	TERM(Y10, Y8, Y11, Y2)
	TERM(Y10, Y9, Y12, Y6)
	VMOVUPS 96(DI), Y13
	TERM(Y13, Y8, Y14, Y3)
	TERM(Y13, Y9, Y15, Y7)
	ADDQ $4, SI
	ADDQ $256, DI
	DECQ CX
	JNZ rows2Loop
	VMOVUPS Y0, (DX)
	VMOVUPS Y1, 32(DX)
	VMOVUPS Y2, 64(DX)
	VMOVUPS Y3, 96(DX)
	VMOVUPS Y4, (DX)(R9*1)
	VMOVUPS Y5, 32(DX)(R9*1)
	VMOVUPS Y6, 64(DX)(R9*1)
	VMOVUPS Y7, 96(DX)(R9*1)
	VZEROUPPER
	RET

DATA  ·consts+0(SB)/4, $0x409f0a3d // 4.97
DATA  ·consts+4(SB)/4, $0xc09f0a3d // -4.97
DATA  ·consts+8(SB)/4, $0x4803f7c0 // 135135
DATA  ·consts+12(SB)/4, $0x46875a00 // 17325
DATA  ·consts+16(SB)/4, $0x43bd0000 // 378
DATA  ·consts+20(SB)/4, $0x4773a200 // 62370
DATA  ·consts+24(SB)/4, $0x4544e000 // 3150
DATA  ·consts+28(SB)/4, $0x41e00000 // 28
DATA  ·consts+32(SB)/4, $0x3f000000 // 0.5
GLOBL ·consts(SB), RODATA|NOPTR, $36

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
