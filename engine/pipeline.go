// Package engine is the pipeline: the stages in their order, and the check that
// each finds what it reads.
package engine

import (
	"fmt"

	"annals/engine/doc"
)

// Pipeline is a list of stages; it is immutable.
type Pipeline struct{ stages []doc.Stage }

// NewPipeline checks that each stage reads only what an earlier one writes, and
// that no two write the same layer.
func NewPipeline(stages ...doc.Stage) (*Pipeline, error) {
	written := map[doc.Layer]string{doc.LayerText: "the report"}
	for _, s := range stages {
		for _, l := range s.Reads() {
			if written[l] == "" {
				return nil, fmt.Errorf("stage %s reads the layer %s, which no stage before it writes", s.Name(), l)
			}
		}
		for _, l := range s.Writes() {
			if by := written[l]; by != "" && l != doc.LayerMentions {
				return nil, fmt.Errorf("stages %s and %s both write the layer %s", by, s.Name(), l)
			}
			written[l] = s.Name()
		}
	}
	return &Pipeline{stages}, nil
}

// Stages lists the stages in order.
func (p *Pipeline) Stages() []doc.Stage { return p.stages }

// Run sends a document through all stages.
func (p *Pipeline) Run(d *doc.Document) {
	for _, s := range p.stages {
		s.Run(d)
	}
}
