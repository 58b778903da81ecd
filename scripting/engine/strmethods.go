package engine

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/go-python/gpython/py"
)

func floatFrom(text string) (float64, bool) {
	s := strings.TrimFunc(digitsOf(text), isSpace)
	low := strings.ToLower(strings.TrimLeft(s, "+-"))
	if len(s)-len(low) > 1 {
		return 0, false
	}
	switch low {
	case "inf", "infinity", "nan":
	default:
		if low == "" || strings.HasPrefix(low, "0x") || strings.ContainsAny(low, "xpin") || strings.HasPrefix(low, "_") || strings.HasSuffix(low, "_") ||
			strings.Contains(low, "__") || strings.Contains(low, "_.") || strings.Contains(low, "._") || strings.Contains(low, "e_") || strings.Contains(low, "_e") {
			return 0, false
		}
		s = strings.ReplaceAll(s, "_", "")
	}
	f, err := strconv.ParseFloat(s, 64)
	return f, err == nil || isRange(err)
}

func strings_(list []string) *py.List {
	items := make([]py.Object, len(list))
	for i, s := range list {
		items[i] = py.String(s)
	}
	return &py.List{Items: items}
}

// find makes the methods find, rfind, index, rindex.
func strFind(name string, last, must bool) {
	strClass.method(name, "sub start? end? /", func(c *Context, self py.Object, a []py.Object) (py.Object, error) {
		sub, ok := textOf(a[0])
		if !ok {
			return nil, raise(typeError, "must be str, not %s", classOf(a[0]).name)
		}
		part, at, ok, err := c.sub(selfText(self), a[1], a[2])
		if err != nil {
			return nil, err
		}
		i := -1
		if ok {
			if last {
				i = strings.LastIndex(part, sub)
			} else {
				i = strings.Index(part, sub)
			}
		}
		if i < 0 {
			if must {
				return nil, raise(valueError, "substring not found")
			}
			return intObject(-1), nil
		}
		return intObject(int64(at + textLen(part[:i]))), nil
	})
}

func strAffix(name string, test func(s, part string) bool) {
	strClass.method(name, "prefix start? end? /", func(c *Context, self py.Object, a []py.Object) (py.Object, error) {
		part, _, ok, err := c.sub(selfText(self), a[1], a[2])
		if err != nil {
			return nil, err
		}
		if t, isTuple := base(a[0]).(py.Tuple); isTuple {
			for _, p := range t {
				s, isText := textOf(p)
				if !isText {
					return nil, raise(typeError, "tuple for %s must only contain str, not %s", name, classOf(p).name)
				}
				if ok && test(part, s) {
					return py.True, nil
				}
			}
			return py.False, nil
		}
		s, isText := textOf(a[0])
		if !isText {
			return nil, raise(typeError, "%s first arg must be str or a tuple of str, not %s", name, classOf(a[0]).name)
		}
		return py.NewBool(ok && test(part, s)), nil
	})
}

func strStrip(name string, left, right bool) {
	strClass.method(name, "chars? /", func(_ *Context, self py.Object, a []py.Object) (py.Object, error) {
		s := selfText(self)
		in := isSpace
		if a[0] != nil && a[0] != py.Object(py.None) {
			set, ok := textOf(a[0])
			if !ok {
				return nil, raise(typeError, "%s arg must be None or str", name)
			}
			in = func(r rune) bool { return strings.ContainsRune(set, r) }
			if !isASCII(set) || !isASCII(s) {
				return py.String(stripChars(s, set, left, right)), nil
			}
		}
		if left {
			s = strings.TrimLeftFunc(s, in)
		}
		if right {
			s = strings.TrimRightFunc(s, in)
		}
		return py.String(s), nil
	})
}

// stripChars strips characters of a set that may hold bytes that are no UTF-8.
func stripChars(s, set string, left, right bool) string {
	chars := map[string]bool{}
	for i := 0; i < len(set); {
		n := charLen(set[i:])
		chars[set[i:i+n]] = true
		i += n
	}
	var parts []string
	for i := 0; i < len(s); {
		n := charLen(s[i:])
		parts = append(parts, s[i:i+n])
		i += n
	}
	for left && len(parts) > 0 && chars[parts[0]] {
		parts = parts[1:]
	}
	for right && len(parts) > 0 && chars[parts[len(parts)-1]] {
		parts = parts[:len(parts)-1]
	}
	return strings.Join(parts, "")
}

func strSplit(name string, right bool) {
	strClass.method(name, "sep? maxsplit?", func(c *Context, self py.Object, a []py.Object) (py.Object, error) {
		n := -1
		if a[1] != nil {
			var err error
			if n, err = c.index(a[1]); err != nil {
				return nil, err
			}
		}
		s := selfText(self)
		if a[0] == nil || a[0] == py.Object(py.None) {
			return strings_(splitSpaces(s, n, right)), nil
		}
		sep, ok := textOf(a[0])
		if !ok {
			return nil, raise(typeError, "must be str or None, not %s", classOf(a[0]).name)
		}
		if sep == "" {
			return nil, raise(valueError, "empty separator")
		}
		return strings_(splitSep(s, sep, n, right)), nil
	})
}

func strPartition(name string, last bool) {
	strClass.method(name, "sep /", func(_ *Context, self py.Object, a []py.Object) (py.Object, error) {
		sep, ok := textOf(a[0])
		if !ok {
			return nil, raise(typeError, "must be str, not %s", classOf(a[0]).name)
		}
		if sep == "" {
			return nil, raise(valueError, "empty separator")
		}
		s := selfText(self)
		i := strings.Index(s, sep)
		if last {
			i = strings.LastIndex(s, sep)
		}
		switch {
		case i >= 0:
			return py.Tuple{py.String(s[:i]), py.String(sep), py.String(s[i+len(sep):])}, nil
		case last:
			return py.Tuple{py.String(""), py.String(""), py.String(s)}, nil
		}
		return py.Tuple{py.String(s), py.String(""), py.String("")}, nil
	})
}

func strJustify(name string, align byte) {
	strClass.method(name, "width fillchar? /", func(c *Context, self py.Object, a []py.Object) (py.Object, error) {
		width, err := c.index(a[0])
		if err != nil {
			return nil, err
		}
		fill := " "
		if a[1] != nil {
			var ok bool
			if fill, ok = textOf(a[1]); !ok {
				return nil, raise(typeError, "The fill character must be a unicode character, not %s", classOf(a[1]).name)
			}
			if textLen(fill) != 1 {
				return nil, raise(typeError, "The fill character must be exactly one character long")
			}
		}
		s := selfText(self)
		out, err := justified(s, textLen(s), width, fill, align)
		return py.String(out), err
	})
}

func (c *Context) join(sep string, o py.Object) (string, error) {
	items, err := c.list(o)
	if err != nil {
		if !iterable(o) {
			return "", raise(typeError, "can only join an iterable")
		}
		return "", err
	}
	n := 0
	for i, it := range items {
		s, ok := textOf(it)
		if !ok {
			return "", raise(typeError, "sequence item %d: expected str instance, %s found", i, classOf(it).name)
		}
		if n += len(s) + len(sep); n > MaxAlloc+len(sep) {
			return "", memoryErr()
		}
	}
	var b strings.Builder
	b.Grow(n)
	for i, it := range items {
		if i > 0 {
			b.WriteString(sep)
		}
		s, _ := textOf(it)
		b.WriteString(s)
	}
	return b.String(), nil
}

func init() {
	k := strClass
	k.make = func(c *Context, cls *Class, args []py.Object, kw []string) (py.Object, error) {
		a, err := c.fill(strParams, args, kw)
		if err != nil {
			return nil, err
		}
		if a[0] == nil {
			return wrap(cls, py.String("")), nil
		}
		if a[1] == nil && a[2] == nil {
			if x, ok := a[0].(*Instance); ok && cls == strClass {
				if fn := x.cls.overrides("__str__"); fn != nil {
					// A subclass of str stays one.
					v, err := c.callSpecial(fn, x)
					if err != nil {
						return nil, err
					}
					if _, ok := textOf(v); !ok {
						return nil, raise(typeError, "__str__ returned non-string (type %s)", classOf(v).name)
					}
					return v, nil
				}
			}
			s, err := c.str(a[0])
			if err != nil {
				return nil, err
			}
			return wrap(cls, py.String(s)), nil
		}
		enc, errs, err := codecArgs("str", a[1:])
		if err != nil {
			return nil, err
		}
		b, ok := rawBytes(a[0])
		if !ok {
			if _, isText := textOf(a[0]); isText {
				return nil, raise(typeError, "decoding str is not supported")
			}
			return nil, raise(typeError, "decoding to str: need a bytes-like object, %s found", classOf(a[0]).name)
		}
		s, err := Decode(b, enc, errs)
		return wrap(cls, py.String(s)), err
	}
	strFind("find", false, false)
	strFind("rfind", true, false)
	strFind("index", false, true)
	strFind("rindex", true, true)
	strAffix("startswith", strings.HasPrefix)
	strAffix("endswith", strings.HasSuffix)
	strStrip("strip", true, true)
	strStrip("lstrip", true, false)
	strStrip("rstrip", false, true)
	strSplit("split", false)
	strSplit("rsplit", true)
	strPartition("partition", false)
	strPartition("rpartition", true)
	strJustify("ljust", '<')
	strJustify("rjust", '>')
	strJustify("center", '^')
	for name, f := range map[string]func(string) string{
		"upper": upperText, "lower": lowerText, "casefold": foldText, "title": titleText, "capitalize": capitalize, "swapcase": swapCase,
	} {
		k.method(name, "", func(_ *Context, self py.Object, _ []py.Object) (py.Object, error) {
			return py.String(f(selfText(self))), nil
		})
	}
	for name, f := range map[string]func(string) bool{
		"isalpha": func(s string) bool { return every(s, unicode.IsLetter) },
		"isalnum": func(s string) bool {
			return every(s, func(r rune) bool { return unicode.IsLetter(r) || numeric(r) || digit(r) })
		},
		"isdigit":      func(s string) bool { return every(s, digit) },
		"isdecimal":    func(s string) bool { return every(s, unicode.IsDigit) },
		"isnumeric":    func(s string) bool { return every(s, func(r rune) bool { return numeric(r) || digit(r) }) },
		"isspace":      func(s string) bool { return every(s, isSpace) },
		"isupper":      func(s string) bool { return isCased(s, unicode.IsUpper) },
		"islower":      func(s string) bool { return isCased(s, unicode.IsLower) },
		"istitle":      isTitle,
		"isidentifier": isIdentifier,
		"isascii":      isASCII,
		"isprintable":  func(s string) bool { return s == "" || every(s, isPrintable) },
	} {
		k.method(name, "", func(_ *Context, self py.Object, _ []py.Object) (py.Object, error) {
			return py.NewBool(f(selfText(self))), nil
		})
	}
	k.method("count", "sub start? end? /", func(c *Context, self py.Object, a []py.Object) (py.Object, error) {
		sub, ok := textOf(a[0])
		if !ok {
			return nil, raise(typeError, "must be str, not %s", classOf(a[0]).name)
		}
		part, _, ok, err := c.sub(selfText(self), a[1], a[2])
		if err != nil || !ok {
			return intObject(0), err
		}
		if sub == "" {
			return intObject(int64(textLen(part) + 1)), nil
		}
		return intObject(int64(strings.Count(part, sub))), nil
	})
	k.method("replace", "old new count? /", func(c *Context, self py.Object, a []py.Object) (py.Object, error) {
		old, err := argText("replace", 1, a[0])
		if err != nil {
			return nil, err
		}
		with, err := argText("replace", 2, a[1])
		if err != nil {
			return nil, err
		}
		n := -1
		if a[2] != nil {
			if n, err = c.index(a[2]); err != nil {
				return nil, err
			}
		}
		s, err := replaceText(selfText(self), old, with, n)
		return py.String(s), err
	})
	k.method("join", "iterable /", func(c *Context, self py.Object, a []py.Object) (py.Object, error) {
		s, err := c.join(selfText(self), a[0])
		return py.String(s), err
	})
	k.method("splitlines", "keepends?", func(c *Context, self py.Object, a []py.Object) (py.Object, error) {
		keep := false
		if a[0] != nil {
			var err error
			if keep, err = c.truth(a[0]); err != nil {
				return nil, err
			}
		}
		return strings_(splitLines(selfText(self), keep, false)), nil
	})
	k.method("zfill", "width /", func(c *Context, self py.Object, a []py.Object) (py.Object, error) {
		w, err := c.index(a[0])
		if err != nil {
			return nil, err
		}
		s := selfText(self)
		out, err := zeroFilled(s, textLen(s), w)
		return py.String(out), err
	})
	k.method("expandtabs", "tabsize?", func(c *Context, self py.Object, a []py.Object) (py.Object, error) {
		size := 8
		if a[0] != nil {
			var err error
			if size, err = c.index(a[0]); err != nil {
				return nil, err
			}
		}
		s, err := expandTabs(selfText(self), size)
		return py.String(s), err
	})
	k.method("encode", "encoding? errors?", func(c *Context, self py.Object, a []py.Object) (py.Object, error) {
		enc, errs, err := codecArgs("encode", a)
		if err != nil {
			return nil, err
		}
		b, err := Encode(selfText(self), enc, errs)
		return py.Bytes(b), err
	})
	k.method("removeprefix", "prefix /", func(_ *Context, self py.Object, a []py.Object) (py.Object, error) {
		p, err := argText("removeprefix", 0, a[0])
		return py.String(strings.TrimPrefix(selfText(self), p)), err
	})
	k.method("removesuffix", "suffix /", func(_ *Context, self py.Object, a []py.Object) (py.Object, error) {
		p, err := argText("removesuffix", 0, a[0])
		return py.String(strings.TrimSuffix(selfText(self), p)), err
	})
	k.method("translate", "table /", func(c *Context, self py.Object, a []py.Object) (py.Object, error) {
		s, err := c.translate(selfText(self), a[0])
		return py.String(s), err
	})
	k.staticMethod("maketrans", "x y? z? /", makeTrans)
	k.rawMethod("format", func(c *Context, self py.Object, args []py.Object, kw []string) (py.Object, error) {
		n := len(args) - len(kw)
		f := &formatter{c: c, args: args[:n:n], kw: kw, vals: args[n:]}
		s, err := f.format(selfText(self), 0)
		return py.String(s), err
	})
	k.method("format_map", "mapping /", func(c *Context, self py.Object, a []py.Object) (py.Object, error) {
		f := &formatter{c: c, mapping: a[0]}
		s, err := f.format(selfText(self), 0)
		return py.String(s), err
	})
}

var strParams = newBuiltin("str", "object? encoding? errors?", nil)

// codecArgs reads the arguments encoding and errors.
func codecArgs(fn string, a []py.Object) (enc, errs string, err error) {
	enc, errs = "utf-8", "strict"
	if a[0] != nil {
		var ok bool
		if enc, ok = textOf(a[0]); !ok {
			return "", "", raise(typeError, "%s() argument 'encoding' must be str, not %s", fn, typeInArg(a[0]))
		}
	}
	if a[1] != nil {
		var ok bool
		if errs, ok = textOf(a[1]); !ok {
			return "", "", raise(typeError, "%s() argument 'errors' must be str, not %s", fn, typeInArg(a[1]))
		}
	}
	return enc, errs, nil
}

func (c *Context) decode(b []byte, encoding, errors py.Object) (string, error) {
	enc, errs, err := codecArgs("decode", []py.Object{encoding, errors})
	if err != nil {
		return "", err
	}
	return Decode(b, enc, errs)
}

func (c *Context) translate(s string, table py.Object) (string, error) {
	var b strings.Builder
	for i := 0; i < len(s); {
		if err := c.step(); err != nil {
			return "", err
		}
		r, n := decodeChar(s[i:])
		v, err := c.getitem(table, intObject(int64(r)))
		switch {
		case err != nil && c.isExc(err, lookupError):
			b.WriteString(s[i : i+n])
		case err != nil:
			return "", err
		default:
			switch x := base(v).(type) {
			case py.NoneType:
			case py.Int:
				t, err := charOf(int(x))
				if err != nil {
					return "", raise(valueError, "character mapping must be in range(0x110000)")
				}
				b.WriteString(t)
			case py.String:
				b.WriteString(string(x))
			default:
				return "", raise(typeError, "character mapping must return integer, None or str")
			}
		}
		if b.Len() > MaxAlloc {
			return "", memoryErr()
		}
		i += n
	}
	return b.String(), nil
}

func makeTrans(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
	d := &Dict{}
	if a[1] == nil {
		src, ok := base(a[0]).(*Dict)
		if !ok {
			return nil, raise(typeError, "if you give only one argument to maketrans it must be a dict")
		}
		var err error
		src.Each(func(key, v py.Object) bool {
			if s, ok := textOf(key); ok {
				if textLen(s) != 1 {
					err = raise(valueError, "string keys in translate table must be of length 1")
					return false
				}
				key = intObject(int64(codeOf(s)))
			}
			err = d.set(c, key, v)
			return err == nil
		})
		return d, err
	}
	x, err := argText("maketrans", 1, a[0])
	if err != nil {
		return nil, err
	}
	y, err := argText("maketrans", 2, a[1])
	if err != nil {
		return nil, err
	}
	from, to := charTuple(py.String(x)), charTuple(py.String(y))
	if len(from) != len(to) {
		return nil, raise(valueError, "the first two maketrans arguments must have equal length")
	}
	for i := range from {
		if err := d.set(c, intObject(int64(codeOf(selfText(from[i])))), intObject(int64(codeOf(selfText(to[i]))))); err != nil {
			return nil, err
		}
	}
	if a[2] != nil {
		z, err := argText("maketrans", 3, a[2])
		if err != nil {
			return nil, err
		}
		for _, ch := range charTuple(py.String(z)) {
			if err := d.set(c, intObject(int64(codeOf(selfText(ch)))), py.None); err != nil {
				return nil, err
			}
		}
	}
	return d, nil
}
