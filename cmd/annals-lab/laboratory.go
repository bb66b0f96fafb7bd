package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
)

// laboratory is what all verbs share: the flags of the root.
type laboratory struct {
	shared string
	json   bool
}

// folder finds the reference material: --shared, ANNALS_SHARED, or a folder
// "shared" that stands in one of the folders above the current one.
func (l *laboratory) folder() (string, error) {
	for _, dir := range []string{l.shared, os.Getenv("ANNALS_SHARED")} {
		if dir == "" {
			continue
		}
		if !isShared(dir) {
			return "", fmt.Errorf("%s: not the reference material: no gold/ and data/ in it", dir)
		}
		return dir, nil
	}
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for {
		if here := filepath.Join(dir, "shared"); isShared(here) {
			return here, nil
		}
		up := filepath.Dir(dir)
		if up == dir {
			return "", errors.New("the reference material is missing: name its folder with --shared or ANNALS_SHARED")
		}
		dir = up
	}
}

func isShared(dir string) bool {
	for _, sub := range []string{"gold", "data"} {
		if info, err := os.Stat(filepath.Join(dir, sub)); err != nil || !info.IsDir() {
			return false
		}
	}
	return true
}

// module is the folder of the checkout.
func module() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for {
		if b, err := os.ReadFile(filepath.Join(dir, "go.mod")); err == nil && strings.HasPrefix(string(b), "module annals\n") {
			return dir, nil
		}
		up := filepath.Dir(dir)
		if up == dir {
			return "", errors.New("not inside the checkout of annals")
		}
		dir = up
	}
}

// goldFile is a file as named, or the gold set of that name: dev-read, mission.
func (l *laboratory) goldFile(name string) (string, error) {
	if _, err := os.Stat(name); err == nil || strings.ContainsAny(name, "./\\") {
		return name, nil
	}
	dir, err := l.folder()
	if err != nil {
		return "", err
	}
	if name == "mission" {
		return filepath.Join(dir, "mission", "expected.jsonl"), nil
	}
	return filepath.Join(dir, "gold", name+".jsonl"), nil
}

// setName is the name of a gold file's set.
func setName(path string) string {
	base := filepath.Base(path)
	if base == "expected.jsonl" {
		return filepath.Base(filepath.Dir(path))
	}
	return strings.TrimSuffix(strings.TrimSuffix(base, ".gz"), ".jsonl")
}

// commit names the state of the checkout that is measured, "" where git cannot tell.
func commit(cmd *cobra.Command) string {
	git := func(args ...string) (string, error) {
		out, err := exec.CommandContext(cmd.Context(), "git", args...).Output()
		return strings.TrimSpace(string(out)), err
	}
	name, err := git("rev-parse", "--short=12", "HEAD")
	if err != nil {
		return ""
	}
	if dirty, err := git("status", "--porcelain", "--untracked-files=no"); err != nil || dirty != "" {
		name += "+"
	}
	return name
}

// printer is a result that knows its own table.
type printer interface{ Print(io.Writer) error }

// print writes a result: as one JSON object with --json, else as its table.
func (l *laboratory) print(cmd *cobra.Command, result any) error {
	out := cmd.OutOrStdout()
	if l.json {
		return json.NewEncoder(out).Encode(result)
	}
	switch r := result.(type) {
	case printer:
		return r.Print(out)
	case interface{ WriteTable(io.Writer, bool) error }:
		return r.WriteTable(out, false)
	case fmt.Stringer:
		_, err := fmt.Fprintln(out, strings.TrimRight(r.String(), "\n"))
		return err
	}
	enc := json.NewEncoder(out)
	enc.SetIndent("", "  ")
	return enc.Encode(result)
}
