package engine

import (
	"github.com/go-python/gpython/py"
)

// cell holds a variable that an inner function captures.
type cell struct{ v py.Object }

// Type implements py.Object.
func (*cell) Type() *py.Type { return cellClass.py }

func (*cell) class() *Class { return cellClass }

// frame is one activation of a function, a class body or a module.
type frame struct {
	code   *code
	fn     *ScriptFunc
	locals []py.Object
	cells  []*cell // the code's own, then the captured ones
	ns     *Dict   // names of a class body and of exec()
	line   int
	ret    py.Object
	traced *Exc // has this frame in its traceback already
	gen    *genState
	back   *frame    // the caller's
	custom py.Object // instead of ns, what a metaclass's __prepare__ returned
}

// code is a function's body, compiled for one context.
type code struct {
	c        *Context
	prog     *Program
	globals  *Dict
	name     string
	qualname string
	doc      py.Object
	line     int
	// Parameters, in the order of the slots: positional ones, keyword-only ones,
	// *args, **kwargs.
	params  []string
	npos    int // positional parameters
	posOnly int // … of which only by position
	nkw     int // keyword-only parameters
	varargs bool
	kwargs  bool
	simple  bool // positional parameters only, and no cells among them

	nlocals  int
	names    []string // of the local slots; "" for what is no variable
	ncells   int
	cellOf   []int // slot of a parameter whose value moves to the cell, or -1
	cellName []string
	freeName []string

	body      stmt
	build     func() // compiles the body, when it is first needed
	generator bool
	function  bool // has locals that are no globals
	nstate    int  // slots of a generator's progress
	ntemp     int
	niter     int
	cost      int // of the Go stack, in nested expressions

	free []*frame
}

// flow says how a statement ended.
type flow uint8

const (
	flowNext flow = iota
	flowBreak
	flowContinue
	flowReturn
)

// expr evaluates an expression, stmt runs a statement.
type (
	expr func(f *frame) (py.Object, error)
	stmt func(f *frame) (flow, error)
)

// take returns a frame ready to run but for the arguments.
func (k *code) take(fn *ScriptFunc) *frame {
	if k.build != nil {
		k.build()
	}
	var f *frame
	if n := len(k.free); n > 0 {
		f = k.free[n-1]
		k.free = k.free[:n-1]
	} else {
		f = &frame{code: k, locals: make([]py.Object, k.nlocals)}
		if n := k.ncells + len(k.freeName); n > 0 {
			f.cells = make([]*cell, n)
		}
	}
	f.fn, f.line = fn, k.line
	if fn != nil && len(fn.closure) > 0 {
		copy(f.cells[k.ncells:], fn.closure)
	}
	return f
}

// give cleans a frame and keeps it for the next call.
func (k *code) give(f *frame) {
	clear(f.locals)
	f.ret, f.traced, f.fn, f.ns, f.gen, f.custom, f.back = nil, nil, nil, nil, nil, nil, nil
	if k.ncells > 0 {
		clear(f.cells[:k.ncells])
	}
	if len(k.free) < 32 {
		k.free = append(k.free, f)
	}
}

// openCells gives the captured variables their cells.
func (f *frame) openCells() {
	for i, slot := range f.code.cellOf {
		cl := &cell{}
		if slot >= 0 {
			cl.v, f.locals[slot] = f.locals[slot], nil
		}
		f.cells[i] = cl
	}
}

// ScriptFunc is a function written in Python.
type ScriptFunc struct {
	code     *code
	globals  *Dict
	defaults []py.Object // of the last positional parameters
	kwdef    []py.Object // of the keyword-only parameters, nil where there is none
	closure  []*cell
	name     string
	qualname string
	attrs    *Dict
	doc      py.Object
	module   py.Object
	annots   *Dict
}

// Type implements py.Object.
func (*ScriptFunc) Type() *py.Type { return functionClass.py }

// Name returns the function's name.
func (fn *ScriptFunc) Name() string { return fn.name }

// Params returns the names of the positional parameters, and whether there is
// *args.
func (fn *ScriptFunc) Params() (names []string, varargs bool) {
	return fn.code.params[:fn.code.npos], fn.code.varargs
}

// Defaults returns how many positional parameters have a default.
func (fn *ScriptFunc) Defaults() int { return len(fn.defaults) }

// Place returns the file and the line of the definition.
func (fn *ScriptFunc) Place() (file string, line int) { return fn.code.prog.filename, fn.code.line }

// M__call__ lets gpython's functions call it.
func (fn *ScriptFunc) M__call__(args py.Tuple, kwargs py.StringDict) (py.Object, error) {
	return fn.code.c.callPy(fn, args, kwargs)
}

// bound is a callable with its first argument.
type bound struct {
	fn   py.Object
	self py.Object
}

// Type implements py.Object.
func (b *bound) Type() *py.Type { return b.class().py }

func (b *bound) class() *Class {
	if f, ok := b.fn.(*Builtin); ok && f.owner != nil && !f.static {
		if f.isWrapper() && !f.byType {
			return methodWrapperClass
		}
		return builtinMethodClass
	}
	return methodClass
}

// M__call__ lets gpython's functions call it.
func (b *bound) M__call__(args py.Tuple, kwargs py.StringDict) (py.Object, error) {
	if c := contextOf(b.fn, b.self); c != nil {
		return c.callPy(b, args, kwargs)
	}
	return nil, raise(typeError, "the method belongs to no context")
}

func contextOf(list ...py.Object) *Context {
	for _, o := range list {
		switch x := o.(type) {
		case *ScriptFunc:
			return x.code.c
		case *bound:
			return contextOf(x.fn, x.self)
		case *Instance:
			return x.cls.ctx
		case *Class:
			return x.ctx
		}
	}
	return nil
}

// run executes the body of a frame whose parameters are bound, and gives the
// frame back.
func (c *Context) run(f *frame) (py.Object, error) {
	k := f.code
	if k.ncells > 0 {
		f.openCells()
	}
	if k.generator {
		return c.newGenerator(f), nil
	}
	if err := c.enterCall(k); err != nil {
		k.give(f)
		return nil, err
	}
	back := c.frame
	f.back, c.frame = back, f
	_, err := k.body(f)
	c.frame = back
	c.depth--
	c.stack -= k.cost
	if err != nil {
		err = c.leave(f, err)
		k.give(f)
		return nil, err
	}
	v := f.ret
	k.give(f)
	if v == nil {
		return py.None, nil
	}
	return v, nil
}

// leave notes the frame in the traceback of the exception that leaves it.
func (c *Context) leave(f *frame, err error) error {
	e := c.exception(err)
	if f.traced != e {
		e.addTrace(f)
	}
	return e
}

// enterCall counts a call: a step, a level of nesting, and Go stack.
func (c *Context) enterCall(k *code) error {
	c.fuel--
	if c.fuel < 0 {
		if err := c.slow(); err != nil {
			return err
		}
	}
	if c.depth >= c.maxDepth || c.stack > maxStack {
		return c.tooDeepCalls()
	}
	c.depth++
	c.stack += k.cost
	return nil
}

// enterNative counts a level of nesting in Go code that calls itself through
// objects: iterators of iterators.
func (c *Context) enterNative() error {
	if c.depth >= c.maxDepth || c.stack > maxStack {
		return c.tooDeepCalls()
	}
	c.depth++
	c.stack += 8
	return nil
}

func (c *Context) leaveNative() {
	c.depth--
	c.stack -= 8
}

func (c *Context) tooDeepCalls() error {
	return raise(recursionError, "maximum recursion depth exceeded (%d nested calls)", c.maxDepth)
}

// maxStack bounds the Go stack, in nested expressions of some 250 bytes each:
// far below the runtime's limit of 1 GB.
const maxStack = 1 << 20

// step is one step of the budget.
func (c *Context) step() error {
	c.fuel--
	if c.fuel < 0 {
		return c.slow()
	}
	return nil
}

// steps counts n steps at once, for what Go does in one go.
func (c *Context) steps(n int) error {
	c.fuel -= n
	if c.fuel < 0 {
		return c.slow()
	}
	return nil
}
