package context

import (
	"fmt"
	"io/fs"
	"strings"

	"annals/record"
	"annals/table"
)

// operator is one line of context.tsv.
type operator struct {
	word    string
	pos     string
	class   string
	governs []string
	effect  Effect
	would   bool // "would": decided by what stands above
	topic   bool // what is spoken of: no act where its words name no doer
	line    int
}

// operators are the lines by word; a verb with a particle stands as "call off".
type operators struct {
	byWord map[string][]*operator
}

var positions = []string{"v", "n", "a", "mod", "aux", "mark", "case"}

// parseOperators reads a table of operators.
func parseOperators(name string, src []byte) (*operators, []table.Problem) {
	t, problems := table.Parse(name, src)
	ops := &operators{byWord: map[string][]*operator{}}
	for _, r := range t.Rows {
		o := &operator{word: r.Get(0), pos: r.Get(1), class: r.Get(2), line: r.Line}
		if !has(positions, o.pos) {
			problems = append(problems, t.Fault(r, 1, "one of "+strings.Join(positions, " "), "no place %q for an operator", o.pos))
		}
		if g := r.Get(3); g != "" {
			o.governs = strings.Split(g, "|")
		} else if o.pos == "v" || o.pos == "n" || o.pos == "a" {
			problems = append(problems, t.Fault(r, 3, "as in xcomp|obj", "%q governs nothing", o.word))
		}
		for _, e := range strings.Fields(r.Get(4)) {
			if !o.read(e) {
				problems = append(problems, t.Fault(r, 4, "status=planned, polarity=negated, real, reported, source, topic, drop", "no effect %q", e))
			}
		}
		ops.byWord[o.word] = append(ops.byWord[o.word], o)
	}
	return ops, problems
}

func (o *operator) read(e string) bool {
	key, value, _ := strings.Cut(e, "=")
	switch key {
	case "status":
		switch s := record.Status(value); s {
		case record.Occurred, record.Ongoing, record.Planned, record.Hypothetical, record.Postponed, record.Cancelled:
			o.effect.Status = s
		case "would":
			o.would = true
		default:
			return false
		}
	case "polarity":
		o.effect.Polarity = record.Polarity(value)
		return value == "negated" || value == "denied"
	case "real":
		o.effect.Real = true
	case "reported":
		o.effect.Reported = true
	case "source":
	case "drop":
		o.effect.Drop = true
	case "topic":
		o.topic = true
	default:
		return false
	}
	return true
}

// find is the operator of that word at that place which governs by rel.
func (ops *operators) find(word, pos, rel string) *operator {
	for _, o := range ops.byWord[word] {
		if o.pos != pos {
			continue
		}
		if len(o.governs) == 0 || rel == "" {
			return o
		}
		for _, g := range o.governs {
			base, report, told := strings.Cut(rel, "+")
			want, _, wants := strings.Cut(g, "+")
			if wants && !(told && report != "") {
				continue
			}
			if base == want || len(base) > len(want) && base[len(want)] == ':' && base[:len(want)] == want && want != "nsubj" {
				return o
			}
		}
	}
	return nil
}

// CheckOperators reports the faults of an operator file.
func CheckOperators(name string, src []byte) []table.Problem {
	_, problems := parseOperators(name, src)
	return problems
}

func loadOperators(lang fs.FS) (*operators, []table.Problem, error) {
	src, err := fs.ReadFile(lang, "context.tsv")
	if err != nil {
		return nil, nil, fmt.Errorf("operators: %w", err)
	}
	ops, problems := parseOperators("context.tsv", src)
	return ops, problems, nil
}

func has(list []string, x string) bool {
	for _, y := range list {
		if x == y {
			return true
		}
	}
	return false
}
