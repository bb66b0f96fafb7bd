// Package coref groups the mentions that stand for one thing and finds what
// pronouns and descriptions stand for.
//
// Names come first: equal entities, equal words, family names, acronyms and
// appositions make the clusters. Then the mentions that need an antecedent are
// read from left to right. Pronouns choose among the mentions of their own and
// the last sentences by salience: number, gender and kind must fit, a pronoun
// that is an object never stands for the subject of its own clause, and what
// remains is weighed by distance, grammatical role, parallel role, being named
// and being told of often. Descriptions ("the minister", "the group", "the
// country") need a fitting office, noun or head. Sets ("the two", "both
// countries", "the latter") get members. The weights are salience factors in
// the manner of Lappin and Leass (1994), set on the development data of GAP.
//
// What is found is copied to the mention (entity, name, country, sector), and
// its ground is told in Why.
package coref
