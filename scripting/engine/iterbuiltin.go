package engine

import (
	"github.com/go-python/gpython/py"
)

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
	strASCIIIterClass  = declareIter("str_ascii_iterator")
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
		if len(args) == 0 {
			return nil, raise(typeError, "enumerate() missing required argument 'iterable'")
		}
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
