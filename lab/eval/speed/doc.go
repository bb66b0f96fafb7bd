// Package speed measures how fast the engine codes reports, as a whole and by
// stage, on one core unless told otherwise.
//
// Figures of different machines do not compare, and those of a shared one do
// not even compare with themselves. Each run therefore measures a baseline
// before and after every round: a fixed loop that hashes the same text byte by
// byte (FNV-1a, 64 bits). "cost" is how many bytes that loop reads in the time in
// which the engine codes one; it is the figure to compare between changes.
package speed
