package parse

import (
	"reflect"
	"testing"

	"annals/engine/doc"
	"annals/engine/segment"
	"annals/engine/stagetest"
	"annals/engine/syntax"
	"annals/lang/en"
)

func stages(t *testing.T) (*segment.Stage, *Stage) {
	t.Helper()
	seg, err := segment.New(en.Files())
	if err != nil {
		t.Fatal(err)
	}
	model, err := syntax.Default()
	if err != nil {
		t.Fatal(err)
	}
	s, problems, err := New(model, en.Files(), known{"talks": true, "attack": true})
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	return seg, s
}

func TestStage(t *testing.T) {
	seg, s := stages(t)
	stagetest.Run(t, s, seg)
}

// TestRunAll parses the whole shelf at once: each document is as if it had come alone.
func TestRunAll(t *testing.T) {
	seg, s := stages(t)
	var together, alone []*doc.Document
	for _, item := range stagetest.Shelf() {
		a, b := item.Doc(), item.Doc()
		seg.Run(a)
		seg.Run(b)
		s.Run(b)
		together, alone = append(together, a), append(alone, b)
	}
	s.RunAll(together)
	for i, item := range stagetest.Shelf() {
		if !reflect.DeepEqual(together[i], alone[i]) {
			t.Errorf("%s: not the same as alone", item.Name)
		}
	}
	s.RunAll(nil)
}
