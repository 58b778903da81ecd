package engine

import (
	"fmt"

	"github.com/go-python/gpython/py"
)

// Func is a callable resolved once, to be called often. It belongs to the context
// that made it and is used under the same lane lock. It keeps calling what it
// resolved: a later assignment to the attribute is not seen.
type Func struct {
	c        *Context
	name     string
	callable py.Object

	// The fast path, for plain Python functions and methods.
	fn    *ScriptFunc
	self  py.Object // nil for a plain function
	nself int
	need  int // positional arguments besides self: at least
	most  int //  … at most, -1 for *args
	plain bool
}

// Bind resolves o.name for repeated calls. The error wraps [ErrNotFound] if there
// is no such attribute; any other error is an [*Error].
func (c *Context) Bind(o py.Object, name string) (*Func, error) {
	v, err := c.GetAttr(o, name)
	if err != nil {
		if e, ok := err.(*Error); ok && e.Kind == KindException && e.Is(py.AttributeError) {
			return nil, fmt.Errorf("%w: %s", ErrNotFound, e.Msg)
		}
		return nil, err
	}
	f := c.Func(v)
	f.name = name
	return f, nil
}

// Func makes a Func of any object; calling what is not callable fails at the call.
func (c *Context) Func(callable py.Object) *Func {
	f := &Func{c: c, callable: callable, most: -1}
	fn, _ := callable.(*ScriptFunc)
	if b, ok := callable.(*bound); ok {
		if fn, ok = b.fn.(*ScriptFunc); ok {
			f.self, f.nself = b.self, 1
		}
	}
	if fn == nil {
		f.name = classOf(callable).name
		return f
	}
	k := fn.code
	f.name = fn.name
	f.need = max(k.npos-len(fn.defaults)-f.nself, 0)
	f.most = max(k.npos-f.nself, 0)
	if k.varargs {
		f.most = -1
	}
	if k.simple && !k.generator && k.npos >= f.nself {
		f.fn, f.plain = fn, true
	}
	return f
}

// Name returns the name of the attribute or function.
func (f *Func) Name() string { return f.name }

// Callable returns the Python object behind f.
func (f *Func) Callable() py.Object { return f.callable }

// Fast reports whether calls take the fast path (a plain function or bound method
// written in Python, without *args, **kwargs, keyword-only arguments or yield).
func (f *Func) Fast() bool { return f.plain }

// Arity returns how many positional arguments Call takes, self not counted: at
// least lo and at most hi. hi is -1 if there is no bound or it is not known
// (*args, Go functions, decorated functions).
func (f *Func) Arity() (lo, hi int) { return f.need, f.most }

// Call calls f with positional arguments. args is not kept. The error is an
// [*Error]. Every outermost call has a fresh budget; a call made by a Go builtin
// while the script runs shares its caller's.
func (f *Func) Call(args ...py.Object) (res py.Object, err error) {
	c := f.c
	if !f.plain || len(args) < f.need || len(args) > f.most || c.closed {
		return f.slow(args)
	}
	s := c.open()
	done := false
	defer func() {
		if !done {
			res, err = nil, c.panicked(recover(), s.frame)
		}
		c.shut(s)
	}()
	k := f.fn.code
	fr := k.take(f.fn)
	if f.nself != 0 {
		fr.locals[0] = f.self
	}
	n := f.nself + copy(fr.locals[f.nself:], args)
	if missing := k.npos - n; missing > 0 {
		copy(fr.locals[n:], f.fn.defaults[len(f.fn.defaults)-missing:])
	}
	res, err = c.run(fr)
	if err != nil || c.dead != nil {
		res, err = nil, c.finish(err)
	}
	done = true
	return res, err
}

func (f *Func) slow(args []py.Object) (py.Object, error) {
	// A copy, so that the caller's slice need not live on the heap for the fast path.
	return f.c.Call(f.callable, append([]py.Object(nil), args...)...)
}
