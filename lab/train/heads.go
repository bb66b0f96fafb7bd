package train

import (
	"math"

	"annals/engine/syntax"
	"annals/engine/syntax/matrix"
)

// Weights of the losses; arcs and labels have 1.
const (
	uposWeight = 0.4
	xposWeight = 0.3
	featWeight = 0.4
	ruleWeight = 0.3
	entWeight  = 1.0
	smoothing  = 0.03
	leak       = 0.125 // slope below zero, as in package syntax
)

func leaky(x []float32, leak float32) {
	for i, v := range x {
		if v < 0 {
			x[i] = v * leak
		}
	}
}

// leakyBack multiplies d by the slope at y, the activation's output.
func leakyBack(d, y []float32, leak float32) {
	for i, v := range y {
		if v < 0 {
			d[i] *= leak
		}
	}
}

// crossEntropy replaces the scores z by the gradient of weight times the loss against gold, with label smoothing, and
// returns the loss (without smoothing).
func crossEntropy(z []float32, gold int, weight, smooth float32) float64 {
	top := z[0]
	for _, v := range z {
		top = max(top, v)
	}
	sum := float32(0)
	goldScore := z[gold] - top
	for i, v := range z {
		e := matrix.Exp(v - top)
		z[i] = e
		sum += e
	}
	scale := weight / sum
	even := weight * smooth / float32(len(z))
	for i := range z {
		z[i] = z[i]*scale - even
	}
	z[gold] -= weight * (1 - smooth)
	return math.Log(float64(sum)) - float64(goldScore)
}

func argmax(v []float32) int {
	best := 0
	for i, x := range v {
		if x > v[best] {
			best = i
		}
	}
	return best
}

// softEntropy is crossEntropy against a distribution, without smoothing. The loss includes the entropy of the
// distribution, so that it does not reach zero.
func softEntropy(z []float32, gold []choice, weight float32) float64 {
	top := z[0]
	for _, v := range z {
		top = max(top, v)
	}
	loss, sum := 0.0, float32(0)
	for _, c := range gold {
		loss -= float64(c.P) * float64(z[c.At]-top)
	}
	for i, v := range z {
		e := matrix.Exp(v - top)
		z[i] = e
		sum += e
	}
	scale := weight / sum
	for i := range z {
		z[i] *= scale
	}
	for _, c := range gold {
		z[c.At] -= weight * c.P
	}
	return loss + math.Log(float64(sum))
}

// tagScores runs the tag heads forward, to w.heads.
func (w *worker) tagScores() {
	net, n := w.net, w.layout.rows()
	two, tw, hw := 2*w.net.Hidden, w.net.Tag, w.net.headPad
	w.tag = fillRows(w.tag, n, net.tagB.w)
	net.tagH.fwd.MulAdd(w.tag, tw, w.h2, two, n)
	net.tagX.fwd.MulAdd(w.tag, tw, w.x, syntax.InputWidth, n)
	leaky(w.tag, w.leak)
	w.tagMask = w.sentenceMask(w.tagMask, tw, w.drop.hidden)
	w.applyMask(w.tag, w.tagMask, tw)
	w.heads = fillRows(w.heads, n, net.headB.w)
	net.headW.fwd.MulAdd(w.heads, hw, w.tag, tw, n)
}

// tags runs the tag heads forward and backward; dh2 and dx must be cleared before.
func (w *worker) tags(norm float32) {
	w.tagScores()
	net, n, s := w.net, w.layout.rows(), w.shard
	two, tw, hw := 2*w.net.Hidden, w.net.Tag, w.net.headPad
	for r := range n {
		e := w.batch[w.layout.sent[r]]
		i := w.layout.pos[r]
		z := w.heads[r*hw : (r+1)*hw]
		if argmax(z[:net.upos]) == int(e.upos[i]) {
			w.loss.uposRight++
		}
		at := 0
		one := func(size int, gold int32, layer int, weight float32, loss *float64) {
			part := z[at : at+size]
			at += size
			if e.soft != nil {
				if c := e.soft[layer].of(int(i)); len(c) > 0 {
					*loss += softEntropy(part, c, weight*norm*e.weight)
				} else {
					clear(part)
				}
				return
			}
			if gold < 0 {
				clear(part)
				return
			}
			*loss += crossEntropy(part, int(gold), weight*norm*e.weight, w.smooth)
		}
		one(net.upos, e.upos[i], uposLayer, uposWeight, &w.loss.upos)
		one(net.xpos, e.xpos[i], xposLayer, xposWeight, &w.loss.xpos)
		one(net.feats, e.feats[i], featsLayer, featWeight, &w.loss.feats)
		one(net.rules, e.rule[i], ruleLayer, ruleWeight, &w.loss.rule)
		one(net.ents, e.ent[i], entLayer, entWeight, &w.loss.ent)
		clear(z[at:])
	}
	w.outer.AddOuter(net.headW.g[s], hw, w.tag, tw, tw, w.heads, hw, hw, n)
	addColumns(net.headB.g[s], w.heads, n)
	w.dTag = zero(w.dTag, n*tw)
	net.headW.bwd.MulAdd(w.dTag, tw, w.heads, hw, n)
	w.applyMask(w.dTag, w.tagMask, tw)
	leakyBack(w.dTag, w.tag, w.leak)
	w.outer.AddOuter(net.tagH.g[s], tw, w.h2, two, two, w.dTag, tw, tw, n)
	w.outer.AddOuter(net.tagX.g[s], tw, w.x, syntax.InputWidth, syntax.InputWidth, w.dTag, tw, tw, n)
	addColumns(net.tagB.g[s], w.dTag, n)
	net.tagH.bwd.MulAdd(w.dh2, two, w.dTag, tw, n)
	net.tagX.bwd.MulAdd(w.dx, syntax.InputWidth, w.dTag, tw, n)
}
