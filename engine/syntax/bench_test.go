package syntax

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"annals/engine/syntax/matrix"
)

// reports gives the reports of examples/ as crude sentences, and their number of words.
func reports(b *testing.B) (docs [][][]string, words int) {
	b.Helper()
	files, err := filepath.Glob("../../examples/*.txt")
	if err != nil || len(files) == 0 {
		b.Fatal(files, err)
	}
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		clean := strings.NewReplacer(",", " ,", ". ", " .\n", ".\n", " .\n", "“", "“ ", "”", " ”", "\"", " \" ").Replace(string(text))
		var doc [][]string
		for _, line := range strings.Split(clean, "\n") {
			if s := strings.Fields(line); len(s) > 0 {
				doc = append(doc, s)
				words += len(s)
			}
		}
		docs = append(docs, doc)
	}
	return docs, words
}

// How fast is each kernel, with reports one at a time and with many together? The caches are warm.
func BenchmarkReports(b *testing.B) {
	m := load(b)
	docs, words := reports(b)
	var all [][]string
	for range 4 {
		for _, d := range docs {
			all = append(all, d...)
		}
	}
	for _, k := range matrix.Usable() {
		own, err := m.WithKernel(k)
		if err != nil {
			b.Fatal(err)
		}
		ts := forest(len(all))
		b.Run(fmt.Sprintf("%v/one report", k), func(b *testing.B) {
			var s Scratch
			for b.Loop() {
				for _, d := range docs {
					own.ParseBatch(&s, d, ts[:len(d)])
				}
			}
			b.ReportMetric(float64(words*b.N)/b.Elapsed().Seconds(), "words/s")
		})
		b.Run(fmt.Sprintf("%v/many reports", k), func(b *testing.B) {
			var s Scratch
			for b.Loop() {
				own.ParseBatch(&s, all, ts)
			}
			b.ReportMetric(float64(4*words*b.N)/b.Elapsed().Seconds(), "words/s")
		})
	}
}

// How long does loading take?
func BenchmarkDefault(b *testing.B) {
	for b.Loop() {
		if _, err := Default(); err != nil {
			b.Fatal(err)
		}
	}
}
