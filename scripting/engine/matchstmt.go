package engine

import (
	"github.com/go-python/gpython/ast"
	"github.com/go-python/gpython/py"
)

// caseClause is one case of a match statement.
type caseClause struct {
	matches func(f *frame, v py.Object) (bool, error)
	guard   func(f *frame) (bool, error)
	body    stmt
	line    int
}

// matchStmt compiles a match statement, which the source pass wrote as a with
// statement full of if statements.
func (k *compiler) matchStmt(s *ast.With, subject ast.Expr) stmt {
	v := k.expr(subject)
	var clauses []caseClause
	for _, st := range s.Body {
		x, ok := st.(*ast.If)
		var args []ast.Expr
		if ok {
			var n string
			if n, args = marker(x.Test); n != markCase {
				ok = false
			}
		}
		if !ok {
			failAt(st, "expected 'case'")
		}
		p := k.src.pats[k.src.index(args[0])]
		outer := k.line
		k.line = p.line
		cl := caseClause{matches: k.pattern(p), line: p.line}
		if len(args) > 1 {
			cl.guard = k.test(args[1])
		}
		cl.body = k.body(x.Body)
		k.line = outer
		clauses = append(clauses, cl)
	}
	gen := k.gen && k.yieldsIn(s)
	st := 0
	if gen {
		st = k.state()
	}
	return func(f *frame) (flow, error) {
		if gen {
			if n := f.gen.state[st]; n > 0 {
				fl, err := clauses[n-1].body(f)
				if err != errYield {
					f.gen.state[st] = 0
				}
				return fl, err
			}
		}
		x, err := v(f)
		if err != nil {
			return flowNext, err
		}
		for i := range clauses {
			cl := &clauses[i]
			f.line = cl.line
			ok, err := cl.matches(f, x)
			if err != nil {
				return flowNext, err
			}
			if ok && cl.guard != nil {
				if ok, err = cl.guard(f); err != nil {
					return flowNext, err
				}
			}
			if !ok {
				continue
			}
			if gen {
				f.gen.state[st] = i + 1
			}
			fl, err := cl.body(f)
			if gen && err != errYield {
				f.gen.state[st] = 0
			}
			return fl, err
		}
		return flowNext, nil
	}
}

// path compiles a dotted name of a pattern.
func (k *compiler) path(p *pattern) expr {
	pos := ast.ExprBase{Pos: ast.Pos{Lineno: p.line}}
	var e ast.Expr = &ast.Name{ExprBase: pos, Id: ast.Identifier(p.path[0])}
	for _, name := range p.path[1:] {
		e = &ast.Attribute{ExprBase: pos, Value: e, Attr: ast.Identifier(name)}
	}
	return k.expr(e)
}

type matcher = func(f *frame, v py.Object) (bool, error)

func (k *compiler) pattern(p *pattern) matcher {
	c := k.c
	switch p.kind {
	case patKeep:
		if p.name == "" {
			return func(*frame, py.Object) (bool, error) { return true, nil }
		}
		set := k.storeName(&ast.Name{ExprBase: ast.ExprBase{Pos: ast.Pos{Lineno: p.line}}, Id: ast.Identifier(p.name)})
		return func(f *frame, v py.Object) (bool, error) { return true, set(f, v) }
	case patValue:
		if p.path != nil {
			e := k.path(p)
			return func(f *frame, v py.Object) (bool, error) {
				x, err := e(f)
				if err != nil {
					return false, err
				}
				return c.equal(v, x)
			}
		}
		switch p.value {
		case py.None, py.True, py.False:
			return func(_ *frame, v py.Object) (bool, error) { return identical(v, p.value), nil }
		}
		return func(_ *frame, v py.Object) (bool, error) { return c.equal(v, p.value) }
	case patOr:
		subs := k.patterns(p.subs)
		return func(f *frame, v py.Object) (bool, error) {
			for _, s := range subs {
				if ok, err := s(f, v); ok || err != nil {
					return ok, err
				}
			}
			return false, nil
		}
	case patAs:
		sub := k.pattern(p.subs[0])
		set := k.storeName(&ast.Name{ExprBase: ast.ExprBase{Pos: ast.Pos{Lineno: p.line}}, Id: ast.Identifier(p.name)})
		return func(f *frame, v py.Object) (bool, error) {
			ok, err := sub(f, v)
			if !ok || err != nil {
				return false, err
			}
			return true, set(f, v)
		}
	case patSequence:
		return k.sequencePattern(p)
	case patMapping:
		return k.mappingPattern(p)
	case patClass:
		return k.classPattern(p)
	}
	panic(&compileError{p.line, 0, "can't use starred expression here"})
}

func (k *compiler) patterns(list []*pattern) []matcher {
	out := make([]matcher, len(list))
	for i, p := range list {
		if p.kind == patStar {
			q := *p
			q.kind = patKeep
			p = &q
		}
		out[i] = k.pattern(p)
	}
	return out
}

func (k *compiler) sequencePattern(p *pattern) matcher {
	c := k.c
	subs := k.patterns(p.subs)
	star := -1
	for i, s := range p.subs {
		if s.kind == patStar {
			if star >= 0 {
				panic(&compileError{p.line, 0, "multiple starred expressions in sequence pattern"})
			}
			star = i
		}
	}
	return func(f *frame, v py.Object) (bool, error) {
		items, ok, err := c.sequenceItems(v)
		if !ok || err != nil {
			return false, err
		}
		if star < 0 && len(items) != len(subs) || star >= 0 && len(items) < len(subs)-1 {
			return false, nil
		}
		for i, s := range subs {
			x := py.Object(nil)
			switch {
			case star < 0 || i < star:
				x = items[i]
			case i == star:
				x = &py.List{Items: append([]py.Object(nil), items[star:len(items)-(len(subs)-1-star)]...)}
			default:
				x = items[len(items)-(len(subs)-i)]
			}
			if ok, err := s(f, x); !ok || err != nil {
				return false, err
			}
		}
		return true, nil
	}
}

// sequenceItems returns the items of what sequence patterns match.
func (c *Context) sequenceItems(v py.Object) ([]py.Object, bool, error) {
	switch x := base(v).(type) {
	case py.Tuple:
		return x, true, nil
	case *py.List:
		return x.Items, true, nil
	case *rangeObject:
		items, err := c.list(x)
		return items, true, err
	}
	return nil, false, nil
}

func (k *compiler) mappingPattern(p *pattern) matcher {
	c := k.c
	keys := make([]expr, len(p.keys))
	for i, key := range p.keys {
		if key.path != nil {
			keys[i] = k.path(key)
		} else {
			keys[i] = constant(key.value)
		}
	}
	subs := k.patterns(p.subs)
	var rest store
	if p.name != "" {
		rest = k.storeName(&ast.Name{ExprBase: ast.ExprBase{Pos: ast.Pos{Lineno: p.line}}, Id: ast.Identifier(p.name)})
	}
	return func(f *frame, v py.Object) (bool, error) {
		d, ok := base(v).(*Dict)
		if !ok {
			return false, nil
		}
		used := &Dict{}
		for i, e := range keys {
			key, err := e(f)
			if err != nil {
				return false, err
			}
			x, err := d.get(c, key)
			if x == nil || err != nil {
				return false, err
			}
			if err := used.set(c, key, py.None); err != nil {
				return false, err
			}
			if ok, err := subs[i](f, x); !ok || err != nil {
				return false, err
			}
		}
		if rest == nil {
			return true, nil
		}
		out := d.copyOf()
		var err error
		used.Each(func(key, _ py.Object) bool {
			_, err = out.pop(c, key)
			return err == nil
		})
		if err != nil {
			return false, err
		}
		return true, rest(f, out)
	}
}

func (k *compiler) classPattern(p *pattern) matcher {
	c := k.c
	cls := k.path(p)
	subs := k.patterns(p.subs)
	npos := len(p.subs) - len(p.names)
	return func(f *frame, v py.Object) (bool, error) {
		t, err := cls(f)
		if err != nil {
			return false, err
		}
		kl := asClass(t)
		if kl == nil {
			return false, raise(typeError, "called match pattern must be a class")
		}
		ok, err := c.isInstance(v, kl)
		if !ok || err != nil {
			return false, err
		}
		names, err := c.matchArgs(kl, npos)
		if err != nil {
			return false, err
		}
		for i, s := range subs {
			x := v
			if i >= npos || names != nil {
				name := ""
				if i >= npos {
					name = p.names[i-npos]
				} else {
					name = names[i]
				}
				if x, err = c.getattr(v, name); err != nil {
					if c.isExc(err, attributeError) {
						return false, nil
					}
					return false, err
				}
			}
			if ok, err := s(f, x); !ok || err != nil {
				return false, err
			}
		}
		return true, nil
	}
}

// matchArgs returns the attributes that positional patterns stand for, or nil if
// the only one stands for the object itself.
func (c *Context) matchArgs(k *Class, n int) ([]string, error) {
	if n == 0 {
		return nil, nil
	}
	v := k.lookup("__match_args__")
	if v == nil {
		switch k.solid {
		case intClass, strClass, floatClass, bytesClass, boolClass, listClass, tupleClass, dictClass, setClass, frozensetClass, bytearrayClass:
			if n == 1 {
				return nil, nil
			}
			return nil, raise(typeError, "%s() accepts 1 positional sub-pattern (%d given)", k.name, n)
		}
		return nil, raise(typeError, "%s() accepts 0 positional sub-patterns (%d given)", k.name, n)
	}
	t, ok := v.(py.Tuple)
	if !ok {
		return nil, raise(typeError, "%s.__match_args__ must be a tuple (got %s)", k.name, classOf(v).name)
	}
	if n > len(t) {
		return nil, raise(typeError, "%s() accepts %d positional sub-pattern%s (%d given)", k.name, len(t), plural(len(t)), n)
	}
	names := make([]string, n)
	for i := range names {
		names[i], _ = textOf(t[i])
	}
	return names, nil
}
