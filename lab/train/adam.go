package train

import (
	"math"
	"sync"
)

// adam holds the settings of the optimiser: Adam with warm-up, cosine decay, clipping of the global norm and an
// exponential average of the weights.
type adam struct {
	peak, last  float64
	warm, total int
	clip        float64
	decay       float64 // decoupled weight decay of matrices, per update at full rate
	emaDecay    float64
	workers     int
}

const (
	beta1    = 0.9
	beta2    = 0.98
	epsilon  = 1e-8
	emaEvery = 4
)

func (a *adam) rate(step int) float64 {
	if step < a.warm {
		return a.peak * float64(step+1) / float64(a.warm)
	}
	x := float64(step-a.warm) / float64(max(1, a.total-a.warm))
	return a.last + (a.peak-a.last)*0.5*(1+math.Cos(math.Pi*min(1, x)))
}

// update applies the gradients of all shards and clears them. It returns the norm before clipping.
func (a *adam) update(n *network) float64 {
	sum := 0.0
	for _, p := range n.params {
		g := p.g[0]
		for s := 1; s < shards; s++ {
			for i, v := range p.g[s] {
				g[i] += v
			}
			clear(p.g[s])
		}
		sum += squares(g)
	}
	for _, t := range n.allTables() {
		for _, r := range t.touched {
			sum += squares(t.g[int(r)*t.width : (int(r)+1)*t.width])
		}
	}
	norm := math.Sqrt(sum)
	scale := float32(1)
	if a.clip > 0 && norm > a.clip {
		scale = float32(a.clip / norm)
	}
	n.step++
	lr := a.rate(n.step - 1)
	c1 := 1 - math.Pow(beta1, float64(n.step))
	c2 := 1 - math.Pow(beta2, float64(n.step))
	rate := float32(lr / c1)
	root := float32(1 / math.Sqrt(c2))
	ema := float32(0)
	if n.step%emaEvery == 0 {
		d := min(a.emaDecay, float64(1+n.step)/float64(10+n.step))
		ema = float32(1 - math.Pow(d, emaEvery))
	}
	var jobs []func()
	for _, p := range n.params {
		shrink := float32(0)
		if p.packed {
			shrink = float32(lr * a.decay)
		}
		jobs = append(jobs, func() {
			adamStep(p.w, p.g[0], p.m, p.v, scale, rate, root, shrink)
			clear(p.g[0])
			if ema > 0 {
				average(p.ema, p.w, ema)
			}
		})
	}
	for _, t := range n.allTables() {
		jobs = append(jobs, func() {
			for _, r := range t.touched {
				i, j := int(r)*t.width, (int(r)+1)*t.width
				adamStep(t.w[i:j], t.g[i:j], t.m[i:j], t.v[i:j], scale, rate, root, 0)
				clear(t.g[i:j])
			}
			t.touched = t.touched[:0]
			t.now++
			if ema > 0 {
				average(t.ema, t.w, ema)
			}
		})
	}
	parallel(a.workers, jobs)
	return norm
}

func squares(g []float32) float64 {
	var a, b, c, d float32
	i := 0
	for ; i+4 <= len(g); i += 4 {
		a += g[i] * g[i]
		b += g[i+1] * g[i+1]
		c += g[i+2] * g[i+2]
		d += g[i+3] * g[i+3]
	}
	for ; i < len(g); i++ {
		a += g[i] * g[i]
	}
	return float64(a) + float64(b) + float64(c) + float64(d)
}

func adamStep(w, g, m, v []float32, scale, rate, root, shrink float32) {
	g, m, v = g[:len(w)], m[:len(w)], v[:len(w)]
	for i := range w {
		x := g[i] * scale
		mi := m[i] + (1-beta1)*(x-m[i])
		vi := v[i] + (1-beta2)*(x*x-v[i])
		m[i], v[i] = mi, vi
		w[i] -= rate*mi/(float32(math.Sqrt(float64(vi)))*root+epsilon) + shrink*w[i]
	}
}

func average(ema, w []float32, d float32) {
	ema = ema[:len(w)]
	for i, x := range w {
		ema[i] += d * (x - ema[i])
	}
}

// parallel runs independent jobs on some goroutines.
func parallel(workers int, jobs []func()) {
	if workers <= 1 {
		for _, j := range jobs {
			j()
		}
		return
	}
	queue := make(chan func(), len(jobs))
	for _, j := range jobs {
		queue <- j
	}
	close(queue)
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			for j := range queue {
				j()
			}
		})
	}
	wg.Wait()
}
