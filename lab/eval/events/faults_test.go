package events

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
)

// any JSON object
type object = map[string]any

// oddNames are names whose folding is easy to get wrong.
var oddNames = []string{
	"", " ", "The", "President", "US", "of the", "Łódź", "İzmir", "IŞIL", "ΣΊΣΥΦΟΣ", "ΟΔΟΣ ΣΑΣ", "Σ", "ΑΣ.", "ΑΣ'Β", "A\u0301Σ", "Ångström", "Ǆ",
	"ﬁnance ministry", "Ⅻ congress", "H₂O²", "½ way", "snake_case", "x\u200dy", "न्यायालय", "กรุงเทพฯ", "서울", "北京市", "العَرَبِيَّة", "O’Brien-Smith", "U.S.",
	"straße", "STRASSE", "ẞ", "K\u212Aelvin", "a\u20ddb", "e\u0301\u0327", "①②③", "٣٤", "𝔉raktur", "🇺🇳 envoy", "Dr. Ana-Marïa de la Peña", "Gen. Óscar  Ruiz",
	"ǰ", "ŉ", "ᾳ Ὀδυσσεύς", "ΌΣΟΣ\u0301", "Ꭰ", "ꭰ", "Ა", "ა", "ſ", "ß", "²", "㈱", "ｶﾅ", "ﷺ", "Ａｎｎａ", "a\u00adb", "a\u0345b", "Nguyễn Phú Trọng", "tên", "ΜΆΪΟΣ", "Ϲ",
}

// faulty makes from gold what a poor coder might print: the gold records with
// faults of every kind, nested in reports or one a line, the same for a seed.
func faulty(t *testing.T, gold string, seed uint64) string {
	t.Helper()
	rnd := rand.New(rand.NewPCG(seed, 7))
	maybe := func(p float64) bool { return rnd.Float64() < p }
	pick := func(of ...string) string { return of[rnd.IntN(len(of))] }
	out, err := os.Create(filepath.Join(t.TempDir(), fmt.Sprintf("system-%d.jsonl", seed)))
	if err != nil {
		t.Fatal(err)
	}
	defer out.Close()
	print := func(x object) {
		b, err := json.Marshal(x)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := out.Write(append(b, '\n')); err != nil {
			t.Fatal(err)
		}
	}
	shift := func(s any) []any {
		v := s.([]any)
		d := rnd.IntN(41) - 20
		return []any{max(0, v[0].(float64)+float64(d)), max(1, v[1].(float64)+float64(d))}
	}
	party := func(x object) object {
		p := object{"name": x["name"], "country": x["country"], "sector": x["sector"], "via": "name"}
		if s, ok := x["span"]; ok && maybe(0.9) {
			p["span"] = s
			if maybe(0.3) {
				p["span"] = shift(s)
			}
		}
		if maybe(0.2) {
			p["name"] = oddNames[rnd.IntN(len(oddNames))]
		}
		if maybe(0.2) {
			p["country"] = pick("", "USA", "RUS", "UNO")
		}
		if maybe(0.2) {
			p["sector"] = pick("", "GOV", "MIL", "CVL")
		}
		if maybe(0.1) {
			delete(p, "sector")
		}
		return p
	}
	parties := func(x any) []any {
		var ps []any
		for _, p := range x.([]any) {
			if maybe(0.9) {
				ps = append(ps, party(p.(object)))
			}
		}
		return ps
	}
	event := func(g object) object {
		e := object{"type": g["type"], "status": g["status"], "polarity": g["polarity"], "actors": parties(g["actors"]), "targets": parties(g["targets"])}
		var triggers []any
		for _, m := range g["mentions"].([]any) {
			m := m.(object)
			tr := object{"span": m["span"], "text": m["text"]}
			if maybe(0.3) {
				tr["span"] = shift(m["span"])
			}
			triggers = append(triggers, tr)
		}
		e["triggers"] = triggers
		if g["mode"] != "" && maybe(0.8) {
			e["mode"] = g["mode"]
		}
		if g["reciprocal"] == true != maybe(0.1) {
			e["reciprocal"] = true
		}
		if maybe(0.1) {
			e["actors"], e["targets"] = e["targets"], e["actors"]
		}
		if maybe(0.2) {
			e["type"] = pick("CONSULT", "ASSAULT", "AGREE", "NONSENSE")
		}
		if maybe(0.2) {
			e["status"] = pick("occurred", "ongoing", "planned", "hypothetical", "postponed", "cancelled", "")
		}
		if maybe(0.1) {
			e["polarity"] = pick("affirmed", "negated", "denied")
		}
		e["date"] = g["date"]
		switch {
		case maybe(0.1):
			e["date"] = object{"from": nil, "to": nil, "basis": "open"}
		case maybe(0.1):
			e["date"] = object{"from": pick("2015-01-01", "2020-02-02"), "to": "2020-02-02"}
		case maybe(0.05):
			delete(e, "date")
		}
		if p, ok := g["place"].(object); ok && maybe(0.8) {
			e["place"] = object{"name": p["name"], "country": p["country"], "basis": pick("said", "dateline")}
		} else if maybe(0.3) {
			e["place"] = object{"name": oddNames[rnd.IntN(len(oddNames))], "country": pick("", "FRA"), "basis": pick("said", "dateline")}
		}
		var chain []any
		for _, s := range g["sources"].([]any) {
			name := s.(string)
			if maybe(0.3) {
				name = pick("Reuters", "the "+name, "")
			}
			chain = append(chain, object{"party": object{"name": name}, "cue": "said", "kind": "says"})
		}
		switch {
		case maybe(0.1):
			e["attribution"] = []any{[]any{}, []any{object{"party": object{"name": "police"}}}}
		case maybe(0.1):
			e["sources"] = g["sources"]
		default:
			e["attribution"] = []any{chain}
		}
		return e
	}
	quotation := func(g object) object {
		span := g["span"]
		if maybe(0.3) {
			span = shift(span)
		}
		q := object{"content": []any{span}, "kind": "direct"}
		if maybe(0.2) {
			v := span.([]any)
			mid := v[0].(float64) + 3
			q["content"] = []any{[]any{v[0], mid}, []any{mid, v[1]}}
		}
		if name := g["speaker"].(string); maybe(0.8) {
			if maybe(0.2) {
				name = oddNames[rnd.IntN(len(oddNames))]
			}
			q["speaker"] = object{"name": name}
		}
		return q
	}
	relation := func(g object) object {
		r := object{"type": g["type"], "from": party(g["from"].(object)), "to": party(g["to"].(object)), "triggers": []any{}}
		if maybe(0.2) {
			r["type"] = pick("supports", "part_of")
		}
		return r
	}
	list := func(x any, of func(object) object) []any {
		out := []any{}
		for _, g := range x.([]any) {
			for maybe(0.85) {
				out = append(out, of(g.(object)))
				if maybe(0.8) {
					break // else told twice
				}
			}
		}
		return out
	}
	err = eachLine(gold, func(line []byte) error {
		var g object
		if err := json.Unmarshal(line, &g); err != nil {
			return err
		}
		r := object{"id": g["id"], "events": list(g["events"], event), "quotations": list(g["quotations"], quotation), "relations": list(g["relations"], relation)}
		if maybe(0.5) {
			r["text"] = g["text"]
			print(r)
			return nil
		}
		for _, what := range []string{"relations", "events", "quotations"} {
			for _, x := range r[what].([]any) {
				x := x.(object)
				x["report"] = g["id"]
				if what == "quotations" {
					x["text"] = "words"
				}
				print(x)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	print(object{"id": "a report that gold does not know", "text": "x", "events": []any{}})
	return out.Name()
}
