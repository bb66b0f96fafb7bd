package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"annals"
	"annals/check"
)

// engineFlags are the flags that choose language, ontology and own tables.
type engineFlags struct {
	lang, ontology string
	kbFlags
}

func (e *engineFlags) add(cmd *cobra.Command) {
	cmd.Flags().StringVar(&e.lang, "lang", "", "folder of tables and rules laid over the built-in English")
	cmd.Flags().StringVar(&e.ontology, "ontology", "", "folder of ontology tables laid over the built-in ones")
}

// folders opens the folders of the flags; one without a flag is nil.
func (e *engineFlags) folders() (language, ontology fs.FS, err error) {
	open := func(flag, dir string) (fs.FS, error) {
		if dir == "" {
			return nil, nil
		}
		if info, err := os.Stat(dir); err != nil || !info.IsDir() {
			return nil, &fault{number: "E0103", what: fmt.Sprintf("%s: %s is no folder", flag, dir), where: flag + " " + dir, try: "give the folder that holds your tables", exit: exitUsage}
		}
		return os.DirFS(dir), nil
	}
	if language, err = open("--lang", e.lang); err != nil {
		return nil, nil, err
	}
	ontology, err = open("--ontology", e.ontology)
	return language, ontology, err
}

// coder makes the engine; faults in tables are printed with their places.
func (e *engineFlags) coder(s streams) (*annals.Coder, error) {
	language, ontology, err := e.folders()
	if err != nil {
		return nil, err
	}
	tables, err := e.tables(language, s)
	if err != nil {
		return nil, err
	}
	c, err := annals.New(annals.Options{Lang: language, Ontology: ontology, KB: tables})
	if err == nil {
		return c, nil
	}
	var faulty *annals.TableError
	problems := check.Problems(err)
	if errors.As(err, &faulty) {
		problems = faulty.Problems
	}
	if len(problems) == 0 {
		return nil, err
	}
	for _, p := range problems {
		fmt.Fprintf(s.err, "annals: %s\n", p.Error())
	}
	return nil, &fault{number: "E0301", what: counted(len(problems), "fault") + " in tables or rules", where: or(e.lang, e.ontology),
		try: "mend the lines above; annals check lists all faults of a folder", exit: exitNothing}
}

// counted is "1 fault", "3 faults".
func counted(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
