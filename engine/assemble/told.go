package assemble

import "annals/engine/doc"

// meansClasses are the classes of words that tell with what an act was done, the
// most telling first.
var meansClasses = []string{"suicide", "drone", "chemical", "missile", "artillery", "aircraft", "explosive", "firearm", "blade", "fire", "ship"}

// means lists the classes of the instruments told with a frame: in its own words,
// in the noun before it, in the slots for means, and beside the noun acted on.
func (m *maker) means(fr *doc.Frame) []string { return m.meansBut(fr) }

// meansBut is means, some words not counted.
func (m *maker) meansBut(fr *doc.Frame, not ...string) []string {
	var out []string
	see := func(tok int32) {
		if contains(not, m.d.Tokens[tok].Lemma) {
			return
		}
		for _, c := range meansClasses {
			if m.classes.Has(c, m.d.Tokens[tok].Lemma) && !contains(out, c) {
				out = append(out, c)
			}
		}
	}
	look := func(tok int32) {
		see(tok)
		for c := range m.d.Children(tok) {
			if m.d.HasRel(c, "compound", "amod", "conj", "nmod") && !m.d.HasRel(c, "nmod:poss") {
				see(c)
			}
		}
	}
	for c := range m.d.Children(fr.Head) {
		if m.d.HasRel(c, "compound", "amod") {
			see(c)
		}
	}
	for _, a := range fr.Args {
		if a.Role == "means" {
			look(a.Head)
		}
	}
	// "a bomb exploded, killing ten": the subject of the clause above.
	if up := m.d.Tokens[fr.Head].Head; up >= 0 && m.d.HasRel(fr.Head, "advcl") && m.d.Tokens[fr.Head].XPOS == "VBG" {
		if s := m.d.Child(up, "nsubj"); s >= 0 && (m.classes.Has("explosive", m.d.Tokens[s].Lemma) || m.classes.Has("missile", m.d.Tokens[s].Lemma) || m.classes.Has("drone", m.d.Tokens[s].Lemma)) {
			look(s)
		}
	}
	for c := range m.d.Children(fr.Head) {
		if mark := m.d.Child(c, "mark"); m.d.HasRel(c, "advcl") && mark >= 0 && m.d.Tokens[mark].Lemma == "by" {
			see(c) // "killed by shelling"
		}
		if m.d.HasRel(c, "obl", "nmod") && m.hasCase(c, "with", "in", "by", "using", "from") {
			if i := m.byTok[c]; i < 0 || !m.acts(i) {
				look(c)
			}
		}
	}
	return out
}

// topic is what a request, promise, refusal or threat is about: the topic of the
// act told there, else the class of its noun.
func (m *maker) topic(fr *doc.Frame) string {
	for _, a := range fr.Args {
		if a.Role != "thing" && a.Role != "topic" {
			continue
		}
		if t := m.topicAt(a.Head); t != "" {
			return t
		}
	}
	return ""
}

// topicClasses are classes of nouns that make a topic without telling an act.
var topicClasses = []struct{ class, topic string }{
	{"meeting-noun", "meet"}, {"talk", "meet"}, {"agreement", "settle"}, {"aid", "assist-aid"}, {"money", "assist-economic"},
	{"troops", "assist-military"}, {"weapon", "assist-military"}, {"relations", "support"}, {"sanction", "sanction"},
	{"policy", "change-policy"}, {"election", "change-leadership"},
}

func (m *maker) topicAt(tok int32) string {
	// "stop attacking", "an end to the siege": what is asked is to yield.
	if m.classes.Has("stopping", m.d.Tokens[tok].Lemma) {
		return "yield-ceasefire"
	}
	if i := m.frameOf(tok); i >= 0 {
		if t := m.entries(m.d.Frames[i].Entry).Topic; t != "" {
			return t
		}
	}
	for _, c := range topicClasses {
		if m.classes.Has(c.class, m.d.Tokens[tok].Lemma) {
			return c.topic
		}
	}
	for c := range m.d.Children(tok) {
		if m.d.HasRel(c, "obj", "nmod", "xcomp") {
			if i, ok := m.frameAt[c]; ok {
				if t := m.entries(m.d.Frames[i].Entry).Topic; t != "" {
					return t
				}
			}
		}
	}
	return ""
}

func contains(list []string, x string) bool {
	for _, y := range list {
		if x == y {
			return true
		}
	}
	return false
}
