package gazetteer

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"annals/kb"
)

// Options say where to read and write.
type Options struct {
	Shared string    // the folder that holds data/gazetteer
	Out    string    // the folder that gets base.bin, names.bin and manifest.json
	Log    io.Writer // progress, nil for none

	// WithoutShareAlike leaves out the tables under CC BY-SA.
	WithoutShareAlike bool
}

// Run builds the base: Out/base.bin, Out/names.bin and Out/manifest.json.
func Run(ctx context.Context, o Options) error {
	if o.Log == nil {
		o.Log = io.Discard
	}
	if err := checkLicences(sources); err != nil {
		return fmt.Errorf("build the knowledge base: %w", err)
	}
	b := newBuilder(filepath.Join(o.Shared, "data"), o.Log)
	b.without = o.WithoutShareAlike
	for _, step := range []struct {
		name string
		do   func(*builder) error
	}{
		{"common words", (*builder).commonWords},
		{"given names and surnames", (*builder).personNames},
		{"countries", (*builder).countries},
		{"international bodies", (*builder).bodies},
		{"groups", (*builder).groups},
		{"parties", (*builder).parties},
		{"parties in government", (*builder).governing},
		{"armed groups of UCDP", (*builder).ucdp},
		{"institutions", (*builder).institutions},
		{"media, companies and universities", (*builder).enterprises},
		{"people", (*builder).people},
		{"regions", (*builder).regions},
		{"cities and divisions", (*builder).places},
		{"natural features", (*builder).features},
		{"metonyms", (*builder).metonyms},
	} {
		if err := ctx.Err(); err != nil {
			return fmt.Errorf("build the knowledge base: %w", err)
		}
		if err := step.do(b); err != nil {
			return fmt.Errorf("build the knowledge base: %s: %w", step.name, err)
		}
		fmt.Fprintf(o.Log, "%-36s %7d entities %7d aliases\n", step.name, len(b.ents), len(b.aliases))
	}
	data, err := kb.Encode(b.contents())
	if err != nil {
		return fmt.Errorf("build the knowledge base: %w", err)
	}
	if _, err := kb.Open(data); err != nil {
		return fmt.Errorf("build the knowledge base: what was written cannot be read: %w", err)
	}
	manifest, err := b.manifest(data)
	if err != nil {
		return fmt.Errorf("build the knowledge base: manifest: %w", err)
	}
	names, err := b.nameList()
	if err != nil {
		return fmt.Errorf("build the knowledge base: %w", err)
	}
	for name, content := range map[string][]byte{"base.bin": data, "names.bin": names, "manifest.json": manifest} {
		if err := os.WriteFile(filepath.Join(o.Out, name), content, 0o644); err != nil {
			return fmt.Errorf("build the knowledge base: %w", err)
		}
	}
	fmt.Fprintf(o.Log, "base.bin %d bytes, names.bin %d\n", len(data), len(names))
	return nil
}

// nameList packs the texts of the aliases, without the keys that no text can equal.
func (b *builder) nameList() ([]byte, error) {
	var list []string
	for _, a := range b.aliases {
		if a.Folded != "" && a.Folded[0] >= ' ' {
			list = append(list, a.Folded)
		}
	}
	return kb.EncodeNames(list)
}

type manifestSource struct {
	Number     int    `json:"number"`
	Table      string `json:"table"`
	Repository string `json:"repository"`
	Commit     string `json:"commit"`
	Licence    string `json:"licence"`
	ShareAlike bool   `json:"share_alike,omitempty"`
	Rows       int    `json:"rows"`
	Entities   int    `json:"entities"` // facts of the base that carry the number
	Aliases    int    `json:"aliases"`
	Offices    int    `json:"offices"`
	Digest     string `json:"sha256,omitempty"`
}

// manifest lists what the base was made of.
func (b *builder) manifest(data []byte) ([]byte, error) {
	var m struct {
		Digest   string           `json:"sha256"`
		Bytes    int              `json:"bytes"`
		Entities int              `json:"entities"`
		Aliases  int              `json:"aliases"`
		Offices  int              `json:"offices"`
		Kinds    map[string]int   `json:"kinds"`
		Sources  []manifestSource `json:"sources"`
	}
	sum := sha256.Sum256(data)
	m.Digest, m.Bytes, m.Entities, m.Aliases = hex.EncodeToString(sum[:]), len(data), len(b.ents), len(b.aliases)
	for _, l := range b.offices {
		m.Offices += len(l)
	}
	m.Kinds = map[string]int{}
	type count struct{ entities, aliases, offices int }
	counts := make([]count, len(sources)+1)
	for _, e := range b.ents {
		m.Kinds[e.Kind.String()]++
		counts[e.Source].entities++
	}
	for _, a := range b.aliases {
		counts[a.Source].aliases++
	}
	for _, l := range b.offices {
		for _, o := range l {
			counts[o.Source].offices++
		}
	}
	for i, s := range sources {
		if b.without && s.ShareAlike {
			continue
		}
		c := counts[i+1]
		m.Sources = append(m.Sources, manifestSource{i + 1, s.Table, s.Repository, s.Commit, s.Licence, s.ShareAlike, b.rows[i], c.entities, c.aliases, c.offices, b.digests[i]})
	}
	out, err := json.MarshalIndent(m, "", "  ")
	return append(out, '\n'), err
}
