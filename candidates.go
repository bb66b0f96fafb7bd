package annals

import (
	"strings"
	"unicode/utf8"

	"annals/engine/doc"
	"annals/kb"
	"annals/record"
)

// Candidate is an office that a report gives to somebody of whom the knowledge
// base does not know it. It serves within the report; for other reports it may
// be put into a table of one's own (see package own) after a look at its words.
type Candidate struct {
	Schema  string      `json:"schema"`
	Report  string      `json:"report"`
	Name    string      `json:"name"`
	ID      string      `json:"id,omitempty"` // of a person that the knowledge base knows without the office
	Office  string      `json:"office"`       // in the words of the titles table
	Class   string      `json:"class"`        // as in package kb
	Country string      `json:"country,omitempty"`
	Sector  string      `json:"sector,omitempty"`
	Day     string      `json:"day,omitempty"` // of the report
	Span    record.Span `json:"span"`          // of the name with the words that give the office, in code points
	Text    string      `json:"text"`
}

// Candidates lists the offices that the report gives to people of whom the
// knowledge base does not know them, in the order of the text, each once.
func (r *Reading) Candidates() []Candidate {
	var out []Candidate
	d := r.Document
	seen := map[[3]string]bool{}
	for k := range d.Mentions {
		m := &d.Mentions[k]
		if m.Form != doc.Named || m.Kind != doc.Person || m.Plural || m.Former || m.Office == "" || m.Name == "" || !post(m.Office, m.Class) || m.Sector == "ELI" {
			continue
		}
		words, told := r.office(int32(k))
		if !told || former(d.Word(words)) || r.known(m) {
			continue
		}
		office, class := m.Office, m.Class
		if rank := below(d.Word(words)); rank != "" && !strings.Contains(office, rank) {
			office, class = rank+" "+office, kb.StateOfficial
		}
		key := [3]string{kb.FoldKey(m.Name), office, m.Country}
		if seen[key] {
			continue
		}
		seen[key] = true
		from := utf8.RuneCountInString(d.Text[:words.Start])
		out = append(out, Candidate{Schema: record.Schema, Report: r.Record.ID, Name: m.Name, ID: m.ID, Office: office, Class: class, Country: m.Country, Sector: m.Sector,
			Day: r.Record.Published, Span: record.Span{from, from + utf8.RuneCountInString(d.Word(words))}, Text: d.Word(words)})
	}
	return out
}

// post reports whether a title is that of an office, not of anybody who leads
// or works somewhere: a police chief holds one, a police officer does not.
func post(office, class string) bool {
	var heads []string
	switch class {
	case "", "leader", kb.OtherOffice, kb.StateOfficial, kb.Spokesperson, kb.Legislator:
		return false
	case kb.Military, kb.Police, kb.PartyLeader, kb.RebelLeader, kb.Judge, kb.Intelligence:
		heads = []string{"chief", "commander", "leader", "head", "chair", "secretary", "director", "president", "minister", "commissioner", "prosecutor", "attorney"}
	case kb.Ambassador:
		heads = []string{"ambassador", "envoy", "representative", "consul", "commissioner", "nuncio"}
	default:
		return true
	}
	for _, h := range heads {
		if strings.Contains(office, h) {
			return true
		}
	}
	return false
}

// below is the word by which an office is that of somebody under its holder, ""
// for none.
func below(words string) string {
	for _, w := range strings.Fields(kb.Fold(words)) {
		switch w {
		case "deputy", "vice", "assistant", "shadow", "junior":
			return w
		}
	}
	return ""
}

// former reports whether words tell of an office that has been left.
func former(words string) bool {
	for _, w := range strings.Fields(kb.Fold(words)) {
		switch w {
		case "former", "ex", "late", "ousted", "deposed", "onetime", "then", "outgoing":
			return true
		}
	}
	return false
}

// office is the stretch of a name with the words that give its office: a title
// before it or a description beside it. It is false where the office comes from
// the knowledge base or from another place of the text.
func (r *Reading) office(k int32) (doc.Span, bool) {
	d := r.Document
	m := &d.Mentions[k]
	words := m.Span.Join(m.Full)
	told := kb.Fold(d.Word(words)) != kb.Fold(d.Word(m.Span))
	for j := range d.Mentions {
		if x := &d.Mentions[j]; x.Antecedent == k && x.Form == doc.Nominal && x.Sent == m.Sent && x.Class == m.Class {
			words, told = words.Join(x.Full), true
		}
	}
	return words, told
}

// known reports whether the knowledge base knows that the person of a mention
// holds, or ever held, an office of its class.
func (r *Reading) known(m *doc.Mention) bool {
	if m.Entity == 0 {
		hits := r.base.Lookup(kb.FoldKey(m.Name))
		return len(hits) > 0 && hits[0].Kind != kb.Surname && r.base.Entity(hits[0].Entity).Kind != kb.Person // no person's name
	}
	for _, o := range r.base.Offices(kb.EntityID(m.Entity), nil) {
		if o.Class == m.Class || !kb.OneHolder(m.Class) && kb.Rank(o.Class) >= kb.Rank(m.Class) {
			return true
		}
	}
	return false
}
