package gazetteer

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"annals/kb"
)

// TestLicences refuses what may not ship, and a wrong share-alike mark.
func TestLicences(t *testing.T) {
	if err := checkLicences(sources); err != nil {
		t.Error(err)
	}
	for _, s := range []kb.Source{
		{Table: "a", Licence: "ODbL 1.0", ShareAlike: true},
		{Table: "a", Licence: "GFDL 1.2 or later", ShareAlike: true},
		{Table: "a", Licence: "none stated"},
		{Table: "a", Licence: "GPL 3"},
		{Table: "a", Licence: ""},
		{Table: "a", Licence: ccbysa4},
		{Table: "a", Licence: cc0, ShareAlike: true},
	} {
		if checkLicences([]kb.Source{{Table: "b", Licence: cc0}, s}) == nil {
			t.Errorf("a table under %q with share-alike %v is let through", s.Licence, s.ShareAlike)
		}
	}
}

// TestStatedLicences compares the licence of each table with what the note
// beside the table says.
func TestStatedLicences(t *testing.T) {
	dir := filepath.Join(shared(t), "data", "gazetteer")
	words := map[string][]string{cc0: {"CC0"}, pddl: {"PDDL"}, mit: {"MIT"}, public: {"public domain"}, ccby: {"CC BY 4.0"}, ccbysa3: {"CC BY-SA 3.0"}, ccbysa4: {"CC BY-SA 4.0"}}
	for i, s := range sources {
		folder, name := filepath.Split(s.Table)
		if folder == "" || i+1 == int(srcOwn) || s.Licence == ours {
			continue // the project's own
		}
		note, err := os.ReadFile(filepath.Join(dir, folder, "SOURCE.md"))
		if err != nil {
			t.Fatal(err)
		}
		_, part, ok := strings.Cut(string(note), "## "+name)
		if !ok {
			t.Errorf("%sSOURCE.md does not tell of %s", folder, name)
			continue
		}
		part, _, _ = strings.Cut(part, "\n## ")
		_, part, _ = strings.Cut(part, "Licence")
		if part, _, _ = strings.Cut(part, "\n"); !strings.Contains(part, words[s.Licence][0]) {
			t.Errorf("%s is %q here and %q in its note", s.Table, s.Licence, part)
		}
	}
}

// TestNotice looks for each table, with its number and licence, in the notice
// that goes with the base.
func TestNotice(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("..", "..", "kb", "NOTICE.md"))
	if err != nil {
		t.Fatal(err)
	}
	listed := 0
	for i, s := range sources {
		star := ""
		if s.ShareAlike {
			star = "*"
		}
		line := fmt.Sprintf("| %d%s | %s | %s %s | %s |\n", i+1, star, s.Table, s.Repository, s.Commit, s.Licence)
		if !strings.Contains(string(text), line) {
			t.Errorf("kb/NOTICE.md lacks the line %q", line)
		}
	}
	for line := range strings.Lines(string(text)) {
		if strings.HasPrefix(line, "| ") && line[2] >= '0' && line[2] <= '9' {
			listed++
		}
	}
	if listed != len(sources) {
		t.Errorf("kb/NOTICE.md lists %d tables, the builder reads %d", listed, len(sources))
	}
}

// TestCountriesAgree compares the countries of the base with a table that may
// not ship in it: names, demonyms and capitals were written without it, and
// should be the same for most; that table has demonyms of its own for islands
// and counts seats of parliaments and courts as capitals.
func TestCountriesAgree(t *testing.T) {
	b := newBuilder(filepath.Join(shared(t), "data"), io.Discard)
	raw, err := os.ReadFile(filepath.Join(b.dir, "gazetteer", "countries", "mledoze_countries.jsonl.gz"))
	if err != nil {
		t.Skip(err)
	}
	text, err := gunzip(raw)
	if err != nil {
		t.Fatal(err)
	}
	base, err := kb.Default()
	if err != nil {
		t.Fatal(err)
	}
	states := map[string]kb.EntityID{}
	for id := kb.EntityID(1); int(id) <= base.Len(); id++ {
		if e := base.Entity(id); e.Code != "" && (e.Kind == kb.Country || e.Kind == kb.Territory) {
			states[e.Code] = id
		}
	}
	named := func(id kb.EntityID, name string) bool {
		for _, h := range base.Lookup(kb.FoldKey(name)) {
			if h.Entity == id {
				return true
			}
		}
		return false
	}
	same, all := map[string]int{}, map[string]int{}
	var differ []string
	count := func(what, code, value string, ok bool) {
		all[what]++
		if ok {
			same[what]++
		} else {
			differ = append(differ, what+" "+code+" "+value)
		}
	}
	for line := range strings.Lines(text) {
		var m struct {
			ISO3    string            `json:"iso3"`
			Name    string            `json:"name"`
			Demonym map[string]string `json:"demonym"`
			Capital []string          `json:"capital"`
		}
		if err := json.Unmarshal([]byte(line), &m); err != nil {
			t.Fatal(err)
		}
		code := iso(m.ISO3)
		id, ok := states[code]
		count("code", code, m.Name, ok)
		if !ok {
			continue
		}
		count("name", code, m.Name, named(id, m.Name))
		if d := m.Demonym["m"]; d != "" {
			count("demonym", code, d, named(id, d))
		}
		for _, c := range m.Capital {
			capital, ok := base.Capital(code)
			count("capital", code, c, ok && named(capital, c))
		}
	}
	for _, what := range sortedKeys(all) {
		t.Logf("%s: %d of %d agree", what, same[what], all[what])
		if same[what]*100 < all[what]*85 {
			t.Errorf("%s: only %d of %d agree", what, same[what], all[what])
		}
	}
	t.Logf("differ: %s", strings.Join(differ, "; "))
}
