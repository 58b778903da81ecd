package engine

import (
	"github.com/go-python/gpython/py"
)

// iter is iter(o).
func (c *Context) iter(o py.Object) (iterator, error) {
	switch x := o.(type) {
	case *py.List:
		return &listIter{l: x}, nil
	case py.Tuple:
		return &tupleIter{t: x}, nil
	case *Dict:
		return x.iter('k'), nil
	case iterator:
		return x, nil
	case py.String:
		return &textIter{s: string(x)}, nil
	case py.Bytes:
		return &bytesIter{b: x}, nil
	case *bytearray:
		return &bytesIter{arr: x}, nil
	case *Set:
		return x.iter(), nil
	case *rangeObject:
		return x.iter(), nil
	case *dictView:
		return x.d.iter(x.what), nil
	case *memoryview:
		return &bytesIter{b: x.bytes()}, nil
	case *Instance:
		return c.iterInstance(x)
	case *Class:
		if x.meta != nil {
			if fn := x.meta.lookup("__iter__"); fn != nil {
				v, err := c.callSpecial(fn, x)
				if err != nil {
					return nil, err
				}
				return c.asIterator(v)
			}
		}
	}
	if k := classOf(o); !k.native {
		if fn := k.lookup("__iter__"); fn != nil {
			v, err := c.callSpecial(fn, o)
			if err != nil {
				return nil, err
			}
			return c.asIterator(v)
		}
	}
	if it, ok := o.(py.I__iter__); ok {
		v, err := it.M__iter__()
		if err != nil {
			return nil, err
		}
		return c.asIterator(v)
	}
	if n, ok := o.(py.I__next__); ok {
		return &foreignIter{o: o, n: n}, nil
	}
	if _, ok := o.(py.I__getitem__); ok && classOf(o).native {
		return &itemIter{o: o}, nil
	}
	return nil, raise(typeError, "'%s' object is not iterable", classOf(o).name)
}

func (c *Context) iterInstance(x *Instance) (iterator, error) {
	fn := x.cls.lookup("__iter__")
	if fn == py.Object(py.None) {
		return nil, raise(typeError, "'%s' object is not iterable", x.cls.name)
	}
	if fn != nil {
		if _, native := fn.(*Builtin); native && x.base != nil {
			return c.iter(x.base)
		}
		if err := c.enterNative(); err != nil {
			return nil, err
		}
		v, err := c.callSpecial(fn, x)
		c.leaveNative()
		if err != nil {
			return nil, err
		}
		return c.asIterator(v)
	}
	if x.cls.lookup("__getitem__") != nil {
		return &itemIter{o: x}, nil
	}
	return nil, raise(typeError, "'%s' object is not iterable", x.cls.name)
}

// asIterator makes an iterator of what __iter__ returned.
func (c *Context) asIterator(v py.Object) (iterator, error) {
	switch x := v.(type) {
	case iterator:
		return x, nil
	case *Instance:
		if x.cls.lookup("__next__") != nil {
			return &userIter{o: x}, nil
		}
	case py.I__next__:
		return &foreignIter{o: v, n: x}, nil
	}
	if k := classOf(v); !k.native && k.lookup("__next__") != nil {
		return &userIter{o: v}, nil
	}
	return nil, raise(typeError, "iter() returned non-iterator of type '%s'", classOf(v).name)
}

// iterable reports whether iter(o) is possible.
func iterable(o py.Object) bool {
	switch x := o.(type) {
	case *py.List, py.Tuple, *Dict, py.String, py.Bytes, *Set, iterator:
		return true
	case *Instance:
		fn := x.cls.lookup("__iter__")
		return fn != nil && fn != py.Object(py.None) || fn == nil && x.cls.lookup("__getitem__") != nil
	case *Class:
		return x.meta != nil && x.meta.lookup("__iter__") != nil
	}
	if k := classOf(o); !k.native && k.lookup("__iter__") != nil {
		return true
	}
	_, ok := o.(py.I__iter__)
	return ok
}

// object is the Python object of an iterator: what the script wrote itself is
// given back as it was.
func iterObject(it iterator) py.Object {
	switch x := it.(type) {
	case *userIter:
		return x.o
	case *foreignIter:
		return x.o
	}
	return it
}

// each calls f with the items of an iterable; each counts as a step.
func (c *Context) each(o py.Object, f func(v py.Object) error) error {
	it, err := c.iter(o)
	if err != nil {
		return err
	}
	for {
		if c.fuel--; c.fuel < 0 {
			if err := c.slow(); err != nil {
				return err
			}
		}
		v, err := it.next(c)
		if v == nil || err != nil {
			return err
		}
		if err := f(v); err != nil {
			return err
		}
	}
}

// list returns the items of an iterable in a new slice.
func (c *Context) list(o py.Object) ([]py.Object, error) { return c.extend(nil, o) }

// extend appends the items of an iterable.
func (c *Context) extend(items []py.Object, o py.Object) ([]py.Object, error) {
	var more []py.Object
	switch x := o.(type) {
	case *py.List:
		more = x.Items
	case py.Tuple:
		more = x
	default:
		err := c.each(o, func(v py.Object) error {
			if len(items) >= maxItems {
				return memoryErr()
			}
			items = append(items, v)
			return nil
		})
		return items, err
	}
	if len(items)+len(more) > maxItems {
		return nil, memoryErr()
	}
	if err := c.charge(16 * len(more)); err != nil {
		return nil, err
	}
	if err := c.steps(len(more) / 256); err != nil {
		return nil, err
	}
	if items == nil {
		items = make([]py.Object, 0, len(more))
	}
	return append(items, more...), nil
}

type listIter struct {
	l    *py.List
	i    int
	back bool
}

// Type implements py.Object.
func (it *listIter) Type() *py.Type {
	if it.back {
		return listRevIterClass.py
	}
	return listIterClass.py
}

func (it *listIter) next(*Context) (py.Object, error) {
	if it.l == nil {
		return nil, nil
	}
	if it.back {
		if it.i < 0 || it.i >= len(it.l.Items) {
			it.l = nil
			return nil, nil
		}
		it.i--
		return it.l.Items[it.i+1], nil
	}
	if it.i >= len(it.l.Items) {
		it.l = nil
		return nil, nil
	}
	it.i++
	return it.l.Items[it.i-1], nil
}

type tupleIter struct {
	t    py.Tuple
	i    int
	what *Class
}

// Type implements py.Object.
func (it *tupleIter) Type() *py.Type {
	if it.what != nil {
		return it.what.py
	}
	return tupleIterClass.py
}

func (it *tupleIter) next(*Context) (py.Object, error) {
	if it.i >= len(it.t) {
		return nil, nil
	}
	it.i++
	return it.t[it.i-1], nil
}

type textIter struct {
	s string
	i int
}

// Type implements py.Object.
func (it *textIter) Type() *py.Type { return it.class().py }

func (it *textIter) class() *Class {
	if isASCII(it.s) {
		return strASCIIIterClass
	}
	return strIterClass
}

func (it *textIter) next(*Context) (py.Object, error) {
	if it.i >= len(it.s) {
		return nil, nil
	}
	n := charLen(it.s[it.i:])
	it.i += n
	return charObject(it.s[it.i-n : it.i]), nil
}

// charObjects are the strings of one ASCII character.
var charObjects = func() (list [128]py.Object) {
	for i := range list {
		list[i] = py.String([]byte{byte(i)})
	}
	return list
}()

func charObject(s string) py.Object {
	if len(s) == 1 && s[0] < 128 {
		return charObjects[s[0]]
	}
	return py.String(s)
}

type bytesIter struct {
	b   py.Bytes
	arr *bytearray
	i   int
}

// Type implements py.Object.
func (it *bytesIter) Type() *py.Type {
	if it.arr != nil {
		return bytearrayIterClass.py
	}
	return bytesIterClass.py
}

func (it *bytesIter) next(*Context) (py.Object, error) {
	b := []byte(it.b)
	if it.arr != nil {
		b = it.arr.b
	}
	if it.i >= len(b) {
		return nil, nil
	}
	it.i++
	return intObject(int64(b[it.i-1])), nil
}

// userIter is an iterator that the script wrote.
type userIter struct{ o py.Object }

// Type implements py.Object.
func (it *userIter) Type() *py.Type { return it.o.Type() }

// raw calls __next__, with StopIteration as an error.
func (it *userIter) raw(c *Context) (py.Object, error) {
	k := classOf(it.o)
	fn := k.lookup("__next__")
	if fn == nil {
		return nil, raise(typeError, "'%s' object is not an iterator", k.name)
	}
	return c.callSpecial(fn, it.o)
}

func (it *userIter) next(c *Context) (py.Object, error) {
	v, err := it.raw(c)
	if err != nil {
		if e := c.exception(err); e.cls.IsSubclass(stopIteration) && e != c.dead {
			return nil, nil
		}
		return nil, err
	}
	return v, nil
}

// foreignIter is an iterator made by Go code that implements gpython's protocol.
type foreignIter struct {
	o py.Object
	n py.I__next__
}

// Type implements py.Object.
func (it *foreignIter) Type() *py.Type { return it.o.Type() }

func (it *foreignIter) next(c *Context) (py.Object, error) {
	v, err := it.n.M__next__()
	if err != nil {
		if e := excOf(err); e != nil && e.cls.IsSubclass(stopIteration) && e != c.dead {
			return nil, nil
		}
		return nil, err
	}
	return v, nil
}

// itemIter iterates by o[0], o[1], ….
type itemIter struct {
	o py.Object
	i int
}

// Type implements py.Object.
func (*itemIter) Type() *py.Type { return iteratorClass.py }

func (it *itemIter) next(c *Context) (py.Object, error) {
	if it.o == nil {
		return nil, nil
	}
	v, err := c.getitem(it.o, intObject(int64(it.i)))
	if err != nil {
		if c.isExc(err, indexError) || c.isExc(err, stopIteration) {
			it.o = nil
			return nil, nil
		}
		return nil, err
	}
	it.i++
	return v, nil
}

// nextOf is next(o).
func (c *Context) nextOf(o py.Object) (py.Object, error) {
	if it, ok := o.(iterator); ok {
		return it.next(c)
	}
	if n, ok := o.(py.I__next__); ok {
		return (&foreignIter{o: o, n: n}).next(c)
	}
	if classOf(o).lookup("__next__") == nil {
		return nil, raise(typeError, "'%s' object is not an iterator", classOf(o).name)
	}
	return (&userIter{o: o}).next(c)
}
