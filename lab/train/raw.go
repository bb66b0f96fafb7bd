package train

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"
)

// rawFiles are the texts for pretraining, nearest to news first.
func rawFiles() []string {
	return []string{"news/wikinews.jsonl.gz", "news/current-events.jsonl.gz", "raw/kremlin.txt.gz", "raw/wikipedia.txt.gz",
		"raw/white-house.txt.gz", "raw/un-general-debate.txt.gz", "raw/us-history-factbook.txt.gz", "raw/australia-pm.txt.gz"}
}

// rawSentences calls yield with the crude tokens of each sentence, file by file, until it returns false. Wikinews
// reports that are GUM documents are left out: some of them are development material.
func rawSentences(shared string, yield func(file string, tokens []string) bool) error {
	enough := false
	for _, name := range rawFiles() {
		if enough {
			break
		}
		err := readLines(filepath.Join(shared, "data", name), func(line []byte) (bool, error) {
			text := string(line)
			if strings.HasSuffix(name, ".jsonl.gz") {
				var item struct{ Text, Source string }
				if err := json.Unmarshal(line, &item); err != nil {
					return false, err
				}
				if strings.HasPrefix(name, "news/wikinews") && item.Source == "GUM" {
					return true, nil
				}
				text = item.Text
			}
			for _, par := range strings.Split(text, "\n") {
				for _, s := range crudeSentences(par) {
					if !yield(name, s) {
						enough = true
						return false, nil
					}
				}
			}
			return true, nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func readLines(name string, each func([]byte) (bool, error)) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	r := bufio.NewReaderSize(z, 1<<20)
	for line := 1; ; line++ {
		b, err := r.ReadBytes('\n')
		if len(b) > 1 {
			more, err := each(b)
			if err != nil {
				return fmt.Errorf("%s:%d: %w", name, line, err)
			}
			if !more {
				return nil
			}
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%s:%d: %w", name, line, err)
		}
	}
}

// Bounds of a raw sentence; longer ones are cut.
const minRaw, maxRaw = 4, 60

// crudeSentences cuts a paragraph into sentences of treebank-like words, roughly.
func crudeSentences(par string) [][]string {
	var out [][]string
	var cur []string
	flush := func() {
		if len(cur) >= minRaw {
			out = append(out, cur)
		}
		cur = nil
	}
	fields := strings.Fields(par)
	for i, f := range fields {
		cur = crudeTokens(cur, f)
		end := len(cur) > 0 && strings.ContainsAny(cur[len(cur)-1], ".!?") && len(cur[len(cur)-1]) == 1
		if end && i+1 < len(fields) {
			r, _ := utf8.DecodeRuneInString(strings.TrimLeft(fields[i+1], "\"“'‘("))
			end = unicode.IsUpper(r) || unicode.IsDigit(r)
		}
		if end || len(cur) >= maxRaw {
			flush()
		}
	}
	flush()
	return out
}

// crudeTokens cuts one stretch without spaces.
func crudeTokens(out []string, f string) []string {
	for f != "" {
		r, n := utf8.DecodeRuneInString(f)
		if !strings.ContainsRune("\"“”'‘’([{$€£#", r) || f == "'s" || f == "’s" {
			break
		}
		out = append(out, f[:n])
		f = f[n:]
	}
	var tail []string
	for f != "" {
		r, n := utf8.DecodeLastRuneInString(f)
		if !strings.ContainsRune("\"“”'‘’)]},;:!?.%…", r) {
			break
		}
		if r == '.' && keepsDot(f) {
			break
		}
		tail = append(tail, f[len(f)-n:])
		f = f[:len(f)-n]
	}
	out = crudeWord(out, f)
	for i := len(tail) - 1; i >= 0; i-- {
		out = append(out, tail[i])
	}
	return out
}

// keepsDot reports whether the final point belongs to an abbreviation.
func keepsDot(f string) bool {
	body := f[:len(f)-1]
	if strings.Contains(body, ".") && len(body) < 8 && !strings.ContainsAny(body, "0123456789") {
		return true
	}
	switch body {
	case "Mr", "Mrs", "Ms", "Dr", "Gen", "Sen", "Rep", "Lt", "Col", "St", "Jr", "Sr", "Gov", "Prof", "No", "vs", "Inc", "Corp",
		"Co", "Ltd", "Jan", "Feb", "Mar", "Apr", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec":
		return true
	}
	return len(body) == 1 && body[0] >= 'A' && body[0] <= 'Z'
}

// crudeWord splits clitics and hyphens.
func crudeWord(out []string, f string) []string {
	if f == "" {
		return out
	}
	for _, c := range [...]string{"n't", "n’t", "'s", "’s", "'re", "’re", "'ve", "’ve", "'ll", "’ll", "'d", "’d", "'m", "’m"} {
		if len(f) > len(c) && strings.HasSuffix(strings.ToLower(f), c) {
			return append(crudeWord(out, f[:len(f)-len(c)]), f[len(f)-len(c):])
		}
	}
	if i := strings.IndexByte(f, '-'); i > 0 && i < len(f)-1 {
		return crudeWord(append(out, f[:i], "-"), f[i+1:])
	}
	return append(out, f)
}
