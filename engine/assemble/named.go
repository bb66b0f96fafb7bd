package assemble

import (
	"strings"

	"annals/engine/doc"
)

// namesBehind is the people named behind a word for them in the plural: "ministers A, B
// and C", "three ministers – A, B and C –", "three ministers resigned: A, B and C". It
// reads the row of names as it stands, since the tree of a long one is seldom right.
func (m *maker) namesBehind(x *doc.Mention) []int32 {
	if x.Head < 0 || x.Kind != doc.Person && x.Kind != doc.Group || !strings.Contains(m.d.Tokens[x.Head].Feats, "Number=Plur") {
		return nil
	}
	switch {
	case x.Form == doc.Named && (x.Head < x.First || x.Head >= x.Last): // the word is read as the title of the first
		return several(m.namesInRow(x.First))
	case x.Form == doc.Nominal && x.Plural && m.inSentence(x.Last, x.Sent):
		if out := several(m.namesInRow(x.Last)); len(out) > 0 {
			return out
		}
		if !x.Count.Has || x.Count.Min != x.Count.Max {
			return nil
		}
		for _, t := range []int32{x.Last, m.colonBehind(x)} {
			if t < 0 || m.d.Tokens[t].UPOS != "PUNCT" || !m.inSentence(t+1, x.Sent) {
				continue
			}
			if out := several(m.namesInRow(t + 1)); int64(len(out)) == int64(x.Count.Min) {
				return out
			}
		}
	}
	return nil
}

func several(list []int32) []int32 {
	if len(list) < 2 {
		return nil
	}
	return list
}

func (m *maker) inSentence(t, sent int32) bool {
	return t >= 0 && t < m.d.Sentences[sent].Last
}

// colonBehind is the colon of the sentence behind a mention, or -1.
func (m *maker) colonBehind(x *doc.Mention) int32 {
	for t := x.Last; t < m.d.Sentences[x.Sent].Last; t++ {
		if m.d.Form(t) == ":" {
			return t
		}
	}
	return -1
}

// namesInRow is the people by name that stand one behind the other from a token on,
// divided by commas, "and" and what stands in brackets.
func (m *maker) namesInRow(t int32) []int32 {
	sent := m.d.Tokens[t].Sent
	var out []int32
	last := int32(-1) // the end of the name before
	for t < m.d.Sentences[sent].Last {
		x := m.personAt(t, sent)
		if x >= 0 {
			if last == t {
				return nil // two names without a comma are no row
			}
			out = append(out, x)
			t = m.d.Mentions[x].Last
			last = t
			continue
		}
		switch form := m.d.Form(t); {
		case form == "(" && len(out) > 0:
			for t < m.d.Sentences[sent].Last && m.d.Form(t) != ")" {
				t++
			}
		case form != "," && form != ";" && m.d.Tokens[t].UPOS != "CCONJ" || len(out) == 0:
			return out
		}
		t++
	}
	return out
}

// personAt is the person by name whose words, title and all, begin at a token, or -1.
func (m *maker) personAt(t, sent int32) int32 {
	for _, i := range m.mentionsIn[sent] {
		y := &m.d.Mentions[i]
		if y.Form != doc.Named || y.Kind != doc.Person {
			continue
		}
		if y.First == t || y.Full.Start == m.d.Tokens[t].Start && y.First > t {
			return i
		}
	}
	return -1
}
