package lint

import (
	"fmt"
	"strings"

	"github.com/go-python/gpython/ast"
	"github.com/go-python/gpython/parser"
	"github.com/go-python/gpython/py"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/scripting/engine"
	"github.com/windlassfs/windlass/xlator"
)

// Types are the attributes and methods of the types that scripts see, by the
// type's name: "Frame", "Loc", …
type Types map[string][]string

// Exempt is the comment that silences a line.
const Exempt = "# windlass: ok"

// Check returns what is wrong with the translators in a source text. names are
// those of module windlass.
func Check(file, src string, types Types, names []string) (ps xlator.Problems) {
	defer func() {
		if recover() != nil {
			// The tree is not what it should be. What was found holds.
			ps = nil
		}
	}()
	l := &linter{file: file, lines: strings.Split(src, "\n"), types: types, classes: make(map[string]*class)}
	m, newer, err := l.parse(src)
	if err != nil {
		return nil
	}
	l.module = m
	l.scopes(names)
	if newer {
		// A walrus or a pattern binds names that this tree does not show.
		l.globals = nil
	}
	l.collect(m.Body)
	for _, c := range l.order {
		l.class(c)
	}
	return l.ps
}

// parse reads a source text as it is, or as the engine reads it if its grammar
// is newer than that of gpython's parser.
func (l *linter) parse(src string) (m *ast.Module, newer bool, err error) {
	mod, err := parser.Parse(strings.NewReader(src+"\n"), l.file, py.ExecMode)
	if m, ok := mod.(*ast.Module); ok && err == nil {
		return m, false, nil
	}
	m, l.column, err = engine.Tree(l.file, src)
	return m, true, err
}

type linter struct {
	file    string
	column  func(line, col int) int // of a column of the tree; nil for itself
	lines   []string
	types   Types
	module  *ast.Module
	classes map[string]*class
	order   []*class // the translators, as they come
	ps      xlator.Problems

	globals map[string]bool  // names of the module; nil if they cannot be known
	set     map[string]bool  // attributes that are assigned anywhere
	reads   map[ast.Ast]bool // targets that are read too: of += and its like
	blocks  map[string]string
	glupy   bool // its names are used: handlers get pointers, and dl answers
}

// A class is one that is derived from Translator.
type class struct {
	name    string
	methods map[string]*ast.FunctionDef
	own     []*ast.FunctionDef // those of its own body, in order
	names   map[string]bool    // assigned in its body
	// closed is set if all bases are known, so that what is not here does not
	// exist.
	closed bool
}

// collect finds the translators of a file.
func (l *linter) collect(body []ast.Stmt) {
	for _, s := range body {
		d, ok := s.(*ast.ClassDef)
		if !ok {
			continue
		}
		c := &class{name: string(d.Name), methods: make(map[string]*ast.FunctionDef), names: make(map[string]bool), closed: d.Starargs == nil && len(d.DecoratorList) == 0}
		is := false
		for _, b := range d.Bases {
			name := dotted(b)
			base := l.classes[name]
			switch {
			case name == "Translator" || name == "windlass.Translator" || name == "gluster.Translator":
				is = true
			case base != nil:
				is = true
				for k, v := range base.methods {
					c.methods[k] = v
				}
				for k := range base.names {
					c.names[k] = true
				}
				c.closed = c.closed && base.closed
			default:
				c.closed = false
			}
		}
		if !is {
			continue
		}
		for _, s := range d.Body {
			switch s := s.(type) {
			case *ast.FunctionDef:
				c.methods[string(s.Name)] = s
				c.own = append(c.own, s)
			case *ast.Assign:
				for _, t := range s.Targets {
					bindTarget(t, c.names)
				}
			case *ast.ExprStmt, *ast.Pass:
			default:
				c.closed = false
			}
		}
		l.classes[c.name] = c
		l.order = append(l.order, c)
	}
}

func (l *linter) add(at ast.Ast, hint, format string, args ...any) {
	line, col := l.place(at)
	if l.column != nil && col > 0 {
		col = l.column(line, col-1) + 1
	}
	if line > 0 && line <= len(l.lines) && strings.HasSuffix(strings.TrimSpace(l.lines[line-1]), Exempt) {
		return
	}
	l.ps = append(l.ps, xlator.Problem{Pos: xlator.Pos{File: l.file, Line: line, Column: col}, Hint: hint, Msg: fmt.Sprintf(format, args...), Script: true})
}

// place is where a node is: a call at the name of what it calls, an attribute
// at its own name. The parser gives it the place of the dot, and a call often
// none.
func (l *linter) place(at ast.Ast) (line, col int) {
	switch n := at.(type) {
	case *ast.Call:
		return l.place(n.Func)
	case *ast.Attribute:
		line, col = n.GetLineno(), n.GetColOffset()
		if l.column == nil && line > 0 && line <= len(l.lines) && col >= 0 && col < len(l.lines[line-1]) {
			if i := strings.Index(l.lines[line-1][col:], string(n.Attr)); i >= 0 {
				return line, col + i + 1
			}
		}
		return line, col + 1
	case *ast.ExprStmt:
		if n.GetLineno() == 0 {
			return l.place(n.Value)
		}
	case *ast.FunctionDef:
		line, col = n.GetLineno(), n.GetColOffset()
		if l.column == nil && line > 0 && line <= len(l.lines) {
			if i := strings.Index(l.lines[line-1], string(n.Name)); i >= 0 {
				return line, i + 1
			}
		}
	}
	return at.GetLineno(), at.GetColOffset() + 1
}

// handler takes a method's name apart: the fop, and whether it is a callback.
func handler(name string) (op fops.Op, cbk, ok bool) {
	base, cbk := strings.CutSuffix(name, "_cbk")
	if !cbk {
		var fop bool
		if base, fop = strings.CutSuffix(name, "_fop"); !fop {
			return 0, false, false
		}
	}
	op, ok = fops.ParseOp(base)
	return op, cbk, ok
}

// class looks at the methods of one class.
func (l *linter) class(c *class) {
	called := l.reached(c)
	for _, f := range c.own {
		l.undefined(f)
		l.selfAttributes(c, f)
		m := l.method(c, f)
		if m != nil {
			l.flow(m)
			l.winds(m)
			if !l.glupy {
				l.attributes(m)
			}
		}
		if _, _, ok := handler(string(f.Name)); ok || called[string(f.Name)] {
			l.blocking(f)
		}
	}
}

// A method is a handler or a callback whose parameters are known.
type method struct {
	def         *ast.FunctionDef
	class       *class
	op          fops.Op
	cbk         bool
	self, frame string
	types       map[string]string // parameter to the name of its type
}

// method reads the parameters of a handler; nil if it is none, or if they are
// not what they should be, which is somebody else's business.
func (l *linter) method(c *class, f *ast.FunctionDef) *method {
	op, cbk, ok := handler(string(f.Name))
	if !ok || f.Args == nil || len(f.DecoratorList) > 0 || len(f.Args.Args) < 2 {
		return nil
	}
	m := &method{def: f, class: c, op: op, cbk: cbk, types: make(map[string]string)}
	m.self, m.frame = string(f.Args.Args[0].Arg), string(f.Args.Args[1].Arg)
	m.types[m.frame] = "Frame"
	params, skip := fops.Positional(op.Spec().In), 3
	if cbk {
		params, skip = fops.Positional(op.Spec().Out), 6
	}
	for i, p := range params {
		if i+skip < len(f.Args.Args) {
			m.types[string(f.Args.Args[i+skip].Arg)] = p.Py
		}
	}
	// What is assigned to may be anything.
	again := make(map[string]bool)
	bound(f.Body, again)
	for name := range again {
		delete(m.types, name)
	}
	return m
}

// dotted is a name as written: a, or a.b; "" for anything else.
func dotted(e ast.Expr) string {
	switch x := e.(type) {
	case *ast.Name:
		return string(x.Id)
	case *ast.Attribute:
		if d := dotted(x.Value); d != "" {
			return d + "." + string(x.Attr)
		}
	}
	return ""
}

func isName(e ast.Expr, name string) bool {
	n, ok := e.(*ast.Name)
	return ok && string(n.Id) == name
}

// didYouMean words a suggestion.
func didYouMean(word string, known []string) string {
	near := fops.Suggest(word, known)
	for _, k := range known {
		if near == "" && strings.HasSuffix(k, "_"+word) { // size for ia_size
			near = k
		}
	}
	if near == "" {
		return ""
	}
	return "did you mean " + near + "?"
}
