package syntax

import _ "embed"

// embedded is the model built into the program; it is only read.
//
//go:embed model.bin
var embedded []byte

// Default loads the embedded model. It takes some milliseconds: load once and share.
func Default() (*Model, error) { return Load(embedded) }
