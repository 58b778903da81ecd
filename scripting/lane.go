package scripting

import (
	"sync"
	"syscall"

	"github.com/go-python/gpython/py"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/scripting/engine"
	"github.com/windlassfs/windlass/xlator"
)

// A lane is one interpreter with one instance of the script's class. One
// goroutine at a time runs in it; all of a frame's calls run in the same one.
//
// Lock order: a lane's lock is held alone, while the script runs, and never
// while another translator is called.
type lane struct {
	host *host
	mu   sync.Mutex
	ctx  *engine.Context
	self *engine.Instance
	fop  [fops.NumOps]*engine.Func
	cbk  [fops.NumOps]*engine.Func

	init, fini, forget, release, releasedir *engine.Func

	// The call that is running. given are the positional arguments that the
	// handler received, to see whether it winds or unwinds the same.
	cur     *request
	op      fops.Op
	inCbk   bool
	given   []py.Object
	args    *fops.Args
	reply   *fops.Reply
	changed bool // a Dict of a request was changed
	wound   int  // winds of cur so far
	before  state
	acts    []act

	buf   [8 + maxParams]py.Object
	vals  [maxParams]py.Object
	taker taker
}

// state is what is taken back of a frame if its handler raises.
type state struct {
	pending               int
	unwound, handed, held bool
}

// runFop is the handler of every fop that the class handles.
func (h *host) runFop(op fops.Op, f *xlator.Frame, a *fops.Args) {
	out := h.callFop(op, f, a)
	out.carryOut()
}

func (h *host) callFop(op fops.Op, f *xlator.Frame, a *fops.Args) outcome {
	l := h.take()
	defer l.mu.Unlock()
	x := newRequest(l, f, op, a)
	l.begin(x, op, false)
	n := len(signatures[op].in.pos)
	v := l.buf[:2+n]
	v[0], v[1] = x, l.self
	binds[op].giveIn(&x.life, &x.obj, a, v[2:])
	l.given, l.args = v[2:], a
	_, err := l.fop[op].Call(v...)
	return l.finish(err, v)
}

// runCbk is the callback of every fop that the class has one for.
func (h *host) runCbk(op fops.Op, f *xlator.Frame, cookie any, r *fops.Reply) {
	out := h.callCbk(op, f, cookie, r)
	out.carryOut()
}

func (h *host) callCbk(op fops.Op, f *xlator.Frame, cookie any, r *fops.Reply) outcome {
	x, ok := f.Local.(*request)
	var l *lane
	if ok {
		l = x.lane
		l.mu.Lock()
	} else {
		l = h.take()
	}
	defer l.mu.Unlock()
	if ok {
		x.pending--
	} else {
		// The class has no handler for the fop.
		a, _ := f.Local.(*fops.Args)
		x = newRequest(l, f, f.Op(), a)
	}
	l.begin(x, op, true)
	sig := &signatures[op].out
	v := l.buf[:5+len(sig.pos)]
	v[0], v[1], v[2] = x, py.None, l.self
	if c, ok := cookie.(py.Object); ok {
		v[1] = c
	}
	v[3], v[4] = py.Int(r.OpRet), py.Int(r.OpErrno)
	if r.Failed() {
		sig.giveFailed(&x.life, r, v[5:])
	} else {
		binds[op].giveOut(&x.life, &replyObjects{}, r, v[5:])
	}
	l.given, l.reply = v[3:], r
	_, err := l.cbk[op].Call(v...)
	return l.finish(err, v)
}

// begin notes which call runs. The lane is locked.
func (l *lane) begin(x *request, op fops.Op, inCbk bool) {
	l.cur, l.op, l.inCbk = x, op, inCbk
	l.args, l.reply = nil, nil
	l.changed, l.wound = false, 0
	l.acts = l.acts[:0]
	l.before = state{x.pending, x.unwound, x.handed, x.held}
}

// An outcome is what is left to do when the script has returned and its lane
// is free: to log, and to wind and unwind.
type outcome struct {
	l     *lane
	op    fops.Op
	inCbk bool
	idle  bool // the frame was neither wound, unwound nor held
	err   error
	one   act
	more  []act
}

// finish ends the call. v is cleared, so that nothing of the request is kept.
func (l *lane) finish(err error, v []py.Object) outcome {
	x := l.cur
	out := outcome{l: l, op: l.op, inCbk: l.inCbk, err: err}
	switch {
	case err != nil:
		l.raised(err)
	case x.unwound || x.handed || x.pending > 0:
	case x.held:
		l.park(x)
	default:
		out.idle = true
		x.unwound = true
		l.acts = append(l.acts, act{kind: actFail, x: x, errno: syscall.EIO})
	}
	x.close()
	out.one, out.more = l.schedule()
	clear(v)
	l.cur, l.given, l.args, l.reply = nil, nil, nil, nil
	return out
}

// raised takes back what the handler wanted before it raised, and answers the
// frame instead.
func (l *lane) raised(err error) {
	x, kept := l.cur, l.acts[:0]
	for _, a := range l.acts {
		if a.x != x {
			kept = append(kept, a)
		}
	}
	clear(l.acts[len(kept):])
	l.acts = kept
	x.pending, x.unwound, x.handed, x.held = l.before.pending, l.before.unwound, l.before.handed, l.before.held
	if x.unwound || x.handed {
		return // a late reply of a fan-out
	}
	a := act{kind: actFail, x: x, errno: syscall.EIO}
	errno := raisedErrno(err)
	switch {
	case errno != 0:
		a.errno = errno
	case !l.host.passthrough:
	case !l.inCbk && len(l.host.children) > 0:
		a = act{kind: actTail, x: x, args: l.args}
	case l.inCbk && l.op == x.op:
		a = act{kind: actUnwind, x: x, reply: l.reply}
	}
	x.unwound, x.held = true, false
	l.acts = append(l.acts, a)
}

// carryOut logs, winds and unwinds. No lane is locked.
func (o *outcome) carryOut() {
	if o.err != nil {
		o.l.host.logRaised(o.l, o.err, o.op, o.inCbk)
	} else if o.idle {
		o.l.host.logIdle(o.l, o.op, o.inCbk)
	}
	o.perform()
}

// perform winds and unwinds. No lane is locked.
func (o *outcome) perform() {
	switch {
	case o.more != nil:
		o.l.performAll(o.more)
	case o.one.kind != actNone:
		o.one.perform()
	}
}
