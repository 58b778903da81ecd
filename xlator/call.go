package xlator

import (
	"sync/atomic"

	"github.com/windlassfs/windlass/fops"
)

// A Call is one request: from the kernel, or from whoever else asks the graph.
// It holds everything that the request needs on its way, inline, and is used
// again for later ones, so that a request allocates nothing in the core.
//
// The owner takes it with [Graph.NewCall], fills in the exported fields and
// the arguments, calls Do, reads the reply and calls End.
type Call struct {
	Root
	// Cancel is closed when the caller gave up; may be nil.
	Cancel <-chan struct{}
	// Buf is memory that the reply is sent from, for Frame.Buffer; may be nil.
	Buf []byte

	graph *Graph
	began int64 // coarse clock, for dumps
	op    fops.Op

	// refs counts the owner and the open frames. At one nobody but the owner
	// is left. The owner adds settling while it waits for one, and exchanges
	// its reference for ended when it is done; when only that is left the call
	// is free. All of it is one word, because who takes a reference away must
	// not look at the call again: it may serve another request by then.
	refs    atomic.Int32
	state   atomic.Uint32 // what Do waits for
	settled bool          // all frames of the last Do are closed
	wake    chan struct{}
	reply   *fops.Reply
	bufUsed atomic.Bool

	spare   *fops.Inode
	spareFd *fops.Fd
	held    []*fops.Inode
	fresh   []*fops.Inode // what NewInode has made
	heldMu  spin

	nargs, nreplies, nframes atomic.Int32

	heldInline [4]*fops.Inode
	args       [2]fops.Args
	replies    [2]fops.Reply
	frames     []Frame
}

const (
	running = iota
	over
	waiting
)

// settling and ended are bits in refs, far above any number of frames.
const (
	settling = 1 << 30
	ended    = 1 << 29
)

// spin guards a few instructions that seldom meet: several goroutines add to
// a call's list only when a fan-out's children answer at the same moment.
type spin struct{ v atomic.Uint32 }

func (s *spin) lock() {
	for !s.v.CompareAndSwap(0, 1) {
		spinPause()
	}
}
func (s *spin) unlock() { s.v.Store(0) }

// NewCall takes a call from the graph's pool. The caller owns it until End.
func (g *Graph) NewCall() *Call {
	c := g.pool.Get().(*Call)
	c.began = g.clock()
	c.refs.Store(1)
	return c
}

// Args returns the empty arguments of the request for op.
func (c *Call) Args(op fops.Op) *fops.Args { return c.newArgs(op) }

// Graph returns the graph that the call runs in.
func (c *Call) Graph() *Graph { return c.graph }

// SpareInode returns the inode without identity that a request for a new name
// carries (see fops.Loc). If the request does not make it known it is used
// again.
func (c *Call) SpareInode() *fops.Inode {
	if c.spare == nil {
		c.spare = fops.NewInode(c.graph.inodeSlots)
	}
	return c.spare
}

// SpareFd returns the open file that open, opendir, create and tmpfile carry,
// on in. It becomes the caller's with KeepFd; otherwise it is used again.
func (c *Call) SpareFd(in *fops.Inode, flags uint32, dir bool) *fops.Fd {
	if c.spareFd == nil {
		c.spareFd = fops.NewFd(in, flags, dir, c.graph.fdSlots)
	}
	c.spareFd.Inode, c.spareFd.Flags, c.spareFd.Dir = in, flags, dir
	return c.spareFd
}

// KeepFd hands the spare fd over to the caller, who must tell the graph when
// it is released (Graph.ReleaseFd).
func (c *Call) KeepFd() *fops.Fd {
	fd := c.spareFd
	c.spareFd = nil
	return fd
}

// NewInode returns a fresh inode for a reply that tells of more than one object
// (readdirp). Its one reference passes to the receiver of the reply, who gives
// it back with [Graph.UnrefInode] after linking the inode or instead of it.
// Inodes that nobody has linked or kept when the call ends, say because a
// translator left their entries out, are taken back then.
func (c *Call) NewInode() *fops.Inode {
	in := fops.NewInode(c.graph.inodeSlots)
	c.heldMu.lock()
	c.fresh = append(c.fresh, in)
	c.heldMu.unlock()
	return in
}

// HoldInode keeps in alive until the call ends. The caller must know that
// somebody else holds it now.
func (c *Call) HoldInode(in *fops.Inode) {
	in.Ref()
	c.adopt(in)
}

// FindInode returns the inode with that identity, or nil. It stays alive until
// the call ends.
func (c *Call) FindInode(g fops.GFID) *fops.Inode {
	in := c.graph.inodes.Find(g)
	if in != nil {
		c.adopt(in)
	}
	return in
}

// adopt takes over a reference until the call ends.
func (c *Call) adopt(in *fops.Inode) {
	c.heldMu.lock()
	c.held = append(c.held, in)
	c.heldMu.unlock()
}

// Do sends the request down the graph and waits for the answer, which is valid
// until End. A fop that borrows the caller's buffers returns only when no
// translator can still use them. A request that takes several fops calls Do
// for each, with new arguments; their replies all stay valid.
func (c *Call) Do(a *fops.Args) *fops.Reply {
	if c.reply != nil {
		c.settle()
		c.settled = false
		c.state.Store(running)
	}
	c.op = a.Op
	c.enter(&c.graph.routes.Load().top[a.Op], nil, nil, a, nil)
	if c.state.CompareAndSwap(running, waiting) {
		<-c.wake
	}
	if a.Op.Spec().Borrows {
		c.settle()
	}
	return c.reply
}

// settle waits until all frames are closed.
func (c *Call) settle() {
	if !c.settled {
		if c.refs.Add(settling) != settling+1 {
			<-c.wake
		}
		c.refs.Add(-settling)
	}
	c.settled = true
}

// enter opens a frame for the target and calls its handler.
func (c *Call) enter(t *target, parent *Frame, cookie any, a *fops.Args, cbk Cbk) {
	f := c.newFrame()
	f.call, f.at, f.parent, f.cbk, f.cookie = c, t.at, parent, cbk, cookie
	f.Local = nil
	f.began = 0
	if c.graph.measure.Load() {
		f.began = nanotime()
	}
	f.state.Store(pendingOne | uint64(a.Op)<<stateOpShift | uint64(t.at.node.id)<<stateIDShift)
	c.refs.Add(1)
	defer f.finish()
	t.handler(f, a)
}

func (c *Call) newFrame() *Frame {
	if i := int(c.nframes.Add(1)) - 1; i < len(c.frames) {
		return &c.frames[i]
	}
	return new(Frame)
}

func (c *Call) allocArgs() *fops.Args {
	if i := c.nargs.Add(1) - 1; int(i) < len(c.args) {
		return &c.args[i]
	}
	return new(fops.Args)
}

func (c *Call) newArgs(op fops.Op) *fops.Args {
	a := c.allocArgs()
	if strict {
		poisonArgs(a)
	}
	a.Reset(op)
	return a
}

func (c *Call) newReply(op fops.Op) *fops.Reply {
	var r *fops.Reply
	if i := c.nreplies.Add(1) - 1; int(i) < len(c.replies) {
		r = &c.replies[i]
	} else {
		r = new(fops.Reply)
	}
	if strict {
		poisonReply(r)
	}
	r.Reset(op)
	return r
}

func (c *Call) buffer(n int) []byte {
	if n <= len(c.Buf) && c.bufUsed.CompareAndSwap(false, true) {
		return c.Buf[:n:n]
	}
	return make([]byte, n)
}

// answer is the unwind of the topmost frame.
func (c *Call) answer(r *fops.Reply) {
	c.reply = r
	if !c.state.CompareAndSwap(running, over) {
		c.wake <- struct{}{}
	}
}

// closed is called by each frame at its end.
func (c *Call) closed() { c.drop() }

func (c *Call) drop() { c.dropped(c.refs.Add(-1)) }

func (c *Call) dropped(refs int32) {
	switch refs {
	case settling + 1:
		c.wake <- struct{}{}
	case ended:
		c.recycle()
	}
}

// End gives the call back. Its reply must not be used afterwards.
func (c *Call) End() {
	c.dropped(c.refs.Add(ended - 1))
}

func (c *Call) releaseHeld() {
	t := c.graph.inodes
	for i, in := range c.held {
		t.Unref(in, 1)
		c.held[i] = nil
	}
	c.held = c.heldInline[:0]
	for i, in := range c.fresh {
		if !in.Linked() && in.Refs() == 1 {
			t.Unref(in, 1)
		}
		c.fresh[i] = nil
	}
	c.fresh = c.fresh[:0]
}

func (c *Call) recycle() {
	c.releaseHeld()
	if in := c.spare; in != nil {
		switch {
		case in.Linked():
			c.spare = nil
			c.graph.inodes.Unref(in, 1)
		case in.Refs() > 1:
			// Somebody keeps it beyond the call.
			c.spare = nil
			c.graph.inodes.Unref(in, 1)
		case in.HasCtx():
			c.graph.forgetInode(in)
		}
	}
	if fd := c.spareFd; fd != nil {
		if fd.HasCtx() {
			c.graph.ReleaseFd(fd)
			c.spareFd = nil
		} else {
			fd.Inode = nil
		}
	}
	for i := range c.frames[:min(int(c.nframes.Load()), len(c.frames))] {
		f := &c.frames[i]
		f.Local, f.cookie = nil, nil
	}
	for i := range c.args[:min(int(c.nargs.Load()), len(c.args))] {
		c.args[i].Vector, c.args[i].Dict, c.args[i].XData = nil, nil, nil
	}
	for i := range c.replies[:min(int(c.nreplies.Load()), len(c.replies))] {
		c.replies[i].Vector, c.replies[i].Dict, c.replies[i].XData, c.replies[i].Entries = nil, nil, nil, nil
	}
	c.nframes.Store(0)
	c.nargs.Store(0)
	c.nreplies.Store(0)
	c.Cancel, c.Buf, c.reply = nil, nil, nil
	c.settled = false
	c.bufUsed.Store(false)
	c.state.Store(running)
	c.Root.reset()
	c.graph.pool.Put(c)
}
