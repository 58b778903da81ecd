package engine

import (
	"github.com/go-python/gpython/py"
)

// Module itertools: all of Python 3.11. Every item that is skipped or kept counts as
// a step. Differs: the iterators cannot be pickled, and copied only those of tee.

// goIter is an iterator whose work is a Go function; nil, nil ends it.
type goIter struct {
	cls  *Class
	fn   func(c *Context) (py.Object, error)
	done bool
	// hint is the rest of the items where it is known, -1 where not.
	hint func() int
	show func(c *Context) (string, error)
}

// Type implements py.Object.
func (it *goIter) Type() *py.Type { return it.cls.py }

func (it *goIter) class() *Class { return it.cls }

func (it *goIter) next(c *Context) (py.Object, error) {
	if it.done {
		return nil, nil
	}
	if err := c.enterNative(); err != nil {
		return nil, err
	}
	v, err := it.fn(c)
	c.leaveNative()
	if v == nil && err == nil {
		it.done, it.fn = true, nil
	}
	return v, err
}

// itClass makes a class of itertools. params describes its arguments; "*" in the
// first place stands for any number of them.
func itClass(name, params string, make func(c *Context, k *Class, a []py.Object) (*goIter, error)) *Class {
	k := declareIterIn("itertools", name)
	b := newBuiltin(name, params, nil)
	k.make = func(c *Context, cls *Class, args []py.Object, kw []string) (py.Object, error) {
		if n := len(args); n != b.hi && b.posOnl == b.hi && b.lo == b.hi && len(kw) == 0 {
			return nil, raise(typeError, "%s expected %d argument%s, got %d", name, b.hi, plural(b.hi), n)
		}
		a, err := c.fill(b, args, kw)
		if err != nil {
			return nil, err
		}
		it, err := make(c, k, a)
		if err != nil {
			return nil, err
		}
		it.cls = k
		return wrap(cls, it), nil
	}
	return k
}

// itClassOfMany makes a class whose arguments are iterables, and one keyword.
func itClassOfMany(name, keyword string, make func(c *Context, iterables []py.Object, key py.Object) (*goIter, error)) *Class {
	k := declareIterIn("itertools", name)
	k.make = func(c *Context, cls *Class, args []py.Object, kw []string) (py.Object, error) {
		n := len(args) - len(kw)
		var key py.Object
		for i, w := range kw {
			switch {
			case keyword == "":
				return nil, raise(typeError, "%s() takes no keyword arguments", name)
			case w != keyword && name == "zip_longest":
				return nil, raise(typeError, "zip_longest() got an unexpected keyword argument")
			case w != keyword:
				return nil, raise(typeError, "'%s' is an invalid keyword argument for %s()", w, name)
			}
			key = args[n+i]
		}
		it, err := make(c, append([]py.Object(nil), args[:n]...), key)
		if err != nil {
			return nil, err
		}
		it.cls = k
		return wrap(cls, it), nil
	}
	return k
}

// pool is the items of an iterable, to be chosen from.
func (c *Context) pool(o py.Object) ([]py.Object, error) { return c.list(o) }

// chosen makes the tuple of the items at some places.
func chosen(pool []py.Object, at []int) py.Tuple {
	t := make(py.Tuple, len(at))
	for i, p := range at {
		t[i] = pool[p]
	}
	return t
}

// chainOfIterables goes through the iterables that another iterator yields.
func chainOfIterables(outer iterator) *goIter {
	var inner iterator
	return &goIter{fn: func(c *Context) (py.Object, error) {
		for {
			if inner != nil {
				v, err := inner.next(c)
				if v != nil || err != nil {
					return v, err
				}
				inner = nil
			}
			if err := c.step(); err != nil {
				return nil, err
			}
			o, err := outer.next(c)
			if o == nil || err != nil {
				return nil, err
			}
			if inner, err = c.iter(o); err != nil {
				return nil, err
			}
		}
	}}
}

// predicateIter makes the iterators that ask a function about each item.
func predicateIter(name string, step func(hold *bool, ok bool) (take, stop bool)) *Class {
	return itClass(name, "predicate iterable /", func(c *Context, _ *Class, a []py.Object) (*goIter, error) {
		it, err := c.iter(a[1])
		if err != nil {
			return nil, err
		}
		fn, hold := a[0], false
		return &goIter{fn: func(c *Context) (py.Object, error) {
			for {
				if err := c.step(); err != nil {
					return nil, err
				}
				v, err := it.next(c)
				if v == nil || err != nil {
					return nil, err
				}
				ok := true
				if !hold {
					r := v
					if name != "filterfalse" || fn != py.Object(py.None) {
						if r, err = c.call1(fn, v); err != nil {
							return nil, err
						}
					}
					if ok, err = c.truth(r); err != nil {
						return nil, err
					}
				}
				take, stop := step(&hold, ok)
				if stop {
					return nil, nil
				}
				if take {
					return v, nil
				}
			}
		}}, nil
	})
}

// choiceCount is the argument r of permutations and combinations.
func (c *Context) choiceCount(o py.Object) (int, error) {
	n, err := c.indexExact(o)
	if err == nil && n < 0 {
		err = raise(valueError, "r must be non-negative")
	}
	return n, err
}

// combinations makes the iterators of combinations with or without repetition.
func combinations(name string, again bool) *Class {
	return itClass(name, "iterable r", func(c *Context, _ *Class, a []py.Object) (*goIter, error) {
		pool, err := c.pool(a[0])
		if err != nil {
			return nil, err
		}
		r, err := c.choiceCount(a[1])
		if err != nil {
			return nil, err
		}
		n := len(pool)
		if !again && r > n || again && n == 0 && r > 0 {
			return &goIter{done: true}, nil
		}
		if r > maxItems {
			return nil, memoryErr()
		}
		var at []int
		return &goIter{fn: func(c *Context) (py.Object, error) {
			if at == nil {
				at = make([]int, r)
				if !again {
					for i := range at {
						at[i] = i
					}
				}
				return chosen(pool, at), nil
			}
			last := func(i int) int {
				if again {
					return n - 1
				}
				return i + n - r
			}
			i := r - 1
			for i >= 0 && at[i] == last(i) {
				i--
			}
			if i < 0 {
				return nil, nil
			}
			at[i]++
			for j := i + 1; j < r; j++ {
				if again {
					at[j] = at[i]
				} else {
					at[j] = at[j-1] + 1
				}
			}
			return chosen(pool, at), c.steps(r / 16)
		}}, nil
	})
}

// teeNode is an item that the iterators of one tee share.
type teeNode struct {
	v    py.Object
	next *teeNode
}

// teeSource is where they take it from.
type teeSource struct{ it iterator }

// teeIter is one of the iterators of tee.
type teeIter struct {
	src *teeSource
	at  *teeNode
}

// Type implements py.Object.
func (*teeIter) Type() *py.Type { return teeClass.py }

func (*teeIter) class() *Class { return teeClass }

func (it *teeIter) next(c *Context) (py.Object, error) {
	if it.at.next == nil {
		if err := c.enterNative(); err != nil {
			return nil, err
		}
		v, err := it.src.it.next(c)
		c.leaveNative()
		if v == nil || err != nil {
			return nil, err
		}
		// The source may have asked this tee itself.
		if it.at.next == nil {
			it.at.next = &teeNode{v: v}
		}
	}
	it.at = it.at.next
	return it.at.v, nil
}

// groupBy is the state that the groups of a groupby share.
type groupBy struct {
	it      iterator
	key     py.Object
	current py.Object // the key of the item that is next
	value   py.Object
	target  py.Object // the key of the group that is being read
	id      int       // counts the groups
}

func (g *groupBy) step(c *Context) (bool, error) {
	v, err := g.it.next(c)
	if v == nil || err != nil {
		return false, err
	}
	k := v
	if g.key != py.Object(py.None) {
		if k, err = c.call1(g.key, v); err != nil {
			return false, err
		}
	}
	g.value, g.current = v, k
	return true, nil
}

func (g *groupBy) next(c *Context) (py.Object, error) {
	g.id++ // the group before this one is over
	for {
		if g.current != nil {
			if g.target == nil {
				break
			}
			same, err := c.sameItem(g.target, g.current)
			if err != nil {
				return nil, err
			}
			if !same {
				break
			}
		}
		if err := c.step(); err != nil {
			return nil, err
		}
		if ok, err := g.step(c); !ok || err != nil {
			return nil, err
		}
	}
	g.target = g.current
	id, key := g.id, g.target
	group := &goIter{cls: grouperClass, fn: func(c *Context) (py.Object, error) {
		if g.id != id {
			return nil, nil
		}
		if g.value == nil {
			if ok, err := g.step(c); !ok || err != nil {
				return nil, err
			}
		}
		same, err := c.sameItem(key, g.current)
		if !same || err != nil {
			return nil, err
		}
		v := g.value
		g.value = nil
		return v, nil
	}}
	return py.Tuple{g.current, group}, nil
}

var (
	teeClass     = declareIterIn("itertools", "_tee")
	grouperClass = declareIterIn("itertools", "_grouper")

	accumulateClass = itClass("accumulate", "iterable func? * initial?", func(c *Context, _ *Class, a []py.Object) (*goIter, error) {
		it, err := c.iter(a[0])
		if err != nil {
			return nil, err
		}
		var total py.Object
		fn, initial := a[1], a[2]
		if missing(initial) {
			initial = nil
		}
		return &goIter{fn: func(c *Context) (py.Object, error) {
			if initial != nil {
				total, initial = initial, nil
				return total, nil
			}
			v, err := it.next(c)
			if v == nil || err != nil {
				return nil, err
			}
			switch {
			case total == nil:
				total = v
			case missing(fn):
				total, err = c.binary(opAdd, total, v)
			default:
				total, err = c.callN(fn, total, v)
			}
			return total, err
		}}, nil
	})
	chainClass = itClassOfMany("chain", "", func(_ *Context, iterables []py.Object, _ py.Object) (*goIter, error) {
		return chainOfIterables(&tupleIter{t: iterables}), nil
	})
	compressClass = itClass("compress", "data selectors", func(c *Context, _ *Class, a []py.Object) (*goIter, error) {
		data, err := c.iter(a[0])
		if err != nil {
			return nil, err
		}
		sel, err := c.iter(a[1])
		if err != nil {
			return nil, err
		}
		return &goIter{fn: func(c *Context) (py.Object, error) {
			for {
				if err := c.step(); err != nil {
					return nil, err
				}
				v, err := data.next(c)
				if v == nil || err != nil {
					return nil, err
				}
				s, err := sel.next(c)
				if s == nil || err != nil {
					return nil, err
				}
				if ok, err := c.truth(s); ok || err != nil {
					return v, err
				}
			}
		}}, nil
	})
	countClass = itClass("count", "start? step?", func(c *Context, _ *Class, a []py.Object) (*goIter, error) {
		at, by := or(a[0], intObject(0)), or(a[1], intObject(1))
		for _, o := range [...]py.Object{at, by} {
			if !isNumber(base(o)) && (!isUser(o) || classOf(o).lookup("__add__") == nil) {
				return nil, raise(typeError, "a number is required")
			}
		}
		return &goIter{
			fn: func(c *Context) (py.Object, error) {
				v := at
				var err error
				at, err = c.binary(opAdd, at, by)
				return v, err
			},
			show: func(c *Context) (string, error) {
				s, err := c.repr(at)
				if err != nil || by == py.Object(py.Int(1)) {
					return "count(" + s + ")", err
				}
				t, err := c.repr(by)
				return "count(" + s + ", " + t + ")", err
			},
		}, nil
	})
	cycleClass = itClass("cycle", "iterable /", func(c *Context, _ *Class, a []py.Object) (*goIter, error) {
		it, err := c.iter(a[0])
		if err != nil {
			return nil, err
		}
		var saved []py.Object
		i := 0
		return &goIter{fn: func(c *Context) (py.Object, error) {
			if it != nil {
				v, err := it.next(c)
				if err != nil {
					return nil, err
				}
				if v != nil {
					if len(saved) >= maxItems {
						return nil, memoryErr()
					}
					saved = append(saved, v)
					return v, nil
				}
				it = nil
			}
			if len(saved) == 0 {
				return nil, nil
			}
			v := saved[i]
			i = (i + 1) % len(saved)
			return v, nil
		}}, nil
	})
	dropwhileClass = predicateIter("dropwhile", func(hold *bool, ok bool) (take, stop bool) {
		if *hold || !ok {
			*hold = true
			return true, false
		}
		return false, false
	})
	takewhileClass   = predicateIter("takewhile", func(_ *bool, ok bool) (take, stop bool) { return ok, !ok })
	filterfalseClass = predicateIter("filterfalse", func(_ *bool, ok bool) (take, stop bool) { return !ok, false })
	groupbyClass     = itClass("groupby", "iterable key?", func(c *Context, _ *Class, a []py.Object) (*goIter, error) {
		it, err := c.iter(a[0])
		if err != nil {
			return nil, err
		}
		g := &groupBy{it: it, key: or(a[1], py.None)}
		return &goIter{fn: g.next}, nil
	})
	isliceClass  = declareIterIn("itertools", "islice")
	pairwiseItem = itClass("pairwise", "iterable /", func(c *Context, _ *Class, a []py.Object) (*goIter, error) {
		it, err := c.iter(a[0])
		if err != nil {
			return nil, err
		}
		var last py.Object
		return &goIter{fn: func(c *Context) (py.Object, error) {
			if last == nil {
				v, err := it.next(c)
				if v == nil || err != nil {
					return nil, err
				}
				last = v
			}
			v, err := it.next(c)
			if v == nil || err != nil {
				return nil, err
			}
			t := py.Tuple{last, v}
			last = v
			return t, nil
		}}, nil
	})
	combinationsClass = combinations("combinations", false)
	combinationsAgain = combinations("combinations_with_replacement", true)
	permutationsClass = itClass("permutations", "iterable r?", func(c *Context, _ *Class, a []py.Object) (*goIter, error) {
		pool, err := c.pool(a[0])
		if err != nil {
			return nil, err
		}
		n := len(pool)
		r := n
		if !missing(a[1]) {
			if _, ok := bigOf(a[1]); !ok {
				return nil, raise(typeError, "Expected int as r")
			}
			if r, err = c.choiceCount(a[1]); err != nil {
				return nil, err
			}
		}
		if r > n {
			return &goIter{done: true}, nil
		}
		at := make([]int, n)
		for i := range at {
			at[i] = i
		}
		var cycles []int
		return &goIter{fn: func(c *Context) (py.Object, error) {
			if cycles == nil {
				cycles = make([]int, r)
				for i := range cycles {
					cycles[i] = n - i
				}
				return chosen(pool, at[:r]), nil
			}
			for i := r - 1; i >= 0; i-- {
				if cycles[i]--; cycles[i] > 0 {
					j := n - cycles[i]
					at[i], at[j] = at[j], at[i]
					return chosen(pool, at[:r]), nil
				}
				first := at[i]
				copy(at[i:], at[i+1:])
				at[n-1] = first
				cycles[i] = n - i
				if err := c.steps(1 + n/64); err != nil {
					return nil, err
				}
			}
			return nil, nil
		}}, nil
	})
	productClass = itClassOfMany("product", "repeat", func(c *Context, iterables []py.Object, key py.Object) (*goIter, error) {
		times := 1
		if key != nil {
			var err error
			if times, err = c.indexExact(key); err != nil {
				return nil, err
			}
			if times < 0 {
				return nil, raise(valueError, "repeat argument cannot be negative")
			}
		}
		if times > maxItems || len(iterables)*times > maxItems {
			return nil, memoryErr()
		}
		var pools [][]py.Object
		empty := false
		for _, o := range iterables {
			p, err := c.pool(o)
			if err != nil {
				return nil, err
			}
			empty = empty || len(p) == 0
			pools = append(pools, p)
		}
		n := len(pools)
		for range max(times-1, 0) {
			pools = append(pools, pools[:n]...)
		}
		if times == 0 {
			pools, empty = nil, false
		}
		if empty {
			return &goIter{done: true}, nil
		}
		var at []int
		return &goIter{fn: func(c *Context) (py.Object, error) {
			if at == nil {
				at = make([]int, len(pools))
			} else {
				i := len(pools) - 1
				for ; i >= 0; i-- {
					if at[i]++; at[i] < len(pools[i]) {
						break
					}
					at[i] = 0
				}
				if i < 0 {
					return nil, nil
				}
			}
			t := make(py.Tuple, len(pools))
			for i, p := range pools {
				t[i] = p[at[i]]
			}
			return t, c.steps(len(t) / 16)
		}}, nil
	})
	repeatClass = itClass("repeat", "object times?", func(c *Context, _ *Class, a []py.Object) (*goIter, error) {
		v, n := a[0], -1
		if a[1] != nil {
			var err error
			if n, err = c.indexExact(a[1]); err != nil {
				return nil, err
			}
			n = max(n, 0)
		}
		it := &goIter{fn: func(*Context) (py.Object, error) {
			switch {
			case n == 0:
				return nil, nil
			case n > 0:
				n--
			}
			return v, nil
		}}
		it.hint = func() int { return n }
		it.show = func(c *Context) (string, error) {
			s, err := c.repr(v)
			if n >= 0 {
				s += sprintf(", %d", n)
			}
			return "repeat(" + s + ")", err
		}
		return it, nil
	})
	starmapClass = itClass("starmap", "function iterable /", func(c *Context, _ *Class, a []py.Object) (*goIter, error) {
		it, err := c.iter(a[1])
		if err != nil {
			return nil, err
		}
		fn := a[0]
		return &goIter{fn: func(c *Context) (py.Object, error) {
			v, err := it.next(c)
			if v == nil || err != nil {
				return nil, err
			}
			args, err := c.list(v)
			if err != nil {
				return nil, err
			}
			return c.call(fn, args, nil)
		}}, nil
	})
	zipLongestClass = itClassOfMany("zip_longest", "fillvalue", func(c *Context, iterables []py.Object, fill py.Object) (*goIter, error) {
		its := make([]iterator, len(iterables))
		for i, o := range iterables {
			var err error
			if its[i], err = c.iter(o); err != nil {
				return nil, err
			}
		}
		fill = or(fill, py.None)
		left := len(its)
		return &goIter{fn: func(c *Context) (py.Object, error) {
			if left == 0 {
				return nil, nil
			}
			t := make(py.Tuple, len(its))
			for i, it := range its {
				t[i] = fill
				if it == nil {
					continue
				}
				v, err := it.next(c)
				if err != nil {
					left = 0
					return nil, err
				}
				if v != nil {
					t[i] = v
					continue
				}
				its[i] = nil
				if left--; left == 0 {
					return nil, nil
				}
			}
			return t, nil
		}}, nil
	})
)

// sliceArg is an argument of islice; -1 is None.
func (c *Context) isliceArg(o py.Object) (n int, ok bool) {
	if missing(o) {
		return -1, true
	}
	v, err := c.indexObject(o)
	if err != nil {
		return 0, false
	}
	i, small := v.(py.Int)
	return int(i), small && i >= 0
}

func newIslice(c *Context, cls *Class, args []py.Object, kw []string) (py.Object, error) {
	if len(kw) > 0 {
		return nil, raise(typeError, "islice() takes no keyword arguments")
	}
	if len(args) < 2 {
		return nil, raise(typeError, "islice expected at least 2 arguments, got %d", len(args))
	}
	if len(args) > 4 {
		return nil, raise(typeError, "islice expected at most 4 arguments, got %d", len(args))
	}
	start, stop, step := -1, -1, -1
	var ok bool
	if len(args) == 2 {
		if stop, ok = c.isliceArg(args[1]); !ok {
			return nil, raise(valueError, "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
		}
	} else {
		var ok2 bool
		if stop, ok2 = c.isliceArg(args[2]); !ok2 && (stop == -1 || !isNumber(base(args[2]))) {
			return nil, raise(valueError, "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
		}
		if start, ok = c.isliceArg(args[1]); !ok || !ok2 {
			return nil, raise(valueError, "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
		}
		if len(args) == 4 {
			if step, ok = c.isliceArg(args[3]); !ok || step == 0 {
				return nil, raise(valueError, "Step for islice() must be a positive integer or None.")
			}
		}
	}
	start, step = max(start, 0), max(step, 1)
	it, err := c.iter(args[0])
	if err != nil {
		return nil, err
	}
	at, want := 0, start
	return wrap(cls, &goIter{cls: isliceClass, fn: func(c *Context) (py.Object, error) {
		if it == nil {
			return nil, nil
		}
		if stop >= 0 && want >= stop {
			// What lies before stop is used up, as in CPython.
			for ; at < stop; at++ {
				if err := c.step(); err != nil {
					return nil, err
				}
				if v, err := it.next(c); v == nil || err != nil {
					it = nil
					return nil, err
				}
			}
			it = nil
			return nil, nil
		}
		for {
			if err := c.step(); err != nil {
				return nil, err
			}
			v, err := it.next(c)
			if v == nil || err != nil {
				it = nil
				return nil, err
			}
			if at++; at > want {
				want += step
				return v, nil
			}
		}
	}}), nil
}

func init() {
	isliceClass.make = newIslice
	m := newGoModule("itertools", "Iterators that are built of iterators.")
	for _, k := range [...]*Class{
		accumulateClass, chainClass, compressClass, countClass, cycleClass, dropwhileClass, takewhileClass, filterfalseClass, groupbyClass,
		isliceClass, pairwiseItem, combinationsClass, combinationsAgain, permutationsClass, productClass, repeatClass, starmapClass, zipLongestClass,
	} {
		m.class(k)
		newMethod(k)
	}
	chainClass.classMethod("from_iterable", "iterable /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		outer, err := c.iter(a[0])
		if err != nil {
			return nil, err
		}
		it := chainOfIterables(outer)
		it.cls = chainClass
		return wrap(o.(*Class), it), nil
	})
	for _, k := range [...]*Class{countClass, repeatClass} {
		k.method("__repr__", "", func(c *Context, o py.Object, _ []py.Object) (py.Object, error) {
			it := base(o).(*goIter)
			if it.show == nil {
				return py.String(classOf(o).shortName() + "()"), nil
			}
			s, err := it.show(c)
			return py.String(s), err
		})
	}
	repeatClass.method("__length_hint__", "", func(_ *Context, o py.Object, _ []py.Object) (py.Object, error) {
		if n := base(o).(*goIter).hint(); n >= 0 {
			return py.Int(n), nil
		}
		return nil, raise(typeError, "len() of unsized object")
	})
	fork := func(it *teeIter) *teeIter { return &teeIter{src: it.src, at: it.at} }
	teeClass.method("__copy__", "", func(_ *Context, o py.Object, _ []py.Object) (py.Object, error) { return fork(o.(*teeIter)), nil })
	m.fn("tee", "iterable n? /", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		n, err := c.optIndex(a[1], 2)
		if err != nil {
			return nil, err
		}
		if n < 0 {
			return nil, raise(valueError, "n must be >= 0")
		}
		if n > maxItems {
			return nil, memoryErr()
		}
		it, err := c.iter(a[0])
		if err != nil {
			return nil, err
		}
		first, ok := it.(*teeIter)
		if !ok {
			first = &teeIter{src: &teeSource{it}, at: &teeNode{}}
		}
		t := make(py.Tuple, n)
		for i := range t {
			t[i] = fork(first)
		}
		return t, nil
	})
}
