package gazetteer

import (
	"strconv"
	"strings"

	"annals/kb"
)

// personNames reads given names with their gender and surnames with the
// country where they are typical.
func (b *builder) personNames() error {
	err := b.each(srcFirstnames, func(r row) {
		name := kb.Fold(r.get("name"))
		if len(name) < 2 || strings.Contains(name, " ") {
			return
		}
		g := byte('u')
		switch {
		case strings.HasSuffix(r.get("gender"), "F"):
			g = 'f'
		case strings.HasSuffix(r.get("gender"), "M"):
			g = 'm'
		}
		if old, ok := b.given[name]; ok && old != g {
			g = 'u'
		}
		b.given[name] = g
		if f, err := strconv.Atoi(r.get("max_log2_frequency")); err == nil && f >= -4 {
			b.usual[name] = true
		}
	}, "name", "gender", "max_log2_frequency")
	if err != nil {
		return err
	}
	err = b.each(srcForenames, func(r row) {
		name := kb.Fold(r.get("name"))
		if len(name) < 2 || strings.Contains(name, " ") {
			return
		}
		g := strings.ToLower(r.get("gender"))
		if g != "m" && g != "f" {
			return
		}
		b.usual[name] = true
		if _, ok := b.given[name]; !ok {
			b.given[name] = g[0]
		}
	}, "name", "gender")
	if err != nil {
		return err
	}
	codes := map[string]string{}
	if err := b.each(srcCodes, func(r row) { codes[r.get("iso2")] = r.get("iso3") }, "iso2", "iso3"); err != nil {
		return err
	}
	return b.each(srcSurnames, func(r row) {
		name := kb.Fold(r.get("name"))
		code := iso(codes[r.get("iso2")])
		if len(name) < 2 {
			return
		}
		if old, ok := b.surname[name]; ok && old != code {
			code = ""
		}
		b.surname[name] = code
	}, "iso2", "name")
}
