package lint

import (
	"maps"
	"slices"
	"strings"

	"github.com/go-python/gpython/ast"

	"github.com/windlassfs/windlass/fops"
)

// builtins are CPython's, so that a script for it is not blamed.
var builtins = strings.Fields(`
ArithmeticError AssertionError AttributeError BaseException BlockingIOError BrokenPipeError BufferError
BytesWarning ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError
ConnectionResetError DeprecationWarning EOFError Ellipsis EnvironmentError Exception False FileExistsError
FileNotFoundError FloatingPointError FutureWarning GeneratorExit IOError ImportError ImportWarning
IndentationError IndexError InterruptedError IsADirectoryError KeyError KeyboardInterrupt LookupError
MemoryError ModuleNotFoundError NameError None NotADirectoryError NotImplemented NotImplementedError OSError
OverflowError PendingDeprecationWarning PermissionError ProcessLookupError RecursionError ReferenceError
ResourceWarning RuntimeError RuntimeWarning StopAsyncIteration StopIteration SyntaxError SyntaxWarning
SystemError SystemExit TabError TimeoutError True TypeError UnboundLocalError UnicodeDecodeError
UnicodeEncodeError UnicodeError UnicodeTranslateError UnicodeWarning UserWarning ValueError Warning
ZeroDivisionError __build_class__ __debug__ __doc__ __file__ __import__ __name__ __package__ __class__ abs
aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile complex
copyright credits delattr dict dir divmod enumerate eval exec exit filter float format frozenset getattr
globals hasattr hash help hex id input int isinstance issubclass iter len license list locals map max
memoryview min next object oct open ord pow print property quit range repr reversed round set setattr slice
sorted staticmethod str sum super tuple type vars zip`)

// scopes finds the names of the module, and the attributes that anything
// assigns.
func (l *linter) scopes(windlass []string) {
	l.globals, l.set, l.blocks, l.reads = make(map[string]bool), make(map[string]bool), make(map[string]string), make(map[ast.Ast]bool)
	bound(l.module.Body, l.globals)
	known := true
	ast.Walk(l.module, func(n ast.Ast) bool {
		switch n := n.(type) {
		case *ast.Global:
			for _, name := range n.Names {
				l.globals[string(name)] = true
			}
		case *ast.AugAssign:
			l.reads[n.Target] = true
		case *ast.Attribute:
			if n.Ctx != ast.Load && !l.reads[n] {
				l.set[string(n.Attr)] = true
			}
		case *ast.Call:
			switch dotted(n.Func) {
			case "exec", "globals", "setattr", "vars", "__import__":
				known = false
			}
		case *ast.ImportFrom:
			l.glupy = l.glupy || n.Module == "gluster" || n.Module == "gluster.glupy"
			for _, a := range n.Names {
				if a.Name == "*" && n.Module != "windlass" {
					known = false
				}
				if a.Name == "*" {
					for _, w := range windlass {
						l.globals[w] = true
					}
				}
				as := a.AsName
				if as == "" {
					as = a.Name
				}
				for _, b := range blockers[string(n.Module)] {
					if b == "" || b == string(a.Name) {
						l.blocks[string(as)] = string(n.Module) + "." + string(a.Name)
					}
				}
			}
		case *ast.Import:
			for _, a := range n.Names {
				as, module := string(a.AsName), string(a.Name)
				if as == "" {
					as, _, _ = strings.Cut(module, ".")
					module = as
				}
				l.blocks[as+"."] = module
			}
		}
		return true
	})
	if !known {
		l.globals, l.set = nil, nil
	}
}

// bound adds the names that statements bind in their own scope.
func bound(body []ast.Stmt, out map[string]bool) {
	for _, s := range body {
		ast.Walk(s, func(n ast.Ast) bool {
			switch n := n.(type) {
			case *ast.FunctionDef:
				out[string(n.Name)] = true
				return false
			case *ast.ClassDef:
				out[string(n.Name)] = true
				return false
			case *ast.Lambda, *ast.ListComp, *ast.SetComp, *ast.DictComp, *ast.GeneratorExp:
				return false
			case *ast.Name:
				if n.Ctx != ast.Load {
					out[string(n.Id)] = true
				}
			case *ast.ExceptHandler:
				if n.Name != "" {
					out[string(n.Name)] = true
				}
			case *ast.Import:
				for _, a := range n.Names {
					bindAlias(a, out)
				}
			case *ast.ImportFrom:
				for _, a := range n.Names {
					bindAlias(a, out)
				}
			}
			return true
		})
	}
}

func bindAlias(a *ast.Alias, out map[string]bool) {
	name := string(a.AsName)
	if name == "" {
		name, _, _ = strings.Cut(string(a.Name), ".")
	}
	out[name] = true
}

func bindTarget(e ast.Expr, out map[string]bool) {
	switch x := e.(type) {
	case *ast.Name:
		out[string(x.Id)] = true
	case *ast.Tuple:
		for _, e := range x.Elts {
			bindTarget(e, out)
		}
	}
}

func bindArgs(a *ast.Arguments, out map[string]bool) {
	if a == nil {
		return
	}
	for _, list := range [][]*ast.Arg{a.Args, a.Kwonlyargs, {a.Vararg, a.Kwarg}} {
		for _, arg := range list {
			if arg != nil {
				out[string(arg.Arg)] = true
			}
		}
	}
}

// undefined reports names in a method that nothing binds. Everything that is
// bound anywhere in the method, by comprehensions and nested functions too,
// counts as known in all of it.
func (l *linter) undefined(f *ast.FunctionDef) {
	if l.globals == nil {
		return
	}
	local := map[string]bool{}
	bindArgs(f.Args, local)
	ast.Walk(f, func(n ast.Ast) bool {
		switch n := n.(type) {
		case *ast.Name:
			if n.Ctx != ast.Load {
				local[string(n.Id)] = true
			}
		case *ast.FunctionDef:
			local[string(n.Name)] = true
			bindArgs(n.Args, local)
			bound(n.Body, local)
		case *ast.ClassDef:
			local[string(n.Name)] = true
			bound(n.Body, local)
		case *ast.Lambda:
			bindArgs(n.Args, local)
		case *ast.ListComp:
			bindComprehensions(n.Generators, local)
		case *ast.SetComp:
			bindComprehensions(n.Generators, local)
		case *ast.DictComp:
			bindComprehensions(n.Generators, local)
		case *ast.GeneratorExp:
			bindComprehensions(n.Generators, local)
		}
		return true
	})
	reported := make(map[string]bool)
	ast.Walk(f, func(n ast.Ast) bool {
		x, ok := n.(*ast.Name)
		if !ok || x.Ctx != ast.Load {
			return true
		}
		name := string(x.Id)
		if local[name] || l.globals[name] || slices.Contains(builtins, name) || reported[name] {
			return true
		}
		reported[name] = true
		hint := "add: import " + name
		if !slices.Contains(modules, name) {
			known := slices.Concat(slices.Collect(maps.Keys(local)), slices.Collect(maps.Keys(l.globals)), builtins)
			slices.Sort(known)
			hint = didYouMean(name, known)
		}
		l.add(x, hint, "name %s is not defined", name)
		return true
	})
}

// modules are names that people forget to import.
var modules = []string{"errno", "os", "stat", "time", "re", "json", "struct", "math", "fnmatch", "random", "hashlib", "collections", "functools", "itertools", "threading", "datetime", "string", "sys", "binascii"}

func bindComprehensions(gs []ast.Comprehension, out map[string]bool) {
	for _, g := range gs {
		bindTarget(g.Target, out)
	}
}

// attributes reports attributes of a handler's parameters that their types do
// not have.
func (l *linter) attributes(m *method) {
	ast.Walk(m.def, func(n ast.Ast) bool {
		a, ok := n.(*ast.Attribute)
		if !ok {
			return true
		}
		typ := l.typeOf(m, a.Value)
		known := l.types[typ]
		name := string(a.Attr)
		if len(known) == 0 || slices.Contains(known, name) || strings.HasPrefix(name, "__") {
			return true
		}
		l.add(a, didYouMean(name, known), "%s %s has no attribute %s", article(typ), typ, name)
		return true
	})
}

func article(word string) string {
	if strings.ContainsAny(word[:1], "AEIOU") {
		return "an"
	}
	return "a"
}

// attrTypes are the types of attributes.
var attrTypes = map[string]string{
	"Frame.root": "Root", "Loc.inode": "Inode", "Loc.parent": "Inode", "Fd.inode": "Inode", "Inode.parent": "Inode",
}

func (l *linter) typeOf(m *method, e ast.Expr) string {
	switch x := e.(type) {
	case *ast.Name:
		return m.types[string(x.Id)]
	case *ast.Attribute:
		if t := l.typeOf(m, x.Value); t != "" {
			return attrTypes[t+"."+string(x.Attr)]
		}
	}
	return ""
}

// selfAttributes reports attributes of self that neither the class nor anything
// in the file gives it.
func (l *linter) selfAttributes(c *class, f *ast.FunctionDef) {
	if l.set == nil || !c.closed || f.Args == nil || len(f.Args.Args) == 0 || len(f.DecoratorList) > 0 || c.methods["__getattr__"] != nil || c.methods["__getattribute__"] != nil {
		return
	}
	self := string(f.Args.Args[0].Arg)
	again := make(map[string]bool)
	bound(f.Body, again)
	if again[self] {
		return
	}
	reported := make(map[string]bool)
	ast.Walk(f, func(n ast.Ast) bool {
		a, ok := n.(*ast.Attribute)
		if !ok || !isName(a.Value, self) || a.Ctx != ast.Load && !l.reads[a] {
			return true
		}
		name := string(a.Attr)
		known := slices.Contains(l.types["Translator"], name) || l.set[name] || c.methods[name] != nil || c.names[name] || strings.HasPrefix(name, "__") || reported[name]
		for _, prefix := range []string{"wind_", "unwind_"} {
			if op, ok := strings.CutPrefix(name, prefix); ok {
				if _, is := fops.ParseOp(op); is {
					known = true
				}
			}
		}
		if known {
			return true
		}
		reported[name] = true
		all := slices.Concat(l.types["Translator"], slices.Collect(maps.Keys(l.set)), slices.Collect(maps.Keys(c.methods)), slices.Collect(maps.Keys(c.names)))
		for _, op := range fops.Names() {
			all = append(all, "wind_"+op, "unwind_"+op)
		}
		slices.Sort(all)
		l.add(a, didYouMean(name, all), "self has no attribute %s: nothing in this file assigns it", name)
		return true
	})
}
