package scripting

import (
	"syscall"

	"github.com/go-python/gpython/py"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/scripting/engine"
	"github.com/windlassfs/windlass/xlator"
)

// A lane is an instance of the script's class in one interpreter. One goroutine
// at a time runs in it; all of a frame's calls run in the same one.
//
// Lock order: a lane's lock is held alone, while the script runs, and never
// while another translator is called.
type lane struct {
	*interp
	host    *host
	edition *edition
	self    *engine.Instance
	// What self has besides its methods.
	options  py.Object
	log      *logObject
	children py.Tuple
	// open counts the frames that are not over.
	open int
	// ended is set when fini() has run.
	ended bool
	fop   [fops.NumOps]*engine.Func
	cbk   [fops.NumOps]*engine.Func

	init, fini, forget, release, releasedir, notify *engine.Func
	reconfigure, exportState, upgrade, serve        *engine.Func
	// stop is closed when serve() is to end; nil but in the lane of a serve().
	stop chan struct{}

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
	how := entryPlain
	if h.gate.word.Load() != 0 {
		if how = h.admit(); how == entryPast {
			h.past(f, a)
			return
		}
	}
	var out outcome
	if !h.callFop(op, f, a, how, &out) {
		h.unhandled(op, f, a)
		return
	}
	out.carryOut()
}

// unhandled is for a fop that has come to code which was reloaded meanwhile and
// does not handle it any more.
func (h *host) unhandled(op fops.Op, f *xlator.Frame, a *fops.Args) {
	switch e := h.cur.Load(); {
	case len(h.children) == 0:
		f.Fail(syscall.ENOSYS)
	case e.lanes[0].cbk[op] != nil:
		f.Local = a
		f.Wind(0, a, e.cbks[op])
	default:
		f.Tail(a)
	}
}

func (h *host) callFop(op fops.Op, f *xlator.Frame, a *fops.Args, how entry, out *outcome) bool {
	l := h.take()
	defer l.mu.Unlock()
	if l.fop[op] == nil {
		return false
	}
	x := newRequest(l, f, op, a)
	l.begin(x, op, false)
	n := len(signatures[op].in.pos)
	v := l.buf[:2+n]
	v[0], v[1] = x, l.self
	binds[op].giveIn(&x.life, &x.obj, a, v[2:])
	l.given, l.args = v[2:], a
	var err error
	if how == entryPlain {
		_, err = l.fop[op].Call(v...)
	} else {
		err = l.enter(x, how, l.fop[op], v)
	}
	l.finish(err, v, out)
	return true
}

// enter is the call of a request that is not like others.
func (l *lane) enter(x *request, how entry, fn *engine.Func, v []py.Object) error {
	x.probe = x.probe || how&entryProbe != 0
	if how&entryInject != 0 {
		return errInjected(l.edition.script.file)
	}
	_, err := fn.Call(v...)
	return err
}

// runCbk is the callback of every fop that the class has one for. A frame that
// is on its way ends in the script also if the breaker has tripped meanwhile.
func (e *edition) runCbk(op fops.Op, f *xlator.Frame, cookie any, r *fops.Reply) {
	how := entryPlain
	x, ours := f.Local.(*request)
	if e.host.gate.word.Load() != 0 {
		if ours {
			how = e.host.injected()
		} else if how = e.host.admit(); how == entryPast {
			f.Unwind(r)
			return
		}
	}
	var out outcome
	switch {
	case e.callCbk(op, f, x, cookie, r, how, &out):
		out.carryOut()
	case op == f.Op() || r.Failed():
		f.Unwind(r)
	default:
		f.Fail(syscall.EIO)
	}
}

func (e *edition) callCbk(op fops.Op, f *xlator.Frame, x *request, cookie any, r *fops.Reply, how entry, out *outcome) bool {
	var l *lane
	if x != nil {
		l = x.lane
		l.mu.Lock()
	} else {
		l = e.takeForReply(op)
	}
	defer l.mu.Unlock()
	if l.cbk[op] == nil || x == nil && l.ended {
		return false // of code that was reloaded meanwhile
	}
	if x != nil {
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
	var err error
	if how == entryPlain {
		_, err = l.cbk[op].Call(v...)
	} else {
		err = l.enter(x, how, l.cbk[op], v)
	}
	l.finish(err, v, out)
	return true
}

// takeForReply locks a lane for a reply to what passed this edition's class on
// its way down. Newer code takes it, unless that wants to see such requests
// first.
func (e *edition) takeForReply(op fops.Op) *lane {
	l := e.host.take()
	if l.edition == e || l.fop[op] == nil {
		return l
	}
	l.mu.Unlock()
	return e.takeAny(0)
}

// begin notes which call runs. The lane is locked.
func (l *lane) begin(x *request, op fops.Op, inCbk bool) {
	l.cur, l.op, l.inCbk = x, op, inCbk
	l.running = l
	l.args, l.reply = nil, nil
	l.changed, l.wound = false, 0
	l.acts = l.acts[:0]
	l.before = state{x.pending, x.unwound, x.handed, x.held}
}

// An answer is what has become of a frame whose handler failed.
type answer uint8

const (
	answeredEIO answer = iota
	answeredBefore
	passedOn
)

func (a answer) String() string {
	return [...]string{"answered EIO", "answered before", "passed on"}[a]
}

// An outcome is what is left to do when the script has returned and its lane
// is free: to log, and to wind and unwind.
type outcome struct {
	l     *lane
	op    fops.Op
	inCbk bool
	idle  bool // the frame was neither wound, unwound nor held
	fault bool // err is a fault, or idle
	// answer is what has become of a frame that failed.
	answer answer
	probe  bool // and it was the request that tried the script again
	err    error
	one    act
	more   []act
}

// finish ends the call. v is cleared, so that nothing of the request is kept.
func (l *lane) finish(err error, v []py.Object, out *outcome) {
	x := l.cur
	out.l, out.op, out.inCbk, out.err = l, l.op, l.inCbk, err
	switch {
	case err != nil:
		errno := raisedErrno(err)
		out.fault = errno == 0
		out.answer = l.raised(errno)
	case x.unwound || x.handed || x.pending > 0:
	case x.held:
		l.park(x)
	default:
		out.fault, out.idle = true, true
		out.answer = l.raised(0)
	}
	if out.fault && x.probe {
		x.probe, out.probe = false, true
	}
	if len(l.locks) > 0 {
		l.giveBackLocks()
	}
	x.close()
	out.one, out.more = l.schedule()
	clear(v)
	l.cur, l.given, l.args, l.reply = nil, nil, nil, nil
	l.running = nil
}

// raised takes back what the handler wanted before it raised, and answers the
// frame instead: with the errno that was meant, or if that is zero as option
// on-error says. It returns what becomes of the frame.
func (l *lane) raised(errno syscall.Errno) answer {
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
		return answeredBefore // a late reply of a fan-out
	}
	a := act{kind: actFail, x: x, errno: uint16(syscall.EIO)}
	what := answeredEIO
	switch {
	case errno != 0:
		a.errno = uint16(errno)
	case l.host.policy.Load().onError != "passthrough":
	case !l.inCbk && len(l.host.children) > 0:
		a, what = act{kind: actTail, x: x, args: l.args}, passedOn
	case l.inCbk && l.op == x.op:
		a, what = act{kind: actUnwind, x: x, reply: l.reply}, passedOn
	}
	x.unwound, x.held = true, false
	l.acts = append(l.acts, a)
	return what
}

// carryOut logs, winds and unwinds. No lane is locked.
func (o *outcome) carryOut() {
	if o.err != nil || o.idle {
		o.report()
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
	if o.l.host.retiring.Load() != 0 {
		o.l.host.sweep()
	}
}
