// Package geo finds the places that a report names and says which they are.
//
// Names are found by the longest match of the text against the aliases of the
// knowledge base, whether or not the stages before have found mentions; what
// those say (a name of a person, a state) is used where it is there. A name that
// could be many things is a place only with grounds: its size, a preposition
// before it, the state told after it, the tag of the parser. Names that the base
// lacks are read where the words make them places: "Hallam County", "Odra,
// Norvia", "Lake Orm", "the village of Tarn".
//
// Which of several namesakes is meant follows, in this order, from the words
// ("Paris, Texas"; "the Ukrainian city of …"), from the states and divisions that
// the report is about, from its other places and its dateline, and from size.
// One name means one place throughout a report unless the words say otherwise.
//
// Sites named by a common noun (an airport, a camp, an embassy) are points
// without coordinates in the country round them. A country never has a point.
package geo
