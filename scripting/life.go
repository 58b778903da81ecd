package scripting

import (
	"strings"

	"github.com/go-python/gpython/py"

	"github.com/windlassfs/windlass/fops"
)

// A life is the time in which the objects that were made for one request, or
// for one call of a hook, may be used. What they stand for is the machine's
// memory, which serves another request afterwards; so they are made anew each
// time and refuse to be used when their life is over. It is read and changed
// under the lane's lock only.
type life struct {
	lane *lane
	// req is the request; nil for a hook.
	req *request
	// what names the request for messages: "lookup", "forget".
	what string
	over bool
}

// check returns the exception for the use of an object whose life is over. A
// nil life never ends: the object is the script's own.
func (l *life) check(kind string) error {
	if l == nil || !l.over {
		return nil
	}
	hint := "keep what you need of it instead, for example a path or a gfid"
	switch kind {
	case "Iatt", "Lock", "Lease", "Statvfs", "Dict":
		hint = "keep a copy() of it instead"
	case "Buffer":
		hint = "keep bytes() of it instead"
	case "Frame":
		hint = "each frame is answered once; frame.hold() keeps one open"
	}
	return py.ExceptionNewf(py.ReferenceError, "this %s belongs to a %s that has ended (%s)", kind, l.what, hint)
}

// method is a function of an object made in Go. What it is bound to is its
// first argument.
type method struct {
	name, doc string
	fn        func(self py.Object, args py.Tuple, kwargs py.StringDict) (py.Object, error)
}

// bound is a method of one object.
type bound struct {
	m    *method
	self py.Object
}

var boundType = py.NewType("method", "a method of windlass")

// Type implements py.Object.
func (*bound) Type() *py.Type { return boundType }

// M__call__ calls the method.
func (b *bound) M__call__(args py.Tuple, kwargs py.StringDict) (py.Object, error) {
	return b.m.fn(b.self, args, kwargs)
}

// M__repr__ implements repr().
func (b *bound) M__repr__() (py.Object, error) {
	return py.String("<method " + b.self.Type().Name + "." + b.m.name + ">"), nil
}

// attrDoc stands in a type's dictionary for an attribute that Go code reads,
// so that dir() and the editor's stub agree with what there is.
type attrDoc struct{ name string }

// Type implements py.Object.
func (attrDoc) Type() *py.Type { return boundType }

// class is what there is to know about a type made in Go: its Python type, its
// attributes (for dir() and suggestions) and its methods.
type class struct {
	typ     *py.Type
	attrs   []string
	methods map[string]*method
}

func newClass(name, doc string, attrs string, methods ...*method) *class {
	c := &class{typ: py.NewType(name, doc), attrs: strings.Fields(attrs), methods: make(map[string]*method)}
	if err := py.TypeMakeReady(); err != nil {
		panic(err) // gpython cannot fail for a new type
	}
	for _, a := range c.attrs {
		c.typ.Dict[a] = attrDoc{a}
	}
	for _, m := range methods {
		c.methods[m.name] = m
		c.typ.Dict[m.name] = attrDoc{m.name}
	}
	return c
}

// constructor makes the class callable.
func (c *class) constructor(f func(args py.Tuple, kwargs py.StringDict) (py.Object, error)) {
	c.typ.New = func(_ *py.Type, args py.Tuple, kwargs py.StringDict) (py.Object, error) { return f(args, kwargs) }
}

// attr finds what is no plain attribute: a method, or nothing.
func (c *class) attr(self py.Object, name string) (py.Object, error) {
	if m := c.methods[name]; m != nil {
		return &bound{m, self}, nil
	}
	switch name {
	case "__class__":
		return c.typ, nil
	case "__doc__":
		return py.String(c.typ.Doc), nil
	}
	return nil, c.noAttr(name)
}

func (c *class) noAttr(name string) error {
	names := append([]string{}, c.attrs...)
	for m := range c.methods {
		names = append(names, m)
	}
	return noAttribute(c.typ.Name, name, names)
}

func noAttribute(typ, name string, known []string) error {
	near := fops.Suggest(name, known)
	for _, k := range known {
		if near == "" && strings.HasSuffix(k, "_"+name) { // size for ia_size
			near = k
		}
	}
	hint := ""
	if near != "" && !strings.HasPrefix(name, "__") {
		hint = "; did you mean '" + near + "'?"
	}
	return py.ExceptionNewf(py.AttributeError, "'%s' object has no attribute '%s'%s", typ, name, hint)
}

// readOnly refuses an assignment.
func (c *class) readOnly(name string) error {
	for _, a := range c.attrs {
		if a == name {
			return py.ExceptionNewf(py.AttributeError, "attribute '%s' of '%s' cannot be set", name, c.typ.Name)
		}
	}
	return c.noAttr(name)
}

// noKeywords is for methods that take positional arguments only.
func noKeywords(name string, kwargs py.StringDict) error {
	if len(kwargs) == 0 {
		return nil
	}
	return py.ExceptionNewf(py.TypeError, "%s() takes no keyword arguments", name)
}

func exactly(name string, args py.Tuple, kwargs py.StringDict, n int) error {
	if err := noKeywords(name, kwargs); err != nil {
		return err
	}
	if len(args) != n {
		return py.ExceptionNewf(py.TypeError, "%s() takes %d argument%s (%d given)", name, n, plural(n), len(args))
	}
	return nil
}

func plural(n int) string {
	if n == 1 {
		return ""
	}
	return "s"
}
