package main

import (
	"fmt"
	"io"
	"strings"

	"annals/kb/ask"
)

// mostOffices is how many offices of a person the table shows, the newest.
const mostOffices = 12

// lookTable prints one candidate for people.
func lookTable(w io.Writer, n int, c *ask.Candidate, width int) {
	head := fmt.Sprintf("%d  %s", n, c.Name)
	var tags []string
	for _, t := range []string{c.Kind, c.Country, strings.Join(c.Sectors, " "), c.ID} {
		if t != "" {
			tags = append(tags, t)
		}
	}
	fmt.Fprintf(w, "%s (%s), by %s\n", head, strings.Join(tags, ", "), c.By)
	line := func(label, text, source string) {
		if text == "" {
			return
		}
		if source != "" {
			text += "  [" + source + "]"
		}
		for i, part := range wrap(text, width-13) {
			if i > 0 {
				label = ""
			}
			fmt.Fprintf(w, "   %-9s %s\n", label, part)
		}
	}
	if c.On != "" {
		for _, o := range c.Held {
			line("held", fmt.Sprintf("%s, %s on %s (%s)", o.Title, o.Country, c.On, o.Sure), o.Source)
		}
		if len(c.Held) == 0 && c.Kind == "person" {
			line("held", "no office that is known on "+c.On, "")
		}
	}
	for i, o := range c.Offices {
		label := "offices"
		if left := len(c.Offices) - mostOffices; left > 0 {
			if i < left {
				continue
			}
			if i == left {
				line(label, fmt.Sprintf("… %d earlier: -f jsonl", left), "")
			}
			label = ""
		}
		if i > 0 {
			label = ""
		}
		to := or(o.To, "open")
		if o.Seen != "" {
			to += ", stated to " + o.Seen
		}
		source := o.Source
		if o.Also != "" && o.Also != o.Source {
			source += "; " + o.Also
		}
		line(label, fmt.Sprintf("%s to %s: %s, %s %s", or(o.From, "open"), to, o.Title, o.Country, o.Sector), source)
	}
	for _, p := range c.Periods {
		line("sectors", fmt.Sprintf("%s to %s: %s %s", or(p.From, "open"), or(p.To, "open"), p.Country, strings.Join(p.Sectors, " ")), p.Source)
	}
	names(c, line)
	var ids []string
	for _, id := range c.IDs {
		ids = append(ids, id.List+" "+id.ID)
	}
	line("ids", strings.Join(ids, ", "), "")
	life := ""
	if c.Born != "" || c.Died != "" {
		life = or(c.Born, "open") + " to " + or(c.Died, "open")
	}
	line("life", life, "")
	if c.Lat != nil {
		place := fmt.Sprintf("%.4f %.4f", *c.Lat, *c.Lon)
		if c.Division != "" {
			place += ", " + c.Division
		}
		if c.People > 0 {
			place += ", population " + thousands(int(c.People))
		}
		line("place", place, "")
	}
	line("source", c.Source, "")
}

// names prints the names of one kind and source in one line.
func names(c *ask.Candidate, line func(label, text, source string)) {
	label := "names"
	for i := 0; i < len(c.Names); {
		var list []string
		first := c.Names[i]
		for ; i < len(c.Names) && c.Names[i].Kind == first.Kind && c.Names[i].Source == first.Source; i++ {
			n := c.Names[i]
			text := n.Name
			if n.From != "" || n.To != "" {
				text += fmt.Sprintf(" (%s to %s)", or(n.From, "open"), or(n.To, "open"))
			}
			if n.Note != "" {
				text += " (" + n.Note + ")"
			}
			list = append(list, text)
		}
		line(label, first.Kind+": "+strings.Join(list, ", "), first.Source)
		label = ""
	}
}

// wrap breaks text at spaces; a width of no terminal leaves it whole.
func wrap(text string, width int) []string {
	const least = 30
	if width < least {
		return []string{text}
	}
	var out []string
	line := ""
	for _, w := range strings.Fields(text) {
		if line != "" && len([]rune(line))+1+len([]rune(w)) > width {
			out = append(out, line)
			line = w
			continue
		}
		line = strings.TrimSpace(line + " " + w)
	}
	return append(out, line)
}

// diffTable prints the changes for people.
func diffTable(w io.Writer, changes []ask.Change) error {
	for _, c := range changes {
		tags := []string{c.Kind}
		for _, t := range []string{c.Country, c.ID} {
			if t != "" {
				tags = append(tags, t)
			}
		}
		if _, err := fmt.Fprintf(w, "%-8s %s (%s)\n", c.What, c.Name, strings.Join(tags, ", ")); err != nil {
			return err
		}
		for _, d := range c.Fields {
			var err error
			switch {
			case d.Old == "":
				_, err = fmt.Fprintf(w, "         + %s %s\n", d.Field, d.New)
			case d.New == "":
				_, err = fmt.Fprintf(w, "         - %s %s\n", d.Field, d.Old)
			default:
				_, err = fmt.Fprintf(w, "           %s %s → %s\n", d.Field, d.Old, d.New)
			}
			if err != nil {
				return err
			}
		}
	}
	return nil
}
