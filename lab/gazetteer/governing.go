package gazetteer

import (
	_ "embed"
	"fmt"
	"strings"

	"annals/kb"
)

//go:embed own/governing.tsv
var governingTable string

// governing reads which parties governed when, from the project's own table: a
// party is PTY with GOV in its spells and PTY with OPP between them. A row of
// the party "*" says that all other parties of the country are in opposition.
func (b *builder) governing() error {
	listed := map[string]bool{}
	var missing []string
	err := b.eachOf(governingTable, srcOwn, func(r row) {
		code := r.get("country")
		if r.get("party") == "*" {
			listed[code] = true
			return
		}
		id := b.findOrg("", r.get("party"), code)
		if id == 0 || b.at(id).Kind != kb.Party {
			missing = append(missing, code+" "+r.get("party"))
			return
		}
		b.spells[id] = nil // says more than the tables before
		b.datedSectors(id, "GOV "+r.get("governing"), srcOwn)
		if len(b.spells[id]) == 0 {
			missing = append(missing, r.get("governing")+" of "+r.get("party"))
		}
	}, "country", "party", "governing")
	if err != nil {
		return err
	}
	if len(missing) > 0 {
		return fmt.Errorf("own/governing.tsv: no such party, or not to be read: %s", strings.Join(missing, "; "))
	}
	for i := range b.ents {
		e, id := &b.ents[i], kb.EntityID(i+1)
		if e.Kind == kb.Party && listed[e.Country] && len(b.spells[id]) == 0 && strings.Join(e.Sectors, " ") == "PTY" {
			e.Sectors = []string{"PTY", "OPP"}
		}
	}
	return nil
}
