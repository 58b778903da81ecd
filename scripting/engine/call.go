package engine

import (
	"strconv"
	"strings"

	"github.com/go-python/gpython/py"
)

// call calls any object. args are the positional arguments and then the values
// of the keywords kw. It is the caller's memory.
func (c *Context) call(fn py.Object, args []py.Object, kw []string) (py.Object, error) {
	switch f := fn.(type) {
	case *ScriptFunc:
		fr, err := c.bindArgs(f, nil, args, kw)
		if err != nil {
			return nil, err
		}
		return c.run(fr)
	case *bound:
		switch fn := f.fn.(type) {
		case *ScriptFunc:
			return c.callMethod(fn, f.self, args, kw)
		case *Builtin:
			if !fn.plain() && !fn.static {
				return fn.call(c, f.self, args, kw)
			}
		}
		at := len(c.args)
		c.args = append(append(c.args, f.self), args...)
		v, err := c.callInner(f.fn, c.args[at:len(c.args):len(c.args)], kw)
		c.drop(at)
		return v, err
	case *Builtin:
		return f.call(c, nil, args, kw)
	case *Class:
		return c.construct(f, args, kw)
	case *Instance:
		return c.callInstance(f, args, kw)
	case *py.Method:
		n := len(args) - len(kw)
		var self py.Object = py.None
		if len(kw) == 0 {
			return f.Call(self, py.Tuple(args[:n:n]))
		}
		return f.CallWithKeywords(self, py.Tuple(args[:n:n]), kwargsDict(args[n:], kw))
	case *py.Type:
		return c.construct(foreignClass(f), args, kw)
	case *staticMethod:
		return c.callInner(f.fn, args, kw)
	case caller:
		if err := c.enterNative(); err != nil {
			return nil, err
		}
		defer c.leaveNative()
		return f.call(c, args, kw)
	case py.I__call__:
		n := len(args) - len(kw)
		return f.M__call__(py.Tuple(args[:n:n]), kwargsDict(args[n:], kw))
	}
	return nil, raise(typeError, "'%s' object is not callable", classOf(fn).name)
}

// callInner calls what a callable of the engine wraps; such wrappers may nest.
func (c *Context) callInner(fn py.Object, args []py.Object, kw []string) (py.Object, error) {
	if err := c.enterNative(); err != nil {
		return nil, err
	}
	defer c.leaveNative()
	return c.call(fn, args, kw)
}

// getInner reads an attribute of what a callable of the engine wraps.
func (c *Context) getInner(o py.Object, name string) (py.Object, error) {
	if err := c.enterNative(); err != nil {
		return nil, err
	}
	defer c.leaveNative()
	return c.getattr(o, name)
}

// caller is a callable of the engine.
type caller interface {
	call(c *Context, args []py.Object, kw []string) (py.Object, error)
}

// callable reports whether an object can be called.
func callable(o py.Object) bool {
	switch x := o.(type) {
	case *Instance:
		return x.cls.lookup("__call__") != nil
	case *ScriptFunc, *bound, *Builtin, *Class, *py.Method, *py.Type, *staticMethod, caller:
		return true
	}
	_, ok := o.(py.I__call__)
	return ok
}

func (c *Context) callInstance(o *Instance, args []py.Object, kw []string) (py.Object, error) {
	fn := o.cls.special().call
	if fn == nil {
		return nil, raise(typeError, "'%s' object is not callable", o.cls.name)
	}
	return c.callMethod(fn, o, args, kw)
}

// callMethod calls what was found in a class, for an instance.
func (c *Context) callMethod(fn, self py.Object, args []py.Object, kw []string) (py.Object, error) {
	switch f := fn.(type) {
	case *ScriptFunc:
		fr, err := c.bindArgs(f, self, args, kw)
		if err != nil {
			return nil, err
		}
		return c.run(fr)
	case *Builtin:
		if !f.static && !f.byType && !f.plain() {
			return f.call(c, self, args, kw)
		}
	}
	if isDescriptor(fn) {
		m, err := c.bind(fn, self, classOf(self))
		if err != nil {
			return nil, err
		}
		return c.call(m, args, kw)
	}
	return c.call(fn, args, kw)
}

// callSpecial calls a special method that was found in the class of self.
func (c *Context) callSpecial(fn, self py.Object, args ...py.Object) (py.Object, error) {
	if f, ok := fn.(*ScriptFunc); ok && f.code.simple && f.code.npos == len(args)+1 {
		fr := f.code.take(f)
		fr.locals[0] = self
		copy(fr.locals[1:], args)
		return c.run(fr)
	}
	at := len(c.args)
	c.args = append(c.args, args...)
	v, err := c.callMethod(fn, self, c.args[at:len(c.args):len(c.args)], nil)
	c.drop(at)
	return v, err
}

// callPy calls with gpython's form of arguments.
func (c *Context) callPy(fn py.Object, args py.Tuple, kwargs py.StringDict) (py.Object, error) {
	at := len(c.args)
	c.args = append(c.args, args...)
	var kw []string
	for name, v := range kwargs {
		kw = append(kw, name)
		c.args = append(c.args, v)
	}
	v, err := c.call(fn, c.args[at:len(c.args):len(c.args)], kw)
	c.drop(at)
	return v, err
}

// call0, call1 and call2 call with that many arguments.
func (c *Context) call0(fn py.Object) (py.Object, error) { return c.call(fn, nil, nil) }

func (c *Context) call1(fn, a py.Object) (py.Object, error) {
	if f, ok := fn.(*ScriptFunc); ok && f.code.simple && f.code.npos == 1 {
		fr := f.code.take(f)
		fr.locals[0] = a
		return c.run(fr)
	}
	return c.callN(fn, a)
}

func (c *Context) callN(fn py.Object, args ...py.Object) (py.Object, error) {
	at := len(c.args)
	c.args = append(c.args, args...)
	v, err := c.call(fn, c.args[at:len(c.args):len(c.args)], nil)
	c.drop(at)
	return v, err
}

// bindArgs makes a frame for a call of a function and puts the arguments into
// its slots. self, if not nil, comes first.
func (c *Context) bindArgs(fn *ScriptFunc, self py.Object, args []py.Object, kw []string) (*frame, error) {
	k := fn.code
	f := k.take(fn)
	n := len(args) - len(kw)
	given := n
	at := 0
	if self != nil {
		given++
		at = 1
		if k.npos > 0 {
			f.locals[0] = self
		}
	}
	if given == k.npos && len(kw) == 0 && k.simple {
		copy(f.locals[at:], args)
		return f, nil
	}
	if given <= k.npos {
		copy(f.locals[at:], args[:n])
	} else if !k.varargs {
		k.give(f)
		return nil, tooManyArgs(fn, given, kw)
	} else {
		fits := max(k.npos-at, 0)
		if fits > 0 {
			copy(f.locals[at:k.npos], args[:fits])
		}
		rest := append(py.Tuple(nil), args[fits:n]...)
		if k.npos == 0 && self != nil {
			rest = append(py.Tuple{self}, rest...)
		}
		f.locals[k.npos+k.nkw] = rest
	}
	if k.varargs && f.locals[k.npos+k.nkw] == nil {
		f.locals[k.npos+k.nkw] = emptyTuple
	}
	var extra *Dict
	if k.kwargs {
		extra = &Dict{}
		slot := k.npos + k.nkw
		if k.varargs {
			slot++
		}
		f.locals[slot] = extra
	}
	for i, name := range kw {
		slot := -1
		for j := k.posOnly; j < k.npos+k.nkw; j++ {
			if k.params[j] == name {
				slot = j
				break
			}
		}
		switch {
		case slot < 0 && extra != nil:
			extra.SetString(name, args[n+i])
		case slot < 0:
			k.give(f)
			return nil, unexpectedKeyword(fn, name, kw)
		case f.locals[slot] != nil:
			k.give(f)
			return nil, raise(typeError, "%s() got multiple values for argument '%s'", fn.qualname, name)
		default:
			f.locals[slot] = args[n+i]
		}
	}
	if given < k.npos {
		first := k.npos - len(fn.defaults)
		for i := given; i < k.npos; i++ {
			if f.locals[i] != nil {
				continue
			}
			if i < first {
				err := missingArgs(fn, f, "positional", 0, first)
				k.give(f)
				return nil, err
			}
			f.locals[i] = fn.defaults[i-first]
		}
	}
	for i := range k.nkw {
		if f.locals[k.npos+i] != nil {
			continue
		}
		if i >= len(fn.kwdef) || fn.kwdef[i] == nil {
			var missing []string
			for j := range k.nkw {
				if f.locals[k.npos+j] == nil && (j >= len(fn.kwdef) || fn.kwdef[j] == nil) {
					missing = append(missing, k.params[k.npos+j])
				}
			}
			k.give(f)
			return nil, missingErr(fn, "keyword-only", missing)
		}
		f.locals[k.npos+i] = fn.kwdef[i]
	}
	return f, nil
}

var emptyTuple py.Object = py.Tuple{}

func missingArgs(fn *ScriptFunc, f *frame, kind string, from, to int) error {
	var missing []string
	for i := from; i < to; i++ {
		if f.locals[i] == nil {
			missing = append(missing, fn.code.params[i])
		}
	}
	return missingErr(fn, kind, missing)
}

func missingErr(fn *ScriptFunc, kind string, names []string) error {
	quoted := make([]string, len(names))
	for i, n := range names {
		quoted[i] = "'" + n + "'"
	}
	list := quoted[0]
	switch n := len(quoted); {
	case n == 2:
		list = quoted[0] + " and " + quoted[1]
	case n > 2:
		list = strings.Join(quoted[:n-1], ", ") + ", and " + quoted[n-1]
	}
	return raise(typeError, "%s() missing %d required %s argument%s: %s", fn.qualname, len(names), kind, plural(len(names)), list)
}

func tooManyArgs(fn *ScriptFunc, given int, kw []string) error {
	k := fn.code
	takes := strconv.Itoa(k.npos)
	if d := len(fn.defaults); d > 0 {
		takes = "from " + strconv.Itoa(k.npos-d) + " to " + takes
	}
	many := plural(k.npos)
	if len(fn.defaults) > 0 {
		many = "s"
	}
	was := "were"
	nkw := 0
	for _, name := range kw {
		for _, p := range k.params[k.npos : k.npos+k.nkw] {
			if p == name {
				nkw++
			}
		}
	}
	if nkw > 0 {
		return raise(typeError, "%s() takes %s positional argument%s but %d positional argument%s (and %d keyword-only argument%s) were given",
			fn.qualname, takes, many, given, plural(given), nkw, plural(nkw))
	}
	if given == 1 {
		was = "was"
	}
	return raise(typeError, "%s() takes %s positional argument%s but %d %s given", fn.qualname, takes, many, given, was)
}

func unexpectedKeyword(fn *ScriptFunc, name string, kw []string) error {
	var posOnly []string
	for _, p := range fn.code.params[:fn.code.posOnly] {
		for _, k := range kw {
			if k == p {
				posOnly = append(posOnly, p)
			}
		}
	}
	if len(posOnly) > 0 {
		return raise(typeError, "%s() got some positional-only arguments passed as keyword arguments: '%s'", fn.qualname, strings.Join(posOnly, ", "))
	}
	return raise(typeError, "%s() got an unexpected keyword argument '%s'", fn.qualname, name)
}
