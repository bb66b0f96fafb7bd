package report

import (
	"bufio"
	"context"
	"errors"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"
)

// Read reads all reports of the files, folders and streams ("-" is Options.Stdin) named, one after another. What
// cannot be read comes as a *BadInput and the stream goes on; any other error (options that make no sense, a context
// that is done) ends it. The readers keep at most one record in memory, or one page or feed.
func Read(ctx context.Context, paths []string, o Options) iter.Seq2[*Report, error] {
	return func(yield func(*Report, error) bool) {
		if err := o.Validate(); err != nil {
			yield(nil, err)
			return
		}
		rd := &reader{ctx: ctx, o: o, lim: o.Limits.filled(), yield: yield}
		if o.Published != "" {
			rd.flagDay, _ = ParseDate(o.Published, o.DateLayout) // Validate has read it
		}
		defer rd.wait()
		for _, p := range paths {
			if !rd.path(p) {
				return
			}
		}
		rd.drain()
	}
}

// reader carries the options and the consumer through the formats. Its methods return false when the stream is to end.
type reader struct {
	ctx     context.Context
	o       Options
	lim     Limits
	flagDay string
	yield   func(*Report, error) bool
	pending []*future // pages under way, in order
}

func (rd *reader) path(p string) bool {
	if p == "-" {
		if rd.o.Stdin == nil {
			return rd.bad(&BadInput{File: p, Reason: "no standard input"})
		}
		return rd.stream(p, rd.o.Stdin)
	}
	info, err := os.Stat(p)
	if err != nil {
		return rd.bad(&BadInput{File: p, Reason: plainReason(err)})
	}
	if !info.IsDir() {
		return rd.file(p)
	}
	return rd.folder(p)
}

// errStop ends a walk whose consumer wants no more.
var errStop = errors.New("stop")

func (rd *reader) folder(root string) bool {
	err := filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		goOn := true
		switch {
		case err != nil:
			goOn = rd.bad(&BadInput{File: p, Reason: plainReason(err)})
			if goOn && d != nil && d.IsDir() {
				return fs.SkipDir
			}
		case p != root && strings.HasPrefix(d.Name(), "."):
			if d.IsDir() {
				return fs.SkipDir
			}
		case d.IsDir():
		default:
			info, err := os.Stat(p) // follows links to files
			switch {
			case err != nil:
				goOn = rd.bad(&BadInput{File: p, Reason: plainReason(err)})
			case info.IsDir():
				goOn = rd.bad(&BadInput{File: p, Reason: "a link to a folder, which is not followed", Hint: "Name the folder itself"})
			case !info.Mode().IsRegular():
				goOn = rd.bad(&BadInput{File: p, Reason: "not a regular file"})
			default:
				goOn = rd.file(p)
			}
		}
		if !goOn {
			return errStop
		}
		return nil
	})
	return err == nil
}

func (rd *reader) file(p string) bool {
	f, err := os.Open(p)
	if err != nil {
		return rd.bad(&BadInput{File: p, Reason: plainReason(err)})
	}
	defer f.Close()
	return rd.stream(p, f)
}

// stream reads one file, or standard input, of whatever format.
func (rd *reader) stream(name string, r io.Reader) bool {
	if rd.ctx.Err() != nil {
		rd.yield(nil, rd.ctx.Err())
		return false
	}
	in, closeIn, err := unpack(r)
	defer closeIn()
	if err != nil {
		return rd.bad(&BadInput{File: name, Reason: plainReason(err)})
	}
	head, err := in.Peek(sniffBytes)
	if err != nil && err != io.EOF {
		if len(head) == 0 {
			return rd.bad(&BadInput{File: name, Reason: plainReason(err)})
		}
	}
	s := sniff(head, len(head) == sniffBytes, rd.o.Map)
	if s.reason != "" {
		return rd.bad(&BadInput{File: name, Reason: s.reason, Hint: s.hint})
	}
	if s.format == Text && s.charset == "" {
		if d := tableByName(name, head, len(head) == sniffBytes, rd.o.Map); d != 0 {
			s.format, s.delimiter = Table, d
		}
	}
	src := &source{name: name, in: in, sniffed: s}
	switch s.format {
	case HTML:
		return rd.html(src)
	case Feed, JSONFeed:
		return rd.feed(src)
	case JSON:
		return rd.json(src)
	case JSONLines:
		return rd.jsonLines(src)
	case Table:
		return rd.table(src)
	}
	return rd.text(src)
}

// source is a file whose format is known.
type source struct {
	name string
	in   *bufio.Reader
	sniffed
}

func (s *source) origin(line, index int) Origin {
	return Origin{File: s.name, Line: line, Index: index, Format: string(s.format)}
}

// readWhole reads all of a source, up to limit bytes. tooLong: there was more.
func (s *source) readWhole(limit int) (data []byte, tooLong bool, err error) {
	data, err = io.ReadAll(io.LimitReader(s.in, int64(limit)+1))
	if len(data) > limit {
		return data[:limit], true, nil
	}
	return data, false, err
}

// emit finishes a report that was read and hands it on.
func (rd *reader) emit(r *Report, raw []byte) bool {
	if b := rd.finish(r, raw); b != nil {
		return rd.bad(b)
	}
	return rd.drain() && rd.deliver(r, nil)
}

// bad hands on what could not be read.
func (rd *reader) bad(b *BadInput) bool {
	return rd.drain() && rd.deliver(nil, b)
}

// finish fills in what every report has, or says why it is none.
func (rd *reader) finish(r *Report, raw []byte) *BadInput {
	text := r.Text()
	if strings.TrimSpace(text) == "" {
		return &BadInput{File: r.Origin.File, Line: r.Origin.Line, Report: r.ID, Reason: "no text", Raw: raw}
	}
	if len(text) > rd.lim.ReportRunes {
		if n := utf8.RuneCountInString(text); n > rd.lim.ReportRunes {
			return &BadInput{File: r.Origin.File, Line: r.Origin.Line, Report: r.ID,
				Reason: "a text of " + thousands(n) + " characters, over the limit of " + thousands(rd.lim.ReportRunes),
				Hint:   "Raise the limit with --max-report, or divide the report", Raw: raw}
		}
	}
	if r.Published == "" && rd.flagDay != "" {
		r.Published, r.PublishedBasis = rd.flagDay, BasisFlag
	}
	if r.ID == "" {
		day := r.Published
		if r.PublishedBasis == BasisFlag { // the same report keeps its id whatever the flag says
			day = ""
		}
		r.ID = ContentID(r.Title, r.Body, day)
	}
	identify(r, rd.o.Languages)
	return nil
}

// deliver gives the consumer a report or an error, unless the context is done.
func (rd *reader) deliver(r *Report, b *BadInput) bool {
	if rd.ctx.Err() != nil {
		rd.yield(nil, rd.ctx.Err())
		return false
	}
	if b == nil {
		return rd.yield(r, nil)
	}
	if len(b.Raw) > rd.lim.RawBytes {
		b.Raw = b.Raw[:rd.lim.RawBytes]
	}
	if b.Raw != nil {
		b.Raw = append([]byte(nil), b.Raw...) // the readers use their buffers again
	}
	return rd.yield(nil, b)
}

// plainReason takes the path and the system call out of an error of the file system.
func plainReason(err error) string {
	var pe *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "no such file or folder"
	case errors.Is(err, fs.ErrPermission):
		return "no permission to read it"
	case errors.As(err, &pe):
		return pe.Err.Error()
	case errors.Is(err, io.ErrUnexpectedEOF):
		return "the compressed data end too early"
	}
	return err.Error()
}

// thousands writes 2000000 as 2,000,000.
func thousands(n int) string {
	s := []byte(nil)
	for i := 0; ; i++ {
		if i > 0 && i%3 == 0 {
			s = append([]byte{','}, s...)
		}
		s = append([]byte{byte('0' + n%10)}, s...)
		if n /= 10; n == 0 {
			return string(s)
		}
	}
}
