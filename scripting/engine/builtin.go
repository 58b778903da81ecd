package engine

import (
	"strings"
	"sync"

	"github.com/go-python/gpython/py"
)

// nativeFn is a function made by Go. args has a place for every declared
// parameter, nil for one that was not given; it is the caller's memory, to be
// copied by what keeps it. self is nil for a plain function.
type nativeFn func(c *Context, self py.Object, args []py.Object) (py.Object, error)

// rawFn is one that takes its arguments as they come: positional ones, then the
// values of the keywords kw.
type rawFn func(c *Context, self py.Object, args []py.Object, kw []string) (py.Object, error)

// Builtin is a function or method made by Go. It is immutable, so contexts share
// it.
type Builtin struct {
	name   string
	doc    string
	owner  *Class // of a method
	static bool   // does not bind
	byType bool   // binds to the class
	lo, hi int    // positional parameters; hi -1: any number
	params []string
	posOnl int // parameters that are no keywords
	kwOnl  int // parameters that are keywords only
	named  bool
	parsed bool // says "takes at least", not "expected at least"
	fn     nativeFn
	raw    rawFn
	wraps  *ScriptFunc // see Wrap
	// method: takes self though it is no built-in class's; see Method.
	takesSelf bool
}

// plain reports whether b is a function: an attribute of a class that is called
// without self.
func (b *Builtin) plain() bool { return b.owner == nil && !b.takesSelf }

// Type implements py.Object.
func (b *Builtin) Type() *py.Type { return b.class().py }

func (b *Builtin) class() *Class {
	switch {
	case b.owner == nil || b.static:
		return builtinClass
	case b.byType:
		return classMethodDescrClass
	case b.isWrapper():
		return wrapperClass
	}
	return methodDescrClass
}

func (b *Builtin) isWrapper() bool { return strings.HasPrefix(b.name, "__") }

// newBuiltin makes a function of a description of its parameters: names, one
// with "?" may be left out, those before "/" have no keyword, those behind "*"
// have nothing else. Without names it takes no arguments.
func newBuiltin(name, params string, fn nativeFn) *Builtin {
	b := &Builtin{name: name, fn: fn, posOnl: -1}
	kwOnly := false
	for _, p := range strings.Fields(params) {
		switch {
		case p == "/":
			b.posOnl = len(b.params)
			continue
		case p == "*":
			kwOnly = true
			continue
		}
		p, optional := strings.CutSuffix(p, "?")
		b.params = append(b.params, p)
		if kwOnly {
			b.kwOnl++
			continue
		}
		b.hi++
		if !optional {
			b.lo = b.hi
		}
	}
	if b.posOnl < 0 {
		b.posOnl = 0
	}
	b.named = b.posOnl < len(b.params)
	return b
}

// qualified is the name in messages.
func (b *Builtin) qualified() string {
	if b.owner != nil && !b.static {
		return b.owner.shortName() + "." + b.name
	}
	return b.name
}

func (b *Builtin) wrongCount(n int) error {
	switch {
	case b.parsed && n < b.lo:
		return raise(typeError, "%s() takes at least %d argument%s (%d given)", b.name, b.lo, plural(b.lo), n)
	case b.parsed:
		return raise(typeError, "%s() takes at most %d argument%s (%d given)", b.name, b.hi, plural(b.hi), n)
	case b.hi == 0 && b.kwOnl > 0:
		return raise(typeError, "%s() takes no positional arguments", b.name)
	case b.hi == 0 && !b.named:
		return raise(typeError, "%s() takes no arguments (%d given)", b.qualified(), n)
	case b.lo == 1 && b.hi == 1 && !b.named:
		return raise(typeError, "%s() takes exactly one argument (%d given)", b.qualified(), n)
	case b.named && n > b.hi:
		most := "most"
		what := "argument"
		if b.kwOnl > 0 {
			what = "positional argument"
		}
		if b.lo == b.hi {
			most = "exactly"
			return raise(typeError, "%s() takes %s %d %s%s (%d given)", b.name, most, b.hi, what, plural(b.hi), n)
		}
		return raise(typeError, "%s() takes at %s %d %s%s (%d given)", b.name, most, b.hi, what, plural(b.hi), n)
	case b.named:
		return raise(typeError, "%s() missing required argument '%s' (pos %d)", b.name, b.params[n], n+1)
	case b.lo == b.hi:
		return raise(typeError, "%s expected %d argument%s, got %d", b.name, b.lo, plural(b.lo), n)
	case n < b.lo:
		return raise(typeError, "%s expected at least %d argument%s, got %d", b.name, b.lo, plural(b.lo), n)
	}
	return raise(typeError, "%s expected at most %d argument%s, got %d", b.name, b.hi, plural(b.hi), n)
}

func plural(n int) string {
	if n == 1 {
		return ""
	}
	return "s"
}

// call calls the function; self is nil unless it is bound.
func (b *Builtin) call(c *Context, self py.Object, args []py.Object, kw []string) (py.Object, error) {
	if self == nil && b.owner != nil && !b.static {
		if len(args) == len(kw) {
			if b.isWrapper() {
				return nil, raise(typeError, "descriptor '%s' of '%s' object needs an argument", b.name, b.owner.name)
			}
			return nil, raise(typeError, "unbound method %s() needs an argument", b.qualified())
		}
		self, args = args[0], args[1:]
		if !b.byType && !classOf(self).IsSubclass(b.owner) {
			return nil, raise(typeError, "descriptor '%s' for '%s' objects doesn't apply to a '%s' object", b.name, b.owner.name, classOf(self).name)
		}
	}
	if b.raw != nil {
		return b.raw(c, self, args, kw)
	}
	n := len(args) - len(kw)
	if n > b.hi {
		return nil, b.wrongCount(n)
	}
	if len(kw) == 0 && n == len(b.params) {
		return b.fn(c, self, args)
	}
	if len(kw) == 0 && n < b.lo {
		return nil, b.wrongCount(n)
	}
	at := len(c.args)
	c.args = append(c.args, args[:n]...)
	for range len(b.params) - n {
		c.args = append(c.args, nil)
	}
	full := c.args[at : at+len(b.params) : at+len(b.params)]
	for i, name := range kw {
		slot := -1
		for j := b.posOnl; j < len(b.params); j++ {
			if b.params[j] == name {
				slot = j
			}
		}
		if slot < 0 {
			c.drop(at)
			if !b.named {
				return nil, raise(typeError, "%s() takes no keyword arguments", b.qualified())
			}
			return nil, raise(typeError, "'%s' is an invalid keyword argument for %s()", name, b.name)
		}
		if full[slot] != nil {
			c.drop(at)
			return nil, raise(typeError, "argument for %s() given by name ('%s') and position (%d)", b.name, name, slot+1)
		}
		full[slot] = args[n+i]
	}
	for i := range b.lo {
		if full[i] == nil {
			c.drop(at)
			return nil, b.wrongCount(i)
		}
	}
	v, err := b.fn(c, self, full)
	c.drop(at)
	return v, err
}

// drop gives back the arguments from base on.
func (c *Context) drop(base int) {
	clear(c.args[base:])
	c.args = c.args[:base]
}

// typeClasses are the built-in classes by their gpython type.
var typeClasses = map[*py.Type]*Class{}

// builtinClasses are all built-in classes, in the order of their declaration.
var builtinClasses []*Class

// declare makes a built-in class. t is gpython's type where there is one.
func declare(name string, base *Class, t *py.Type) *Class {
	if t == nil {
		t = &py.Type{ObjectType: py.TypeType, Name: name}
	}
	k := &Class{name: name, qualname: name, module: py.String("builtins"), doc: py.None, dict: &Dict{}, py: t, meta: nil}
	k.solid = k
	if base != nil {
		k.bases = []*Class{base}
		k.mro = append([]*Class{k}, base.mro...)
	} else {
		k.mro = []*Class{k}
	}
	k.shape = &shape{}
	typeClasses[t] = k
	builtinClasses = append(builtinClasses, k)
	return k
}

// declareFinal makes a class that cannot be derived from.
func declareFinal(name string, t *py.Type) *Class {
	k := declare(name, objectClass, t)
	k.final = true
	return k
}

// method adds a method; see newBuiltin.
func (k *Class) method(name, params string, fn nativeFn) {
	b := newBuiltin(name, params, fn)
	b.owner = k
	k.dict.SetString(name, b)
}

// rawMethod adds a method that takes its arguments as they come.
func (k *Class) rawMethod(name string, fn rawFn) {
	k.dict.SetString(name, &Builtin{name: name, owner: k, raw: fn, hi: -1, named: true})
}

// classMethod adds a method of the class.
func (k *Class) classMethod(name, params string, fn nativeFn) {
	b := newBuiltin(name, params, fn)
	b.owner, b.byType = k, true
	k.dict.SetString(name, b)
}

// staticMethod adds a function to the class.
func (k *Class) staticMethod(name, params string, fn nativeFn) {
	b := newBuiltin(name, params, fn)
	b.owner, b.static = k, true
	k.dict.SetString(name, b)
}

// getter adds a read-only attribute; with a setter it can be assigned.
func (k *Class) getter(name string, get func(c *Context, o py.Object) (py.Object, error), set ...func(c *Context, o, v py.Object) error) {
	g := &getset{name: name, owner: k, get: get}
	if len(set) > 0 {
		g.set = set[0]
	}
	k.dict.SetString(name, g)
}

// getset is an attribute of a built-in class.
type getset struct {
	name  string
	owner *Class
	get   func(c *Context, o py.Object) (py.Object, error)
	set   func(c *Context, o, v py.Object) error // v nil: delete
	// member: what CPython keeps in a field of the object.
	member bool
}

// Type implements py.Object.
func (*getset) Type() *py.Type { return getsetClass.py }

// seal completes the built-in classes: their look-up tables.
var seal = sync.OnceFunc(func() {
	for _, k := range [...]*Class{strClass, bytesClass, bytearrayClass} {
		for _, name := range [...]string{"count", "find", "rfind", "index", "rindex", "startswith", "endswith"} {
			if b, ok := k.dict.GetString(name).(*Builtin); ok {
				b.parsed = true
			}
		}
	}
	for _, k := range [...]*Class{sliceClass, rangeClass, complexClass} {
		k.dict.Each(func(_, v py.Object) bool {
			if g, ok := v.(*getset); ok {
				g.member = true
			}
			return true
		})
	}
	for _, k := range builtinClasses {
		if k.make != nil && k.dict.GetString("__new__") == nil {
			newMethod(k)
		}
	}
	for _, k := range builtinClasses {
		k.found = make(map[string]py.Object, 64)
		for i := len(k.mro) - 1; i >= 0; i-- {
			k.mro[i].dict.Each(func(key, v py.Object) bool {
				k.found[string(key.(py.String))] = v
				return true
			})
		}
		k.slots.ready = true
	}
})

// kwargsDict makes gpython's form of keyword arguments.
func kwargsDict(vals []py.Object, kw []string) py.StringDict {
	if len(kw) == 0 {
		return nil
	}
	d := make(py.StringDict, len(kw))
	for i, name := range kw {
		d[name] = vals[i]
	}
	return d
}
