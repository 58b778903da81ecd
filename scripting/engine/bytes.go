package engine

import (
	"bytes"
	"runtime"
	"slices"
	"strings"
	"weak"

	"github.com/go-python/gpython/py"
)

// bytearray is Python's bytearray.
type bytearray struct {
	b []byte
	// views are the memoryviews of it.
	views []weak.Pointer[memoryview]
}

// resizable refuses to change the length while a memoryview is in use. A view that
// nobody can reach any more does not count.
func (a *bytearray) resizable() error {
	if !a.viewed() {
		return nil
	}
	runtime.GC()
	if !a.viewed() {
		return nil
	}
	return raise(bufferError, "Existing exports of data: object cannot be re-sized")
}

func (a *bytearray) viewed() bool {
	a.views = slices.DeleteFunc(a.views, func(p weak.Pointer[memoryview]) bool {
		m := p.Value()
		return m == nil || m.released
	})
	return len(a.views) > 0
}

// Type implements py.Object.
func (*bytearray) Type() *py.Type { return bytearrayClass.py }

func (*bytearray) class() *Class { return bytearrayClass }

// M__bytes__ lets Go code read it.
func (a *bytearray) M__bytes__() (py.Object, error) {
	return py.Bytes(append([]byte(nil), a.b...)), nil
}

// rawBytes is the content of a bytes-like object.
func rawBytes(o py.Object) ([]byte, bool) {
	switch x := base(o).(type) {
	case py.Bytes:
		return x, true
	case *bytearray:
		return x.b, true
	case *memoryview:
		return x.bytes(), true
	}
	if b, ok := o.(py.I__bytes__); ok && classOf(o).native {
		v, err := b.M__bytes__()
		if err == nil {
			x, ok := v.(py.Bytes)
			return x, ok
		}
	}
	return nil, false
}

func isBytesLike(o py.Object) bool {
	switch o.(type) {
	case py.Bytes, *bytearray, *memoryview:
		return true
	}
	return false
}

func bytesOf(o py.Object, message string) ([]byte, error) {
	b, ok := rawBytes(o)
	if !ok {
		if strings.Contains(message, "%s") {
			return nil, raise(typeError, message, classOf(o).name)
		}
		return nil, raise(typeError, "%s", message)
	}
	return b, nil
}

const needBytes = "a bytes-like object is required, not '%s'"

// likeBytes makes an object of the class of self.
func likeBytes(self py.Object, b []byte) py.Object {
	if _, ok := base(self).(*bytearray); ok {
		return &bytearray{b: append([]byte(nil), b...)}
	}
	return py.Bytes(b)
}

func (c *Context) bytesItem(b py.Bytes, key py.Object) (py.Object, error) {
	if sl, ok := key.(*py.Slice); ok {
		start, _, step, n, err := c.sliceOf(sl, len(b))
		if err != nil {
			return nil, err
		}
		return py.Bytes(sliceBytes(b, start, step, n)), nil
	}
	i, err := c.itemIndex(key, len(b), "bytes")
	if err != nil {
		return nil, err
	}
	return intObject(int64(b[i])), nil
}

func sliceBytes(b []byte, start, step, n int) []byte {
	if n <= 0 {
		return []byte{}
	}
	if step == 1 {
		return b[start : start+n : start+n]
	}
	out := make([]byte, n)
	for i := range out {
		out[i] = b[start+i*step]
	}
	return out
}

func (c *Context) bytearrayItem(a *bytearray, key py.Object) (py.Object, error) {
	if sl, ok := key.(*py.Slice); ok {
		start, _, step, n, err := c.sliceOf(sl, len(a.b))
		if err != nil {
			return nil, err
		}
		return &bytearray{b: append([]byte(nil), sliceBytes(a.b, start, step, n)...)}, nil
	}
	i, err := c.itemIndex(key, len(a.b), "bytearray")
	if err != nil {
		return nil, err
	}
	return intObject(int64(a.b[i])), nil
}

// byteOf is an integer in range(256).
func (c *Context) byteOf(o py.Object, message string) (byte, error) {
	n, err := c.index(o)
	if err != nil {
		return 0, err
	}
	if n < 0 || n > 255 {
		return 0, raise(valueError, "%s", message)
	}
	return byte(n), nil
}

func (c *Context) setBytearrayItem(a *bytearray, key, v py.Object) error {
	sl, ok := key.(*py.Slice)
	if !ok {
		i, err := c.itemIndex(key, len(a.b), "bytearray")
		if err != nil {
			return err
		}
		b, err := c.byteOf(v, "byte must be in range(0, 256)")
		if err != nil {
			return err
		}
		a.b[i] = b
		return nil
	}
	const assignable = "can assign only bytes, buffers, or iterables of ints in range(0, 256)"
	with, err := c.bytesFromRange(v, "byte", assignable, assignable)
	if err != nil {
		return err
	}
	start, stop, step, n, err := c.sliceOf(sl, len(a.b))
	if err != nil {
		return err
	}
	if step != 1 {
		if len(with) != n {
			return raise(valueError, "attempt to assign bytes of size %d to extended slice of size %d", len(with), n)
		}
		for i := range n {
			a.b[start+i*step] = with[i]
		}
		return nil
	}
	stop = max(stop, start)
	if len(a.b)+len(with) > MaxAlloc {
		return memoryErr()
	}
	if len(with) != stop-start {
		if err := a.resizable(); err != nil {
			return err
		}
	}
	a.b = append(append(append([]byte(nil), a.b[:start]...), with...), a.b[stop:]...)
	return nil
}

func (c *Context) delBytearrayItem(a *bytearray, key py.Object) error {
	if err := a.resizable(); err != nil {
		return err
	}
	if sl, ok := key.(*py.Slice); ok {
		start, _, step, n, err := c.sliceOf(sl, len(a.b))
		if err != nil {
			return err
		}
		gone := map[int]bool{}
		for i := range n {
			gone[start+i*step] = true
		}
		kept := a.b[:0]
		for i, x := range a.b {
			if !gone[i] {
				kept = append(kept, x)
			}
		}
		a.b = kept
		return nil
	}
	i, err := c.itemIndex(key, len(a.b), "bytearray")
	if err != nil {
		return err
	}
	a.b = append(a.b[:i], a.b[i+1:]...)
	return nil
}

func (c *Context) bytesContain(o, item py.Object) (bool, error) {
	s, _ := rawBytes(o)
	if sub, ok := rawBytes(item); ok {
		return bytes.Contains(s, sub), nil
	}
	if _, ok := bigOf(item); !ok {
		return false, raise(typeError, needBytes, classOf(item).name)
	}
	b, err := c.byteOf(item, "byte must be in range(0, 256)")
	if err != nil {
		return false, err
	}
	return bytes.IndexByte(s, b) >= 0, nil
}

// bytesFrom makes bytes of an iterable of integers or of a bytes-like object.
func (c *Context) bytesFrom(o py.Object) ([]byte, error) {
	return c.bytesFromRange(o, "bytes", "string argument without an encoding", "cannot convert '%s' object to bytes")
}

// bytesFromRange is bytesFrom with its own words for what is no such object.
func (c *Context) bytesFromRange(o py.Object, what, noText, noIter string) ([]byte, error) {
	if b, ok := rawBytes(o); ok {
		return append([]byte(nil), b...), nil
	}
	if _, ok := textOf(o); ok {
		return nil, raise(typeError, "%s", noText)
	}
	if !iterable(o) {
		if strings.Contains(noIter, "%s") {
			return nil, raise(typeError, noIter, classOf(o).name)
		}
		return nil, raise(typeError, "%s", noIter)
	}
	out := []byte{}
	err := c.each(o, func(v py.Object) error {
		b, err := c.byteOf(v, what+" must be in range(0, 256)")
		if len(out) >= MaxAlloc {
			return memoryErr()
		}
		out = append(out, b)
		return err
	})
	return out, err
}

var bytesParams = newBuiltin("bytes", "source? encoding? errors?", nil)

// newBytes is what bytes() and bytearray() have in common.
func (c *Context) newBytes(args []py.Object, kw []string, class, item string) ([]byte, error) {
	a, err := c.fill(bytesParams, args, kw)
	if err != nil || a[0] == nil {
		return []byte{}, err
	}
	if s, ok := textOf(a[0]); ok {
		if a[1] == nil {
			return nil, raise(typeError, "string argument without an encoding")
		}
		enc, errs, err := codecArgs(class, a[1:])
		if err != nil {
			return nil, err
		}
		return Encode(s, enc, errs)
	}
	if a[1] != nil {
		return nil, raise(typeError, "encoding without a string argument")
	}
	if fn := classOf(a[0]).overrides("__bytes__"); fn != nil {
		v, err := c.callSpecial(fn, a[0])
		if err != nil {
			return nil, err
		}
		b, ok := base(v).(py.Bytes)
		if !ok {
			return nil, raise(typeError, "__bytes__ returned non-bytes (type %s)", classOf(v).name)
		}
		return b, nil
	}
	_, isInt := bigOf(a[0])
	if isInt || isUser(a[0]) && classOf(a[0]).lookup("__index__") != nil && !iterable(a[0]) {
		n, err := c.indexExact(a[0])
		if err != nil {
			return nil, err
		}
		if n < 0 {
			return nil, raise(valueError, "negative count")
		}
		if n > MaxAlloc {
			return nil, memoryErr()
		}
		return make([]byte, n), nil
	}
	return c.bytesFromRange(a[0], item, "string argument without an encoding", "cannot convert '%s' object to "+class)
}
