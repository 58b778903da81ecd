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
func (*textIter) Type() *py.Type { return strIterClass.py }

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

// callIter is iter(function, sentinel).
type callIter struct{ fn, sentinel py.Object }

// Type implements py.Object.
func (*callIter) Type() *py.Type { return callIterClass.py }

func (it *callIter) next(c *Context) (py.Object, error) {
	if it.fn == nil {
		return nil, nil
	}
	v, err := c.call0(it.fn)
	if err != nil {
		if c.isExc(err, stopIteration) {
			it.fn = nil
			return nil, nil
		}
		return nil, err
	}
	same, err := c.sameItem(v, it.sentinel)
	if same {
		it.fn = nil
		return nil, nil
	}
	return v, err
}

// The iterators of builtins that take iterables.
type (
	enumerateIter struct {
		it iterator
		n  py.Object
	}
	zipIter struct {
		its    []iterator
		strict bool
		done   bool
	}
	mapIter struct {
		fn  py.Object
		its []iterator
	}
	filterIter struct {
		fn py.Object
		it iterator
	}
	// reversedIter goes backwards by o[n-1], o[n-2], ….
	reversedIter struct {
		o py.Object
		i int
	}
)

// Type implements py.Object.
func (*enumerateIter) Type() *py.Type { return enumerateClass.py }

// Type implements py.Object.
func (*zipIter) Type() *py.Type { return zipClass.py }

// Type implements py.Object.
func (*mapIter) Type() *py.Type { return mapClass.py }

// Type implements py.Object.
func (*filterIter) Type() *py.Type { return filterClass.py }

// Type implements py.Object.
func (*reversedIter) Type() *py.Type { return reversedClass.py }

func (it *enumerateIter) next(c *Context) (py.Object, error) {
	if err := c.enterNative(); err != nil {
		return nil, err
	}
	v, err := it.it.next(c)
	c.leaveNative()
	if v == nil || err != nil {
		return nil, err
	}
	n := it.n
	if it.n, err = c.binary(opAdd, n, intObject(1)); err != nil {
		return nil, err
	}
	return py.Tuple{n, v}, nil
}

func (it *zipIter) next(c *Context) (py.Object, error) {
	if it.done || len(it.its) == 0 {
		return nil, nil
	}
	if err := c.enterNative(); err != nil {
		return nil, err
	}
	defer c.leaveNative()
	t := make(py.Tuple, len(it.its))
	for i, x := range it.its {
		v, err := x.next(c)
		if err != nil {
			return nil, err
		}
		if v != nil {
			t[i] = v
			continue
		}
		it.done = true
		if !it.strict {
			return nil, nil
		}
		return nil, it.uneven(c, i)
	}
	return t, nil
}

// uneven finds out which argument of zip(strict=True) is longer or shorter.
func (it *zipIter) uneven(c *Context, i int) error {
	of := func(n int) string {
		if n == 1 {
			return " "
		}
		return "s 1-"
	}
	if i > 0 {
		return raise(valueError, "zip() argument %d is shorter than argument%s%d", i+1, of(i), i)
	}
	for j := 1; j < len(it.its); j++ {
		v, err := it.its[j].next(c)
		if err != nil {
			return err
		}
		if v != nil {
			return raise(valueError, "zip() argument %d is longer than argument%s%d", j+1, of(j), j)
		}
	}
	return nil
}

func (it *mapIter) next(c *Context) (py.Object, error) {
	if err := c.enterNative(); err != nil {
		return nil, err
	}
	defer c.leaveNative()
	at := len(c.args)
	for _, x := range it.its {
		v, err := x.next(c)
		if v == nil || err != nil {
			c.drop(at)
			return nil, err
		}
		c.args = append(c.args, v)
	}
	v, err := c.call(it.fn, c.args[at:len(c.args):len(c.args)], nil)
	c.drop(at)
	return v, err
}

func (it *filterIter) next(c *Context) (py.Object, error) {
	if err := c.enterNative(); err != nil {
		return nil, err
	}
	defer c.leaveNative()
	for {
		if err := c.step(); err != nil {
			return nil, err
		}
		v, err := it.it.next(c)
		if v == nil || err != nil {
			return nil, err
		}
		t := v
		if it.fn != py.Object(py.None) {
			if t, err = c.call1(it.fn, v); err != nil {
				return nil, err
			}
		}
		ok, err := c.truth(t)
		if err != nil {
			return nil, err
		}
		if ok {
			return v, nil
		}
	}
}

func (it *reversedIter) next(c *Context) (py.Object, error) {
	if it.i < 0 {
		return nil, nil
	}
	v, err := c.getitem(it.o, intObject(int64(it.i)))
	if err != nil {
		if c.isExc(err, indexError) {
			it.i = -1
			return nil, nil
		}
		return nil, err
	}
	it.i--
	return v, nil
}

// reversed is reversed(o).
func (c *Context) reversed(o py.Object) (py.Object, error) {
	switch x := o.(type) {
	case *py.List:
		return &listIter{l: x, i: len(x.Items) - 1, back: true}, nil
	case *Dict:
		return x.reversed('k'), nil
	case *dictView:
		return x.d.reversed(x.what), nil
	case *rangeObject:
		return x.reversed().iter(), nil
	}
	if fn := classOf(o).lookup("__reversed__"); fn != nil {
		if fn == py.Object(py.None) {
			return nil, raise(typeError, "'%s' object is not reversible", classOf(o).name)
		}
		return c.callSpecial(fn, o)
	}
	switch base(o).(type) {
	case *Dict:
		return c.reversed(base(o))
	case py.String, py.Tuple, py.Bytes, *bytearray, *py.List:
	default:
		if classOf(o).lookup("__getitem__") == nil {
			if r, ok := o.(py.I__reversed__); ok {
				return r.M__reversed__()
			}
			return nil, raise(typeError, "'%s' object is not reversible", classOf(o).name)
		}
	}
	n, err := c.length(o)
	if err != nil {
		return nil, err
	}
	return &reversedIter{o: o, i: n - 1}, nil
}

// Classes of iterators have __iter__ and __next__.
func declareIter(name string) *Class {
	k := declareFinal(name, nil)
	iterMethods(k)
	return k
}

// hinted is an iterator that knows how many items are left.
type hinted interface{ left_() int }

func (it *listIter) left_() int {
	switch {
	case it.l == nil:
		return 0
	case it.back:
		return it.i + 1
	}
	return max(len(it.l.Items)-it.i, 0)
}

func (it *tupleIter) left_() int { return len(it.t) - it.i }

func (it *textIter) left_() int { return textLen(it.s[it.i:]) }

func (it *rangeIter) left_() int { return int(it.left) }

func (it *setIter) left_() int { return len(it.items) - it.i }

func (it *dictIter) left_() int {
	n := 0
	if it.d != nil {
		rest := *it
		for v, err := rest.next(nil); v != nil && err == nil; v, err = rest.next(nil) {
			n++
		}
	}
	return n
}

func iterMethods(k *Class) {
	k.method("__length_hint__", "", func(c *Context, self py.Object, _ []py.Object) (py.Object, error) {
		if h, ok := self.(hinted); ok {
			return py.Int(h.left_()), nil
		}
		return nil, c.noAttr(self, "__length_hint__")
	})
	k.method("__iter__", "", func(_ *Context, self py.Object, _ []py.Object) (py.Object, error) { return self, nil })
	k.method("__next__", "", func(c *Context, self py.Object, _ []py.Object) (py.Object, error) {
		v, err := base(self).(iterator).next(c)
		if v == nil && err == nil {
			return nil, &Exc{cls: stopIteration}
		}
		return v, err
	})
}

var (
	listIterClass      = declareIter("list_iterator")
	listRevIterClass   = declareIter("list_reverseiterator")
	tupleIterClass     = declareIter("tuple_iterator")
	strIterClass       = declareIter("str_iterator")
	bytesIterClass     = declareIter("bytes_iterator")
	bytearrayIterClass = declareIter("bytearray_iterator")
	iteratorClass      = declareIter("iterator")
	callIterClass      = declareIter("callable_iterator")
	setIterClass       = declareIter("set_iterator")
	dictKeyIterClass   = declareIter("dict_keyiterator")
	dictValueIterClass = declareIter("dict_valueiterator")
	dictItemIterClass  = declareIter("dict_itemiterator")
	dictRevKeyClass    = declareIter("dict_reversekeyiterator")
	dictRevValueClass  = declareIter("dict_reversevalueiterator")
	dictRevItemClass   = declareIter("dict_reverseitemiterator")
	rangeIterClass     = declareIter("range_iterator")
	enumerateClass     = declareIter("enumerate")
	zipClass           = declareIter("zip")
	mapClass           = declareIter("map")
	filterClass        = declareIter("filter")
	reversedClass      = declareIter("reversed")
)

func init() {
	enumerateClass.make = func(c *Context, _ *Class, args []py.Object, kw []string) (py.Object, error) {
		a, err := c.fill(enumerateParams, args, kw)
		if err != nil {
			return nil, err
		}
		it, err := c.iter(a[0])
		if err != nil {
			return nil, err
		}
		n := py.Object(intObject(0))
		if a[1] != nil {
			if n, err = c.indexObject(a[1]); err != nil {
				return nil, err
			}
		}
		return &enumerateIter{it, n}, nil
	}
	zipClass.make = func(c *Context, _ *Class, args []py.Object, kw []string) (py.Object, error) {
		z := &zipIter{}
		n := len(args) - len(kw)
		for i, name := range kw {
			if name != "strict" {
				return nil, raise(typeError, "zip() got an unexpected keyword argument '%s'", name)
			}
			var err error
			if z.strict, err = c.truth(args[n+i]); err != nil {
				return nil, err
			}
		}
		for _, a := range args[:n] {
			it, err := c.iter(a)
			if err != nil {
				if !iterable(a) {
					return nil, raise(typeError, "'%s' object is not iterable", classOf(a).name)
				}
				return nil, err
			}
			z.its = append(z.its, it)
		}
		return z, nil
	}
	mapClass.make = func(c *Context, _ *Class, args []py.Object, kw []string) (py.Object, error) {
		if len(kw) > 0 {
			return nil, raise(typeError, "map() takes no keyword arguments")
		}
		if len(args) < 2 {
			return nil, raise(typeError, "map() must have at least two arguments.")
		}
		m := &mapIter{fn: args[0]}
		for _, a := range args[1:] {
			it, err := c.iter(a)
			if err != nil {
				return nil, err
			}
			m.its = append(m.its, it)
		}
		return m, nil
	}
	filterClass.make = func(c *Context, _ *Class, args []py.Object, kw []string) (py.Object, error) {
		if len(args) != 2 || len(kw) > 0 {
			return nil, raise(typeError, "filter expected 2 arguments, got %d", len(args))
		}
		it, err := c.iter(args[1])
		if err != nil {
			return nil, err
		}
		return &filterIter{args[0], it}, nil
	}
	reversedClass.make = func(c *Context, _ *Class, args []py.Object, _ []string) (py.Object, error) {
		if len(args) != 1 {
			return nil, raise(typeError, "reversed expected 1 argument, got %d", len(args))
		}
		return c.reversed(args[0])
	}
}

var enumerateParams = newBuiltin("enumerate", "iterable start?", nil)

// fill puts the arguments of a constructor into the places of its parameters.
func (c *Context) fill(b *Builtin, args []py.Object, kw []string) ([]py.Object, error) {
	out := make([]py.Object, len(b.params))
	filler := *b
	filler.fn = func(_ *Context, _ py.Object, a []py.Object) (py.Object, error) {
		copy(out, a)
		return py.None, nil
	}
	_, err := filler.call(c, nil, args, kw)
	return out, err
}
