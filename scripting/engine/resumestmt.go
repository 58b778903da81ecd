package engine

import (
	"github.com/go-python/gpython/ast"
	"github.com/go-python/gpython/py"
)

// resumableBlock runs statements some of which contain a yield.
func (k *compiler) resumableBlock(stmts []stmt) stmt {
	s := k.state()
	return func(f *frame) (flow, error) {
		g := f.gen
		for i := g.state[s]; i < len(stmts); i++ {
			fl, err := stmts[i](f)
			if err == errYield {
				g.state[s] = i
				return fl, err
			}
			if fl != flowNext || err != nil {
				g.state[s] = 0
				return fl, err
			}
		}
		g.state[s] = 0
		return flowNext, nil
	}
}

// resumableStmt compiles a statement with a yield in it. nil means that its
// ordinary form will do, because its only yields are in its first expression.
func (k *compiler) resumableStmt(s ast.Stmt) stmt {
	switch s := s.(type) {
	case *ast.If:
		return k.resumableIfStmt(s)
	case *ast.While:
		return k.resumableWhile(s)
	case *ast.For:
		return k.resumableFor(s)
	case *ast.Try:
		return k.resumableTry(s)
	case *ast.With:
		if n, args := markerItem(s); n == markMatch {
			return k.matchStmt(s, args[0])
		}
		return k.resumableWith(s)
	case *ast.Assign:
		for _, t := range s.Targets {
			if k.yieldsIn(t) {
				failAt(t, "'yield' is not supported in an assignment target")
			}
		}
	case *ast.AugAssign:
		return k.resumableAug(s)
	case *ast.Raise, *ast.Assert, *ast.Delete:
		return k.resumableRaise(s)
	}
	return nil
}

// resumableRaise compiles statements whose expressions are evaluated one after
// the other: with a yield in them they run again as far as they had come.
func (k *compiler) resumableRaise(s ast.Stmt) stmt {
	switch s := s.(type) {
	case *ast.Raise:
		if s.Cause == nil {
			return nil
		}
		t := k.temp()
		exc := k.expr(s.Exc)
		cp := *s
		cp.Exc = &tempName{Expr: s.Exc, at: t}
		k.yielding[&cp] = false
		rest := k.statement(&cp)
		st := k.state()
		return func(f *frame) (flow, error) {
			g := f.gen
			if g.state[st] == 0 {
				v, err := exc(f)
				if err != nil {
					return flowNext, err
				}
				g.temps[t] = v
				g.state[st] = 1
			}
			fl, err := rest(f)
			if err != errYield {
				g.state[st] = 0
			}
			return fl, err
		}
	case *ast.Assert:
		if s.Msg == nil || !k.yieldsIn(s.Msg) {
			return nil
		}
		failAt(s, "'yield' is not supported in the message of an assertion")
	case *ast.Delete:
		failAt(s, "'yield' is not supported in a del statement")
	}
	return nil
}

func (k *compiler) resumableIfStmt(s *ast.If) stmt {
	st := k.state()
	test := k.test(s.Test)
	body, orelse := k.body(s.Body), k.body(s.Orelse)
	return func(f *frame) (flow, error) {
		g := f.gen
		if g.state[st] == 0 {
			ok, err := test(f)
			if err != nil {
				return flowNext, err
			}
			g.state[st] = 2
			if ok {
				g.state[st] = 1
			}
		}
		var fl flow
		var err error
		if g.state[st] == 1 {
			fl, err = body(f)
		} else {
			fl, err = orelse(f)
		}
		if err != errYield {
			g.state[st] = 0
		}
		return fl, err
	}
}

// The states of a loop.
const (
	loopFresh = iota
	loopHead
	loopBody
	loopElse
)

func (k *compiler) resumableWhile(s *ast.While) stmt {
	st := k.state()
	test := k.test(s.Test)
	body := k.loop(s.Body)
	orelse := k.body(s.Orelse)
	c := k.c
	line := k.line
	return func(f *frame) (flow, error) {
		g := f.gen
		leave := func(fl flow, err error) (flow, error) {
			if err != errYield {
				g.state[st] = loopFresh
			}
			return fl, err
		}
		for {
			if g.state[st] == loopElse {
				return leave(orelse(f))
			}
			if g.state[st] != loopBody {
				f.line = line
				if g.state[st] == loopFresh {
					if err := c.step(); err != nil {
						return leave(flowNext, err)
					}
					g.state[st] = loopHead
				}
				ok, err := test(f)
				if err != nil {
					return leave(flowNext, err)
				}
				if !ok {
					g.state[st] = loopElse
					continue
				}
				g.state[st] = loopBody
			}
			fl, err := body(f)
			if err != nil || fl == flowReturn {
				return leave(fl, err)
			}
			if fl == flowBreak {
				return leave(flowNext, nil)
			}
			g.state[st] = loopFresh
		}
	}
}

func (k *compiler) resumableFor(s *ast.For) stmt {
	st := k.state()
	at := k.code.niter
	k.code.niter++
	seq := k.expr(s.Iter)
	set := k.store(s.Target)
	body := k.loop(s.Body)
	orelse := k.body(s.Orelse)
	c := k.c
	line := k.line
	return func(f *frame) (flow, error) {
		g := f.gen
		leave := func(fl flow, err error) (flow, error) {
			if err != errYield {
				g.state[st] = loopFresh
				g.iters[at] = nil
			}
			return fl, err
		}
		if g.state[st] == loopFresh {
			v, err := seq(f)
			if err != nil {
				return leave(flowNext, err)
			}
			it, err := c.iter(v)
			if err != nil {
				return leave(flowNext, err)
			}
			g.iters[at] = it
			g.state[st] = loopHead
		}
		it := g.iters[at]
		for {
			if g.state[st] == loopElse {
				return leave(orelse(f))
			}
			if g.state[st] == loopHead {
				f.line = line
				if c.fuel--; c.fuel < 0 {
					if err := c.slow(); err != nil {
						return leave(flowNext, err)
					}
				}
				x, err := it.next(c)
				if err != nil {
					return leave(flowNext, err)
				}
				if x == nil {
					g.state[st] = loopElse
					continue
				}
				if err := set(f, x); err != nil {
					return leave(flowNext, err)
				}
				g.state[st] = loopBody
			}
			fl, err := body(f)
			if err != nil || fl == flowReturn {
				return leave(fl, err)
			}
			if fl == flowBreak {
				return leave(flowNext, nil)
			}
			g.state[st] = loopHead
		}
	}
}

func (k *compiler) resumableAug(s *ast.AugAssign) stmt {
	op := operatorOf[s.Op]
	v := k.expr(s.Value)
	c := k.c
	t := k.temp()
	st := k.state()
	var load expr
	var set store
	switch x := s.Target.(type) {
	case *ast.Name:
		load, set = k.name(x), k.storeName(x)
	case *ast.Attribute, *ast.Subscript:
		if k.yieldsIn(x) {
			failAt(x, "'yield' is not supported in an assignment target")
		}
		load, set = k.expr(x), k.store(x)
	default:
		failAt(x, "'%s' is an illegal expression for augmented assignment", exprName(x))
	}
	return func(f *frame) (flow, error) {
		g := f.gen
		if g.state[st] == 0 {
			x, err := load(f)
			if err != nil {
				return flowNext, err
			}
			g.temps[t] = x
			g.state[st] = 1
		}
		y, err := v(f)
		if err == errYield {
			return flowNext, err
		}
		x := g.temps[t]
		g.state[st], g.temps[t] = 0, nil
		if err != nil {
			return flowNext, err
		}
		z, err := c.inplace(op, x, y)
		if err != nil {
			return flowNext, err
		}
		return flowNext, set(f, z)
	}
}

// The states of a try statement: its parts. A handler's number comes on top.
const (
	tryBody = iota
	tryElse
	tryFinal
	tryHandler
)

// pendingFlow carries how a try statement ended past its finally block.
type pendingFlow struct {
	fl  flow
	err error
	ret py.Object
}

// Type implements py.Object.
func (*pendingFlow) Type() *py.Type { return cellClass.py }

func (k *compiler) resumableTry(s *ast.Try) stmt {
	if len(s.Handlers) == 0 && len(s.Finalbody) == 0 {
		failAt(s, "expected 'except' or 'finally' block")
	}
	c := k.c
	st, held := k.state(), k.temp()
	body, orelse := k.body(s.Body), k.body(s.Orelse)
	list := k.handlers(s.Handlers, s.Pos)
	if len(list) > 0 && list[0].star {
		failAt(s, "'yield' is not supported in a try statement with except*")
	}
	guarded := func(f *frame) (flow, error) {
		g := f.gen
		if g.state[st] >= tryHandler {
			return c.resumeHandler(f, &list[g.state[st]-tryHandler], st, held)
		}
		if g.state[st] == tryElse {
			fl, err := orelse(f)
			if err != errYield {
				g.state[st] = tryBody
			}
			return fl, err
		}
		fl, err := body(f)
		if err == errYield {
			return fl, err
		}
		if err == nil {
			if fl != flowNext {
				return fl, nil
			}
			g.state[st] = tryElse
			fl, err = orelse(f)
			if err != errYield {
				g.state[st] = tryBody
			}
			return fl, err
		}
		e := c.caught(f, err)
		if e == nil {
			return fl, err
		}
		return c.startHandler(f, list, e, st, held)
	}
	if len(s.Finalbody) == 0 {
		return guarded
	}
	fst, pending := k.state(), k.temp()
	final := k.body(s.Finalbody)
	return func(f *frame) (flow, error) {
		g := f.gen
		if g.state[fst] == 0 {
			fl, err := guarded(f)
			if err == errYield {
				return fl, err
			}
			p := &pendingFlow{fl: fl, err: err, ret: f.ret}
			if err != nil {
				e := c.caught(f, err)
				if e == nil {
					return fl, err
				}
				p.err = e
			}
			g.temps[pending] = p
			g.state[fst] = 1
		}
		p := g.temps[pending].(*pendingFlow)
		outer := c.handling
		if p.err != nil {
			c.handling = p.err.(*Exc)
		}
		fl, err := final(f)
		if err == errYield {
			return fl, err
		}
		if p.err != nil {
			if err != nil {
				err = c.raisedWhile(f, err)
			}
			if c.handling == p.err.(*Exc) && outer != p.err.(*Exc) {
				c.handling = outer
			} else {
				c.handling = p.err.(*Exc).context
			}
		}
		g.state[fst], g.temps[pending] = 0, nil
		if err != nil || fl != flowNext {
			return fl, err
		}
		f.ret = p.ret
		return p.fl, p.err
	}
}

// startHandler finds the clause that takes an exception and begins it.
func (c *Context) startHandler(f *frame, list []handler, e *Exc, st, held int) (flow, error) {
	outer := c.handling
	for i := range list {
		h := &list[i]
		c.handling = e
		ok, err := c.matches(f, h, e)
		if err != nil {
			x := c.exception(err)
			c.chain(x)
			c.handling = outer
			return flowNext, x
		}
		if !ok {
			continue
		}
		if h.set != nil {
			if err := h.set(f, e); err != nil {
				c.handling = outer
				return flowNext, err
			}
		}
		f.gen.state[st] = tryHandler + i
		f.gen.temps[held] = &heldExc{e: e, outer: outer}
		return c.resumeHandler(f, h, st, held)
	}
	c.handling = outer
	return flowNext, e
}

// heldExc is the exception of a handler that has yielded.
type heldExc struct{ e, outer *Exc }

// Type implements py.Object.
func (*heldExc) Type() *py.Type { return cellClass.py }

func (c *Context) resumeHandler(f *frame, h *handler, st, held int) (flow, error) {
	x := f.gen.temps[held].(*heldExc)
	c.handling = x.e
	fl, err := h.body(f)
	if err == errYield {
		return fl, err
	}
	if err != nil {
		err = c.raisedWhile(f, err)
	}
	c.handling = x.outer
	f.gen.state[st], f.gen.temps[held] = tryBody, nil
	if h.clear != nil {
		_, _ = h.clear(f)
	}
	return fl, err
}

func (k *compiler) resumableWith(s *ast.With) stmt {
	c := k.c
	run := k.body(s.Body)
	line := k.line
	for i := len(s.Items) - 1; i >= 0; i-- {
		it, inner := s.Items[i], run
		e := k.expr(it.ContextExpr)
		var set store
		if it.OptionalVars != nil {
			set = k.store(it.OptionalVars)
		}
		st, mgr, exitAt := k.state(), k.temp(), k.temp()
		run = func(f *frame) (flow, error) {
			g := f.gen
			var err error
			if g.state[st] == 0 {
				m, err := e(f)
				if err != nil {
					return flowNext, err
				}
				exit, v, err := c.enterWith(m)
				if err != nil {
					return flowNext, err
				}
				g.temps[mgr], g.temps[exitAt] = m, exit
				g.state[st] = 1
				if set != nil {
					if err := set(f, v); err != nil {
						g.state[st] = 0
						return c.exitWith(f, m, exit, flowNext, err)
					}
				}
			}
			fl, err := inner(f)
			if err == errYield {
				return fl, err
			}
			if err == nil {
				f.line = line
			}
			m, exit := g.temps[mgr], g.temps[exitAt]
			g.state[st], g.temps[mgr], g.temps[exitAt] = 0, nil, nil
			ret := f.ret
			fl, err = c.exitWith(f, m, exit, fl, err)
			f.ret = ret
			return fl, err
		}
	}
	return run
}
