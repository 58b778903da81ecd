package xlator

import (
	"context"
	"fmt"
	"log/slog"
	"sync/atomic"
	"syscall"

	"github.com/windlassfs/windlass/fops"
)

// A translator is any value that a [Type]'s New returns. What it can do is
// what it implements: the typed fop and callback interfaces in z_sugar.go
// (LookupFop, LookupCbk, …) or [Binder], and any of the following.

// Binder is implemented by translators that treat many fops alike, or that
// know only at run time which fops they handle.
type Binder interface {
	// Bind fills in the handlers. What the typed methods gave is there
	// already.
	Bind(*Bindings)
}

// Initer is implemented by translators that need something from outside:
// files, goroutines. Init is called once, children first.
type Initer interface{ Init() error }

// Finier is implemented by translators that have something to give back. Fini
// is called once, parents first, when no fop is under way, and also if the
// translator's own Init failed.
type Finier interface{ Fini() }

// Forgetter is told when an inode goes, or when one goes that never became
// known but in which the translator keeps a context. It must not do I/O for
// long: the kernel does not wait.
type Forgetter interface{ Forget(*fops.Inode) }

// Releaser is told when the last descriptor of an open file is closed.
type Releaser interface{ Release(*fops.Fd) }

// Releasedirer is told when the last descriptor of an open directory is
// closed.
type Releasedirer interface{ Releasedir(*fops.Fd) }

// InodeMerger is asked to move its context when an inode turns out to be one
// that is known already. Without it the context moves if the known inode has
// none.
type InodeMerger interface{ MergeInode(from, into *fops.Inode) }

// Notifier is told of changes of the graph's state.
type Notifier interface{ Notify(Event) }

// An Event is a change of the graph's state.
type Event int

const (
	// EventUp: all translators are initialised; fops may come.
	EventUp Event = iota
	// EventDown: no more fops will come.
	EventDown
)

// String returns one word.
func (e Event) String() string {
	if e == EventUp {
		return "up"
	}
	return "down"
}

// Reconfigurer is implemented by translators that can change while the graph
// serves: by those of whose options one or more are Settable.
type Reconfigurer interface {
	// Reconfigure checks what the volume file says now and prepares the change,
	// without an effect that Abort could not take back. It is asked at each
	// [Graph.Reconfigure], whether an option has changed or not. A nil Change
	// says that nothing is to be done; the error may be Problems. Requests come
	// meanwhile.
	Reconfigure(*Reconfiguration) (*Change, error)
}

// A Reconfiguration is what a volume is to be from now on.
type Reconfiguration struct {
	// Spec is what the volume file says now, Options what that means. Only what
	// is Settable differs from what the node has.
	Spec    *VolumeSpec
	Options *Options

	all map[*Node]*Reconfiguration
}

// Of returns what another volume is to be.
func (r *Reconfiguration) Of(n *Node) *Reconfiguration { return r.all[n] }

// A Change is one translator's part in a [Graph.Reconfigure]: prepared, and
// then either carried out or taken back. Either function may be nil.
type Change struct {
	// Notes say what changes besides options, in a few words each.
	Notes []string
	// Commit carries it out. The node's Options have the new values, and the
	// translator is asked next which fops it handles (Binder).
	Commit func()
	// Abort takes the preparation back: another translator refuses.
	Abort func()
}

// Dumper adds a translator's own state to a statedump.
type Dumper interface {
	// Dump calls add for each line. It may run at any time.
	Dump(add func(key string, value any))
}

// Bindings are a translator's handlers, one of each for every fop. A nil
// Handler lets the fop pass by; a nil Cbk lets the reply pass by.
type Bindings struct {
	Fop [fops.NumOps]Handler
	Cbk [fops.NumOps]Cbk
}

// A place is a translator in one compilation of the graph: its handlers, and
// the way from it to its children. A frame keeps the place that it entered, and
// a place leads only to places of the same compilation. So a request goes on as
// it began when the graph is compiled anew under it.
type place struct {
	node *Node
	Bindings
	down [][fops.NumOps]target
}

// target is where a wind arrives: the nearest translator that handles the fop.
type target struct {
	at      *place
	handler Handler
}

// routes is one compilation of the graph. It is immutable.
type routes struct {
	places []*place // by the number of the node
	top    [fops.NumOps]target
}

// A Node is a translator's place in a graph: its name, options and children. It
// is immutable once the graph is built, but for the values of options that can
// change while it serves (see [Graph.Reconfigure]).
type Node struct {
	// Name is the volume's name, Type its type.
	Name string
	Type *Type
	// Spec is what the volume file says.
	Spec *VolumeSpec
	// Options are the decoded options.
	Options *Options
	// Children are the subvolumes in order.
	Children []*Node
	// Log is the translator's logger, with its name.
	Log *slog.Logger
	// Translator is what Type.New returned.
	Translator any

	graph     *Graph
	id        int
	bound     Bindings
	observed  [fops.NumOps]atomic.Bool
	level     *slog.LevelVar
	inodeSlot int
	fdSlot    int
	stats     nodeStats
}

// Graph returns the graph that the node is part of.
func (n *Node) Graph() *Graph { return n.graph }

// ID returns the node's index in the graph.
func (n *Node) ID() int { return n.id }

// Handles reports whether the translator has a handler and a callback for op.
func (n *Node) Handles(op fops.Op) (fop, cbk bool) {
	p := n.graph.routes.Load().places[n.id]
	return p.Fop[op] != nil, p.Cbk[op] != nil
}

// Observed reports whether a translator above this one handles op. Where none
// does, a storage need not gather what only translators look at: the
// attributes of parents, and of objects before a change. What was observed once
// stays so: a request may be under way to who has looked at it.
func (n *Node) Observed(op fops.Op) bool { return n.observed[op].Load() }

// UseInodeCtx gives the translator a slot in every inode. Call it in New.
func (n *Node) UseInodeCtx() {
	if n.inodeSlot < 0 {
		n.inodeSlot = n.graph.inodeSlots
		n.graph.inodeSlots++
	}
}

// UseFdCtx gives the translator a slot in every open file. Call it in New.
func (n *Node) UseFdCtx() {
	if n.fdSlot < 0 {
		n.fdSlot = n.graph.fdSlots
		n.graph.fdSlots++
	}
}

// InodeCtx returns what the translator keeps with an inode, or nil.
func (n *Node) InodeCtx(in *fops.Inode) any { return in.Ctx(n.inodeSlot) }

// SetInodeCtx keeps something with an inode, nil to remove it, and returns
// what was kept before.
func (n *Node) SetInodeCtx(in *fops.Inode, v any) (old any) { return in.SetCtx(n.inodeSlot, v) }

// SetInodeCtxIfNone keeps something with an inode unless something is kept
// already; it returns what is kept now and whether that is v.
func (n *Node) SetInodeCtxIfNone(in *fops.Inode, v any) (now any, set bool) {
	return in.SetCtxIfNone(n.inodeSlot, v)
}

// FdCtx returns what the translator keeps with an open file, or nil.
func (n *Node) FdCtx(fd *fops.Fd) any { return fd.Ctx(n.fdSlot) }

// SetFdCtx keeps something with an open file, nil to remove it, and returns
// what was kept before.
func (n *Node) SetFdCtx(fd *fops.Fd, v any) (old any) { return fd.SetCtx(n.fdSlot, v) }

// bug logs a translator's mistake. What it would have broken is contained by
// the caller.
func (n *Node) bug(format string, args ...any) {
	n.graph.bugs.Add(1)
	n.Log.Error("bug in a translator: it " + fmt.Sprintf(format, args...))
}

// notSupported is the handler of a leaf for the fops that it lacks.
func notSupported(f *Frame, _ *fops.Args) { f.Fail(syscall.ENOSYS) }

// windOn is the handler of a translator that has only a callback for the fop.
func windOn(f *Frame, a *fops.Args) { f.Wind(0, a, nil) }

var levels = map[string]slog.Level{"debug": slog.LevelDebug, "info": slog.LevelInfo, "warning": slog.LevelWarn, "error": slog.LevelError, "none": slog.LevelError + 100}

// leveled gives a node its logger, at its own level.
func (n *Node) leveled(base *slog.Logger) {
	n.level = new(slog.LevelVar)
	n.level.Set(levels[n.Options.Text("log-level")])
	n.Log = slog.New(levelHandler{base.Handler(), n.level}).With("volume", n.Name)
}

// levelHandler drops what is less severe than min, whatever the handler
// behind it would do, and passes on what is not.
type levelHandler struct {
	slog.Handler
	min *slog.LevelVar
}

func (h levelHandler) Enabled(_ context.Context, l slog.Level) bool { return l >= h.min.Level() }

func (h levelHandler) WithAttrs(as []slog.Attr) slog.Handler {
	return levelHandler{h.Handler.WithAttrs(as), h.min}
}

func (h levelHandler) WithGroup(name string) slog.Handler {
	return levelHandler{h.Handler.WithGroup(name), h.min}
}
