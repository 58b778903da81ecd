package scripting_test

import (
	"strings"
	"sync"
	"syscall"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/scripting"
	"github.com/windlassfs/windlass/xlator/xlatortest"
)

// onBad fails for some names, in one way each.
const onBad = `
    def lookup_fop(self, frame, this, loc, xdata):
        frame.local = loc.name
        if loc.name == "idle":
            return
        if loc.name == "denied":
            raise OSError(EACCES)
        if loc.name == "down":
            self.wind_lookup(frame, loc, xdata)
            boom
        if loc.name == "loop":
            while True:
                pass
        self.wind_lookup(frame, loc, xdata)
    def lookup_cbk(self, frame, cookie, this, op_ret, op_errno, inode, buf, xdata, postparent):
        if frame.local == "up":
            boom
        if frame.local == "forgotten":
            return
        self.unwind_lookup(frame, -1, EXDEV)
`

// untouched is what the storage answers, intact what the script makes of it.
const (
	untouched = syscall.ENOENT
	intact    = syscall.EXDEV
)

func TestOnError(t *testing.T) {
	for _, tc := range []struct {
		onError string
		want    map[string]syscall.Errno
		after   syscall.Errno
	}{
		{"eio", map[string]syscall.Errno{"down": syscall.EIO, "up": syscall.EIO, "idle": syscall.EIO, "forgotten": syscall.EIO, "loop": syscall.EIO, "denied": syscall.EACCES}, intact},
		{"passthrough", map[string]syscall.Errno{"down": untouched, "up": untouched, "idle": untouched, "forgotten": untouched, "loop": untouched, "denied": syscall.EACCES}, intact},
		{"disable", map[string]syscall.Errno{"down": syscall.EIO}, untouched},
		{"disable", map[string]syscall.Errno{"forgotten": syscall.EIO}, untouched},
		{"disable", map[string]syscall.Errno{"denied": syscall.EACCES}, intact},
	} {
		t.Run(tc.onError, func(t *testing.T) {
			s := stack(t, class(onBad), "on-error", tc.onError, "step-limit", "10000")
			require.Equal(t, intact, lookup(s, "fine").OpErrno)
			for name, want := range tc.want {
				require.Equal(t, want, lookup(s, name).OpErrno, "%s\n%s", name, s.Log())
			}
			require.Equal(t, tc.after, lookup(s, "fine").OpErrno)
			if tc.after == untouched {
				require.Equal(t, "disabled", s.Dump("python")["state"])
				require.Contains(t, s.Log(), "the translator is taken out of the path")
			}
		})
	}
}

// TestALeafThatIsPassedBy has nobody to pass a request on to.
func TestALeafThatIsPassedBy(t *testing.T) {
	s := xlatortest.NewVolfile(t, "volume leaf\ntype scripting/python\noption on-error disable\noption script "+write(t, class("    def statfs_fop(self, frame, this, loc, xdata):\n        boom\n"))+"\nend-volume\n", scripting.Type)
	for range 2 {
		require.Equal(t, syscall.EIO, s.Do(fops.OpStatfs, nil).OpErrno)
	}
	require.Equal(t, int64(1), s.Dump("leaf")["errors"])
	require.Equal(t, int64(1), s.Dump("leaf")["passed-by"])
}

func TestBreaker(t *testing.T) {
	file := write(t, class(onBad))
	synctest.Test(t, func(t *testing.T) {
		s := xlatortest.New(t, xlatortest.Layer{Type: scripting.Type, Options: xlatortest.Options{
			"script": file, "breaker-faults": "3", "breaker-window": "10s", "breaker-pause": "30s",
		}})
		state := func() any { return s.Dump("python")["state"] }
		for range 5 { // never three within the window
			require.Equal(t, syscall.EIO, lookup(s, "down").OpErrno)
			time.Sleep(6 * time.Second)
		}
		require.Equal(t, syscall.EACCES, lookup(s, "denied").OpErrno, "an answer is no fault")
		require.Equal(t, syscall.EIO, lookup(s, "up").OpErrno)
		require.Equal(t, "active", state())
		require.Equal(t, syscall.EIO, lookup(s, "idle").OpErrno)
		require.Equal(t, "passed-by", state())
		require.Equal(t, untouched, lookup(s, "down").OpErrno, "nobody looks at it")
		require.Contains(t, s.Log(), "too many faults: the translator is passed by")
		require.Contains(t, s.Log(), "neither winds, unwinds nor holds")
		dump := s.Dump("python")
		require.Contains(t, dump["last-fault.traceback.1"], "lookup_fop neither winds")
		require.Equal(t, "lookup_fop", dump["last-fault.method"])

		time.Sleep(31 * time.Second)
		require.Equal(t, "half-open", state())
		require.Equal(t, syscall.EIO, lookup(s, "up").OpErrno, "the one that tries it")
		require.Equal(t, "passed-by", state(), "one fault is enough")
		require.Equal(t, untouched, lookup(s, "fine").OpErrno)
		require.Contains(t, s.Log(), "the fault is still there")

		time.Sleep(31 * time.Second)
		require.Equal(t, intact, lookup(s, "fine").OpErrno)
		require.Equal(t, "active", state())
		require.Contains(t, s.Log(), "the translator works again")
		require.Equal(t, intact, lookup(s, "fine").OpErrno)
		require.Equal(t, int64(2), s.Dump("python")["breaker-trips"])
		s.Close()
	})
}

// TestBreakerLetsOneTry has many requests at the moment when one may try, and
// one that the script has already when the breaker trips.
func TestBreakerLetsOneTry(t *testing.T) {
	file := write(t, class(`
    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name in ("held", "probe"):
            frame.hold()
        else:
            boom
`))
	synctest.Test(t, func(t *testing.T) {
		s := xlatortest.New(t, xlatortest.Layer{Type: scripting.Type, Options: xlatortest.Options{"script": file, "breaker-faults": "1", "breaker-pause": "1s", "hold-timeout": "20s"}})
		held := s.Go(fops.OpLookup, named(s, "held"))
		synctest.Wait()
		require.Equal(t, syscall.EIO, lookup(s, "x").OpErrno)
		require.Equal(t, untouched, lookup(s, "x").OpErrno)
		time.Sleep(2 * time.Second)
		probe := s.Go(fops.OpLookup, named(s, "probe"))
		synctest.Wait()
		require.Equal(t, "probing", s.Dump("python")["state"])
		for range 10 {
			require.Equal(t, untouched, lookup(s, "x").OpErrno, "only one tries it")
		}
		require.Equal(t, syscall.ETIMEDOUT, held.Wait().OpErrno, "a frame that was there before ends as it would")
		require.Equal(t, syscall.ETIMEDOUT, probe.Wait().OpErrno)
		require.Equal(t, "passed-by", s.Dump("python")["state"], "to be forgotten is a fault")
		s.Close()
	})
}

func TestFaultInjection(t *testing.T) {
	pass := scripting.PassThroughSource(fops.OpLookup)
	for value, want := range map[string]int{"10": 20, "5%": 10, "off": 0, "100%": 100, "0": 0} {
		t.Run(value, func(t *testing.T) {
			s := stack(t, pass, "fault-injection", value)
			failed := 0
			for range 100 {
				if lookup(s, "x").OpErrno == syscall.EIO {
					failed++
				}
			}
			require.Equal(t, want, failed) // a request enters twice, but not after a fault
			if want > 0 {
				require.Contains(t, s.Log(), "InjectedFault: this entry raises because of option fault-injection")
			}
		})
	}
	for value, want := range map[string]string{"101%": "not a share", "x": "neither a share", "-3": "neither a share", "x%": "not a share"} {
		require.Contains(t, xlatortest.Problems(t, xlatortest.Layer{Type: scripting.Type, Options: xlatortest.Options{"script": write(t, pass), "fault-injection": value}}), want)
	}
}

// TestFaultsUnderLoad has requests through a script whose entries raise at
// random places while its breaker trips and closes: each is answered once, by
// the storage, by the script or with EIO.
func TestFaultsUnderLoad(t *testing.T) {
	for _, onError := range []string{"eio", "passthrough"} {
		s := stack(t, class(onBad), "fault-injection", "7", "lanes", "2", "on-error", onError, "breaker-faults", "3", "breaker-window", "1s", "breaker-pause", "2ms")
		s.Storage.Record(false)
		s.Storage.Async(true)
		var wg sync.WaitGroup
		for range 4 {
			wg.Go(func() {
				for range 1000 {
					switch got := lookup(s, "x").OpErrno; {
					case got == intact, got == untouched:
					case got == syscall.EIO && onError == "eio":
					default:
						t.Errorf("answered %v", got)
						return
					}
				}
			})
		}
		wg.Wait()
		require.Positive(t, s.Dump("python")["breaker-trips"])
		s.Close()
	}
}

func TestRecursionLimit(t *testing.T) {
	src := class(`
    def lookup_fop(self, frame, this, loc, xdata):
        frame.unwind(-1, self.deep(int(loc.name)))
    def deep(self, n):
        if n == 0:
            return EDOM
        return self.deep(n - 1)
`)
	s := stack(t, src, "recursion-limit", "50")
	require.Equal(t, syscall.EDOM, lookup(s, "30").OpErrno, s.Log())
	require.Equal(t, syscall.EIO, lookup(s, "100").OpErrno)
	require.Contains(t, s.Log(), "RecursionError")
	s = stack(t, src, "recursion-limit", "5000")
	require.Equal(t, syscall.EDOM, lookup(s, "3000").OpErrno, s.Log())
	for _, bad := range []string{"recursion-limit=5", "recursion-limit=1000000", "step-limit=-1", "time-limit=x", "on-error=ignore", "breaker-faults=-1", "breaker-window=0", "breaker-pause=0"} {
		key, value, _ := strings.Cut(bad, "=")
		require.Contains(t, xlatortest.Problems(t, xlatortest.Layer{Type: scripting.Type, Options: xlatortest.Options{"script": write(t, src), key: value}}), "option "+key+":", bad)
	}
}

func TestTheScriptsTalkIsBounded(t *testing.T) {
	s := stack(t, class(`
    def lookup_fop(self, frame, this, loc, xdata):
        for i in range(5000):
            print("line", i)
            self.log.info("line %d", i)
        print("x" * 100000)
        frame.unwind(-1, ENOENT)
`))
	require.Equal(t, syscall.ENOENT, lookup(s, "x").OpErrno)
	require.Less(t, strings.Count(s.Log(), "line "), 1500)
	require.Contains(t, s.Log(), "the script writes too much: lines are left out")
	s.Close()
	require.Contains(t, s.Log(), "lines of the script were left out")
	require.Less(t, len(s.Log()), 400_000)
}
