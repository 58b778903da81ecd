package scripting

import (
	"fmt"
	"log/slog"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	"github.com/go-python/gpython/py"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/scripting/engine"
	"github.com/windlassfs/windlass/xlator"
)

// A host is the translator that the machine sees: it runs the script's class.
type host struct {
	env      *Environment
	name     string
	log      *slog.Logger
	node     *xlator.Node // nil where a script is only checked
	children []string
	vm       string // option vm

	interps []*interp
	pool    *pool
	// cur is the code that new requests run. It changes with all interpreters
	// locked.
	cur    atomic.Pointer[edition]
	next   atomic.Uint32
	gate   gate
	policy atomic.Pointer[policy]
	limit  limiter
	talk   bucket // what the script prints and logs

	errors   atomic.Int64
	parked   atomic.Int64
	assigned atomic.Int64 // attributes of self set in a fop with several lanes
	up       atomic.Bool  // between EventUp and EventDown
	// down is closed, once, when the graph ends.
	down     chan struct{}
	downOnce sync.Once

	// retiring counts the lanes of older editions that have yet to end.
	retiring  atomic.Int32
	retiredMu sync.Mutex // guards retired
	retired   []*lane
}

// take locks a lane that is free, or waits for one.
func (h *host) take() *lane {
	for {
		e := h.cur.Load()
		l := e.lanes[0]
		if len(e.lanes) == 1 {
			l.mu.Lock()
		} else {
			l = e.takeAny(int(h.next.Add(1)))
		}
		if h.cur.Load() == e {
			return l
		}
		l.mu.Unlock() // the code was reloaded meanwhile
	}
}

func (e *edition) takeAny(start int) *lane {
	for i := range e.lanes {
		if l := e.lanes[(start+i)%len(e.lanes)]; l.mu.TryLock() {
			return l
		}
	}
	l := e.lanes[start%len(e.lanes)]
	l.mu.Lock()
	return l
}

// Bind hands the machine what the class defines.
func (h *host) Bind(b *xlator.Bindings) {
	e := h.cur.Load()
	l := e.lanes[0]
	for i := range l.fop {
		op := fops.Op(i)
		if l.cbk[op] != nil {
			b.Cbk[op] = e.cbks[op]
			if len(h.children) > 0 {
				b.Fop[op] = h.windOn
			}
		}
		if l.fop[op] != nil {
			b.Fop[op] = func(f *xlator.Frame, a *fops.Args) { h.runFop(op, f, a) }
		}
	}
}

// windOn is the handler where the class has only a callback: it keeps what came
// for a callback that winds again.
func (h *host) windOn(f *xlator.Frame, a *fops.Args) {
	if h.gate.word.Load()&gatePassing != 0 {
		h.gate.passed.Add(1)
		f.Tail(a)
		return
	}
	f.Local = a
	f.Wind(0, a, nil)
}

// Init calls the script's init().
func (h *host) Init() error {
	for _, l := range h.cur.Load().lanes {
		if err := l.hook(l.init); err != nil {
			return fmt.Errorf("init() of the script failed:\n%s", render(err))
		}
	}
	return nil
}

// Notify tells the script of a change of the graph's state, starts and stops its
// serve(), and answers what is still held when the graph ends.
func (h *host) Notify(e xlator.Event) {
	h.up.Store(e == xlator.EventUp)
	if e == xlator.EventDown {
		h.downOnce.Do(func() { close(h.down) })
	}
	now := h.cur.Load()
	for _, l := range now.lanes {
		if l.notify == nil {
			continue
		}
		if err := l.hook(l.notify, py.String(e.String()), py.None); err != nil {
			h.hookFailed("notify", err)
		}
	}
	if h.up.Load() {
		h.startServing(now)
	} else {
		h.stopServing(now)
	}
}

// Fini calls the script's fini() and ends its interpreters.
func (h *host) Fini() {
	h.downOnce.Do(func() { close(h.down) })
	defer h.gate.reset() // fini() may have faults too
	e := h.cur.Load()
	h.stopServing(e)
	h.retiredMu.Lock()
	lanes := append(h.retired, e.lanes...)
	h.retired = nil
	h.retiredMu.Unlock()
	h.retiring.Store(0)
	for _, l := range lanes {
		l.end()
	}
	for _, in := range h.interps {
		in.leave()
	}
	h.talk.flush(h.log)
}

// end calls the script's fini() in one lane.
func (l *lane) end() {
	l.mu.Lock()
	l.ended = true
	l.mu.Unlock()
	if err := l.hook(l.fini); err != nil {
		l.host.hookFailed("fini", err)
	}
}

// retire ends the lanes of an older edition as soon as their last frames are
// answered.
func (h *host) retire(e *edition) {
	h.retiredMu.Lock()
	h.retired = append(h.retired, e.lanes...)
	h.retiredMu.Unlock()
	h.retiring.Add(int32(len(e.lanes)))
	h.sweep()
}

// sweep ends the retired lanes that have no open frame. No lane is locked.
func (h *host) sweep() {
	h.retiredMu.Lock()
	var ended []*lane
	kept := h.retired[:0]
	for _, l := range h.retired {
		l.mu.Lock()
		open := l.open
		l.mu.Unlock()
		if open == 0 {
			ended = append(ended, l)
		} else {
			kept = append(kept, l)
		}
	}
	clear(h.retired[len(kept):])
	h.retired = kept
	h.retiredMu.Unlock()
	h.retiring.Add(-int32(len(ended)))
	for _, l := range ended {
		l.end()
	}
}

// Forget tells the script that an inode goes.
func (h *host) Forget(in *fops.Inode) {
	if h.cur.Load().lanes[0].forget != nil {
		h.tell("forget", func(l *lane) *engine.Func { return l.forget }, func(life *life) py.Object { return &inodeObject{life, in} })
	}
}

// Release tells the script that an open file is closed.
func (h *host) Release(fd *fops.Fd) {
	if h.cur.Load().lanes[0].release != nil {
		h.tell("release", func(l *lane) *engine.Func { return l.release }, func(life *life) py.Object { return &fdObject{life, fd} })
	}
}

// Releasedir tells the script that an open directory is closed.
func (h *host) Releasedir(fd *fops.Fd) {
	if h.cur.Load().lanes[0].releasedir != nil {
		h.tell("releasedir", func(l *lane) *engine.Func { return l.releasedir }, func(life *life) py.Object { return &fdObject{life, fd} })
	}
}

// tell calls a hook with one object, which is good for this call only. A script
// that is passed by is not told.
func (h *host) tell(what string, hook func(*lane) *engine.Func, arg func(*life) py.Object) {
	if h.gate.word.Load()&(gatePassing|gateHalfOpen) != 0 {
		return
	}
	l := h.take()
	fn := hook(l)
	if fn == nil { // of code that was reloaded meanwhile
		l.mu.Unlock()
		return
	}
	life := &life{lane: l, what: what}
	out := l.callHook(fn, arg(life))
	life.over = true
	l.mu.Unlock()
	out.perform()
	if out.err != nil {
		h.hookFailed(what, out.err)
	}
}

func (h *host) hookFailed(what string, err error) {
	h.fault(err, what, false)
	h.limit.log(what, func(more int) {
		h.log.Error("script: "+shorten(err.Error(), maxRendered), "method", what, "traceback", render(err), "suppressed", more)
	})
}

// hook calls one of the script's functions.
func (l *lane) hook(f *engine.Func, args ...py.Object) error {
	if f == nil {
		return nil
	}
	l.mu.Lock()
	out := l.callHook(f, args...)
	l.mu.Unlock()
	out.perform()
	return out.err
}

// callHook runs a hook in the locked lane. What it wants done is done by the
// caller, with the lane free.
func (l *lane) callHook(f *engine.Func, args ...py.Object) outcome {
	out := outcome{l: l}
	l.running = l
	_, out.err = f.Call(args...)
	l.running = nil
	l.giveBackLocks()
	out.one, out.more = l.schedule()
	return out
}

// Dump adds the script to a statedump.
func (h *host) Dump(add func(key string, value any)) {
	e := h.cur.Load()
	add("script", e.script.file)
	add("class", e.class)
	add("lanes", len(e.lanes))
	if h.vm != "" {
		add("vm", h.vm)
	}
	add("edition", e.number)
	add("retiring", h.retiring.Load())
	add("errors", h.errors.Load())
	add("held", h.parked.Load())
	if n := h.assigned.Load(); n > 0 {
		add("assigned", n)
	}
	if s := e.serve.Load(); s != nil {
		add("serve", s.state())
	}
	h.gate.dump(add)
	h.pool.dump(add)
}

// child finds a subvolume by its number, its name or its object.
func (h *host) child(fn string, o py.Object) (int, error) {
	switch x := o.(type) {
	case py.Int:
		if x >= 0 && int(x) < len(h.children) {
			return int(x), nil
		}
		return 0, py.ExceptionNewf(py.IndexError, "%s: child %d of %d", fn, int(x), len(h.children))
	case py.String:
		for i, name := range h.children {
			if name == string(x) {
				return i, nil
			}
		}
		hint := ""
		if near := fops.Suggest(string(x), h.children); near != "" {
			hint = "; did you mean '" + near + "'?"
		}
		return 0, py.ExceptionNewf(py.ValueError, "%s: volume %s has no subvolume '%s'%s", fn, h.name, string(x), hint)
	case *childObject:
		return x.index, nil
	}
	return 0, py.ExceptionNewf(py.TypeError, "%s: parameter child must be an int, a str or one of self.children, not %s", fn, kindOf(o))
}

// park keeps a frame open that is held and waits for nothing else. Whoever
// asked can give up, and a script can forget it: both end the wait.
func (l *lane) park(x *request) {
	x.f.Hold()
	x.parked = true
	x.answered = make(chan struct{})
	l.host.parked.Add(1)
	go l.watch(x, x.answered, x.f.Done(), l.host.down)
	if d := l.host.policy.Load().holdTimeout; d > 0 {
		x.stop = l.host.env.afterFunc(d, func() { l.giveUp(x, syscall.ETIMEDOUT, d) })
	}
}

func (l *lane) watch(x *request, answered <-chan struct{}, interrupted <-chan struct{}, down <-chan struct{}) {
	select {
	case <-answered:
	case <-interrupted:
		l.giveUp(x, syscall.EINTR, 0)
	case <-down:
		l.giveUp(x, syscall.ESHUTDOWN, 0)
	}
}

// unpark takes a frame out of the parking place. The lane is locked.
func (l *lane) unpark(x *request) {
	x.parked = false
	close(x.answered)
	if x.stop != nil {
		x.stop()
	}
	l.host.parked.Add(-1)
}

// giveUp answers a parked frame for its script. limit is how long it was held,
// if that was too long.
func (l *lane) giveUp(x *request, errno syscall.Errno, limit time.Duration) {
	l.mu.Lock()
	if !x.parked {
		l.mu.Unlock()
		return
	}
	l.unpark(x)
	x.unwound = true
	probe := x.probe && errno == syscall.ETIMEDOUT
	x.probe = x.probe && !probe
	x.pending = 0
	x.close()
	l.mu.Unlock()
	if errno == syscall.ETIMEDOUT {
		err := fmt.Errorf("a held frame was not answered in time")
		l.host.fault(err, methodName(x.op, false), probe)
		l.host.limit.log("hold", func(more int) {
			l.host.log.Error("script: a held frame was not answered in time: answered ETIMEDOUT", "fop", x.what, "hold-timeout", limit, "suppressed", more)
		})
	}
	x.f.Fail(errno)
	x.f.Drop()
	if l.host.retiring.Load() != 0 {
		l.host.sweep()
	}
}
