package segment

import (
	"strings"
	"testing"

	"annals/engine/doc"
)

// TestPhenomena gives, for each thing that makes sentences of news hard to find, texts and their sentences with bars between.
func TestPhenomena(t *testing.T) {
	s := english(t)
	for name, cases := range map[string][][2]string{
		"datelines": {
			{"ARLAND CITY, Norvia (AP) — The government fell on Monday. Nobody was hurt.", "ARLAND CITY, Norvia (AP) — | The government fell on Monday. | Nobody was hurt."},
			{"GENEVA, March 3 (Reuters) - Talks began.", "GENEVA, March 3 (Reuters) - | Talks began."},
			{"March 3 (Reuters) - Talks began.", "March 3 (Reuters) - | Talks began."},
		},
		"initials": {
			{"J. T. Orlo met Anna B. Vale in Rome. A. K. Iven stayed away.", "J. T. Orlo met Anna B. Vale in Rome. | A. K. Iven stayed away."},
			{"The letter was signed by M. Iven. It is dated May 4.", "The letter was signed by M. Iven. | It is dated May 4."},
		},
		"abbreviations": {
			{"The U.S. Senate met in the U.S. It rose at noon.", "The U.S. Senate met in the U.S. | It rose at noon."},
			{"Talks were held in Washington, D.C. The U.N. Security Council was told.", "Talks were held in Washington, D.C. | The U.N. Security Council was told."},
			{"Lt. Gen. Orlo and Rep. Vale met Ostoil Inc. officials at 9 a.m. Tuesday.", "Lt. Gen. Orlo and Rep. Vale met Ostoil Inc. officials at 9 a.m. Tuesday."},
			{"The fine was Rs. 45 million. He paid.", "The fine was Rs. 45 million. | He paid."},
		},
		"ellipses": {
			{"“We waited… and nothing came,” she said.", "“We waited… and nothing came,” she said."},
			{"The line went dead... Nobody called back.", "The line went dead... | Nobody called back."},
		},
		"quotations over sentences": {
			{"“We go home. We do not come back,” the envoy said. He left.", "“We go home. | We do not come back,” the envoy said. | He left."},
			{"\"It is over.\" The minister sat down. \"We lost.\"", "\"It is over.\" | The minister sat down. | \"We lost.\""},
			{"“Is it peace?” the envoy asked. “It is.”", "“Is it peace?” the envoy asked. | “It is.”"},
			{"He asked: “Who won? Who lost?”", "He asked: “Who won? | Who lost?”"},
		},
		"headlines": {
			{"Norvia and Ostland sign truce\n\nThe two states signed a truce on Monday.", "Norvia and Ostland sign truce | The two states signed a truce on Monday."},
			{"Truce signed\nThe two states signed a truce.\nIt holds.", "Truce signed | The two states signed a truce. | It holds."},
		},
		"bullets": {
			{"The pact provides for:\n• a truce\n• the exchange of prisoners\n• talks in May", "The pact provides for: | • a truce | • the exchange of prisoners | • talks in May"},
			{"1. The border opens.\n2. Troops leave.", "1. The border opens. | 2. Troops leave."},
		},
		"addresses": {
			{"The text is at https://norvia.example.org/a.html?x=1. It is short.", "The text is at https://norvia.example.org/a.html?x=1. | It is short."},
			{"Write to press@norvia.example.org. Answers come late.", "Write to press@norvia.example.org. | Answers come late."},
		},
		"no stop at all": {
			{"Thanks for the report Please send the other one too.", "Thanks for the report | Please send the other one too."},
			{"i saw the crowd at the gate it was huge. they threw stones? nobody knows", "i saw the crowd at the gate it was huge. | they threw stones? | nobody knows"},
		},
		"names in running text": {
			{"President Mara Iven of the Republic of Norvia met Prime Minister Anna Vale Jr. in Port Orlan on Monday.", "President Mara Iven of the Republic of Norvia met Prime Minister Anna Vale Jr. in Port Orlan on Monday."},
			{"The Kurdish Workers' Party said Yahoo! bought Orlo Steel Co of Ostland in 2019.", "The Kurdish Workers' Party said Yahoo! bought Orlo Steel Co of Ostland in 2019."},
			{"The court freed Orlo; however, Vale stays in prison.", "The court freed Orlo; however, Vale stays in prison."},
			{"She commented, “We stay.”", "She commented, “We stay.”"},
		},
	} {
		for _, c := range cases {
			if got := strings.ReplaceAll(sentences(read(s, "", c[0])), "/ ", "/"); got != c[1] {
				t.Errorf("%s:\n got %s\nwant %s", name, got, c[1])
			}
		}
	}
}

func TestWeights(t *testing.T) {
	w := NewWeights()
	w.Threshold, w.Slip = -3, 40
	w.Feature[7], w.Feature[8], w.Feature[1<<16-1] = 127, -128, 5
	again, err := ReadWeights(w.Encode())
	if err != nil || again.Threshold != -3 || again.Slip != 40 || again.Feature[7] != 127 || again.Feature[8] != -128 || again.Feature[1<<16-1] != 5 {
		t.Errorf("read otherwise than written: %v", err)
	}
	for _, c := range []struct {
		gap  Gap
		want bool
	}{
		{Gap{Features: []uint32{7, 8}}, true}, // -1 is above -3
		{Gap{Features: []uint32{8}}, false},
		{Gap{Features: []uint32{7}, Slip: true}, true},
		{Gap{Features: []uint32{1<<16 - 1}, Slip: true}, false},
		{Gap{}, true},
	} {
		if got := w.Ends(c.gap); got != c.want {
			t.Errorf("%+v: %v", c.gap, got)
		}
	}
	for _, bad := range [][]byte{nil, []byte("annals"), w.Encode()[1:], append(w.Encode(), 0)} {
		if _, err := ReadWeights(bad); err == nil {
			t.Errorf("%d bytes pass as weights", len(bad))
		}
	}
}

// TestGaps checks what is asked of a judge: only places that are unsure, each once, in order, and that its answer counts.
func TestGaps(t *testing.T) {
	s := english(t)
	d := &doc.Document{Text: "Norvia left. Gen. Orlo stayed at home Ostland came. He asked: Why… Nobody knew; Vale did."}
	var asked []string
	s.Gaps(d, func(g Gap) bool {
		word, _, _ := strings.Cut(d.Text[g.At:], " ")
		asked = append(asked, strings.Trim(word, "….:"))
		if len(g.Features) == 0 {
			t.Errorf("no features at %q", word)
		}
		return word == "Ostland"
	})
	if got, want := strings.Join(asked, " "), "Ostland Why Nobody"; got != want {
		t.Errorf("asked at %s, want %s", got, want)
	}
	if got, want := sentences(d), "Norvia left. | Gen. Orlo stayed at home | Ostland came. | He asked: Why… Nobody knew; Vale did."; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	none := s.With(&Weights{Threshold: 1 << 20, Feature: make([]int8, 1<<16)})
	if got := sentences(read(none, "", "Norvia left… Ostland came")); strings.Contains(got, "|") {
		t.Errorf("weights that never end a sentence gave %s", got)
	}
}
