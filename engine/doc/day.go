package doc

import (
	"fmt"
	"time"
)

// Day is a civil day as a number: 1 is 1 January of the year 1 in the Gregorian
// calendar carried back, and the zero value means "no day".
type Day int32

// unixDay is the Day of 1 January 1970.
const unixDay = 719163

// MakeDay is the day of a civil date; month and day may overflow as in time.Date.
func MakeDay(year, month, day int) Day {
	return Day(floorDiv(time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC).Unix(), 86400)) + unixDay
}

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// ParseDay reads YYYY-MM-DD (longer forms are cut after the day).
func ParseDay(s string) (Day, error) {
	if len(s) > 10 {
		s = s[:10]
	}
	t, err := time.Parse("2006-01-02", s)
	if err != nil {
		return 0, fmt.Errorf("%q is not a day; write YYYY-MM-DD", s)
	}
	return MakeDay(t.Year(), int(t.Month()), t.Day()), nil
}

// Date is the civil date of the day.
func (d Day) Date() (year, month, day int) {
	t := time.Unix(int64(d-unixDay)*86400, 0).UTC()
	return t.Year(), int(t.Month()), t.Day()
}

// Weekday is 0 for Monday to 6 for Sunday.
func (d Day) Weekday() int { return int(((int64(d)-1)%7 + 7) % 7) }

// String is YYYY-MM-DD, or "" for no day.
func (d Day) String() string {
	if d == 0 {
		return ""
	}
	y, m, dd := d.Date()
	return fmt.Sprintf("%04d-%02d-%02d", y, m, dd)
}
