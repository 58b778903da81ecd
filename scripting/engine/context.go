package engine

import (
	"strings"
	"time"

	"github.com/go-python/gpython/py"
)

// Defaults of the budgets in [Options].
const (
	DefaultStepLimit      = 10_000_000
	DefaultTimeLimit      = 10 * time.Second
	DefaultRecursionLimit = 500
)

// Unlimited switches a budget of [Options] off.
const Unlimited = -1

// Options configures a [Context]. The zero value is usable.
type Options struct {
	// Name is for the caller's logs; the script sees it as sys.argv[0].
	Name string
	// Stdout receives what the script prints, line by line without the newline.
	// nil discards it. It is called under the lane lock and must not call back.
	Stdout func(line string)
	// Stderr is the same for sys.stderr. nil means Stdout.
	Stderr func(line string)
	// StepLimit is the number of loop iterations plus calls that one entry from Go
	// may take. 0 means DefaultStepLimit, Unlimited no limit. It is exact to within
	// one step.
	StepLimit int64
	// TimeLimit is the wall clock that one entry from Go may take, looked at every
	// 64 steps. 0 means DefaultTimeLimit, Unlimited no limit.
	TimeLimit time.Duration
	// RecursionLimit is the number of nested Python calls on one goroutine. 0 means
	// DefaultRecursionLimit; at most 20000.
	RecursionLimit int
	// Builtins are added to the builtin names, visible everywhere without import.
	Builtins py.StringDict
	// Prelude runs before any script, with the builtins as its globals: what it
	// defines is visible everywhere without import.
	Prelude []*Program
	// Modules can be imported by the script, besides those of the engine.
	Modules []*Module
	// Import finds the source of a module that is neither in Modules nor built in,
	// for imports of neighbouring files. It returns nil, nil if there is none.
	// nil means that there are none.
	Import func(name string) (*Program, error)
	// After calls run after d, under the lane lock, unless the stop that it returns
	// was called before; it is what threading.Timer uses. The error of run is the
	// script's. nil means that scripts have no timers.
	After func(d time.Duration, run func() error) (stop func())
	// Assign is told of each attribute of an instance, and of each name declared
	// global, that a script assigns. It is called under the lane lock and must not
	// call back.
	Assign func(Assignment)
}

// An Assignment is one that [Options].Assign is told of.
type Assignment struct {
	Object     py.Object // nil for a global
	Name       string
	Func, File string // the function that assigns, and where
	Line       int
}

// assigned tells of an assignment.
func (c *Context) assigned(f *frame, o py.Object, name string) {
	a := Assignment{Object: o, Name: name}
	if f != nil {
		a.Func, a.File, a.Line = f.code.name, f.code.prog.filename, f.line
	}
	c.opts.Assign(a)
}

// Context is one interpreter. See the package comment for its concurrency: none.
type Context struct {
	budget
	opts     Options
	builtins *Dict
	modules  map[string]*ModuleObject
	libState
	programs map[string]*Program
	stdout   *stream
	stderr   *stream
	closed   bool

	// frame is the innermost activation.
	frame *frame
	// args is the stack of arguments of calls in progress.
	args []py.Object
	// epoch counts the changes of classes, for what calls and attributes remember.
	epoch uint64
	// handling is the exception that an except or finally block is busy with.
	handling *Exc
	renderer *renderer
}

// New makes a context and runs Options.Prelude in it.
func New(opts Options) (*Context, error) {
	seal()
	c := &Context{
		opts:     opts,
		modules:  make(map[string]*ModuleObject, 8),
		programs: make(map[string]*Program, 4),
		args:     make([]py.Object, 0, 256),
		epoch:    1,
	}
	switch c.stepLimit = opts.StepLimit; {
	case c.stepLimit == 0:
		c.stepLimit = DefaultStepLimit
	case c.stepLimit < 0:
		c.stepLimit = 0
	}
	switch c.timeLimit = opts.TimeLimit; {
	case c.timeLimit == 0:
		c.timeLimit = DefaultTimeLimit
	case c.timeLimit < 0:
		c.timeLimit = 0
	}
	if c.maxDepth = opts.RecursionLimit; c.maxDepth <= 0 {
		c.maxDepth = DefaultRecursionLimit
	}
	c.maxDepth = min(c.maxDepth, maxDepth)

	c.stdout = &stream{name: "<stdout>", emit: opts.Stdout}
	c.stderr = &stream{name: "<stderr>", emit: opts.Stderr}
	if opts.Stderr == nil {
		c.stderr = &stream{name: "<stderr>", emit: opts.Stdout}
	}
	c.installBuiltins()
	for name, v := range opts.Builtins {
		c.builtins.SetString(name, v)
	}
	for _, p := range opts.Prelude {
		if _, err := c.exec(p, c.builtins); err != nil {
			return nil, err
		}
	}
	return c, nil
}

// Name returns Options.Name.
func (c *Context) Name() string { return c.opts.Name }

// Interrupt makes the running entry, and every later one until [Context.Resume],
// end with a KeyboardInterrupt of [KindInterrupted] at its next look at the
// budget. It may be called from any goroutine.
func (c *Context) Interrupt(reason string) { c.stop.Store(&reason) }

// Resume takes an Interrupt back. It may be called from any goroutine.
func (c *Context) Resume() { c.stop.Store(nil) }

// Close flushes the output and makes later calls fail. It is idempotent.
func (c *Context) Close() {
	if c.closed {
		return
	}
	c.Flush()
	c.closed = true
}

// Flush hands incomplete lines of output to Options.Stdout and Stderr.
func (c *Context) Flush() {
	c.stdout.flush()
	c.stderr.flush()
}

// Load runs p as a module of the given name ("" means "__main__") and returns it.
// Its globals hold what the file defined, and what first did, which runs before it
// in the same globals. An error is an [*Error].
func (c *Context) Load(p *Program, name string, first ...*Program) (*ModuleObject, error) {
	if name == "" {
		name = "__main__"
	}
	m := newModule(c, name, py.None)
	m.globals.SetString("__file__", py.String(p.filename))
	c.addModule(name, m)
	for _, q := range append(first, p) {
		if _, err := c.exec(q, m.globals); err != nil {
			c.dropModule(name)
			return nil, err
		}
	}
	return m, nil
}

// LoadString compiles and loads src. It is for tests and one-off scripts; keep the
// [Program] where the same source is loaded in several contexts.
func (c *Context) LoadString(filename, src string) (*ModuleObject, error) {
	p, err := Compile(filename, src)
	if err != nil {
		return nil, err
	}
	return c.Load(p, "")
}

// Import returns the module of that name, loading it if need be.
func (c *Context) Import(name string) (*ModuleObject, error) {
	var m *ModuleObject
	_, err := c.protect(func() (py.Object, error) {
		var err error
		m, err = c.importModule(name)
		return py.None, err
	})
	return m, err
}

// exec runs a program's top level in globals.
func (c *Context) exec(p *Program, globals *Dict) (py.Object, error) {
	c.programs[p.filename] = p
	return c.protect(func() (py.Object, error) { return c.runProgram(p, globals, nil) })
}

// protect runs fn as one entry: under the budget, with panics recovered. The
// error is an *Error.
func (c *Context) protect(fn func() (py.Object, error)) (res py.Object, err error) {
	if c.closed {
		return nil, errClosed
	}
	s := c.open()
	defer func() {
		if r := recover(); r != nil {
			res, err = nil, c.panicked(r, s.frame)
		}
		c.shut(s)
	}()
	res, err = fn()
	if err = c.finish(err); err != nil {
		res = nil
	}
	return res, err
}

// entryState is what has to be as it was when an entry ends, however it ends.
type entryState struct {
	level, depth, stack, args int
	handling                  *Exc
	renderer                  *renderer
	frame                     *frame
}

func (c *Context) open() entryState {
	s := entryState{c.level, c.depth, c.stack, len(c.args), c.handling, c.renderer, c.frame}
	c.enter()
	if c.level == 1 {
		s.depth, s.stack = 0, 0
		c.handling, c.renderer = nil, nil
	}
	return s
}

func (c *Context) shut(s entryState) {
	c.level, c.depth, c.stack = s.level, s.depth, s.stack
	c.handling, c.renderer, c.frame = s.handling, s.renderer, s.frame
	c.drop(s.args)
}

// finish turns the outcome of an entry into an *Error or nil.
func (c *Context) finish(err error) error {
	if err == nil {
		if c.dead == nil {
			return nil
		}
		// The script swallowed the exhaustion of its budget and returned.
		err = c.dead
	}
	return c.toError(err)
}

var errClosed = &Error{Kind: KindInternal, Type: "RuntimeError", Msg: "the script context is closed"}

// Call calls any callable. Use a [Func] for what is called often.
func (c *Context) Call(callable py.Object, args ...py.Object) (py.Object, error) {
	return c.protect(func() (py.Object, error) { return c.call(callable, args, nil) })
}

// CallKw is Call with keyword arguments.
func (c *Context) CallKw(callable py.Object, args py.Tuple, kwargs py.StringDict) (py.Object, error) {
	return c.protect(func() (py.Object, error) { return c.callPy(callable, args, kwargs) })
}

// GetAttr returns an attribute; it may run the script's code (properties,
// __getattr__). A missing attribute is an [*Error] of type AttributeError.
func (c *Context) GetAttr(o py.Object, name string) (py.Object, error) {
	return c.protect(func() (py.Object, error) { return c.getattr(o, name) })
}

// SetAttr sets an attribute.
func (c *Context) SetAttr(o py.Object, name string, v py.Object) error {
	_, err := c.protect(func() (py.Object, error) { return py.None, c.setattr(o, name, v) })
	return err
}

// Str is Python's str(o) and Repr its repr(o), with the depth of containers
// bounded and the script's own __str__ and __repr__ run under the budget.
func (c *Context) Str(o py.Object) (string, error) { return c.text(o, c.str) }

// Repr is Python's repr(o).
func (c *Context) Repr(o py.Object) (string, error) { return c.text(o, c.repr) }

// List returns the items of any iterable.
func (c *Context) List(o py.Object) ([]py.Object, error) {
	var items []py.Object
	_, err := c.protect(func() (py.Object, error) {
		var err error
		items, err = c.list(o)
		return py.None, err
	})
	return items, err
}

func (c *Context) text(o py.Object, f func(py.Object) (string, error)) (string, error) {
	var s string
	_, err := c.protect(func() (py.Object, error) {
		var err error
		s, err = f(o)
		return py.None, err
	})
	return s, err
}

// NewInstance makes an instance of a class that the script derived, without
// calling __new__ or __init__.
func (c *Context) NewInstance(k *Class) *Instance { return newInstance(k) }

// ReprOf is repr() of an object of built-in classes, for messages: it runs
// nothing of a script.
func ReprOf(o py.Object) string { return reprText(o) }

// stream is a file-like object that collects lines.
type stream struct {
	name string
	emit func(string)
	buf  []byte
}

// maxLine is where an output line without an end is cut.
const maxLine = 64 << 10

func (s *stream) write(text string) {
	if s.emit == nil {
		return
	}
	for {
		nl := strings.IndexByte(text, '\n')
		if nl < 0 {
			s.buf = append(s.buf, text...)
			if len(s.buf) >= maxLine {
				s.flush()
			}
			return
		}
		if len(s.buf) == 0 {
			s.emit(text[:nl])
		} else {
			s.buf = append(s.buf, text[:nl]...)
			s.emit(string(s.buf))
			s.buf = s.buf[:0]
		}
		text = text[nl+1:]
	}
}

func (s *stream) flush() {
	if len(s.buf) > 0 && s.emit != nil {
		s.emit(string(s.buf))
	}
	s.buf = s.buf[:0]
}

// Type implements py.Object.
func (*stream) Type() *py.Type { return streamClass.py }

func (*stream) class() *Class { return streamClass }

func (s *stream) repr(r *renderer) error {
	r.b.WriteString("<stream " + s.name + ">")
	return nil
}

func init() {
	k := streamClass
	k.method("write", "text /", func(_ *Context, o py.Object, a []py.Object) (py.Object, error) {
		text, ok := textOf(a[0])
		if !ok {
			return nil, raise(typeError, "write() argument must be str, not %s", classOf(a[0]).name)
		}
		o.(*stream).write(text)
		return py.Int(textLen(text)), nil
	})
	k.method("writelines", "lines /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		return py.None, c.each(a[0], func(v py.Object) error {
			text, ok := textOf(v)
			if !ok {
				return raise(typeError, "write() argument must be str, not %s", classOf(v).name)
			}
			o.(*stream).write(text)
			return nil
		})
	})
	k.method("flush", "", func(_ *Context, o py.Object, _ []py.Object) (py.Object, error) {
		o.(*stream).flush()
		return py.None, nil
	})
	k.method("writelines", "lines /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		return py.None, c.each(a[0], func(v py.Object) error {
			text, ok := textOf(v)
			if !ok {
				return raise(typeError, "write() argument must be str, not %s", classOf(v).name)
			}
			o.(*stream).write(text)
			return nil
		})
	})
	for _, name := range [...]string{"readable", "seekable"} {
		k.method(name, "", func(*Context, py.Object, []py.Object) (py.Object, error) { return py.False, nil })
	}
	k.getter("closed", func(*Context, py.Object) (py.Object, error) { return py.False, nil })
	k.getter("name", func(_ *Context, o py.Object) (py.Object, error) { return py.String(o.(*stream).name), nil })
	k.method("isatty", "", func(*Context, py.Object, []py.Object) (py.Object, error) { return py.False, nil })
	k.method("writable", "", func(*Context, py.Object, []py.Object) (py.Object, error) { return py.True, nil })
	k.getter("encoding", func(*Context, py.Object) (py.Object, error) { return py.String("utf-8"), nil })
}
