package report

// Pages take milliseconds each, far more than records of other formats. So up to Options.Workers of them are read at
// the same time, and handed on in the order of the input.

// future is a page that is being read.
type future struct {
	done chan struct{}
	r    *Report
	bad  *BadInput
}

// start reads a page beside the others. When as many are under way as there are workers, the first is waited for and
// handed on; false: the consumer wants no more.
func (rd *reader) start(read func() (*Report, *BadInput)) bool {
	goOn := true
	for goOn && len(rd.pending) >= rd.o.Workers {
		goOn = rd.handOn()
	}
	if !goOn {
		return false
	}
	f := &future{done: make(chan struct{})}
	rd.pending = append(rd.pending, f)
	go func() {
		defer close(f.done)
		f.r, f.bad = read()
	}()
	return true
}

// handOn waits for the first page under way and hands it on.
func (rd *reader) handOn() bool {
	f := rd.pending[0]
	rd.pending = rd.pending[1:]
	<-f.done
	if f.bad != nil {
		return rd.deliver(nil, f.bad)
	}
	return rd.deliver(f.r, nil)
}

// drain hands on all pages under way, before anything that comes after them.
func (rd *reader) drain() bool {
	for len(rd.pending) > 0 {
		if !rd.handOn() {
			return false
		}
	}
	return true
}

// wait ends all reading that is still under way when the consumer has stopped.
func (rd *reader) wait() {
	for _, f := range rd.pending {
		<-f.done
	}
	rd.pending = nil
}
