package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
)

// explained is a number of an error with its explanation.
type explained struct{ number, text string }

// numbers explains the numbers of errors. A number keeps its meaning for good.
func numbers() []explained {
	return []explained{
		{"E0101", "A flag is unknown or has a value that it cannot take. annals VERB -h lists the flags."},
		{"E0102", "Too many or too few arguments. annals VERB -h shows what is wanted."},
		{"E0103", "A file or folder is not there or cannot be read."},
		{"E0104", "There is no such verb. annals help lists them."},
		{"E0105", "There is nothing to read: no file was named and nothing comes through a pipe."},
		{"E0106", "There is no example of that name. annals code -h lists them."},
		{"E0107", "The value of a flag is none of those allowed; the message says which are."},
		{"E0108", "The output could not be written: no permission, no room, or the file is a folder."},
		{"E0109", "You pressed Ctrl-C. The reports in hand were finished and written; a second Ctrl-C stops at once."},
		{"E0110", "The report has no event or sentence of that number. annals code shows the numbers."},
		{"E0201", "An input could not be read as a report. File, line and reason are given; --rejects FILE keeps the record, so that it can be mended and read again."},
		{"E0202", "A line is no record as annals code writes them, or has a key that the record does not know."},
		{"E0203", "No report could be read at all. annals check FILES says how the files are read."},
		{"E0301", "Tables or rules have faults; each is listed with file, line and column. annals check FILES lists them again."},
		{"E0302", "A table of your own for the knowledge base has faults; each is listed with file, line and column. Nothing of it is used unless --lenient is given. annals check TABLE.tsv lists them again."},
		{"E0303", "A file is no knowledge base of this version. annals-lab gazetteer builds one."},
		{"E0900", "Something went wrong that has no number of its own; the message says what."},
		{"E0901", "A bug in annals. Please report it; -v adds the trace."},
	}
}

// ownHelp explains a user's own tables.
const ownHelp = `A table of your own is UTF-8 text, one row a line, cells divided by single tabs, as spreadsheets save it (TSV).
Its first line names the columns, in any order:

names    the name to write, then others that it goes by, divided by |
country  ISO 3166-1 code or English name; UNO EUR IGO NGO MNC IMG ISM for bodies of no state; may be empty
sector   PLOVER sectors; empty: by the words of the office
office   "foreign minister"; several held together divided by |; empty for bodies and groups
from     first day, YYYY-MM-DD, YYYY-MM or YYYY; empty: open
to       last day; empty: held until another row ends it
id       (may be left out) a Wikidata item or an identifier of your own; without one u_… is made from the name
kind     (may be left out) person, body, force, group, party, company, media or school; needed without an office
note     (may be left out) for you

One person may have many rows, but not two at one time. A row that names somebody whom the knowledge base knows, by
id, or by full name and country, goes before what the base says of that office; of several tables the last counts.
annals kb add TABLE.tsv checks a table, annals code --kb TABLE.tsv uses it.`

// topicCommands are the pages of annals help: exit codes, formats, errors.
func topicCommands() []*cobra.Command {
	topic := func(name, short, long string) *cobra.Command {
		return &cobra.Command{Use: name, Short: short, Long: long, Hidden: short == "", Args: usage(cobra.NoArgs),
			Annotations: map[string]string{"topic": ""}, Run: func(cmd *cobra.Command, _ []string) { _ = cmd.Help() }}
	}
	out := []*cobra.Command{
		topic("exit", "Exit codes", `0    all well; nothing to code is well, too
1    some reports were set aside or rejected, check or fmt -l found something, or --require was not met
2    wrong usage: a flag, a value or a file that is not there
3    nothing could be done
130  interrupted; what was in hand is written`),
		topic("format", "Forms of the output", `table   for people: fitted to the terminal, 40 rows (-n 0: all); what a terminal gets by default
jsonl   one JSON object a line, whole; what a pipe or file gets by default
json    the same objects as one array
csv     a header and one line an object (RFC 4180, UTF-8, LF); an empty cell is open; several values are joined by ;
tsv     the same with tabs
conllu  the trees of the sentences in CoNLL-U; TokenRange tells where each token stands in the text

-f decides, else the ending of -o FILE, else where the output goes. The same input gives the same bytes,
at any number of workers, in any time zone and locale.`),
	}
	out = append(out, topic("own", "Columns of your own tables", ownHelp))
	var all strings.Builder
	for _, n := range numbers() {
		fmt.Fprintf(&all, "%s  %s\n", n.number, n.text)
		out = append(out, topic(n.number, "", n.text))
	}
	return append(out, topic("errors", "Numbers of errors", strings.TrimSuffix(all.String(), "\n")))
}

// helpCommand is `annals help`, which knows verbs, topics and numbers.
func helpCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "help [VERB or TOPIC]",
		Short: "Help on a verb, a topic or the number of an error",
		Example: `  annals help code
  annals help exit
  annals help E0203`,
		RunE: func(cmd *cobra.Command, args []string) error {
			root := cmd.Root()
			if len(args) == 0 {
				return root.Help()
			}
			found, rest, err := root.Find(args)
			if err != nil || found == root || len(rest) > 0 {
				return unknownVerb(root, strings.Join(args, " "))
			}
			return found.Help()
		},
	}
}

// Help begins with the examples; flags come last.
const usageTemplate = `{{if .HasExample}}{{.Example}}

{{end}}Usage:{{if and .HasAvailableSubCommands (not .HasParent)}}
  {{.CommandPath}} VERB [ARGUMENTS] [FLAGS]

Verbs:{{range .Commands}}{{if and .IsAvailableCommand (not .Annotations)}}
  {{rpad .Name .NamePadding}} {{.Short}}{{end}}{{end}}

Topics:{{range .Commands}}{{if and .IsAvailableCommand .Annotations}}
  annals help {{rpad .Name 8}} {{.Short}}{{end}}{{end}}
  annals help {{rpad "E0203" 8}} One of those numbers{{else}}
  {{.UseLine}}{{range .Commands}}{{if .IsAvailableCommand}}
  {{.UseLine}}
      {{.Short}}{{end}}{{end}}{{end}}{{if .HasAvailableLocalFlags}}

Flags:
{{.LocalFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}
`

const helpTemplate = `{{if .Annotations}}{{if .Short}}{{.Short}}

{{end}}{{.Long | trimTrailingWhitespaces}}
{{else}}{{.Short}}{{if .Long}}
{{.Long | trimTrailingWhitespaces}}{{end}}

{{.UsageString}}{{end}}`

// usage makes a wrong number of arguments a fault of the command line.
func usage(check cobra.PositionalArgs) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if err := check(cmd, args); err != nil {
			return &fault{number: "E0102", what: err.Error(), where: cmd.CommandPath() + " " + strings.Join(args, " "), try: cmd.CommandPath() + " -h", exit: exitUsage}
		}
		return nil
	}
}
