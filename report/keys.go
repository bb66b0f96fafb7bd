package report

import "strings"

// Keys are the keys of a report, in the order of the record's contract.
func Keys() []string {
	return []string{"id", "title", "text", "published", "outlet", "url", "author", "section", "language"}
}

func isKey(k string) bool {
	for _, x := range Keys() {
		if x == k {
			return true
		}
	}
	return false
}

// synonyms are the names under which a key is looked for without Options.Map, the record's own name first. Case,
// "_", "-" and spaces do not count (see foldKey).
func synonyms(key string) []string {
	switch key {
	case "id":
		return []string{"id", "reportid", "articleid", "docid", "uid"}
	case "title":
		return []string{"title", "headline"}
	case "text":
		return []string{"text", "body", "content", "articlebody", "fulltext"}
	case "published":
		return []string{"published", "date", "publishedat", "pubdate", "datepublished", "publicationdate", "publisheddate",
			"publishdate", "created", "createdat", "timestamp"}
	case "outlet":
		return []string{"outlet", "source", "publisher", "newspaper", "sitename"}
	case "url":
		return []string{"url", "link", "uri", "permalink"}
	case "author":
		return []string{"author", "authors", "byline", "creator"}
	case "section":
		return []string{"section", "category", "rubric"}
	case "language":
		return []string{"language", "lang"}
	}
	return nil
}

// foldKey makes "Published_At", "published-at" and "publishedAt" one.
func foldKey(k string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case '_', '-', ' ', '\t':
			return -1
		}
		return r
	}, strings.ToLower(strings.TrimSpace(k)))
}

// columns leads from each key of a report to the name under which this input has it.
type columns map[string]string

// chooseKeys finds for each key of a report its name among those that the input has.
func chooseKeys(have []string, m map[string]string) columns {
	folded := make(map[string]string, len(have))
	for i := len(have) - 1; i >= 0; i-- { // of two names that fold to one the first stands
		folded[foldKey(have[i])] = have[i]
	}
	exact := make(map[string]bool, len(have))
	for _, h := range have {
		exact[h] = true
	}
	c := columns{}
	taken := map[string]bool{}
	for _, name := range m {
		taken[name] = true
	}
	for _, key := range Keys() {
		if name, ok := m[key]; ok {
			if exact[name] {
				c[key] = name
			}
			continue // a mapped key that this record lacks is not looked for elsewhere
		}
		if exact[key] && !taken[key] {
			c[key] = key
			continue
		}
		for _, s := range synonyms(key) {
			if name, ok := folded[s]; ok && !taken[name] {
				c[key] = name
				break
			}
		}
	}
	return c
}
