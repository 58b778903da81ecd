package engine

import (
	"fmt"

	"github.com/go-python/gpython/py"
	"golang.org/x/sys/unix"
)

// RecursionError is raised when calls nest deeper than Options.RecursionLimit, or
// containers deeper than a comparison or repr follows them.
var RecursionError = py.RuntimeError.NewTypeFlags("RecursionError", "Recursion limit exceeded.", nil, nil,
	py.RuntimeError.Flags&^py.TPFLAGS_READY)

// osErrors maps errno values to the subclass that CPython raises for them.
var osErrors = map[unix.Errno]*py.Type{
	unix.EAGAIN:       py.BlockingIOError,
	unix.EALREADY:     py.BlockingIOError,
	unix.EINPROGRESS:  py.BlockingIOError,
	unix.ECHILD:       py.ChildProcessError,
	unix.EPIPE:        py.BrokenPipeError,
	unix.ESHUTDOWN:    py.BrokenPipeError,
	unix.ECONNABORTED: py.ConnectionAbortedError,
	unix.ECONNREFUSED: py.ConnectionRefusedError,
	unix.ECONNRESET:   py.ConnectionResetError,
	unix.EEXIST:       py.FileExistsError,
	unix.ENOENT:       py.FileNotFoundError,
	unix.EINTR:        py.InterruptedError,
	unix.EISDIR:       py.IsADirectoryError,
	unix.ENOTDIR:      py.NotADirectoryError,
	unix.EACCES:       py.PermissionError,
	unix.EPERM:        py.PermissionError,
	unix.ESRCH:        py.ProcessLookupError,
	unix.ETIMEDOUT:    py.TimeoutError,
}

// typeErrno is the errno of a subclass raised without one, the more specific
// first.
var typeErrno = []struct {
	t *py.Type
	n unix.Errno
}{
	{py.BlockingIOError, unix.EAGAIN},
	{py.ChildProcessError, unix.ECHILD},
	{py.BrokenPipeError, unix.EPIPE},
	{py.ConnectionAbortedError, unix.ECONNABORTED},
	{py.ConnectionRefusedError, unix.ECONNREFUSED},
	{py.ConnectionResetError, unix.ECONNRESET},
	{py.FileExistsError, unix.EEXIST},
	{py.FileNotFoundError, unix.ENOENT},
	{py.InterruptedError, unix.EINTR},
	{py.IsADirectoryError, unix.EISDIR},
	{py.NotADirectoryError, unix.ENOTDIR},
	{py.PermissionError, unix.EACCES},
	{py.ProcessLookupError, unix.ESRCH},
	{py.TimeoutError, unix.ETIMEDOUT},
}

// Errno returns the error number that err, an exception of a script, stands for:
// an OSError's errno (attribute, or first argument), or that of its type
// (FileNotFoundError is ENOENT). It is false for anything but an OSError.
// An exhausted time budget is a TimeoutError, so ETIMEDOUT.
func Errno(err error) (int, bool) {
	exc, ok := excOf(err)
	if !ok || !exc.Base.IsSubtype(py.OSError) {
		return 0, false
	}
	if n, ok := excErrno(exc); ok {
		return n, true
	}
	for _, te := range typeErrno {
		if exc.Base.IsSubtype(te.t) {
			return int(te.n), true
		}
	}
	return 0, false
}

func excErrno(exc *py.Exception) (int, bool) {
	v := exc.Dict["errno"]
	if v == nil {
		if args := excArgs(exc); len(args) > 0 {
			v = args[0]
		}
	}
	if v == nil {
		v = exc.Base.Lookup("errno") // errno = … in the class body
	}
	n, ok := v.(py.Int)
	return int(n), ok
}

// NewOSError makes the exception that os functions raise: the subclass of OSError
// that fits errno, with message and, if not empty, file name.
func NewOSError(errno int, filename string) *py.Exception {
	args := py.Tuple{py.Int(errno), py.String(strerror(errno))}
	if filename != "" {
		args = append(args, py.String(filename))
	}
	exc, _ := osErrorNew(py.OSError, args, nil)
	return exc.(*py.Exception)
}

// osErrorNew is OSError's constructor: with an errno it picks the subclass.
func osErrorNew(t *py.Type, args py.Tuple, kwargs py.StringDict) (py.Object, error) {
	if t == py.OSError && len(args) > 0 {
		if n, ok := args[0].(py.Int); ok {
			if sub := osErrors[unix.Errno(n)]; sub != nil {
				t = sub
			}
		}
	}
	return excNew(t, args, kwargs)
}

func excNew(t *py.Type, args py.Tuple, kwargs py.StringDict) (py.Object, error) {
	if len(kwargs) != 0 {
		return nil, py.ExceptionNewf(py.TypeError, "%s() takes no keyword arguments", t.Name)
	}
	return &py.Exception{Base: t, Args: args.Copy(), Dict: py.StringDict{}}, nil
}

// osErrorMessage is str(OSError(errno, message[, filename])).
func osErrorMessage(e *py.Exception) string {
	args := excArgs(e)
	s := fmt.Sprintf("[Errno %s] %s", strText(args[0]), strText(args[1]))
	if len(args) > 2 && args[2] != py.None {
		s += ": " + reprText(args[2])
	}
	return s
}

// excAttr is an attribute of exceptions: kept in the exception's dictionary, with
// a fallback. gpython's exceptions accept an assignment only where the type has
// such a descriptor.
type excAttr struct {
	name string
	get  func(*py.Exception) py.Object // nil result: AttributeError
}

var excAttrType = py.NewType("exception attribute", "")

// Type implements py.Object.
func (*excAttr) Type() *py.Type { return excAttrType }

// M__get__ reads the attribute.
func (a *excAttr) M__get__(instance, owner py.Object) (py.Object, error) {
	exc, ok := instance.(*py.Exception)
	if !ok {
		return a, nil
	}
	if v := exc.Dict[a.name]; v != nil {
		return v, nil
	}
	if a.get != nil {
		if v := a.get(exc); v != nil {
			return v, nil
		}
	}
	return nil, py.ExceptionNewf(py.AttributeError, "'%s' object has no attribute '%s'", exc.Base.Name, a.name)
}

// M__set__ sets the attribute.
func (a *excAttr) M__set__(instance, value py.Object) (py.Object, error) {
	exc, ok := instance.(*py.Exception)
	if !ok {
		return nil, py.ExceptionNewf(py.AttributeError, "can't set attribute '%s'", a.name)
	}
	if a.name == "args" {
		exc.Args = value
		return py.None, nil
	}
	if exc.Dict == nil {
		exc.Dict = py.StringDict{}
	}
	exc.Dict[a.name] = value
	return py.None, nil
}

func arg(i int) func(*py.Exception) py.Object {
	return func(e *py.Exception) py.Object {
		if args := excArgs(e); i < len(args) && len(args) > 1 {
			return args[i]
		}
		return py.None
	}
}

func setAttrs(t *py.Type, attrs ...*excAttr) {
	for _, a := range attrs {
		t.Dict[a.name] = a
	}
}

// excInit is BaseException.__init__, for subclasses that call it.
var excInit = py.MustNewMethod("__init__", func(_ py.Object, args py.Tuple) (py.Object, error) {
	if len(args) == 0 {
		return nil, py.ExceptionNewf(py.TypeError, "descriptor '__init__' needs an argument")
	}
	exc, ok := args[0].(*py.Exception)
	if !ok {
		return nil, py.ExceptionNewf(py.TypeError, "descriptor '__init__' requires an exception, not '%s'", args[0].Type().Name)
	}
	exc.Args = args[1:].Copy()
	return py.None, nil
}, 0, "")

// unbound is a Go function in a type's dictionary that gets the instance as its
// first argument however it is reached (Type.name(obj) or obj.name()).
type unbound struct{ m *py.Method }

var unboundType = py.NewType("method descriptor", "")

// Type implements py.Object.
func (unbound) Type() *py.Type { return unboundType }

// M__call__ is Type.name(obj, …).
func (u unbound) M__call__(args py.Tuple, kwargs py.StringDict) (py.Object, error) {
	return u.m.CallWithKeywords(py.None, args, kwargs)
}

// M__get__ binds, for obj.name.
func (u unbound) M__get__(instance, owner py.Object) (py.Object, error) {
	if instance == py.None {
		return u, nil
	}
	return boundGo{u.m, instance}, nil
}

// boundGo is a Go function bound to an instance, its first argument.
type boundGo struct {
	m    *py.Method
	self py.Object
}

// Type implements py.Object.
func (boundGo) Type() *py.Type { return unboundType }

// M__call__ is obj.name(…).
func (b boundGo) M__call__(args py.Tuple, kwargs py.StringDict) (py.Object, error) {
	return b.m.CallWithKeywords(py.None, append(py.Tuple{b.self}, args...), kwargs)
}

// allTypes lists gpython's types whose metatype it sets wrongly (to the parent),
// which breaks isinstance and class statements with such a base.
func allTypes() []*py.Type {
	var list []*py.Type
	for _, v := range py.GetModuleImpl("builtins").Globals {
		if t, ok := v.(*py.Type); ok {
			list = append(list, t)
		}
	}
	return append(list, RecursionError)
}

func init() {
	if err := py.TypeMakeReady(); err != nil {
		panic(err)
	}
	for _, t := range allTypes() {
		t.ObjectType = py.TypeType
		if t.IsSubtype(py.BaseException) {
			t.Dict["__init__"] = unbound{excInit}
		}
	}
	py.OSError.New = osErrorNew
	setAttrs(py.BaseException,
		&excAttr{"args", func(e *py.Exception) py.Object { return excArgs(e) }},
		&excAttr{"__cause__", func(e *py.Exception) py.Object { return orNone(e.Cause) }},
		&excAttr{"__context__", func(e *py.Exception) py.Object { return orNone(e.Context) }},
		&excAttr{"__traceback__", func(e *py.Exception) py.Object { return py.None }},
	)
	setAttrs(py.OSError,
		&excAttr{"errno", func(e *py.Exception) py.Object {
			if n, ok := Errno(e); ok {
				return py.Int(n)
			}
			return py.None
		}},
		&excAttr{"strerror", func(e *py.Exception) py.Object {
			if args := excArgs(e); len(args) > 1 {
				return args[1]
			}
			if n, ok := Errno(e); ok {
				return py.String(strerror(n))
			}
			return py.None
		}},
		&excAttr{"filename", arg(2)},
	)
	setAttrs(py.StopIteration, &excAttr{"value", func(e *py.Exception) py.Object {
		if args := excArgs(e); len(args) > 0 {
			return args[0]
		}
		return py.None
	}})
}

func orNone(o py.Object) py.Object {
	if o == nil {
		return py.None
	}
	return o
}

// userException completes a class that the script derived from an exception.
func (c *Context) userException(t *py.Type) {
	t.Flags |= py.TPFLAGS_BASE_EXC_SUBCLASS
	t.New = func(t *py.Type, args py.Tuple, kwargs py.StringDict) (py.Object, error) {
		return &py.Exception{Base: t, Args: args.Copy(), Dict: py.StringDict{}}, nil
	}
	t.Init = func(self py.Object, args py.Tuple, kwargs py.StringDict) error {
		fn, ok := self.Type().Lookup("__init__").(*py.Function)
		if !ok {
			if len(kwargs) != 0 {
				return py.ExceptionNewf(py.TypeError, "%s() takes no keyword arguments", self.Type().Name)
			}
			return nil
		}
		_, err := py.Call(fn, append(py.Tuple{self}, args...), kwargs)
		return err
	}
	for name := range c.attrs {
		if len(name) > 1 && name[:2] == "__" {
			continue
		}
		if own := t.Dict[name]; own != nil {
			if _, isFn := own.(*py.Function); isFn {
				continue
			}
			if name == "errno" && t.IsSubtype(py.OSError) {
				continue
			}
			t.Dict[name] = &excAttr{name, func(*py.Exception) py.Object { return own }}
			continue
		}
		if t.Lookup(name) == nil {
			t.Dict[name] = &excAttr{name: name}
		}
	}
}
