package syntax

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"unsafe"

	"annals/engine/syntax/feature"
	"annals/engine/syntax/matrix"
)

// Format of a model file: magic, version, length of the header, header as JSON, filter of known words, tensors in
// the order of the header, each as its storage says. Numbers are little-endian.
//
// Version 1: every matrix with a scale for each row. Version 2: matrices that multiply bytes with a scale for each
// column, ranges of the layers in the header.
const (
	magic   = "ANNALSYN"
	version = 2
)

// ErrBadModel says that bytes are no model file that this program can use.
var ErrBadModel = errors.New("bad syntax model")

// Config holds the sizes of a model.
type Config struct {
	// Proj is the width of a word's vector, Hidden that of one direction of an LSTM layer, Tag that of the hidden
	// layer before the tag heads, Arc that of each of the four arc and label vectors.
	Proj, Hidden, Tag, Arc int
}

// TreebankWidth is the width of a treebank's vector.
const TreebankWidth = 16

// InputWidth is the width of a word's features with the treebank's vector.
const InputWidth = feature.Width + TreebankWidth

// Header describes a model.
type Header struct {
	Config Config
	// Treebanks names the rows of the tensor "treebank"; Default is the one used for new text.
	Treebanks []string
	Default   string
	// The inventories of labels.
	UPOS, XPOS, Feats, Rules, Rels, Entities []string
	// XPOSOf and FeatsOf list, for each UPOS, the indexes seen with it.
	XPOSOf, FeatsOf [][]int
	// Exceptions lists form, UPOS, lemma in threes, where no rule gives the lemma.
	Exceptions []string
	// Ranges are set by Calibrate.
	Ranges  Ranges
	Tensors []TensorInfo
}

// TensorInfo is name and shape of a tensor.
type TensorInfo struct {
	Name       string
	Rows, Cols int
}

// File is a model before encoding: header, filter, and tensors in the order of Header.Tensors.
type File struct {
	Header Header
	Filter feature.Filter
	Data   [][]float32
}

// Tensors lists the tensors that a model with these sizes and inventories has, in the order of the file.
func (h *Header) tensors() []TensorInfo {
	c := h.Config
	two := 2 * c.Hidden
	heads := len(h.UPOS) + len(h.XPOS) + len(h.Feats) + len(h.Rules) + len(h.Entities)
	names := [...]string{"word", "prefix", "suffix2", "suffix3", "suffix4", "shape", "gram"}
	var list []TensorInfo
	for t := feature.Table(0); t < feature.Tables; t++ {
		list = append(list, TensorInfo{names[t], t.Rows(), t.Width()})
	}
	list = append(list,
		TensorInfo{"treebank", len(h.Treebanks), TreebankWidth},
		TensorInfo{"proj.w", InputWidth, c.Proj}, TensorInfo{"proj.b", 1, c.Proj})
	in := c.Proj
	for _, layer := range []string{"1", "2"} {
		for _, dir := range []string{"f", "b"} {
			n := "lstm" + layer + dir
			list = append(list, TensorInfo{n + ".wx", in, 4 * c.Hidden}, TensorInfo{n + ".wh", c.Hidden, 4 * c.Hidden},
				TensorInfo{n + ".b", 1, 4 * c.Hidden})
		}
		in = two
	}
	return append(list,
		TensorInfo{"tag.wh", two, c.Tag}, TensorInfo{"tag.wx", InputWidth, c.Tag}, TensorInfo{"tag.b", 1, c.Tag},
		TensorInfo{"head.w", c.Tag, heads}, TensorInfo{"head.b", 1, heads},
		TensorInfo{"mlp.w", two, 4 * c.Arc}, TensorInfo{"mlp.b", 1, 4 * c.Arc}, TensorInfo{"root", 1, 2 * c.Arc},
		TensorInfo{"arc.w", c.Arc, c.Arc}, TensorInfo{"arc.b", 1, c.Arc},
		TensorInfo{"dist.w", c.Arc, DistClasses}, TensorInfo{"dist.b", 1, DistClasses},
		TensorInfo{"label.w", 3 * c.Arc, len(h.Rels)}, TensorInfo{"label.b", 1, len(h.Rels)})
}

// SetTensors fills Header.Tensors from sizes and inventories and makes empty data for each.
func (f *File) SetTensors() {
	f.Header.Tensors = f.Header.tensors()
	f.Data = make([][]float32, len(f.Header.Tensors))
	for i, t := range f.Header.Tensors {
		f.Data[i] = make([]float32, t.Rows*t.Cols)
	}
}

// Encode gives the bytes of a model file. Calibrate must have set the ranges.
func (f *File) Encode() ([]byte, error) {
	for name, r := range f.Header.Ranges.each() {
		if !r.ok() {
			return nil, fmt.Errorf("encode model: range %s is %v; calibrate first", name, *r)
		}
	}
	head, err := json.Marshal(f.Header)
	if err != nil {
		return nil, fmt.Errorf("encode model header: %w", err)
	}
	out := append([]byte(nil), magic...)
	out = binary.LittleEndian.AppendUint32(out, version)
	out = binary.LittleEndian.AppendUint32(out, uint32(len(head)))
	out = append(out, head...)
	for _, w := range f.Filter {
		out = binary.LittleEndian.AppendUint64(out, w)
	}
	var scales []float32
	for i, t := range f.Header.Tensors {
		if len(f.Data[i]) != t.Rows*t.Cols {
			return nil, fmt.Errorf("encode model: tensor %s has %d values, want %d x %d", t.Name, len(f.Data[i]), t.Rows, t.Cols)
		}
		switch t.storage() {
		case asFloats:
			out = appendFloats(out, f.Data[i])
		case byRow:
			out = appendRows(out, t, f.Data[i])
		case byColumn:
			data, grids := [][]float32{f.Data[i]}, [][]grid{f.Header.grids(t)}
			if i+1 < len(f.Data) && f.Header.Tensors[i+1].storage() == likeFirst {
				data, grids = append(data, f.Data[i+1]), append(grids, f.Header.grids(f.Header.Tensors[i+1]))
			}
			scales = columnScales(t.Cols, data, grids)
			out = appendFloats(out, scales)
			out = appendColumns(out, f.Data[i], grids[0], scales)
		case likeFirst:
			out = appendColumns(out, f.Data[i], f.Header.grids(t), scales)
		}
	}
	return out, nil
}

// tensor is a tensor within the bytes of a model file.
type tensor struct {
	TensorInfo
	raw []byte
}

// row adds row r to dst.
func (t *tensor) row(dst []float32, r uint32) {
	scale := math.Float32frombits(binary.LittleEndian.Uint32(t.raw[4*r:]))
	q := t.raw[4*t.Rows+int(r)*t.Cols:][:len(dst)]
	for i, b := range q {
		dst[i] += float32(float32(int8(b)) * scale)
	}
}

// floats gives all values of a tensor of floats or one stored by row.
func (t *tensor) floats() []float32 {
	out := make([]float32, t.Rows*t.Cols)
	if t.storage() == asFloats {
		getFloats(out, t.raw)
		return out
	}
	for r := 0; r < t.Rows; r++ {
		t.row(out[r*t.Cols:(r+1)*t.Cols], uint32(r))
	}
	return out
}

// columns gives scales and rows of a tensor stored by column; the scales are nil if they are those of another.
func (t *tensor) columns() ([]float32, []int8) {
	raw := t.raw
	var scales []float32
	if t.storage() == byColumn {
		scales = make([]float32, matrix.Pad(t.Cols))
		getFloats(scales[:t.Cols], raw)
		raw = raw[4*t.Cols:]
	}
	return scales, unsafe.Slice((*int8)(unsafe.Pointer(unsafe.SliceData(raw))), len(raw))
}

func getFloats(dst []float32, raw []byte) {
	for i := range dst {
		dst[i] = math.Float32frombits(binary.LittleEndian.Uint32(raw[4*i:]))
	}
}

// split checks a model file and cuts it into its parts.
func split(data []byte) (*Header, feature.Filter, map[string]*tensor, error) {
	bad := func(format string, a ...any) (*Header, feature.Filter, map[string]*tensor, error) {
		return nil, nil, nil, fmt.Errorf("%w: %s", ErrBadModel, fmt.Sprintf(format, a...))
	}
	if len(data) < 16 || string(data[:8]) != magic {
		return bad("no model file (first bytes are not %s)", magic)
	}
	if v := binary.LittleEndian.Uint32(data[8:]); v != version {
		return bad("version %d, this program reads %d", v, version)
	}
	n := int(binary.LittleEndian.Uint32(data[12:]))
	data = data[16:]
	if n < 0 || n > len(data) {
		return bad("header of %d bytes in a file of %d", n, len(data))
	}
	h := new(Header)
	if err := json.Unmarshal(data[:n], h); err != nil {
		return bad("header: %v", err)
	}
	data = data[n:]
	if len(data) < 8*feature.FilterWords {
		return bad("filter cut off")
	}
	filter := make(feature.Filter, feature.FilterWords)
	for i := range filter {
		filter[i] = binary.LittleEndian.Uint64(data[8*i:])
	}
	data = data[8*feature.FilterWords:]
	want := h.tensors()
	if len(want) != len(h.Tensors) {
		return bad("%d tensors, want %d", len(h.Tensors), len(want))
	}
	parts := make(map[string]*tensor, len(want))
	for i, t := range h.Tensors {
		if t != want[i] {
			return bad("tensor %d is %v, want %v", i, t, want[i])
		}
		if t.size() > len(data) {
			return bad("tensor %s cut off", t.Name)
		}
		parts[t.Name] = &tensor{TensorInfo: t, raw: data[:t.size()]}
		data = data[t.size():]
	}
	if len(data) != 0 {
		return bad("%d bytes too many", len(data))
	}
	return h, filter, parts, nil
}
