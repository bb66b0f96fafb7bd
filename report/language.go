package report

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/abadojack/whatlanggo"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

const (
	fewLetters  = 120    // below this a Latin text is too short to tell languages apart: it has the benefit of the doubt
	scriptCount = 12     // letters of another script that are enough, if they are most
	sureLetters = 400    // from here on the text is believed rather than what the page declares
	sureness    = 0.9    // and only with this confidence of the detector
	langSample  = 20_000 // bytes that are looked at
)

// detection is what the detector says of a text.
type detection struct {
	lang       string // ISO 639-1 where there is a code; "" = nothing can be said
	script     string // name of the script where it is not the Latin one
	confidence float64
	sure       bool // there is enough text to go by
}

// identify settles the language of a report and sets it aside if the engine does not know it. What the input declares
// counts; a long text that is plainly in another language overrules it, since pages often declare what their
// template was written in.
func identify(r *Report, known []string) {
	if known == nil {
		known = []string{"en"}
	}
	for _, k := range known {
		if k == "*" {
			return
		}
	}
	declared := baseLanguage(r.Language)
	d := detectLanguage(r.Title + "\n" + r.Body)
	switch {
	case d.lang == "" && d.script != "" && (declared == "" || isKnown(declared, known)):
		r.SetAside = "not in a language that is known here: its script is " + d.script
	case d.sure && d.lang != declared && (declared == "" || d.confidence >= sureness):
		if isKnown(d.lang, known) {
			if declared == "" {
				r.Language = d.lang
			}
			return
		}
		said := ""
		if declared != "" {
			said = ", though " + r.Language + " is declared"
		}
		r.SetAside = fmt.Sprintf("in %s (detected, %.2f%s)", languageName(d.lang), d.confidence, said)
		r.Language = d.lang
	case declared == "":
		if d.lang != "" && isKnown(d.lang, known) && d.confidence >= sureness {
			r.Language = d.lang
		}
	case !isKnown(declared, known):
		r.SetAside = fmt.Sprintf("in %s (declared)", languageName(declared))
	}
}

func isKnown(lang string, known []string) bool {
	for _, k := range known {
		if k == lang {
			return true
		}
	}
	return false
}

// baseLanguage turns "en-GB", "en_GB" and "English" into "en"; "" if it is no language.
func baseLanguage(s string) string {
	s = strings.ReplaceAll(strings.TrimSpace(s), "_", "-")
	if s == "" {
		return ""
	}
	if len(s) > 3 && !strings.Contains(s, "-") {
		namer := display.English.Languages()
		for _, t := range display.Supported.Tags() {
			if strings.EqualFold(namer.Name(t), s) {
				b, _ := t.Base()
				return b.String()
			}
		}
	}
	t, err := language.Parse(s)
	if err != nil {
		return ""
	}
	if b, conf := t.Base(); conf >= language.High && b.String() != "und" && b.String() != "mul" {
		return b.String()
	}
	return ""
}

func languageName(base string) string {
	if t, err := language.Parse(base); err == nil {
		if n := display.English.Languages().Name(t); n != "" {
			return n
		}
	}
	return base
}

// detectLanguage is detect, but for plain English, which is found faster and more surely.
func detectLanguage(text string) detection {
	if plainlyEnglish(text) {
		return detection{lang: "en", confidence: 1, sure: true}
	}
	return detect(text)
}

// detect asks the detector, and weighs how much text it had.
func detect(text string) detection {
	if len(text) > langSample {
		text = strings.ToValidUTF8(text[:langSample], "")
	}
	latin, other := 0, 0
	for _, c := range text {
		switch {
		case c < 0x80 && (c|0x20) >= 'a' && (c|0x20) <= 'z':
			latin++
		case c >= 0x80 && unicode.IsLetter(c):
			if unicode.Is(unicode.Latin, c) {
				latin++
			} else {
				other++
			}
		}
	}
	info := whatlanggo.Detect(text)
	if info.Lang < 0 {
		return detection{}
	}
	if other <= latin && mostlyNames(text) {
		return detection{}
	}
	d := detection{lang: info.Lang.Iso6391(), confidence: info.Confidence}
	if d.lang == "" {
		d.lang = info.Lang.Iso6393()
	}
	if other <= latin {
		d.sure = latin >= sureLetters || latin >= fewLetters && info.Confidence >= sureness
		return d
	}
	// The script tells that it is no English, if not always which language it is.
	d.script = whatlanggo.Scripts[info.Script]
	switch {
	case other < scriptCount:
		return detection{}
	case other < fewLetters && info.Confidence < sureness || other < 2*scriptCount:
		d.lang = ""
	default:
		d.sure = true
	}
	return d
}

// plainlyEnglish looks for words that stand in every English text and together in no other language's. The detector
// counts letters by threes, takes a hundred times as long, and takes some English reports, full of foreign names, for
// French with confidence 1.
func plainlyEnglish(text string) bool {
	if len(text) > langSample {
		text = text[:langSample]
	}
	words, english, the, only := 0, 0, 0, 0
	for w := range strings.FieldsSeq(text) {
		words++
		switch strings.ToLower(w) {
		case "the":
			the++
			english++
		case "that", "with", "from", "which", "this", "his", "their", "they", "were", "been", "said":
			only++
			english++
		case "of", "and", "has", "have", "by", "for":
			english++
		}
	}
	return words >= 20 && english*100 >= words*8 && (the*100 >= words*2 || only*100 >= words*8)
}

// mostlyNames tells whether nearly all words begin with a capital and go on in small letters, as in a list of people:
// its letters tell of the names' languages, not of the report's.
func mostlyNames(text string) bool {
	words, names := 0, 0
	for w := range strings.FieldsSeq(text) {
		first, size := utf8.DecodeRuneInString(w)
		if !unicode.IsLetter(first) {
			continue
		}
		words++
		if second, _ := utf8.DecodeRuneInString(w[size:]); unicode.IsUpper(first) && unicode.IsLower(second) {
			names++
		}
	}
	return words >= 20 && names*100 >= words*85
}
