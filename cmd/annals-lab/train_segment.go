package main

import (
	"annals/lab/train/cuts"

	"github.com/spf13/cobra"
)

func trainSegmentCommand(lab *laboratory) *cobra.Command {
	o := cuts.Defaults()
	cmd := &cobra.Command{
		Use:   "segment",
		Short: "Train the weights that end sentences where the rules are unsure",
		Long: `Train the weights that end sentences where the rules are unsure, on the treebanks
of the reference material. boundaries.bin and boundaries.json go to the folder of
--out; those of the engine lie in engine/segment.`,
		Args: usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			dir, err := lab.folder()
			if err != nil {
				return err
			}
			o.Shared, o.Log = dir, cmd.ErrOrStderr()
			return cuts.Run(o)
		},
	}
	f := cmd.Flags()
	f.StringVar(&o.Out, "out", "lab/work/segment", "folder for weights and manifest")
	f.IntVar(&o.Epochs, "epochs", o.Epochs, "passes over the treebanks")
	f.Uint64Var(&o.Seed, "seed", o.Seed, "seed of all chance")
	f.Float64Var(&o.Rate, "rate", o.Rate, "learning rate")
	f.Float64Var(&o.Drop, "drop", o.Drop, "share of sentences whose final stop is left out in the second copy")
	f.Float64Var(&o.Fold, "fold", o.Fold, "share of sentences in small letters in the second copy")
	f.Float64Var(&o.Weight, "weight", o.Weight, "weight of the second copy")
	f.Float64Var(&o.Slip, "slip", o.Slip, "log odds that a stop before a small letter must reach beyond")
	f.Float64Var(&o.News, "news", o.News, "weight of a place in a news report that the rules call no end")
	f.IntVar(&o.NewsStep, "news-step", o.NewsStep, "read every n-th report")
	f.Float64Var(&o.Dropout, "dropout", o.Dropout, "share of features left out of an example")
	f.Float64Var(&o.Decay, "decay", o.Decay, "pull of weights towards zero")
	f.Float64Var(&o.Margin, "margin", o.Margin, "log odds above which a sentence ends")
	return cmd
}
