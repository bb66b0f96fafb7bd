package train

import (
	"bufio"
	"encoding/gob"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// state is a run after an epoch: what it needs to go on as if it had never stopped.
type state struct {
	Settings string // of the run; another run's state is refused
	Epoch    int
	Step     int
	// Tables and Params hold weights, both moments and the average, one after the other.
	Tables, Params [][4][]float32
}

const stateFile = "state.gob"

// settings names what makes a run's weights what they are.
func (t *trainer) settings() string {
	return fmt.Sprintf("seed %d epochs %d batch %d rate %g hidden %d drop %g names %d start %s trees %s %d", t.Seed, t.Epochs, t.Words, t.Rate,
		t.Hidden, t.Drop, t.Silver, t.Start, t.Trees, t.TreeWords)
}

// saveState writes the state after an epoch.
func (t *trainer) saveState(epoch int) error {
	s := state{Settings: t.settings(), Epoch: epoch, Step: t.net.step}
	for _, b := range t.net.tables {
		s.Tables = append(s.Tables, [4][]float32{b.w, b.m, b.v, b.ema})
	}
	for _, p := range t.net.params {
		s.Params = append(s.Params, [4][]float32{p.w, p.m, p.v, p.ema})
	}
	return writeGob(filepath.Join(t.Out, stateFile), s)
}

// loadState goes back to the state of an interrupted run in Out, if there is one, and says which epoch it had done.
func (t *trainer) loadState() (int, error) {
	name := filepath.Join(t.Out, stateFile)
	f, err := os.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	defer f.Close()
	var s state
	if err := gob.NewDecoder(bufio.NewReader(f)).Decode(&s); err != nil {
		return 0, fmt.Errorf("%s: %w", name, err)
	}
	if s.Settings != t.settings() {
		return 0, fmt.Errorf("%s: left by a run with other settings (%s; this is %s); remove it or take another folder", name,
			s.Settings, t.settings())
	}
	if len(s.Tables) != len(t.net.tables) || len(s.Params) != len(t.net.params) {
		return 0, fmt.Errorf("%s: a network of another shape; remove it", name)
	}
	for i, b := range t.net.tables {
		for k, to := range [4][]float32{b.w, b.m, b.v, b.ema} {
			copy(to, s.Tables[i][k])
		}
	}
	for i, p := range t.net.params {
		for k, to := range [4][]float32{p.w, p.m, p.v, p.ema} {
			copy(to, s.Params[i][k])
		}
	}
	t.net.step = s.Step
	t.logf("goes on after epoch %d", s.Epoch)
	return s.Epoch, nil
}
