package engine

import "github.com/go-python/gpython/py"

// Wrap makes a method that calls f, a function or anything callable, with what
// change makes of self and the arguments. [FuncOf] sees f through it.
func Wrap(name string, f py.Object, change func(self py.Object, args []py.Object) []py.Object) py.Object {
	return &Builtin{name: name, hi: -1, named: true, takesSelf: true, wraps: FuncOf(f), raw: func(c *Context, self py.Object, args []py.Object, kw []string) (py.Object, error) {
		n := len(args) - len(kw)
		pos := args[:n:n]
		if self == nil {
			if n == 0 {
				return nil, raise(typeError, "unbound method %s() needs an argument", name)
			}
			self, pos = pos[0], pos[1:]
		}
		return c.call(f, append(change(self, pos), args[n:]...), kw)
	}}
}
