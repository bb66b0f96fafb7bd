package doc

// EachOther reports whether a word stands for the other ones of several who act: "each
// other", "one another", "the other".
func (d *Document) EachOther(tok int32) bool {
	second := func(lemma string) bool {
		for c := range d.Children(tok) {
			if c == tok+1 && d.Tokens[c].Lemma == lemma {
				return true
			}
		}
		return false
	}
	switch d.Tokens[tok].Lemma {
	case "each":
		return second("other")
	case "one":
		return second("another")
	case "other":
		det := d.Child(tok, "det")
		return d.Tokens[tok].UPOS != "NOUN" && d.HasRel(tok, "obj", "iobj") && det >= 0 && d.Tokens[det].Lemma == "the"
	}
	return false
}
