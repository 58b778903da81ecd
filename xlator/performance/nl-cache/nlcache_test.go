package nlcache_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
	"syscall"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"
	"golang.org/x/sys/unix"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/xlator"
	nlcache "github.com/windlassfs/windlass/xlator/performance/nl-cache"
	"github.com/windlassfs/windlass/xlator/xlatortest"
)

// backDoor is the process whose requests go past the cache: somebody who
// changes the storage behind the mount's back.
const backDoor = 999

type door struct{}

func (door) Bind(b *xlator.Bindings) {
	for op := range b.Fop {
		b.Fop[op] = func(f *xlator.Frame, a *fops.Args) {
			child := 0
			if f.Root().PID == backDoor {
				child = 1
			}
			f.Wind(child, a, nil)
		}
	}
}

// stack is a cache that lines of options configure, with a back door.
func stack(t testing.TB, options ...string) *xlatortest.Stack {
	return xlatortest.NewVolfile(t, `
		volume storage type test/storage end-volume
		volume nl-cache type performance/nl-cache `+strings.Join(options, " ")+` subvolumes storage end-volume
		volume door type test/door subvolumes nl-cache storage end-volume`,
		nlcache.Type, &xlator.Type{Name: "test/door", MinChildren: 2, MaxChildren: 2, New: func(*xlator.Node) (any, error) { return door{}, nil }})
}

// behind makes a file without the cache's knowledge.
func behind(t *testing.T, s *xlatortest.Stack, dir *fops.Inode, name string) {
	t.Helper()
	r := s.DoCall(func(c *xlator.Call) { c.PID = backDoor }, fops.OpMknod, at(dir, name))
	require.Zero(t, r.OpErrno)
}

func at(dir *fops.Inode, name string) func(*fops.Args) {
	return func(a *fops.Args) { a.Loc = fops.Loc{Parent: dir, Name: name} }
}

// lookup returns the errno of a look-up in the root, and whether the storage
// was asked.
func lookup(s *xlatortest.Stack, dir *fops.Inode, name string) (errno syscall.Errno, asked bool) {
	before := len(s.Storage.Asked(fops.OpLookup))
	r := s.Do(fops.OpLookup, at(dir, name))
	return r.OpErrno, len(s.Storage.Asked(fops.OpLookup)) > before
}

func requireCached(t *testing.T, s *xlatortest.Stack, dir *fops.Inode, name string) {
	t.Helper()
	errno, asked := lookup(s, dir, name)
	require.Equal(t, syscall.ENOENT, errno)
	require.False(t, asked, "the absence of %q should be known", name)
}

func requireFound(t *testing.T, s *xlatortest.Stack, dir *fops.Inode, name string) {
	t.Helper()
	errno, _ := lookup(s, dir, name)
	require.Zero(t, errno, "%q exists", name)
}

// learn makes the cache know that a name is absent.
func learn(t *testing.T, s *xlatortest.Stack, dir *fops.Inode, name string) {
	t.Helper()
	errno, asked := lookup(s, dir, name)
	require.Equal(t, syscall.ENOENT, errno)
	require.True(t, asked)
	requireCached(t, s, dir, name)
}

func TestItPassesAllElseThrough(t *testing.T) {
	xlatortest.PassThrough(t, nlcache.Type, nil)
}

func TestNoAllocs(t *testing.T) {
	xlatortest.RequireNoAllocs(t, nlcache.Type, nil)
}

func TestAHitAllocatesNothing(t *testing.T) {
	if xlatortest.Race {
		t.Skip("the race detector allocates")
	}
	s := stack(t)
	learn(t, s, s.Root(), "x")
	require.Zero(t, testing.AllocsPerRun(100, func() {
		c := s.Graph.NewCall()
		a := c.Args(fops.OpLookup)
		a.Loc = fops.Loc{Parent: s.Root(), Name: "x"}
		c.Do(a)
		c.End()
	}))
}

// TestNamesAppear makes a name in every way there is, on an absence that is
// known, and wants to see it at once, also after the kernel forgot the inode.
func TestNamesAppear(t *testing.T) {
	type env struct {
		*xlatortest.Stack
		dir, other *fops.Inode
	}
	to := func(e env, name string) func(*fops.Args) {
		return func(a *fops.Args) {
			a.Loc = fops.Loc{Parent: e.other, Name: "old"}
			a.Loc2 = fops.Loc{Parent: e.dir, Name: name}
		}
	}
	for name, make := range map[string]func(t *testing.T, e env) *fops.Reply{
		"create":  func(_ *testing.T, e env) *fops.Reply { return e.Do(fops.OpCreate, at(e.dir, "x")) },
		"mkdir":   func(_ *testing.T, e env) *fops.Reply { return e.Do(fops.OpMkdir, at(e.dir, "x")) },
		"mknod":   func(_ *testing.T, e env) *fops.Reply { return e.Do(fops.OpMknod, at(e.dir, "x")) },
		"symlink": func(_ *testing.T, e env) *fops.Reply { return e.Do(fops.OpSymlink, at(e.dir, "x")) },
		"put":     func(_ *testing.T, e env) *fops.Reply { return e.Do(fops.OpPut, at(e.dir, "x")) },
		"link": func(_ *testing.T, e env) *fops.Reply {
			e.Do(fops.OpMknod, at(e.other, "old"))
			return e.Do(fops.OpLink, to(e, "x"))
		},
		"link of a tmpfile": func(_ *testing.T, e env) *fops.Reply {
			tmp := e.Do(fops.OpTmpfile, func(a *fops.Args) { a.Loc.Inode = e.dir })
			return e.Do(fops.OpLink, func(a *fops.Args) { a.Loc.Inode, a.Loc2 = tmp.Inode, fops.Loc{Parent: e.dir, Name: "x"} })
		},
		"rename": func(_ *testing.T, e env) *fops.Reply {
			e.Do(fops.OpMknod, at(e.other, "old"))
			return e.Do(fops.OpRename, to(e, "x"))
		},
		"exchange, new name": func(t *testing.T, e env) *fops.Reply {
			e.Do(fops.OpMknod, at(e.other, "old"))
			behind(t, e.Stack, e.dir, "x")
			return e.Do(fops.OpRename, func(a *fops.Args) { to(e, "x")(a); a.Flags = unix.RENAME_EXCHANGE })
		},
		"exchange, old name": func(t *testing.T, e env) *fops.Reply {
			e.Do(fops.OpMknod, at(e.other, "old"))
			behind(t, e.Stack, e.dir, "x")
			return e.Do(fops.OpRename, func(a *fops.Args) {
				to(e, "x")(a)
				a.Loc, a.Loc2, a.Flags = a.Loc2, a.Loc, unix.RENAME_EXCHANGE
			})
		},
		"create that fails": func(t *testing.T, e env) *fops.Reply {
			behind(t, e.Stack, e.dir, "x")
			r := e.Do(fops.OpCreate, func(a *fops.Args) { at(e.dir, "x")(a); a.Flags = syscall.O_EXCL })
			require.Equal(t, syscall.EEXIST, r.OpErrno)
			return nil
		},
		"readdirp": func(t *testing.T, e env) *fops.Reply {
			behind(t, e.Stack, e.dir, "x")
			fd := e.Do(fops.OpOpendir, func(a *fops.Args) { a.Loc.Inode = e.dir }).Fd
			return e.Do(fops.OpReaddirp, func(a *fops.Args) { a.Fd, a.Size = fd, 4096 })
		},
		"readdir": func(t *testing.T, e env) *fops.Reply {
			behind(t, e.Stack, e.dir, "x")
			fd := e.Do(fops.OpOpendir, func(a *fops.Args) { a.Loc.Inode = e.dir }).Fd
			return e.Do(fops.OpReaddir, func(a *fops.Args) { a.Fd, a.Size = fd, 4096 })
		},
	} {
		for _, async := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s async=%v", name, async), func(t *testing.T) {
				e := env{Stack: stack(t)}
				e.Storage.Async(async)
				e.dir = e.Do(fops.OpMkdir, at(e.Root(), "dir")).Inode
				e.other = e.Do(fops.OpMkdir, at(e.Root(), "other")).Inode
				learn(t, e.Stack, e.dir, "x")
				if r := make(t, env{e.Stack, e.dir, e.other}); r != nil {
					require.Zero(t, r.OpErrno)
					if r.Inode != nil {
						e.Forget(r.Inode)
					}
				}
				requireFound(t, e.Stack, e.dir, "x")
			})
		}
	}
}

// TestALateReplyTeachesNothing holds back an ENOENT while the name is made.
func TestALateReplyTeachesNothing(t *testing.T) {
	for name, change := range map[string]func(*xlatortest.Stack){
		"create": func(s *xlatortest.Stack) { s.Do(fops.OpCreate, at(s.Root(), "x")) },
		"readdirp": func(s *xlatortest.Stack) {
			behind(t, s, s.Root(), "x")
			fd := s.Do(fops.OpOpendir, func(a *fops.Args) { a.Loc.Inode = s.Root() }).Fd
			s.Do(fops.OpReaddirp, func(a *fops.Args) { a.Fd, a.Size = fd, 4096 })
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := stack(t)
			arrived, goOn := make(chan struct{}), make(chan struct{})
			s.Storage.Handle(fops.OpLookup, func(f *xlator.Frame, _ *fops.Args) {
				close(arrived)
				<-goOn
				f.Fail(syscall.ENOENT)
			})
			late := s.Go(fops.OpLookup, at(s.Root(), "x"))
			<-arrived
			s.Storage.Handle(fops.OpLookup, nil)
			change(s)
			close(goOn)
			require.Equal(t, syscall.ENOENT, late.Wait().OpErrno)
			requireFound(t, s, s.Root(), "x")
		})
	}
}

// TestAReplyDuringACreateIsForgotten lets a look-up end between a create's
// wind and its reply: what it learnt must not outlive the create.
func TestAReplyDuringACreateIsForgotten(t *testing.T) {
	s := stack(t)
	s.Storage.Record(false)
	s.Storage.Handle(fops.OpMkdir, func(f *xlator.Frame, a *fops.Args) {
		require.Equal(t, syscall.ENOENT, s.Do(fops.OpLookup, at(s.Root(), "x")).OpErrno)
		r := f.NewReply(fops.OpMkdir)
		f.Unwind(r)
	})
	s.Do(fops.OpMkdir, at(s.Root(), "x"))
	require.Equal(t, int64(0), s.Dump("nl-cache")["entries"])
}

func TestOnlyENOENTIsLearnt(t *testing.T) {
	s := stack(t)
	for _, errno := range []syscall.Errno{syscall.EACCES, syscall.ESTALE, syscall.EIO, syscall.ENAMETOOLONG, syscall.ENOTDIR} {
		s.Storage.On(fops.OpLookup, func(_ *fops.Args, r *fops.Reply) { r.Fail(errno) })
		for range 2 {
			got, asked := lookup(s, s.Root(), "x")
			require.Equal(t, errno, got)
			require.True(t, asked)
		}
	}
}

func TestNamelessLookupsPass(t *testing.T) {
	s := stack(t)
	s.Storage.On(fops.OpLookup, func(_ *fops.Args, r *fops.Reply) { r.Fail(syscall.ENOENT) })
	for _, loc := range []fops.Loc{{Inode: s.Root()}, {Parent: s.Root(), Inode: s.Root()}, {Parent: s.Root(), Name: "."}, {Parent: s.Root(), Name: ".."}} {
		for range 2 {
			s.Storage.Reset()
			s.Do(fops.OpLookup, func(a *fops.Args) { a.Loc = loc })
			require.Len(t, s.Storage.Asked(fops.OpLookup), 1)
		}
	}
}

func TestDirectoriesAreToldApart(t *testing.T) {
	s := stack(t)
	a, b := s.Do(fops.OpMkdir, at(s.Root(), "a")).Inode, s.Do(fops.OpMkdir, at(s.Root(), "b")).Inode
	learn(t, s, a, "x")
	_, asked := lookup(s, b, "x")
	require.True(t, asked)
	s.Do(fops.OpMknod, at(b, "x"))
	requireFound(t, s, b, "x")
	requireCached(t, s, a, "x")
	learn(t, s, a, "y")
	s.Do(fops.OpMknod, at(a, "x"))
	requireCached(t, s, a, "y")
}

func TestForgetTakesTheNamesAlong(t *testing.T) {
	s := stack(t)
	d := s.Do(fops.OpMkdir, at(s.Root(), "d")).Inode
	for i := range 10 {
		learn(t, s, d, fmt.Sprint(i))
	}
	require.Equal(t, int64(10), s.Dump("nl-cache")["entries"])
	s.Forget(d)
	require.Equal(t, int64(0), s.Dump("nl-cache")["entries"])
	require.Equal(t, int64(0), s.Dump("nl-cache")["bytes"])
}

func TestTimeout(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := stack(t, "option nl-cache-timeout 5")
		learn(t, s, s.Root(), "x")
		time.Sleep(4 * time.Second)
		requireCached(t, s, s.Root(), "x")
		behind(t, s, s.Root(), "x")
		requireCached(t, s, s.Root(), "x")
		time.Sleep(time.Second)
		requireFound(t, s, s.Root(), "x")
		require.Equal(t, int64(1), s.Dump("nl-cache")["expired"])
		s.Close()
	})
}

func TestTimeoutZeroRemembersNothing(t *testing.T) {
	s := stack(t, "option nl-cache-timeout 0")
	for range 2 {
		_, asked := lookup(s, s.Root(), "x")
		require.True(t, asked)
	}
}

func TestTheLimitsHold(t *testing.T) {
	for name, tc := range map[string]struct {
		option  string
		entries int64
		bytes   int64
	}{
		"bytes":   {"option nl-cache-limit 64KB", 64 << 10 / 129, 64 << 10},
		"entries": {"option nl-cache-entries 10", 10, 10 * 200},
		"none":    {"option nl-cache-entries 0", 0, 0},
		"tiny":    {"option nl-cache-limit 1", 0, 0},
	} {
		t.Run(name, func(t *testing.T) {
			s := stack(t, tc.option)
			s.Storage.Record(false)
			rnd := rand.New(rand.NewPCG(1, 2))
			for i := range 5000 {
				s.Do(fops.OpLookup, at(s.Root(), fmt.Sprint("name-", i, strings.Repeat("x", rnd.IntN(40)))))
				d := s.Dump("nl-cache")
				require.LessOrEqual(t, d["entries"], tc.entries)
				require.LessOrEqual(t, d["bytes"], tc.bytes)
			}
		})
	}
}

func TestTheOldestGoesFirst(t *testing.T) {
	s := stack(t, "option nl-cache-entries 3")
	for _, n := range []string{"a", "b", "c"} {
		learn(t, s, s.Root(), n)
	}
	requireCached(t, s, s.Root(), "a")
	learn(t, s, s.Root(), "d")
	requireCached(t, s, s.Root(), "a")
	_, asked := lookup(s, s.Root(), "b")
	require.True(t, asked, "b was used least recently")
	d := s.Dump("nl-cache")
	require.Equal(t, int64(3), d["entries"])
	require.Equal(t, int64(2), d["evicted"])
}

// kernel notes what it is told.
type kernel struct{ told []string }

func (k *kernel) InvalidateEntry(_ *fops.Inode, name string)            { k.told = append(k.told, name) }
func (k *kernel) InvalidateInode(*fops.Inode, int64, int64)             {}
func (k *kernel) DeleteEntry(_ *fops.Inode, name string, _ *fops.Inode) {}
func (k *kernel) Shrink()                                               {}

func TestTheKernelMayKeepAbsencesToo(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := stack(t, "option nl-cache-kernel on option nl-cache-timeout 10")
		k := &kernel{}
		s.Graph.SetKernel(k)
		require.Equal(t, 10*time.Second, s.Do(fops.OpLookup, at(s.Root(), "x")).EntryTimeout)
		time.Sleep(3 * time.Second)
		require.Equal(t, 7*time.Second, s.Do(fops.OpLookup, at(s.Root(), "x")).EntryTimeout)
		behind(t, s, s.Root(), "x")
		fd := s.Do(fops.OpOpendir, func(a *fops.Args) { a.Loc.Inode = s.Root() }).Fd
		s.Do(fops.OpReaddir, func(a *fops.Args) { a.Fd, a.Size = fd, 4096 })
		require.Equal(t, []string{"x"}, k.told)
		s.Storage.On(fops.OpLookup, func(_ *fops.Args, r *fops.Reply) {
			r.Fail(syscall.ENOENT)
			r.EntryTimeout = time.Second
		})
		require.Equal(t, time.Second, s.Do(fops.OpLookup, at(s.Root(), "y")).EntryTimeout, "a layer below has decided")
		s.Close()
	})
	s := stack(t)
	require.Equal(t, fops.DefaultTimeout, s.Do(fops.OpLookup, at(s.Root(), "x")).EntryTimeout)
}

func TestStatistics(t *testing.T) {
	s := stack(t)
	learn(t, s, s.Root(), "x")
	requireCached(t, s, s.Root(), "x")
	s.Do(fops.OpMknod, at(s.Root(), "x"))
	require.Equal(t, map[string]any{
		"hits": int64(2), "misses": int64(1), "entries": int64(0), "bytes": int64(0),
		"expired": int64(0), "evicted": int64(0), "dropped": int64(1),
	}, s.Dump("nl-cache"))
}

// TestConcurrentCreatesAreSeen lets several tasks make and remove names that
// others look for; one who made a name finds it.
func TestConcurrentCreatesAreSeen(t *testing.T) {
	s := stack(t, "option nl-cache-limit 4KB")
	s.Storage.Record(false)
	s.Storage.Async(true)
	const tasks = 4
	var wg sync.WaitGroup
	for task := range tasks {
		wg.Go(func() {
			rnd := rand.New(rand.NewPCG(1, uint64(task)))
			own := fmt.Sprint("own", task)
			for range 300 {
				for range rnd.IntN(3) {
					s.Do(fops.OpLookup, at(s.Root(), fmt.Sprint("own", rnd.IntN(tasks))))
				}
				if r := s.Do(fops.OpMknod, at(s.Root(), own)); r.Failed() {
					t.Errorf("mknod: %v", r.OpErrno)
				}
				if r := s.Do(fops.OpLookup, at(s.Root(), own)); r.Failed() {
					t.Errorf("lookup of what was just made: %v", r.OpErrno)
				}
				s.Do(fops.OpUnlink, at(s.Root(), own))
			}
		})
	}
	wg.Wait()
}

func BenchmarkLookup(b *testing.B) {
	for _, n := range []int{100, 10000} {
		b.Run(fmt.Sprintf("hit/names=%d", n), func(b *testing.B) {
			s := stack(b, "option nl-cache-limit 16MB")
			s.Storage.Record(false)
			names := make([]string, n)
			for i := range names {
				names[i] = fmt.Sprint("name", i)
				s.Do(fops.OpLookup, at(s.Root(), names[i]))
			}
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				c := s.Graph.NewCall()
				a := c.Args(fops.OpLookup)
				a.Loc = fops.Loc{Parent: s.Root(), Name: names[i%n]}
				c.Do(a)
				c.End()
			}
		})
	}
}
