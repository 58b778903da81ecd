package engine

import (
	"weak"

	"github.com/go-python/gpython/py"
)

// memoryview is a view of bytes: one dimension, one byte an item.
type memoryview struct {
	o        py.Object // py.Bytes or *bytearray
	start, n int
	released bool
}

// Type implements py.Object.
func (*memoryview) Type() *py.Type { return memoryClass.py }

func (*memoryview) class() *Class { return memoryClass }

// viewOf makes a view of n bytes of o.
func viewOf(o py.Object, start, n int) *memoryview {
	m := &memoryview{o: o, start: start, n: n}
	if a, ok := o.(*bytearray); ok {
		if len(a.views) > 64 && len(a.views)&(len(a.views)-1) == 0 {
			a.viewed()
		}
		a.views = append(a.views, weak.Make(m))
	}
	return m
}

func (m *memoryview) bytes() []byte {
	var b []byte
	switch x := m.o.(type) {
	case py.Bytes:
		b = x
	case *bytearray:
		b = x.b
	}
	end := min(m.start+m.n, len(b))
	return b[min(m.start, end):end]
}

func (m *memoryview) size() int { return 1 }

func (m *memoryview) alive() error {
	if m.released {
		return raise(valueError, "operation forbidden on released memoryview object")
	}
	return nil
}

func (m *memoryview) item(c *Context, key py.Object) (py.Object, error) {
	if err := m.alive(); err != nil {
		return nil, err
	}
	b := m.bytes()
	if sl, ok := key.(*py.Slice); ok {
		start, _, step, n, err := c.sliceOf(sl, len(b))
		if err != nil {
			return nil, err
		}
		if step != 1 {
			return &memoryview{o: py.Bytes(sliceBytes(b, start, step, n)), n: n}, nil
		}
		return viewOf(m.o, m.start+start, n), nil
	}
	i, err := c.itemIndex(key, len(b), "memoryview")
	if err != nil {
		if c.isExc(err, indexError) {
			return nil, raise(indexError, "index out of bounds on dimension 1")
		}
		return nil, err
	}
	return intObject(int64(b[i])), nil
}

func (m *memoryview) setItem(c *Context, key, v py.Object) error {
	if err := m.alive(); err != nil {
		return err
	}
	if _, ok := m.o.(*bytearray); !ok {
		return raise(typeError, "cannot modify read-only memory")
	}
	b := m.bytes()
	if sl, ok := key.(*py.Slice); ok {
		start, _, step, n, err := c.sliceOf(sl, len(b))
		if err != nil {
			return err
		}
		with, err := bytesOf(v, needBytes)
		if err != nil {
			return err
		}
		if len(with) != n {
			return raise(valueError, "memoryview assignment: lvalue and rvalue have different structures")
		}
		with = append([]byte(nil), with...)
		for i := range n {
			b[start+i*step] = with[i]
		}
		return nil
	}
	i, err := c.itemIndex(key, len(b), "memoryview")
	if err != nil {
		return err
	}
	x, err := c.byteOf(v, "memoryview: invalid value for format 'B'")
	if err == nil {
		b[i] = x
	}
	return err
}

func init() {
	k := memoryClass
	k.make = func(_ *Context, _ *Class, args []py.Object, _ []string) (py.Object, error) {
		if len(args) != 1 {
			return nil, raise(typeError, "memoryview() missing required argument 'object' (pos 1)")
		}
		switch x := base(args[0]).(type) {
		case py.Bytes:
			return &memoryview{o: x, n: len(x)}, nil
		case *bytearray:
			return viewOf(x, 0, len(x.b)), nil
		case *memoryview:
			return viewOf(x.o, x.start, x.n), nil
		}
		if b, ok := rawBytes(args[0]); ok {
			return &memoryview{o: py.Bytes(b), n: len(b)}, nil
		}
		return nil, raise(typeError, "memoryview: a bytes-like object is required, not '%s'", classOf(args[0]).name)
	}
	mv := func(o py.Object) *memoryview { return o.(*memoryview) }
	k.method("tobytes", "order?", func(_ *Context, o py.Object, _ []py.Object) (py.Object, error) {
		return py.Bytes(append([]byte(nil), mv(o).bytes()...)), mv(o).alive()
	})
	k.method("tolist", "", func(c *Context, o py.Object, _ []py.Object) (py.Object, error) {
		items, err := c.list(py.Bytes(mv(o).bytes()))
		return &py.List{Items: items}, err
	})
	k.method("hex", "sep? bytes_per_sep?", func(c *Context, o py.Object, a []py.Object) (py.Object, error) { return c.hexOf(mv(o).bytes(), a) })
	k.method("release", "", func(_ *Context, o py.Object, _ []py.Object) (py.Object, error) {
		mv(o).released = true
		return py.None, nil
	})
	k.method("__enter__", "", func(_ *Context, o py.Object, _ []py.Object) (py.Object, error) { return o, mv(o).alive() })
	k.rawMethod("__exit__", func(_ *Context, o py.Object, _ []py.Object, _ []string) (py.Object, error) {
		mv(o).released = true
		return py.None, nil
	})
	for name, f := range map[string]func(m *memoryview) py.Object{
		"nbytes":   func(m *memoryview) py.Object { return py.Int(len(m.bytes())) },
		"itemsize": func(*memoryview) py.Object { return py.Int(1) },
		"ndim":     func(*memoryview) py.Object { return py.Int(1) },
		"format":   func(*memoryview) py.Object { return py.String("B") },
		"shape":    func(m *memoryview) py.Object { return py.Tuple{py.Int(len(m.bytes()))} },
		"strides":  func(*memoryview) py.Object { return py.Tuple{py.Int(1)} },
		"obj":      func(m *memoryview) py.Object { return m.o },
		"readonly": func(m *memoryview) py.Object {
			_, ok := m.o.(*bytearray)
			return py.NewBool(!ok)
		},
		"contiguous": func(*memoryview) py.Object { return py.True },
	} {
		k.getter(name, func(_ *Context, o py.Object) (py.Object, error) { return f(mv(o)), mv(o).alive() })
	}
}
