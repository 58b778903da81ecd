package scripting_test

import (
	"fmt"
	"runtime"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/scripting"
	"github.com/windlassfs/windlass/xlator"
	"github.com/windlassfs/windlass/xlator/xlatortest"
)

func TestHooks(t *testing.T) {
	s := stack(t, class(`
    def __init__(self, this):
        Translator.__init__(self, this)
        print("made", self.name, this.name, [c.name for c in self.children], self.children[0].type, self)
    def init(self):
        self.log.info("init of %s", self.name)
    def fini(self):
        self.log.warning("fini")
    def forget(self, inode):
        self.log.error("forget %s %s", inode.gfid, inode.ctx_get())
    def release(self, fd):
        print("release", fd.is_dir, fd.ctx_get())
    def releasedir(self, fd):
        print("releasedir", fd.is_dir, fd.ctx_del(), fd.ctx_get())
    def lookup_cbk(self, frame, cookie, this, op_ret, op_errno, inode, buf, xdata, postparent):
        if op_ret == 0:
            print("set", inode.ctx_set({"seen": 1}), inode.ctx_get())
        frame.unwind()
    def open_cbk(self, frame, cookie, this, op_ret, op_errno, fd, xdata):
        fd.ctx_set("opened")
        frame.unwind()
    def opendir_cbk(self, frame, cookie, this, op_ret, op_errno, fd, xdata):
        fd.ctx_set("dir opened")
        frame.unwind()
`))
	gfid := fops.GFID{1}
	s.Storage.On(fops.OpLookup, func(a *fops.Args, r *fops.Reply) {
		r.Inode, r.Buf = a.Loc.Inode, fops.Iatt{GFID: gfid, Mode: 0o100644, Flags: 1}
	})
	in := lookup(s, "a").Inode
	s.Storage.On(fops.OpOpen, func(a *fops.Args, r *fops.Reply) { r.Fd = a.Fd })
	s.Storage.On(fops.OpOpendir, func(a *fops.Args, r *fops.Reply) { r.Fd = a.Fd })
	s.Release(s.Do(fops.OpOpen, func(a *fops.Args) { a.Loc.Inode = in }).Fd)
	s.Release(s.Do(fops.OpOpendir, func(a *fops.Args) { a.Loc.Inode = s.Root() }).Fd)
	s.Forget(in)
	s.Close()
	log := s.Log()
	for _, line := range []string{
		"made python python ['storage'] test/storage <translator xlator of volume python>", "init of python",
		"set None {'seen': 1}", "release False opened", "releasedir True dir opened None",
		"forget " + gfid.String() + " {'seen': 1}", "level=WARN msg=fini",
	} {
		require.Contains(t, log, line)
		log = log[strings.Index(log, line):]
	}
}

// TestContextsAreFreed keeps something with inodes that are forgotten, and sees
// that it can be collected.
func TestContextsAreFreed(t *testing.T) {
	s := stack(t, class(`
    def lookup_cbk(self, frame, cookie, this, op_ret, op_errno, inode, buf, xdata, postparent):
        inode.ctx_set("x" * 100000)
        self.unwind_lookup(frame, op_ret, op_errno, inode, buf, xdata, postparent)
`))
	n := byte(0)
	s.Storage.On(fops.OpLookup, func(a *fops.Args, r *fops.Reply) {
		n++
		r.Inode, r.Buf = a.Loc.Inode, fops.Iatt{GFID: fops.GFID{n, 1}, Mode: 0o100644, Flags: 1}
	})
	heap := func() int64 {
		runtime.GC()
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return int64(m.HeapAlloc)
	}
	before := heap()
	var all []*fops.Inode
	for i := range 100 {
		all = append(all, lookup(s, fmt.Sprint(i)).Inode)
	}
	require.Greater(t, heap()-before, int64(8<<20))
	for _, in := range all {
		s.Forget(in)
		require.False(t, in.HasCtx())
	}
	require.Less(t, heap()-before, int64(2<<20))
}

// TestRequestsAreFreed sees that nothing of a request stays behind.
func TestRequestsAreFreed(t *testing.T) {
	s := stack(t, class(`
    def lookup_fop(self, frame, this, loc, xdata):
        frame.local = ["x" * 10000, frame, loc]
        self.wind_lookup(frame, loc, xdata)
    def lookup_cbk(self, frame, cookie, this, op_ret, op_errno, inode, buf, xdata, postparent):
        self.unwind_lookup(frame, op_ret, op_errno, inode, buf, xdata, postparent)
`))
	var before, after runtime.MemStats
	for i := range 600 {
		if i == 100 {
			runtime.GC()
			runtime.ReadMemStats(&before)
		}
		require.Equal(t, syscall.ENOENT, lookup(s, "name").OpErrno)
		s.Storage.Reset()
	}
	runtime.GC()
	runtime.ReadMemStats(&after)
	require.Less(t, int64(after.HeapAlloc)-int64(before.HeapAlloc), int64(1<<20))
}

func TestManyGoroutines(t *testing.T) {
	src := class(`
    def __init__(self, this):
        self.n = 0
        self.open = {}
    def lookup_fop(self, frame, this, loc, xdata):
        frame.local = loc.name
        self.n = self.n + 1
        self.open[loc.name] = frame
        if self.options.again and loc.name[-1] == "3":
            self.wind_stat(frame, loc, xdata)
            return
        self.wind_lookup(frame, loc, xdata)
    def stat_cbk(self, frame, cookie, this, op_ret, op_errno, buf, xdata):
        self.unwind_lookup(frame, -1, EDOM)
    def lookup_cbk(self, frame, cookie, this, op_ret, op_errno, inode, buf, xdata, postparent):
        if frame is not self.open[frame.local]:
            raise ValueError("another's frame")
        del self.open[frame.local]
        self.unwind_lookup(frame, -1, len(frame.local) + 1, xdata=None)

OPTIONS = [Option("again", "bool")]
`)
	for _, lanes := range []string{"1", "4"} {
		for _, async := range []bool{false, true} {
			s := stack(t, src, "lanes", lanes, "again", "on")
			s.Storage.Async(async)
			var wg sync.WaitGroup
			for g := range 8 {
				wg.Go(func() {
					for i := range 200 {
						name := fmt.Sprintf("%s%d-%d", strings.Repeat("x", g*3), g, i)
						want := syscall.Errno(len(name) + 1)
						if strings.HasSuffix(name, "3") {
							want = syscall.EDOM
						}
						if r := lookup(s, name); r.OpErrno != want {
							t.Errorf("%s: %v instead of %v", name, r.OpErrno, want)
							return
						}
					}
				})
			}
			wg.Wait()
			require.NotContains(t, s.Log(), "level=ERROR")
		}
	}
}

func TestLanesShareOnlyPlainValues(t *testing.T) {
	s := stack(t, class(`
    def lookup_fop(self, frame, this, loc, xdata):
        loc.parent.ctx_set((1, "a", None, b"x", 2.5, 2**70))
        try:
            loc.parent.ctx_set([1])
        except TypeError as e:
            print(e)
        frame.unwind(-1, ENOENT)
    def stat_fop(self, frame, this, loc, xdata):
        print(loc.inode.ctx_get())
        frame.wind()
`), "lanes", "2")
	lookup(s, "x")
	for range 4 {
		s.Do(fops.OpStat, func(a *fops.Args) { a.Loc.Inode = s.Root() })
	}
	require.Contains(t, s.Log(), "ctx_set: with option lanes above 1 a value must be None, bool, int, float, str, bytes or a tuple of them, not list")
	require.Equal(t, 4, strings.Count(s.Log(), "(1, 'a', None, b'x', 2.5, 1180591620717411303424)"))
}

// kernel notes what it is told.
type kernel struct {
	mu   sync.Mutex
	told []string
}

func (k *kernel) note(format string, a ...any) {
	k.mu.Lock()
	k.told = append(k.told, fmt.Sprintf(format, a...))
	k.mu.Unlock()
}

func (k *kernel) InvalidateEntry(p *fops.Inode, name string) { k.note("entry %s %s", p.GFID, name) }
func (k *kernel) InvalidateInode(in *fops.Inode, off, n int64) {
	k.note("inode %s %d %d", in.GFID, off, n)
}
func (k *kernel) DeleteEntry(*fops.Inode, string, *fops.Inode) {}

func (k *kernel) Shrink() {}

func TestInvalidate(t *testing.T) {
	s := stack(t, class(`
    def lookup_fop(self, frame, this, loc, xdata):
        self.invalidate_entry(loc.parent, loc.name)
        self.invalidate_inode(ROOT_GFID, -1)
        self.invalidate_inode(loc.parent, offset=4, length=5)
        self.invalidate_inode("00000000-0000-0000-0000-0000000000ff")
        try:
            self.invalidate_entry(5, "x")
        except TypeError as e:
            print(e)
        frame.unwind(-1, ENOENT)
    def forget(self, inode):
        pass
`))
	k := &kernel{}
	s.Graph.SetKernel(k)
	require.Equal(t, syscall.ENOENT, lookup(s, "x").OpErrno)
	root := fops.RootGFID.String()
	require.Equal(t, []string{"entry " + root + " x", "inode " + root + " -1 0", "inode " + root + " 4 5"}, k.told)
	require.Contains(t, s.Log(), "invalidate_entry(): parameter parent must be an Inode or a gfid, not int")
}

// TestClasses derives, overrides and calls the base's methods.
func TestClasses(t *testing.T) {
	s := stack(t, `from windlass import *

class Base(Translator):
    def __init__(self, this):
        Translator.__init__(self, this)
        self.calls = []
    def lookup_fop(self, frame, this, loc, xdata):
        self.note("base")
        Translator.wind_lookup(self, frame, loc, xdata)
    def note(self, what):
        self.calls.append(what)

class xlator(Base):
    limit = 5
    def __init__(self, this):
        super().__init__(this)
        self.mine = 1
    @property
    def twice(self):
        return self.limit * 2
    def lookup_fop(self, frame, this, loc, xdata):
        self.note("derived")
        super().lookup_fop(frame, this, loc, xdata)
    def unwind_lookup(self, frame, op_ret, op_errno, *rest):
        self.note("unwind")
        Translator.unwind_lookup(self, frame, op_ret, EDOM, *rest)
    def lookup_cbk(self, frame, cookie, this, op_ret, op_errno, *rest):
        self.unwind_lookup(frame, op_ret, op_errno, *rest)
        print(self.calls, self.twice, self.__dict__, isinstance(self, Translator), hasattr(self, "nothing"))
        self.twice_ = 3
        del self.twice_
`)
	require.Equal(t, syscall.EDOM, lookup(s, "x").OpErrno, s.Log())
	require.Contains(t, s.Log(), "['derived', 'base', 'unwind'] 10 {'calls': ['derived', 'base', 'unwind'], 'mine': 1} True False")
}

// TestStackOfScripts passes through several scripts, each with a frame.
func TestStackOfScripts(t *testing.T) {
	l := xlatortest.Layer{Type: scripting.Type, Options: xlatortest.Options{"script": write(t, scripting.PassThroughSource())}}
	s := xlatortest.New(t, l, l, l, l)
	s.Storage.On(fops.OpLookup, func(a *fops.Args, r *fops.Reply) { r.Buf.Size = uint64(len(a.Loc.Name)) })
	require.Equal(t, uint64(4), lookup(s, "name").Buf.Size)
}

func TestALeafInPython(t *testing.T) {
	s := xlatortest.NewVolfile(t, "volume leaf\ntype scripting/python\noption script "+write(t, class(`
    def stat_fop(self, frame, this, loc, xdata):
        self.unwind_stat(frame, 0, 0, Iatt(ia_size=12), None)
    def open_fop(self, frame, this, loc, flags, fd, xdata):
        frame.wind()
`))+"\nend-volume\n", scripting.Type)
	require.Equal(t, uint64(12), s.Do(fops.OpStat, func(a *fops.Args) { a.Loc.Inode = s.Root() }).Buf.Size)
	require.Equal(t, syscall.ENOSYS, s.Do(fops.OpStatfs, nil).OpErrno)
	require.Equal(t, syscall.EIO, s.Do(fops.OpOpen, func(a *fops.Args) { a.Loc.Inode = s.Root() }).OpErrno)
	require.Contains(t, s.Log(), "RuntimeError: frame.wind(): volume leaf has no subvolume to wind to")
}

func TestInitFails(t *testing.T) {
	spec := &xlator.Spec{Volumes: []xlator.VolumeSpec{{Name: "v", Type: "scripting/python", Options: []xlator.OptionSpec{{Key: "script", Value: write(t, class("    def init(self):\n        raise ValueError('no')\n"))}}}}}
	var reg xlator.Registry
	reg.Register(scripting.Type)
	g, err := xlator.Build(&reg, spec, xlator.BuildOptions{})
	require.NoError(t, err)
	err = g.Init()
	require.ErrorContains(t, err, "volume \"v\": init() of the script failed:\nTraceback")
	require.ErrorContains(t, err, "ValueError: no")
}

func TestHeldFramesEndWithTheGraph(t *testing.T) {
	s := stack(t, class("    def lookup_fop(self, frame, this, loc, xdata):\n        frame.hold()\n"))
	r := s.Go(fops.OpLookup, named(s, "x"))
	require.Eventually(t, func() bool { return s.Dump("python")["held"] == int64(1) }, time.Second, time.Millisecond)
	s.Node("python").Translator.(xlator.Notifier).Notify(xlator.EventDown)
	require.Equal(t, syscall.ESHUTDOWN, r.Wait().OpErrno)
}
