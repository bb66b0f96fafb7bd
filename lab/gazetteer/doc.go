// Package gazetteer makes the knowledge base of package kb from the open
// tables of shared/data/gazetteer and the project's own tables in the folder
// own: countries first, then organisations, people, places and metonyms, each
// merged into what is there by identifier, never by a surname alone. Tables
// are read in a fixed order, so the same tables give the same bytes. A table
// whose licence does not let it ship is refused (see checkLicences).
//
// The tables of own are written from general knowledge and carry no
// identifiers. Those in own/offices tell since when an office was held and
// either until when or as of which month it still was; days, months and years
// may stand for dates. own/faults.tsv lists rows of other tables that are
// wrong.
package gazetteer
