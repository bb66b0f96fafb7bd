package record

import "strconv"

// Span is a half-open range [Start, End) of Unicode code points of a report's text.
type Span [2]int

// Start is the first code point of the span.
func (s Span) Start() int { return s[0] }

// End is the code point after the last one of the span.
func (s Span) End() int { return s[1] }

// Len is the number of code points in the span.
func (s Span) Len() int { return s[1] - s[0] }

// Overlaps reports whether the two spans share at least one code point.
func (s Span) Overlaps(t Span) bool { return s[0] < t[1] && t[0] < s[1] }

// String shows the span as "start–end", as `annals why` prints it.
func (s Span) String() string { return strconv.Itoa(s[0]) + "–" + strconv.Itoa(s[1]) }

// Words is a span together with the text it covers.
type Words struct {
	Span Span   `json:"span"`
	Text string `json:"text"`
}
