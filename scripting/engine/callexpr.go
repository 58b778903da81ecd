package engine

import (
	"sort"

	"github.com/go-python/gpython/ast"
	"github.com/go-python/gpython/py"
)

// MethodCaller is a Go object whose methods are called without being read first:
// o.name(…) becomes CallMethod("name", …). ok is false for a name that is no
// method: then the attribute is read and called. args is the caller's memory.
type MethodCaller interface {
	CallMethod(name string, args []py.Object) (v py.Object, err error, ok bool)
}

// callExpr compiles a call.
func (k *compiler) callExpr(e *ast.Call) expr {
	switch n, args := marker(e); n {
	case markFormat:
		return k.formatted(args)
	case markField:
		return k.field(args)
	}
	if n, ok := e.Func.(*ast.Name); ok && len(e.Args) == 0 && len(e.Keywords) == 0 {
		switch n.Id {
		case "super":
			if v := k.superCall(); v != nil {
				return v
			}
		case "locals", "vars", "dir":
			return k.namesCall(e, string(n.Id))
		}
	}
	if n, ok := e.Func.(*ast.Name); ok && (n.Id == "eval" || n.Id == "exec") {
		return k.evalCall(e, string(n.Id))
	}
	if k.dynamicArgs(e) || len(e.Keywords) > 0 {
		fn := k.expr(e.Func)
		args := k.arguments(e)
		c := k.c
		return func(f *frame) (py.Object, error) {
			x, err := fn(f)
			if err != nil {
				return nil, err
			}
			at := len(c.args)
			list, kw, err := args(f, x)
			if err != nil {
				c.drop(at)
				return nil, err
			}
			v, err := c.call(x, list, kw)
			c.drop(at)
			return v, err
		}
	}
	args := k.exprList(e.Args)
	if a, ok := e.Func.(*ast.Attribute); ok {
		return k.methodCall(a, args)
	}
	return k.plainCall(k.expr(e.Func), args)
}

// plainCall calls with positional arguments. Those of a plain function go right
// into its frame.
func (k *compiler) plainCall(fn expr, args []expr) expr {
	c := k.c
	n := len(args)
	return func(f *frame) (py.Object, error) {
		x, err := fn(f)
		if err != nil {
			return nil, err
		}
		if p, ok := x.(*ScriptFunc); ok && p.code.simple && p.code.npos == n {
			fr := p.code.take(p)
			for i, a := range args {
				v, err := a(f)
				if err != nil {
					p.code.give(fr)
					return nil, err
				}
				fr.locals[i] = v
			}
			return c.run(fr)
		}
		at := len(c.args)
		for _, a := range args {
			v, err := a(f)
			if err != nil {
				c.drop(at)
				return nil, err
			}
			c.args = append(c.args, v)
		}
		v, err := c.call(x, c.args[at:at+n:at+n], nil)
		c.drop(at)
		return v, err
	}
}

// methodCall compiles o.name(args).
func (k *compiler) methodCall(a *ast.Attribute, args []expr) expr {
	c := k.c
	obj := k.expr(a.Value)
	name := mangle(k.s.class, string(a.Attr))
	n := len(args)
	cache := &methodCache{}
	return func(f *frame) (py.Object, error) {
		o, err := obj(f)
		if err != nil {
			return nil, err
		}
		fn := c.findMethod(cache, o, name)
		if p, ok := fn.(*ScriptFunc); ok && p.code.simple && p.code.npos == n+1 {
			fr := p.code.take(p)
			fr.locals[0] = o
			for i, a := range args {
				v, err := a(f)
				if err != nil {
					p.code.give(fr)
					return nil, err
				}
				fr.locals[i+1] = v
			}
			return c.run(fr)
		}
		caller, _ := o.(MethodCaller)
		if fn == nil && caller == nil {
			if fn, err = c.getattr(o, name); err != nil {
				return nil, err
			}
			return c.callWith(f, fn, args)
		}
		at := len(c.args)
		for _, a := range args {
			v, err := a(f)
			if err != nil {
				c.drop(at)
				return nil, err
			}
			c.args = append(c.args, v)
		}
		list := c.args[at : at+n : at+n]
		var v py.Object
		switch {
		case fn == nil:
			v, err = c.callForeign(caller, o, name, list)
		default:
			v, err = c.callMethod(fn, o, list, nil)
		}
		c.drop(at)
		return v, err
	}
}

func (c *Context) callForeign(m MethodCaller, o py.Object, name string, args []py.Object) (py.Object, error) {
	if v, err, ok := m.CallMethod(name, args); ok {
		return v, err
	}
	fn, err := c.getattr(o, name)
	if err != nil {
		return nil, err
	}
	return c.call(fn, args, nil)
}

// callWith evaluates the arguments and calls.
func (c *Context) callWith(f *frame, fn py.Object, args []expr) (py.Object, error) {
	at := len(c.args)
	for _, a := range args {
		v, err := a(f)
		if err != nil {
			c.drop(at)
			return nil, err
		}
		c.args = append(c.args, v)
	}
	v, err := c.call(fn, c.args[at:len(c.args):len(c.args)], nil)
	c.drop(at)
	return v, err
}

// argOf tells what an argument unpacks: markStar, markDouble or nothing.
func argOf(e ast.Expr) (string, ast.Expr) {
	if l, ok := e.(*ast.Lambda); ok {
		if kind, _ := lambdaMark(l); kind == markStar || kind == markDouble {
			return kind, l.Body
		}
	}
	return "", e
}

func (k *compiler) dynamicArgs(e *ast.Call) bool {
	if e.Starargs != nil || e.Kwargs != nil {
		return true
	}
	for _, a := range e.Args {
		if kind, _ := argOf(a); kind != "" {
			return true
		}
	}
	return false
}

// arguments compiles arguments of all kinds. What it returns is on the
// context's stack of arguments, or a slice of its own.
func (k *compiler) arguments(e *ast.Call) func(f *frame, fn py.Object) ([]py.Object, []string, error) {
	c := k.c
	names := make([]string, len(e.Keywords))
	vals := make([]expr, len(e.Keywords))
	if !k.dynamicArgs(e) {
		args := k.exprList(e.Args)
		for i, w := range e.Keywords {
			names[i], vals[i] = string(w.Arg), k.expr(w.Value)
		}
		return func(f *frame, _ py.Object) ([]py.Object, []string, error) {
			at := len(c.args)
			for _, list := range [2][]expr{args, vals} {
				for _, a := range list {
					v, err := a(f)
					if err != nil {
						c.drop(at)
						return nil, nil, err
					}
					c.args = append(c.args, v)
				}
			}
			return c.args[at:len(c.args):len(c.args)], names, nil
		}
	}
	return k.unpackedArguments(e)
}

// argument is one of a call that unpacks something.
type argument struct {
	kind string // markStar, markDouble or ""
	name string // of a keyword
	e    expr
}

// unpackedArguments compiles arguments some of which unpack. Keywords and ** are
// evaluated in the order of the source, which gpython's tree has lost.
func (k *compiler) unpackedArguments(e *ast.Call) func(f *frame, fn py.Object) ([]py.Object, []string, error) {
	c := k.c
	var pos []argument
	type placed struct {
		argument
		at ast.Pos
	}
	var named []placed
	for _, a := range e.Args {
		kind, x := argOf(a)
		if kind == markDouble {
			named = append(named, placed{argument{kind, "", k.expr(x)}, ast.Pos{Lineno: a.GetLineno(), ColOffset: a.GetColOffset()}})
			continue
		}
		pos = append(pos, argument{kind, "", k.expr(x)})
	}
	for _, w := range e.Keywords {
		named = append(named, placed{argument{"", string(w.Arg), k.expr(w.Value)}, w.Pos})
	}
	sort.SliceStable(named, func(i, j int) bool {
		a, b := named[i].at, named[j].at
		return a.Lineno < b.Lineno || a.Lineno == b.Lineno && a.ColOffset < b.ColOffset
	})
	return func(f *frame, fn py.Object) ([]py.Object, []string, error) {
		var args, values []py.Object
		var kw []string
		for _, a := range pos {
			v, err := a.e(f)
			if err != nil {
				return nil, nil, err
			}
			if a.kind == "" {
				args = append(args, v)
				continue
			}
			if args, err = c.extend(args, v); err != nil {
				if !iterable(v) {
					if len(pos) > 1 {
						return nil, nil, raise(typeError, "Value after * must be an iterable, not %s", classOf(v).name)
					}
					return nil, nil, raise(typeError, "%s argument after * must be an iterable, not %s", calledName(fn), classOf(v).name)
				}
				return nil, nil, err
			}
		}
		for _, a := range named {
			v, err := a.e(f)
			if err != nil {
				return nil, nil, err
			}
			if a.kind == "" {
				if hasName(kw, a.name) {
					return nil, nil, gotTwice(fn, a.name)
				}
				kw, values = append(kw, a.name), append(values, v)
				continue
			}
			if kw, values, err = c.unpackKeywords(fn, kw, values, v); err != nil {
				return nil, nil, err
			}
		}
		return append(args, values...), kw, nil
	}
}

func hasName(list []string, name string) bool {
	for _, n := range list {
		if n == name {
			return true
		}
	}
	return false
}

func gotTwice(fn py.Object, name string) error {
	return raise(typeError, "%s got multiple values for keyword argument '%s'", calledName(fn), name)
}

// unpackKeywords adds what **v gives.
func (c *Context) unpackKeywords(fn py.Object, kw []string, values []py.Object, v py.Object) ([]string, []py.Object, error) {
	d, ok := base(v).(*Dict)
	if !ok {
		if classOf(v).lookup("keys") == nil {
			return nil, nil, raise(typeError, "%s argument after ** must be a mapping, not %s", calledName(fn), classOf(v).name)
		}
		d = &Dict{}
		if err := c.updateDict(d, v); err != nil {
			return nil, nil, err
		}
	}
	var bad error
	d.Each(func(key, v py.Object) bool {
		name, ok := textOf(key)
		switch {
		case !ok:
			bad = raise(typeError, "keywords must be strings")
		case hasName(kw, name):
			bad = gotTwice(fn, name)
		default:
			kw, values = append(kw, name), append(values, v)
		}
		return bad == nil
	})
	return kw, values, bad
}

// calledName is a callable's name in messages.
func calledName(fn py.Object) string {
	switch x := fn.(type) {
	case *ScriptFunc:
		return moduleOf(x) + x.qualname + "()"
	case *bound:
		return calledName(x.fn)
	case *Builtin:
		return x.qualified() + "()"
	case *Class:
		return className(x) + "()"
	case nil:
		return "class"
	}
	return classOf(fn).name + " object"
}

func moduleOf(fn *ScriptFunc) string {
	if m, ok := fn.module.(py.String); ok {
		return string(m) + "."
	}
	return ""
}

// superCall compiles super() without arguments, or returns nil if there is no
// class around.
func (k *compiler) superCall() expr {
	r := k.s.find("__class__")
	if r.kind != resCell {
		return nil
	}
	at := k.host.cellIndex(r.sym)
	c := k.c
	if k.code.npos == 0 && !k.code.varargs && k.host.kind == scopeFunction {
		return func(*frame) (py.Object, error) { return nil, raise(runtimeError, "super(): no arguments") }
	}
	slot, selfCell := 0, -1
	for i, from := range k.code.cellOf {
		if from == 0 {
			selfCell = i
		}
	}
	varargs := k.code.npos == 0
	return func(f *frame) (py.Object, error) {
		cls, _ := f.cells[at].v.(*Class)
		if cls == nil {
			return nil, raise(runtimeError, "super(): empty __class__ cell")
		}
		self := f.locals[slot]
		if selfCell >= 0 {
			self = f.cells[selfCell].v
		}
		if varargs {
			if t, ok := f.locals[f.code.npos+f.code.nkw].(py.Tuple); ok && len(t) > 0 {
				self = t[0]
			}
		}
		if self == nil {
			return nil, raise(runtimeError, "super(): arg[0] deleted")
		}
		return c.newSuper(cls, self)
	}
}

// namesCall compiles locals(), vars() and dir() without arguments, which look at
// the frame; what the name means is found when it runs.
func (k *compiler) namesCall(e *ast.Call, name string) expr {
	fn := k.expr(e.Func)
	c := k.c
	globals := k.globals
	return func(f *frame) (py.Object, error) {
		x, err := fn(f)
		if err != nil {
			return nil, err
		}
		if b, ok := x.(*Builtin); !ok || b.owner != nil {
			return c.call0(x)
		}
		d := globals
		if f.code.isFunction() || f.ns != nil {
			d = f.locals_()
		}
		if name == "dir" {
			return sortedNames(c, d)
		}
		return d, nil
	}
}

func (k *code) isFunction() bool { return k.function }

// locals_ are the variables of a frame by name.
func (f *frame) locals_() *Dict {
	if f.ns != nil {
		return f.ns
	}
	d := &Dict{}
	for i, name := range f.code.names {
		if name != "" && f.locals[i] != nil {
			d.SetString(name, f.locals[i])
		}
	}
	for i, name := range f.code.cellName {
		if name != "" && f.cells[i] != nil && f.cells[i].v != nil {
			d.SetString(name, f.cells[i].v)
		}
	}
	for i, name := range f.code.freeName {
		if cl := f.cells[f.code.ncells+i]; cl != nil && cl.v != nil && name != "__class__" {
			d.SetString(name, cl.v)
		}
	}
	return d
}

// formatted compiles an f-string.
func (k *compiler) formatted(args []ast.Expr) expr {
	parts := k.exprList(args)
	return func(f *frame) (py.Object, error) {
		var buf []byte
		for _, p := range parts {
			v, err := p(f)
			if err != nil {
				return nil, err
			}
			s, _ := textOf(v)
			if len(buf)+len(s) > MaxAlloc {
				return nil, memoryErr()
			}
			buf = append(buf, s...)
		}
		return py.String(buf), nil
	}
}

// field compiles a field of an f-string.
func (k *compiler) field(args []ast.Expr) expr {
	c := k.c
	v := k.expr(args[0])
	conversion, _ := k.src.literal(args[1].(*ast.Num)).(py.String)
	spec := k.expr(args[2])
	n, isConst := args[2].(*ast.Num)
	empty := isConst && k.src.literal(n) == py.Object(py.String(""))
	return func(f *frame) (py.Object, error) {
		x, err := v(f)
		if err != nil {
			return nil, err
		}
		if conversion != "" {
			s, err := c.convert(x, conversion[0])
			if err != nil {
				return nil, err
			}
			x = py.String(s)
		}
		if empty {
			if _, ok := x.(py.String); ok {
				return x, nil
			}
		}
		sp, err := spec(f)
		if err != nil {
			return nil, err
		}
		t, _ := textOf(sp)
		s, err := c.format(x, t)
		return py.String(s), err
	}
}

// convert applies !r, !s and !a.
func (c *Context) convert(o py.Object, how byte) (string, error) {
	switch how {
	case 'r':
		return c.repr(o)
	case 'a':
		s, err := c.repr(o)
		return asciiOnly(s), err
	}
	return c.str(o)
}
