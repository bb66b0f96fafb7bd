// Package gazetteer makes the knowledge base of package kb from the open
// tables of shared/data/gazetteer and two small tables of its own: countries
// first, then organisations, people, places and metonyms, each merged into
// what is there by identifier, never by a surname alone. Tables are read in a
// fixed order, so the same tables give the same bytes.
package gazetteer
