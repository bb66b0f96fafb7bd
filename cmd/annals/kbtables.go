package main

import (
	"fmt"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"annals/kb"
	"annals/kb/own"
	"annals/lang"
	"annals/lang/en"
	"annals/table"
)

// kbFlags are the flags for a user's own tables of the knowledge base.
type kbFlags struct {
	files   []string
	lenient bool
	faults  int // rows left out because of --lenient
}

func (f *kbFlags) addKB(cmd *cobra.Command) {
	cmd.Flags().StringArrayVar(&f.files, "kb", nil, "your table of people, bodies and offices, laid over the knowledge base; may be given several times")
	cmd.Flags().BoolVar(&f.lenient, "lenient", false, "of a --kb table with faults use the good rows")
}

// tables reads the tables of the flags. Their faults are printed with their
// places; with one no table is used, unless --lenient.
func (f *kbFlags) tables(language fs.FS, s streams) ([]*own.Table, error) {
	f.faults = 0
	if len(f.files) == 0 {
		return nil, nil
	}
	base, err := kb.Default()
	if err != nil {
		return nil, err
	}
	reader, err := own.New(base, lang.Over(language, en.Files()))
	if err != nil {
		return nil, err
	}
	var out []*own.Table
	for _, name := range f.files {
		t, faults, err := readTable(reader, name)
		if err != nil {
			return nil, err
		}
		for _, p := range faults {
			fmt.Fprintf(s.err, "annals: %s\n", p.Error())
		}
		f.faults += len(faults)
		out = append(out, t)
	}
	if f.faults > 0 && !f.lenient {
		return nil, &fault{number: "E0302", what: counted(f.faults, "fault") + " in your tables; nothing of them is used", where: "--kb " + f.files[0],
			try: "mend the lines above, or --lenient to use the good rows", exit: exitNothing}
	}
	return out, nil
}

// rows is the exit code of a run that left out rows of a table.
func (f *kbFlags) rows(code int) int {
	if code == exitWell && f.faults > 0 {
		return exitSome
	}
	return code
}

// readTable reads one table from a file.
func readTable(reader *own.Reader, name string) (*own.Table, []table.Problem, error) {
	src, err := os.ReadFile(name)
	if err != nil {
		return nil, nil, missing(name, err)
	}
	t, faults := reader.Read(name, src)
	return t, faults, nil
}
