package scripting

import (
	_ "embed"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/go-python/gpython/py"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/scripting/engine"
)

// Translators for glupy, this type's ancestor, import gluster or gluster.glupy
// and take from ctypes what they need. Their handlers get pointers to glupy's
// structures and answer through functions of a library, dl. Here a pointer has
// an object of module windlass in it (gluster_pointer.go), which dl takes out
// again: what a handler passes on as it came is not copied.

var (
	//go:embed gluster/ctypes.py
	ctypesSource string
	//go:embed gluster/gluster.py
	glusterSource string
)

// glusterModules are the modules for translators that were written for glupy.
var glusterModules = sync.OnceValues(func() ([]*engine.Module, error) {
	var err error
	program := func(file, text string) []*engine.Program {
		p, e := engine.Compile("<windlass>/"+file, text)
		if e != nil && err == nil {
			err = e
		}
		return []*engine.Program{p}
	}
	table := make(py.Tuple, fops.NumOps)
	for i := range table {
		op := fops.Op(i)
		table[i] = py.Tuple{py.String(op.String()), kindsOf(&signatures[op].in), kindsOf(&signatures[op].out)}
	}
	mods := []*engine.Module{
		{Name: "ctypes", Doc: "Of ctypes, what translators for glupy use.", Prelude: program("ctypes.py", ctypesSource)},
		{
			Name: "gluster", Doc: "The names of glupy, for translators that were written for it.",
			// Globals are shared by all contexts; dl is not, so the prelude gets a
			// function that makes it.
			Globals: py.StringDict{"_table": table},
			Prelude: append(program("gluster.py", "_dl = _new_dl()\n"), program("gluster.py", glusterSource)...),
			Methods: []*py.Method{
				py.MustNewMethod("_new_dl", func(py.Object, py.Tuple) (py.Object, error) {
					return &dlObject{funcs: make(map[string]*dlFunc)}, nil
				}, 0, ""),
				py.MustNewMethod("_install", func(_ py.Object, args py.Tuple) (py.Object, error) {
					installGlupy(args[0].(*engine.Class))
					return py.None, nil
				}, 0, ""),
				py.MustNewMethod("_register", func(_ py.Object, args py.Tuple) (py.Object, error) {
					registerGlupy(args[0].(*engine.Class), string(args[1].(py.String)), args[2], true)
					return py.None, nil
				}, 0, ""),
				py.MustNewMethod("_set_up", func(_ py.Object, args py.Tuple) (py.Object, error) {
					o, ok := args[0].(*engine.Instance)
					if !ok {
						return py.None, nil
					}
					for _, name := range o.Names() {
						if _, _, is := handlerOf(name); is {
							registerGlupy(o.Class(), name, o.Get(name), false)
							o.Del(name)
						}
					}
					return py.None, nil
				}, 0, ""),
			},
		},
		{Name: "gluster.glupy", Doc: "The same as gluster.", Prelude: program("glupy.py", "from gluster import *\nfrom gluster import dl\n")},
	}
	return mods, err
})

// kindsOf are the types of a signature's positional parameters.
func kindsOf(s *signature) py.Tuple {
	kinds := make(py.Tuple, len(s.pos))
	for i, at := range s.pos {
		kinds[i] = py.String(s.params[at].Py)
	}
	return kinds
}

// handlerOf takes the name of a handler apart.
func handlerOf(name string) (op fops.Op, cbk, ok bool) {
	base, cbk := strings.CutSuffix(name, "_cbk")
	if !cbk {
		var fop bool
		if base, fop = strings.CutSuffix(name, "_fop"); !fop {
			return 0, false, false
		}
	}
	op, ok = fops.ParseOp(base)
	return op, cbk, ok
}

// installGlupy puts in front of the handlers of a class what makes pointers of
// their arguments.
func installGlupy(t *engine.Class) {
	for _, name := range t.OwnNames() {
		op, cbk, ok := handlerOf(name)
		if !ok {
			continue
		}
		if f, ok := t.Own(name).(*engine.ScriptFunc); ok {
			t.SetOwn(name, glupyMethod(name, op, cbk, f, true, false))
		}
	}
}

// registerGlupy makes a function without self a handler of a class. words is
// for the first glupy, whose gfids were four words.
func registerGlupy(t *engine.Class, name string, f py.Object, words bool) {
	if op, cbk, ok := handlerOf(name); ok {
		t.SetOwn(name, glupyMethod(name, op, cbk, f, false, words))
	}
}

// glupyMethod is a handler that calls f with pointers.
func glupyMethod(name string, op fops.Op, cbk bool, f py.Object, self, words bool) py.Object {
	sig, first := &signatures[op].in, 2 // frame, this
	if cbk {
		sig, first = &signatures[op].out, 5 // frame, cookie, this, op_ret, op_errno
	}
	return engine.Wrap(name, f, func(o py.Object, args []py.Object) []py.Object {
		v := make([]py.Object, 0, len(args)+1)
		if self {
			v = append(v, o)
		}
		for i, a := range args {
			if i >= first && i-first < len(sig.pos) {
				a = toPointer(a, sig.params[sig.pos[i-first]].Py, words)
			}
			v = append(v, a)
		}
		return v
	})
}

// bareGlupy reports whether a class is glupy's Translator itself, without any
// handlers that functions were registered as.
func bareGlupy(t *engine.Class) bool {
	if t.Own("_glupy") == nil {
		return false
	}
	for _, name := range t.OwnNames() {
		if _, _, ok := handlerOf(name); ok {
			return false
		}
	}
	return true
}

// dlObject is glupy's library.
type dlObject struct{ funcs map[string]*dlFunc }

var dlClass = newClass("CDLL", "The library of glupy: wind_NAME, unwind_NAME, set_NAME_fop, set_NAME_cbk, get_id, get_rootunique.", "")

// Type implements py.Object.
func (*dlObject) Type() *py.Type { return dlClass.typ }

// M__getattribute__ finds a function. It is made once, so that what is assigned
// to its restype stays.
func (o *dlObject) M__getattribute__(name string) (py.Object, error) {
	if f := o.funcs[name]; f != nil {
		return f, nil
	}
	call := dlCall(name)
	if call == nil {
		if strings.HasPrefix(name, "__") {
			return dlClass.attr(o, name)
		}
		return nil, noAttribute("dl", name, dlNames())
	}
	f := &dlFunc{name: name, call: call, attrs: py.StringDict{"restype": py.None, "argtypes": py.None, "errcheck": py.None}}
	o.funcs[name] = f
	return f, nil
}

func dlNames() []string {
	names := []string{"get_id", "get_rootunique"}
	for _, op := range fops.Names() {
		names = append(names, "wind_"+op, "unwind_"+op, "set_"+op+"_fop", "set_"+op+"_cbk")
	}
	return names
}

// dlFunc is one function of the library. restype and argtypes can be assigned,
// and change nothing.
type dlFunc struct {
	name  string
	call  func(args py.Tuple) (py.Object, error)
	attrs py.StringDict
}

var dlFuncClass = newClass("_FuncPtr", "A function of glupy's library.", "restype argtypes errcheck")

// Type implements py.Object.
func (*dlFunc) Type() *py.Type { return dlFuncClass.typ }

// M__call__ calls the function.
func (f *dlFunc) M__call__(args py.Tuple, kwargs py.StringDict) (py.Object, error) {
	if err := noKeywords("dl."+f.name, kwargs); err != nil {
		return nil, err
	}
	return f.call(args)
}

// M__getattribute__ reads restype and argtypes.
func (f *dlFunc) M__getattribute__(name string) (py.Object, error) {
	if v := f.attrs[name]; v != nil {
		return v, nil
	}
	if name == "__name__" {
		return py.String(f.name), nil
	}
	return dlFuncClass.attr(f, name)
}

// M__setattr__ keeps restype and argtypes.
func (f *dlFunc) M__setattr__(name string, v py.Object) (py.Object, error) {
	if f.attrs[name] == nil {
		return nil, dlFuncClass.noAttr(name)
	}
	f.attrs[name] = v
	return py.None, nil
}

// M__repr__ shows the name.
func (f *dlFunc) M__repr__() (py.Object, error) {
	return py.String("<function dl." + f.name + ">"), nil
}

// dlCall is what a function of the library does; nil if there is none.
func dlCall(name string) func(args py.Tuple) (py.Object, error) {
	full := "dl." + name + "()"
	switch name {
	case "get_id":
		return onFrame(full, func(x *request) py.Object {
			if x.id == 0 {
				x.id = glupyID.Add(1)
			}
			return py.Int(x.id)
		})
	case "get_rootunique":
		return onFrame(full, func(x *request) py.Object { return giveUint(x.f.Root().Unique) })
	}
	if base, ok := strings.CutPrefix(name, "set_"); ok {
		if _, _, ok := handlerOf(base); ok {
			return func(args py.Tuple) (py.Object, error) {
				if err := exactly("dl."+name, args, nil, 2); err != nil {
					return nil, err
				}
				o, ok := args[0].(*engine.Instance)
				if !ok {
					return nil, py.ExceptionNewf(py.TypeError, "%s: parameter c_this must be what __init__ received, not %s", full, kindOf(args[0]))
				}
				registerGlupy(o.Class(), base, args[1], false)
				return py.None, nil
			}
		}
	}
	if base, ok := strings.CutPrefix(name, "wind_"); ok {
		if op, ok := fops.ParseOp(base); ok {
			return func(args py.Tuple) (py.Object, error) { return glupyWind(full, op, args) }
		}
	}
	if base, ok := strings.CutPrefix(name, "unwind_"); ok {
		if op, ok := fops.ParseOp(base); ok {
			return func(args py.Tuple) (py.Object, error) { return glupyUnwind(full, op, args) }
		}
	}
	return nil
}

// glupyID numbers frames. In glupy each kind of fop had a counter of its own, so
// that a lookup and a create could have the same number.
var glupyID atomic.Int64

func onFrame(name string, f func(*request) py.Object) func(args py.Tuple) (py.Object, error) {
	return func(args py.Tuple) (py.Object, error) {
		if len(args) != 1 {
			return nil, py.ExceptionNewf(py.TypeError, "%s takes (frame), not %d values", name, len(args))
		}
		x, ok := args[0].(*request)
		if !ok {
			return nil, py.ExceptionNewf(py.TypeError, "%s: parameter frame must be a Frame, not %s", name, kindOf(args[0]))
		}
		if err := x.check("Frame"); err != nil {
			return nil, err
		}
		return f(x), nil
	}
}

// glupyWind is dl.wind_NAME(frame, xl, …): xl is a null pointer, for the first
// child, or what windlass takes for a child.
func glupyWind(name string, op fops.Op, args py.Tuple) (py.Object, error) {
	sig := &signatures[op].in
	x, err := glupyFrame(name, sig, args, 2, "frame, xl")
	if err != nil {
		return nil, err
	}
	child := 0
	switch xl := fromPointer(args[1], "").(type) {
	case py.NoneType, *engine.Instance: // nothing, or this
	default:
		if child, err = x.lane.host.child(name, xl); err != nil {
			return nil, err
		}
	}
	var buf [maxParams]py.Object
	return x.lane.wind(name, x, op, child, glupyValues(buf[:0], sig, args[2:]), nil, false)
}

// glupyUnwind is dl.unwind_NAME(frame, cookie, this, op_ret, op_errno, …).
func glupyUnwind(name string, op fops.Op, args py.Tuple) (py.Object, error) {
	sig := &signatures[op].out
	x, err := glupyFrame(name, sig, args, 5, "frame, cookie, this, op_ret, op_errno")
	if err != nil {
		return nil, err
	}
	if op != x.op && x.check("Frame") == nil {
		return nil, py.ExceptionNewf(py.TypeError, "%s: the frame is that of a %s: call dl.unwind_%s", name, x.op, x.op)
	}
	var buf [2 + maxParams]py.Object
	v := append(buf[:0], fromPointer(args[3], ""), fromPointer(args[4], ""))
	return x.lane.unwind(name, x, glupyValues(v, sig, args[5:]), nil, false)
}

// glupyFrame checks the number of values, which in C decided about what the
// callee read, and finds the frame.
func glupyFrame(name string, sig *signature, args py.Tuple, fixed int, first string) (*request, error) {
	if len(args) != fixed+len(sig.pos) {
		usage := first
		for _, at := range sig.pos {
			usage += ", " + sig.params[at].Name
		}
		return nil, py.ExceptionNewf(py.TypeError, "%s takes (%s): %d values, not %d", name, usage, fixed+len(sig.pos), len(args))
	}
	x, ok := args[0].(*request)
	if !ok {
		return nil, py.ExceptionNewf(py.TypeError, "%s: parameter frame must be a Frame, not %s", name, kindOf(args[0]))
	}
	return x, nil
}

// glupyValues appends what the pointers point to.
func glupyValues(v []py.Object, sig *signature, args []py.Object) []py.Object {
	for i, a := range args {
		v = append(v, fromPointer(a, sig.params[sig.pos[i]].Py))
	}
	return v
}
