package context

import (
	"testing"

	"annals/record"
)

func TestCompose(t *testing.T) {
	planned := Effect{Status: record.Planned}
	maybe := Effect{Status: record.Hypothetical}
	off := Effect{Status: record.Cancelled}
	not := Effect{Polarity: record.Negated}
	denies := Effect{Polarity: record.Denied}
	for _, c := range []struct {
		name     string
		effects  []Effect
		status   record.Status
		polarity record.Polarity
	}{
		{"visited", nil, "", record.Affirmed},
		{"plans to visit", []Effect{planned}, record.Planned, record.Affirmed},
		{"may plan to visit", []Effect{planned, maybe}, record.Hypothetical, record.Affirmed},
		{"plans that may come", []Effect{maybe, planned}, record.Hypothetical, record.Affirmed},
		{"called off the planned visit", []Effect{planned, off}, record.Cancelled, record.Affirmed},
		{"did not visit", []Effect{not}, "", record.Negated},
		{"did not fail to visit", []Effect{not, not}, "", record.Affirmed},
		{"denied that it visited", []Effect{denies}, "", record.Denied},
		{"denied that it did not visit", []Effect{not, denies}, "", record.Affirmed},
		{"did not deny that it visited", []Effect{denies, not}, "", record.Affirmed},
		{"managed to visit", []Effect{{Real: true}}, record.Occurred, record.Affirmed},
	} {
		s := State{Polarity: record.Affirmed}
		for _, e := range c.effects {
			s = Compose(s, e)
		}
		if s.Status != c.status || s.Polarity != c.polarity {
			t.Errorf("%s: %v, want %s %s", c.name, s, c.status, c.polarity)
		}
	}
}
