package engine

import (
	"math/big"

	"github.com/go-python/gpython/py"
)

// rangeObject is Python's range. small is set if all fits in 64 bits.
type rangeObject struct {
	start, stop, step py.Object
	a, b, s           int64
	small             bool
}

// Type implements py.Object.
func (*rangeObject) Type() *py.Type { return rangeClass.py }

func (*rangeObject) class() *Class { return rangeClass }

func newRange(start, stop, step py.Object) (*rangeObject, error) {
	if n, _ := numberOf(step); n.kind == 'i' && n.i == 0 {
		return nil, raise(valueError, "range() arg 3 must not be zero")
	}
	r := &rangeObject{start: start, stop: stop, step: step}
	x, ok1 := start.(py.Int)
	y, ok2 := stop.(py.Int)
	z, ok3 := step.(py.Int)
	const lim = 1 << 62
	if ok1 && ok2 && ok3 && abs64(int64(x)) < lim && abs64(int64(y)) < lim && abs64(int64(z)) < lim {
		r.a, r.b, r.s, r.small = int64(x), int64(y), int64(z), true
	}
	return r, nil
}

func (r *rangeObject) smallLen() int64 {
	switch {
	case r.s > 0 && r.a < r.b:
		return (r.b-r.a-1)/r.s + 1
	case r.s < 0 && r.a > r.b:
		return (r.a-r.b-1)/(-r.s) + 1
	}
	return 0
}

func (r *rangeObject) len() *big.Int {
	if r.small {
		return big.NewInt(r.smallLen())
	}
	a, _ := bigOf(r.start)
	b, _ := bigOf(r.stop)
	s, _ := bigOf(r.step)
	d := new(big.Int).Sub(b, a)
	if d.Sign()*s.Sign() <= 0 {
		return new(big.Int)
	}
	one := big.NewInt(1)
	if s.Sign() < 0 {
		d.Neg(d)
		s = new(big.Int).Neg(s)
	}
	return d.Sub(d, one).Div(d, s).Add(d, one)
}

// at is r[i] for an index within.
func (r *rangeObject) at(i *big.Int) py.Object {
	if r.small {
		return intObject(r.a + i.Int64()*r.s)
	}
	a, _ := bigOf(r.start)
	s, _ := bigOf(r.step)
	return normInt(new(big.Int).Add(a, new(big.Int).Mul(i, s)))
}

func (r *rangeObject) item(c *Context, key py.Object) (py.Object, error) {
	n := r.len()
	if sl, ok := key.(*py.Slice); ok {
		if !n.IsInt64() {
			return nil, raise(overflowError, "Python int too large to convert to C ssize_t")
		}
		start, stop, step, _, err := c.sliceOf(sl, int(n.Int64()))
		if err != nil {
			return nil, err
		}
		first := r.at(big.NewInt(int64(start)))
		st, err := c.binary(opMul, r.step, intObject(int64(step)))
		if err != nil {
			return nil, err
		}
		return newRange(first, r.at(big.NewInt(int64(stop))), st)
	}
	v, err := c.indexObject(key)
	if err != nil {
		if c.isExc(err, typeError) {
			return nil, raise(typeError, "range indices must be integers or slices, not %s", classOf(key).name)
		}
		return nil, err
	}
	i, _ := bigOf(v)
	i = new(big.Int).Set(i)
	if i.Sign() < 0 {
		i.Add(i, n)
	}
	if i.Sign() < 0 || i.Cmp(n) >= 0 {
		return nil, raise(indexError, "range object index out of range")
	}
	return r.at(i), nil
}

func (r *rangeObject) reversed() *rangeObject {
	n := r.len()
	if n.Sign() == 0 {
		return r
	}
	last := r.at(new(big.Int).Sub(n, big.NewInt(1)))
	a, _ := bigOf(r.start)
	s, _ := bigOf(r.step)
	out, err := newRange(last, normInt(new(big.Int).Sub(a, s)), normInt(new(big.Int).Neg(s)))
	if err != nil {
		return r
	}
	return out
}

func (r *rangeObject) has(c *Context, o py.Object) (bool, error) {
	switch base(o).(type) {
	case py.Int, py.Bool, *py.BigInt:
		return r.index(o) != nil, nil
	}
	found := false
	err := c.each(r, func(v py.Object) error {
		ok, err := c.sameItem(v, o)
		if ok {
			found = true
			return errStop
		}
		return err
	})
	if found {
		err = nil
	}
	return found, err
}

// errStop ends a loop of each.
var errStop error = &Exc{cls: stopIteration}

// index is the position of an integer, or nil.
func (r *rangeObject) index(o py.Object) *big.Int {
	v, ok := bigOf(o)
	if !ok {
		return nil
	}
	a, _ := bigOf(r.start)
	s, _ := bigOf(r.step)
	q, m := new(big.Int).QuoRem(new(big.Int).Sub(v, a), s, new(big.Int))
	if m.Sign() != 0 || q.Sign() < 0 || q.Cmp(r.len()) >= 0 {
		return nil
	}
	return q
}

// key is what makes two ranges equal.
func (r *rangeObject) key() py.Tuple {
	n := r.len()
	switch {
	case n.Sign() == 0:
		return py.Tuple{intObject(0), py.None, py.None}
	case n.IsInt64() && n.Int64() == 1:
		return py.Tuple{intObject(1), r.start, py.None}
	}
	return py.Tuple{normInt(n), r.start, r.step}
}

func (r *rangeObject) equal(o *rangeObject) bool {
	x, y := r.key(), o.key()
	for i := range x {
		if x[i] == py.Object(py.None) || y[i] == py.Object(py.None) {
			if x[i] != y[i] {
				return false
			}
			continue
		}
		if !numbersEqual(x[i], y[i]) {
			return false
		}
	}
	return true
}

func (r *rangeObject) repr(w *renderer) error {
	if numbersEqual(r.step, py.Int(1)) {
		return w.sequence("range(", []py.Object{r.start, r.stop}, ")")
	}
	return w.sequence("range(", []py.Object{r.start, r.stop, r.step}, ")")
}

func (r *rangeObject) iter() iterator {
	if r.small {
		return &rangeIter{next_: r.a, step: r.s, left: r.smallLen()}
	}
	return &bigRangeIter{r: r, n: r.len()}
}

type rangeIter struct{ next_, step, left int64 }

// Type implements py.Object.
func (*rangeIter) Type() *py.Type { return rangeIterClass.py }

func (it *rangeIter) next(*Context) (py.Object, error) {
	if it.left <= 0 {
		return nil, nil
	}
	v := it.next_
	it.left--
	it.next_ += it.step
	return intObject(v), nil
}

type bigRangeIter struct {
	r *rangeObject
	i big.Int
	n *big.Int
}

// Type implements py.Object.
func (*bigRangeIter) Type() *py.Type { return rangeIterClass.py }

func (it *bigRangeIter) next(*Context) (py.Object, error) {
	if it.i.Cmp(it.n) >= 0 {
		return nil, nil
	}
	v := it.r.at(&it.i)
	it.i.Add(&it.i, big.NewInt(1))
	return v, nil
}

func init() {
	k := rangeClass
	k.make = func(c *Context, _ *Class, args []py.Object, kw []string) (py.Object, error) {
		if len(kw) > 0 {
			return nil, raise(typeError, "range() takes no keyword arguments")
		}
		if len(args) == 0 {
			return nil, raise(typeError, "range expected at least 1 argument, got 0")
		}
		if len(args) > 3 {
			return nil, raise(typeError, "range expected at most 3 arguments, got %d", len(args))
		}
		v := [3]py.Object{intObject(0), nil, intObject(1)}
		for i, a := range args {
			n, err := c.indexObject(a)
			if err != nil {
				return nil, err
			}
			v[i] = n
		}
		if len(args) == 1 {
			v[0], v[1] = intObject(0), v[0]
		}
		return newRange(v[0], v[1], v[2])
	}
	rng := func(o py.Object) *rangeObject { return o.(*rangeObject) }
	k.getter("start", func(_ *Context, o py.Object) (py.Object, error) { return rng(o).start, nil })
	k.getter("stop", func(_ *Context, o py.Object) (py.Object, error) { return rng(o).stop, nil })
	k.getter("step", func(_ *Context, o py.Object) (py.Object, error) { return rng(o).step, nil })
	k.method("index", "value /", func(_ *Context, o py.Object, a []py.Object) (py.Object, error) {
		if i := rng(o).index(base(a[0])); i != nil {
			return normInt(i), nil
		}
		return nil, raise(valueError, "%s is not in range", reprText(a[0]))
	})
	k.method("count", "value /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		ok, err := rng(o).has(c, a[0])
		if ok {
			return intObject(1), err
		}
		return intObject(0), err
	})
	k.method("__reversed__", "", func(_ *Context, o py.Object, _ []py.Object) (py.Object, error) { return rng(o).reversed().iter(), nil })

	s := sliceClass
	s.make = func(_ *Context, _ *Class, args []py.Object, _ []string) (py.Object, error) {
		sl := &py.Slice{Start: py.None, Stop: py.None, Step: py.None}
		switch len(args) {
		case 1:
			sl.Stop = args[0]
		case 2:
			sl.Start, sl.Stop = args[0], args[1]
		case 3:
			sl.Start, sl.Stop, sl.Step = args[0], args[1], args[2]
		case 0:
			return nil, raise(typeError, "slice expected at least 1 argument, got 0")
		default:
			return nil, raise(typeError, "slice expected at most 3 arguments, got %d", len(args))
		}
		return sl, nil
	}
	s.getter("start", func(_ *Context, o py.Object) (py.Object, error) { return o.(*py.Slice).Start, nil })
	s.getter("stop", func(_ *Context, o py.Object) (py.Object, error) { return o.(*py.Slice).Stop, nil })
	s.getter("step", func(_ *Context, o py.Object) (py.Object, error) { return o.(*py.Slice).Step, nil })
	s.method("indices", "len /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		n, err := c.index(a[0])
		if err != nil {
			return nil, err
		}
		if n < 0 {
			return nil, raise(valueError, "length should not be negative")
		}
		start, stop, step, _, err := c.sliceOf(o.(*py.Slice), n)
		return py.Tuple{py.Int(start), py.Int(stop), py.Int(step)}, err
	})
}
