package segment

import (
	"strings"
	"testing"

	"annals/engine/doc"
)

func TestDateline(t *testing.T) {
	s := english(t)
	const rest = " Norvia signed a truce on Monday."
	for _, c := range []struct{ head, dateline, place, day, agencies string }{
		{"ARLAND CITY, March 20 (Reuters) -", "ARLAND CITY, March 20 (Reuters) -", "ARLAND CITY", "March 20", "Reuters"},
		{"Arland City (AFP) –", "Arland City (AFP) –", "Arland City", "", "AFP"},
		{"ARLAND CITY —", "ARLAND CITY —", "ARLAND CITY", "", ""},
		{"PORT MARA, Ostland (AP) —", "PORT MARA, Ostland (AP) —", "PORT MARA, Ostland", "", "Associated Press"},
		{"PORT MARA, Ostland, Sept. 3, 2023 (Xinhua) --", "PORT MARA, Ostland, Sept. 3, 2023 (Xinhua) --", "PORT MARA, Ostland", "Sept. 3, 2023", "Xinhua"},
		{"ARLAND/OSTVIK, 3 May (AFP/Reuters) -", "ARLAND/OSTVIK, 3 May (AFP/Reuters) -", "ARLAND/OSTVIK", "3 May", "AFP Reuters"},
		{"ARLAND CITY. May 3. INTERFAX -", "ARLAND CITY. May 3. INTERFAX -", "ARLAND CITY", "May 3", "Interfax"},
		{"(CNN) --", "(CNN) --", "", "", "CNN"},
		{"ARLAND CITY (ONA):", "ARLAND CITY (ONA):", "ARLAND CITY", "", "ONA"},
		{"ST. MARA, N.O., Jan 3 (UPI) -", "ST. MARA, N.O., Jan 3 (UPI) -", "ST. MARA, N.O.", "Jan 3", "UPI"},
		{"MARAVILLE, Ostl., Jan 3 (UPI) -", "MARAVILLE, Ostl., Jan 3 (UPI) -", "MARAVILLE, Ostl.", "Jan 3", "UPI"},
		{"ARLAND CITY, Norvia, Feb. 5. Trend:", "ARLAND CITY, Norvia, Feb. 5. Trend:", "ARLAND CITY, Norvia", "Feb. 5", "Trend"},
		{"PORT MARA, Ostland (Agencies) —", "PORT MARA, Ostland (Agencies) —", "PORT MARA, Ostland", "", ""},
		{"Monday, March 20, 2023", "Monday, March 20, 2023", "", "Monday, March 20, 2023", ""},
		{"Arland City —", "Arland City —", "Arland City", "", ""},
		// not datelines
		{"Mara Iven - the minister - said", "", "", "", ""},
		{"NATO said on Monday –", "", "", "", ""},
		{"OLM–Norvia:", "", "", "", ""},
		{"The Norvian Defence Forces (NDF) –", "", "", "", ""},
		{"Ostland (which is old) –", "", "", "", ""},
	} {
		d := read(s, "A truce", c.head+rest)
		f := d.Front
		var names []string
		for _, a := range f.Agencies {
			names = append(names, a.Name)
		}
		if got := d.Word(f.Dateline); got != c.dateline {
			t.Errorf("%s: dateline %q", c.head, got)
			continue
		}
		if d.Word(f.DatelinePlace) != c.place || d.Word(f.DatelineDay) != c.day || strings.Join(names, " ") != c.agencies {
			t.Errorf("%s: place %q, day %q, agencies %v", c.head, d.Word(f.DatelinePlace), d.Word(f.DatelineDay), names)
		}
		if c.dateline == "" {
			continue
		}
		if k := d.Sentences[1].Kind; k != doc.Colophon || d.Word(d.Sentences[1].Span) != c.dateline {
			t.Errorf("%s: first sentence %q of kind %d", c.head, d.Word(d.Sentences[1].Span), k)
		}
		if got := d.Word(d.Sentences[2].Span); got != strings.TrimSpace(rest) {
			t.Errorf("%s: second sentence %q", c.head, got)
		}
	}
}

// TestTopicIsNoDateline: an item without a title may begin "Topic – happening".
func TestTopicIsNoDateline(t *testing.T) {
	d := read(english(t), "", "War of the Coast – Norvia attacks the port of Mara.")
	if !d.Front.Dateline.Empty() || len(d.Sentences) != 1 {
		t.Errorf("dateline %q, %d sentences", d.Word(d.Front.Dateline), len(d.Sentences))
	}
}

func TestKinds(t *testing.T) {
	s := english(t)
	const prose = "Norvia signed a truce with its neighbour on Monday. It holds so far, officials said."
	for _, c := range []struct {
		line     string
		kind     doc.SentenceKind
		agencies string
	}{
		{"© 2023 AFP", doc.Colophon, "AFP"},
		{"*With AFP", doc.Colophon, "AFP"},
		{"(Reuters)", doc.Colophon, "Reuters"},
		{"Reporting by Mara Iven for Reuters; Editing by T. Orlo", doc.Colophon, "Reuters"},
		{"(Additional reporting by Mara Iven)", doc.Colophon, ""},
		{"Source: Xinhua", doc.Colophon, "Xinhua"},
		{"By Mara Iven and T. Orlo, Reuters", doc.Colophon, ""},
		{"By Mara Iven", doc.Colophon, ""},
		{"Copyright 2023 The Associated Press. All rights reserved.", doc.Colophon, "Associated Press"},
		{"This article was adapted from its French original", doc.Colophon, ""},
		{"A long road", doc.Heading, ""},
		{"What comes next", doc.Heading, ""},
		{"By Monday the war was over.", doc.Prose, ""},
		{"By then Mara Iven had left Ostland", doc.Heading, ""}, // an honest miss: a crosshead by its make-up
		{"Reuters said Norvia had left.", doc.Prose, ""},
		{"Editing by hand is slow in Ostland, said the minister, who had come by train with her staff of ten people and a cook and two dogs and stayed.", doc.Colophon, ""}, // an honest miss: begins as a credit does
		{"The end.", doc.Prose, ""},
		{"- a truce", doc.Prose, ""},
	} {
		d := read(s, "A truce", prose+"\n\n"+c.line+"\n\n"+prose)
		var names []string
		for _, a := range d.Front.Agencies {
			names = append(names, a.Name)
		}
		var got *doc.Sentence
		for i := range d.Sentences {
			if strings.HasPrefix(c.line, d.Word(d.Sentences[i].Span)) {
				got = &d.Sentences[i]
				break
			}
		}
		if got == nil || got.Kind != c.kind || strings.Join(names, " ") != c.agencies {
			t.Errorf("%s: %+v, agencies %v", c.line, got, names)
		}
	}
}

func TestOrigin(t *testing.T) {
	s := english(t)
	for _, c := range []struct{ text, adapted, translated string }{
		{"Norvia left.\n\n*This article was adapted from its French original.", "French", ""},
		{"Norvia left.\n\n(Translated from the Spanish by Mara Iven)", "", "Spanish"},
		{"Norvia left.\n\nAdapted from the original in German", "German", ""},
		{"The play, translated from the Greek, opened in Ostland.", "", ""},
	} {
		d := read(s, "A truce", c.text)
		if d.Front.AdaptedFrom != c.adapted || d.Front.TranslatedFrom != c.translated {
			t.Errorf("%q: adapted from %q, translated from %q", c.text, d.Front.AdaptedFrom, d.Front.TranslatedFrom)
		}
	}
}

// TestCreditAtTheEnd finds an agency that was glued to the last sentence.
func TestCreditAtTheEnd(t *testing.T) {
	s := english(t)
	for _, credit := range []string{" (AFP)", "-AFP", " - AFP", " —AFP/Reuters", " (With AFP)"} {
		d := read(s, "A truce", "Norvia left. Ostland stayed, he said."+credit)
		last := d.Sentences[len(d.Sentences)-1]
		if d.Word(last.Span) != strings.TrimSpace(credit) || last.Kind != doc.Colophon || len(d.Front.Agencies) == 0 {
			t.Errorf("%s: last sentence %q of kind %d, agencies %v", credit, d.Word(last.Span), last.Kind, d.Front.Agencies)
		}
	}
}
