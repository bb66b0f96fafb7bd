package conllu

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// invented is a document with everything that the format has.
const invented = `# newdoc id = invented
# newpar
# sent_id = invented-1
# text = They don't call it, nor did we.
1	They	they	PRON	PRP	Case=Nom|Number=Plur	4	nsubj	4:nsubj	TokenRange=0:4
2-3	don't	_	_	_	_	_	_	_	TokenRange=5:10
2	do	do	AUX	VBP	Mood=Ind	4	aux	4:aux	_
3	n't	not	PART	RB	Polarity=Neg	4	advmod	4:advmod	_
4	call	call	VERB	VB	VerbForm=Inf	0	root	0:root	_
5	it	it	PRON	PRP	Case=Acc	4	obj	4:obj|8.1:obj	SpaceAfter=No
6	,	,	PUNCT	,	_	8	punct	8:punct	_
7	nor	nor	CCONJ	CC	_	8	cc	8:cc	_
8	did	do	AUX	VBD	Mood=Ind	4	conj	4:conj	_
8.1	call	call	VERB	VB	VerbForm=Inf	_	_	8:dep	_
9	we	we	PRON	PRP	Case=Nom	8	nsubj	8:nsubj|8.1:nsubj	SpaceAfter=No
10	.	.	PUNCT	.	_	4	punct	4:punct	Gloss=a b|Half

# sent_id = invented-2
1	_	_	PUNCT	NFP	_	_	_	_	_
2	New York	New York	PROPN	NNP	Number=Sing	0	root	_	_

`

func read(t *testing.T, s string) []*Sentence {
	t.Helper()
	all, err := ReadAll(strings.NewReader(s))
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func write(t *testing.T, all []*Sentence) string {
	t.Helper()
	var b strings.Builder
	w := NewWriter(&b)
	for _, s := range all {
		if err := w.Write(s); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestReadAndWrite(t *testing.T) {
	all := read(t, invented)
	if got := write(t, all); got != invented {
		t.Errorf("written:\n%s", got)
	}
	s := all[0]
	if s.Line != 1 || all[1].Line != 18 || len(s.Comments) != 4 || len(s.Rows) != 12 {
		t.Errorf("lines %d, %d; %d comments, %d rows", s.Line, all[1].Line, len(s.Comments), len(s.Rows))
	}
	if v, ok := s.Comment("text"); !ok || v != s.Text() {
		t.Errorf("text is %q, tokens give %q", v, s.Text())
	}
	if _, ok := s.Comment("newpar"); !ok {
		t.Error("newpar is lost")
	}
	if v, _ := s.Comment("newdoc id"); v != "invented" {
		t.Errorf("newdoc id is %q", v)
	}
	if _, ok := s.Comment("sent"); ok {
		t.Error("half a key was found")
	}
	var words, tokens []string
	for r := range s.Words() {
		words = append(words, r.Form)
	}
	for r := range s.Tokens() {
		tokens = append(tokens, r.Form)
	}
	if got := strings.Join(words, " "); got != "They do n't call it , nor did we ." {
		t.Errorf("words %s", got)
	}
	if got := strings.Join(tokens, " "); got != "They don't call it , nor did we ." {
		t.Errorf("tokens %s", got)
	}
	if start, end, ok := s.Rows[1].Range(); !ok || start != 5 || end != 10 {
		t.Errorf("range %d, %d, %v", start, end, ok)
	}
	if v, ok := s.Rows[11].MiscValue("Gloss"); !ok || v != "a b" {
		t.Errorf("Gloss is %q", v)
	}
	if err := s.CheckTree(); err != nil {
		t.Errorf("a tree is refused: %v", err)
	}
	if r := all[1].Rows[0]; r.Form != "_" || r.Head != NoHead || all[1].Rows[1].Form != "New York" {
		t.Errorf("rows %+v", all[1].Rows)
	}
	if all[1].CheckTree() == nil {
		t.Error("a word without head passes as part of a tree")
	}
}

func TestBuild(t *testing.T) {
	var s Sentence
	s.AddComment("newpar", "")
	s.AddComment("sent_id", "a-1")
	s.Rows = []Row{{ID: ID{N: 1}, Form: "Go", Rel: "root"}}
	s.Rows[0].AddMisc("SpaceAfter", "No")
	s.Rows[0].SetRange(3, 5)
	if got, want := write(t, []*Sentence{&s}), "# newpar\n# sent_id = a-1\n1\tGo\t_\t_\t_\t_\t0\troot\t_\tSpaceAfter=No|TokenRange=3:5\n\n"; got != want {
		t.Errorf("got %q", got)
	}
}

// row is a line of ten columns; what is not given is "_".
func row(cols ...string) string {
	for len(cols) < 10 {
		cols = append(cols, "_")
	}
	return strings.Join(cols, "\t") + "\n"
}

func TestFaults(t *testing.T) {
	one := row("1", "Go")
	for name, c := range map[string]struct {
		text string
		line int
		msg  string
	}{
		"columns":           {"1\tGo\n\n", 1, "2 columns"},
		"too many columns":  {strings.TrimSuffix(one, "\n") + "\tx\n\n", 1, "11 columns"},
		"empty column":      {one + "2\t\t_\t_\t_\t_\t_\t_\t_\t_\n\n", 2, "column FORM is empty"},
		"no end":            {one, 1, "ends inside a sentence"},
		"half a line":       {"# a", 1, "no end"},
		"blank line first":  {"\n" + one + "\n", 1, "blank line"},
		"two blank lines":   {one + "\n\n", 3, "blank line"},
		"comments alone":    {"# a\n\n", 2, "blank line"},
		"comment inside":    {one + "# a\n\n", 2, "inside a sentence"},
		"carriage return":   {"# a\n" + strings.Replace(one, "\n", "\r\n", 1) + "\n", 2, "MISC: tabs, line ends"},
		"broken UTF-8":      {row("1", "\xff") + "\n", 1, "broken UTF-8"},
		"id":                {row("01", "Go") + "\n", 1, "no id"},
		"id of zero":        {row("0", "Go") + "\n", 1, "no id"},
		"id left out":       {one + row("3", "on") + "\n", 2, "word 3, want 2"},
		"token backwards":   {row("2-1", "Go") + one + "\n", 1, "token 2-1"},
		"tokens cross":      {row("1-2", "ab") + one + row("2-3", "bc") + row("2", "b") + row("3", "c") + "\n", 3, "token 2-3"},
		"token too long":    {row("1-2", "ab") + one + "\n", 2, "ends with word 2"},
		"token with a tag":  {row("1-2", "ab", "_", "X") + one + row("2", "b") + "\n", 1, "multiword token"},
		"empty node":        {one + row("1.2", "on") + "\n", 2, "want 1.1"},
		"empty nodes alone": {row("0.1", "on") + "\n", 1, "without words"},
		"head":              {row("1", "Go", "_", "_", "_", "_", "2", "x") + "\n", 1, "head 2 outside"},
		"head below zero":   {row("1", "Go", "_", "_", "_", "_", "-1", "x") + "\n", 1, "is no number"},
		"own head":          {"# a\n" + row("1", "Go", "_", "_", "_", "_", "1", "x") + "\n", 2, "its own head"},
		"part of speech":    {row("1", "Go", "_", "NN") + "\n", 1, "no part of speech"},
		"feature":           {row("1", "Go", "_", "_", "_", "Tense") + "\n", 1, "no name=value"},
		"order of features": {row("1", "Go", "_", "_", "_", "Tense=Past|Mood=Ind") + "\n", 1, "in the order"},
		"features twice":    {row("1", "Go", "_", "_", "_", "Mood=Imp|Mood=Ind") + "\n", 1, "each once"},
		"bar of features":   {row("1", "Go", "_", "_", "_", "Mood=Imp|") + "\n", 1, "end with a bar"},
		"dependencies":      {row("1", "Go", "_", "_", "_", "_", "0", "root", "7:x") + "\n", 1, "head 7 is not"},
		"no such node":      {row("1", "Go", "_", "_", "_", "_", "0", "root", "1.1:x") + "\n", 1, "head 1.1 is not"},
		"space in a tag":    {row("1", "Go", "_", "_", "N N") + "\n", 1, "a space in"},
		"space at an edge":  {row("1", "Go ") + "\n", 1, "a space at the edge"},
		"line too long":     {"# " + strings.Repeat("a", MaxLine) + "\n" + one + "\n", 1, "more than"},
		"too many comments": {strings.Repeat("#\n", MaxComments+1) + one + "\n", MaxComments + 1, "comments"},
	} {
		_, err := ReadAll(strings.NewReader(c.text))
		var e *Error
		if !errors.As(err, &e) || e.Line != c.line || !strings.Contains(e.Msg, c.msg) {
			t.Errorf("%s: got %v, want line %d: … %s …", name, err, c.line, c.msg)
		}
	}
}

// TestStops checks that a reader gives its fault again and that a failing source is told.
func TestStops(t *testing.T) {
	r := NewReader(strings.NewReader("x\n\n" + row("1", "Go") + "\n"))
	_, first := r.Read()
	if _, again := r.Read(); first == nil || again != first {
		t.Errorf("%v, then %v", first, again)
	}
	broken := errors.New("broken pipe")
	if _, err := ReadAll(io.MultiReader(strings.NewReader("# a\n"), failing{broken})); !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
	if all, err := ReadAll(strings.NewReader("")); len(all) != 0 || err != nil {
		t.Errorf("an empty file: %v, %v", all, err)
	}
}

type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }

func TestWriteRefuses(t *testing.T) {
	for _, s := range []*Sentence{
		{},
		{Rows: []Row{{ID: ID{N: 2}, Form: "a"}}},
		{Rows: []Row{{ID: ID{N: 1}, Form: "a\nb"}}},
		{Rows: []Row{{ID: ID{N: 1}}}},
		{Rows: []Row{{ID: ID{N: 1}, Form: strings.Repeat("a", MaxLine)}}},
		{Comments: []string{"text"}, Rows: []Row{{ID: ID{N: 1}, Form: "a"}}},
		{Comments: []string{"#" + strings.Repeat("a", MaxLine)}, Rows: []Row{{ID: ID{N: 1}, Form: "a"}}},
	} {
		var e *Error
		if err := NewWriter(io.Discard).Write(s); !errors.As(err, &e) {
			t.Errorf("%.80v was written: %v", s, err)
		}
	}
}

func TestCheckTree(t *testing.T) {
	for _, c := range []struct {
		heads []int
		want  string
	}{
		{[]int{0}, ""},
		{[]int{2, 0, 2}, ""},
		{[]int{2, 3, 4, 0}, ""},
		{[]int{0, 0}, "both roots"},
		{[]int{2, 1}, "no word is the root"},
		{[]int{0, 3, 2}, "a circle"},
		{[]int{0, 3, 4, 2, 2}, "a circle"},
		{[]int{0, 7}, "outside"},
	} {
		var s Sentence
		for i, h := range c.heads {
			s.Rows = append(s.Rows, Row{ID: ID{N: i + 1}, Form: "a", Head: h, Rel: "dep"})
		}
		err := s.CheckTree()
		if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v: got %v, want %q", c.heads, err, c.want)
		}
	}
}

// shared is the folder of the reference material, or the test is skipped.
func shared(t *testing.T) string {
	t.Helper()
	dir := os.Getenv("ANNALS_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "shared")
	}
	if _, err := os.Stat(filepath.Join(dir, "data", "treebank")); err != nil {
		t.Skipf("treebanks missing: %v", err)
	}
	return dir
}

// TestTreebanks reads the treebanks, checks each tree and its text, and writes them again byte for byte.
func TestTreebanks(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(shared(t), "data", "treebank", "*.conllu.gz"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no treebanks: %v", err)
	}
	for _, name := range files {
		packed, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		z, err := gzip.NewReader(bytes.NewReader(packed))
		if err != nil {
			t.Fatal(err)
		}
		want, err := io.ReadAll(z)
		if err != nil {
			t.Fatal(err)
		}
		all, err := ReadAll(bytes.NewReader(want))
		if err != nil {
			t.Fatalf("%s: %v", filepath.Base(name), err)
		}
		for _, s := range all {
			if err := s.CheckTree(); err != nil {
				t.Errorf("%s: %v", filepath.Base(name), err)
			}
			if v, _ := s.Comment("text"); v != s.Text() {
				t.Errorf("%s: line %d: text %q, tokens %q", filepath.Base(name), s.Line, v, s.Text())
			}
		}
		if got := write(t, all); got != string(want) {
			t.Errorf("%s: written otherwise than read", filepath.Base(name))
		}
	}
}

// FuzzRead: what is read is written again byte for byte, and read alike.
func FuzzRead(f *testing.F) {
	f.Add(invented)
	f.Add("# a\n" + row("1-2", "ab") + row("1", "a") + row("2", "b") + "\n")
	f.Add(row("0.1", "x") + row("1", "_", "_", "X", "_", "A=b", "0", "root", "0:root", "SpaceAfter=No") + "\n")
	f.Fuzz(func(t *testing.T, text string) {
		in := NewReader(strings.NewReader(text))
		var b strings.Builder
		w := NewWriter(&b)
		var all []*Sentence
		for {
			s, err := in.Read()
			if err != nil {
				if e := (*Error)(nil); !errors.Is(err, io.EOF) && (!errors.As(err, &e) || e.Line < 1) {
					t.Fatalf("error %v has no line", err)
				}
				break
			}
			_, _ = s.Text(), s.CheckTree()
			if err := w.Write(s); err != nil {
				t.Fatalf("read but not written: %v", err)
			}
			all = append(all, s)
		}
		if err := w.Flush(); err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(text, b.String()) {
			t.Fatalf("read %q, written %q", text, b.String())
		}
		again, err := ReadAll(strings.NewReader(b.String()))
		if err != nil || !reflect.DeepEqual(again, all) {
			t.Fatalf("read again: %v", err)
		}
	})
}
