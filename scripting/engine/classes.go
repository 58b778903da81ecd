package engine

import (
	"reflect"
	"sort"
	"strings"

	"github.com/go-python/gpython/py"
)

// buildClass is __build_class__: gpython's, mended for exceptions as bases,
// inherited special methods, staticmethod and classmethod.
func (c *Context) buildClass(_ py.Object, args py.Tuple, kwargs py.StringDict) (py.Object, error) {
	if len(args) < 2 {
		return nil, py.ExceptionNewf(py.TypeError, "__build_class__: not enough arguments")
	}
	fn, ok := args[0].(*py.Function)
	if !ok {
		return nil, py.ExceptionNewf(py.TypeError, "__build_class__: func must be a function")
	}
	name, ok := args[1].(py.String)
	if !ok {
		return nil, py.ExceptionNewf(py.TypeError, "__build_class__: name is not a string")
	}
	if len(kwargs) != 0 {
		return nil, py.ExceptionNewf(py.TypeError, "class %s: keyword arguments and metaclasses are not supported", name)
	}
	bases := args[2:].Copy()
	for _, b := range bases {
		switch b {
		case py.StringType, py.IntType, py.StringDictType, py.ListType, py.TupleType, py.BytesType, py.FloatType:
			return nil, py.ExceptionNewf(py.TypeError, "class %s: subclassing %s is not supported", name, b.(*py.Type).Name)
		}
		if t, ok := b.(*py.Type); !ok || t.ObjectType != py.TypeType {
			return nil, py.ExceptionNewf(py.TypeError, "class %s: base %s is not a class that can be derived from", name, reprText(b))
		} else if len(t.Mro) > maxNest {
			return nil, tooDeep()
		}
	}
	ns := py.NewStringDict()
	cell, err := fn.Context.RunCode(fn.Code, fn.Globals, ns, fn.Closure)
	if err != nil {
		return nil, err
	}
	o, err := py.TypeNew(py.TypeType, py.Tuple{name, bases, ns}, nil)
	if err != nil {
		return nil, err
	}
	t := o.(*py.Type)
	c.finishClass(t)
	if k, ok := cell.(*py.Cell); ok {
		k.Set(t)
	}
	return t, nil
}

// finishClass completes a class that TypeNew made.
func (c *Context) finishClass(t *py.Type) {
	for name, v := range t.Dict {
		switch m := v.(type) {
		case *classMethod:
			m.owner = t
		case *py.Function:
			switch name {
			case "__new__":
				t.Dict[name] = &staticMethod{m}
			case "__next__":
				t.Dict[name] = &nextMethod{m}
			}
		}
	}
	// gpython looks up special methods in the class itself only.
	for _, b := range t.Mro[1:] {
		base, ok := b.(*py.Type)
		if !ok || base == py.ObjectType {
			continue
		}
		for name, v := range base.Dict {
			switch v.(type) {
			case *py.Function, *nextMethod:
				if _, has := t.Dict[name]; !has && strings.HasPrefix(name, "__") && strings.HasSuffix(name, "__") {
					t.Dict[name] = v
				}
			}
		}
	}
	if t.IsSubtype(py.BaseException) {
		c.userException(t)
		return
	}
	// gpython's own constructor knows neither __new__ nor instances that can be
	// called.
	maker, _ := t.Lookup("__new__").(*staticMethod)
	if call, ok := t.Lookup("__call__").(*py.Function); ok || maker != objectNew {
		t.New = func(cls *py.Type, args py.Tuple, kwargs py.StringDict) (py.Object, error) {
			if cls.ObjectType != py.TypeType {
				return nil, py.ExceptionNewf(py.TypeError, "'%s' object is not callable", cls.ObjectType.Name)
			}
			var o py.Object
			var err error
			if maker == objectNew {
				o, err = py.ObjectNew(cls, nil, nil)
			} else {
				o, err = py.Call(maker.fn, append(py.Tuple{cls}, args...), kwargs)
			}
			if inst, ok := o.(*py.Type); ok && call != nil && inst.ObjectType == cls {
				inst.New = func(_ *py.Type, args py.Tuple, kwargs py.StringDict) (py.Object, error) {
					return py.Call(call, append(py.Tuple{inst}, args...), kwargs)
				}
			}
			return o, err
		}
	}
}

// objectNew is object.__new__.
var objectNew = &staticMethod{py.MustNewMethod("__new__", func(_ py.Object, args py.Tuple) (py.Object, error) {
	if len(args) > 0 {
		if t, ok := args[0].(*py.Type); ok && t.ObjectType == py.TypeType && !t.IsSubtype(py.BaseException) {
			return t.Alloc(), nil
		}
	}
	return nil, py.ExceptionNewf(py.TypeError, "object.__new__(X): X is not a class")
}, 0, "")}

// nextMethod is a class's __next__. gpython's list(), sum() and the like know the
// end of an iteration only as StopIteration itself, not as one that was raised.
type nextMethod struct{ fn *py.Function }

// Type implements py.Object.
func (*nextMethod) Type() *py.Type { return py.FunctionType }

// M__get__ binds.
func (n *nextMethod) M__get__(instance, owner py.Object) (py.Object, error) {
	return n.fn.M__get__(instance, owner)
}

// M__call__ returns the next item.
func (n *nextMethod) M__call__(args py.Tuple, kwargs py.StringDict) (py.Object, error) {
	o, err := n.fn.M__call__(args, kwargs)
	if err != nil && py.IsException(py.StopIteration, err) {
		return nil, py.StopIteration
	}
	return o, err
}

// staticMethod is what @staticmethod makes. gpython's cannot be called through
// the class.
type staticMethod struct{ fn py.Object }

var staticType = py.NewTypeX("staticmethod", "staticmethod(function) -> method",
	func(_ *py.Type, args py.Tuple, _ py.StringDict) (py.Object, error) {
		if len(args) != 1 {
			return nil, py.ExceptionNewf(py.TypeError, "staticmethod expected 1 argument, got %d", len(args))
		}
		if s, ok := args[0].(*staticMethod); ok {
			return s, nil
		}
		return &staticMethod{args[0]}, nil
	}, nil)

// Type implements py.Object.
func (*staticMethod) Type() *py.Type { return staticType }

// M__get__ gives the function itself.
func (s *staticMethod) M__get__(instance, owner py.Object) (py.Object, error) { return s.fn, nil }

// M__call__ is Class.name(…).
func (s *staticMethod) M__call__(args py.Tuple, kwargs py.StringDict) (py.Object, error) {
	return py.Call(s.fn, args, kwargs)
}

// classMethod is what @classmethod makes. owner is the class whose body has it.
type classMethod struct {
	fn    py.Object
	owner *py.Type
}

var classMethodType = py.NewTypeX("classmethod", "classmethod(function) -> method",
	func(_ *py.Type, args py.Tuple, _ py.StringDict) (py.Object, error) {
		if len(args) != 1 {
			return nil, py.ExceptionNewf(py.TypeError, "classmethod expected 1 argument, got %d", len(args))
		}
		if _, ok := args[0].(*classMethod); ok {
			return nil, py.ExceptionNewf(py.TypeError, "classmethod of a classmethod")
		}
		return &classMethod{fn: args[0]}, nil
	}, nil)

// Type implements py.Object.
func (*classMethod) Type() *py.Type { return classMethodType }

// M__get__ binds to the class.
func (m *classMethod) M__get__(instance, owner py.Object) (py.Object, error) {
	if owner == nil || owner == py.None {
		owner = m.owner
	}
	return py.NewBoundMethod(owner, m.fn), nil
}

// M__call__ is Class.name(…) on the defining class.
func (m *classMethod) M__call__(args py.Tuple, kwargs py.StringDict) (py.Object, error) {
	return py.Call(py.NewBoundMethod(m.owner, m.fn), args, kwargs)
}

// userProperty is what @property makes.
type userProperty struct{ get, set, del py.Object }

var propertyType = py.NewTypeX("property", "property(fget=None, fset=None, fdel=None, doc=None)",
	func(_ *py.Type, args py.Tuple, kwargs py.StringDict) (py.Object, error) {
		var get, set, del, doc py.Object
		err := py.ParseTupleAndKeywords(args, kwargs, "|OOOO:property", []string{"fget", "fset", "fdel", "doc"}, &get, &set, &del, &doc)
		if err != nil {
			return nil, err
		}
		return &userProperty{get, set, del}, nil
	}, nil)

// Type implements py.Object.
func (*userProperty) Type() *py.Type { return propertyType }

func missing(o py.Object) bool { return o == nil || o == py.None }

// M__get__ calls the getter.
func (p *userProperty) M__get__(instance, owner py.Object) (py.Object, error) {
	if instance == py.None {
		return p, nil
	}
	if missing(p.get) {
		return nil, py.ExceptionNewf(py.AttributeError, "unreadable attribute")
	}
	return py.Call(p.get, py.Tuple{instance}, nil)
}

// M__set__ calls the setter.
func (p *userProperty) M__set__(instance, value py.Object) (py.Object, error) {
	if missing(p.set) {
		return nil, py.ExceptionNewf(py.AttributeError, "can't set attribute")
	}
	return py.Call(p.set, py.Tuple{instance, value}, nil)
}

// M__delete__ calls the deleter.
func (p *userProperty) M__delete__(instance py.Object) (py.Object, error) {
	if missing(p.del) {
		return nil, py.ExceptionNewf(py.AttributeError, "can't delete attribute")
	}
	return py.Call(p.del, py.Tuple{instance}, nil)
}

func init() {
	with := func(name string, f func(p userProperty, fn py.Object) *userProperty) {
		propertyType.Dict[name] = py.MustNewMethod(name, func(self, fn py.Object) (py.Object, error) {
			return f(*self.(*userProperty), fn), nil
		}, 0, "")
	}
	with("getter", func(p userProperty, fn py.Object) *userProperty { p.get = fn; return &p })
	with("setter", func(p userProperty, fn py.Object) *userProperty { p.set = fn; return &p })
	with("deleter", func(p userProperty, fn py.Object) *userProperty { p.del = fn; return &p })

	py.BoolType.New = func(_ *py.Type, args py.Tuple, kwargs py.StringDict) (py.Object, error) {
		var o py.Object = py.False
		if err := py.UnpackTuple(args, kwargs, "bool", 0, 1, &o); err != nil {
			return nil, err
		}
		return boolResult(truth(o))
	}
	py.StringType.New = newStr
	py.TypeType.Dict["__name__"] = &py.Property{Fget: func(o py.Object) (py.Object, error) { return py.String(o.(*py.Type).Name), nil }}
	py.TypeType.Dict["__qualname__"] = &py.Property{Fget: func(o py.Object) (py.Object, error) {
		t := o.(*py.Type)
		if t.Qualname == "" {
			return py.String(t.Name), nil
		}
		return py.String(t.Qualname), nil
	}}
	py.TypeType.Dict["__bases__"] = &py.Property{Fget: func(o py.Object) (py.Object, error) { return o.(*py.Type).Bases, nil }}
	py.TypeType.Dict["__mro__"] = &py.Property{Fget: func(o py.Object) (py.Object, error) { return o.(*py.Type).Mro, nil }}
	py.ObjectType.Dict["__class__"] = &py.Property{Fget: func(o py.Object) (py.Object, error) { return o.Type(), nil }}
	py.ObjectType.Dict["__dict__"] = &py.Property{Fget: func(o py.Object) (py.Object, error) {
		if d, ok := o.(py.IGetDict); ok && d.GetDict() != nil {
			if t, ok := o.(*py.Type); ok && builtinType(t) {
				return d.GetDict().Copy(), nil
			}
			return d.GetDict(), nil
		}
		return nil, py.ExceptionNewf(py.AttributeError, "'%s' object has no attribute '__dict__'", o.Type().Name)
	}}
	// Built-in types are shared by all contexts: a script must not change them.
	py.TypeType.Dict["__setattr__"] = unbound{py.MustNewMethod("__setattr__", func(_ py.Object, args py.Tuple) (py.Object, error) {
		t, name, err := ownClass(args, 3)
		if err == nil {
			t.Dict[name] = args[2]
		}
		return py.None, err
	}, 0, "")}
	py.TypeType.Dict["__delattr__"] = unbound{py.MustNewMethod("__delattr__", func(_ py.Object, args py.Tuple) (py.Object, error) {
		t, name, err := ownClass(args, 2)
		if err == nil {
			if _, ok := t.Dict[name]; !ok {
				return nil, py.ExceptionNewf(py.AttributeError, "type object '%s' has no attribute '%s'", t.Name, name)
			}
			delete(t.Dict, name)
		}
		return py.None, err
	}, 0, "")}
	// Attributes that a class inherits, reached through the class: gpython looks
	// into the class's own dictionary only. It calls this hook for classes, whose
	// MRO has object, and never for instances, which have no MRO.
	py.ObjectType.Dict["__getattr__"] = unbound{py.MustNewMethod("__getattr__", func(_ py.Object, args py.Tuple) (py.Object, error) {
		if len(args) != 2 {
			return nil, py.ExceptionNewf(py.TypeError, "__getattr__ expected 2 arguments")
		}
		name, err := py.AttributeName(args[1])
		if err != nil {
			return nil, err
		}
		t, ok := args[0].(*py.Type)
		if ok {
			if v := t.Lookup(name); v != nil {
				if d, ok := v.(py.I__get__); ok {
					return d.M__get__(py.None, t)
				}
				return v, nil
			}
			return nil, py.ExceptionNewf(py.AttributeError, "type object '%s' has no attribute '%s'", t.Name, name)
		}
		return nil, py.ExceptionNewf(py.AttributeError, "'%s' object has no attribute '%s'", args[0].Type().Name, name)
	}, 0, "")}
	py.ObjectType.Dict["__new__"] = objectNew
	// object.__init__ is what super().__init__() ends in.
	py.ObjectType.Dict["__init__"] = unbound{py.MustNewMethod("__init__", func(_ py.Object, args py.Tuple) (py.Object, error) {
		if len(args) > 1 {
			return nil, py.ExceptionNewf(py.TypeError, "object.__init__() takes no arguments")
		}
		return py.None, nil
	}, 0, "")}
	// A function's code stays what was instrumented.
	py.FunctionType.Dict["__code__"] = &py.Property{Fget: func(o py.Object) (py.Object, error) { return o.(*py.Function).Code, nil }}
}

// builtinType tells types made by Go from classes that a script defined.
func builtinType(t *py.Type) bool {
	return (t.ObjectType == nil || t.ObjectType == py.TypeType) && t.Flags&py.TPFLAGS_HEAPTYPE == 0
}

// ownClass checks the arguments of type.__setattr__ and __delattr__.
func ownClass(args py.Tuple, n int) (*py.Type, string, error) {
	if len(args) != n {
		return nil, "", py.ExceptionNewf(py.TypeError, "expected %d arguments", n)
	}
	name, err := py.AttributeName(args[1])
	if err != nil {
		return nil, "", err
	}
	t, ok := args[0].(*py.Type)
	if !ok || builtinType(t) {
		return nil, "", py.ExceptionNewf(py.TypeError, "cannot set '%s' attribute of immutable type '%s'", name, reprText(args[0]))
	}
	return t, name, nil
}

// superObject is what super() returns: attributes of self, looked up behind cls
// in the order of self's class.
type superObject struct {
	cls, start *py.Type
	self       py.Object
}

var superType = py.NewType("super", "super() -> methods of the base classes")

// Type implements py.Object.
func (*superObject) Type() *py.Type { return superType }

func newSuper(cls, self py.Object) (py.Object, error) {
	t, ok := cls.(*py.Type)
	if !ok {
		return nil, py.ExceptionNewf(py.TypeError, "super() argument 1 must be a class, not %s", cls.Type().Name)
	}
	start := self.Type()
	if s, ok := self.(*py.Type); ok && s.ObjectType == py.TypeType {
		start = s // in a class method
	}
	if !start.IsSubtype(t) {
		return nil, py.ExceptionNewf(py.TypeError, "super(type, obj): obj must be an instance or subtype of type")
	}
	return &superObject{t, start, self}, nil
}

// M__getattribute__ finds name.
func (s *superObject) M__getattribute__(name string) (py.Object, error) {
	behind := false
	for _, b := range s.start.Mro {
		if behind {
			if v, ok := b.(*py.Type).Dict[name]; ok {
				if d, ok := v.(py.I__get__); ok {
					inst := s.self
					if t, isClass := inst.(*py.Type); isClass && t == s.start {
						inst = py.None
					}
					return d.M__get__(inst, s.start)
				}
				return v, nil
			}
		}
		if b == py.Object(s.cls) {
			behind = true
		}
	}
	return nil, py.ExceptionNewf(py.AttributeError, "'super' object has no attribute '%s'", name)
}

// address is id(o): unique among live objects that have an address.
func address(o py.Object) int64 {
	v := reflect.ValueOf(o)
	switch v.Kind() {
	case reflect.Pointer, reflect.Map, reflect.Slice, reflect.Func, reflect.Chan, reflect.UnsafePointer:
		return int64(v.Pointer())
	}
	if s, ok := o.(py.String); ok {
		return fnv(string(s))
	}
	if n, ok := o.(py.Int); ok {
		return int64(n)*2 + 1
	}
	return fnv(o.Type().Name)
}

// dir is dir(o): the sorted names of o's attributes.
func dir(o py.Object) (py.Object, error) {
	names := map[string]struct{}{}
	if d, ok := o.(py.IGetDict); ok {
		for k := range d.GetDict() {
			names[k] = struct{}{}
		}
	}
	mro := o.Type().Mro
	if t, ok := o.(*py.Type); ok && t.ObjectType == py.TypeType {
		mro = t.Mro
	}
	for _, b := range mro {
		for k := range b.(*py.Type).Dict {
			names[k] = struct{}{}
		}
	}
	list := make([]string, 0, len(names))
	for k := range names {
		list = append(list, k)
	}
	sort.Strings(list)
	return py.NewListFromStrings(list), nil
}
