package who

import (
	"fmt"
	"io/fs"
	"strings"

	"annals/engine/coref"
	"annals/engine/doc"
	"annals/engine/link"
	"annals/engine/mention"
	"annals/engine/segment"
	"annals/engine/syntax"
	"annals/kb"
)

// chain is the part of the engine that this evaluation runs.
type chain struct {
	base    *kb.Base
	segment *segment.Stage
	model   *syntax.Model
	scratch *syntax.Scratch
	tree    syntax.Tree
	who     []doc.Stage // mention, link, coref
}

// newChain builds the stages from the tables in tables (lang/en).
func newChain(tables fs.FS) (*chain, error) {
	c := &chain{scratch: new(syntax.Scratch)}
	var err error
	if c.base, err = kb.Default(); err != nil {
		return nil, err
	}
	if c.segment, err = segment.New(tables); err != nil {
		return nil, err
	}
	if c.model, err = syntax.Default(); err != nil {
		return nil, err
	}
	m, err := mention.New(c.base, tables)
	if err != nil {
		return nil, err
	}
	l, err := link.New(c.base, tables)
	if err != nil {
		return nil, err
	}
	r, err := coref.New(c.base, tables)
	if err != nil {
		return nil, err
	}
	c.who = []doc.Stage{m, l, r}
	return c, nil
}

// read makes the document of a report and runs all stages on it.
func (c *chain) read(id, title, text, published string) (*doc.Document, error) {
	d := &doc.Document{ID: id, Title: title, Text: text}
	if title != "" && strings.HasPrefix(text, title) {
		d.Body = int32(len(title) + len(text) - len(title) - len(strings.TrimLeft(text[len(title):], " \n")))
	} else if title != "" {
		d.Text = title + "\n\n" + text
		d.Body = int32(len(title) + 2)
	}
	if published != "" {
		var err error
		if d.Published, err = doc.ParseDay(published); err != nil {
			return nil, fmt.Errorf("item %s: %w", id, err)
		}
	}
	c.segment.Run(d)
	c.parse(d)
	for _, s := range c.who {
		s.Run(d)
	}
	return d, nil
}

// parse fills tags and trees with the embedded model.
func (c *chain) parse(d *doc.Document) {
	var forms []string
	for s := range d.Sentences {
		sent := &d.Sentences[s]
		forms = forms[:0]
		for i := sent.First; i < sent.Last; i++ {
			forms = append(forms, d.Form(i))
		}
		if len(forms) == 0 {
			continue
		}
		c.model.Parse(c.scratch, forms, &c.tree)
		t := &c.tree
		for k := range forms {
			x := &d.Tokens[int(sent.First)+k]
			x.Lemma, x.UPOS, x.XPOS, x.Feats, x.Rel, x.Name = t.Lemma[k], t.UPOS[k], t.XPOS[k], t.Feats[k], t.Rel[k], t.Entity[k]
			x.Head = -1
			if t.Head[k] >= 0 {
				x.Head = sent.First + t.Head[k]
			}
		}
	}
	d.Link()
}
