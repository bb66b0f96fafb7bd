// Package mention finds the noun phrases that may be parties or places: names,
// descriptions ("three gunmen", "the foreign minister"), nationalities used as
// adjectives, pronouns and lists.
//
// The stage works sentence by sentence. It reads the words twice, once against
// the table of role nouns and titles and once against the aliases of the
// knowledge base, and the tree once, to divide the sentence into blocks: a noun
// with the modifiers that stand close to it. Each block becomes one mention
// whose Head is the token by which the block hangs in the tree, so that a frame
// that has found the head of an argument has found the mention too (see Index).
// Nationalities and names inside a block become mentions of their own.
//
// Mentions come in the order of their heads; lists follow at the end, after all
// mentions that may be their members. What the stage writes is what the words
// alone say: countries of nationalities, sectors of role nouns, offices of
// titles. Entities are added by the stage link.
package mention
