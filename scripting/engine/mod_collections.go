package engine

import (
	"github.com/go-python/gpython/py"
)

// Module _collections: the containers of collections that are worth Go, deque and
// defaultdict, and _count_elements. The rest of collections is in Python.

// dequeData is the content of a deque: a ring.
type dequeData struct {
	ring  []py.Object
	head  int
	n     int
	max   int // -1: unbounded
	state int // counts changes, for iterators
}

// Type implements py.Object.
func (*dequeData) Type() *py.Type { return dequeClass.py }

func (*dequeData) class() *Class { return dequeClass }

func (d *dequeData) length() int { return d.n }

func (d *dequeData) slot(i int) int {
	if i += d.head; i >= len(d.ring) {
		i -= len(d.ring)
	}
	return i
}

func (d *dequeData) at(i int) py.Object { return d.ring[d.slot(i)] }

func (d *dequeData) items() []py.Object {
	out := make([]py.Object, d.n)
	for i := range out {
		out[i] = d.at(i)
	}
	return out
}

// setItems makes the deque hold items, which then belong to it.
func (d *dequeData) setItems(items []py.Object) {
	if d.max >= 0 && len(items) > d.max {
		items = items[len(items)-d.max:]
	}
	d.ring, d.head, d.n = items, 0, len(items)
	d.state++
}

func (d *dequeData) room() error {
	if d.n < len(d.ring) {
		return nil
	}
	if d.n >= maxItems {
		return memoryErr()
	}
	ring := make([]py.Object, max(8, 2*d.n))
	copy(ring, d.items())
	d.ring, d.head = ring, 0
	return nil
}

func (d *dequeData) push(v py.Object) error {
	d.state++
	if d.max == 0 {
		return nil
	}
	if d.n == d.max {
		d.popLeft()
	}
	if err := d.room(); err != nil {
		return err
	}
	d.ring[d.slot(d.n)] = v
	d.n++
	return nil
}

func (d *dequeData) pushLeft(v py.Object) error {
	d.state++
	if d.max == 0 {
		return nil
	}
	if d.n == d.max {
		d.pop()
	}
	if err := d.room(); err != nil {
		return err
	}
	if d.head--; d.head < 0 {
		d.head = len(d.ring) - 1
	}
	d.ring[d.head] = v
	d.n++
	return nil
}

func (d *dequeData) pop() py.Object {
	d.n--
	i := d.slot(d.n)
	v := d.ring[i]
	d.ring[i] = nil
	d.state++
	return v
}

func (d *dequeData) popLeft() py.Object {
	v := d.ring[d.head]
	d.ring[d.head] = nil
	d.head = d.slot(1)
	d.n--
	d.state++
	return v
}

func (d *dequeData) hash(*Context) (int64, error) { return 0, unhashable(d) }

// dequeIter goes through a deque and notices when it changes.
type dequeIter struct {
	d     *dequeData
	i     int
	state int
	back  bool
}

// Type implements py.Object.
func (it *dequeIter) Type() *py.Type { return it.class().py }

func (it *dequeIter) class() *Class {
	if it.back {
		return dequeRevIterClass
	}
	return dequeIterClass
}

func (it *dequeIter) next(*Context) (py.Object, error) {
	if it.d == nil {
		return nil, nil
	}
	if it.state != it.d.state {
		it.d = nil
		return nil, raise(runtimeError, "deque mutated during iteration")
	}
	if it.i >= it.d.n {
		it.d = nil
		return nil, nil
	}
	i := it.i
	it.i++
	if it.back {
		i = it.d.n - 1 - i
	}
	return it.d.at(i), nil
}

var (
	dequeClass        = declareIn("collections", "deque", objectClass)
	dequeIterClass    = declareIterIn("_collections", "_deque_iterator")
	dequeRevIterClass = declareIterIn("_collections", "_deque_reverse_iterator")
	defaultDictClass  = declareIn("collections", "defaultdict", dictClass)
)

var dequeParams = newBuiltin("deque", "iterable? maxlen?", nil)

func dequeOf(o py.Object) *dequeData { return base(o).(*dequeData) }

// initDeque is deque(iterable, maxlen).
func initDeque(c *Context, self py.Object, args []py.Object, kw []string) error {
	a, err := c.fill(dequeParams, args, kw)
	if err != nil {
		return err
	}
	d := dequeOf(self)
	d.max = -1
	if !missing(a[1]) {
		if _, ok := bigOf(a[1]); !ok {
			return raise(typeError, "an integer is required")
		}
		if d.max, err = c.indexExact(a[1]); err != nil {
			return err
		}
		if d.max < 0 {
			return raise(valueError, "maxlen must be non-negative")
		}
	}
	d.setItems(nil)
	if a[0] == nil {
		return nil
	}
	return c.extendDeque(d, a[0], d.push)
}

func (c *Context) extendDeque(d *dequeData, o py.Object, push func(py.Object) error) error {
	if base(o) == py.Object(d) {
		o = py.Tuple(d.items())
	}
	return c.each(o, push)
}

// like makes a deque of the class of self.
func (c *Context) dequeLike(self py.Object, items []py.Object) (py.Object, error) {
	d := dequeOf(self)
	k := classOf(self)
	if k.ctx != nil {
		args := []py.Object{&py.List{Items: items}}
		if d.max >= 0 {
			args = append(args, py.Int(d.max))
		}
		return c.call(k, args, nil)
	}
	out := &dequeData{max: d.max}
	out.setItems(items)
	return newHosted(dequeClass, out), nil
}

func (c *Context) dequeIndex(d *dequeData, key py.Object) (int, error) {
	if _, ok := bigOf(key); !ok && !isUser(key) {
		return 0, raise(typeError, "sequence index must be integer, not '%s'", classOf(key).name)
	}
	i, err := c.index(key)
	if err != nil {
		return 0, err
	}
	if i < 0 {
		i += d.n
	}
	if i < 0 || i >= d.n {
		return 0, raise(indexError, "deque index out of range")
	}
	return i, nil
}

// findInDeque returns the place of an item in [from, to), or -1.
func (c *Context) findInDeque(d *dequeData, v py.Object, from, to int) (int, error) {
	state := d.state
	for i := from; i < to && i < d.n; i++ {
		same, err := c.sameItem(d.at(i), v)
		if err != nil {
			return 0, err
		}
		if d.state != state {
			return 0, raise(runtimeError, "deque mutated during iteration")
		}
		if same {
			return i, nil
		}
	}
	return -1, nil
}

func init() {
	k := dequeClass
	k.noDict = true
	k.make = func(_ *Context, cls *Class, _ []py.Object, _ []string) (py.Object, error) {
		return newHosted(cls, &dequeData{max: -1}), nil
	}
	k.init = initDeque
	newMethod(k)
	k.rawMethod("__init__", func(c *Context, o py.Object, args []py.Object, kw []string) (py.Object, error) {
		return py.None, initDeque(c, o, args, kw)
	})
	k.dict.SetString("__hash__", py.None)
	k.getter("maxlen", func(_ *Context, o py.Object) (py.Object, error) {
		if d := dequeOf(o); d.max >= 0 {
			return py.Int(d.max), nil
		}
		return py.None, nil
	})
	k.method("append", "item /", func(_ *Context, o py.Object, a []py.Object) (py.Object, error) { return py.None, dequeOf(o).push(a[0]) })
	k.method("appendleft", "item /", func(_ *Context, o py.Object, a []py.Object) (py.Object, error) {
		return py.None, dequeOf(o).pushLeft(a[0])
	})
	k.method("extend", "iterable /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		return py.None, c.extendDeque(dequeOf(o), a[0], dequeOf(o).push)
	})
	k.method("extendleft", "iterable /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		return py.None, c.extendDeque(dequeOf(o), a[0], dequeOf(o).pushLeft)
	})
	for name, pop := range map[string]func(d *dequeData) py.Object{"pop": (*dequeData).pop, "popleft": (*dequeData).popLeft} {
		k.method(name, "", func(_ *Context, o py.Object, _ []py.Object) (py.Object, error) {
			if dequeOf(o).n == 0 {
				return nil, raise(indexError, "pop from an empty deque")
			}
			return pop(dequeOf(o)), nil
		})
	}
	k.method("clear", "", func(_ *Context, o py.Object, _ []py.Object) (py.Object, error) {
		dequeOf(o).setItems(nil)
		return py.None, nil
	})
	for _, name := range [...]string{"copy", "__copy__"} {
		k.method(name, "", func(c *Context, o py.Object, _ []py.Object) (py.Object, error) {
			return c.dequeLike(o, dequeOf(o).items())
		})
	}
	k.method("count", "value /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		d, n := dequeOf(o), 0
		for i := 0; ; i++ {
			at, err := c.findInDeque(d, a[0], i, d.n)
			if err != nil {
				return nil, err
			}
			if at < 0 {
				return py.Int(n), nil
			}
			n, i = n+1, at
		}
	})
	k.method("index", "value start? stop? /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		d := dequeOf(o)
		from, to, err := c.bounds(a[1], a[2], d.n)
		if err != nil {
			return nil, err
		}
		i, err := c.findInDeque(d, a[0], from, to)
		if err != nil {
			return nil, err
		}
		if i < 0 {
			s, err := c.repr(a[0])
			if err != nil {
				return nil, err
			}
			return nil, raise(valueError, "%s is not in deque", s)
		}
		return py.Int(i), nil
	})
	k.method("insert", "index value /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		d := dequeOf(o)
		i, err := c.index(a[0])
		if err != nil {
			return nil, err
		}
		if d.max >= 0 && d.n >= d.max {
			return nil, raise(indexError, "deque already at its maximum size")
		}
		if d.n >= maxItems {
			return nil, memoryErr()
		}
		items := d.items()
		i = clampIndex(i, d.n)
		items = append(items[:i], append([]py.Object{a[1]}, items[i:]...)...)
		d.setItems(items)
		return py.None, c.steps(len(items) / 16)
	})
	remove := func(d *dequeData, i int) {
		items := d.items()
		d.setItems(append(items[:i], items[i+1:]...))
	}
	k.method("remove", "value /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		d := dequeOf(o)
		i, err := c.findInDeque(d, a[0], 0, d.n)
		if err != nil {
			return nil, err
		}
		if i < 0 {
			s, err := c.repr(a[0])
			if err != nil {
				return nil, err
			}
			return nil, raise(valueError, "%s is not in deque", s)
		}
		remove(d, i)
		return py.None, c.steps(d.n / 16)
	})
	k.method("reverse", "", func(c *Context, o py.Object, _ []py.Object) (py.Object, error) {
		d := dequeOf(o)
		for i, j := 0, d.n-1; i < j; i, j = i+1, j-1 {
			p, q := d.slot(i), d.slot(j)
			d.ring[p], d.ring[q] = d.ring[q], d.ring[p]
		}
		return py.None, c.steps(d.n / 16)
	})
	k.method("rotate", "n? /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		d := dequeOf(o)
		n, err := c.optIndex(a[0], 1)
		if err != nil || d.n < 2 {
			return py.None, err
		}
		n = ((n % d.n) + d.n) % d.n
		items := d.items()
		d.setItems(append(items[d.n-n:len(items):len(items)], items[:d.n-n]...))
		return py.None, c.steps(d.n / 16)
	})
	k.method("__len__", "", func(_ *Context, o py.Object, _ []py.Object) (py.Object, error) { return py.Int(dequeOf(o).n), nil })
	k.method("__getitem__", "key /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		i, err := c.dequeIndex(dequeOf(o), a[0])
		if err != nil {
			return nil, err
		}
		return dequeOf(o).at(i), nil
	})
	k.method("__setitem__", "key value /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		d := dequeOf(o)
		i, err := c.dequeIndex(d, a[0])
		if err == nil {
			d.ring[d.slot(i)] = a[1]
		}
		return py.None, err
	})
	k.method("__delitem__", "key /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		i, err := c.dequeIndex(dequeOf(o), a[0])
		if err == nil {
			remove(dequeOf(o), i)
		}
		return py.None, err
	})
	k.method("__contains__", "key /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		i, err := c.findInDeque(dequeOf(o), a[0], 0, dequeOf(o).n)
		return py.NewBool(i >= 0), err
	})
	k.method("__iter__", "", func(_ *Context, o py.Object, _ []py.Object) (py.Object, error) {
		return &dequeIter{d: dequeOf(o), state: dequeOf(o).state}, nil
	})
	k.method("__reversed__", "", func(_ *Context, o py.Object, _ []py.Object) (py.Object, error) {
		return &dequeIter{d: dequeOf(o), state: dequeOf(o).state, back: true}, nil
	})
	k.method("__repr__", "", func(c *Context, o py.Object, _ []py.Object) (py.Object, error) {
		d := dequeOf(o)
		r := &renderer{c: c}
		if c.renderer != nil {
			r.stack = c.renderer.stack
		}
		name := classOf(o).shortName()
		if ok, err := r.push(d); !ok {
			return py.String("[...]"), err
		}
		r.b.WriteString(name + "(")
		err := r.items(&py.List{}, "[", d.items(), "]", false)
		if d.max >= 0 {
			r.b.WriteString(sprintf(", maxlen=%d", d.max))
		}
		r.b.WriteByte(')')
		return py.String(r.b.String()), err
	})
	k.method("__add__", "value /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		other, ok := base(a[0]).(*dequeData)
		if !ok {
			return nil, raise(typeError, "can only concatenate deque (not \"%s\") to deque", classOf(a[0]).name)
		}
		if dequeOf(o).n+other.n > maxItems {
			return nil, memoryErr()
		}
		return c.dequeLike(o, append(dequeOf(o).items(), other.items()...))
	})
	k.method("__iadd__", "value /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		return o, c.extendDeque(dequeOf(o), a[0], dequeOf(o).push)
	})
	times := func(c *Context, o, n py.Object) ([]py.Object, error) {
		d := dequeOf(o)
		if _, ok := bigOf(n); !ok && !isUser(n) {
			return nil, raise(typeError, "can't multiply sequence by non-int of type '%s'", classOf(n).name)
		}
		times, err := c.index(n)
		if err != nil {
			return nil, err
		}
		if d.max >= 0 && d.n > 0 {
			times = min(times, d.max/d.n+2)
		}
		return repeatItems(d.items(), times)
	}
	for _, name := range [...]string{"__mul__", "__rmul__"} {
		k.method(name, "value /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
			items, err := times(c, o, a[0])
			if err != nil {
				return nil, err
			}
			return c.dequeLike(o, items)
		})
	}
	k.method("__imul__", "value /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		items, err := times(c, o, a[0])
		if err == nil {
			dequeOf(o).setItems(items)
		}
		return o, err
	})
	for op := cmpEq; op <= cmpGe; op++ {
		k.method(comparisonNames[op].method, "value /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
			other, ok := base(a[0]).(*dequeData)
			if !ok {
				return py.NotImplemented, nil
			}
			return c.compare(op, py.Tuple(dequeOf(o).items()), py.Tuple(other.items()))
		})
	}
	k.method("__reduce__", "", func(_ *Context, o py.Object, _ []py.Object) (py.Object, error) {
		d := dequeOf(o)
		args := py.Tuple{}
		if d.max >= 0 {
			args = py.Tuple{emptyTuple, py.Int(d.max)}
		}
		return py.Tuple{classOf(o), args, py.None, &dequeIter{d: d, state: d.state}}, nil
	})
	k.classMethod("__class_getitem__", "key /", func(_ *Context, o py.Object, a []py.Object) (py.Object, error) {
		return newAlias(o.(*Class), a[0]), nil
	})

	m := newGoModule("_collections", "The containers of collections that are made in Go.")
	m.class(dequeClass, defaultDictClass)
	m.set("_deque_iterator", dequeIterClass)
	m.set("_deque_reverse_iterator", dequeRevIterClass)
	m.fn("_count_elements", "mapping iterable /", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		d, plain := base(a[0]).(*Dict)
		return py.None, c.each(a[1], func(v py.Object) error {
			if !plain {
				return raise(typeError, "a dict is required")
			}
			old, err := d.get(c, v)
			if err != nil {
				return err
			}
			n, err := c.binary(opAdd, or(old, intObject(0)), intObject(1))
			if err != nil {
				return err
			}
			return d.set(c, v, n)
		})
	})
	initDefaultDict()
}

// defaultFactory is where an instance of defaultdict keeps its factory.
const defaultFactory = "default_factory"

func initDefaultDict() {
	k := defaultDictClass
	k.noDict = true
	k.make = func(_ *Context, cls *Class, _ []py.Object, _ []string) (py.Object, error) {
		o := newHosted(cls, &Dict{})
		o.set(defaultFactory, py.None)
		return o, nil
	}
	k.init = func(c *Context, self py.Object, args []py.Object, kw []string) error {
		if n := len(args) - len(kw); n > 0 {
			if args[0] != py.Object(py.None) && !callable(args[0]) {
				return raise(typeError, "first argument must be callable or None")
			}
			self.(*Instance).set(defaultFactory, args[0])
			args = args[1:]
		}
		return dictClass.init(c, self, args, kw)
	}
	newMethod(k)
	k.rawMethod("__init__", func(c *Context, o py.Object, args []py.Object, kw []string) (py.Object, error) {
		return py.None, k.init(c, o, args, kw)
	})
	factory := func(o py.Object) py.Object { return or(o.(*Instance).get(defaultFactory), py.None) }
	k.getter(defaultFactory, func(_ *Context, o py.Object) (py.Object, error) { return factory(o), nil }, func(_ *Context, o, v py.Object) error {
		o.(*Instance).set(defaultFactory, or(v, py.None))
		return nil
	})
	k.method("__missing__", "key /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		f := factory(o)
		if f == py.Object(py.None) {
			return nil, keyErr(a[0])
		}
		key := a[0]
		v, err := c.call0(f)
		if err != nil {
			return nil, err
		}
		if fn := o.(*Instance).cls.overrides("__setitem__"); fn != nil {
			_, err := c.callSpecial(fn, o, key, v)
			return v, err
		}
		return v, base(o).(*Dict).set(c, key, v)
	})
	clone := func(c *Context, o py.Object) (py.Object, error) {
		if x := o.(*Instance); x.cls.ctx != nil {
			return c.callN(x.cls, factory(o), o)
		}
		d := newHosted(defaultDictClass, base(o).(*Dict).copyOf())
		d.set(defaultFactory, factory(o))
		return d, nil
	}
	for _, name := range [...]string{"copy", "__copy__"} {
		k.method(name, "", func(c *Context, o py.Object, _ []py.Object) (py.Object, error) { return clone(c, o) })
	}
	k.method("__repr__", "", func(c *Context, o py.Object, _ []py.Object) (py.Object, error) {
		r := &renderer{c: c}
		if c.renderer != nil {
			r.stack = c.renderer.stack
		}
		r.b.WriteString(classOf(o).shortName() + "(")
		f := "..."
		if ok, err := r.push(o); err != nil {
			return nil, err
		} else if ok {
			f, err = c.repr(factory(o))
			r.pop()
			if err != nil {
				return nil, err
			}
		}
		r.b.WriteString(f + ", ")
		err := r.dict(base(o).(*Dict))
		r.b.WriteByte(')')
		return py.String(r.b.String()), err
	})
	merge := func(c *Context, o, left, right py.Object) (py.Object, error) {
		if !classOf(left).IsSubclass(dictClass) || !classOf(right).IsSubclass(dictClass) {
			return py.NotImplemented, nil
		}
		d, err := clone(c, o)
		if err != nil {
			return nil, err
		}
		inner := base(d).(*Dict)
		if o != left {
			*inner = *base(left).(*Dict).copyOf()
			return d, c.updateDict(inner, right)
		}
		return d, c.updateDict(inner, right)
	}
	k.method("__or__", "value /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) { return merge(c, o, o, a[0]) })
	k.method("__ror__", "value /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) { return merge(c, o, a[0], o) })
	k.method("__reduce__", "", func(c *Context, o py.Object, _ []py.Object) (py.Object, error) {
		args := py.Tuple{}
		if f := factory(o); f != py.Object(py.None) {
			args = py.Tuple{f}
		}
		return py.Tuple{classOf(o), args, py.None, py.None, base(o).(*Dict).iter('i')}, nil
	})
}
