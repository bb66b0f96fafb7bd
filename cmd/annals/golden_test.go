package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"annals/examples"
	"annals/explain"
	"annals/record"
)

// TestGolden holds the records of the examples; each file was read by a person.
// After a change: go test ./cmd/annals -run Golden -update, then read the difference.
func TestGolden(t *testing.T) {
	for _, name := range examples.Names() {
		var out, errs bytes.Buffer
		if code := run(context.Background(), []string{"code", "--example", name, "--what", "all"}, streams{out: &out, err: &errs}); code != exitWell {
			t.Errorf("%s: exit %d: %s", name, code, errs.String())
			continue
		}
		var pretty bytes.Buffer
		if err := json.Indent(&pretty, out.Bytes(), "", " "); err != nil {
			t.Fatal(err)
		}
		file := filepath.Join("testdata", "golden", name+".json")
		if *update {
			if err := os.WriteFile(file, pretty.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(file)
		if errors.Is(err, fs.ErrNotExist) {
			t.Fatalf("no golden file: %v; write it by -update and read it", err)
		}
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), pretty.String()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// TestWhyExplains holds that why has an answer with grounds for each event, each
// relation and each sentence without an event.
func TestWhyExplains(t *testing.T) {
	for _, name := range examples.Names() {
		var out, errs bytes.Buffer
		if code := run(context.Background(), []string{"why", "--example", name, "-f", "jsonl"}, streams{out: &out, err: &errs}); code != exitWell {
			t.Errorf("%s: exit %d: %s", name, code, errs.String())
			continue
		}
		items := map[string]int{}
		for line := range bytes.Lines(out.Bytes()) {
			var it explain.Item
			if err := json.Unmarshal(line, &it); err != nil {
				t.Fatal(err)
			}
			items[it.Kind]++
			if it.Sentence == "" || len(it.Why) == 0 {
				t.Errorf("%s: %s %d without a sentence or grounds", name, it.Kind, it.N)
			}
			if it.Kind == explain.KindEvent {
				checkGrounds(t, name, it)
			}
		}
		out.Reset()
		if code := run(context.Background(), []string{"code", "--example", name, "--what", "all"}, streams{out: &out, err: &errs}); code != exitWell {
			t.Fatal(errs.String())
		}
		var rec record.Report
		if err := json.Unmarshal(out.Bytes(), &rec); err != nil {
			t.Fatal(err)
		}
		if items[explain.KindEvent] != len(rec.Events) || items[explain.KindRelation] != len(rec.Relations) {
			t.Errorf("%s: why tells %v, the record has %d events and %d relations", name, items, len(rec.Events), len(rec.Relations))
		}
	}
}

// checkGrounds holds that an event's answer has a ground for each field.
func checkGrounds(t *testing.T, name string, it explain.Item) {
	t.Helper()
	have := map[string]bool{}
	for _, l := range it.Why {
		have[l.Field] = have[l.Field] || l.Text != ""
	}
	for _, field := range []string{"event", "who", "when", "where", "status", "says", "score"} {
		if !have[field] {
			t.Errorf("%s: event %d without a ground for %s", name, it.N, field)
		}
	}
	if !strings.Contains(it.Sentence, "[") {
		t.Errorf("%s: event %d without a marked trigger: %s", name, it.N, it.Sentence)
	}
}
