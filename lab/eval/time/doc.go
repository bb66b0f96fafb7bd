// Package times measures the stage of times: spans and days against the
// annotation of TimeBank and AQUAINT (TimeML), and single expressions against
// the published test cases of two date recognisers.
//
// Spans are counted twice: exact, and overlapping as in TempEval-3. A value is
// right when the interval of days is the one that the gold value stands for: no
// credit is given for a TIMEX string that merely looks alike. Open-ended times
// ("since Monday") are held to their told end only, ranges to one end of each
// gold expression, and values with a modifier (start, middle, end) to lie inside
// the gold interval.
package times
