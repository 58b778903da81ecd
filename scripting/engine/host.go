package engine

import "github.com/go-python/gpython/py"

// Method makes a method of a Go function, to be set on a class with
// [Class.SetOwn]. Its errors go through [Raise]. args is the caller's memory: fn
// must copy what it keeps. kwargs is nil if there are none.
func Method(name string, fn func(self py.Object, args py.Tuple, kwargs py.StringDict) (py.Object, error)) py.Object {
	return &Builtin{name: name, hi: -1, named: true, takesSelf: true, raw: func(_ *Context, self py.Object, args []py.Object, kw []string) (py.Object, error) {
		n := len(args) - len(kw)
		pos := args[:n:n]
		if self == nil {
			if n == 0 {
				return nil, raise(typeError, "unbound method %s() needs an argument", name)
			}
			self, pos = pos[0], pos[1:]
		}
		v, err := fn(self, py.Tuple(pos), kwargsDict(args[n:], kw))
		if err != nil {
			return nil, Raise(err)
		}
		return v, nil
	}}
}

// BytesMethod returns a method of bytes, bound to b; false if there is none of
// that name.
func BytesMethod(b py.Bytes, name string) (py.Object, bool) {
	m, ok := bytesClass.found[name].(*Builtin)
	if !ok || m.static || m.byType {
		return nil, false
	}
	return &bound{m, b}, true
}

// Items returns the items of a list, tuple or set; false for anything else.
func Items(o py.Object) ([]py.Object, bool) {
	switch x := base(o).(type) {
	case *py.List:
		return x.Items, true
	case py.Tuple:
		return x, true
	case *Set:
		return x.items(), true
	}
	return nil, false
}

// DictOf returns the dict that an object is, or that an instance of a class
// derived from dict holds.
func DictOf(o py.Object) (*Dict, bool) {
	d, ok := base(o).(*Dict)
	return d, ok
}

// FuncOf returns the function written in Python behind a callable, or nil.
func FuncOf(o py.Object) *ScriptFunc {
	switch x := o.(type) {
	case *ScriptFunc:
		return x
	case *Builtin:
		return x.wraps
	case *bound:
		return FuncOf(x.fn)
	case *classMethod:
		return FuncOf(x.fn)
	case *staticMethod:
		return FuncOf(x.fn)
	}
	return nil
}
