package engine

import (
	"github.com/go-python/gpython/ast"
	"github.com/go-python/gpython/py"
)

// The special methods of the built-in classes, for scripts that call or inherit
// them. The engine itself looks at the objects instead.
func init() {
	number := []operator{opAdd, opSub, opMul, opTrueDiv, opFloorDiv, opMod, opPow, opDivmod}
	bitwise := []operator{opLShift, opRShift, opAnd, opOr, opXor}
	binaryMethods(intClass, append(number, bitwise...)...)
	binaryMethods(floatClass, number...)
	binaryMethods(complexClass, opAdd, opSub, opMul, opTrueDiv, opPow)
	binaryMethods(boolClass, opAnd, opOr, opXor)
	for _, k := range [...]*Class{strClass, bytesClass, bytearrayClass} {
		binaryMethods(k, opAdd, opMul, opMod)
	}
	binaryMethods(listClass, opAdd, opMul)
	binaryMethods(tupleClass, opAdd, opMul)
	binaryMethods(dictClass, opOr)
	binaryMethods(mappingProxyClass, opOr)
	for _, k := range [...]*Class{setClass, frozensetClass, dictKeysClass, dictItemsClass} {
		binaryMethods(k, opAnd, opOr, opXor, opSub)
	}
	for _, k := range [...]*Class{listClass, bytearrayClass} {
		inplaceMethods(k, opAdd, opMul)
	}
	inplaceMethods(dictClass, opOr)
	inplaceMethods(setClass, opAnd, opOr, opXor, opSub)
	for _, k := range [...]*Class{intClass, floatClass, complexClass} {
		for name, op := range map[string]ast.UnaryOpNumber{"__neg__": ast.USub, "__pos__": ast.UAdd, "__invert__": ast.Invert} {
			if k != intClass && name == "__invert__" {
				continue
			}
			k.method(name, "", func(_ *Context, o py.Object, _ []py.Object) (py.Object, error) { return numberUnary(op, base(o)), nil })
		}
		k.method("__bool__", "", func(c *Context, o py.Object, _ []py.Object) (py.Object, error) {
			ok, err := c.truth(base(o))
			return py.NewBool(ok), err
		})
		k.method("__abs__", "", func(c *Context, o py.Object, _ []py.Object) (py.Object, error) { return c.abs(base(o)) })
	}
	for _, k := range [...]*Class{intClass, floatClass} {
		k.method("__int__", "", func(c *Context, o py.Object, _ []py.Object) (py.Object, error) {
			return newInt(c, intClass, []py.Object{base(o)}, nil)
		})
		k.method("__float__", "", func(c *Context, o py.Object, _ []py.Object) (py.Object, error) {
			f, err := c.toFloat(base(o))
			return py.Float(f), err
		})
	}
	intClass.method("__index__", "", func(c *Context, o py.Object, _ []py.Object) (py.Object, error) { return c.indexObject(base(o)) })
	ordered := []*Class{intClass, floatClass, strClass, bytesClass, bytearrayClass, listClass, tupleClass, setClass, frozensetClass, dictKeysClass, dictItemsClass}
	for _, k := range ordered {
		for op := cmpLt; op <= cmpGe; op++ {
			compareMethod(k, op)
		}
	}
	for _, k := range append(ordered, complexClass, dictClass, rangeClass, sliceClass) {
		compareMethod(k, cmpEq)
		compareMethod(k, cmpNe)
	}
	for _, k := range [...]*Class{intClass, floatClass, complexClass, strClass, bytesClass, tupleClass, frozensetClass, rangeClass} {
		k.method("__hash__", "", func(c *Context, o py.Object, _ []py.Object) (py.Object, error) {
			h, err := c.hash(base(o))
			return py.Int(h), err
		})
	}
	for _, k := range [...]*Class{listClass, dictClass, setClass, bytearrayClass, dictKeysClass, dictItemsClass} {
		k.dict.SetString("__hash__", py.None)
	}
	sized := []*Class{
		strClass, bytesClass, bytearrayClass, listClass, tupleClass, dictClass, setClass, frozensetClass, rangeClass, memoryClass,
		dictKeysClass, dictValuesClass, dictItemsClass,
	}
	for _, k := range sized {
		k.method("__len__", "", func(c *Context, o py.Object, _ []py.Object) (py.Object, error) {
			n, err := c.length(base(o))
			return py.Int(n), err
		})
		k.method("__iter__", "", func(c *Context, o py.Object, _ []py.Object) (py.Object, error) {
			it, err := c.iter(base(o))
			if err != nil {
				return nil, err
			}
			return it, nil
		})
		k.method("__contains__", "key /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
			ok, err := c.contains(base(o), a[0])
			return py.NewBool(ok), err
		})
	}
	for _, k := range [...]*Class{strClass, bytesClass, bytearrayClass, listClass, tupleClass, rangeClass, memoryClass} {
		k.method("__getitem__", "key /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) { return c.getitem(base(o), a[0]) })
	}
	dictClass.method("__getitem__", "key /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		if x, ok := o.(*Instance); ok {
			return c.baseItem(x, a[0])
		}
		return c.getitem(o, a[0])
	})
	for _, k := range [...]*Class{listClass, dictClass, bytearrayClass, memoryClass} {
		k.method("__setitem__", "key value /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
			return py.None, c.setitem(base(o), a[0], a[1])
		})
		if k != memoryClass {
			k.method("__delitem__", "key /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
				return py.None, c.delitem(base(o), a[0])
			})
		}
	}
	listClass.method("__reversed__", "", func(c *Context, o py.Object, _ []py.Object) (py.Object, error) { return c.reversed(base(o)) })
	for _, k := range [...]*Class{
		intClass, floatClass, complexClass, strClass, bytesClass, bytearrayClass, listClass, tupleClass, dictClass, setClass, frozensetClass,
		rangeClass, noneClass, sliceClass,
	} {
		k.method("__repr__", "", func(c *Context, o py.Object, _ []py.Object) (py.Object, error) {
			if x, ok := o.(*Instance); ok {
				r := &renderer{c: c}
				var err error
				switch s := x.base.(type) {
				case *Set:
					err = r.set(s, x.cls.name)
				default:
					err = r.repr(x.base)
				}
				return py.String(r.b.String()), err
			}
			s, err := c.repr(o)
			return py.String(s), err
		})
	}
	strClass.method("__str__", "", func(_ *Context, o py.Object, _ []py.Object) (py.Object, error) { return py.String(selfText(o)), nil })
	for _, k := range [...]*Class{intClass, floatClass, strClass, complexClass} {
		k.method("__format__", "format_spec /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
			spec, err := argText("__format__", 0, a[0])
			if err != nil {
				return nil, err
			}
			s, err := c.format(base(o), spec)
			return py.String(s), err
		})
	}
	for _, k := range [...]*Class{listClass, dictClass, setClass, bytearrayClass, tupleClass, strClass, intClass, floatClass, bytesClass, frozensetClass, complexClass} {
		newMethod(k)
	}
	for _, k := range [...]*Class{listClass, dictClass, setClass, bytearrayClass} {
		k.rawMethod("__init__", func(c *Context, o py.Object, args []py.Object, kw []string) (py.Object, error) {
			return py.None, k.init(c, o, args, kw)
		})
	}
	for _, k := range [...]*Class{listClass, dictClass, setClass, frozensetClass, tupleClass, typeClass} {
		k.classMethod("__class_getitem__", "key /", func(_ *Context, cls py.Object, a []py.Object) (py.Object, error) {
			return newAlias(cls.(*Class), a[0]), nil
		})
	}
	bytesClass.method("__bytes__", "", func(_ *Context, o py.Object, _ []py.Object) (py.Object, error) { return base(o), nil })
}

// newMethod adds __new__.
func newMethod(k *Class) {
	k.dict.SetString("__new__", &Builtin{name: "__new__", owner: k, static: true, hi: -1, raw: func(c *Context, _ py.Object, args []py.Object, kw []string) (py.Object, error) {
		if len(args) == len(kw) {
			return nil, raise(typeError, "%s.__new__(): not enough arguments", k.name)
		}
		cls := asClass(args[0])
		if cls == nil {
			return nil, raise(typeError, "%s.__new__(X): X is not a type object (%s)", k.name, classOf(args[0]).name)
		}
		if !cls.IsSubclass(k) {
			return nil, raise(typeError, "%s.__new__(%s): %s is not a subtype of %s", k.name, cls.name, cls.name, k.name)
		}
		return k.make(c, cls, args[1:], kw)
	}})
}

func binaryMethods(k *Class, ops ...operator) {
	for _, op := range ops {
		names := &operatorNames[op]
		k.method(names.method, "value /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
			return orNotImplemented(c.nativeBinary(op, base(o), base(a[0])))
		})
		if names.reflected != "" {
			k.method(names.reflected, "value /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
				return orNotImplemented(c.nativeBinary(op, base(a[0]), base(o)))
			})
		}
	}
}

func orNotImplemented(v py.Object, err error) (py.Object, error) {
	if v == nil && err == nil {
		return py.NotImplemented, nil
	}
	return v, err
}

func inplaceMethods(k *Class, ops ...operator) {
	for _, op := range ops {
		k.method(operatorNames[op].inplace, "value /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
			done, err := c.nativeInplace(op, base(o), a[0])
			if err != nil {
				return nil, err
			}
			if !done {
				return py.NotImplemented, nil
			}
			return o, nil
		})
	}
}

func compareMethod(k *Class, op comparison) {
	k.method(comparisonNames[op].method, "value /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		x, y := base(o), base(a[0])
		if op == cmpEq || op == cmpNe {
			if !comparable_(x, y) {
				return py.NotImplemented, nil
			}
			eq, err := c.equal(x, y)
			return py.NewBool(eq == (op == cmpEq)), err
		}
		res, ok, err := c.order(op, x, y)
		if err != nil {
			return nil, err
		}
		if !ok {
			return py.NotImplemented, nil
		}
		return py.NewBool(res), nil
	})
}
