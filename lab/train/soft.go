package train

import "slices"

// Layers of labels that teachers give distributions for.
const (
	uposLayer = iota
	xposLayer
	featsLayer
	ruleLayer
	entLayer
	headLayer // heads: words of the sentence, then the root
	relLayer  // relations to the example's head
	layers
)

// A choice is one label and its share.
type choice struct {
	At int32
	P  float32
}

// A dist holds a distribution for each word of a sentence, those of word i from Off[i] to Off[i+1], best first. A word
// without choices has nothing to learn.
type dist struct {
	Off  []int32
	List []choice
}

func (d *dist) of(i int) []choice { return d.List[d.Off[i]:d.Off[i+1]] }

func (d *dist) add(c ...choice) {
	if len(d.Off) == 0 {
		d.Off = append(d.Off, 0)
	}
	d.List = append(d.List, c...)
	d.Off = append(d.Off, int32(len(d.List)))
}

// What a distribution keeps of a word: the best labels, none with less than a smallest share.
const (
	maxChoices  = 6
	leastChoice = 0.02
)

// addBest adds the best of the shares p as the next word's choices, with shares that sum to one.
func (d *dist) addBest(p []float32) {
	var best []choice
	for i, v := range p {
		if v < leastChoice || len(best) == maxChoices && v <= best[maxChoices-1].P {
			continue
		}
		at := len(best)
		for at > 0 && best[at-1].P < v {
			at--
		}
		best = slices.Insert(best, at, choice{int32(i), v})
		best = best[:min(len(best), maxChoices)]
	}
	if len(best) == 0 {
		best = append(best, choice{At: int32(argmax(p)), P: 1})
	}
	normalise(best)
	d.add(best...)
}

func normalise(c []choice) {
	sum := float32(0)
	for _, x := range c {
		sum += x.P
	}
	for i := range c {
		c[i].P /= sum
	}
}
