package ontology

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
)

func TestBuiltin(t *testing.T) {
	o, problems, err := Load(Builtin())
	for _, p := range problems {
		t.Error(p.Error())
	}
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		frame string
		told  Told
		want  string
	}{
		{"Visit", Told{Status: "occurred"}, "CONSULT visit  042"},
		{"Visit", Told{Status: "planned"}, "AGREE  CONSULT visit 036"},
		{"Meet", Told{Status: "occurred", Sides: 3}, "CONSULT multilateral  040"},
		{"Ask", Told{Status: "occurred", Topic: "yield-release"}, "REQUEST yield  0253"},
		{"Withdraw", Told{Status: "planned"}, "CONCEDE   0356"},
		{"Attack", Told{Status: "occurred", Means: []string{"drone"}, Doer: []string{"MIL"}}, "ASSAULT drone  1952"},
	} {
		got, ok := o.Map(c.frame, c.told)
		if s := got.Type + " " + got.Mode + " " + got.Expects + " " + got.CAMEO; !ok || s != c.want {
			t.Errorf("%s %+v: %q, want %q", c.frame, c.told, s, c.want)
		}
	}
}

func TestFaults(t *testing.T) {
	files := fstest.MapFS{}
	err := fs.WalkDir(Builtin(), ".", func(p string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			src, _ := fs.ReadFile(Builtin(), p)
			files[p] = &fstest.MapFile{Data: src}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	src := string(files["plover/map.tsv"].Data)
	files["plover/map.tsv"] = &fstest.MapFile{Data: []byte(strings.Replace(src, "CONSULT  visit", "CONSLUT  visit", 1) + "Vist  topc=x  CONSULT  phon\n")}
	_, problems, err := Load(files)
	if err == nil {
		t.Fatal("faults went unnoticed")
	}
	var all strings.Builder
	for _, p := range problems {
		all.WriteString(p.Error() + "\n")
	}
	for _, want := range []string{`no type "CONSLUT" (did you mean CONSULT?)`, `no frame "Vist" (did you mean Visit?)`, `"topc=x" is no condition`, `CONSULT has no mode "phon" (did you mean phone?)`} {
		if !strings.Contains(all.String(), want) {
			t.Errorf("missing %q in\n%s", want, all.String())
		}
	}
}
