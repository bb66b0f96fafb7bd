package ontology

import "sort"

// keys lists the keys of a map in order, so that hints are the same each time.
func keys[V any](m map[string]V) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	sort.Strings(out)
	return out
}
