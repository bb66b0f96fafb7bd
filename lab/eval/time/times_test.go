package times

import (
	"os"
	"path/filepath"
	"testing"

	"annals/engine/doc"
	"annals/engine/segment"
	"annals/engine/timex"
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

// TestFloors holds the stage to floors a little below what it reached.
func TestFloors(t *testing.T) {
	shared := os.Getenv("ANNALS_SHARED")
	if shared == "" {
		shared = filepath.Join(root(t), "..", "shared")
	}
	if _, err := os.Stat(filepath.Join(shared, "data", "time")); err != nil {
		t.Skipf("time sets missing: %v", err)
	}
	tables := os.DirFS(filepath.Join(root(t), "lang", "en"))
	seg, err := segment.New(tables)
	if err != nil {
		t.Fatal(err)
	}
	st, err := timex.New(tables)
	if err != nil {
		t.Fatal(err)
	}
	res, err := Run(shared, seg, st)
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
	for name, floor := range map[string]float64{"span_f1": 0.89, "value": 0.86} {
		if got := res.Metrics[name]; got < floor {
			t.Errorf("%s is %.3f, floor %.2f", name, got, floor)
		}
	}
}

func TestParseValue(t *testing.T) {
	for v, want := range map[string]string{
		"1998-02-13": "1998-02-13..1998-02-13", "1998-02-13TMO": "1998-02-13..1998-02-13", "1998-02": "1998-02-01..1998-02-28",
		"1998": "1998-01-01..1998-12-31", "199": "1990-01-01..1999-12-31", "1998-Q2": "1998-04-01..1998-06-30",
		"1998-W05": "1998-01-26..1998-02-01", "1998-W05-WE": "1998-01-31..1998-02-01", "1998-WI": "1998-12-01..1999-02-28",
		"PAST_REF": "", "1998-XX-XX": "", "P3D": "",
	} {
		d, ok := parseValue(v)
		got := d.from.String() + ".." + d.to.String()
		if !ok {
			got = ""
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", v, got, want)
		}
	}
}

func TestAgrees(t *testing.T) {
	g := days{10, 12}
	for _, c := range []struct {
		t    doc.Time
		mod  string
		want bool
	}{
		{doc.Time{From: 10, To: 12}, "", true},
		{doc.Time{From: 10, To: 11}, "", false},
		{doc.Time{From: 10, To: 11}, "START", true},
		{doc.Time{From: 10, Since: true}, "", true},
		{doc.Time{From: 11, Since: true}, "", false},
		{doc.Time{To: 12, Until: true}, "", true},
		{doc.Time{}, "", false},
		{doc.Time{From: 5, To: 12, Rule: "range: x"}, "", true},
	} {
		if got := agrees(&c.t, g, c.mod); got != c.want {
			t.Errorf("%+v %s: got %v", c.t, c.mod, got)
		}
	}
}
