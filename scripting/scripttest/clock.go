package scripttest

import (
	"slices"
	"sync"
	"time"

	"github.com/go-python/gpython/py"

	"github.com/windlassfs/windlass/scripting/engine"
)

// epoch is when every test begins: 2020-01-01 00:00:00 UTC.
var epoch = time.Unix(1577836800, 0).UTC()

// A clock stands still until it is told to go on. It may be used from any
// goroutine.
type clock struct {
	mu     sync.Mutex
	now    time.Time
	timers []*timer // by time, and in the order of their making
}

type timer struct {
	at time.Time
	f  func()
}

func (c *clock) time() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

// afterFunc has f called when d has passed.
func (c *clock) afterFunc(d time.Duration, f func()) (stop func()) {
	c.mu.Lock()
	defer c.mu.Unlock()
	t := &timer{c.now.Add(d), f}
	i := len(c.timers)
	for i > 0 && c.timers[i-1].at.After(t.at) {
		i--
	}
	c.timers = slices.Insert(c.timers, i, t)
	return func() {
		c.mu.Lock()
		defer c.mu.Unlock()
		if i := slices.Index(c.timers, t); i >= 0 {
			c.timers = slices.Delete(c.timers, i, i+1)
		}
	}
}

// next takes the first timer that is due until a time and puts the clock
// there; without one it puts the clock to that time and returns nil.
func (c *clock) next(until time.Time) func() {
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.timers) == 0 || c.timers[0].at.After(until) {
		if until.After(c.now) {
			c.now = until
		}
		return nil
	}
	t := c.timers[0]
	c.timers = c.timers[1:]
	if t.at.After(c.now) {
		c.now = t.at
	}
	return t.f
}

// due returns when the first timer fires.
func (c *clock) due() (time.Time, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.timers) == 0 {
		return time.Time{}, false
	}
	return c.timers[0].at, true
}

// sleep is time.sleep: the clock goes on. What is due meanwhile is done by
// whoever next waits for something.
func (c *clock) sleep(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if d > 0 {
		c.now = c.now.Add(d)
	}
}

// seconds converts Python's seconds.
func seconds(fn, what string, o py.Object) (time.Duration, error) {
	var s float64
	switch x := o.(type) {
	case py.Int:
		s = float64(x)
	case py.Float:
		s = float64(x)
	default:
		return 0, py.ExceptionNewf(py.TypeError, "%s: %s must be a number of seconds, not %s", fn, what, o.Type().Name)
	}
	if !(s >= 0 && s <= 1e9) {
		return 0, py.ExceptionNewf(py.ValueError, "%s: %s must be between 0 and 1e9 seconds", fn, what)
	}
	return time.Duration(s * 1e9), nil
}

// module is the module time with this clock.
func (c *clock) module() *engine.Module {
	float := func(since time.Time) func(py.Tuple, py.StringDict) (py.Object, error) {
		return func(py.Tuple, py.StringDict) (py.Object, error) {
			return py.Float(float64(c.time().Sub(since)) / 1e9), nil
		}
	}
	nano := func(since time.Time) func(py.Tuple, py.StringDict) (py.Object, error) {
		return func(py.Tuple, py.StringDict) (py.Object, error) { return py.Int(c.time().Sub(since)), nil }
	}
	unix := time.Unix(0, 0)
	d := py.StringDict{}
	add := func(name, doc string, fn func(py.Tuple, py.StringDict) (py.Object, error)) {
		d[name] = engine.Function(name, doc, fn)
	}
	add("time", "time() -> seconds since the epoch", float(unix))
	add("time_ns", "time_ns() -> nanoseconds since the epoch", nano(unix))
	for _, name := range []string{"monotonic", "perf_counter", "process_time"} {
		add(name, name+"() -> seconds", float(epoch))
		add(name+"_ns", name+"_ns() -> nanoseconds", nano(epoch))
	}
	add("sleep", "sleep(seconds)", func(args py.Tuple, _ py.StringDict) (py.Object, error) {
		if len(args) != 1 {
			return nil, py.ExceptionNewf(py.TypeError, "sleep() takes exactly one argument (%d given)", len(args))
		}
		s, err := seconds("sleep()", "the time", args[0])
		if err == nil {
			c.sleep(s)
		}
		return py.None, err
	})
	return &engine.Module{Name: "time", Doc: "The time of the test: it stands still until t.clock.advance().", Globals: d}
}
