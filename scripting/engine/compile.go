package engine

import (
	"fmt"

	"github.com/go-python/gpython/ast"
	"github.com/go-python/gpython/py"
)

func sprintf(format string, a ...any) string { return fmt.Sprintf(format, a...) }

// compiler makes closures of the tree of one function, class body or module.
// Everything that the tree says is decided here: what is left to the closures is
// what only the run can know.
type compiler struct {
	c       *Context
	p       *Program
	src     *source
	globals *Dict
	dynamic bool // names go through frame.ns, for exec() with locals
	s       *scope
	host    *scope
	code    *code
	prefix  string // of qualified names
	line    int    // of the statement
	gen     bool
	loops   int
	depth   int
	deepest int
	// yielding remembers which nodes contain a yield.
	yielding map[ast.Ast]bool
}

func (k *compiler) enter(n ast.Ast) func() {
	k.depth++
	if k.depth > maxNesting {
		failAt(n, "too many nested expressions or statements")
	}
	k.deepest = max(k.deepest, k.depth)
	return k.exit
}

func (k *compiler) exit() { k.depth-- }

// slot makes a slot of the frame that no name belongs to.
func (k *compiler) slot() int {
	k.code.nlocals++
	k.code.names = append(k.code.names, "")
	return k.code.nlocals - 1
}

// local returns the slot of a variable.
func (k *compiler) local(y *symbol) int {
	if y.slot < 0 {
		y.slot = k.slot()
		if y.scope.kind != scopeComp {
			k.code.names[y.slot] = y.name
		}
	}
	return y.slot
}

// body compiles a list of statements.
func (k *compiler) body(list []ast.Stmt) stmt {
	stmts := make([]stmt, 0, len(list))
	for i, s := range list {
		if i == 0 && len(list) > 1 && k.isDoc(s) {
			continue
		}
		if st := k.stmt(s); st != nil {
			stmts = append(stmts, st)
		}
	}
	if k.gen && k.anyYields(list) {
		return k.resumableBlock(stmts)
	}
	return block(stmts)
}

func (k *compiler) isDoc(s ast.Stmt) bool {
	_, ok := k.docOf(s)
	return ok
}

func (k *compiler) docOf(s ast.Stmt) (py.Object, bool) {
	if e, ok := s.(*ast.ExprStmt); ok {
		if n, ok := e.Value.(*ast.Num); ok {
			if t, ok := k.src.literal(n).(py.String); ok {
				return t, true
			}
		}
	}
	return py.None, false
}

func block(stmts []stmt) stmt {
	switch len(stmts) {
	case 0:
		return func(*frame) (flow, error) { return flowNext, nil }
	case 1:
		return stmts[0]
	case 2:
		a, b := stmts[0], stmts[1]
		return func(f *frame) (flow, error) {
			if fl, err := a(f); fl != flowNext || err != nil {
				return fl, err
			}
			return b(f)
		}
	case 3:
		a, b, d := stmts[0], stmts[1], stmts[2]
		return func(f *frame) (flow, error) {
			if fl, err := a(f); fl != flowNext || err != nil {
				return fl, err
			}
			if fl, err := b(f); fl != flowNext || err != nil {
				return fl, err
			}
			return d(f)
		}
	}
	return func(f *frame) (flow, error) {
		for _, s := range stmts {
			if fl, err := s(f); fl != flowNext || err != nil {
				return fl, err
			}
		}
		return flowNext, nil
	}
}

// newCode starts the code of a scope.
func (k *compiler) newCode(s *scope, name string, line int) *code {
	return &code{c: k.c, prog: k.p, globals: k.globals, name: name, qualname: name, line: line, doc: py.None}
}

// inside returns the compiler for a scope within the current one.
func (k *compiler) inside(s *scope, cd *code) *compiler {
	in := &compiler{c: k.c, p: k.p, src: k.src, globals: k.globals, s: s, host: s, code: cd, gen: cd.generator}
	return in
}

// finish sets what is known of a code once its body is compiled.
func (k *compiler) finish(body stmt) {
	cd := k.code
	cd.body = body
	cd.cost = 4 + k.deepest*2
}

// layout gives the parameters and captured variables of a function their places.
func (k *compiler) layout() {
	cd := k.code
	cd.ncells = len(k.s.cells)
	cd.cellOf = make([]int, cd.ncells)
	cd.cellName = make([]string, cd.ncells)
	for i, y := range k.s.cells {
		cd.cellOf[i] = -1
		cd.cellName[i] = y.name
		if y.scope == k.s && y.param {
			for j, p := range cd.params {
				if p == y.name {
					cd.cellOf[i] = j
				}
			}
		}
		if y.scope.kind == scopeComp {
			cd.cellName[i] = ""
		}
	}
	for _, y := range k.s.free {
		cd.freeName = append(cd.freeName, y.name)
	}
}

// params makes slots for the parameters.
func (k *compiler) params(args *ast.Arguments) {
	cd := k.code
	add := func(a *ast.Arg) {
		name := mangle(k.s.class, string(a.Arg))
		y := k.s.sym(name)
		y.slot = k.slot()
		cd.names[y.slot] = name
		cd.params = append(cd.params, name)
	}
	if args == nil {
		cd.simple = true
		return
	}
	for i, a := range args.Args {
		if a.Arg == markPosOnly {
			cd.posOnly = i
			continue
		}
		add(a)
	}
	cd.npos = len(cd.params)
	for _, a := range args.Kwonlyargs {
		add(a)
	}
	cd.nkw = len(cd.params) - cd.npos
	if args.Vararg != nil {
		cd.varargs = true
		add(args.Vararg)
	}
	if args.Kwarg != nil {
		cd.kwargs = true
		add(args.Kwarg)
	}
	cd.simple = cd.nkw == 0 && !cd.varargs && !cd.kwargs
}

// lazily makes a code that is compiled when it is first called. In a trial
// compilation it is compiled at once, for its errors.
func (k *compiler) lazily(cd *code, in *compiler, build func()) {
	if k.c == nil {
		build()
		return
	}
	cd.build = func() {
		cd.build = nil
		build()
	}
}

// function compiles a def or a lambda to what makes the function.
func (k *compiler) function(n ast.Ast, name string, args *ast.Arguments, doc py.Object, compile func(in *compiler) stmt) expr {
	s := k.s.inner[n]
	cd := k.newCode(s, name, n.GetLineno())
	cd.qualname = k.prefix + name
	cd.doc = doc
	cd.generator, cd.function = s.yields, true
	in := k.inside(s, cd)
	in.prefix = cd.qualname + ".<locals>."
	in.line = n.GetLineno()
	in.params(args)
	in.layout()
	k.lazily(cd, in, func() {
		in.depth = 0
		in.finish(compile(in))
	})
	return k.makeFunction(cd, s, args)
}

// makeFunction compiles the evaluation of a function's defaults and the making
// of the function.
func (k *compiler) makeFunction(cd *code, s *scope, args *ast.Arguments) expr {
	var defaults, kwdef []expr
	var posDefaults []ast.Expr
	if args != nil {
		posDefaults = args.Defaults
	}
	for _, d := range posDefaults {
		if isMark(d, markNone) {
			continue // that of "/"
		}
		defaults = append(defaults, k.expr(d))
	}
	if args != nil {
		for _, d := range args.KwDefaults {
			if isMark(d, markNone) {
				kwdef = append(kwdef, nil)
				continue
			}
			kwdef = append(kwdef, k.expr(d))
		}
	}
	captures := k.captures(s)
	globals := k.globals
	var module py.Object = py.None
	if globals != nil {
		if m := globals.GetString("__name__"); m != nil {
			module = m
		}
	}
	return func(f *frame) (py.Object, error) {
		fn := &ScriptFunc{code: cd, globals: globals, name: cd.name, qualname: cd.qualname, doc: cd.doc, module: module}
		if len(defaults) > 0 {
			fn.defaults = make([]py.Object, len(defaults))
			for i, d := range defaults {
				v, err := d(f)
				if err != nil {
					return nil, err
				}
				fn.defaults[i] = v
			}
		}
		if len(kwdef) > 0 {
			fn.kwdef = make([]py.Object, len(kwdef))
			for i, d := range kwdef {
				if d == nil {
					continue
				}
				v, err := d(f)
				if err != nil {
					return nil, err
				}
				fn.kwdef[i] = v
			}
		}
		if len(captures) > 0 {
			fn.closure = make([]*cell, len(captures))
			for i, at := range captures {
				fn.closure[i] = f.cells[at]
			}
		}
		return fn, nil
	}
}

// captures lists the cells of the current frame that a scope within needs.
func (k *compiler) captures(s *scope) []int {
	out := make([]int, len(s.free))
	for i, y := range s.free {
		out[i] = k.host.cellIndex(y)
	}
	return out
}

func isMark(e ast.Expr, mark string) bool {
	n, ok := e.(*ast.Name)
	return ok && string(n.Id) == mark
}

// annotations compiles the annotations of a function.
func (k *compiler) annotations(s *ast.FunctionDef) func(f *frame) (*Dict, error) {
	type annotation struct {
		name string
		e    expr
	}
	var list []annotation
	if s.Args != nil {
		for _, args := range [][]*ast.Arg{s.Args.Args, {s.Args.Vararg}, s.Args.Kwonlyargs, {s.Args.Kwarg}} {
			for _, a := range args {
				if a != nil && a.Annotation != nil {
					list = append(list, annotation{mangle(k.s.class, string(a.Arg)), k.annotation(a.Annotation)})
				}
			}
		}
	}
	if s.Returns != nil {
		list = append(list, annotation{"return", k.annotation(s.Returns)})
	}
	if len(list) == 0 {
		return nil
	}
	return func(f *frame) (*Dict, error) {
		d := &Dict{}
		for _, a := range list {
			v, err := a.e(f)
			if err != nil {
				return nil, err
			}
			d.SetString(a.name, v)
		}
		return d, nil
	}
}

func (k *compiler) functionDef(s *ast.FunctionDef) stmt {
	decorators := k.decorators(s.DecoratorList)
	doc := py.Object(py.None)
	if len(s.Body) > 0 {
		doc, _ = k.docOf(s.Body[0])
	}
	make_ := k.function(s, string(s.Name), s.Args, doc, func(in *compiler) stmt { return in.body(s.Body) })
	annots := k.annotations(s)
	store := k.store(&ast.Name{ExprBase: ast.ExprBase{Pos: s.Pos}, Id: s.Name})
	c := k.c
	return func(f *frame) (flow, error) {
		var buf [4]py.Object
		decs, err := evalAll(f, decorators, buf[:0])
		if err != nil {
			return flowNext, err
		}
		v, err := make_(f)
		if err != nil {
			return flowNext, err
		}
		if annots != nil {
			if v.(*ScriptFunc).annots, err = annots(f); err != nil {
				return flowNext, err
			}
		}
		for i := len(decs) - 1; i >= 0; i-- {
			if v, err = c.call1(decs[i], v); err != nil {
				return flowNext, err
			}
		}
		return flowNext, store(f, v)
	}
}

func evalAll(f *frame, list []expr, buf []py.Object) ([]py.Object, error) {
	for _, e := range list {
		v, err := e(f)
		if err != nil {
			return nil, err
		}
		buf = append(buf, v)
	}
	return buf, nil
}

func (k *compiler) decorators(list []ast.Expr) []expr {
	out := make([]expr, 0, len(list))
	for _, d := range list {
		if n, args := marker(d); n == markDec && len(args) == 1 {
			d = args[0]
		}
		out = append(out, k.expr(d))
	}
	return out
}

func (k *compiler) lambda(e *ast.Lambda) expr {
	return k.function(e, "<lambda>", e.Args, py.None, func(in *compiler) stmt {
		v := in.expr(e.Body)
		if in.gen {
			// A lambda with yield in it.
			return in.returning(v, e.Body)
		}
		return func(f *frame) (flow, error) {
			var err error
			f.ret, err = v(f)
			return flowReturn, err
		}
	})
}

// classDef compiles a class statement.
func (k *compiler) classDef(s *ast.ClassDef) stmt {
	decorators := k.decorators(s.DecoratorList)
	call := &ast.Call{ExprBase: ast.ExprBase{Pos: s.Pos}, Args: s.Bases, Keywords: s.Keywords, Starargs: s.Starargs, Kwargs: s.Kwargs}
	args := k.arguments(call)
	in := k.s.inner[s]
	cd := k.newCode(in, string(s.Name), s.Lineno)
	cd.qualname = k.prefix + string(s.Name)
	ik := k.inside(in, cd)
	ik.prefix = cd.qualname + "."
	ik.line = s.Lineno
	ik.layout()
	doc := py.Object(py.None)
	if len(s.Body) > 0 {
		doc, _ = k.docOf(s.Body[0])
	}
	k.lazily(cd, ik, func() { ik.finish(ik.body(s.Body)) })
	captures := k.captures(in)
	store := k.store(&ast.Name{ExprBase: ast.ExprBase{Pos: s.Pos}, Id: s.Name})
	classCell := -1
	for i, y := range in.cells {
		if y.name == "__class__" && y.scope == in {
			classCell = i
		}
	}
	c, globals := k.c, k.globals
	name, line := string(s.Name), s.Lineno
	return func(f *frame) (flow, error) {
		var buf [4]py.Object
		decs, err := evalAll(f, decorators, buf[:0])
		if err != nil {
			return flowNext, err
		}
		list, kw, err := args(f, nil)
		if err != nil {
			return flowNext, err
		}
		n := len(list) - len(kw)
		bases := append([]py.Object(nil), list[:n]...)
		kwargs := append([]py.Object(nil), list[n:]...)
		f.line = line
		cl := classBody{code: cd, name: name, doc: doc, globals: globals, classCell: classCell}
		for _, at := range captures {
			cl.closure = append(cl.closure, f.cells[at])
		}
		v, err := c.runClass(&cl, bases, kwargs, kw)
		if err != nil {
			return flowNext, err
		}
		for i := len(decs) - 1; i >= 0; i-- {
			if v, err = c.call1(decs[i], v); err != nil {
				return flowNext, err
			}
		}
		return flowNext, store(f, v)
	}
}

// classBody is what a class statement runs.
type classBody struct {
	code      *code
	name      string
	doc       py.Object
	globals   *Dict
	closure   []*cell
	classCell int
}

func (c *Context) runClass(b *classBody, bases, kwargs []py.Object, kw []string) (py.Object, error) {
	orig := bases
	bases, changed, err := c.resolveBases(bases)
	if err != nil {
		return nil, err
	}
	ns := &Dict{}
	var custom py.Object
	meta := typeClass
	var given py.Object
	for i, name := range kw {
		if name == "metaclass" {
			given = kwargs[i]
		}
	}
	if meta, err = c.metaclass(given, bases); err != nil {
		return nil, err
	}
	if meta != nil && meta.ctx != nil {
		if prep := meta.overrides("__prepare__"); prep != nil {
			m, err := c.bind(prep, nil, meta)
			if err != nil {
				return nil, err
			}
			args := append([]py.Object{py.String(b.name), py.Tuple(bases)}, kwargs...)
			rest := kw
			if given != nil {
				args, rest = dropKeyword(args, kw, "metaclass")
			}
			v, err := c.call(m, args, rest)
			if err != nil {
				return nil, err
			}
			if d, ok := base(v).(*Dict); ok {
				ns = d
			}
			if _, ok := v.(*Dict); !ok {
				custom = v
			}
			if classOf(v).lookup("__getitem__") == nil {
				return nil, raise(typeError, "%s.__prepare__() must return a mapping, not %s", meta.name, classOf(v).name)
			}
		}
	}
	f := b.code.take(nil)
	copy(f.cells[b.code.ncells:], b.closure)
	f.ns = ns
	f.custom = custom
	var module py.Object = py.String("builtins")
	if b.globals != nil {
		if m := b.globals.GetString("__name__"); m != nil {
			module = m
		}
	}
	for _, set := range [...]struct {
		name string
		v    py.Object
	}{{"__module__", module}, {"__qualname__", py.String(b.code.qualname)}} {
		if err := c.setName(f, set.name, set.v); err != nil {
			return nil, err
		}
	}
	if b.doc != py.None {
		if err := c.setName(f, "__doc__", b.doc); err != nil {
			return nil, err
		}
	}
	if b.code.ncells > 0 {
		f.openCells()
	}
	var classCell *cell
	if b.classCell >= 0 {
		classCell = f.cells[b.classCell]
	}
	if err := c.enterCall(b.code); err != nil {
		return nil, err
	}
	back := c.frame
	f.back, c.frame = back, f
	_, err = b.code.body(f)
	c.frame = back
	c.depth--
	c.stack -= b.code.cost
	if err != nil {
		return nil, c.leave(f, err)
	}
	if classCell != nil {
		if err := c.setName(f, "__classcell__", classCell); err != nil {
			return nil, err
		}
	}
	if changed {
		if err := c.setName(f, "__orig_bases__", py.Tuple(orig)); err != nil {
			return nil, err
		}
	}
	v, err := c.buildClass(b.name, bases, ns, custom, kwargs, kw)
	if err != nil {
		return nil, err
	}
	if classCell != nil && classCell.v == nil {
		classCell.v = v
	}
	return v, nil
}

// resolveBases asks bases that are no classes what they stand for.
func (c *Context) resolveBases(bases []py.Object) (out []py.Object, changed bool, err error) {
	out = make([]py.Object, 0, len(bases))
	for _, b := range bases {
		if asClass(b) == nil {
			fn, err := c.optionalAttr(b, "__mro_entries__")
			if err != nil {
				return nil, false, err
			}
			if fn != nil {
				v, err := c.call1(fn, py.Tuple(bases))
				if err != nil {
					return nil, false, err
				}
				t, ok := base(v).(py.Tuple)
				if !ok {
					return nil, false, raise(typeError, "__mro_entries__ must return a tuple")
				}
				out, changed = append(out, t...), true
				continue
			}
		}
		out = append(out, b)
	}
	return out, changed, nil
}

// optionalAttr reads an attribute; nil, nil means that there is none.
func (c *Context) optionalAttr(o py.Object, name string) (py.Object, error) {
	v, err := c.getattr(o, name)
	if err != nil && c.isExc(err, attributeError) {
		return nil, nil
	}
	return v, err
}

func dropKeyword(args []py.Object, kw []string, name string) ([]py.Object, []string) {
	n := len(args) - len(kw)
	for i, k := range kw {
		if k == name {
			return append(append([]py.Object(nil), args[:n+i]...), args[n+i+1:]...), append(append([]string(nil), kw[:i]...), kw[i+1:]...)
		}
	}
	return args, kw
}
