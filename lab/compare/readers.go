package main

import (
	"bytes"
	"context"
	"errors"
	"net/url"
	"strings"

	readability "codeberg.org/readeck/go-readability/v2"
	trafilatura "github.com/markusmobius/go-trafilatura"

	"annals/lab/eval/pages"
	"annals/report"
)

// reader is a reader of pages with its name.
type reader struct {
	name string
	read pages.Reader
}

func readers() []reader {
	return []reader{
		{"annals", annals},
		{"go-readability v2.1.3", plainReadability},
		{"go-trafilatura v1.12.2", func(p pages.Page) (pages.Extracted, error) { return withTrafilatura(p, false) }},
		{"go-trafilatura v1.12.2 + fallback", func(p pages.Page) (pages.Extracted, error) { return withTrafilatura(p, true) }},
	}
}

func annals(p pages.Page) (pages.Extracted, error) {
	for r, err := range report.Read(context.Background(), []string{"-"}, report.Options{Stdin: bytes.NewReader(p.HTML)}) {
		if err != nil {
			return pages.Extracted{}, err
		}
		return pages.Extracted{Title: r.Title, Text: r.Body, Date: r.Published, SetAside: r.SetAside != ""}, nil
	}
	return pages.Extracted{}, errors.New("no report")
}

func plainReadability(p pages.Page) (pages.Extracted, error) {
	u, _ := url.Parse(p.URL)
	a, err := readability.FromReader(bytes.NewReader(p.HTML), u)
	if err != nil {
		return pages.Extracted{}, err
	}
	var text strings.Builder
	if err := a.RenderText(&text); err != nil {
		return pages.Extracted{}, err
	}
	e := pages.Extracted{Title: a.Title(), Text: text.String()}
	if t, err := a.PublishedTime(); err == nil {
		e.Date = t.Format("2006-01-02T15:04:05Z07:00")
	}
	return e, nil
}

func withTrafilatura(p pages.Page, fallback bool) (pages.Extracted, error) {
	u, _ := url.Parse(p.URL)
	a, err := trafilatura.Extract(bytes.NewReader(p.HTML), trafilatura.Options{EnableFallback: fallback, ExcludeComments: true, OriginalURL: u})
	if err != nil {
		return pages.Extracted{}, err
	}
	e := pages.Extracted{Title: a.Metadata.Title, Text: a.ContentText}
	if !a.Metadata.Date.IsZero() {
		e.Date = a.Metadata.Date.Format("2006-01-02")
	}
	return e, nil
}
