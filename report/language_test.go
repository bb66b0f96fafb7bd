package report

import (
	"strings"
	"testing"
)

func TestLanguages(t *testing.T) {
	english := visitTitle + "\n\n" + strings.Repeat(visitBody+"\n\n", 3)
	for _, c := range []struct {
		name, text, declared string
		known                []string
		aside                string
		language             string
	}{
		{"English", english, "", nil, "", "en"},
		{"a list of names", "Those on the list: " + strings.Repeat("Goran Okoro, Petra Haddad, Musa Jensen, Karim Levi, Hana Toth, ", 12), "", nil, "", ""},
		{"English without an article", strings.Repeat("He said that Russia attacked Ukraine. They said this. ", 9), "", nil, "", "en"},
		{"French", frenchBody, "", nil, "in French (detected", "fr"},
		{"French declared", "Accord signé.", "fr", nil, "in French (declared)", "fr"},
		{"French by name", "Accord signé.", "French", nil, "in French (declared)", "French"},
		{"short and undeclared", "Accord signé jeudi.", "", nil, "", ""},
		{"French in a page that says English", strings.Repeat(frenchBody+" ", 4), "en", nil, "though en is declared", "fr"},
		{"English in a page that says French", english, "fr", nil, "", "fr"},
		{"Russian, short", "Корабль затонул у берега", "", nil, "its script is Cyrillic", ""},
		{"French is known", frenchBody, "", []string{"en", "fr"}, "", "fr"},
		{"all are known", frenchBody, "", []string{"*"}, "", ""},
		{"no language", english, "xx-nonsense", nil, "", "en"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := &Report{Body: c.text, Language: c.declared}
			identify(r, c.known)
			if (c.aside == "") != (r.SetAside == "") || !strings.Contains(r.SetAside, c.aside) {
				t.Errorf("set aside %q, want %q", r.SetAside, c.aside)
			}
			if r.Language != c.language {
				t.Errorf("language %q, want %q", r.Language, c.language)
			}
		})
	}
}

func TestSetAsideKeepsReport(t *testing.T) {
	r := one(t, []byte(frenchBody), Options{})
	if r.SetAside == "" || r.Body != frenchBody || r.ID == "" {
		t.Errorf("%+v", r)
	}
}
