package engine

import (
	"sort"

	"github.com/go-python/gpython/py"
)

// noInitSubclass is object.__init_subclass__.
func noInitSubclass(_ *Context, cls py.Object, args []py.Object, kw []string) (py.Object, error) {
	switch k, _ := cls.(*Class); {
	case k == nil || len(args) == 0:
	case len(kw) > 0:
		return nil, raise(typeError, "%s.__init_subclass__() takes no keyword arguments", k.name)
	default:
		return nil, raise(typeError, "%s.__init_subclass__() takes no arguments (%d given)", k.name, len(args))
	}
	return py.None, nil
}

// objectArgs complains about arguments that nobody takes.
func objectArgs(k *Class, args []py.Object) error {
	if len(args) == 0 {
		return nil
	}
	if k.overrides("__new__") != nil && k.overrides("__init__") == nil {
		return raise(typeError, "object.__new__() takes exactly one argument (the type to instantiate)")
	}
	if k.overrides("__init__") != nil {
		return nil
	}
	return raise(typeError, "%s() takes no arguments", k.name)
}

func init() {
	k := objectClass
	k.noDict = true
	k.make = func(_ *Context, cls *Class, args []py.Object, _ []string) (py.Object, error) {
		if cls.ctx == nil && cls != objectClass {
			return nil, raise(typeError, "object.__new__(%s) is not safe, use %s.__new__()", cls.name, cls.name)
		}
		if len(cls.abstract) > 0 {
			return nil, abstractErr(cls)
		}
		if cls == objectClass && len(args) > 0 {
			return nil, raise(typeError, "object() takes no arguments")
		}
		if cls.overrides("__init__") == nil && len(args) > 0 {
			return nil, objectArgs(cls, args)
		}
		return newInstance(cls), nil
	}
	newMethod(k)
	k.rawMethod("__init__", func(_ *Context, o py.Object, args []py.Object, _ []string) (py.Object, error) {
		if len(args) > 0 {
			cls := classOf(o)
			if cls.overrides("__init__") != nil {
				return nil, raise(typeError, "object.__init__() takes exactly one argument (the instance to initialize)")
			}
			if cls.overrides("__new__") == nil {
				return nil, raise(typeError, "%s() takes no arguments", cls.name)
			}
		}
		return py.None, nil
	})
	k.method("__getattribute__", "name /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		name, ok := textOf(a[0])
		if !ok {
			return nil, raise(typeError, "attribute name must be string, not '%s'", classOf(a[0]).name)
		}
		if x, ok := o.(*Instance); ok {
			v, err := c.instanceAttr(x, name)
			if v == nil && err == nil {
				return nil, c.noAttr(o, name)
			}
			return v, err
		}
		return c.getattr(o, name)
	})
	k.method("__setattr__", "name value /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		name, ok := textOf(a[0])
		if !ok {
			return nil, raise(typeError, "attribute name must be string, not '%s'", classOf(a[0]).name)
		}
		return py.None, c.setPlain(o, name, a[1])
	})
	k.method("__delattr__", "name /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		name, _ := textOf(a[0])
		return py.None, c.setPlain(o, name, nil)
	})
	k.method("__repr__", "", func(c *Context, o py.Object, _ []py.Object) (py.Object, error) {
		switch x := o.(type) {
		case *Instance:
			return py.String(sprintf("<%s object at 0x%x>", className(x.cls), address(x))), nil
		case *Class:
			return py.String(sprintf("<class '%s'>", className(x))), nil
		}
		s, err := c.repr(o)
		return py.String(s), err
	})
	k.method("__str__", "", func(c *Context, o py.Object, _ []py.Object) (py.Object, error) {
		if x, ok := o.(*Instance); ok {
			s, err := c.repr(x)
			return py.String(s), err
		}
		s, err := c.str(o)
		return py.String(s), err
	})
	k.method("__format__", "format_spec /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		spec, ok := textOf(a[0])
		if !ok {
			return nil, raise(typeError, "__format__() argument must be str, not %s", classOf(a[0]).name)
		}
		if spec != "" {
			return nil, raise(typeError, "unsupported format string passed to %s.__format__", classOf(o).name)
		}
		s, err := c.str(o)
		return py.String(s), err
	})
	k.method("__hash__", "", func(c *Context, o py.Object, _ []py.Object) (py.Object, error) {
		if _, ok := o.(*Instance); ok {
			return py.Int(address(o) >> 4), nil
		}
		h, err := c.hash(o)
		return py.Int(h), err
	})
	k.method("__eq__", "value /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		if identical(o, a[0]) {
			return py.True, nil
		}
		return py.NotImplemented, nil
	})
	k.method("__ne__", "value /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		v, err := c.oneCompare(cmpEq, "__eq__", o, a[0])
		if v == nil || err != nil {
			return py.NotImplemented, err
		}
		ok, err := c.truth(v)
		return py.NewBool(!ok), err
	})
	for op := cmpLt; op <= cmpGe; op++ {
		k.method(comparisonNames[op].method, "value /", func(*Context, py.Object, []py.Object) (py.Object, error) { return py.NotImplemented, nil })
	}
	k.method("__dir__", "", func(c *Context, o py.Object, _ []py.Object) (py.Object, error) {
		names := map[string]bool{}
		c.namesOf(o, names)
		return sortedList(names), nil
	})
	k.method("__sizeof__", "", func(*Context, py.Object, []py.Object) (py.Object, error) { return py.Int(48), nil })
	k.classMethod("__subclasshook__", "cls /", func(*Context, py.Object, []py.Object) (py.Object, error) { return py.NotImplemented, nil })
	k.rawMethod("__reduce_ex__", func(_ *Context, o py.Object, _ []py.Object, _ []string) (py.Object, error) {
		return nil, raise(typeError, "cannot pickle '%s' object", classOf(o).name)
	})
	k.dict.SetString("__init_subclass__", &Builtin{name: "__init_subclass__", owner: k, byType: true, hi: -1, raw: noInitSubclass})
	k.classMethod("__subclasshook__", "subclass /", func(*Context, py.Object, []py.Object) (py.Object, error) { return py.NotImplemented, nil })
	k.getter("__class__", func(_ *Context, o py.Object) (py.Object, error) { return classOf(o), nil }, func(c *Context, o, v py.Object) error {
		x, ok := o.(*Instance)
		nk := asClass(or(v, py.None))
		if nk == nil && v != nil {
			return raise(typeError, "__class__ must be set to a class, not '%s' object", classOf(v).name)
		}
		if !ok || nk == nil || nk.ctx == nil || nk.solid != x.cls.solid {
			return raise(typeError, "__class__ assignment only supported for mutable types or ModuleType subclasses")
		}
		d := x.dict()
		x.cls = nk
		x.attrs = d
		return nil
	})
	k.getter("__doc__", func(c *Context, o py.Object) (py.Object, error) {
		if x, ok := o.(*Class); ok {
			return x.doc, nil
		}
		if k := classOf(o); k.ctx != nil {
			return or(k.lookup("__doc__"), py.None), nil
		}
		return classOf(o).doc, nil
	})
	k.getter("__dict__", func(c *Context, o py.Object) (py.Object, error) {
		switch x := o.(type) {
		case *Instance:
			if x.cls.noDict {
				return nil, c.noAttr(o, "__dict__")
			}
			return x.dict(), nil
		case *Exc:
			if x.attrs == nil {
				x.attrs = &Dict{}
			}
			return x.attrs, nil
		case *ScriptFunc:
			if x.attrs == nil {
				x.attrs = &Dict{}
			}
			return x.attrs, nil
		case *ModuleObject:
			return x.globals, nil
		case py.IGetDict:
			d := &Dict{}
			for k, v := range x.GetDict() {
				d.SetString(k, v)
			}
			return d, nil
		}
		return nil, c.noAttr(o, "__dict__")
	}, func(c *Context, o, v py.Object) error {
		x, ok := o.(*Instance)
		d, isDict := base(v).(*Dict)
		if !ok || !isDict {
			return raise(typeError, "__dict__ must be set to a dictionary, not a '%s'", classOf(v).name)
		}
		x.attrs, x.slots, x.shape = d, nil, dictShape
		return nil
	})
	k.getter("__module__", func(c *Context, o py.Object) (py.Object, error) {
		switch x := o.(type) {
		case *Class:
			return x.module, nil
		case *ScriptFunc:
			return x.module, nil
		}
		return classOf(o).module, nil
	})
}

func init() {
	for k, only := range map[*Class]py.Object{noneClass: py.None, ellipsisClass: ellipsis, notImplementedClass: py.NotImplemented} {
		k.make = func(_ *Context, _ *Class, args []py.Object, _ []string) (py.Object, error) {
			if len(args) > 0 {
				return nil, raise(typeError, "%s takes no arguments", k.name)
			}
			return only, nil
		}
	}
}

// setPlain is object.__setattr__.
func (c *Context) setPlain(o py.Object, name string, v py.Object) error {
	switch x := o.(type) {
	case *Instance:
		return c.setInstanceAttr(x, name, v)
	case *Exc:
		return c.setExcOwn(x, name, v)
	case *Class:
		return raise(typeError, "can't apply this __setattr__ to type object")
	}
	return c.setattr(o, name, v)
}

// namesOf collects what dir() lists.
func (c *Context) namesOf(o py.Object, names map[string]bool) {
	add := func(d *Dict) {
		d.Each(func(key, _ py.Object) bool {
			if s, ok := textOf(key); ok {
				names[s] = true
			}
			return true
		})
	}
	switch x := o.(type) {
	case *Instance:
		for _, n := range x.Names() {
			names[n] = true
		}
	case *Class:
		for _, m := range x.mro {
			add(m.dict)
		}
		return
	case *ModuleObject:
		add(x.globals)
		return
	case *ScriptFunc:
		if x.attrs != nil {
			add(x.attrs)
		}
	case *Exc:
		if x.attrs != nil {
			add(x.attrs)
		}
	case py.IGetDict:
		for k := range x.GetDict() {
			names[k] = true
		}
	}
	for _, m := range classOf(o).mro {
		add(m.dict)
	}
}

func sortedList(names map[string]bool) *py.List {
	list := make([]string, 0, len(names))
	for n := range names {
		list = append(list, n)
	}
	sort.Strings(list)
	return strings_(list)
}

func sortedNames(c *Context, d *Dict) (py.Object, error) {
	names := map[string]bool{}
	d.Each(func(key, _ py.Object) bool {
		if s, ok := textOf(key); ok {
			names[s] = true
		}
		return true
	})
	return sortedList(names), nil
}
