package syntax

// treeScratch is the memory of the search for trees.
type treeScratch struct {
	mark  []int32
	score []float64
}

// rootPenalty is larger than any sum of arc scores, so that a best tree has no more roots than it must.
const rootPenalty = 1e7

// bestTree sets head to the tree with exactly one root whose arc scores sum highest. score has n rows of ld values:
// entry (i, j) for word j as the head of word i, entry (i, n) for word i as the root.
func (s *treeScratch) bestTree(head []int32, score []float32, ld int) {
	n := len(head)
	roots := 0
	for i := range head {
		row := score[i*ld : i*ld+n+1]
		best := n
		for j, v := range row[:n] {
			if j != i && (v > row[best] || v == row[best] && j < best) {
				best = j
			}
		}
		head[i] = int32(best)
		if best == n {
			head[i] = -1
			roots++
		}
	}
	if roots == 1 && !s.cyclic(head) {
		return
	}
	m := n + 1
	s.score = sized(s.score, m*m)
	for i := 0; i < n; i++ {
		for j := 0; j < n; j++ {
			s.score[(i+1)*m+j+1] = float64(score[i*ld+j])
		}
		s.score[(i+1)*m] = float64(score[i*ld+n]) - rootPenalty
	}
	for i, h := range arborescence(s.score, m) {
		if i > 0 {
			head[i-1] = int32(h) - 1
		}
	}
}

// cyclic reports whether some word is its own ancestor.
func (s *treeScratch) cyclic(head []int32) bool {
	s.mark = sized(s.mark, len(head))
	clear(s.mark)
	for i := range head {
		for h := int32(i); h >= 0 && s.mark[h] <= 0; h = head[h] {
			if s.mark[h] == -int32(i)-1 {
				return true
			}
			s.mark[h] = -int32(i) - 1
		}
		for h := int32(i); h >= 0 && s.mark[h] < 0; h = head[h] {
			s.mark[h] = 1
		}
	}
	return false
}

// arborescence finds the maximum spanning tree over n nodes with root 0 (Chu and Liu 1965, Edmonds 1967); score[i*n+j]
// is for the arc from head j to dependent i. Ties go to the lower head.
func arborescence(score []float64, n int) []int {
	head := make([]int, n)
	for i := 1; i < n; i++ {
		best := -1
		for j := 0; j < n; j++ {
			if j != i && (best < 0 || score[i*n+j] > score[i*n+best]) {
				best = j
			}
		}
		head[i] = best
	}
	cycle := findCycle(head)
	if cycle == nil {
		return head
	}
	in := make([]bool, n)
	total := 0.0
	for _, v := range cycle {
		in[v] = true
		total += score[v*n+head[v]]
	}
	// The contracted graph: nodes outside the cycle in order, then one for the cycle.
	var outer []int
	for v := 0; v < n; v++ {
		if !in[v] {
			outer = append(outer, v)
		}
	}
	m := len(outer) + 1
	c := m - 1
	small := make([]float64, m*m)
	leave := make([]int, m) // for an outer dependent: its best head in the cycle
	enter := make([]int, m) // for an outer head: the word of the cycle that it would take
	for a, v := range outer {
		for b, w := range outer {
			small[a*m+b] = score[v*n+w]
		}
		bestOut, bestIn := -1, -1
		bestInScore := 0.0
		for _, u := range cycle {
			if bestOut < 0 || score[v*n+u] > score[v*n+bestOut] {
				bestOut = u
			}
			if s := total - score[u*n+head[u]] + score[u*n+v]; bestIn < 0 || s > bestInScore {
				bestIn, bestInScore = u, s
			}
		}
		leave[a], enter[a] = bestOut, bestIn
		small[a*m+c] = score[v*n+bestOut]
		small[c*m+a] = bestInScore
	}
	sub := arborescence(small, m)
	for a := 1; a < c; a++ {
		if sub[a] == c {
			head[outer[a]] = leave[a]
		} else {
			head[outer[a]] = outer[sub[a]]
		}
	}
	head[enter[sub[c]]] = outer[sub[c]]
	return head
}

// findCycle gives the words of one cycle, nil if there is none.
func findCycle(head []int) []int {
	seen := make([]int, len(head))
	for i := 1; i < len(head); i++ {
		v := i
		for v != 0 && seen[v] == 0 {
			seen[v] = i
			v = head[v]
		}
		if v != 0 && seen[v] == i {
			cycle := []int{v}
			for u := head[v]; u != v; u = head[u] {
				cycle = append(cycle, u)
			}
			return cycle
		}
	}
	return nil
}
