// Package kb is the knowledge base of Annals: states, people and the offices
// they held on a day, armed forces and groups, parties, bodies, companies,
// media and places, with every name they go by in English news.
//
// The base is one file, made by lab/gazetteer and embedded in the program. It
// is read in place: opening it checks a header and a few short tables, and a
// look-up touches only the bytes it needs, so the cost of a start is
// independent of the number of entities. A Base is immutable and safe for use
// by many goroutines.
//
// A second file, names.bin, holds the texts of the names for those who list or
// search them (DefaultNames). A user's own tables are laid over a base as layers
// (Base.With).
//
// Look-up is by folded alias (see Fold). One alias may name many entities;
// all of them are returned, most important first, and choosing between them
// is the caller's work. Every alias, office and entity carries the number of
// the table it came from (see Source), so that each fact can be traced and
// tables under share-alike licences can be told apart.
package kb
