package engine

import (
	"strings"

	"github.com/go-python/gpython/py"
)

// buildClass is what a class statement does after its body has run: find the
// metaclass, and let it make the class.
// given is the namespace as the metaclass's __prepare__ made it, if it did.
func (c *Context) buildClass(name string, bases []py.Object, ns *Dict, given py.Object, kwargs []py.Object, kw []string) (py.Object, error) {
	var meta py.Object
	for i := 0; i < len(kw); i++ {
		if kw[i] == "metaclass" {
			meta = kwargs[i]
			kwargs = append(append([]py.Object(nil), kwargs[:i]...), kwargs[i+1:]...)
			kw = append(append([]string(nil), kw[:i]...), kw[i+1:]...)
			break
		}
	}
	mk, err := c.metaclass(meta, bases)
	if err != nil {
		return nil, err
	}
	if mk == nil {
		// Not a class: any callable.
		args := append([]py.Object{py.String(name), py.Tuple(bases), ns}, kwargs...)
		return c.call(meta, args, kw)
	}
	if mk == typeClass {
		return c.newClass(typeClass, name, bases, ns, kwargs, kw)
	}
	if given == nil {
		given = ns
	}
	args := append([]py.Object{py.String(name), py.Tuple(bases), given}, kwargs...)
	return c.call(mk, args, kw)
}

// metaclass finds the most derived metaclass; nil if meta is no class.
func (c *Context) metaclass(meta py.Object, bases []py.Object) (*Class, error) {
	mk := typeClass
	if meta == nil && len(bases) > 0 {
		mk = classOf(bases[0])
	}
	if meta != nil {
		if mk = asClass(meta); mk == nil {
			return nil, nil
		}
	}
	for _, b := range bases {
		bm := classOf(b)
		switch {
		case mk.IsSubclass(bm):
		case bm.IsSubclass(mk):
			mk = bm
		default:
			return nil, raise(typeError, "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases")
		}
	}
	return mk, nil
}

// newClass is type.__new__.
func (c *Context) newClass(meta *Class, name string, bases []py.Object, ns *Dict, kwargs []py.Object, kw []string) (*Class, error) {
	k := &Class{name: name, qualname: name, ctx: c, meta: meta, module: py.String("builtins"), doc: py.None}
	for _, b := range bases {
		bk := asClass(b)
		if bk == nil {
			return nil, raise(typeError, "bases must be types")
		}
		if bk.final {
			return nil, raise(typeError, "type '%s' is not an acceptable base type", bk.name)
		}
		for _, other := range k.bases {
			if other == bk {
				return nil, raise(typeError, "duplicate base class %s", bk.name)
			}
		}
		k.bases = append(k.bases, bk)
	}
	if len(k.bases) == 0 {
		k.bases = []*Class{objectClass}
	}
	var err error
	if k.mro, err = mergeMRO(k); err != nil {
		return nil, err
	}
	if err := k.findSolid(); err != nil {
		return nil, err
	}
	k.dict = ns.copyOf()
	if v := k.dict.GetString("__module__"); v != nil {
		k.module = v
	}
	if q, ok := k.dict.GetString("__qualname__").(py.String); ok {
		k.qualname = string(q)
		k.dict.DelString("__qualname__")
	}
	if v := k.dict.GetString("__doc__"); v != nil {
		k.doc = v
	} else {
		k.dict.SetString("__doc__", py.None)
	}
	k.py = &py.Type{ObjectType: meta.py, Name: name, Base: k.bases[0].py}
	k.shape = &shape{}
	if meta != typeClass {
		// Attributes of a class with a metaclass are looked for there too.
		k.py.Flags |= py.TPFLAGS_HEAPTYPE
	}
	for _, special := range [...]string{"__init_subclass__", "__class_getitem__"} {
		if fn, ok := k.dict.GetString(special).(*ScriptFunc); ok {
			k.dict.SetString(special, &classMethod{fn: fn})
		}
	}
	if fn, ok := k.dict.GetString("__new__").(*ScriptFunc); ok {
		k.dict.SetString("__new__", &staticMethod{fn: fn})
	}
	if k.dict.GetString("__eq__") != nil && k.dict.GetString("__hash__") == nil {
		k.dict.SetString("__hash__", py.None)
	}
	if err := k.useSlots(c); err != nil {
		return nil, err
	}
	k.missing = k.bases[0].missing
	for _, b := range k.bases {
		if b.ctx != nil {
			b.subs = append(b.subs, k)
		}
	}
	if cl := ns.GetString("__classcell__"); cl != nil {
		x, ok := cl.(*cell)
		if !ok {
			return nil, raise(typeError, "type.__new__(): __classcell__ must be a nonlocal cell, not %s", classOf(cl).name)
		}
		x.v = k
		k.dict.DelString("__classcell__")
	}
	if err := c.setNames(k); err != nil {
		return nil, err
	}
	return k, c.initSubclass(k, kwargs, kw)
}

// findSolid decides what instances are made of.
func (k *Class) findSolid() error {
	for _, b := range k.bases {
		s := b.solid
		switch {
		case k.solid == nil || s.IsSubclass(k.solid):
			k.solid = s
		case k.solid.IsSubclass(s):
		case s.IsSubclass(baseException) && k.solid.IsSubclass(baseException):
		default:
			return raise(typeError, "multiple bases have instance lay-out conflict")
		}
	}
	return nil
}

// useSlots does what __slots__ says: no other attributes.
func (k *Class) useSlots(c *Context) error {
	inherited := true
	for _, b := range k.bases {
		if b.ctx != nil && !b.noDict {
			inherited = false
		}
	}
	v := k.dict.GetString("__slots__")
	if v == nil {
		return nil
	}
	k.slotted = map[string]bool{}
	var names []py.Object
	if s, ok := textOf(v); ok {
		names = []py.Object{py.String(s)}
	} else {
		var err error
		if names, err = c.list(v); err != nil {
			return err
		}
	}
	k.noDict = inherited
	for _, n := range names {
		s, ok := textOf(n)
		if !ok {
			return raise(typeError, "__slots__ items must be strings, not '%s'", classOf(n).name)
		}
		if s == "__dict__" {
			k.noDict = false
			continue
		}
		if !isIdentifier(s) {
			return raise(typeError, "__slots__ must be identifiers")
		}
		switch k.solid {
		case intClass, strClass, bytesClass, tupleClass:
			return raise(typeError, "nonempty __slots__ not supported for subtype of '%s'", k.solid.name)
		}
		s = mangle(k.name, s)
		k.slotted[s] = true
		if k.dict.GetString(s) != nil {
			return raise(valueError, "'%s' in __slots__ conflicts with class variable", s)
		}
		k.dict.SetString(s, &slotDescr{name: s, owner: k})
	}
	for _, m := range k.mro[1:] {
		for s := range m.slotted {
			k.slotted[s] = true
		}
	}
	return nil
}

// setNames calls __set_name__ of what the class body made.
func (c *Context) setNames(k *Class) error {
	type named struct{ name, v py.Object }
	var list []named
	k.dict.Each(func(name, v py.Object) bool {
		switch x := v.(type) {
		case *Instance:
			list = append(list, named{name, v})
		case *property:
			x.name, _ = textOf(name)
		}
		return true
	})
	for _, n := range list {
		fn := classOf(n.v).lookup("__set_name__")
		if fn == nil {
			continue
		}
		if _, err := c.callSpecial(fn, n.v, k, n.name); err != nil {
			cause := c.exception(err)
			if cause == c.dead {
				return err
			}
			name, _ := textOf(n.name)
			x := raise(runtimeError, "Error calling __set_name__ on '%s' instance '%s' in '%s'", classOf(n.v).name, name, k.name)
			x.cause, x.suppress = cause, true
			return x
		}
	}
	return nil
}

// initSubclass calls the __init_subclass__ of the bases.
func (c *Context) initSubclass(k *Class, kwargs []py.Object, kw []string) error {
	fn, _ := k.lookupFrom(k, "__init_subclass__")
	if fn == nil {
		return nil
	}
	if _, ok := fn.(*Builtin); ok {
		if len(kw) > 0 {
			return raise(typeError, "%s.__init_subclass__() takes no keyword arguments", k.name)
		}
		return nil
	}
	m, err := c.bind(fn, nil, k)
	if err != nil {
		return err
	}
	_, err = c.call(m, kwargs, kw)
	return err
}

// construct calls a class.
func (c *Context) construct(k *Class, args []py.Object, kw []string) (py.Object, error) {
	if k.meta != nil && k.meta != typeClass {
		if call := k.meta.overrides("__call__"); call != nil {
			m, err := c.bind(call, k, k.meta)
			if err != nil {
				return nil, err
			}
			return c.call(m, args, kw)
		}
	}
	return c.makeInstance(k, args, kw)
}

// makeInstance is type.__call__.
func (c *Context) makeInstance(k *Class, args []py.Object, kw []string) (py.Object, error) {
	if k.ctx == nil {
		return c.makeBuiltin(k, args, kw)
	}
	s := k.special()
	if s.new == nil && k.solid == objectClass {
		if len(k.abstract) > 0 {
			return nil, abstractErr(k)
		}
		if s.init == nil && len(args) > 0 {
			return nil, raise(typeError, "%s() takes no arguments", k.name)
		}
		o := newInstance(k)
		if s.init == nil {
			return o, nil
		}
		return o, c.runInit(s.init, o, args, kw)
	}
	var o py.Object
	var err error
	if s.new != nil {
		o, err = c.callNew(s.new, k, args, kw)
	} else {
		if len(k.abstract) > 0 {
			return nil, abstractErr(k)
		}
		o, err = k.solid.make(c, k, args, kw)
	}
	if err != nil {
		return nil, err
	}
	if !classOf(o).IsSubclass(k) {
		return o, nil
	}
	ok := classOf(o)
	if init := ok.overrides("__init__"); init != nil {
		return o, c.runInit(init, o, args, kw)
	}
	if ok.solid.init != nil {
		return o, ok.solid.init(c, o, args, kw)
	}
	return o, nil
}

func abstractErr(k *Class) error {
	s := ""
	if len(k.abstract) > 1 {
		s = "s"
	}
	return raise(typeError, "Can't instantiate abstract class %s with abstract method%s %s", k.name, s, strings.Join(k.abstract, ", "))
}

func (c *Context) makeBuiltin(k *Class, args []py.Object, kw []string) (py.Object, error) {
	if k.make == nil {
		return nil, raise(typeError, "cannot create '%s' instances", k.name)
	}
	o, err := k.make(c, k, args, kw)
	if err != nil || k.init == nil {
		return o, err
	}
	if k == typeClass && len(args) == 1 {
		return o, nil
	}
	return o, k.init(c, o, args, kw)
}

// runInit calls __init__.
func (c *Context) runInit(init py.Object, o py.Object, args []py.Object, kw []string) error {
	v, err := c.callMethod(init, o, args, kw)
	if err == nil && v != py.None {
		return raise(typeError, "__init__() should return None, not '%s'", classOf(v).name)
	}
	return err
}

// callNew calls a __new__ of the script.
func (c *Context) callNew(fn py.Object, k *Class, args []py.Object, kw []string) (py.Object, error) {
	if s, ok := fn.(*staticMethod); ok {
		fn = s.fn
	}
	base := len(c.args)
	c.args = append(append(c.args, k), args...)
	v, err := c.call(fn, c.args[base:], kw)
	c.drop(base)
	return v, err
}

// mangle makes of a private name of a class body what it really is.
func mangle(class, name string) string {
	if class == "" || len(name) < 3 || name[0] != '_' || name[1] != '_' || strings.HasSuffix(name, "__") || strings.Contains(name, ".") {
		return name
	}
	class = strings.TrimLeft(class, "_")
	if class == "" {
		return name
	}
	return "_" + class + name
}
