package xlatortest_test

import (
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/sys/unix"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/xlator"
	"github.com/windlassfs/windlass/xlator/xlatortest"
)

// through is a translator that winds and unwinds everything, after change has
// had a look.
type through struct {
	args  func(*xlator.Frame, *fops.Args) *fops.Args
	reply func(*fops.Reply)
}

func (t *through) Bind(b *xlator.Bindings) {
	for op := range b.Fop {
		b.Fop[op] = func(f *xlator.Frame, a *fops.Args) {
			if t.args != nil {
				a = t.args(f, a)
			}
			f.Wind(0, a, nil)
		}
		b.Cbk[op] = func(f *xlator.Frame, _ any, r *fops.Reply) {
			if t.reply != nil {
				t.reply(r)
			}
			f.Unwind(r)
		}
	}
}

func typeOf(x any) *xlator.Type {
	return &xlator.Type{Name: "test/through", MinChildren: 1, MaxChildren: 1, New: func(*xlator.Node) (any, error) { return x, nil }}
}

func TestPassThrough(t *testing.T) {
	xlatortest.PassThrough(t, typeOf(&through{}), nil)
}

func TestRequireNoAllocs(t *testing.T) {
	xlatortest.RequireNoAllocs(t, typeOf(&through{}), nil)
}

func at(s *xlatortest.Stack, name string) func(*fops.Args) {
	return func(a *fops.Args) { a.Loc = fops.Loc{Parent: s.Root(), Name: name} }
}

func on(fd *fops.Fd) func(*fops.Args) { return func(a *fops.Args) { a.Fd = fd } }

// TestTheStorageIsAFilesystem goes through what a program does.
func TestTheStorageIsAFilesystem(t *testing.T) {
	s := xlatortest.New(t, xlatortest.Layer{Type: typeOf(&through{})})
	require.Equal(t, syscall.ENOENT, s.Do(fops.OpLookup, at(s, "f")).OpErrno)
	r := s.Do(fops.OpCreate, func(a *fops.Args) { at(s, "f")(a); a.Mode = 0o640 })
	require.False(t, r.Failed())
	fd, in := r.Fd, r.Inode
	require.Equal(t, "/f", in.Path())
	require.Same(t, in, fd.Inode)
	w := s.Do(fops.OpWritev, func(a *fops.Args) { a.Fd, a.Vector, a.Offset = fd, []byte("hello"), 2 })
	require.Equal(t, int64(5), w.OpRet)
	require.Equal(t, uint64(0), w.Pre.Size)
	require.Equal(t, uint64(7), w.Post.Size)
	require.Equal(t, "\x00\x00hello", string(s.Do(fops.OpReadv, func(a *fops.Args) { a.Fd, a.Size = fd, 100 }).Vector))
	require.Empty(t, s.Do(fops.OpReadv, func(a *fops.Args) { a.Fd, a.Size, a.Offset = fd, 100, 7 }).Vector)
	require.Equal(t, uint64(7), s.Do(fops.OpFstat, on(fd)).Buf.Size)
	require.Zero(t, s.Do(fops.OpFlush, on(fd)).OpErrno)
	s.Release(fd)

	require.Same(t, in, s.Do(fops.OpLookup, at(s, "f")).Inode)
	require.Equal(t, syscall.EEXIST, s.Do(fops.OpMkdir, at(s, "f")).OpErrno)
	dir := s.Do(fops.OpMkdir, at(s, "d")).Inode
	require.Equal(t, uint32(unix.S_IFDIR), dir.Type)
	l := s.Do(fops.OpLink, func(a *fops.Args) { at(s, "f")(a); a.Loc.Inode, a.Loc2 = in, fops.Loc{Parent: dir, Name: "g"} })
	require.Same(t, in, l.Inode)
	require.Equal(t, uint32(2), l.Buf.Nlink)
	require.Equal(t, syscall.ENOTEMPTY, s.Do(fops.OpRmdir, at(s, "d")).OpErrno)
	require.Zero(t, s.Do(fops.OpRename, func(a *fops.Args) {
		at(s, "f")(a)
		a.Loc2, a.Flags = fops.Loc{Parent: s.Root(), Name: "d"}, unix.RENAME_EXCHANGE
	}).OpErrno)
	require.Same(t, dir, s.Do(fops.OpLookup, at(s, "f")).Inode)
	require.Zero(t, s.Do(fops.OpUnlink, at(s, "d")).OpErrno)

	require.Zero(t, s.Do(fops.OpSymlink, func(a *fops.Args) { at(s, "l")(a); a.Path = "f" }).OpErrno)
	require.Equal(t, "f", s.Do(fops.OpReadlink, at(s, "l")).Path)
	require.Zero(t, s.Do(fops.OpSetxattr, func(a *fops.Args) {
		at(s, "l")(a)
		a.Dict = &fops.Dict{}
		a.Dict.Set("user.x", "y")
	}).OpErrno)
	v, _ := s.Do(fops.OpGetxattr, func(a *fops.Args) { at(s, "l")(a); a.Name = "user.x" }).Dict.Bytes("user.x")
	require.Equal(t, "y", string(v))

	od := s.Do(fops.OpOpendir, func(a *fops.Args) { a.Loc.Inode = s.Root() }).Fd
	require.True(t, od.Dir)
	ls := s.Do(fops.OpReaddirp, func(a *fops.Args) { a.Fd, a.Size = od, 4096 })
	require.Equal(t, int64(2), ls.OpRet)
	require.Equal(t, "f", ls.Entries[0].Name)
	require.Same(t, dir, ls.Entries[0].Inode)
	for _, e := range ls.Entries {
		s.Forget(e.Inode)
	}
	ls = s.Do(fops.OpReaddirp, func(a *fops.Args) { a.Fd, a.Size = od, 4096 })
	require.True(t, ls.Entries[1].Inode.Linked(), "inodes that nobody knew become known")
	require.Equal(t, "/l", ls.Entries[1].Inode.Path())
	tmp := s.Do(fops.OpTmpfile, func(a *fops.Args) { a.Loc.Inode = s.Root() })
	require.False(t, tmp.Failed())
	require.Zero(t, s.Do(fops.OpLink, func(a *fops.Args) { a.Loc.Inode, a.Loc2 = tmp.Inode, fops.Loc{Parent: s.Root(), Name: "t"} }).OpErrno)
	require.Same(t, tmp.Inode, s.Do(fops.OpLookup, at(s, "t")).Inode)
	require.Equal(t, syscall.ENOSYS, s.Do(fops.OpBmap, func(a *fops.Args) { a.Loc.Inode = in }).OpErrno)
}

func TestScriptsReplaceAnswers(t *testing.T) {
	s := xlatortest.NewVolfile(t, `
		volume low type test/storage end-volume
		volume high type test/through subvolumes low end-volume`, typeOf(&through{}))
	require.Same(t, s.Storage, s.StorageOf("low"))
	s.Storage.On(fops.OpStat, func(a *fops.Args, r *fops.Reply) { r.Fail(syscall.EACCES) })
	r := s.Do(fops.OpStat, func(a *fops.Args) { a.Loc.Inode = s.Root() })
	require.Equal(t, syscall.EACCES, r.OpErrno)
	require.Len(t, s.Storage.Asked(fops.OpStat), 1)
	require.Same(t, s.Root(), s.Storage.Asked(fops.OpStat)[0].Loc.Inode)
	s.Storage.On(fops.OpStat, nil)
	require.False(t, s.Do(fops.OpStat, func(a *fops.Args) { a.Loc.Inode = s.Root() }).Failed())
	require.Equal(t, []fops.Op{fops.OpStat, fops.OpStat}, s.Storage.Ops())
}

func TestInterrupt(t *testing.T) {
	s := xlatortest.New(t)
	s.Storage.Handle(fops.OpStat, func(f *xlator.Frame, _ *fops.Args) {
		<-f.Done()
		f.Fail(syscall.EINTR)
	})
	r := s.Go(fops.OpStat, nil)
	r.Interrupt()
	require.Equal(t, syscall.EINTR, r.Wait().OpErrno)
}

func TestProblems(t *testing.T) {
	require.Empty(t, xlatortest.Problems(t, xlatortest.Layer{Type: typeOf(&through{})}))
	require.Contains(t, xlatortest.Problems(t, xlatortest.Layer{Type: typeOf(&through{}), Options: xlatortest.Options{"x": "y"}}), `has no option "x"`)
}

// fake is a testing.TB that notes failures instead of failing.
type fake struct {
	testing.TB
	failed   bool
	cleanups []func()
}

func (f *fake) Helper()               {}
func (f *fake) Errorf(string, ...any) { f.failed = true }
func (f *fake) Cleanup(fn func())     { f.cleanups = append(f.cleanups, fn) }

// TestMistakesAreFound hands the harness translators that are wrong.
func TestMistakesAreFound(t *testing.T) {
	ref := func(in *fops.Inode) *fops.Inode { in.Ref(); return in }
	for name, handler := range map[string]xlator.Handler{
		"no answer": func(*xlator.Frame, *fops.Args) {},
		"a kept inode": func(f *xlator.Frame, a *fops.Args) {
			x := f.Call().Graph().Inodes().Link(fops.NewInode(0), fops.GFID{7}, 0)
			f.Node().Graph().UnrefInode(ref(x), 1)
			f.Fail(syscall.EIO)
		},
	} {
		t.Run(name, func(t *testing.T) {
			tb := &fake{TB: t}
			s := xlatortest.New(tb)
			s.Storage.Handle(fops.OpStat, handler)
			s.Do(fops.OpStat, nil)
			for _, fn := range tb.cleanups {
				fn()
			}
			require.True(t, tb.failed)
		})
	}
	for name, x := range map[string]*through{
		"an argument": {args: func(f *xlator.Frame, a *fops.Args) *fops.Args {
			b := f.CopyArgs(a)
			b.Mode++
			return b
		}},
		"a reply":      {reply: func(r *fops.Reply) { r.Post.Size++ }},
		"an errno":     {reply: func(r *fops.Reply) { r.OpErrno = 1 }},
		"a time-out":   {reply: func(r *fops.Reply) { r.EntryTimeout = 1 }},
		"caller's own": {args: func(f *xlator.Frame, a *fops.Args) *fops.Args { a.Name += "x"; return a }},
	} {
		t.Run(name, func(t *testing.T) {
			require.False(t, xlatortest.Passes(t, typeOf(x)), "the suite must see it")
		})
	}
}
