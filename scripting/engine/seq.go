package engine

import (
	"math/big"
	"sort"

	"github.com/go-python/gpython/py"
)

func (c *Context) listItem(l *py.List, key py.Object) (py.Object, error) {
	if sl, ok := key.(*py.Slice); ok {
		start, _, step, n, err := c.sliceOf(sl, len(l.Items))
		if err != nil {
			return nil, err
		}
		return &py.List{Items: sliceItems(l.Items, start, step, n)}, nil
	}
	i, err := c.itemIndex(key, len(l.Items), "list")
	if err != nil {
		return nil, err
	}
	return l.Items[i], nil
}

func (c *Context) tupleItem(t py.Tuple, key py.Object) (py.Object, error) {
	if sl, ok := key.(*py.Slice); ok {
		start, _, step, n, err := c.sliceOf(sl, len(t))
		if err != nil {
			return nil, err
		}
		if n == len(t) && step == 1 {
			return t, nil
		}
		return py.Tuple(sliceItems(t, start, step, n)), nil
	}
	i, err := c.itemIndex(key, len(t), "tuple")
	if err != nil {
		return nil, err
	}
	return t[i], nil
}

func sliceItems(items []py.Object, start, step, n int) []py.Object {
	out := make([]py.Object, n)
	if step == 1 {
		copy(out, items[start:])
		return out
	}
	for i := range out {
		out[i] = items[start+i*step]
	}
	return out
}

func (c *Context) setListItem(l *py.List, key, v py.Object) error {
	sl, ok := key.(*py.Slice)
	if !ok {
		i, err := c.itemIndex(key, len(l.Items), "list")
		if err != nil {
			if c.isExc(err, indexError) {
				return raise(indexError, "list assignment index out of range")
			}
			return err
		}
		l.Items[i] = v
		return nil
	}
	with, err := c.list(v)
	if err != nil {
		if !iterable(v) {
			if step, ok := sl.Step.(py.Int); ok && step != 1 {
				return raise(typeError, "must assign iterable to extended slice")
			}
			return raise(typeError, "can only assign an iterable")
		}
		return err
	}
	start, stop, step, n, err := c.sliceOf(sl, len(l.Items))
	if err != nil {
		return err
	}
	if step != 1 {
		if len(with) != n {
			return raise(valueError, "attempt to assign sequence of size %d to extended slice of size %d", len(with), n)
		}
		for i := range n {
			l.Items[start+i*step] = with[i]
		}
		return nil
	}
	stop = max(stop, start)
	if len(l.Items)+len(with) > maxItems {
		return memoryErr()
	}
	tail := append([]py.Object(nil), l.Items[stop:]...)
	l.Items = append(append(l.Items[:start], with...), tail...)
	return nil
}

func (c *Context) delListItem(l *py.List, key py.Object) error {
	sl, ok := key.(*py.Slice)
	if !ok {
		i, err := c.itemIndex(key, len(l.Items), "list")
		if err != nil {
			if c.isExc(err, indexError) {
				return raise(indexError, "list assignment index out of range")
			}
			return err
		}
		l.Items = append(l.Items[:i], l.Items[i+1:]...)
		return nil
	}
	start, _, step, n, err := c.sliceOf(sl, len(l.Items))
	if err != nil || n == 0 {
		return err
	}
	if step == 1 {
		l.Items = append(l.Items[:start], l.Items[start+n:]...)
		return nil
	}
	gone := make(map[int]bool, n)
	for i := range n {
		gone[start+i*step] = true
	}
	kept := l.Items[:0]
	for i, v := range l.Items {
		if !gone[i] {
			kept = append(kept, v)
		}
	}
	clear(l.Items[len(kept):])
	l.Items = kept
	return nil
}

// concat is a + b of sequences; nil, nil if they are none.
func concat(a, b py.Object) (py.Object, error) {
	switch x := a.(type) {
	case py.String:
		if y, ok := b.(py.String); ok {
			if len(x)+len(y) > MaxAlloc {
				return nil, memoryErr()
			}
			return x + y, nil
		}
	case *py.List:
		if y, ok := b.(*py.List); ok {
			if len(x.Items)+len(y.Items) > maxItems {
				return nil, memoryErr()
			}
			return &py.List{Items: append(append(make([]py.Object, 0, len(x.Items)+len(y.Items)), x.Items...), y.Items...)}, nil
		}
	case py.Tuple:
		if y, ok := b.(py.Tuple); ok {
			if len(x)+len(y) > maxItems {
				return nil, memoryErr()
			}
			return append(append(make(py.Tuple, 0, len(x)+len(y)), x...), y...), nil
		}
	case py.Bytes, *bytearray:
		if classOf(b).native {
			// A view of the host's memory, whose own + makes bytes.
			return nil, nil
		}
		p, _ := rawBytes(a)
		q, ok := rawBytes(b)
		if !ok {
			return nil, nil
		}
		if len(p)+len(q) > MaxAlloc {
			return nil, memoryErr()
		}
		return likeBytes(a, append(append(make([]byte, 0, len(p)+len(q)), p...), q...)), nil
	}
	return nil, nil
}

// repeat is a * b where one is a sequence; nil, nil if none is.
func (c *Context) repeat(a, b py.Object) (py.Object, error) {
	switch a.(type) {
	case py.String, *py.List, py.Tuple, py.Bytes, *bytearray:
	default:
		switch b.(type) {
		case py.String, *py.List, py.Tuple, py.Bytes, *bytearray:
			a, b = b, a
		default:
			return nil, nil
		}
	}
	if x, ok := b.(*py.BigInt); ok && !(*big.Int)(x).IsInt64() {
		return nil, raise(overflowError, "cannot fit 'int' into an index-sized integer")
	}
	n, ok := intOf(b)
	if !ok {
		if !isUser(b) || classOf(b).lookup("__index__") == nil {
			return nil, nil
		}
		var err error
		if n, err = c.index(b); err != nil {
			return nil, err
		}
	}
	n = max(n, 0)
	switch x := a.(type) {
	case py.String:
		s, err := repeatBytes(string(x), n)
		return py.String(s), err
	case py.Bytes:
		s, err := repeatBytes(string(x), n)
		return py.Bytes(s), err
	case *bytearray:
		s, err := repeatBytes(string(x.b), n)
		return &bytearray{b: []byte(s)}, err
	case *py.List:
		items, err := repeatItems(x.Items, n)
		return &py.List{Items: items}, err
	case py.Tuple:
		items, err := repeatItems(x, n)
		return py.Tuple(items), err
	}
	return nil, nil
}

func repeatBytes(s string, n int) (string, error) {
	if len(s) > 0 && n > MaxAlloc/len(s) {
		return "", memoryErr()
	}
	out := make([]byte, 0, len(s)*n)
	for len(s) > 0 && len(out) < len(s)*n {
		out = append(out, s...)
		if m := len(out); m*2 <= len(s)*n {
			out = append(out, out[:m]...)
		}
	}
	if len(s) > 0 {
		out = out[:len(s)*n]
	}
	return string(out), nil
}

func repeatItems(items []py.Object, n int) ([]py.Object, error) {
	if n <= 0 || len(items) == 0 {
		return []py.Object{}, nil
	}
	if n > maxItems/len(items) {
		return nil, memoryErr()
	}
	out := make([]py.Object, 0, len(items)*n)
	for range n {
		out = append(out, items...)
	}
	return out, nil
}

// sorter sorts with Python's comparison. The first error ends the comparing.
type sorter struct {
	c    *Context
	keys []py.Object
	vals []py.Object // nil if the keys are the values
	desc bool
	err  error
}

func (s *sorter) Len() int { return len(s.keys) }

func (s *sorter) Less(i, j int) bool {
	if s.err != nil {
		return false
	}
	if s.err = s.c.step(); s.err != nil {
		return false
	}
	if s.desc {
		i, j = j, i
	}
	var ok bool
	ok, s.err = s.c.less(s.keys[i], s.keys[j])
	return ok
}

func (s *sorter) Swap(i, j int) {
	s.keys[i], s.keys[j] = s.keys[j], s.keys[i]
	if s.vals != nil {
		s.vals[i], s.vals[j] = s.vals[j], s.vals[i]
	}
}

// sort sorts items in place.
func (c *Context) sort(items []py.Object, key py.Object, reverse bool) error {
	s := &sorter{c: c, keys: items, desc: reverse}
	if key != nil && key != py.Object(py.None) {
		s.vals = items
		s.keys = make([]py.Object, len(items))
		for i, v := range items {
			k, err := c.call1(key, v)
			if err != nil {
				return err
			}
			s.keys[i] = k
		}
	}
	sort.Stable(s)
	return s.err
}

func (c *Context) sortArgs(a []py.Object) (key py.Object, reverse bool, err error) {
	if a[1] != nil {
		n, err := c.index(a[1])
		if err != nil {
			return nil, false, err
		}
		reverse = n != 0
	}
	return a[0], reverse, nil
}

// indexIn is the position of an item in items[start:stop], or -1.
func (c *Context) indexIn(items func() []py.Object, item, start, stop py.Object) (int, error) {
	i, j, err := c.bounds(start, stop, len(items()))
	if err != nil {
		return -1, err
	}
	for ; i < j && i < len(items()); i++ {
		if ok, err := c.sameItem(items()[i], item); ok || err != nil {
			return i, err
		}
	}
	return -1, nil
}

func (c *Context) countIn(items []py.Object, item py.Object) (py.Object, error) {
	n := 0
	for _, v := range items {
		ok, err := c.sameItem(v, item)
		if err != nil {
			return nil, err
		}
		if ok {
			n++
		}
	}
	return intObject(int64(n)), nil
}

func init() {
	k := listClass
	k.make = func(_ *Context, cls *Class, _ []py.Object, _ []string) (py.Object, error) {
		return wrap(cls, &py.List{}), nil
	}
	k.init = func(c *Context, self py.Object, args []py.Object, kw []string) error {
		if len(kw) > 0 {
			return raise(typeError, "list() takes no keyword arguments")
		}
		if len(args) > 1 {
			return raise(typeError, "list expected at most 1 argument, got %d", len(args))
		}
		l := base(self).(*py.List)
		l.Items = nil
		if len(args) == 0 {
			return nil
		}
		items, err := c.list(args[0])
		l.Items = items
		return err
	}
	list := func(o py.Object) *py.List { return base(o).(*py.List) }
	k.method("append", "object /", func(_ *Context, o py.Object, a []py.Object) (py.Object, error) {
		l := list(o)
		if len(l.Items) >= maxItems {
			return nil, memoryErr()
		}
		l.Items = append(l.Items, a[0])
		return py.None, nil
	})
	k.method("extend", "iterable /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		l := list(o)
		if src, ok := a[0].(*py.List); ok && src == l {
			a = []py.Object{py.Tuple(l.Items)}
		}
		items, err := c.extend(l.Items, a[0])
		if items != nil {
			l.Items = items
		}
		return py.None, err
	})
	k.method("insert", "index object /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		i, err := c.index(a[0])
		if err != nil {
			return nil, err
		}
		l := list(o)
		if len(l.Items) >= maxItems {
			return nil, memoryErr()
		}
		i = min(clampIndex(i, len(l.Items)), len(l.Items))
		l.Items = append(l.Items, nil)
		copy(l.Items[i+1:], l.Items[i:])
		l.Items[i] = a[1]
		return py.None, nil
	})
	k.method("pop", "index? /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		l, i := list(o), -1
		if a[0] != nil {
			var err error
			if i, err = c.index(a[0]); err != nil {
				return nil, err
			}
		}
		n := len(l.Items)
		if n == 0 {
			return nil, raise(indexError, "pop from empty list")
		}
		if i < 0 {
			i += n
		}
		if i < 0 || i >= n {
			return nil, raise(indexError, "pop index out of range")
		}
		v := l.Items[i]
		copy(l.Items[i:], l.Items[i+1:])
		l.Items[n-1] = nil
		l.Items = l.Items[:n-1]
		return v, nil
	})
	k.method("remove", "value /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		l := list(o)
		i, err := c.indexIn(func() []py.Object { return l.Items }, a[0], nil, nil)
		if err != nil {
			return nil, err
		}
		if i < 0 {
			return nil, raise(valueError, "list.remove(x): x not in list")
		}
		l.Items = append(l.Items[:i], l.Items[i+1:]...)
		return py.None, nil
	})
	k.method("clear", "", func(_ *Context, o py.Object, _ []py.Object) (py.Object, error) {
		list(o).Items = nil
		return py.None, nil
	})
	k.method("copy", "", func(_ *Context, o py.Object, _ []py.Object) (py.Object, error) {
		return &py.List{Items: append([]py.Object(nil), list(o).Items...)}, nil
	})
	k.method("reverse", "", func(_ *Context, o py.Object, _ []py.Object) (py.Object, error) {
		it := list(o).Items
		for i, j := 0, len(it)-1; i < j; i, j = i+1, j-1 {
			it[i], it[j] = it[j], it[i]
		}
		return py.None, nil
	})
	k.method("sort", "* key? reverse?", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		key, reverse, err := c.sortArgs(a)
		if err != nil {
			return nil, err
		}
		l := list(o)
		items := l.Items
		l.Items = nil // as in CPython: who looks meanwhile sees an empty list
		err = c.sort(items, key, reverse)
		changed := len(l.Items) > 0
		l.Items = items
		if err == nil && changed {
			err = raise(valueError, "list modified during sort")
		}
		return py.None, err
	})
	k.method("index", "value start? stop? /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		l := list(o)
		i, err := c.indexIn(func() []py.Object { return l.Items }, a[0], a[1], a[2])
		if err != nil {
			return nil, err
		}
		if i < 0 {
			s, err := c.repr(a[0])
			if err != nil {
				return nil, err
			}
			return nil, raise(valueError, "%s is not in list", s)
		}
		return intObject(int64(i)), nil
	})
	k.method("count", "value /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) { return c.countIn(list(o).Items, a[0]) })

	t := tupleClass
	t.make = func(c *Context, cls *Class, args []py.Object, kw []string) (py.Object, error) {
		if len(kw) > 0 {
			return nil, raise(typeError, "tuple() takes no keyword arguments")
		}
		if len(args) > 1 {
			return nil, raise(typeError, "tuple expected at most 1 argument, got %d", len(args))
		}
		if len(args) == 0 {
			return wrap(cls, emptyTuple), nil
		}
		if x, ok := args[0].(py.Tuple); ok {
			return wrap(cls, x), nil
		}
		items, err := c.list(args[0])
		if items == nil {
			items = []py.Object{}
		}
		return wrap(cls, py.Tuple(items)), err
	}
	tuple := func(o py.Object) py.Tuple { return base(o).(py.Tuple) }
	t.method("index", "value start? stop? /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		i, err := c.indexIn(func() []py.Object { return tuple(o) }, a[0], a[1], a[2])
		if err != nil {
			return nil, err
		}
		if i < 0 {
			return nil, raise(valueError, "tuple.index(x): x not in tuple")
		}
		return intObject(int64(i)), nil
	})
	t.method("count", "value /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) { return c.countIn(tuple(o), a[0]) })
}
