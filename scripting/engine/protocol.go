package engine

import (
	"math/big"

	"github.com/go-python/gpython/py"
)

// truth is bool(o).
func (c *Context) truth(o py.Object) (bool, error) {
	switch x := o.(type) {
	case py.Bool:
		return bool(x), nil
	case py.NoneType:
		return false, nil
	case py.Int:
		return x != 0, nil
	case py.String:
		return len(x) > 0, nil
	case *py.List:
		return len(x.Items) > 0, nil
	case *Dict:
		return x.n > 0, nil
	case py.Tuple:
		return len(x) > 0, nil
	case *Instance:
		return c.instanceTruth(x)
	case py.Bytes:
		return len(x) > 0, nil
	case py.Float:
		return x != 0, nil
	case py.Complex:
		return x != 0, nil
	case *py.BigInt:
		return (*big.Int)(x).Sign() != 0, nil
	case *Set:
		return x.d.n > 0, nil
	case *bytearray:
		return len(x.b) > 0, nil
	case *rangeObject:
		return x.len().Sign() > 0, nil
	case *dictView:
		return x.d.n > 0, nil
	case *ScriptFunc, *Class, *bound, *Builtin, *Exc, *ModuleObject:
		return true, nil
	case *memoryview:
		return len(x.bytes()) > 0, nil
	case sized:
		return x.length() > 0, nil
	}
	if b, ok := o.(py.I__bool__); ok {
		v, err := b.M__bool__()
		if err != nil {
			return false, err
		}
		return v == py.Object(py.True), nil
	}
	if l, ok := o.(py.I__len__); ok {
		v, err := l.M__len__()
		if err != nil {
			return false, err
		}
		return v != py.Object(py.Int(0)), nil
	}
	return true, nil
}

// sized is an object of a module made by Go that has a length.
type sized interface{ length() int }

func (c *Context) instanceTruth(x *Instance) (bool, error) {
	s := x.cls.special()
	if s.bool != nil {
		v, err := c.callSpecial(s.bool, x)
		if err != nil {
			return false, err
		}
		b, ok := v.(py.Bool)
		if !ok {
			return false, raise(typeError, "__bool__ should return bool, returned %s", classOf(v).name)
		}
		return bool(b), nil
	}
	if s.len != nil {
		n, err := c.length(x)
		return n > 0, err
	}
	if x.base != nil {
		return c.truth(x.base)
	}
	return true, nil
}

// length is len(o).
func (c *Context) length(o py.Object) (int, error) {
	switch x := o.(type) {
	case *py.List:
		return len(x.Items), nil
	case py.String:
		return textLen(string(x)), nil
	case *Dict:
		return x.n, nil
	case py.Tuple:
		return len(x), nil
	case py.Bytes:
		return len(x), nil
	case *Set:
		return x.d.n, nil
	case *bytearray:
		return len(x.b), nil
	case *rangeObject:
		n := x.len()
		if !n.IsInt64() {
			return 0, raise(overflowError, "Python int too large to convert to C ssize_t")
		}
		return int(n.Int64()), nil
	case *dictView:
		return x.d.n, nil
	case *memoryview:
		return len(x.bytes()) / x.size(), nil
	case *Instance:
		fn := x.cls.lookup("__len__")
		if fn == nil {
			break
		}
		if _, native := fn.(*Builtin); native && x.base != nil {
			return c.length(x.base)
		}
		v, err := c.callSpecial(fn, x)
		if err != nil {
			return 0, err
		}
		n, err := c.indexObject(v)
		if err != nil {
			return 0, err
		}
		i, ok := n.(py.Int)
		if !ok {
			return 0, raise(overflowError, "cannot fit 'int' into an index-sized integer")
		}
		if i < 0 {
			return 0, raise(valueError, "__len__() should return >= 0")
		}
		return int(i), nil
	case *Class:
		if x.meta != nil {
			if fn := x.meta.lookup("__len__"); fn != nil {
				v, err := c.callSpecial(fn, x)
				if err != nil {
					return 0, err
				}
				return c.index(v)
			}
		}
	case sized:
		return x.length(), nil
	}
	if l, ok := o.(py.I__len__); ok {
		v, err := l.M__len__()
		if err != nil {
			return 0, err
		}
		n, _ := v.(py.Int)
		return int(n), nil
	}
	return 0, raise(typeError, "object of type '%s' has no len()", classOf(o).name)
}

// getitem is o[key].
func (c *Context) getitem(o, key py.Object) (py.Object, error) {
	switch x := o.(type) {
	case *Dict:
		v, err := x.get(c, key)
		if v == nil && err == nil {
			return nil, keyErr(key)
		}
		return v, err
	case *py.List:
		return c.listItem(x, key)
	case py.Tuple:
		return c.tupleItem(x, key)
	case py.String:
		return c.stringItem(string(x), key)
	case py.Bytes:
		return c.bytesItem(x, key)
	case *Instance:
		if fn := x.cls.lookup("__getitem__"); fn != nil {
			if _, native := fn.(*Builtin); native && x.base != nil {
				return c.baseItem(x, key)
			}
			return c.callSpecial(fn, x, key)
		}
	case *bytearray:
		return c.bytearrayItem(x, key)
	case *rangeObject:
		return x.item(c, key)
	case *memoryview:
		return x.item(c, key)
	case *Class:
		return c.classItem(x, key)
	case *alias:
		return nil, raise(typeError, "%s is not a generic class", reprText(x))
	}
	if k := classOf(o); !k.native {
		if fn := k.lookup("__getitem__"); fn != nil {
			return c.callSpecial(fn, o, key)
		}
	}
	if g, ok := o.(py.I__getitem__); ok {
		return g.M__getitem__(key)
	}
	return nil, raise(typeError, "'%s' object is not subscriptable", classOf(o).name)
}

// baseItem is the built-in subscript of an instance of a subclass.
func (c *Context) baseItem(x *Instance, key py.Object) (py.Object, error) {
	d, ok := x.base.(*Dict)
	if !ok {
		return c.getitem(x.base, key)
	}
	v, err := d.get(c, key)
	if v != nil || err != nil {
		return v, err
	}
	if fn := x.cls.lookup("__missing__"); fn != nil {
		return c.callSpecial(fn, x, key)
	}
	return nil, keyErr(key)
}

// keyErr is the KeyError of a missing key.
func keyErr(key py.Object) error { return &Exc{cls: keyError, args: py.Tuple{key}} }

// classItem is C[key].
func (c *Context) classItem(k *Class, key py.Object) (py.Object, error) {
	if k.meta != nil {
		if fn := k.meta.lookup("__getitem__"); fn != nil {
			return c.callSpecial(fn, k, key)
		}
	}
	if fn := k.lookup("__class_getitem__"); fn != nil {
		m, err := c.bind(fn, nil, k)
		if err != nil {
			return nil, err
		}
		return c.call1(m, key)
	}
	switch k {
	case listClass, dictClass, tupleClass, setClass, frozensetClass, typeClass:
		return newAlias(k, key), nil
	}
	return nil, raise(typeError, "type '%s' is not subscriptable", k.name)
}

// setitem is o[key] = v.
func (c *Context) setitem(o, key, v py.Object) error {
	switch x := o.(type) {
	case *Dict:
		return x.set(c, key, v)
	case *py.List:
		return c.setListItem(x, key, v)
	case *Instance:
		if fn := x.cls.lookup("__setitem__"); fn != nil {
			if _, native := fn.(*Builtin); native && x.base != nil {
				return c.setitem(x.base, key, v)
			}
			_, err := c.callSpecial(fn, x, key, v)
			return err
		}
		if x.cls.overrides("__delitem__") != nil {
			return raise(attributeError, "__setitem__")
		}
	case *bytearray:
		return c.setBytearrayItem(x, key, v)
	case *memoryview:
		return x.setItem(c, key, v)
	case *Class:
		if x.meta != nil {
			if fn := x.meta.lookup("__setitem__"); fn != nil {
				_, err := c.callSpecial(fn, x, key, v)
				return err
			}
		}
	}
	if k := classOf(o); !k.native {
		if fn := k.lookup("__setitem__"); fn != nil {
			_, err := c.callSpecial(fn, o, key, v)
			return err
		}
	}
	if s, ok := o.(py.I__setitem__); ok && settable(o) {
		_, err := s.M__setitem__(key, v)
		return err
	}
	return raise(typeError, "'%s' object does not support item assignment", classOf(o).name)
}

func settable(o py.Object) bool {
	switch o.(type) {
	case py.Tuple, py.String, py.Bytes:
		return false
	}
	return true
}

// delitem is del o[key].
func (c *Context) delitem(o, key py.Object) error {
	switch x := o.(type) {
	case *Dict:
		v, err := x.pop(c, key)
		if v == nil && err == nil {
			return keyErr(key)
		}
		return err
	case *py.List:
		return c.delListItem(x, key)
	case *bytearray:
		return c.delBytearrayItem(x, key)
	case *Instance:
		if fn := x.cls.lookup("__delitem__"); fn != nil {
			if _, native := fn.(*Builtin); native && x.base != nil {
				return c.delitem(x.base, key)
			}
			_, err := c.callSpecial(fn, x, key)
			return err
		}
		if x.cls.overrides("__setitem__") != nil {
			return raise(attributeError, "__delitem__")
		}
	}
	if k := classOf(o); !k.native {
		if fn := k.lookup("__delitem__"); fn != nil {
			_, err := c.callSpecial(fn, o, key)
			return err
		}
	}
	if d, ok := o.(py.I__delitem__); ok && classOf(o).native {
		_, err := d.M__delitem__(key)
		return err
	}
	k := classOf(o)
	if _, isIndex := bigOf(key); isIndex && (k.ctx != nil || k.lookup("__contains__") != nil) {
		return raise(typeError, "'%s' object doesn't support item deletion", k.name)
	}
	return raise(typeError, "'%s' object does not support item deletion", k.name)
}

// contains is item in o.
func (c *Context) contains(o, item py.Object) (bool, error) {
	switch x := o.(type) {
	case *Dict:
		i, _, err := x.find(c, item)
		return i >= 0, err
	case *Set:
		return c.setHas(x, item)
	case *py.List:
		for i := 0; i < len(x.Items); i++ {
			if ok, err := c.sameItem(x.Items[i], item); ok || err != nil {
				return ok, err
			}
		}
		return false, nil
	case py.Tuple:
		for _, it := range x {
			if ok, err := c.sameItem(it, item); ok || err != nil {
				return ok, err
			}
		}
		return false, nil
	case py.String:
		s, ok := textOf(item)
		if !ok {
			return false, raise(typeError, "'in <string>' requires string as left operand, not %s", classOf(item).name)
		}
		return containsText(string(x), s), nil
	case py.Bytes, *bytearray:
		return c.bytesContain(o, item)
	case *dictView:
		return x.has(c, item)
	case *rangeObject:
		return x.has(c, item)
	case *Instance:
		fn := x.cls.lookup("__contains__")
		if fn == py.Object(py.None) {
			return false, raise(typeError, "'%s' object is not a container", x.cls.name)
		}
		if fn != nil {
			if _, native := fn.(*Builtin); native && x.base != nil {
				return c.contains(x.base, item)
			}
			v, err := c.callSpecial(fn, x, item)
			if err != nil {
				return false, err
			}
			return c.truth(v)
		}
	case *Class:
		if x.meta != nil {
			if fn := x.meta.lookup("__contains__"); fn != nil {
				v, err := c.callSpecial(fn, x, item)
				if err != nil {
					return false, err
				}
				return c.truth(v)
			}
		}
	default:
		if k := classOf(o); !k.native {
			if fn := k.lookup("__contains__"); fn != nil {
				v, err := c.callSpecial(fn, o, item)
				if err != nil {
					return false, err
				}
				return c.truth(v)
			}
		}
		if x, ok := o.(py.I__contains__); ok {
			v, err := x.M__contains__(item)
			if err != nil {
				return false, err
			}
			return v == py.Object(py.True), nil
		}
	}
	it, err := c.iter(o)
	if err != nil {
		if !iterable(o) {
			return false, raise(typeError, "argument of type '%s' is not iterable", classOf(o).name)
		}
		return false, err
	}
	for {
		if err := c.step(); err != nil {
			return false, err
		}
		v, err := it.next(c)
		if v == nil || err != nil {
			return false, err
		}
		if ok, err := c.sameItem(v, item); ok || err != nil {
			return ok, err
		}
	}
}

// sameItem is the equality of items of sequences: identity or ==.
func (c *Context) sameItem(a, b py.Object) (bool, error) {
	if err := c.step(); err != nil {
		return false, err
	}
	if identical(a, b) {
		return true, nil
	}
	return c.equal(a, b)
}

// isInstance is isinstance(o, t).
func (c *Context) isInstance(o, t py.Object) (bool, error) { return c.isInstanceAt(o, t, 0) }

func (c *Context) isInstanceAt(o, t py.Object, depth int) (bool, error) {
	if depth > maxNest {
		return false, tooDeep()
	}
	switch x := t.(type) {
	case *Class:
		k := classOf(o)
		if k == x {
			return true, nil
		}
		if x.meta != nil {
			if fn := x.meta.overrides("__instancecheck__"); fn != nil {
				v, err := c.callSpecial(fn, x, o)
				if err != nil {
					return false, err
				}
				return c.truth(v)
			}
		}
		return c.isPlainInstance(o, x)
	case *py.Type:
		return c.isInstanceAt(o, foreignClass(x), depth)
	case py.Tuple:
		for _, y := range x {
			if ok, err := c.isInstanceAt(o, y, depth+1); ok || err != nil {
				return ok, err
			}
		}
		return false, nil
	case *unionType:
		for _, y := range x.args {
			if y == py.Object(py.None) {
				y = noneClass
			}
			if ok, err := c.isInstanceAt(o, y, depth+1); ok || err != nil {
				return ok, err
			}
		}
		return false, nil
	}
	if fn := classOf(t).overrides("__instancecheck__"); fn != nil {
		v, err := c.callSpecial(fn, t, o)
		if err != nil {
			return false, err
		}
		return c.truth(v)
	}
	if _, ok := t.(*alias); ok {
		return false, raise(typeError, "isinstance() argument 2 cannot be a parameterized generic")
	}
	return false, raise(typeError, "isinstance() arg 2 must be a type, a tuple of types, or a union")
}

// isPlainInstance is type.__instancecheck__.
func (c *Context) isPlainInstance(o py.Object, x *Class) (bool, error) {
	k := classOf(o)
	if isPlainSubclass(k, x) {
		return true, nil
	}
	// An object may say to be of another class.
	if k.ctx != nil && (k.overrides("__class__") != nil || k.overrides("__getattribute__") != nil) {
		v, err := c.optionalAttr(o, "__class__")
		if err != nil {
			return false, err
		}
		if other := asClass(or(v, py.None)); other != nil {
			return other.IsSubclass(x), nil
		}
	}
	return false, nil
}

// isPlainSubclass is type.__subclasscheck__.
func isPlainSubclass(k, x *Class) bool {
	if k.IsSubclass(x) {
		return true
	}
	hook := abstractHooks[x]
	return hook != nil && hook(k)
}

// abstractHooks decide about classes of the standard library that others need
// not be derived from. They are filled at package initialisation.
var abstractHooks = map[*Class]func(k *Class) bool{}

// isSubclass is issubclass(k, t).
func (c *Context) isSubclass(k *Class, t py.Object, depth int) (bool, error) {
	if depth > maxNest {
		return false, tooDeep()
	}
	switch x := t.(type) {
	case *Class:
		if x.meta != nil {
			if fn := x.meta.overrides("__subclasscheck__"); fn != nil {
				v, err := c.callSpecial(fn, x, k)
				if err != nil {
					return false, err
				}
				return c.truth(v)
			}
		}
		return isPlainSubclass(k, x), nil
	case *py.Type:
		return c.isSubclass(k, foreignClass(x), depth)
	case py.Tuple:
		for _, y := range x {
			if ok, err := c.isSubclass(k, y, depth+1); ok || err != nil {
				return ok, err
			}
		}
		return false, nil
	case *unionType:
		return c.isSubclass(k, py.Tuple(x.args), depth+1)
	}
	if fn := classOf(t).overrides("__subclasscheck__"); fn != nil {
		v, err := c.callSpecial(fn, t, k)
		if err != nil {
			return false, err
		}
		return c.truth(v)
	}
	if _, ok := t.(*alias); ok {
		return false, raise(typeError, "issubclass() argument 2 cannot be a parameterized generic")
	}
	return false, raise(typeError, "issubclass() arg 2 must be a class, a tuple of classes, or a union")
}
