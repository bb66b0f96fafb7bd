package syntax

// Default gives the embedded model.
func Default() (*Model, error) { return nil, ErrNoModel }
