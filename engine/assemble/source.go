package assemble

import (
	"annals/engine/doc"
	"annals/record"
)

// chain writes the speakers, leaving out one who is the doer of the speech act itself.
func (m *maker) chain(sources []doc.Source, w *draft) record.Chain {
	var out record.Chain
	for _, s := range sources {
		if m.aside(w, s) || len(sources) > 1 && m.mereText(s) {
			continue
		}
		sp := record.Speaker{Cue: m.d.Word(s.Cue), Kind: s.Kind, Span: m.pts.span(s.Cue)}
		switch {
		case s.Mention >= 0:
			sp.Party = m.voice(m.author(s.Mention))
		case s.Token >= 0:
			span := m.d.Tokens[s.Token].Span
			if s.Quote >= 0 && !m.d.Quotes[s.Quote].Words.Empty() {
				span = m.d.Quotes[s.Quote].Words
			}
			sp.Party = record.Party{Name: m.d.Word(span), Text: m.d.Word(span), Span: m.pts.span(span), Kind: record.KindUnknown, Via: record.ViaDescription}
		default:
			continue
		}
		out = append(out, sp)
	}
	return out
}

// mereText reports a source that is a text or a finding of nobody told: "the analysis
// shows, the minister said" is the minister's.
func (m *maker) mereText(s doc.Source) bool {
	if s.Mention < 0 {
		return false
	}
	x := &m.d.Mentions[s.Mention]
	return x.Form == doc.Nominal && x.Head >= 0 && !m.acts(s.Mention) && m.author(s.Mention) == s.Mention && m.classes.Has("text-noun", m.d.Tokens[x.Head].Lemma)
}

// aside reports a deed told in passing within what somebody is told to have said, to say
// who or what is meant: "the officer who shot Sow will be charged". The report vouches
// for it as much as the speaker.
func (m *maker) aside(w *draft, s doc.Source) bool {
	if s.Quote < 0 || m.d.Quotes[s.Quote].Kind != "indirect" {
		return false
	}
	node := m.d.Frames[w.frames[0]].Head
	for n := 0; n < 6 && node >= 0; n++ {
		if m.d.HasRel(node, "acl:relcl") {
			for c := range m.d.Children(node) {
				if m.classes.Has("relative-word", m.d.Tokens[c].Lemma) && (m.d.Child(c, "case") >= 0 || m.d.HasRel(c, "advmod")) {
					return false // "a meeting at which they agreed" is told for its own sake
				}
			}
			up := m.d.Tokens[node].Head
			return m.d.Quotes[s.Quote].Content[0].Start <= m.d.Tokens[up].Start
		}
		if m.d.HasRel(node, "ccomp", "root", "parataxis") {
			return false
		}
		node = m.d.Tokens[node].Head
	}
	return false
}

// author is who made the text at a mention, where a text speaks for somebody ("a
// report by Amnesty finds"), else the mention itself.
func (m *maker) author(mention int32) int32 {
	head := m.d.Mentions[mention].Head
	if head < 0 || m.acts(mention) || !m.classes.Has("text-noun", m.d.Tokens[head].Lemma) {
		return mention
	}
	for c := range m.d.Children(head) {
		if i := m.byTok[c]; i >= 0 && m.d.Mentions[i].Head == c && m.acts(i) &&
			(m.d.HasRel(c, "nmod:poss", "compound", "amod") || m.d.HasRel(c, "nmod") && m.hasCase(c, "by", "of", "from")) {
			return i
		}
	}
	return mention
}

// accuser is the source of a deed told only as what somebody is accused of.
func (m *maker) accuser(w *draft) record.Chain {
	node := m.d.Frames[w.frames[0]].Head
	if len(w.frames) > 1 || m.d.Tokens[node].XPOS != "VBG" || !m.ledBy(node, "of") {
		return nil
	}
	for n := 0; n < 2 && node >= 0; n++ {
		node = m.d.Tokens[node].Head
		i, ok := m.frameAt[node]
		if !ok || m.d.Frames[i].Name != "Accuse" {
			continue
		}
		for _, a := range m.d.Frames[i].Args {
			if a.Role == "doer" && a.Mention >= 0 && m.acts(a.Mention) {
				cue := m.d.Tokens[m.d.Frames[i].Head].Span
				return record.Chain{{Party: m.voice(a.Mention), Cue: m.d.Word(cue), Kind: "claims", Span: m.pts.span(cue)}}
			}
		}
	}
	return nil
}
