package explain

import (
	"strconv"
	"strings"
)

// flat is a stretch of text on one line.
func flat(s string) string { return strings.Join(strings.Fields(s), " ") }

func quoted(s string) string { return "“" + flat(s) + "”" }

// counted is "1 event", "3 events".
func counted(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return strconv.Itoa(n) + " " + what + "s"
}

// list is "a, b and c".
func list(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}

// slot is a grammatical slot in words that a newcomer knows.
func slot(name string) string {
	switch name {
	case "subj":
		return "subject"
	case "obj":
		return "object"
	case "iobj":
		return "indirect object"
	case "poss":
		return "owner"
	case "pred":
		return "predicate"
	case "comp", "ccomp", "xcomp":
		return "clause"
	case "acl":
		return "clause of the noun"
	case "advcl":
		return "clause beside it"
	case "compound":
		return "noun before it"
	case "amod":
		return "adjective before it"
	}
	return "behind “" + name + "”"
}

// via is how a party was found, in words.
func via(name string) string {
	switch name {
	case "name":
		return "by its name"
	case "title":
		return "by a title"
	case "apposition":
		return "by the name beside it"
	case "nationality":
		return "by a nationality"
	case "metonym":
		return "by a place that stands for it"
	case "pronoun":
		return "by a pronoun"
	case "description":
		return "by a description"
	case "group":
		return "as a group of people"
	case "list":
		return "as one of a list"
	}
	return "via " + name
}
