package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"runtime/debug"

	"github.com/spf13/cobra"

	"annals"
	"annals/engine/syntax"
	"annals/kb"
	"annals/kb/own"
	"annals/lang/en"
	"annals/ontology"
	"annals/record"
)

func versionCommand(s streams) *cobra.Command {
	f := &kbFlags{}
	cmd := &cobra.Command{
		Use:   "version",
		Short: "Print the versions of all that a record depends on",
		Example: `  annals version
  annals version | head -1
  annals version > versions.txt`,
		Args: usage(cobra.NoArgs),
		RunE: func(*cobra.Command, []string) error {
			tables, err := f.tables(nil, s)
			if err != nil {
				return err
			}
			if err := version(s.out, tables); err != nil {
				return err
			}
			return end(f.rows(exitWell))
		},
	}
	f.addKB(cmd)
	return cmd
}

// version prints what a record depends on, the user's own tables among it.
func version(out io.Writer, tables []*own.Table) error {
	// The two large files are hashed side by side.
	type hashed struct {
		digest   string
		entities int
		err      error
	}
	done := make(chan hashed, 1)
	go func() {
		base, err := kb.Default()
		if err != nil {
			done <- hashed{err: err}
			return
		}
		if len(tables) > 0 {
			base = base.With(own.Layers(tables)...)
		}
		done <- hashed{base.Digest(), base.Len(), nil}
	}()
	model, err := syntax.Default()
	if err != nil {
		return err
	}
	modelDigest := model.Digest()
	base := <-done
	if base.err != nil {
		return base.err
	}
	language, err := digest(en.Files())
	if err != nil {
		return err
	}
	codes, err := digest(ontology.Builtin())
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(out, `annals          %s%s
record          %s
syntax model    %s
language        en %s
codebook        PLOVER and CAMEO %s
knowledge base  %s, %d entities
`, annals.Version, build(), record.Schema, modelDigest, language, codes, base.digest, base.entities)
	for _, t := range tables {
		if err == nil {
			_, err = fmt.Fprintf(out, "own table       %s %s, %s\n", t.File, t.Digest(), counted(len(t.Rows), "row"))
		}
	}
	return err
}

// build is the revision and the Go that made the program, as far as they are known.
func build() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	s := " (" + info.GoVersion
	for _, set := range info.Settings {
		switch {
		case set.Key == "vcs.revision" && len(set.Value) > 12:
			s += ", revision " + set.Value[:12]
		case set.Key == "vcs.modified" && set.Value == "true":
			s += ", changed since"
		}
	}
	return s + ")"
}

// digest is a short hash over the names and bytes of all files.
func digest(files fs.FS) (string, error) {
	h := sha256.New()
	err := fs.WalkDir(files, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		src, err := fs.ReadFile(files, path)
		fmt.Fprintf(h, "%s\x00%d\x00", path, len(src))
		h.Write(src)
		return err
	})
	return hex.EncodeToString(h.Sum(nil)[:8]), err
}
