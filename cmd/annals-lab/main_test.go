package main

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"annals-lab": func() { os.Exit(run(context.Background(), os.Args[1:])) }})
}

// TestScripts runs the program as testdata/script tells. Scripts that need the
// reference material begin with [!shared] skip.
func TestScripts(t *testing.T) {
	shared := os.Getenv("ANNALS_SHARED")
	if shared == "" {
		shared = filepath.Join("..", "..", "..", "shared")
	}
	shared, err := filepath.Abs(shared)
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: filepath.Join("testdata", "script"),
		Setup: func(e *testscript.Env) error {
			if isShared(shared) {
				e.Setenv("SHARED", shared)
			}
			return nil
		},
		Condition: func(cond string) (bool, error) {
			return cond == "shared" && isShared(shared), nil
		},
	})
}
