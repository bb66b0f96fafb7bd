package who

import "math"

// assign is the greatest sum of one cell for each row and column of a matrix,
// found by the method of Kuhn and Munkres with potentials in O(n²m).
func assign(worth [][]float64) float64 {
	n, m := len(worth), len(worth[0])
	if n > m { // the method wants no more rows than columns
		turned := make([][]float64, m)
		for j := range turned {
			turned[j] = make([]float64, n)
			for i := range worth {
				turned[j][i] = worth[i][j]
			}
		}
		worth, n, m = turned, m, n
	}
	// row and column 0 are the free ends of the augmenting paths
	u, v := make([]float64, n+1), make([]float64, m+1)
	row, way := make([]int, m+1), make([]int, m+1)
	for i := 1; i <= n; i++ {
		row[0] = i
		least := make([]float64, m+1)
		used := make([]bool, m+1)
		for j := range least {
			least[j] = math.Inf(1)
		}
		at := 0
		for row[at] != 0 {
			used[at] = true
			i0, delta, next := row[at], math.Inf(1), 0
			for j := 1; j <= m; j++ {
				if used[j] {
					continue
				}
				if cost := -worth[i0-1][j-1] - u[i0] - v[j]; cost < least[j] {
					least[j], way[j] = cost, at
				}
				if least[j] < delta {
					delta, next = least[j], j
				}
			}
			for j := 0; j <= m; j++ {
				if used[j] {
					u[row[j]] += delta
					v[j] -= delta
				} else {
					least[j] -= delta
				}
			}
			at = next
		}
		for at != 0 {
			row[at] = row[way[at]]
			at = way[at]
		}
	}
	sum := 0.0
	for j := 1; j <= m; j++ {
		if row[j] > 0 {
			sum += worth[row[j]-1][j-1]
		}
	}
	return sum
}
