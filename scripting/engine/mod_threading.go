package engine

import (
	"math"
	"time"

	"github.com/go-python/gpython/py"
)

// Module _thread: the locks of threading, and what the host does later. A context
// runs one thing at a time, so a lock that is held when somebody waits for it is
// never released meanwhile: waiting without a time-out is an error, and with one it
// takes that long, within the entry's time limit. threading itself is in Python.

// lockObject is a Lock or an RLock.
type lockObject struct {
	n  int // how often it is held
	re bool
}

// Type implements py.Object.
func (l *lockObject) Type() *py.Type { return l.class().py }

func (l *lockObject) class() *Class {
	if l.re {
		return rlockClass
	}
	return lockClass
}

var (
	lockClass  = declareFinalIn("_thread", "lock")
	rlockClass = declareFinalIn("_thread", "RLock")
	timerClass = declareFinalIn("_thread", "timer")
)

// timeoutMax is threading.TIMEOUT_MAX, in seconds.
const timeoutMax = 9223372036.0

// acquire takes the lock; false if it did not get it.
func (l *lockObject) acquire(c *Context, blocking bool, timeout float64) (bool, error) {
	switch {
	case !blocking && timeout != -1:
		return false, raise(valueError, "can't specify a timeout for a non-blocking call")
	case timeout < 0 && timeout != -1 || math.IsNaN(timeout):
		return false, raise(valueError, "timeout value must be positive")
	case timeout > timeoutMax:
		return false, raise(overflowError, "timeout value is too large")
	case l.n == 0 || l.re:
		l.n++
		return true, nil
	case !blocking:
		return false, nil
	case timeout == -1:
		return false, raise(runtimeError, "deadlock: the lock is held, and nothing else runs here that could release it")
	}
	return false, c.sleep(time.Duration(timeout * float64(time.Second)))
}

func (l *lockObject) release() error {
	if l.n == 0 {
		if l.re {
			return raise(runtimeError, "cannot release un-acquired lock")
		}
		return raise(runtimeError, "release unlocked lock")
	}
	l.n--
	return nil
}

// hostTimer is something that the host does later.
type hostTimer struct{ stop func() }

// Type implements py.Object.
func (*hostTimer) Type() *py.Type { return timerClass.py }

func (*hostTimer) class() *Class { return timerClass }

func init() {
	m := newGoModule("_thread", "Locks, and what is done later.")
	m.set("LockType", lockClass)
	m.set("RLock", rlockClass)
	m.set("TIMEOUT_MAX", py.Float(timeoutMax))
	m.set("error", runtimeError)
	m.fn("allocate_lock", "", func(*Context, py.Object, []py.Object) (py.Object, error) { return &lockObject{}, nil })
	for _, name := range [...]string{"get_ident", "get_native_id"} {
		m.fn(name, "", func(c *Context, _ py.Object, _ []py.Object) (py.Object, error) {
			return py.Int(address(c.builtins)), nil
		})
	}
	m.fn("after", "secs function /", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		if c.opts.After == nil {
			return nil, raise(runtimeError, "timers cannot be started here")
		}
		secs, err := c.toFloat(a[0])
		if err != nil {
			return nil, err
		}
		fn := a[1]
		d := time.Duration(max(0, min(secs, 1e9)) * float64(time.Second))
		stop := c.opts.After(d, func() error {
			_, err := c.Call(fn)
			return err
		})
		return &hostTimer{stop}, nil
	})
	timerClass.method("cancel", "", func(_ *Context, o py.Object, _ []py.Object) (py.Object, error) {
		if t := o.(*hostTimer); t.stop != nil {
			t.stop()
			t.stop = nil
		}
		return py.None, nil
	})
	rlockClass.make = func(*Context, *Class, []py.Object, []string) (py.Object, error) { return &lockObject{re: true}, nil }
	for _, k := range [...]*Class{lockClass, rlockClass} {
		lock := func(o py.Object) *lockObject { return o.(*lockObject) }
		k.method("acquire", "blocking? timeout?", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
			blocking := true
			if a[0] != nil {
				n, err := c.index(a[0])
				if err != nil {
					return nil, err
				}
				blocking = n != 0
			}
			timeout := -1.0
			if a[1] != nil {
				var err error
				if timeout, err = c.toFloat(a[1]); err != nil {
					return nil, err
				}
			}
			ok, err := lock(o).acquire(c, blocking, timeout)
			return py.NewBool(ok), err
		})
		k.method("release", "", func(_ *Context, o py.Object, _ []py.Object) (py.Object, error) { return py.None, lock(o).release() })
		k.method("locked", "", func(_ *Context, o py.Object, _ []py.Object) (py.Object, error) { return py.NewBool(lock(o).n > 0), nil })
		k.method("__enter__", "", func(c *Context, o py.Object, _ []py.Object) (py.Object, error) {
			ok, err := lock(o).acquire(c, true, -1)
			return py.NewBool(ok), err
		})
		k.rawMethod("__exit__", func(_ *Context, o py.Object, _ []py.Object, _ []string) (py.Object, error) {
			return py.None, lock(o).release()
		})
		k.method("_is_owned", "", func(_ *Context, o py.Object, _ []py.Object) (py.Object, error) { return py.NewBool(lock(o).n > 0), nil })
		k.method("__repr__", "", func(_ *Context, o py.Object, _ []py.Object) (py.Object, error) {
			l := lock(o)
			state := "unlocked"
			if l.n > 0 {
				state = "locked"
			}
			if l.re {
				return py.String(sprintf("<%s _thread.RLock object owner=%d count=%d at 0x%x>", state, min(l.n, 1), l.n, address(l))), nil
			}
			return py.String(sprintf("<%s _thread.lock object at 0x%x>", state, address(l))), nil
		})
	}
}
