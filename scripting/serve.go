package scripting

import (
	"sync/atomic"
	"time"

	"github.com/go-python/gpython/py"

	"github.com/windlassfs/windlass/scripting/engine"
)

// A serving is one run of a script's serve(), in a lane of its own.
type serving struct {
	lane  *lane
	stop  chan struct{} // closed when it is to end
	done  chan struct{} // closed when it has
	phase atomic.Pointer[string]
}

var (
	servingRuns   = "running"
	servingEnded  = "ended"
	servingFailed = "failed"
	servingStuck  = "does not end"
)

func (s *serving) state() string { return *s.phase.Load() }

// startServing runs serve() of an edition in the background, if it has one and
// it does not run already. It has an interpreter of its own, with an instance of
// the class, since the others are needed for requests.
func (h *host) startServing(e *edition) {
	if e.lanes[0].serve == nil || e.serve.Load() != nil {
		return
	}
	l, err := h.serveLane(e)
	if err != nil {
		h.hookFailed("serve", err)
		return
	}
	s := &serving{lane: l, stop: l.stop, done: make(chan struct{})}
	s.phase.Store(&servingRuns)
	e.serve.Store(s)
	go func() {
		defer close(s.done)
		l.mu.Lock()
		_, err := l.serve.Call()
		l.giveBackLocks()
		l.mu.Unlock()
		l.leave()
		if err == nil {
			s.phase.Store(&servingEnded)
			return
		}
		h.hookFailed("serve", err)
		s.phase.Store(&servingFailed)
	}()
}

// serveLane makes the lane for a serve().
func (h *host) serveLane(e *edition) (*lane, error) {
	in, err := newInterp(e.script, limits{steps: engine.Unlimited, time: engine.Unlimited, recursion: limitsOf(h.node.Options).recursion}, h.pool, h.print, false)
	if err != nil {
		return nil, err
	}
	in.mu.Lock()
	m, err := in.load(e.script)
	if err != nil {
		in.mu.Unlock()
		in.leave()
		return nil, err
	}
	l := &loaded{script: e.script, class: e.class}
	one := &edition{host: h, script: e.script, cbks: e.cbks, background: make(chan struct{})}
	ps := one.addLane(in, m, l, e.lanes[0].options)
	in.mu.Unlock()
	if len(ps) > 0 {
		in.leave()
		return nil, ps
	}
	return one.lanes[0], nil
}

// stopServing sets the stop event and waits for serve() to return. One that does
// not is interrupted.
func (h *host) stopServing(e *edition) {
	s := e.serve.Swap(nil)
	if s == nil {
		return
	}
	close(s.stop)
	limit := h.policy.Load().serveTimeout
	if s.ends(limit) {
		return
	}
	h.log.Warn("serve() does not return after its stop event: it is interrupted", "serve-timeout", limit)
	s.lane.ctx.Interrupt("serve() did not return after its stop event")
	if !s.ends(limit) {
		s.phase.Store(&servingStuck)
		h.log.Error("serve() cannot be interrupted: it is left to itself")
	}
}

// ends waits for the end: by the machine's clock, since it is for a goroutine.
func (s *serving) ends(within time.Duration) bool {
	t := time.NewTimer(within)
	defer t.Stop()
	select {
	case <-s.done:
		return true
	case <-t.C:
		return false
	}
}

// eventObject is self.stop in serve().
type eventObject struct{ l *lane }

var eventClass *class

func init() {
	eventClass = newClass("Event", "self.stop: set when serve() is to return.", "",
		&method{name: "is_set", doc: "is_set() -> bool", fn: func(self py.Object, args py.Tuple, kwargs py.StringDict) (py.Object, error) {
			if err := exactly("is_set", args, kwargs, 0); err != nil {
				return nil, err
			}
			return py.NewBool(isClosed(self.(*eventObject).l.stop)), nil
		}},
		&method{name: "wait", doc: "wait(timeout=None) -> bool: wait for it, that many seconds at most", fn: func(self py.Object, args py.Tuple, kwargs py.StringDict) (py.Object, error) {
			var timeout py.Object = py.None
			if err := py.ParseTupleAndKeywords(args, kwargs, "|O:wait", []string{"timeout"}, &timeout); err != nil {
				return nil, err
			}
			d, err := seconds("wait()", "timeout", timeout, 365*24*time.Hour)
			if err != nil {
				return nil, err
			}
			l := self.(*eventObject).l
			expired := make(chan struct{})
			cancel := l.host.env.afterFunc(d, func() { close(expired) })
			defer cancel()
			select {
			case <-l.stop:
				return py.True, nil
			case <-expired:
				return py.False, nil
			}
		}})
}

func isClosed(c <-chan struct{}) bool {
	select {
	case <-c:
		return true
	default:
		return false
	}
}

// seconds reads a time that a script gives; None is none.
func seconds(fn, name string, o py.Object, none time.Duration) (time.Duration, error) {
	var f float64
	switch x := o.(type) {
	case py.NoneType:
		return none, nil
	case py.Int:
		f = float64(x)
	case py.Float:
		f = float64(x)
	default:
		return 0, py.ExceptionNewf(py.TypeError, "%s: parameter %s must be a number of seconds or None, not %s", fn, name, kindOf(o))
	}
	const most = 1e9
	if !(f <= most) {
		return 0, py.ExceptionNewf(py.ValueError, "%s: parameter %s is not a number of seconds", fn, name)
	}
	return time.Duration(max(f, 0) * 1e9), nil
}

// Type implements py.Object.
func (*eventObject) Type() *py.Type { return eventClass.typ }

// M__getattribute__ finds a method.
func (o *eventObject) M__getattribute__(name string) (py.Object, error) {
	return eventClass.attr(o, name)
}
