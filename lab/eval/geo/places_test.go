package places

import (
	"os"
	"path/filepath"
	"testing"

	"annals/engine/doc"
	"annals/engine/geo"
	"annals/engine/segment"
	"annals/kb"
)

// root walks up from the package to the folder with go.mod.
func root(t *testing.T) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		if filepath.Dir(dir) == dir {
			t.Fatal("no go.mod above the package")
		}
		dir = filepath.Dir(dir)
	}
}

// TestFloors holds the stage to floors a little below what it reached without
// parses and mentions.
func TestFloors(t *testing.T) {
	shared := os.Getenv("ANNALS_SHARED")
	if shared == "" {
		shared = filepath.Join(root(t), "..", "shared")
	}
	if _, err := os.Stat(filepath.Join(shared, "data", "geo")); err != nil {
		t.Skipf("geo sets missing: %v", err)
	}
	tables := os.DirFS(filepath.Join(root(t), "lang", "en"))
	base, err := kb.Default()
	if err != nil {
		t.Fatal(err)
	}
	seg, err := segment.New(tables)
	if err != nil {
		t.Fatal(err)
	}
	st, err := geo.New(base, tables)
	if err != nil {
		t.Fatal(err)
	}
	res, err := Run(shared, base, seg, st)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("\n%s", res)
	if name := os.Getenv("ANNALS_MISSES"); name != "" {
		f, err := os.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		for _, m := range res.Misses {
			f.WriteString(m + "\n")
		}
	}
	for name, floor := range map[string]float64{"found": 0.855, "right": 0.865, "precision": 0.93} {
		if got := res.Metrics[name]; got < floor {
			t.Errorf("%s is %.3f, floor %.2f", name, got, floor)
		}
	}
}

func TestRight(t *testing.T) {
	base, err := kb.Default()
	if err != nil {
		t.Fatal(err)
	}
	m := &measure{base: base, res: &Result{}}
	lat, lon := 48.85, 2.35
	for _, c := range []struct {
		g    gold
		p    doc.Place
		want bool
	}{
		{gold{Fcode: "PPLC", Lat: &lat, Lon: &lon}, doc.Place{HasPoint: true, Lat: 48.9, Lon: 2.4}, true},
		{gold{Fcode: "PPLC", Lat: &lat, Lon: &lon}, doc.Place{HasPoint: true, Lat: 33.6, Lon: -95.5}, false},
		{gold{Fcode: "PPLC", Lat: &lat, Lon: &lon, Country: "France"}, doc.Place{Country: "FRA", Grain: "country"}, false},
		{gold{Fcode: "PCLI", Lat: &lat, Lon: &lon, Country: "France"}, doc.Place{Country: "FRA", Grain: "country"}, true},
		{gold{Wiki: "France", Lat: &lat, Lon: &lon}, doc.Place{Name: "France", Country: "FRA", Grain: "country"}, true},
		{gold{GeonameID: 3017382, Lat: &lat, Lon: &lon}, doc.Place{Name: "France", Country: "FRA", Grain: "country"}, true},
	} {
		if got := m.right(&c.g, &c.p); got != c.want {
			t.Errorf("%+v for %+v: %v", c.p, c.g, got)
		}
	}
}
