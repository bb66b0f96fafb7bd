// Package scores keeps the figures of the evaluations beside it, one JSON file
// for each set, so that a change of the engine shows as a difference in review,
// and holds them to the floors of floors.tsv.
//
// The files carry neither times nor versions and are written the same from the
// same figures: keys in order, numbers with at most four decimals.
package scores
