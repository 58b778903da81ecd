package scripting

import (
	"fmt"

	"github.com/go-python/gpython/py"

	"github.com/windlassfs/windlass/fops"
)

// A locObject is the object of a request. What is expensive to know (the path)
// is found out when it is asked for.
type locObject struct {
	l        *life
	p        *fops.Loc
	writable bool
}

var locClass, inodeClass, fdClass *class

func init() {
	// Here and not in the declarations: the methods refer to the classes.
	locClass = newClass("Loc", "Where the object of a request is: its parent and name, its inode, or both.",
		"path name inode parent gfid pargfid",
		&method{name: "copy", doc: "copy() -> a Loc whose name, parent and inode can be changed", fn: func(self py.Object, args py.Tuple, kwargs py.StringDict) (py.Object, error) {
			o := self.(*locObject)
			if err := o.l.check("Loc"); err != nil {
				return nil, err
			}
			if len(args) != 0 {
				return nil, py.ExceptionNewf(py.TypeError, "copy() takes keyword arguments only: copy(name='…')")
			}
			p := *o.p
			c := &locObject{o.l, &p, true}
			for k, v := range kwargs {
				if _, err := c.M__setattr__(k, v); err != nil {
					return nil, err
				}
			}
			return c, nil
		}})
	ctx := func(kind string, slot func(self py.Object) (*life, ctxSlot)) []*method {
		access := func(name string, n int, f func(l *life, s ctxSlot, args py.Tuple) (py.Object, error)) *method {
			return &method{name: name, fn: func(self py.Object, args py.Tuple, kwargs py.StringDict) (py.Object, error) {
				if err := exactly(name, args, kwargs, n); err != nil {
					return nil, err
				}
				l, s := slot(self)
				if err := l.check(kind); err != nil {
					return nil, err
				}
				return f(l, s, args)
			}}
		}
		return []*method{
			access("ctx_get", 0, func(_ *life, s ctxSlot, _ py.Tuple) (py.Object, error) { return pyCtx(s.get()), nil }),
			access("ctx_set", 1, func(l *life, s ctxSlot, args py.Tuple) (py.Object, error) {
				if err := l.lane.host.mayShare(args[0]); err != nil {
					return nil, err
				}
				return pyCtx(s.set(args[0])), nil
			}),
			access("ctx_del", 0, func(_ *life, s ctxSlot, _ py.Tuple) (py.Object, error) { return pyCtx(s.set(nil)), nil }),
		}
	}
	inodeClass = newClass("Inode", "An object of the filesystem while it is known. ctx_get(), ctx_set(v) and ctx_del() keep any value with it, for this translator.",
		"gfid type path name parent",
		ctx("Inode", func(self py.Object) (*life, ctxSlot) {
			o := self.(*inodeObject)
			return o.l, ctxSlot{o.l.lane.host, o.in, nil}
		})...)
	fdClass = newClass("Fd", "An open file or directory. ctx_get(), ctx_set(v) and ctx_del() keep any value with it, for this translator.",
		"inode flags is_dir gfid path",
		ctx("Fd", func(self py.Object) (*life, ctxSlot) {
			o := self.(*fdObject)
			return o.l, ctxSlot{o.l.lane.host, nil, o.fd}
		})...)
}

// ctxSlot is where this translator keeps a value with an inode or an open file.
type ctxSlot struct {
	h  *host
	in *fops.Inode
	fd *fops.Fd
}

func (s ctxSlot) get() any {
	switch {
	case s.h.node == nil:
		return nil
	case s.in != nil:
		return s.h.node.InodeCtx(s.in)
	}
	return s.h.node.FdCtx(s.fd)
}

func (s ctxSlot) set(v py.Object) any {
	var kept any
	if v != nil {
		kept = v
	}
	switch {
	case s.h.node == nil:
		return nil
	case s.in != nil:
		return s.h.node.SetInodeCtx(s.in, kept)
	}
	return s.h.node.SetFdCtx(s.fd, kept)
}

func pyCtx(v any) py.Object {
	if o, ok := v.(py.Object); ok {
		return o
	}
	return py.None
}

// mayShare refuses what lanes cannot share: anything that one of them could
// change while another reads it.
func (h *host) mayShare(o py.Object) error {
	if len(h.interps) <= 1 || plain(o, 0) {
		return nil
	}
	return py.ExceptionNewf(py.TypeError, "ctx_set: with option lanes above 1 a value must be None, bool, int, float, str, bytes or a tuple of them, not %s", kindOf(o))
}

// maxNested is how deep tuples may be nested in a value that lanes share.
const maxNested = 32

// plain reports whether nothing in a value can change.
func plain(o py.Object, depth int) bool {
	switch x := o.(type) {
	case py.NoneType, py.Bool, py.Int, *py.BigInt, py.Float, py.String, py.Bytes:
		return true
	case py.Tuple:
		for _, e := range x {
			if depth == maxNested || !plain(e, depth+1) {
				return false
			}
		}
		return true
	}
	return false
}

func (o *locObject) give(l *life, p *fops.Loc) py.Object {
	o.l, o.p = l, p
	return o
}

// Type implements py.Object.
func (*locObject) Type() *py.Type { return locClass.typ }

// M__getattribute__ reads an attribute.
func (o *locObject) M__getattribute__(name string) (py.Object, error) {
	if o.l.over {
		return nil, o.l.check("Loc")
	}
	switch name {
	case "name":
		if o.p.Name == "" {
			return py.None, nil
		}
		return py.String(o.p.Name), nil
	case "path":
		return py.String(o.p.Path()), nil
	case "inode":
		return giveInode(o.l, o.p.Inode), nil
	case "parent":
		return giveInode(o.l, o.p.Parent), nil
	case "gfid":
		return giveGFID(o.p.GFID()), nil
	case "pargfid":
		return giveGFID(o.p.ParGFID()), nil
	}
	return locClass.attr(o, name)
}

// M__setattr__ changes a copy.
func (o *locObject) M__setattr__(name string, value py.Object) (py.Object, error) {
	if err := o.l.check("Loc"); err != nil {
		return nil, err
	}
	switch name {
	case "name", "inode", "parent":
	default:
		return nil, locClass.readOnly(name)
	}
	if !o.writable {
		return nil, py.ExceptionNewf(py.AttributeError, "this Loc belongs to the request and others read it; change a copy: l = loc.copy(name='…')")
	}
	k := taker{fn: "Loc", x: o.l.req}
	switch name {
	case "name":
		k.string(value, name, &o.p.Name)
	case "inode":
		k.inode(value, name, &o.p.Inode)
	case "parent":
		k.inode(value, name, &o.p.Parent)
	}
	return py.None, k.err
}

// M__repr__ shows the path.
func (o *locObject) M__repr__() (py.Object, error) {
	if o.l.over {
		return py.String("<Loc of a " + o.l.what + " that has ended>"), nil
	}
	return py.String(fmt.Sprintf("<Loc %q>", o.p.Path())), nil
}

// An inodeObject is an inode.
type inodeObject struct {
	l  *life
	in *fops.Inode
}

func giveInode(l *life, in *fops.Inode) py.Object {
	if in == nil {
		return py.None
	}
	return &inodeObject{l, in}
}

func (o *inodeObject) give(l *life, in *fops.Inode) py.Object {
	if in == nil {
		return py.None
	}
	o.l, o.in = l, in
	return o
}

// Type implements py.Object.
func (*inodeObject) Type() *py.Type { return inodeClass.typ }

// M__getattribute__ reads an attribute.
func (o *inodeObject) M__getattribute__(name string) (py.Object, error) {
	if o.l.over {
		return nil, o.l.check("Inode")
	}
	switch name {
	case "gfid":
		return giveGFID(o.in.GFID), nil
	case "type":
		return py.Int(o.in.Type), nil
	case "path":
		return py.String(o.in.Path()), nil
	case "name":
		if _, name := o.in.Name(); name != "" {
			return py.String(name), nil
		}
		return py.None, nil
	case "parent":
		parent, _ := o.in.Name()
		return giveInode(o.l, parent), nil
	}
	return inodeClass.attr(o, name)
}

// M__setattr__ refuses.
func (o *inodeObject) M__setattr__(name string, _ py.Object) (py.Object, error) {
	return nil, inodeClass.readOnly(name)
}

// M__eq__ is true for the same inode, whatever request it came with.
func (o *inodeObject) M__eq__(other py.Object) (py.Object, error) {
	x, ok := other.(*inodeObject)
	if !ok {
		return py.NotImplemented, nil
	}
	if err := o.l.check("Inode"); err != nil {
		return nil, err
	}
	return py.NewBool(x.in == o.in), x.l.check("Inode")
}

// M__ne__ is the opposite.
func (o *inodeObject) M__ne__(other py.Object) (py.Object, error) {
	eq, err := o.M__eq__(other)
	if err != nil || eq == py.NotImplemented {
		return eq, err
	}
	return py.NewBool(eq == py.False), nil
}

// M__repr__ shows the identity.
func (o *inodeObject) M__repr__() (py.Object, error) {
	if o.l.over {
		return py.String("<Inode of a " + o.l.what + " that has ended>"), nil
	}
	return py.String("<Inode " + o.in.GFID.String() + ">"), nil
}

// An fdObject is an open file or directory.
type fdObject struct {
	l  *life
	fd *fops.Fd
}

func (o *fdObject) give(l *life, fd *fops.Fd) py.Object {
	if fd == nil {
		return py.None
	}
	o.l, o.fd = l, fd
	return o
}

// Type implements py.Object.
func (*fdObject) Type() *py.Type { return fdClass.typ }

// M__getattribute__ reads an attribute.
func (o *fdObject) M__getattribute__(name string) (py.Object, error) {
	if o.l.over {
		return nil, o.l.check("Fd")
	}
	switch name {
	case "inode":
		return giveInode(o.l, o.fd.Inode), nil
	case "flags":
		return py.Int(o.fd.Flags), nil
	case "is_dir":
		return py.NewBool(o.fd.Dir), nil
	case "gfid":
		if o.fd.Inode == nil {
			return py.None, nil
		}
		return giveGFID(o.fd.Inode.GFID), nil
	case "path":
		if o.fd.Inode == nil {
			return py.None, nil
		}
		return py.String(o.fd.Inode.Path()), nil
	}
	return fdClass.attr(o, name)
}

// M__setattr__ refuses.
func (o *fdObject) M__setattr__(name string, _ py.Object) (py.Object, error) {
	return nil, fdClass.readOnly(name)
}

// M__eq__ is true for the same open file, whatever request it came with.
func (o *fdObject) M__eq__(other py.Object) (py.Object, error) {
	x, ok := other.(*fdObject)
	if !ok {
		return py.NotImplemented, nil
	}
	if err := o.l.check("Fd"); err != nil {
		return nil, err
	}
	return py.NewBool(x.fd == o.fd), x.l.check("Fd")
}

// M__ne__ is the opposite.
func (o *fdObject) M__ne__(other py.Object) (py.Object, error) {
	eq, err := o.M__eq__(other)
	if err != nil || eq == py.NotImplemented {
		return eq, err
	}
	return py.NewBool(eq == py.False), nil
}

// M__repr__ shows what is open.
func (o *fdObject) M__repr__() (py.Object, error) {
	if o.l.over {
		return py.String("<Fd of a " + o.l.what + " that has ended>"), nil
	}
	path := "?"
	if o.fd.Inode != nil {
		path = o.fd.Inode.Path()
	}
	return py.String(fmt.Sprintf("<Fd %q flags %#o>", path, o.fd.Flags)), nil
}
