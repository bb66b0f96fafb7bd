package who

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
)

// floors are what Run must reach; each is a little below what was measured.
var floors = map[string]float64{
	"country": 0.88, "sector": 0.87, "country_sector": 0.80, "name": 0.74, "link": 0.84, "actor_cases": 0.61, "gap_f1": 0.66, "gum_lea": 0.36,
}

func TestRun(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	shared, err := Shared()
	if err != nil {
		t.Skip(err)
	}
	r, err := Run(shared, os.DirFS("../../../lang/en"))
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range sorted(floors) {
		if r.Metrics[k] < floors[k] {
			t.Errorf("%s is %.3f, floor %.3f", k, r.Metrics[k], floors[k])
		}
	}
	var b strings.Builder
	if err := r.WriteJSON(&b); err != nil {
		t.Fatal(err)
	}
	var back map[string]any
	if err := json.Unmarshal([]byte(b.String()), &back); err != nil || back["task"] != "who" {
		t.Errorf("JSON %s: %v", b.String(), err)
	}
}

// TestClusters checks the measures on the example of the LEA paper's kind: one
// key chain of three split in two.
func TestClusters(t *testing.T) {
	var s corefScore
	s.compare([][]int{{1, 2, 3}}, [][]int{{1, 2}})
	for _, c := range []struct {
		name      string
		got, want float64
	}{
		{"muc recall", s.muc.rTop / s.muc.rBottom, 0.5}, {"muc precision", s.muc.pTop / s.muc.pBottom, 1},
		{"b3 recall", s.b3.rTop / s.b3.rBottom, 4.0 / 9}, {"b3 precision", s.b3.pTop / s.b3.pBottom, 1},
		{"lea recall", s.lea.rTop / s.lea.rBottom, 1.0 / 3}, {"lea precision", s.lea.pTop / s.lea.pBottom, 1},
	} {
		if d := c.got - c.want; d > 1e-9 || d < -1e-9 {
			t.Errorf("%s is %.3f, want %.3f", c.name, c.got, c.want)
		}
	}
}

func TestBareName(t *testing.T) {
	for _, c := range [][2]string{{"President Emmanuel Macron", "emmanuel macron"}, {"the European Union", "european union"}, {"Shinzō Abe", "shinzo abe"}} {
		if got := bareName(c[0]); got != c[1] {
			t.Errorf("%s is %s, want %s", c[0], got, c[1])
		}
	}
}
