package table

import (
	"strings"
	"unicode/utf8"
)

// maxPad is the widest column that Format pads to, so that one long cell does
// not push the rest of a block off the screen.
const maxPad = 36

// Format aligns the cells of each block of rows (rows without a blank line or
// comment between them) and keeps comments and blank lines. It is idempotent.
func Format(src []byte) []byte {
	lines := strings.Split(strings.TrimRight(string(src), "\r\n \t"), "\n")
	var out strings.Builder
	var block [][]Cell
	flush := func() {
		writeBlock(&out, block)
		block = block[:0]
	}
	blank := 0
	for _, line := range lines {
		line = strings.Trim(line, "\r \t")
		if line == "" || line[0] == '#' {
			flush()
			if line == "" {
				if blank++; blank > 1 {
					continue
				}
			} else {
				blank = 0
			}
			out.WriteString(line + "\n")
			continue
		}
		blank = 0
		block = append(block, cells(line))
	}
	flush()
	return []byte(out.String())
}

func writeBlock(out *strings.Builder, block [][]Cell) {
	var width []int
	for _, row := range block {
		for i, c := range row {
			if i == len(width) {
				width = append(width, 0)
			}
			width[i] = min(max(width[i], utf8.RuneCountInString(c.Text)), maxPad)
		}
	}
	for _, row := range block {
		for i, c := range row {
			out.WriteString(c.Text)
			if i < len(row)-1 {
				out.WriteString(strings.Repeat(" ", max(0, width[i]-utf8.RuneCountInString(c.Text))+2))
			}
		}
		out.WriteByte('\n')
	}
}
