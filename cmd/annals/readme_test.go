package main

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestReadme holds the sample that README.md shows to what the program prints: the report, its table and its first
// record. Where the line breaks stand is README's own.
func TestReadme(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	printed := func(args ...string) string {
		var out, errs bytes.Buffer
		if code := run(context.Background(), args, streams{out: &out, err: &errs}); code != exitWell {
			t.Fatalf("%v: exit %d: %s", args, code, errs.String())
		}
		return out.String()
	}
	sample := filepath.Join("..", "..", "examples", "visit.txt")
	text, err := os.ReadFile(sample)
	if err != nil {
		t.Fatal(err)
	}
	table, _, _ := strings.Cut(printed("code", "-f", "table", sample), "Why?")
	record, _, _ := strings.Cut(printed("code", sample), "\n")
	all := unspaced(string(readme))
	for _, c := range []struct{ what, text string }{
		{"the report", string(text)}, {"the table", table}, {"the record", record},
	} {
		if !strings.Contains(all, unspaced(c.text)) {
			t.Errorf("%s in README.md is not what the program has now:\n%s", c.what, c.text)
		}
	}
}

// TestLinks holds that the files to which the documents link are there.
func TestLinks(t *testing.T) {
	list, err := exec.Command("git", "-C", "../..", "ls-files", "*.md").Output()
	if err != nil {
		t.Skip("no git checkout: ", err)
	}
	link := regexp.MustCompile(`\]\(([^)#\s]+)`)
	n := 0
	for _, doc := range strings.Fields(string(list)) {
		doc = filepath.Join("..", "..", doc)
		text, err := os.ReadFile(doc)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range link.FindAllStringSubmatch(string(text), -1) {
			if strings.Contains(m[1], "://") {
				continue
			}
			n++
			if _, err := os.Stat(filepath.Join(filepath.Dir(doc), m[1])); err != nil {
				t.Errorf("%s: a link to %s, which is not there", doc, m[1])
			}
		}
	}
	if n < 20 {
		t.Errorf("%d links found: the documents or the pattern have changed", n)
	}
}

func unspaced(s string) string { return strings.Join(strings.Fields(s), "") }
