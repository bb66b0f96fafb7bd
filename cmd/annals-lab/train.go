package main

import (
	"annals/lab/train"

	"github.com/spf13/cobra"
)

func trainCommand(lab *laboratory) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "train",
		Short: "Train the learned parts",
		Args:  usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return cmd.Help()
		},
	}
	cmd.AddCommand(trainSyntaxCommand(lab), trainTreesCommand(lab), trainSegmentCommand(lab))
	return cmd
}

func trainSyntaxCommand(lab *laboratory) *cobra.Command {
	var o train.Options
	var requantise string
	cmd := &cobra.Command{
		Use:   "syntax",
		Short: "Train the tagger and parser on the treebanks",
		Long: `Train the tagger and parser on the treebanks of the reference material. The
model, its manifest and a checkpoint of each epoch go to the folder of --out; a
run that was interrupted goes on where it stopped.`,
		Args: usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			dir, err := lab.folder()
			if err != nil {
				return err
			}
			o.Shared, o.Log = dir, cmd.ErrOrStderr()
			if requantise != "" {
				return train.Requantise(o, requantise)
			}
			return train.Run(cmd.Context(), o)
		},
	}
	f := cmd.Flags()
	f.StringVar(&o.Out, "out", "lab/work/syntax", "folder for model, manifest and checkpoints")
	f.IntVar(&o.Epochs, "epochs", 18, "passes over the treebanks")
	f.IntVar(&o.Pretrain, "pretrain", 0, "raw words to pretrain on")
	f.StringVar(&o.Start, "start", "", "pretrained checkpoint to begin from")
	f.Uint64Var(&o.Seed, "seed", 1, "seed of all chance")
	f.IntVar(&o.Workers, "workers", 1, "goroutines; the model is the same for any number")
	f.IntVar(&o.Words, "words", 1000, "words a batch")
	f.IntVar(&o.Hidden, "hidden", 160, "width of one direction of the LSTM")
	f.IntVar(&o.Silver, "silver", 0, "raw sentences with names from lists that each epoch adds")
	f.StringVar(&o.Trees, "trees", "", "file of sentences that teachers read (train trees)")
	f.IntVar(&o.TreeWords, "tree-words", 400000, "words of --trees that each epoch adds")
	f.Float64Var(&o.Rate, "rate", 2e-3, "peak learning rate")
	f.Float64Var(&o.Drop, "drop", 0.25, "dropout of layers and hidden vectors")
	f.StringVar(&requantise, "requantise", "", "only make the model file anew, from this checkpoint of float weights")
	return cmd
}

func trainTreesCommand(lab *laboratory) *cobra.Command {
	var o train.Options
	var teachers []string
	cmd := &cobra.Command{
		Use:   "trees",
		Short: "Let trained models read raw news for a new one to learn from",
		Long: `Let trained models read raw news together. What they think of each sentence
goes to the file trees.gob in the folder of --out, for train syntax --trees.`,
		Args: usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			dir, err := lab.folder()
			if err != nil {
				return err
			}
			o.Shared, o.Log = dir, cmd.ErrOrStderr()
			return train.Teach(cmd.Context(), o, teachers)
		},
	}
	f := cmd.Flags()
	f.StringSliceVar(&teachers, "teachers", nil, "checkpoints of trained models (float.gob), with commas")
	f.StringVar(&o.Out, "out", "lab/work/syntax", "folder for the file")
	f.Uint64Var(&o.Seed, "seed", 1, "seed of all chance")
	f.IntVar(&o.Workers, "workers", 1, "goroutines; the file is the same for any number")
	return cmd
}
