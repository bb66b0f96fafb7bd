package scores

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// decimals is how exact the figures are kept.
const decimals = 4

// Write stores the result of an evaluation as dir/set.json, without the keys
// that differ from run to run. result is anything that encodes as a JSON object.
func Write(dir, set string, result any) error {
	b, err := Encode(result)
	if err != nil {
		return fmt.Errorf("scores of %s: %w", set, err)
	}
	return os.WriteFile(filepath.Join(dir, set+".json"), b, 0o644)
}

// Encode gives the bytes that Write stores.
func Encode(result any) ([]byte, error) {
	tree, err := decode(result)
	if err != nil {
		return nil, err
	}
	object, ok := tree.(map[string]any)
	if !ok {
		return nil, fmt.Errorf("a result must be an object, not %T", tree)
	}
	delete(object, "engine")
	delete(object, "commit")
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(round(object)); err != nil { // maps are encoded in the order of their keys
		return nil, err
	}
	return out.Bytes(), nil
}

func decode(v any) (any, error) {
	b, err := json.Marshal(v)
	if err != nil {
		return nil, err
	}
	dec := json.NewDecoder(bytes.NewReader(b))
	dec.UseNumber()
	var tree any
	err = dec.Decode(&tree)
	return tree, err
}

// round cuts all numbers of a decoded tree to the decimals that are kept.
func round(tree any) any {
	switch x := tree.(type) {
	case map[string]any:
		for k := range x {
			x[k] = round(x[k])
		}
	case []any:
		for i := range x {
			x[i] = round(x[i])
		}
	case json.Number:
		v, err := x.Float64()
		if err != nil || !strings.ContainsAny(x.String(), ".eE") {
			return x
		}
		s := strconv.FormatFloat(v, 'f', decimals, 64)
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
		if s == "-0" {
			s = "0"
		}
		return json.Number(s)
	}
	return tree
}

// read loads the stored result of a set as a tree.
func read(dir, set string) (map[string]any, error) {
	b, err := os.ReadFile(filepath.Join(dir, set+".json"))
	if err != nil {
		return nil, err
	}
	var tree map[string]any
	if err := json.Unmarshal(b, &tree); err != nil {
		return nil, fmt.Errorf("%s: %w", filepath.Join(dir, set+".json"), err)
	}
	return tree, nil
}
