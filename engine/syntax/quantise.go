package syntax

import (
	"encoding/binary"
	"math"
	"strings"

	"annals/engine/syntax/matrix"
)

// A Range holds the values of one layer that its bytes can tell apart; values beyond are held at the ends. It includes 0.
type Range struct{ Low, High float32 }

// Ranges of the layers whose values depend on the model; those of the LSTM lie within -1 and 1.
type Ranges struct {
	Proj    Range // projections of words
	Tag     Range // hidden layer before the tag heads
	Arc     Range // words as dependents of arcs
	Head    Range // words as heads for labels
	Dep     Range // words as dependents for labels
	Product Range // products of the last two
}

// each lists the ranges with their names.
func (r *Ranges) each() map[string]*Range {
	return map[string]*Range{"Proj": &r.Proj, "Tag": &r.Tag, "Arc": &r.Arc, "Head": &r.Head, "Dep": &r.Dep, "Product": &r.Product}
}

// ok reports whether bytes can be laid over the range.
func (r Range) ok() bool {
	return r.Low <= 0 && r.High >= 0 && r.High-r.Low > 1e-6 && r.High-r.Low < 1e6
}

// A grid says what the bytes of a layer mean: (byte - zero) * step.
type grid struct {
	step, inverse float32
	zero          uint8
}

func (r Range) grid() grid {
	width := r.High - r.Low
	share := -r.Low / width
	step := width / 255
	return grid{step: step, inverse: 255 / width, zero: uint8(math.RoundToEven(float64(share) * 255))}
}

// hiddenGrid is that of the outputs of an LSTM.
func hiddenGrid() grid { return grid{step: matrix.HiddenStep, zero: matrix.HiddenZero} }

// bytes turns values into bytes.
func (g grid) bytes(k matrix.Kernel, q []uint8, x []float32) {
	matrix.Quantise(k, q, x, g.inverse, float32(g.zero))
}

// How a tensor is stored.
type storage int

const (
	asFloats  storage = iota // float32: one row
	byRow                    // a float32 scale for each row, then int8 rows within 127: what is looked up
	byColumn                 // a float32 scale for each column, then int8 rows within 63: what multiplies bytes
	likeFirst                // as byColumn, with the scales of the tensor before
)

func (t TensorInfo) storage() storage {
	switch {
	case t.Rows == 1:
		return asFloats
	case strings.HasPrefix(t.Name, "lstm"):
		if strings.HasSuffix(t.Name, ".wh") {
			return likeFirst
		}
		return byColumn
	}
	switch t.Name {
	case "tag.wh", "head.w", "mlp.w", "arc.w", "dist.w", "label.w":
		return byColumn
	}
	return byRow
}

// size is the number of bytes in a file.
func (t TensorInfo) size() int {
	switch t.storage() {
	case asFloats:
		return 4 * t.Cols
	case byRow:
		return t.Rows * (4 + t.Cols)
	case byColumn:
		return (4 + t.Rows) * t.Cols
	}
	return t.Rows * t.Cols
}

// grids gives the grid of each input of a tensor stored by column.
func (h *Header) grids(t TensorInfo) []grid {
	r := &h.Ranges
	var parts []grid
	switch t.Name {
	case "lstm1f.wx", "lstm1b.wx":
		parts = []grid{r.Proj.grid()}
	case "head.w":
		parts = []grid{r.Tag.grid()}
	case "arc.w", "dist.w":
		parts = []grid{r.Arc.grid()}
	case "label.w":
		parts = []grid{r.Head.grid(), r.Dep.grid(), r.Product.grid()}
	default:
		parts = []grid{hiddenGrid()}
	}
	out := make([]grid, t.Rows)
	for i := range out {
		out[i] = parts[i*len(parts)/t.Rows]
	}
	return out
}

// columnScales gives the scale of each column of matrices that are added up: the value of the largest weight, in steps
// of its input, becomes MaxWeight.
func columnScales(cols int, data [][]float32, grids [][]grid) []float32 {
	scales := make([]float32, cols)
	for i, d := range data {
		for at, v := range d {
			v *= grids[i][at/cols].step
			scales[at%cols] = max(scales[at%cols], v/matrix.MaxWeight, -v/matrix.MaxWeight)
		}
	}
	return scales
}

// appendColumns appends int8 rows.
func appendColumns(out []byte, data []float32, grids []grid, scales []float32) []byte {
	cols := len(scales)
	for at, v := range data {
		q := 0.0
		if s := scales[at%cols]; s > 0 {
			q = math.RoundToEven(float64(v) * float64(grids[at/cols].step) / float64(s))
		}
		out = append(out, byte(int8(max(-matrix.MaxWeight, min(matrix.MaxWeight, q)))))
	}
	return out
}

func appendFloats(out []byte, data []float32) []byte {
	for _, v := range data {
		out = binary.LittleEndian.AppendUint32(out, math.Float32bits(v))
	}
	return out
}

// appendRows appends scales and rows for look-up.
func appendRows(out []byte, t TensorInfo, data []float32) []byte {
	scales := make([]float32, t.Rows)
	for r := range scales {
		top := float32(0)
		for _, v := range data[r*t.Cols : (r+1)*t.Cols] {
			top = max(top, v, -v)
		}
		scales[r] = top / 127
	}
	out = appendFloats(out, scales)
	for r, s := range scales {
		for _, v := range data[r*t.Cols : (r+1)*t.Cols] {
			q := 0.0
			if s > 0 {
				q = math.RoundToEven(float64(v) / float64(s))
			}
			out = append(out, byte(int8(max(-127, min(127, q)))))
		}
	}
	return out
}
