// Package frame finds the acts and states that a report tells: it looks up each
// word in the lexicon, reads from the tree where its participants stand, and
// chooses the sense that fits. The stage writes the layer of frames.
//
// The way of the data: constructions (rules in lang/en) give the grammatical
// slots of a word; the lexicon gives the roles of the slots and what may fill
// them; a frame is a sense with its roles filled. What a codebook calls it is not
// decided here (package ontology), nor whether it happened (package context).
package frame
