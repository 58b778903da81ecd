package engine

import (
	"github.com/go-python/gpython/ast"
	"github.com/go-python/gpython/py"
)

// compiled is what compile() returns.
type compiled struct {
	p    *Program
	mode string
}

// Type implements py.Object.
func (*compiled) Type() *py.Type { return codeClass.py }

func (*compiled) class() *Class { return codeClass }

// evalCall compiles eval(…) and exec(…), which see the caller's variables.
func (k *compiler) evalCall(e *ast.Call, name string) expr {
	fn := k.expr(e.Func)
	args := k.arguments(e)
	c, globals := k.c, k.globals
	return func(f *frame) (py.Object, error) {
		x, err := fn(f)
		if err != nil {
			return nil, err
		}
		at := len(c.args)
		list, kw, err := args(f, x)
		if err != nil {
			c.drop(at)
			return nil, err
		}
		list = append([]py.Object(nil), list...)
		c.drop(at)
		b, ok := x.(*Builtin)
		if !ok || b.name != name || b.owner != nil || len(kw) > 0 || len(list) != 1 {
			return c.call(x, list, kw)
		}
		var ns *Dict
		if f.code.function || f.ns != nil {
			ns = f.locals_()
		}
		return c.evalSource(list[0], globals, ns, name == "eval")
	}
}

// evalSource runs a text or what compile() made of one. ns nil: in globals.
func (c *Context) evalSource(o py.Object, globals, ns *Dict, isExpr bool) (py.Object, error) {
	var p *Program
	if x, ok := o.(*compiled); ok {
		p, isExpr = x.p, x.mode == "eval"
	} else {
		src, ok := textOf(o)
		if !ok {
			b, isBytes := rawBytes(o)
			if !isBytes {
				name := "exec"
				if isExpr {
					name = "eval"
				}
				return nil, raise(typeError, "%s() arg 1 must be a string, bytes or code object", name)
			}
			src = string(b)
		}
		var err error
		if p, err = compileText("<string>", src, isExpr); err != nil {
			return nil, syntaxException(err.(*Error))
		}
	}
	c.programs[p.filename] = p
	if globals.GetString("__builtins__") == nil && ns == nil {
		globals.SetString("__builtins__", c.modules["builtins"])
	}
	v, err := c.runProgram(p, globals, ns)
	if !isExpr {
		v = py.None
	}
	return v, err
}

// installEval adds eval, exec and compile. globals() and locals() look at the
// caller's frame, so the compiler treats them itself.
func (c *Context) installEval(own func(name string, fn rawFn)) {
	spaces := func(name string, args []py.Object) (globals, ns *Dict, err error) {
		if len(args) == 0 || len(args) > 3 {
			return nil, nil, raise(typeError, "%s expected at least 1 argument, got %d", name, len(args))
		}
		globals = &Dict{}
		if len(args) > 1 && args[1] != py.Object(py.None) {
			d, ok := base(args[1]).(*Dict)
			if !ok {
				return nil, nil, raise(typeError, "%s() globals must be a dict, not %s", name, classOf(args[1]).name)
			}
			globals = d
		}
		if len(args) > 2 && args[2] != py.Object(py.None) {
			d, ok := base(args[2]).(*Dict)
			if !ok {
				return nil, nil, raise(typeError, "locals must be a mapping")
			}
			if d != globals {
				ns = d
			}
		}
		return globals, ns, nil
	}
	for _, name := range [...]string{"eval", "exec"} {
		own(name, func(c *Context, _ py.Object, args []py.Object, kw []string) (py.Object, error) {
			if len(kw) > 0 {
				return nil, raise(typeError, "%s() takes no keyword arguments", name)
			}
			g, ns, err := spaces(name, args)
			if err != nil {
				return nil, err
			}
			return c.evalSource(args[0], g, ns, name == "eval")
		})
	}
	own("compile", func(c *Context, _ py.Object, args []py.Object, kw []string) (py.Object, error) {
		n := len(args) - len(kw)
		if n < 3 {
			return nil, raise(typeError, "compile() missing required argument 'mode' (pos 3)")
		}
		src, ok := textOf(args[0])
		if !ok {
			return nil, raise(typeError, "compile() arg 1 must be a string, bytes or AST object")
		}
		file, _ := textOf(args[1])
		mode, _ := textOf(args[2])
		if mode != "exec" && mode != "eval" && mode != "single" {
			return nil, raise(valueError, "compile() mode must be 'exec', 'eval' or 'single'")
		}
		p, err := compileText(file, src, mode == "eval")
		if err != nil {
			return nil, syntaxException(err.(*Error))
		}
		return &compiled{p, mode}, nil
	})
}

// syntaxException makes the exception of a syntax error.
func syntaxException(e *Error) *Exc {
	k := syntaxErrorClass
	if e.Type == "IndentationError" {
		k = indentationError
	}
	x := raise(k, "%s", e.Msg)
	x.setAttr("msg", py.String(e.Msg))
	x.setAttr("filename", py.String(e.File))
	x.setAttr("lineno", py.Int(e.Line))
	x.setAttr("offset", py.Int(e.Column))
	x.setAttr("text", py.String(e.Text))
	return x
}

// globalsOf is globals(): those of the innermost function of the script.
func globalsOf(c *Context, _ py.Object, _ []py.Object, _ []string) (py.Object, error) {
	if c.frame == nil || c.frame.code.globals == nil {
		return &Dict{}, nil
	}
	return c.frame.code.globals, nil
}

// localsOf is locals() where the compiler does not see the call.
func localsOf(c *Context, _ py.Object, _ []py.Object, _ []string) (py.Object, error) {
	f := c.frame
	switch {
	case f == nil:
		return &Dict{}, nil
	case f.code.function || f.ns != nil:
		return f.locals_(), nil
	}
	return globalsOf(c, nil, nil, nil)
}
