package scripting

import (
	"context"
	"log/slog"

	"github.com/go-python/gpython/py"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/scripting/engine"
)

// newTranslator makes self, the instance of the script's class in a lane. What
// the host offers is in the class Translator.
func newTranslator(l *lane, typ *engine.Class, options py.Object) {
	l.options, l.log, l.children = options, &logObject{l}, childObjects(l.host)
	l.self = l.ctx.NewInstance(typ)
	l.self.SetHidden(laneKey, laneMark{l})
	in := l.interp
	typ.OnMissing(func(name string) error {
		var known []string
		if l := in.running; l != nil && l.self.Class() == typ {
			known = l.self.Names()
		}
		for _, c := range typ.MRO() {
			known = append(known, c.OwnNames()...)
		}
		return noAttribute(typ.Name(), name, known)
	})
}

// equip gives the class Translator of an interpreter what the host offers. As
// class attributes they leave self.__dict__ to the script; which lane is meant,
// of several in one interpreter, self tells.
func (in *interp) equip(base *engine.Class) {
	for i := range signatures {
		op := fops.Op(i)
		base.SetOwn("wind_"+op.String(), windMethod(in, op))
		base.SetOwn("unwind_"+op.String(), unwindMethod(in, op))
	}
	for _, m := range translatorMethods {
		base.SetOwn(m.name, engine.Method(m.name, func(self py.Object, args py.Tuple, kwargs py.StringDict) (py.Object, error) {
			l, err := in.laneOf(self)
			if err != nil {
				return nil, err
			}
			return m.fn(l, args, kwargs)
		}))
	}
	for name, get := range map[string]func(*lane) py.Object{
		"name":     func(l *lane) py.Object { return py.String(l.host.name) },
		"options":  func(l *lane) py.Object { return l.options },
		"log":      func(l *lane) py.Object { return l.log },
		"children": func(l *lane) py.Object { return l.children },
	} {
		base.SetOwn(name, &laneAttr{in, get})
	}
	base.OnRepr(func(o *engine.Instance) string {
		of := ""
		if l, err := in.laneOf(o); err == nil {
			of = " of volume " + l.host.name
		}
		return "<translator " + o.Class().Name() + of + ">"
	})
}

// A laneMark is what an instance knows its lane by, under laneKey.
type laneMark struct{ l *lane }

const laneKey = "lane of the host"

// Type implements py.Object.
func (laneMark) Type() *py.Type { return boundType }

// laneOf returns the lane of a translator. It refuses any other object.
func (in *interp) laneOf(self py.Object) (*lane, error) {
	if l := in.running; l != nil && self == py.Object(l.self) {
		return l, nil
	}
	if o, ok := self.(*engine.Instance); ok {
		if m, ok := o.Hidden(laneKey).(laneMark); ok && m.l.self == o {
			return m.l, nil
		}
	}
	return nil, py.ExceptionNewf(py.TypeError, "self must be the translator")
}

// A laneAttr is an attribute of self that the host gives. The script can put
// another in its place.
type laneAttr struct {
	in  *interp
	get func(*lane) py.Object
}

// Type implements py.Object.
func (*laneAttr) Type() *py.Type { return boundType }

// M__get__ reads it.
func (a *laneAttr) M__get__(instance, _ py.Object) (py.Object, error) {
	if instance == py.Object(py.None) {
		return a, nil
	}
	l, err := a.in.laneOf(instance)
	if err != nil {
		return nil, err
	}
	return a.get(l), nil
}

// translatorNames are the methods of Translator.
func translatorNames() []string {
	var names []string
	for i := range fops.NumOps {
		op := fops.Op(i).String()
		names = append(names, "wind_"+op, "unwind_"+op)
	}
	for _, m := range translatorMethods {
		names = append(names, m.name)
	}
	return names
}

// translatorMethods are the methods of Translator that no fop has.
var translatorMethods = []laneMethod{
	{"invalidate_entry", func(l *lane, args py.Tuple, kwargs py.StringDict) (py.Object, error) {
		if err := exactly("invalidate_entry", args, kwargs, 2); err != nil {
			return nil, err
		}
		k := taker{fn: "invalidate_entry()"}
		var name string
		k.string(args[1], "name", &name)
		return l.withInode(&k, args[0], "parent", func(h *host, in *fops.Inode) {
			h.node.Graph().Kernel().InvalidateEntry(in, name)
		})
	}},
	{"invalidate_inode", func(l *lane, args py.Tuple, kwargs py.StringDict) (py.Object, error) {
		var in, off, length py.Object = nil, py.Int(0), py.Int(0)
		if err := py.ParseTupleAndKeywords(args, kwargs, "O|OO:invalidate_inode", []string{"inode", "offset", "length"}, &in, &off, &length); err != nil {
			return nil, err
		}
		k := taker{fn: "invalidate_inode()"}
		var from, n int64
		k.int64(off, "offset", &from)
		k.int64(length, "length", &n)
		return l.withInode(&k, in, "inode", func(h *host, in *fops.Inode) {
			h.node.Graph().Kernel().InvalidateInode(in, from, n)
		})
	}},
}

// laneMethod is a method of Translator that works on the lane.
type laneMethod struct {
	name string
	fn   func(l *lane, args py.Tuple, kwargs py.StringDict) (py.Object, error)
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
	if len(l.acts) >= maxActs {
		return nil, py.ExceptionNewf(py.RuntimeError, "%s: more than %d in one call", k.fn, maxActs)
	}
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
				l.host.talk.say(l.host.log, func() { l.host.log.Log(context.Background(), level, shorten(text, maxLine)) })
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
	text, err := l.ctx.Call(m.Get("_format"), args[0], args[1:].Copy())
	if err != nil {
		return "", err
	}
	return l.ctx.Str(text)
}

// Type implements py.Object.
func (*logObject) Type() *py.Type { return logClass.typ }

// M__getattribute__ finds a method.
func (o *logObject) M__getattribute__(name string) (py.Object, error) { return logClass.attr(o, name) }
