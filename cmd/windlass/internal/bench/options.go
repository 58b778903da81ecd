package bench

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/windlassfs/windlass/fops"
)

// A Contender is one directory to measure in: a native directory, or one below
// a mountpoint that the caller has prepared and keeps mounted during [Run].
type Contender struct {
	Name string `json:"name"` // Unique and not empty; the column by which people know it.
	Dir  string `json:"dir"`  // An existing directory in which a temporary one may be made.
}

// Options say what [Run] measures and for how long. The zero value is useful.
type Options struct {
	// Duration is the timed part of one cell in one round: one workload with
	// one number of threads in one contender. Making and removing files comes
	// on top. Zero with a zero Count means DefaultDuration, zero with a Count
	// means no limit.
	Duration time.Duration
	// Count is the number of operations for each thread per cell and round;
	// zero means no limit. With both limits the first one reached ends the cell.
	Count int
	// Rounds is how often every cell is measured; zero means DefaultRounds.
	// With one round there is no spread, and nothing is said about noise.
	Rounds int
	// Threads lists the numbers of threads; empty means 1 and the number of
	// CPUs (2 on a machine with one).
	Threads []int
	// Workloads selects by name, run in the table's order; empty means all.
	Workloads []string
	// Date is copied into the report. The zero value leaves it out.
	Date time.Time
	// Progress, if set, is called on Run's goroutine before each step and once
	// at the end, never inside a timed section. It should return soon.
	Progress func(Progress)
}

// What zero values in Options stand for. Six rounds are the fewest whose
// extremes enclose the median with more than 95% confidence, and they put
// three contenders through each of their orders once.
const (
	DefaultDuration = 100 * time.Millisecond
	DefaultRounds   = 6
)

// maxThreads keeps a slip of the finger from starting a million threads.
const maxThreads = 1024

// A Phase is what Run is doing.
type Phase string

// The phases of a workload. Setup and Cleanup happen once per workload and
// contender, Measure once per cell and round.
const (
	Setup   Phase = "set up"
	Measure Phase = "measure"
	Cleanup Phase = "clean up"
	Done    Phase = "done"
)

// Progress says how far Run is and what it is about to do.
type Progress struct {
	Done, Total int // Cells times rounds; skipped ones count as done.
	Phase       Phase
	Workload    string // Empty at the end.
	Contender   string // Empty at the end.
	Threads     int    // 0 outside Measure.
	Round       int    // From 1; 0 outside Measure.
}

// String is one line without a newline, for a progress display.
func (p Progress) String() string {
	s := fmt.Sprintf("%d/%d", p.Done, p.Total)
	switch p.Phase {
	case Measure:
		return fmt.Sprintf("%s %s, %s, %s, round %d", s, p.Workload, plural(p.Threads, "thread"), p.Contender, p.Round)
	case Setup, Cleanup:
		return fmt.Sprintf("%s %s, %s, %s", s, p.Workload, p.Contender, p.Phase)
	default:
		return s + " " + string(p.Phase)
	}
}

// An UnknownWorkloadError reports a name in Options.Workloads that is not in
// the table.
type UnknownWorkloadError struct {
	Name       string
	Suggestion string // The known name that was probably meant, or empty.
}

// Error is one line with the hint in it.
func (e *UnknownWorkloadError) Error() string {
	s := fmt.Sprintf("unknown workload %q", e.Name)
	if e.Suggestion != "" {
		return s + fmt.Sprintf(": did you mean %q?", e.Suggestion)
	}
	return s + ": known are " + strings.Join(workloadNames(), ", ")
}

// Validate returns all that is wrong with the options, joined into one error
// (an [UnknownWorkloadError] for each unknown name), or nil. Run does the same;
// a caller that has mounts to prepare asks first.
func (o Options) Validate() error {
	var errs []error
	if o.Duration < 0 {
		errs = append(errs, fmt.Errorf("duration %s is negative", o.Duration))
	}
	if o.Count < 0 {
		errs = append(errs, fmt.Errorf("count %d is negative", o.Count))
	}
	if o.Rounds < 0 {
		errs = append(errs, fmt.Errorf("number of rounds %d is negative", o.Rounds))
	}
	for _, n := range o.Threads {
		if n < 1 || n > maxThreads {
			errs = append(errs, fmt.Errorf("number of threads %d is not in 1…%d", n, maxThreads))
		}
	}
	names := workloadNames()
	for _, n := range o.Workloads {
		if !slices.Contains(names, n) {
			errs = append(errs, &UnknownWorkloadError{Name: n, Suggestion: suggest(n, names)})
		}
	}
	return errors.Join(errs...)
}

// suggest prefers a name of which the word is the beginning or a part ("readdir"
// is four letters away from both of its variants), then the nearest.
func suggest(word string, names []string) string {
	if w := strings.ToLower(word); len(w) >= 3 {
		for _, match := range []func(string, string) bool{strings.HasPrefix, strings.Contains} {
			for _, n := range names {
				if match(n, w) {
					return n
				}
			}
		}
	}
	return fops.Suggest(word, names)
}

func (o Options) withDefaults() Options {
	if o.Duration == 0 && o.Count == 0 {
		o.Duration = DefaultDuration
	}
	if o.Rounds == 0 {
		o.Rounds = DefaultRounds
	}
	if len(o.Threads) == 0 {
		o.Threads = []int{1, max(2, runtime.NumCPU())}
	}
	o.Threads = slices.Compact(slices.Sorted(slices.Values(o.Threads)))
	all := workloadNames()
	if len(o.Workloads) > 0 {
		all = slices.DeleteFunc(all, func(n string) bool { return !slices.Contains(o.Workloads, n) })
	}
	o.Workloads = all
	return o
}

func validateContenders(cs []Contender) error {
	if len(cs) == 0 {
		return errors.New("no contender: nothing to measure")
	}
	var errs []error
	seen := map[string]bool{}
	for i, c := range cs {
		switch {
		case c.Name == "":
			errs = append(errs, fmt.Errorf("contender %d has no name", i+1))
		case seen[c.Name]:
			errs = append(errs, fmt.Errorf("two contenders are called %q", c.Name))
		}
		seen[c.Name] = true
		if st, err := os.Stat(c.Dir); err != nil {
			errs = append(errs, fmt.Errorf("contender %q: %w", c.Name, err))
		} else if !st.IsDir() {
			errs = append(errs, fmt.Errorf("contender %q: %s is not a directory", c.Name, c.Dir))
		}
	}
	return errors.Join(errs...)
}

func plural(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
