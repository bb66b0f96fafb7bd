package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"annals/kb"
)

// TestExitCodes runs each verb to each end that it can have.
func TestExitCodes(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"good.txt":      "Norway expelled the Danish ambassador on Monday.",
		"mixed.jsonl":   "{\"id\":\"a\",\"text\":\"Norway expelled the Danish ambassador.\"}\n{\"id\":\"b\",\"text\":3}\n",
		"bad.jsonl":     "{\"id\":\"b\",\"text\":3}\n",
		"french.txt":    "Le ministre des affaires étrangères est arrivé lundi à Oslo pour une visite de trois jours, a annoncé le gouvernement norvégien. Il doit rencontrer le roi avant de repartir mercredi.",
		"empty.txt":     "",
		"good.tsv":      "#: a b\nx  y\n",
		"loose.tsv":     "#: a b\nx       y\n",
		"faulty.tsv":    "#: a\nx  y\n",
		"record.jsonl":  "{\"schema\":\"annals/1\",\"id\":\"r_1\",\"text\":\"x\"}\n",
		"own.tsv":       "names\tcountry\tsector\toffice\tfrom\tto\nKari Testesen\tNOR\tGOV\tmayor\n",
		"ownfaulty.tsv": "names\tcountry\tsector\toffice\tfrom\tto\nKari Testesen\tNOX\tGOV\tmayor\n",
		"no.jsonl":      "{\"schema\"\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for name, entity := range map[string]string{"old.bin": "Ada Test", "new.bin": "Bo Test"} {
		data, err := kb.Encode(kb.Contents{Entities: []kb.Entity{{Kind: kb.Person, Name: entity}}})
		if err == nil {
			err = os.WriteFile(filepath.Join(dir, name), data, 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := os.MkdirAll(filepath.Join(dir, "lang", "lexicon"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "lang", "lexicon", "x.tsv"), []byte("#: word pos frame slots note\nzonk  v  Nosuch  subj:doer\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir)
	gone, cancel := context.WithCancel(context.Background())
	cancel()
	for _, c := range []struct {
		args string
		ctx  context.Context
		want int
	}{
		{"", nil, exitWell},
		{"nosuch", nil, exitUsage},
		{"help", nil, exitWell},
		{"help nosuch", nil, exitUsage},
		{"help E0203", nil, exitWell},
		{"-h", nil, exitWell},
		{"--nosuch", nil, exitUsage},

		{"code good.txt", nil, exitWell},
		{"code --example nothing", nil, exitWell},
		{"code --example nothing --require 1", nil, exitSome},
		{"code mixed.jsonl", nil, exitSome},
		{"code french.txt", nil, exitSome},
		{"code nosuch.txt", nil, exitUsage},
		{"code --what nosuch good.txt", nil, exitUsage},
		{"code -j -1 good.txt", nil, exitUsage},
		{"code --lang nosuch good.txt", nil, exitUsage},
		{"code bad.jsonl", nil, exitNothing},
		{"code empty.txt", nil, exitNothing},
		{"code --lang lang good.txt", nil, exitNothing},
		{"code good.txt", gone, exitInterrupted},

		{"why good.txt", nil, exitWell},
		{"why mixed.jsonl", nil, exitSome},
		{"why --event 9 good.txt", nil, exitUsage},
		{"why --report nosuch good.txt", nil, exitUsage},
		{"why bad.jsonl", nil, exitNothing},
		{"why good.txt", gone, exitInterrupted},

		{"check good.tsv", nil, exitWell},
		{"check good.txt", nil, exitWell},
		{"check faulty.tsv", nil, exitSome},
		{"check mixed.jsonl", nil, exitSome},
		{"check nosuch.tsv", nil, exitUsage},
		{"check empty.txt", nil, exitNothing},
		{"check good.txt", gone, exitInterrupted},

		{"fmt good.tsv", nil, exitWell},
		{"fmt record.jsonl", nil, exitWell},
		{"fmt -l loose.tsv", nil, exitSome},
		{"fmt -d loose.tsv", nil, exitSome},
		{"fmt", nil, exitUsage},
		{"fmt nosuch.tsv", nil, exitUsage},
		{"fmt no.jsonl", nil, exitNothing},

		{"stages good.txt", nil, exitWell},
		{"stages mixed.jsonl", nil, exitSome},
		{"stages -f nosuch good.txt", nil, exitUsage},
		{"stages bad.jsonl", nil, exitNothing},
		{"stages good.txt", gone, exitInterrupted},

		{"kb Lavrov", nil, exitWell},
		{"kb Zzyzxqqfoo", nil, exitWell},
		{"kb Zzyzxqqfoo --require 1", nil, exitSome},
		{"kb", nil, exitUsage},
		{"kb Lavrov -f nosuch", nil, exitUsage},
		{"kb Lavrov --kb nosuch.tsv", nil, exitUsage},
		{"kb Lavrov --kb ownfaulty.tsv", nil, exitNothing},
		{"kb Lavrov --kb ownfaulty.tsv --lenient", nil, exitSome},
		{"kb diff - -", nil, exitWell},
		{"kb diff old.bin old.bin", nil, exitWell},
		{"kb diff old.bin new.bin", nil, exitSome},
		{"kb diff -", nil, exitUsage},
		{"kb diff - nosuch.bin", nil, exitUsage},
		{"kb diff - good.txt", nil, exitNothing},
		{"kb add own.tsv", nil, exitWell},
		{"kb add ownfaulty.tsv", nil, exitSome},
		{"kb add nosuch.tsv", nil, exitUsage},
		{"kb add own.tsv --to ownfaulty.tsv", nil, exitNothing},
		{"code --kb own.tsv good.txt", nil, exitWell},
		{"code --kb ownfaulty.tsv --lenient good.txt", nil, exitSome},
		{"code --kb ownfaulty.tsv good.txt", nil, exitNothing},

		{"version", nil, exitWell},
		{"version now", nil, exitUsage},
		{"completion bash", nil, exitWell},
		{"completion", nil, exitUsage},
		{"completion tcsh", nil, exitUsage},
	} {
		ctx := c.ctx
		if ctx == nil {
			ctx = context.Background()
		}
		var out, errs bytes.Buffer
		code := run(ctx, strings.Fields(c.args), streams{in: strings.NewReader(""), out: &out, err: &errs})
		if code != c.want {
			t.Errorf("annals %s: exit %d, want %d\n%s", c.args, code, c.want, errs.String())
		}
		if strings.Contains(out.String(), "annals: E0") {
			t.Errorf("annals %s: an error on standard output: %s", c.args, out.String())
		}
		if code == exitUsage || code == exitNothing {
			checkFault(t, c.args, errs.String())
		}
	}
}

// checkFault holds an error to its form: number and what, then what to try; neither
// paths of the source nor types of Go.
func checkFault(t *testing.T, args, errs string) {
	t.Helper()
	if !strings.Contains(errs, "annals: E0") {
		t.Errorf("annals %s: no number in %q", args, errs)
	}
	if strings.Contains(errs, "\n  try: ") == strings.Contains(errs, "E0201") && !strings.Contains(errs, "\n  try: ") {
		t.Errorf("annals %s: nothing to try in %q", args, errs)
	}
	for _, inside := range []string{".go:", "goroutine", "*report.", "*fs.PathError", "main."} {
		if strings.Contains(errs, inside) {
			t.Errorf("annals %s: %q in %q", args, inside, errs)
		}
	}
}

// TestInterrupted holds that Ctrl-C while a pipe is awaited ends the run with 130 and
// that the reports in hand are written.
func TestInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	in, feed := io.Pipe()
	defer feed.Close()
	var data, errs bytes.Buffer
	done := make(chan int)
	go func() {
		code := run(ctx, []string{"code", "-", "-v", "-j", "1", "--progress", "never"}, streams{in: in, out: &data, err: &errs})
		in.Close() // a run that ends early must not leave the writer waiting
		done <- code
	}()
	for _, id := range []string{"a", "b"} {
		if _, err := io.WriteString(feed, `{"id":"`+id+`","text":"Norway expelled the Danish ambassador on Monday.","published":"2024-03-20"}`+"\n"); err != nil {
			t.Fatal(err)
		}
	}
	// The reader awaits more of the input, gets none, and must give up all the same.
	time.Sleep(200 * time.Millisecond)
	cancel()
	select {
	case code := <-done:
		if code != exitInterrupted {
			t.Errorf("exit %d", code)
		}
	case <-time.After(30 * time.Second):
		t.Fatal("the run goes on after Ctrl-C")
	}
	if s := errs.String(); !strings.Contains(s, "E0109") {
		t.Errorf("standard error: %q", s)
	}
	for line := range bytes.Lines(data.Bytes()) {
		if !bytes.HasPrefix(line, []byte(`{"schema"`)) || !bytes.HasSuffix(line, []byte("}\n")) {
			t.Errorf("a broken line: %q", line)
		}
	}
}

// TestFullDisk holds that an output that takes nothing more is told.
func TestFullDisk(t *testing.T) {
	var errs bytes.Buffer
	code := run(context.Background(), []string{"code", "--example", "visit"}, streams{out: full{}, err: &errs})
	if code != exitNothing || !strings.Contains(errs.String(), "E0108") {
		t.Errorf("exit %d: %s", code, errs.String())
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no space left on device") }

// TestBug holds that a panic is told as a bug, without a trace unless asked for.
func TestBug(t *testing.T) {
	var errs bytes.Buffer
	bug("index out of range", []byte("trace"), []string{"code", "x"}, streams{err: &errs})
	if s := errs.String(); !strings.Contains(s, "E0901") || strings.Contains(s, "trace") {
		t.Error(s)
	}
	errs.Reset()
	bug("index out of range", []byte("trace"), []string{"code", "-v"}, streams{err: &errs})
	if !strings.Contains(errs.String(), "trace") {
		t.Error(errs.String())
	}
}
