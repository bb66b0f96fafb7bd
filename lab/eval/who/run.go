package who

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Run measures the stages, built from the tables of lang/en, on the sets under
// shared.
func Run(shared string, tables fs.FS) (Result, error) {
	res := Result{Task: "who", Set: "gold dev, linking, actor cases, GAP, GUM", Metrics: map[string]float64{}, Per: map[string]map[string]float64{}}
	c, err := newChain(tables)
	if err != nil {
		return res, err
	}
	for _, set := range []string{"dev-read", "dev-score", "dev-status"} {
		s, err := c.scoreParties(gold(shared, set+".jsonl"), func(miss) {})
		if err != nil {
			return res, err
		}
		res.Items += s.Parties
		res.Per[set] = map[string]float64{
			"parties": float64(s.Parties), "found": share(s.Found, s.Parties), "country": share(s.Country, s.Parties),
			"sector": share(s.Sector, s.Parties), "country_sector": share(s.Both, s.Parties), "name": share(s.Name, s.Parties),
		}
	}
	var links linkScore
	for _, set := range []string{"msnbc", "news_fair_dev", "reuters128", "rss500", "ace2004", "aquaint", "kore50"} {
		var s linkScore
		if err := c.scoreLinks(filepath.Join(shared, "data", "linking", set+".jsonl.gz"), &s); err != nil {
			return res, err
		}
		res.Items += s.gold
		res.Per["link "+set] = s.metrics()
		links.add(s)
	}
	cases, err := c.scoreActors(filepath.Join(shared, "data", "events", "actor_cases_dev.jsonl.gz"), func(string) {})
	if err != nil {
		return res, err
	}
	res.Items += cases.all
	res.Per["actor cases"] = map[string]float64{"cases": float64(cases.all), "right": share(cases.right, cases.all),
		"country": share(cases.country, cases.countries), "sector": share(cases.sector, cases.sectors), "entity": share(cases.entity, cases.entities)}
	for _, set := range []string{"development", "validation"} {
		all, m, f, err := c.scoreGAP(filepath.Join(shared, "data", "coreference", "gap", "gap-"+set+".tsv.gz"))
		if err != nil {
			return res, err
		}
		res.Items += all.gold
		res.Per["gap "+set] = map[string]float64{"f1": round(all.f1()), "masculine": round(m.f1()), "feminine": round(f.f1()), "bias": round(f.f1() / max(m.f1(), 0.001)),
			"precision": share(all.right, all.told), "recall": share(all.right, all.gold)}
	}
	for _, genre := range []string{"", "news"} {
		s, n, err := c.scoreGUM(filepath.Join(shared, "data", "treebank", "gum-dev.conllu.gz"), filepath.Join(shared, "data", "coreference", "gum", "gum-dev.jsonl.gz"), "GUM_"+genre)
		if err != nil {
			return res, err
		}
		if genre == "" {
			genre = "all"
		}
		res.Per["gum "+genre] = map[string]float64{"documents": float64(n), "muc": round(s.muc.f1()), "b3": round(s.b3.f1()), "lea": round(s.lea.f1())}
	}
	read := res.Per["dev-read"]
	for _, k := range []string{"country", "sector", "country_sector", "name"} {
		res.Metrics[k] = read[k]
	}
	res.Metrics["link"] = links.metrics()["right"]
	res.Metrics["actor_cases"] = res.Per["actor cases"]["right"]
	res.Metrics["gap_f1"] = res.Per["gap development"]["f1"]
	res.Metrics["gum_lea"] = res.Per["gum all"]["lea"]
	return res, nil
}

// Shared finds the folder of evaluation data beside the module: the value of
// ANNALS_SHARED, or ../shared of the first folder upwards that holds go.mod.
func Shared() (string, error) {
	if s := os.Getenv("ANNALS_SHARED"); s != "" {
		return s, nil
	}
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			s := filepath.Join(dir, "..", "shared")
			if _, err := os.Stat(s); err != nil {
				return "", fmt.Errorf("evaluation data missing: %w", err)
			}
			return s, nil
		}
		up := filepath.Dir(dir)
		if up == dir {
			return "", fmt.Errorf("evaluation data missing: no go.mod above %s", dir)
		}
		dir = up
	}
}
