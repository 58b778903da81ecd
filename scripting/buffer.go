package scripting

import (
	"bytes"

	"github.com/go-python/gpython/py"

	"github.com/windlassfs/windlass/scripting/engine"
)

// A bufferObject is file data as Python sees it: it behaves like bytes, but
// nothing is copied until somebody asks for it.
type bufferObject struct {
	l *life // nil: the script's own
	b []byte
}

var bufferClass = newClass("Buffer", "File data: behaves like bytes, and is not copied on its way. Buffer(b'…') makes one.", "",
	&method{name: "tobytes", doc: "tobytes() -> bytes, to keep", fn: func(self py.Object, args py.Tuple, kwargs py.StringDict) (py.Object, error) {
		if err := exactly("tobytes", args, kwargs, 0); err != nil {
			return nil, err
		}
		return self.(*bufferObject).M__bytes__()
	}},
	&method{name: "translate", doc: "translate(table) -> bytes, each byte replaced by table[byte]", fn: translate},
)

func init() {
	bufferClass.constructor(func(args py.Tuple, kwargs py.StringDict) (py.Object, error) {
		if err := exactly("Buffer", args, kwargs, 1); err != nil {
			return nil, err
		}
		k := taker{fn: "Buffer()"}
		var b []byte
		if k.bytes(args[0], "data", &b); k.err != nil {
			return nil, k.err
		}
		return &bufferObject{b: bytes.Clone(b)}, nil
	})
}

// give makes the embedded object show b.
func (o *bufferObject) give(l *life, b []byte) py.Object {
	o.l, o.b = l, b
	return o
}

// plainBytes returns the bytes of what is bytes-like.
func plainBytes(o py.Object) ([]byte, bool) {
	switch x := o.(type) {
	case py.Bytes:
		return x, true
	case *bufferObject:
		if x.l.check("Buffer") == nil {
			return x.b, true
		}
	}
	return nil, false
}

func translate(self py.Object, args py.Tuple, kwargs py.StringDict) (py.Object, error) {
	o := self.(*bufferObject)
	if err := o.l.check("Buffer"); err != nil {
		return nil, err
	}
	if err := exactly("translate", args, kwargs, 1); err != nil {
		return nil, err
	}
	table, ok := plainBytes(args[0])
	if !ok || len(table) != 256 {
		return nil, py.ExceptionNewf(py.ValueError, "translate() takes a table of 256 bytes")
	}
	t := [256]byte(table)
	out := make(py.Bytes, len(o.b))
	for i, c := range o.b {
		out[i] = t[c]
	}
	return out, nil
}

// Type implements py.Object.
func (o *bufferObject) Type() *py.Type { return bufferClass.typ }

// M__getattribute__ finds a method: its own, or one of bytes.
func (o *bufferObject) M__getattribute__(name string) (py.Object, error) {
	if bufferClass.methods[name] != nil {
		return bufferClass.attr(o, name)
	}
	if m, ok := engine.BytesMethod(nil, name); ok && m != nil {
		b, err := o.M__bytes__()
		if err != nil {
			return nil, err
		}
		m, _ := engine.BytesMethod(b.(py.Bytes), name)
		return m, nil
	}
	return bufferClass.attr(o, name)
}

// M__bytes__ copies the data.
func (o *bufferObject) M__bytes__() (py.Object, error) {
	if err := o.l.check("Buffer"); err != nil {
		return nil, err
	}
	return giveBytes(o.b), nil
}

// M__len__ implements len().
func (o *bufferObject) M__len__() (py.Object, error) {
	if err := o.l.check("Buffer"); err != nil {
		return nil, err
	}
	return py.Int(len(o.b)), nil
}

// M__bool__ is false for no data.
func (o *bufferObject) M__bool__() (py.Object, error) {
	if err := o.l.check("Buffer"); err != nil {
		return nil, err
	}
	return py.NewBool(len(o.b) > 0), nil
}

// M__getitem__ implements v[i], a number, and v[i:j], another Buffer.
func (o *bufferObject) M__getitem__(key py.Object) (py.Object, error) {
	if err := o.l.check("Buffer"); err != nil {
		return nil, err
	}
	if s, ok := key.(*py.Slice); ok {
		start, stop, step, n, err := s.GetIndices(len(o.b))
		if err != nil {
			return nil, err
		}
		if n <= 0 {
			return &bufferObject{l: o.l}, nil
		}
		if step == 1 {
			return &bufferObject{o.l, o.b[start:stop:stop]}, nil
		}
		out := make(py.Bytes, n)
		for i := range out {
			out[i] = o.b[start+i*step]
		}
		return &bufferObject{b: out}, nil
	}
	i, err := py.IndexIntCheck(key, len(o.b))
	if err != nil {
		return nil, err
	}
	return py.Int(o.b[i]), nil
}

// M__contains__ implements "in", for numbers and for bytes.
func (o *bufferObject) M__contains__(item py.Object) (py.Object, error) {
	if err := o.l.check("Buffer"); err != nil {
		return nil, err
	}
	if sub, ok := plainBytes(item); ok {
		return py.NewBool(bytes.Contains(o.b, sub)), nil
	}
	if n, ok := item.(py.Int); ok && n >= 0 && n < 256 {
		return py.NewBool(bytes.IndexByte(o.b, byte(n)) >= 0), nil
	}
	return nil, py.ExceptionNewf(py.TypeError, "a bytes-like object is required, not '%s'", item.Type().Name)
}

// M__iter__ walks over the bytes as numbers.
func (o *bufferObject) M__iter__() (py.Object, error) {
	if err := o.l.check("Buffer"); err != nil {
		return nil, err
	}
	return &bufferIter{o, 0}, nil
}

type bufferIter struct {
	o *bufferObject
	i int
}

// Type implements py.Object.
func (*bufferIter) Type() *py.Type { return py.IteratorType }

// M__iter__ returns the iterator itself.
func (it *bufferIter) M__iter__() (py.Object, error) { return it, nil }

// M__next__ returns the next byte.
func (it *bufferIter) M__next__() (py.Object, error) {
	if err := it.o.l.check("Buffer"); err != nil {
		return nil, err
	}
	if it.i >= len(it.o.b) {
		return nil, py.StopIteration
	}
	it.i++
	return py.Int(it.o.b[it.i-1]), nil
}

// M__eq__ compares with bytes and other buffers.
func (o *bufferObject) M__eq__(other py.Object) (py.Object, error) {
	if err := o.l.check("Buffer"); err != nil {
		return nil, err
	}
	if b, ok := plainBytes(other); ok {
		return py.NewBool(bytes.Equal(o.b, b)), nil
	}
	return py.NotImplemented, nil
}

// M__ne__ is the opposite.
func (o *bufferObject) M__ne__(other py.Object) (py.Object, error) {
	eq, err := o.M__eq__(other)
	if err != nil || eq == py.NotImplemented {
		return eq, err
	}
	return py.NewBool(eq == py.False), nil
}

// M__add__ joins with bytes-like objects; the result is bytes.
func (o *bufferObject) M__add__(other py.Object) (py.Object, error) {
	if err := o.l.check("Buffer"); err != nil {
		return nil, err
	}
	if b, ok := plainBytes(other); ok {
		return append(append(make(py.Bytes, 0, len(o.b)+len(b)), o.b...), b...), nil
	}
	return py.NotImplemented, nil
}

// M__radd__ is the same from the other side.
func (o *bufferObject) M__radd__(other py.Object) (py.Object, error) {
	if err := o.l.check("Buffer"); err != nil {
		return nil, err
	}
	if b, ok := plainBytes(other); ok {
		return append(append(make(py.Bytes, 0, len(o.b)+len(b)), b...), o.b...), nil
	}
	return py.NotImplemented, nil
}

// M__repr__ shows the data, shortened.
func (o *bufferObject) M__repr__() (py.Object, error) {
	if o.l.check("Buffer") != nil {
		return py.String("<Buffer of a " + o.l.what + " that has ended>"), nil
	}
	const most = 64
	b, more := o.b, ""
	if len(b) > most {
		b, more = b[:most], "…"
	}
	return py.String("Buffer(" + engine.ReprOf(py.Bytes(b)) + more + ")"), nil
}
