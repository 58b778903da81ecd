package engine

import (
	"fmt"
	"maps"
	"strings"
	"time"

	"github.com/go-python/gpython/py"
	_ "github.com/go-python/gpython/stdlib" // registers builtins and the modules of stockModules
	"github.com/go-python/gpython/vm"
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
}

// Module is a module made by Go: values and functions, and classes from preludes
// in Python. It is only read, so contexts may share one.
type Module struct {
	Name, Doc string
	// Globals are the module's values. The map is copied per context; the values
	// are shared.
	Globals py.StringDict
	// Methods are the module's functions; self is the *py.Module.
	Methods []*py.Method
	// Prelude runs in the module when it is first imported in a context. It sees
	// Globals and Methods as its own globals.
	Prelude []*Program
	// Init runs after Prelude, for members that belong to one context.
	Init func(c *Context, m *py.Module) error
}

// Context is one interpreter. See the package comment for its concurrency: none.
type Context struct {
	opts     Options
	guard    guard
	store    *py.ModuleStore
	modules  map[string]*py.Module
	slots    [slotMakeFunc]py.Object
	programs map[string]*Program
	attrs    map[string]struct{} // attributes that loaded programs assign
	stdout   *stream
	stderr   *stream
	closed   bool
}

// New makes a context and runs Options.Prelude in it.
func New(opts Options) (*Context, error) {
	c := &Context{
		opts:     opts,
		store:    py.NewModuleStore(),
		modules:  make(map[string]*py.Module, 8),
		programs: make(map[string]*Program, 4),
	}
	g := &c.guard
	switch g.stepLimit = opts.StepLimit; {
	case g.stepLimit == 0:
		g.stepLimit = DefaultStepLimit
	case g.stepLimit < 0:
		g.stepLimit = 0
	}
	switch g.timeLimit = opts.TimeLimit; {
	case g.timeLimit == 0:
		g.timeLimit = DefaultTimeLimit
	case g.timeLimit < 0:
		g.timeLimit = 0
	}
	if g.depth = opts.RecursionLimit; g.depth <= 0 {
		g.depth = DefaultRecursionLimit
	}
	g.depth = min(g.depth, maxDepth)

	c.stdout = &stream{name: "<stdout>", emit: opts.Stdout}
	c.stderr = &stream{name: "<stderr>", emit: opts.Stderr}
	if opts.Stderr == nil {
		c.stderr = &stream{name: "<stderr>", emit: opts.Stdout}
	}
	c.bindSlots()
	c.installBuiltins()
	maps.Copy(c.store.Builtins.Globals, opts.Builtins)
	for _, p := range opts.Prelude {
		if _, err := c.exec(p, c.store.Builtins.Globals); err != nil {
			return nil, err
		}
	}
	return c, nil
}

// Name returns Options.Name.
func (c *Context) Name() string { return c.opts.Name }

// Py returns the gpython context, for functions of gpython that want one.
func (c *Context) Py() py.Context { return (*pyContext)(c) }

// Interrupt makes the running entry, and every later one until [Context.Resume],
// end with a KeyboardInterrupt of [KindInterrupted] at its next look at the
// budget. It may be called from any goroutine.
func (c *Context) Interrupt(reason string) { c.guard.stop.Store(&reason) }

// Resume takes an Interrupt back. It may be called from any goroutine.
func (c *Context) Resume() { c.guard.stop.Store(nil) }

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
// Its globals hold what the file defined. An error is an [*Error].
func (c *Context) Load(p *Program, name string) (*py.Module, error) {
	if name == "" {
		name = py.MainModuleName
	}
	m := &py.Module{ModuleImpl: &py.ModuleImpl{}, Context: c.Py(), Globals: py.StringDict{
		"__name__":    py.String(name),
		"__doc__":     py.None,
		"__package__": py.None,
		"__file__":    py.String(p.filename),
	}}
	c.modules[name] = m
	if _, err := c.exec(p, m.Globals); err != nil {
		delete(c.modules, name)
		return nil, err
	}
	return m, nil
}

// LoadString compiles and loads src. It is for tests and one-off scripts; keep the
// [Program] where the same source is loaded in several contexts.
func (c *Context) LoadString(filename, src string) (*py.Module, error) {
	p, err := Compile(filename, src)
	if err != nil {
		return nil, err
	}
	return c.Load(p, "")
}

// Import returns the module of that name, loading it if need be.
func (c *Context) Import(name string) (*py.Module, error) {
	var m *py.Module
	_, err := c.protect(func() (py.Object, error) {
		var err error
		m, err = c.importModule(name)
		return py.None, err
	})
	return m, err
}

// importModule finds a module: loaded already, of the options, of the engine, of
// gpython, or a neighbouring file.
func (c *Context) importModule(name string) (*py.Module, error) {
	if m := c.modules[name]; m != nil {
		return m, nil
	}
	for _, m := range c.opts.Modules {
		if m.Name == name {
			return c.loadModule(m)
		}
	}
	if m := ownModules[name]; m != nil {
		return c.loadModule(m)
	}
	if stockModules[name] {
		m, err := c.store.NewModule(c.Py(), py.GetModuleImpl(name))
		if err == nil {
			c.modules[name] = m
		}
		return m, err
	}
	return c.importHook(name)
}

// builtinImport is __import__(name, globals, locals, fromlist, level).
func (c *Context) builtinImport(_ py.Object, args py.Tuple) (py.Object, error) {
	if len(args) == 0 {
		return nil, py.ExceptionNewf(py.TypeError, "__import__() missing argument 'name'")
	}
	name, ok := args[0].(py.String)
	if !ok {
		return nil, py.ExceptionNewf(py.TypeError, "__import__() argument 1 must be str, not %s", args[0].Type().Name)
	}
	if level, ok := opt(args, 4, py.Int(0)).(py.Int); !ok || level != 0 {
		return nil, py.ExceptionNewf(py.ImportError, "relative imports are not supported")
	}
	m, err := c.importModule(string(name))
	if err != nil {
		return nil, err
	}
	if from, _ := opt(args, 3, py.None).(py.Tuple); len(from) == 0 {
		// import a.b binds a.
		if top, _, dotted := strings.Cut(string(name), "."); dotted {
			return c.importModule(top)
		}
	}
	return m, nil
}

// exec runs a program's top level in globals.
func (c *Context) exec(p *Program, globals py.StringDict) (py.Object, error) {
	c.programs[p.filename] = p
	c.noteAttrs(p.attrs)
	code := c.instantiate(p.code, globals)
	return c.protect(func() (py.Object, error) {
		return vm.EvalCode(c.Py(), code, globals, globals, nil, nil, nil, nil, nil)
	})
}

// protect runs fn as one entry: under the budget, with panics recovered. The
// error is an *Error.
func (c *Context) protect(fn func() (py.Object, error)) (res py.Object, err error) {
	if c.closed {
		return nil, errClosed
	}
	level := c.guard.level
	c.guard.enter()
	defer func() {
		if r := recover(); r != nil {
			res, err = nil, c.toError(r, true, nil)
		}
		c.guard.level = level
	}()
	res, err = fn()
	return res, c.finish(err, nil)
}

// finish turns the outcome of an entry into an *Error or nil.
func (c *Context) finish(err error, top *py.Frame) error {
	if err == nil {
		if c.guard.dead == nil {
			return nil
		}
		// The script swallowed the exhaustion of its budget and returned.
		err = c.guard.dead
	}
	return c.toError(err, false, top)
}

var errClosed = &Error{Kind: KindInternal, Type: "RuntimeError", Msg: "the script context is closed"}

// Call calls any callable. Use a [Func] for what is called often.
func (c *Context) Call(callable py.Object, args ...py.Object) (py.Object, error) {
	return c.protect(func() (py.Object, error) { return py.Call(callable, args, nil) })
}

// CallKw is Call with keyword arguments.
func (c *Context) CallKw(callable py.Object, args py.Tuple, kwargs py.StringDict) (py.Object, error) {
	return c.protect(func() (py.Object, error) { return py.Call(callable, args, kwargs) })
}

// GetAttr returns an attribute; it may run the script's code (properties,
// __getattr__). A missing attribute is an [*Error] of type AttributeError.
func (c *Context) GetAttr(o py.Object, name string) (py.Object, error) {
	return c.protect(func() (py.Object, error) { return py.GetAttrString(o, name) })
}

// SetAttr sets an attribute.
func (c *Context) SetAttr(o py.Object, name string, v py.Object) error {
	_, err := c.protect(func() (py.Object, error) { return py.SetAttrString(o, name, v) })
	return err
}

// Str is Python's str(o) and Repr its repr(o), with the depth of containers
// bounded and the script's own __str__ and __repr__ run under the budget.
func (c *Context) Str(o py.Object) (string, error) { return c.text(o, (*renderer).str) }

// Repr is Python's repr(o).
func (c *Context) Repr(o py.Object) (string, error) { return c.text(o, (*renderer).repr) }

func (c *Context) text(o py.Object, f func(*renderer, py.Object) error) (string, error) {
	var s string
	_, err := c.protect(func() (py.Object, error) {
		var err error
		s, err = render(o, f)
		return py.None, err
	})
	return s, err
}

// pyContext is the context as gpython sees it. gpython's own would compile
// imported files and exec() without the guard.
type pyContext Context

func (p *pyContext) ctx() *Context { return (*Context)(p) }

// ResolveAndCompile is gpython's way to files, which importModule does not take.
func (p *pyContext) ResolveAndCompile(pathname string, _ py.CompileOpts) (py.CompileOut, error) {
	return py.CompileOut{}, noModule(strings.ReplaceAll(pathname, "/", "."))
}

func noModule(name string) *py.Exception {
	return py.ExceptionNewf(py.ImportError, "No module named '%s'", name)
}

// ModuleInit is gpython's way to its own modules; importModule decides.
func (p *pyContext) ModuleInit(impl *py.ModuleImpl) (*py.Module, error) {
	return p.ctx().importModule(impl.Info.Name)
}

// RunCode runs class bodies, and what exec() and eval() compiled.
func (p *pyContext) RunCode(code *py.Code, globals, locals py.StringDict, closure py.Tuple) (py.Object, error) {
	if code.Flags&flagInstrumented == 0 {
		attrs := map[string]struct{}{}
		cp, err := instrument(code, true, attrs)
		if err != nil {
			return nil, py.ExceptionNewf(py.SystemError, "%v", err)
		}
		for name := range attrs {
			p.ctx().noteAttrs([]string{name})
		}
		code = p.ctx().instantiate(cp, globals)
	}
	return vm.EvalCode(p, code, globals, locals, nil, nil, nil, nil, closure)
}

// GetModule returns a loaded module, or loads it.
func (p *pyContext) GetModule(name string) (*py.Module, error) { return p.ctx().importModule(name) }

// Store gives gpython access to the builtins.
func (p *pyContext) Store() *py.ModuleStore { return p.store }

// Close does nothing: the Context decides.
func (p *pyContext) Close() error { return nil }

// Done never signals.
func (p *pyContext) Done() <-chan struct{} { return nil }

// loadModule makes an instance of m in this context.
func (c *Context) loadModule(m *Module) (*py.Module, error) {
	mod := &py.Module{ModuleImpl: &py.ModuleImpl{}, Context: c.Py(), Globals: make(py.StringDict, len(m.Globals)+len(m.Methods)+8)}
	maps.Copy(mod.Globals, m.Globals)
	for _, meth := range m.Methods {
		live := *meth
		live.Module = mod
		mod.Globals[meth.Name] = &live
	}
	mod.Globals["__name__"] = py.String(m.Name)
	mod.Globals["__doc__"] = py.String(m.Doc)
	mod.Globals["__package__"] = py.None
	// Registered first, so that modules may import each other.
	c.modules[m.Name] = mod
	for _, p := range m.Prelude {
		if err := c.nested(p, mod.Globals); err != nil {
			delete(c.modules, m.Name)
			return nil, err
		}
	}
	if m.Init != nil {
		if err := m.Init(c, mod); err != nil {
			delete(c.modules, m.Name)
			return nil, err
		}
	}
	return mod, nil
}

// nested runs a program within the entry in progress; errors stay gpython's.
func (c *Context) nested(p *Program, globals py.StringDict) error {
	c.programs[p.filename] = p
	c.noteAttrs(p.attrs)
	_, err := vm.EvalCode(c.Py(), c.instantiate(p.code, globals), globals, globals, nil, nil, nil, nil, nil)
	return err
}

func (c *Context) noteAttrs(names []string) {
	if c.attrs == nil {
		c.attrs = make(map[string]struct{}, len(names))
	}
	for _, n := range names {
		c.attrs[n] = struct{}{}
	}
}

// importHook finds neighbouring files by Options.Import.
func (c *Context) importHook(name string) (*py.Module, error) {
	if c.opts.Import == nil {
		return nil, noModule(name)
	}
	p, err := c.opts.Import(name)
	if err != nil {
		if e, ok := err.(*Error); ok {
			return nil, syntaxException(e)
		}
		return nil, py.ExceptionNewf(py.ImportError, "cannot import '%s': %v", name, err)
	}
	if p == nil {
		return nil, noModule(name)
	}
	mod := &py.Module{ModuleImpl: &py.ModuleImpl{}, Context: c.Py(), Globals: py.StringDict{
		"__name__": py.String(name), "__doc__": py.None, "__package__": py.None, "__file__": py.String(p.filename),
	}}
	c.modules[name] = mod
	if err := c.nested(p, mod.Globals); err != nil {
		delete(c.modules, name)
		return nil, err
	}
	return mod, nil
}

// syntaxException makes an exception of a syntax error in an imported file.
func syntaxException(e *Error) *py.Exception {
	exc := py.ExceptionNewf(py.SyntaxError, "%s", e.Error())
	return exc
}

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

var streamType = py.NewType("stream", "output of the script")

// Type implements py.Object.
func (*stream) Type() *py.Type { return streamType }

// M__repr__ implements repr().
func (s *stream) M__repr__() (py.Object, error) {
	return py.String(fmt.Sprintf("<stream %s>", s.name)), nil
}

func init() {
	streamType.Dict["write"] = py.MustNewMethod("write", func(self, arg py.Object) (py.Object, error) {
		text, ok := arg.(py.String)
		if !ok {
			return nil, py.ExceptionNewf(py.TypeError, "write() argument must be str, not %s", arg.Type().Name)
		}
		self.(*stream).write(string(text))
		return py.Int(len([]rune(string(text)))), nil
	}, 0, "write(text) -> number of characters")
	streamType.Dict["flush"] = py.MustNewMethod("flush", func(self py.Object) (py.Object, error) {
		self.(*stream).flush()
		return py.None, nil
	}, 0, "flush()")
}
