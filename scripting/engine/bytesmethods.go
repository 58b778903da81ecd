package engine

import (
	"bytes"
	"encoding/hex"
	"math/big"
	"strings"
	"unicode"

	"github.com/go-python/gpython/py"
)

// subBytes is b[start:end].
func (c *Context) subBytes(b []byte, start, end py.Object) (part []byte, at int, ok bool, err error) {
	i, j, err := c.bounds(start, end, len(b))
	if err != nil || i > len(b) {
		return nil, 0, false, err
	}
	if j < i {
		return nil, i, false, nil
	}
	return b[i:j], i, true, nil
}

// needle is a bytes-like argument or an integer.
func (c *Context) needle(o py.Object) ([]byte, error) {
	if b, ok := rawBytes(o); ok {
		return b, nil
	}
	if _, ok := bigOf(o); !ok {
		return nil, raise(typeError, "argument should be integer or bytes-like object, not '%s'", classOf(o).name)
	}
	b, err := c.byteOf(o, "byte must be in range(0, 256)")
	return []byte{b}, err
}

func asciiMap(b []byte, f func(c byte) byte) []byte {
	out := make([]byte, len(b))
	for i, c := range b {
		out[i] = f(c)
	}
	return out
}

func upperByte(c byte) byte {
	if c >= 'a' && c <= 'z' {
		return c - 32
	}
	return c
}

func lowerByte(c byte) byte {
	if c >= 'A' && c <= 'Z' {
		return c + 32
	}
	return c
}

func isByteSpace(r rune) bool { return r < 0x80 && strings.ContainsRune(" \t\n\r\v\f", r) }

// bytesMethods are those of bytes and of bytearray.
func bytesMethods(k *Class) {
	self := func(o py.Object) []byte {
		b, _ := rawBytes(o)
		return b
	}
	find := func(name string, last, must bool) {
		k.method(name, "sub start? end? /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
			sub, err := c.needle(a[0])
			if err != nil {
				return nil, err
			}
			part, at, ok, err := c.subBytes(self(o), a[1], a[2])
			if err != nil {
				return nil, err
			}
			i := -1
			if ok && last {
				i = bytes.LastIndex(part, sub)
			} else if ok {
				i = bytes.Index(part, sub)
			}
			if i < 0 {
				if must {
					return nil, raise(valueError, "subsection not found")
				}
				return intObject(-1), nil
			}
			return intObject(int64(at + i)), nil
		})
	}
	find("find", false, false)
	find("rfind", true, false)
	find("index", false, true)
	find("rindex", true, true)
	k.method("count", "sub start? end? /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		sub, err := c.needle(a[0])
		if err != nil {
			return nil, err
		}
		part, _, ok, err := c.subBytes(self(o), a[1], a[2])
		if err != nil || !ok {
			return intObject(0), err
		}
		if len(sub) == 0 {
			return intObject(int64(len(part) + 1)), nil
		}
		return intObject(int64(bytes.Count(part, sub))), nil
	})
	affix := func(name string, test func(s, part []byte) bool) {
		k.method(name, "prefix start? end? /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
			part, _, ok, err := c.subBytes(self(o), a[1], a[2])
			if err != nil {
				return nil, err
			}
			if t, isTuple := base(a[0]).(py.Tuple); isTuple {
				for _, p := range t {
					b, err := bytesOf(p, needBytes)
					if err != nil {
						return nil, err
					}
					if ok && test(part, b) {
						return py.True, nil
					}
				}
				return py.False, nil
			}
			b, isBytes := rawBytes(a[0])
			if !isBytes {
				return nil, raise(typeError, "%s first arg must be bytes or a tuple of bytes, not %s", name, classOf(a[0]).name)
			}
			return py.NewBool(ok && test(part, b)), nil
		})
	}
	affix("startswith", bytes.HasPrefix)
	affix("endswith", bytes.HasSuffix)
	strip := func(name string, left, right bool) {
		k.method(name, "bytes? /", func(_ *Context, o py.Object, a []py.Object) (py.Object, error) {
			b := self(o)
			set := []byte(" \t\n\r\v\f")
			if a[0] != nil && a[0] != py.Object(py.None) {
				var err error
				if set, err = bytesOf(a[0], needBytes); err != nil {
					return nil, err
				}
			}
			for left && len(b) > 0 && bytes.IndexByte(set, b[0]) >= 0 {
				b = b[1:]
			}
			for right && len(b) > 0 && bytes.IndexByte(set, b[len(b)-1]) >= 0 {
				b = b[:len(b)-1]
			}
			return likeBytes(o, b), nil
		})
	}
	strip("strip", true, true)
	strip("lstrip", true, false)
	strip("rstrip", false, true)
	list := func(o py.Object, parts []string) py.Object {
		items := make([]py.Object, len(parts))
		for i, p := range parts {
			items[i] = likeBytes(o, []byte(p))
		}
		return &py.List{Items: items}
	}
	split := func(name string, right bool) {
		k.method(name, "sep? maxsplit?", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
			n := -1
			if a[1] != nil {
				var err error
				if n, err = c.index(a[1]); err != nil {
					return nil, err
				}
			}
			if a[0] == nil || a[0] == py.Object(py.None) {
				return list(o, splitByteSpaces(string(self(o)), n, right)), nil
			}
			sep, err := bytesOf(a[0], needBytes)
			if err != nil {
				return nil, err
			}
			if len(sep) == 0 {
				return nil, raise(valueError, "empty separator")
			}
			return list(o, splitSep(string(self(o)), string(sep), n, right)), nil
		})
	}
	split("split", false)
	split("rsplit", true)
	k.method("splitlines", "keepends?", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		keep := false
		if a[0] != nil {
			var err error
			if keep, err = c.truth(a[0]); err != nil {
				return nil, err
			}
		}
		return list(o, splitLines(string(self(o)), keep, true)), nil
	})
	partition := func(name string, last bool) {
		k.method(name, "sep /", func(_ *Context, o py.Object, a []py.Object) (py.Object, error) {
			sep, err := bytesOf(a[0], needBytes)
			if err != nil {
				return nil, err
			}
			if len(sep) == 0 {
				return nil, raise(valueError, "empty separator")
			}
			b := self(o)
			i := bytes.Index(b, sep)
			if last {
				i = bytes.LastIndex(b, sep)
			}
			l := func(x []byte) py.Object { return likeBytes(o, x) }
			switch {
			case i >= 0:
				return py.Tuple{l(b[:i]), l(sep), l(b[i+len(sep):])}, nil
			case last:
				return py.Tuple{l(nil), l(nil), l(b)}, nil
			}
			return py.Tuple{l(b), l(nil), l(nil)}, nil
		})
	}
	partition("partition", false)
	partition("rpartition", true)
	justify := func(name string, align byte) {
		k.method(name, "width fillchar? /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
			w, err := c.index(a[0])
			if err != nil {
				return nil, err
			}
			fill := []byte(" ")
			if a[1] != nil {
				var ok bool
				if fill, ok = rawBytes(a[1]); !ok || len(fill) != 1 {
					return nil, raise(typeError, "%s() argument 2 must be a byte string of length 1, not %s", name, classOf(a[1]).name)
				}
			}
			s, err := justified(string(self(o)), len(self(o)), w, string(fill), align)
			return likeBytes(o, []byte(s)), err
		})
	}
	justify("ljust", '<')
	justify("rjust", '>')
	justify("center", '^')
	for name, f := range map[string]func(b []byte) []byte{
		"upper": func(b []byte) []byte { return asciiMap(b, upperByte) },
		"lower": func(b []byte) []byte { return asciiMap(b, lowerByte) },
		"swapcase": func(b []byte) []byte {
			return asciiMap(b, func(c byte) byte {
				if u := upperByte(c); u != c {
					return u
				}
				return lowerByte(c)
			})
		},
		"capitalize": func(b []byte) []byte {
			b = asciiMap(b, lowerByte)
			if len(b) > 0 {
				b[0] = upperByte(b[0])
			}
			return b
		},
		"title": func(b []byte) []byte {
			in := false
			return asciiMap(b, func(c byte) byte {
				letter := upperByte(c) != lowerByte(c)
				defer func() { in = letter }()
				if in {
					return lowerByte(c)
				}
				return upperByte(c)
			})
		},
	} {
		k.method(name, "", func(_ *Context, o py.Object, _ []py.Object) (py.Object, error) { return likeBytes(o, f(self(o))), nil })
	}
	for name, f := range map[string]func(s string) bool{
		"isalpha": func(s string) bool {
			return every(s, func(r rune) bool { return r < 0x80 && unicode.IsLetter(r) })
		},
		"isalnum": func(s string) bool {
			return every(s, func(r rune) bool { return r < 0x80 && (unicode.IsLetter(r) || unicode.IsDigit(r)) })
		},
		"isdigit": func(s string) bool { return every(s, func(r rune) bool { return r >= '0' && r <= '9' }) },
		"isspace": func(s string) bool { return every(s, isByteSpace) },
		"isupper": func(s string) bool { return isASCII(s) && isCased(s, unicode.IsUpper) },
		"islower": func(s string) bool { return isASCII(s) && isCased(s, unicode.IsLower) },
		"istitle": func(s string) bool { return isASCII(s) && isTitle(s) },
		"isascii": isASCII,
	} {
		k.method(name, "", func(_ *Context, o py.Object, _ []py.Object) (py.Object, error) {
			return py.NewBool(f(string(self(o)))), nil
		})
	}
	k.method("replace", "old new count? /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		old, err := bytesOf(a[0], needBytes)
		if err != nil {
			return nil, err
		}
		with, err := bytesOf(a[1], needBytes)
		if err != nil {
			return nil, err
		}
		n := -1
		if a[2] != nil {
			if n, err = c.index(a[2]); err != nil {
				return nil, err
			}
		}
		b := self(o)
		count := bytes.Count(b, old)
		if len(old) == 0 {
			count = len(b) + 1
		}
		if grow := len(with) - len(old); grow > 0 && count > 0 && grow > (MaxAlloc-len(b))/count {
			return nil, memoryErr()
		}
		if len(old) == 0 {
			return likeBytes(o, replaceEmpty(b, with, n)), nil
		}
		return likeBytes(o, bytes.Replace(b, old, with, n)), nil
	})
	k.method("join", "iterable /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		items, err := c.list(a[0])
		if err != nil {
			if !iterable(a[0]) {
				return nil, raise(typeError, "can only join an iterable")
			}
			return nil, err
		}
		sep := self(o)
		var out []byte
		for i, it := range items {
			b, ok := rawBytes(it)
			if !ok {
				return nil, raise(typeError, "sequence item %d: expected a bytes-like object, %s found", i, classOf(it).name)
			}
			if len(out)+len(b)+len(sep) > MaxAlloc {
				return nil, memoryErr()
			}
			if i > 0 {
				out = append(out, sep...)
			}
			out = append(out, b...)
		}
		return likeBytes(o, out), nil
	})
	k.method("zfill", "width /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		w, err := c.index(a[0])
		if err != nil {
			return nil, err
		}
		s, err := zeroFilled(string(self(o)), len(self(o)), w)
		return likeBytes(o, []byte(s)), err
	})
	k.method("expandtabs", "tabsize?", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		size := 8
		if a[0] != nil {
			var err error
			if size, err = c.index(a[0]); err != nil {
				return nil, err
			}
		}
		s, err := expandTabs(string(self(o)), size)
		return likeBytes(o, []byte(s)), err
	})
	k.method("decode", "encoding? errors?", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		s, err := c.decode(self(o), a[0], a[1])
		return py.String(s), err
	})
	k.method("removeprefix", "prefix /", func(_ *Context, o py.Object, a []py.Object) (py.Object, error) {
		p, err := bytesOf(a[0], needBytes)
		return likeBytes(o, bytes.TrimPrefix(self(o), p)), err
	})
	k.method("removesuffix", "suffix /", func(_ *Context, o py.Object, a []py.Object) (py.Object, error) {
		p, err := bytesOf(a[0], needBytes)
		return likeBytes(o, bytes.TrimSuffix(self(o), p)), err
	})
	k.method("hex", "sep? bytes_per_sep?", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		return c.hexOf(self(o), a)
	})
	k.method("translate", "table / delete?", func(_ *Context, o py.Object, a []py.Object) (py.Object, error) {
		var table, gone []byte
		var err error
		if a[0] != py.Object(py.None) {
			if table, err = bytesOf(a[0], needBytes); err != nil {
				return nil, err
			}
			if len(table) != 256 {
				return nil, raise(valueError, "translation table must be 256 characters long")
			}
		}
		if a[1] != nil {
			if gone, err = bytesOf(a[1], needBytes); err != nil {
				return nil, err
			}
		}
		out := []byte{}
		for _, x := range self(o) {
			if bytes.IndexByte(gone, x) >= 0 {
				continue
			}
			if table != nil {
				x = table[x]
			}
			out = append(out, x)
		}
		return likeBytes(o, out), nil
	})
	k.staticMethod("maketrans", "frm to /", func(_ *Context, _ py.Object, a []py.Object) (py.Object, error) {
		from, err := bytesOf(a[0], needBytes)
		if err != nil {
			return nil, err
		}
		to, err := bytesOf(a[1], needBytes)
		if err != nil {
			return nil, err
		}
		if len(from) != len(to) {
			return nil, raise(valueError, "maketrans arguments must have same length")
		}
		t := make(py.Bytes, 256)
		for i := range t {
			t[i] = byte(i)
		}
		for i, x := range from {
			t[x] = to[i]
		}
		return t, nil
	})
	k.classMethod("fromhex", "string /", func(c *Context, cls py.Object, a []py.Object) (py.Object, error) {
		s, err := argText("fromhex", 0, a[0])
		if err != nil {
			return nil, err
		}
		b, at := fromHex(s)
		if at >= 0 {
			return nil, raise(valueError, "non-hexadecimal number found in fromhex() arg at position %d", at)
		}
		if cls.(*Class).solid == bytearrayClass {
			return wrap(cls.(*Class), &bytearray{b: b}), nil
		}
		return wrap(cls.(*Class), py.Bytes(b)), nil
	})
}

func splitByteSpaces(s string, n int, right bool) []string {
	if isASCII(s) && !strings.ContainsAny(s, "\x1c\x1d\x1e\x1f") {
		return splitSpaces(s, n, right)
	}
	// Bytes that are no ASCII may look like spaces of Unicode: hide them.
	const first = 0xe000
	hidden := []rune{}
	for i := range len(s) {
		c := rune(s[i])
		if c >= 0x80 || c >= 0x1c && c <= 0x1f {
			c += first
		}
		hidden = append(hidden, c)
	}
	parts := splitSpaces(string(hidden), n, right)
	for i, p := range parts {
		b := []byte{}
		for _, r := range p {
			if r >= first {
				r -= first
			}
			b = append(b, byte(r))
		}
		parts[i] = string(b)
	}
	return parts
}

func replaceEmpty(b, with []byte, n int) []byte {
	out := []byte{}
	for i := 0; i <= len(b); i++ {
		if n != 0 {
			out = append(out, with...)
			n--
		}
		if i < len(b) {
			out = append(out, b[i])
		}
	}
	return out
}

// fromHex decodes pairs of digits with spaces between them; at is where it
// fails, or -1.
func fromHex(s string) (out []byte, at int) {
	out = []byte{}
	for i := 0; i < len(s); {
		if isByteSpace(rune(s[i])) {
			i++
			continue
		}
		if i+1 >= len(s) {
			return nil, i + 1
		}
		var pair [1]byte
		if _, err := hex.Decode(pair[:], []byte(s[i:i+2])); err != nil {
			if _, err := hex.DecodeString(s[i:i+1] + "0"); err != nil {
				return nil, i
			}
			return nil, i + 1
		}
		out = append(out, pair[0])
		i += 2
	}
	return out, -1
}

func (c *Context) hexOf(b []byte, a []py.Object) (py.Object, error) {
	s := hex.EncodeToString(b)
	if len(a) == 0 || a[0] == nil {
		return py.String(s), nil
	}
	sep, ok := textOf(a[0])
	if !ok {
		raw, isBytes := rawBytes(a[0])
		if !isBytes {
			return nil, raise(typeError, "sep must be str or bytes.")
		}
		sep = string(raw)
	}
	if len(sep) != 1 {
		return nil, raise(valueError, "sep must be length 1.")
	}
	group := 1
	if a[1] != nil {
		var err error
		if group, err = c.index(a[1]); err != nil {
			return nil, err
		}
	}
	if group == 0 {
		return py.String(s), nil
	}
	var out []string
	for size := abs64(int64(group)) * 2; s != ""; {
		n := min(int(size), len(s))
		if group > 0 {
			if r := len(s) % int(size); r != 0 {
				n = r
			}
		}
		out = append(out, s[:n])
		s = s[n:]
	}
	return py.String(strings.Join(out, sep)), nil
}

func init() {
	bytesMethods(bytesClass)
	bytesMethods(bytearrayClass)
	bytesClass.make = func(c *Context, cls *Class, args []py.Object, kw []string) (py.Object, error) {
		if len(args) == 1 && len(kw) == 0 && cls == bytesClass {
			if b, ok := args[0].(py.Bytes); ok {
				return b, nil
			}
		}
		b, err := c.newBytes(args, kw, "bytes", "bytes")
		return wrap(cls, py.Bytes(b)), err
	}
	k := bytearrayClass
	k.make = func(c *Context, cls *Class, _ []py.Object, _ []string) (py.Object, error) {
		return wrap(cls, &bytearray{}), nil
	}
	k.init = func(c *Context, self py.Object, args []py.Object, kw []string) error {
		b, err := c.newBytes(args, kw, "bytearray", "byte")
		if err == nil {
			base(self).(*bytearray).b = append([]byte(nil), b...)
		}
		return err
	}
	arr := func(o py.Object) *bytearray { return base(o).(*bytearray) }
	k.method("append", "item /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		b, err := c.byteOf(a[0], "byte must be in range(0, 256)")
		if err == nil {
			err = arr(o).resizable()
		}
		if err == nil {
			arr(o).b = append(arr(o).b, b)
		}
		return py.None, err
	})
	k.method("extend", "iterable /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		b, err := c.bytesFromRange(a[0], "byte", "'str' object cannot be interpreted as an integer", "can't extend bytearray with %s")
		if err == nil && len(arr(o).b)+len(b) > MaxAlloc {
			err = memoryErr()
		}
		if err == nil && len(b) > 0 {
			err = arr(o).resizable()
		}
		if err == nil {
			arr(o).b = append(arr(o).b, b...)
		}
		return py.None, err
	})
	k.method("insert", "index item /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		i, err := c.index(a[0])
		if err != nil {
			return nil, err
		}
		b, err := c.byteOf(a[1], "byte must be in range(0, 256)")
		if err != nil {
			return nil, err
		}
		x := arr(o)
		if err := x.resizable(); err != nil {
			return nil, err
		}
		i = min(clampIndex(i, len(x.b)), len(x.b))
		x.b = append(x.b[:i:i], append([]byte{b}, x.b[i:]...)...)
		return py.None, nil
	})
	k.method("pop", "index? /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		i, x := -1, arr(o)
		if a[0] != nil {
			var err error
			if i, err = c.index(a[0]); err != nil {
				return nil, err
			}
		}
		if len(x.b) == 0 {
			return nil, raise(indexError, "pop from empty bytearray")
		}
		if i < 0 {
			i += len(x.b)
		}
		if i < 0 || i >= len(x.b) {
			return nil, raise(indexError, "pop index out of range")
		}
		if err := x.resizable(); err != nil {
			return nil, err
		}
		v := x.b[i]
		x.b = append(x.b[:i], x.b[i+1:]...)
		return intObject(int64(v)), nil
	})
	k.method("remove", "value /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		b, err := c.byteOf(a[0], "byte must be in range(0, 256)")
		if err != nil {
			return nil, err
		}
		x := arr(o)
		i := bytes.IndexByte(x.b, b)
		if i < 0 {
			return nil, raise(valueError, "value not found in bytearray")
		}
		if err := x.resizable(); err != nil {
			return nil, err
		}
		x.b = append(x.b[:i], x.b[i+1:]...)
		return py.None, nil
	})
	k.method("reverse", "", func(_ *Context, o py.Object, _ []py.Object) (py.Object, error) {
		b := arr(o).b
		for i, j := 0, len(b)-1; i < j; i, j = i+1, j-1 {
			b[i], b[j] = b[j], b[i]
		}
		return py.None, nil
	})
	k.method("clear", "", func(_ *Context, o py.Object, _ []py.Object) (py.Object, error) {
		if err := arr(o).resizable(); err != nil {
			return nil, err
		}
		arr(o).b = nil
		return py.None, nil
	})
	k.method("copy", "", func(_ *Context, o py.Object, _ []py.Object) (py.Object, error) { return likeBytes(o, arr(o).b), nil })
}

// intFromBytes is int.from_bytes.
func intFromBytes(b []byte, little, signed bool) *big.Int {
	b = append([]byte(nil), b...)
	if little {
		for i, j := 0, len(b)-1; i < j; i, j = i+1, j-1 {
			b[i], b[j] = b[j], b[i]
		}
	}
	n := new(big.Int).SetBytes(b)
	if signed && len(b) > 0 && b[0] >= 0x80 {
		n.Sub(n, new(big.Int).Lsh(big.NewInt(1), uint(8*len(b))))
	}
	return n
}
