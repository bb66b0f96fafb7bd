package kb

import "time"

// Day is a calendar day in the proleptic Gregorian calendar, as the number of
// days since 1970-01-01. The zero Day means "not given": an open end, or a
// date the source does not state.
type Day int32

const secondsADay = 24 * 60 * 60

// NewDay gives the Day of a year, a month (1 to 12) and a day of the month.
// Values outside their range carry over, as in time.Date.
func NewDay(year, month, day int) Day {
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	return Day(floorDiv(t.Unix(), secondsADay))
}

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// Date gives the year, the month (1 to 12) and the day of the month.
func (d Day) Date() (year, month, day int) {
	t := time.Unix(int64(d)*secondsADay, 0).UTC()
	y, m, dd := t.Date()
	return y, int(m), dd
}

// Year gives the calendar year.
func (d Day) Year() int { y, _, _ := d.Date(); return y }

// Month gives the month, 1 to 12.
func (d Day) Month() int { _, m, _ := d.Date(); return m }

// Day gives the day of the month, 1 to 31.
func (d Day) Day() int { _, _, dd := d.Date(); return dd }

// String gives the day as YYYY-MM-DD, and "" for the zero Day.
func (d Day) String() string {
	if d == 0 {
		return ""
	}
	return time.Unix(int64(d)*secondsADay, 0).UTC().Format("2006-01-02")
}

// Precision says how finely a source gives a date. A date of a month or a
// year is stored as the first day of it for a beginning and as the last day
// of it for an end.
type Precision uint8

// The precisions of a date.
const (
	NoDate Precision = iota
	ToYear
	ToMonth
	ToDay
)

// ParseDate reads YYYY, YYYY-MM or YYYY-MM-DD. With end, a date of a year or
// a month becomes its last day. Anything else gives (0, NoDate).
func ParseDate(s string, end bool) (Day, Precision) {
	switch len(s) {
	case 4:
		y, ok := digits(s)
		if !ok || y == 0 {
			return 0, NoDate
		}
		if end {
			return NewDay(y, 12, 31), ToYear
		}
		return NewDay(y, 1, 1), ToYear
	case 7:
		y, ok := digits(s[:4])
		m, ok2 := digits(s[5:])
		if !ok || !ok2 || s[4] != '-' || m < 1 || m > 12 {
			return 0, NoDate
		}
		if end {
			return NewDay(y, m+1, 0), ToMonth
		}
		return NewDay(y, m, 1), ToMonth
	case 10:
		y, ok := digits(s[:4])
		m, ok2 := digits(s[5:7])
		d, ok3 := digits(s[8:])
		if !ok || !ok2 || !ok3 || s[4] != '-' || s[7] != '-' || m < 1 || m > 12 || d < 1 || d > 31 {
			return 0, NoDate
		}
		return NewDay(y, m, d), ToDay
	}
	return 0, NoDate
}

func digits(s string) (int, bool) {
	n := 0
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, len(s) > 0
}
