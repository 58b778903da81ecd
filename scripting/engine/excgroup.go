package engine

import "github.com/go-python/gpython/py"

// ExceptionGroup and BaseExceptionGroup: exceptions that hold others. Differs: no
// except*, no split, subgroup and derive, and tracebacks show the group alone.
var (
	baseExceptionGroup = declareExc("BaseExceptionGroup", baseException, nil)
	exceptionGroup     = declareExc("ExceptionGroup", baseExceptionGroup, nil)
)

func initGroup(c *Context, self py.Object, args []py.Object, kw []string) error {
	e := self.(*Exc)
	if len(kw) > 0 {
		return raise(typeError, "%s() takes no keyword arguments", e.cls.name)
	}
	if len(args) != 2 {
		return raise(typeError, "BaseExceptionGroup.__new__() takes exactly 2 arguments (%d given)", len(args))
	}
	msg, ok := textOf(args[0])
	if !ok {
		return raise(typeError, "argument 1 must be str, not %s", classOf(args[0]).name)
	}
	items, err := c.list(args[1])
	if err != nil {
		return raise(typeError, "second argument (exceptions) must be a sequence")
	}
	if len(items) == 0 {
		return raise(valueError, "second argument (exceptions) must be a non-empty sequence")
	}
	for i, o := range items {
		x, ok := o.(*Exc)
		if !ok {
			return raise(valueError, "Item %d of second argument (exceptions) is not an exception", i)
		}
		if e.cls.IsSubclass(exceptionGroup) && !x.cls.IsSubclass(exceptionClass) {
			return raise(typeError, "Cannot nest BaseExceptions in an ExceptionGroup")
		}
	}
	e.setArgs(append(py.Tuple{}, args...))
	e.setAttr("message", py.String(msg))
	e.setAttr("exceptions", py.Tuple(items))
	return nil
}

func init() {
	exceptionGroup.bases = []*Class{baseExceptionGroup, exceptionClass}
	exceptionGroup.mro = append([]*Class{exceptionGroup, baseExceptionGroup}, exceptionClass.mro...)
	for _, k := range [...]*Class{baseExceptionGroup, exceptionGroup} {
		k.make, k.init = newExc, initGroup
	}
	k := baseExceptionGroup
	k.rawMethod("__init__", func(c *Context, o py.Object, args []py.Object, kw []string) (py.Object, error) {
		return py.None, initGroup(c, o, args, kw)
	})
	k.method("__str__", "", func(_ *Context, o py.Object, _ []py.Object) (py.Object, error) {
		return py.String(groupText(o.(*Exc))), nil
	})
}

// groupText is str() of a group.
func groupText(e *Exc) string {
	list, _ := e.Attr("exceptions").(py.Tuple)
	msg, _ := textOf(or(e.Attr("message"), py.None))
	return sprintf("%s (%d sub-exception%s)", msg, len(list), plural(len(list)))
}
