package segment

import (
	_ "embed"
	"encoding/binary"
	"errors"
)

// embedded holds the trained weights; it is only read. `annals-lab train segment` makes it.
//
//go:embed boundaries.bin
var embedded []byte

// weightsMagic begins a file of weights.
const weightsMagic = "annals boundaries 1\n"

// Weights judge the places where the rules are unsure: the sum of the weights of a place's features against a threshold.
// All are integers, so that the same text is divided alike on every machine.
type Weights struct {
	Threshold int32
	Slip      int32  // what a stop before a small letter must reach beyond it
	Feature   []int8 // by the number of the feature, 1<<16
}

// NewWeights makes weights that are all zero.
func NewWeights() *Weights { return &Weights{Feature: make([]int8, 1<<featureBits)} }

// Encode gives the bytes of the file.
func (w *Weights) Encode() []byte {
	out := append(make([]byte, 0, len(weightsMagic)+8+len(w.Feature)), weightsMagic...)
	out = binary.LittleEndian.AppendUint32(out, uint32(w.Threshold))
	out = binary.LittleEndian.AppendUint32(out, uint32(w.Slip))
	for _, v := range w.Feature {
		out = append(out, byte(v))
	}
	return out
}

// ReadWeights reads the bytes of a file.
func ReadWeights(data []byte) (*Weights, error) {
	if len(data) != len(weightsMagic)+8+1<<featureBits || string(data[:len(weightsMagic)]) != weightsMagic {
		return nil, errors.New("segment: no file of weights, or of another version; make it with annals-lab train segment")
	}
	data = data[len(weightsMagic):]
	w := NewWeights()
	w.Threshold = int32(binary.LittleEndian.Uint32(data))
	w.Slip = int32(binary.LittleEndian.Uint32(data[4:]))
	for i, b := range data[8:] {
		w.Feature[i] = int8(b)
	}
	return w, nil
}

// Ends reports whether a sentence ends at a gap.
func (w *Weights) Ends(g Gap) bool {
	sum := -w.Threshold
	if g.Slip {
		sum -= w.Slip
	}
	for _, f := range g.Features {
		sum += int32(w.Feature[f])
	}
	return sum > 0
}
