package engine

import (
	"sync"

	"github.com/go-python/gpython/py"
)

// Class is a Python class: one that a script defined, a built-in one, or one
// made by Go for the host's objects. Built-in classes are shared by all contexts
// and never change.
type Class struct {
	name     string
	qualname string
	module   py.Object
	doc      py.Object
	bases    []*Class
	mro      []*Class
	dict     *Dict
	meta     *Class // nil for type
	ctx      *Context
	py       *py.Type
	// solid is the nearest built-in class, which decides what an instance is made
	// of.
	solid *Class
	final bool // cannot be derived from
	// shape is what instances without attributes have.
	shape *shape
	// found caches look-ups along the mro; for built-in classes it is complete
	// and only read.
	found map[string]py.Object
	slots slots
	subs  []*Class
	// noDict is set by __slots__: only these names can be assigned.
	noDict  bool
	slotted map[string]bool

	// make is __new__, init is __init__ of a built-in class.
	make func(c *Context, cls *Class, args []py.Object, kw []string) (py.Object, error)
	init func(c *Context, self py.Object, args []py.Object, kw []string) error
	// native are classes of Go objects that answer for themselves, by gpython's
	// M__…__ methods.
	native bool
	// missing makes the error for an attribute that instances do not have.
	missing func(name string) error
	// show is the repr of instances that have no __repr__ of their own.
	show func(o *Instance) string
	// abstract names the methods that a subclass has to define.
	abstract []string
}

// slots are the special methods that classes are asked for often. A class that
// does not define one has nil.
type slots struct {
	ready        bool
	getattribute py.Object
	getattr      py.Object
	setattr      py.Object
	delattr      py.Object
	new          py.Object
	init         py.Object
	call         py.Object
	bool         py.Object
	len          py.Object
	eq           py.Object
	hash         py.Object
	getitem      py.Object
	iter         py.Object
	next         py.Object
	enter        py.Object
}

// Type implements py.Object.
func (k *Class) Type() *py.Type {
	if k.meta != nil {
		return k.meta.py
	}
	return typeClass.py
}

// Name returns the class's __name__.
func (k *Class) Name() string { return k.name }

// MRO returns the method resolution order, the class itself first.
func (k *Class) MRO() []*Class { return append([]*Class(nil), k.mro...) }

// IsSubclass reports whether k is base or derived from it.
func (k *Class) IsSubclass(base *Class) bool {
	for _, m := range k.mro {
		if m == base {
			return true
		}
	}
	return false
}

// Lookup finds an attribute of the class along its mro, unbound; nil if there is
// none.
func (k *Class) Lookup(name string) py.Object { return k.lookup(name) }

// Own returns an attribute of the class itself, not of its bases; nil if there is
// none.
func (k *Class) Own(name string) py.Object { return k.dict.GetString(name) }

// OwnNames returns the names of the class's own attributes, in order.
func (k *Class) OwnNames() []string {
	names := make([]string, 0, k.dict.Len())
	k.dict.Each(func(key, _ py.Object) bool {
		if s, ok := key.(py.String); ok {
			names = append(names, string(s))
		}
		return true
	})
	return names
}

// SetOwn sets an attribute of a class of this context, as an assignment in the
// script would.
func (k *Class) SetOwn(name string, v py.Object) { k.set(name, v) }

// OnMissing sets what makes the error for an attribute that an instance lacks.
func (k *Class) OnMissing(f func(name string) error) { k.missing = f }

// OnRepr sets what repr() shows of an instance of the class, or of one derived
// from it, that has no __repr__.
func (k *Class) OnRepr(f func(o *Instance) string) { k.show = f }

// M__call__ lets gpython's functions make an instance.
func (k *Class) M__call__(args py.Tuple, kwargs py.StringDict) (py.Object, error) {
	if k.ctx == nil {
		return nil, raise(typeError, "class '%s' belongs to no context", k.name)
	}
	return k.ctx.callPy(k, args, kwargs)
}

// shortName is the __name__: a built-in class of a module has the module's name in
// messages.
func (k *Class) shortName() string {
	if k.ctx == nil {
		return k.qualname
	}
	return k.name
}

func (k *Class) lookup(name string) py.Object {
	if v, ok := k.found[name]; ok {
		return v
	}
	if k.ctx == nil {
		return nil
	}
	var v py.Object
	for _, m := range k.mro {
		if v = m.dict.GetString(name); v != nil {
			break
		}
	}
	if k.found == nil {
		k.found = make(map[string]py.Object, 16)
	} else if len(k.found) > 512 {
		clear(k.found)
	}
	k.found[name] = v
	return v
}

// lookupFrom finds an attribute behind a class of the mro, for super().
func (k *Class) lookupFrom(after *Class, name string) (py.Object, *Class) {
	seen := false
	for _, m := range k.mro {
		if seen {
			if v := m.dict.GetString(name); v != nil {
				return v, m
			}
		}
		seen = seen || m == after
	}
	return nil, nil
}

// overrides reports whether a class of the script, not a built-in one, defines a
// method.
func (k *Class) overrides(name string) py.Object {
	if k.ctx == nil {
		return nil
	}
	for _, m := range k.mro {
		if v := m.dict.GetString(name); v != nil {
			if m.ctx == nil {
				return nil
			}
			return v
		}
	}
	return nil
}

// set changes an attribute of the class.
func (k *Class) set(name string, v py.Object) {
	if v == nil {
		k.dict.DelString(name)
	} else {
		k.dict.SetString(name, v)
	}
	if k.ctx != nil {
		k.ctx.epoch++
		k.changed()
	}
}

// changed forgets what was cached of the class and of those derived from it.
func (k *Class) changed() {
	k.found = nil
	k.slots = slots{}
	for _, s := range k.subs {
		s.changed()
	}
}

// special returns the special methods of the class, found once.
func (k *Class) special() *slots {
	if !k.slots.ready {
		k.slots = slots{
			ready:        true,
			getattribute: k.overrides("__getattribute__"),
			getattr:      k.overrides("__getattr__"),
			setattr:      k.overrides("__setattr__"),
			delattr:      k.overrides("__delattr__"),
			new:          k.overrides("__new__"),
			init:         k.overrides("__init__"),
			call:         k.overrides("__call__"),
			bool:         k.overrides("__bool__"),
			len:          k.overrides("__len__"),
			eq:           k.overrides("__eq__"),
			hash:         k.overrides("__hash__"),
			getitem:      k.overrides("__getitem__"),
			iter:         k.overrides("__iter__"),
			next:         k.overrides("__next__"),
			enter:        k.overrides("__enter__"),
		}
	}
	return &k.slots
}

// shape is the order in which attributes were assigned to an instance. Instances
// of one class that were treated alike share one, so the place of an attribute
// is found once for all of them.
type shape struct {
	parent *shape
	name   string
	n      int // attributes
	next   map[string]*shape
	places map[string]int // of long shapes
}

// place returns the slot of an attribute, or -1.
func (s *shape) place(name string) int {
	if s.n > 8 {
		if s.places == nil {
			s.places = make(map[string]int, s.n)
			for p := s; p.parent != nil; p = p.parent {
				s.places[p.name] = p.n - 1
			}
		}
		if i, ok := s.places[name]; ok {
			return i
		}
		return -1
	}
	for p := s; p.parent != nil; p = p.parent {
		if p.name == name {
			return p.n - 1
		}
	}
	return -1
}

// with returns the shape with one attribute more.
func (s *shape) with(name string) *shape {
	if t := s.next[name]; t != nil {
		return t
	}
	t := &shape{parent: s, name: name, n: s.n + 1}
	if s.next == nil {
		s.next = make(map[string]*shape, 2)
	}
	if len(s.next) < 256 {
		s.next[name] = t
	}
	return t
}

// names returns the attributes in order.
func (s *shape) names() []string {
	out := make([]string, s.n)
	for p := s; p.parent != nil; p = p.parent {
		out[p.n-1] = p.name
	}
	return out
}

// maxShape is how many attributes an instance keeps in slots; with more it keeps
// them in a dict.
const maxShape = 128

// Instance is an object of a class that a script defined.
type Instance struct {
	cls   *Class
	shape *shape
	slots []py.Object
	// attrs replaces shape and slots once the script has asked for __dict__.
	attrs *Dict
	// hidden has the attributes named in __slots__, and what is the host's.
	hidden *Dict
	// base is the built-in value of an instance of a subclass of dict, str, ….
	base py.Object
}

// Type implements py.Object.
func (o *Instance) Type() *py.Type { return o.cls.py }

// Class returns the instance's class.
func (o *Instance) Class() *Class { return o.cls }

// Get returns an attribute of the instance itself, or nil.
func (o *Instance) Get(name string) py.Object { return o.get(name) }

// Set sets an attribute of the instance itself, without asking the class.
func (o *Instance) Set(name string, v py.Object) { o.set(name, v) }

// Del removes an attribute of the instance itself.
func (o *Instance) Del(name string) bool { return o.del(name) }

// Hidden returns what the host keeps with the instance, or nil.
func (o *Instance) Hidden(name string) py.Object {
	if o.hidden == nil {
		return nil
	}
	return o.hidden.GetString(name)
}

// SetHidden keeps something with the instance where no script sees it, under a
// name that is no attribute's.
func (o *Instance) SetHidden(name string, v py.Object) { _ = o.setHidden(name, v) }

// Names returns the names of the instance's own attributes.
func (o *Instance) Names() []string {
	if o.attrs == nil {
		return o.shape.names()
	}
	var names []string
	o.attrs.Each(func(k, _ py.Object) bool {
		if s, ok := k.(py.String); ok {
			names = append(names, string(s))
		}
		return true
	})
	return names
}

// M__call__ lets gpython's functions call it.
func (o *Instance) M__call__(args py.Tuple, kwargs py.StringDict) (py.Object, error) {
	return o.cls.ctx.callPy(o, args, kwargs)
}

// M__getattribute__ lets gpython's functions read an attribute.
func (o *Instance) M__getattribute__(name string) (py.Object, error) {
	return o.cls.ctx.getattr(o, name)
}

// M__repr__ lets gpython's functions show it.
func (o *Instance) M__repr__() (py.Object, error) {
	s, err := o.cls.ctx.repr(o)
	return py.String(s), err
}

func newInstance(k *Class) *Instance { return &Instance{cls: k, shape: k.shape} }

func (o *Instance) get(name string) py.Object {
	if o.attrs != nil {
		return o.attrs.GetString(name)
	}
	if i := o.shape.place(name); i >= 0 {
		return o.slots[i]
	}
	return nil
}

func (o *Instance) set(name string, v py.Object) {
	if o.attrs != nil {
		o.attrs.SetString(name, v)
		return
	}
	if i := o.shape.place(name); i >= 0 {
		o.slots[i] = v
		return
	}
	if o.shape.n >= maxShape {
		o.dict().SetString(name, v)
		return
	}
	if o.slots == nil {
		o.slots = make([]py.Object, 0, 4)
	}
	o.shape = o.shape.with(name)
	o.slots = append(o.slots, v)
}

func (o *Instance) del(name string) bool {
	if o.attrs != nil {
		return o.attrs.DelString(name)
	}
	at := o.shape.place(name)
	if at < 0 {
		return false
	}
	names := o.shape.names()
	o.shape = o.cls.shape
	for i, n := range names {
		if i != at {
			o.shape = o.shape.with(n)
		}
	}
	o.slots = append(o.slots[:at:at], o.slots[at+1:]...)
	return true
}

// dict returns the attributes as a dict that the script may change.
func (o *Instance) dict() *Dict {
	if o.attrs == nil {
		d := &Dict{}
		for i, n := range o.shape.names() {
			d.SetString(n, o.slots[i])
		}
		o.attrs, o.slots, o.shape = d, nil, dictShape
	}
	return o.attrs
}

// dictShape is the shape of instances whose attributes are in a dict. No cache
// holds it.
var dictShape = &shape{}

// base returns the built-in value of an instance of a subclass of a built-in
// class, and anything else as it is.
func base(o py.Object) py.Object {
	if x, ok := o.(*Instance); ok && x.base != nil {
		return x.base
	}
	return o
}

// wrap makes v an instance of cls unless cls is the built-in class itself.
func wrap(cls *Class, v py.Object) py.Object {
	if cls.ctx == nil {
		return v
	}
	o := newInstance(cls)
	o.base = v
	return o
}

// classed are the engine's own objects that know their class.
type classed interface{ class() *Class }

// classOf returns the class of any object.
func classOf(o py.Object) *Class {
	switch x := o.(type) {
	case *Instance:
		return x.cls
	case py.String:
		return strClass
	case py.Int, *py.BigInt:
		return intClass
	case py.Bool:
		return boolClass
	case py.NoneType:
		return noneClass
	case py.Float:
		return floatClass
	case py.Bytes:
		return bytesClass
	case *py.List:
		return listClass
	case py.Tuple:
		return tupleClass
	case *Dict:
		return dictClass
	case *Set:
		return x.class()
	case *ScriptFunc:
		return functionClass
	case *bound:
		return x.class()
	case *Builtin:
		return x.class()
	case *Exc:
		return x.cls
	case *Class:
		if x.meta != nil {
			return x.meta
		}
		return typeClass
	case *py.Type:
		if o == py.NotImplemented {
			// gpython's instances are of the Go type of its types.
			return notImplementedClass
		}
		return typeClass
	case classed:
		return x.class()
	}
	return foreignClass(o.Type())
}

// foreign are the classes of Go types that the engine does not know, by their
// gpython type.
var foreign sync.Map // of *py.Type to *Class

// foreignClass is the class that stands for a gpython type.
func foreignClass(t *py.Type) *Class {
	if k := typeClasses[t]; k != nil {
		return k
	}
	if k, ok := foreign.Load(t); ok {
		return k.(*Class)
	}
	k := &Class{
		name: t.Name, qualname: t.Name, module: py.String("builtins"), doc: py.String(t.Doc), bases: []*Class{objectClass}, meta: typeClass,
		dict: &Dict{}, py: t, native: true, final: true, found: map[string]py.Object{},
	}
	k.solid = k
	k.mro = []*Class{k, objectClass}
	for name, v := range objectClass.found {
		k.found[name] = v
	}
	for name, v := range t.Dict {
		k.dict.SetString(name, v)
		k.found[name] = v
	}
	if t.New != nil {
		k.make = func(c *Context, _ *Class, args []py.Object, kw []string) (py.Object, error) {
			n := len(args) - len(kw)
			return t.New(t, py.Tuple(args[:n:n]), kwargsDict(args[n:], kw))
		}
	}
	actual, _ := foreign.LoadOrStore(t, k)
	return actual.(*Class)
}

// ClassOf returns the class of an object.
func ClassOf(o py.Object) *Class { return classOf(o) }

// asClass returns the class that an object is, or nil.
func asClass(o py.Object) *Class {
	switch x := o.(type) {
	case *Class:
		return x
	case *py.Type:
		if o != py.NotImplemented {
			return foreignClass(x)
		}
	}
	return nil
}

// mergeMRO computes the method resolution order (C3).
func mergeMRO(k *Class) ([]*Class, error) {
	var lists [][]*Class
	for _, b := range k.bases {
		lists = append(lists, append([]*Class(nil), b.mro...))
	}
	lists = append(lists, append([]*Class(nil), k.bases...))
	out := []*Class{k}
	for {
		var head *Class
		empty := true
		for _, l := range lists {
			if len(l) == 0 {
				continue
			}
			empty = false
			ok := true
			for _, other := range lists {
				if len(other) > 1 && contains(other[1:], l[0]) {
					ok = false
					break
				}
			}
			if ok {
				head = l[0]
				break
			}
		}
		if empty {
			return out, nil
		}
		if head == nil {
			names := ""
			for i, b := range k.bases {
				if i > 0 {
					names += ", "
				}
				names += b.name
			}
			return nil, raise(typeError, "Cannot create a consistent method resolution\norder (MRO) for bases %s", names)
		}
		if len(out) > maxNest {
			return nil, raise(recursionError, "maximum depth of inheritance exceeded (%d)", maxNest)
		}
		out = append(out, head)
		for i, l := range lists {
			if len(l) > 0 && l[0] == head {
				lists[i] = l[1:]
			}
		}
	}
}

func contains(list []*Class, k *Class) bool {
	for _, x := range list {
		if x == k {
			return true
		}
	}
	return false
}
