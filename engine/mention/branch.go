package mention

import "annals/kb"

// branch reports whether a company's name and that of a state right after it are one
// name: "Ford Norland".
func (f *finder) branch(p, next piece) bool {
	if p.kind != pieceName && p.kind != pieceFresh || next.kind != pieceOrigin || p.j != next.i {
		return false
	}
	if b := f.alias[next.i]; b.kind != kb.Country || b.demonym != 0 || f.tok(next.i).UPOS != "PROPN" {
		return false
	}
	f.hits = f.base.AppendLookupBytes(f.hits[:0], f.folded(p.i, p.j))
	for i := range f.hits {
		if f.base.Entity(f.hits[i].Entity).Kind == kb.Company {
			return true
		}
	}
	return false
}
