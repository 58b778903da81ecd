package engine

import (
	"strings"

	"github.com/go-python/gpython/py"
	_ "github.com/go-python/gpython/stdlib" // registers the modules of stockModules
)

// Module is a module made by Go: values and functions, and classes from preludes
// in Python. It is only read, so contexts may share one.
type Module struct {
	Name, Doc string
	// Globals are the module's values. The map is copied per context; the values
	// are shared.
	Globals py.StringDict
	// Methods are the module's functions.
	Methods []*py.Method
	// Prelude runs in the module when it is first imported in a context. It sees
	// Globals and Methods as its own globals.
	Prelude []*Program
	// Init runs after Prelude, for members that belong to one context.
	Init func(c *Context, m *ModuleObject) error
}

// ownModules are the modules that the engine provides, by name. They are built at
// package initialisation and only read afterwards.
var ownModules = map[string]*Module{}

func register(m *Module) { ownModules[m.Name] = m }

// ModuleObject is a module that a context has loaded.
type ModuleObject struct {
	globals *Dict
	c       *Context
	builtin bool
}

// Type implements py.Object.
func (*ModuleObject) Type() *py.Type { return moduleClass.py }

func (*ModuleObject) class() *Class { return moduleClass }

// Get returns a global name of the module, or nil.
func (m *ModuleObject) Get(name string) py.Object { return m.globals.GetString(name) }

// Set sets a global name of the module.
func (m *ModuleObject) Set(name string, v py.Object) { m.globals.SetString(name, v) }

// Names returns the global names of the module, in order.
func (m *ModuleObject) Names() []string {
	names := make([]string, 0, m.globals.Len())
	m.globals.Each(func(k, _ py.Object) bool {
		if s, ok := k.(py.String); ok {
			names = append(names, string(s))
		}
		return true
	})
	return names
}

func (m *ModuleObject) name() string {
	if s, ok := m.globals.GetString("__name__").(py.String); ok {
		return string(s)
	}
	return "?"
}

func (m *ModuleObject) place() string {
	if f, ok := textOf(or(m.globals.GetString("__file__"), py.None)); ok {
		return f
	}
	return "unknown location"
}

// String is repr(module).
func (m *ModuleObject) String() string {
	if f, ok := textOf(or(m.globals.GetString("__file__"), py.None)); ok {
		return "<module '" + m.name() + "' from '" + f + "'>"
	}
	return "<module '" + m.name() + "' (built-in)>"
}

func (m *ModuleObject) attr(c *Context, name string) (py.Object, error) {
	if v := m.globals.GetString(name); v != nil {
		return v, nil
	}
	switch name {
	case "__dict__":
		return m.globals, nil
	case "__class__":
		return moduleClass, nil
	}
	if get := m.globals.GetString("__getattr__"); get != nil {
		return c.call1(get, py.String(name))
	}
	if fn := moduleClass.lookup(name); fn != nil && isDunder(name) {
		return c.bind(fn, m, moduleClass)
	}
	return nil, c.noAttr(m, name)
}

func (m *ModuleObject) setattr(c *Context, name string, v py.Object) error {
	if v == nil {
		if !m.globals.DelString(name) {
			return c.noAttr(m, name)
		}
		return nil
	}
	m.globals.SetString(name, v)
	return nil
}

// stockModules are the modules of gpython that a script may import.
var stockModules = map[string]bool{"array": true}

func newModule(c *Context, name string, doc py.Object) *ModuleObject {
	m := &ModuleObject{globals: &Dict{}, c: c}
	m.globals.SetString("__name__", py.String(name))
	m.globals.SetString("__doc__", doc)
	m.globals.SetString("__package__", py.None)
	return m
}

// importModule finds a module: loaded already, of the options, of the engine, or
// a neighbouring file.
func (c *Context) importModule(name string) (*ModuleObject, error) {
	if m, err := c.loaded(name); m != nil || err != nil {
		return m, err
	}
	return c.findModule(name)
}

// importNamed is the import statement: "import a.b" gives a, unless it is given
// a name.
func (c *Context) importNamed(name string, whole bool) (py.Object, error) {
	m, err := c.importModule(name)
	if err != nil {
		return nil, err
	}
	top, _, dotted := strings.Cut(name, ".")
	if !dotted || whole {
		return m, nil
	}
	t, err := c.importModule(top)
	if err != nil {
		return nil, err
	}
	// a.b is an attribute of a.
	at := t
	parts := strings.Split(name, ".")
	for i := 1; i < len(parts); i++ {
		sub, err := c.importModule(strings.Join(parts[:i+1], "."))
		if err != nil {
			return nil, err
		}
		at.globals.SetString(parts[i], sub)
		at = sub
	}
	return t, nil
}

// builtinImport is __import__(name, globals, locals, fromlist, level).
func (c *Context) builtinImport(_ *Context, _ py.Object, args []py.Object, kw []string) (py.Object, error) {
	a, err := c.fill(importParams, args, kw)
	if err != nil {
		return nil, err
	}
	name, ok := textOf(a[0])
	if !ok {
		return nil, raise(typeError, "__import__() argument 1 must be str, not %s", classOf(a[0]).name)
	}
	if a[4] != nil && a[4] != py.Object(py.Int(0)) {
		return nil, raise(importError, "attempted relative import with no known parent package")
	}
	from := false
	if a[3] != nil {
		if from, err = c.truth(a[3]); err != nil {
			return nil, err
		}
	}
	return c.importNamed(name, from)
}

var importParams = newBuiltin("__import__", "name globals? locals? fromlist? level?", nil)

func cutLast(name string) (parent, last string, ok bool) {
	i := strings.LastIndexByte(name, '.')
	if i < 0 {
		return "", name, false
	}
	return name[:i], name[i+1:], true
}

// loadModule makes an instance of m in this context.
func (c *Context) loadModule(m *Module) (*ModuleObject, error) {
	mod := newModule(c, m.Name, py.String(m.Doc))
	mod.builtin = true
	for name, v := range m.Globals {
		if t, ok := v.(*py.Type); ok {
			v = foreignClass(t)
		}
		mod.globals.SetString(name, v)
	}
	for _, meth := range m.Methods {
		mod.globals.SetString(meth.Name, meth)
	}
	// Registered first, so that modules may import each other.
	c.addModule(m.Name, mod)
	for _, p := range m.Prelude {
		c.programs[p.filename] = p
		if _, err := c.runProgram(p, mod.globals, nil); err != nil {
			c.dropModule(m.Name)
			return nil, err
		}
	}
	if m.Init != nil {
		if err := m.Init(c, mod); err != nil {
			c.dropModule(m.Name)
			return nil, err
		}
	}
	return mod, nil
}

// importHook finds neighbouring files by Options.Import.
func (c *Context) importHook(name string) (*ModuleObject, error) {
	if c.opts.Import == nil {
		top, _, _ := strings.Cut(name, ".")
		return nil, noModule(top)
	}
	p, err := c.opts.Import(name)
	if parent, _, dotted := cutLast(name); p == nil && err == nil && dotted {
		if _, err := c.importModule(parent); err != nil {
			return nil, err
		}
		e := raise(moduleNotFound, "No module named '%s'; '%s' is not a package", name, parent)
		e.setAttr("name", py.String(name))
		return nil, e
	}
	if err != nil {
		if e, ok := err.(*Error); ok {
			return nil, raise(syntaxErrorClass, "%s", e.Error())
		}
		return nil, raise(importError, "cannot import '%s': %v", name, err)
	}
	if p == nil {
		return nil, noModule(name)
	}
	mod := newModule(c, name, py.None)
	mod.globals.SetString("__file__", py.String(p.filename))
	c.addModule(name, mod)
	c.programs[p.filename] = p
	if _, err := c.runProgram(p, mod.globals, nil); err != nil {
		c.dropModule(name)
		return nil, err
	}
	return mod, nil
}

func init() {
	k := moduleClass
	k.make = func(c *Context, _ *Class, args []py.Object, _ []string) (py.Object, error) {
		if len(args) == 0 {
			return nil, raise(typeError, "module() missing required argument 'name' (pos 1)")
		}
		name, ok := textOf(args[0])
		if !ok {
			return nil, raise(typeError, "module() argument 1 must be str, not %s", classOf(args[0]).name)
		}
		doc := py.Object(py.None)
		if len(args) > 1 {
			doc = args[1]
		}
		return newModule(c, name, doc), nil
	}
}
