package cuts

import (
	"fmt"
	"math"
	"math/rand/v2"
	"path/filepath"

	"annals/engine/segment"
)

// scale is how many steps of the integer weights make one unit of log odds.
const scale = 24

// train learns a logistic regression by AdaGrad, averages the weights of the last half of the passes, and rounds them.
func (x *examples) train(o Options) *segment.Weights {
	w := segment.NewWeights()
	n := len(w.Feature)
	weight, square, sum := make([]float64, n), make([]float64, n), make([]float64, n)
	order := make([]int, len(x.list))
	for i := range order {
		order[i] = i
	}
	rng := rand.New(rand.NewPCG(o.Seed, 2))
	kept := 0
	var live []uint32 // features of an example that were not dropped
	for epoch := range o.Epochs {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		loss := 0.0
		for _, i := range order {
			e := &x.list[i]
			live = live[:0]
			z := 0.0
			for _, f := range e.features {
				if rng.Float64() >= o.Dropout {
					live = append(live, f)
					z += weight[f]
				}
			}
			p := 1 / (1 + math.Exp(-z))
			g := p * e.weight
			if e.end {
				g -= e.weight
				loss -= e.weight * math.Log(max(p, 1e-12))
			} else {
				loss -= e.weight * math.Log(max(1-p, 1e-12))
			}
			for _, f := range live {
				d := g + o.Decay*weight[f]
				square[f] += d * d
				weight[f] -= o.Rate * d / math.Sqrt(square[f]+1e-8)
			}
		}
		if epoch >= o.Epochs/2 {
			kept++
			for f := range sum {
				sum[f] += weight[f]
			}
		}
		fmt.Fprintf(o.Log, "epoch %d: loss %.5f over %d places, %d ends\n", epoch+1, loss/float64(len(x.list)), len(x.list), x.ends)
	}
	for f := range sum {
		v := math.Round(scale * sum[f] / float64(max(kept, 1)))
		w.Feature[f] = int8(max(-127, min(127, v)))
	}
	w.Threshold = int32(math.Round(scale * o.Margin))
	w.Slip = int32(math.Round(scale * o.Slip))
	return w
}

func devFile(shared, set string) string {
	return filepath.Join(shared, "data", "treebank", set+".conllu.gz")
}

func round(v float64) float64 { return math.Round(v*100) / 100 }
