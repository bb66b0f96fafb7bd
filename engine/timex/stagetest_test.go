package timex

import (
	"os"
	"testing"

	"annals/engine/segment"
	"annals/engine/stagetest"
)

func TestStage(t *testing.T) {
	seg, err := segment.New(os.DirFS(tableDir))
	if err != nil {
		t.Fatal(err)
	}
	stagetest.Run(t, newStage(t), seg)
}
