package engine

import (
	"github.com/go-python/gpython/ast"
	"github.com/go-python/gpython/py"
)

// attribute compiles x.name. The place of an instance's attribute is remembered
// for the shape that it had, as long as no class changes.
func (k *compiler) attribute(e *ast.Attribute) expr {
	obj := k.expr(e.Value)
	return k.attrLoad(obj, mangle(k.s.class, string(e.Attr)))
}

func (k *compiler) attrLoad(obj expr, name string) expr {
	c := k.c
	var seen *shape
	var epoch uint64
	var held py.Object // of the class, if it is not the instance's
	at := 0
	return func(f *frame) (py.Object, error) {
		o, err := obj(f)
		if err != nil {
			return nil, err
		}
		x, ok := o.(*Instance)
		if !ok {
			if g, ok := o.(py.I__getattribute__); ok {
				if _, own := o.(attributer); !own {
					if v, err := c.foreignAttr(g, o, name); err == nil {
						return v, nil
					}
				}
			}
			return c.getattr(o, name)
		}
		if x.shape == seen && epoch == c.epoch {
			if held != nil {
				return held, nil
			}
			return x.slots[at], nil
		}
		if i := c.plainSlot(x, name); i >= 0 {
			seen, epoch, at, held = x.shape, c.epoch, i, nil
			return x.slots[i], nil
		}
		if v := c.plainClassAttr(x, name); v != nil {
			seen, epoch, held = x.shape, c.epoch, v
			return v, nil
		}
		return c.getattr(o, name)
	}
}

// plainSlot is the slot of an attribute that nothing in the class hides, or -1.
func (c *Context) plainSlot(x *Instance, name string) int {
	if x.attrs != nil || x.cls.special().getattribute != nil {
		return -1
	}
	i := x.shape.place(name)
	if i < 0 {
		return -1
	}
	if v := x.cls.lookup(name); v != nil && isData(v) {
		return -1
	}
	return i
}

// plainClassAttr is an attribute of the class that reads the same through all
// instances of x's shape, or nil.
func (c *Context) plainClassAttr(x *Instance, name string) py.Object {
	if x.attrs != nil || x.cls.special().getattribute != nil || x.shape.place(name) >= 0 {
		return nil
	}
	if v := x.cls.lookup(name); v != nil && !isDescriptor(v) {
		return v
	}
	return nil
}

// attrStore compiles the assignment to an attribute.
func (k *compiler) attrStore(name string) func(o, v py.Object) error {
	set := k.quietStore(name)
	if k.c == nil || k.c.opts.Assign == nil {
		return set
	}
	c := k.c
	return func(o, v py.Object) error {
		err := set(o, v)
		if _, ok := o.(*Instance); ok && err == nil {
			c.assigned(c.frame, o, name)
		}
		return err
	}
}

func (k *compiler) quietStore(name string) func(o, v py.Object) error {
	c := k.c
	var seen, grown *shape
	var epoch uint64
	at := 0
	return func(o, v py.Object) error {
		x, ok := o.(*Instance)
		if !ok {
			return c.setattr(o, name, v)
		}
		if x.shape == seen && epoch == c.epoch {
			if grown != nil {
				x.shape = grown
				if x.slots == nil {
					x.slots = make([]py.Object, 0, 4)
				}
				x.slots = append(x.slots, v)
				return nil
			}
			x.slots[at] = v
			return nil
		}
		if x.attrs != nil || x.cls.special().setattr != nil || x.cls.noDict {
			return c.setattr(o, name, v)
		}
		if d := x.cls.lookup(name); d != nil && isData(d) {
			return c.setattr(o, name, v)
		}
		before := x.shape
		if i := before.place(name); i >= 0 {
			seen, epoch, at, grown = before, c.epoch, i, nil
			x.slots[i] = v
			return nil
		}
		x.set(name, v)
		if x.attrs == nil {
			seen, epoch, grown = before, c.epoch, x.shape
		}
		return nil
	}
}

// methodCache is what a call x.name(…) remembers.
type methodCache struct {
	shape *shape
	cls   *Class
	epoch uint64
	fn    py.Object
	self  bool // fn gets the object first
}

// findMethod finds what x.name calls, without making a bound method. It returns
// nil if the attribute has to be read the ordinary way.
func (c *Context) findMethod(m *methodCache, o py.Object, name string) py.Object {
	if x, ok := o.(*Instance); ok {
		if x.shape == m.shape && m.epoch == c.epoch && x.cls == m.cls {
			return m.fn
		}
		if x.attrs != nil || x.cls.special().getattribute != nil || x.shape.place(name) >= 0 {
			return nil
		}
		fn := x.cls.lookup(name)
		if !bindsPlainly(fn) {
			return nil
		}
		*m = methodCache{x.shape, x.cls, c.epoch, fn, true}
		return fn
	}
	var k *Class
	switch x := o.(type) {
	case py.String:
		k = strClass
	case *py.List:
		k = listClass
	case *Dict:
		k = dictClass
	case py.Bytes:
		k = bytesClass
	case py.Tuple:
		k = tupleClass
	case *Set:
		k = x.class()
	default:
		return nil
	}
	if m.cls == k {
		return m.fn
	}
	fn := k.lookup(name)
	if !bindsPlainly(fn) {
		return nil
	}
	*m = methodCache{nil, k, c.epoch, fn, true}
	return fn
}

func bindsPlainly(fn py.Object) bool {
	switch x := fn.(type) {
	case *ScriptFunc:
		return true
	case *Builtin:
		return !x.static && !x.byType
	}
	return false
}
