package ontology

import (
	"io/fs"
	"testing/fstest"

	"annals/table"
)

// CheckFile reports the faults of one table, read in the company of the built-in others.
func CheckFile(name string, src []byte) []table.Problem {
	files := fstest.MapFS{}
	err := fs.WalkDir(builtin, ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := fs.ReadFile(builtin, p)
		files[p] = &fstest.MapFile{Data: b}
		return err
	})
	if err != nil {
		return []table.Problem{{Pos: table.Pos{File: name, Line: 1, Col: 1}, Msg: err.Error()}}
	}
	files[name] = &fstest.MapFile{Data: src}
	_, problems, _ := Load(files)
	var out []table.Problem
	for _, p := range problems {
		if p.File == name {
			out = append(out, p)
		}
	}
	return out
}
