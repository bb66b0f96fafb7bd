package places

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"

	"annals/kb"
)

// expectation is what a case asks of one place.
type expectation struct {
	Index                 int
	GeonameID             uint32
	Name, Country, Admin1 string
	Fcode                 string
}

// cases measures the single sentences with expected places: the share of
// expectations met (a place is told by its running number; a negative number
// counts from the end), and of the sentences without a place those left empty.
func (m *measure) cases(shared string) (map[string]float64, int, error) {
	asked, met, empty, left, items := 0, 0, 0, 0, 0
	err := lines(filepath.Join(shared, "data", "geo", "cases_mordecai.jsonl.gz"), func(b []byte) error {
		var it struct {
			ID, Text string
			None     bool `json:"no_places"`
			Places   []expectation
		}
		if err := json.Unmarshal(b, &it); err != nil {
			return err
		}
		d := m.read(it.Text, "")
		items++
		if it.None {
			empty++
			if len(d.Places) == 0 {
				left++
			} else {
				m.miss("%s: a place where none is: %s", it.ID, d.Word(d.Places[0].Span))
			}
		}
		for _, e := range it.Places {
			asked++
			k := e.Index
			if k < 0 {
				k += len(d.Places)
			}
			if k < 0 || k >= len(d.Places) {
				m.miss("%s: no place %d", it.ID, e.Index)
				continue
			}
			p := &d.Places[k]
			id := m.geonames(p.ID)
			ok := (e.GeonameID == 0 || id == e.GeonameID || p.ID == fmt.Sprintf("geonames:%d", e.GeonameID)) &&
				(e.Country == "" || p.Country == e.Country) && (e.Admin1 == "" || p.Admin1 == e.Admin1) &&
				(e.Name == "" || kb.Fold(e.Name) == kb.Fold(p.Name)) && (e.Fcode != "ADM1" || p.Grain == "region") && (!strings.HasPrefix(e.Fcode, "PPL") || p.Grain == "city")
			if ok {
				met++
			} else {
				m.miss("%s: place %d should be %+v, is %s/%s/%s %s %s", it.ID, e.Index, e, p.Name, p.Country, p.Admin1, p.Grain, p.ID)
			}
		}
		return nil
	})
	return map[string]float64{"cases": float64(items), "met": share(met, asked), "left_empty": share(left, empty)}, items, err
}

// geonames is the GeoNames number of a Wikidata item in the base.
func (m *measure) geonames(id string) uint32 {
	if !strings.HasPrefix(id, "Q") {
		return 0
	}
	e, _ := m.base.ByQID(id)
	return m.base.Entity(e).GeoNames
}
