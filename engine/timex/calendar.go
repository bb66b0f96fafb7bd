package timex

import (
	"strconv"
	"strings"

	"annals/engine/doc"
)

// interval is a range of days, To inclusive; 0 is an open end.
type interval struct{ from, to doc.Day }

func (iv interval) empty() bool { return iv.from == 0 && iv.to == 0 }

// unit is a unit of time that is reckoned with.
type unit uint8

const (
	unitMinute unit = iota
	unitHour
	unitDay
	unitNight
	unitWeekend
	unitWeek
	unitFortnight
	unitMonth
	unitQuarter
	unitHalf
	unitYear
	unitDecade
	unitCentury
)

// unitNamed is the unit of a table value.
func unitNamed(s string) (unit, bool) {
	for i, n := range [...]string{"minute", "hour", "day", "night", "weekend", "week", "fortnight", "month", "quarter", "half", "year", "decade", "century"} {
		if n == s {
			return unit(i), true
		}
	}
	return 0, false
}

// grain is the grain of a span of one unit.
func (u unit) grain() doc.Grain {
	return [...]doc.Grain{doc.GrainMinute, doc.GrainHour, doc.GrainDay, doc.GrainDaypart, doc.GrainDay, doc.GrainWeek, doc.GrainWeek,
		doc.GrainMonth, doc.GrainQuarter, doc.GrainQuarter, doc.GrainYear, doc.GrainDecade, doc.GrainCentury}[u]
}

// containing is the whole unit in which day lies, moved on by n units.
func containing(u unit, day doc.Day, n int) interval {
	y, m, _ := day.Date()
	switch u {
	case unitMinute, unitHour:
		return interval{day, day}
	case unitDay, unitNight:
		return interval{day + doc.Day(n), day + doc.Day(n)}
	case unitWeek:
		from := day - doc.Day(day.Weekday()) + doc.Day(7*n)
		return interval{from, from + 6}
	case unitWeekend:
		from := day - doc.Day(day.Weekday()) + 5 + doc.Day(7*n)
		return interval{from, from + 1}
	case unitFortnight:
		from := day - doc.Day(day.Weekday()) + doc.Day(14*n)
		return interval{from, from + 13}
	case unitMonth:
		return months(y, m+n, 1)
	case unitQuarter:
		return months(y, (m-1)/3*3+1+3*n, 3)
	case unitHalf:
		return months(y, (m-1)/6*6+1+6*n, 6)
	case unitYear:
		return months(y+n, 1, 12)
	case unitDecade:
		return months(y/10*10+10*n, 1, 120)
	default:
		return months((y-1)/100*100+1+100*n, 1, 1200)
	}
}

// months is the span of count months from month m of year y; m may overflow.
func months(y, m, count int) interval {
	return interval{doc.MakeDay(y, m, 1), doc.MakeDay(y, m+count, 1) - 1}
}

// moved is day moved by n units; days past the end of a month are cut to its last day.
func moved(day doc.Day, n int, u unit) doc.Day {
	switch u {
	case unitMinute, unitHour:
		return day
	case unitDay, unitNight:
		return day + doc.Day(n)
	case unitWeek, unitWeekend:
		return day + doc.Day(7*n)
	case unitFortnight:
		return day + doc.Day(14*n)
	}
	k := map[unit]int{unitMonth: 1, unitQuarter: 3, unitHalf: 6, unitYear: 12, unitDecade: 120, unitCentury: 1200}[u]
	y, m, d := day.Date()
	last := months(y, m+n*k, 1).to
	_, _, max := last.Date()
	return last - doc.Day(max) + doc.Day(min(d, max))
}

// feast is the rule by which the day of a feast is found in a year.
type feast struct {
	month, day        int // fixed day, or month of the nth weekday
	weekday, nth      int
	easter, orthodox  bool
	plus              int
	country           string // where the name has this day
	countsFromWeekday bool
}

// parseFeast reads 12-25, easter-2, orthodox+0, 11:3:4+1, 7-4@USA.
func parseFeast(s string) (feast, bool) {
	var f feast
	s, f.country, _ = strings.Cut(s, "@")
	for i, name := range [...]string{"easter", "orthodox"} {
		if rest, ok := strings.CutPrefix(s, name); ok {
			n, err := strconv.Atoi(rest)
			f.easter, f.orthodox, f.plus = i == 0, i == 1, n
			return f, err == nil
		}
	}
	var err error
	num := func(s string) int {
		n, e := strconv.Atoi(s)
		if e != nil {
			err = e
		}
		return n
	}
	if parts := strings.Split(s, ":"); len(parts) == 3 {
		last, plus, ok := strings.Cut(parts[2], "+")
		if ok {
			f.plus = num(plus)
		}
		f.month, f.weekday, f.nth, f.countsFromWeekday = num(parts[0]), num(parts[1]), num(last), true
		return f, err == nil && f.month >= 1 && f.month <= 12
	}
	m, d, ok := strings.Cut(s, "-")
	f.month, f.day = num(m), num(d)
	return f, ok && err == nil && f.month >= 1 && f.month <= 12
}

// in is the day of the feast in a year.
func (f feast) in(year int) doc.Day {
	switch {
	case f.easter:
		return easter(year) + doc.Day(f.plus)
	case f.orthodox:
		return orthodoxEaster(year) + doc.Day(f.plus)
	case f.countsFromWeekday && f.nth < 0:
		last := months(year, f.month, 1).to
		return last - doc.Day((last.Weekday()-f.weekday+7)%7) + doc.Day(f.plus)
	case f.countsFromWeekday:
		first := doc.MakeDay(year, f.month, 1)
		return first + doc.Day((f.weekday-first.Weekday()+7)%7+7*(f.nth-1)+f.plus)
	}
	return doc.MakeDay(year, f.month, f.day)
}

// easter is Easter Sunday of the Gregorian calendar, by the rule of Meeus, Jones
// and Butcher.
func easter(y int) doc.Day {
	a, b, c := y%19, y/100, y%100
	d, e := b/4, b%4
	f := (b + 8) / 25
	g := (b - f + 1) / 3
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	return doc.MakeDay(y, (h+l-7*m+114)/31, (h+l-7*m+114)%31+1)
}

// orthodoxEaster is Easter Sunday of the Julian reckoning, as a Gregorian day,
// by the rule of Meeus; right for 1900 to 2099.
func orthodoxEaster(y int) doc.Day {
	a, b, c := y%4, y%7, y%19
	d := (19*c + 15) % 30
	e := (2*a + 4*b - d + 34) % 7
	return doc.MakeDay(y, (d+e+114)/31, (d+e+114)%31+1) + 13
}
