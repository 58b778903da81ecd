package engine

import (
	"math"
	"math/big"
	"strings"
	"sync"

	"github.com/go-python/gpython/py"
)

// sharedBuiltins are the functions among the builtins.
var sharedBuiltins []*Builtin

func builtin(name, params string, fn nativeFn) {
	sharedBuiltins = append(sharedBuiltins, newBuiltin(name, params, fn))
}

func rawBuiltin(name string, fn rawFn) {
	sharedBuiltins = append(sharedBuiltins, &Builtin{name: name, raw: fn, hi: -1, named: true})
}

// abs is abs(o).
func (c *Context) abs(o py.Object) (py.Object, error) {
	n, ok := numberOf(o)
	if !ok {
		if isUser(o) {
			if fn := classOf(o).lookup("__abs__"); fn != nil {
				return c.callSpecial(fn, o)
			}
		}
		return nil, raise(typeError, "bad operand type for abs(): '%s'", classOf(o).name)
	}
	switch n.kind {
	case 'i':
		if n.i == math.MinInt64 {
			return normInt(new(big.Int).Abs(big.NewInt(n.i))), nil
		}
		return intObject(abs64(n.i)), nil
	case 'b':
		return normInt(new(big.Int).Abs(n.b)), nil
	case 'f':
		return py.Float(math.Abs(n.f)), nil
	}
	return py.Float(math.Hypot(real(n.c), imag(n.c))), nil
}

// sum is sum(iterable, start).
func (c *Context) sum(o, start py.Object) (py.Object, error) {
	acc := start
	if acc == nil {
		acc = intObject(0)
	}
	switch base(acc).(type) {
	case py.String:
		return nil, raise(typeError, "sum() can't sum strings [use ''.join(seq) instead]")
	case py.Bytes:
		return nil, raise(typeError, "sum() can't sum bytes [use b''.join(seq) instead]")
	case *bytearray:
		return nil, raise(typeError, "sum() can't sum bytearray [use b''.join(seq) instead]")
	}
	err := c.each(o, func(v py.Object) error {
		if x, ok := acc.(py.Int); ok {
			if y, ok := v.(py.Int); ok {
				if s := x + y; (s > x) == (y > 0) {
					acc = intObject(int64(s))
					return nil
				}
			}
		}
		var err error
		acc, err = c.binary(opAdd, acc, v)
		return err
	})
	return acc, err
}

// extreme is min and max.
func extreme(name string, op comparison) {
	rawBuiltin(name, func(c *Context, _ py.Object, args []py.Object, kw []string) (py.Object, error) {
		n := len(args) - len(kw)
		var key, def py.Object
		for i, k := range kw {
			switch k {
			case "key":
				key = args[n+i]
			case "default":
				def = args[n+i]
			default:
				return nil, raise(typeError, "'%s' is an invalid keyword argument for %s()", k, name)
			}
		}
		if n == 0 {
			return nil, raise(typeError, "%s expected at least 1 argument, got 0", name)
		}
		seq := args[0]
		if n > 1 {
			if def != nil {
				return nil, raise(typeError, "Cannot specify a default for %s() with multiple positional arguments", name)
			}
			seq = append(py.Tuple(nil), args[:n]...)
		}
		var best, bestKey py.Object
		err := c.each(seq, func(v py.Object) error {
			k := v
			if key != nil && key != py.Object(py.None) {
				var err error
				if k, err = c.call1(key, v); err != nil {
					return err
				}
			}
			if best == nil {
				best, bestKey = v, k
				return nil
			}
			r, err := c.compare(op, k, bestKey)
			if err != nil {
				return err
			}
			ok, err := c.truth(r)
			if ok {
				best, bestKey = v, k
			}
			return err
		})
		if err != nil {
			return nil, err
		}
		if best == nil {
			if def == nil {
				return nil, raise(valueError, "%s() arg is an empty sequence", name)
			}
			return def, nil
		}
		return best, nil
	})
}

// radix makes bin, oct and hex.
func radix(name, prefix string, base_ int) {
	builtin(name, "number /", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		v, err := c.indexObject(a[0])
		if err != nil {
			return nil, err
		}
		n, _ := bigOf(v)
		s := new(big.Int).Abs(n).Text(base_)
		if n.Sign() < 0 {
			return py.String("-" + prefix + s), nil
		}
		return py.String(prefix + s), nil
	})
}

func init() {
	extreme("min", cmpLt)
	extreme("max", cmpGt)
	radix("bin", "0b", 2)
	radix("oct", "0o", 8)
	radix("hex", "0x", 16)
	builtin("abs", "x /", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) { return c.abs(base(a[0])) })
	for name, want := range map[string]bool{"all": false, "any": true} {
		builtin(name, "iterable /", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
			found := false
			err := c.each(a[0], func(v py.Object) error {
				ok, err := c.truth(v)
				if err == nil && ok == want {
					found = true
					return errStop
				}
				return err
			})
			if found {
				err = nil
			}
			return py.NewBool(found == want), err
		})
	}
	builtin("ascii", "obj /", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		s, err := c.convert(a[0], 'a')
		return py.String(s), err
	})
	builtin("repr", "obj /", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		s, err := c.repr(a[0])
		return py.String(s), err
	})
	builtin("callable", "obj /", func(_ *Context, _ py.Object, a []py.Object) (py.Object, error) {
		return py.NewBool(callable(a[0])), nil
	})
	builtin("chr", "i /", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		n, err := c.index(a[0])
		if err != nil {
			return nil, err
		}
		if n > math.MaxInt32 || n < math.MinInt32 {
			return nil, raise(overflowError, "Python int too large to convert to C int")
		}
		s, err := charOf(n)
		return charObject(s), err
	})
	builtin("ord", "c /", func(_ *Context, _ py.Object, a []py.Object) (py.Object, error) {
		if s, ok := textOf(a[0]); ok {
			if n := textLen(s); n != 1 {
				return nil, raise(typeError, "ord() expected a character, but string of length %d found", n)
			}
			return intObject(int64(codeOf(s))), nil
		}
		if b, ok := rawBytes(a[0]); ok {
			if len(b) != 1 {
				return nil, raise(typeError, "ord() expected a character, but string of length %d found", len(b))
			}
			return intObject(int64(b[0])), nil
		}
		return nil, raise(typeError, "ord() expected string of length 1, but %s found", classOf(a[0]).name)
	})
	builtin("divmod", "x y /", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) { return c.binary(opDivmod, a[0], a[1]) })
	builtin("format", "value format_spec? /", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		spec := ""
		if a[1] != nil {
			var err error
			if spec, err = argText("format", 2, a[1]); err != nil {
				return nil, err
			}
		}
		s, err := c.format(a[0], spec)
		return py.String(s), err
	})
	builtin("getattr", "obj name default? /", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		name, ok := textOf(a[1])
		if !ok {
			return nil, raise(typeError, "attribute name must be string, not '%s'", classOf(a[1]).name)
		}
		v, err := c.getattr(a[0], name)
		if err != nil && a[2] != nil && c.isExc(err, attributeError) {
			return a[2], nil
		}
		return v, err
	})
	builtin("hasattr", "obj name /", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		name, ok := textOf(a[1])
		if !ok {
			return nil, raise(typeError, "attribute name must be string, not '%s'", classOf(a[1]).name)
		}
		_, err := c.getattr(a[0], name)
		if err != nil {
			if c.isExc(err, attributeError) {
				return py.False, nil
			}
			return nil, err
		}
		return py.True, nil
	})
	builtin("setattr", "obj name value /", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		name, ok := textOf(a[1])
		if !ok {
			return nil, raise(typeError, "attribute name must be string, not '%s'", classOf(a[1]).name)
		}
		err := c.setattr(a[0], name, a[2])
		if _, ok := a[0].(*Instance); ok && err == nil && c.opts.Assign != nil {
			c.assigned(c.frame, a[0], name)
		}
		return py.None, err
	})
	builtin("delattr", "obj name /", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		name, ok := textOf(a[1])
		if !ok {
			return nil, raise(typeError, "attribute name must be string, not '%s'", classOf(a[1]).name)
		}
		return py.None, c.setattr(a[0], name, nil)
	})
	builtin("hash", "obj /", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		h, err := c.hash(a[0])
		return py.Int(h), err
	})
	builtin("id", "obj /", func(_ *Context, _ py.Object, a []py.Object) (py.Object, error) { return py.Int(address(a[0])), nil })
	builtin("isinstance", "obj class_or_tuple /", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		ok, err := c.isInstance(a[0], a[1])
		return py.NewBool(ok), err
	})
	builtin("issubclass", "cls class_or_tuple /", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		k := asClass(a[0])
		if k == nil {
			return nil, raise(typeError, "issubclass() arg 1 must be a class")
		}
		ok, err := c.isSubclass(k, a[1], 0)
		return py.NewBool(ok), err
	})
	builtin("iter", "object sentinel? /", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		if a[1] != nil {
			if !callable(a[0]) {
				return nil, raise(typeError, "iter(v, w): v must be callable")
			}
			return &callIter{a[0], a[1]}, nil
		}
		it, err := c.iter(a[0])
		if err != nil {
			return nil, err
		}
		return iterObject(it), nil
	})
	builtin("next", "iterator default? /", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		if g, ok := a[0].(*Generator); ok {
			v, err := g.send(c, py.None)
			if err != nil && a[1] != nil && c.isExc(err, stopIteration) {
				return a[1], nil
			}
			return v, err
		}
		if _, ok := a[0].(iterator); !ok {
			if _, foreign := a[0].(py.I__next__); !foreign && classOf(a[0]).lookup("__next__") != nil {
				v, err := (&userIter{a[0]}).raw(c)
				if err != nil && a[1] != nil && c.isExc(err, stopIteration) {
					return a[1], nil
				}
				return v, err
			}
		}
		v, err := c.nextOf(a[0])
		if v == nil && err == nil {
			if a[1] != nil {
				return a[1], nil
			}
			return nil, &Exc{cls: stopIteration}
		}
		return v, err
	})
	builtin("len", "obj /", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		n, err := c.length(a[0])
		return intObject(int64(n)), err
	})
	builtin("pow", "base exp mod?", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		if a[2] == nil || a[2] == py.Object(py.None) {
			return c.binary(opPow, a[0], a[1])
		}
		return c.powMod(a[0], a[1], a[2])
	})
	builtin("round", "number ndigits?", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		fn := classOf(a[0]).lookup("__round__")
		if fn == nil {
			return nil, raise(typeError, "type %s doesn't define __round__ method", classOf(a[0]).name)
		}
		if missing(a[1]) {
			return c.callSpecial(fn, a[0])
		}
		return c.callSpecial(fn, a[0], a[1])
	})
	sortedParams := newBuiltin("sort", "iterable / * key? reverse?", nil)
	rawBuiltin("sorted", func(c *Context, _ py.Object, args []py.Object, kw []string) (py.Object, error) {
		if n := len(args) - len(kw); n != 1 {
			return nil, raise(typeError, "sorted expected 1 argument, got %d", n)
		}
		a, err := c.fill(sortedParams, args, kw)
		if err != nil {
			return nil, err
		}
		items, err := c.list(a[0])
		if err != nil {
			return nil, err
		}
		key, reverse, err := c.sortArgs(a[1:])
		if err != nil {
			return nil, err
		}
		if items == nil {
			items = []py.Object{}
		}
		return &py.List{Items: items}, c.sort(items, key, reverse)
	})
	sumParams := newBuiltin("sum", "iterable / start?", nil)
	rawBuiltin("sum", func(c *Context, _ py.Object, args []py.Object, kw []string) (py.Object, error) {
		if len(args) == 0 {
			return nil, raise(typeError, "sum() takes at least 1 positional argument (0 given)")
		}
		a, err := c.fill(sumParams, args, kw)
		if err != nil {
			return nil, err
		}
		return c.sum(a[0], a[1])
	})
	builtin("dir", "object? /", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		if a[0] == nil {
			return &py.List{}, nil
		}
		if fn := classOf(a[0]).overrides("__dir__"); fn != nil {
			v, err := c.callSpecial(fn, a[0])
			if err != nil {
				return nil, err
			}
			items, err := c.list(v)
			if err != nil {
				return nil, err
			}
			return &py.List{Items: items}, c.sort(items, nil, false)
		}
		names := map[string]bool{}
		c.namesOf(a[0], names)
		return sortedList(names), nil
	})
	builtin("vars", "object? /", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		if a[0] == nil {
			return &Dict{}, nil
		}
		v, err := c.getattr(a[0], "__dict__")
		if err != nil && c.isExc(err, attributeError) {
			return nil, raise(typeError, "vars() argument must have __dict__ attribute")
		}
		return v, err
	})
}

// powMod is pow(x, y, z).
func (c *Context) powMod(x, y, z py.Object) (py.Object, error) {
	a, ok1 := bigOf(x)
	b, ok2 := bigOf(y)
	m, ok3 := bigOf(z)
	if !ok1 || !ok2 || !ok3 {
		if isNumber(base(x)) && isNumber(base(y)) && isNumber(base(z)) {
			return nil, raise(typeError, "pow() 3rd argument not allowed unless all arguments are integers")
		}
		if fn := classOf(x).lookup("__pow__"); fn != nil && isUser(x) {
			return c.callSpecial(fn, x, y, z)
		}
		return nil, raise(typeError, "unsupported operand type(s) for ** or pow(): '%s', '%s', '%s'", classOf(x).name, classOf(y).name, classOf(z).name)
	}
	if m.Sign() == 0 {
		return nil, raise(valueError, "pow() 3rd argument cannot be 0")
	}
	abs := new(big.Int).Abs(m)
	r := new(big.Int)
	if b.Sign() < 0 {
		if r.ModInverse(a, abs) == nil {
			return nil, raise(valueError, "base is not invertible for the given modulus")
		}
		r.Exp(r, new(big.Int).Neg(b), abs)
	} else {
		if b.BitLen()*m.BitLen() > maxBits {
			return nil, tooBig()
		}
		r.Exp(new(big.Int).Mod(a, abs), b, abs)
	}
	r.Mod(r, abs)
	if m.Sign() < 0 && r.Sign() != 0 {
		r.Add(r, m)
	}
	return normInt(r), nil
}

// print is the builtin.
func (c *Context) print(_ *Context, _ py.Object, args []py.Object, kw []string) (py.Object, error) {
	n := len(args) - len(kw)
	sep, end, flush := " ", "\n", false
	var file py.Object
	for i, k := range kw {
		v := args[n+i]
		switch k {
		case "sep", "end":
			if v == py.Object(py.None) {
				break
			}
			s, ok := textOf(v)
			if !ok {
				return nil, raise(typeError, "%s must be None or a string, not %s", k, classOf(v).name)
			}
			if k == "sep" {
				sep = s
			} else {
				end = s
			}
		case "file":
			if v != py.Object(py.None) {
				file = v
			}
		case "flush":
			var err error
			if flush, err = c.truth(v); err != nil {
				return nil, err
			}
		default:
			return nil, raise(typeError, "'%s' is an invalid keyword argument for print()", k)
		}
	}
	if file == nil {
		file = c.stdout
		if m := c.modules["sys"]; m != nil {
			if v := m.globals.GetString("stdout"); v != nil {
				file = v
			}
		}
	}
	if file == py.Object(py.None) {
		return py.None, nil
	}
	var b strings.Builder
	for i, a := range args[:n] {
		if i > 0 {
			b.WriteString(sep)
		}
		s, err := c.str(a)
		if err != nil {
			return nil, err
		}
		if b.Len()+len(s) > MaxAlloc {
			return nil, memoryErr()
		}
		b.WriteString(s)
	}
	b.WriteString(end)
	if s, ok := file.(*stream); ok {
		s.write(b.String())
		if flush {
			s.flush()
		}
		return py.None, nil
	}
	write, err := c.getattr(file, "write")
	if err != nil {
		return nil, err
	}
	if _, err := c.call1(write, py.String(b.String())); err != nil {
		return nil, err
	}
	if flush {
		if f, err := c.getattr(file, "flush"); err == nil {
			return c.call0(f)
		}
	}
	return py.None, nil
}

// classDocs say in a line what the built-in classes are.
var classDocs = map[string]string{
	"object": "The class that all others are derived from.", "type": "type(object) is the object's class; type(name, bases, dict) makes one.",
	"int": "An integer of any size.", "bool": "True or False.", "float": "A floating-point number.", "complex": "A complex number.",
	"str": "A text.", "bytes": "A sequence of bytes.", "bytearray": "A sequence of bytes that can be changed.",
	"memoryview": "The bytes of another object.", "list": "A sequence that can be changed.", "tuple": "A sequence that cannot be changed.",
	"dict": "Values by their keys.", "set": "Distinct objects.", "frozenset": "A set that cannot be changed.",
	"range": "The integers of an interval.", "slice": "slice(stop) or slice(start, stop[, step]): what stands between the brackets of x[a:b:c].",
	"super": "The methods of the classes behind a class.", "property": "An attribute that is computed by functions.",
	"classmethod": "A method of the class.", "staticmethod": "A function in a class.", "enumerate": "Pairs of a number and an item.",
	"zip": "Tuples of the items of several iterables.", "map": "What a function makes of the items.",
	"filter": "The items that a function accepts.", "reversed": "The items from the end.",
}

func init() {
	for _, k := range builtinClasses {
		if doc := classDocs[k.name]; doc != "" && k.doc == py.Object(py.None) {
			k.doc = py.String(doc)
		}
	}
}

// builtinTemplate has the builtins common to all contexts.
var builtinTemplate = sync.OnceValue(func() *Dict {
	b := &Dict{}
	for _, k := range builtinClasses {
		switch k {
		case objectClass, typeClass, intClass, boolClass, floatClass, complexClass, strClass, bytesClass, bytearrayClass, memoryClass, listClass,
			tupleClass, dictClass, setClass, frozensetClass, rangeClass, sliceClass, superClass, propertyClass, classMethodClass, staticMethodClass,
			enumerateClass, zipClass, mapClass, filterClass, reversedClass:
			b.SetString(k.name, k)
		default:
			if k.IsSubclass(baseException) && k.module == py.Object(py.String("builtins")) {
				b.SetString(k.name, k)
			}
		}
	}
	b.SetString("IOError", osError)
	b.SetString("EnvironmentError", osError)
	for _, f := range sharedBuiltins {
		b.SetString(f.name, f)
	}
	b.SetString("Ellipsis", ellipsis)
	b.SetString("NotImplemented", py.NotImplemented)
	b.SetString("__debug__", py.True)
	b.SetString("__name__", py.String("builtins"))
	return b
})

// installBuiltins fills the context's builtins.
func (c *Context) installBuiltins() {
	b := builtinTemplate().copyOf()
	c.builtins = b
	own := func(name string, fn rawFn) {
		b.SetString(name, &Builtin{name: name, raw: fn, hi: -1, named: true})
	}
	own("print", c.print)
	own("__import__", c.builtinImport)
	own("globals", globalsOf)
	own("locals", localsOf)
	own("__build_class__", func(*Context, py.Object, []py.Object, []string) (py.Object, error) {
		return nil, raise(runtimeError, "use a class statement")
	})
	c.installEval(own)
	c.modules["builtins"] = &ModuleObject{globals: b, c: c}
}
