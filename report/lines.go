package report

import (
	"bufio"
	"io"
)

// lineReader cuts a stream into lines of bounded length.
type lineReader struct {
	in    *bufio.Reader
	limit int // bytes of a line
	keep  int // bytes of a line over the limit that are kept
	line  int
	buf   []byte
	err   error
}

// next gives the next line without its line break, or false at the end. A line over the limit is read past without
// being kept; an error of the stream is one last record with a reason.
func (l *lineReader) next() (record, bool) {
	if l.err != nil {
		return record{}, false
	}
	l.buf = l.buf[:0]
	long, got := 0, false
	for {
		part, err := l.in.ReadSlice('\n')
		got = got || len(part) > 0
		switch {
		case long > 0 || len(l.buf)+len(part) > l.limit+2:
			if long == 0 {
				long = len(l.buf)
				l.buf = append(l.buf, part...)
				l.buf = l.buf[:min(len(l.buf), l.keep)]
			}
			long += len(part)
		default:
			l.buf = append(l.buf, part...)
		}
		if err == bufio.ErrBufferFull {
			continue
		}
		if err != nil {
			l.err = err
			if !got && err == io.EOF {
				return record{}, false
			}
		}
		break
	}
	l.line++
	rec := record{line: l.line, raw: l.buf}
	if long > 0 {
		rec.reason = tooLongReason("a line", l.limit)
		rec.hint = "Raise the limit with --max-line"
		if cap(l.buf) > 1<<20 {
			l.buf = nil
		}
		return rec, true
	}
	if l.err != nil && l.err != io.EOF {
		rec.reason = plainReason(l.err)
		return rec, true
	}
	for n := len(rec.raw); n > 0 && (rec.raw[n-1] == '\n' || rec.raw[n-1] == '\r'); n-- {
		rec.raw = rec.raw[:n-1]
	}
	return rec, true
}

func tooLongReason(what string, limit int) string {
	return what + " of more than " + thousands(limit) + " bytes"
}
