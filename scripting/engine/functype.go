package engine

import "github.com/go-python/gpython/py"

// codeObject is __code__ of a function.
type codeObject struct{ k *code }

// Type implements py.Object.
func (*codeObject) Type() *py.Type { return codeClass.py }

func (*codeObject) class() *Class { return codeClass }

// frameObject is what a traceback knows of a frame.
type frameObject struct {
	code *code
	line int
	f    *frame // of a generator
	// back are the calls that it came from, the innermost first, where they are
	// known.
	back []traceEntry
}

// Type implements py.Object.
func (*frameObject) Type() *py.Type { return frameClass.py }

func (*frameObject) class() *Class { return frameClass }

// traceObject is one call of a traceback.
type traceObject struct {
	entries []traceEntry // the outermost first
}

// Type implements py.Object.
func (*traceObject) Type() *py.Type { return tracebackClass.py }

func (*traceObject) class() *Class { return tracebackClass }

func (e *Exc) traceback() py.Object {
	if len(e.trace) == 0 {
		return py.None
	}
	if e.shown != nil && len(e.shown.entries) == len(e.trace) {
		return e.shown
	}
	t := &traceObject{entries: make([]traceEntry, len(e.trace))}
	for i, x := range e.trace {
		t.entries[len(e.trace)-1-i] = x
	}
	e.shown = t
	return t
}

func init() {
	k := functionClass
	fn := func(o py.Object) *ScriptFunc { return o.(*ScriptFunc) }
	text := func(get func(f *ScriptFunc) *string) (func(*Context, py.Object) (py.Object, error), func(*Context, py.Object, py.Object) error) {
		return func(_ *Context, o py.Object) (py.Object, error) { return py.String(*get(fn(o))), nil },
			func(_ *Context, o, v py.Object) error {
				s, ok := textOf(v)
				if !ok {
					return raise(typeError, "__name__ must be set to a string object")
				}
				*get(fn(o)) = s
				return nil
			}
	}
	get, set := text(func(f *ScriptFunc) *string { return &f.name })
	k.getter("__name__", get, set)
	get, set = text(func(f *ScriptFunc) *string { return &f.qualname })
	k.getter("__qualname__", get, set)
	k.getter("__doc__", func(_ *Context, o py.Object) (py.Object, error) { return or(fn(o).doc, py.None), nil }, func(_ *Context, o, v py.Object) error {
		fn(o).doc = v
		return nil
	})
	k.getter("__module__", func(_ *Context, o py.Object) (py.Object, error) { return or(fn(o).module, py.None), nil }, func(_ *Context, o, v py.Object) error {
		fn(o).module = v
		return nil
	})
	k.getter("__dict__", func(_ *Context, o py.Object) (py.Object, error) {
		if fn(o).attrs == nil {
			fn(o).attrs = &Dict{}
		}
		return fn(o).attrs, nil
	}, func(_ *Context, o, v py.Object) error {
		d, ok := v.(*Dict)
		if !ok {
			return raise(typeError, "__dict__ must be set to a dictionary, not a '%s'", classOf(v).name)
		}
		fn(o).attrs = d
		return nil
	})
	k.getter("__defaults__", func(_ *Context, o py.Object) (py.Object, error) {
		if len(fn(o).defaults) == 0 {
			return py.None, nil
		}
		return py.Tuple(append([]py.Object(nil), fn(o).defaults...)), nil
	}, func(_ *Context, o, v py.Object) error {
		fn(o).defaults = nil
		if t, ok := v.(py.Tuple); ok {
			fn(o).defaults = append([]py.Object(nil), t...)
		}
		return nil
	})
	kwdef := func(_ *Context, o, v py.Object) error {
		f := fn(o)
		f.kwdef = make([]py.Object, f.code.nkw)
		if d, ok := v.(*Dict); ok {
			for i := range f.kwdef {
				f.kwdef[i] = d.GetString(f.code.params[f.code.npos+i])
			}
		}
		return nil
	}
	k.getter("__kwdefaults__", func(_ *Context, o py.Object) (py.Object, error) {
		f := fn(o)
		d := &Dict{}
		for i, v := range f.kwdef {
			if v != nil {
				d.SetString(f.code.params[f.code.npos+i], v)
			}
		}
		if d.n == 0 {
			return py.None, nil
		}
		return d, nil
	}, kwdef)
	k.getter("__annotations__", func(_ *Context, o py.Object) (py.Object, error) {
		if fn(o).annots == nil {
			fn(o).annots = &Dict{}
		}
		return fn(o).annots, nil
	}, func(_ *Context, o, v py.Object) error {
		d, _ := v.(*Dict)
		fn(o).annots = d
		return nil
	})
	k.getter("__globals__", func(_ *Context, o py.Object) (py.Object, error) { return fn(o).globals, nil })
	k.getter("__code__", func(_ *Context, o py.Object) (py.Object, error) { return &codeObject{fn(o).code}, nil }, func(_ *Context, o, v py.Object) error {
		return raise(attributeError, "__code__ cannot be replaced")
	})
	k.getter("__closure__", func(_ *Context, o py.Object) (py.Object, error) {
		if len(fn(o).closure) == 0 {
			return py.None, nil
		}
		t := py.Tuple{}
		for _, cl := range fn(o).closure {
			t = append(t, cl)
		}
		return t, nil
	})
	k.method("__get__", "instance owner? /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		if a[0] == py.Object(py.None) {
			return o, nil
		}
		return &bound{o, a[0]}, nil
	})
	for _, callables := range [...]*Class{k, methodClass, builtinClass, methodDescrClass, wrapperClass, builtinMethodClass, methodWrapperClass} {
		callables.rawMethod("__call__", func(c *Context, o py.Object, args []py.Object, kw []string) (py.Object, error) {
			return c.call(o, args, kw)
		})
	}
	k.make = func(c *Context, _ *Class, args []py.Object, kw []string) (py.Object, error) {
		return c.newFunction(args, kw)
	}
	cellClass.getter("cell_contents", func(_ *Context, o py.Object) (py.Object, error) {
		if cl, ok := o.(*cell); ok && cl.v != nil {
			return cl.v, nil
		}
		return nil, raise(valueError, "Cell is empty")
	})

	b := func(o py.Object) *bound { return o.(*bound) }
	for _, m := range [...]*Class{methodClass, builtinMethodClass, methodWrapperClass} {
		m.getter("__self__", func(_ *Context, o py.Object) (py.Object, error) { return b(o).self, nil })
		m.getter("__func__", func(_ *Context, o py.Object) (py.Object, error) { return b(o).fn, nil })
		m.getter("__name__", func(c *Context, o py.Object) (py.Object, error) { return c.getInner(b(o).fn, "__name__") })
		m.getter("__qualname__", func(c *Context, o py.Object) (py.Object, error) { return c.getInner(b(o).fn, "__qualname__") })
		m.getter("__module__", func(c *Context, o py.Object) (py.Object, error) { return c.getInner(b(o).fn, "__module__") })
		m.getter("__doc__", func(c *Context, o py.Object) (py.Object, error) { return c.getInner(b(o).fn, "__doc__") })
	}
	m := methodClass
	m.make = func(_ *Context, _ *Class, args []py.Object, _ []string) (py.Object, error) {
		if len(args) != 2 {
			return nil, raise(typeError, "method expected 2 arguments, got %d", len(args))
		}
		if !callable(args[0]) {
			return nil, raise(typeError, "first argument must be callable")
		}
		if args[1] == py.Object(py.None) {
			return nil, raise(typeError, "instance must not be None")
		}
		return &bound{args[0], args[1]}, nil
	}
	for _, n := range [...]*Class{builtinClass, methodDescrClass, wrapperClass, classMethodDescrClass} {
		n.getter("__name__", func(_ *Context, o py.Object) (py.Object, error) { return py.String(o.(*Builtin).name), nil })
		n.getter("__qualname__", func(_ *Context, o py.Object) (py.Object, error) { return py.String(o.(*Builtin).qualified()), nil })
		n.getter("__doc__", func(_ *Context, o py.Object) (py.Object, error) {
			if d := o.(*Builtin).doc; d != "" {
				return py.String(d), nil
			}
			return py.None, nil
		})
		n.getter("__self__", func(_ *Context, o py.Object) (py.Object, error) { return py.None, nil })
	}

	cd := codeClass
	for name, get := range map[string]func(k *code) py.Object{
		"co_name":            func(k *code) py.Object { return py.String(k.name) },
		"co_qualname":        func(k *code) py.Object { return py.String(k.qualname) },
		"co_filename":        func(k *code) py.Object { return py.String(k.prog.filename) },
		"co_firstlineno":     func(k *code) py.Object { return py.Int(k.line) },
		"co_argcount":        func(k *code) py.Object { return py.Int(k.npos) },
		"co_posonlyargcount": func(k *code) py.Object { return py.Int(k.posOnly) },
		"co_kwonlyargcount":  func(k *code) py.Object { return py.Int(k.nkw) },
		"co_varnames": func(k *code) py.Object {
			if k.build != nil {
				k.build()
			}
			t := py.Tuple{}
			for _, n := range k.params {
				t = append(t, py.String(n))
			}
			for _, n := range k.names[min(len(k.params), len(k.names)):] {
				if n != "" {
					t = append(t, py.String(n))
				}
			}
			return t
		},
		"co_nlocals": func(k *code) py.Object {
			if k.build != nil {
				k.build()
			}
			n := 0
			for _, name := range k.names {
				if name != "" {
					n++
				}
			}
			return py.Int(n)
		},
		"co_cellvars": func(k *code) py.Object {
			t := py.Tuple{}
			for _, n := range k.cellName {
				if n != "" {
					t = append(t, py.String(n))
				}
			}
			return t
		},
		"co_freevars": func(k *code) py.Object {
			t := py.Tuple{}
			for _, n := range k.freeName {
				t = append(t, py.String(n))
			}
			return t
		},
		"co_flags": func(k *code) py.Object {
			n := 3
			if k.varargs {
				n |= 4
			}
			if k.kwargs {
				n |= 8
			}
			if k.generator {
				n |= 32
			}
			return py.Int(n)
		},
	} {
		cd.getter(name, func(_ *Context, o py.Object) (py.Object, error) { return get(o.(*codeObject).k), nil })
	}
	fr := frameClass
	fr.getter("f_lineno", func(_ *Context, o py.Object) (py.Object, error) { return py.Int(o.(*frameObject).line), nil })
	fr.getter("f_locals", func(_ *Context, o py.Object) (py.Object, error) {
		if f := o.(*frameObject).f; f != nil {
			return f.locals_(), nil
		}
		return &Dict{}, nil
	})
	fr.getter("f_code", func(_ *Context, o py.Object) (py.Object, error) { return &codeObject{o.(*frameObject).code}, nil })
	fr.getter("f_globals", func(_ *Context, o py.Object) (py.Object, error) {
		if g := o.(*frameObject).code.globals; g != nil {
			return g, nil
		}
		return &Dict{}, nil
	})
	fr.getter("f_builtins", func(c *Context, _ py.Object) (py.Object, error) { return c.builtins, nil })
	tb := tracebackClass
	tb.getter("tb_lineno", func(_ *Context, o py.Object) (py.Object, error) { return py.Int(o.(*traceObject).entries[0].line), nil })
	tb.getter("tb_frame", func(_ *Context, o py.Object) (py.Object, error) {
		e := o.(*traceObject).entries[0]
		return &frameObject{code: e.code, line: e.line}, nil
	})
	tb.getter("tb_next", func(_ *Context, o py.Object) (py.Object, error) {
		if t := o.(*traceObject); len(t.entries) > 1 {
			return &traceObject{t.entries[1:]}, nil
		}
		return py.None, nil
	})

	classMethodClass.make = func(_ *Context, _ *Class, args []py.Object, _ []string) (py.Object, error) {
		if len(args) != 1 {
			return nil, raise(typeError, "classmethod expected 1 argument, got %d", len(args))
		}
		return &classMethod{args[0]}, nil
	}
	staticMethodClass.make = func(_ *Context, _ *Class, args []py.Object, _ []string) (py.Object, error) {
		if len(args) != 1 {
			return nil, raise(typeError, "staticmethod expected 1 argument, got %d", len(args))
		}
		return &staticMethod{args[0]}, nil
	}
	for _, name := range [...]string{"__name__", "__qualname__", "__doc__", "__isabstractmethod__", "__wrapped__"} {
		inner := func(c *Context, o py.Object) (py.Object, error) {
			fn := py.Object(nil)
			switch x := o.(type) {
			case *classMethod:
				fn = x.fn
			case *staticMethod:
				fn = x.fn
			}
			if name == "__wrapped__" {
				return fn, nil
			}
			return c.getInner(fn, name)
		}
		classMethodClass.getter(name, inner)
		staticMethodClass.getter(name, inner)
	}
	for _, w := range [...]*Class{classMethodClass, staticMethodClass} {
		w.getter("__func__", func(c *Context, o py.Object) (py.Object, error) {
			if x, ok := o.(*classMethod); ok {
				return x.fn, nil
			}
			return o.(*staticMethod).fn, nil
		})
		w.method("__get__", "instance owner? /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
			owner := asClass(or(a[1], py.None))
			if owner == nil {
				owner = classOf(a[0])
			}
			return c.bind(o, a[0], owner)
		})
	}
	p := propertyClass
	p.make = func(c *Context, _ *Class, args []py.Object, kw []string) (py.Object, error) {
		a, err := c.fill(propertyParams, args, kw)
		if err != nil {
			return nil, err
		}
		x := &property{get: a[0], set: a[1], del: a[2], doc: a[3]}
		x.describe()
		return x, nil
	}
	prop := func(o py.Object) *property { return o.(*property) }
	for name, with := range map[string]func(p *property, fn py.Object){
		"getter":  func(p *property, fn py.Object) { p.get = fn },
		"setter":  func(p *property, fn py.Object) { p.set = fn },
		"deleter": func(p *property, fn py.Object) { p.del = fn },
	} {
		p.method(name, "function /", func(_ *Context, o py.Object, a []py.Object) (py.Object, error) {
			cp := *prop(o)
			with(&cp, a[0])
			cp.describe()
			return &cp, nil
		})
	}
	p.method("__get__", "instance owner? /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		if a[0] == py.Object(py.None) {
			return o, nil
		}
		return c.bind(o, a[0], classOf(a[0]))
	})
	p.method("__set__", "instance value /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		return py.None, c.setProperty(prop(o), a[0], a[1])
	})
	for name, get := range map[string]func(p *property) py.Object{
		"fget": func(p *property) py.Object { return p.get }, "fset": func(p *property) py.Object { return p.set },
		"fdel": func(p *property) py.Object { return p.del }, "__doc__": func(p *property) py.Object { return p.doc },
	} {
		p.getter(name, func(_ *Context, o py.Object) (py.Object, error) { return or(get(prop(o)), py.None), nil })
	}
	p.getter("__isabstractmethod__", func(c *Context, o py.Object) (py.Object, error) {
		for _, fn := range [...]py.Object{prop(o).get, prop(o).set, prop(o).del} {
			if !missing(fn) {
				if v, err := c.getInner(fn, "__isabstractmethod__"); err == nil {
					if ok, _ := c.truth(v); ok {
						return py.True, nil
					}
				}
			}
		}
		return py.False, nil
	})
}

var functionParams = newBuiltin("function", "code globals name? argdefs? closure?", nil)

// newFunction is FunctionType(code, globals, name, argdefs, closure). The names of
// a code are resolved already, so globals can only be its own.
func (c *Context) newFunction(args []py.Object, kw []string) (py.Object, error) {
	a, err := c.fill(functionParams, args, kw)
	if err != nil {
		return nil, err
	}
	co, ok := a[0].(*codeObject)
	if !ok {
		return nil, raise(typeError, "function() argument 'code' must be code, not %s", classOf(a[0]).name)
	}
	globals, ok := base(a[1]).(*Dict)
	if !ok {
		return nil, raise(typeError, "function() argument 'globals' must be dict, not %s", classOf(a[1]).name)
	}
	k := co.k
	if globals != k.globals {
		return nil, raise(valueError, "a function cannot be made with other globals than those of its code")
	}
	f := &ScriptFunc{code: k, globals: globals, name: k.name, qualname: k.qualname, doc: k.doc, module: or(globals.GetString("__name__"), py.None)}
	if !missing(a[2]) {
		if f.name, ok = textOf(a[2]); !ok {
			return nil, raise(typeError, "arg 3 (name) must be None or string")
		}
		f.qualname = f.name
	}
	if !missing(a[3]) {
		t, ok := base(a[3]).(py.Tuple)
		if !ok {
			return nil, raise(typeError, "arg 4 (defaults) must be None or tuple")
		}
		if len(t) > k.npos {
			t = t[len(t)-k.npos:]
		}
		f.defaults = append([]py.Object(nil), t...)
	}
	var cells py.Tuple
	if !missing(a[4]) {
		if cells, ok = base(a[4]).(py.Tuple); !ok {
			return nil, raise(typeError, "arg 5 (closure) must be None or tuple")
		}
	}
	if len(cells) != len(k.freeName) {
		return nil, raise(valueError, "%s requires closure of length %d, not %d", k.name, len(k.freeName), len(cells))
	}
	for _, o := range cells {
		cl, ok := o.(*cell)
		if !ok {
			return nil, raise(typeError, "arg 5 (closure) expected cell, found %s", classOf(o).name)
		}
		f.closure = append(f.closure, cl)
	}
	return f, nil
}

var propertyParams = newBuiltin("property", "fget? fset? fdel? doc?", nil)

func (p *property) describe() {
	if f, ok := p.get.(*ScriptFunc); ok {
		p.name = f.name
		if missing(p.doc) {
			p.doc = f.doc
		}
	}
}
