package scripting_test

import (
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/scripting"
	"github.com/windlassfs/windlass/xlator"
	"github.com/windlassfs/windlass/xlator/xlatortest"
)

// class makes a script of methods; each line of body is indented by the test.
func class(body string) string {
	return "from windlass import *\nimport errno\n\nclass xlator(Translator):\n" + body
}

// lookup asks for a name that the storage does not have.
func lookup(s *xlatortest.Stack, name string) *fops.Reply {
	return s.Do(fops.OpLookup, func(a *fops.Args) { a.Loc = fops.Loc{Parent: s.Root(), Name: name} })
}

// TestMistakesOfHandlers has what scripts get wrong most often: each answers
// the caller and says in the log where it happened.
func TestMistakesOfHandlers(t *testing.T) {
	const cbk = `
    def lookup_cbk(self, frame, cookie, this, op_ret, op_errno, inode, buf, xdata, postparent):
        self.unwind_lookup(frame, op_ret, op_errno, inode, buf, xdata, postparent)
`
	for name, tc := range map[string]struct {
		body  string
		errno syscall.Errno
		log   string
	}{
		"neither": {`
    def lookup_fop(self, frame, this, loc, xdata):
        pass
`, syscall.EIO, "script.py:6: lookup_fop neither winds, unwinds nor holds its frame: answered EIO"},
		"neither in a callback": {`
    def lookup_cbk(self, frame, cookie, this, op_ret, op_errno, inode, buf, xdata, postparent):
        pass
`, syscall.EIO, "script.py:6: lookup_cbk neither winds, unwinds nor holds its frame"},
		"twice": {`
    def lookup_fop(self, frame, this, loc, xdata):
        self.unwind_lookup(frame, -1, errno.ENOENT)
        self.unwind_lookup(frame, -1, errno.ENOENT)
`, syscall.EIO, "script.py:8: RuntimeError: unwind_lookup() on a frame that is unwound already"},
		"unwind after wind": {`
    def lookup_fop(self, frame, this, loc, xdata):
        self.wind_lookup(frame, loc, xdata)
        self.unwind_lookup(frame, -1, errno.ENOENT)
` + cbk, syscall.EIO, "script.py:8: RuntimeError: unwind_lookup() after a wind: the child's reply comes to lookup_cbk"},
		"wind after unwind": {`
    def lookup_fop(self, frame, this, loc, xdata):
        frame.unwind(-1, errno.ENOENT)
        frame.wind()
` + cbk, syscall.EIO, "script.py:8: RuntimeError: frame.wind() after the frame was unwound"},
		"two winds, no callback": {`
    def lookup_fop(self, frame, this, loc, xdata):
        self.wind_lookup(frame, loc, xdata)
        self.wind_lookup(frame, loc, xdata)
`, syscall.EIO, "script.py:8: RuntimeError: wind_lookup() on a frame that was wound: without lookup_cbk the first reply is the answer"},
		"another fop without callback": {`
    def lookup_fop(self, frame, this, loc, xdata):
        self.wind_stat(frame, loc, xdata)
`, syscall.EIO, "RuntimeError: wind_stat() in a lookup: the class needs a method stat_cbk for the reply"},
		"unwinds another fop": {`
    def lookup_fop(self, frame, this, loc, xdata):
        self.unwind_stat(frame, 0, 0, None, None)
`, syscall.EIO, "TypeError: unwind_stat(): the frame is that of a lookup: call unwind_lookup"},
		"wrong type": {`
    def lookup_fop(self, frame, this, loc, xdata):
        self.wind_lookup(frame, loc.path, xdata)
`, syscall.EIO, "script.py:7: TypeError: wind_lookup(): parameter loc must be a Loc, not str"},
		"wrong type of a reply": {`
    def lookup_fop(self, frame, this, loc, xdata):
        self.unwind_lookup(frame, 0, 0, loc, None, None, None)
`, syscall.EIO, "TypeError: unwind_lookup(): parameter inode must be an Inode or None, not Loc"},
		"no number": {`
    def lookup_fop(self, frame, this, loc, xdata):
        self.unwind_lookup(frame, "no", 0)
`, syscall.EIO, "TypeError: unwind_lookup(): parameter op_ret must be an int, not str"},
		"too few": {`
    def lookup_fop(self, frame, this, loc, xdata):
        self.wind_lookup(frame, loc)
`, syscall.EIO, "TypeError: wind_lookup() takes (frame, loc, xdata): 2 values after the fixed ones, not 1"},
		"too many": {`
    def lookup_fop(self, frame, this, loc, xdata):
        self.wind_lookup(frame, loc, xdata, 1)
`, syscall.EIO, "TypeError: wind_lookup() takes (frame, loc, xdata): 2 values after the fixed ones, not 3"},
		"no frame": {`
    def lookup_fop(self, frame, this, loc, xdata):
        self.wind_lookup(loc, xdata)
`, syscall.EIO, "TypeError: wind_lookup(): parameter frame must be a Frame, not Loc"},
		"unknown keyword": {`
    def lookup_fop(self, frame, this, loc, xdata):
        self.wind_lookup(frame, loc, xdata, chlid=1)
`, syscall.EIO, "TypeError: wind_lookup() has no parameter chlid; did you mean child?"},
		"no such child": {`
    def lookup_fop(self, frame, this, loc, xdata):
        self.wind_lookup(frame, loc, xdata, child="storag")
`, syscall.EIO, "ValueError: wind_lookup(): volume python has no subvolume 'storag'; did you mean 'storage'?"},
		"failure without errno": {`
    def lookup_fop(self, frame, this, loc, xdata):
        self.unwind_lookup(frame, -1, 0)
`, syscall.EIO, "ValueError: unwind_lookup(): op_errno 0 is no error number, and op_ret is negative"},
		"misspelt attribute": {`
    def lookup_fop(self, frame, this, loc, xdata):
        self.wind_lokup(frame, loc, xdata)
`, syscall.EIO, "AttributeError: 'xlator' object has no attribute 'wind_lokup'; did you mean 'wind_lookup'?"},
		"misspelt attribute of a loc": {`
    def lookup_fop(self, frame, this, loc, xdata):
        print(loc.nam)
`, syscall.EIO, "AttributeError: 'Loc' object has no attribute 'nam'; did you mean 'name'?"},
		"changes what is not its own": {`
    def lookup_fop(self, frame, this, loc, xdata):
        loc.name = "other"
`, syscall.EIO, "AttributeError: this Loc belongs to the request and others read it; change a copy"},
		"any exception": {`
    def lookup_fop(self, frame, this, loc, xdata):
        self.helper()
    def helper(self):
        return {}["nothing"]
`, syscall.EIO, "script.py:9: KeyError"},
		"endless loop": {`
    def lookup_fop(self, frame, this, loc, xdata):
        while True:
            pass
`, syscall.EIO, "script exceeded its budget of 100000 steps"},
		"endless recursion": {`
    def lookup_fop(self, frame, this, loc, xdata):
        self.lookup_fop(frame, this, loc, xdata)
`, syscall.EIO, "RecursionError"},
		"raises OSError":         {"    def lookup_fop(self, frame, this, loc, xdata):\n        raise OSError(errno.EACCES)\n", syscall.EACCES, ""},
		"raises a subclass":      {"    def lookup_fop(self, frame, this, loc, xdata):\n        raise PermissionError\n", syscall.EACCES, ""},
		"raises FileExistsError": {"    def lookup_fop(self, frame, this, loc, xdata):\n        raise FileExistsError('x')\n", syscall.EEXIST, ""},
		"raises after a wind":    {"    def lookup_fop(self, frame, this, loc, xdata):\n        frame.wind()\n        raise OSError(EBUSY, 'busy')\n", syscall.EBUSY, ""},
		"raises in a callback":   {"    def lookup_cbk(self, frame, *rest):\n        raise OSError(EXDEV)\n", syscall.EXDEV, ""},
	} {
		t.Run(name, func(t *testing.T) {
			s := stack(t, class(tc.body), "step-limit", "100000")
			r := lookup(s, "name")
			require.Equal(t, tc.errno, r.OpErrno, s.Log())
			require.Equal(t, int64(-1), r.OpRet)
			require.Contains(t, strings.ReplaceAll(s.Log(), `\"`, `"`), tc.log)
			if tc.log == "" {
				require.NotContains(t, s.Log(), "level=ERROR")
			}
			require.Equal(t, syscall.Errno(0), s.Do(fops.OpStatfs, func(a *fops.Args) { a.Loc.Inode = s.Root() }).OpErrno, "the graph goes on")
		})
	}
}

func TestTracebackNamesEverything(t *testing.T) {
	s := stack(t, class(`
    def lookup_fop(self, frame, this, loc, xdata):
        self.helper(loc)
    def helper(self, loc):
        raise ValueError("bad " + loc.name)
`))
	require.Equal(t, syscall.EIO, lookup(s, "name").OpErrno)
	log := s.Log()
	for _, part := range []string{"script.py:9: ValueError: bad name", "method=lookup_fop", "fop=lookup", "function=helper", "volume=python", "Traceback (most recent call last)", "line 7, in lookup_fop", "line 9, in helper"} {
		require.Contains(t, log, part)
	}
	require.Equal(t, int64(1), s.Dump("python")["errors"])
}

func TestTheLogIsNotFlooded(t *testing.T) {
	s := stack(t, class("    def lookup_fop(self, frame, this, loc, xdata):\n        nothing\n"))
	for range 100 {
		require.Equal(t, syscall.EIO, lookup(s, "name").OpErrno)
	}
	require.Equal(t, 5, strings.Count(s.Log(), "level=ERROR"))
	require.Equal(t, int64(100), s.Dump("python")["errors"])
}

func TestPassthroughOnError(t *testing.T) {
	src := class(`
    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name == "down":
            self.wind_lookup(frame, loc, xdata)
            boom
        if loc.name == "no":
            raise OSError(EACCES)
        self.wind_lookup(frame, loc, xdata)
    def lookup_cbk(self, frame, cookie, this, op_ret, op_errno, inode, buf, xdata, postparent):
        boom
`)
	s := stack(t, src, "on-error", "passthrough")
	s.Storage.On(fops.OpLookup, func(a *fops.Args, r *fops.Reply) { r.Fail(syscall.EDOM) })
	require.Equal(t, syscall.EDOM, lookup(s, "down").OpErrno)
	require.Equal(t, syscall.EDOM, lookup(s, "up").OpErrno)
	require.Equal(t, syscall.EACCES, lookup(s, "no").OpErrno, "an OSError is an answer")
	require.Contains(t, s.Log(), `answer="passed on"`)
	require.Len(t, s.Storage.Asked(fops.OpLookup), 2)
}

// TestAfterTheRequest keeps objects of one request and uses them in the next.
func TestAfterTheRequest(t *testing.T) {
	s := stack(t, class(`
    kept = None
    def lookup_fop(self, frame, this, loc, xdata):
        if self.kept is None:
            self.kept = [loc, frame, loc.parent, frame.root, xdata]
            self.copy = xdata.copy()
            self.wind_lookup(frame, loc, xdata)
            return
        found = []
        for use in [
            lambda: self.kept[0].name,
            lambda: self.kept[1].local,
            lambda: self.kept[1].unwind(0, 0),
            lambda: self.unwind_lookup(self.kept[1], -1, 2),
            lambda: self.wind_lookup(self.kept[1], loc, xdata),
            lambda: self.kept[2].ctx_get(),
            lambda: self.kept[3].uid,
            lambda: self.kept[4]["k"],
            lambda: self.kept[5].ia_size,
            lambda: self.wind_lookup(frame, self.kept[0], None),
        ]:
            try:
                use()
                found.append("used")
            except ReferenceError as e:
                found.append(str(e))
        self.log.info("%s", "|".join(found))
        self.log.info("copy %s %d", self.copy["k"], self.size.ia_size)
        self.unwind_lookup(frame, -1, ENOENT)
    def lookup_cbk(self, frame, cookie, this, op_ret, op_errno, inode, buf, xdata, postparent):
        self.kept.append(buf)
        self.size = buf.copy()
        frame.unwind()
`))
	s.Storage.On(fops.OpLookup, func(a *fops.Args, r *fops.Reply) { r.Buf.Size = 77 })
	with := func(a *fops.Args) {
		a.Loc = fops.Loc{Parent: s.Root(), Name: "name"}
		a.XData = &fops.Dict{}
		a.XData.Set("k", "v")
	}
	require.Zero(t, s.Do(fops.OpLookup, with).OpErrno)
	require.Equal(t, syscall.ENOENT, s.Do(fops.OpLookup, with).OpErrno)
	require.NotContains(t, s.Log(), "used", s.Log())
	require.Equal(t, 10, strings.Count(s.Log(), "belongs to a lookup that has ended"), s.Log())
	require.Contains(t, s.Log(), "copy v 77")
}

// TestAsItCame passes on without naming arguments, but for one.
func TestAsItCame(t *testing.T) {
	s := stack(t, class(`
    def mkdir_fop(self, frame, this, loc, mode, umask, xdata):
        frame.wind(0, mode=mode | 0o1000)
    def mkdir_cbk(self, frame, cookie, this, op_ret, op_errno, inode, buf, preparent, postparent, xdata):
        frame.unwind(entry_timeout=2, postparent=Iatt(ia_size=4))
    def readdirp_cbk(self, frame, cookie, this, op_ret, op_errno, entries, xdata):
        shown = [e for e in entries if not e.name.startswith(".")]
        if entries and not shown:
            frame.wind(off=entries[-1].off)
        else:
            frame.unwind(entries=shown)
`))
	s.Storage.On(fops.OpMkdir, func(a *fops.Args, r *fops.Reply) { r.Buf.Mode = a.Mode; r.AttrTimeout = time.Minute })
	r := s.Do(fops.OpMkdir, func(a *fops.Args) { a.Loc, a.Mode, a.Umask = fops.Loc{Parent: s.Root(), Name: "d"}, 0o755, 0o22 })
	require.Equal(t, uint32(0o1755), r.Buf.Mode, s.Log())
	require.Equal(t, uint32(0o22), s.Storage.Asked(fops.OpMkdir)[0].Umask)
	require.Equal(t, []any{uint64(4), 2 * time.Second, time.Minute}, []any{r.Post.Size, r.EntryTimeout, r.AttrTimeout})
	s.Storage.On(fops.OpReaddirp, func(a *fops.Args, r *fops.Reply) {
		names := []string{".a", ".b", "c", ".d", "e"}
		if a.Offset < int64(len(names)) {
			r.Entries = []fops.Dirent{{Name: names[a.Offset], Off: a.Offset + 1}}
			r.OpRet = 1
		}
	})
	fd, off, got := fops.NewFd(s.Root(), 0, true, s.Root().Slots()), int64(0), ""
	for {
		r := s.Do(fops.OpReaddirp, func(a *fops.Args) { a.Fd, a.Offset = fd, off })
		require.Zero(t, r.OpErrno, s.Log())
		if len(r.Entries) == 0 {
			break
		}
		off, got = r.Entries[0].Off, got+r.Entries[0].Name
	}
	require.Equal(t, "ce", got)
}

func TestFanOut(t *testing.T) {
	src := class(`
    def stat_fop(self, frame, this, loc, xdata):
        frame.local = []
        for child in self.children:
            self.wind_stat(frame, loc, xdata, child=child, cookie=child.name)
    def stat_cbk(self, frame, cookie, this, op_ret, op_errno, buf, xdata):
        frame.local.append((cookie, buf))
        if self.options.first and len(frame.local) == 1:
            self.unwind_stat(frame, 0, 0, buf, xdata)
        elif not self.options.first and len(frame.local) == len(self.children):
            total = Iatt()
            for name, buf in frame.local:
                total.ia_size += buf.ia_size
            self.unwind_stat(frame, 0, 0, total, None)

OPTIONS = [Option("first", "bool")]
`)
	file := write(t, src)
	for _, async := range []bool{false, true} {
		for _, first := range []string{"on", "off"} {
			s := xlatortest.NewVolfile(t, "volume a\ntype test/storage\nend-volume\nvolume b\ntype test/storage\nend-volume\nvolume c\ntype test/storage\nend-volume\n"+
				"volume fan\ntype scripting/python\noption script "+file+"\noption first "+first+"\nsubvolumes a b c\nend-volume\n", scripting.Type)
			for i, name := range []string{"a", "b", "c"} {
				s.StorageOf(name).Async(async)
				s.StorageOf(name).On(fops.OpStat, func(a *fops.Args, r *fops.Reply) { r.Buf.Size = 1 << (8 * i) })
			}
			for range 20 {
				r := s.Do(fops.OpStat, func(a *fops.Args) { a.Loc.Inode = s.Root() })
				require.Zero(t, r.OpErrno, s.Log())
				if first == "off" {
					require.Equal(t, uint64(0x10101), r.Buf.Size)
				} else {
					require.Contains(t, []uint64{1, 1 << 8, 1 << 16}, r.Buf.Size)
				}
			}
			s.Close()
			for _, name := range []string{"a", "b", "c"} {
				require.Len(t, s.StorageOf(name).Asked(fops.OpStat), 20, "every wind arrives, whoever is first")
			}
		}
	}
}

func TestWindAnotherFop(t *testing.T) {
	s := stack(t, class(`
    def lookup_fop(self, frame, this, loc, xdata):
        frame.local = loc
        self.wind_statfs(frame, loc, None)
    def statfs_cbk(self, frame, cookie, this, op_ret, op_errno, buf, xdata):
        if frame.op == "statfs":
            frame.unwind()
            return
        self.free = buf.f_bfree
        self.wind_lookup(frame, frame.local, {"free": self.free})
    def lookup_cbk(self, frame, cookie, this, op_ret, op_errno, inode, buf, xdata, postparent):
        buf = buf.copy()
        buf.ia_size = self.free
        self.unwind_lookup(frame, op_ret, op_errno, inode, buf, xdata, postparent, entry_timeout=1.5, attr_timeout=None)
`))
	s.Storage.On(fops.OpStatfs, func(a *fops.Args, r *fops.Reply) { r.Statvfs.Bfree = 99 })
	s.Storage.On(fops.OpLookup, func(a *fops.Args, r *fops.Reply) { r.AttrTimeout = time.Hour; r.XData = a.XData })
	r := lookup(s, "name")
	require.Zero(t, r.OpErrno, s.Log())
	require.Equal(t, uint64(99), r.Buf.Size)
	require.Equal(t, 1500*time.Millisecond, r.EntryTimeout)
	require.Equal(t, fops.DefaultTimeout, r.AttrTimeout)
	v, _ := r.XData.Get("free")
	require.Equal(t, int64(99), v)
	require.Equal(t, uint64(99), s.Do(fops.OpStatfs, func(a *fops.Args) { a.Loc.Inode = s.Root() }).Statvfs.Bfree)
}

func TestKeywordsTravelAlong(t *testing.T) {
	s := stack(t, class(`
    def rename_fop(self, frame, this, oldloc, newloc, xdata):
        if newloc.name == "plain":
            self.wind_rename(frame, oldloc, newloc, xdata)
        elif newloc.name == "copy":
            self.wind_rename(frame, oldloc, newloc.copy(name="made"), xdata)
        else:
            self.wind_rename(frame, oldloc, newloc, xdata, flags=RENAME_EXCHANGE)
`))
	s.Storage.On(fops.OpRename, func(*fops.Args, *fops.Reply) {})
	for _, name := range []string{"plain", "copy", "set"} {
		s.Do(fops.OpRename, func(a *fops.Args) {
			a.Loc, a.Loc2 = fops.Loc{Parent: s.Root(), Name: "old"}, fops.Loc{Parent: s.Root(), Name: name}
			a.Flags = 1
		})
	}
	asked := s.Storage.Asked(fops.OpRename)
	require.Len(t, asked, 3, s.Log())
	require.Equal(t, []uint32{1, 1, 2}, []uint32{asked[0].Flags, asked[1].Flags, asked[2].Flags})
	require.Equal(t, "made", asked[1].Loc2.Name)
}

func TestHold(t *testing.T) {
	src := class(`
    def __init__(self, this):
        self.waiting = []
    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name == "go":
            for f in self.waiting:
                self.unwind_lookup(f, -1, ENODATA)
            self.waiting = []
            self.unwind_lookup(frame, -1, ENOENT)
        elif loc.name == "wind":
            for f, l in self.held:
                self.wind_lookup(f, l, None)
            self.unwind_lookup(frame, -1, ENOENT)
        else:
            frame.hold()
            self.waiting.append(frame)
            self.held = [(frame, loc)]
`)
	held := func(s *xlatortest.Stack, n int64) {
		t.Helper()
		require.Eventually(t, func() bool { return s.Dump("python")["held"] == n }, 5*time.Second, time.Millisecond)
	}
	t.Run("answered by another", func(t *testing.T) {
		s := stack(t, src)
		a, b := s.Go(fops.OpLookup, named(s, "a")), s.Go(fops.OpLookup, named(s, "b"))
		held(s, 2)
		require.Equal(t, syscall.ENOENT, lookup(s, "go").OpErrno, s.Log())
		require.Equal(t, syscall.ENODATA, a.Wait().OpErrno)
		require.Equal(t, syscall.ENODATA, b.Wait().OpErrno)
		held(s, 0)
	})
	t.Run("wound by another", func(t *testing.T) {
		s := stack(t, src)
		s.Storage.On(fops.OpLookup, func(a *fops.Args, r *fops.Reply) { r.Fail(syscall.EDOM) })
		a := s.Go(fops.OpLookup, named(s, "a"))
		held(s, 1)
		require.Equal(t, syscall.ENOENT, lookup(s, "wind").OpErrno, s.Log())
		require.Equal(t, syscall.EDOM, a.Wait().OpErrno, s.Log())
	})
	t.Run("interrupted", func(t *testing.T) {
		s := stack(t, src)
		a := s.Go(fops.OpLookup, named(s, "a"))
		held(s, 1)
		a.Interrupt()
		require.Equal(t, syscall.EINTR, a.Wait().OpErrno)
		require.Equal(t, syscall.EIO, lookup(s, "go").OpErrno, "the frame has ended")
		require.Contains(t, s.Log(), "ReferenceError: this Frame belongs to a lookup that has ended")
	})
	t.Run("timed out", func(t *testing.T) {
		s := stack(t, src, "hold-timeout", "20ms")
		require.Equal(t, syscall.ETIMEDOUT, lookup(s, "a").OpErrno)
		require.Contains(t, s.Log(), "a held frame was not answered in time")
	})
}

func named(s *xlatortest.Stack, name string) func(*fops.Args) {
	return func(a *fops.Args) { a.Loc = fops.Loc{Parent: s.Root(), Name: name} }
}

// TestObjectsOfAnotherRequest passes on, for one request, what came with
// another that is still under way: its memory may go first.
func TestObjectsOfAnotherRequest(t *testing.T) {
	s := stack(t, class(`
    def writev_fop(self, frame, this, fd, vector, count, off, flags, iobref, xdata):
        if off == 1:
            frame.hold()
            self.first = (frame, fd, vector, xdata)
            return
        held, hisfd, his, hisx = self.first
        for bad in (lambda: self.wind_writev(frame, hisfd, vector, 1, off, flags, None, None),):
            try:
                bad()
            except TypeError as e:
                print(e)
        self.wind_writev(frame, fd, his, count, off, flags, iobref, hisx)
        self.unwind_writev(held, 5, 0, None, None, None)
    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name == "a":
            frame.hold()
            self.first = (frame, loc)
            return
        held, his = self.first
        try:
            self.wind_lookup(frame, his, None)
        except TypeError as e:
            print(e)
        self.wind_lookup(frame, loc.copy(parent=his.parent), None)
        self.unwind_lookup(held, -1, ENODATA)
    def writev_cbk(self, frame, cookie, this, op_ret, op_errno, prebuf, postbuf, xdata):
        frame.unwind()
`))
	fd := fops.NewFd(s.Root(), 0, true, s.Root().Slots())
	entered, release := make(chan struct{}), make(chan struct{})
	var got string
	s.Storage.On(fops.OpWritev, func(a *fops.Args, r *fops.Reply) {
		close(entered)
		<-release
		v, _ := a.XData.Bytes("k")
		got, r.OpRet = string(a.Vector)+string(v), 5
	})
	data, value := []byte("first"), []byte("value")
	first := s.Go(fops.OpWritev, func(a *fops.Args) {
		a.Fd, a.Vector, a.Offset = fd, data, 1
		a.XData = &fops.Dict{}
		a.XData.Set("k", value)
	})
	require.Eventually(t, func() bool { return s.Dump("python")["held"] == int64(1) }, time.Second, time.Millisecond)
	second := s.Go(fops.OpWritev, func(a *fops.Args) { a.Fd, a.Vector, a.Offset = fd, []byte("other"), 2 })
	<-entered
	copy(data, "XXXXX")
	copy(value, "XXXXX")
	close(release)
	require.Zero(t, second.Wait().OpErrno, s.Log())
	require.Zero(t, first.Wait().OpErrno, s.Log())
	require.Equal(t, "firstvalue", got)
	require.Contains(t, s.Log(), "wind_writev(): parameter fd: the fd belongs to another request (writev)")

	a := s.Go(fops.OpLookup, named(s, "a"))
	require.Eventually(t, func() bool { return s.Dump("python")["held"] == int64(1) }, time.Second, time.Millisecond)
	require.Equal(t, syscall.ENOENT, lookup(s, "b").OpErrno, s.Log())
	require.Equal(t, syscall.ENODATA, a.Wait().OpErrno)
	require.Contains(t, s.Log(), "wind_lookup(): parameter loc: the inode belongs to another request (lookup)")
}

func TestRoot(t *testing.T) {
	s := stack(t, class(`
    def lookup_fop(self, frame, this, loc, xdata):
        r = frame.root
        self.log.info("%s", [r.uid, r.gid, r.pid, r.groups, r.unique, r.lk_owner, this is self, frame.op])
        frame.unwind(-1, ENOENT)
`))
	s.DoCall(func(c *xlator.Call) {
		c.UID, c.GID, c.PID, c.Unique, c.LkOwner = 1, 2, 3, 4, 1<<63+5
		c.SetGroups([]uint32{6, 7})
	}, fops.OpLookup, named(s, "x"))
	require.Contains(t, s.Log(), "[1, 2, 3, [6, 7], 4, 9223372036854775813, True, 'lookup']")
}

// A part of a directory of which nothing is left is not its end.
func TestLeavingOutAllOfADirectoryPart(t *testing.T) {
	s := stack(t, class(`
    def readdir_cbk(self, frame, cookie, this, op_ret, op_errno, entries, xdata):
        self.unwind_readdir(frame, op_ret, op_errno, [e for e in entries if not e.name.startswith("h")], xdata)
`))
	parts := map[int64][]string{0: {"h1", "h2"}, 2: {"h3"}, 3: {"keep"}}
	s.Storage.On(fops.OpReaddir, func(a *fops.Args, r *fops.Reply) {
		for i, name := range parts[a.Offset] {
			r.Entries = append(r.Entries, fops.Dirent{Name: name, Off: a.Offset + int64(i) + 1})
		}
		r.OpRet = int64(len(r.Entries))
	})
	list := func(off int64) *fops.Reply {
		return s.Do(fops.OpReaddir, func(a *fops.Args) { a.Offset, a.Size = off, 4096 })
	}
	r := list(0)
	require.False(t, r.Failed(), s.Log())
	require.Len(t, r.Entries, 1)
	require.Equal(t, "keep", r.Entries[0].Name)
	require.Empty(t, list(r.Entries[0].Off).Entries)
}

// TestAHeldFrameIsWoundByAnother has one call that winds a frame which was held
// and answers its own. The child may reply before the second is done.
func TestAHeldFrameIsWoundByAnother(t *testing.T) {
	for _, async := range []bool{false, true} {
		s := stack(t, class(`
    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name == "hold":
            self.held = frame
            frame.hold()
            return
        self.held.wind()
        self.unwind_lookup(frame, -1, EXDEV)
    def lookup_cbk(self, frame, cookie, this, op_ret, op_errno, inode, buf, xdata, postparent):
        self.unwind_lookup(frame, -1, EDOM)
`))
		s.Storage.Async(async)
		for range 20 {
			r := s.Go(fops.OpLookup, named(s, "hold"))
			require.Eventually(t, func() bool { return s.Dump("python")["held"] == int64(1) }, 10*time.Second, 100*time.Microsecond)
			require.Equal(t, syscall.EXDEV, lookup(s, "x").OpErrno)
			require.Equal(t, syscall.EDOM, r.Wait().OpErrno)
		}
		s.Close()
		require.NotContains(t, s.Log(), "level=ERROR")
	}
}
