package assemble

import (
	"annals/engine/doc"
	"annals/record"
)

// counted says what the number of a frame's other side counts.
var counted = map[string]string{
	"Kill": "killed", "Massacre": "killed", "Assassinate": "killed", "Execute": "killed", "Wound": "wounded", "Arrest": "arrested",
	"Deport": "displaced", "Abduct": "abducted", "Release": "released", "Convict": "convicted",
}

// amounts lists the numbers told with the frames of a draft.
func (m *maker) amounts(w *draft) []record.Amount {
	var out []record.Amount
	for _, i := range w.frames {
		fr := &m.d.Frames[i]
		kind := m.entries(fr.Entry)
		for _, a := range fr.Args {
			what := counted[fr.Name]
			if fr.Name == "Demonstrate" && a.Role == kind.Actor {
				what = "participants"
			} else if a.Role != kind.Target || what == "" {
				continue
			}
			if a.Mention < 0 || !m.d.Mentions[a.Mention].Count.Has {
				continue
			}
			out = addAmount(out, amount(what, m.d.Mentions[a.Mention].Count, m))
		}
	}
	return out
}

func amount(what string, r doc.Range, m *maker) record.Amount {
	c := countOf(r, m.d)
	return record.Amount{What: what, Min: c.Min, Max: c.Max, Text: c.Text, Span: m.pts.span(r.Span)}
}

func addAmount(list []record.Amount, a record.Amount) []record.Amount {
	for _, x := range list {
		if x.What == a.What && x.Span == a.Span {
			return list
		}
	}
	return append(list, a)
}
