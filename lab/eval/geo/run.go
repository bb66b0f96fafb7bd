package places

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"annals/engine/doc"
	"annals/engine/geo"
	"annals/kb"
	"annals/lab/eval/figures"
)

// Result is the figures of one run.
type Result = figures.Result

// report is one line of a set.
type report struct {
	ID, Date, Title, Text string
	Places                []gold
}

// gold is an annotated place.
type gold struct {
	Start, End                             int
	Text, Name, Kind, Fcode, Country, Wiki string
	GeonameID                              uint32
	Lat, Lon                               *float64
}

// literal tells the uses that are places proper; sets without kinds have no other.
func (g *gold) literal() bool {
	switch g.Kind {
	case "", "literal", "literal_modifier", "mixed", "coercion", "embedded_literal":
		return true
	}
	return false
}

// tally counts one set.
type tally struct {
	gold, system, found, caught int
	names, namesFound           int // gold places that are no nationalities
	judged, right               int // found ones with coordinates
	placed, absent              int // gold places with coordinates, and those the base lacks
}

func (t *tally) add(o tally) {
	t.gold += o.gold
	t.system += o.system
	t.found += o.found
	t.caught += o.caught
	t.names += o.names
	t.namesFound += o.namesFound
	t.judged += o.judged
	t.right += o.right
	t.placed += o.placed
	t.absent += o.absent
}

func share(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

func f1(p, r float64) float64 {
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

func (t *tally) metrics() map[string]float64 {
	p, r, n := share(t.caught, t.system), share(t.found, t.gold), share(t.namesFound, t.names)
	return map[string]float64{
		"found": f1(p, r), "precision": p, "recall": r, "recall_names": n, "found_names": f1(p, n),
		"right": share(t.right, t.judged), "absent": share(t.absent, t.placed), "places": float64(t.gold),
	}
}

// sets are the annotated sets measured.
var sets = [...]string{"lgl", "geovirus", "trnews_dev", "geowebnews_dev"}

// Run reads the sets under shared/data/geo and measures what the stages, run one
// after another on each text, put into Places. The last stage is that of places.
func Run(shared string, base *kb.Base, stages ...doc.Stage) (Result, error) {
	res := figures.New("geo", strings.Join(sets[:], " "), 12)
	m := &measure{base: base, stages: stages, res: &res}
	var all tally
	for _, set := range sets {
		var t tally
		err := lines(filepath.Join(shared, "data", "geo", set+".jsonl.gz"), func(b []byte) error {
			var it report
			if err := json.Unmarshal(b, &it); err != nil {
				return err
			}
			res.Items++
			t.add(m.report(&it))
			return nil
		})
		if err != nil {
			return res, err
		}
		res.Per[set] = t.metrics()
		all.add(t)
	}
	res.Metrics = all.metrics()
	per, n, err := m.cases(shared)
	res.Per["cases_mordecai"] = per
	res.Items += n
	return res, err
}

// lines calls yield for each line of a packed file.
func lines(name string, yield func([]byte) error) error {
	f, err := os.Open(name)
	if err != nil {
		return fmt.Errorf("geo sets: %w", err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	sc := bufio.NewScanner(z)
	sc.Buffer(nil, 1<<26)
	for n := 1; sc.Scan(); n++ {
		if err := yield(sc.Bytes()); err != nil {
			return fmt.Errorf("%s:%d: %w", name, n, err)
		}
	}
	return sc.Err()
}

type measure struct {
	base   *kb.Base
	stages []doc.Stage
	res    *Result
}

// read runs the stages on a text.
func (m *measure) read(text, published string) *doc.Document {
	d := &doc.Document{Text: text}
	d.Published, _ = doc.ParseDay(published) // a bad day leaves it unknown
	for _, s := range m.stages {
		s.Run(d)
	}
	return d
}

func (m *measure) miss(format string, args ...any) {
	m.res.Misses = append(m.res.Misses, fmt.Sprintf(format, args...))
}

func (m *measure) report(it *report) tally {
	d := m.read(it.Text, it.Date)
	at := make([]int32, 0, len(it.Text)+1)
	for i := range it.Text {
		at = append(at, int32(i))
	}
	at = append(at, int32(len(it.Text)))
	var t tally
	used, neutral := make([]bool, len(d.Places)), make([]bool, len(d.Places))
	for i := range d.Places {
		neutral[i] = d.Places[i].Grain == "point" && !d.Places[i].HasPoint
	}
	for k := range it.Places {
		g := &it.Places[k]
		span := doc.Span{Start: at[g.Start], End: at[g.End]}
		best := -1
		for i := range d.Places {
			if !d.Places[i].Overlaps(span) {
				continue
			}
			if g.Kind == "non_toponym" || g.Kind == "homonym" {
				continue
			}
			if !g.literal() {
				neutral[i] = true
				continue
			}
			used[i] = true
			if best < 0 || better(&d.Places[i], &d.Places[best], span) {
				best = i
			}
		}
		if !g.literal() {
			continue
		}
		around := strings.ReplaceAll(it.Text[max(0, int(span.Start)-40):min(len(it.Text), int(span.End)+40)], "\n", " ")
		t.gold++
		nation := m.nationality(g.Text)
		if !nation {
			t.names++
		}
		known := m.knows(g)
		if g.Lat != nil {
			t.placed++
			if !known {
				t.absent++
			}
		}
		if best < 0 {
			if !nation {
				m.miss("missed %s known=%v: … %s …", g.Text, known, around)
			}
			continue
		}
		t.found++
		if !nation {
			t.namesFound++
		}
		if g.Lat == nil {
			continue
		}
		t.judged++
		if m.right(g, &d.Places[best]) {
			t.right++
		} else {
			p := &d.Places[best]
			m.miss("wrong %s (%s %s %.1f %.1f), got %s %s/%s %s %.1f %.1f [%s] %s: … %s …", g.Text, g.Fcode, g.Country, *g.Lat, *g.Lon, p.Name, p.Country, p.Admin1, p.Grain, p.Lat, p.Lon, p.Why, it.ID, around)
		}
	}
	for i := range d.Places {
		if used[i] {
			t.system++
			t.caught++
		} else if !neutral[i] {
			t.system++
			p := &d.Places[i]
			m.miss("extra %s [%s %s %s]: … %s …", d.Word(p.Span), p.Name, p.Grain, p.Why, strings.ReplaceAll(d.Text[max(0, int(p.Start)-40):min(len(d.Text), int(p.End)+40)], "\n", " "))
		}
	}
	return t
}

// better prefers the place with the closer span: more overlap, then less beside it.
func better(a, b *doc.Place, span doc.Span) bool {
	over := func(p *doc.Place) int32 { return min(p.End, span.End) - max(p.Start, span.Start) }
	if x, y := over(a), over(b); x != y {
		return x > y
	}
	return a.Len() < b.Len()
}

// nationality reports whether the base knows the words as a nationality only.
func (m *measure) nationality(s string) bool {
	some := false
	for _, h := range m.base.Lookup(kb.FoldKey(s)) {
		switch h.Kind {
		case kb.DemonymAdj, kb.DemonymNoun:
			some = true
		case kb.Surname:
		default:
			return false
		}
	}
	return some
}

// knows reports whether the base knows a place by the words of a gold place.
func (m *measure) knows(g *gold) bool {
	for _, h := range m.base.Lookup(kb.FoldKey(g.Text)) {
		if m.base.Entity(h.Entity).Kind.IsPlace() {
			return true
		}
	}
	return false
}

// within is the distance at which a city is right, in kilometres (100 miles, the
// field's custom).
const within = 161

// right reports whether a place found is the gold one.
func (m *measure) right(g *gold, p *doc.Place) bool {
	if g.GeonameID != 0 && p.ID == fmt.Sprintf("geonames:%d", g.GeonameID) {
		return true
	}
	if p.HasPoint && geo.Distance(p.Lat, p.Lon, *g.Lat, *g.Lon) <= within {
		return true
	}
	if strings.HasPrefix(g.Fcode, "PPL") {
		return false
	}
	// A country or region: the same country, where the set tells it.
	if g.Country != "" {
		return p.Country != "" && m.code(g.Country) == p.Country || p.Country == "" && kb.Fold(p.Name) == kb.Fold(g.Name)
	}
	name := g.Name
	if g.Wiki != "" {
		name, _, _ = strings.Cut(strings.ReplaceAll(g.Wiki, "_", " "), " (")
	}
	if kb.FoldKey(name) == kb.FoldKey(p.Name) || kb.FoldKey(g.Text) == kb.FoldKey(p.Name) && p.Grain != "city" {
		return p.Grain != "city" || !p.HasPoint
	}
	for _, h := range m.base.Lookup(kb.FoldKey(name)) {
		e := m.base.Entity(h.Entity)
		if h.Kind != kb.Surname && e.Name == p.Name && e.Country == p.Country {
			return true
		}
		if g.GeonameID != 0 && e.GeoNames == g.GeonameID && e.Name == p.Name {
			return true
		}
	}
	if p.Grain == "country" {
		if id, ok := m.base.Country(p.Country); ok && g.GeonameID != 0 {
			return m.base.Entity(id).GeoNames == g.GeonameID
		}
	}
	return false
}

// code is the country code of a name.
func (m *measure) code(name string) string {
	for _, h := range m.base.Lookup(kb.FoldKey(name)) {
		if e := m.base.Entity(h.Entity); (e.Kind == kb.Country || e.Kind == kb.Territory) && h.Kind != kb.Metonym {
			return e.Country
		}
	}
	return ""
}
