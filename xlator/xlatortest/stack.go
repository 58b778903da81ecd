package xlatortest

import (
	"bytes"
	"fmt"
	"log/slog"
	"slices"
	"sort"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/xlator"
	"github.com/windlassfs/windlass/xlator/volfile"
)

// Options are the options of a layer, as a volume file gives them.
type Options map[string]string

// A Layer is one translator of a stack.
type Layer struct {
	Type    *xlator.Type
	Options Options
}

// A Stack is a graph that serves, with everything that a test needs around it.
// It ends with the test.
type Stack struct {
	// Graph is what was built.
	Graph *xlator.Graph
	// Storage is the first volume of type test/storage.
	Storage *Storage

	t   testing.TB
	log *logBuffer

	mu       sync.Mutex
	storages map[string]*Storage
	held     map[*fops.Inode]int64
	fds      []*fops.Fd
	bugs     int64 // expected ones
	checked  bool
}

// New builds a stack of layers, the lowest first as in a volume file, over a
// storage in memory. A layer's volume is called as its type's last word, with
// a number if that name is taken; the storage's volume is called "storage".
func New(t testing.TB, layers ...Layer) *Stack {
	t.Helper()
	spec := &xlator.Spec{File: "test.vol", Volumes: []xlator.VolumeSpec{{Name: "storage", Type: "test/storage"}}}
	var types []*xlator.Type
	names := map[string]int{"storage": 1}
	for _, l := range layers {
		_, name, _ := bytes.Cut([]byte(l.Type.Name), []byte("/"))
		n := string(name)
		if names[n]++; names[n] > 1 {
			n = fmt.Sprint(n, names[n])
		}
		v := xlator.VolumeSpec{Name: n, Type: l.Type.Name, Subvolumes: []xlator.SubvolumeSpec{{Name: spec.Volumes[len(spec.Volumes)-1].Name}}}
		for k, val := range l.Options {
			v.Options = append(v.Options, xlator.OptionSpec{Key: k, Value: val})
		}
		sort.Slice(v.Options, func(i, j int) bool { return v.Options[i].Key < v.Options[j].Key })
		spec.Volumes = append(spec.Volumes, v)
		if !slices.Contains(types, l.Type) {
			types = append(types, l.Type)
		}
	}
	return Build(t, spec, types...)
}

// NewVolfile builds the graph that a volume file describes, of the given
// types and of test/storage, the storage in memory, which has no options.
func NewVolfile(t testing.TB, text string, types ...*xlator.Type) *Stack {
	t.Helper()
	spec, err := volfile.Parse("test.vol", []byte(text))
	require.NoError(t, err)
	return Build(t, spec, types...)
}

// Build builds the graph of a spec as [NewVolfile] does.
func Build(t testing.TB, spec *xlator.Spec, types ...*xlator.Type) *Stack {
	t.Helper()
	s := &Stack{t: t, log: &logBuffer{}, storages: make(map[string]*Storage), held: make(map[*fops.Inode]int64)}
	var reg xlator.Registry
	reg.Register(types...)
	reg.Register(&xlator.Type{
		Name: "test/storage", Summary: "Keep files in memory and answer what a test says.",
		New: func(this *xlator.Node) (any, error) {
			m := newStorage()
			s.storages[this.Name] = m
			if s.Storage == nil {
				s.Storage = m
			}
			return m, nil
		},
	})
	g, err := xlator.Build(&reg, spec, xlator.BuildOptions{Log: slog.New(slog.NewTextHandler(s.log, &slog.HandlerOptions{Level: slog.LevelDebug}))})
	require.NoError(t, err)
	s.Graph = g
	require.NoError(t, g.Init())
	t.Cleanup(func() { s.Close() })
	return s
}

// Problems returns what Build says is wrong with a layer's options, "" for
// nothing.
func Problems(t testing.TB, l Layer) string {
	t.Helper()
	var reg xlator.Registry
	reg.Register(l.Type, &xlator.Type{Name: "test/storage", New: func(*xlator.Node) (any, error) { return newStorage(), nil }})
	v := xlator.VolumeSpec{Name: "layer", Type: l.Type.Name, Subvolumes: []xlator.SubvolumeSpec{{Name: "storage"}}}
	for k, val := range l.Options {
		v.Options = append(v.Options, xlator.OptionSpec{Key: k, Value: val})
	}
	spec := &xlator.Spec{Volumes: []xlator.VolumeSpec{{Name: "storage", Type: "test/storage"}, v}}
	if _, err := xlator.Build(&reg, spec, xlator.BuildOptions{Log: slog.New(slog.DiscardHandler)}); err != nil {
		return err.Error()
	}
	return ""
}

// StorageOf returns the storage of the volume with that name.
func (s *Stack) StorageOf(volume string) *Storage { return s.storages[volume] }

// Node returns the volume of that name; the test fails if there is none.
func (s *Stack) Node(name string) *xlator.Node {
	s.t.Helper()
	n := s.Graph.Node(name)
	require.NotNil(s.t, n, "volume %q", name)
	return n
}

// Dump returns the lines that a volume's translator adds to a statedump.
func (s *Stack) Dump(volume string) map[string]any {
	s.t.Helper()
	out := make(map[string]any)
	d, ok := s.Node(volume).Translator.(xlator.Dumper)
	require.True(s.t, ok, "volume %q has nothing to dump", volume)
	d.Dump(func(key string, value any) { out[key] = value })
	return out
}

// Root returns the root directory.
func (s *Stack) Root() *fops.Inode { return s.Graph.Inodes().Root() }

// Log returns what was logged so far.
func (s *Stack) Log() string { return s.log.String() }

// ExpectBugs says that the translators make n mistakes that the graph has to
// contain; without it the test fails at the first.
func (s *Stack) ExpectBugs(n int64) {
	s.mu.Lock()
	s.bugs = n
	s.mu.Unlock()
}

// Do sends one fop down the graph and returns a copy of its reply. fill sets
// the arguments. What a bridge adds is added where fill leaves it out: the
// fresh inode of a new name, and the fd of open, opendir, create and tmpfile.
// The inodes of a successful reply become known; they stay until [Stack.Forget]
// or the end of the test, as its fd until [Stack.Release].
func (s *Stack) Do(op fops.Op, fill func(*fops.Args)) *fops.Reply {
	return s.DoCall(nil, op, fill)
}

// DoCall is Do with a function that prepares the call: its credentials, its
// buffer, its cancel channel.
func (s *Stack) DoCall(prepare func(*xlator.Call), op fops.Op, fill func(*fops.Args)) *fops.Reply {
	c := s.Graph.NewCall()
	defer c.End()
	if prepare != nil {
		prepare(c)
	}
	a := c.Args(op)
	if fill != nil {
		fill(a)
	}
	complete(c, a)
	r := Copy(c.Do(a))
	if !r.Failed() {
		s.adopt(c, a, r)
	}
	return r
}

// complete adds what a bridge would.
func complete(c *xlator.Call, a *fops.Args) {
	row := a.Op.Spec()
	if has(row.Out, "Inode", false) && a.Loc.Inode == nil && !a.Loc.Nameless() {
		a.Loc.Inode = c.SpareInode()
	}
	if a.Op == fops.OpLink && a.Loc2.Inode == nil {
		a.Loc2.Inode = a.Loc.Inode
	}
	if has(row.In, "Fd", true) && has(row.Out, "Fd", false) && a.Fd == nil {
		a.Fd = c.SpareFd(a.Loc.Inode, a.Flags, a.Op == fops.OpOpendir)
	}
}

// has reports whether a row's parameters have the record field of that name.
func has(ps []fops.Param, field string, in bool) bool {
	return slices.ContainsFunc(ps, func(p fops.Param) bool {
		if in {
			return p.In == field
		}
		return p.Out == field
	})
}

// adopt makes the inodes and the fd of a reply known, as a bridge does.
func (s *Stack) adopt(c *xlator.Call, a *fops.Args, r *fops.Reply) {
	row := a.Op.Spec()
	if has(row.Out, "Inode", false) && r.Inode != nil && !r.Buf.GFID.IsZero() {
		loc := &a.Loc
		if a.Op == fops.OpLink {
			loc = &a.Loc2
		}
		r.Inode = s.link(c, r.Inode, &r.Buf, loc.Parent, loc.Name)
	}
	if a.Op == fops.OpReaddirp && a.Fd != nil {
		for i := range r.Entries {
			e := &r.Entries[i]
			if e.Inode == nil {
				continue
			}
			// A fresh inode's reference has come with the reply.
			fresh := e.Inode
			if fresh.Linked() {
				fresh = nil
			}
			if e.Name != "." && e.Name != ".." {
				e.Inode = s.link(c, e.Inode, &e.Buf, a.Fd.Inode, e.Name)
			}
			if fresh != nil {
				s.Graph.UnrefInode(fresh, 1)
			}
		}
	}
	if has(row.In, "Fd", true) && has(row.Out, "Fd", false) && r.Fd != nil && r.Fd == a.Fd {
		if fd := c.KeepFd(); fd != nil && fd != r.Fd {
			s.t.Errorf("xlatortest: the fd of %s is not the call's", a.Op)
		}
		if has(row.Out, "Inode", false) {
			r.Fd.Inode = r.Inode
		}
		s.mu.Lock()
		if in := r.Fd.Inode; in != nil && in.Linked() {
			in.Ref()
		}
		s.fds = append(s.fds, r.Fd)
		s.mu.Unlock()
	}
}

func (s *Stack) link(c *xlator.Call, in *fops.Inode, buf *fops.Iatt, parent *fops.Inode, name string) *fops.Inode {
	in = s.Graph.LinkInode(c, in, buf)
	if parent != nil && name != "" {
		in.SetName(parent, name)
	}
	s.mu.Lock()
	s.held[in]++
	s.mu.Unlock()
	return in
}

// Forget gives back all that the stack holds of an inode, as the kernel does
// with FORGET.
func (s *Stack) Forget(in *fops.Inode) {
	s.mu.Lock()
	n := s.held[in]
	delete(s.held, in)
	s.mu.Unlock()
	if n > 0 {
		s.Graph.UnrefInode(in, n)
	}
}

// Release closes an open file for good.
func (s *Stack) Release(fd *fops.Fd) {
	s.mu.Lock()
	i := slices.Index(s.fds, fd)
	if i >= 0 {
		s.fds = slices.Delete(s.fds, i, i+1)
	}
	s.mu.Unlock()
	if i < 0 {
		s.t.Errorf("xlatortest: release of an fd that is not open")
		return
	}
	in := fd.Inode
	s.Graph.ReleaseFd(fd)
	if in != nil && in.Linked() {
		s.Graph.UnrefInode(in, 1)
	}
}

// Close ends the stack before the end of the test, and checks that nothing is
// left over: no request, no inode but the root, no contained mistake. Calling
// it again does nothing.
func (s *Stack) Close() {
	s.t.Helper()
	s.mu.Lock()
	if s.checked {
		s.mu.Unlock()
		return
	}
	s.checked = true
	fds, held := slices.Clone(s.fds), s.held
	s.held = make(map[*fops.Inode]int64)
	s.mu.Unlock()
	for _, fd := range fds {
		s.Release(fd)
	}
	for in, n := range held {
		s.Graph.UnrefInode(in, n)
	}
	wait(5*time.Second, func() bool { return len(s.Graph.Pending()) == 0 })
	// A request may be answered and ended while a frame of it is being left.
	wait(time.Second, func() bool { return s.Graph.Inodes().Len() <= 1 })
	if left := s.Graph.Pending(); len(left) > 0 {
		s.t.Errorf("xlatortest: %d requests never ended: %+v", len(left), left)
	} else if n := s.Graph.Inodes().Len(); n > 1 {
		s.t.Errorf("xlatortest: %d inodes are still referenced", n-1)
	}
	s.Graph.Fini()
	if n := s.Graph.Bugs(); n != s.bugs {
		s.t.Errorf("xlatortest: the graph contained %d mistakes of translators, expected %d; its log:\n%s", n, s.bugs, s.Log())
	}
}

// wait gives a condition some time to come true.
func wait(limit time.Duration, until func() bool) {
	for end := time.Now().Add(limit); !until() && time.Now().Before(end); {
		time.Sleep(time.Millisecond)
	}
}

// A Running is a request that is under way.
type Running struct {
	cancel chan struct{}
	once   sync.Once
	done   chan struct{}
	reply  *fops.Reply
}

// Go is Do on a goroutine of its own.
func (s *Stack) Go(op fops.Op, fill func(*fops.Args)) *Running {
	r := &Running{cancel: make(chan struct{}), done: make(chan struct{})}
	go func() {
		defer close(r.done)
		r.reply = s.DoCall(func(c *xlator.Call) { c.Cancel = r.cancel }, op, fill)
	}()
	return r
}

// Interrupt tells the translators that the caller got a signal.
func (r *Running) Interrupt() { r.once.Do(func() { close(r.cancel) }) }

// Done is closed when the reply is there.
func (r *Running) Done() <-chan struct{} { return r.done }

// Wait returns the reply.
func (r *Running) Wait() *fops.Reply {
	<-r.done
	return r.reply
}

// Copy returns a copy of a reply that is valid after its call has ended.
// Inodes and fds are not copied.
func Copy(r *fops.Reply) *fops.Reply {
	c := *r
	c.Vector, c.Strong = bytes.Clone(r.Vector), bytes.Clone(r.Strong)
	c.Entries, c.Locks = slices.Clone(r.Entries), slices.Clone(r.Locks)
	c.Dict, c.XData = r.Dict.Clone(), r.XData.Clone()
	return &c
}

// CopyArgs returns a copy of a request that is valid after its call has ended.
// Inodes and fds are not copied.
func CopyArgs(a *fops.Args) *fops.Args {
	c := *a
	c.Vector, c.Locks = bytes.Clone(a.Vector), slices.Clone(a.Locks)
	c.Dict, c.XData = a.Dict.Clone(), a.XData.Clone()
	return &c
}

// logBuffer is a bytes.Buffer for several goroutines.
type logBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *logBuffer) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *logBuffer) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}
