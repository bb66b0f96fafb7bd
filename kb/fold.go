package kb

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold brings a name to the form in which aliases are looked up: letters are
// decomposed (NFKD) and lose their marks, case is lowered, ø becomes o, ł l, ß
// ss, æ ae, œ oe, đ d, þ th and dotless ı i; apostrophes, the ayn, the hamza,
// quotation marks and full stops are dropped ("U.S." gives "us", "Côte
// d'Ivoire" "cote divoire"); hyphens, dashes, commas, slashes and brackets
// become spaces; & becomes "and"; runs of space become one, none at the ends.
// Fold(Fold(s)) equals Fold(s).
func Fold(s string) string {
	if isFolded(s) {
		return s
	}
	return string(AppendFold(make([]byte, 0, len(s)+8), s))
}

// isFolded spares the allocation for plain lower-case words.
func isFolded(s string) bool {
	space := true
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == ' ':
			if space {
				return false
			}
			space = true
			continue
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
		default:
			return false
		}
		space = false
	}
	return !space || s == ""
}

// AppendFold appends the folded form of s to dst. It does not allocate when s
// is ASCII and dst has room.
func AppendFold(dst []byte, s string) []byte {
	start := len(dst)
	pending := false
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			dst, pending = foldASCII(dst, c, start, pending)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if to, ok := foldRune(r); ok {
			for j := 0; j < len(to); j++ {
				dst, pending = foldASCII(dst, to[j], start, pending)
			}
			i += n
			continue
		}
		for _, q := range decompose(s[i : i+n]) {
			if to, ok := foldRune(q); ok {
				for j := 0; j < len(to); j++ {
					dst, pending = foldASCII(dst, to[j], start, pending)
				}
				continue
			}
			if q < utf8.RuneSelf {
				dst, pending = foldASCII(dst, byte(q), start, pending)
				continue
			}
			switch {
			case unicode.Is(unicode.M, q), unicode.Is(unicode.Lm, q), unicode.Is(unicode.Cf, q), q == utf8.RuneError:
			case unicode.IsSpace(q), unicode.Is(unicode.P, q), unicode.Is(unicode.S, q):
				pending = true
			default:
				if pending && len(dst) > start {
					dst = append(dst, ' ')
				}
				pending = false
				dst = utf8.AppendRune(dst, unicode.ToLower(q))
			}
		}
		i += n
	}
	return dst
}

func decompose(s string) string { return norm.NFKD.String(s) }

// foldASCII appends one ASCII byte; pending is a space that is written only
// when another letter follows.
func foldASCII(dst []byte, c byte, start int, pending bool) ([]byte, bool) {
	switch {
	case 'A' <= c && c <= 'Z':
		c += 'a' - 'A'
	case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
	case c == '\'', c == '`', c == '.', c == '"':
		return dst, pending
	case c == '&':
		if len(dst) > start {
			dst = append(dst, ' ')
		}
		return append(dst, "and"...), true
	default:
		return dst, true
	}
	if pending && len(dst) > start {
		dst = append(dst, ' ')
	}
	return append(dst, c), false
}

// foldRune gives the ASCII form of the runes that NFKD leaves whole, and of
// the commonest ones it would take apart.
func foldRune(r rune) (string, bool) {
	switch r {
	case 'ø', 'Ø', 'ó', 'Ó', 'ö', 'Ö', 'ô', 'õ', 'ò':
		return "o", true
	case 'ł', 'Ł':
		return "l", true
	case 'ß', 'ẞ':
		return "ss", true
	case 'ı', 'İ', 'í', 'Í', 'î', 'ï', 'ì':
		return "i", true
	case 'æ', 'Æ':
		return "ae", true
	case 'œ', 'Œ':
		return "oe", true
	case 'đ', 'Đ', 'ð', 'Ð':
		return "d", true
	case 'þ', 'Þ':
		return "th", true
	case 'ħ', 'Ħ':
		return "h", true
	case 'ŋ', 'Ŋ':
		return "n", true
	case 'ə', 'Ə':
		return "a", true
	case 'é', 'É', 'è', 'È', 'ê', 'ë':
		return "e", true
	case 'á', 'Á', 'à', 'â', 'ã', 'ä', 'å', 'Å':
		return "a", true
	case 'ú', 'ü', 'Ü', 'ù', 'û':
		return "u", true
	case 'ç', 'Ç':
		return "c", true
	case 'ñ', 'Ñ':
		return "n", true
	case '’', '‘', 'ʼ', 'ʻ', 'ʿ', 'ʾ', '´', '′', 'ʹ', 'ʺ', 'ʽ', '“', '”', '„', '«', '»', 'ː':
		return "", true
	case '–', '—', '‐', '‑', '‒', '−', '\u00a0':
		return " ", true
	}
	return "", false
}
