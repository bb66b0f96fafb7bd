package report

import "sort"

// OffsetMap leads from a report's text, counted in code points, to the bytes of the HTML page that it was read from.
type OffsetMap struct {
	runs []run
}

// run is a stretch of text whose code points stand one after another in the page, each with the same number of bytes
// there: code point text+i stands at page+i*width. White space that was made has width 0 and stands where the
// paragraph before it ends.
type run struct {
	text, n     int
	page, width int
}

// Page gives the byte of the page, as it was stored (after decompression, before conversion), at which code point i
// of the text begins. ok is false where the text has no place in the page: it comes from metadata, or i lies outside.
func (m *OffsetMap) Page(i int) (offset int, ok bool) {
	if m == nil {
		return 0, false
	}
	k := sort.Search(len(m.runs), func(k int) bool { return m.runs[k].text+m.runs[k].n > i })
	if k == len(m.runs) || i < m.runs[k].text {
		return 0, false
	}
	r := m.runs[k]
	return r.page + (i-r.text)*r.width, true
}

// Span gives the bytes [start, end) of the page for the code points [start, end) of the text.
func (m *OffsetMap) Span(start, end int) (from, to int, ok bool) {
	if m == nil || end <= start {
		return 0, 0, false
	}
	from, ok = m.Page(start)
	if !ok {
		return 0, 0, false
	}
	last, ok := m.Page(end - 1)
	if !ok {
		return 0, 0, false
	}
	k := sort.Search(len(m.runs), func(k int) bool { return m.runs[k].text+m.runs[k].n > end-1 })
	return from, last + m.runs[k].width, true
}

// add appends one code point of text that stands at page and covers width bytes there.
func (m *OffsetMap) add(text, page, width int) {
	if n := len(m.runs); n > 0 {
		r := &m.runs[n-1]
		if r.text+r.n == text && r.width == width && page == r.page+r.n*width {
			r.n++
			return
		}
	}
	m.runs = append(m.runs, run{text: text, n: 1, page: page, width: width})
}
