package main

import (
	"annals/kb"
	"annals/lab/eval/who"

	"github.com/spf13/cobra"
)

// whoVerb makes an evaluation of who is who: it builds the engine, and stamps the result.
func whoVerb(measure func(cmd *cobra.Command, e who.Engine, shared string, files []string) (who.Result, error)) func(*cobra.Command, string, []string) (any, error) {
	return func(cmd *cobra.Command, shared string, files []string) (any, error) {
		e, err := newEngine()
		if err != nil {
			return nil, err
		}
		r, err := measure(cmd, e, shared, files)
		r.Engine, r.Commit = engineName, commit(cmd)
		return r, err
	}
}

func evalParties(cmd *cobra.Command, e who.Engine, shared string, files []string) (who.Result, error) {
	return who.Parties(cmd.Context(), e, shared, files...)
}

func evalLink(_ *cobra.Command, e who.Engine, shared string, files []string) (who.Result, error) {
	base, err := kb.Default()
	if err != nil {
		return who.Result{}, err
	}
	return who.Links(e, base, shared, files...)
}

// evalCoref measures the development part of GUM, or other trees and mentions.
func evalCoref(_ *cobra.Command, e who.Engine, shared string, files []string) (who.Result, error) {
	set := who.GUM(shared, "dev")
	if len(files) == 2 {
		set = who.CorefSet{Name: setName(files[1]), Trees: files[0], Mentions: files[1]}
	}
	return who.Coreference(e, set)
}

func evalPronouns(_ *cobra.Command, e who.Engine, shared string, files []string) (who.Result, error) {
	return who.Pronouns(e, shared, files...)
}
