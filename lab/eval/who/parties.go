package who

import (
	"context"
	"path/filepath"

	"annals/engine/doc"
	"annals/lab/eval/events"
	"annals/report"
)

// partyMetrics are the figures of SCORING.md, rule 3, that are about parties.
func partyMetrics() []string {
	return []string{"country", "sector", "name", "found_party", "parties_p", "parties_r", "parties_f1", "dyad_p", "dyad_r", "dyad_f1"}
}

// Parties measures the parties of events on the gold development items under the
// reference material, or on the files named, by SCORING.md, rule 3: of the gold
// parties of paired events, the share found on their side, and of the found ones
// those with the right country, sector and name. The figures are those of the
// items of all files together, and of each file apart. "words" tells, whatever
// the events are, how often the mention that covers the words of a gold party
// has its country and sector; "actor cases" are the hand-made ones of NGEC, each
// a phrase with a date.
func Parties(ctx context.Context, e Engine, shared string, files ...string) (Result, error) {
	named := len(files) > 0
	if !named {
		for _, set := range []string{"dev-read", "dev-score", "dev-status"} {
			files = append(files, filepath.Join(shared, "gold", set+".jsonl"))
		}
	}
	res := newResult("parties", "")
	var gold []events.Item
	var all []events.Line
	for _, path := range files {
		items, err := events.ReadGold(path)
		if err != nil {
			return res, err
		}
		coded, err := events.Code(ctx, e, items)
		if err != nil {
			return res, err
		}
		name := setOf(path)
		if res.Set != "" {
			res.Set += " "
		}
		res.Set += name
		if res.Per[name], err = partyFigures(items, coded); err != nil {
			return res, err
		}
		words, err := partyWords(e, items)
		if err != nil {
			return res, err
		}
		res.Per["words "+name] = words
		gold, all = append(gold, items...), append(all, coded...)
	}
	res.Items = len(gold)
	figures, err := partyFigures(gold, all)
	if err != nil {
		return res, err
	}
	res.Metrics = figures
	if !named {
		cases, err := actorCases(e, filepath.Join(shared, "data", "events", "actor_cases_dev.jsonl.gz"))
		if err != nil {
			return res, err
		}
		res.Per["actor cases"] = cases
	}
	return res, nil
}

// partyFigures scores coded items and keeps what is about parties.
func partyFigures(gold []events.Item, coded []events.Line) (map[string]float64, error) {
	r, _, err := events.Score(gold, coded, events.Options{})
	if err != nil {
		return nil, err
	}
	out := map[string]float64{}
	for _, k := range partyMetrics() {
		out[k] = r.Metrics[k]
	}
	return out, nil
}

// partyWords looks at the mentions on which the gold parties stand, one for each
// span of a report.
func partyWords(e Engine, items []events.Item) (map[string]float64, error) {
	parties, covered, country, both := 0, 0, 0, 0
	for i := range items {
		d, err := read(e, items[i].Report())
		if err != nil {
			return nil, err
		}
		offsets := codePoints(d.Text)
		seen := map[[2]int]bool{}
		for _, ev := range items[i].Events {
			for _, p := range append(append([]events.Party{}, ev.Actors...), ev.Targets...) {
				if p.Span == nil || seen[*p.Span] || p.Span[1] >= len(offsets) {
					continue
				}
				seen[*p.Span] = true
				parties++
				m := bestMention(d, doc.Span{Start: int32(offsets[p.Span[0]]), End: int32(offsets[p.Span[1]])})
				if m == nil {
					continue
				}
				covered++
				if m.Country == p.Country {
					country++
					if m.Sector == p.Sector {
						both++
					}
				}
			}
		}
	}
	return map[string]float64{"parties": float64(parties), "covered": over(covered, parties), "country": over(country, parties), "country_sector": over(both, parties)}, nil
}

// actorCase is one of the hand-made cases of NGEC.
type actorCase struct {
	ID, Text, Date string
	Expected       map[string]string
}

// undated is the day of the cases that tell none.
const undated = "2023-01-15"

// actorCases reads each text as a report of its own; a case is right where all
// that it expects is.
func actorCases(e Engine, path string) (map[string]float64, error) {
	cases, right := 0, 0
	var country, sector, name tally
	err := jsonLines(path, func(g actorCase) error {
		if g.Date == "" || g.Date == "today" {
			g.Date = undated
		}
		d, err := read(e, &report.Report{ID: g.ID, Body: g.Text, Published: g.Date})
		if err != nil {
			return err
		}
		got := doc.Mention{}
		if m := bestMention(d, doc.Span{End: int32(len(d.Text))}); m != nil {
			got = *m
		}
		cases++
		good := true
		check := func(t *tally, asked, ok bool) {
			if asked {
				t.gold++
				if ok {
					t.right++
				}
				good = good && ok
			}
		}
		want, asked := g.Expected["country"]
		check(&country, asked, got.Country == want)
		want, asked = g.Expected["sector"]
		// a bare state has no sector there and GOV here; so do states' peoples
		check(&sector, asked, got.Sector == want || want == "" && (got.Kind == doc.State || got.Kind == doc.Group || got.Via == "nationality"))
		want, asked = g.Expected["wiki"]
		check(&name, asked && want != "", bareName(got.Name) == bareName(want))
		if good {
			right++
		}
		return nil
	})
	return map[string]float64{"cases": float64(cases), "right": over(right, cases), "country": country.recall(), "sector": sector.recall(), "name": name.recall()}, err
}
