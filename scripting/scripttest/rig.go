package scripttest

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"fmt"
	"log/slog"
	"maps"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/go-python/gpython/py"
	"golang.org/x/sys/unix"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/scripting"
	"github.com/windlassfs/windlass/scripting/engine"
	"github.com/windlassfs/windlass/xlator"
	"github.com/windlassfs/windlass/xlator/memfs"
)

// A rig is a translator in Python syntax between a test and its fake children.
//
// One goroutine, the test's, runs the test's Python code. What goes through the
// graph runs on goroutines of its own, one at a time, while the test's waits in
// pump; if a child needs the test to answer (a function given to answer), it
// asks pump. So nothing ever runs at the same moment as anything else, and what
// happens is the same each time.
type rig struct {
	ctx    *engine.Context
	clock  *clock
	graph  *xlator.Graph
	node   *xlator.Node // the translator under test
	values *scripting.Values
	kids   []*child
	root   credentials

	mailbox chan func()
	line    int   // where the test is
	err     error // the first mistake of the test in a function of its own

	flights map[*xlator.Call]*flight
	seq     uint64     // number of the newest flight
	mu      sync.Mutex // guards flights and log

	lines  []string
	faults []string

	names map[entry]*fops.Inode
	held  map[*fops.Inode]int64
	fds   []*fops.Fd
}

type entry struct {
	parent *fops.Inode
	name   string
}

type credentials struct {
	uid, gid, pid uint32
	groups        []uint32
	lkOwner       uint64
}

// A flight is a request that was sent down the graph.
type flight struct {
	op       fops.Op
	path     string
	args     *fops.Args
	call     *xlator.Call
	walk     bool // a look-up of a directory on the way
	cancel   chan struct{}
	canceled bool
	settled  chan struct{} // nothing more happens by itself
	answered chan struct{} // reply is there
	done     chan struct{} // Do has returned
	adopted  chan struct{} // the reply's inodes are known
	ended    chan struct{} // the call is given back
	reply    *fops.Reply
	atChild  atomic.Int32 // how many children think about it
	object   py.Object    // the reply, once made
}

func (fl *flight) isAnswered() bool { return closed(fl.answered) }

func closed(c <-chan struct{}) bool {
	select {
	case <-c:
		return true
	default:
		return false
	}
}

// top is the layer above the translator, which sees each answer at once.
type top struct{ rig *rig }

// Bind implements xlator.Binder.
func (t top) Bind(b *xlator.Bindings) {
	for op := range b.Fop {
		b.Fop[op] = func(f *xlator.Frame, a *fops.Args) {
			fl := t.rig.flightOf(f.Call())
			f.Wind(0, a, func(f *xlator.Frame, _ any, r *fops.Reply) {
				fl.reply = copyReply(r)
				close(fl.answered)
				f.Unwind(r)
			})
			close(fl.settled)
		}
	}
}

// build makes the graph. What options name counts from dir, kids are the
// children's names.
func (g *rig) build(dir, file string, options []xlator.OptionSpec, kids []string, env scripting.Environment) error {
	at := xlator.Pos{File: filepath.Join(dir, "t.load()")}
	spec := &xlator.Spec{File: at.File}
	var subs []xlator.SubvolumeSpec
	for _, k := range kids {
		spec.Volumes = append(spec.Volumes, xlator.VolumeSpec{Name: k, Type: "test/child"})
		subs = append(subs, xlator.SubvolumeSpec{Name: k})
	}
	name := strings.TrimSuffix(filepath.Base(file), ".py")
	for slices.Contains(kids, name) || name == "test" {
		name += "-script"
	}
	if rel, err := filepath.Rel(dir, file); err == nil {
		file = rel
	}
	options = append(options, xlator.OptionSpec{Key: "script", Value: file, Pos: at, ValuePos: at})
	spec.Volumes = append(spec.Volumes,
		xlator.VolumeSpec{Name: name, Pos: at, Type: "scripting/python", TypePos: at, Options: options, Subvolumes: subs},
		xlator.VolumeSpec{Name: "test", Type: "test/top", Subvolumes: []xlator.SubvolumeSpec{{Name: name}}},
	)
	var reg xlator.Registry
	reg.Register(scripting.NewType(env))
	reg.Register(&xlator.Type{Name: "test/child", Summary: "A fake child.", New: func(this *xlator.Node) (any, error) {
		c := &child{rig: g, index: len(g.kids), name: this.Name, fs: memfs.New(g.clock.time)}
		g.kids = append(g.kids, c)
		return c, nil
	}})
	reg.Register(&xlator.Type{Name: "test/top", Summary: "The test.", MinChildren: 1, MaxChildren: 1, New: func(*xlator.Node) (any, error) { return top{g}, nil }})
	g.kids = nil
	graph, err := xlator.Build(&reg, spec, xlator.BuildOptions{Log: slog.New(&logHandler{rig: g})})
	if err != nil {
		return err
	}
	g.graph, g.node = graph, graph.Node(name)
	g.values = scripting.NewValues(g.node)
	var initErr error
	g.pump(func() { initErr = graph.Init() })
	return initErr
}

// pump lets do run on a goroutine of its own, and answers for the test until
// it has returned.
func (g *rig) pump(do func()) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		do()
	}()
	g.serve(done)
}

func (g *rig) serve(until <-chan struct{}) {
	for {
		select {
		case f := <-g.mailbox:
			f()
		case <-until:
			return
		}
	}
}

// onTest runs f on the test's goroutine, which waits in serve.
func (g *rig) onTest(f func()) {
	done := make(chan struct{})
	g.mailbox <- func() {
		defer close(done)
		f()
	}
	<-done
}

// fail notes a mistake of the test that was found where nothing can be raised.
func (g *rig) fail(err error) {
	if g.err == nil {
		g.err = err
	}
}

// same is Python's ==.
func (g *rig) same(a, b py.Object) (bool, error) {
	m, err := g.ctx.Import(helperModule)
	if err != nil {
		return false, err
	}
	res, err := g.ctx.Call(m.Get("same"), a, b)
	return res == py.Object(py.True), err
}

func (g *rig) flightOf(c *xlator.Call) *flight {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.flights[c]
}

// launch sends a request, and returns when it is answered or waits for time to
// pass or for another request. fill sets the arguments.
func (g *rig) launch(op fops.Op, walk bool, fill func(*xlator.Call, *fops.Args) error) (*flight, error) {
	c := g.graph.NewCall()
	c.UID, c.GID, c.PID, c.LkOwner = g.root.uid, g.root.gid, g.root.pid, g.root.lkOwner
	c.SetGroups(g.root.groups)
	a := c.Args(op)
	if err := fill(c, a); err != nil {
		c.End()
		return nil, err
	}
	complete(c, a)
	g.seq++
	c.Unique = g.seq
	fl := &flight{
		op: op, args: a, call: c, walk: walk, cancel: make(chan struct{}), settled: make(chan struct{}),
		answered: make(chan struct{}), done: make(chan struct{}), adopted: make(chan struct{}), ended: make(chan struct{}),
	}
	fl.path = pathOf(a)
	c.Cancel = fl.cancel
	g.mu.Lock()
	g.flights[c] = fl
	g.mu.Unlock()
	go func() {
		c.Do(a)
		close(fl.done)
		<-fl.adopted
		c.End()
		close(fl.ended)
	}()
	g.serve(fl.settled)
	return fl, g.land()
}

// land takes in the flights that are answered.
func (g *rig) land() error {
	var ready []*flight
	g.mu.Lock()
	for c, fl := range g.flights {
		if fl.isAnswered() {
			ready = append(ready, fl)
			delete(g.flights, c)
		}
	}
	g.mu.Unlock()
	sort.Slice(ready, func(i, j int) bool { return ready[i].call.Unique < ready[j].call.Unique })
	for _, fl := range ready {
		// One that lends its buffers lasts until nobody can use them.
		over := !fl.op.Spec().Borrows || fl.atChild.Load() == 0 && scripting.Held(g.node) == 0
		if over {
			g.serve(fl.done)
		}
		if !fl.reply.Failed() {
			g.adopt(fl)
		}
		close(fl.adopted)
		// What the call holds goes now, and not at some moment of the test's.
		if over {
			g.serve(fl.ended)
		}
	}
	err := g.err
	g.err = nil
	return err
}

// wait lets time pass until a flight is answered.
func (g *rig) wait(fl *flight) error {
	for !fl.isAnswered() {
		at, ok := g.clock.due()
		if !ok {
			who := "the translator keeps it (frame.hold()), and nothing is due that could make it answer"
			return py.ExceptionNewf(py.TimeoutError, "%s is not answered: %s", fl.name(), who)
		}
		if err := g.advance(at); err != nil {
			return err
		}
	}
	return nil
}

func (fl *flight) name() string {
	return strings.TrimSpace(fl.op.String() + " " + fl.path)
}

// advance lets time pass.
func (g *rig) advance(to time.Time) error {
	for {
		f := g.clock.next(to)
		if f == nil {
			return g.land()
		}
		g.pump(f)
		if err := g.land(); err != nil {
			return err
		}
	}
}

// patience bounds a wait that is over at once unless the host is broken.
const patience = 10 * time.Second

// interrupt tells the translators that the caller got a signal.
func (g *rig) interrupt(fl *flight) error {
	if fl.isAnswered() || fl.canceled {
		return nil
	}
	fl.canceled = true
	close(fl.cancel)
	if fl.atChild.Load() == 0 && scripting.Held(g.node) > 0 {
		// The host is about to answer.
		t := time.AfterFunc(patience, func() { g.onTest(func() { g.fail(fmt.Errorf("%s was interrupted and is not answered", fl.name())) }) })
		defer t.Stop()
		g.serve(fl.answered)
	}
	return g.land()
}

// complete adds what a bridge would.
func complete(c *xlator.Call, a *fops.Args) {
	row := a.Op.Spec()
	if hasOut(row, "Inode") && a.Loc.Inode == nil && !a.Loc.Nameless() {
		a.Loc.Inode = c.SpareInode()
	}
	if a.Op == fops.OpLink && a.Loc2.Inode == nil {
		a.Loc2.Inode = a.Loc.Inode
	}
	if hasIn(row, "Fd") && hasOut(row, "Fd") && a.Fd == nil {
		a.Fd = c.SpareFd(a.Loc.Inode, a.Flags, a.Op == fops.OpOpendir)
	}
}

// adopt makes the inodes and the fd of a reply known, as a bridge does.
func (g *rig) adopt(fl *flight) {
	a, r, c := fl.args, fl.reply, fl.call
	row := a.Op.Spec()
	if hasOut(row, "Inode") && r.Inode != nil && !r.Buf.GFID.IsZero() {
		loc := &a.Loc
		if a.Op == fops.OpLink {
			loc = &a.Loc2
		}
		r.Inode = g.link(c, r.Inode, &r.Buf, loc.Parent, loc.Name)
	}
	if a.Op == fops.OpReaddirp && a.Fd != nil {
		for i := range r.Entries {
			e := &r.Entries[i]
			if e.Inode == nil {
				continue
			}
			fresh := e.Inode
			if fresh.Linked() {
				fresh = nil
			}
			if e.Name != "." && e.Name != ".." {
				e.Inode = g.link(c, e.Inode, &e.Buf, a.Fd.Inode, e.Name)
			}
			if fresh != nil {
				g.graph.UnrefInode(fresh, 1)
			}
		}
	}
	if hasIn(row, "Fd") && hasOut(row, "Fd") && r.Fd != nil && r.Fd == a.Fd {
		c.KeepFd()
		if hasOut(row, "Inode") {
			r.Fd.Inode = r.Inode
		}
		if in := r.Fd.Inode; in != nil && in.Linked() {
			in.Ref()
		}
		g.fds = append(g.fds, r.Fd)
	}
	switch a.Op {
	case fops.OpUnlink, fops.OpRmdir:
		delete(g.names, entry{a.Loc.Parent, a.Loc.Name})
	case fops.OpRename:
		from, to := entry{a.Loc.Parent, a.Loc.Name}, entry{a.Loc2.Parent, a.Loc2.Name}
		x, y := g.names[from], g.names[to]
		delete(g.names, from)
		if x != nil {
			g.names[to] = x
			x.SetName(to.parent, to.name)
		}
		if a.Flags&unix.RENAME_EXCHANGE != 0 && y != nil {
			g.names[from] = y
			y.SetName(from.parent, from.name)
		}
	}
}

func (g *rig) link(c *xlator.Call, in *fops.Inode, buf *fops.Iatt, parent *fops.Inode, name string) *fops.Inode {
	in = g.graph.LinkInode(c, in, buf)
	if parent != nil && name != "" {
		in.SetName(parent, name)
		g.names[entry{parent, name}] = in
	}
	g.held[in]++
	return in
}

// forget gives an inode back, as the kernel does with FORGET.
func (g *rig) forget(in *fops.Inode) {
	for e, known := range g.names {
		if known == in {
			delete(g.names, e)
		}
	}
	n := g.held[in]
	delete(g.held, in)
	if n > 0 {
		g.pump(func() { g.graph.UnrefInode(in, n) })
	}
}

// release closes an open file for good.
func (g *rig) release(fd *fops.Fd) bool {
	i := slices.Index(g.fds, fd)
	if i < 0 {
		return false
	}
	g.fds = slices.Delete(g.fds, i, i+1)
	in := fd.Inode
	g.pump(func() {
		g.graph.ReleaseFd(fd)
		if in != nil && in.Linked() {
			g.graph.UnrefInode(in, 1)
		}
	})
	return true
}

// walk finds the parent of a path and its last name, and looks directories up
// on the way that are not known yet, as the kernel does. A reply is that of a
// look-up that failed.
func (g *rig) walk(path string) (parent *fops.Inode, name string, failed *flight, err error) {
	names := slices.DeleteFunc(strings.Split(path, "/"), func(n string) bool { return n == "" || n == "." })
	parent = g.graph.Inodes().Root()
	if len(names) == 0 {
		return parent, "", nil, nil
	}
	for _, n := range names[:len(names)-1] {
		in, fl, err := g.lookup(parent, n)
		if err != nil || in == nil {
			return nil, "", fl, err
		}
		parent = in
	}
	return parent, names[len(names)-1], nil, nil
}

// lookup finds a name that the kernel knows, or asks for it.
func (g *rig) lookup(parent *fops.Inode, name string) (*fops.Inode, *flight, error) {
	if in := g.names[entry{parent, name}]; in != nil {
		return in, nil, nil
	}
	fl, err := g.launch(fops.OpLookup, true, func(c *xlator.Call, a *fops.Args) error {
		a.Loc = fops.Loc{Parent: parent, Name: name, Inode: c.SpareInode()}
		return nil
	})
	if err == nil {
		err = g.wait(fl)
	}
	if err != nil || fl.reply.Failed() || fl.reply.Inode == nil {
		return nil, fl, err
	}
	return fl.reply.Inode, fl, nil
}

// close ends the graph, and returns what is left over.
func (g *rig) close() []string {
	if g.graph == nil {
		return nil
	}
	var left []string
	for _, fl := range g.pending() {
		left = append(left, fl.name()+" is still not answered")
		_ = g.interrupt(fl)
	}
	// What children still think about they say now.
	for range maxLeft {
		at, ok := g.clock.due()
		if !ok {
			break
		}
		_ = g.advance(at)
	}
	for _, fd := range slices.Clone(g.fds) {
		g.release(fd)
	}
	graph := g.graph
	g.graph = nil
	g.pump(func() {
		inodes := slices.SortedFunc(maps.Keys(g.held), func(a, b *fops.Inode) int { return cmp.Compare(b.ID, a.ID) })
		for _, in := range inodes {
			graph.UnrefInode(in, g.held[in])
		}
		graph.Fini()
	})
	if n := graph.Bugs(); n > 0 {
		left = append(left, fmt.Sprintf("the graph contained %d mistakes of the translator; see its log", n))
	}
	return left
}

// maxLeft bounds what is still answered when a test ends.
const maxLeft = 10_000

func (g *rig) pending() []*flight {
	g.mu.Lock()
	defer g.mu.Unlock()
	var out []*flight
	for _, fl := range g.flights {
		out = append(out, fl)
	}
	sort.Slice(out, func(i, j int) bool { return out[i].call.Unique < out[j].call.Unique })
	return out
}

// pathOf is where a request's object is, for messages.
func pathOf(a *fops.Args) string {
	switch row := a.Op.Spec(); {
	case hasIn(row, "Loc"):
		return a.Loc.Path()
	case hasIn(row, "Fd") && a.Fd != nil && a.Fd.Inode != nil:
		return a.Fd.Inode.Path()
	}
	return ""
}

// inventedGFID is the identity of an object that exists only in an answer.
func inventedGFID(child int, path string) (g fops.GFID) {
	sum := sha256.Sum256(fmt.Appendf(nil, "%d %s", child, path))
	copy(g[:], sum[:])
	g[0] = 0xfd
	return g
}

func copyReply(r *fops.Reply) *fops.Reply {
	c := *r
	c.Vector, c.Strong = bytes.Clone(r.Vector), bytes.Clone(r.Strong)
	c.Entries, c.Locks = slices.Clone(r.Entries), slices.Clone(r.Locks)
	c.Dict, c.XData = r.Dict.Clone(), r.XData.Clone()
	return &c
}

func copyArgs(a *fops.Args) *fops.Args {
	c := *a
	c.Vector, c.Locks = bytes.Clone(a.Vector), slices.Clone(a.Locks)
	c.Dict, c.XData = a.Dict.Clone(), a.XData.Clone()
	return &c
}

// logHandler keeps what the translator says.
type logHandler struct {
	rig   *rig
	attrs []slog.Attr
}

func (h *logHandler) Enabled(context.Context, slog.Level) bool { return true }

func (h *logHandler) Handle(_ context.Context, r slog.Record) error {
	if r.Level < slog.LevelInfo && r.Message == "a handler raised OSError" {
		return nil
	}
	text := r.Message
	if r.Level != slog.LevelInfo {
		text = strings.ToLower(r.Level.String()) + ": " + text
	}
	var fault string
	r.Attrs(func(a slog.Attr) bool {
		if a.Key == "traceback" {
			fault = strings.TrimRight(a.Value.String(), "\n")
		}
		return true
	})
	h.rig.mu.Lock()
	defer h.rig.mu.Unlock()
	h.rig.lines = append(h.rig.lines, text)
	if r.Level >= slog.LevelError {
		if fault == "" {
			fault = r.Message
		}
		// What the script logs as an error is its business.
		if strings.HasPrefix(r.Message, "script: ") || !h.fromScript(r) {
			h.rig.faults = append(h.rig.faults, fault)
		}
	}
	return nil
}

// fromScript reports whether the script itself has written a message.
func (h *logHandler) fromScript(r slog.Record) bool { return r.NumAttrs() == 0 }

func (h *logHandler) WithAttrs(as []slog.Attr) slog.Handler {
	return &logHandler{h.rig, append(slices.Clone(h.attrs), as...)}
}

func (h *logHandler) WithGroup(string) slog.Handler { return h }
