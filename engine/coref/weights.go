package coref

// mostCount bounds the reward for being told of often.
const mostCount = 5

// weights are the points of salience.
type weights struct {
	perSentence   float64 // taken for each sentence between
	forSubject    float64 // the antecedent is a subject
	forObject     float64 // an object
	forPossessor  float64 // a possessor
	forParallel   float64 // pronoun and antecedent have the same role
	forName       float64 // it is a name
	forGoverning  float64 // subject of a clause above the pronoun's
	forSameHead   float64 // a possessive and the subject of its own clause
	forGender     float64 // the gender is known and fits
	forHeadline   float64 // it stands in the headline
	forOther      float64 // a thing that cannot act
	forBare       float64 // one organisation or state for "they"
	forDistance   float64 // taken for each word between, in one sentence
	perCount      float64 // for each earlier mention of it, up to mostCount
	forConflict   float64 // a given name tells the other gender
	forAdjective  float64 // a nationality or name used as an adjective
	cataphorBelow float64 // what follows goes first where nothing before reaches this
	listBase      float64 // where a list begins, for "they"
	forBefore     float64 // taken for each word before it in an earlier sentence
}

// tuned gives the weights found on the development part of GAP by steps along
// one weight at a time.
func tuned() weights {
	return weights{
		perSentence:   28,
		forSubject:    9,
		forObject:     9,
		forPossessor:  4,
		forParallel:   2,
		forName:       1,
		forGoverning:  2,
		forSameHead:   5,
		forGender:     3,
		forHeadline:   -10,
		forOther:      -12,
		forBare:       -20,
		forDistance:   0.4,
		perCount:      2,
		forConflict:   -40,
		forAdjective:  -8,
		cataphorBelow: 98,
		listBase:      96,
		forBefore:     0.1,
	}
}
