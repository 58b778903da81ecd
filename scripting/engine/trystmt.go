package engine

import (
	"github.com/go-python/gpython/ast"
	"github.com/go-python/gpython/py"
)

// handler is an except clause.
type handler struct {
	typ   expr // nil: everything
	star  bool // except*
	set   store
	clear stmt
	body  stmt
}

func (k *compiler) handlers(list []*ast.ExceptHandler, pos ast.Pos) []handler {
	out := make([]handler, len(list))
	for i, h := range list {
		typ, star := exceptType(h)
		out[i].star = star
		if star != out[0].star {
			failAt(h.Body[0], "cannot have both 'except' and 'except*' on the same 'try'")
		}
		if typ != nil {
			line := k.line
			k.line = startLine(typ)
			if k.line == 0 {
				k.line = line
			}
			hl := k.line
			t := k.expr(typ)
			out[i].typ = func(f *frame) (py.Object, error) {
				f.line = hl
				return t(f)
			}
			k.line = line
		} else if i != len(list)-1 {
			failAt(h.Body[0], "default 'except:' must be last")
		}
		if h.Name != "" {
			n := &ast.Name{ExprBase: ast.ExprBase{Pos: pos}, Id: h.Name}
			out[i].set = k.storeName(n)
			out[i].clear = k.deleteName(n)
		}
		out[i].body = k.body(h.Body)
	}
	return out
}

// exceptType is the type of an except clause, and whether it is except*.
func exceptType(h *ast.ExceptHandler) (typ ast.Expr, star bool) {
	if l, ok := h.ExprType.(*ast.Lambda); ok {
		if kind, _ := lambdaMark(l); kind == markStar {
			return l.Body, true
		}
	}
	return h.ExprType, false
}

// matches reports whether an except clause takes an exception.
func (c *Context) matches(f *frame, h *handler, e *Exc) (bool, error) {
	if h.typ == nil {
		return true, nil
	}
	t, err := h.typ(f)
	if err != nil {
		return false, err
	}
	return c.excMatches(e, t)
}

func (c *Context) excMatches(e *Exc, t py.Object) (bool, error) {
	switch x := t.(type) {
	case *Class:
		if !x.IsSubclass(baseException) {
			break
		}
		return e.cls.IsSubclass(x), nil
	case *py.Type:
		return c.excMatches(e, foreignClass(x))
	case py.Tuple:
		for _, y := range x {
			if _, nested := y.(py.Tuple); nested {
				break
			}
			if ok, err := c.excMatches(e, y); ok || err != nil {
				return ok, err
			}
		}
		for _, y := range x {
			if k := asClass(y); k == nil || !k.IsSubclass(baseException) {
				return false, raise(typeError, "catching classes that do not inherit from BaseException is not allowed")
			}
		}
		return false, nil
	}
	return false, raise(typeError, "catching classes that do not inherit from BaseException is not allowed")
}

// caught notes the current frame in the traceback of a caught exception. It
// returns nil if the exception cannot be caught: the budget is spent.
func (c *Context) caught(f *frame, err error) *Exc {
	e := c.exception(err)
	if c.dead != nil {
		return nil
	}
	if f.traced != e {
		e.addTrace(f)
	}
	c.chain(e)
	return e
}

// chain notes the exception that was being handled when another came.
func (c *Context) chain(e *Exc) {
	if e.context != nil || c.handling == nil || c.handling == e {
		return
	}
	// Where e came before, it is near: the walk is bounded, since it is made for
	// every exception in a handler.
	n := 0
	for x := c.handling; x != nil && n < 64; x = x.context {
		n++
		if x.context == e {
			x.context = nil
		}
		if x == e {
			return
		}
	}
	e.context = c.handling
}

// handle runs the clause that takes an exception. If there is none it returns
// the exception itself.
func (c *Context) handle(f *frame, list []handler, e *Exc) (flow, error) {
	if list[0].star {
		return c.handleStar(f, list, e)
	}
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
		fl, err := h.body(f)
		if err != nil && err != errYield {
			err = c.raisedWhile(f, err)
		}
		c.handling = outer
		if h.clear != nil && err != errYield {
			_, _ = h.clear(f)
		}
		return fl, err
	}
	c.handling = outer
	return flowNext, e
}

// raisedWhile gives an exception that left a handler its context.
func (c *Context) raisedWhile(f *frame, err error) error {
	e := c.exception(err)
	if e != c.handling && f.traced != e {
		e.addTrace(f)
	}
	c.chain(e)
	return e
}

func (k *compiler) tryStmt(s *ast.Try) stmt {
	if len(s.Handlers) == 0 && len(s.Finalbody) == 0 {
		failAt(s, "expected 'except' or 'finally' block")
	}
	body := k.body(s.Body)
	c := k.c
	run := body
	if len(s.Handlers) > 0 {
		list := k.handlers(s.Handlers, s.Pos)
		orelse := k.orElse(s.Orelse)
		run = func(f *frame) (flow, error) {
			fl, err := body(f)
			if err == nil {
				if orelse != nil && fl == flowNext {
					return orelse(f)
				}
				return fl, nil
			}
			e := c.caught(f, err)
			if e == nil {
				return fl, err
			}
			return c.handle(f, list, e)
		}
	} else if len(s.Orelse) > 0 {
		failAt(s, "expected 'except' or 'finally' block")
	}
	if len(s.Finalbody) == 0 {
		return run
	}
	final := k.body(s.Finalbody)
	return func(f *frame) (flow, error) {
		fl, err := run(f)
		if err != nil {
			e := c.caught(f, err)
			if e == nil {
				return fl, err
			}
			outer := c.handling
			c.handling = e
			fl2, err2 := final(f)
			if err2 != nil {
				err2 = c.raisedWhile(f, err2)
			}
			c.handling = outer
			if err2 != nil || fl2 != flowNext {
				return fl2, err2
			}
			return fl, e
		}
		ret := f.ret
		fl2, err := final(f)
		if err != nil || fl2 != flowNext {
			return fl2, err
		}
		f.ret = ret
		return fl, nil
	}
}

func (k *compiler) raiseStmt(s *ast.Raise) stmt {
	c := k.c
	if s.Exc == nil {
		return func(f *frame) (flow, error) {
			if c.handling == nil {
				return flowNext, raise(runtimeError, "No active exception to reraise")
			}
			return flowNext, c.handling
		}
	}
	exc := k.expr(s.Exc)
	var cause expr
	if s.Cause != nil {
		cause = k.expr(s.Cause)
	}
	return func(f *frame) (flow, error) {
		v, err := exc(f)
		if err != nil {
			return flowNext, err
		}
		e, err := c.toRaise(v)
		if err != nil {
			return flowNext, err
		}
		if cause != nil {
			v, err := cause(f)
			if err != nil {
				return flowNext, err
			}
			if err := c.setCause(e, v); err != nil {
				return flowNext, err
			}
		}
		f.traced = nil
		c.chain(e)
		return flowNext, e
	}
}

// toRaise makes an exception of the operand of raise.
func (c *Context) toRaise(v py.Object) (*Exc, error) {
	if e, ok := v.(*Exc); ok {
		return e, nil
	}
	if v == py.NotImplemented {
		return nil, raise(typeError, "exceptions must derive from BaseException")
	}
	if x, ok := v.(*py.Exception); ok {
		return fromGpython(x), nil
	}
	if k := asClass(v); k != nil && k.IsSubclass(baseException) {
		o, err := c.construct(k, nil, nil)
		if err != nil {
			return nil, err
		}
		if e, ok := o.(*Exc); ok {
			return e, nil
		}
		return nil, raise(typeError, "calling %s should have returned an instance of BaseException, not %s", className(k), classOf(o).name)
	}
	return nil, raise(typeError, "exceptions must derive from BaseException")
}

// setCause is "raise … from v".
func (c *Context) setCause(e *Exc, v py.Object) error {
	if v == py.None {
		e.cause, e.suppress = nil, true
		return nil
	}
	if x, ok := v.(*Exc); ok {
		e.cause, e.suppress = x, true
		return nil
	}
	if k := asClass(v); k != nil && k.IsSubclass(baseException) {
		x, err := c.toRaise(v)
		if err != nil {
			return err
		}
		e.cause, e.suppress = x, true
		return nil
	}
	return raise(typeError, "exception causes must derive from BaseException")
}

// withStmt compiles a with statement, from the inside out.
func (k *compiler) withStmt(s *ast.With) stmt {
	type item struct {
		e   expr
		set store
	}
	items := make([]item, len(s.Items))
	for i, it := range s.Items {
		items[i].e = k.expr(it.ContextExpr)
		if it.OptionalVars != nil {
			items[i].set = k.store(it.OptionalVars)
		}
	}
	c := k.c
	run := k.body(s.Body)
	line := k.line
	for i := len(items) - 1; i >= 0; i-- {
		it, inner := items[i], run
		run = func(f *frame) (flow, error) {
			m, err := it.e(f)
			if err != nil {
				return flowNext, err
			}
			exit, v, err := c.enterWith(m)
			if err != nil {
				return flowNext, err
			}
			var fl flow
			if it.set != nil {
				err = it.set(f, v)
			}
			if err == nil {
				fl, err = inner(f)
			}
			if err == nil {
				f.line = line
			}
			ret := f.ret
			fl, err = c.exitWith(f, m, exit, fl, err)
			f.ret = ret
			return fl, err
		}
	}
	return run
}

// enterWith calls __enter__ and returns what calls __exit__.
func (c *Context) enterWith(m py.Object) (exit, v py.Object, err error) {
	k := classOf(m)
	if x, ok := m.(py.I__enter__); ok && k.native {
		v, err := x.M__enter__()
		return nil, v, err
	}
	enter := k.lookup("__enter__")
	ex := k.lookup("__exit__")
	if enter == nil || ex == nil {
		what := "context manager protocol"
		if enter != nil {
			return nil, nil, raise(typeError, "'%s' object does not support the %s (missed __exit__ method)", k.name, what)
		}
		return nil, nil, raise(typeError, "'%s' object does not support the %s", k.name, what)
	}
	v, err = c.callSpecial(enter, m)
	return ex, v, err
}

// exitWith calls __exit__ with what the body ended with.
func (c *Context) exitWith(f *frame, m, exit py.Object, fl flow, err error) (flow, error) {
	if err == nil {
		if exit == nil {
			_, err := m.(py.I__exit__).M__exit__(py.None, py.None, py.None)
			return fl, err
		}
		_, err := c.callSpecial(exit, m, py.None, py.None, py.None)
		if err != nil {
			return flowNext, err
		}
		return fl, nil
	}
	e := c.caught(f, err)
	if e == nil {
		return fl, err
	}
	outer := c.handling
	c.handling = e
	var v py.Object
	if exit == nil {
		v, err = m.(py.I__exit__).M__exit__(e.cls, e, py.None)
	} else {
		v, err = c.callSpecial(exit, m, e.cls, e, e.traceback())
	}
	if err != nil {
		err = c.raisedWhile(f, err)
		c.handling = outer
		return flowNext, err
	}
	c.handling = outer
	ok, err := c.truth(v)
	if err != nil {
		return flowNext, err
	}
	if ok {
		return flowNext, nil
	}
	return fl, e
}
