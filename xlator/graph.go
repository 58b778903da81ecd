package xlator

import (
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"
	"weak"

	"github.com/windlassfs/windlass/fops"
)

// A Graph is a built stack of translators. Its life is Build, Init, any number
// of calls, Fini. After Init it may be used from any goroutine.
type Graph struct {
	log   *slog.Logger
	reg   *Registry
	nodes []*Node // in the order of the spec: children before parents

	routes atomic.Pointer[routes]
	// changing is held by who changes the graph while it serves, and by Fini.
	changing sync.Mutex
	over     bool // guarded by changing

	inodes              *InodeTable
	inodeSlots, fdSlots int
	ctxNodes            []*Node // those that keep contexts in inodes
	forgetters          []*Node
	releasers           []*Node
	releasedirers       []*Node
	initialised         []*Node

	pool    sync.Pool
	bugs    atomic.Int64
	level   atomic.Int32
	measure atomic.Bool

	kernel atomic.Pointer[Kernel]

	coarse   atomic.Int64
	stopTick chan struct{}

	callsMu sync.Mutex
	calls   []weak.Pointer[Call]
}

// Kernel is what translators can tell the kernel: implemented by the bridge
// that serves the graph. The calls return at once; they are carried out in
// order, soon after.
type Kernel interface {
	// InvalidateEntry makes the kernel ask again for a name.
	InvalidateEntry(parent *fops.Inode, name string)
	// InvalidateInode makes the kernel ask again for attributes, and for the
	// data from off for n bytes (0: to the end; off < 0: attributes only).
	InvalidateInode(in *fops.Inode, off, n int64)
	// DeleteEntry tells the kernel that a name is gone, so that who watches the
	// object hears of it (inotify's IN_DELETE_SELF; with Linux 6 those who
	// watch the directory do not).
	DeleteEntry(parent *fops.Inode, name string, child *fops.Inode)
	// Shrink makes the kernel forget what nobody uses, as far as it can be
	// made to.
	Shrink()
}

// BuildOptions are what Build needs besides the spec.
type BuildOptions struct {
	// Log receives the messages of the graph and its translators; nil for
	// slog.Default.
	Log *slog.Logger
}

// Build makes a graph from a spec: types, options, subvolumes are checked, the
// translators made and the way of each fop compiled. Nothing outside the
// process is touched. The error is Problems, with everything that is wrong.
func Build(reg *Registry, spec *Spec, o BuildOptions) (*Graph, error) {
	if o.Log == nil {
		o.Log = slog.Default()
	}
	g := &Graph{log: o.Log, reg: reg}
	var ps Problems
	byName := g.readVolumes(reg, spec, &ps)
	g.linkVolumes(spec, byName, &ps)
	for _, n := range g.nodes {
		g.makeTranslator(n, &ps)
	}
	if err := ps.Err(); err != nil {
		return nil, err
	}
	g.findHooks()
	g.compile()
	g.inodes = newInodeTable(g.inodeSlots, g.forgetInode)
	g.pool.New = func() any { return g.newCallObject() }
	return g, nil
}

// readVolumes makes a node for each volume that is well formed on its own.
func (g *Graph) readVolumes(reg *Registry, spec *Spec, ps *Problems) map[string]*Node {
	byName := make(map[string]*Node)
	if len(spec.Volumes) == 0 {
		ps.Add(Pos{File: spec.File}, `a volume looks like: volume NAME / type CATEGORY/NAME / end-volume`, "the graph has no volume")
	}
	for i := range spec.Volumes {
		v := &spec.Volumes[i]
		n := &Node{Name: v.Name, Spec: v, graph: g, id: len(g.nodes), inodeSlot: -1, fdSlot: -1}
		if first := byName[v.Name]; first != nil {
			ps.Add(v.Pos, fmt.Sprintf("first defined at %s", first.Spec.Pos), "volume %q is defined twice", v.Name)
			continue
		}
		byName[v.Name] = n
		g.nodes = append(g.nodes, n)
		if v.Type == "" {
			continue // the parser has said so
		}
		t, ok := reg.Lookup(v.Type)
		if !ok {
			ps.Add(v.TypePos, didYouMean(reg.Suggest(v.Type), "see: windlass list"), "volume %q: unknown type %q", v.Name, v.Type)
			continue
		}
		n.Type = t
		n.Options = DecodeOptions(v, t.declared(v, ps), ps)
		n.leveled(g.log)
	}
	return byName
}

// linkVolumes resolves subvolumes and checks the shape of the graph.
func (g *Graph) linkVolumes(spec *Spec, byName map[string]*Node, ps *Problems) {
	used := make(map[*Node]bool)
	var names []string
	for _, n := range g.nodes {
		names = append(names, n.Name)
	}
	for _, n := range g.nodes {
		whole := true
		for _, s := range n.Spec.Subvolumes {
			c := byName[s.Name]
			switch {
			case c == n:
				ps.Add(s.Pos, "a graph has no cycles", "volume %q has itself as subvolume", n.Name)
			case c == nil:
				ps.Add(s.Pos, didYouMean(fops.Suggest(s.Name, names), "it needs a volume of its own, further up"), "volume %q: subvolume %q is not defined", n.Name, s.Name)
			case c.id > n.id:
				hint := "define it further up: a graph is written from storage to top"
				if reaches(byName, c, n, nil) {
					hint = "a graph has no cycles"
				}
				ps.Add(s.Pos, hint, "volume %q: subvolume %q is defined only later, at %s", n.Name, s.Name, c.Spec.Pos)
			default:
				n.Children = append(n.Children, c)
				used[c] = true
				continue
			}
			whole = false
		}
		if n.Type == nil || !whole {
			continue
		}
		switch c := len(n.Children); {
		case c < n.Type.MinChildren:
			ps.Add(n.Spec.Pos, "add a line: subvolumes NAME", "volume %q: %s needs %s, has %d", n.Name, n.Type.Name, subvolumes(n.Type), c)
		case n.Type.MaxChildren >= 0 && c > n.Type.MaxChildren:
			ps.Add(n.Spec.Subvolumes[n.Type.MaxChildren].Pos, "remove what is too many from the line subvolumes", "volume %q: %s takes %s, has %d", n.Name, n.Type.Name, subvolumes(n.Type), c)
		}
	}
	if len(*ps) > 0 {
		return
	}
	topNode := g.nodes[len(g.nodes)-1]
	for _, n := range g.nodes[:len(g.nodes)-1] {
		if !used[n] {
			ps.Add(n.Spec.Pos, fmt.Sprintf("name it behind subvolumes, or remove it; the last volume, %q, is the top", topNode.Name), "volume %q is nobody's subvolume: the graph has two tops", n.Name)
		}
	}
}

func subvolumes(t *Type) string {
	switch {
	case t.MaxChildren == 0:
		return "no subvolumes"
	case t.MinChildren == t.MaxChildren && t.MinChildren == 1:
		return "one subvolume"
	case t.MinChildren == t.MaxChildren:
		return fmt.Sprintf("%d subvolumes", t.MinChildren)
	case t.MaxChildren < 0:
		return fmt.Sprintf("at least %d", t.MinChildren)
	}
	return fmt.Sprintf("%d to %d subvolumes", t.MinChildren, t.MaxChildren)
}

// reaches reports whether to is written below from.
func reaches(byName map[string]*Node, from, to *Node, seen map[*Node]bool) bool {
	if seen == nil {
		seen = make(map[*Node]bool)
	}
	if from == to {
		return true
	}
	if seen[from] {
		return false
	}
	seen[from] = true
	for _, s := range from.Spec.Subvolumes {
		if c := byName[s.Name]; c != nil && reaches(byName, c, to, seen) {
			return true
		}
	}
	return false
}

// makeTranslator makes and binds one translator, if its node is sound.
func (g *Graph) makeTranslator(n *Node, ps *Problems) {
	if n.Type == nil || n.Options == nil {
		return
	}
	t, err := n.Type.New(n)
	var more Problems
	switch {
	case errors.As(err, &more):
		*ps = append(*ps, more...)
		return
	case err != nil:
		ps.Add(n.Spec.Pos, "", "volume %q: %v", n.Name, err)
		return
	}
	n.Translator = t
	n.bind()
}

// bind asks the translator which fops it handles.
func (n *Node) bind() {
	var b Bindings
	bindTyped(&b, n.Translator)
	if bt, ok := n.Translator.(Binder); ok {
		bt.Bind(&b)
	}
	if n.Options.Bool("pass-through") && len(n.Children) > 0 {
		b = Bindings{}
	}
	for op := range b.Fop {
		if b.Fop[op] == nil && b.Cbk[op] != nil && len(n.Children) > 0 {
			b.Fop[op] = windOn
		}
	}
	n.bound = b
}

// findHooks notes who wants to hear of inodes and open files that go.
func (g *Graph) findHooks() {
	for _, n := range g.nodes {
		if n.inodeSlot >= 0 {
			g.ctxNodes = append(g.ctxNodes, n)
		}
		if _, ok := n.Translator.(Forgetter); ok {
			g.forgetters = append(g.forgetters, n)
		}
		if _, ok := n.Translator.(Releaser); ok {
			g.releasers = append(g.releasers, n)
		}
		if _, ok := n.Translator.(Releasedirer); ok {
			g.releasedirers = append(g.releasedirers, n)
		}
	}
}

// compile finds for every wind that can happen the translator where it
// arrives: those that do not handle the fop are not there for it at all.
func (g *Graph) compile() {
	r := &routes{}
	for _, n := range g.nodes { // children come first
		p := &place{node: n, Bindings: n.bound, down: make([][fops.NumOps]target, len(n.Children))}
		for i, c := range n.Children {
			for op := range p.down[i] {
				p.down[i][op] = r.places[c.id].resolve(fops.Op(op))
			}
		}
		r.places = append(r.places, p)
	}
	for op := range r.top {
		r.top[op] = r.places[g.Top().id].resolve(fops.Op(op))
	}
	for i := len(g.nodes) - 1; i >= 0; i-- { // parents first
		n := g.nodes[i]
		for _, c := range n.Children {
			for op := range c.observed {
				if n.observed[op].Load() || n.bound.Fop[op] != nil {
					c.observed[op].Store(true)
				}
			}
		}
	}
	g.routes.Store(r)
}

// resolve returns where op arrives that is sent to the place.
func (p *place) resolve(op fops.Op) target {
	if p.Fop[op] != nil {
		return target{p, p.Fop[op]}
	}
	if len(p.down) == 0 {
		return target{p, notSupported}
	}
	return p.down[0][op]
}

// Path returns the translators that op passes on its way from the top along
// first children, and which of them only see its reply.
func (g *Graph) Path(op fops.Op) []*Node {
	var out []*Node
	t := g.routes.Load().top[op]
	for {
		out = append(out, t.at.node)
		if len(t.at.down) == 0 {
			return out
		}
		t = t.at.down[0][op]
	}
}

// Init initialises the translators, children first, and then tells all that
// the graph is up. If one fails, those before it are finished and the graph is
// dead.
func (g *Graph) Init() error {
	g.coarse.Store(nanotime())
	g.stopTick = make(chan struct{})
	go g.tick(g.stopTick)
	for _, n := range g.nodes {
		g.initialised = append(g.initialised, n)
		if t, ok := n.Translator.(Initer); ok {
			if err := t.Init(); err != nil {
				g.Fini()
				return fmt.Errorf("volume %q: %w", n.Name, err)
			}
		}
	}
	g.notify(EventUp)
	return nil
}

func (g *Graph) notify(e Event) {
	for i := len(g.nodes) - 1; i >= 0; i-- {
		if t, ok := g.nodes[i].Translator.(Notifier); ok {
			t.Notify(e)
		}
	}
}

// Fini ends the graph: it waits for calls under way, forgets all inodes and
// finishes the translators, parents first. No new call may come.
func (g *Graph) Fini() {
	if g.stopTick == nil {
		return
	}
	g.changing.Lock()
	g.over = true
	g.changing.Unlock()
	g.kernel.Store(nil)
	for wait := time.Microsecond; len(g.Pending()) > 0 && wait < 4*time.Second; wait *= 2 {
		time.Sleep(wait)
	}
	if len(g.initialised) == len(g.nodes) {
		g.notify(EventDown)
	}
	g.inodes.drop()
	for i := len(g.initialised) - 1; i >= 0; i-- {
		if t, ok := g.initialised[i].Translator.(Finier); ok {
			t.Fini()
		}
	}
	g.initialised = nil
	close(g.stopTick)
	g.stopTick = nil
}

// tick keeps the coarse clock, which costs a call nothing.
func (g *Graph) tick(stop <-chan struct{}) {
	t := time.NewTicker(50 * time.Millisecond)
	defer t.Stop()
	for {
		select {
		case <-t.C:
			g.coarse.Store(nanotime())
		case <-stop:
			return
		}
	}
}

func (g *Graph) clock() int64 { return g.coarse.Load() }

// Top returns the translator where fops enter.
func (g *Graph) Top() *Node { return g.nodes[len(g.nodes)-1] }

// Nodes returns all translators, children before parents.
func (g *Graph) Nodes() []*Node { return g.nodes }

// Node returns the translator of that name, nil if there is none.
func (g *Graph) Node(name string) *Node {
	for _, n := range g.nodes {
		if n.Name == name {
			return n
		}
	}
	return nil
}

// Inodes returns the table of the inodes that are alive.
func (g *Graph) Inodes() *InodeTable { return g.inodes }

// Bugs returns how many mistakes of translators were contained so far.
func (g *Graph) Bugs() int64 { return g.bugs.Load() }

// SetKernel connects the bridge that serves the graph.
func (g *Graph) SetKernel(k Kernel) { g.kernel.Store(&k) }

// Kernel returns the bridge, or one that does nothing where the graph is not
// mounted.
func (g *Graph) Kernel() Kernel {
	if k := g.kernel.Load(); k != nil {
		return *k
	}
	return noKernel{}
}

type noKernel struct{}

func (noKernel) InvalidateEntry(*fops.Inode, string)          {}
func (noKernel) InvalidateInode(*fops.Inode, int64, int64)    {}
func (noKernel) DeleteEntry(*fops.Inode, string, *fops.Inode) {}
func (noKernel) Shrink()                                      {}

// LinkInode makes the object of a reply known: in is the reply's inode, buf its
// attributes, with its GFID. It returns the inode that everybody uses from now
// on, with a reference for the caller. Contexts that were put into the call's
// spare inode move to it. It is nil if in has been forgotten, which happens to a
// translator that keeps inodes without holding them.
func (g *Graph) LinkInode(c *Call, in *fops.Inode, buf *fops.Iatt) *fops.Inode {
	if !in.Linked() {
		known := g.inodes.Link(in, buf.GFID, buf.Mode)
		if known != in && in.HasCtx() {
			g.mergeInode(in, known)
		}
		in = known
	} else if !in.RefIfAlive() {
		g.bugs.Add(1)
		g.log.Error("bug in a translator: it answers with an inode that has been forgotten", "fop", c.op.String(), "gfid", in.GFID.String())
		return nil
	}
	if s := c.spare; s != nil && s != in && !s.Linked() && s.HasCtx() {
		g.mergeInode(s, in)
	}
	return in
}

func (g *Graph) mergeInode(from, into *fops.Inode) {
	for _, n := range g.ctxNodes {
		v := from.Ctx(n.inodeSlot)
		if v == nil {
			continue
		}
		if m, ok := n.Translator.(InodeMerger); ok {
			m.MergeInode(from, into)
		} else if _, set := into.SetCtxIfNone(n.inodeSlot, v); set {
			from.SetCtx(n.inodeSlot, nil)
		}
	}
}

// forgetInode tells the translators that an inode goes, and empties it.
func (g *Graph) forgetInode(in *fops.Inode) {
	for _, n := range g.forgetters {
		if in.Linked() || (n.inodeSlot >= 0 && in.Ctx(n.inodeSlot) != nil) {
			n.Translator.(Forgetter).Forget(in)
		}
	}
	for i := range in.Slots() {
		in.SetCtx(i, nil)
	}
}

// UnrefInode gives n references on an inode back.
func (g *Graph) UnrefInode(in *fops.Inode, n int64) { g.inodes.Unref(in, n) }

// ReleaseFd tells the translators that an open file is closed.
func (g *Graph) ReleaseFd(fd *fops.Fd) {
	if fd.Dir {
		for _, n := range g.releasedirers {
			n.Translator.(Releasedirer).Releasedir(fd)
		}
		return
	}
	for _, n := range g.releasers {
		n.Translator.(Releaser).Release(fd)
	}
}

// newCallObject makes a call for the pool, and remembers it for dumps as long
// as it lives.
func (g *Graph) newCallObject() *Call {
	c := &Call{graph: g, wake: make(chan struct{}, 1), frames: make([]Frame, len(g.nodes)+2)}
	c.held = c.heldInline[:0]
	g.callsMu.Lock()
	defer g.callsMu.Unlock()
	live := g.calls[:0]
	for _, w := range g.calls {
		if w.Value() != nil {
			live = append(live, w)
		}
	}
	g.calls = append(live, weak.Make(c))
	return c
}
