// Package assemble makes records out of frames: the one place in which an Event
// is built.
//
// The way of the data: each frame that stands becomes a draft (sides from roles
// through mentions, code from the ontology's map); drafts that tell of nothing
// political fall out, with the reason; drafts that tell the same happening become
// one; then date, place, amounts and attribution are read, and the record is
// written with code points instead of bytes.
package assemble
