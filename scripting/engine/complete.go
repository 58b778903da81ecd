package engine

import (
	"github.com/go-python/gpython/py"
)

// method adds a method to a built-in type. The function gets self and between lo
// and hi positional arguments (hi < 0: any number). It also serves calls through
// the type, as in list.append(x, 1).
func method[T py.Object](t *py.Type, name string, lo, hi int, fn func(self T, args py.Tuple) (py.Object, error)) {
	methodKw(t, name, lo, hi, nil, fn)
}

// methodKw is method for functions whose arguments have names: keywords are
// put in place, missing ones are nil.
func methodKw[T py.Object](t *py.Type, name string, lo, hi int, names []string, fn func(self T, args py.Tuple) (py.Object, error)) {
	t.Dict[name] = py.MustNewMethod(name, func(self py.Object, args py.Tuple, kwargs py.StringDict) (py.Object, error) {
		s, ok := self.(T)
		if !ok {
			if len(args) > 0 {
				s, ok = args[0].(T)
			}
			if !ok {
				return nil, py.ExceptionNewf(py.TypeError, "descriptor '%s' requires a '%s' object", name, t.Name)
			}
			args = args[1:]
		}
		if len(kwargs) > 0 {
			full := make(py.Tuple, len(names))
			copy(full, args)
			n := len(args)
			for k, v := range kwargs {
				i := 0
				for i < len(names) && names[i] != k {
					i++
				}
				if i == len(names) || i < len(args) {
					return nil, py.ExceptionNewf(py.TypeError, "%s() got an unexpected keyword argument '%s'", name, k)
				}
				full[i] = v
				n = max(n, i+1)
			}
			args = full[:n]
			for i := range min(lo, n) {
				if args[i] == nil {
					return nil, py.ExceptionNewf(py.TypeError, "%s() missing argument '%s'", name, names[i])
				}
			}
		}
		if len(args) < lo || hi >= 0 && len(args) > hi {
			switch {
			case lo == hi:
				return nil, py.ExceptionNewf(py.TypeError, "%s() takes exactly %d argument(s) (%d given)", name, lo, len(args))
			case len(args) < lo:
				return nil, py.ExceptionNewf(py.TypeError, "%s() takes at least %d argument(s) (%d given)", name, lo, len(args))
			}
			return nil, py.ExceptionNewf(py.TypeError, "%s() takes at most %d argument(s) (%d given)", name, hi, len(args))
		}
		return fn(s, args)
	}, 0, name)
}

// opt returns argument i, or def if it is absent.
func opt(args py.Tuple, i int, def py.Object) py.Object {
	if i < len(args) && args[i] != nil {
		return args[i]
	}
	return def
}

func optInt(args py.Tuple, i, def int) (int, error) {
	if i >= len(args) || args[i] == nil || args[i] == py.None {
		return def, nil
	}
	return py.IndexInt(args[i])
}

func optString(args py.Tuple, i int, def string) (string, error) {
	if i >= len(args) || args[i] == nil {
		return def, nil
	}
	s, ok := args[i].(py.String)
	if !ok {
		return "", py.ExceptionNewf(py.TypeError, "argument %d must be str, not %s", i+1, args[i].Type().Name)
	}
	return string(s), nil
}

// span clips start and stop, as in s.find(x, start, stop), to n.
func span(args py.Tuple, i, n int) (start, stop int, err error) {
	if start, err = optInt(args, i, 0); err != nil {
		return
	}
	if stop, err = optInt(args, i+1, n); err != nil {
		return
	}
	clip := func(v int) int {
		if v < 0 {
			v += n
		}
		return min(max(v, 0), n)
	}
	return clip(start), clip(stop), nil
}

func init() {
	// len() of what gpython has no length for, and list() and tuple() of strings
	// and bytes, byte by byte or character by character.
	sharedBuiltins = append(sharedBuiltins, one("len", func(o py.Object) (py.Object, error) {
		switch x := o.(type) {
		case py.Bytes:
			return py.Int(len(x)), nil
		case *py.Type:
			fn := userMethod(x, "__len__")
			if fn == nil {
				return nil, py.ExceptionNewf(py.TypeError, "object of type '%s' has no len()", o.Type().Name)
			}
			return py.Call(fn, py.Tuple{o}, nil)
		}
		return py.Len(o)
	}, "len(object) -> int"))
	py.ListType.New = func(t *py.Type, args py.Tuple, kwargs py.StringDict) (py.Object, error) {
		if len(args) == 1 {
			switch x := args[0].(type) {
			case py.String:
				return py.NewListFromItems(charTuple(x)), nil
			case py.Bytes:
				return py.NewListFromItems(byteTuple(x)), nil
			}
		}
		return py.ListNew(t, args, kwargs)
	}
	py.TupleType.New = func(t *py.Type, args py.Tuple, kwargs py.StringDict) (py.Object, error) {
		if len(args) == 1 {
			switch x := args[0].(type) {
			case py.String:
				return charTuple(x), nil
			case py.Bytes:
				return byteTuple(x), nil
			}
		}
		return py.TupleNew(t, args, kwargs)
	}
}
