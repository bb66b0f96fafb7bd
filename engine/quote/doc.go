// Package quote is the stage that finds who is told to have said what: direct
// speech between quotation marks, indirect speech below verbs and nouns of
// saying, and mixtures of both.
//
// Three sources of knowledge meet here. Marks (marks.go) are read first and
// trusted most, since they don't depend on the parser. Cues, the words of
// quote-cues.tsv (cues.go), and the rules of quote.rules, which say where in the
// tree a cue has its content and its speaker, give indirect speech and the
// speakers of direct speech (clause.go). What stands between marks and has no cue
// in its own clause looks for one beside it and then takes the speaker of its
// neighbour (direct.go); headlines have forms of their own (headline.go).
//
// A noun phrase as content ("denies the capture") is no quotation, and neither are
// one or two words between marks that nobody is told to have said.
package quote
