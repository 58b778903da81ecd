package engine

import (
	"fmt"

	"github.com/go-python/gpython/py"
	"github.com/go-python/gpython/vm"
)

// Func is a callable resolved once, to be called often. It belongs to the context
// that made it and is used under the same lane lock. It keeps calling what it
// resolved: a later assignment to the attribute is not seen.
type Func struct {
	c        *Context
	name     string
	callable py.Object

	// The fast path, for plain Python functions and methods.
	fn    *py.Function
	code  *py.Code
	self  py.Object // nil for a plain function
	nself int
	need  int // positional arguments besides self: at least
	most  int //  … at most, -1 for *args
	plain bool

	// free has frames ready for use. A call takes one and puts it back, so nested
	// calls of the same function get frames of their own.
	free []*py.Frame
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
	fn, _ := callable.(*py.Function)
	if bm, ok := callable.(*py.BoundMethod); ok {
		if fn, ok = bm.Method.(*py.Function); ok {
			f.self, f.nself = bm.Self, 1
		}
	}
	if fn == nil {
		f.name = callable.Type().Name
		return f
	}
	co := fn.Code
	f.name = fn.Name
	f.need = max(int(co.Argcount)-len(fn.Defaults)-f.nself, 0)
	f.most = max(int(co.Argcount)-f.nself, 0)
	if co.Flags&py.CO_VARARGS != 0 {
		f.most = -1
	}
	// Everything else goes through py.Call, which knows all of Python's calling
	// convention. Code without CO_OPTIMIZED keeps its locals in a dictionary.
	const special = py.CO_VARARGS | py.CO_VARKEYWORDS | py.CO_GENERATOR
	if co.Flags&special != 0 || co.Flags&py.CO_OPTIMIZED == 0 || co.Kwonlyargcount != 0 ||
		int(co.Argcount) < f.nself || len(fn.Defaults) > int(co.Argcount) {
		return f
	}
	f.fn, f.code, f.plain = fn, co, true
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
	n := len(args) + f.nself
	if !f.plain || n > int(f.code.Argcount) || len(args) < f.need || f.c.closed {
		return f.slow(args)
	}
	c := f.c
	fr := f.frame()
	loc := fr.Localsplus
	if f.nself != 0 {
		loc[0] = f.self
	}
	copy(loc[f.nself:], args)
	if missing := int(f.code.Argcount) - n; missing > 0 {
		copy(loc[n:f.code.Argcount], f.fn.Defaults[len(f.fn.Defaults)-missing:])
	}
	if len(f.code.Cellvars) != 0 {
		f.cells(fr)
	}
	level := c.guard.level
	c.guard.enter()
	defer func() {
		if r := recover(); r != nil {
			// The frame's state is unknown: it is not put back.
			res, err = nil, c.toError(r, true, fr)
			c.guard.level = level
		}
	}()
	res, err = vm.RunFrame(fr)
	if err != nil || c.guard.dead != nil {
		res, err = nil, c.finish(err, fr)
	}
	c.guard.level = level
	f.put(fr)
	return res, err
}

// slow calls through py.Call, which checks the arguments and raises TypeError.
func (f *Func) slow(args []py.Object) (py.Object, error) {
	// A copy, so that the caller's slice need not live on the heap for the fast path.
	return f.c.Call(f.callable, append([]py.Object(nil), args...)...)
}

// frame returns a frame ready to run but for the arguments.
func (f *Func) frame() *py.Frame {
	if n := len(f.free); n > 0 {
		fr := f.free[n-1]
		f.free = f.free[:n-1]
		return fr
	}
	fr := py.NewFrame(f.c.Py(), f.fn.Globals, nil, f.code, nil)
	copy(fr.CellAndFreeVars[len(f.code.Cellvars):], f.fn.Closure)
	return fr
}

// put cleans fr and keeps it. Whatever still refers to it (a traceback that the
// script stored) sees stale data at worst: everything runs under one lock.
func (f *Func) put(fr *py.Frame) {
	if len(f.free) >= 16 {
		return
	}
	clear(fr.LocalVars)
	clear(fr.CellAndFreeVars[:len(f.code.Cellvars)])
	clear(fr.Stack[:cap(fr.Stack)])
	fr.Stack = fr.Stack[:0]
	fr.Blockstack = fr.Blockstack[:0]
	fr.Block = nil
	fr.Lasti = 0
	fr.Yielded = false
	fr.Locals = nil
	f.free = append(f.free, fr)
}

// cells gives the call's captured variables their cells, as vm.EvalCode does.
func (f *Func) cells(fr *py.Frame) {
	for i := range f.code.Cellvars {
		var v py.Object
		if a := f.code.Cell2arg; a != nil && a[i] != py.CO_CELL_NOT_AN_ARG {
			v, fr.Localsplus[a[i]] = fr.Localsplus[a[i]], nil
		}
		fr.CellAndFreeVars[i] = py.NewCell(v)
	}
}
