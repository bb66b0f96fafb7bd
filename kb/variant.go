package kb

import "strings"

// sameNames are spellings of one given name or surname, the first standing
// for all. Names that only look alike (Khamenei and Khomeini, Hassan and
// Hussein) are kept apart.
var sameNames = [][]string{
	{"mohammed", "muhammad", "mohamed", "mohammad", "mohamad", "muhammed", "mohamud", "mahamed", "muhamad", "mohamoud", "mahamat"},
	{"hussein", "hossein", "husayn", "hussain", "hosein", "husain", "husein", "hussien", "houssein"},
	{"ahmed", "ahmad", "achmad", "achmed"},
	{"abdullah", "abdallah", "abdulla", "abdalla"},
	{"abdel", "abdul", "abd", "abdal", "abdol"},
	{"yusuf", "youssef", "yousef", "yousuf", "yusef", "youssouf"},
	{"ibrahim", "ebrahim", "ibraheem"},
	{"ali", "aly"},
	{"omar", "umar", "omer"},
	{"osama", "usama"},
	{"khalid", "khaled"},
	{"said", "saeed", "saïd", "sayeed", "saied"},
	{"sheikh", "shaykh", "cheikh", "shaikh"},
	{"faisal", "faysal", "feisal"},
	{"gaddafi", "qaddafi", "gadhafi", "kadhafi", "qadhafi", "khadafy", "gadafi", "kaddafi", "qadafi", "gathafi"},
	{"hezbollah", "hizbullah", "hizbollah", "hezbullah", "hizballah"},
	{"sergei", "sergey", "serguei", "sergej", "serhiy", "serhii"},
	{"alexander", "aleksandr", "alexandr", "aleksander", "oleksandr", "olexander", "aliaksandr", "alyaksandr"},
	{"alexei", "aleksei", "alexey", "aleksey", "oleksiy", "oleksii", "aliaksei"},
	{"dmitry", "dmitri", "dmitriy", "dmitrii", "dimitri", "dmytro"},
	{"yuri", "yury", "yuriy", "iuri", "yurii", "juri"},
	{"vladimir", "volodymyr", "wladimir", "uladzimir"},
	{"mikhail", "mihail", "mikhael", "michail", "mykhailo", "mykhaylo"},
	{"yevgeny", "evgeny", "evgeniy", "yevgeni", "evgeni", "yevgeniy", "yevhen", "evgenii"},
	{"andrei", "andrey", "andriy", "andrii", "andrej"},
	{"nikolai", "nikolay", "mykola", "nikolaj"},
	{"viktor", "victor", "wiktor"},
	{"igor", "ihor"},
	{"pavel", "pavlo"},
	{"petro", "pyotr", "petr"},
	{"lukashenko", "lukashenka", "loukachenko"},
	{"yeltsin", "eltsin", "jelzin"},
	{"gorbachev", "gorbachov", "gorbatschow", "gorbachyov"},
	{"shoigu", "shoygu", "schoigu"},
}

var standardName = func() map[string]string {
	m := map[string]string{}
	for _, names := range sameNames {
		for _, n := range names {
			m[n] = names[0]
		}
	}
	return m
}()

// VariantKey brings the spellings of a folded name in different
// transcriptions to one form: the Arabic article is dropped, names such as
// Mohammed and Muhammad become one, and letters that transcriptions exchange
// are evened out (kh and h, q and k, dj and j, ou and u, w and v, endings in
// y, iy, ii). It gives "" for names of fewer than four letters.
func VariantKey(folded string) string {
	if len(folded) < 4 {
		return ""
	}
	var out []string
	for _, w := range strings.Fields(folded) {
		switch w {
		case "al", "el", "ul", "ad", "as", "ash", "ar", "an", "bin", "ibn", "ben", "jr":
			continue
		}
		if std, ok := standardName[w]; ok {
			out = append(out, std)
			continue
		}
		out = append(out, evenOut(w))
	}
	return strings.Join(out, " ")
}

var letterRules = strings.NewReplacer("tsch", "ch", "sch", "sh", "tch", "ch", "dzh", "j", "dj", "j", "kh", "h", "gh", "g", "q", "k", "ck", "k", "ou", "u", "oo", "u", "ee", "i", "ph", "f", "w", "v", "x", "ks", "ey", "ei", "ay", "ai", "oy", "oi", "yo", "io", "ya", "ia", "yu", "iu", "ye", "e", "ie", "e", "dh", "d", "th", "t")

func evenOut(w string) string {
	for _, end := range []string{"skyy", "skyi", "skiy", "skii", "skij", "sky"} {
		if s, ok := strings.CutSuffix(w, end); ok {
			w = s + "ski"
			break
		}
	}
	for _, end := range []string{"iy", "ii", "yy", "yi", "ij"} {
		if s, ok := strings.CutSuffix(w, end); ok && len(s) > 1 {
			w = s + "i"
			break
		}
	}
	w = letterRules.Replace(w)
	if s, ok := strings.CutSuffix(w, "y"); ok {
		w = s + "i"
	}
	if s, ok := strings.CutSuffix(w, "ff"); ok {
		w = s + "v"
	}
	if s, ok := strings.CutSuffix(w, "of"); ok && len(s) > 2 {
		w = s + "ov"
	}
	// double letters become one
	out := make([]byte, 0, len(w))
	for i := 0; i < len(w); i++ {
		if i == 0 || w[i] != w[i-1] {
			out = append(out, w[i])
		}
	}
	return strings.ReplaceAll(string(out), "y", "i")
}
