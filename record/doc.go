// Package record is the vocabulary of Annals: events, parties, relations,
// quotations and reports as they leave the engine, their JSON form and the
// invariants that every record must keep.
//
// The package is the contract between the engine, the archive, the exports and
// the people who read them. It imports nothing of ours. Spans are half-open
// ranges of Unicode code points of the report's text, as Python and R slice it.
//
// Keys appear in JSON in the order of the struct fields. A key whose value is
// empty is left out, except for those that the contract marks "always".
package record

// Schema is the version of the record's form, written into every object.
const Schema = "annals/1"
