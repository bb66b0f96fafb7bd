package annals

import (
	"context"
	"strings"
	"testing"

	"annals/engine/doc"
	"annals/report"
)

// TestLexiconExamples runs the yes and no lines of the lexicon through the engine:
// a yes sentence must give the frame of the sense it stands under, with the roles
// told; a no sentence must not.
func TestLexiconExamples(t *testing.T) {
	c := coder(t)
	lex := c.frames.Lexicon()
	if len(lex.Examples) == 0 {
		t.Fatal("the lexicon has no examples")
	}
	for _, x := range lex.Examples {
		r, err := c.Read(context.Background(), &report.Report{ID: "x", Body: x.Text, Published: "2024-03-01"})
		if err != nil {
			t.Fatal(err)
		}
		want := lex.Entries[x.Entry].Frame.Name
		found, told := false, ""
		for i := range r.Document.Frames {
			fr := &r.Document.Frames[i]
			if fr.Name != want || r.Trace.Dropped[i] != "" {
				continue
			}
			if missing := missingRole(r.Document, fr, x.Roles); missing != "" {
				told = missing
				continue
			}
			found = true
		}
		switch {
		case x.Want && !found:
			t.Errorf("%s: %s was not found in %q%s", x.Pos, want, x.Text, told)
		case !x.Want && found:
			t.Errorf("%s: %s was found in %q", x.Pos, want, x.Text)
		}
	}
}

// missingRole says which expected role is not filled by the expected word.
func missingRole(d *doc.Document, fr *doc.Frame, roles map[string]string) string {
	for role, words := range roles {
		ok := false
		for _, a := range fr.Args {
			ok = ok || a.Role == role && strings.EqualFold(d.Form(a.Head), words)
		}
		if !ok {
			return ": no " + role + "=" + words
		}
	}
	return ""
}
