package engine

import (
	"maps"
	"math"
	"strings"
	"sync"

	"github.com/go-python/gpython/py"
)

// stockModules are the modules of gpython that a script may import. The others
// are replaced (os, sys, time) or reach into the machine (glob, tempfile).
var stockModules = map[string]bool{"math": true, "binascii": true, "array": true, "string": true}

// builtinTemplate has the builtins common to all contexts. gpython makes a method
// object per context for each; only print needs to know its context, and that is
// replaced.
var builtinTemplate = sync.OnceValue(func() py.StringDict {
	impl := py.GetModuleImpl("builtins")
	d := make(py.StringDict, len(impl.Globals)+len(impl.Methods)+32)
	maps.Copy(d, impl.Globals)
	for _, m := range impl.Methods {
		d[m.Name] = m
	}
	d["__name__"] = py.String("builtins")
	d["__doc__"] = py.String(impl.Info.Doc)
	d["RecursionError"] = RecursionError
	d["staticmethod"] = staticType
	d["classmethod"] = classMethodType
	d["property"] = propertyType
	for _, m := range sharedBuiltins {
		d[m.Name] = m
	}
	// Not in a server: they read its standard input, or open files behind the
	// guard's back.
	delete(d, "input")
	return d
})

func (c *Context) installBuiltins() {
	g := maps.Clone(builtinTemplate())
	g["print"] = py.MustNewMethod("print", c.print, 0, "print(*args, sep=' ', end='\\n', file=sys.stdout, flush=False)")
	g["__build_class__"] = py.MustNewMethod("__build_class__", c.buildClass, 0, "")
	g["__import__"] = py.MustNewMethod("__import__", c.builtinImport, 0, "__import__(name)")
	g["range"] = &rangeFunc{&c.guard}
	c.store.Builtins = &py.Module{ModuleImpl: &py.ModuleImpl{}, Globals: g, Context: c.Py()}
	c.modules["builtins"] = c.store.Builtins
}

// print is the builtin, without a detour through sys.stdout unless file= is given.
func (c *Context) print(_ py.Object, args py.Tuple, kwargs py.StringDict) (py.Object, error) {
	sep, end, flush := " ", "\n", false
	var file py.Object = c.stdout
	for k, v := range kwargs {
		switch k {
		case "sep", "end":
			if v == py.None {
				break
			}
			s, ok := v.(py.String)
			if !ok {
				return nil, py.ExceptionNewf(py.TypeError, "%s must be None or a string, not %s", k, v.Type().Name)
			}
			if k == "sep" {
				sep = string(s)
			} else {
				end = string(s)
			}
		case "file":
			if v != py.None {
				file = v
			}
		case "flush":
			var err error
			if flush, err = truth(v); err != nil {
				return nil, err
			}
		default:
			return nil, py.ExceptionNewf(py.TypeError, "'%s' is an invalid keyword argument for print()", k)
		}
	}
	r := renderer{}
	for i, a := range args {
		if i > 0 {
			r.b.WriteString(sep)
		}
		if err := r.str(a); err != nil {
			return nil, err
		}
	}
	r.b.WriteString(end)
	if s, ok := file.(*stream); ok {
		s.write(r.b.String())
		if flush {
			s.flush()
		}
		return py.None, nil
	}
	write, err := py.GetAttrString(file, "write")
	if err != nil {
		return nil, err
	}
	if _, err := py.Call(write, py.Tuple{py.String(r.b.String())}, nil); err != nil {
		return nil, err
	}
	if flush {
		if f, err := py.GetAttrString(file, "flush"); err == nil {
			return py.Call(f, nil, nil)
		}
	}
	return py.None, nil
}

func one(name string, f func(py.Object) (py.Object, error), doc string) *py.Method {
	return py.MustNewMethod(name, func(_, o py.Object) (py.Object, error) { return f(o) }, 0, doc)
}

// sharedBuiltins replace or complete gpython's and need no context.
var sharedBuiltins = []*py.Method{
	one("repr", func(o py.Object) (py.Object, error) {
		s, err := render(o, (*renderer).repr)
		if err != nil {
			return nil, err
		}
		return py.String(s), nil
	}, "repr(object) -> str"),
	one("ascii", func(o py.Object) (py.Object, error) {
		s, err := render(o, (*renderer).repr)
		if err != nil {
			return nil, err
		}
		return py.String(asciiOnly(s)), nil
	}, "ascii(object) -> str"),
	one("callable", func(o py.Object) (py.Object, error) { return py.NewBool(callable(o)), nil }, "callable(object) -> bool"),
	one("id", func(o py.Object) (py.Object, error) { return py.Int(address(o)), nil }, "id(object) -> int"),
	one("hash", func(o py.Object) (py.Object, error) {
		h, err := hash(o, 0)
		return py.Int(h), err
	}, "hash(object) -> int"),
	one("reversed", reversed, "reversed(sequence) -> iterator"),
	one("dir", dir, "dir(object) -> list of names"),
	py.MustNewMethod("isinstance", func(_ py.Object, args py.Tuple) (py.Object, error) {
		var o, class py.Object
		if err := py.UnpackTuple(args, nil, "isinstance", 2, 2, &o, &class); err != nil {
			return nil, err
		}
		return boolResult(subtype(o.Type(), class, "isinstance", 0))
	}, 0, "isinstance(object, class_or_tuple) -> bool"),
	py.MustNewMethod("issubclass", func(_ py.Object, args py.Tuple) (py.Object, error) {
		var o, class py.Object
		if err := py.UnpackTuple(args, nil, "issubclass", 2, 2, &o, &class); err != nil {
			return nil, err
		}
		t, ok := o.(*py.Type)
		if !ok || t.ObjectType != py.TypeType {
			return nil, py.ExceptionNewf(py.TypeError, "issubclass() arg 1 must be a class")
		}
		return boolResult(subtype(t, class, "issubclass", 0))
	}, 0, "issubclass(class, class_or_tuple) -> bool"),
	py.MustNewMethod("super", func(_ py.Object, args py.Tuple) (py.Object, error) {
		if len(args) != 2 {
			return nil, py.ExceptionNewf(py.RuntimeError, "super(): use super() in a method, or super(Class, self)")
		}
		return newSuper(args[0], args[1])
	}, 0, "super() or super(Class, self)"),
	py.MustNewMethod("format", func(_ py.Object, args py.Tuple) (py.Object, error) {
		var o py.Object
		var spec py.Object = py.String("")
		if err := py.UnpackTuple(args, nil, "format", 1, 2, &o, &spec); err != nil {
			return nil, err
		}
		s, ok := spec.(py.String)
		if !ok {
			return nil, py.ExceptionNewf(py.TypeError, "format() argument 2 must be str, not %s", spec.Type().Name)
		}
		out, err := formatSpec(o, string(s))
		return py.String(out), err
	}, 0, "format(value[, spec]) -> str"),
	py.MustNewMethod("pow", func(_ py.Object, args py.Tuple) (py.Object, error) {
		var x, y py.Object
		var z py.Object = py.None
		if err := py.UnpackTuple(args, nil, "pow", 2, 3, &x, &y, &z); err != nil {
			return nil, err
		}
		if z == py.None {
			return pow(x, y)
		}
		return py.Pow(x, y, z)
	}, 0, "pow(x, y[, z]) -> number"),
}

func callable(o py.Object) bool {
	if t, ok := o.(*py.Type); ok {
		// *py.Type is both classes, which can be called, and their instances.
		return t.ObjectType == nil || t.ObjectType == py.TypeType || userMethod(t, "__call__") != nil
	}
	_, ok := o.(py.I__call__)
	return ok
}

// subtype is issubclass(t, class).
func subtype(t *py.Type, class py.Object, fn string, depth int) (bool, error) {
	if depth > maxNest {
		return false, tooDeep()
	}
	switch c := class.(type) {
	case py.Tuple:
		for _, k := range c {
			if ok, err := subtype(t, k, fn, depth+1); ok || err != nil {
				return ok, err
			}
		}
		return false, nil
	case *py.Type:
		if c.ObjectType == nil || c.ObjectType == py.TypeType {
			return t == c || t.IsSubtype(c) || t == py.BoolType && c == py.IntType || t == py.BigIntType && c == py.IntType, nil
		}
	case *rangeFunc:
		return t == py.RangeType, nil
	}
	return false, py.ExceptionNewf(py.TypeError, "%s() arg 2 must be a type or tuple of types", fn)
}

func asciiOnly(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r < 0x80:
			b.WriteRune(r)
		case r < 0x100:
			b.WriteString(`\x` + hexDigits(uint32(r), 2))
		case r < 0x10000:
			b.WriteString(`\u` + hexDigits(uint32(r), 4))
		default:
			b.WriteString(`\U` + hexDigits(uint32(r), 8))
		}
	}
	return b.String()
}

func hexDigits(v uint32, n int) string {
	const digits = "0123456789abcdef"
	b := make([]byte, n)
	for i := n - 1; i >= 0; i-- {
		b[i] = digits[v&15]
		v >>= 4
	}
	return string(b)
}

func reversed(o py.Object) (py.Object, error) {
	var items py.Tuple
	switch o.(type) {
	case *py.List, py.Tuple, py.String, py.Bytes, *py.Range:
		t, err := py.SequenceTuple(o)
		if err != nil {
			return nil, err
		}
		items = t.Copy()
	default:
		if fn := userMethod(o, "__reversed__"); fn != nil {
			return py.Call(fn, py.Tuple{o}, nil)
		}
		return nil, py.ExceptionNewf(py.TypeError, "'%s' object is not reversible", o.Type().Name)
	}
	items.Reverse()
	return py.NewIterator(items), nil
}

// rangeFunc is range(): long ranges get an iterator that takes part in the
// budget, since gpython's would run for ever inside list() or sum().
type rangeFunc struct{ g *guard }

// maxPlainRange is how long a range may be without its own checks.
const maxPlainRange = 1 << 20

// Type implements py.Object; range is a class to the script.
func (*rangeFunc) Type() *py.Type { return py.TypeType }

// M__repr__ implements repr().
func (*rangeFunc) M__repr__() (py.Object, error) { return py.String("<class 'range'>"), nil }

// M__call__ makes a range.
func (r *rangeFunc) M__call__(args py.Tuple, kwargs py.StringDict) (py.Object, error) {
	o, err := py.RangeNew(py.RangeType, args, kwargs)
	if err != nil {
		return nil, err
	}
	if rg, ok := o.(*py.Range); ok && rg.Length > maxPlainRange {
		return &longRange{rg, r.g}, nil
	}
	return o, nil
}

// longRange is a range whose iteration is checked.
type longRange struct {
	r *py.Range
	g *guard
}

// Type implements py.Object.
func (*longRange) Type() *py.Type { return py.RangeType }

// M__len__ implements len().
func (l *longRange) M__len__() (py.Object, error) { return l.r.M__len__() }

// M__repr__ implements repr().
func (l *longRange) M__repr__() (py.Object, error) { return l.r.M__repr__() }

// M__bool__ implements truth.
func (l *longRange) M__bool__() (py.Object, error) { return py.NewBool(l.r.Length > 0), nil }

// M__getitem__ implements indexing.
func (l *longRange) M__getitem__(k py.Object) (py.Object, error) { return l.r.M__getitem__(k) }

// M__contains__ implements "in" without walking the range.
func (l *longRange) M__contains__(o py.Object) (py.Object, error) {
	n, ok := o.(py.Int)
	if !ok {
		return py.False, nil
	}
	lo, hi := l.r.Start, l.r.Start+(l.r.Length-1)*l.r.Step
	if lo > hi {
		lo, hi = hi, lo
	}
	return py.NewBool(n >= lo && n <= hi && (n-l.r.Start)%l.r.Step == 0), nil
}

// M__iter__ implements iteration.
func (l *longRange) M__iter__() (py.Object, error) {
	it, err := l.r.M__iter__()
	if err != nil {
		return nil, err
	}
	return &longIter{it, l.g}, nil
}

type longIter struct {
	it py.Object
	g  *guard
}

// Type implements py.Object.
func (*longIter) Type() *py.Type { return py.RangeIteratorType }

// M__iter__ returns the iterator itself.
func (l *longIter) M__iter__() (py.Object, error) { return l, nil }

// M__next__ returns the next number.
func (l *longIter) M__next__() (py.Object, error) {
	if err := l.g.step(); err != nil {
		return nil, err
	}
	return py.Next(l.it)
}

func hash(o py.Object, depth int) (int64, error) {
	if depth > maxNest {
		return 0, tooDeep()
	}
	switch x := o.(type) {
	case py.String:
		return fnv(string(x)), nil
	case py.Bytes:
		return fnv(string(x)), nil
	case py.Int:
		return int64(x), nil
	case py.Bool:
		if x {
			return 1, nil
		}
		return 0, nil
	case py.Float:
		if f := float64(x); f == math.Trunc(f) && math.Abs(f) < 1<<62 {
			return int64(f), nil
		}
		return int64(math.Float64bits(float64(x)) >> 1), nil
	case py.Tuple:
		h := int64(0x345678)
		for _, e := range x {
			k, err := hash(e, depth+1)
			if err != nil {
				return 0, err
			}
			h = h*1000003 ^ k
		}
		return h, nil
	case *py.Type:
		if fn := userMethod(x, "__hash__"); fn != nil {
			r, err := py.Call(fn, py.Tuple{x}, nil)
			if err != nil {
				return 0, err
			}
			n, ok := r.(py.Int)
			if !ok {
				return 0, py.ExceptionNewf(py.TypeError, "__hash__ method should return an integer")
			}
			return int64(n), nil
		}
	case *py.List, py.StringDict, *py.Set:
		return 0, py.ExceptionNewf(py.TypeError, "unhashable type: '%s'", o.Type().Name)
	}
	return address(o), nil
}

// lazy wraps map(), filter(), zip() and enumerate() objects. gpython runs a chain of
// them by Go recursion, so it counts how long the chain is.
type lazy struct {
	it    py.Object
	depth int
}

// Type implements py.Object.
func (l *lazy) Type() *py.Type { return l.it.Type() }

// M__iter__ returns the iterator itself.
func (l *lazy) M__iter__() (py.Object, error) { return l, nil }

// M__next__ returns the next item.
func (l *lazy) M__next__() (py.Object, error) { return py.Next(l.it) }

func init() {
	for _, t := range []*py.Type{py.MapType, py.FilterType, py.ZipType, py.EnumerateType} {
		old := t.New
		t.New = func(t *py.Type, args py.Tuple, kwargs py.StringDict) (py.Object, error) {
			depth := 0
			for _, a := range args {
				if l, ok := a.(*lazy); ok {
					depth = max(depth, l.depth+1)
				}
			}
			if depth > maxNest {
				return nil, tooDeep()
			}
			o, err := old(t, args, kwargs)
			if err != nil {
				return nil, err
			}
			if o, err = py.Iter(o); err != nil {
				return nil, err
			}
			return &lazy{o, depth}, nil
		}
	}
}

func fnv(s string) int64 {
	h := uint64(14695981039346656037)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return int64(h >> 1)
}
