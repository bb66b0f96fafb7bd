// Package link finds the entities that names stand for, and the country, sector
// and office of every mention on the day of the report.
//
// Names of several words are linked first, then single words with the full
// names of the same text as support. Every candidate of the knowledge base gets
// a score from its importance, the country and office that the words tell, the
// states that the report is about and the names it has used already; where two
// stay close, none is taken and both are kept in Open. Capitals and buildings
// are states where they act and places where things happen. Descriptions follow:
// they take country and sector from their owner, an office with a country gets
// the name of its holder on that day, and people of whom no country is told get
// that of the place told of, with the ground in Why.
package link
