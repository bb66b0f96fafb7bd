package context

import "annals/record"

// State is what is known of a frame's telling at one point of the walk outward.
type State struct {
	Status   record.Status // "" while nothing has been said
	Polarity record.Polarity
	Reported bool // "reportedly", "alleged"
	Drop     bool // not told as an act at all
}

// Effect is what an operator does to the state.
type Effect struct {
	Status   record.Status
	Polarity record.Polarity
	Real     bool // "managed to": what is below took place
	Reported bool
	Drop     bool
}

// rank orders statuses by how much they take away from reality; an operator
// further out can only take more away.
func rank(s record.Status) int {
	switch s {
	case "":
		return 0
	case record.Occurred:
		return 1
	case record.Ongoing:
		return 2
	case record.Planned:
		return 3
	case record.Hypothetical:
		return 4
	}
	return 5 // cancelled, postponed
}

// Compose lets the effect of an operator act on the state of what lies below it.
// Statuses compose by taking away: planned over occurred is planned, possible
// over planned is possible, and what was called off stays called off. Negations
// compose like signs: not … not is affirmed. A denial covers what is affirmed
// below it; the denial of a negation affirms.
func Compose(s State, e Effect) State {
	if rank(e.Status) > rank(s.Status) {
		s.Status = e.Status
	}
	if e.Real && s.Status == "" {
		s.Status = record.Occurred
	}
	switch {
	case e.Polarity == record.Negated && s.Polarity == record.Negated,
		e.Polarity == record.Denied && s.Polarity == record.Negated:
		s.Polarity = record.Affirmed
	case e.Polarity == record.Negated && s.Polarity == record.Denied:
		// "did not deny": the denial falls, and what is left is affirmed.
		s.Polarity = record.Affirmed
	case e.Polarity != "":
		s.Polarity = e.Polarity
	}
	s.Reported = s.Reported || e.Reported
	s.Drop = s.Drop || e.Drop
	return s
}
