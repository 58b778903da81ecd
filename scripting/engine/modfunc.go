package engine

import "github.com/go-python/gpython/py"

// one makes a function of one argument for a module.
func one(name string, f func(py.Object) (py.Object, error), doc string) *py.Method {
	return py.MustNewMethod(name, func(_, o py.Object) (py.Object, error) { return f(o) }, 0, doc)
}

// opt returns an argument that may be missing.
func opt(args py.Tuple, i int, def py.Object) py.Object {
	if i < len(args) {
		return args[i]
	}
	return def
}

func optString(args py.Tuple, i int, def string) (string, error) {
	if i >= len(args) {
		return def, nil
	}
	s, ok := textOf(args[i])
	if !ok {
		return "", raise(typeError, "argument %d must be str, not %s", i+1, classOf(args[i]).name)
	}
	return s, nil
}

// indexOf is an integer argument.
func indexOf(o py.Object) (int, error) {
	n, ok := intOf(o)
	if !ok {
		return 0, raise(typeError, "'%s' object cannot be interpreted as an integer", classOf(o).name)
	}
	return n, nil
}

// floatOf is a number as a float.
func floatOf(o py.Object) (float64, bool) {
	n, ok := numberOf(base(o))
	if !ok || n.kind == 'c' {
		return 0, false
	}
	f, err := n.float()
	return f, err == nil
}

// textFunc makes a function that takes and returns str or bytes, as it was given.
func textFunc(name string, f func(string) string) *py.Method {
	return one(name, func(o py.Object) (py.Object, error) {
		s, err := StringOf(o)
		if err != nil {
			return nil, err
		}
		if _, ok := o.(py.Bytes); ok {
			return py.Bytes(f(s)), nil
		}
		return py.String(f(s)), nil
	}, name)
}
