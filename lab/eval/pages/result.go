package pages

import (
	"encoding/json"
	"fmt"
	"io"
	"sort"
	"text/tabwriter"
)

// Result is what a run measured.
type Result struct {
	Task    string                        `json:"task"`
	Set     string                        `json:"set"`
	Reader  string                        `json:"reader"`
	Items   int                           `json:"items"`
	Metrics map[string]float64            `json:"metrics"`
	Per     map[string]map[string]float64 `json:"per,omitempty"`
}

// WriteJSON writes one object on one line.
func (r Result) WriteJSON(w io.Writer) error {
	b, err := json.Marshal(r)
	if err != nil {
		return fmt.Errorf("pages: %w", err)
	}
	_, err = w.Write(append(b, '\n'))
	return err
}

// WriteTable writes the metrics for people, and with each also a line for every page.
func (r Result) WriteTable(w io.Writer, each bool) error {
	t := tabwriter.NewWriter(w, 0, 4, 2, ' ', 0)
	fmt.Fprintf(t, "pages: %s, %d items, reader %s\n", r.Set, r.Items, r.Reader)
	names := make([]string, 0, len(r.Metrics))
	for n := range r.Metrics {
		names = append(names, n)
	}
	sort.Strings(names)
	for _, n := range names {
		fmt.Fprintf(t, "%s\t%.3f\n", n, r.Metrics[n])
	}
	if each {
		files := make([]string, 0, len(r.Per))
		for f := range r.Per {
			files = append(files, f)
		}
		sort.Strings(files)
		fmt.Fprintf(t, "\nfile\tprecision\trecall\tf1\tshingles\ttitle\tdate\tlanguage\n")
		for _, f := range files {
			p := r.Per[f]
			fmt.Fprint(t, f)
			for _, n := range []string{"text_precision", "text_recall", "text_f1", "shingle_f1", "title", "date", "language"} {
				if v, ok := p[n]; ok {
					fmt.Fprintf(t, "\t%.3f", v)
				} else {
					fmt.Fprint(t, "\t")
				}
			}
			for _, n := range []string{"items", "titles", "dates"} {
				if v, ok := p[n]; ok {
					fmt.Fprintf(t, "\t%s %.3f", n, v)
				}
			}
			fmt.Fprintln(t)
		}
	}
	return t.Flush()
}
