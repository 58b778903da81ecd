package xlator

import (
	"runtime/debug"
	"sync/atomic"
	"syscall"

	"github.com/windlassfs/windlass/fops"
)

// A Handler receives a fop on its way down. Before the frame is let go it
// must be answered: by Unwind or Fail, or by winding to children and
// unwinding in a callback. Handlers run in parallel.
type Handler func(f *Frame, a *fops.Args)

// A Cbk receives the reply of a child. f is the frame of the translator that
// wound, cookie what it gave (see [Frame.WindCookie]). It may run before Wind
// has returned, on any goroutine, and in parallel with other callbacks of the
// same frame.
type Cbk func(f *Frame, cookie any, r *fops.Reply)

// A Frame is one translator's part in one request, from the call of its
// handler to its answer. It is open, then wound while children work, and
// closed by exactly one Unwind.
//
// A frame may be used until it is unwound and the handler or callback that
// did so has returned; after that it serves another request. What would hang
// or corrupt a mount elsewhere is contained here: a second Unwind and a Wind
// behind an Unwind are logged and ignored, and a frame that can no longer be
// answered by anybody is answered EIO and logged with the translator's name.
// Graph.Bugs counts them, for tests to hold it at zero.
type Frame struct {
	call   *Call
	at     *place
	parent *Frame
	cbk    Cbk
	cookie any
	began  int64 // nanotime at the start; 0 if latency is not measured

	// Local is for the translator that the frame belongs to: what it wants to
	// remember between its handler and its callback.
	Local any

	// state is the fop, the translator's index, whether the frame is unwound,
	// and how many reasons there are to wait: the running handler, children
	// at work, holds. One word, so that a dump can read it at any time.
	state atomic.Uint64
}

const (
	pendingOne   = 1
	pendingMask  = 1<<32 - 1
	unwoundBit   = 1 << 32
	stateOpShift = 33
	stateIDShift = 40
)

// Call returns the request that the frame belongs to.
func (f *Frame) Call() *Call { return f.call }

// Root returns who asks: the caller's credentials.
func (f *Frame) Root() *Root { return &f.call.Root }

// Node returns the translator that the frame belongs to.
func (f *Frame) Node() *Node { return f.at.node }

// Op returns the fop that the translator was asked for.
func (f *Frame) Op() fops.Op { return fops.Op(f.state.Load() >> stateOpShift & 0x7f) }

// Done is closed when the kernel has interrupted the request: the caller got
// a signal. Handlers that wait answer EINTR then. Nil for requests that
// cannot be interrupted.
func (f *Frame) Done() <-chan struct{} { return f.call.Cancel }

// NewArgs returns an empty request for op; it lives as long as the call.
func (f *Frame) NewArgs(op fops.Op) *fops.Args { return f.call.newArgs(op) }

// CopyArgs returns a copy of a, to be changed and wound.
func (f *Frame) CopyArgs(a *fops.Args) *fops.Args {
	b := f.call.allocArgs()
	*b = *a
	return b
}

// NewReply returns an empty successful reply to op; it lives as long as the
// call.
func (f *Frame) NewReply(op fops.Op) *fops.Reply { return f.call.newReply(op) }

// Buffer returns n bytes for the data of a reply; they live as long as the
// call. The first taker gets the memory that the reply is sent from, so that
// nothing is copied.
func (f *Frame) Buffer(n int) []byte { return f.call.buffer(n) }

// Wind passes a request to a child: its index in the volume's subvolumes. The
// reply goes to cbk; if cbk is nil to the translator's own callback for the
// fop, and if it has none, unchanged to this frame's parent.
func (f *Frame) Wind(child int, a *fops.Args, cbk Cbk) { f.wind(child, nil, a, cbk) }

// WindCookie is Wind with a value that the callback receives, to tell several
// winds apart. Without one the callback's cookie is nil.
func (f *Frame) WindCookie(child int, cookie any, a *fops.Args, cbk Cbk) {
	f.wind(child, cookie, a, cbk)
}

func (f *Frame) wind(child int, cookie any, a *fops.Args, cbk Cbk) {
	if uint(child) >= uint(len(f.at.down)) {
		f.at.node.bug("winds %s to child %d of %d", a.Op, child, len(f.at.down))
		if !f.Unwound() {
			f.Fail(syscall.EIO)
		}
		return
	}
	if f.state.Add(pendingOne)&unwoundBit != 0 {
		f.at.node.bug("winds %s after it has unwound", a.Op)
		f.leave()
		return
	}
	f.call.enter(&f.at.down[child][a.Op], f, cookie, a, cbk)
}

// Tail passes the request on to the first child and takes this translator out
// of its way: the child answers this frame's parent. Nothing of the frame may
// be used afterwards.
func (f *Frame) Tail(a *fops.Args) { f.TailTo(0, a) }

// TailTo is Tail to any child.
func (f *Frame) TailTo(child int, a *fops.Args) {
	if uint(child) >= uint(len(f.at.down)) || a.Op != f.Op() {
		f.at.node.bug("tail-winds %s to child %d of %d in a %s", a.Op, child, len(f.at.down), f.Op())
		f.Fail(syscall.EIO)
		return
	}
	t := &f.at.down[child][a.Op]
	f.at, f.Local = t.at, nil
	t.handler(f, a)
}

// Unwind answers the frame: r goes up to the translator that wound to this
// one.
func (f *Frame) Unwind(r *fops.Reply) {
	if old := f.state.Or(unwoundBit); old&unwoundBit != 0 {
		f.at.node.bug("unwinds a %s twice", f.Op())
		return
	}
	if f.began != 0 || f.at.node.counting() {
		f.at.node.record(f, r)
	}
	p := f.parent
	if p == nil {
		f.call.answer(r)
		return
	}
	cbk := f.cbk
	if cbk == nil {
		cbk = p.at.Cbk[f.Op()]
	}
	if cbk != nil {
		p.callback(cbk, f.cookie, r)
		return
	}
	p.pass(f.Op(), r)
	p.leave()
}

// callback hands a reply to the frame's translator; the wind that it answers
// is over then.
func (f *Frame) callback(cbk Cbk, cookie any, r *fops.Reply) {
	defer f.finish()
	cbk(f, cookie, r)
}

// finish ends a handler or a callback. A panic in it costs this frame, which
// is answered EIO, and nothing else, on whatever goroutine it happens.
func (f *Frame) finish() {
	if e := recover(); e != nil {
		f.at.node.bug("panics in a %s: %v\n%s", f.Op(), e, debug.Stack())
		if !f.Unwound() {
			f.Fail(syscall.EIO)
		}
	}
	f.leave()
}

// pass hands a reply that nobody here looks at to the parent.
func (f *Frame) pass(op fops.Op, r *fops.Reply) {
	if op != f.Op() && !r.Failed() {
		f.at.node.bug("winds %s in a %s and has no callback for it", op, f.Op())
		f.Fail(syscall.EIO)
		return
	}
	f.Unwind(r)
}

// Fail answers the frame with an error.
func (f *Frame) Fail(errno syscall.Errno) {
	r := f.NewReply(f.Op())
	r.Fail(errno)
	f.Unwind(r)
}

// Hold keeps the frame open while nothing is wound, for a translator that
// answers later from another goroutine. Each Hold needs one Drop.
func (f *Frame) Hold() { f.state.Add(pendingOne) }

// Drop gives a Hold back. The frame must not be used after it.
func (f *Frame) Drop() { f.leave() }

// Unwound reports whether the frame has been answered.
func (f *Frame) Unwound() bool { return f.state.Load()&unwoundBit != 0 }

// leave takes away one reason to wait. With the last one the frame is closed;
// one that nobody has answered is answered here.
func (f *Frame) leave() {
	s := f.state.Add(^uint64(0))
	if s&pendingMask != 0 {
		return
	}
	if s&unwoundBit == 0 {
		f.at.node.bug("neither wound nor unwound a %s: answered EIO", fops.Op(s>>stateOpShift&0x7f))
		f.state.Add(pendingOne)
		f.Fail(syscall.EIO)
		f.leave()
		return
	}
	f.call.closed()
}
