package bench

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"
	"golang.org/x/sys/unix"
)

var update = flag.Bool("update", false, "rewrite golden files")

// TestMain puts t.TempDir into memory where there is room: the tests make tens
// of thousands of files, which takes a busy disk seconds. TMPDIR overrules it.
func TestMain(m *testing.M) {
	var st unix.Statfs_t
	if os.Getenv("TMPDIR") == "" && unix.Statfs("/dev/shm", &st) == nil && st.Bavail*uint64(st.Bsize) > 256*mib {
		if err := os.Setenv("TMPDIR", "/dev/shm"); err != nil {
			panic(err)
		}
	}
	goleak.VerifyTestMain(m)
}

// nothingLeft checks, at the end of the test, that dir is empty again and that
// descriptors and GOMAXPROCS are as before.
func nothingLeft(t *testing.T, dir string) {
	t.Helper()
	fds := func() int {
		ents, err := os.ReadDir("/proc/self/fd")
		require.NoError(t, err)
		return len(ents)
	}
	before, procs := fds(), runtime.GOMAXPROCS(0)
	t.Cleanup(func() {
		ents, err := os.ReadDir(dir)
		require.NoError(t, err)
		require.Empty(t, ents)
		require.Equal(t, before, fds())
		require.Equal(t, procs, runtime.GOMAXPROCS(0))
	})
}

// withWorkload adds a row to the table for one test.
func withWorkload(t *testing.T, wl workload) {
	old := workloads
	t.Cleanup(func() { workloads = old })
	workloads = append(workloads[:len(workloads):len(workloads)], wl)
}

func requireSane(t *testing.T, s Stats, bytes int64) {
	t.Helper()
	require.Positive(t, s.Ops)
	require.Positive(t, s.WallNS)
	require.Positive(t, s.OpsPerSec)
	require.Positive(t, s.MinNS)
	require.LessOrEqual(t, s.MinNS, s.P50NS)
	require.LessOrEqual(t, s.P50NS, s.P90NS)
	require.LessOrEqual(t, s.P90NS, s.P99NS)
	require.LessOrEqual(t, s.P99NS, s.MaxNS)
	require.LessOrEqual(t, float64(s.MinNS), s.MeanNS)
	require.LessOrEqual(t, s.MeanNS, float64(s.MaxNS))
	require.InEpsilon(t, s.OpsPerSec*float64(bytes)/1e6+1, s.MBPerSec+1, 1e-9)
}

func TestEveryWorkload(t *testing.T) {
	for _, wl := range Workloads() {
		t.Run(wl.Name, func(t *testing.T) {
			require.NotEmpty(t, wl.Doc)
			dir := t.TempDir()
			nothingLeft(t, dir)
			const count, rounds = 6, 2
			rep, err := Run(t.Context(), []Contender{{"native", dir}}, Options{
				Count: count, Rounds: rounds, Threads: []int{2, 1, 2}, Workloads: []string{wl.Name},
			})
			require.NoError(t, err)
			require.True(t, rep.Complete)
			require.Len(t, rep.Results, 2)
			for i, res := range rep.Results {
				threads := i + 1
				require.Equal(t, wl.Name, res.Workload)
				require.Equal(t, threads, res.Threads)
				require.Equal(t, "native", res.Contender)
				require.Nil(t, res.Ratio)
				if res.Skipped != "" {
					require.Contains(t, wl.Name, "xattr")
					continue
				}
				require.EqualValues(t, count*rounds*threads, res.Ops)
				require.Len(t, res.Rounds, rounds)
				requireSane(t, res.Stats, wl.BytesPerOp)
				for _, s := range res.Rounds {
					require.EqualValues(t, count*threads, s.Ops)
					requireSane(t, s, wl.BytesPerOp)
				}
			}
		})
	}
}

// Batches must neither lose operations nor go on after the limits.
func TestLimits(t *testing.T) {
	dir := t.TempDir()
	nothingLeft(t, dir)
	const count = batchNames + 10
	rep, err := Run(t.Context(), []Contender{{"a", dir}}, Options{
		Count: count, Rounds: 1, Threads: []int{1}, Workloads: []string{"unlink", "rename"},
	})
	require.NoError(t, err)
	for _, res := range rep.Results {
		require.EqualValues(t, count, res.Ops, res.Workload)
	}

	const d = 5 * time.Millisecond
	rep, err = Run(t.Context(), []Contender{{"a", dir}}, Options{
		Duration: d, Rounds: 1, Threads: []int{2}, Workloads: []string{"stat", "create"},
	})
	require.NoError(t, err)
	for _, res := range rep.Results {
		require.GreaterOrEqual(t, res.WallNS, int64(d), res.Workload)
		require.Less(t, res.WallNS, int64(time.Second), res.Workload)
	}
}

func TestContendersAlternate(t *testing.T) {
	a, b := t.TempDir(), t.TempDir()
	nothingLeft(t, a)
	nothingLeft(t, b)
	var seen []string
	var last Progress
	date := time.Date(2026, 10, 1, 12, 0, 0, 0, time.UTC)
	rep, err := Run(t.Context(), []Contender{{"a", a}, {"b", b}}, Options{
		Count: 50, Rounds: 4, Threads: []int{1}, Workloads: []string{"stat"}, Date: date,
		Progress: func(p Progress) {
			if p.Phase == Measure {
				seen = append(seen, p.Contender)
			}
			require.GreaterOrEqual(t, p.Done, last.Done)
			require.NotContains(t, p.String(), "\n")
			last = p
		},
	})
	require.NoError(t, err)
	require.Equal(t, strings.Fields("a b b a b a a b"), seen)
	require.Equal(t, Progress{Phase: Done, Done: 8, Total: 8}, last)
	require.Equal(t, date, rep.Date)
	require.Nil(t, rep.Results[0].Ratio)
	ratio := rep.Results[1].Ratio
	require.NotNil(t, ratio)
	require.LessOrEqual(t, ratio.P50.Low, ratio.P50.Median)
	require.LessOrEqual(t, ratio.P50.Median, ratio.P50.High)
	require.Positive(t, rep.OverheadNS)
	require.NotEmpty(t, rep.Host.Kernel)
}

func TestOrderIsBalanced(t *testing.T) {
	seen := map[[3]int]int{}
	for round := range 6 {
		seen[[3]int(order(3, round))]++
	}
	require.Len(t, seen, 6)
	require.Equal(t, []int{0}, order(1, 3))
}

func TestCancelLeavesNothing(t *testing.T) {
	for _, phase := range []Phase{Setup, Measure} {
		t.Run(string(phase), func(t *testing.T) {
			dir := t.TempDir()
			nothingLeft(t, dir)
			ctx, cancel := context.WithCancelCause(t.Context())
			defer cancel(nil)
			cause := errors.New("enough")
			rep, err := Run(ctx, []Contender{{"a", dir}, {"b", dir}}, Options{
				Duration: time.Hour, Threads: []int{2}, Workloads: []string{"readdir1k", "create"},
				Progress: func(p Progress) {
					if p.Phase == phase {
						time.AfterFunc(5*time.Millisecond, func() { cancel(cause) })
					}
				},
			})
			require.ErrorIs(t, err, cause)
			require.False(t, rep.Complete)
			require.Empty(t, rep.Results)
			var buf bytes.Buffer
			require.NoError(t, rep.WriteTable(&buf, false))
			require.Contains(t, buf.String(), "not completed")
		})
	}
}

func TestFailureLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	nothingLeft(t, dir)
	withWorkload(t, workload{name: "broken", batch: 8, setup: setupNames, prepare: prepareFiles, op: func(_ *worker, i int) error {
		if i == 3 {
			return unix.EIO
		}
		return nil
	}})
	rep, err := Run(t.Context(), []Contender{{"a", dir}}, Options{
		Count: 10, Rounds: 1, Threads: []int{1, 2}, Workloads: []string{"stat", "broken"},
	})
	require.ErrorIs(t, err, unix.EIO)
	var cell *CellError
	require.ErrorAs(t, err, &cell)
	require.Equal(t, "broken", cell.Workload)
	require.EqualError(t, err, "broken in a: input/output error")
	require.False(t, rep.Complete)
	require.Len(t, rep.Results, 2, "what was finished before")
}

func TestUnsupportedIsSkipped(t *testing.T) {
	for _, tc := range []struct {
		name, want string
		err        error
	}{
		{"enosys", "function not implemented", unix.ENOSYS},
		{"enotsup", "operation not supported", &os.PathError{Op: "open", Path: "x", Err: unix.ENOTSUP}},
		{"explained", "user extended attributes: no", &unsupportedError{"user extended attributes", "no"}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			a, b := t.TempDir(), t.TempDir()
			nothingLeft(t, a)
			withWorkload(t, workload{name: "odd", setup: setupFile, op: func(w *worker, i int) error {
				if strings.HasPrefix(w.path, b) && i == 1 {
					return tc.err
				}
				return opOpen(w, i)
			}})
			rep, err := Run(t.Context(), []Contender{{"a", a}, {"b", b}}, Options{
				Count: 10, Rounds: 2, Threads: []int{1, 2}, Workloads: []string{"odd", "stat"},
			})
			require.NoError(t, err)
			require.Len(t, rep.Results, 8)
			for _, res := range rep.Results {
				if res.Workload == "odd" && res.Contender == "b" {
					require.Equal(t, tc.want, res.Skipped)
					require.Zero(t, res.Stats)
					require.Nil(t, res.Ratio)
				} else {
					require.Empty(t, res.Skipped)
					require.NotZero(t, res.Ops)
				}
			}
		})
	}
}

// A directory that does not list what is in it must not count as fast.
func TestReaddirCounts(t *testing.T) {
	dir := t.TempDir()
	nothingLeft(t, dir)
	withWorkload(t, workload{name: "short", shared: makeEntries(9), setup: setupReaddir(10), op: opReaddir})
	_, err := Run(t.Context(), []Contender{{"a", dir}}, Options{Count: 1, Workloads: []string{"short"}})
	require.ErrorContains(t, err, "directory of 10 entries lists 9")
}

func TestValidate(t *testing.T) {
	require.NoError(t, Options{}.Validate())
	err := Options{
		Duration: -1, Count: -1, Rounds: -1, Threads: []int{0, 1, maxThreads + 1},
		Workloads: []string{"stta", "stat", "readdir", "write", "zzzzzzz"},
	}.Validate()
	var unknown *UnknownWorkloadError
	require.ErrorAs(t, err, &unknown)
	require.Equal(t, []string{
		`duration -1ns is negative`,
		`count -1 is negative`,
		`number of rounds -1 is negative`,
		`number of threads 0 is not in 1…1024`,
		`number of threads 1025 is not in 1…1024`,
		`unknown workload "stta": did you mean "stat"?`,
		`unknown workload "readdir": did you mean "readdir1k"?`,
		`unknown workload "write": did you mean "randwrite4k"?`,
		`unknown workload "zzzzzzz": known are ` + strings.Join(workloadNames(), ", "),
	}, strings.Split(err.Error(), "\n"))

	dir := t.TempDir()
	nothingLeft(t, dir)
	file := filepath.Join(t.TempDir(), "file")
	require.NoError(t, os.WriteFile(file, nil, 0o644))
	rep, err := Run(t.Context(), []Contender{{"", dir}, {"a", dir}, {"a", file}, {"c", dir + "/absent"}}, Options{Workloads: []string{"nope"}})
	require.Nil(t, rep)
	for _, want := range []string{
		`unknown workload "nope"`, `contender 1 has no name`, `two contenders are called "a"`, `file is not a directory`, `absent: no such file`,
	} {
		require.ErrorContains(t, err, want)
	}
	_, err = Run(t.Context(), nil, Options{})
	require.ErrorContains(t, err, "no contender")
}

func TestRunWaitsItsTurn(t *testing.T) {
	running <- struct{}{}
	defer func() { <-running }()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := Run(ctx, []Contender{{"a", t.TempDir()}}, Options{})
	require.ErrorIs(t, err, context.Canceled)
}

// The timed loop must not allocate: the collector would be measured with it.
func TestTimedLoopsDoNotAllocate(t *testing.T) {
	stop := new(runner)
	for i := range workloads {
		wl := &workloads[i]
		if wl.shared != nil || wl.batch == batchNames {
			continue // These need more around them, and use the same helpers.
		}
		t.Run(wl.name, func(t *testing.T) {
			w, err := newWorker(t.Context(), &stop.stop, 0, t.TempDir(), newScratch())
			require.NoError(t, err)
			defer func() { require.NoError(t, w.close()) }()
			if err := wl.setup(w); unsupported(err) != "" {
				t.Skip(err)
			} else {
				require.NoError(t, err)
			}
			if wl.fresh != nil {
				require.NoError(t, wl.fresh(w))
			}
			if wl.prepare != nil {
				require.NoError(t, wl.prepare(w, 1))
			}
			w.reset()
			var runErr error
			allocs := testing.AllocsPerRun(3, func() { runErr = w.run(wl.op, 10, int64(time.Hour)) })
			require.NoError(t, runErr)
			require.Zero(t, allocs)
		})
	}
}
