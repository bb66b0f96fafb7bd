// Package places measures the stage of places on the sets of news annotated
// with places, by rule 10 of the scoring rules.
//
// found is the F1 of place mentions by overlap; right the share of the found
// that lie within 161 km (cities) or in the same country (countries, regions);
// absent the share of gold places with an entry in a gazetteer of which the
// knowledge base knows no place by that name. Sites that the stage reads from
// the words alone ("Orm Square") stand in no gazetteer and count neither as
// found nor as false. In GeoWebNews only literal uses are gold; associative uses
// ("Iraqi art") are left out on both sides, names that are no places count as
// false. Adjectives of nationality are gold in LGL and TR-News though the stage
// leaves them out on purpose: found_names and recall_names are the figures
// without them.
package places
