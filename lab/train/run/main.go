// Command run trains the syntax model by itself.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"

	"annals/lab/train"
)

func main() {
	var o train.Options
	flag.StringVar(&o.Shared, "shared", "../shared", "folder of the data")
	flag.StringVar(&o.Out, "out", "", "folder for results")
	flag.IntVar(&o.Epochs, "epochs", 18, "epochs over the treebanks")
	flag.IntVar(&o.Pretrain, "pretrain", 0, "raw words to pretrain on")
	flag.StringVar(&o.Start, "start", "", "pretrained checkpoint")
	flag.IntVar(&o.Silver, "silver", 0, "raw sentences with names from lists, per epoch")
	flag.Uint64Var(&o.Seed, "seed", 1, "seed")
	flag.IntVar(&o.Workers, "workers", 1, "goroutines")
	flag.IntVar(&o.Words, "words", 1000, "words a batch")
	flag.IntVar(&o.Hidden, "hidden", 160, "width of an LSTM direction")
	flag.Float64Var(&o.Rate, "rate", 2e-3, "peak learning rate")
	flag.Float64Var(&o.Drop, "drop", 0.25, "dropout")
	flag.Parse()
	o.Log = os.Stderr
	if err := train.Run(context.Background(), o); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
