package segment

import (
	"io/fs"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/fstest"

	"annals/engine/doc"
	"annals/engine/stagetest"
	"annals/lang/en"
)

func english(t testing.TB) *Stage {
	t.Helper()
	s, err := New(en.Files())
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// read runs the stage on a body, under a title if there is one.
func read(s *Stage, title, body string) *doc.Document {
	d := &doc.Document{Title: title, Text: body}
	if title != "" {
		d.Text = title + "\n\n" + body
		d.Body = int32(len(title) + 2)
	}
	s.Run(d)
	return d
}

func TestStage(t *testing.T) { stagetest.Run(t, english(t)) }

func TestTablesWithFaults(t *testing.T) {
	if _, err := New(fstest.MapFS{}); err == nil || !strings.Contains(err.Error(), "abbreviations.tsv") {
		t.Errorf("missing tables: %v", err)
	}
	files := fstest.MapFS{}
	for _, name := range []string{"abbreviations.tsv", "segment-affixes.tsv", "segment-contractions.tsv", "segment-units.tsv", "segment-words.tsv", "segment-agencies.tsv", "segment-credits.tsv"} {
		src, err := fs.ReadFile(en.Files(), name)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = &fstest.MapFile{Data: src}
	}
	files["abbreviations.tsv"] = &fstest.MapFile{Data: []byte("#: word class also\nDr  titel\n")}
	files["segment-contractions.tsv"] = &fstest.MapFile{Data: []byte("#: word parts\ncannot  can nt\n")}
	_, err := New(files)
	if err == nil {
		t.Fatal("faulty tables were read")
	}
	for _, want := range []string{"abbreviations.tsv:2:5", "did you mean title?", "segment-contractions.tsv:2:9"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("the error lacks %q:\n%v", want, err)
		}
	}
}

// TestRandomTexts strings odd pieces together and checks the spans of what comes out.
func TestRandomTexts(t *testing.T) {
	s := english(t)
	pieces := strings.Split("Mara|Iven|the|U.S.|Gen.|e.g|No.|5|1,000|3.5|2023|'s|n't|don’t|cannot|-|–|—|--|...|…|.|!|?|,|;|:|(|)|[|]|“|”|\"|'|’|‘|$|US$|%|/|@|#|http://a.b/c|x@y.org|:)|\n|\n\n|\r\n|\t|\u00a0|\u2028|\u200d|\u0301|é|Ж|م|外|👍🏽|🇳🇴|\xff|\xe2\x82|(AFP)|March|By|©|Reuters|*|•|[3]", "|")
	rng := rand.New(rand.NewPCG(7, 11))
	d := &doc.Document{}
	for n := range 3000 {
		var b strings.Builder
		for range rng.IntN(40) {
			b.WriteString(pieces[rng.IntN(len(pieces))])
			if rng.IntN(3) > 0 {
				b.WriteByte(' ')
			}
		}
		d.Text, d.Body, d.Title = b.String(), 0, ""
		if n%3 == 0 {
			d.Body, d.Title = int32(rng.IntN(len(d.Text)+1)), "x"
			for int(d.Body) < len(d.Text) && d.Text[d.Body]&0xC0 == 0x80 {
				d.Body++
			}
		}
		s.Run(d)
		if faults := stagetest.Faults(d); len(faults) > 0 {
			t.Fatalf("%q, body at %d: %v", d.Text, d.Body, faults)
		}
		// Every character that is no space belongs to a token.
		at := int32(0)
		for i := range d.Tokens {
			if gap := d.Text[at:d.Tokens[i].Start]; strings.ContainsAny(gap, "abcdefghijklmnopqrstuvwxyzMIUG0123456789.,;:!?()[]\"'$%-/@#é外") {
				t.Fatalf("%q: %q is in no token", d.Text, gap)
			}
			at = d.Tokens[i].End
		}
	}
}

func BenchmarkStage(b *testing.B) {
	s := english(b)
	text := strings.Repeat("Ostland's foreign minister, Mara Iven, met her Norvian counterpart in Port Mara on Tuesday. "+
		"“We don't want a war,” she said. The 70-year-old agreed to pay $5.7bn, according to Gen. T. Orlo of the U.N. mission.\n\n", 50)
	d := &doc.Document{Text: text}
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		s.Run(d)
	}
}
