package engine

import (
	"github.com/go-python/gpython/ast"
	"github.com/go-python/gpython/py"
)

// store is what assigns a value to a target.
type store func(f *frame, v py.Object) error

// name compiles the reading of a variable.
func (k *compiler) name(e *ast.Name) expr {
	id := mangle(k.s.class, string(e.Id))
	r := k.s.find(id)
	switch r.kind {
	case resLocal:
		slot := k.local(r.sym)
		return func(f *frame) (py.Object, error) {
			if v := f.locals[slot]; v != nil {
				return v, nil
			}
			return nil, unbound(id)
		}
	case resCell:
		at := k.host.cellIndex(r.sym)
		free := at >= len(k.host.cells)
		if k.s.kind == scopeClass {
			c := k.c
			return func(f *frame) (py.Object, error) {
				if v, err := c.nsName(f, id); v != nil || err != nil {
					return v, err
				}
				if v := f.cells[at].v; v != nil {
					return v, nil
				}
				return nil, unboundFree(id)
			}
		}
		return func(f *frame) (py.Object, error) {
			if v := f.cells[at].v; v != nil {
				return v, nil
			}
			if free {
				return nil, unboundFree(id)
			}
			return nil, unbound(id)
		}
	case resName:
		global := k.global(id)
		c := k.c
		return func(f *frame) (py.Object, error) {
			if v, err := c.nsName(f, id); v != nil || err != nil {
				return v, err
			}
			return global(f)
		}
	}
	if k.dynamic && k.s.kind == scopeModule {
		global := k.global(id)
		c := k.c
		return func(f *frame) (py.Object, error) {
			if v, err := c.nsName(f, id); v != nil || err != nil {
				return v, err
			}
			return global(f)
		}
	}
	return k.global(id)
}

func unbound(name string) error {
	return raise(unboundLocalError, "cannot access local variable '%s' where it is not associated with a value", name)
}

func unboundFree(name string) error {
	e := raise(nameError, "cannot access free variable '%s' where it is not associated with a value in enclosing scope", name)
	e.setAttr("name", py.String(name))
	return e
}

func noName(name string) error {
	e := raise(nameError, "name '%s' is not defined", name)
	e.setAttr("name", py.String(name))
	return e
}

// nsName reads a name of a class body; nil, nil means that it is not there.
func (c *Context) nsName(f *frame, name string) (py.Object, error) {
	if f.custom != nil {
		v, err := c.getitem(f.custom, py.String(name))
		if err != nil && c.isExc(err, keyError) {
			return nil, nil
		}
		return v, err
	}
	if f.ns == nil {
		return nil, nil
	}
	return f.ns.GetString(name), nil
}

// setName sets a name of a class body; v nil deletes it.
func (c *Context) setName(f *frame, name string, v py.Object) error {
	if f.custom != nil {
		if v == nil {
			return c.delitem(f.custom, py.String(name))
		}
		return c.setitem(f.custom, py.String(name), v)
	}
	if v == nil {
		if !f.ns.DelString(name) {
			return noName(name)
		}
		return nil
	}
	f.ns.SetString(name, v)
	return nil
}

// noVersion is no version of a dict.
const noVersion = ^uint64(0)

// global compiles the reading of a global or built-in name. Where it was found
// is remembered as long as neither dict gets or loses a key.
func (k *compiler) global(id string) expr {
	if k.c == nil {
		return nil
	}
	g, b := k.globals, k.c.builtins
	gv, bv := noVersion, noVersion
	at, inG := 0, false
	return func(*frame) (py.Object, error) {
		if g.version == gv {
			if inG {
				return g.entries[at].val, nil
			}
			if b.version == bv {
				return b.entries[at].val, nil
			}
		}
		h := hashString(id)
		if i := g.findString(id, h); i >= 0 {
			gv, inG, at = g.version, true, i
			return g.entries[i].val, nil
		}
		if i := b.findString(id, h); i >= 0 {
			gv, bv, inG, at = g.version, b.version, false, i
			return b.entries[i].val, nil
		}
		return nil, noName(id)
	}
}

// storeName compiles the assignment to a variable.
func (k *compiler) storeName(e *ast.Name) store {
	id := mangle(k.s.class, string(e.Id))
	switch id {
	case "None", "True", "False":
		failAt(e, "cannot assign to %s", id)
	}
	r := k.s.find(id)
	switch r.kind {
	case resLocal:
		slot := k.local(r.sym)
		return func(f *frame, v py.Object) error {
			f.locals[slot] = v
			return nil
		}
	case resCell:
		at := k.host.cellIndex(r.sym)
		return func(f *frame, v py.Object) error {
			f.cells[at].v = v
			return nil
		}
	case resName:
		c := k.c
		return func(f *frame, v py.Object) error { return c.setName(f, id, v) }
	}
	if k.dynamic && k.s.kind == scopeModule {
		c := k.c
		return func(f *frame, v py.Object) error { return c.setName(f, id, v) }
	}
	c, set := k.c, k.globalStore(id)
	if k.s.kind == scopeModule || c == nil || c.opts.Assign == nil {
		return set
	}
	return func(f *frame, v py.Object) error {
		c.assigned(f, nil, id)
		return set(f, v)
	}
}

// globalStore compiles the assignment to a global name.
func (k *compiler) globalStore(id string) store {
	g := k.globals
	gv, at := noVersion, 0
	return func(_ *frame, v py.Object) error {
		if g.version == gv {
			g.entries[at].val = v
			return nil
		}
		h := hashString(id)
		if i := g.findString(id, h); i >= 0 {
			g.entries[i].val = v
			gv, at = g.version, i
			return nil
		}
		g.insert(h, py.String(id), v)
		return nil
	}
}

// deleteName compiles "del name".
func (k *compiler) deleteName(e *ast.Name) stmt {
	id := mangle(k.s.class, string(e.Id))
	r := k.s.find(id)
	switch {
	case r.kind == resLocal:
		slot := k.local(r.sym)
		return func(f *frame) (flow, error) {
			if f.locals[slot] == nil {
				return flowNext, unbound(id)
			}
			f.locals[slot] = nil
			return flowNext, nil
		}
	case r.kind == resCell:
		at := k.host.cellIndex(r.sym)
		return func(f *frame) (flow, error) {
			if f.cells[at].v == nil {
				return flowNext, unbound(id)
			}
			f.cells[at].v = nil
			return flowNext, nil
		}
	case r.kind == resName, k.dynamic && k.s.kind == scopeModule:
		c := k.c
		return func(f *frame) (flow, error) { return flowNext, c.setName(f, id, nil) }
	}
	g := k.globals
	return func(*frame) (flow, error) {
		if !g.DelString(id) {
			return flowNext, noName(id)
		}
		return flowNext, nil
	}
}

// store compiles an assignment to any target.
func (k *compiler) store(e ast.Expr) store {
	switch e := e.(type) {
	case *ast.Name:
		return k.storeName(e)
	case *ast.Attribute:
		obj := k.expr(e.Value)
		set := k.attrStore(mangle(k.s.class, string(e.Attr)))
		return func(f *frame, v py.Object) error {
			o, err := obj(f)
			if err != nil {
				return err
			}
			return set(o, v)
		}
	case *ast.Subscript:
		obj, key := k.expr(e.Value), k.key(e.Slice)
		c := k.c
		return func(f *frame, v py.Object) error {
			o, err := obj(f)
			if err != nil {
				return err
			}
			i, err := key(f)
			if err != nil {
				return err
			}
			if d, ok := o.(*Dict); ok {
				return d.set(c, i, v)
			}
			return c.setitem(o, i, v)
		}
	case *ast.Tuple:
		return k.storeSequence(e, e.Elts)
	case *ast.List:
		return k.storeSequence(e, e.Elts)
	case *ast.Starred:
		failAt(e, "starred assignment target must be in a list or tuple")
	}
	failAt(e, "cannot assign to %s", exprName(e))
	return nil
}

func exprName(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Call:
		if n, _ := marker(e); n == markFormat {
			return "f-string expression"
		}
		return "function call"
	case *ast.Lambda:
		if kind, _ := lambdaMark(e); kind == markLet {
			return "named expression"
		}
		return "lambda"
	case *ast.Num:
		return "literal"
	case *ast.NameConstant:
		return reprText(e.Value)
	case *ast.Compare:
		return "comparison"
	case *ast.IfExp:
		return "conditional expression"
	case *ast.Dict:
		return "dict literal"
	case *ast.Set:
		return "set display"
	case *ast.ListComp:
		return "list comprehension"
	case *ast.GeneratorExp:
		return "generator expression"
	case *ast.Yield, *ast.YieldFrom:
		return "yield expression"
	case *ast.Ellipsis:
		return "ellipsis"
	}
	return "expression"
}

// storeSequence compiles the assignment to several targets.
func (k *compiler) storeSequence(n ast.Ast, elts []ast.Expr) store {
	star := -1
	stores := make([]store, len(elts))
	for i, e := range elts {
		if st, ok := e.(*ast.Starred); ok {
			if star >= 0 {
				failAt(n, "multiple starred expressions in assignment")
			}
			star = i
			e = st.Value
		}
		stores[i] = k.store(e)
	}
	c := k.c
	want := len(elts)
	if star < 0 {
		return func(f *frame, v py.Object) error {
			var items []py.Object
			switch x := v.(type) {
			case py.Tuple:
				items = x
			case *py.List:
				items = x.Items
			default:
				list, err := c.unpack(v, want)
				if err != nil {
					return err
				}
				items = list
			}
			if len(items) != want {
				return unpackCount(len(items), want)
			}
			for i, s := range stores {
				if err := s(f, items[i]); err != nil {
					return err
				}
			}
			return nil
		}
	}
	return func(f *frame, v py.Object) error {
		items, err := c.list(v)
		if err != nil {
			if c.isExc(err, typeError) && !iterable(v) {
				return raise(typeError, "cannot unpack non-iterable %s object", classOf(v).name)
			}
			return err
		}
		if len(items) < want-1 {
			return raise(valueError, "not enough values to unpack (expected at least %d, got %d)", want-1, len(items))
		}
		rest := len(items) - (want - 1)
		for i, s := range stores {
			switch {
			case i < star:
				err = s(f, items[i])
			case i == star:
				err = s(f, &py.List{Items: append([]py.Object(nil), items[star:star+rest]...)})
			default:
				err = s(f, items[i+rest-1])
			}
			if err != nil {
				return err
			}
		}
		return nil
	}
}

func unpackCount(got, want int) error {
	if got > want {
		return raise(valueError, "too many values to unpack (expected %d)", want)
	}
	return raise(valueError, "not enough values to unpack (expected %d, got %d)", want, got)
}

// unpack takes the items of an iterable, of which there should be n.
func (c *Context) unpack(v py.Object, n int) ([]py.Object, error) {
	it, err := c.iter(v)
	if err != nil {
		if !iterable(v) {
			return nil, raise(typeError, "cannot unpack non-iterable %s object", classOf(v).name)
		}
		return nil, err
	}
	items := make([]py.Object, 0, n)
	for {
		x, err := it.next(c)
		if err != nil {
			return nil, err
		}
		if x == nil {
			return items, nil
		}
		if len(items) == n {
			return nil, unpackCount(n+1, n)
		}
		items = append(items, x)
	}
}
