package explain

import (
	"fmt"
	"strings"

	"annals/engine/doc"
	"annals/record"
)

// relations tells the relations, of one sentence where it is not 0.
func (t *teller) relations(sentence int) []Item {
	var items []Item
	for i := range t.r.Record.Relations {
		r := &t.r.Record.Relations[i]
		from, _ := t.bytes(r.Triggers[0].Span)
		if sentence > 0 && t.d.SentenceAt(from) != int32(sentence-1) {
			continue
		}
		status := r.Status
		if r.Polarity != record.Affirmed {
			status += ", " + string(r.Polarity)
		}
		it := Item{Report: t.r.Record.ID, Kind: KindRelation, N: i + 1, ID: r.ID, Sentence: t.marked(r.Triggers[0].Span),
			Head: fmt.Sprintf("%s %s %s, %s, score %g", flat(r.From.Name), r.Type, flat(r.To.Name), status, r.Score)}
		for f := range t.d.Frames {
			fr := &t.d.Frames[f]
			if fr.Words[0].Start == from && t.r.Trace.Event[f] < 0 && t.r.Trace.Dropped[f] == "" {
				it.Why = append(it.Why, Line{"event", t.sense(f, false)})
			}
		}
		it.Why = append(it.Why, Line{"who", t.party(&r.From, t.d.Published)}, Line{"whom", t.party(&r.To, t.d.Published)})
		it.Why = append(it.Why, t.says(r.Attribution)...)
		items = append(items, it)
	}
	return items
}

// sentences tells for each sentence without an event what came nearest.
func (t *teller) sentences(sentence int) []Item {
	events, relations := map[int32]bool{}, map[int32][]string{}
	for i, e := range t.r.Trace.Event {
		if e >= 0 {
			events[t.d.Tokens[t.d.Frames[i].Head].Sent] = true
		}
	}
	for i := range t.r.Record.Relations {
		from, _ := t.bytes(t.r.Record.Relations[i].Triggers[0].Span)
		s := t.d.SentenceAt(from)
		relations[s] = append(relations[s], fmt.Sprint(i+1))
	}
	var items []Item
	for s := range t.d.Sentences {
		if events[int32(s)] || sentence > 0 && s != sentence-1 {
			continue
		}
		sent := &t.d.Sentences[s]
		it := Item{Report: t.r.Record.ID, Kind: KindSentence, N: s + 1, Head: "no event", Sentence: flat(t.d.Word(sent.Span))}
		switch near := t.nearest(int32(s), sent); {
		case sent.Kind == doc.Colophon:
			it.Why = []Line{{"nearest", "none: a dateline, credit or note, which is not coded"}}
		case len(relations[int32(s)]) > 0:
			it.Why = []Line{{"nearest", "tells what holds, not what happened: relation " + strings.Join(relations[int32(s)], ", ")}}
		case len(near) > 0:
			it.Why = near
		default:
			it.Why = []Line{{"nearest", "none: the lexicon knows no word of this sentence as telling an act"}}
		}
		items = append(items, it)
	}
	return items
}

// nearest lists the frames of a sentence that came to nothing or, where there is
// none, the words that the lexicon knows but could not use.
func (t *teller) nearest(s int32, sent *doc.Sentence) []Line {
	var out []Line
	for i := range t.d.Frames {
		fr := &t.d.Frames[i]
		if t.d.Tokens[fr.Head].Sent == s && t.r.Trace.Dropped[i] != "" {
			out = append(out, Line{"nearest", fmt.Sprintf("%s tells %s (%s), but: %s", quoted(t.trigger(fr)), fr.Name, fr.Sense, t.r.Trace.Dropped[i])})
		}
	}
	if len(out) > 0 {
		return out
	}
	for tok := sent.First; tok < sent.Last; tok++ {
		if why := t.c.Near(t.d, tok); why != "" {
			out = append(out, Line{"nearest", quoted(t.d.Form(tok)) + " might tell " + why})
		}
	}
	return out
}
