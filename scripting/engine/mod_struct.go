package engine

import (
	"encoding/binary"
	"math"
	"math/big"

	"github.com/go-python/gpython/py"
)

// Module struct: all formats of Python 3.11, native and standard sizes. Native is
// that of Linux on 64-bit machines, little-endian.

// structItem is one item of a format: n times code, or one string of n bytes.
type structItem struct {
	code byte
	n    int
	size int // of one
	at   int // place in the whole
}

// structFormat is a format that was parsed.
type structFormat struct {
	text   string
	items  []structItem
	size   int
	values int
	big    bool
	native bool
}

// structObject is an instance of struct.Struct.
type structObject struct{ f *structFormat }

// Type implements py.Object.
func (*structObject) Type() *py.Type { return structClass.py }

func (*structObject) class() *Class { return structClass }

var (
	structClass     = declareIn("_struct", "Struct", objectClass)
	unpackIterClass = declareIterIn("_struct", "unpack_iterator")
	structError     = declareIn("struct", "error", exceptionClass)
)

func structErr(format string, a ...any) error { return raise(structError, format, a...) }

// structSizes are the sizes of the codes; the second is the native one, 0 where the
// code is of no use.
var structSizes = map[byte][2]int{
	'x': {1, 1}, 'c': {1, 1}, 'b': {1, 1}, 'B': {1, 1}, '?': {1, 1}, 'h': {2, 2}, 'H': {2, 2}, 'i': {4, 4}, 'I': {4, 4},
	'l': {4, 8}, 'L': {4, 8}, 'q': {8, 8}, 'Q': {8, 8}, 'n': {0, 8}, 'N': {0, 8}, 'P': {0, 8}, 'e': {2, 2}, 'f': {4, 4}, 'd': {8, 8},
	's': {1, 1}, 'p': {1, 1},
}

func parseStruct(text string) (*structFormat, error) {
	f := &structFormat{text: text, native: true}
	align := true
	s := text
	if s != "" {
		switch s[0] {
		case '@':
			s = s[1:]
		case '=', '<':
			f.native, align, s = false, false, s[1:]
		case '>', '!':
			f.native, align, f.big, s = false, false, true, s[1:]
		}
	}
	for i := 0; i < len(s); i++ {
		c := s[i]
		if isASCIISpace(c) {
			continue
		}
		n := 1
		if c >= '0' && c <= '9' {
			n = 0
			for ; i < len(s) && s[i] >= '0' && s[i] <= '9'; i++ {
				if n = n*10 + int(s[i]-'0'); n > MaxAlloc {
					return nil, structErr("overflow in item count")
				}
			}
			if i == len(s) {
				return nil, structErr("repeat count given without format specifier")
			}
			c = s[i]
		}
		sizes, ok := structSizes[c]
		size := sizes[0]
		if f.native {
			size = sizes[1]
		}
		if !ok || size == 0 {
			return nil, structErr("bad char in struct format")
		}
		if align && size > 1 {
			f.size = (f.size + size - 1) / size * size
		}
		f.items = append(f.items, structItem{c, n, size, f.size})
		f.size += n * size
		switch c {
		case 'x':
		case 's', 'p':
			f.values++
		default:
			f.values += n
		}
		if f.size > MaxAlloc || f.values > maxItems {
			return nil, structErr("total struct size too long")
		}
	}
	return f, nil
}

func isASCIISpace(c byte) bool { return c == ' ' || c >= '\t' && c <= '\r' }

// structFormat finds the format of an argument, parsed once.
func (c *Context) structFormat(o py.Object) (*structFormat, error) {
	s, ok := textOf(o)
	if !ok {
		b, isBytes := rawBytes(o)
		if !isBytes {
			if x, ok := o.(*structObject); ok {
				return x.f, nil
			}
			return nil, raise(typeError, "Struct() argument 1 must be a str or bytes object, not %s", classOf(o).name)
		}
		s = string(b)
	}
	type formats map[string]*structFormat
	cache := keep(c, "struct", func() formats { return formats{} })
	if f := cache[s]; f != nil {
		return f, nil
	}
	if !isASCII(s) {
		return nil, structErr("bad char in struct format")
	}
	f, err := parseStruct(s)
	if err != nil {
		return nil, err
	}
	if len(cache) > 200 {
		clear(cache)
	}
	cache[s] = f
	return f, nil
}

func (f *structFormat) order() binary.ByteOrder {
	if f.big {
		return binary.BigEndian
	}
	return binary.LittleEndian
}

func (f *structFormat) put(b []byte, v uint64) {
	o := f.order()
	switch len(b) {
	case 1:
		b[0] = byte(v)
	case 2:
		o.PutUint16(b, uint16(v))
	case 4:
		o.PutUint32(b, uint32(v))
	case 8:
		o.PutUint64(b, v)
	}
}

func (f *structFormat) get(b []byte) uint64 {
	o := f.order()
	switch len(b) {
	case 1:
		return uint64(b[0])
	case 2:
		return uint64(o.Uint16(b))
	case 4:
		return uint64(o.Uint32(b))
	}
	return o.Uint64(b)
}

// pack writes values into b, which is zero.
func (f *structFormat) pack(c *Context, b []byte, args []py.Object, fn string) error {
	if len(args) != f.values {
		return structErr("%s expected %d items for packing (got %d)", fn, f.values, len(args))
	}
	for _, it := range f.items {
		if it.code == 'x' {
			continue
		}
		if it.code == 's' || it.code == 'p' {
			if err := packString(b[it.at:it.at+it.n], it.code, args[0]); err != nil {
				return err
			}
			args = args[1:]
			continue
		}
		for i := range it.n {
			at := it.at + i*it.size
			if err := f.packOne(c, b[at:at+it.size], it.code, args[i]); err != nil {
				return err
			}
		}
		args = args[it.n:]
		if err := c.steps(it.n / 16); err != nil {
			return err
		}
	}
	return nil
}

func packString(b []byte, code byte, o py.Object) error {
	s, ok := rawBytes(o)
	if _, view := base(o).(*memoryview); !ok || view {
		return structErr("argument for '%c' must be a bytes object", code)
	}
	if code == 'p' {
		if len(b) == 0 {
			return nil
		}
		n := copy(b[1:], s)
		b[0] = byte(min(n, 255))
		return nil
	}
	copy(b, s)
	return nil
}

func (f *structFormat) packOne(c *Context, b []byte, code byte, o py.Object) error {
	switch code {
	case 'c':
		s, ok := base(o).(py.Bytes)
		if !ok || len(s) != 1 {
			return structErr("char format requires a bytes object of length 1")
		}
		b[0] = s[0]
		return nil
	case '?':
		ok, err := c.truth(o)
		if ok {
			b[0] = 1
		}
		return err
	case 'e', 'f', 'd':
		v, err := c.toFloat(o)
		if err != nil {
			if c.isExc(err, typeError) {
				return structErr("required argument is not a float")
			}
			return err
		}
		return f.packFloat(b, code, v)
	}
	v, err := c.indexObject(o)
	if err != nil {
		if c.isExc(err, typeError) && !isUser(o) {
			return structErr("required argument is not an integer")
		}
		return err
	}
	n, _ := bigOf(v)
	bits := uint(len(b) * 8)
	unsigned := code >= 'A' && code <= 'Z' // P too
	lo, hi := new(big.Int), new(big.Int).Lsh(big.NewInt(1), bits)
	if !unsigned {
		half := new(big.Int).Rsh(hi, 1)
		lo, hi = new(big.Int).Neg(half), half
	}
	if n.Cmp(lo) < 0 || n.Cmp(hi) >= 0 {
		hi.Sub(hi, big.NewInt(1))
		switch code {
		case 'b':
			return structErr("byte format requires -128 <= number <= 127")
		case 'B':
			return structErr("ubyte format requires 0 <= number <= 255")
		case 'h':
			return structErr("short format requires -32768 <= number <= 32767")
		case 'H':
			return structErr("ushort format requires 0 <= number <= 65535")
		}
		if len(b) == 8 {
			return structErr("argument out of range")
		}
		return structErr("'%c' format requires %s <= number <= %s", code, lo, hi)
	}
	if n.Sign() < 0 {
		f.put(b, uint64(n.Int64()))
	} else {
		f.put(b, n.Uint64())
	}
	return nil
}

func (f *structFormat) packFloat(b []byte, code byte, v float64) error {
	switch code {
	case 'd':
		f.put(b, math.Float64bits(v))
	case 'f':
		x := float32(v)
		if math.IsInf(float64(x), 0) && !math.IsInf(v, 0) {
			return raise(overflowError, "float too large to pack with f format")
		}
		f.put(b, uint64(math.Float32bits(x)))
	case 'e':
		h, ok := halfBits(v)
		if !ok {
			return raise(overflowError, "float too large to pack with e format")
		}
		f.put(b, uint64(h))
	}
	return nil
}

// halfBits makes the 16 bits of a half-precision float, rounded to even.
func halfBits(v float64) (uint16, bool) {
	sign := uint16(0)
	if math.Signbit(v) {
		sign = 0x8000
	}
	switch {
	case math.IsNaN(v):
		return sign | 0x7e00, true
	case math.IsInf(v, 0):
		return sign | 0x7c00, true
	}
	v = math.Abs(v)
	if v == 0 {
		return sign, true
	}
	_, e := math.Frexp(v)
	e--
	if e < -14 {
		return sign | uint16(math.RoundToEven(math.Ldexp(v, 24))), true
	}
	m := math.RoundToEven(math.Ldexp(v, 10-e))
	if m == 2048 {
		m, e = 1024, e+1
	}
	if e > 15 {
		return 0, false
	}
	return sign | uint16(e+15)<<10 | uint16(m-1024), true
}

func halfFloat(h uint16) float64 {
	e, m := int(h>>10&31), float64(h&1023)
	var v float64
	switch e {
	case 0:
		v = math.Ldexp(m, -24)
	case 31:
		v = math.Inf(1)
		if m != 0 {
			v = math.NaN()
		}
	default:
		v = math.Ldexp(m+1024, e-25)
	}
	if h&0x8000 != 0 {
		v = -v
	}
	return v
}

// unpack reads the values.
func (f *structFormat) unpack(b []byte) py.Tuple {
	t := make(py.Tuple, 0, f.values)
	for _, it := range f.items {
		switch it.code {
		case 'x':
			continue
		case 's':
			t = append(t, py.Bytes(append([]byte{}, b[it.at:it.at+it.n]...)))
			continue
		case 'p':
			s := b[it.at : it.at+it.n]
			if len(s) > 0 {
				s = s[1:min(1+int(s[0]), len(s))]
			}
			t = append(t, py.Bytes(append([]byte{}, s...)))
			continue
		}
		for i := range it.n {
			at := it.at + i*it.size
			t = append(t, f.unpackOne(b[at:at+it.size], it.code))
		}
	}
	return t
}

func (f *structFormat) unpackOne(b []byte, code byte) py.Object {
	switch code {
	case 'c':
		return py.Bytes([]byte{b[0]})
	case '?':
		return py.NewBool(b[0] != 0)
	}
	v := f.get(b)
	switch code {
	case 'd':
		return py.Float(math.Float64frombits(v))
	case 'f':
		return py.Float(math.Float32frombits(uint32(v)))
	case 'e':
		return py.Float(halfFloat(uint16(v)))
	case 'B', 'H', 'I', 'L', 'Q', 'N', 'P':
		if v > math.MaxInt64 {
			return normInt(new(big.Int).SetUint64(v))
		}
		return intObject(int64(v))
	}
	shift := 64 - 8*len(b)
	return intObject(int64(v<<shift) >> shift)
}

func (f *structFormat) packNew(c *Context, args []py.Object) (py.Object, error) {
	b := make([]byte, f.size)
	if err := f.pack(c, b, args, "pack"); err != nil {
		return nil, err
	}
	return py.Bytes(b), nil
}

func (f *structFormat) unpackFrom(c *Context, o, offset py.Object) (py.Object, error) {
	b, err := bytesOf(o, needBytes)
	if err != nil {
		return nil, err
	}
	at, err := c.optIndex(offset, 0)
	if err != nil {
		return nil, err
	}
	if at < 0 {
		if at+f.size > 0 {
			return nil, structErr("not enough data to unpack %d bytes at offset %d", f.size, at)
		}
		if at+len(b) < 0 {
			return nil, structErr("offset %d out of range for %d-byte buffer", at, len(b))
		}
		at += len(b)
	}
	if len(b)-at < f.size {
		return nil, structErr("unpack_from requires a buffer of at least %d bytes for unpacking %d bytes at offset %d (actual buffer size is %d)",
			f.size+at, f.size, at, len(b))
	}
	return f.unpack(b[at : at+f.size]), nil
}

func (f *structFormat) packInto(c *Context, args []py.Object) (py.Object, error) {
	if len(args) < 2 {
		if len(args) == 0 {
			return nil, structErr("pack_into expected buffer argument")
		}
		return nil, structErr("pack_into expected offset argument")
	}
	var b []byte
	switch x := base(args[0]).(type) {
	case *bytearray:
		b = x.b
	case *memoryview:
		if _, frozen := x.o.(py.Bytes); frozen {
			return nil, raise(typeError, "argument must be read-write bytes-like object, not memoryview")
		}
		b = x.bytes()
	default:
		return nil, raise(typeError, "argument must be read-write bytes-like object, not %s", classOf(args[0]).name)
	}
	at, err := c.index(args[1])
	if err != nil {
		return nil, err
	}
	if n := len(args) - 2; n != f.values {
		return nil, structErr("pack_into expected %d items for packing (got %d)", f.values, n)
	}
	if at < 0 {
		if at+f.size > 0 {
			return nil, structErr("no space to pack %d bytes at offset %d", f.size, at)
		}
		if at+len(b) < 0 {
			return nil, structErr("offset %d out of range for %d-byte buffer", at, len(b))
		}
		at += len(b)
	}
	if len(b)-at < f.size {
		return nil, structErr("pack_into requires a buffer of at least %d bytes for packing %d bytes at offset %d (actual buffer size is %d)",
			f.size+at, f.size, at, len(b))
	}
	tmp := make([]byte, f.size)
	if err := f.pack(c, tmp, args[2:], "pack_into"); err != nil {
		return nil, err
	}
	copy(b[at:], tmp)
	return py.None, nil
}

func (f *structFormat) iterUnpack(o py.Object) (py.Object, error) {
	b, err := bytesOf(o, needBytes)
	if err != nil {
		return nil, err
	}
	if f.size == 0 {
		return nil, structErr("cannot iteratively unpack with a struct of length 0")
	}
	if len(b)%f.size != 0 {
		return nil, structErr("iterative unpacking requires a buffer of a multiple of %d bytes", f.size)
	}
	at := 0
	return &goIter{cls: unpackIterClass, fn: func(*Context) (py.Object, error) {
		if at+f.size > len(b) {
			return nil, nil
		}
		at += f.size
		return f.unpack(b[at-f.size : at]), nil
	}}, nil
}

func (f *structFormat) unpackAll(o py.Object) (py.Object, error) {
	b, err := bytesOf(o, needBytes)
	if err != nil {
		return nil, err
	}
	if len(b) != f.size {
		return nil, structErr("unpack requires a buffer of %d bytes", f.size)
	}
	return f.unpack(b), nil
}

func init() {
	m := newGoModule("struct", "Values as bytes, as in C structures.")
	structError.make, structError.init = newExc, initExc
	m.set("error", structError)
	m.set("Struct", structClass)
	m.fn("calcsize", "format /", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		f, err := c.structFormat(a[0])
		if err != nil {
			return nil, err
		}
		return py.Int(f.size), nil
	})
	many := func(name string, fn func(f *structFormat, c *Context, args []py.Object) (py.Object, error)) {
		m.rawFn(name, func(c *Context, _ py.Object, args []py.Object, kw []string) (py.Object, error) {
			if err := noKeywords("_struct."+name, kw); err != nil {
				return nil, err
			}
			if len(args) == 0 {
				return nil, raise(typeError, "missing format argument")
			}
			f, err := c.structFormat(args[0])
			if err != nil {
				return nil, err
			}
			return fn(f, c, args[1:])
		})
		structClass.rawMethod(name, func(c *Context, o py.Object, args []py.Object, kw []string) (py.Object, error) {
			if err := noKeywords("Struct."+name, kw); err != nil {
				return nil, err
			}
			return fn(base(o).(*structObject).f, c, args)
		})
	}
	many("pack", (*structFormat).packNew)
	many("pack_into", (*structFormat).packInto)
	m.fn("unpack", "format buffer /", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		f, err := c.structFormat(a[0])
		if err != nil {
			return nil, err
		}
		return f.unpackAll(a[1])
	})
	m.fn("iter_unpack", "format buffer /", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		f, err := c.structFormat(a[0])
		if err != nil {
			return nil, err
		}
		return f.iterUnpack(a[1])
	})
	m.Globals["unpack_from"] = newBuiltin("unpack_from", "format / buffer offset?", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		f, err := c.structFormat(a[0])
		if err != nil {
			return nil, err
		}
		return f.unpackFrom(c, a[1], a[2])
	})

	k := structClass
	params := newBuiltin("Struct", "format", nil)
	k.make = func(c *Context, cls *Class, args []py.Object, kw []string) (py.Object, error) {
		a, err := c.fill(params, args, kw)
		if err != nil {
			return nil, err
		}
		f, err := c.structFormat(a[0])
		if err != nil {
			return nil, err
		}
		return wrap(cls, &structObject{f}), nil
	}
	format := func(o py.Object) *structFormat { return base(o).(*structObject).f }
	k.getter("size", func(_ *Context, o py.Object) (py.Object, error) { return py.Int(format(o).size), nil })
	k.getter("format", func(_ *Context, o py.Object) (py.Object, error) { return py.String(format(o).text), nil })
	k.method("unpack", "buffer /", func(_ *Context, o py.Object, a []py.Object) (py.Object, error) { return format(o).unpackAll(a[0]) })
	k.method("iter_unpack", "buffer /", func(_ *Context, o py.Object, a []py.Object) (py.Object, error) { return format(o).iterUnpack(a[0]) })
	k.method("unpack_from", "buffer offset?", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		return format(o).unpackFrom(c, a[0], a[1])
	})
}
