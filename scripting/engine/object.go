package engine

import (
	"fmt"

	"github.com/go-python/gpython/py"
)

// Type describes a Python type whose objects are Go values of type T. Declare it
// once, at package initialisation or before the first context, add attributes and
// methods, then make objects with [Type.New]. A Type is read-only afterwards and
// shared by all contexts. Errors of its functions go through [Raise].
//
// Reading an attribute costs one look-up in a small map and the getter; nothing is
// allocated but what the getter makes. A method is bound once per object, so
// reading it allocates only the first time. For the few types where even that
// matters, implement M__getattribute__(name) by a switch on the name on a Go type
// of your own: gpython asks it before anything else.
type Type[T any] struct {
	py      *py.Type
	attrs   map[string]*attr[T]
	methods int
	repr    func(*T) string
	open    bool
}

type attr[T any] struct {
	name   string
	get    func(*T) (py.Object, error)
	set    func(*T, py.Object) error
	method func(self *T, args py.Tuple, kwargs py.StringDict) (py.Object, error)
	slot   int // of a method: index in Obj.bound
}

// NewType declares a type. name is what Python shows as the class name.
func NewType[T any](name, doc string) *Type[T] {
	t := &Type[T]{py: py.NewType(name, doc), attrs: map[string]*attr[T]{}}
	if err := py.TypeMakeReady(); err != nil {
		panic(err) // a programming error: gpython cannot fail here for a new type
	}
	return t
}

// Attr declares an attribute. set may be nil for one that cannot be assigned.
func (t *Type[T]) Attr(name string, get func(*T) (py.Object, error), set func(*T, py.Object) error) *Type[T] {
	t.attrs[name] = &attr[T]{name: name, get: get, set: set}
	return t
}

// Method declares a method. args is the VM's own memory: fn must copy what it
// keeps. kwargs is nil if there are none.
func (t *Type[T]) Method(name string, fn func(self *T, args py.Tuple, kwargs py.StringDict) (py.Object, error)) *Type[T] {
	t.attrs[name] = &attr[T]{name: name, method: fn, slot: t.methods}
	t.methods++
	return t
}

// Repr sets what repr() and str() show.
func (t *Type[T]) Repr(fn func(*T) string) *Type[T] {
	t.repr = fn
	return t
}

// Open lets scripts assign attributes that are not declared; they are kept with
// the object.
func (t *Type[T]) Open() *Type[T] {
	t.open = true
	return t
}

// Py returns the Python type object, for isinstance in scripts and for modules.
func (t *Type[T]) Py() *py.Type { return t.py }

// New makes an object with value v.
func (t *Type[T]) New(v T) *Obj[T] { return &Obj[T]{V: v, typ: t} }

// From returns the value behind o, or false if o is no object of this type.
func (t *Type[T]) From(o py.Object) (*T, bool) {
	x, ok := o.(*Obj[T])
	if !ok || x.typ != t {
		return nil, false
	}
	return &x.V, true
}

// Obj is a Python object around a Go value. It belongs to one context at a time.
type Obj[T any] struct {
	V     T
	typ   *Type[T]
	bound []boundMethod[T]
	extra py.StringDict
}

// Reset forgets attributes that a script added and leaves V alone, for objects
// that are used again for the next call. Methods that a script kept stay bound to
// the object.
func (o *Obj[T]) Reset() { clear(o.extra) }

// Type implements py.Object.
func (o *Obj[T]) Type() *py.Type { return o.typ.py }

// M__getattribute__ reads an attribute.
func (o *Obj[T]) M__getattribute__(name string) (py.Object, error) {
	if a := o.typ.attrs[name]; a != nil {
		if a.get != nil {
			v, err := a.get(&o.V)
			if err != nil {
				return nil, Raise(err)
			}
			return v, nil
		}
		if o.bound == nil {
			o.bound = make([]boundMethod[T], o.typ.methods)
		}
		b := &o.bound[a.slot]
		b.o, b.a = o, a
		return b, nil
	}
	if v := o.extra[name]; v != nil {
		return v, nil
	}
	if name == "__class__" {
		return o.typ.py, nil
	}
	return nil, raise(attributeError, "'%s' object has no attribute '%s'", o.typ.py.Name, name)
}

// M__setattr__ sets an attribute.
func (o *Obj[T]) M__setattr__(name string, v py.Object) (py.Object, error) {
	if a := o.typ.attrs[name]; a != nil {
		if a.set == nil {
			return nil, raise(attributeError, "attribute '%s' of '%s' objects is read-only", name, o.typ.py.Name)
		}
		return py.None, Raise(a.set(&o.V, v))
	}
	if !o.typ.open {
		return nil, raise(attributeError, "'%s' object has no attribute '%s'", o.typ.py.Name, name)
	}
	if o.extra == nil {
		o.extra = py.StringDict{}
	}
	o.extra[name] = v
	return py.None, nil
}

// M__delattr__ removes an attribute that a script added.
func (o *Obj[T]) M__delattr__(name string) (py.Object, error) {
	if _, ok := o.extra[name]; !ok {
		return nil, raise(attributeError, "'%s' object has no attribute '%s'", o.typ.py.Name, name)
	}
	delete(o.extra, name)
	return py.None, nil
}

// M__repr__ implements repr().
func (o *Obj[T]) M__repr__() (py.Object, error) {
	if o.typ.repr != nil {
		return py.String(o.typ.repr(&o.V)), nil
	}
	return py.String(fmt.Sprintf("<%s object at %p>", o.typ.py.Name, o)), nil
}

// M__eq__ is identity.
func (o *Obj[T]) M__eq__(other py.Object) (py.Object, error) {
	x, ok := other.(*Obj[T])
	return py.NewBool(ok && x == o), nil
}

// M__ne__ is identity.
func (o *Obj[T]) M__ne__(other py.Object) (py.Object, error) {
	x, ok := other.(*Obj[T])
	return py.NewBool(!ok || x != o), nil
}

// boundMethod is a method of an object, part of it, so that reading it again costs
// nothing.
type boundMethod[T any] struct {
	o *Obj[T]
	a *attr[T]
}

// Type implements py.Object.
func (*boundMethod[T]) Type() *py.Type { return py.MethodType }

// M__repr__ implements repr().
func (b *boundMethod[T]) M__repr__() (py.Object, error) {
	return py.String(fmt.Sprintf("<bound method %s.%s>", b.o.typ.py.Name, b.a.name)), nil
}

// M__call__ calls the method.
func (b *boundMethod[T]) M__call__(args py.Tuple, kwargs py.StringDict) (py.Object, error) {
	v, err := b.a.method(&b.o.V, args, kwargs)
	if err != nil {
		return nil, Raise(err)
	}
	return v, nil
}
