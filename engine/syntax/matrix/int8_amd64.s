//go:build amd64 && !purego

#include "textflag.h"

// Products of unsigned bytes and an Int8 panel of 64 columns. All take
//	k4     rows of the panel by four
//	a, lda rows of bytes, lda apart
//	w      the panel: 256 bytes for each four rows
//	start  what the sums begin with
//	c, ldc rows of 32-bit sums, ldc bytes apart
//	add    whether c is added to, not set
// AVX-512 does 64 columns at once, AVX2 16 (four rows), 32 (two rows) or 64 (one row).

#define ARGS \
	MOVQ k4+0(FP), CX \
	MOVQ a+8(FP), SI \
	MOVQ lda+16(FP), R8 \
	MOVQ w+24(FP), DI \
	MOVQ start+32(FP), R10 \
	MOVQ c+40(FP), DX \
	MOVQ ldc+48(FP), R9 \
	MOVQ add+56(FP), R11

#define START4(a0, a1, a2, a3) \
	VMOVDQU32 (R10), a0 \
	VMOVDQU32 64(R10), a1 \
	VMOVDQU32 128(R10), a2 \
	VMOVDQU32 192(R10), a3

#define COPY4(s0, s1, s2, s3, a0, a1, a2, a3) \
	VMOVDQA32 s0, a0 \
	VMOVDQA32 s1, a1 \
	VMOVDQA32 s2, a2 \
	VMOVDQA32 s3, a3

#define WEIGHTS4 \
	VMOVDQU32 (DI), Z24 \
	VMOVDQU32 64(DI), Z25 \
	VMOVDQU32 128(DI), Z26 \
	VMOVDQU32 192(DI), Z27

#define ROW4(mem, x, a0, a1, a2, a3) \
	VPBROADCASTD mem, x \
	VPDPBUSD Z24, x, a0 \
	VPDPBUSD Z25, x, a1 \
	VPDPBUSD Z26, x, a2 \
	VPDPBUSD Z27, x, a3

#define ADD4(c, a0, a1, a2, a3) \
	VPADDD (c), a0, a0 \
	VPADDD 64(c), a1, a1 \
	VPADDD 128(c), a2, a2 \
	VPADDD 192(c), a3, a3

#define STORE4(c, a0, a1, a2, a3) \
	VMOVDQU32 a0, (c) \
	VMOVDQU32 a1, 64(c) \
	VMOVDQU32 a2, 128(c) \
	VMOVDQU32 a3, 192(c)

// func vnni6(k4 int, a *uint8, lda int, w *int8, start, c *int32, ldc, add int)
TEXT ·vnni6(SB), NOSPLIT, $0-64
	ARGS
	LEAQ (R8)(R8*2), BX
	ADDQ SI, BX
	START4(Z0, Z1, Z2, Z3)
	COPY4(Z0, Z1, Z2, Z3, Z4, Z5, Z6, Z7)
	COPY4(Z0, Z1, Z2, Z3, Z8, Z9, Z10, Z11)
	COPY4(Z0, Z1, Z2, Z3, Z12, Z13, Z14, Z15)
	COPY4(Z0, Z1, Z2, Z3, Z16, Z17, Z18, Z19)
	COPY4(Z0, Z1, Z2, Z3, Z20, Z21, Z22, Z23)
	PCALIGN $32
loop6:
	WEIGHTS4
	ROW4((SI), Z28, Z0, Z1, Z2, Z3)
	ROW4((SI)(R8*1), Z29, Z4, Z5, Z6, Z7)
	ROW4((SI)(R8*2), Z30, Z8, Z9, Z10, Z11)
	ROW4((BX), Z31, Z12, Z13, Z14, Z15)
	ROW4((BX)(R8*1), Z28, Z16, Z17, Z18, Z19)
	ROW4((BX)(R8*2), Z29, Z20, Z21, Z22, Z23)
	ADDQ $4, SI
	ADDQ $4, BX
	ADDQ $256, DI
	DECQ CX
	JNZ loop6
	LEAQ (DX)(R9*1), AX
	LEAQ (AX)(R9*1), BX
	LEAQ (BX)(R9*1), SI
	LEAQ (SI)(R9*1), DI
	LEAQ (DI)(R9*1), R8
	TESTQ R11, R11
	JZ store6
	ADD4(DX, Z0, Z1, Z2, Z3)
	ADD4(AX, Z4, Z5, Z6, Z7)
	ADD4(BX, Z8, Z9, Z10, Z11)
	ADD4(SI, Z12, Z13, Z14, Z15)
	ADD4(DI, Z16, Z17, Z18, Z19)
	ADD4(R8, Z20, Z21, Z22, Z23)
store6:
	STORE4(DX, Z0, Z1, Z2, Z3)
	STORE4(AX, Z4, Z5, Z6, Z7)
	STORE4(BX, Z8, Z9, Z10, Z11)
	STORE4(SI, Z12, Z13, Z14, Z15)
	STORE4(DI, Z16, Z17, Z18, Z19)
	STORE4(R8, Z20, Z21, Z22, Z23)
	VZEROUPPER
	RET

// func vnni4(k4 int, a *uint8, lda int, w *int8, start, c *int32, ldc, add int)
TEXT ·vnni4(SB), NOSPLIT, $0-64
	ARGS
	LEAQ (R8)(R8*2), BX
	ADDQ SI, BX
	START4(Z0, Z1, Z2, Z3)
	COPY4(Z0, Z1, Z2, Z3, Z4, Z5, Z6, Z7)
	COPY4(Z0, Z1, Z2, Z3, Z8, Z9, Z10, Z11)
	COPY4(Z0, Z1, Z2, Z3, Z12, Z13, Z14, Z15)
	PCALIGN $32
loop4:
	WEIGHTS4
	ROW4((SI), Z28, Z0, Z1, Z2, Z3)
	ROW4((SI)(R8*1), Z29, Z4, Z5, Z6, Z7)
	ROW4((SI)(R8*2), Z30, Z8, Z9, Z10, Z11)
	ROW4((BX), Z31, Z12, Z13, Z14, Z15)
	ADDQ $4, SI
	ADDQ $4, BX
	ADDQ $256, DI
	DECQ CX
	JNZ loop4
	LEAQ (DX)(R9*1), AX
	LEAQ (AX)(R9*1), BX
	LEAQ (BX)(R9*1), SI
	TESTQ R11, R11
	JZ store4
	ADD4(DX, Z0, Z1, Z2, Z3)
	ADD4(AX, Z4, Z5, Z6, Z7)
	ADD4(BX, Z8, Z9, Z10, Z11)
	ADD4(SI, Z12, Z13, Z14, Z15)
store4:
	STORE4(DX, Z0, Z1, Z2, Z3)
	STORE4(AX, Z4, Z5, Z6, Z7)
	STORE4(BX, Z8, Z9, Z10, Z11)
	STORE4(SI, Z12, Z13, Z14, Z15)
	VZEROUPPER
	RET

// func vnni2(k4 int, a *uint8, lda int, w *int8, start, c *int32, ldc, add int)
TEXT ·vnni2(SB), NOSPLIT, $0-64
	ARGS
	START4(Z0, Z1, Z2, Z3)
	COPY4(Z0, Z1, Z2, Z3, Z4, Z5, Z6, Z7)
	PCALIGN $32
loop2:
	WEIGHTS4
	ROW4((SI), Z28, Z0, Z1, Z2, Z3)
	ROW4((SI)(R8*1), Z29, Z4, Z5, Z6, Z7)
	ADDQ $4, SI
	ADDQ $256, DI
	DECQ CX
	JNZ loop2
	LEAQ (DX)(R9*1), AX
	TESTQ R11, R11
	JZ store2
	ADD4(DX, Z0, Z1, Z2, Z3)
	ADD4(AX, Z4, Z5, Z6, Z7)
store2:
	STORE4(DX, Z0, Z1, Z2, Z3)
	STORE4(AX, Z4, Z5, Z6, Z7)
	VZEROUPPER
	RET

// func vnni1(k4 int, a *uint8, lda int, w *int8, start, c *int32, ldc, add int)
TEXT ·vnni1(SB), NOSPLIT, $0-64
	ARGS
	START4(Z0, Z1, Z2, Z3)
	VPXORD Z4, Z4, Z4
	COPY4(Z4, Z4, Z4, Z4, Z8, Z9, Z10, Z11)
	SUBQ $1, CX
	JZ last1
	PCALIGN $32
loop1:
	VPBROADCASTD (SI), Z28
	VPBROADCASTD 4(SI), Z29
	VPDPBUSD (DI), Z28, Z0
	VPDPBUSD 64(DI), Z28, Z1
	VPDPBUSD 128(DI), Z28, Z2
	VPDPBUSD 192(DI), Z28, Z3
	VPDPBUSD 256(DI), Z29, Z8
	VPDPBUSD 320(DI), Z29, Z9
	VPDPBUSD 384(DI), Z29, Z10
	VPDPBUSD 448(DI), Z29, Z11
	ADDQ $8, SI
	ADDQ $512, DI
	SUBQ $2, CX
	JG loop1
	JL sum1
last1:
	WEIGHTS4
	ROW4((SI), Z28, Z0, Z1, Z2, Z3)
sum1:
	VPADDD Z8, Z0, Z0
	VPADDD Z9, Z1, Z1
	VPADDD Z10, Z2, Z2
	VPADDD Z11, Z3, Z3
	TESTQ R11, R11
	JZ store1
	ADD4(DX, Z0, Z1, Z2, Z3)
store1:
	STORE4(DX, Z0, Z1, Z2, Z3)
	VZEROUPPER
	RET

// The four rows of w in a register times the bytes x, added to acc; Y15 holds ones.
#define DOT(w, x, tmp, acc) \
	VPMADDUBSW w, x, tmp \
	VPMADDWD Y15, tmp, tmp \
	VPADDD tmp, acc, acc

#define ONES \
	VPCMPEQW Y15, Y15, Y15 \
	VPSRLW $15, Y15, Y15

// func avx4(k4 int, a *uint8, lda int, w *int8, start, c *int32, ldc, add int)
// Four rows of 16 columns.
TEXT ·avx4(SB), NOSPLIT, $0-64
	ARGS
	ONES
	LEAQ (R8)(R8*2), BX
	ADDQ SI, BX
	VMOVDQU (R10), Y0
	VMOVDQU 32(R10), Y1
	VMOVDQA Y0, Y2
	VMOVDQA Y1, Y3
	VMOVDQA Y0, Y4
	VMOVDQA Y1, Y5
	VMOVDQA Y0, Y6
	VMOVDQA Y1, Y7
	PCALIGN $32
loopA4:
	VMOVDQU (DI), Y8
	VMOVDQU 32(DI), Y9
	VPBROADCASTD (SI), Y10
	DOT(Y8, Y10, Y11, Y0)
	DOT(Y9, Y10, Y12, Y1)
	VPBROADCASTD (SI)(R8*1), Y13
	DOT(Y8, Y13, Y14, Y2)
	DOT(Y9, Y13, Y11, Y3)
	VPBROADCASTD (SI)(R8*2), Y10
	DOT(Y8, Y10, Y12, Y4)
	DOT(Y9, Y10, Y14, Y5)
	VPBROADCASTD (BX), Y13
	DOT(Y8, Y13, Y11, Y6)
	DOT(Y9, Y13, Y12, Y7)
	ADDQ $4, SI
	ADDQ $4, BX
	ADDQ $256, DI
	DECQ CX
	JNZ loopA4
	LEAQ (DX)(R9*1), AX
	LEAQ (AX)(R9*1), BX
	LEAQ (BX)(R9*1), SI
	TESTQ R11, R11
	JZ storeA4
	VPADDD (DX), Y0, Y0
	VPADDD 32(DX), Y1, Y1
	VPADDD (AX), Y2, Y2
	VPADDD 32(AX), Y3, Y3
	VPADDD (BX), Y4, Y4
	VPADDD 32(BX), Y5, Y5
	VPADDD (SI), Y6, Y6
	VPADDD 32(SI), Y7, Y7
storeA4:
	VMOVDQU Y0, (DX)
	VMOVDQU Y1, 32(DX)
	VMOVDQU Y2, (AX)
	VMOVDQU Y3, 32(AX)
	VMOVDQU Y4, (BX)
	VMOVDQU Y5, 32(BX)
	VMOVDQU Y6, (SI)
	VMOVDQU Y7, 32(SI)
	VZEROUPPER
	RET

// func avx2(k4 int, a *uint8, lda int, w *int8, start, c *int32, ldc, add int)
// Two rows of 32 columns.
TEXT ·avx2(SB), NOSPLIT, $0-64
	ARGS
	ONES
	VMOVDQU (R10), Y0
	VMOVDQU 32(R10), Y1
	VMOVDQU 64(R10), Y2
	VMOVDQU 96(R10), Y3
	VMOVDQA Y0, Y4
	VMOVDQA Y1, Y5
	VMOVDQA Y2, Y6
	VMOVDQA Y3, Y7
	PCALIGN $32
loopA2:
	VPBROADCASTD (SI), Y8
	VPBROADCASTD (SI)(R8*1), Y9
	VMOVDQU (DI), Y10
	DOT(Y10, Y8, Y11, Y0)
	DOT(Y10, Y9, Y12, Y4)
	VMOVDQU 32(DI), Y13
	DOT(Y13, Y8, Y14, Y1)
	DOT(Y13, Y9, Y11, Y5)
	VMOVDQU 64(DI), Y10
	DOT(Y10, Y8, Y12, Y2)
	DOT(Y10, Y9, Y14, Y6)
	VMOVDQU 96(DI), Y13
	DOT(Y13, Y8, Y11, Y3)
	DOT(Y13, Y9, Y12, Y7)
	ADDQ $4, SI
	ADDQ $256, DI
	DECQ CX
	JNZ loopA2
	LEAQ (DX)(R9*1), AX
	TESTQ R11, R11
	JZ storeA2
	VPADDD (DX), Y0, Y0
	VPADDD 32(DX), Y1, Y1
	VPADDD 64(DX), Y2, Y2
	VPADDD 96(DX), Y3, Y3
	VPADDD (AX), Y4, Y4
	VPADDD 32(AX), Y5, Y5
	VPADDD 64(AX), Y6, Y6
	VPADDD 96(AX), Y7, Y7
storeA2:
	VMOVDQU Y0, (DX)
	VMOVDQU Y1, 32(DX)
	VMOVDQU Y2, 64(DX)
	VMOVDQU Y3, 96(DX)
	VMOVDQU Y4, (AX)
	VMOVDQU Y5, 32(AX)
	VMOVDQU Y6, 64(AX)
	VMOVDQU Y7, 96(AX)
	VZEROUPPER
	RET

// func avx1(k4 int, a *uint8, lda int, w *int8, start, c *int32, ldc, add int)
// One row of 64 columns.
TEXT ·avx1(SB), NOSPLIT, $0-64
	ARGS
	ONES
	VMOVDQU (R10), Y0
	VMOVDQU 32(R10), Y1
	VMOVDQU 64(R10), Y2
	VMOVDQU 96(R10), Y3
	VMOVDQU 128(R10), Y4
	VMOVDQU 160(R10), Y5
	VMOVDQU 192(R10), Y6
	VMOVDQU 224(R10), Y7
	PCALIGN $32
loopA1:
	VPBROADCASTD (SI), Y8
	DOT((DI), Y8, Y9, Y0)
	DOT(32(DI), Y8, Y10, Y1)
	DOT(64(DI), Y8, Y11, Y2)
	DOT(96(DI), Y8, Y12, Y3)
	DOT(128(DI), Y8, Y13, Y4)
	DOT(160(DI), Y8, Y14, Y5)
	DOT(192(DI), Y8, Y9, Y6)
	DOT(224(DI), Y8, Y10, Y7)
	ADDQ $4, SI
	ADDQ $256, DI
	DECQ CX
	JNZ loopA1
	TESTQ R11, R11
	JZ storeA1
	VPADDD (DX), Y0, Y0
	VPADDD 32(DX), Y1, Y1
	VPADDD 64(DX), Y2, Y2
	VPADDD 96(DX), Y3, Y3
	VPADDD 128(DX), Y4, Y4
	VPADDD 160(DX), Y5, Y5
	VPADDD 192(DX), Y6, Y6
	VPADDD 224(DX), Y7, Y7
storeA1:
	VMOVDQU Y0, (DX)
	VMOVDQU Y1, 32(DX)
	VMOVDQU Y2, 64(DX)
	VMOVDQU Y3, 96(DX)
	VMOVDQU Y4, 128(DX)
	VMOVDQU Y5, 160(DX)
	VMOVDQU Y6, 192(DX)
	VMOVDQU Y7, 224(DX)
	VZEROUPPER
	RET
