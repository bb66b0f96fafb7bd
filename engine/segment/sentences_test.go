package segment

import (
	"strings"
	"testing"

	"annals/engine/doc"
)

// sentences are the texts of the sentences with a bar between them.
func sentences(d *doc.Document) string {
	var list []string
	for _, s := range d.Sentences {
		list = append(list, strings.ReplaceAll(d.Word(s.Span), "\n", "/"))
	}
	return strings.Join(list, " | ")
}

// TestSentences gives the sentences with bars; the text is the same without them.
func TestSentences(t *testing.T) {
	s := english(t)
	for _, want := range []string{
		"Norvia left. | Ostland stayed! | Why? | Nobody knows.",
		"Gen. Orlo met Sen. Mara Iven in St. Orlan on Jan. 5. | They talked.",
		"It happened in the U.S. | The court sat at 5 p.m. | It rose at 7 p.m. Monday.",
		"The U.S. President Ann Vale met T. J. Orlo Jr. of Ostoil Inc. on Monday.",
		"Article No. 5 holds. | The price rose 2.5 percent to $3.70. | In 2019 it fell.",
		"“We won.” | “They lost.” | So he said.",
		"“It is what it is.” | He left.",
		"“It is what it is.” he said.",
		"“Who did it?” asked Mara Iven.",
		"“Who did it?” Minister Mara Iven asked. | Nobody spoke.",
		"\"Is it true?\" | The crowd fell silent.",
		"She said: “We go. | We stay.”",
		"Norvia announced. from its news agency that it left.",
		"He waited... and left. | Then… the end. | Well... | Nothing came.",
		"It fell (see below). | (The rest stayed.) | Fine.",
		"War of the Coast: Norvia attacks the port of Mara.",
		"It ended in May.[3] | Nobody won. [4] [5] | The war went on.",
		"The talks ended.Then the war began.",
		"The prize went to Ostland vs. Norvia. | It rained.",
		"They sell oil, gas, etc. in Ostland. | They buy bread, etc. | It rained.",
		"i went home. it rained. i slept.",
		"al-Orlan fell. | al-Mara stood.",
		"They came to Washington, D.C. | He said no.",
		"It begins at 5 p.m. (Norvian time) in the U.S. (on the coast) or Washington, D.C. — Mara Iven knows.",
		"They flew to the U.S. | “We are tired,” he said.",
		"The minister spoke . | Nobody listened .",
		"He left. | 40 people stayed. | “No.” | - Mara Iven",
	} {
		text := strings.ReplaceAll(want, " | ", " ")
		if strings.HasPrefix(want, "i went") {
			want = "i went home. | it rained. | i slept."
		}
		if strings.HasPrefix(want, "He left. | 40") {
			text = "He left. 40 people stayed. “No.”\n\n- Mara Iven"
		}
		if strings.HasPrefix(want, "The talks ended.Then") {
			want = "The talks ended. | Then the war began."
		}
		if got := sentences(read(s, "", text)); got != want {
			t.Errorf("\n got %s\nwant %s", got, want)
		}
	}
}

func TestTitleIsOneSentence(t *testing.T) {
	d := read(english(t), "Truce signed. War over? Not yet", "Norvia signed a truce. It holds.")
	if got, want := sentences(d), "Truce signed. War over? Not yet | Norvia signed a truce. | It holds."; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if d.Sentences[0].Kind != doc.Headline || d.Sentences[1].Kind != doc.Prose {
		t.Errorf("kinds %d, %d", d.Sentences[0].Kind, d.Sentences[1].Kind)
	}
}

// TestLines gives texts with line breaks and the sentences that come of them; a stroke is a break inside a sentence.
func TestLines(t *testing.T) {
	s := english(t)
	for _, c := range []struct{ text, want string }{
		{"Norvia left\n\nOstland stayed", "Norvia left | Ostland stayed"},
		{"Norvia left\nOstland stayed", "Norvia left | Ostland stayed"},
		{"Norvia left.\r\nOstland stayed.\r\n\r\nEnd.", "Norvia left. | Ostland stayed. | End."},
		{"The parties agreed on:\n- a truce\n- an exchange of prisoners\n• new talks", "The parties agreed on: | - a truce | - an exchange of prisoners | • new talks"},
		{ // hard wraps
			"The government of Norvia told reporters in Arland City on Monday that\nit would send aid to the coast of Ostland, where a storm had cut off\nseveral villages. The ministers of both states will meet on Friday to\ntalk about it.",
			"The government of Norvia told reporters in Arland City on Monday that/it would send aid to the coast of Ostland, where a storm had cut off/several villages. | The ministers of both states will meet on Friday to/talk about it."},
		{ // hard wraps with indented paragraphs
			"    The government of Norvia told reporters in Arland City on Monday\nthat it would send aid to the coast of Ostland.\n    The ministers of both states will meet on Friday in the capital of\nOstland, officials said, to talk about the aid and the roads.",
			"The government of Norvia told reporters in Arland City on Monday/that it would send aid to the coast of Ostland. | The ministers of both states will meet on Friday in the capital of/Ostland, officials said, to talk about the aid and the roads."},
		{ // one line a paragraph, not wrapped
			"The government of Norvia told reporters in Arland City that it would send aid.\nOstland thanked Norvia.\nThe ministers of both states will meet on Friday.",
			"The government of Norvia told reporters in Arland City that it would send aid. | Ostland thanked Norvia. | The ministers of both states will meet on Friday."},
		{ // a lone break inside a sentence
			"The government of Norvia told reporters in Arland City on Monday that it would send aid to the coast of Ostland, where a storm had cut off several\nvillages and roads. It did.",
			"The government of Norvia told reporters in Arland City on Monday that it would send aid to the coast of Ostland, where a storm had cut off several/villages and roads. | It did."},
	} {
		if got := sentences(read(s, "", c.text)); got != c.want {
			t.Errorf("\n got %s\nwant %s", got, c.want)
		}
	}
}

func TestLongSentenceIsCut(t *testing.T) {
	s := english(t)
	clause := "that Ostland had sent troops over the river; "
	d := read(s, "", "Norvia said "+strings.Repeat(clause, 100)+"and stopped.")
	if len(d.Sentences) < 2 || len(d.Notes) != 1 || !strings.Contains(d.Notes[0], "was cut into 3 pieces") {
		t.Fatalf("%d sentences, notes %q", len(d.Sentences), d.Notes)
	}
	for i, sent := range d.Sentences {
		if sent.Last-sent.First > maxTokens {
			t.Errorf("sentence %d has %d words", i, sent.Last-sent.First)
		}
		if i < len(d.Sentences)-1 && d.Form(sent.Last-1) != ";" {
			t.Errorf("sentence %d was cut after %q", i, d.Form(sent.Last-1))
		}
	}
	if d := read(s, "", strings.Repeat("word ", 10000)); len(d.Sentences) != 25 || len(d.Paragraphs) != 1 {
		t.Errorf("10,000 words without a stop: %d sentences, %d paragraphs", len(d.Sentences), len(d.Paragraphs))
	}
}
