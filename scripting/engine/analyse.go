package engine

import (
	"github.com/go-python/gpython/ast"
	"github.com/go-python/gpython/py"
)

func (a *analyser) body(list []ast.Stmt) {
	for _, s := range list {
		a.stmt(s)
	}
}

func (a *analyser) exprs(list []ast.Expr) {
	for _, e := range list {
		a.expr(e)
	}
}

func (a *analyser) stmt(s ast.Stmt) {
	a.enter(s)
	defer func() { a.depth-- }()
	switch s := s.(type) {
	case *ast.FunctionDef:
		a.exprs(s.DecoratorList)
		a.arguments(s.Args, true)
		a.expr(s.Returns)
		a.bind(string(s.Name), s)
		a.function(s, s.Args, func() { a.body(s.Body) })
	case *ast.ClassDef:
		a.exprs(s.DecoratorList)
		a.exprs(s.Bases)
		a.keywords(s.Keywords)
		a.bind(string(s.Name), s)
		in := newScope(scopeClass, a.s, s)
		in.class = string(s.Name)
		a.s.inner[s] = in
		outer := a.s
		a.s = in
		a.body(s.Body)
		a.s = outer
	case *ast.Return:
		a.expr(s.Value)
	case *ast.Delete:
		for _, t := range s.Targets {
			a.target(t)
		}
	case *ast.Assign:
		a.expr(s.Value)
		for _, t := range s.Targets {
			a.target(t)
		}
	case *ast.AugAssign:
		a.expr(s.Value)
		a.target(s.Target)
	case *ast.For:
		a.expr(s.Iter)
		a.target(s.Target)
		a.body(s.Body)
		a.body(s.Orelse)
	case *ast.While:
		a.expr(s.Test)
		a.body(s.Body)
		a.body(s.Orelse)
	case *ast.If:
		if n, args := marker(s.Test); n == markCase {
			p := a.src.pats[a.src.index(args[0])]
			p.captures(func(name string) { a.bind(name, s) })
			a.pattern(p)
			a.exprs(args[1:])
		} else {
			a.expr(s.Test)
		}
		a.body(s.Body)
		a.body(s.Orelse)
	case *ast.With:
		if n, args := markerItem(s); n == markMatch {
			a.expr(args[0])
			a.body(s.Body)
			return
		}
		for _, it := range s.Items {
			a.expr(it.ContextExpr)
			if it.OptionalVars != nil {
				a.target(it.OptionalVars)
			}
		}
		a.body(s.Body)
	case *ast.Raise:
		a.expr(s.Exc)
		a.expr(s.Cause)
	case *ast.Try:
		a.body(s.Body)
		for _, h := range s.Handlers {
			typ, _ := exceptType(h)
			a.expr(typ)
			if h.Name != "" {
				a.bind(string(h.Name), s)
			}
			a.body(h.Body)
		}
		a.body(s.Orelse)
		a.body(s.Finalbody)
	case *ast.Assert:
		a.expr(s.Test)
		a.expr(s.Msg)
	case *ast.Import:
		for _, al := range s.Names {
			name := string(al.AsName)
			if name == "" {
				name = firstPart(string(al.Name))
			}
			a.bind(name, s)
		}
	case *ast.ImportFrom:
		for _, al := range s.Names {
			name := string(al.AsName)
			if name == "" {
				name = string(al.Name)
			}
			if name == "*" {
				if a.s.kind != scopeModule {
					failAt(s, "import * only allowed at module level")
				}
				continue
			}
			a.bind(name, s)
		}
	case *ast.Global:
		for _, n := range s.Names {
			a.declare(s, string(n), true)
		}
	case *ast.Nonlocal:
		if a.s.kind == scopeModule {
			failAt(s, "nonlocal declaration not allowed at module level")
		}
		for _, n := range s.Names {
			a.declare(s, string(n), false)
		}
	case *ast.ExprStmt:
		a.expr(s.Value)
	}
}

// pattern notes the names that a pattern reads.
func (a *analyser) pattern(p *pattern) {
	if len(p.path) > 0 {
		a.use(p.path[0])
	}
	for _, k := range p.keys {
		a.pattern(k)
	}
	for _, s := range p.subs {
		a.pattern(s)
	}
}

func (a *analyser) declare(n ast.Ast, name string, global bool) {
	name = mangle(a.s.class, name)
	what := "nonlocal"
	if global {
		what = "global"
	}
	if y := a.s.syms[name]; y != nil && (y.bound || !y.global && !y.nonlocal) {
		switch {
		case y.param:
			failAt(n, "name '%s' is parameter and %s", name, what)
		case y.global && !global || y.nonlocal && global:
			failAt(n, "name '%s' is nonlocal and global", name)
		case y.global || y.nonlocal:
		case y.bound:
			failAt(n, "name '%s' is assigned to before %s declaration", name, what)
		default:
			failAt(n, "name '%s' is used prior to %s declaration", name, what)
		}
	}
	y := a.s.sym(name)
	y.line, y.col = n.GetLineno(), n.GetColOffset()
	if global {
		y.global = true
	} else {
		y.nonlocal = true
	}
	a.uses = append(a.uses, use{a.s, name})
}

// arguments visits defaults and annotations, which belong to the scope around.
func (a *analyser) arguments(args *ast.Arguments, annotations bool) {
	if args == nil {
		return
	}
	a.exprs(args.Defaults)
	a.exprs(args.KwDefaults)
	if !annotations {
		return
	}
	for _, list := range [][]*ast.Arg{args.Args, args.Kwonlyargs, {args.Vararg, args.Kwarg}} {
		for _, arg := range list {
			if arg != nil {
				a.expr(arg.Annotation)
			}
		}
	}
}

// function visits the inside of a function.
func (a *analyser) function(n ast.Ast, args *ast.Arguments, body func()) {
	in := newScope(scopeFunction, a.s, n)
	a.s.inner[n] = in
	outer := a.s
	a.s = in
	if args != nil {
		for _, list := range [][]*ast.Arg{args.Args, args.Kwonlyargs, {args.Vararg, args.Kwarg}} {
			for _, arg := range list {
				if arg == nil || arg.Arg == markPosOnly {
					continue
				}
				name := mangle(in.class, string(arg.Arg))
				if y := in.syms[name]; y != nil && y.param {
					failAt(n, "duplicate argument '%s' in function definition", arg.Arg)
				}
				y := a.bind(string(arg.Arg), n)
				y.param = true
			}
		}
	}
	body()
	a.s = outer
}

func (a *analyser) keywords(list []*ast.Keyword) {
	for _, k := range list {
		a.expr(k.Value)
	}
}

// target visits what is assigned to.
func (a *analyser) target(e ast.Expr) {
	switch e := e.(type) {
	case *ast.Name:
		a.bind(string(e.Id), e)
	case *ast.Tuple:
		for _, x := range e.Elts {
			a.target(x)
		}
	case *ast.List:
		for _, x := range e.Elts {
			a.target(x)
		}
	case *ast.Starred:
		a.target(e.Value)
	case *ast.Subscript:
		if n, ok := e.Value.(*ast.Name); ok && n.Id == markAnn {
			a.slicer(e.Slice)
			return
		}
		a.expr(e.Value)
		a.slicer(e.Slice)
	case *ast.Attribute:
		a.expr(e.Value)
	case nil:
	default:
		a.expr(e)
	}
}

func (a *analyser) slicer(s ast.Slicer) {
	switch s := s.(type) {
	case *ast.Index:
		a.expr(s.Value)
	case *ast.Slice:
		a.expr(s.Lower)
		a.expr(s.Upper)
		a.expr(s.Step)
	case *ast.ExtSlice:
		for _, d := range s.Dims {
			a.slicer(d)
		}
	}
}

func (a *analyser) expr(e ast.Expr) {
	if isNil(e) {
		return
	}
	a.enter(e)
	defer func() { a.depth-- }()
	switch e := e.(type) {
	case *ast.Name:
		if e.Id == "super" && a.s.host.kind == scopeFunction {
			a.useClass()
		}
		if len(e.Id) < len(markPrefix) || e.Id[:len(markPrefix)] != markPrefix {
			a.use(string(e.Id))
		}
	case *ast.BoolOp:
		a.exprs(e.Values)
	case *ast.BinOp:
		a.expr(e.Left)
		a.expr(e.Right)
	case *ast.UnaryOp:
		a.expr(e.Operand)
	case *ast.Lambda:
		if kind, name := lambdaMark(e); kind != "" {
			if kind == markLet {
				a.let(e, name)
			}
			a.expr(e.Body)
			return
		}
		a.arguments(e.Args, false)
		a.function(e, e.Args, func() { a.expr(e.Body) })
	case *ast.IfExp:
		a.expr(e.Test)
		a.expr(e.Body)
		a.expr(e.Orelse)
	case *ast.Dict:
		for i, k := range e.Keys {
			a.expr(k)
			a.expr(e.Values[i])
		}
	case *ast.Set:
		a.exprs(e.Elts)
	case *ast.ListComp:
		a.comprehension(e, scopeComp, e.Generators, e.Elt)
	case *ast.SetComp:
		a.comprehension(e, scopeComp, e.Generators, e.Elt)
	case *ast.DictComp:
		a.comprehension(e, scopeComp, e.Generators, e.Key, e.Value)
	case *ast.GeneratorExp:
		a.comprehension(e, scopeFunction, e.Generators, e.Elt)
	case *ast.Yield:
		a.yield(e, "yield")
		a.expr(e.Value)
	case *ast.YieldFrom:
		a.yield(e, "yield from")
		a.expr(e.Value)
	case *ast.Compare:
		a.expr(e.Left)
		a.exprs(e.Comparators)
	case *ast.Call:
		a.expr(e.Func)
		a.exprs(e.Args)
		a.keywords(e.Keywords)
		a.expr(e.Starargs)
		a.expr(e.Kwargs)
	case *ast.Attribute:
		a.expr(e.Value)
	case *ast.Subscript:
		a.expr(e.Value)
		a.slicer(e.Slice)
	case *ast.Starred:
		a.expr(e.Value)
	case *ast.List:
		a.exprs(e.Elts)
	case *ast.Tuple:
		a.exprs(e.Elts)
	}
}

// useClass notes that super() without arguments needs __class__.
func (a *analyser) useClass() {
	for p := a.s.parent; p != nil; p = p.parent {
		if p.kind == scopeClass {
			a.s.sym("__class__")
			a.uses = append(a.uses, use{a.s, "__class__"})
			return
		}
	}
}

func (a *analyser) yield(n ast.Ast, what string) {
	switch {
	case a.s.kind == scopeComp:
		failAt(n, "'%s' inside list comprehension", what)
	case a.s.kind != scopeFunction:
		failAt(n, "'%s' outside function", what)
	}
	if g, ok := a.s.node.(*ast.GeneratorExp); ok && n != ast.Ast(g) {
		failAt(n, "'%s' inside generator expression", what)
	}
	a.s.yields = true
}

// let notes y := x, which binds in the scope around comprehensions.
func (a *analyser) let(n ast.Ast, name string) {
	if a.inIter > 0 {
		failAt(n, "assignment expression cannot be used in a comprehension iterable expression")
	}
	s := a.s
	comp := false
	for isComp(s) {
		if y := s.syms[mangle(s.class, name)]; y != nil && y.bound && !y.nonlocal {
			failAt(n, "assignment expression cannot rebind comprehension iteration variable '%s'", name)
		}
		s, comp = s.parent, true
	}
	if comp && s.kind == scopeClass {
		failAt(n, "assignment expression within a comprehension cannot be used in a class body")
	}
	name = mangle(s.class, name)
	y := s.sym(name)
	y.bound = true
	for t := a.s; t != s; t = t.parent {
		if t.kind == scopeFunction && s.kind != scopeModule {
			t.sym(name).nonlocal = true
		} else if s.kind == scopeModule {
			t.sym(name).global = true
		}
	}
	a.uses = append(a.uses, use{a.s, name})
}

func isComp(s *scope) bool {
	if s.kind == scopeComp {
		return true
	}
	_, gen := s.node.(*ast.GeneratorExp)
	return gen
}

func (a *analyser) comprehension(n ast.Ast, kind scopeKind, gens []ast.Comprehension, elts ...ast.Expr) {
	a.iterable(gens[0].Iter)
	in := newScope(kind, a.s, n)
	a.s.inner[n] = in
	outer := a.s
	a.s = in
	if kind == scopeFunction {
		in.yields = true
	}
	for i := range gens {
		a.target(gens[i].Target)
	}
	for i := range gens {
		if i > 0 {
			a.iterable(gens[i].Iter)
		}
		a.exprs(gens[i].Ifs)
	}
	a.exprs(elts)
	a.s = outer
}

// iterable visits what a comprehension iterates over.
func (a *analyser) iterable(e ast.Expr) {
	a.inIter++
	a.expr(e)
	a.inIter--
}

// lambdaMark tells a lambda that the source pass made, and the name of :=.
func lambdaMark(e *ast.Lambda) (kind, name string) {
	if e.Args == nil || len(e.Args.Args) == 0 {
		return "", ""
	}
	switch first := string(e.Args.Args[0].Arg); first {
	case markStar, markDouble, markMatMul:
		return first, ""
	case markLet:
		return first, string(e.Args.Args[1].Arg)
	}
	return "", ""
}

// marker tells a call that the source pass made.
func marker(e ast.Expr) (name string, args []ast.Expr) {
	if call, ok := e.(*ast.Call); ok {
		if n, ok := call.Func.(*ast.Name); ok && len(n.Id) > len(markPrefix) && n.Id[:len(markPrefix)] == markPrefix {
			return string(n.Id), call.Args
		}
	}
	return "", nil
}

func markerItem(s *ast.With) (string, []ast.Expr) {
	if len(s.Items) == 1 && s.Items[0].OptionalVars == nil {
		return marker(s.Items[0].ContextExpr)
	}
	return "", nil
}

// literal is the value of a number of the rewritten source.
func (s *source) literal(n *ast.Num) py.Object {
	if i, ok := n.N.(py.Int); ok && int(i) < len(s.consts) && i >= 0 {
		return s.consts[i]
	}
	return py.None
}

// index is the number behind a literal that the source pass made.
func (s *source) index(e ast.Expr) int {
	if n, ok := e.(*ast.Num); ok {
		if i, ok := s.literal(n).(py.Int); ok {
			return int(i)
		}
	}
	return 0
}

func isNil(e ast.Expr) bool { return e == nil }

func firstPart(name string) string {
	for i := range len(name) {
		if name[i] == '.' {
			return name[:i]
		}
	}
	return name
}
