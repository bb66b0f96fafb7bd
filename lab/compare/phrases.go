package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"sort"
	"strconv"
	"strings"

	"annals/lab/eval/pages"
)

// phrasePage is a page of go-trafilatura's comparison.
type phrasePage struct {
	url, file     string
	with, without []string
}

// moduleDir is where the go command keeps go-trafilatura.
func moduleDir() (string, error) {
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/markusmobius/go-trafilatura").Output()
	if err != nil {
		return "", fmt.Errorf("find go-trafilatura: %w", err)
	}
	return strings.TrimSpace(string(out)), nil
}

// loadPhrases reads the table of the comparison out of its Go source.
func loadPhrases(dir string) ([]phrasePage, error) {
	f, err := parser.ParseFile(token.NewFileSet(), filepath.Join(dir, "scripts", "comparison", "data.go"), nil, 0)
	if err != nil {
		return nil, fmt.Errorf("read the comparison's table: %w", err)
	}
	var out []phrasePage
	ast.Inspect(f, func(n ast.Node) bool {
		kv, ok := n.(*ast.KeyValueExpr)
		if !ok {
			return true
		}
		key, isString := kv.Key.(*ast.BasicLit)
		value, isTable := kv.Value.(*ast.CompositeLit)
		if !isString || !isTable {
			return true
		}
		p := phrasePage{url: literal(key)}
		for _, e := range value.Elts {
			field, ok := e.(*ast.KeyValueExpr)
			if !ok {
				continue
			}
			switch fmt.Sprint(field.Key) {
			case "File":
				p.file = literal(field.Value)
			case "With":
				p.with = literals(field.Value)
			case "Without":
				p.without = literals(field.Value)
			}
		}
		if p.file != "" {
			out = append(out, p)
		}
		return false
	})
	sort.Slice(out, func(i, j int) bool { return out[i].url < out[j].url })
	return out, nil
}

func literal(e ast.Expr) string {
	if b, ok := e.(*ast.BasicLit); ok {
		if s, err := strconv.Unquote(b.Value); err == nil {
			return s
		}
	}
	return ""
}

func literals(e ast.Expr) []string {
	var out []string
	if c, ok := e.(*ast.CompositeLit); ok {
		for _, x := range c.Elts {
			if s := literal(x); s != "" {
				out = append(out, s)
			}
		}
	}
	return out
}

// phraseScore counts phrases: wanted ones found, wanted ones missing, unwanted ones found.
type phraseScore struct{ found, missing, wrong, right, failed, pages int }

func (s phraseScore) precision() float64 { return float64(s.found) / float64(s.found+s.wrong) }
func (s phraseScore) recall() float64    { return float64(s.found) / float64(s.found+s.missing) }
func (s phraseScore) f1() float64 {
	return 2 * s.precision() * s.recall() / (s.precision() + s.recall())
}

// runPhrases reads the pages of the comparison that are there.
func runPhrases(dir string, table []phrasePage, r reader) phraseScore {
	var s phraseScore
	for _, p := range table {
		data, err := openPage(dir, p.file)
		if err != nil {
			continue
		}
		s.pages++
		got, err := r.read(pages.Page{File: p.file, URL: p.url, HTML: data})
		if err != nil {
			s.failed++
		}
		text := strings.Join(strings.Fields(got.Text), " ")
		for _, w := range p.with {
			if strings.Contains(text, strings.Join(strings.Fields(w), " ")) {
				s.found++
			} else {
				s.missing++
			}
		}
		for _, w := range p.without {
			if strings.Contains(text, strings.Join(strings.Fields(w), " ")) {
				s.wrong++
			} else {
				s.right++
			}
		}
	}
	return s
}

func openPage(dir, file string) ([]byte, error) {
	for _, sub := range []string{"comparison", "mock", "simple"} {
		if b, err := os.ReadFile(filepath.Join(dir, "test-files", sub, file)); err == nil {
			return b, nil
		}
	}
	return nil, os.ErrNotExist
}
