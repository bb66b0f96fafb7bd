// Package who measures who is who in a report: the parties of gold events, the
// links of names to the knowledge base, coreference, and pronouns.
//
// Each of the four has a function of its own (Parties, Links, Coreference,
// Pronouns) and its own standard measures; they share the reading of reports
// through the whole engine up to the stage coref.
package who
