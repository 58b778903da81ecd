package engine

import (
	"github.com/go-python/gpython/ast"
	"github.com/go-python/gpython/py"
)

// loopsOf compiles the loops of a comprehension. The names of a comprehension
// live in slots of the frame around it; those that inner functions capture get
// new cells each time.
func (k *compiler) loopsOf(n ast.Ast, gens []ast.Comprehension, each func() func(f *frame, acc any) error) func(f *frame, acc any) error {
	first := k.expr(gens[0].Iter)
	in := k.s.inner[n]
	outer := k.s
	k.s = in
	c := k.c
	type level struct {
		seq   expr
		set   store
		tests []func(f *frame) (bool, error)
	}
	levels := make([]level, len(gens))
	for i := range gens {
		if i > 0 {
			levels[i].seq = k.expr(gens[i].Iter)
		}
		levels[i].set = k.store(gens[i].Target)
		for _, t := range gens[i].Ifs {
			levels[i].tests = append(levels[i].tests, k.test(t))
		}
	}
	run := each()
	var cells []int
	var slots []int
	for _, name := range in.order {
		y := in.syms[name]
		switch {
		case y.cell:
			cells = append(cells, k.host.cellIndex(y))
		case y.slot >= 0:
			slots = append(slots, y.slot)
		}
	}
	k.s = outer
	for i := len(levels) - 1; i >= 0; i-- {
		l, inner := levels[i], run
		if i == 0 {
			l.seq = first
		}
		run = func(f *frame, acc any) error {
			v, err := l.seq(f)
			if err != nil {
				return err
			}
			it, err := c.iter(v)
			if err != nil {
				return err
			}
		items:
			for {
				if c.fuel--; c.fuel < 0 {
					if err := c.slow(); err != nil {
						return err
					}
				}
				x, err := it.next(c)
				if x == nil || err != nil {
					return err
				}
				if err := l.set(f, x); err != nil {
					return err
				}
				for _, t := range l.tests {
					ok, err := t(f)
					if err != nil {
						return err
					}
					if !ok {
						continue items
					}
				}
				if err := inner(f, acc); err != nil {
					return err
				}
			}
		}
	}
	return func(f *frame, acc any) error {
		for _, i := range cells {
			f.cells[i] = &cell{}
		}
		err := run(f, acc)
		for _, s := range slots {
			f.locals[s] = nil
		}
		return err
	}
}

func (k *compiler) listComp(e *ast.ListComp) expr {
	run := k.loopsOf(e, e.Generators, func() func(f *frame, acc any) error {
		v := k.expr(e.Elt)
		return func(f *frame, acc any) error {
			x, err := v(f)
			if err != nil {
				return err
			}
			l := acc.(*py.List)
			if len(l.Items) >= maxItems {
				return memoryErr()
			}
			l.Items = append(l.Items, x)
			return nil
		}
	})
	return func(f *frame) (py.Object, error) {
		l := &py.List{}
		if err := run(f, l); err != nil {
			return nil, err
		}
		return l, nil
	}
}

func (k *compiler) setComp(e *ast.SetComp) expr {
	c := k.c
	run := k.loopsOf(e, e.Generators, func() func(f *frame, acc any) error {
		v := k.expr(e.Elt)
		return func(f *frame, acc any) error {
			x, err := v(f)
			if err != nil {
				return err
			}
			return acc.(*Set).add(c, x)
		}
	})
	return func(f *frame) (py.Object, error) {
		s := &Set{}
		if err := run(f, s); err != nil {
			return nil, err
		}
		return s, nil
	}
}

func (k *compiler) dictComp(e *ast.DictComp) expr {
	if isMark(e.Key, markDouble) {
		failAt(e.Value, "dict unpacking cannot be used in dict comprehension")
	}
	c := k.c
	run := k.loopsOf(e, e.Generators, func() func(f *frame, acc any) error {
		key, v := k.expr(e.Key), k.expr(e.Value)
		return func(f *frame, acc any) error {
			x, err := key(f)
			if err != nil {
				return err
			}
			y, err := v(f)
			if err != nil {
				return err
			}
			return acc.(*Dict).set(c, x, y)
		}
	})
	return func(f *frame) (py.Object, error) {
		d := &Dict{}
		if err := run(f, d); err != nil {
			return nil, err
		}
		return d, nil
	}
}

// generatorExp compiles a generator expression: a generator with one parameter,
// the first iterable.
func (k *compiler) generatorExp(e *ast.GeneratorExp) expr {
	first := k.expr(e.Generators[0].Iter)
	in := k.s.inner[e]
	cd := k.newCode(in, "<genexpr>", k.line)
	cd.qualname = k.prefix + "<genexpr>"
	cd.generator, cd.function = true, true
	cd.simple, cd.npos = true, 1
	cd.params = []string{".0"}
	ik := k.inside(in, cd)
	ik.prefix = cd.qualname + ".<locals>."
	ik.line = k.line
	ik.slot() // of the parameter
	ik.layout()
	k.lazily(cd, ik, func() {
		pos := ast.ExprBase{Pos: ast.Pos{Lineno: ik.line}}
		stmtPos := ast.StmtBase{Pos: pos.Pos}
		body := []ast.Stmt{&ast.ExprStmt{StmtBase: stmtPos, Value: &ast.Yield{ExprBase: pos, Value: e.Elt}}}
		for i := len(e.Generators) - 1; i >= 0; i-- {
			g := e.Generators[i]
			for j := len(g.Ifs) - 1; j >= 0; j-- {
				body = []ast.Stmt{&ast.If{StmtBase: stmtPos, Test: g.Ifs[j], Body: body}}
			}
			iter := g.Iter
			if i == 0 {
				iter = &ast.Name{ExprBase: pos, Id: firstIterable}
			}
			body = []ast.Stmt{&ast.For{StmtBase: stmtPos, Target: g.Target, Iter: iter, Body: body}}
		}
		ik.finish(ik.body(body))
	})
	captures := k.captures(in)
	c, globals := k.c, k.globals
	return func(f *frame) (py.Object, error) {
		v, err := first(f)
		if err != nil {
			return nil, err
		}
		it, err := c.iter(v)
		if err != nil {
			return nil, err
		}
		fn := &ScriptFunc{code: cd, globals: globals, name: "<genexpr>", qualname: cd.qualname}
		for _, at := range captures {
			fn.closure = append(fn.closure, f.cells[at])
		}
		fr := cd.take(fn)
		fr.locals[0] = it
		return c.run(fr)
	}
}

// firstIterable names the parameter of a generator expression.
const firstIterable = markPrefix + "iter"
