package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"annals/kb"
	"annals/kb/own"
	"annals/lang/en"
)

type addFlags struct {
	to      string
	lenient bool
}

func kbAddCommand(s streams) *cobra.Command {
	f := &addFlags{}
	cmd := &cobra.Command{
		Use:   "add TABLE.tsv",
		Short: "Check tables of your own, and gather them in one",
		Long: `A table has a first line of columns: names, country, sector, office, from, to, and where wanted id, kind, note; annals help own explains them.
Every fault is told with file, line and column. A sound table is given to coding as annals code --kb TABLE.tsv.
With --to the rows are added to that file, which is made where it is not there; with a fault nothing is added, unless --lenient.`,
		Example: `  annals kb add offices.tsv
  annals kb add offices.tsv --to mine.tsv
  annals code --kb offices.tsv story.txt`,
		Args: usage(cobra.MinimumNArgs(1)),
		RunE: func(_ *cobra.Command, args []string) error { return f.run(args, s) },
	}
	cmd.Flags().StringVar(&f.to, "to", "", "table that gets the rows")
	cmd.Flags().BoolVar(&f.lenient, "lenient", false, "add the good rows of a table with faults")
	return cmd
}

func (f *addFlags) run(args []string, s streams) error {
	base, err := kb.Default()
	if err != nil {
		return err
	}
	reader, err := own.New(base, en.Files())
	if err != nil {
		return err
	}
	var old []byte
	if f.to != "" {
		if old, err = os.ReadFile(f.to); err != nil && !errors.Is(err, os.ErrNotExist) {
			return missing(f.to, err)
		}
	}
	whole := &own.Table{}
	found := 0
	take := func(name string, t *own.Table, n int) {
		fmt.Fprintf(s.out, "%s: %s, %s\n", name, t.Summary(), counted(n, "fault"))
		whole.Append(t)
		found += n
	}
	if len(old) > 0 {
		t, faults := reader.Read(f.to, old)
		if len(faults) > 0 {
			for _, p := range faults {
				fmt.Fprintln(s.out, p.Error())
			}
			return &fault{number: "E0302", what: counted(len(faults), "fault") + " in the table that is to get the rows; it stays as it is", where: "--to " + f.to, try: "mend the lines above", exit: exitNothing}
		}
		whole.Append(t)
	}
	for _, name := range args {
		t, faults, err := readTable(reader, name)
		if err != nil {
			return err
		}
		for _, p := range faults {
			fmt.Fprintln(s.out, p.Error())
		}
		take(name, t, len(faults))
	}
	if f.to == "" || found > 0 && !f.lenient {
		return some(found)
	}
	var out bytes.Buffer
	if err := whole.Write(&out); err != nil {
		return err
	}
	// The tables may be sound each and contradict one another.
	t, faults := reader.Read(f.to, out.Bytes())
	for _, p := range faults {
		fmt.Fprintf(s.out, "with all rows: %s\n", p.Error())
	}
	if found += len(faults); len(faults) > 0 && !f.lenient {
		return some(found)
	}
	out.Reset()
	if err := t.Write(&out); err != nil {
		return err
	}
	if old == nil {
		err = os.WriteFile(f.to, out.Bytes(), 0o644)
	} else {
		err = replace(f.to, out.Bytes())
	}
	if err != nil {
		return writing(err, f.to)
	}
	fmt.Fprintf(s.out, "%s: %s. Use it: annals code --kb %s\n", f.to, t.Summary(), f.to)
	return some(found)
}
