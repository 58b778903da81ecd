package bench

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sync/atomic"
	"time"

	"golang.org/x/sys/unix"
)

// A CellError says where a measurement failed. It unwraps to what the
// operation returned, a [unix.Errno] as a rule.
type CellError struct {
	Workload  string
	Contender string
	Err       error
}

// Error names workload and contender before the cause.
func (e *CellError) Error() string {
	return fmt.Sprintf("%s in %s: %v", e.Workload, e.Contender, e.Err)
}

// Unwrap returns the cause.
func (e *CellError) Unwrap() error { return e.Err }

// running is the right to measure: two measurements at once would be of each
// other.
var running = make(chan struct{}, 1)

// Run measures the selected workloads in all contenders and reports. It works
// in a fresh directory below each contender's Dir and removes it before it
// returns, whatever happens.
//
// Options and contenders are checked first, and everything wrong with them is
// in one error, with a nil report. A workload that a contender does not support
// (ENOSYS, EOPNOTSUPP, no user attributes) is in the report as skipped, with the
// reason. Any other failure of an operation ends the run with a [CellError],
// the end of ctx ends it with the context's error; both come with a report of
// what was finished before, with Complete false. A single system call that
// hangs in a filesystem cannot be ended from here: the caller may abort the
// mount.
//
// Run raises GOMAXPROCS while it runs if there are more threads than that. If
// it is called more than once at a time, the calls run one after another.
func Run(ctx context.Context, contenders []Contender, o Options) (rep *Report, err error) {
	if err := errors.Join(o.Validate(), validateContenders(contenders)); err != nil {
		return nil, err
	}
	select {
	case running <- struct{}{}:
		defer func() { <-running }()
	case <-ctx.Done():
		return nil, context.Cause(ctx)
	}
	o = o.withDefaults()

	// A thread in a system call keeps its P until the scheduler's watchdog takes
	// it away: with fewer Ps than threads, that watchdog would be measured.
	if procs, need := runtime.GOMAXPROCS(0), slices.Max(o.Threads)+1; procs < need {
		runtime.GOMAXPROCS(need)
		defer runtime.GOMAXPROCS(procs)
	}

	r := &runner{o: o, total: len(o.Workloads) * len(o.Threads) * o.Rounds * len(contenders)}
	for range slices.Max(o.Threads) {
		r.scratch = append(r.scratch, newScratch())
	}
	r.rep = &Report{
		Schema: SchemaVersion,
		Date:   o.Date,
		Host:   hostFacts(),
		Settings: Settings{
			DurationNS: int64(o.Duration), Count: o.Count, Rounds: o.Rounds, Threads: o.Threads, Workloads: o.Workloads,
		},
		Contenders: slices.Clone(contenders),
		OverheadNS: overhead(),
		Confidence: confidence(o.Rounds),
		Results:    []Result{},
	}
	defer context.AfterFunc(ctx, func() { r.stop.Store(true) })()

	defer func() {
		for _, s := range r.sites {
			if e := removeAll(s.dir); e != nil {
				err = errors.Join(err, fmt.Errorf("%s: clean up: %w", s.c.Name, e))
			}
		}
		r.rep.Complete = err == nil
		if err == nil {
			r.progress(Progress{Phase: Done})
		}
	}()
	for _, c := range contenders {
		dir, err := os.MkdirTemp(c.Dir, "windlass-bench-*")
		if err != nil {
			return r.rep, fmt.Errorf("%s: %w", c.Name, err)
		}
		r.sites = append(r.sites, &site{c: c, dir: dir})
	}
	for i := range workloads {
		if wl := &workloads[i]; slices.Contains(o.Workloads, wl.name) {
			if err := r.workload(ctx, wl); err != nil {
				if ctx.Err() != nil {
					err = context.Cause(ctx)
				}
				return r.rep, err
			}
		}
	}
	return r.rep, nil
}

// A site is a contender's temporary directory, and in it the workers of the
// workload that is running.
type site struct {
	c       Contender
	dir     string
	workers []*worker
	skip    string // Why the workload is not measured here, or empty.
}

type runner struct {
	o           Options
	rep         *Report
	sites       []*site
	scratch     []*scratch // By number of the thread.
	stop        atomic.Bool
	done, total int
}

func (r *runner) progress(p Progress) {
	if r.o.Progress != nil {
		p.Done, p.Total = r.done, r.total
		r.o.Progress(p)
	}
}

// workload measures one row in all sites, all threads, all rounds.
func (r *runner) workload(ctx context.Context, wl *workload) (err error) {
	defer func() {
		for _, s := range r.sites {
			if ctx.Err() == nil {
				r.progress(Progress{Phase: Cleanup, Workload: wl.name, Contender: s.c.Name})
			}
			if e := s.teardown(wl); e != nil {
				err = errors.Join(err, &CellError{wl.name, s.c.Name, fmt.Errorf("clean up: %w", e)})
			}
		}
	}()
	for _, s := range r.sites {
		r.progress(Progress{Phase: Setup, Workload: wl.name, Contender: s.c.Name})
		if err := s.failed(wl, s.setup(ctx, &r.stop, wl, r.scratch)); err != nil {
			return err
		}
	}
	for _, threads := range r.o.Threads {
		if err := r.cells(ctx, wl, threads); err != nil {
			return err
		}
	}
	return nil
}

// cells measures one row with one number of threads in all sites.
func (r *runner) cells(ctx context.Context, wl *workload, threads int) error {
	// The first operations fill caches; they are nobody's result. An operation
	// that turns out to be unsupported does so here.
	for _, s := range r.sites {
		if s.skip != "" {
			continue
		}
		count := 64
		if r.o.Count > 0 {
			count = min(count, r.o.Count)
		}
		_, err := measure(wl, s.workers[:threads], count, r.o.Duration/10)
		if err := s.failed(wl, err); err != nil {
			return err
		}
	}
	rounds := make([][]Stats, len(r.sites))
	for round := range r.o.Rounds {
		for _, i := range order(len(r.sites), round) {
			s := r.sites[i]
			r.progress(Progress{Phase: Measure, Workload: wl.name, Contender: s.c.Name, Threads: threads, Round: round + 1})
			r.done++
			if s.skip != "" {
				continue
			}
			if err := ctx.Err(); err != nil {
				return err
			}
			st, err := measure(wl, s.workers[:threads], r.o.Count, r.o.Duration)
			if err := s.failed(wl, err); err != nil {
				return err
			}
			rounds[i] = append(rounds[i], st)
		}
	}
	for i, s := range r.sites {
		res := Result{Workload: wl.name, Threads: threads, Contender: s.c.Name, BytesPerOp: wl.bytes, Skipped: s.skip}
		if s.skip == "" {
			res.Rounds = rounds[i]
			res.Stats = summarise(rounds[i])
			if i > 0 && r.sites[0].skip == "" {
				res.Ratio = compare(rounds[i], rounds[0])
			}
		}
		r.rep.Results = append(r.rep.Results, res)
	}
	return nil
}

// failed sorts an error of the workload: what means "not supported" becomes the
// reason for a skip, anything else is returned with its place.
func (s *site) failed(wl *workload, err error) error {
	if err == nil {
		return nil
	}
	if why := unsupported(err); why != "" {
		s.skip = why
		return nil
	}
	return &CellError{wl.name, s.c.Name, err}
}

func (s *site) setup(ctx context.Context, stop *atomic.Bool, wl *workload, mem []*scratch) error {
	dir := filepath.Join(s.dir, wl.name)
	if err := os.Mkdir(dir, 0o755); err != nil {
		return err
	}
	if wl.shared != nil {
		if err := wl.shared(ctx, dir); err != nil {
			return err
		}
	}
	for id := range mem {
		path := filepath.Join(dir, fmt.Sprintf("thread-%d", id))
		if err := os.Mkdir(path, 0o755); err != nil {
			return err
		}
		w, err := newWorker(ctx, stop, id, path, mem[id])
		if err != nil {
			return err
		}
		s.workers = append(s.workers, w)
		if err := wl.setup(w); err != nil {
			return err
		}
		if err := ctx.Err(); err != nil {
			return err
		}
	}
	return nil
}

// teardown makes the site ready for the next workload. What is shared stays
// until the end of the run.
func (s *site) teardown(wl *workload) error {
	var err error
	for _, w := range s.workers {
		err = errors.Join(err, w.close())
	}
	s.workers, s.skip = nil, ""
	if wl.shared != nil {
		return err
	}
	return errors.Join(err, removeAll(filepath.Join(s.dir, wl.name)))
}

// removeAll is os.RemoveAll with a little patience: the kernel releases closed
// files of a FUSE filesystem asynchronously, and some filesystems keep a hidden
// file in the directory until then.
func removeAll(dir string) error {
	var err error
	for i := range 5 {
		time.Sleep(time.Duration(i) * 20 * time.Millisecond)
		if err = os.RemoveAll(dir); err == nil || !errors.Is(err, unix.ENOTEMPTY) && !errors.Is(err, fs.ErrExist) {
			return err
		}
	}
	return err
}

// order returns in which order n contenders run in a round: forward and
// backward by turns, shifted by one after each such pair. For two that is
// A B, B A, B A, A B; for three, six rounds are all six orders.
func order(n, round int) []int {
	idx := make([]int, n)
	for i := range idx {
		idx[i] = (i + round/2) % n
	}
	if round%2 == 1 {
		slices.Reverse(idx)
	}
	return idx
}

// hostFacts asks the machine.
func hostFacts() Host {
	h := Host{OS: runtime.GOOS, Arch: runtime.GOARCH, CPUs: runtime.NumCPU(), CPU: cpuModel(), Go: runtime.Version()}
	var u unix.Utsname
	if unix.Uname(&u) == nil {
		h.Kernel = unix.ByteSliceToString(u.Release[:])
	}
	return h
}
