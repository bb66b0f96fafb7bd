//go:build amd64 && !purego

#include "textflag.h"

// One row of a block: two registers of 16 columns.
#define ROW(mem, bc, acc0, acc1) \
	VBROADCASTSS mem, bc \
	VFMADD231PS Z16, bc, acc0 \
	VFMADD231PS Z17, bc, acc1

// Adds a row of results to memory at DX and moves on.
#define STORE(acc0, acc1) \
	VADDPS (DX), acc0, acc0 \
	VADDPS 64(DX), acc1, acc1 \
	VMOVUPS acc0, (DX) \
	VMOVUPS acc1, 64(DX) \
	ADDQ R10, DX

// func fma8(k int, a *float32, rs, cs int, b, c *float32, ldc int)
TEXT ·fma8(SB), NOSPLIT, $0-56
	MOVQ k+0(FP), CX
	MOVQ a+8(FP), SI
	MOVQ rs+16(FP), R8
	MOVQ cs+24(FP), R9
	MOVQ b+32(FP), DI
	MOVQ c+40(FP), DX
	MOVQ ldc+48(FP), R10
	LEAQ (R8)(R8*2), R11
	LEAQ (R8)(R8*4), R12
	LEAQ (R11)(R8*4), R13
	VPXORQ Z0, Z0, Z0
	VPXORQ Z1, Z1, Z1
	VPXORQ Z2, Z2, Z2
	VPXORQ Z3, Z3, Z3
	VPXORQ Z4, Z4, Z4
	VPXORQ Z5, Z5, Z5
	VPXORQ Z6, Z6, Z6
	VPXORQ Z7, Z7, Z7
	VPXORQ Z8, Z8, Z8
	VPXORQ Z9, Z9, Z9
	VPXORQ Z10, Z10, Z10
	VPXORQ Z11, Z11, Z11
	VPXORQ Z12, Z12, Z12
	VPXORQ Z13, Z13, Z13
	VPXORQ Z14, Z14, Z14
	VPXORQ Z15, Z15, Z15
	PCALIGN $32
loop8:
	VMOVUPS (DI), Z16
	VMOVUPS 64(DI), Z17
	ROW((SI), Z18, Z0, Z1)
	ROW((SI)(R8*1), Z19, Z2, Z3)
	ROW((SI)(R8*2), Z20, Z4, Z5)
	ROW((SI)(R11*1), Z21, Z6, Z7)
	ROW((SI)(R8*4), Z22, Z8, Z9)
	ROW((SI)(R12*1), Z23, Z10, Z11)
	ROW((SI)(R11*2), Z24, Z12, Z13)
	ROW((SI)(R13*1), Z25, Z14, Z15)
	ADDQ $128, DI
	ADDQ R9, SI
	DECQ CX
	JNZ loop8
	STORE(Z0, Z1)
	STORE(Z2, Z3)
	STORE(Z4, Z5)
	STORE(Z6, Z7)
	STORE(Z8, Z9)
	STORE(Z10, Z11)
	STORE(Z12, Z13)
	STORE(Z14, Z15)
	VZEROUPPER
	RET

// func fma4(k int, a *float32, rs, cs int, b, c *float32, ldc int)
TEXT ·fma4(SB), NOSPLIT, $0-56
	MOVQ k+0(FP), CX
	MOVQ a+8(FP), SI
	MOVQ rs+16(FP), R8
	MOVQ cs+24(FP), R9
	MOVQ b+32(FP), DI
	MOVQ c+40(FP), DX
	MOVQ ldc+48(FP), R10
	LEAQ (R8)(R8*2), R11
	VPXORQ Z0, Z0, Z0
	VPXORQ Z1, Z1, Z1
	VPXORQ Z2, Z2, Z2
	VPXORQ Z3, Z3, Z3
	VPXORQ Z4, Z4, Z4
	VPXORQ Z5, Z5, Z5
	VPXORQ Z6, Z6, Z6
	VPXORQ Z7, Z7, Z7
	PCALIGN $32
loop4:
	VMOVUPS (DI), Z16
	VMOVUPS 64(DI), Z17
	ROW((SI), Z18, Z0, Z1)
	ROW((SI)(R8*1), Z19, Z2, Z3)
	ROW((SI)(R8*2), Z20, Z4, Z5)
	ROW((SI)(R11*1), Z21, Z6, Z7)
	ADDQ $128, DI
	ADDQ R9, SI
	DECQ CX
	JNZ loop4
	STORE(Z0, Z1)
	STORE(Z2, Z3)
	STORE(Z4, Z5)
	STORE(Z6, Z7)
	VZEROUPPER
	RET

// func fma1(k int, a *float32, cs int, b, c *float32)
TEXT ·fma1(SB), NOSPLIT, $0-40
	MOVQ k+0(FP), CX
	MOVQ a+8(FP), SI
	MOVQ cs+16(FP), R9
	MOVQ b+24(FP), DI
	MOVQ c+32(FP), DX
	XORQ R10, R10
	VPXORQ Z0, Z0, Z0
	VPXORQ Z1, Z1, Z1
	PCALIGN $32
loop1:
	VMOVUPS (DI), Z16
	VMOVUPS 64(DI), Z17
	ROW((SI), Z18, Z0, Z1)
	ADDQ $128, DI
	ADDQ R9, SI
	DECQ CX
	JNZ loop1
	STORE(Z0, Z1)
	VZEROUPPER
	RET
