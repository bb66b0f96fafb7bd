package scores

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

type result struct {
	Task    string             `json:"task"`
	Engine  string             `json:"engine"`
	Commit  string             `json:"commit"`
	Items   int                `json:"items"`
	Metrics map[string]float64 `json:"metrics"`
	Per     map[string]any     `json:"per"`
}

func sample() result {
	return result{"events", "e1", "abc", 3, map[string]float64{"f1": 2.0 / 3, "a": 1, "tiny": 1e-9, "less": -1e-9},
		map[string]any{"type": map[string]any{"AID": map[string]any{"p": 0.123456, "gold": 12}}}}
}

func TestEncode(t *testing.T) {
	got, err := Encode(sample())
	if err != nil {
		t.Fatal(err)
	}
	want := `{
  "items": 3,
  "metrics": {
    "a": 1,
    "f1": 0.6667,
    "less": 0,
    "tiny": 0
  },
  "per": {
    "type": {
      "AID": {
        "gold": 12,
        "p": 0.1235
      }
    }
  },
  "task": "events"
}
`
	if string(got) != want {
		t.Errorf("got\n%s", got)
	}
	if _, err := Encode([]int{1}); err == nil {
		t.Error("a list was taken for a result")
	}
}

func TestFloors(t *testing.T) {
	dir := t.TempDir()
	if err := Write(dir, "dev", sample()); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "floors.tsv")
	if err := os.WriteFile(path, []byte("#: set metric floor\ndev\tf1\t0.66\ndev\tf1\t0.6667\ndev\tf1\t0.67\ndev\ttiny\t<0.5\ndev\ta\t<0.5\ndev\tper.type.AID.p\t0.1\ndev\tper.type.AID.f\t0.1\nother\tf1\t0\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	floors, err := ReadFloors(path)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := Check(dir, floors)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	broken, err := Print(&out, rows)
	if err != nil {
		t.Fatal(err)
	}
	want := []bool{true, true, false, true, false, true, false, false}
	for i, r := range rows {
		if r.OK() != want[i] {
			t.Errorf("%+v: ok %v", r, r.OK())
		}
	}
	if broken != 4 || strings.Count(out.String(), "BROKEN") != 4 || !strings.Contains(out.String(), "no such metric") || !strings.Contains(out.String(), "no scores") {
		t.Errorf("%d broken:\n%s", broken, out.String())
	}
}

func TestReadFloorsErrors(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"#: set metric\na\tb\n", "columns set, metric and floor are needed"},
		{"#: set metric floor\na\tb\thigh\n", `floors.tsv:2:5: "high" is no number`},
		{"#: set metric floor\n-\tb\t1\n", "a floor without set or metric"},
	} {
		path := filepath.Join(t.TempDir(), "floors.tsv")
		if err := os.WriteFile(path, []byte(c.src), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := ReadFloors(path); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: %v", c.src, err)
		}
	}
}

// TestOwnFloors: the floors of the project can be read, and the scores beside them keep to them.
func TestOwnFloors(t *testing.T) {
	floors, err := ReadFloors("floors.tsv")
	if err != nil {
		t.Fatal(err)
	}
	rows, err := Check(".", floors)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		if !r.OK() {
			t.Errorf("%s %s: %v against the floor %v (%s)", r.Set, r.Metric, r.Have, r.Value, r.Missing)
		}
	}
}
