package engine

import (
	"github.com/go-python/gpython/ast"
	"github.com/go-python/gpython/py"
)

// expr compiles an expression. One that begins on another line than what is
// around it says so to the frame, for tracebacks.
func (k *compiler) expr(e ast.Expr) expr {
	defer k.enter(e)()
	line := e.GetLineno()
	switch e.(type) {
	case *ast.Call, *ast.BinOp, *ast.Subscript, *ast.Attribute, *ast.Compare, *ast.UnaryOp, *ast.Name:
		line = startLine(e)
	default:
		line = 0
	}
	if line == 0 || line == k.line {
		return k.plain(e)
	}
	outer := k.line
	k.line = line
	v := k.plain(e)
	k.line = outer
	return func(f *frame) (py.Object, error) {
		f.line = line
		x, err := v(f)
		if err == nil {
			f.line = outer
		}
		return x, err
	}
}

// startLine is the line on which an expression begins. gpython gives calls,
// attributes and subscripts the place of their last part.
func startLine(e ast.Expr) int {
	for {
		switch x := e.(type) {
		case *ast.Call:
			if n, _ := marker(x); n != "" {
				return 0
			}
			e = x.Func
		case *ast.Subscript:
			e = x.Value
		case *ast.Attribute:
			e = x.Value
		case *ast.BinOp:
			e = x.Left
		case *ast.Compare:
			e = x.Left
		default:
			return e.GetLineno()
		}
	}
}

func (k *compiler) plain(e ast.Expr) expr {
	if k.gen {
		if t, ok := e.(*tempName); ok {
			return k.tempLoad(t)
		}
		if r := k.resumable(e); r != nil {
			return r
		}
	}
	switch e := e.(type) {
	case *ast.Num:
		return constant(k.src.literal(e))
	case *ast.NameConstant:
		return constant(e.Value)
	case *ast.Ellipsis:
		return constant(ellipsis)
	case *ast.Name:
		if e.Id == firstIterable {
			return func(f *frame) (py.Object, error) { return f.locals[0], nil }
		}
		return k.name(e)
	case *ast.Attribute:
		return k.attribute(e)
	case *ast.Subscript:
		return k.subscript(e)
	case *ast.Call:
		return k.callExpr(e)
	case *ast.BinOp:
		return k.binOp(e)
	case *ast.UnaryOp:
		return k.unaryOp(e)
	case *ast.BoolOp:
		return k.boolOp(e)
	case *ast.Compare:
		return k.compare(e)
	case *ast.IfExp:
		test, a, b := k.test(e.Test), k.expr(e.Body), k.expr(e.Orelse)
		return func(f *frame) (py.Object, error) {
			ok, err := test(f)
			if err != nil {
				return nil, err
			}
			if ok {
				return a(f)
			}
			return b(f)
		}
	case *ast.Lambda:
		return k.lambdaExpr(e)
	case *ast.Tuple:
		return k.tuple(e)
	case *ast.List:
		items := k.items(e.Elts, true)
		return func(f *frame) (py.Object, error) {
			list, err := items(f)
			if err != nil {
				return nil, err
			}
			return &py.List{Items: list}, nil
		}
	case *ast.Set:
		items := k.items(e.Elts, false)
		c := k.c
		return func(f *frame) (py.Object, error) {
			list, err := items(f)
			if err != nil {
				return nil, err
			}
			return c.newSet(list, false)
		}
	case *ast.Dict:
		return k.dict(e)
	case *ast.ListComp:
		return k.listComp(e)
	case *ast.SetComp:
		return k.setComp(e)
	case *ast.DictComp:
		return k.dictComp(e)
	case *ast.GeneratorExp:
		return k.generatorExp(e)
	case *ast.Starred:
		failAt(e, "can't use starred expression here")
	case *ast.Yield, *ast.YieldFrom:
		failAt(e, "'yield' outside function")
	}
	failAt(e, "%T is not supported", e)
	return nil
}

func constant(v py.Object) expr {
	return func(*frame) (py.Object, error) { return v, nil }
}

func (k *compiler) lambdaExpr(e *ast.Lambda) expr {
	kind, name := lambdaMark(e)
	switch kind {
	case "":
		return k.lambda(e)
	case markLet:
		v := k.expr(e.Body)
		set := k.letStore(e, name)
		return func(f *frame) (py.Object, error) {
			x, err := v(f)
			if err != nil {
				return nil, err
			}
			return x, set(f, x)
		}
	}
	failAt(e, "can't use starred expression here")
	return nil
}

// letStore compiles the assignment of y := x, which passes by the scopes of
// comprehensions.
func (k *compiler) letStore(e *ast.Lambda, name string) store {
	n := &ast.Name{ExprBase: ast.ExprBase{Pos: e.Pos}, Id: ast.Identifier(name)}
	return k.storeName(n)
}

// starOf returns what a starred item unpacks, or nil.
func starOf(e ast.Expr) ast.Expr {
	switch e := e.(type) {
	case *ast.Starred:
		return e.Value
	case *ast.Lambda:
		if kind, _ := lambdaMark(e); kind == markStar {
			return e.Body
		}
	}
	return nil
}

func anyStar(list []ast.Expr) bool {
	for _, e := range list {
		if starOf(e) != nil {
			return true
		}
	}
	return false
}

// items compiles the items of a display to a new slice.
func (k *compiler) items(elts []ast.Expr, list_ bool) func(f *frame) ([]py.Object, error) {
	c := k.c
	if !anyStar(elts) {
		list := k.exprList(elts)
		n := len(list)
		return func(f *frame) ([]py.Object, error) {
			out := make([]py.Object, n)
			for i, e := range list {
				v, err := e(f)
				if err != nil {
					return nil, err
				}
				out[i] = v
			}
			return out, nil
		}
	}
	type item struct {
		e    expr
		star bool
	}
	list := make([]item, len(elts))
	for i, e := range elts {
		if s := starOf(e); s != nil {
			list[i] = item{k.expr(s), true}
		} else {
			list[i] = item{k.expr(e), false}
		}
	}
	return func(f *frame) ([]py.Object, error) {
		var out []py.Object
		for _, it := range list {
			v, err := it.e(f)
			if err != nil {
				return nil, err
			}
			if !it.star {
				out = append(out, v)
				continue
			}
			if out, err = c.extend(out, v); err != nil {
				if !iterable(v) && list_ {
					return nil, raise(typeError, "Value after * must be an iterable, not %s", classOf(v).name)
				}
				return nil, err
			}
		}
		return out, nil
	}
}

func (k *compiler) exprList(list []ast.Expr) []expr {
	out := make([]expr, len(list))
	for i, e := range list {
		out[i] = k.expr(e)
	}
	return out
}

func (k *compiler) tuple(e *ast.Tuple) expr {
	if v := k.constTuple(e); v != nil {
		return constant(v)
	}
	if len(e.Elts) == 2 && !anyStar(e.Elts) {
		a, b := k.expr(e.Elts[0]), k.expr(e.Elts[1])
		return func(f *frame) (py.Object, error) {
			x, err := a(f)
			if err != nil {
				return nil, err
			}
			y, err := b(f)
			if err != nil {
				return nil, err
			}
			return py.Tuple{x, y}, nil
		}
	}
	items := k.items(e.Elts, true)
	return func(f *frame) (py.Object, error) {
		list, err := items(f)
		if err != nil {
			return nil, err
		}
		return py.Tuple(list), nil
	}
}

// constTuple is the value of a tuple of literals, or nil.
func (k *compiler) constTuple(e *ast.Tuple) py.Object {
	out := make(py.Tuple, len(e.Elts))
	for i, x := range e.Elts {
		switch x := x.(type) {
		case *ast.Num:
			out[i] = k.src.literal(x)
		case *ast.NameConstant:
			out[i] = x.Value
		case *ast.Tuple:
			if out[i] = k.constTuple(x); out[i] == nil {
				return nil
			}
		default:
			return nil
		}
	}
	return out
}

func (k *compiler) dict(e *ast.Dict) expr {
	c := k.c
	type item struct{ key, val expr }
	list := make([]item, len(e.Keys))
	for i, key := range e.Keys {
		if isMark(key, markDouble) {
			list[i] = item{nil, k.expr(e.Values[i])}
		} else {
			list[i] = item{k.expr(key), k.expr(e.Values[i])}
		}
	}
	return func(f *frame) (py.Object, error) {
		d := &Dict{}
		if len(list) > 0 {
			d.entries = make([]entry, 0, len(list))
		}
		for _, it := range list {
			if it.key == nil {
				v, err := it.val(f)
				if err != nil {
					return nil, err
				}
				if err := c.mergeMapping(d, v); err != nil {
					return nil, err
				}
				continue
			}
			key, err := it.key(f)
			if err != nil {
				return nil, err
			}
			v, err := it.val(f)
			if err != nil {
				return nil, err
			}
			if err := d.set(c, key, v); err != nil {
				return nil, err
			}
		}
		return d, nil
	}
}

// mergeMapping is {**v}.
func (c *Context) mergeMapping(d *Dict, v py.Object) error {
	if _, ok := base(v).(*Dict); !ok && classOf(v).lookup("keys") == nil {
		return raise(typeError, "'%s' object is not a mapping", classOf(v).name)
	}
	return c.updateDict(d, v)
}

// test compiles an expression for its truth.
func (k *compiler) test(e ast.Expr) func(f *frame) (bool, error) {
	if k.gen && k.yieldsIn(e) {
		v := k.expr(e)
		c := k.c
		return func(f *frame) (bool, error) {
			x, err := v(f)
			if err != nil {
				return false, err
			}
			return c.truth(x)
		}
	}
	c := k.c
	switch e := e.(type) {
	case *ast.UnaryOp:
		if e.Op == ast.Not {
			defer k.enter(e)()
			in := k.test(e.Operand)
			return func(f *frame) (bool, error) {
				ok, err := in(f)
				return !ok, err
			}
		}
	case *ast.BoolOp:
		defer k.enter(e)()
		list := make([]func(f *frame) (bool, error), len(e.Values))
		for i, v := range e.Values {
			list[i] = k.test(v)
		}
		and := e.Op == ast.And
		return func(f *frame) (bool, error) {
			for _, t := range list {
				ok, err := t(f)
				if err != nil || ok != and {
					return ok, err
				}
			}
			return and, nil
		}
	case *ast.Compare:
		if len(e.Ops) == 1 && startLine(e) == k.line {
			defer k.enter(e)()
			return k.comparison(e)
		}
	}
	v := k.expr(e)
	return func(f *frame) (bool, error) {
		x, err := v(f)
		if err != nil {
			return false, err
		}
		if b, ok := x.(py.Bool); ok {
			return bool(b), nil
		}
		return c.truth(x)
	}
}

func (k *compiler) boolOp(e *ast.BoolOp) expr {
	c := k.c
	list := k.exprList(e.Values)
	and := e.Op == ast.And
	last := len(list) - 1
	return func(f *frame) (py.Object, error) {
		for _, v := range list[:last] {
			x, err := v(f)
			if err != nil {
				return nil, err
			}
			ok, err := c.truth(x)
			if err != nil {
				return nil, err
			}
			if ok != and {
				return x, nil
			}
		}
		return list[last](f)
	}
}
