package doc

import "testing"

func TestDay(t *testing.T) {
	for _, c := range []struct {
		s    string
		day  Day
		week int
	}{{"1970-01-01", unixDay, 3}, {"2023-10-17", MakeDay(2023, 10, 17), 1}, {"1969-12-31", MakeDay(1969, 12, 31), 2}, {"2024-02-29", MakeDay(2024, 2, 29), 3}} {
		d, err := ParseDay(c.s)
		if err != nil || (c.day != 0 && d != c.day) {
			t.Errorf("ParseDay(%s) = %d, %v", c.s, d, err)
		}
		if got := c.day.String(); got != c.s {
			t.Errorf("String %d = %s, want %s", c.day, got, c.s)
		}
		if got := c.day.Weekday(); got != c.week {
			t.Errorf("%s Weekday = %d, want %d", c.s, got, c.week)
		}
	}
	if _, err := ParseDay("2023-13-01"); err == nil {
		t.Error("month 13 was read")
	}
}
