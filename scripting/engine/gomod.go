package engine

import (
	"github.com/go-python/gpython/py"
)

// Helpers for the modules that are written in Go (mod_*.go).
//
// An object that has operators, or a class that scripts may derive from, is an
// [Instance] of a built-in class whose base is the Go value: so it is asked by its
// class, as instances of a script's classes are. A plain object is a Go type that
// knows its class.

// goModule is a module under construction.
type goModule struct{ *Module }

// newGoModule declares a module of the engine.
func newGoModule(name, doc string) goModule {
	m := goModule{&Module{Name: name, Doc: doc, Globals: py.StringDict{}}}
	register(m.Module)
	return m
}

// fn adds a function; see newBuiltin.
func (m goModule) fn(name, params string, f nativeFn) {
	m.Globals[name] = newBuiltin(name, params, f)
}

// rawFn adds a function that takes its arguments as they come.
func (m goModule) rawFn(name string, f rawFn) {
	m.Globals[name] = &Builtin{name: name, raw: f, hi: -1, named: true}
}

// set adds a value.
func (m goModule) set(name string, v py.Object) { m.Globals[name] = v }

// class adds classes.
func (m goModule) class(list ...*Class) {
	for _, k := range list {
		m.Globals[k.qualname] = k
	}
}

// declareIn makes a class of a module.
func declareIn(module, name string, base *Class) *Class {
	k := declare(name, base, nil)
	k.module = py.String(module)
	if !base.IsSubclass(baseException) {
		// So it is called in messages.
		k.name = module + "." + name
		k.py.Name = k.name
	}
	return k
}

// declareFinalIn makes a class of a module that cannot be derived from.
func declareFinalIn(module, name string) *Class {
	k := declareIn(module, name, objectClass)
	k.final = true
	return k
}

// declareIterIn makes a class of iterators of a module.
func declareIterIn(module, name string) *Class {
	k := declareIn(module, name, objectClass)
	iterMethods(k)
	return k
}

// newHosted makes an instance of a class of Go, or of one derived from it, around a
// Go value.
func newHosted(k *Class, v py.Object) *Instance {
	o := newInstance(k)
	o.base = v
	return o
}

// libState is what the modules of the engine keep per context.
type libState struct {
	// sysModules is sys.modules, nil until sys is imported.
	sysModules *Dict
	lib        map[string]any
}

// keep returns what a module keeps for a context under a name, made by the first
// call.
func keep[T any](c *Context, name string, make func() T) T {
	if v, ok := c.lib[name].(T); ok {
		return v
	}
	if c.lib == nil {
		c.lib = map[string]any{}
	}
	v := make()
	c.lib[name] = v
	return v
}

// optIndex is an integer argument that may be missing.
func (c *Context) optIndex(o py.Object, def int) (int, error) {
	if o == nil {
		return def, nil
	}
	return c.index(o)
}

// optTruth is a truth that may be missing.
func (c *Context) optTruth(o py.Object, def bool) (bool, error) {
	if o == nil {
		return def, nil
	}
	return c.truth(o)
}

// work counts the steps of Go code that handles n bytes at once.
func (c *Context) work(n int) error { return c.steps(n >> 10) }

// wrongCall is the error of a constructor that takes no keyword arguments.
func noKeywords(name string, kw []string) error {
	if len(kw) > 0 {
		return raise(typeError, "%s() takes no keyword arguments", name)
	}
	return nil
}
