package export

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"annals"
)

// conllu writes the trees of a reading in the ten columns of CoNLL-U.
type conllu struct{ w io.Writer }

// Write writes the sentences of one reading.
func (c *conllu) Write(r *annals.Reading) error {
	d := r.Document
	w := bufio.NewWriter(c.w)
	for i := range d.Sentences {
		s := &d.Sentences[i]
		if i == 0 {
			fmt.Fprintf(w, "# newdoc id = %s\n", r.Record.ID)
		}
		fmt.Fprintf(w, "# sent_id = %s-%d\n# text = %s\n", r.Record.ID, i+1, strings.Join(strings.Fields(d.Word(s.Span)), " "))
		for t := s.First; t < s.Last; t++ {
			tok := &d.Tokens[t]
			head := int32(0)
			if tok.Head >= 0 {
				head = tok.Head - s.First + 1
			}
			misc := "_"
			if t+1 < s.Last && d.Tokens[t+1].Start == tok.End {
				misc = "SpaceAfter=No"
			}
			fmt.Fprintf(w, "%d\t%s\t%s\t%s\t%s\t%s\t%d\t%s\t_\t%s\n", t-s.First+1, d.Form(t), cell(tok.Lemma), cell(tok.UPOS), cell(tok.XPOS), cell(tok.Feats), head, cell(tok.Rel), misc)
		}
		fmt.Fprintln(w)
	}
	return w.Flush()
}

// Close does nothing.
func (c *conllu) Close() error { return nil }

func cell(s string) string {
	if s == "" {
		return "_"
	}
	return s
}
