package engine

import (
	"strings"
	"unicode"

	"github.com/go-python/gpython/ast"
	"github.com/go-python/gpython/py"
)

// Outline is what a source file declares at its top level, found without running
// it.
type Outline struct {
	File      string
	Doc       string // the module's docstring
	Classes   []ClassInfo
	Functions []FuncInfo
	Names     []NameInfo // assigned names, in order, e.g. OPTIONS
	Imports   []ImportInfo
}

// ClassInfo is a class statement.
type ClassInfo struct {
	Name         string
	Line, Column int      // of the name, from 1
	Bases        []string // as written, e.g. "Translator" or "windlass.Translator"
	Doc          string
	Methods      []FuncInfo
	Names        []NameInfo // names assigned in the class body
}

// FuncInfo is a def statement.
type FuncInfo struct {
	Name         string
	Line, Column int      // of the name, from 1
	Args         []string // positional parameters, with self for a method
	Defaults     int      // how many of Args, from the right, have a default
	KwOnly       []string
	Vararg       string   // name of *args, or ""
	Kwarg        string   // name of **kwargs, or ""
	Decorators   []string // as written, without arguments
	Doc          string
}

// NameInfo is an assigned name.
type NameInfo struct {
	Name         string
	Line, Column int
	// Value is the assigned literal (None, bool, int, float, str, bytes, and lists,
	// tuples and dicts with string keys of them), or nil for anything else.
	Value py.Object
}

// ImportInfo is an import of one module.
type ImportInfo struct {
	Module       string
	Names        []string // of from … import; "*" for all; empty for a plain import
	Line, Column int
}

// Class returns the class of that name, or nil.
func (o *Outline) Class(name string) *ClassInfo {
	for i := range o.Classes {
		if o.Classes[i].Name == name {
			return &o.Classes[i]
		}
	}
	return nil
}

// Method returns the last method of that name, the one that counts, or nil.
func (c *ClassInfo) Method(name string) *FuncInfo {
	for i := len(c.Methods) - 1; i >= 0; i-- {
		if c.Methods[i].Name == name {
			return &c.Methods[i]
		}
	}
	return nil
}

// Arity returns how many positional arguments a call through an instance takes,
// self not counted: at least lo, at most hi; hi is -1 with *args. A decorator
// other than staticmethod and classmethod can change that: then known is false.
func (f *FuncInfo) Arity() (lo, hi int, known bool) {
	n := len(f.Args)
	known = true
	self := 1
	for _, d := range f.Decorators {
		switch d {
		case "staticmethod":
			self = 0
		case "classmethod":
		default:
			known = false
		}
	}
	if n < self && f.Vararg == "" {
		return 0, 0, known
	}
	lo, hi = max(n-f.Defaults-self, 0), max(n-self, 0)
	if f.Vararg != "" {
		hi = -1
	}
	return lo, hi, known
}

// Inspect parses src and reports what it declares. It runs nothing and needs no
// context; it may be called from any goroutine. A syntax error is an [*Error].
func Inspect(filename, src string) (o *Outline, err error) {
	// Compile finds what the parser lets through (return outside of a function,
	// bad assignments) and knows the limits of a source.
	p, err := Compile(filename, src)
	if err != nil {
		return nil, err
	}
	in := inspector{p}
	o = &Outline{File: filename, Doc: in.docOf(p.body)}
	in.body(p.body, func(s ast.Stmt) {
		switch s := s.(type) {
		case *ast.ClassDef:
			o.Classes = append(o.Classes, in.class(s))
		case *ast.FunctionDef:
			o.Functions = append(o.Functions, in.function(s))
		case *ast.Import:
			for _, a := range s.Names {
				o.Imports = append(o.Imports, ImportInfo{Module: string(a.Name), Line: s.Lineno, Column: in.column(s)})
			}
		case *ast.ImportFrom:
			i := ImportInfo{Module: string(s.Module), Line: s.Lineno, Column: in.column(s)}
			for _, a := range s.Names {
				i.Names = append(i.Names, string(a.Name))
			}
			o.Imports = append(o.Imports, i)
		default:
			o.Names = append(o.Names, in.names(s)...)
		}
	})
	return o, nil
}

type inspector struct{ p *Program }

// column is where a node stands in the source, from 1.
func (in inspector) column(n ast.Ast) int {
	return in.p.source.column(n.GetLineno(), n.GetColOffset()) + 1
}

func isAnnotation(e ast.Expr) bool {
	s, ok := e.(*ast.Subscript)
	return ok && isMark(s.Value, markAnn)
}

// body visits statements, also those within if, try and with: a class that is
// declared conditionally is still declared.
func (in inspector) body(list []ast.Stmt, f func(ast.Stmt)) {
	for _, s := range list {
		switch s := s.(type) {
		case *ast.If:
			in.body(s.Body, f)
			in.body(s.Orelse, f)
		case *ast.Try:
			in.body(s.Body, f)
			for _, h := range s.Handlers {
				in.body(h.Body, f)
			}
			in.body(s.Orelse, f)
			in.body(s.Finalbody, f)
		case *ast.With:
			in.body(s.Body, f)
		default:
			f(s)
		}
	}
}

func (in inspector) class(s *ast.ClassDef) ClassInfo {
	c := ClassInfo{Name: string(s.Name), Doc: in.docOf(s.Body)}
	c.Line, c.Column = in.find("class", string(s.Name), s.Lineno, s.ColOffset)
	for _, b := range s.Bases {
		c.Bases = append(c.Bases, dotted(b))
	}
	in.body(s.Body, func(s ast.Stmt) {
		if f, ok := s.(*ast.FunctionDef); ok {
			c.Methods = append(c.Methods, in.function(f))
			return
		}
		c.Names = append(c.Names, in.names(s)...)
	})
	return c
}

func (in inspector) function(s *ast.FunctionDef) FuncInfo {
	f := FuncInfo{Name: string(s.Name), Doc: in.docOf(s.Body)}
	f.Line, f.Column = in.find("def", string(s.Name), s.Lineno, s.ColOffset)
	for _, d := range s.DecoratorList {
		f.Decorators = append(f.Decorators, dotted(d))
	}
	if a := s.Args; a != nil {
		for _, arg := range a.Args {
			if arg.Arg != markPosOnly {
				f.Args = append(f.Args, string(arg.Arg))
			}
		}
		for _, arg := range a.Kwonlyargs {
			f.KwOnly = append(f.KwOnly, string(arg.Arg))
		}
		for _, d := range a.Defaults {
			if !isMark(d, markNone) {
				f.Defaults++
			}
		}
		if a.Vararg != nil {
			f.Vararg = string(a.Vararg.Arg)
		}
		if a.Kwarg != nil {
			f.Kwarg = string(a.Kwarg.Arg)
		}
	}
	return f
}

// find returns where the name stands behind its keyword; the node of a decorated
// definition may begin at the decorator.
func (in inspector) find(keyword, name string, line, col int) (int, int) {
	for n := line; n < line+100; n++ {
		text := in.p.Line(n)
		from := 0
		if n == line {
			from = min(col, len(text))
		}
		for {
			i := strings.Index(text[from:], keyword)
			if i < 0 {
				break
			}
			i += from + len(keyword)
			from = i
			rest := strings.TrimLeft(text[i:], " \t")
			after := strings.TrimPrefix(rest, name)
			if len(rest) < len(text[i:]) && len(after) < len(rest) && !startsIdent(after) {
				return n, len(text) - len(rest) + 1
			}
		}
	}
	return line, col + 1
}

func startsIdent(s string) bool {
	for _, r := range s {
		return r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r)
	}
	return false
}

func (in inspector) names(s ast.Stmt) []NameInfo {
	a, ok := s.(*ast.Assign)
	if !ok {
		return nil
	}
	var list []NameInfo
	value := a.Value
	if isAnnotation(value) {
		value = nil // declared without a value
	}
	for _, t := range a.Targets {
		switch t := t.(type) {
		case *ast.Name:
			list = append(list, NameInfo{string(t.Id), t.Lineno, in.column(t), in.literal(value, 0)})
		case *ast.Tuple:
			for _, e := range t.Elts {
				if n, ok := e.(*ast.Name); ok {
					list = append(list, NameInfo{string(n.Id), n.Lineno, in.column(n), nil})
				}
			}
		}
	}
	return list
}

// literal evaluates a literal expression, or returns nil.
func (in inspector) literal(e ast.Expr, depth int) py.Object {
	if depth > maxNest {
		return nil
	}
	switch x := e.(type) {
	case *ast.Num:
		return in.p.source.literal(x)
	case *ast.NameConstant:
		return x.Value
	case *ast.UnaryOp:
		if x.Op == ast.USub {
			if v := in.literal(x.Operand, depth+1); v != nil {
				if n, ok := negative(v); ok {
					return n
				}
			}
		}
	case *ast.List:
		if items, ok := in.literals(x.Elts, depth); ok {
			return py.NewListFromItems(items)
		}
	case *ast.Tuple:
		if items, ok := in.literals(x.Elts, depth); ok {
			return py.Tuple(items)
		}
	case *ast.Dict:
		d := &Dict{}
		for i, k := range x.Keys {
			key, ok := in.literal(k, depth+1).(py.String)
			v := in.literal(x.Values[i], depth+1)
			if !ok || v == nil {
				return nil
			}
			d.SetString(string(key), v)
		}
		return d
	}
	return nil
}

func (in inspector) literals(elts []ast.Expr, depth int) ([]py.Object, bool) {
	items := make([]py.Object, len(elts))
	for i, e := range elts {
		if items[i] = in.literal(e, depth+1); items[i] == nil {
			return nil, false
		}
	}
	return items, true
}

// dotted is a name as written: a, a.b, or that of a call's function.
func dotted(e ast.Expr) string {
	switch x := e.(type) {
	case *ast.Name:
		return string(x.Id)
	case *ast.Attribute:
		return dotted(x.Value) + "." + string(x.Attr)
	case *ast.Call:
		if n, args := marker(x); n == markDec && len(args) == 1 {
			return dotted(args[0])
		}
		return dotted(x.Func)
	}
	return "?"
}

func (in inspector) docOf(body []ast.Stmt) string {
	if len(body) > 0 {
		if e, ok := body[0].(*ast.ExprStmt); ok {
			if n, ok := e.Value.(*ast.Num); ok {
				s, _ := in.p.source.literal(n).(py.String)
				return string(s)
			}
		}
	}
	return ""
}
