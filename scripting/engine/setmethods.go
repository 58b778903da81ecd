package engine

import (
	"github.com/go-python/gpython/py"
)

func (s *Set) iter() *setIter { return &setIter{s: s, items: s.items(), n: s.d.n} }

// items returns the members in the order of iteration.
func (s *Set) items() []py.Object {
	out := make([]py.Object, 0, s.d.n)
	small := true
	for i := range s.d.entries {
		if k := s.d.entries[i].key; k != nil {
			out = append(out, k)
			switch k.(type) {
			case py.Int, py.Bool:
			default:
				small = false
			}
		}
	}
	if small && len(out) > 1 {
		return tableOrder(out)
	}
	return out
}

// tableOrder is the order in which CPython's hash table holds integers, whose
// hash is their value: people see it when they print a set. It begins with eight
// places, looks at up to nine neighbours of a place that is taken, and grows to
// four times the members when three fifths are full.
func tableOrder(items []py.Object) []py.Object {
	table, fill := make([]py.Object, 8), 0
	put := func(o py.Object) {
		n, _ := intOf(o)
		mask := uint64(len(table) - 1)
		perturb := uint64(hashInt(int64(n)))
		for i := perturb & mask; ; {
			last := i
			if i+9 <= mask {
				last = i + 9
			}
			for at := i; at <= last; at++ {
				if table[at] == nil {
					table[at] = o
					return
				}
			}
			perturb >>= 5
			i = (i*5 + 1 + perturb) & mask
		}
	}
	for _, o := range items {
		put(o)
		if fill++; fill*5 < (len(table)-1)*3 {
			continue
		}
		want := fill * 4
		if fill > 50000 {
			want = fill * 2
		}
		size := 8
		for size <= want {
			size *= 2
		}
		old := table
		table = make([]py.Object, size)
		for _, o := range old {
			if o != nil {
				put(o)
			}
		}
	}
	out := items[:0]
	for _, o := range table {
		if o != nil {
			out = append(out, o)
		}
	}
	return out
}

// newSet makes a set of items.
func (c *Context) newSet(items []py.Object, frozen bool) (*Set, error) {
	s := &Set{frozen: frozen}
	for _, it := range items {
		if err := s.add(c, it); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// setOf makes a set of an iterable.
func (c *Context) setOf(o py.Object, frozen bool) (*Set, error) {
	if x, ok := base(o).(*Set); ok && !isOverridden(o, "__iter__") {
		return x.copyOf(frozen), nil
	}
	s := &Set{frozen: frozen}
	err := c.each(o, func(v py.Object) error { return s.add(c, v) })
	return s, err
}

func isOverridden(o py.Object, name string) bool {
	return isUser(o) && classOf(o).overrides(name) != nil
}

func isSetLike(o py.Object) bool {
	switch x := base(o).(type) {
	case *Set:
		return true
	case *dictView:
		return x.what != 'v'
	}
	return false
}

// isView reports whether an object is a view of keys or items, which goes
// together with any iterable.
func isView(o py.Object) bool {
	v, ok := o.(*dictView)
	return ok && v.what != 'v'
}

// asSet is a set-like object as a set.
func (c *Context) asSet(o py.Object) (*Set, error) {
	if s, ok := base(o).(*Set); ok {
		return s, nil
	}
	return c.setOf(o, false)
}

// setHas is item in s; a set is looked for as a frozen one.
func (c *Context) setHas(s *Set, item py.Object) (bool, error) {
	if x, ok := base(item).(*Set); ok && !x.frozen {
		item = x.copyOf(true)
	}
	return s.has(c, item)
}

// setBinary is a op b for sets; nil, nil if they are none.
func (c *Context) setBinary(op operator, a, b py.Object) (py.Object, error) {
	view := isView(a) && iterable(b) || isView(b) && iterable(a)
	if (!isSetLike(a) || !isSetLike(b)) && !view {
		return nil, nil
	}
	if v, ok := a.(*dictView); ok && op == opAnd {
		// Nothing of the view needs to be hashable.
		out := &Set{}
		return out, c.each(b, func(o py.Object) error {
			ok, err := v.has(c, o)
			if ok {
				err = out.add(c, o)
			}
			return err
		})
	}
	x, err := c.asSet(a)
	if err != nil {
		return nil, err
	}
	y, err := c.asSet(b)
	if err != nil {
		return nil, err
	}
	frozen := false
	if s, ok := base(a).(*Set); ok {
		frozen = s.frozen
	}
	switch op {
	case opOr:
		return c.union(x, []py.Object{y}, frozen)
	case opAnd:
		return c.intersection(x, []py.Object{y}, frozen)
	case opSub:
		return c.difference(x, []py.Object{y}, frozen)
	}
	return c.symmetric(x, y, frozen)
}

func (c *Context) union(x *Set, others []py.Object, frozen bool) (*Set, error) {
	out := x.copyOf(frozen)
	for _, o := range others {
		if err := c.each(o, func(v py.Object) error { return out.add(c, v) }); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func (c *Context) intersection(x *Set, others []py.Object, frozen bool) (*Set, error) {
	out := x.copyOf(frozen)
	for _, o := range others {
		y, err := c.asSet(o)
		if err != nil {
			return nil, err
		}
		next := &Set{frozen: frozen}
		for _, v := range out.items() {
			ok, err := y.has(c, v)
			if err != nil {
				return nil, err
			}
			if ok {
				if err := next.add(c, v); err != nil {
					return nil, err
				}
			}
		}
		out = next
	}
	return out, nil
}

func (c *Context) difference(x *Set, others []py.Object, frozen bool) (*Set, error) {
	out := x.copyOf(frozen)
	for _, o := range others {
		err := c.each(o, func(v py.Object) error {
			_, err := out.d.pop(c, v)
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

func (c *Context) symmetric(x *Set, o py.Object, frozen bool) (*Set, error) {
	y, err := c.setOf(o, false)
	if err != nil {
		return nil, err
	}
	out, err := c.difference(x, []py.Object{y}, frozen)
	if err != nil {
		return nil, err
	}
	for _, v := range y.items() {
		ok, err := x.has(c, v)
		if err != nil {
			return nil, err
		}
		if !ok {
			if err := out.add(c, v); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}

// subset reports whether all of x is in y.
func (c *Context) subset(x, y *Set) (bool, error) {
	if x.d.n > y.d.n {
		return false, nil
	}
	for _, v := range x.items() {
		if err := c.step(); err != nil {
			return false, err
		}
		if ok, err := y.has(c, v); !ok || err != nil {
			return false, err
		}
	}
	return true, nil
}

func (c *Context) equalSets(a, b py.Object) (bool, error) {
	if v, ok := a.(*dictView); ok && v.what == 'i' {
		// Values need no hash for this.
		n, err := c.length(b)
		if err != nil || n != v.d.n {
			return false, err
		}
		same := true
		err = c.each(a, func(item py.Object) error {
			ok, err := c.contains(b, item)
			if err == nil && !ok {
				same = false
				return errStop
			}
			return err
		})
		if !same {
			return false, nil
		}
		return true, err
	}
	x, err := c.asSet(a)
	if err != nil {
		return false, err
	}
	y, err := c.asSet(b)
	if err != nil || x.d.n != y.d.n {
		return false, err
	}
	return c.subset(x, y)
}

func (c *Context) orderSets(op comparison, a, b py.Object) (bool, error) {
	x, err := c.asSet(a)
	if err != nil {
		return false, err
	}
	y, err := c.asSet(b)
	if err != nil {
		return false, err
	}
	if op == cmpGt || op == cmpGe {
		x, y = y, x
	}
	if (op == cmpLt || op == cmpGt) && x.d.n >= y.d.n {
		return false, nil
	}
	return c.subset(x, y)
}

func (c *Context) disjoint(x *Set, o py.Object) (bool, error) {
	free := true
	err := c.each(o, func(v py.Object) error {
		ok, err := x.has(c, v)
		if ok {
			free = false
		}
		return err
	})
	return free, err
}

// setMethods are those of set and frozenset.
func setMethods(k *Class) {
	set := func(o py.Object) *Set { return base(o).(*Set) }
	k.method("copy", "", func(_ *Context, o py.Object, _ []py.Object) (py.Object, error) {
		if set(o).frozen {
			return set(o), nil
		}
		return set(o).copyOf(false), nil
	})
	type many = func(c *Context, x *Set, others []py.Object, frozen bool) (*Set, error)
	for name, f := range map[string]many{"union": (*Context).union, "intersection": (*Context).intersection, "difference": (*Context).difference} {
		k.rawMethod(name, func(c *Context, o py.Object, args []py.Object, kw []string) (py.Object, error) {
			if len(kw) > 0 {
				return nil, raise(typeError, "%s.%s() takes no keyword arguments", k.name, name)
			}
			return f(c, set(o), args, k == frozensetClass)
		})
	}
	k.method("symmetric_difference", "other /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		return c.symmetric(set(o), a[0], k == frozensetClass)
	})
	k.method("isdisjoint", "other /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		ok, err := c.disjoint(set(o), a[0])
		return py.NewBool(ok), err
	})
	k.method("issubset", "other /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		y, err := c.asSet(a[0])
		if err != nil {
			return nil, err
		}
		ok, err := c.subset(set(o), y)
		return py.NewBool(ok), err
	})
	k.method("issuperset", "other /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		y, err := c.asSet(a[0])
		if err != nil {
			return nil, err
		}
		ok, err := c.subset(y, set(o))
		return py.NewBool(ok), err
	})
}

func init() {
	setMethods(setClass)
	setMethods(frozensetClass)
	frozensetClass.make = func(c *Context, cls *Class, args []py.Object, kw []string) (py.Object, error) {
		if len(kw) > 0 {
			return nil, raise(typeError, "frozenset() takes no keyword arguments")
		}
		if len(args) > 1 {
			return nil, raise(typeError, "frozenset expected at most 1 argument, got %d", len(args))
		}
		if len(args) == 0 {
			return wrap(cls, &Set{frozen: true}), nil
		}
		if s, ok := args[0].(*Set); ok && s.frozen && cls == frozensetClass {
			return s, nil
		}
		s, err := c.setOf(args[0], true)
		if err != nil {
			return nil, err
		}
		return wrap(cls, s), nil
	}
	k := setClass
	k.make = func(_ *Context, cls *Class, _ []py.Object, _ []string) (py.Object, error) {
		return wrap(cls, &Set{}), nil
	}
	k.init = func(c *Context, self py.Object, args []py.Object, kw []string) error {
		if len(kw) > 0 {
			return raise(typeError, "set() takes no keyword arguments")
		}
		if len(args) > 1 {
			return raise(typeError, "set expected at most 1 argument, got %d", len(args))
		}
		s := base(self).(*Set)
		s.d.Clear()
		if len(args) == 0 {
			return nil
		}
		x, err := c.setOf(args[0], false)
		if err == nil {
			s.d = x.d
		}
		return err
	}
	set := func(o py.Object) *Set { return base(o).(*Set) }
	k.method("add", "elem /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) { return py.None, set(o).add(c, a[0]) })
	k.method("discard", "elem /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		_, err := set(o).d.pop(c, frozenKey(a[0]))
		return py.None, err
	})
	k.method("remove", "elem /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		v, err := set(o).d.pop(c, frozenKey(a[0]))
		if v == nil && err == nil {
			return nil, keyErr(a[0])
		}
		return py.None, err
	})
	k.method("pop", "", func(c *Context, o py.Object, _ []py.Object) (py.Object, error) {
		if items := set(o).items(); len(items) > 0 {
			_, err := set(o).d.pop(c, items[0])
			return items[0], err
		}
		return nil, &Exc{cls: keyError, args: py.Tuple{py.String("pop from an empty set")}}
	})
	k.method("clear", "", func(_ *Context, o py.Object, _ []py.Object) (py.Object, error) {
		set(o).d.Clear()
		return py.None, nil
	})
	k.rawMethod("update", func(c *Context, o py.Object, args []py.Object, _ []string) (py.Object, error) {
		s := set(o)
		for _, a := range args {
			items, err := c.list(a)
			if err != nil {
				return nil, err
			}
			for _, v := range items {
				if err := s.add(c, v); err != nil {
					return nil, err
				}
			}
		}
		return py.None, nil
	})
	type many = func(c *Context, x *Set, others []py.Object, frozen bool) (*Set, error)
	for name, f := range map[string]many{"intersection_update": (*Context).intersection, "difference_update": (*Context).difference} {
		k.rawMethod(name, func(c *Context, o py.Object, args []py.Object, _ []string) (py.Object, error) {
			x, err := f(c, set(o), args, false)
			if err == nil {
				set(o).d = x.d
			}
			return py.None, err
		})
	}
	k.method("symmetric_difference_update", "other /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		x, err := c.symmetric(set(o), a[0], false)
		if err == nil {
			set(o).d = x.d
		}
		return py.None, err
	})
}

func frozenKey(o py.Object) py.Object {
	if x, ok := base(o).(*Set); ok && !x.frozen {
		return x.copyOf(true)
	}
	return o
}
