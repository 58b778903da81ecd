package engine

import "github.com/go-python/gpython/py"

func init() {
	k := baseException
	for _, e := range builtinClasses {
		if e.IsSubclass(baseException) {
			e.make, e.init = newExc, initExc
		}
	}
	newMethod(k)
	k.rawMethod("__init__", func(c *Context, o py.Object, args []py.Object, kw []string) (py.Object, error) {
		return py.None, initExc(c, o, args, kw)
	})
	exc := func(o py.Object) *Exc { return o.(*Exc) }
	k.method("__str__", "", func(c *Context, o py.Object, _ []py.Object) (py.Object, error) {
		e := exc(o)
		if len(e.args) == 1 && e.os == nil && !e.cls.IsSubclass(keyError) {
			s, err := c.str(e.args[0])
			return py.String(s), err
		}
		return py.String(excMessage(e)), nil
	})
	k.method("__repr__", "", func(c *Context, o py.Object, _ []py.Object) (py.Object, error) {
		r := &renderer{c: c}
		r.b.WriteString(exc(o).cls.name)
		err := r.items(o, "(", exc(o).args, ")", false)
		return py.String(r.b.String()), err
	})
	k.getter("args", func(_ *Context, o py.Object) (py.Object, error) {
		if exc(o).args == nil {
			return emptyTuple, nil
		}
		return exc(o).args, nil
	}, func(c *Context, o, v py.Object) error {
		items, err := c.list(v)
		exc(o).args = items
		return err
	})
	k.getter("__cause__", func(_ *Context, o py.Object) (py.Object, error) { return or(exc(o).cause, py.None), nil }, func(c *Context, o, v py.Object) error {
		if _, ok := or(v, py.None).(*Exc); !ok && v != py.Object(py.None) {
			return raise(typeError, "exception cause must be None or derive from BaseException")
		}
		return c.setCause(exc(o), v)
	})
	k.getter("__context__", func(_ *Context, o py.Object) (py.Object, error) {
		if exc(o).context == nil {
			return py.None, nil
		}
		return exc(o).context, nil
	}, func(_ *Context, o, v py.Object) error {
		x, ok := v.(*Exc)
		if !ok && v != py.Object(py.None) {
			return raise(typeError, "exception context must be None or derive from BaseException")
		}
		exc(o).context = x
		return nil
	})
	k.getter("__suppress_context__", func(_ *Context, o py.Object) (py.Object, error) { return py.NewBool(exc(o).suppress), nil }, func(c *Context, o, v py.Object) error {
		ok, err := c.truth(v)
		exc(o).suppress = ok
		return err
	})
	k.getter("__traceback__", func(_ *Context, o py.Object) (py.Object, error) { return exc(o).traceback(), nil }, func(_ *Context, o, v py.Object) error {
		if _, ok := v.(*traceObject); !ok && v != py.Object(py.None) {
			return raise(typeError, "__traceback__ must be a traceback or None")
		}
		exc(o).setTraceback(v)
		return nil
	})
	k.method("with_traceback", "tb /", func(_ *Context, o py.Object, a []py.Object) (py.Object, error) {
		if _, ok := a[0].(*traceObject); !ok && a[0] != py.Object(py.None) {
			return nil, raise(typeError, "__traceback__ must be a traceback or None")
		}
		exc(o).setTraceback(a[0])
		return o, nil
	})
	k.method("add_note", "note /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		if _, ok := textOf(a[0]); !ok {
			return nil, raise(typeError, "note must be a str, not '%s'", classOf(a[0]).name)
		}
		notes, _ := exc(o).Attr("__notes__").(*py.List)
		if notes == nil {
			notes = &py.List{}
			exc(o).setAttr("__notes__", notes)
		}
		notes.Items = append(notes.Items, a[0])
		return py.None, nil
	})
	k.method("__setattr__", "name value /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		name, _ := textOf(a[0])
		return py.None, c.setExcOwn(exc(o), name, a[1])
	})
	first := func(name string, k *Class) {
		k.getter(name, func(_ *Context, o py.Object) (py.Object, error) {
			if v := exc(o).Attr(name); v != nil {
				return v, nil
			}
			if n := len(exc(o).args); n > 1 && name == "code" {
				return exc(o).args, nil
			} else if n > 0 {
				return exc(o).args[0], nil
			}
			return py.None, nil
		}, func(_ *Context, o, v py.Object) error {
			exc(o).setAttr(name, or(v, py.None))
			return nil
		})
	}
	first("value", stopIteration)
	first("code", systemExit)
	first("msg", syntaxErrorClass)
	first("msg", importError)
	own := func(k *Class, names ...string) {
		for _, name := range names {
			k.getter(name, func(_ *Context, o py.Object) (py.Object, error) { return or(exc(o).Attr(name), py.None), nil }, func(_ *Context, o, v py.Object) error {
				exc(o).setAttr(name, or(v, py.None))
				return nil
			})
		}
	}
	own(importError, "name", "path")
	own(attributeError, "name", "obj")
	own(nameError, "name")
	own(syntaxErrorClass, "lineno", "offset", "filename", "text", "end_lineno", "end_offset")
	for i, name := range [...]string{"encoding", "object", "start", "end", "reason"} {
		for _, u := range [...]*Class{unicodeDecodeError, unicodeEncodeError} {
			u.getter(name, func(_ *Context, o py.Object) (py.Object, error) {
				if len(exc(o).args) > i {
					return exc(o).args[i], nil
				}
				return py.None, nil
			})
		}
	}
	for i, name := range [...]string{"object", "start", "end", "reason"} {
		unicodeTransError.getter(name, func(_ *Context, o py.Object) (py.Object, error) {
			if len(exc(o).args) > i {
				return exc(o).args[i], nil
			}
			return py.None, nil
		})
	}
	for name, field := range map[string]func(o *osInfo) *py.Object{
		"errno": func(o *osInfo) *py.Object { return &o.errno }, "strerror": func(o *osInfo) *py.Object { return &o.strerror },
		"filename": func(o *osInfo) *py.Object { return &o.filename }, "filename2": func(o *osInfo) *py.Object { return &o.filename2 },
	} {
		osError.getter(name, func(_ *Context, o py.Object) (py.Object, error) {
			e := exc(o)
			if v := e.Attr(name); v != nil {
				return v, nil
			}
			if e.os == nil {
				return py.None, nil
			}
			return or(*field(e.os), py.None), nil
		}, func(_ *Context, o, v py.Object) error {
			e := exc(o)
			if e.os == nil {
				e.setAttr(name, or(v, py.None))
				return nil
			}
			*field(e.os) = v
			return nil
		})
	}
}

func (e *Exc) setTraceback(v py.Object) {
	e.trace = nil
	if t, ok := v.(*traceObject); ok {
		for i := len(t.entries) - 1; i >= 0; i-- {
			e.trace = append(e.trace, t.entries[i])
		}
	}
}
