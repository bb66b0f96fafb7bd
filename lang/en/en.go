// Package en is English as data: tables of words and rules of constructions.
// A user's own folder is laid over it, file by file.
package en

import (
	"embed"
	"io/fs"
)

//go:embed *.tsv *.rules *.parses lexicon/*.tsv
var files embed.FS

// Files is the built-in language folder.
func Files() fs.FS { return files }
