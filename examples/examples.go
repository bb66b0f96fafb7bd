// Package examples holds reports of our own writing, on invented happenings
// between real states, to try the program on.
package examples

import (
	"embed"
	"sort"
	"strings"
)

//go:embed *.txt
var files embed.FS

// Names lists the examples.
func Names() []string {
	entries, err := files.ReadDir(".")
	if err != nil {
		return nil
	}
	var out []string
	for _, e := range entries {
		out = append(out, strings.TrimSuffix(e.Name(), ".txt"))
	}
	sort.Strings(out)
	return out
}

// Text is the example of that name; ok is false where there is none.
func Text(name string) (text string, ok bool) {
	b, err := files.ReadFile(name + ".txt")
	return string(b), err == nil
}
