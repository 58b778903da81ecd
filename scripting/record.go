package scripting

import (
	"fmt"
	"strings"

	"github.com/go-python/gpython/py"

	"github.com/windlassfs/windlass/scripting/engine"
)

// A record is a plain struct as Python sees it: the attributes of an object, a
// lock, a directory entry. What a handler receives is a view of the machine's
// own record and cannot be changed; a copy, or one that the script made, can.
type record[T any] struct {
	l        *life // nil: the script's own
	p        *T
	class    *recordClass[T]
	writable bool
}

// recordClass describes the attributes of a record.
type recordClass[T any] struct {
	class
	byName map[string]*attribute[T]
	// pointers is set for records that point to what belongs to a request: a
	// copy of one lives no longer than the request.
	pointers bool
}

// attribute is one attribute of a record. get runs when the record is alive;
// set may be nil.
type attribute[T any] struct {
	name string
	get  func(r *record[T]) py.Object
	set  func(r *record[T], o py.Object) error
}

func newRecordClass[T any](name, doc string, attrs []attribute[T]) *recordClass[T] {
	c := &recordClass[T]{byName: make(map[string]*attribute[T])}
	names := make([]string, 0, len(attrs))
	for i := range attrs {
		c.byName[attrs[i].name] = &attrs[i]
		names = append(names, attrs[i].name)
	}
	copyMethod := &method{name: "copy", doc: "copy() -> a copy that can be changed and kept", fn: func(self py.Object, args py.Tuple, kwargs py.StringDict) (py.Object, error) {
		if err := exactly("copy", args, kwargs, 0); err != nil {
			return nil, err
		}
		r := self.(*record[T])
		if err := r.l.check(name); err != nil {
			return nil, err
		}
		dup := c.own(*r.p)
		if c.pointers {
			dup.l = r.l
		}
		return dup, nil
	}}
	c.class = *newClass(name, doc, strings.Join(names, " "), copyMethod)
	c.constructor(func(args py.Tuple, kwargs py.StringDict) (py.Object, error) {
		if len(args) != 0 {
			return nil, py.ExceptionNewf(py.TypeError, "%s() takes keyword arguments only, for example %s(%s=…)", name, name, names[0])
		}
		var zero T
		r := c.own(zero)
		for k, v := range kwargs {
			if _, err := r.M__setattr__(k, v); err != nil {
				return nil, err
			}
		}
		return r, nil
	})
	return c
}

// own makes a record that belongs to the script.
func (c *recordClass[T]) own(v T) *record[T] {
	return &record[T]{p: &v, class: c, writable: true}
}

// view makes one that shows the machine's record.
func (c *recordClass[T]) view(l *life, p *T) *record[T] {
	return &record[T]{l: l, p: p, class: c}
}

// Type implements py.Object.
func (r *record[T]) Type() *py.Type { return r.class.typ }

// M__getattribute__ reads an attribute.
func (r *record[T]) M__getattribute__(name string) (py.Object, error) {
	if a := r.class.byName[name]; a != nil {
		if err := r.l.check(r.class.typ.Name); err != nil {
			return nil, err
		}
		return a.get(r), nil
	}
	return r.class.attr(r, name)
}

// M__setattr__ changes an attribute of the script's own record.
func (r *record[T]) M__setattr__(name string, value py.Object) (py.Object, error) {
	a := r.class.byName[name]
	if a == nil {
		return nil, r.class.noAttr(name)
	}
	if !r.writable {
		return nil, py.ExceptionNewf(py.AttributeError, "this %s belongs to the request and others read it; change a copy: b = buf.copy()", r.class.typ.Name)
	}
	if err := r.l.check(r.class.typ.Name); err != nil {
		return nil, err
	}
	if a.set == nil {
		return nil, r.class.readOnly(name)
	}
	if err := a.set(r, value); err != nil {
		return nil, py.ExceptionNewf(py.TypeError, "%s.%s must be %v, not %s", r.class.typ.Name, name, err, kindOf(value))
	}
	return py.None, nil
}

// M__eq__ compares two records by their attributes.
func (r *record[T]) M__eq__(other py.Object) (py.Object, error) {
	o, ok := other.(*record[T])
	if !ok {
		return py.NotImplemented, nil
	}
	if err := r.l.check(r.class.typ.Name); err != nil {
		return nil, err
	}
	if err := o.l.check(r.class.typ.Name); err != nil {
		return nil, err
	}
	return py.NewBool(any(*r.p) == any(*o.p)), nil
}

// M__ne__ is the opposite.
func (r *record[T]) M__ne__(other py.Object) (py.Object, error) {
	eq, err := r.M__eq__(other)
	if err != nil || eq == py.NotImplemented {
		return eq, err
	}
	return py.NewBool(eq == py.False), nil
}

// M__repr__ shows the attributes.
func (r *record[T]) M__repr__() (py.Object, error) {
	name := r.class.typ.Name
	if r.l != nil && r.l.over {
		return py.String(fmt.Sprintf("<%s of a %s that has ended>", name, r.l.what)), nil
	}
	var b strings.Builder
	b.WriteString(name + "(")
	n := 0
	for _, a := range r.class.attrs {
		if strings.HasPrefix(a, "st_") {
			continue // another name for what is shown already
		}
		v := r.class.byName[a].get(r)
		if v == py.Object(py.Int(0)) || v == py.Object(py.None) {
			continue
		}
		text := engine.ReprOf(v)
		if n > 0 {
			b.WriteString(", ")
		}
		b.WriteString(a + "=" + text)
		n++
	}
	b.WriteString(")")
	return py.String(b.String()), nil
}

// typeName is the error of a setter: the type that the attribute wants.
type typeName string

// Error returns the type.
func (t typeName) Error() string { return string(t) }

// number makes an integer attribute of a record.
func number[T any, N int16 | int32 | int64 | uint32 | uint64](name string, field func(*T) *N) attribute[T] {
	return attribute[T]{
		name: name,
		get: func(r *record[T]) py.Object {
			v := *field(r.p)
			if v < 0 {
				return py.Int(v)
			}
			return giveUint(uint64(v))
		},
		set: func(r *record[T], o py.Object) error {
			v, wide, ok := integer(o)
			n := N(v)
			if !ok || int64(n) != v || wide && n < 0 || !wide && (n < 0) != (v < 0) {
				return typeName("an int in the range of the field")
			}
			*field(r.p) = n
			return nil
		},
	}
}
