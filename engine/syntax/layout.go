package syntax

// layout places the words of a group of sentences in rows: all first words, all second words, and so on, sentences by
// falling length, so that the rows of a step are contiguous and those of the sentences that go on are the first.
type layout struct {
	off []int // first row of each step, and at the end the number of rows
}

// build lays out sentences with these lengths, which must fall.
func (l *layout) build(lengths []int) {
	l.off = append(l.off[:0], 0)
	k := len(lengths)
	for t, row := 0, 0; ; t++ {
		for k > 0 && lengths[k-1] <= t {
			k--
		}
		if k == 0 {
			return
		}
		row += k
		l.off = append(l.off, row)
	}
}

func (l *layout) steps() int      { return len(l.off) - 1 }
func (l *layout) rows() int       { return l.off[len(l.off)-1] }
func (l *layout) at(k, t int) int { return l.off[t] + k }

// width is the number of sentences that have a word t.
func (l *layout) width(t int) int {
	if t < 0 || t >= l.steps() {
		return 0
	}
	return l.off[t+1] - l.off[t]
}

// chunkRows is how many rows of a step's inputs are multiplied at a time: enough to read the weights seldom, few
// enough for the sums to stay in a cache.
const chunkRows = 48

// chunk gives the steps from t on in one direction, down to last (exclusive), whose rows fit into a chunk.
func (l *layout) chunk(t int, back bool) (first, last int) {
	first, last = t, t+1
	for {
		switch {
		case !back && last < l.steps() && l.off[last+1]-l.off[first] <= chunkRows:
			last++
		case back && first > 0 && l.off[last]-l.off[first-1] <= chunkRows:
			first--
		default:
			return first, last
		}
	}
}
