package main

import (
	"context"
	"io"
	"os"

	"golang.org/x/term"
)

// streams are where a command reads and writes.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

// defaultWidth is the width of a terminal that does not tell its own.
const defaultWidth = 80

// terminal reports whether a stream is a terminal that takes more than plain lines,
// and how wide it is.
func terminal(w any) (width int, ok bool) {
	f, is := w.(*os.File)
	if !is || !term.IsTerminal(int(f.Fd())) {
		return 0, false
	}
	width, _, err := term.GetSize(int(f.Fd()))
	if err != nil || width <= 0 {
		width = defaultWidth
	}
	return width, true
}

// dumb reports whether the terminal is one that only takes plain lines.
func dumb() bool { return os.Getenv("TERM") == "dumb" }

// colored settles whether to write colour to a stream.
func colored(mode string, w any) bool {
	if mode != "auto" {
		return mode == "always"
	}
	_, is := terminal(w)
	no := os.Getenv("NO_COLOR") != ""
	return is && !no && !dumb()
}

// interruptible is a reader that ends with the error of the context once it is done,
// also while it waits: a person at a terminal may never send another byte.
func interruptible(ctx context.Context, r io.Reader) io.Reader {
	out, in := io.Pipe()
	context.AfterFunc(ctx, func() { in.CloseWithError(ctx.Err()) })
	go func() {
		_, err := io.Copy(in, r)
		in.CloseWithError(err)
	}()
	return out
}
