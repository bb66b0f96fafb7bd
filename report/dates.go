package report

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// Dates outside these years are taken for mistakes.
const firstYear, lastYear = 1400, 2200

// ParseDate reads a day or a time of a report and gives it as YYYY-MM-DD, or as RFC 3339 where a time and its zone are
// both known. A time without a zone gives the day alone. layout, if not empty, is tried first: one of Go's time
// package, or "unix" or "unixms". Days such as 3/4/2019, which are read differently in different countries, are an
// error without a layout.
func ParseDate(s, layout string) (string, error) {
	t := strings.Join(strings.Fields(s), " ")
	if t == "" {
		return "", fmt.Errorf("an empty date")
	}
	if layout != "" {
		if out, err := byLayout(t, layout); err == nil {
			return out, nil
		}
	}
	if d, err := time.Parse(time.DateOnly, t); err == nil { // the two forms of the contract need no search
		return checked(s, d, false)
	}
	if d, err := time.Parse(time.RFC3339, t); err == nil {
		return checked(s, d, true)
	}
	if out, ok, err := numericDay(t); ok || err != nil {
		if err != nil {
			return "", fmt.Errorf("%q is not a day: %w", s, err)
		}
		return out, nil
	}
	u := tidyDate(t)
	for _, l := range zoned() {
		if d, err := time.Parse(l, u); err == nil {
			return checked(s, d, true)
		}
	}
	if m := zoneName.FindStringSubmatch(u); m != nil {
		rest := strings.TrimSpace(m[1])
		offset, known := zoneOffset(m[2])
		for _, l := range zoneless() {
			if d, err := time.Parse(l, rest); err == nil {
				if known {
					d = time.Date(d.Year(), d.Month(), d.Day(), d.Hour(), d.Minute(), d.Second(), 0, time.FixedZone(m[2], offset))
				}
				return checked(s, d, known)
			}
		}
	}
	for _, l := range append(zoneless(), days()...) {
		if d, err := time.Parse(l, u); err == nil {
			return checked(s, d, false)
		}
	}
	return "", fmt.Errorf("%q is not a day that can be read", s)
}

func byLayout(s, layout string) (string, error) {
	switch layout {
	case "unix", "unixms":
		n, err := strconv.ParseInt(s, 10, 64)
		if err != nil {
			return "", err
		}
		if layout == "unixms" {
			n /= 1000
		}
		return checked(s, time.Unix(n, 0).UTC(), true)
	}
	d, err := time.Parse(layout, s)
	if err != nil {
		return "", err
	}
	withZone := strings.Contains(layout, "Z07") || strings.Contains(layout, "-07")
	return checked(s, d, withZone)
}

func checked(s string, d time.Time, zoned bool) (string, error) {
	if y := d.Year(); y < firstYear || y > lastYear {
		return "", fmt.Errorf("%q is not a day of a report: the year %d", s, y)
	}
	if zoned {
		return d.Format(time.RFC3339), nil
	}
	return d.Format(time.DateOnly), nil
}

// These are functions so that nothing at package level can be changed.

func zoned() []string {
	var out []string
	for _, z := range []string{"Z07:00", "Z0700", " Z07:00", " Z0700", " -0700", " -07:00", "Z07"} {
		for _, l := range []string{"2006-01-02T15:04:05", "2006-01-02 15:04:05", "2006-01-02T15:04", "2006-01-02 15:04", "20060102T150405",
			"2 Jan 2006 15:04:05", "2 Jan 2006 15:04", "2 Jan 06 15:04:05", "2 Jan 06 15:04", "Jan 2, 2006 15:04:05", "Jan 2 15:04:05 2006"} {
			out = append(out, l+z)
		}
	}
	return append(out, "Jan 2 15:04:05 -0700 2006")
}

func zoneless() []string {
	var out []string
	for _, c := range []string{"15:04:05", "15:04", "1504", "3:04:05 PM", "3:04 PM", "3:04PM", "3PM", "3 PM"} {
		for _, d := range days() {
			out = append(out, d+" "+c)
			if c != "1504" {
				out = append(out, c+" "+d)
			}
		}
	}
	return append(out, "2006-01-02T15:04:05", "2006-01-02T15:04", "20060102150405", "20060102T150405", "Jan 2 15:04:05 2006")
}

func days() []string {
	return []string{"2006-01-02", "2006-1-2", "20060102", "2006/01/02", "2006/1/2", "2006.01.02", "2 Jan 2006", "Jan 2, 2006", "Jan 2 2006", "2-Jan-2006", "2006 Jan 2", "2 Jan 06", "2-Jan-06"}
}

var (
	weekday     = regexp.MustCompile(`(?i)^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? `)
	monthName   = regexp.MustCompile(`(?i)\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b\.?`)
	wholeMonth  = regexp.MustCompile(`(?i)^(january|february|march|april|may|june|july|august|september|sept|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)\.?$`)
	ordinal     = regexp.MustCompile(`(?i)\b(\d{1,2})(?:st|nd|rd|th)\b`)
	fraction    = regexp.MustCompile(`(:\d\d)[.,]\d+`)
	meridiem    = regexp.MustCompile(`(?i)\b(\d{1,2}(?:[:.]\d\d){0,2}) ?([ap])\.?m\b\.?`)
	zoneName    = regexp.MustCompile(`^(.*\d(?: ?[AP]M)?) ?\(?([A-Z]{1,5})\)?$`)
	zoneAfter   = regexp.MustCompile(` \([A-Za-z ]+\)$| [A-Z]{3,4}$`)
	hasOffset   = regexp.MustCompile(`[+-]\d\d:?\d\d$`)
	yearTail    = regexp.MustCompile(`( \d{4}),? `)
	daySlash    = regexp.MustCompile(`^(\d{1,4})([/.\-])(\d{1,2})([/.\-])(\d{1,6})(?:[ T].*)?$`)
	isoBadYear  = regexp.MustCompile(`^(\d{5,})-\d\d-\d\d`)
	twelveHours = regexp.MustCompile(`(\d)\.(\d\d)( [AP]M)`)
)

// tidyDate brings the ways of writing a date nearer to one another: no weekday, short English months, no fractions.
func tidyDate(t string) string {
	t = weekday.ReplaceAllString(t, "")
	t = monthName.ReplaceAllStringFunc(t, func(m string) string {
		if !wholeMonth.MatchString(m) {
			return m
		}
		return strings.ToUpper(m[:1]) + strings.ToLower(m[1:3])
	})
	t = ordinal.ReplaceAllString(t, "$1")
	t = fraction.ReplaceAllString(t, "$1")
	t = meridiem.ReplaceAllStringFunc(t, func(m string) string {
		p := meridiem.FindStringSubmatch(m)
		return p[1] + " " + strings.ToUpper(p[2]) + "M"
	})
	t = twelveHours.ReplaceAllString(t, "$1:$2$3")
	t = strings.NewReplacer(" at ", " ", " | ", " ", " - ", " ", " of ", " ").Replace(t)
	t = yearTail.ReplaceAllString(t, "$1 ")
	if u := zoneAfter.ReplaceAllString(t, ""); u != t && hasOffset.MatchString(u) {
		t = u // "+0100 (CET)" says it twice
	}
	return strings.TrimSpace(t)
}

// zoneOffset knows the names that have one meaning in news. Others (IST, CST of China) leave the day alone.
func zoneOffset(name string) (seconds int, ok bool) {
	h, ok := map[string]int{"Z": 0, "UTC": 0, "GMT": 0, "UT": 0, "WET": 0, "BST": 1, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3, "MSK": 3,
		"EST": -5, "EDT": -4, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7, "AKST": -9, "AKDT": -8, "HST": -10,
		"JST": 9, "KST": 9, "AEST": 10, "AEDT": 11, "NZST": 12, "NZDT": 13, "SAST": 2, "PKT": 5, "WIB": 7, "SGT": 8, "HKT": 8}[name]
	return h * 3600, ok
}

// numericDay reads days of three numbers. ok: it was one.
func numericDay(t string) (day string, ok bool, err error) {
	if m := isoBadYear.FindStringSubmatch(t); m != nil {
		return "", false, fmt.Errorf("the year %s", m[1])
	}
	m := daySlash.FindStringSubmatch(t)
	if m == nil || m[2] != m[4] {
		return "", false, nil
	}
	a, _ := strconv.Atoi(m[1])
	b, _ := strconv.Atoi(m[3])
	c, _ := strconv.Atoi(m[5])
	if len(m[1]) >= 3 { // the year stands first: the layouts read it
		if len(m[5]) <= 2 {
			return "", false, realDay(a, b, c)
		}
		return "", false, fmt.Errorf("three numbers of which two could be years")
	}
	if len(m[5]) != 4 {
		return "", false, fmt.Errorf("the year %s", m[5])
	}
	switch {
	case a > 12 && b > 12:
		return "", false, fmt.Errorf("no month %d or %d", a, b)
	case a > 12 || a == b:
		err = realDay(c, b, a)
		day = fmt.Sprintf("%04d-%02d-%02d", c, b, a)
	case b > 12:
		err = realDay(c, a, b)
		day = fmt.Sprintf("%04d-%02d-%02d", c, a, b)
	default:
		return "", false, fmt.Errorf("it could be %s or %s", time.Date(c, time.Month(b), a, 0, 0, 0, 0, time.UTC).Format("2 January 2006"),
			time.Date(c, time.Month(a), b, 0, 0, 0, 0, time.UTC).Format("2 January 2006"))
	}
	return day, err == nil, err
}

func realDay(y, m, d int) error {
	switch t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC); {
	case y < firstYear || y > lastYear:
		return fmt.Errorf("the year %d", y)
	case m < 1 || m > 12:
		return fmt.Errorf("no month %d", m)
	case t.Day() != d || d < 1:
		return fmt.Errorf("no day %d in %s %d", d, time.Month(m), y)
	}
	return nil
}
