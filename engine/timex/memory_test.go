package timex

import (
	"io/fs"
	"testing/fstest"
)

// memory is a file system of strings.
type memory map[string]string

func (m memory) Open(name string) (fs.File, error) {
	files := fstest.MapFS{}
	for n, s := range m {
		files[n] = &fstest.MapFile{Data: []byte(s)}
	}
	return files.Open(name)
}
