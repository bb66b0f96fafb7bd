package kb

import (
	"testing"

	"pgregory.net/rapid"
)

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"":                     "",
		"Putin":                "putin",
		"Côte d'Ivoire":        "cote divoire",
		"Côte d’Ivoire":        "cote divoire",
		"São Tomé":             "sao tome",
		"Erdoğan":              "erdogan",
		"Türkiye":              "turkiye",
		"Łódź":                 "lodz",
		"Straße":               "strasse",
		"Jens Stoltenberg-Øye": "jens stoltenberg oye",
		"Qur'an":               "quran",
		"Ṣanʿāʾ":               "sana",
		"U.S.":                 "us",
		"St. Petersburg":       "st petersburg",
		"  Guinea -  Bissau ":  "guinea bissau",
		"Johnson & Johnson":    "johnson and johnson",
		"Iğdır":                "igdir",
		"İstanbul":             "istanbul",
		"Amnesty, Inc. (UK)":   "amnesty inc uk",
		"Москва":               "москва",
		"9/11":                 "9 11",
		"Nguyễn Phú Trọng":     "nguyen phu trong",
		"Ilham Əliyev":         "ilham aliyev",
		"…":                    "",
	} {
		if got := Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestFoldTwice(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.String().Draw(t, "s")
		once := Fold(s)
		if twice := Fold(once); twice != once {
			t.Fatalf("Fold(%q) = %q, and again %q", s, once, twice)
		}
	})
}

func TestDay(t *testing.T) {
	tests := []struct {
		in   string
		end  bool
		want string
		prec Precision
	}{
		{"2021-08-15", false, "2021-08-15", ToDay},
		{"2021-08", false, "2021-08-01", ToMonth},
		{"2024-02", true, "2024-02-29", ToMonth},
		{"1999", false, "1999-01-01", ToYear},
		{"1999", true, "1999-12-31", ToYear},
		{"1816-01-01", false, "1816-01-01", ToDay},
		{"2021-13", false, "", NoDate},
		{"soon", false, "", NoDate},
		{"", true, "", NoDate},
	}
	for _, x := range tests {
		if d, p := ParseDate(x.in, x.end); d.String() != x.want || p != x.prec {
			t.Errorf("ParseDate(%q, %v) = %s, %d", x.in, x.end, d, p)
		}
	}
	if d := NewDay(2022, 2, 24); d.Year() != 2022 || d.Month() != 2 || d.Day() != 24 {
		t.Errorf("parts of %s: %d %d %d", d, d.Year(), d.Month(), d.Day())
	}
}
