package engine

import (
	"strings"

	"github.com/go-python/gpython/py"
)

func init() {
	k := typeClass
	k.make = func(c *Context, cls *Class, args []py.Object, kw []string) (py.Object, error) {
		n := len(args) - len(kw)
		if n == 1 && cls == typeClass && len(kw) == 0 {
			return classOf(args[0]), nil
		}
		if n != 3 {
			if cls == typeClass {
				return nil, raise(typeError, "type() takes 1 or 3 arguments")
			}
			return nil, raise(typeError, "type.__new__() takes exactly 3 arguments (%d given)", n)
		}
		name, ok := textOf(args[0])
		if !ok {
			return nil, raise(typeError, "type.__new__() argument 1 must be str, not %s", classOf(args[0]).name)
		}
		if strings.IndexByte(name, 0) >= 0 {
			return nil, raise(valueError, "type name must not contain null characters")
		}
		bases, ok := base(args[1]).(py.Tuple)
		if !ok {
			return nil, raise(typeError, "type.__new__() argument 2 must be tuple, not %s", classOf(args[1]).name)
		}
		ns, ok := base(args[2]).(*Dict)
		if !ok {
			return nil, raise(typeError, "type.__new__() argument 3 must be dict, not %s", classOf(args[2]).name)
		}
		for _, b := range bases {
			if asClass(b) != nil {
				continue
			}
			if fn, err := c.optionalAttr(b, "__mro_entries__"); fn != nil || err != nil {
				if err == nil {
					err = raise(typeError, "type() doesn't support MRO entry resolution; use types.new_class()")
				}
				return nil, err
			}
		}
		mk, err := c.metaclass(cls, bases)
		if err != nil {
			return nil, err
		}
		if mk != cls && mk.overrides("__new__") != nil {
			// The metaclass of a base has its own idea of making a class.
			return c.callNew(mk.overrides("__new__"), mk, args, kw)
		}
		if mk != typeClass && !mk.IsSubclass(typeClass) {
			return nil, raise(typeError, "bases must be types")
		}
		if ns.GetString("__module__") == nil && c.frame != nil && c.frame.code.globals != nil {
			if m := c.frame.code.globals.GetString("__name__"); m != nil {
				ns = ns.copyOf()
				ns.SetString("__module__", m)
			}
		}
		k, err := c.newClass(mk, name, bases, ns, args[n:], kw)
		if err != nil {
			return nil, err
		}
		return k, nil
	}
	newMethod(k)
	k.rawMethod("__init__", func(*Context, py.Object, []py.Object, []string) (py.Object, error) { return py.None, nil })
	k.rawMethod("__call__", func(c *Context, o py.Object, args []py.Object, kw []string) (py.Object, error) {
		return c.makeInstance(o.(*Class), args, kw)
	})
	cls := func(o py.Object) *Class { return o.(*Class) }
	k.getter("__name__", func(_ *Context, o py.Object) (py.Object, error) { return py.String(cls(o).shortName()), nil }, func(c *Context, o, v py.Object) error {
		s, ok := textOf(v)
		if !ok || cls(o).ctx == nil {
			return raise(typeError, "can only assign string to %s.__name__, not '%s'", cls(o).name, classOf(v).name)
		}
		cls(o).name = s
		return nil
	})
	k.getter("__qualname__", func(_ *Context, o py.Object) (py.Object, error) { return py.String(cls(o).qualname), nil }, func(c *Context, o, v py.Object) error {
		s, ok := textOf(v)
		if !ok || cls(o).ctx == nil {
			return raise(typeError, "can only assign string to %s.__qualname__, not '%s'", cls(o).name, classOf(v).name)
		}
		cls(o).qualname = s
		return nil
	})
	k.getter("__module__", func(_ *Context, o py.Object) (py.Object, error) { return cls(o).module, nil }, func(c *Context, o, v py.Object) error {
		cls(o).module = v
		cls(o).set("__module__", v)
		return nil
	})
	k.getter("__doc__", func(_ *Context, o py.Object) (py.Object, error) {
		if v := cls(o).dict.GetString("__doc__"); v != nil {
			return v, nil
		}
		return cls(o).doc, nil
	}, func(c *Context, o, v py.Object) error {
		cls(o).doc = v
		cls(o).set("__doc__", v)
		return nil
	})
	k.getter("__bases__", func(_ *Context, o py.Object) (py.Object, error) { return classTuple(cls(o).bases), nil })
	k.getter("__base__", func(_ *Context, o py.Object) (py.Object, error) {
		if len(cls(o).bases) == 0 {
			return py.None, nil
		}
		best := cls(o).bases[0]
		for _, b := range cls(o).bases {
			if b.solid != best.solid && b.solid.IsSubclass(best.solid) {
				best = b
			}
		}
		return best, nil
	})
	k.getter("__mro__", func(_ *Context, o py.Object) (py.Object, error) { return classTuple(cls(o).mro), nil })
	k.getter("__dict__", func(_ *Context, o py.Object) (py.Object, error) { return &mappingProxy{cls(o).dict}, nil })
	k.getter("__annotations__", func(_ *Context, o py.Object) (py.Object, error) {
		if v := cls(o).dict.GetString("__annotations__"); v != nil {
			return v, nil
		}
		d := &Dict{}
		if cls(o).ctx != nil {
			cls(o).dict.SetString("__annotations__", d)
		}
		return d, nil
	}, func(c *Context, o, v py.Object) error {
		cls(o).set("__annotations__", v)
		return nil
	})
	k.getter("__abstractmethods__", func(c *Context, o py.Object) (py.Object, error) {
		if v := cls(o).dict.GetString("__abstractmethods__"); v != nil {
			return v, nil
		}
		return nil, c.noAttr(o, "__abstractmethods__")
	}, func(c *Context, o, v py.Object) error {
		names, err := c.list(v)
		if err != nil {
			return err
		}
		if err := c.sort(names, nil, false); err != nil {
			return err
		}
		cls(o).abstract = nil
		for _, n := range names {
			s, _ := textOf(n)
			cls(o).abstract = append(cls(o).abstract, s)
		}
		cls(o).set("__abstractmethods__", v)
		return nil
	})
	k.method("mro", "", func(_ *Context, o py.Object, _ []py.Object) (py.Object, error) {
		return &py.List{Items: classTuple(cls(o).mro)}, nil
	})
	k.method("__subclasses__", "", func(_ *Context, o py.Object, _ []py.Object) (py.Object, error) {
		return &py.List{Items: classTuple(cls(o).subs)}, nil
	})
	k.method("__instancecheck__", "instance /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		ok, err := c.isPlainInstance(a[0], cls(o))
		return py.NewBool(ok), err
	})
	k.method("__subclasscheck__", "subclass /", func(_ *Context, o py.Object, a []py.Object) (py.Object, error) {
		sub := asClass(a[0])
		if sub == nil {
			return nil, raise(typeError, "issubclass() arg 1 must be a class")
		}
		return py.NewBool(isPlainSubclass(sub, cls(o))), nil
	})
	k.rawMethod("__prepare__", nil)
	k.dict.SetString("__prepare__", &Builtin{name: "__prepare__", owner: k, byType: true, hi: -1, raw: func(*Context, py.Object, []py.Object, []string) (py.Object, error) { return &Dict{}, nil }})
	k.method("__setattr__", "name value /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		name, _ := textOf(a[0])
		return py.None, c.setTypeAttr(cls(o), name, a[1])
	})
	k.method("__delattr__", "name /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		name, _ := textOf(a[0])
		return py.None, c.setTypeAttr(cls(o), name, nil)
	})
	k.method("__getattribute__", "name /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		name, _ := textOf(a[0])
		return c.classAttr(cls(o), name)
	})
	k.method("__repr__", "", func(_ *Context, o py.Object, _ []py.Object) (py.Object, error) {
		return py.String(sprintf("<class '%s'>", className(cls(o)))), nil
	})
	k.method("__or__", "value /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		return orNotImplemented(c.unionOf(o, a[0]))
	})
	k.method("__dir__", "", func(c *Context, o py.Object, _ []py.Object) (py.Object, error) {
		names := map[string]bool{}
		c.namesOf(o, names)
		return sortedList(names), nil
	})
}

func classTuple(list []*Class) py.Tuple {
	t := make(py.Tuple, len(list))
	for i, k := range list {
		t[i] = k
	}
	return t
}

// superObject is what super() returns.
type superObject struct {
	cls *Class // behind which to look
	obj py.Object
	typ *Class // whose mro
}

// Type implements py.Object.
func (*superObject) Type() *py.Type { return superClass.py }

func (*superObject) class() *Class { return superClass }

func (c *Context) newSuper(cls *Class, obj py.Object) (py.Object, error) {
	if k := asClass(obj); k != nil && k.IsSubclass(cls) {
		return &superObject{cls, obj, k}, nil
	}
	k := classOf(obj)
	if !k.IsSubclass(cls) {
		return nil, raise(typeError, "super(type, obj): obj must be an instance or subtype of type")
	}
	return &superObject{cls, obj, k}, nil
}

func (s *superObject) getattr(c *Context, name string) (py.Object, error) {
	if name == "__class__" {
		return superClass, nil
	}
	if s.obj == nil {
		return nil, raise(attributeError, "'super' object has no attribute '%s'", name)
	}
	v, _ := s.typ.lookupFrom(s.cls, name)
	if v == nil {
		e := raise(attributeError, "'super' object has no attribute '%s'", name)
		e.setAttr("name", py.String(name))
		return nil, e
	}
	if s.obj == py.Object(s.typ) {
		return c.bind(v, nil, s.typ)
	}
	if b, ok := v.(*Builtin); ok && b.name == "__new__" {
		return b, nil
	}
	return c.bind(v, s.obj, s.typ)
}

func (s *superObject) repr(r *renderer) error {
	r.b.WriteString("<super: <class '" + s.cls.name + "'>, <" + s.typ.name + " object>>")
	return nil
}

// alias is list[int].
type alias struct {
	origin py.Object
	args   py.Tuple
}

// Type implements py.Object.
func (*alias) Type() *py.Type { return aliasClass.py }

func (*alias) class() *Class { return aliasClass }

func newAlias(origin py.Object, key py.Object) *alias {
	if t, ok := key.(py.Tuple); ok {
		return &alias{origin, t}
	}
	return &alias{origin, py.Tuple{key}}
}

func (a *alias) call(c *Context, args []py.Object, kw []string) (py.Object, error) {
	return c.call(a.origin, args, kw)
}

func (a *alias) attr(c *Context, name string) (py.Object, error) {
	switch name {
	case "__origin__":
		return a.origin, nil
	case "__args__":
		return a.args, nil
	case "__parameters__":
		return emptyTuple, nil
	case "__mro_entries__", "__class__", "__getitem__", "__or__":
		return nil, nil
	}
	if v, err := c.getInner(a.origin, name); err == nil {
		return v, nil
	}
	return nil, nil
}

func (a *alias) repr(r *renderer) error {
	if err := r.typ(a.origin); err != nil {
		return err
	}
	r.b.WriteByte('[')
	for i, x := range a.args {
		if i > 0 {
			r.b.WriteString(", ")
		}
		if err := r.typ(x); err != nil {
			return err
		}
	}
	if len(a.args) == 0 {
		r.b.WriteString("()")
	}
	r.b.WriteByte(']')
	return nil
}

// typ writes a type as it stands in an annotation.
func (r *renderer) typ(o py.Object) error {
	switch x := o.(type) {
	case *py.List:
		return r.items(x, "[", x.Items, "]", false)
	case ellipsisObject:
		r.b.WriteString("...")
		return nil
	}
	if k := asClass(o); k != nil {
		r.b.WriteString(className(k))
		return nil
	}
	return r.repr(o)
}

// unionType is int | str.
type unionType struct{ args []py.Object }

// Type implements py.Object.
func (*unionType) Type() *py.Type { return unionClass.py }

func (*unionType) class() *Class { return unionClass }

func (u *unionType) repr(r *renderer) error {
	for i, x := range u.args {
		if i > 0 {
			r.b.WriteString(" | ")
		}
		if x == py.Object(noneClass) {
			r.b.WriteString("None")
			continue
		}
		if err := r.typ(x); err != nil {
			return err
		}
	}
	return nil
}

// unionOf is a | b of types; nil, nil if they are none. A dict has | as well.
func (c *Context) unionOf(a, b py.Object) (py.Object, error) {
	if p, ok := a.(*mappingProxy); ok {
		a = p.d
	}
	if x, ok := a.(*Dict); ok {
		if p, ok := b.(*mappingProxy); ok {
			b = p.d
		}
		y, ok := base(b).(*Dict)
		if !ok {
			return nil, nil
		}
		out := x.copyOf()
		return out, c.updateDict(out, y)
	}
	isType := func(o py.Object) bool {
		switch o.(type) {
		case *Class, *py.Type, *alias, *unionType, py.NoneType:
			return true
		}
		return false
	}
	if !isType(a) || !isType(b) || a == py.Object(py.None) && b == py.Object(py.None) {
		return nil, nil
	}
	u := &unionType{}
	for _, o := range [2]py.Object{a, b} {
		list := []py.Object{o}
		if x, ok := o.(*unionType); ok {
			list = x.args
		}
	next:
		for _, t := range list {
			if t == py.Object(py.None) {
				t = noneClass
			}
			for _, have := range u.args {
				if same, err := c.equal(have, t); same || err != nil {
					continue next
				}
			}
			u.args = append(u.args, t)
		}
	}
	if len(u.args) == 1 {
		return u.args[0], nil
	}
	return u, nil
}

func init() {
	aliasClass.method("__mro_entries__", "bases /", func(_ *Context, o py.Object, _ []py.Object) (py.Object, error) {
		return py.Tuple{o.(*alias).origin}, nil
	})
	unionClass.getter("__args__", func(_ *Context, o py.Object) (py.Object, error) { return py.Tuple(o.(*unionType).args), nil })
	superClass.make = func(c *Context, _ *Class, args []py.Object, _ []string) (py.Object, error) {
		if len(args) == 0 {
			return nil, raise(runtimeError, "super(): no arguments")
		}
		k := asClass(args[0])
		if k == nil {
			return nil, raise(typeError, "super() argument 1 must be a type, not %s", classOf(args[0]).name)
		}
		if len(args) == 1 {
			return &superObject{cls: k, typ: k}, nil
		}
		return c.newSuper(k, args[1])
	}
}
