package engine

import (
	"fmt"

	"github.com/go-python/gpython/py"
)

// The groups of exceptions. ExceptionGroup has two bases, which declare does not
// know.
var (
	baseExceptionGroup = declareExc("BaseExceptionGroup", baseException, nil)
	exceptionGroup     = declareGroup()
)

func declareGroup() *Class {
	k := declareExc("ExceptionGroup", baseExceptionGroup, nil)
	k.bases = []*Class{baseExceptionGroup, exceptionClass}
	k.mro = append([]*Class{k, baseExceptionGroup}, exceptionClass.mro...)
	return k
}

// newGroup is BaseExceptionGroup.__new__.
func newGroup(c *Context, k *Class, args []py.Object, kw []string) (py.Object, error) {
	if len(kw) > 0 {
		return nil, raise(typeError, "BaseExceptionGroup.__new__() takes no keyword arguments")
	}
	if len(args) != 2 {
		return nil, raise(typeError, "BaseExceptionGroup.__new__() takes exactly 2 arguments (%d given)", len(args))
	}
	if _, ok := textOf(args[0]); !ok {
		return nil, raise(typeError, "BaseExceptionGroup.__new__() argument 1 must be str, not %s", typeInArg(args[0]))
	}
	switch base(args[1]).(type) {
	case *py.List, py.Tuple:
	default:
		if !isUser(args[1]) || classOf(args[1]).lookup("__getitem__") == nil {
			return nil, raise(typeError, "second argument (exceptions) must be a sequence")
		}
	}
	items, err := c.list(args[1])
	if err != nil {
		return nil, err
	}
	if len(items) == 0 {
		return nil, raise(valueError, "second argument (exceptions) must be a non-empty sequence")
	}
	plain := true
	for i, o := range items {
		e, ok := o.(*Exc)
		if !ok {
			return nil, raise(valueError, "Item %d of second argument (exceptions) is not an exception", i)
		}
		plain = plain && e.cls.IsSubclass(exceptionClass)
	}
	switch {
	case k == baseExceptionGroup && plain:
		k = exceptionGroup
	case plain || !k.IsSubclass(exceptionClass):
	case k == exceptionGroup:
		return nil, raise(typeError, "Cannot nest BaseExceptions in an ExceptionGroup")
	default:
		return nil, raise(typeError, "Cannot nest BaseExceptions in '%s'", k.name)
	}
	return &Exc{cls: k, args: py.Tuple{args[0], args[1]}, group: items}, nil
}

// groupOf makes a group of exceptions without asking the script.
func groupOf(message py.Object, list []py.Object) *Exc {
	k := exceptionGroup
	for _, o := range list {
		if !o.(*Exc).cls.IsSubclass(exceptionClass) {
			k = baseExceptionGroup
		}
	}
	return &Exc{cls: k, args: py.Tuple{message, &py.List{Items: list}}, group: list}
}

// derive makes a group like e of some of its exceptions; nil for none.
func (c *Context) derive(e *Exc, list []py.Object) (*Exc, error) {
	if len(list) == 0 {
		return nil, nil
	}
	var g *Exc
	if fn := e.cls.overrides("derive"); fn != nil {
		v, err := c.callSpecial(fn, e, &py.List{Items: list})
		if err != nil {
			return nil, err
		}
		x, ok := v.(*Exc)
		if !ok || !x.cls.IsSubclass(baseExceptionGroup) {
			return nil, raise(typeError, "derive must return an instance of BaseExceptionGroup")
		}
		g = x
	} else {
		g = groupOf(e.args[0], list)
	}
	g.cause, g.context, g.suppress = e.cause, e.context, e.suppress
	g.trace = append([]traceEntry(nil), e.trace...)
	if notes, ok := e.Attr("__notes__").(*py.List); ok {
		g.setAttr("__notes__", &py.List{Items: append([]py.Object(nil), notes.Items...)})
	}
	return g, nil
}

// split divides an exception into what matches and the rest; nil is nothing.
func (c *Context) split(e *Exc, want func(e *Exc) (bool, error)) (match, rest *Exc, err error) {
	if err := c.enterNative(); err != nil {
		return nil, nil, err
	}
	defer c.leaveNative()
	if err := c.step(); err != nil {
		return nil, nil, err
	}
	ok, err := want(e)
	switch {
	case err != nil:
		return nil, nil, err
	case ok:
		return e, nil, nil
	case e.group == nil:
		return nil, e, nil
	}
	var in, out []py.Object
	for _, o := range e.group {
		m, r, err := c.split(o.(*Exc), want)
		if err != nil {
			return nil, nil, err
		}
		if m != nil {
			in = append(in, m)
		}
		if r != nil {
			out = append(out, r)
		}
	}
	if len(in) == 0 {
		return nil, e, nil
	}
	if match, err = c.derive(e, in); err != nil {
		return nil, nil, err
	}
	rest, err = c.derive(e, out)
	return match, rest, err
}

// wanted makes the condition of subgroup and split.
func (c *Context) wanted(o py.Object) (func(e *Exc) (bool, error), error) {
	const message = "expected a function, exception type or tuple of exception types"
	isExc := func(o py.Object) bool {
		k := asClass(o)
		return k != nil && k.IsSubclass(baseException)
	}
	ok := isExc(o)
	if t, isTuple := o.(py.Tuple); isTuple {
		ok = true
		for _, x := range t {
			ok = ok && isExc(x)
		}
	}
	if ok {
		return func(e *Exc) (bool, error) { return c.excMatches(e, o) }, nil
	}
	if asClass(o) != nil || !callable(o) {
		return nil, raise(typeError, "%s", message)
	}
	return func(e *Exc) (bool, error) {
		v, err := c.call1(o, e)
		if err != nil {
			return false, err
		}
		return c.truth(v)
	}, nil
}

func excOrNone(e *Exc) py.Object {
	if e == nil {
		return py.None
	}
	return e
}

func init() {
	k := baseExceptionGroup
	for _, g := range [...]*Class{k, exceptionGroup} {
		g.make = newGroup
		g.init = func(*Context, py.Object, []py.Object, []string) error { return nil }
	}
	k.rawMethod("__init__", func(*Context, py.Object, []py.Object, []string) (py.Object, error) { return py.None, nil })
	exc := func(o py.Object) *Exc { return o.(*Exc) }
	k.getter("message", func(_ *Context, o py.Object) (py.Object, error) { return exc(o).args[0], nil })
	k.getter("exceptions", func(_ *Context, o py.Object) (py.Object, error) { return exc(o).group, nil })
	k.method("__str__", "", func(_ *Context, o py.Object, _ []py.Object) (py.Object, error) {
		return py.String(excMessage(exc(o))), nil
	})
	k.method("derive", "exceptions /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		return newGroup(c, baseExceptionGroup, []py.Object{exc(o).args[0], a[0]}, nil)
	})
	k.method("split", "condition /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		want, err := c.wanted(a[0])
		if err != nil {
			return nil, err
		}
		m, r, err := c.split(exc(o), want)
		return py.Tuple{excOrNone(m), excOrNone(r)}, err
	})
	k.method("subgroup", "condition /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		want, err := c.wanted(a[0])
		if err != nil {
			return nil, err
		}
		m, _, err := c.split(exc(o), want)
		return excOrNone(m), err
	})
	k.classMethod("__class_getitem__", "key /", func(_ *Context, cls py.Object, a []py.Object) (py.Object, error) {
		return newAlias(cls.(*Class), a[0]), nil
	})
}

func groupMessage(e *Exc) string {
	return fmt.Sprintf("%s (%d sub-exception%s)", strText(e.args[0]), len(e.group), plural(len(e.group)))
}

// handleStar runs the except* clauses, each with its part of the exception.
func (c *Context) handleStar(f *frame, list []handler, e *Exc) (flow, error) {
	outer := c.handling
	defer func() { c.handling = outer }()
	naked := e.group == nil
	rest := e
	var raised, again []py.Object // new exceptions, and parts that were raised again
	for i := range list {
		if rest == nil {
			break
		}
		h := &list[i]
		c.handling = e
		t, err := h.typ(f)
		if err == nil {
			err = starType(t)
		}
		var match, left *Exc
		if err == nil {
			match, left, err = c.split(rest, func(x *Exc) (bool, error) { return c.excMatches(x, t) })
		}
		if err != nil {
			x := c.exception(err)
			c.chain(x)
			return flowNext, x
		}
		if match == nil {
			continue
		}
		rest = left
		if naked {
			match = groupOf(py.String(""), []py.Object{e})
			match.args[1] = match.group
			match.trace = append([]traceEntry(nil), e.trace...)
		}
		c.handling = match
		if h.set != nil {
			if err := h.set(f, match); err != nil {
				return flowNext, err
			}
		}
		_, err = h.body(f)
		if err != nil {
			err = c.raisedWhile(f, err)
			if c.dead != nil {
				return flowNext, err
			}
			if x := c.exception(err); x == match {
				again = append(again, x)
			} else {
				raised = append(raised, x)
			}
		}
		if h.clear != nil {
			_, _ = h.clear(f)
		}
	}
	c.handling = outer
	switch {
	case len(raised) == 0 && len(again) == 0 && rest == nil:
		return flowNext, nil
	case len(raised) == 0 && len(again) == 0:
		return flowNext, rest
	case naked && len(raised) == 0:
		return flowNext, again[0].(*Exc)
	case naked:
		return flowNext, groupOrOnly(raised)
	}
	if rest != nil {
		again = append(again, rest)
	}
	if len(again) > 0 {
		// What goes on keeps its place in the group.
		leaves := map[*Exc]bool{}
		for _, o := range again {
			leavesOf(o.(*Exc), leaves)
		}
		kept, _, err := c.split(e, func(x *Exc) (bool, error) { return x.group == nil && leaves[x], nil })
		if err != nil || len(raised) == 0 {
			if err == nil {
				err = kept
			}
			return flowNext, err
		}
		raised = append(raised, kept)
	}
	return flowNext, groupOf(py.String(""), raised)
}

func groupOrOnly(list []py.Object) *Exc {
	if len(list) == 1 {
		return list[0].(*Exc)
	}
	return groupOf(py.String(""), list)
}

func leavesOf(e *Exc, into map[*Exc]bool) {
	if e.group == nil {
		into[e] = true
		return
	}
	for _, o := range e.group {
		leavesOf(o.(*Exc), into)
	}
}

// starType refuses what except* cannot take.
func starType(t py.Object) error {
	list, ok := t.(py.Tuple)
	if !ok {
		list = py.Tuple{t}
	}
	for _, o := range list {
		if k := asClass(o); k != nil && k.IsSubclass(baseExceptionGroup) {
			return raise(typeError, "catching ExceptionGroup with except* is not allowed. Use except instead.")
		}
	}
	return nil
}
