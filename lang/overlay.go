// Package lang lays a user's folder of tables and rules over the built-in one and
// reads the classes of words that all stages share.
package lang

import (
	"errors"
	"io/fs"
	"path"
	"sort"
)

// Over is base with the files of top laid over it: a file that top has is taken
// from top, all others from base; folders list both.
func Over(top, base fs.FS) fs.FS {
	if top == nil {
		return base
	}
	return overlay{top, base}
}

type overlay struct{ top, base fs.FS }

// Open opens the file of top or, where it has none, of base.
func (o overlay) Open(name string) (fs.File, error) {
	f, err := o.top.Open(name)
	if err != nil && errors.Is(err, fs.ErrNotExist) {
		return o.base.Open(name)
	}
	return f, err
}

// ReadDir lists the files of both, each once, by name.
func (o overlay) ReadDir(name string) ([]fs.DirEntry, error) {
	a, errA := fs.ReadDir(o.top, name)
	b, errB := fs.ReadDir(o.base, name)
	if errA != nil && errB != nil {
		return nil, errB
	}
	seen := map[string]bool{}
	var out []fs.DirEntry
	for _, e := range append(a, b...) {
		if !seen[e.Name()] {
			seen[e.Name()] = true
			out = append(out, e)
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Name() < out[j].Name() })
	return out, nil
}

// Glob finds the files of both that match the pattern.
func (o overlay) Glob(pattern string) ([]string, error) {
	dir := path.Dir(pattern)
	entries, err := o.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var out []string
	for _, e := range entries {
		name := path.Join(dir, e.Name())
		if ok, err := path.Match(pattern, name); err != nil {
			return nil, err
		} else if ok && !e.IsDir() {
			out = append(out, name)
		}
	}
	return out, nil
}
