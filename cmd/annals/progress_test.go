package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// shared is a buffer for several goroutines.
type shared struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (s *shared) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.Write(p)
}

func (s *shared) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.String()
}

func TestProgress(t *testing.T) {
	dir := t.TempDir()
	for name, size := range map[string]int{"a": 300, "b": 100, ".hidden": 50} {
		if err := os.WriteFile(filepath.Join(dir, name), make([]byte, size), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	size := measure([]string{dir})
	if size.total != 400 {
		t.Fatalf("total %d", size.total)
	}
	if one := measure([]string{filepath.Join(dir, "a")}); one.total != 0 {
		t.Errorf("the share of a single file cannot be known, but its extent is %d", one.total)
	}
	w := &shared{}
	p := newProgress(w, "never", false, size)
	p.open()
	p.step(&tally{read: 41208, aside: 31}, filepath.Join(dir, "b"))
	line := p.line()
	for _, want := range []string{"41,208 reports", "31 set aside", "75 %"} {
		if !strings.Contains(line, want) {
			t.Errorf("%q lacks %q", line, want)
		}
	}
	if _, err := p.Write([]byte("annals: a word\n")); err != nil {
		t.Fatal(err)
	}
	p.done()
	p.done()
	if !strings.Contains(w.String(), "annals: a word\n") {
		t.Errorf("talk is lost: %q", w.String())
	}
	unknown := newProgress(w, "never", false, extent{})
	unknown.step(&tally{read: 5}, "x")
	if s := unknown.line(); strings.Contains(s, "%") || unknown.left() != "" {
		t.Errorf("a share is invented: %q", s)
	}
}

func TestTally(t *testing.T) {
	tl := &tally{read: 1200, coded: 1190}
	for range 7 {
		tl.setAside("in French (detected, 0.98)")
	}
	tl.setAside("in Spanish (declared)")
	var b bytes.Buffer
	tl.print(&b, false, 0)
	if want := "annals: 1,200 read in 0 ms: 1,190 coded · 8 set aside (7 in French, 1 in Spanish) · 0 rejected\n"; b.String() != want {
		t.Errorf("got %q", b.String())
	}
	for n, want := range map[int]string{7: "7", 1000: "1,000", 1234567: "1,234,567"} {
		if got := thousands(n); got != want {
			t.Errorf("thousands(%d) = %s", n, got)
		}
	}
}
