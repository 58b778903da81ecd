package scripting

import (
	"errors"
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
	name        string
	log         *slog.Logger
	node        *xlator.Node // nil where a script is only checked
	children    []string
	script      *script
	class       string
	passthrough bool
	holdTimeout time.Duration

	lanes []*lane
	next  atomic.Uint32
	limit limiter

	errors atomic.Int64
	parked atomic.Int64
	// down is closed, once, when the graph ends.
	down     chan struct{}
	downOnce sync.Once
}

// take locks a lane that is free, or waits for one.
func (h *host) take() *lane {
	if len(h.lanes) == 1 {
		l := h.lanes[0]
		l.mu.Lock()
		return l
	}
	start := int(h.next.Add(1))
	for i := range h.lanes {
		if l := h.lanes[(start+i)%len(h.lanes)]; l.mu.TryLock() {
			return l
		}
	}
	l := h.lanes[start%len(h.lanes)]
	l.mu.Lock()
	return l
}

// Bind hands the machine what the class defines.
func (h *host) Bind(b *xlator.Bindings) {
	l := h.lanes[0]
	for i := range l.fop {
		op := fops.Op(i)
		if l.cbk[op] != nil {
			b.Cbk[op] = func(f *xlator.Frame, cookie any, r *fops.Reply) { h.runCbk(op, f, cookie, r) }
			if len(h.children) > 0 {
				b.Fop[op] = windOn
			}
		}
		if l.fop[op] != nil {
			b.Fop[op] = func(f *xlator.Frame, a *fops.Args) { h.runFop(op, f, a) }
		}
	}
}

// windOn is the handler where the class has only a callback: it keeps what came
// for a callback that winds again.
func windOn(f *xlator.Frame, a *fops.Args) {
	f.Local = a
	f.Wind(0, a, nil)
}

// Init calls the script's init().
func (h *host) Init() error {
	for _, l := range h.lanes {
		if err := l.hook(l.init); err != nil {
			return fmt.Errorf("init() of the script failed:\n%s", render(err))
		}
	}
	return nil
}

// Notify answers what is still held when the graph ends.
func (h *host) Notify(e xlator.Event) {
	if e == xlator.EventDown {
		h.downOnce.Do(func() { close(h.down) })
	}
}

// Fini calls the script's fini() and ends its interpreters.
func (h *host) Fini() {
	h.Notify(xlator.EventDown)
	for _, l := range h.lanes {
		if err := l.hook(l.fini); err != nil {
			h.hookFailed("fini", err)
		}
		l.mu.Lock()
		l.ctx.Close()
		l.mu.Unlock()
	}
}

// Forget tells the script that an inode goes.
func (h *host) Forget(in *fops.Inode) {
	if h.lanes[0].forget != nil {
		h.tell("forget", func(l *lane) *engine.Func { return l.forget }, func(life *life) py.Object { return &inodeObject{life, in} })
	}
}

// Release tells the script that an open file is closed.
func (h *host) Release(fd *fops.Fd) {
	if h.lanes[0].release != nil {
		h.tell("release", func(l *lane) *engine.Func { return l.release }, func(life *life) py.Object { return &fdObject{life, fd} })
	}
}

// Releasedir tells the script that an open directory is closed.
func (h *host) Releasedir(fd *fops.Fd) {
	if h.lanes[0].releasedir != nil {
		h.tell("releasedir", func(l *lane) *engine.Func { return l.releasedir }, func(life *life) py.Object { return &fdObject{life, fd} })
	}
}

// tell calls a hook with one object, which is good for this call only.
func (h *host) tell(what string, hook func(*lane) *engine.Func, arg func(*life) py.Object) {
	l := h.take()
	life := &life{lane: l, what: what}
	out := l.callHook(hook(l), arg(life))
	life.over = true
	l.mu.Unlock()
	out.perform()
	if out.err != nil {
		h.hookFailed(what, out.err)
	}
}

func (h *host) hookFailed(what string, err error) {
	h.errors.Add(1)
	h.limit.log(what, func(more int) {
		h.log.Error("script: "+err.Error(), "method", what, "traceback", render(err), "suppressed", more)
	})
}

// hook calls one of the script's functions without arguments.
func (l *lane) hook(f *engine.Func) error {
	if f == nil {
		return nil
	}
	l.mu.Lock()
	out := l.callHook(f)
	l.mu.Unlock()
	out.perform()
	return out.err
}

// callHook runs a hook in the locked lane. What it wants done is done by the
// caller, with the lane free.
func (l *lane) callHook(f *engine.Func, args ...py.Object) outcome {
	out := outcome{l: l}
	_, out.err = f.Call(args...)
	out.one, out.more = l.schedule()
	return out
}

// Dump adds the script to a statedump.
func (h *host) Dump(add func(key string, value any)) {
	add("script", h.script.file)
	add("class", h.class)
	add("lanes", len(h.lanes))
	add("errors", h.errors.Load())
	add("held", h.parked.Load())
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
	if d := l.host.holdTimeout; d > 0 {
		x.stop = l.host.script.env.afterFunc(d, func() { l.giveUp(x, syscall.ETIMEDOUT) })
	}
}

func (l *lane) watch(x *request, answered <-chan struct{}, interrupted <-chan struct{}, down <-chan struct{}) {
	select {
	case <-answered:
	case <-interrupted:
		l.giveUp(x, syscall.EINTR)
	case <-down:
		l.giveUp(x, syscall.ESHUTDOWN)
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

// giveUp answers a parked frame for its script.
func (l *lane) giveUp(x *request, errno syscall.Errno) {
	l.mu.Lock()
	if !x.parked {
		l.mu.Unlock()
		return
	}
	l.unpark(x)
	x.unwound, x.over = true, true
	l.mu.Unlock()
	if errno == syscall.ETIMEDOUT {
		l.host.errors.Add(1)
		l.host.limit.log("hold", func(more int) {
			l.host.log.Error("script: a held frame was not answered in time: answered ETIMEDOUT", "fop", x.what, "hold-timeout", l.host.holdTimeout, "suppressed", more)
		})
	}
	x.f.Fail(errno)
	x.f.Drop()
}

// render is the traceback of a script's error, or the error itself.
func render(err error) string {
	var e *engine.Error
	if errors.As(err, &e) {
		return e.Render()
	}
	return err.Error()
}
