// Package who measures the stages mention, link and coref: the parties of the
// gold reports (is there a mention, with the same country, sector and name),
// entity links of news, the actor cases of NGEC, pronouns of GAP and clusters
// of GUM. Sets that must not be read give numbers only.
package who
