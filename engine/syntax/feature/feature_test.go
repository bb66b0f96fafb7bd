package feature

import (
	"fmt"
	"strings"
	"testing"
)

func TestSameKey(t *testing.T) {
	key := func(form string) Key {
		var k Key
		k.Fill(form)
		return k
	}
	same := [][2]string{{"1987", "2024"}, {"“", "\""}, {"don’t", "don't"}}
	for _, p := range same {
		if a, b := fmt.Sprint(key(p[0])), fmt.Sprint(key(p[1])); a != b {
			t.Errorf("%q and %q differ: %s, %s", p[0], p[1], a, b)
		}
	}
	a, b := key("Minister"), key("minister")
	if a.Hash != b.Hash || a.Words != b.Words {
		t.Error("case changes the word")
	}
	if a.Affix[4] == b.Affix[4] {
		t.Error("case does not change the shape")
	}
	if x, y := key("ministers"), key("minister"); x.Hash == y.Hash || x.Affix[0] != y.Affix[0] {
		t.Error("affixes or words are mixed up")
	}
}

func TestRowsInside(t *testing.T) {
	for _, form := range []string{"", "a", "\xff", "👍🏽", strings.Repeat("long", 1000), "Mc-Gregor's", "İ"} {
		var k Key
		k.Fill(form)
		if len(k.Grams) == 0 {
			t.Errorf("%q has no n-grams", form)
		}
		check := func(tb Table, r uint32) {
			if int(r) >= tb.Rows() {
				t.Errorf("%q: row %d of table %d", form, r, tb)
			}
		}
		check(Word, k.Words[0])
		check(Word, k.Words[1])
		for i, r := range k.Affix {
			check(Prefix+Table(i), r)
		}
		for _, r := range k.Grams {
			check(Gram, r)
		}
	}
	sum := 0
	for tb := Table(0); tb < Tables; tb++ {
		sum += tb.Width()
	}
	if sum != Width {
		t.Errorf("tables are %d wide together, Width says %d", sum, Width)
	}
}

func TestFilter(t *testing.T) {
	f := make(Filter, FilterWords)
	hash := func(i int) uint64 {
		var k Key
		k.Fill(fmt.Sprintf("w%c%c%c%c", 'a'+i%26, 'a'+i/26%26, 'a'+i/676%26, 'a'+i/17576))
		return k.Hash
	}
	const n = 60000
	for i := range n {
		f.Add(hash(i))
	}
	wrong := 0
	for i := range n {
		if !f.Has(hash(i)) {
			t.Fatalf("word %d was forgotten", i)
		}
		if f.Has(hash(i + n)) {
			wrong++
		}
	}
	if wrong > n/100 {
		t.Errorf("%d of %d unknown words pass as known", wrong, n)
	}
}
