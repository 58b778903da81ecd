package scripting

import (
	"syscall"
	"time"

	"github.com/go-python/gpython/py"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/scripting/engine"
)

// windMethod is self.wind_lookup and so on: it records a wind.
func windMethod(in *interp, op fops.Op) py.Object {
	name := "wind_" + op.String() + "()"
	return engine.Method(name, func(self py.Object, args py.Tuple, kwargs py.StringDict) (py.Object, error) {
		l, err := in.laneOf(self)
		if err != nil {
			return nil, err
		}
		x, err := frameArg(name, &signatures[op].in, args)
		if err != nil {
			return nil, err
		}
		return l.wind(name, x, op, 0, args[1:], kwargs, false)
	})
}

// unwindMethod is self.unwind_lookup and so on: it records an unwind.
func unwindMethod(in *interp, op fops.Op) py.Object {
	name := "unwind_" + op.String() + "()"
	return engine.Method(name, func(self py.Object, args py.Tuple, kwargs py.StringDict) (py.Object, error) {
		l, err := in.laneOf(self)
		if err != nil {
			return nil, err
		}
		x, err := frameArg(name, &signatures[op].out, args)
		if err != nil {
			return nil, err
		}
		if op != x.op && x.check("Frame") == nil {
			return nil, py.ExceptionNewf(py.TypeError, "%s: the frame is that of a %s: call unwind_%s", name, x.op, x.op)
		}
		return l.unwind(name, x, args[1:], kwargs, false)
	})
}

func frameArg(name string, sig *signature, args py.Tuple) (*request, error) {
	if len(args) == 0 {
		return nil, py.ExceptionNewf(py.TypeError, "%s takes (%s), not nothing", name, sig.usage)
	}
	x, ok := args[0].(*request)
	if !ok {
		return nil, py.ExceptionNewf(py.TypeError, "%s: parameter frame must be a Frame, not %s", name, kindOf(args[0]))
	}
	return x, nil
}

func frameWind(self py.Object, args py.Tuple, kwargs py.StringDict) (py.Object, error) {
	const name = "frame.wind()"
	x := self.(*request)
	child := 0
	if len(args) > 0 {
		if _, twice := kwargs["child"]; twice {
			return nil, py.ExceptionNewf(py.TypeError, "%s: child is given twice", name)
		}
		if x.over {
			return nil, x.check("Frame")
		}
		var err error
		if child, err = x.worker().host.child(name, args[0]); err != nil {
			return nil, err
		}
		args = args[1:]
	}
	return x.worker().wind(name, x, x.op, child, args, kwargs, len(args) == 0)
}

func frameUnwind(self py.Object, args py.Tuple, kwargs py.StringDict) (py.Object, error) {
	x := self.(*request)
	return x.worker().unwind("frame.unwind()", x, args, kwargs, len(args) == 0)
}

// worker is the lane whose code works with the frame now.
func (x *request) worker() *lane {
	if l := x.lane.running; l != nil {
		return l
	}
	return x.lane
}

// maxWinds bounds how often a frame is wound: a callback that winds again may run
// within the wind, on the same stack. maxActs bounds what one call can want.
const (
	maxWinds = 10_000
	maxActs  = 50_000
)

// mine reports whether a frame can be worked with in this lane. One that older
// code held and handed over (export_state) is this code's from now on.
func (l *lane) mine(name string, x *request) error {
	switch {
	case x.over:
		return x.check("Frame")
	case x.lane == l:
		return nil
	case x.lane.host != l.host:
		return py.ExceptionNewf(py.TypeError, "%s: the frame is one of volume %s, and this is volume %s", name, x.lane.host.name, l.host.name)
	case x.pending == 0:
		x.lane.open--
		l.open++
		x.lane = l
	}
	return nil
}

// wind records that a request goes to a child. With asIs the arguments are
// those that came, but for keywords.
func (l *lane) wind(name string, x *request, op fops.Op, child int, v []py.Object, kwargs py.StringDict, asIs bool) (py.Object, error) {
	if err := l.mine(name, x); err != nil {
		return nil, err
	}
	switch {
	case x.unwound:
		return nil, py.ExceptionNewf(py.RuntimeError, "%s after the frame was unwound: a frame is answered once, at the end", name)
	case x.handed:
		return nil, py.ExceptionNewf(py.RuntimeError, "%s on a frame that was wound: without %s_cbk the first reply is the answer", name, x.op)
	}
	cbk := x.lane.cbk[op] != nil
	switch {
	case cbk:
	case op != x.op:
		return nil, py.ExceptionNewf(py.RuntimeError, "%s in a %s: the class needs a method %s_cbk for the reply", name, x.op, op)
	case x.pending > 0:
		return nil, py.ExceptionNewf(py.RuntimeError, "%s a second time: the class needs a method %s_cbk to join the replies", name, op)
	}
	var cookie py.Object
	given := len(kwargs)
	if given > 0 {
		if o, ok := kwargs["child"]; ok {
			given--
			var err error
			if child, err = l.host.child(name, o); err != nil {
				return nil, err
			}
		}
		if o, ok := kwargs["cookie"]; ok {
			given--
			if o != py.None {
				cookie = o
			}
		}
	}
	if child >= len(l.host.children) {
		return nil, py.ExceptionNewf(py.RuntimeError, "%s: volume %s has no subvolume to wind to", name, l.host.name)
	}
	a, err := l.windArgs(name, x, op, v, kwargs, given, asIs)
	if err != nil {
		return nil, err
	}
	if x.winds++; x.winds > maxWinds {
		return nil, py.ExceptionNewf(py.RuntimeError, "%s: the frame has been wound %d times: that is an endless loop", name, maxWinds)
	}
	w := act{kind: actWind, x: x, child: int32(child), cookie: cookie, args: a}
	if cbk {
		w.cbk = x.lane.edition.cbks[op]
	}
	l.record(w)
	if cbk {
		x.pending++
	} else {
		x.handed = true
	}
	if x == l.cur {
		l.wound++
	}
	return py.None, nil
}

// windArgs makes the arguments of a wind; given is how many of the keywords
// are the fop's.
func (l *lane) windArgs(name string, x *request, op fops.Op, v []py.Object, kwargs py.StringDict, given int, asIs bool) (*fops.Args, error) {
	if given == 0 && (asIs || x == l.cur && !l.inCbk && op == x.op && l.unchanged(v)) {
		// Passed on as it came: nothing needs to be converted or copied.
		return x.args, nil
	}
	sig := &signatures[op].in
	if err := sig.spread(name, l.vals[:], v, kwargs, windKeywords, asIs); err != nil {
		return nil, err
	}
	var a *fops.Args
	if op == x.op {
		a = x.f.CopyArgs(x.args) // with what rides along
	} else {
		a = x.f.NewArgs(op)
	}
	l.taker = taker{fn: name, x: x}
	binds[op].takeIn(&l.taker, l.vals[:], a)
	clear(l.vals[:len(sig.params)])
	l.taker.x = nil
	return a, l.taker.err
}

// unchanged reports whether v is what the running handler received.
func (l *lane) unchanged(v []py.Object) bool {
	if l.changed || len(v) != len(l.given) {
		return false
	}
	for i, g := range l.given {
		switch g.(type) {
		case *py.List, py.Bytes:
			// A list may have other items by now; bytes cannot be compared so.
			return false
		}
		if v[i] != g {
			return false
		}
	}
	return true
}

// unwind records the answer of a frame. With asIs it is the reply that came,
// but for keywords.
func (l *lane) unwind(name string, x *request, v []py.Object, kwargs py.StringDict, asIs bool) (py.Object, error) {
	if err := l.mine(name, x); err != nil {
		return nil, err
	}
	switch {
	case x.unwound:
		return nil, py.ExceptionNewf(py.RuntimeError, "%s on a frame that is unwound already: a frame is answered once", name)
	case x.handed, x == l.cur && l.wound > 0:
		return nil, py.ExceptionNewf(py.RuntimeError, "%s after a wind: the child's reply comes to %s_cbk, unwind there", name, x.op)
	}
	r, err := l.unwindReply(name, x, v, kwargs, asIs)
	if err != nil {
		return nil, err
	}
	if l.leftOutAll(x, r) {
		if x.winds++; x.winds > maxWinds {
			return nil, py.ExceptionNewf(py.RuntimeError, "%s: nothing was left of %d parts of the directory", name, maxWinds)
		}
		a := x.f.CopyArgs(x.args)
		a.Offset = l.reply.Entries[len(l.reply.Entries)-1].Off
		l.record(act{kind: actWind, x: x, args: a, cbk: x.lane.edition.cbks[x.op]})
		x.pending++
		l.wound++
		return py.None, nil
	}
	x.unwound, x.held = true, false
	l.record(act{kind: actUnwind, x: x, reply: r})
	return py.None, nil
}

// leftOutAll reports whether a callback answers a part of a directory with
// nothing, having left out all that there was. To the caller that would be the
// end of the directory, so the part behind it is asked for instead and comes to
// the callback in turn.
func (l *lane) leftOutAll(x *request, r *fops.Reply) bool {
	if x.op != fops.OpReaddir && x.op != fops.OpReaddirp {
		return false
	}
	return x == l.cur && l.inCbk && l.op == x.op && x.pending == 0 && x.args != nil && len(l.host.children) == 1 &&
		!r.Failed() && len(r.Entries) == 0 && !l.reply.Failed() && len(l.reply.Entries) > 0
}

func (l *lane) unwindReply(name string, x *request, v []py.Object, kwargs py.StringDict, asIs bool) (*fops.Reply, error) {
	same := x == l.cur && l.inCbk && l.op == x.op
	if same && len(kwargs) == 0 && (asIs || l.unchanged(v)) {
		return l.reply, nil
	}
	sig := &signatures[x.op].out
	k := &l.taker
	*k = taker{fn: name, x: x}
	r := x.f.NewReply(x.op)
	fewer := false
	switch {
	case asIs && same:
		*r, fewer = *l.reply, true
	case len(v) < 2:
		return nil, py.ExceptionNewf(py.TypeError, "%s takes (%s), at least op_ret and op_errno", name, sig.usage)
	default:
		if k.result(v[0], v[1], r); k.err != nil {
			return nil, k.err
		}
		v, fewer = v[2:], r.OpRet < 0
		if same {
			// A child's time-outs stay unless the script says otherwise.
			r.EntryTimeout, r.AttrTimeout = l.reply.EntryTimeout, l.reply.AttrTimeout
		}
	}
	if err := sig.spread(name, l.vals[:], v, kwargs, unwindKeywords, fewer); err != nil {
		return nil, err
	}
	binds[x.op].takeOut(k, l.vals[:], r)
	clear(l.vals[:len(sig.params)])
	k.x = nil
	if len(kwargs) > 0 {
		k.timeout(kwargs["entry_timeout"], "entry_timeout", &r.EntryTimeout)
		k.timeout(kwargs["attr_timeout"], "attr_timeout", &r.AttrTimeout)
	}
	if k.err != nil {
		return nil, k.err
	}
	// What is counted is what there is.
	if r.OpRet >= 0 {
		switch x.op {
		case fops.OpReaddir, fops.OpReaddirp:
			r.OpRet = int64(len(r.Entries))
		case fops.OpReadv:
			r.OpRet = int64(len(r.Vector))
		}
	}
	return r, nil
}

// result reads op_ret and op_errno.
func (k *taker) result(ret, errno py.Object, r *fops.Reply) {
	var n uint32
	k.int64(ret, "op_ret", &r.OpRet)
	k.uint32(errno, "op_errno", &n)
	r.OpErrno = syscall.Errno(n)
	if k.err == nil && r.OpRet < 0 && (n == 0 || n > maxErrno) {
		k.err = py.ExceptionNewf(py.ValueError, "%s: op_errno %d is no error number, and op_ret is negative", k.fn, n)
	}
}

// timeout reads seconds; None asks for the mount's own.
func (k *taker) timeout(o py.Object, name string, p *time.Duration) {
	const most = 1e9
	var f float64
	switch x := o.(type) {
	case nil:
		return
	case py.NoneType:
		*p = fops.DefaultTimeout
		return
	case py.Float:
		f = float64(x)
	case py.Int:
		f = float64(x)
	default:
		k.fail(name, "a number of seconds or None", o)
		return
	}
	if !(f >= 0 && f <= most) {
		k.outside(name, o, "a number of seconds")
		return
	}
	*p = time.Duration(f * 1e9)
}

// record notes an act. The first one on a parked frame takes it out of the
// parking place.
func (l *lane) record(a act) {
	if a.kind == actRun && l.stop != nil {
		a.run() // serve() does not return for a long time, and nobody waits for its lane
		return
	}
	if x := a.x; x != nil && x.parked {
		l.unpark(x)
		a.drop = true
	}
	l.acts = append(l.acts, a)
}
