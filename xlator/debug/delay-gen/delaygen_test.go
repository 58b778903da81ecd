package delaygen_test

import (
	"syscall"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/windlassfs/windlass/fops"
	delaygen "github.com/windlassfs/windlass/xlator/debug/delay-gen"
	"github.com/windlassfs/windlass/xlator/xlatortest"
)

func stack(t testing.TB, o xlatortest.Options) *xlatortest.Stack {
	return xlatortest.New(t, xlatortest.Layer{Type: delaygen.Type, Options: o})
}

func root(s *xlatortest.Stack) func(*fops.Args) {
	return func(a *fops.Args) { a.Loc.Inode = s.Root() }
}

func TestItPassesAllThrough(t *testing.T) {
	xlatortest.PassThrough(t, delaygen.Type, xlatortest.Options{"delay-percentage": "0"})
	xlatortest.PassThrough(t, delaygen.Type, xlatortest.Options{"delay-percentage": "100", "delay-duration": "1us"})
}

func TestNoAllocs(t *testing.T) {
	xlatortest.RequireNoAllocs(t, delaygen.Type, xlatortest.Options{"delay-percentage": "1e-9"})
}

func TestItDelays(t *testing.T) {
	for name, tc := range map[string]struct {
		options xlatortest.Options
		stat    time.Duration
		statfs  time.Duration
	}{
		"all":     {xlatortest.Options{"delay-percentage": "100", "delay-duration": "3"}, 3 * time.Second, 3 * time.Second},
		"one fop": {xlatortest.Options{"delay-percentage": "100", "enable": "statfs"}, 0, 100 * time.Millisecond},
		"none":    {xlatortest.Options{"delay-percentage": "0"}, 0, 0},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s := stack(t, tc.options)
				began := time.Now()
				require.False(t, s.Do(fops.OpStat, root(s)).Failed())
				require.Equal(t, tc.stat, time.Since(began))
				began = time.Now()
				require.False(t, s.Do(fops.OpStatfs, root(s)).Failed())
				require.Equal(t, tc.statfs, time.Since(began))
				s.Close()
			})
		})
	}
}

func TestTheShareIsRepeatable(t *testing.T) {
	run := func() (delays []time.Duration) {
		synctest.Test(t, func(t *testing.T) {
			s := stack(t, xlatortest.Options{"delay-percentage": "25", "delay-duration": "1", "seed": "42"})
			for range 200 {
				began := time.Now()
				s.Do(fops.OpStat, root(s))
				delays = append(delays, time.Since(began))
			}
			require.InDelta(t, 50, s.Dump("delay-gen")["delayed"], 20)
			s.Close()
		})
		return delays
	}
	require.Equal(t, run(), run())
}

func TestInterrupt(t *testing.T) {
	s := stack(t, xlatortest.Options{"delay-percentage": "100", "delay-duration": "1h"})
	r := s.Go(fops.OpStat, root(s))
	r.Interrupt()
	require.Equal(t, syscall.EINTR, r.Wait().OpErrno)
	require.Empty(t, s.Storage.Ops(), "it is not carried out")
	require.Equal(t, int64(1), s.Dump("delay-gen")["interrupted"])
}

func TestFiniLetsGo(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := stack(t, xlatortest.Options{"delay-percentage": "100", "delay-duration": "1h"})
		r := s.Go(fops.OpStat, root(s))
		synctest.Wait()
		s.Graph.Fini()
		require.Equal(t, syscall.ENOTCONN, r.Wait().OpErrno)
		s.Close()
	})
}
