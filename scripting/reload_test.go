package scripting_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/scripting"
	"github.com/windlassfs/windlass/xlator"
	"github.com/windlassfs/windlass/xlator/volfile"
	"github.com/windlassfs/windlass/xlator/xlatortest"
)

// A reloadable is a stack whose script's file can be written anew.
type reloadable struct {
	*xlatortest.Stack
	t    testing.TB
	dir  string
	vol  string
	file string
}

// volumes is a graph with one script, and options for it.
func volumes(options string) string {
	return "volume storage\n type test/storage\nend-volume\nvolume python\n type scripting/python\n option script s.py\n" + options + " subvolumes storage\nend-volume\n"
}

func newReloadable(t testing.TB, src, options string) *reloadable {
	r := &reloadable{t: t, dir: t.TempDir(), vol: volumes(options)}
	r.file = filepath.Join(r.dir, "s.py")
	r.write("s.py", src)
	r.Stack = xlatortest.Build(t, r.spec(), scripting.Type)
	return r
}

func (r *reloadable) write(name, src string) {
	require.NoError(r.t, os.WriteFile(filepath.Join(r.dir, name), []byte(src), 0o644))
}

func (r *reloadable) spec() *xlator.Spec {
	spec, err := volfile.Parse(filepath.Join(r.dir, "g.vol"), []byte(r.vol))
	require.NoError(r.t, err)
	return spec
}

// reload is what SIGHUP does.
func (r *reloadable) reload() ([]xlator.Changed, error) { return r.Graph.Reconfigure(r.spec()) }

// notes reloads, which must succeed, and returns what has changed.
func (r *reloadable) notes() string {
	r.t.Helper()
	changed, err := r.reload()
	require.NoError(r.t, err, r.Log())
	var all []string
	for _, c := range changed {
		all = append(all, c.Notes...)
	}
	return strings.ReplaceAll(strings.Join(all, "; "), r.dir+"/", "")
}

// answers is a script that answers every look-up with an errno.
func answers(errno string) string {
	return class("    def lookup_fop(self, frame, this, loc, xdata):\n        self.unwind_lookup(frame, -1, " + errno + ")\n")
}

func TestReload(t *testing.T) {
	s := newReloadable(t, answers("EDOM"), "")
	require.Equal(t, syscall.EDOM, lookup(s.Stack, "x").OpErrno)
	require.Empty(t, s.notes(), "nothing has changed")
	s.write("s.py", answers("EXDEV"))
	require.Equal(t, "script s.py loaded anew", s.notes())
	require.Equal(t, syscall.EXDEV, lookup(s.Stack, "x").OpErrno)
	require.Equal(t, 2, s.Dump("python")["edition"])

	// What does not load leaves the old code in place.
	for src, want := range map[string]string{
		"from windlass import *\nclass xlator(Translator)\n":  "s.py:2:25: SyntaxError: invalid syntax",
		"from windlass import *\nx = 1 / 0\n":                 "s.py:2: ZeroDivisionError",
		class("    def lookupp_fop(self):\n        pass\n"):   "did you mean lookup_fop?",
		class("    def __init__(self, this):\n        nil\n"): "xlator.__init__ raised NameError",
		class("    def init(self):\n        nil\n"):           "init raised NameError",
		"API = 2\n" + answers("EDOM"):                         "s.py:1:1: the script is written for API 2, and this is API 1 (use a newer windlass)",
		"API = 0\n" + answers("EDOM"):                         "s.py:1:1: the script is written for API 0, which is too old: the oldest that this windlass runs is API 1 (bring it up to API = 1)",
	} {
		s.write("s.py", src)
		_, err := s.reload()
		require.ErrorContains(t, err, want)
		require.Equal(t, syscall.EXDEV, lookup(s.Stack, "x").OpErrno, "the old one serves on")
		require.Equal(t, 2, s.Dump("python")["edition"])
	}
	require.NoError(t, os.Remove(s.file))
	_, err := s.reload()
	require.ErrorContains(t, err, "cannot read the script")
	require.Equal(t, syscall.EXDEV, lookup(s.Stack, "x").OpErrno)
}

// TestReloadChangesWhatIsHandled has other fops in the new code.
func TestReloadChangesWhatIsHandled(t *testing.T) {
	s := newReloadable(t, answers("EDOM"), "")
	statfs := func() syscall.Errno {
		return s.Do(fops.OpStatfs, func(a *fops.Args) { a.Loc.Inode = s.Root() }).OpErrno
	}
	require.Zero(t, statfs())
	s.write("s.py", class("    def statfs_cbk(self, frame, cookie, this, op_ret, op_errno, buf, xdata):\n        self.unwind_statfs(frame, -1, EXDEV)\n"))
	s.notes()
	require.Equal(t, syscall.EXDEV, statfs())
	require.Equal(t, syscall.ENOENT, lookup(s.Stack, "x").OpErrno, "looked up by the storage")
	s.write("s.py", class("    pass\n"))
	s.notes()
	require.Zero(t, statfs())
}

// TestReloadWithImports changes a file that the script imports.
func TestReloadWithImports(t *testing.T) {
	main := "import middle\n" + class("    def lookup_fop(self, frame, this, loc, xdata):\n        import lazy\n        self.unwind_lookup(frame, -1, middle.errno() + lazy.n)\n")
	s := newReloadable(t, "x = 1\n"+class("    pass\n"), "")
	s.write("s.py", main)
	s.write("low.py", "n = 10\n")
	s.write("middle.py", "import low\ndef errno():\n    return low.n\n")
	s.write("lazy.py", "n = 1\n")
	s.notes()
	require.Equal(t, syscall.Errno(11), lookup(s.Stack, "x").OpErrno, s.Log())
	require.Empty(t, s.notes())
	s.write("low.py", "n = 20\n")
	require.Equal(t, "script s.py loaded anew", s.notes())
	require.Equal(t, syscall.Errno(21), lookup(s.Stack, "x").OpErrno)
	s.write("low.py", "n = 1 / 0\n")
	_, err := s.reload()
	require.ErrorContains(t, err, "low.py:1: ZeroDivisionError")
	require.Equal(t, syscall.Errno(21), lookup(s.Stack, "x").OpErrno)
}

func TestFramesEndInTheCodeThatTheyBeganIn(t *testing.T) {
	code := func(n string) string {
		return class(`
    def init(self):
        print("init", ` + n + `)
    def fini(self):
        print("fini", ` + n + `)
    def lookup_fop(self, frame, this, loc, xdata):
        frame.local = ` + n + `
        self.wind_lookup(frame, loc, xdata)
    def lookup_cbk(self, frame, cookie, this, op_ret, op_errno, inode, buf, xdata, postparent):
        print("reply in", ` + n + `, "to", frame.local)
        self.unwind_lookup(frame, -1, ` + n + `)
`)
	}
	s := newReloadable(t, code("11"), "")
	held := make(chan *xlator.Frame, 1)
	s.Storage.Handle(fops.OpLookup, func(f *xlator.Frame, _ *fops.Args) {
		f.Hold()
		held <- f
	})
	old := s.Go(fops.OpLookup, named(s.Stack, "x"))
	first := <-held
	s.write("s.py", code("12"))
	s.notes()
	require.NotContains(t, s.Log(), "fini 11", "its frame is open")
	neu := s.Go(fops.OpLookup, named(s.Stack, "x"))
	second := <-held
	for _, f := range []*xlator.Frame{second, first} {
		f.Fail(syscall.ENOENT)
		f.Drop()
	}
	require.Equal(t, syscall.Errno(11), old.Wait().OpErrno)
	require.Equal(t, syscall.Errno(12), neu.Wait().OpErrno)
	require.Contains(t, s.Log(), "reply in 11 to 11")
	require.Contains(t, s.Log(), "reply in 12 to 12")
	require.Contains(t, s.Log(), "fini 11")
	require.NotContains(t, s.Log(), "fini 12")
	s.Close()
	require.Contains(t, s.Log(), "fini 12")
	require.Equal(t, 1, strings.Count(s.Log(), "fini 11"))
}

// TestStateIsHandedOver exports a cache with a frame that is held, and contexts
// that stay.
func TestStateIsHandedOver(t *testing.T) {
	code := func(n int, more string) string {
		return class(fmt.Sprintf(`
    def __init__(self, this):
        Translator.__init__(self, this)
        self.state = {"seen": 0}
        self.held = None
    def lookup_fop(self, frame, this, loc, xdata):
        self.state["seen"] += 1
        if loc.name == "hold":
            self.held = frame
            frame.hold()
            return
        if loc.name == "free":
            self.held.wind()
        if loc.parent.ctx_get() is None:
            loc.parent.ctx_set({"by": %[1]d})
        self.unwind_lookup(frame, -1, self.state["seen"] * 10 + loc.parent.ctx_get()["by"])
    def lookup_cbk(self, frame, cookie, this, op_ret, op_errno, inode, buf, xdata, postparent):
        self.unwind_lookup(frame, -1, 200 + %[1]d)
%[2]s`, n, more))
	}
	hand := "    def export_state(self):\n        return (self.state, self.held)\n    def upgrade(self, old):\n        self.state, self.held = old\n"
	s := newReloadable(t, code(1, hand), "")
	require.Equal(t, syscall.Errno(11), lookup(s.Stack, "x").OpErrno, s.Log())
	held := s.Go(fops.OpLookup, named(s.Stack, "hold"))
	require.Eventually(t, func() bool { return s.Dump("python")["held"] == int64(1) }, time.Second*10, time.Millisecond)
	s.write("s.py", code(2, hand))
	s.notes()
	require.Equal(t, syscall.Errno(31), lookup(s.Stack, "x").OpErrno, "seen goes on, and the context of the directory stays")
	require.Equal(t, syscall.Errno(41), lookup(s.Stack, "free").OpErrno, s.Log())
	require.Equal(t, syscall.Errno(202), held.Wait().OpErrno, "the frame is the new code's")

	s.write("s.py", code(3, strings.Replace(hand, "self.state, self.held = old", "raise ValueError('no')", 1)))
	_, err := s.reload()
	require.ErrorContains(t, err, "upgrade raised ValueError: no")
	require.Equal(t, syscall.Errno(51), lookup(s.Stack, "x").OpErrno)

	s.write("s.py", code(4, strings.Replace(hand, "return (self.state, self.held)", "return 1 / 0", 1)))
	s.notes()
	require.Equal(t, syscall.Errno(61), lookup(s.Stack, "x").OpErrno)
	s.write("s.py", code(5, ""))
	s.notes()
	require.Contains(t, s.Log(), "export_state() of the old code failed")
	require.Equal(t, syscall.Errno(11), lookup(s.Stack, "x").OpErrno)
	s.Close()
	require.NotContains(t, s.Log(), "Traceback")
}

func TestReconfigureOfScripts(t *testing.T) {
	src := class(`
    def __init__(self, this):
        self.n = self.options.n
        self.made = self.n
    def reconfigure(self, options):
        if options.n == 66:
            raise ValueError("not that")
        self.n = options["n"]
        print("reconfigure", options.n, self.options.n)
    def lookup_fop(self, frame, this, loc, xdata):
        frame.unwind(-1, self.n * 10 + self.made)

OPTIONS = [Option("n", "int", default=1, max=70)]
`)
	s := newReloadable(t, src, "")
	require.Equal(t, syscall.Errno(11), lookup(s.Stack, "x").OpErrno)
	set := func(options string) { s.vol = volumes(options) }
	set(" option n 2\n option hold-timeout 3\n")
	require.Equal(t, "option hold-timeout: 3s, was 1m0s; option n: 2, was 1", s.notes())
	require.Contains(t, s.Log(), "reconfigure 2 2")
	require.Equal(t, syscall.Errno(21), lookup(s.Stack, "x").OpErrno, "the same instance")
	set(" option n 66\n option hold-timeout 5\n")
	_, err := s.reload()
	require.ErrorContains(t, err, "s.py:11: reconfigure raised ValueError: not that")
	require.Equal(t, "3s", fmt.Sprint(s.Node("python").Options.Duration("hold-timeout")))
	require.Equal(t, syscall.Errno(21), lookup(s.Stack, "x").OpErrno)
	set(" option n 71\n")
	_, err = s.reload()
	require.ErrorContains(t, err, "71 is more than 70")
	set(" option n 3\n option lanes 2\n option time-limit 7\n")
	_, err = s.reload()
	require.ErrorContains(t, err, "g.vol:8:9: volume \"python\": option lanes is 1 and cannot change to 2 while the graph serves (unmount it and mount it anew)\n")
	require.ErrorContains(t, err, "option time-limit is 10s and cannot change to 7s")

	// Without the method the class gets a new instance.
	s.write("s.py", strings.Replace(src, "def reconfigure", "def other", 1))
	set(" option n 3\n")
	require.Contains(t, s.notes(), "loaded anew")
	require.Equal(t, syscall.Errno(33), lookup(s.Stack, "x").OpErrno)
	set(" option n 4\n")
	require.Equal(t, "option n: 4, was 3; a new instance for its options: it has no reconfigure()", s.notes())
	require.Equal(t, syscall.Errno(44), lookup(s.Stack, "x").OpErrno)
}

// TestReloadPutsBack has a translator that was taken out of the path.
func TestReloadPutsBack(t *testing.T) {
	s := newReloadable(t, class("    def lookup_fop(self, frame, this, loc, xdata):\n        if loc.name == 'bad':\n            boom\n        frame.unwind(-1, EDOM)\n"), " option on-error disable\n")
	require.Equal(t, syscall.EIO, lookup(s.Stack, "bad").OpErrno)
	require.Equal(t, syscall.ENOENT, lookup(s.Stack, "x").OpErrno)
	require.Equal(t, "put back into the path: it was disabled", s.notes())
	require.Equal(t, syscall.EDOM, lookup(s.Stack, "x").OpErrno)
	require.Equal(t, syscall.EIO, lookup(s.Stack, "bad").OpErrno)
	require.Equal(t, syscall.ENOENT, lookup(s.Stack, "x").OpErrno)
	s.vol = volumes(" option on-error eio\n")
	require.Contains(t, s.notes(), "option on-error: eio, was disable")
	require.Equal(t, syscall.EDOM, lookup(s.Stack, "x").OpErrno)
}

// TestReloadUnderLoad reloads 1,000 times, with code that handles a look-up in
// several ways, while requests are under way: none fails, and each is answered
// by the code that it began in.
func TestReloadUnderLoad(t *testing.T) {
	count := 1000
	if testing.Short() || xlatortest.Race {
		count = 150
	}
	both := func(n int) string {
		return class(fmt.Sprintf(`
    def __init__(self, this):
        self.calls = 0
    def lookup_fop(self, frame, this, loc, xdata):
        self.calls += 1
        frame.local = (%[1]d, self)
        self.wind_lookup(frame, loc, xdata)
    def lookup_cbk(self, frame, cookie, this, op_ret, op_errno, inode, buf, xdata, postparent):
        if frame.local != (%[1]d, self):
            raise ValueError("another edition's frame")
        self.unwind_lookup(frame, -1, %[1]d)
    def export_state(self):
        return self.calls
    def upgrade(self, calls):
        self.calls = calls
    def fini(self):
        self.log.info("calls %%d", self.calls)
`, n))
	}
	codes := []string{
		both(41), both(42),
		class("    def lookup_cbk(self, frame, cookie, this, op_ret, op_errno, *rest):\n        self.unwind_lookup(frame, -1, 43)\n    def export_state(self):\n        return self.calls\n    def upgrade(self, calls):\n        self.calls = calls\n"),
		class("    def lookup_fop(self, frame, this, loc, xdata):\n        self.wind_lookup(frame, loc, xdata)\n    def export_state(self):\n        return self.calls\n    def upgrade(self, calls):\n        self.calls = calls\n"),
		class("    calls = 0\n    def export_state(self):\n        return self.calls\n    def upgrade(self, calls):\n        self.calls = calls\n"),
		"boom\n",
	}
	want := map[syscall.Errno]bool{41: true, 42: true, 43: true, syscall.ENOENT: true}
	for _, lanes := range []string{"1", "3"} {
		t.Run("lanes "+lanes, func(t *testing.T) {
			s := newReloadable(t, codes[0], " option lanes "+lanes+"\n")
			s.Storage.Record(false)
			s.Storage.Async(true)
			stop := make(chan struct{})
			var wg sync.WaitGroup
			var done atomic.Int64
			seen := make([]map[syscall.Errno]int, 4)
			for g := range seen {
				seen[g] = make(map[syscall.Errno]int)
				wg.Go(func() {
					for {
						select {
						case <-stop:
							return
						default:
						}
						got := lookup(s.Stack, "x").OpErrno
						seen[g][got]++
						done.Add(1)
						if !want[got] {
							t.Errorf("answered %d", got)
							return
						}
					}
				})
			}
			loaded := 0
			for i := range count {
				s.write("s.py", codes[i%len(codes)])
				before := done.Load()
				if _, err := s.reload(); (err != nil) != (i%len(codes) == len(codes)-1) {
					t.Errorf("reload %d: %v", i, err)
					break
				} else if err == nil {
					loaded++
				}
				for i%7 == 0 && done.Load() == before && !t.Failed() {
					lookup(s.Stack, "y") // let the others on
				}
			}
			close(stop)
			wg.Wait()
			all := make(map[syscall.Errno]int)
			for _, m := range seen {
				for e, n := range m {
					all[e] += n
				}
			}
			require.Len(t, all, 4, "%v", all)
			require.NotContains(t, s.Log(), "Traceback")
			t.Logf("%d look-ups in %d reloads: %v", done.Load(), loaded, all)
			require.Zero(t, s.Dump("python")["errors"])
			s.Close()
			require.Equal(t, int32(0), s.Dump("python")["retiring"])
		})
	}
}

// problems returns what is wrong with the volumes.
func (r *reloadable) problems() string {
	var reg xlator.Registry
	reg.Register(scripting.Type, &xlator.Type{Name: "test/storage", New: func(*xlator.Node) (any, error) { return struct{}{}, nil }})
	_, err := xlator.Build(&reg, r.spec(), xlator.BuildOptions{})
	require.Error(r.t, err)
	return err.Error()
}
