package match

import (
	"strings"
	"unicode/utf8"

	"annals/table"
)

// sort of a piece of a rule file.
type pieceSort uint8

const (
	blankPiece pieceSort = iota
	commentPiece
	fieldPiece
	brokenPiece // not UTF-8
)

// piece is a blank line, a comment, or a field with the lines that continue it.
type piece struct {
	sort    pieceSort
	keyword string // first word of a field
	body    text   // what follows the keyword
	raw     string // the first line, trimmed
	pos     table.Pos
}

// text is a run of lines seen as one string, which knows where each part of it
// came from. Lines are divided by a newline.
type text struct {
	file  string
	s     string
	lines []segment
}

type segment struct {
	off  int // where the line begins in s
	line int
	col  int    // column of its first character
	note string // a comment that stood before this line, kept by Format
}

// at is the place in the file of byte off of the text.
func (t text) at(off int) table.Pos {
	seg := t.lines[0]
	for _, l := range t.lines[1:] {
		if l.off > off {
			break
		}
		seg = l
	}
	return table.Pos{File: t.file, Line: seg.line, Col: seg.col + utf8.RuneCountInString(t.s[min(seg.off, off):off])}
}

func (t *text) add(line int, col int, s, note string) {
	if len(t.lines) > 0 {
		t.s += "\n"
	}
	t.lines = append(t.lines, segment{len(t.s), line, col, note})
	t.s += s
}

// opensField tells the words that always begin a field. "no" is not among
// them: after a comma it begins a clause.
func opensField(word string) bool {
	switch word {
	case "rule", "note", "find", "give", "yes":
		return true
	}
	return false
}

const blanks = " \t\r\v\f"

// pieces divides a file. A find or give whose line ends with a comma goes on in
// the next line.
func pieces(file string, src []byte) []piece {
	var out []piece
	lines := strings.Split(strings.TrimPrefix(string(src), "\ufeff"), "\n")
	open := false // the last piece waits for another line
	comment := "" // comments that stand inside an open piece
	for n, full := range lines {
		line := strings.Trim(full, blanks)
		col := 1 + utf8.RuneCountInString(full[:strings.Index(full, line)])
		pos := table.Pos{File: file, Line: n + 1, Col: col}
		if !utf8.ValidString(line) {
			out = append(out, piece{sort: brokenPiece, raw: line, pos: table.Pos{File: file, Line: n + 1, Col: 1}})
			open = false
			continue
		}
		word := line
		if i := strings.IndexAny(line, blanks); i >= 0 {
			word = line[:i]
		}
		if open && line != "" {
			last := &out[len(out)-1]
			if line[0] == '#' {
				comment += line + "\n"
				continue
			}
			if !opensField(word) {
				last.body.add(n+1, col, line, comment)
				comment, open = "", strings.HasSuffix(line, ",")
				continue
			}
		}
		if comment != "" { // the piece that was waiting got no further line
			out = appendComments(out, file, n, comment)
			comment = ""
		}
		open = false
		switch {
		case line == "":
			out = append(out, piece{sort: blankPiece, pos: pos})
		case line[0] == '#':
			out = append(out, piece{sort: commentPiece, raw: line, pos: pos})
		default:
			p := piece{sort: fieldPiece, keyword: word, raw: line, pos: pos, body: text{file: file}}
			rest := strings.TrimLeft(line[len(word):], blanks)
			p.body.add(n+1, col+utf8.RuneCountInString(line[:len(line)-len(rest)]), rest, "")
			out = append(out, p)
			open = (word == "find" || word == "give") && strings.HasSuffix(rest, ",")
		}
	}
	if comment != "" {
		out = appendComments(out, file, len(lines), comment)
	}
	return out
}

func appendComments(out []piece, file string, before int, comment string) []piece {
	for _, c := range strings.Split(strings.TrimSuffix(comment, "\n"), "\n") {
		out = append(out, piece{sort: commentPiece, raw: c, pos: table.Pos{File: file, Line: before, Col: 1}})
	}
	return out
}
