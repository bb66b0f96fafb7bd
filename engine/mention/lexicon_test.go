package mention

import (
	"os"
	"testing"
	"testing/fstest"
)

func load(t *testing.T) *Lexicon {
	t.Helper()
	x, err := Load(os.DirFS("../../lang/en"))
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func TestRole(t *testing.T) {
	x := load(t)
	for _, c := range []struct {
		words, sector, noun, office string
		plural                      bool
	}{
		{"foreign ministers", "GOV", "minister", "foreign-minister", true},
		{"two riot policemen", "COP", "policeman", "", true},
		{"attorneys general", "JUD", "prosecutor", "judge", true},
		{"masked gunman", "UAF", "gunman", "", false},
		{"ministers of foreign affairs", "GOV", "minister", "foreign-minister", true},
		{"aid workers", "SOC", "aid worker", "", true},
		{"newspaper", "JRN", "media", "", false},
		{"hospital", "MED", "hospital", "", false},
		{"troops", "MIL", "soldier", "", true},
	} {
		r, plural, ok := x.Role(c.words)
		if !ok {
			t.Errorf("%s: no role", c.words)
			continue
		}
		if r.Sector != c.sector || r.Noun != c.noun || r.Office != c.office || plural != c.plural {
			t.Errorf("%s: sector %s noun %s office %s plural %v, want %s %s %s %v", c.words, r.Sector, r.Noun, r.Office, plural, c.sector, c.noun, c.office, c.plural)
		}
	}
	if _, _, ok := x.Role("green teapot"); ok {
		t.Error("a teapot has a role")
	}
}

func TestLoadFaults(t *testing.T) {
	good := func() fstest.MapFS {
		fs := fstest.MapFS{}
		for _, f := range []string{"agents.tsv", "titles.tsv", "pronouns.tsv", "who-modifiers.tsv", "who-counts.tsv"} {
			b, err := os.ReadFile("../../lang/en/" + f)
			if err != nil {
				t.Fatal(err)
			}
			fs[f] = &fstest.MapFile{Data: b}
		}
		return fs
	}
	for file, line := range map[string]string{
		"agents.tsv":        "cobbler  -  BUS  persn  worker  -",
		"pronouns.tsv":      "ze  4  sg  -  personal",
		"who-modifiers.tsv": "ancient  hegde  -",
		"who-counts.tsv":    "umpteen  number  many",
	} {
		fs := good()
		fs[file] = &fstest.MapFile{Data: append(fs[file].Data, line+"\n"...)}
		if _, err := Load(fs); err == nil {
			t.Errorf("%s: the row %q was read", file, line)
		}
	}
	fs := good()
	delete(fs, "titles.tsv")
	if _, err := Load(fs); err == nil {
		t.Error("a missing table was not told")
	}
}

func TestPlural(t *testing.T) {
	for s, want := range map[string]string{"army": "armies", "boss": "bosses", "chief of staff": "chiefs of staff", "envoy": "envoys", "church": "churches"} {
		if got := pluralOf(s); got != want {
			t.Errorf("plural of %s is %s, want %s", s, got, want)
		}
	}
}
