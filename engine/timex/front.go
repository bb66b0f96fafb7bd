package timex

import "annals/engine/doc"

// headSentences is how many sentences at the head of a report may tell its day.
const headSentences = 6

// DatelineDay is the day told by the dateline ("MOSCOW, March 20 (Reuters) -"),
// 0 where there is none or its year cannot be known.
func (s *Stage) DatelineDay(d *doc.Document) doc.Day {
	span := d.Front.DatelineDay
	if span.Empty() {
		span = d.Front.Dateline
	}
	if span.Empty() || span.Start < 0 || int(span.End) > len(d.Text) {
		return 0
	}
	r := reader{words: s.words, rules: s.rules, d: d, ref: d.Published}
	r.items = cut(d.Word(span), span.Start, nil)
	for i := range r.items {
		h, ok := readDate(&r, i)
		if !ok {
			h, ok = readISO(&r, i)
		}
		if !ok || h.part == nil || h.grain != doc.GrainDay {
			continue
		}
		p := *h.part
		if p.year == 0 && d.Published == 0 {
			if _, full := s.fullDate(d); full != 0 {
				r.ref = full
			} else {
				return 0
			}
		}
		// The dateline lies at most a few days before the report appeared.
		if iv, _, ok := p.pick(r.ref, -1); ok {
			return iv.from
		}
	}
	return 0
}

// PublicationDay is the day from which relative dates count: the published day
// of the report, else the day of the dateline, else a full date in the first
// sentences; 0 where none is told.
func (s *Stage) PublicationDay(d *doc.Document) doc.Day {
	day, _ := s.publicationDay(d)
	return day
}

// PublishedBasis says which of them it was: the document's own basis (or
// "published"), "dateline", "text", or "" where no day is known.
func (s *Stage) PublishedBasis(d *doc.Document) string {
	_, basis := s.publicationDay(d)
	return basis
}

func (s *Stage) publicationDay(d *doc.Document) (doc.Day, string) {
	if d.Published != 0 {
		if d.PublishedBasis != "" {
			return d.Published, d.PublishedBasis
		}
		return d.Published, "published"
	}
	if day := s.DatelineDay(d); day != 0 {
		return day, "dateline"
	}
	if _, day := s.fullDate(d); day != 0 {
		return day, "text"
	}
	return 0, ""
}

// fullDate is the first date with day, month and year in the first sentences of the body.
func (s *Stage) fullDate(d *doc.Document) (int32, doc.Day) {
	r := reader{words: s.words, rules: s.rules, d: d}
	for k := 0; k < len(d.Sentences) && k < headSentences; k++ {
		st := &d.Sentences[k]
		r.sent = int32(k)
		r.items = cut(d.Text[st.Start:st.End], st.Start, r.items[:0])
		for i := range r.items {
			for _, try := range [...]func(*reader, int) (hit, bool){readDate, readISO, readSlash} {
				if h, ok := try(&r, i); ok && h.part != nil && h.part.year != 0 && h.part.day != 0 {
					return r.items[i].start, h.iv.from
				}
			}
		}
	}
	return 0, 0
}
