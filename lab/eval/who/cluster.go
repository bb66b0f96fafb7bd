package who

// fraction sums the parts of a share over documents.
type fraction struct{ top, bottom float64 }

func (f fraction) share() float64 {
	if f.bottom == 0 {
		return 0
	}
	return f.top / f.bottom
}

// measure is one measure of clusters: its precision and its recall.
type measure struct{ p, r fraction }

func (m measure) f1() float64 { return harmonic(m.p.share(), m.r.share()) }

// clusterScore holds the measures of coreference, summed over documents as the
// scorer of CoNLL 2012 does: MUC (Vilain et al. 1995), B³ (Bagga and Baldwin
// 1998), CEAFe (Luo 2005, with φ4) and LEA (Moosavi and Strube 2016), and the
// mentions that stand in a cluster.
type clusterScore struct{ mentions, muc, b3, ceafe, lea measure }

// conll is the mean of the F1 of MUC, B³ and CEAFe (Pradhan et al. 2012).
func (s clusterScore) conll() float64 { return (s.muc.f1() + s.b3.f1() + s.ceafe.f1()) / 3 }

// metrics lists the figures by name.
func (s clusterScore) metrics() map[string]float64 {
	out := map[string]float64{"conll_f1": s.conll()}
	for name, m := range map[string]measure{"mentions": s.mentions, "muc": s.muc, "b3": s.b3, "ceafe": s.ceafe, "lea": s.lea} {
		out[name+"_p"], out[name+"_r"], out[name+"_f1"] = m.p.share(), m.r.share(), m.f1()
	}
	return out
}

// compare adds one document: the clusters of the key and those of the system,
// as lists of mentions, in which equal numbers are the same mention. No mention
// may stand in two clusters of one side.
func (s *clusterScore) compare(key, system [][]int) {
	s.half(key, system, func(m *measure) *fraction { return &m.r })
	s.half(system, key, func(m *measure) *fraction { return &m.p })
	same := s.similarity(key, system)
	s.ceafe.r.top += same
	s.ceafe.r.bottom += float64(len(key))
	s.ceafe.p.top += same
	s.ceafe.p.bottom += float64(len(system))
}

// half adds what share of a is found in b.
func (s *clusterScore) half(a, b [][]int, side func(*measure) *fraction) {
	in := clusterOf(b)
	mentions, muc, b3, lea := side(&s.mentions), side(&s.muc), side(&s.b3), side(&s.lea)
	for _, c := range a {
		n := float64(len(c))
		shared := map[int]int{} // mentions of c in each cluster of b
		apart := 0
		for _, x := range c {
			if k, ok := in[x]; ok {
				shared[k]++
			} else {
				apart++
			}
		}
		mentions.top += n - float64(apart)
		mentions.bottom += n
		muc.top += n - float64(len(shared)+apart)
		muc.bottom += n - 1
		square, links := 0, 0
		for _, k := range shared {
			square += k * k
			links += k * (k - 1) / 2
		}
		b3.top += float64(square) / n
		b3.bottom += n
		lea.bottom += n
		if all := n * (n - 1) / 2; all > 0 {
			lea.top += n * float64(links) / all
		}
	}
}

// clusterOf is the cluster of each mention.
func clusterOf(clusters [][]int) map[int]int {
	of := map[int]int{}
	for k, c := range clusters {
		for _, x := range c {
			of[x] = k
		}
	}
	return of
}

// similarity is the sum of φ4, twice the mentions in common over those of both,
// under the best pairing of clusters one to one.
func (s *clusterScore) similarity(key, system [][]int) float64 {
	if len(key) == 0 || len(system) == 0 {
		return 0
	}
	in := clusterOf(system)
	worth := make([][]float64, len(key))
	for i, c := range key {
		worth[i] = make([]float64, len(system))
		for _, x := range c {
			if j, ok := in[x]; ok {
				worth[i][j]++
			}
		}
		for j := range worth[i] {
			worth[i][j] *= 2 / float64(len(c)+len(system[j]))
		}
	}
	return assign(worth)
}
