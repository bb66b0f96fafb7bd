// Package context reads how each frame is told: whether it happened, is planned,
// possible, called off; whether it is affirmed, negated or denied; and by whom it
// is told.
//
// One mechanism reads all of it. From the trigger the stage walks up the tree and
// outward through quotations; each operator on the way (a word of context.tsv)
// acts on a small state. How effects compose is one pure function, Compose.
package context
