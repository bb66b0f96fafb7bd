package main

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spf13/cobra"

	"annals/examples"
)

// TestHelpExamples runs every example of help, and those of the opening screen, in a
// folder that holds the files they name.
func TestHelpExamples(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	story, ok := examples.Text("visit")
	if !ok {
		t.Fatal("no example visit")
	}
	write("story.txt", story)
	write("page.html", `<html lang="en"><head><title>Norway expels ambassador</title></head><body><article><p>`+strings.Repeat("Norway expelled the Danish ambassador, who was told on Monday that he had to leave the country within a week. ", 4)+`</p></article></body></html>`)
	write("feed.xml", `<?xml version="1.0"?><rss version="2.0"><channel><title>News</title><item><title>Norway expels ambassador</title><description>Norway expelled the Danish ambassador, who had been told to leave the country within a week.</description><pubDate>Wed, 20 Mar 2024 08:00:00 GMT</pubDate></item></channel></rss>`)
	write("reports/a.txt", story)
	write("reports/b.jsonl", `{"id":"b","body":"Norway expelled the Danish ambassador on Monday.","published":"2024-03-20"}`+"\n")
	write("folder/a.txt", story)
	write("my-lang/lexicon/diplomacy.tsv", "#: word pos frame slots note\nzonk  v  Attack  subj:doer{armed} obj:other\n")
	write("my-lang/constructions.rules", "rule direct-object\n  find  h:[VERB] >obj o\n  give  slot obj = o\n  yes   Norway [expelled] the envoy .   o=envoy\n  no    Norway [slept] .\n")
	table := "names\tcountry\tsector\toffice\tfrom\tto\nKari Testesen\tNOR\tGOV\tforeign minister\t2026-01-01\t\n"
	write("offices.tsv", table)
	base, err := os.ReadFile("../../kb/base.bin")
	if err != nil {
		t.Fatal(err)
	}
	write("old.bin", string(base))
	write("new.bin", string(base))
	t.Chdir(dir)
	lines := map[string]string{}
	collect(newRoot(streams{out: io.Discard, err: io.Discard}), lines, t)
	for _, line := range strings.Split(screen, "\n") {
		if strings.HasPrefix(line, "  annals ") {
			cmd, _, _ := strings.Cut(strings.TrimSpace(line), "   ")
			lines[cmd] = "screen"
		}
	}
	if len(lines) < 20 {
		t.Errorf("only %d examples", len(lines))
	}
	for line, verb := range lines {
		if errs, code := pipeline(t, line); code != exitWell {
			t.Errorf("%s: %s: exit %d: %s", verb, line, code, errs)
		}
	}
}

// collect gathers the examples of a command and those below it; each verb has three.
func collect(cmd *cobra.Command, lines map[string]string, t *testing.T) {
	if cmd.Example != "" {
		own := strings.Split(cmd.Example, "\n")
		if len(own) != 3 {
			t.Errorf("%s has %d examples, not 3", cmd.Name(), len(own))
		}
		for _, l := range own {
			lines[strings.TrimSpace(l)] = cmd.Name()
		}
	} else if cmd.HasParent() && cmd.Annotations == nil {
		t.Errorf("%s has no examples", cmd.Name())
	}
	for _, c := range cmd.Commands() {
		collect(c, lines, t)
	}
}

// pipeline runs a line of commands divided by | with > at its end, as a shell does.
func pipeline(t *testing.T, line string) (errs string, code int) {
	t.Helper()
	line, file, redirected := strings.Cut(line, " > ")
	var data []byte
	for _, part := range strings.Split(line, " | ") {
		words := shellWords(part)
		switch words[0] {
		case "head":
			first, _, _ := bytes.Cut(data, []byte("\n"))
			data = append(first, '\n')
			continue
		case "annals":
		default:
			t.Fatalf("the example pipes into %s", words[0])
		}
		var out, stderr bytes.Buffer
		if code := run(context.Background(), words[1:], streams{in: bytes.NewReader(data), out: &out, err: &stderr}); code != exitWell && !(words[1] == "code" && words[len(words)-1] == "-") {
			return stderr.String(), code
		}
		data = out.Bytes()
	}
	if redirected {
		if err := os.WriteFile(strings.TrimSpace(file), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return "", exitWell
}

// shellWords divides a command at spaces, save those between quotation marks.
func shellWords(s string) []string {
	var out []string
	for i, part := range strings.Split(s, `"`) {
		if i%2 == 1 {
			out = append(out, part)
		} else {
			out = append(out, strings.Fields(part)...)
		}
	}
	return out
}

// TestNumbers holds that each number of an error in the sources is explained, and
// that none is explained that no source uses.
func TestNumbers(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	var used strings.Builder
	for _, f := range files {
		if strings.HasSuffix(f, "_test.go") || f == "topics.go" {
			continue
		}
		src, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		used.Write(src)
	}
	known := map[string]bool{}
	for _, n := range numbers() {
		known[n.number] = true
		if !strings.Contains(used.String(), n.number) {
			t.Errorf("%s is explained but not used", n.number)
		}
	}
	for rest := used.String(); ; {
		_, after, ok := strings.Cut(rest, `"E0`)
		if !ok {
			return
		}
		if n := "E0" + after[:3]; !known[n] {
			t.Errorf("%s is used but not explained", n)
		}
		rest = after
	}
}
