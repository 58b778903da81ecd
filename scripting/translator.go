package scripting

import (
	"context"
	"log/slog"

	"github.com/go-python/gpython/py"

	"github.com/windlassfs/windlass/fops"
)

// A translatorObject is self: the instance of the script's class in one lane.
// It is made in Go, because each attribute of an instance that gpython makes
// costs several look-ups and allocations, and a handler reads two or three.
type translatorObject struct {
	l     *lane
	typ   *py.Type
	attrs py.StringDict
	// given are the names in attrs that the host has put there.
	given map[string]bool
}

func newTranslator(l *lane, typ *py.Type, options py.Object) *translatorObject {
	t := &translatorObject{l: l, typ: typ, attrs: py.StringDict{
		"name":     py.String(l.host.name),
		"options":  options,
		"log":      &logObject{l},
		"children": childObjects(l.host),
	}, given: make(map[string]bool)}
	for i := range signatures {
		op := fops.Op(i)
		for _, name := range [2]string{"wind_" + op.String(), "unwind_" + op.String()} {
			d, ok := typ.Lookup(name).(*opDescriptor)
			if !ok {
				continue // the script has one of its own
			}
			t.attrs[name] = d.bind(l)
		}
	}
	for name := range t.attrs {
		t.given[name] = true
	}
	return t
}

// Type implements py.Object.
func (t *translatorObject) Type() *py.Type { return t.typ }

// GetDict returns the attributes.
func (t *translatorObject) GetDict() py.StringDict { return t.attrs }

// M__getattribute__ finds an attribute: the instance's, or the class's.
func (t *translatorObject) M__getattribute__(name string) (py.Object, error) {
	if v, ok := t.attrs[name]; ok {
		return v, nil
	}
	switch name {
	case "__class__":
		return t.typ, nil
	case "__dict__":
		d := make(py.StringDict)
		for k, v := range t.attrs {
			if !t.given[k] {
				d[k] = v
			}
		}
		return d, nil
	}
	if v := t.typ.Lookup(name); v != nil {
		if d, ok := v.(py.I__get__); ok {
			return d.M__get__(t, t.typ)
		}
		return v, nil
	}
	if fn, ok := t.typ.Lookup("__getattr__").(*py.Function); ok {
		return py.Call(fn, py.Tuple{t, py.String(name)}, nil)
	}
	known := make([]string, 0, len(t.attrs))
	for k := range t.attrs {
		known = append(known, k)
	}
	for _, c := range t.typ.Mro {
		for k := range c.(*py.Type).Dict {
			known = append(known, k)
		}
	}
	return nil, noAttribute(t.typ.Name, name, known)
}

// M__setattr__ sets an attribute of the instance.
func (t *translatorObject) M__setattr__(name string, value py.Object) (py.Object, error) {
	t.attrs[name] = value
	return py.None, nil
}

// M__delattr__ removes one.
func (t *translatorObject) M__delattr__(name string) (py.Object, error) {
	if _, ok := t.attrs[name]; !ok {
		return nil, noAttribute(t.typ.Name, name, nil)
	}
	delete(t.attrs, name)
	return py.None, nil
}

// M__repr__ shows the volume.
func (t *translatorObject) M__repr__() (py.Object, error) {
	if fn, ok := t.typ.Lookup("__repr__").(*py.Function); ok {
		return py.Call(fn, py.Tuple{t}, nil)
	}
	return py.String("<translator " + t.typ.Name + " of volume " + t.l.host.name + ">"), nil
}

// opDescriptor is wind_… or unwind_… in the class Translator, for
// Translator.wind_lookup(self, frame, …) and for super().
type opDescriptor struct {
	op     fops.Op
	unwind bool
}

// Type implements py.Object.
func (*opDescriptor) Type() *py.Type { return boundType }

func (d *opDescriptor) bind(l *lane) py.Object {
	if d.unwind {
		return &unwindCall{l, d.op, "unwind_" + d.op.String() + "()"}
	}
	return &windCall{l, d.op, "wind_" + d.op.String() + "()"}
}

// M__get__ binds to an instance.
func (d *opDescriptor) M__get__(instance, _ py.Object) (py.Object, error) {
	if t, ok := instance.(*translatorObject); ok {
		return d.bind(t.l), nil
	}
	return d, nil
}

// M__call__ takes self first.
func (d *opDescriptor) M__call__(args py.Tuple, kwargs py.StringDict) (py.Object, error) {
	t, err := selfArg(args)
	if err != nil {
		return nil, err
	}
	return py.Call(d.bind(t.l), args[1:], kwargs)
}

func selfArg(args py.Tuple) (*translatorObject, error) {
	if len(args) > 0 {
		if t, ok := args[0].(*translatorObject); ok {
			return t, nil
		}
	}
	return nil, py.ExceptionNewf(py.TypeError, "self must be the translator")
}

// translatorMethods are the methods of Translator that no fop has.
var translatorMethods = []*method{
	{name: "invalidate_entry", fn: func(self py.Object, args py.Tuple, kwargs py.StringDict) (py.Object, error) {
		if err := exactly("invalidate_entry", args, kwargs, 2); err != nil {
			return nil, err
		}
		k := taker{fn: "invalidate_entry()"}
		var name string
		k.string(args[1], "name", &name)
		return self.(*translatorObject).l.withInode(&k, args[0], "parent", func(h *host, in *fops.Inode) {
			h.node.Graph().Kernel().InvalidateEntry(in, name)
		})
	}},
	{name: "invalidate_inode", fn: func(self py.Object, args py.Tuple, kwargs py.StringDict) (py.Object, error) {
		var in, off, length py.Object = nil, py.Int(0), py.Int(0)
		if err := py.ParseTupleAndKeywords(args, kwargs, "O|OO:invalidate_inode", []string{"inode", "offset", "length"}, &in, &off, &length); err != nil {
			return nil, err
		}
		k := taker{fn: "invalidate_inode()"}
		var from, n int64
		k.int64(off, "offset", &from)
		k.int64(length, "length", &n)
		return self.(*translatorObject).l.withInode(&k, in, "inode", func(h *host, in *fops.Inode) {
			h.node.Graph().Kernel().InvalidateInode(in, from, n)
		})
	}},
}

// withInode does something with an inode, given as object or as gfid, when the
// lane is free: to give an inode back can mean to call forget().
func (l *lane) withInode(k *taker, o py.Object, name string, f func(*host, *fops.Inode)) (py.Object, error) {
	var g fops.GFID
	switch x := o.(type) {
	case *inodeObject:
		if k.alive(x.l, "Inode") {
			g = x.in.GFID
		}
	case py.String:
		var err error
		if g, err = takeGFID(x); err != nil {
			k.fail(name, "an Inode or a gfid", o)
		}
	default:
		k.fail(name, "an Inode or a gfid", o)
	}
	if k.err != nil {
		return nil, k.err
	}
	h := l.host
	if h.node != nil && !g.IsZero() {
		l.record(act{kind: actRun, run: func() {
			table := h.node.Graph().Inodes()
			if in := table.Find(g); in != nil {
				f(h, in)
				table.Unref(in, 1)
			}
		}})
	}
	return py.None, nil
}

// unboundMethod is a method of Translator as the class has it.
type unboundMethod struct{ m *method }

// Type implements py.Object.
func (unboundMethod) Type() *py.Type { return boundType }

// M__get__ binds to an instance.
func (u unboundMethod) M__get__(instance, _ py.Object) (py.Object, error) {
	if t, ok := instance.(*translatorObject); ok {
		return &bound{u.m, t}, nil
	}
	return u, nil
}

// M__call__ takes self first.
func (u unboundMethod) M__call__(args py.Tuple, kwargs py.StringDict) (py.Object, error) {
	t, err := selfArg(args)
	if err != nil {
		return nil, err
	}
	return u.m.fn(t, args[1:], kwargs)
}

// childObject is one of self.children.
type childObject struct {
	index int
	name  string
	typ   string
}

var childClass = newClass("Child", "A subvolume.", "index name type")

func childObjects(h *host) py.Tuple {
	out := make(py.Tuple, len(h.children))
	for i, name := range h.children {
		c := &childObject{index: i, name: name}
		if h.node != nil && h.node.Children[i].Type != nil {
			c.typ = h.node.Children[i].Type.Name
		}
		out[i] = c
	}
	return out
}

// Type implements py.Object.
func (*childObject) Type() *py.Type { return childClass.typ }

// M__getattribute__ reads an attribute.
func (c *childObject) M__getattribute__(name string) (py.Object, error) {
	switch name {
	case "index":
		return py.Int(c.index), nil
	case "name":
		return py.String(c.name), nil
	case "type":
		return py.String(c.typ), nil
	}
	return childClass.attr(c, name)
}

// M__setattr__ refuses.
func (*childObject) M__setattr__(name string, _ py.Object) (py.Object, error) {
	return nil, childClass.readOnly(name)
}

// M__repr__ shows the name.
func (c *childObject) M__repr__() (py.Object, error) {
	return py.String("<Child " + c.name + ">"), nil
}

// logObject is self.log.
type logObject struct{ l *lane }

var logClass *class

func init() {
	at := func(name string, level slog.Level) *method {
		return &method{name: name, doc: name + "(message, *values): values go into message by %", fn: func(self py.Object, args py.Tuple, kwargs py.StringDict) (py.Object, error) {
			if err := noKeywords(name, kwargs); err != nil {
				return nil, err
			}
			if len(args) == 0 {
				return nil, py.ExceptionNewf(py.TypeError, "%s() takes a message", name)
			}
			l := self.(*logObject).l
			if !l.host.log.Enabled(context.Background(), level) {
				return py.None, nil
			}
			text, err := l.logText(args)
			if err == nil {
				l.host.log.Log(context.Background(), level, text)
			}
			return py.None, err
		}}
	}
	logClass = newClass("Log", "The translator's log.", "",
		at("debug", slog.LevelDebug), at("info", slog.LevelInfo), at("warning", slog.LevelWarn), at("error", slog.LevelError))
}

// logText puts the values into the message, as Python's % does.
func (l *lane) logText(args py.Tuple) (string, error) {
	if len(args) == 1 {
		return l.ctx.Str(args[0])
	}
	m, err := l.ctx.Import(moduleName)
	if err != nil {
		return "", err
	}
	text, err := py.Call(m.Globals["_format"], py.Tuple{args[0], args[1:].Copy()}, nil)
	if err != nil {
		return "", err
	}
	return l.ctx.Str(text)
}

// Type implements py.Object.
func (*logObject) Type() *py.Type { return logClass.typ }

// M__getattribute__ finds a method.
func (o *logObject) M__getattribute__(name string) (py.Object, error) { return logClass.attr(o, name) }
