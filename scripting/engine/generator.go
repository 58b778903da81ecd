package engine

import (
	"errors"

	"github.com/go-python/gpython/py"
)

// errYield unwinds the closures of a generator's body when it yields. How far
// each of them has come stands in the frame's genState, and the next resumption
// finds the way back to the yield. So a generator needs no goroutine: one that is
// left alone is garbage like any other object.
var errYield = errors.New("engine: yield")

// genState is how far a generator has come.
type genState struct {
	state   []int
	temps   []py.Object
	iters   []iterator
	value   py.Object // what was yielded
	sent    py.Object
	thrown  error // to be raised at the yield
	handler *Exc  // what was being handled when it yielded
}

// Generator is Python's generator.
type Generator struct {
	f        *frame
	code     *code
	name     string
	qualname string
	running  bool
	started  bool
	// from is what "yield from" delegates to while it does.
	from py.Object
}

// Type implements py.Object.
func (*Generator) Type() *py.Type { return generatorClass.py }

func (c *Context) newGenerator(f *frame) *Generator {
	k := f.code
	f.gen = &genState{state: make([]int, k.nstate), temps: make([]py.Object, k.ntemp), iters: make([]iterator, k.niter)}
	g := &Generator{f: f, code: k, name: k.name, qualname: k.qualname}
	if f.fn != nil {
		g.name, g.qualname = f.fn.name, f.fn.qualname
	}
	return g
}

func (g *Generator) next(c *Context) (py.Object, error) {
	v, done, err := g.resume(c, py.None, nil)
	if done {
		return nil, err
	}
	return v, err
}

// M__iter__ lets gpython's functions iterate over it.
func (g *Generator) M__iter__() (py.Object, error) { return g, nil }

// M__next__ is the same.
func (g *Generator) M__next__() (py.Object, error) {
	if g.f == nil {
		return nil, py.StopIteration
	}
	v, err := g.next(g.f.code.c)
	if v == nil && err == nil {
		return nil, py.StopIteration
	}
	return v, err
}

// resume runs the generator to its next yield. done is set when it has ended; v
// is then what it returned.
func (g *Generator) resume(c *Context, sent py.Object, thrown error) (v py.Object, done bool, err error) {
	if g.running {
		return nil, false, raise(valueError, "generator already executing")
	}
	f := g.f
	if f == nil {
		return py.None, true, thrown
	}
	if !g.started {
		if sent != py.None {
			return nil, false, raise(typeError, "can't send non-None value to a just-started generator")
		}
		if thrown != nil {
			g.f = nil
			e := c.exception(thrown)
			e.addTrace(f)
			f.code.give(f)
			return py.None, true, e
		}
		g.started = true
	}
	if err := c.enterCall(f.code); err != nil {
		return nil, false, err
	}
	s := f.gen
	s.sent, s.thrown, s.value = sent, thrown, nil
	g.running = true
	outer := c.handling
	if s.handler != nil {
		c.handling = s.handler
	}
	back := c.frame
	f.back, c.frame = back, f
	_, err = f.code.body(f)
	c.frame = back
	g.running = false
	c.depth--
	c.stack -= f.code.cost
	if err == errYield {
		s.handler = nil
		if c.handling != outer {
			s.handler = c.handling
		}
		c.handling = outer
		f.traced = nil
		return s.value, false, nil
	}
	c.handling = outer
	g.f = nil
	ret := f.ret
	if err != nil {
		e := c.exception(c.leave(f, err))
		f.code.give(f)
		if e.cls.IsSubclass(stopIteration) {
			x := raise(runtimeError, "generator raised StopIteration")
			x.cause, x.context, x.suppress = e, e, true
			x.trace = append([]traceEntry(nil), e.trace...)
			e = x
		}
		return nil, true, e
	}
	f.code.give(f)
	if ret == nil {
		ret = py.None
	}
	return ret, true, nil
}

// send is generator.send, with StopIteration at the end.
func (g *Generator) send(c *Context, v py.Object) (py.Object, error) {
	ended := g.f == nil
	x, done, err := g.resume(c, v, nil)
	if err != nil || !done {
		return x, err
	}
	if ended {
		x = py.None
	}
	return nil, stopWith(x)
}

func stopWith(v py.Object) error {
	e := &Exc{cls: stopIteration}
	if v != py.None {
		e.args = py.Tuple{v}
	}
	return e
}

func (g *Generator) throw(c *Context, err error) (py.Object, error) {
	x, done, err := g.resume(c, py.None, err)
	if err != nil || !done {
		return x, err
	}
	return nil, stopWith(x)
}

func (g *Generator) close(c *Context) error {
	if g.f == nil {
		return nil
	}
	if !g.started {
		f := g.f
		g.f = nil
		f.code.give(f)
		return nil
	}
	_, done, err := g.resume(c, py.None, &Exc{cls: generatorExit})
	if err != nil {
		e := c.exception(err)
		if done && (e.cls.IsSubclass(generatorExit) || e.cls.IsSubclass(stopIteration)) {
			return nil
		}
		return err
	}
	if !done {
		return raise(runtimeError, "generator ignored GeneratorExit")
	}
	return nil
}

// resumed is what a yield gives when the generator goes on.
func (s *genState) resumed() (py.Object, error) {
	if err := s.thrown; err != nil {
		s.thrown = nil
		return nil, err
	}
	v := s.sent
	s.sent = py.None
	if v == nil {
		v = py.None
	}
	return v, nil
}

// delegate takes one step of "yield from it". done is set at its end, with the
// value of the expression.
func (c *Context) delegate(s *genState, it iterator) (v py.Object, done bool, err error) {
	if thrown := s.thrown; thrown != nil {
		s.thrown = nil
		return c.delegateThrow(it, c.exception(thrown))
	}
	sent := s.sent
	s.sent = nil
	if g, ok := it.(*Generator); ok {
		if sent == nil {
			sent = py.None
		}
		return g.resume(c, sent, nil)
	}
	if u, ok := it.(*userIter); ok && sent != nil && sent != py.None {
		fn, err := c.getattr(u.o, "send")
		if err == nil {
			v, err = c.call1(fn, sent)
		}
		return c.stepResult(v, err)
	}
	if u, ok := it.(*userIter); ok {
		v, err = u.raw(c)
		return c.stepResult(v, err)
	}
	v, err = it.next(c)
	if v == nil && err == nil {
		return py.None, true, nil
	}
	return v, false, err
}

// stepResult tells the end of a delegation, StopIteration, from other results.
func (c *Context) stepResult(v py.Object, err error) (py.Object, bool, error) {
	if err == nil {
		return v, false, nil
	}
	if e := c.exception(err); e.cls.IsSubclass(stopIteration) && e != c.dead {
		return stopValue(e), true, nil
	}
	return nil, true, err
}

func stopValue(e *Exc) py.Object {
	if len(e.args) > 0 {
		return e.args[0]
	}
	return py.None
}

func (c *Context) delegateThrow(it iterator, e *Exc) (py.Object, bool, error) {
	closing := e.cls.IsSubclass(generatorExit)
	if g, ok := it.(*Generator); ok {
		if closing {
			if err := g.close(c); err != nil {
				return nil, true, err
			}
			return nil, true, e
		}
		v, done, err := g.resume(c, py.None, e)
		return v, done, err
	}
	var o py.Object = it
	if u, ok := it.(*userIter); ok {
		o = u.o
	}
	name := "throw"
	if closing {
		name = "close"
	}
	fn, err := c.getattr(o, name)
	if err != nil {
		if !c.isExc(err, attributeError) {
			return nil, true, err
		}
		return nil, true, e
	}
	if closing {
		if _, err := c.call0(fn); err != nil {
			return nil, true, err
		}
		return nil, true, e
	}
	v, err := c.call1(fn, e)
	return c.stepResult(v, err)
}

// throwArgs makes the exception of generator.throw(type, value, traceback).
func (c *Context) throwArgs(a []py.Object) (*Exc, error) {
	if e, ok := a[0].(*Exc); ok {
		if len(a) > 1 && a[1] != nil && a[1] != py.None {
			return nil, raise(typeError, "instance exception may not have a separate value")
		}
		return e, nil
	}
	k := asClass(a[0])
	if k == nil || !k.IsSubclass(baseException) {
		return nil, raise(typeError, "exceptions must be classes or instances deriving from BaseException, not %s", classOf(a[0]).name)
	}
	var args []py.Object
	if len(a) > 1 && a[1] != nil && a[1] != py.None {
		if e, ok := a[1].(*Exc); ok && e.cls.IsSubclass(k) {
			return e, nil
		}
		if t, ok := a[1].(py.Tuple); ok {
			args = t
		} else {
			args = a[1:2]
		}
	}
	o, err := c.construct(k, args, nil)
	if err != nil {
		return nil, err
	}
	return o.(*Exc), nil
}

func init() {
	k := generatorClass
	k.method("__iter__", "", func(_ *Context, self py.Object, _ []py.Object) (py.Object, error) { return self, nil })
	k.method("__next__", "", func(c *Context, self py.Object, _ []py.Object) (py.Object, error) {
		return self.(*Generator).send(c, py.None)
	})
	k.method("send", "value /", func(c *Context, self py.Object, a []py.Object) (py.Object, error) {
		return self.(*Generator).send(c, a[0])
	})
	k.method("throw", "type value? traceback? /", func(c *Context, self py.Object, a []py.Object) (py.Object, error) {
		e, err := c.throwArgs(a)
		if err != nil {
			return nil, err
		}
		return self.(*Generator).throw(c, e)
	})
	k.method("close", "", func(c *Context, self py.Object, _ []py.Object) (py.Object, error) {
		return py.None, self.(*Generator).close(c)
	})
	k.getter("__name__", func(_ *Context, o py.Object) (py.Object, error) { return py.String(o.(*Generator).name), nil })
	k.getter("__qualname__", func(_ *Context, o py.Object) (py.Object, error) { return py.String(o.(*Generator).qualname), nil })
	k.getter("gi_running", func(_ *Context, o py.Object) (py.Object, error) { return py.NewBool(o.(*Generator).running), nil })
	k.getter("gi_frame", func(_ *Context, o py.Object) (py.Object, error) {
		if g := o.(*Generator); g.f != nil {
			return &frameObject{code: g.f.code, line: g.f.line, f: g.f}, nil
		}
		return py.None, nil
	})
	k.getter("gi_code", func(_ *Context, o py.Object) (py.Object, error) { return &codeObject{o.(*Generator).code}, nil })
	k.getter("gi_yieldfrom", func(_ *Context, o py.Object) (py.Object, error) { return py.None, nil })
}
