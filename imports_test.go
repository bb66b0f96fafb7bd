package annals

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestImportOrder holds the packages to the order written down in
// docs/import-order.txt: a package may import those on lines above its own and
// those on its own line that it names with ">".
func TestImportOrder(t *testing.T) {
	src, err := os.ReadFile("docs/import-order.txt")
	if err != nil {
		t.Fatal(err)
	}
	rank := map[string]int{}
	for n, line := range strings.Split(string(src), "\n") {
		line, _, _ = strings.Cut(line, "#")
		for _, p := range strings.Fields(line) {
			if _, ok := rank[p]; ok {
				t.Errorf("docs/import-order.txt:%d: %s stands twice", n+1, p)
			}
			rank[p] = n
		}
	}
	err = filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (path == "lab/work" || path == "tools" || path == "lab/compare" || d.Name() == "testdata" || strings.HasPrefix(d.Name(), ".") && path != ".") {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		pkg := filepath.ToSlash(filepath.Dir(path))
		own, ok := rank[pkg]
		if !ok {
			t.Errorf("package %s has no line in docs/import-order.txt", pkg)
			rank[pkg] = 1 << 20
			return nil
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, i := range f.Imports {
			dep, ok := strings.CutPrefix(strings.Trim(i.Path.Value, `"`), "annals/")
			if strings.Trim(i.Path.Value, `"`) == "annals" {
				dep, ok = ".", true
			}
			if ok && rank[dep] >= own {
				t.Errorf("%s imports %s, which stands not above %s in docs/import-order.txt", path, dep, pkg)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
