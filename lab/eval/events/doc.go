// Package events scores event records against gold items, by the rules of the
// gold sets' SCORING.md. Its numbers are those of the reference, score.py: a test
// runs both on the same faulty output and compares every metric.
//
// [ReadGold] reads gold items, [ReadSystem] what `annals code --what all` (or
// events, quotations and relations) prints, [FromReports] the same from memory,
// and [Score] compares them. All spans are code points of the report's text.
//
// Two gold sets are sealed: they tell how good the engine is and must not teach
// anybody why. [Score] gives their numbers but refuses to list their errors.
package events
