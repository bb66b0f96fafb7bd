package report

import "testing"

func TestTextOfRepeatedTitle(t *testing.T) {
	for name, c := range map[string]struct {
		title, body, text string
		start             int
	}{
		"plain":    {"Storm", "Rain fell.", "Storm\n\nRain fell.", 7},
		"repeated": {"Storm", "Storm\n\nRain fell.", "Storm\n\nRain fell.", 7},
		"prefix":   {"Storm", "Storms came.", "Storm\n\nStorms came.", 7},
		"no title": {"", "Rain fell.", "Rain fell.", 0},
		"no body":  {"Storm", "", "Storm", 0},
	} {
		r := Report{Title: c.title, Body: c.body}
		if got := r.Text(); got != c.text || r.BodyStart() != c.start {
			t.Errorf("%s: %q from %d, want %q from %d", name, got, r.BodyStart(), c.text, c.start)
		}
	}
}
