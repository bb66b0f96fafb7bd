package segment

import (
	"strings"

	"annals/engine/doc"
)

// dateline finds the dateline at the head of the first paragraph, fills Front
// and returns the byte where it ends, or 0. Known shapes:
//
//	ARLAND CITY, March 20 (Reuters) -     Arland City (AFP) –
//	ARLAND CITY —                         ARLAND CITY. March 20. INTERFAX -
//	(AFP) —                               March 20 (AFP) -
//
// A place without agency and date is taken only under a title, since items of
// the shape "Topic – happening" look the same.
func (r *run) dateline(span doc.Span) int32 {
	s := r.text[:min(int(span.End), runeStart(r.text[:span.End], min(int(span.End-1), int(span.Start)+160)))]
	p := dateliner{r: r, s: s, i: int(span.Start)}
	start := p.i
	p.place()
	placed := !p.placeSpan.Empty()
	for n := 0; n < 4; n++ {
		at := p.i
		p.skip(" ,.;\u00a0")
		switch {
		case p.day():
		case p.agency():
		case p.bracket():
		default:
			p.i = at
			n = 4
		}
	}
	bare := p.i // before the space and dash
	p.skip(" \u00a0")
	dash := p.dash()
	if !dash {
		p.i = bare
	}
	known := len(p.credits) > 0
	switch {
	case !dash && !placed && !known && p.full:
		// "Monday, March 20, 2023" and then the report.
		if c, _ := after(r.text[:span.End], p.i); c != ' ' {
			return 0
		}
	case !dash && !(known && p.bracketed && placed && p.upper):
		// Without a dash only "ARLAND CITY (AFP)" is taken.
		return 0
	case !placed && !known:
		return 0
	case placed && !known && !p.bracketed && !p.dated:
		if r.d.Title == "" || !p.upper && (p.count > 3 || p.closeDash) {
			return 0
		}
	}
	if _, cl := after(s, p.i); dash && cl != space && !known {
		return 0 // "OLM–Mara"
	}
	// Something has to follow, and begin as a sentence does.
	c, cl := following(r.text[:span.End], p.i)
	if cl == space || isLower(c) {
		return 0
	}
	f := &r.d.Front
	f.Dateline = doc.Span{Start: int32(start), End: int32(p.i)}
	f.DatelinePlace, f.DatelineDay = p.placeSpan, p.daySpan
	f.Agencies = append(f.Agencies, p.credits...)
	return int32(p.i)
}

// dateliner reads the parts of a dateline one after another.
type dateliner struct {
	r         *run
	s         string
	i         int
	count     int  // words of the place
	upper     bool // the place is all in capitals
	bracketed bool // something stood in brackets
	closeDash bool // the dash has no space before it
	full      bool // the day has a weekday, a month and a year
	dated     bool // the day has a month
	placeSpan doc.Span
	daySpan   doc.Span
	credits   []doc.Credit
}

func (p *dateliner) skip(set string) {
	for p.i < len(p.s) {
		c, _, size := decode(p.s, p.i)
		if !strings.ContainsRune(set, c) {
			return
		}
		p.i += size
	}
}

// next is the end of the word at the current place.
func (p *dateliner) next() int {
	k := p.i
	for k < len(p.s) {
		c, cl, size := decode(p.s, k)
		if !cl.inWord() && !(c == '\'' || c == '’' || c == '-' || c == '/') {
			break
		}
		if c == '-' {
			if _, nc := after(p.s, k+1); nc != letter {
				break
			}
		}
		k += size
	}
	return k
}

// place reads "ARLAND CITY", "Port Mara, Ostland", "ARLAND/OSTVIK".
func (p *dateliner) place() {
	p.upper = true
	begin, end := p.i, p.i
	for p.count < 7 {
		k := p.next()
		if k == p.i {
			break
		}
		w := p.s[p.i:k]
		if !capital(w) {
			switch w {
			case "de", "la", "al", "el", "of", "the", "and", "du", "des", "upon", "en", "le":
				if p.count == 0 {
					return
				}
			default:
				p.stop(begin, end)
				return
			}
		} else {
			if month(w) || weekday(w) {
				break
			}
			if p.r.agencies[w] != nil && p.count > 0 {
				break
			}
			if strings.ToUpper(w) != w {
				p.upper = false
			}
			end = k
		}
		p.count++
		p.i = k
		// "ST. MARA, N.O., Ostland": abbreviations and commas go on, another stop ends.
		if k+1 < len(p.s) && p.s[k] == '.' && (len(w) == 1 || p.r.abbreviates(w) || p.s[k+1] == ',') {
			k++
			end = k
		}
		if k+1 < len(p.s) && p.s[k] == ',' && p.s[k+1] == ' ' {
			k++
		}
		p.i = k
		p.skip(" \u00a0")
	}
	p.stop(begin, end)
}

func (p *dateliner) stop(begin, end int) {
	p.i = end
	if end > begin {
		p.placeSpan = doc.Span{Start: int32(begin), End: int32(end)}
	}
}

// day reads "March 20", "20 March 2023", "Mar. 20", "Monday", "Monday, March 20".
func (p *dateliner) day() bool {
	begin, named := p.i, false
	var hasMonth, hasWeekday, hasYear bool
	end := p.i
	for n := 0; n < 5; n++ {
		k := p.next()
		w := p.s[p.i:k]
		switch {
		case month(w) || weekday(w):
			named = true
			hasMonth, hasWeekday = hasMonth || month(w), hasWeekday || weekday(w)
		case len(w) > 0 && len(w) <= 4 && w[0] >= '0' && w[0] <= '9':
			hasYear = hasYear || len(w) == 4
		default:
			k = p.i
		}
		if k == p.i {
			break
		}
		end = k
		p.i = k
		p.skip(" ,.\u00a0")
	}
	p.i = end
	if !named {
		p.i = begin
		return false
	}
	p.dated = hasMonth
	p.full = hasMonth && hasWeekday && hasYear
	p.daySpan = doc.Span{Start: int32(begin), End: int32(end)}
	return true
}

// agency reads the name of an agency that stands free.
func (p *dateliner) agency() bool {
	if !p.daySpan.Empty() || p.i > 0 {
		if n, name := p.r.agencyAt(p.s, p.i); n > 0 {
			// It has to end the dateline.
			q := *p
			q.i += n
			q.skip(" ,.\u00a0")
			at := q.i
			if q.dash() && at > 0 {
				p.credits = append(p.credits, doc.Credit{Span: doc.Span{Start: int32(p.i), End: int32(p.i + n)}, Name: name})
				p.i += n
				return true
			}
		}
	}
	return false
}

// bracket reads "(Reuters)", "(Xinhua) ", "(ONA/AFP)".
func (p *dateliner) bracket() bool {
	if p.i >= len(p.s) || p.s[p.i] != '(' && p.s[p.i] != '[' {
		return false
	}
	k := strings.IndexAny(p.s[p.i:], ")]")
	if k < 0 || k > 50 {
		return false
	}
	k += p.i
	inside := doc.Span{Start: int32(p.i + 1), End: int32(k)}
	if strings.EqualFold(p.s[inside.Start:inside.End], "agencies") {
		p.i, p.bracketed = k+1, true
		return true
	}
	n := len(p.credits)
	p.credits = p.r.creditsIn(p.credits, inside)
	if len(p.credits) == n {
		w := p.s[inside.Start:inside.End]
		if len(w) < 2 || strings.ToUpper(w) != w || strings.ContainsAny(w, " 0123456789") {
			return false // not an agency; the brackets belong to the prose
		}
		// An agency that no table knows, unless a body is named here by its letters.
		if first, _, _ := strings.Cut(p.s[p.placeSpan.Start:p.placeSpan.End], " "); !p.upper && (p.count > 2 || p.r.starter[strings.ToLower(first)]) {
			return false
		}
		p.credits = append(p.credits, doc.Credit{Span: inside, Name: w})
	}
	p.i = k + 1
	p.bracketed = true
	return true
}

// dash reads the dash that ends a dateline.
func (p *dateliner) dash() bool {
	c, _ := after(p.s, p.i)
	_, pc := before(p.s, p.i)
	switch c {
	case '—', '–', '―', '-', '‒', '−':
		p.closeDash = pc != space
		at := p.i
		p.skip("—–―-‒−")
		if n, _ := after(p.s, p.i); c == '-' && n != ' ' && !p.bracketed {
			p.i = at
			return false
		}
		return true
	case ':':
		if p.bracketed || p.dated {
			p.i++
			return true
		}
	}
	return false
}

func month(w string) bool {
	var buf [24]byte
	b := lower(&buf, w)
	if len(b) < 3 || !capital(w) {
		return false
	}
	switch string(b) {
	case "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december":
		return true
	}
	return false
}

func weekday(w string) bool {
	var buf [24]byte
	switch string(lower(&buf, w)) {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday":
		return capital(w)
	}
	return false
}
