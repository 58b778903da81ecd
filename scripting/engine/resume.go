package engine

import (
	"github.com/go-python/gpython/ast"
	"github.com/go-python/gpython/py"
)

// In a generator's code, what contains a yield is compiled to closures that can
// be left at the yield and entered again: each keeps in the frame's genState how
// far it has come. What contains no yield is compiled as everywhere.

func (k *compiler) state() int {
	k.code.nstate++
	return k.code.nstate - 1
}

func (k *compiler) temp() int {
	k.code.ntemp++
	return k.code.ntemp - 1
}

func (k *compiler) anyYields(list []ast.Stmt) bool {
	for _, s := range list {
		if k.yieldsIn(s) {
			return true
		}
	}
	return false
}

// yieldsIn reports whether there is a yield of this function in n.
func (k *compiler) yieldsIn(n ast.Ast) bool {
	if k.yielding == nil {
		k.yielding = map[ast.Ast]bool{}
	}
	if v, ok := k.yielding[n]; ok {
		return v
	}
	found := false
	each(n, func(c ast.Ast) {
		if found {
			return
		}
		switch c.(type) {
		case *ast.Yield, *ast.YieldFrom:
			found = true
		case *ast.ListComp, *ast.SetComp, *ast.DictComp, *ast.GeneratorExp:
		default:
			found = k.yieldsIn(c)
		}
	})
	switch n.(type) {
	case *ast.Yield, *ast.YieldFrom:
		found = true
	}
	k.yielding[n] = found
	return found
}

// each calls f with the direct children of a node that belong to the same
// function.
func each(n ast.Ast, f func(ast.Ast)) {
	e := func(x ast.Expr) {
		if x != nil {
			f(x)
		}
	}
	es := func(list []ast.Expr) {
		for _, x := range list {
			e(x)
		}
	}
	body := func(list []ast.Stmt) {
		for _, s := range list {
			f(s)
		}
	}
	args := func(a *ast.Arguments) {
		if a != nil {
			es(a.Defaults)
			es(a.KwDefaults)
		}
	}
	switch n := n.(type) {
	case *ast.FunctionDef:
		es(n.DecoratorList)
		args(n.Args)
	case *ast.ClassDef:
		es(n.DecoratorList)
		es(n.Bases)
	case *ast.Return:
		e(n.Value)
	case *ast.Delete:
		es(n.Targets)
	case *ast.Assign:
		es(n.Targets)
		e(n.Value)
	case *ast.AugAssign:
		e(n.Target)
		e(n.Value)
	case *ast.For:
		e(n.Target)
		e(n.Iter)
		body(n.Body)
		body(n.Orelse)
	case *ast.While:
		e(n.Test)
		body(n.Body)
		body(n.Orelse)
	case *ast.If:
		e(n.Test)
		body(n.Body)
		body(n.Orelse)
	case *ast.With:
		for _, it := range n.Items {
			e(it.ContextExpr)
			e(it.OptionalVars)
		}
		body(n.Body)
	case *ast.Raise:
		e(n.Exc)
		e(n.Cause)
	case *ast.Try:
		body(n.Body)
		for _, h := range n.Handlers {
			typ, _ := exceptType(h)
			e(typ)
			body(h.Body)
		}
		body(n.Orelse)
		body(n.Finalbody)
	case *ast.Assert:
		e(n.Test)
		e(n.Msg)
	case *ast.ExprStmt:
		e(n.Value)
	case *ast.BoolOp:
		es(n.Values)
	case *ast.BinOp:
		e(n.Left)
		e(n.Right)
	case *ast.UnaryOp:
		e(n.Operand)
	case *ast.Lambda:
		if kind, _ := lambdaMark(n); kind != "" {
			e(n.Body)
		} else {
			args(n.Args)
		}
	case *ast.IfExp:
		e(n.Test)
		e(n.Body)
		e(n.Orelse)
	case *ast.Dict:
		es(n.Keys)
		es(n.Values)
	case *ast.Set:
		es(n.Elts)
	case *ast.Yield:
		e(n.Value)
	case *ast.YieldFrom:
		e(n.Value)
	case *ast.Compare:
		e(n.Left)
		es(n.Comparators)
	case *ast.Call:
		e(n.Func)
		es(n.Args)
		for _, w := range n.Keywords {
			e(w.Value)
		}
	case *ast.Attribute:
		e(n.Value)
	case *ast.Subscript:
		e(n.Value)
		eachSlicer(n.Slice, e)
	case *ast.Starred:
		e(n.Value)
	case *ast.List:
		es(n.Elts)
	case *ast.Tuple:
		es(n.Elts)
	}
}

func eachSlicer(s ast.Slicer, e func(ast.Expr)) {
	switch s := s.(type) {
	case *ast.Index:
		e(s.Value)
	case *ast.Slice:
		e(s.Lower)
		e(s.Upper)
		e(s.Step)
	case *ast.ExtSlice:
		for _, d := range s.Dims {
			eachSlicer(d, e)
		}
	}
}

// resumable compiles an expression with a yield in it; nil if there is none.
func (k *compiler) resumable(e ast.Expr) expr {
	if !k.yieldsIn(e) {
		return nil
	}
	switch e := e.(type) {
	case *ast.Yield:
		return k.yield(e)
	case *ast.YieldFrom:
		return k.yieldFrom(e)
	case *ast.IfExp:
		return k.resumableIf(e)
	case *ast.BoolOp:
		return k.resumableBool(e)
	case *ast.Lambda:
		if kind, name := lambdaMark(e); kind == markLet {
			v, set := k.expr(e.Body), k.letStore(e, name)
			return func(f *frame) (py.Object, error) {
				x, err := v(f)
				if err != nil {
					return nil, err
				}
				return x, set(f, x)
			}
		}
	}
	return k.spilled(e)
}

func (k *compiler) yield(e *ast.Yield) expr {
	s := k.state()
	var v expr
	if e.Value != nil {
		v = k.expr(e.Value)
	}
	line := k.line
	return func(f *frame) (py.Object, error) {
		g := f.gen
		if g.state[s] == 0 {
			var x py.Object = py.None
			if v != nil {
				var err error
				if x, err = v(f); err != nil {
					return nil, err
				}
			}
			g.value = x
			g.state[s] = 1
			f.line = line
			return nil, errYield
		}
		g.state[s] = 0
		f.line = line
		return g.resumed()
	}
}

func (k *compiler) yieldFrom(e *ast.YieldFrom) expr {
	s := k.state()
	at := k.code.niter
	k.code.niter++
	v := k.expr(e.Value)
	c := k.c
	line := k.line
	return func(f *frame) (py.Object, error) {
		g := f.gen
		if g.state[s] == 0 {
			x, err := v(f)
			if err != nil {
				return nil, err
			}
			it, err := c.iter(x)
			if err != nil {
				return nil, err
			}
			g.iters[at] = it
			g.sent = py.None
		}
		g.state[s] = 0
		f.line = line
		if err := c.step(); err != nil {
			return nil, err
		}
		x, done, err := c.delegate(g, g.iters[at])
		if err != nil || done {
			g.iters[at] = nil
			return x, err
		}
		g.value = x
		g.state[s] = 1
		return nil, errYield
	}
}

func (k *compiler) resumableIf(e *ast.IfExp) expr {
	s := k.state()
	test, a, b := k.test(e.Test), k.expr(e.Body), k.expr(e.Orelse)
	return func(f *frame) (py.Object, error) {
		g := f.gen
		if g.state[s] == 0 {
			ok, err := test(f)
			if err != nil {
				return nil, err
			}
			g.state[s] = 2
			if ok {
				g.state[s] = 1
			}
		}
		var v py.Object
		var err error
		if g.state[s] == 1 {
			v, err = a(f)
		} else {
			v, err = b(f)
		}
		if err != errYield {
			g.state[s] = 0
		}
		return v, err
	}
}

func (k *compiler) resumableBool(e *ast.BoolOp) expr {
	s := k.state()
	list := k.exprList(e.Values)
	and := e.Op == ast.And
	c := k.c
	return func(f *frame) (py.Object, error) {
		g := f.gen
		for i := g.state[s]; ; i++ {
			v, err := list[i](f)
			if err == errYield {
				g.state[s] = i
				return nil, err
			}
			if err == nil && i < len(list)-1 {
				var ok bool
				if ok, err = c.truth(v); err == nil && ok == and {
					continue
				}
			}
			g.state[s] = 0
			return v, err
		}
	}
}

// spilled compiles an expression whose operands are kept in temporaries until
// all are there: each operand is replaced by a name that reads its temporary.
func (k *compiler) spilled(e ast.Expr) expr {
	var operands []expr
	var temps []int
	keep := func(x ast.Expr) ast.Expr {
		t := k.temp()
		operands, temps = append(operands, k.expr(x)), append(temps, t)
		return &tempName{Expr: x, at: t}
	}
	spill := func(x ast.Expr) ast.Expr {
		if x == nil {
			return nil
		}
		if l, ok := x.(*ast.Lambda); ok {
			if kind, _ := lambdaMark(l); kind == markStar || kind == markDouble || kind == markMatMul {
				cp := *l
				cp.Body = keep(l.Body)
				return &cp
			}
		}
		if st, ok := x.(*ast.Starred); ok {
			return &ast.Starred{ExprBase: st.ExprBase, Value: keep(st.Value)}
		}
		switch x := x.(type) {
		case *ast.Num, *ast.NameConstant:
			return x
		case *ast.Name:
			if len(x.Id) > len(markPrefix) && x.Id[:len(markPrefix)] == markPrefix {
				return x
			}
		}
		return keep(x)
	}
	spills := func(list []ast.Expr) []ast.Expr {
		out := make([]ast.Expr, len(list))
		for i, x := range list {
			out[i] = spill(x)
		}
		return out
	}
	var all ast.Expr
	switch x := e.(type) {
	case *ast.BinOp:
		if in, ok := x.Left.(*ast.BinOp); ok && isMark(in.Right, markMatMul) {
			inner := *in
			inner.Left = spill(in.Left)
			cp := *x
			cp.Left, cp.Right = &inner, spill(x.Right)
			all = &cp
			break
		}
		cp := *x
		cp.Left, cp.Right = spill(x.Left), spill(x.Right)
		all = &cp
	case *ast.UnaryOp:
		cp := *x
		cp.Operand = spill(x.Operand)
		all = &cp
	case *ast.Compare:
		cp := *x
		cp.Left, cp.Comparators = spill(x.Left), spills(x.Comparators)
		all = &cp
	case *ast.Call:
		cp := *x
		if a, ok := x.Func.(*ast.Attribute); ok {
			fn := *a
			fn.Value = spill(a.Value)
			cp.Func = &fn
		} else if n, _ := marker(x); n == "" {
			cp.Func = spill(x.Func)
		}
		cp.Args = spills(x.Args)
		cp.Keywords = nil
		for _, w := range x.Keywords {
			kw := *w
			kw.Value = spill(w.Value)
			cp.Keywords = append(cp.Keywords, &kw)
		}
		all = &cp
	case *ast.Attribute:
		cp := *x
		cp.Value = spill(x.Value)
		all = &cp
	case *ast.Subscript:
		cp := *x
		cp.Value = spill(x.Value)
		cp.Slice = spillSlicer(x.Slice, spill)
		all = &cp
	case *ast.Tuple:
		cp := *x
		cp.Elts = spills(x.Elts)
		all = &cp
	case *ast.List:
		cp := *x
		cp.Elts = spills(x.Elts)
		all = &cp
	case *ast.Set:
		cp := *x
		cp.Elts = spills(x.Elts)
		all = &cp
	case *ast.Dict:
		cp := *x
		cp.Keys, cp.Values = nil, nil
		for i := range x.Keys {
			cp.Keys = append(cp.Keys, spill(x.Keys[i]))
			cp.Values = append(cp.Values, spill(x.Values[i]))
		}
		all = &cp
	default:
		failAt(e, "'yield' is not supported in %s", exprName(e))
	}
	k.yielding[all] = false
	s := k.state()
	combine := k.plain(all)
	return func(f *frame) (py.Object, error) {
		g := f.gen
		for i := g.state[s]; i < len(operands); i++ {
			v, err := operands[i](f)
			if err != nil {
				g.state[s] = 0
				if err == errYield {
					g.state[s] = i
				}
				return nil, err
			}
			g.temps[temps[i]] = v
		}
		g.state[s] = 0
		v, err := combine(f)
		for _, t := range temps {
			g.temps[t] = nil
		}
		return v, err
	}
}

func spillSlicer(s ast.Slicer, spill func(ast.Expr) ast.Expr) ast.Slicer {
	switch x := s.(type) {
	case *ast.Index:
		cp := *x
		cp.Value = spill(x.Value)
		return &cp
	case *ast.Slice:
		cp := *x
		cp.Lower, cp.Upper, cp.Step = spill(x.Lower), spill(x.Upper), spill(x.Step)
		return &cp
	case *ast.ExtSlice:
		cp := *x
		cp.Dims = nil
		for _, d := range x.Dims {
			cp.Dims = append(cp.Dims, spillSlicer(d, spill))
		}
		return &cp
	}
	return s
}

// tempName stands in the tree for an operand that is in a temporary.
type tempName struct {
	ast.Expr // what it was, for its place
	at       int
}

func (k *compiler) tempLoad(t *tempName) expr {
	at := t.at
	return func(f *frame) (py.Object, error) { return f.gen.temps[at], nil }
}
