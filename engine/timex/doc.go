// Package timex finds the time expressions of a report and reckons the days
// they stand for.
//
// The stage reads each sentence as a row of items (words, numbers, marks) that
// it cuts itself, so that nothing depends on how the tokenizer divides
// "10/17/2023" or "mid-2019". At each item the rules are tried; the longest
// find wins, and among equals the rule that stands first in the list. Rules are
// Go, the words they ask for are the table lang/en/time.tsv, and each rule is
// held to sentences of lang/en/time-cases.tsv, of which some must match and
// some must not.
//
// An expression comes to an interval of days. Expressions that lean on the day
// of the report ("Tuesday", "last month", "three days ago") are counted from
// Document.Published, or where that is unknown from the day that the report
// itself tells (see Stage.PublicationDay); those that lean on the story ("the
// next day") from the time told last. Where neither is known they stay open.
// The side on which a bare "Tuesday" or "in March" lies is read from the verb
// that governs it: from the parse where there is one, else from the words
// around it. Every Time carries the name of its rule and the reckoning in words.
package timex
