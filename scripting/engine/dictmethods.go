package engine

import "github.com/go-python/gpython/py"

// updateDict is d.update(o).
func (c *Context) updateDict(d *Dict, o py.Object) error {
	if src, ok := base(o).(*Dict); ok && (base(o) == o || classOf(o).overrides("keys") == nil && classOf(o).overrides("__iter__") == nil) {
		if src == d {
			return nil
		}
		for i := 0; i < len(src.entries); i++ {
			e := src.entries[i]
			if e.key == nil {
				continue
			}
			if err := c.step(); err != nil {
				return err
			}
			j, err := d.findKey(c, e.key, e.hash)
			if err != nil {
				return err
			}
			if j >= 0 {
				d.entries[j].val = e.val
				continue
			}
			if d.n >= maxItems {
				return memoryErr()
			}
			d.insert(e.hash, e.key, e.val)
		}
		return nil
	}
	if p, ok := o.(*mappingProxy); ok {
		return c.updateDict(d, p.d)
	}
	if sd, ok := o.(py.StringDict); ok {
		for k, v := range sd {
			d.SetString(k, v)
		}
		return nil
	}
	if keys, err := c.getattr(o, "keys"); err == nil {
		list, err := c.call0(keys)
		if err != nil {
			return err
		}
		return c.each(list, func(key py.Object) error {
			v, err := c.getitem(o, key)
			if err != nil {
				return err
			}
			return d.set(c, key, v)
		})
	}
	i := -1
	err := c.each(o, func(pair py.Object) error {
		i++
		items, err := c.list(pair)
		if err != nil {
			if !iterable(pair) {
				return raise(typeError, "cannot convert dictionary update sequence element #%d to a sequence", i)
			}
			return err
		}
		if len(items) != 2 {
			return raise(valueError, "dictionary update sequence element #%d has length %d; 2 is required", i, len(items))
		}
		return d.set(c, items[0], items[1])
	})
	return err
}

func (c *Context) dictInit(d *Dict, fn string, args []py.Object, kw []string) error {
	n := len(args) - len(kw)
	if n > 1 {
		return raise(typeError, "%s expected at most 1 argument, got %d", fn, n)
	}
	if n == 1 {
		if err := c.updateDict(d, args[0]); err != nil {
			return err
		}
	}
	for i, name := range kw {
		d.SetString(name, args[n+i])
	}
	return nil
}

// has is item in a view.
func (v *dictView) has(c *Context, item py.Object) (bool, error) {
	switch v.what {
	case 'k':
		i, _, err := v.d.find(c, item)
		return i >= 0, err
	case 'i':
		t, ok := base(item).(py.Tuple)
		if !ok || len(t) != 2 {
			return false, nil
		}
		x, err := v.d.get(c, t[0])
		if x == nil || err != nil {
			return false, err
		}
		return c.sameItem(x, t[1])
	}
	it := v.d.iter('v')
	for {
		x, err := it.next(c)
		if x == nil || err != nil {
			return false, err
		}
		if ok, err := c.sameItem(x, item); ok || err != nil {
			return ok, err
		}
	}
}

func or(v, def py.Object) py.Object {
	if v == nil {
		return def
	}
	return v
}

func init() {
	k := dictClass
	k.make = func(_ *Context, cls *Class, _ []py.Object, _ []string) (py.Object, error) {
		return wrap(cls, &Dict{}), nil
	}
	k.init = func(c *Context, self py.Object, args []py.Object, kw []string) error {
		return c.dictInit(base(self).(*Dict), "dict", args, kw)
	}
	dict := func(o py.Object) *Dict { return base(o).(*Dict) }
	k.method("get", "key default? /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		v, err := dict(o).get(c, a[0])
		if v == nil {
			v = or(a[1], py.None)
		}
		return v, err
	})
	k.method("pop", "key default? /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		v, err := dict(o).pop(c, a[0])
		if v == nil && err == nil {
			if a[1] == nil {
				return nil, keyErr(a[0])
			}
			v = a[1]
		}
		return v, err
	})
	k.method("setdefault", "key default? /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		d := dict(o)
		i, h, err := d.find(c, a[0])
		if err != nil {
			return nil, err
		}
		if i >= 0 {
			return d.entries[i].val, nil
		}
		v := or(a[1], py.None)
		d.insert(h, a[0], v)
		return v, nil
	})
	k.method("popitem", "", func(_ *Context, o py.Object, _ []py.Object) (py.Object, error) {
		d := dict(o)
		for i := len(d.entries) - 1; i >= 0; i-- {
			if e := d.entries[i]; e.key != nil {
				d.remove(i)
				return py.Tuple{e.key, e.val}, nil
			}
		}
		return nil, &Exc{cls: keyError, args: py.Tuple{py.String("popitem(): dictionary is empty")}}
	})
	k.rawMethod("update", func(c *Context, o py.Object, args []py.Object, kw []string) (py.Object, error) {
		return py.None, c.dictInit(dict(o), "update", args, kw)
	})
	k.method("clear", "", func(_ *Context, o py.Object, _ []py.Object) (py.Object, error) {
		dict(o).Clear()
		return py.None, nil
	})
	k.method("copy", "", func(_ *Context, o py.Object, _ []py.Object) (py.Object, error) { return dict(o).copyOf(), nil })
	for name, what := range map[string]byte{"keys": 'k', "values": 'v', "items": 'i'} {
		k.method(name, "", func(_ *Context, o py.Object, _ []py.Object) (py.Object, error) { return &dictView{dict(o), what}, nil })
	}
	k.method("__reversed__", "", func(_ *Context, o py.Object, _ []py.Object) (py.Object, error) { return dict(o).reversed('k'), nil })
	k.classMethod("fromkeys", "iterable value? /", func(c *Context, cls py.Object, a []py.Object) (py.Object, error) {
		kl := cls.(*Class)
		d, err := c.construct(kl, nil, nil)
		if err != nil {
			return nil, err
		}
		v := or(a[1], py.None)
		return d, c.each(a[0], func(key py.Object) error { return c.setitem(d, key, v) })
	})
	for _, v := range [...]*Class{dictKeysClass, dictValuesClass, dictItemsClass} {
		v.method("__reversed__", "", func(_ *Context, o py.Object, _ []py.Object) (py.Object, error) {
			x := o.(*dictView)
			return x.d.reversed(x.what), nil
		})
		v.getter("mapping", func(_ *Context, o py.Object) (py.Object, error) { return &mappingProxy{o.(*dictView).d}, nil })
		if v != dictValuesClass {
			v.method("isdisjoint", "other /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
				s, err := c.asSet(o)
				if err != nil {
					return nil, err
				}
				ok, err := c.disjoint(s, a[0])
				return py.NewBool(ok), err
			})
		}
	}
}

// mappingProxy is a dict that cannot be changed through it: __dict__ of classes.
type mappingProxy struct{ d *Dict }

// Type implements py.Object.
func (*mappingProxy) Type() *py.Type { return mappingProxyClass.py }

func (*mappingProxy) class() *Class { return mappingProxyClass }

func (p *mappingProxy) length() int { return p.d.n }

func (p *mappingProxy) repr(r *renderer) error {
	r.b.WriteString("mappingproxy(")
	err := r.dict(p.d)
	r.b.WriteByte(')')
	return err
}

func init() {
	k := mappingProxyClass
	k.make = func(_ *Context, _ *Class, args []py.Object, _ []string) (py.Object, error) {
		if len(args) == 1 {
			if d, ok := base(args[0]).(*Dict); ok {
				return &mappingProxy{d}, nil
			}
		}
		if len(args) == 0 {
			return nil, raise(typeError, "mappingproxy() missing required argument 'mapping' (pos 1)")
		}
		return nil, raise(typeError, "mappingproxy() argument must be a mapping, not %s", classOf(args[0]).name)
	}
	d := func(o py.Object) *Dict { return o.(*mappingProxy).d }
	for _, name := range [...]string{"get", "keys", "values", "items", "copy"} {
		b := dictClass.dict.GetString(name).(*Builtin)
		own := *b
		own.owner = k
		own.fn = func(c *Context, o py.Object, a []py.Object) (py.Object, error) { return b.fn(c, d(o), a) }
		k.dict.SetString(name, &own)
	}
	k.method("__getitem__", "key /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) { return c.getitem(d(o), a[0]) })
	k.method("__contains__", "key /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		ok, err := c.contains(d(o), a[0])
		return py.NewBool(ok), err
	})
	k.method("__iter__", "", func(_ *Context, o py.Object, _ []py.Object) (py.Object, error) { return d(o).iter('k'), nil })
	k.method("__len__", "", func(_ *Context, o py.Object, _ []py.Object) (py.Object, error) { return py.Int(d(o).n), nil })
	k.method("__reversed__", "", func(_ *Context, o py.Object, _ []py.Object) (py.Object, error) { return d(o).reversed('k'), nil })
}
