package errorgen_test

import (
	"slices"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/windlassfs/windlass/fops"
	errorgen "github.com/windlassfs/windlass/xlator/debug/error-gen"
	"github.com/windlassfs/windlass/xlator/xlatortest"
)

// run sends stats and returns the errno of each.
func run(t *testing.T, n int, o xlatortest.Options) []syscall.Errno {
	s := xlatortest.New(t, xlatortest.Layer{Type: errorgen.Type, Options: o})
	var out []syscall.Errno
	failures := 0
	for range n {
		r := s.Do(fops.OpStat, func(a *fops.Args) { a.Loc.Inode = s.Root() })
		out = append(out, r.OpErrno)
		if r.Failed() {
			failures++
		}
	}
	require.Len(t, s.Storage.Asked(fops.OpStat), n-failures, "what fails is not carried out")
	if d := s.Dump("error-gen"); failures > 0 {
		require.Equal(t, map[string]any{"failed.stat": int64(failures)}, d)
	} else {
		require.Empty(t, d)
	}
	return out
}

func count(list []syscall.Errno) (failures int) {
	for _, e := range list {
		if e != 0 {
			failures++
		}
	}
	return failures
}

func TestItPassesAllThrough(t *testing.T) {
	xlatortest.PassThrough(t, errorgen.Type, xlatortest.Options{"failure": "0"})
	xlatortest.PassThrough(t, errorgen.Type, xlatortest.Options{"failure": "1e-9"})
}

func TestNoAllocs(t *testing.T) {
	xlatortest.RequireNoAllocs(t, errorgen.Type, xlatortest.Options{"failure": "10", "error-no": "EIO"})
}

func TestFailures(t *testing.T) {
	const n = 1000
	for name, tc := range map[string]struct {
		options xlatortest.Options
		want    float64
		delta   float64
	}{
		"default":       {nil, 100, 0},
		"none":          {xlatortest.Options{"failure": "0"}, 0, 0},
		"all":           {xlatortest.Options{"failure": "100%"}, n, 0},
		"all by chance": {xlatortest.Options{"failure": "100%", "random-failure": "on"}, n, 0},
		"by chance":     {xlatortest.Options{"failure": "50", "random-failure": "on"}, 500, 100},
		"other fops":    {xlatortest.Options{"failure": "100", "enable": "writev, create"}, 0, 0},
	} {
		t.Run(name, func(t *testing.T) {
			require.InDelta(t, tc.want, count(run(t, n, tc.options)), tc.delta)
		})
	}
}

func TestEqualDistances(t *testing.T) {
	got := run(t, 8, xlatortest.Options{"failure": "25", "error-no": "ENOSPC"})
	require.Equal(t, []syscall.Errno{0, 0, 0, syscall.ENOSPC, 0, 0, 0, syscall.ENOSPC}, got)
}

func TestTheSameSeedFailsTheSame(t *testing.T) {
	o := xlatortest.Options{"failure": "30", "random-failure": "on", "seed": "5"}
	require.Equal(t, run(t, 200, o), run(t, 200, o))
}

func TestErrorsSuitTheFop(t *testing.T) {
	s := xlatortest.New(t, xlatortest.Layer{Type: errorgen.Type, Options: xlatortest.Options{"failure": "100"}})
	for op := range fops.Op(fops.NumOps) {
		require.NotEmpty(t, errorgen.Suitable(op), op)
		require.NotContains(t, errorgen.Suitable(op), syscall.Errno(0), op)
		seen := s.Do(op, nil).OpErrno
		require.True(t, slices.Contains(errorgen.Suitable(op), seen), "%s: %v", op, seen)
	}
	require.Contains(t, errorgen.Suitable(fops.OpWritev), syscall.ENOSPC)
	require.NotContains(t, errorgen.Suitable(fops.OpReadv), syscall.ENOSPC)
}

func TestOptionsAreChecked(t *testing.T) {
	require.Contains(t, xlatortest.Problems(t, xlatortest.Layer{Type: errorgen.Type, Options: xlatortest.Options{"error-no": "EWHAT"}}), "EWHAT")
	require.Contains(t, xlatortest.Problems(t, xlatortest.Layer{Type: errorgen.Type, Options: xlatortest.Options{"failure": "101"}}), "101")
}
