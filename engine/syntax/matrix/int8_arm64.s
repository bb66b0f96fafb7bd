//go:build arm64 && !purego

#include "textflag.h"

// SDOT Vd.4S, Vn.16B, V8.16B, which the assembler does not know: four signed products are added to each sum.
#define SDOT(d, n) WORD $(0x4E889400 + (n)<<5 + (d))

// func sdotRow(k4 int, a *uint8, w *int8, start, c *int32, add int)
// One row of bytes times a panel of 64 columns. The bytes are read as signed ones, 128 less than they are.
TEXT ·sdotRow(SB), NOSPLIT, $0-48
	MOVD k4+0(FP), R0
	MOVD a+8(FP), R1
	MOVD w+16(FP), R2
	MOVD start+24(FP), R3
	MOVD c+32(FP), R4
	MOVD add+40(FP), R5
	MOVD $0x80808080, R6
	VLD1.P 64(R3), [V16.S4, V17.S4, V18.S4, V19.S4]
	VLD1.P 64(R3), [V20.S4, V21.S4, V22.S4, V23.S4]
	VLD1.P 64(R3), [V24.S4, V25.S4, V26.S4, V27.S4]
	VLD1.P 64(R3), [V28.S4, V29.S4, V30.S4, V31.S4]
loop:
	MOVWU.P 4(R1), R7
	EORW R6, R7, R7
	VDUP R7, V8.S4
	VLD1.P 64(R2), [V0.B16, V1.B16, V2.B16, V3.B16]
	VLD1.P 64(R2), [V4.B16, V5.B16, V6.B16, V7.B16]
	SDOT(16, 0)
	SDOT(17, 1)
	SDOT(18, 2)
	SDOT(19, 3)
	SDOT(20, 4)
	SDOT(21, 5)
	SDOT(22, 6)
	SDOT(23, 7)
	VLD1.P 64(R2), [V0.B16, V1.B16, V2.B16, V3.B16]
	VLD1.P 64(R2), [V4.B16, V5.B16, V6.B16, V7.B16]
	SDOT(24, 0)
	SDOT(25, 1)
	SDOT(26, 2)
	SDOT(27, 3)
	SDOT(28, 4)
	SDOT(29, 5)
	SDOT(30, 6)
	SDOT(31, 7)
	SUBS $1, R0, R0
	BNE loop
	CBZ R5, store
	MOVD R4, R3
	VLD1.P 64(R3), [V0.S4, V1.S4, V2.S4, V3.S4]
	VLD1.P 64(R3), [V4.S4, V5.S4, V6.S4, V7.S4]
	VADD V0.S4, V16.S4, V16.S4
	VADD V1.S4, V17.S4, V17.S4
	VADD V2.S4, V18.S4, V18.S4
	VADD V3.S4, V19.S4, V19.S4
	VADD V4.S4, V20.S4, V20.S4
	VADD V5.S4, V21.S4, V21.S4
	VADD V6.S4, V22.S4, V22.S4
	VADD V7.S4, V23.S4, V23.S4
	VLD1.P 64(R3), [V0.S4, V1.S4, V2.S4, V3.S4]
	VLD1.P 64(R3), [V4.S4, V5.S4, V6.S4, V7.S4]
	VADD V0.S4, V24.S4, V24.S4
	VADD V1.S4, V25.S4, V25.S4
	VADD V2.S4, V26.S4, V26.S4
	VADD V3.S4, V27.S4, V27.S4
	VADD V4.S4, V28.S4, V28.S4
	VADD V5.S4, V29.S4, V29.S4
	VADD V6.S4, V30.S4, V30.S4
	VADD V7.S4, V31.S4, V31.S4
store:
	VST1.P [V16.S4, V17.S4, V18.S4, V19.S4], 64(R4)
	VST1.P [V20.S4, V21.S4, V22.S4, V23.S4], 64(R4)
	VST1.P [V24.S4, V25.S4, V26.S4, V27.S4], 64(R4)
	VST1.P [V28.S4, V29.S4, V30.S4, V31.S4], 64(R4)
	RET
