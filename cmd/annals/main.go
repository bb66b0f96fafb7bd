// Command annals reads news reports and writes down who did what to whom, when,
// where, and according to whom. Results go to standard output, everything else to
// standard error. It exits with 0 when all went well, 1 when some reports were set
// aside or rejected or a check found something, 2 on wrong usage, 3 when nothing
// could be done, and 130 when interrupted.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], streams{in: os.Stdin, out: os.Stdout, err: os.Stderr})
	stop()
	os.Exit(code)
}
