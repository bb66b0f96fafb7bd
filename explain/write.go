package explain

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"annals"
)

// Text writes items for people, broken at width cells; 0: not broken.
func Text(w io.Writer, items []Item, width int) error {
	b := bufio.NewWriter(w)
	for i, it := range items {
		if i > 0 {
			fmt.Fprintln(b)
		}
		head := fmt.Sprintf("%d  %s: %s", it.N, it.Head, quoted(it.Sentence))
		switch it.Kind {
		case KindRelation:
			head = "relation " + head
		case KindSentence:
			head = fmt.Sprintf("sentence %d  %s: %s", it.N, it.Head, quoted(it.Sentence))
		}
		wrap(b, head, "   ", width)
		last := ""
		for _, l := range it.Why {
			name := l.Field
			if name == last {
				name = ""
			}
			last = l.Field
			wrap(b, fmt.Sprintf("   %-7s %s", name, l.Text), strings.Repeat(" ", 13), width)
		}
	}
	return b.Flush()
}

// wrap writes a line, broken at blanks, the rest indented.
func wrap(w *bufio.Writer, line, indent string, width int) {
	const least = 40
	for width > least && len([]rune(line)) > width {
		r := []rune(line)
		cut := width
		for cut > len(indent)+1 && r[cut] != ' ' {
			cut--
		}
		if cut <= len(indent)+1 {
			break
		}
		fmt.Fprintln(w, strings.TrimRight(string(r[:cut]), " "))
		line = indent + strings.TrimLeft(string(r[cut:]), " ")
	}
	fmt.Fprintln(w, line)
}

// JSON writes one object a line for each item.
func JSON(w io.Writer, items []Item) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	for i := range items {
		if err := e.Encode(&items[i]); err != nil {
			return err
		}
	}
	return nil
}

// Summary is one line on a report: what was found in it and when it was published.
func Summary(r *annals.Reading) string {
	rec := &r.Record
	if rec.SetAside != "" {
		return rec.ID + " was set aside: " + rec.SetAside
	}
	day := "day of publication unknown"
	if rec.Published != "" {
		day = "published " + rec.Published + " (" + basis(rec.PublishedBasis) + ")"
	}
	return fmt.Sprintf("%s, %s: %s, %s and %s in %s", rec.ID, day, counted(len(rec.Events), "event"),
		counted(len(rec.Relations), "relation"), counted(len(rec.Quotations), "quotation"), counted(rec.Sentences, "sentence"))
}

func basis(name string) string {
	switch name {
	case "input":
		return "as the input says"
	case "page":
		return "as the page says"
	case "dateline":
		return "by its dateline"
	case "text":
		return "by a date in its first sentences"
	case "flag":
		return "by --published"
	}
	return name
}
