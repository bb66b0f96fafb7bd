package assemble

import (
	"unicode/utf8"

	"annals/engine/doc"
	"annals/record"
)

// points turns byte offsets into code points. A mark is kept each stride bytes,
// so that a look-up counts a few bytes at most.
type points struct {
	text  string
	marks []int32 // code points before byte i*stride
	ascii bool
}

const stride = 256

func newPoints(text string) *points {
	p := &points{text: text, ascii: true}
	for i := 0; i < len(text); i++ {
		if text[i] >= utf8.RuneSelf {
			p.ascii = false
			break
		}
	}
	if p.ascii {
		return p
	}
	n := int32(0)
	for i := 0; i < len(text); i++ {
		if i%stride == 0 {
			p.marks = append(p.marks, n)
		}
		if utf8.RuneStart(text[i]) {
			n++
		}
	}
	return p
}

func (p *points) at(b int32) int {
	if p.ascii {
		return int(b)
	}
	i := min(int(b)/stride, len(p.marks)-1)
	if i < 0 {
		return 0
	}
	n := int(p.marks[i])
	for j := i * stride; j < int(b) && j < len(p.text); j++ {
		if utf8.RuneStart(p.text[j]) {
			n++
		}
	}
	return n
}

func (p *points) span(s doc.Span) record.Span { return record.Span{p.at(s.Start), p.at(s.End)} }

func (p *points) words(s doc.Span) record.Words {
	return record.Words{Span: p.span(s), Text: p.text[s.Start:s.End]}
}
