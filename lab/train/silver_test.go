package train

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestMarkNames(t *testing.T) {
	l := make(nameList)
	l.add("Anna Keller", "person")
	l.add("Bremen", "place")
	l.add("Georgia", "place")
	l.add("Georgia", "organization")
	l.add("Grain League", "organization")
	l.add("Kofi", "person") // one word is no list name of a person
	tests := []struct{ text, want string }{
		{"In Bremen , Anna Keller met the Grain League .", "? B-place O B-person I-person O O B-organization I-organization O"},
		{"Minister Anna Keller left Georgia near New Bremen .", "? ? I-person O ? O ? ? O"},
		{"Bremen and the Bank of Bremen met Kofi , Anna Keller and Bremen .",
			"? O O ? ? ? O ? O B-person I-person O B-place O"},
	}
	for _, tt := range tests {
		got, _ := l.mark(strings.Fields(tt.text))
		if d := cmp.Diff(strings.Fields(tt.want), got); d != "" {
			t.Errorf("%s: %s", tt.text, d)
		}
	}
}
