package engine

import (
	"strings"

	"github.com/go-python/gpython/ast"
	"github.com/go-python/gpython/py"
)

// stmt compiles a statement; nil means that there is nothing to do.
func (k *compiler) stmt(s ast.Stmt) stmt {
	defer k.enter(s)()
	outer := k.line
	k.line = s.GetLineno()
	if x, ok := s.(*ast.If); ok {
		// gpython gives an elif the place of what stands before it.
		if n := startLine(x.Test); n > 0 {
			k.line = n
		}
	}
	if x, ok := s.(*ast.ExprStmt); ok {
		if n := startLine(x.Value); n > 0 {
			k.line = n
		}
	}
	st := k.statement(s)
	line := k.line
	k.line = outer
	if st == nil {
		return nil
	}
	return func(f *frame) (flow, error) {
		f.line = line
		return st(f)
	}
}

func (k *compiler) statement(s ast.Stmt) stmt {
	if k.gen && k.yieldsIn(s) {
		if st := k.resumableStmt(s); st != nil {
			return st
		}
	}
	switch s := s.(type) {
	case *ast.ExprStmt:
		if _, ok := s.Value.(*ast.Num); ok {
			return nil
		}
		if s.Value == nil {
			return nil
		}
		v := k.expr(s.Value)
		return func(f *frame) (flow, error) {
			_, err := v(f)
			return flowNext, err
		}
	case *ast.Assign:
		return k.assign(s)
	case *ast.AugAssign:
		return k.augAssign(s)
	case *ast.Return:
		return k.returnStmt(s)
	case *ast.If:
		return k.ifStmt(s)
	case *ast.While:
		return k.whileStmt(s)
	case *ast.For:
		return k.forStmt(s)
	case *ast.FunctionDef:
		return k.functionDef(s)
	case *ast.ClassDef:
		return k.classDef(s)
	case *ast.Try:
		return k.tryStmt(s)
	case *ast.With:
		if n, args := markerItem(s); n == markMatch {
			return k.matchStmt(s, args[0])
		}
		return k.withStmt(s)
	case *ast.Raise:
		return k.raiseStmt(s)
	case *ast.Delete:
		return k.deleteStmt(s)
	case *ast.Assert:
		return k.assertStmt(s)
	case *ast.Import:
		return k.importStmt(s)
	case *ast.ImportFrom:
		return k.importFrom(s)
	case *ast.Break:
		if k.loops == 0 {
			failAt(s, "'break' outside loop")
		}
		return func(*frame) (flow, error) { return flowBreak, nil }
	case *ast.Continue:
		if k.loops == 0 {
			failAt(s, "'continue' not properly in loop")
		}
		return func(*frame) (flow, error) { return flowContinue, nil }
	case *ast.Pass, *ast.Global, *ast.Nonlocal:
		return nil
	}
	failAt(s, "%T is not supported", s)
	return nil
}

func (k *compiler) assign(s *ast.Assign) stmt {
	if n := len(s.Targets); n > 0 {
		if ann, ok := annotationOf(s.Targets[n-1]); ok {
			return k.annotated(s.Targets[:n-1], ann, s.Value)
		}
		if ann, ok := annotationOf(s.Value); ok {
			return k.annotated(s.Targets, ann, nil)
		}
	}
	v := k.expr(s.Value)
	if len(s.Targets) == 1 {
		if a, ok := s.Targets[0].(*ast.Attribute); ok {
			obj := k.expr(a.Value)
			set := k.attrStore(mangle(k.s.class, string(a.Attr)))
			return func(f *frame) (flow, error) {
				x, err := v(f)
				if err != nil {
					return flowNext, err
				}
				o, err := obj(f)
				if err != nil {
					return flowNext, err
				}
				return flowNext, set(o, x)
			}
		}
		set := k.store(s.Targets[0])
		return func(f *frame) (flow, error) {
			x, err := v(f)
			if err != nil {
				return flowNext, err
			}
			return flowNext, set(f, x)
		}
	}
	sets := make([]store, len(s.Targets))
	for i, t := range s.Targets {
		sets[i] = k.store(t)
	}
	return func(f *frame) (flow, error) {
		x, err := v(f)
		if err != nil {
			return flowNext, err
		}
		for _, set := range sets {
			if err := set(f, x); err != nil {
				return flowNext, err
			}
		}
		return flowNext, nil
	}
}

// annotationOf returns the type in __wl_ann[type].
func annotationOf(e ast.Expr) (ast.Expr, bool) {
	s, ok := e.(*ast.Subscript)
	if !ok || !isMark(s.Value, markAnn) {
		return nil, false
	}
	if i, ok := s.Slice.(*ast.Index); ok {
		return i.Value, true
	}
	failAt(e, "illegal annotation")
	return nil, false
}

// annotated compiles "target: type = value".
func (k *compiler) annotated(targets []ast.Expr, ann, value ast.Expr) stmt {
	if len(targets) != 1 {
		failAt(ann, "only single target (not tuple) can be annotated")
	}
	target := targets[0]
	switch target.(type) {
	case *ast.Tuple:
		failAt(target, "only single target (not tuple) can be annotated")
	case *ast.List:
		failAt(target, "only single target (not list) can be annotated")
	case *ast.Name, *ast.Attribute, *ast.Subscript:
	default:
		failAt(target, "illegal target for annotation")
	}
	var set store
	var v expr
	if value != nil {
		v = k.expr(value)
		set = k.store(target)
	}
	var note func(f *frame, typ py.Object) error
	var typ expr
	c := k.c
	n, isName := target.(*ast.Name)
	if isName && k.inBrackets(n) {
		isName = false // only a plain name is noted
	}
	if k.s.kind != scopeFunction {
		typ = k.annotation(ann)
		if isName {
			id := mangle(k.s.class, string(n.Id))
			globals, class := k.globals, k.s.kind == scopeClass || k.dynamic
			note = func(f *frame, t py.Object) error {
				ns := globals
				if class {
					ns = f.ns
				}
				d, _ := ns.GetString("__annotations__").(*Dict)
				if d == nil {
					d = &Dict{}
					ns.SetString("__annotations__", d)
				}
				return d.set(c, py.String(id), t)
			}
		}
	}
	return func(f *frame) (flow, error) {
		if v != nil {
			x, err := v(f)
			if err != nil {
				return flowNext, err
			}
			if err := set(f, x); err != nil {
				return flowNext, err
			}
		}
		if typ != nil {
			t, err := typ(f)
			if err != nil {
				return flowNext, err
			}
			if note != nil {
				return flowNext, note(f, t)
			}
		}
		return flowNext, nil
	}
}

// inBrackets reports whether a name at the beginning of a statement is in brackets.
func (k *compiler) inBrackets(n *ast.Name) bool {
	line := k.p.Line(n.Lineno)
	col := k.src.column(n.Lineno, n.ColOffset)
	return col > 0 && col <= len(line) && strings.HasSuffix(strings.TrimRight(line[:col], " \t"), "(")
}

// augAssign compiles x += y.
func (k *compiler) augAssign(s *ast.AugAssign) stmt {
	op := operatorOf[s.Op]
	value := s.Value
	if l, ok := value.(*ast.Lambda); ok {
		if kind, _ := lambdaMark(l); kind == markMatMul {
			op, value = opMatMul, l.Body
		}
	}
	c := k.c
	v := k.expr(value)
	switch t := s.Target.(type) {
	case *ast.Name:
		load, set := k.name(&ast.Name{ExprBase: t.ExprBase, Id: t.Id}), k.storeName(t)
		return func(f *frame) (flow, error) {
			x, err := load(f)
			if err != nil {
				return flowNext, err
			}
			y, err := v(f)
			if err != nil {
				return flowNext, err
			}
			if i, ok := x.(py.Int); ok && op == opAdd {
				if j, ok := y.(py.Int); ok {
					if s := i + j; (s > i) == (j > 0) {
						return flowNext, set(f, intObject(int64(s)))
					}
				}
			}
			z, err := c.inplace(op, x, y)
			if err != nil {
				return flowNext, err
			}
			return flowNext, set(f, z)
		}
	case *ast.Attribute:
		obj := k.expr(t.Value)
		name := mangle(k.s.class, string(t.Attr))
		var o py.Object
		load := k.attrLoad(func(*frame) (py.Object, error) { return o, nil }, name)
		set := k.attrStore(name)
		return func(f *frame) (flow, error) {
			self, err := obj(f)
			if err != nil {
				return flowNext, err
			}
			o = self
			x, err := load(f)
			o = nil
			if err != nil {
				return flowNext, err
			}
			y, err := v(f)
			if err != nil {
				return flowNext, err
			}
			z, err := c.inplace(op, x, y)
			if err != nil {
				return flowNext, err
			}
			return flowNext, set(self, z)
		}
	case *ast.Subscript:
		obj, key := k.expr(t.Value), k.key(t.Slice)
		return func(f *frame) (flow, error) {
			o, err := obj(f)
			if err != nil {
				return flowNext, err
			}
			i, err := key(f)
			if err != nil {
				return flowNext, err
			}
			x, err := c.getitem(o, i)
			if err != nil {
				return flowNext, err
			}
			y, err := v(f)
			if err != nil {
				return flowNext, err
			}
			z, err := c.inplace(op, x, y)
			if err != nil {
				return flowNext, err
			}
			return flowNext, c.setitem(o, i, z)
		}
	}
	failAt(s.Target, "'%s' is an illegal expression for augmented assignment", exprName(s.Target))
	return nil
}

func (k *compiler) returnStmt(s *ast.Return) stmt {
	if k.s.kind != scopeFunction {
		failAt(s, "'return' outside function")
	}
	if s.Value == nil {
		return func(f *frame) (flow, error) {
			f.ret = nil
			return flowReturn, nil
		}
	}
	v := k.expr(s.Value)
	return k.returning(v, s.Value)
}

func (k *compiler) returning(v expr, _ ast.Expr) stmt {
	return func(f *frame) (flow, error) {
		x, err := v(f)
		if err != nil {
			return flowNext, err
		}
		f.ret = x
		return flowReturn, nil
	}
}

func (k *compiler) ifStmt(s *ast.If) stmt {
	test := k.test(s.Test)
	body := k.body(s.Body)
	if len(s.Orelse) == 0 {
		return func(f *frame) (flow, error) {
			ok, err := test(f)
			if !ok || err != nil {
				return flowNext, err
			}
			return body(f)
		}
	}
	orelse := k.body(s.Orelse)
	return func(f *frame) (flow, error) {
		ok, err := test(f)
		if err != nil {
			return flowNext, err
		}
		if ok {
			return body(f)
		}
		return orelse(f)
	}
}

func (k *compiler) orElse(list []ast.Stmt) stmt {
	if len(list) == 0 {
		return nil
	}
	return k.body(list)
}

// loop compiles the body of a loop.
func (k *compiler) loop(list []ast.Stmt) stmt {
	k.loops++
	b := k.body(list)
	k.loops--
	return b
}

func (k *compiler) whileStmt(s *ast.While) stmt {
	c := k.c
	test := k.test(s.Test)
	body := k.loop(s.Body)
	orelse := k.orElse(s.Orelse)
	line := k.line
	return func(f *frame) (flow, error) {
		for {
			f.line = line
			if c.fuel--; c.fuel < 0 {
				if err := c.slow(); err != nil {
					return flowNext, err
				}
			}
			ok, err := test(f)
			if err != nil {
				return flowNext, err
			}
			if !ok {
				break
			}
			fl, err := body(f)
			if err != nil {
				return flowNext, err
			}
			if fl == flowBreak {
				return flowNext, nil
			}
			if fl == flowReturn {
				return fl, nil
			}
		}
		if orelse != nil {
			return orelse(f)
		}
		return flowNext, nil
	}
}

func (k *compiler) forStmt(s *ast.For) stmt {
	c := k.c
	seq := k.expr(s.Iter)
	set := k.store(s.Target)
	body := k.loop(s.Body)
	orelse := k.orElse(s.Orelse)
	line := k.line
	return func(f *frame) (flow, error) {
		v, err := seq(f)
		if err != nil {
			return flowNext, err
		}
		it, err := c.iter(v)
		if err != nil {
			return flowNext, err
		}
		for {
			f.line = line
			if c.fuel--; c.fuel < 0 {
				if err := c.slow(); err != nil {
					return flowNext, err
				}
			}
			x, err := it.next(c)
			if err != nil {
				return flowNext, err
			}
			if x == nil {
				break
			}
			if err := set(f, x); err != nil {
				return flowNext, err
			}
			fl, err := body(f)
			if err != nil {
				return flowNext, err
			}
			if fl == flowBreak {
				return flowNext, nil
			}
			if fl == flowReturn {
				return fl, nil
			}
		}
		if orelse != nil {
			return orelse(f)
		}
		return flowNext, nil
	}
}

func (k *compiler) deleteStmt(s *ast.Delete) stmt {
	var list []stmt
	var add func(e ast.Expr)
	c := k.c
	add = func(e ast.Expr) {
		switch e := e.(type) {
		case *ast.Name:
			list = append(list, k.deleteName(e))
		case *ast.Tuple:
			for _, x := range e.Elts {
				add(x)
			}
		case *ast.List:
			for _, x := range e.Elts {
				add(x)
			}
		case *ast.Attribute:
			obj, name := k.expr(e.Value), mangle(k.s.class, string(e.Attr))
			list = append(list, func(f *frame) (flow, error) {
				o, err := obj(f)
				if err != nil {
					return flowNext, err
				}
				return flowNext, c.setattr(o, name, nil)
			})
		case *ast.Subscript:
			obj, key := k.expr(e.Value), k.key(e.Slice)
			list = append(list, func(f *frame) (flow, error) {
				o, err := obj(f)
				if err != nil {
					return flowNext, err
				}
				i, err := key(f)
				if err != nil {
					return flowNext, err
				}
				return flowNext, c.delitem(o, i)
			})
		default:
			failAt(e, "cannot delete %s", exprName(e))
		}
	}
	for _, t := range s.Targets {
		add(t)
	}
	return block(list)
}

func (k *compiler) assertStmt(s *ast.Assert) stmt {
	test := k.test(s.Test)
	var msg expr
	if s.Msg != nil {
		msg = k.expr(s.Msg)
	}
	return func(f *frame) (flow, error) {
		ok, err := test(f)
		if ok || err != nil {
			return flowNext, err
		}
		e := &Exc{cls: assertionError}
		if msg != nil {
			m, err := msg(f)
			if err != nil {
				return flowNext, err
			}
			e.args = py.Tuple{m}
		}
		return flowNext, e
	}
}

func (k *compiler) importStmt(s *ast.Import) stmt {
	c := k.c
	var list []stmt
	for _, a := range s.Names {
		name, as := string(a.Name), string(a.AsName)
		bindAs := as
		if as == "" {
			bindAs = firstPart(name)
		}
		set := k.storeName(&ast.Name{ExprBase: ast.ExprBase{Pos: s.Pos}, Id: ast.Identifier(bindAs)})
		list = append(list, func(f *frame) (flow, error) {
			v, err := c.importNamed(name, as != "")
			if err != nil {
				return flowNext, err
			}
			return flowNext, set(f, v)
		})
	}
	return block(list)
}

func (k *compiler) importFrom(s *ast.ImportFrom) stmt {
	c := k.c
	name, level := string(s.Module), s.Level
	type member struct {
		name string
		set  store
	}
	var list []member
	star := false
	for _, a := range s.Names {
		if a.Name == "*" {
			star = true
			continue
		}
		as := string(a.AsName)
		if as == "" {
			as = string(a.Name)
		}
		list = append(list, member{string(a.Name), k.storeName(&ast.Name{ExprBase: ast.ExprBase{Pos: s.Pos}, Id: ast.Identifier(as)})})
	}
	globals, dynamic := k.globals, k.dynamic
	if name == "__future__" {
		return func(*frame) (flow, error) { return flowNext, nil }
	}
	return func(f *frame) (flow, error) {
		if level > 0 {
			return flowNext, raise(importError, "attempted relative import with no known parent package")
		}
		m, err := c.importModule(name)
		if err != nil {
			return flowNext, err
		}
		if star {
			ns := globals
			if dynamic && f.ns != nil {
				ns = f.ns
			}
			return flowNext, c.importStar(m, ns)
		}
		for _, x := range list {
			v, err := m.attr(c, x.name)
			if err != nil {
				if !c.isExc(err, attributeError) {
					return flowNext, err
				}
				if sub, subErr := c.importModule(name + "." + x.name); subErr == nil {
					v = sub
				} else {
					e := raise(importError, "cannot import name '%s' from '%s' (%s)", x.name, name, m.place())
					e.setAttr("name", py.String(name))
					return flowNext, e
				}
			}
			if err := x.set(f, v); err != nil {
				return flowNext, err
			}
		}
		return flowNext, nil
	}
}

// importStar is "from m import *".
func (c *Context) importStar(m *ModuleObject, ns *Dict) error {
	if all := m.globals.GetString("__all__"); all != nil {
		names, err := c.list(all)
		if err != nil {
			return err
		}
		for _, n := range names {
			name, ok := textOf(n)
			if !ok {
				return raise(typeError, "Item in %s.__all__ must be str, not %s", m.name(), classOf(n).name)
			}
			v, err := m.attr(c, name)
			if err != nil {
				return err
			}
			ns.SetString(name, v)
		}
		return nil
	}
	m.globals.Each(func(key, v py.Object) bool {
		if name, ok := key.(py.String); ok && !strings.HasPrefix(string(name), "_") {
			ns.SetString(string(name), v)
		}
		return true
	})
	return nil
}
