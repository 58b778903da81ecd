package engine

import (
	"github.com/go-python/gpython/py"
)

// classMethod, staticMethod and property are the descriptors of those names.
type (
	classMethod  struct{ fn py.Object }
	staticMethod struct{ fn py.Object }
	property     struct {
		get, set, del py.Object
		doc           py.Object
		name          string
	}
	// slotDescr is an attribute named in __slots__.
	slotDescr struct {
		name  string
		owner *Class
	}
)

// Type implements py.Object.
func (*classMethod) Type() *py.Type { return classMethodClass.py }

// Type implements py.Object.
func (*staticMethod) Type() *py.Type { return staticMethodClass.py }

// Type implements py.Object.
func (*property) Type() *py.Type { return propertyClass.py }

// Type implements py.Object.
func (*slotDescr) Type() *py.Type { return memberDescrClass.py }

// isDescriptor reports whether reading an attribute of a class through an
// instance gives something else.
func isDescriptor(v py.Object) bool {
	switch x := v.(type) {
	case *ScriptFunc, *Builtin, *property, *classMethod, *staticMethod, *getset, *slotDescr:
		return true
	case *Instance:
		return x.cls.lookup("__get__") != nil
	case *Class, py.Int, py.String, py.NoneType, py.Bool, *py.List, *Dict, py.Tuple, py.Float:
		return false
	case py.I__get__:
		return true
	}
	return false
}

// isData reports whether a descriptor comes before the instance's attributes.
func isData(v py.Object) bool {
	switch x := v.(type) {
	case *property, *getset, *slotDescr:
		return true
	case *Instance:
		return x.cls.lookup("__set__") != nil || x.cls.lookup("__delete__") != nil
	case py.I__set__:
		return true
	}
	return false
}

// bind reads what was found in a class, for the instance self (nil: for the
// class itself).
func (c *Context) bind(v, self py.Object, owner *Class) (py.Object, error) {
	switch x := v.(type) {
	case *ScriptFunc:
		if self == nil {
			return x, nil
		}
		return &bound{x, self}, nil
	case *Builtin:
		if x.byType {
			return &bound{x, owner}, nil
		}
		if self == nil || x.static || x.plain() {
			return x, nil
		}
		return &bound{x, self}, nil
	case *property:
		if self == nil {
			return x, nil
		}
		if missing(x.get) {
			return nil, raise(attributeError, "property '%s' of '%s' object has no getter", x.name, owner.name)
		}
		return c.call1(x.get, self)
	case *classMethod:
		if isDescriptor(x.fn) {
			if _, plain := x.fn.(*ScriptFunc); !plain {
				if err := c.enterNative(); err != nil {
					return nil, err
				}
				defer c.leaveNative()
				return c.bind(x.fn, owner, classOf(owner))
			}
		}
		return &bound{x.fn, owner}, nil
	case *staticMethod:
		return x.fn, nil
	case *getset:
		if self == nil {
			return x, nil
		}
		return x.get(c, self)
	case *slotDescr:
		if self == nil {
			return x, nil
		}
		if o, ok := self.(*Instance); ok && o.hidden != nil {
			if v := o.hidden.GetString(x.name); v != nil {
				return v, nil
			}
		}
		return nil, c.noAttr(self, x.name)
	case *Instance:
		if get := x.cls.lookup("__get__"); get != nil {
			inst := self
			if inst == nil {
				inst = py.None
			}
			return c.callSpecial(get, x, inst, owner)
		}
		return x, nil
	case py.I__get__:
		inst := self
		if inst == nil {
			inst = py.None
		}
		return x.M__get__(inst, owner)
	}
	return v, nil
}

func missing(o py.Object) bool { return o == nil || o == py.None }

// noAttr is the error for an attribute that does not exist.
func (c *Context) noAttr(o py.Object, name string) error {
	var e *Exc
	switch x := o.(type) {
	case *Class:
		e = raise(attributeError, "type object '%s' has no attribute '%s'", x.name, name)
	case *ModuleObject:
		e = raise(attributeError, "module '%s' has no attribute '%s'", x.name(), name)
	default:
		k := classOf(o)
		if k.missing != nil {
			return k.missing(name)
		}
		e = raise(attributeError, "'%s' object has no attribute '%s'", k.name, name)
	}
	e.setAttr("name", py.String(name))
	e.setAttr("obj", o)
	return e
}

// getattr reads an attribute.
func (c *Context) getattr(o py.Object, name string) (py.Object, error) {
	switch x := o.(type) {
	case *Instance:
		s := x.cls.special()
		if s.getattribute != nil {
			v, err := c.callSpecial(s.getattribute, x, py.String(name))
			if err != nil && s.getattr != nil && c.isExc(err, attributeError) {
				return c.callSpecial(s.getattr, x, py.String(name))
			}
			return v, err
		}
		v, err := c.instanceAttr(x, name)
		if v == nil && err == nil {
			if s.getattr != nil {
				return c.missingAttr(s.getattr, x, name)
			}
			return nil, c.noAttr(x, name)
		}
		if err != nil && s.getattr != nil && c.isExc(err, attributeError) {
			return c.missingAttr(s.getattr, x, name)
		}
		return v, err
	case *Class:
		return c.classAttr(x, name)
	case *ModuleObject:
		return x.attr(c, name)
	case *Exc:
		return c.excAttr(x, name)
	case *ScriptFunc:
		if x.attrs != nil {
			if v := x.attrs.GetString(name); v != nil {
				return v, nil
			}
		}
	case *superObject:
		return x.getattr(c, name)
	case *py.Type:
		return c.classAttr(foreignClass(x), name)
	case attributer:
		v, err := x.attr(c, name)
		if v != nil || err != nil {
			return v, err
		}
	case py.I__getattribute__:
		return c.foreignAttr(x, o, name)
	}
	k := classOf(o)
	v := k.lookup(name)
	if v == nil {
		if b, ok := o.(*bound); ok {
			return c.getInner(b.fn, name)
		}
		if g, ok := o.(py.IGetDict); ok {
			if v := g.GetDict()[name]; v != nil {
				return v, nil
			}
		}
		return nil, c.noAttr(o, name)
	}
	return c.bind(v, o, k)
}

// missingAttr calls __getattr__. An AttributeError of it learns what was asked.
func (c *Context) missingAttr(fn py.Object, o py.Object, name string) (py.Object, error) {
	v, err := c.callSpecial(fn, o, py.String(name))
	if err != nil && c.isExc(err, attributeError) {
		if e := c.exception(err); e.Attr("name") == nil {
			e.setAttr("name", py.String(name))
			e.setAttr("obj", o)
			return nil, e
		}
	}
	return v, err
}

// attributer is an object of the engine that answers for its attributes; nil,
// nil means that the class is asked.
type attributer interface {
	attr(c *Context, name string) (py.Object, error)
}

func (c *Context) foreignAttr(x py.I__getattribute__, o py.Object, name string) (py.Object, error) {
	v, err := x.M__getattribute__(name)
	if err == nil {
		if t, ok := v.(*py.Type); ok {
			return foreignClass(t), nil
		}
		return v, nil
	}
	if isDunder(name) {
		if v := classOf(o).lookup(name); v != nil {
			return c.bind(v, o, classOf(o))
		}
	}
	return nil, err
}

func isDunder(name string) bool {
	return len(name) > 4 && name[:2] == "__" && name[len(name)-2:] == "__"
}

// instanceAttr is object.__getattribute__; nil, nil means that there is none.
func (c *Context) instanceAttr(o *Instance, name string) (py.Object, error) {
	v := o.cls.lookup(name)
	if v != nil && isData(v) {
		return c.bind(v, o, o.cls)
	}
	if own := o.get(name); own != nil {
		return own, nil
	}
	if v != nil {
		return c.bind(v, o, o.cls)
	}
	return nil, nil
}

// classAttr is type.__getattribute__.
func (c *Context) classAttr(k *Class, name string) (py.Object, error) {
	meta := classOf(k)
	mv := meta.lookup(name)
	if mv != nil && isData(mv) {
		return c.bind(mv, k, meta)
	}
	if v := k.lookup(name); v != nil {
		return c.bind(v, nil, k)
	}
	if mv != nil {
		return c.bind(mv, k, meta)
	}
	if get := meta.special().getattr; get != nil {
		return c.callSpecial(get, k, py.String(name))
	}
	return nil, c.noAttr(k, name)
}

// setattr sets an attribute; v nil deletes it.
func (c *Context) setattr(o py.Object, name string, v py.Object) error {
	switch x := o.(type) {
	case *Instance:
		s := x.cls.special()
		if v != nil && s.setattr != nil {
			_, err := c.callSpecial(s.setattr, x, py.String(name), v)
			return err
		}
		if v == nil && s.delattr != nil {
			_, err := c.callSpecial(s.delattr, x, py.String(name))
			return err
		}
		return c.setInstanceAttr(x, name, v)
	case *Class:
		return c.setClassAttr(x, name, v)
	case *ModuleObject:
		return x.setattr(c, name, v)
	case *Exc:
		return c.setExcAttr(x, name, v)
	case *ScriptFunc:
		if d, ok := functionClass.lookup(name).(*getset); ok {
			if d.set == nil {
				return raise(attributeError, "readonly attribute")
			}
			return d.set(c, x, v)
		}
		if x.attrs == nil {
			x.attrs = &Dict{}
		}
		if v == nil {
			if !x.attrs.DelString(name) {
				return c.noAttr(x, name)
			}
			return nil
		}
		x.attrs.SetString(name, v)
		return nil
	case attrSetter:
		return x.setattr(c, name, v)
	case *superObject:
		if v == nil || classOf(x.obj).lookup(name) == nil {
			return raise(attributeError, "'super' object has no attribute '%s'", name)
		}
		return c.setattr(x.obj, name, v)
	case py.I__setattr__:
		if v != nil {
			_, err := x.M__setattr__(name, v)
			return err
		}
	}
	if v == nil {
		if d, ok := o.(py.I__delattr__); ok {
			_, err := d.M__delattr__(name)
			return err
		}
	}
	k := classOf(o)
	if d := k.lookup(name); d != nil {
		if g, ok := d.(*getset); ok && g.set != nil {
			return g.set(c, o, v)
		}
		if g, ok := d.(*getset); ok {
			if g.member {
				return raise(attributeError, "readonly attribute")
			}
			return raise(attributeError, "attribute '%s' of '%s' objects is not writable", name, k.name)
		}
		return raise(attributeError, "'%s' object attribute '%s' is read-only", k.name, name)
	}
	return c.noAttr(o, name)
}

// attrSetter is an object of the engine whose attributes can be assigned.
type attrSetter interface {
	setattr(c *Context, name string, v py.Object) error
}

// setInstanceAttr is object.__setattr__ and __delattr__.
func (c *Context) setInstanceAttr(o *Instance, name string, v py.Object) error {
	if d := o.cls.lookup(name); d != nil {
		switch d := d.(type) {
		case *property:
			return c.setProperty(d, o, v)
		case *slotDescr:
			return o.setHidden(d.name, v)
		case *getset:
			if d.set == nil {
				return raise(attributeError, "attribute '%s' of '%s' objects is not writable", name, o.cls.name)
			}
			return d.set(c, o, v)
		case *Instance:
			special := "__set__"
			if v == nil {
				special = "__delete__"
			}
			if set := d.cls.lookup(special); set != nil {
				args := []py.Object{o, v}
				if v == nil {
					args = args[:1]
				}
				_, err := c.callSpecial(set, d, args...)
				return err
			}
			if isData(d) {
				return raise(attributeError, "%s", special)
			}
		case py.I__set__:
			if v != nil {
				_, err := d.M__set__(o, v)
				return err
			}
		}
	}
	if o.cls == objectClass {
		return c.noAttr(o, name)
	}
	if v == nil {
		if !o.del(name) {
			return c.noAttr(o, name)
		}
		return nil
	}
	if o.cls.noDict && !o.cls.slotted[name] {
		if o.cls.lookup(name) != nil {
			return raise(attributeError, "'%s' object attribute '%s' is read-only", o.cls.name, name)
		}
		return c.noAttr(o, name)
	}
	o.set(name, v)
	return nil
}

// setHidden sets an attribute named in __slots__; v nil deletes it.
func (o *Instance) setHidden(name string, v py.Object) error {
	if o.hidden == nil {
		o.hidden = &Dict{}
	}
	if v == nil {
		if !o.hidden.DelString(name) {
			return raise(attributeError, "%s", name)
		}
		return nil
	}
	o.hidden.SetString(name, v)
	return nil
}

func (c *Context) setProperty(p *property, o py.Object, v py.Object) error {
	if v == nil {
		if missing(p.del) {
			return raise(attributeError, "property '%s' of '%s' object has no deleter", p.name, classOf(o).name)
		}
		_, err := c.call1(p.del, o)
		return err
	}
	if missing(p.set) {
		return raise(attributeError, "property '%s' of '%s' object has no setter", p.name, classOf(o).name)
	}
	_, err := c.callN(p.set, o, v)
	return err
}

func (c *Context) setClassAttr(k *Class, name string, v py.Object) error {
	meta := classOf(k)
	if meta.ctx != nil {
		special := "__setattr__"
		if v == nil {
			special = "__delattr__"
		}
		if fn := meta.overrides(special); fn != nil {
			args := []py.Object{py.String(name), v}
			if v == nil {
				args = args[:1]
			}
			_, err := c.callSpecial(fn, k, args...)
			return err
		}
	}
	return c.setTypeAttr(k, name, v)
}

// setTypeAttr is type.__setattr__.
func (c *Context) setTypeAttr(k *Class, name string, v py.Object) error {
	if k.ctx == nil {
		return raise(typeError, "cannot set '%s' attribute of immutable type '%s'", name, k.name)
	}
	switch d := classOf(k).lookup(name).(type) {
	case *property:
		return c.setProperty(d, k, v)
	case *getset:
		if d.set != nil {
			return d.set(c, k, v)
		}
	}
	if v == nil {
		if k.dict.GetString(name) == nil {
			return c.noAttr(k, name)
		}
	}
	k.set(name, v)
	return nil
}
