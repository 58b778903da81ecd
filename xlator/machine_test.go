package xlator_test

import (
	"bytes"
	"fmt"
	"log/slog"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/xlator"
)

// leaf answers what its function says, and everything else with ENOSYS.
type leaf struct {
	stat func(f *xlator.Frame, a *fops.Args)
}

func (l *leaf) Bind(b *xlator.Bindings) {
	b.Fop[fops.OpStat] = l.stat
	b.Fop[fops.OpLookup] = func(f *xlator.Frame, a *fops.Args) { f.Fail(syscall.ENOENT) }
}

func answerStat(f *xlator.Frame, _ *fops.Args) {
	r := f.NewReply(fops.OpStat)
	r.Buf.Size = 42
	f.Unwind(r)
}

// binder is a translator made of a function.
type binder func(b *xlator.Bindings)

func (t binder) Bind(b *xlator.Bindings) { t(b) }

func typeOf(name string, minC, maxC int, t any) *xlator.Type {
	return &xlator.Type{Name: name, MinChildren: minC, MaxChildren: maxC, New: func(*xlator.Node) (any, error) { return t, nil }}
}

// stack builds a chain of the given translators over a leaf.
func stack(t testing.TB, log *bytes.Buffer, stat xlator.Handler, layers ...any) *xlator.Graph {
	t.Helper()
	var reg xlator.Registry
	reg.Register(typeOf("test/leaf", 0, 0, &leaf{stat: stat}))
	spec := &xlator.Spec{File: "test.vol", Volumes: []xlator.VolumeSpec{{Name: "leaf", Type: "test/leaf"}}}
	below := "leaf"
	for i, l := range layers {
		name := fmt.Sprintf("layer%d", i)
		reg.Register(typeOf("test/"+name, 1, 1, l))
		spec.Volumes = append(spec.Volumes, xlator.VolumeSpec{Name: name, Type: "test/" + name, Subvolumes: []xlator.SubvolumeSpec{{Name: below}}})
		below = name
	}
	return build(t, log, &reg, spec)
}

func build(t testing.TB, log *bytes.Buffer, reg *xlator.Registry, spec *xlator.Spec) *xlator.Graph {
	t.Helper()
	o := xlator.BuildOptions{Log: slog.New(slog.DiscardHandler)}
	if log != nil {
		o.Log = slog.New(slog.NewTextHandler(log, nil))
	}
	g, err := xlator.Build(reg, spec, o)
	require.NoError(t, err)
	require.NoError(t, g.Init())
	t.Cleanup(g.Fini)
	return g
}

// do sends one fop and returns result, errno and size of the reply.
func do(g *xlator.Graph, op fops.Op) (int64, syscall.Errno, uint64) {
	c := g.NewCall()
	defer c.End()
	r := c.Do(c.Args(op))
	return r.OpRet, r.OpErrno, r.Buf.Size
}

func passThrough() any {
	return binder(func(b *xlator.Bindings) {
		for op := range b.Fop {
			b.Fop[op] = func(f *xlator.Frame, a *fops.Args) { f.Wind(0, a, nil) }
			b.Cbk[op] = func(f *xlator.Frame, _ any, r *fops.Reply) { f.Unwind(r) }
		}
	})
}

func TestAnswersTravelThroughTheStack(t *testing.T) {
	g := stack(t, nil, answerStat, passThrough(), struct{}{}, passThrough())
	ret, errno, size := do(g, fops.OpStat)
	require.Equal(t, int64(0), ret)
	require.Zero(t, errno)
	require.Equal(t, uint64(42), size)

	ret, errno, _ = do(g, fops.OpLookup)
	require.Equal(t, int64(-1), ret)
	require.Equal(t, syscall.ENOENT, errno)

	_, errno, _ = do(g, fops.OpMkdir)
	require.Equal(t, syscall.ENOSYS, errno, "a leaf without a handler")
	require.Zero(t, g.Bugs())
	require.Empty(t, g.Pending())
}

func TestMistakesAreContained(t *testing.T) {
	again := func(f *xlator.Frame, a *fops.Args) {
		f.Hold()
		f.Wind(0, a, nil)
		f.Fail(syscall.EBUSY)
		f.Wind(0, a, nil)
		f.Drop()
	}
	for name, tc := range map[string]struct {
		h     xlator.Handler
		log   string
		errno syscall.Errno
	}{
		"neither":     {func(*xlator.Frame, *fops.Args) {}, "neither wound nor unwound a stat", syscall.EIO},
		"wrong child": {func(f *xlator.Frame, a *fops.Args) { f.Wind(3, a, nil) }, "winds stat to child 3 of 1", syscall.EIO},
		"twice":       {again, "unwinds a stat twice", 0},
		"late":        {again, "winds stat after it has unwound", 0},
		"other fop": {func(f *xlator.Frame, _ *fops.Args) {
			f.Wind(0, f.NewArgs(fops.OpLookup), func(f *xlator.Frame, _ any, r *fops.Reply) { f.Fail(syscall.EPERM) })
		}, "", syscall.EPERM},
	} {
		t.Run(name, func(t *testing.T) {
			var log bytes.Buffer
			g := stack(t, &log, answerStat, binder(func(b *xlator.Bindings) { b.Fop[fops.OpStat] = tc.h }), passThrough())
			_, errno, _ := do(g, fops.OpStat)
			require.Equal(t, tc.errno, errno)
			require.Contains(t, log.String(), tc.log)
			require.Empty(t, g.Pending())
			_, errno, _ = do(g, fops.OpLookup)
			require.Equal(t, syscall.ENOENT, errno, "the graph goes on")
		})
	}
}

// TestFanOut winds to several children that answer on goroutines of their
// own, and joins the answers.
func TestFanOut(t *testing.T) {
	var reg xlator.Registry
	async := func(f *xlator.Frame, a *fops.Args) {
		f.Hold()
		go func() { answerStat(f, a); f.Drop() }()
	}
	reg.Register(typeOf("test/leaf", 0, 0, &leaf{stat: async}))
	type join struct {
		sync.Mutex
		cookies []any
	}
	const n = 5
	reg.Register(typeOf("test/fan", 1, -1, binder(func(b *xlator.Bindings) {
		b.Fop[fops.OpStat] = func(f *xlator.Frame, a *fops.Args) {
			j := &join{}
			f.Local = j
			for i := range n {
				f.WindCookie(i, i, a, func(f *xlator.Frame, cookie any, r *fops.Reply) {
					j := f.Local.(*join)
					j.Lock()
					j.cookies = append(j.cookies, cookie)
					last := len(j.cookies) == n
					j.Unlock()
					if last {
						f.Unwind(r)
					}
				})
			}
		}
	})))
	spec := &xlator.Spec{}
	fan := xlator.VolumeSpec{Name: "fan", Type: "test/fan"}
	for i := range n {
		name := fmt.Sprint("leaf", i)
		spec.Volumes = append(spec.Volumes, xlator.VolumeSpec{Name: name, Type: "test/leaf"})
		fan.Subvolumes = append(fan.Subvolumes, xlator.SubvolumeSpec{Name: name})
	}
	spec.Volumes = append(spec.Volumes, fan)
	g := build(t, nil, &reg, spec)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for range 500 {
				if _, errno, size := do(g, fops.OpStat); errno != 0 || size != 42 {
					t.Errorf("errno %v size %d", errno, size)
				}
			}
		})
	}
	wg.Wait()
	require.Zero(t, g.Bugs())
}

func TestPanicCostsOneRequest(t *testing.T) {
	ouch := func(*xlator.Frame, *fops.Args) { panic("ouch") }
	elsewhere := func(f *xlator.Frame, a *fops.Args) {
		f.Hold()
		go func() { f.Wind(0, a, nil); f.Drop() }()
	}
	for name, tc := range map[string]struct {
		leaf  xlator.Handler
		layer func(b *xlator.Bindings)
	}{
		"in a handler":   {ouch, nil},
		"in a callback":  {answerStat, func(b *xlator.Bindings) { b.Cbk[fops.OpStat] = func(*xlator.Frame, any, *fops.Reply) { panic("ouch") } }},
		"on a goroutine": {ouch, func(b *xlator.Bindings) { b.Fop[fops.OpStat] = elsewhere }},
		"in a callback on a goroutine": {answerStat, func(b *xlator.Bindings) {
			b.Fop[fops.OpStat] = elsewhere
			b.Cbk[fops.OpStat] = func(*xlator.Frame, any, *fops.Reply) { panic("ouch") }
		}},
		"behind the answer": {func(f *xlator.Frame, a *fops.Args) { f.Fail(syscall.EIO); panic("ouch") }, nil},
	} {
		t.Run(name, func(t *testing.T) {
			var log bytes.Buffer
			layer := any(passThrough())
			if tc.layer != nil {
				layer = binder(tc.layer)
			}
			g := stack(t, &log, tc.leaf, passThrough(), layer, passThrough())
			_, errno, _ := do(g, fops.OpStat)
			require.Equal(t, syscall.EIO, errno)
			require.Eventually(t, func() bool { return len(g.Pending()) == 0 }, 10*time.Second, time.Millisecond)
			require.Contains(t, log.String(), "ouch")
			_, errno, _ = do(g, fops.OpLookup)
			require.Equal(t, syscall.ENOENT, errno)
		})
	}
}

func TestPendingShowsWhereARequestWaits(t *testing.T) {
	hold := make(chan struct{})
	entered := make(chan struct{})
	g := stack(t, nil, func(f *xlator.Frame, a *fops.Args) { close(entered); <-hold; answerStat(f, a) }, passThrough())
	done := make(chan struct{})
	go func() { do(g, fops.OpStat); close(done) }()
	<-entered
	var b bytes.Buffer
	require.NoError(t, g.Dump(&b))
	require.Contains(t, b.String(), "pending=1\n")
	require.Contains(t, b.String(), "frame.2=volume:leaf,fop:stat,state:waits,pending:1\n")
	close(hold)
	<-done
	require.Empty(t, g.Pending())
}

// TestStragglersArePending: a translator answers with its first child's reply
// while the second still works; the call is over for who asked, and not for
// the graph.
func TestStragglersArePending(t *testing.T) {
	hold := make(chan struct{})
	var reg xlator.Registry
	reg.Register(typeOf("t/quick", 0, 0, &leaf{stat: answerStat}))
	reg.Register(typeOf("t/slow", 0, 0, &leaf{stat: func(f *xlator.Frame, a *fops.Args) {
		f.Hold()
		go func() { <-hold; answerStat(f, a); f.Drop() }()
	}}))
	reg.Register(typeOf("t/first", 2, 2, binder(func(b *xlator.Bindings) {
		b.Fop[fops.OpStat] = func(f *xlator.Frame, a *fops.Args) {
			f.WindCookie(1, 1, a, func(*xlator.Frame, any, *fops.Reply) {})
			f.WindCookie(0, 0, a, func(f *xlator.Frame, _ any, r *fops.Reply) { f.Unwind(r) })
		}
	})))
	g := build(t, nil, &reg, &xlator.Spec{Volumes: []xlator.VolumeSpec{
		{Name: "q", Type: "t/quick"},
		{Name: "s", Type: "t/slow"},
		{Name: "top", Type: "t/first", Subvolumes: []xlator.SubvolumeSpec{{Name: "q"}, {Name: "s"}}},
	}})
	_, errno, _ := do(g, fops.OpStat)
	require.Zero(t, errno)
	require.Len(t, g.Pending(), 1)
	close(hold)
	require.Eventually(t, func() bool { return len(g.Pending()) == 0 }, 10*time.Second, time.Millisecond)
	require.Zero(t, g.Bugs())
}

func TestTheCoreDoesNotAllocate(t *testing.T) {
	if raceEnabled {
		t.Skip("the race detector allocates")
	}
	var layers []any
	for range 10 {
		layers = append(layers, passThrough())
	}
	g := stack(t, nil, answerStat, layers...)
	do(g, fops.OpStat)
	require.Zero(t, testing.AllocsPerRun(1000, func() { do(g, fops.OpStat) }))
}

func TestInodesComeAndGo(t *testing.T) {
	g := stack(t, nil, answerStat)
	table := g.Inodes()
	require.Equal(t, 1, table.Len())
	gfid := fops.GFID{1, 2, 3}
	c := g.NewCall()
	in := g.LinkInode(c, c.SpareInode(), &fops.Iatt{GFID: gfid, Mode: 0o100644})
	c.End()
	require.Equal(t, in, table.ByID(in.ID))
	require.Equal(t, uint32(0o100000), in.Type)
	require.Equal(t, int64(1), in.Refs())

	c = g.NewCall()
	again := g.LinkInode(c, c.SpareInode(), &fops.Iatt{GFID: gfid})
	c.End()
	require.Same(t, in, again)
	require.Same(t, in, table.Find(gfid))
	in.SetName(table.Root(), "name")
	require.Equal(t, "/name", in.Path())
	id, gen := in.ID, in.Generation
	table.Unref(in, 3)
	require.Equal(t, 1, table.Len())
	require.Nil(t, table.ByID(id))
	require.Nil(t, table.Find(gfid))
	c = g.NewCall()
	in = g.LinkInode(c, c.SpareInode(), &fops.Iatt{GFID: gfid})
	c.End()
	require.Equal(t, id, in.ID, "numbers are used again")
	require.NotEqual(t, gen, in.Generation, "but not with the same generation")
}

// TestForgottenInodesDoNotComeBack: a translator that keeps an inode without
// holding it must not have the kernel take another object for it, which may
// have its number by now.
func TestForgottenInodesDoNotComeBack(t *testing.T) {
	var log bytes.Buffer
	g := stack(t, &log, answerStat)
	buf := &fops.Iatt{GFID: fops.GFID{1, 2, 3}, Mode: 0o100644}
	c := g.NewCall()
	defer c.End()
	kept := g.LinkInode(c, fops.NewInode(0), buf)
	require.Same(t, kept, g.LinkInode(c, kept, buf))
	g.UnrefInode(kept, kept.Refs())
	require.Nil(t, g.Inodes().ByID(kept.ID))
	require.Nil(t, g.LinkInode(c, kept, buf))
	require.Equal(t, int64(1), g.Bugs())
	require.Contains(t, log.String(), "forgotten")
}

func TestDisplacedInodesLiveByNumber(t *testing.T) {
	g := stack(t, nil, answerStat)
	table, gfid := g.Inodes(), fops.GFID{1, 2, 3}
	link := func() *fops.Inode {
		c := g.NewCall()
		defer c.End()
		return g.LinkInode(c, c.SpareInode(), &fops.Iatt{GFID: gfid, Mode: 0o100644})
	}
	old := link()
	table.Displace(old)
	table.Displace(old)
	require.Nil(t, table.Find(gfid))
	fresh := link()
	require.NotSame(t, old, fresh)
	require.NotEqual(t, old.ID, fresh.ID)
	require.Same(t, old, table.ByID(old.ID))
	table.Unref(old, 1)
	require.Nil(t, table.ByID(old.ID))
	require.Same(t, fresh, table.ByID(fresh.ID))
	table.Unref(fresh, 1)
	require.Equal(t, 1, table.Len())
}

func TestHistogram(t *testing.T) {
	var h xlator.Histogram
	for i := 1; i <= 1000; i++ {
		h.Add(time.Duration(i) * time.Microsecond)
	}
	require.Equal(t, int64(1000), h.Count())
	require.Equal(t, time.Microsecond, h.Min())
	require.Equal(t, time.Millisecond, h.Max())
	require.InEpsilon(t, 500*time.Microsecond, h.Quantile(.5), .07)
	require.InEpsilon(t, 990*time.Microsecond, h.Quantile(.99), .07)
	require.InEpsilon(t, 500*time.Microsecond, h.Mean(), .01)
}

func BenchmarkDispatch(b *testing.B) {
	for _, n := range []int{0, 1, 10, 32} {
		for _, kind := range []struct {
			name  string
			layer func() any
		}{{"bystander", func() any { return struct{}{} }}, {"handler", passThrough}} {
			b.Run(fmt.Sprintf("%s=%d", kind.name, n), func(b *testing.B) {
				var layers []any
				for range n {
					layers = append(layers, kind.layer())
				}
				g := stack(b, nil, answerStat, layers...)
				b.ReportAllocs()
				for b.Loop() {
					do(g, fops.OpStat)
				}
			})
		}
	}
}
