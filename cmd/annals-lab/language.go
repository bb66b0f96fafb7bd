package main

import (
	"io/fs"
	"os"
	"path/filepath"
)

// language is the folder of English of the checkout, so that an edited table is measured at once.
func language() (fs.FS, error) {
	root, err := module()
	if err != nil {
		return nil, err
	}
	return os.DirFS(filepath.Join(root, "lang", "en")), nil
}
