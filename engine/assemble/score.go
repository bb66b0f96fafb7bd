package assemble

import "annals/record"

// The score is an estimate of the share of events like this one that are right. Its
// terms were read off the development items that may be read (docs/decisions/0006),
// less a margin because the engine was made on them; they are few, so that `annals
// why` can tell them.
const (
	baseScore       = 0.64
	shortReport     = 0.08 // news items of a few sentences are read better than articles
	longReport      = -0.04
	severalTellings = 0.06
	knownParty      = 0.05
	notYetReal      = -0.15 // hypothetical
)

// shortSentences is the length up to which a report counts as short.
const shortSentences = 4

var typeScore = map[string]float64{
	"ACCUSE": 0.12, "ASSAULT": 0.1, "SUPPORT": 0.12, "REQUEST": 0.1, "SANCTION": 0.06, "RETREAT": 0.05,
	"CONSULT": -0.06, "CONCEDE": -0.1, "MOBILIZE": -0.08, "COOPERATE": -0.1, "COERCE": 0.02, "REJECT": 0,
}

func (m *maker) score(w *draft) float64 {
	s := baseScore + typeScore[w.coding.Type]
	if len(m.d.Sentences) <= shortSentences {
		s += shortReport
	} else {
		s += longReport
	}
	if len(w.frames) > 1 {
		s += severalTellings
	}
	for _, x := range append(append([]side(nil), w.actors...), w.targets...) {
		if m.final(x.mention).Entity != 0 {
			s += knownParty
			break
		}
	}
	if w.status == record.Hypothetical {
		s += notYetReal
	}
	return round(min(max(s, 0.05), 0.95))
}
