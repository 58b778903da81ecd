package bench

import (
	"context"
	"errors"
	"math"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"github.com/HdrHistogram/hdrhistogram-go"
	"golang.org/x/sys/unix"
)

// epoch makes now one cheap reading of the monotonic clock.
var epoch = time.Now()

func now() int64 { return int64(time.Since(epoch)) }

// histMax is the longest latency that a histogram tells apart, in ns; longer
// ones count as this in the percentiles and as themselves in mean and max.
const histMax = int64(10 * time.Minute)

func newHistogram() *hdrhistogram.Histogram { return hdrhistogram.New(1, histMax, 3) }

// A worker is one thread's share of a workload in one contender: its directory
// with what setup has put there, and what it measured. It is used by one
// goroutine at a time.
type worker struct {
	ctx  context.Context // For set-up; the timed loop looks at stop.
	stop *atomic.Bool

	id      int
	path    string  // Its own directory.
	dir     int     // Descriptor (O_PATH) to which names are relative.
	fd      int     // The workload's open file, or -1.
	names   []*byte // NUL-terminated.
	data    []byte  // The part of the buffer that op uses.
	offsets []int64 // Order of blocks in a data file.
	next    int     // Index into offsets.
	want    int
	stx     unix.Statx_t

	prepared int // Ops that prepare was asked for in this section.
	done     int // Ops done in this section.

	// Results since reset.
	start, end int64 // Of the last section, by now().
	ops        int64
	sum        int64 // ns
	min, max   int64 // ns
	*scratch
}

// scratch is a thread's memory, the same in all contenders, which take turns:
// whether a buffer happens to lie well (huge pages, cache colours) can make a
// third of a large read's time, and must not be one contender's luck.
type scratch struct {
	hist *hdrhistogram.Histogram
	buf  []byte // As much as any workload needs.
}

func newScratch() *scratch { return &scratch{newHistogram(), make([]byte, mib)} }

func newWorker(ctx context.Context, stop *atomic.Bool, id int, path string, mem *scratch) (*worker, error) {
	w := &worker{ctx: ctx, stop: stop, id: id, path: path, dir: -1, fd: -1, scratch: mem}
	return w, w.openDir(path)
}

// setBuf makes the buffer one of n bytes.
func (w *worker) setBuf(n int) { w.data = w.buf[:n] }

func (w *worker) setNames(names ...string) {
	w.names = make([]*byte, len(names))
	for i, n := range names {
		p, err := unix.BytePtrFromString(n)
		if err != nil {
			panic(err) // Names are constants of the table, none has a NUL.
		}
		w.names[i] = p
	}
}

// openDir makes names relative to path.
func (w *worker) openDir(path string) error {
	fd, err := unix.Open(path, unix.O_PATH|unix.O_DIRECTORY|unix.O_CLOEXEC, 0)
	if err != nil {
		return err
	}
	if w.dir >= 0 {
		_ = sysClose(w.dir)
	}
	w.dir = fd
	return nil
}

// open replaces the open file.
func (w *worker) open(path string, flags int) error {
	if err := w.closeFile(); err != nil {
		return err
	}
	for {
		fd, err := unix.Open(path, flags|unix.O_CLOEXEC, 0o644)
		if err == unix.EINTR {
			continue
		}
		if err == nil {
			w.fd = fd
		}
		return err
	}
}

func (w *worker) closeFile() error {
	fd := w.fd
	w.fd = -1
	if fd < 0 {
		return nil
	}
	return sysClose(fd)
}

// close gives back the descriptors; the directory stays.
func (w *worker) close() error {
	err := w.closeFile()
	if w.dir >= 0 {
		err = errors.Join(err, sysClose(w.dir))
		w.dir = -1
	}
	return err
}

// offset returns where the next block is.
func (w *worker) offset() int64 {
	off := w.offsets[w.next]
	if w.next++; w.next == len(w.offsets) {
		w.next = 0
	}
	return off
}

// errStopped ends untimed loops early once the context is done.
var errStopped = errors.New("stopped")

// repeat does op for i in [from, to), untimed.
func (w *worker) repeat(from, to int, op func(*worker, int) error) error {
	for i := from; i < to; i++ {
		if w.stop.Load() {
			return errStopped
		}
		if err := op(w, i); err != nil {
			return err
		}
	}
	return nil
}

func (w *worker) reset() {
	w.ops, w.sum, w.min, w.max = 0, 0, math.MaxInt64, 0
	w.hist.Reset()
}

// run is the timed loop: up to n ops, at least one, for about budget ns. The
// end of one op is the start of the next, so the clock is read once per op.
func (w *worker) run(op func(*worker, int) error, n int, budget int64) error {
	w.done = 0
	w.start = now()
	w.end = w.start
	prev := w.start
	for i := 0; i < n; i++ {
		if err := op(w, i); err != nil {
			return err
		}
		t := now()
		d := t - prev
		prev = t
		w.done = i + 1
		w.sum += d
		w.min = min(w.min, d)
		w.max = max(w.max, d)
		_ = w.hist.RecordValue(min(d, histMax)) // In range, so it cannot fail.
		if t-w.start >= budget || w.stop.Load() {
			break
		}
	}
	w.end = prev
	w.ops += int64(w.done)
	return nil
}

// A team runs functions on a thread for each worker.
type team struct {
	workers []*worker
	jobs    []chan func(*worker) error
	results chan error
	wg      sync.WaitGroup
}

func newTeam(workers []*worker) *team {
	t := &team{workers: workers, results: make(chan error, len(workers))}
	for _, w := range workers {
		jobs := make(chan func(*worker) error)
		t.jobs = append(t.jobs, jobs)
		t.wg.Go(func() {
			// Never unlocked: the thread ends with the goroutine, which also
			// disposes of its signal mask.
			runtime.LockOSThread()
			err := blockPreemption()
			for job := range jobs {
				if err == nil {
					t.results <- job(w)
				} else {
					t.results <- err
				}
			}
		})
	}
	return t
}

// each runs f for all workers at the same time and returns the first error.
func (t *team) each(f func(*worker) error) error {
	for _, jobs := range t.jobs {
		jobs <- f
	}
	var first error
	for range t.jobs {
		if err := <-t.results; err != nil && first == nil {
			first = err
		}
	}
	return first
}

// close ends the threads. All functions given to each have returned.
func (t *team) close() {
	for _, jobs := range t.jobs {
		close(jobs)
	}
	t.wg.Wait()
}

// firstBatch is the size of a cell's first section when the speed is unknown,
// so that a slow filesystem does not spend seconds on preparing for a section
// of milliseconds.
const firstBatch = 16

// patience is how many times its budget a cell may last altogether: where
// preparing is much dearer than the operation, it ends with fewer of them.
const patience = 10

// measure runs wl on all workers until each has done count ops or the timed
// sections add up to budget (or patience is at its end); 0 is no limit for
// either.
func measure(wl *workload, workers []*worker, count int, budget time.Duration) (Stats, error) {
	t := newTeam(workers)
	defer t.close()
	for _, w := range workers {
		w.reset()
	}
	if wl.fresh != nil {
		if err := t.each(wl.fresh); err != nil {
			return Stats{}, err
		}
	}
	left, limit := count, int64(budget)
	if left == 0 {
		left = math.MaxInt
	}
	if limit == 0 {
		limit = math.MaxInt64
	}
	var wall int64
	begin := now()
	batch := min(firstBatch, wl.batch)
	for left > 0 && wall < limit && (wall == 0 || (now()-begin)/patience < limit) {
		n := left
		if wl.batch > 0 {
			n = min(n, batch)
		}
		if wl.prepare != nil {
			err := t.each(func(w *worker) error {
				w.prepared = n
				return wl.prepare(w, n)
			})
			if err != nil {
				return Stats{}, err
			}
		}
		if err := t.each(func(w *worker) error { return w.run(wl.op, n, limit-wall) }); err != nil {
			return Stats{}, err
		}
		start, end, done := int64(math.MaxInt64), int64(0), n
		for _, w := range workers {
			start, end, done = min(start, w.start), max(end, w.end), min(done, w.done)
		}
		section := max(1, end-start)
		wall += section
		left -= n
		if wl.restore != nil {
			if err := t.each(wl.restore); err != nil {
				return Stats{}, err
			}
		}
		if workers[0].stop.Load() {
			return Stats{}, errStopped
		}
		// The next section: no more than probably fits, growing step by step.
		batch = min(wl.batch, 4*batch)
		if fits := (limit - wall) / max(1, section/int64(max(1, done))); fits < int64(batch) {
			batch = int(max(1, fits+1))
		}
	}
	return collect(workers, wall, wl.bytes), nil
}

// collect sums up what workers measured in wall ns.
func collect(workers []*worker, wall, bytes int64) Stats {
	s := Stats{WallNS: wall, MinNS: math.MaxInt64}
	hist := workers[0].hist
	var sum int64
	for i, w := range workers {
		if i > 0 {
			hist.Merge(w.hist)
		}
		s.Ops += w.ops
		sum += w.sum
		s.MinNS = min(s.MinNS, w.min)
		s.MaxNS = max(s.MaxNS, w.max)
	}
	s.OpsPerSec = float64(s.Ops) / (float64(wall) / 1e9)
	s.MBPerSec = s.OpsPerSec * float64(bytes) / 1e6
	s.MeanNS = float64(sum) / float64(s.Ops)
	// The histogram rounds up within its buckets, min and max are exact.
	q := hist.ValueAtPercentilesSlice([]float64{50, 90, 99})
	for i, p := range []*int64{&s.P50NS, &s.P90NS, &s.P99NS} {
		*p = min(max(q[i], s.MinNS), s.MaxNS)
	}
	return s
}

// overhead measures what the timed loop adds to each op, in ns: the same loop
// around nothing, the median of several runs.
func overhead() float64 {
	w := &worker{stop: new(atomic.Bool), scratch: newScratch()}
	nop := func(*worker, int) error { return nil }
	var means []float64
	for range 9 {
		w.reset()
		if err := w.run(nop, 2000, math.MaxInt64); err != nil {
			panic(err) // nop does not fail.
		}
		means = append(means, float64(w.sum)/float64(w.ops))
	}
	return median(means)
}
