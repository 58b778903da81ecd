package engine

import (
	"errors"
	"strings"
	"sync"

	"github.com/go-python/gpython/ast"
	"github.com/go-python/gpython/parser"
	"github.com/go-python/gpython/py"
)

// MaxSource is the largest source text, in bytes, that [Compile] accepts.
const MaxSource = 512 << 10

// Program is a parsed and checked source file. It is immutable and may be used by
// any number of contexts and goroutines; each context compiles what it runs of it
// to closures of its own.
type Program struct {
	filename string
	src      string
	source   *source
	body     []ast.Stmt
	isExpr   bool
	// postponed: annotations are kept as text.
	postponed bool

	linesOnce sync.Once
	lines     []string
}

// Compile parses and checks src, a module in Python syntax. filename appears in
// errors and tracebacks. A failure is an [*Error] of [KindSyntax] with the
// position.
func Compile(filename, src string) (*Program, error) { return compileText(filename, src, false) }

func compileText(filename, src string, isExpr bool) (p *Program, err error) {
	seal()
	if len(src) > MaxSource {
		return nil, &Error{Kind: KindSyntax, Type: "SyntaxError", File: filename, Msg: "source file is larger than 512 KiB"}
	}
	if strings.IndexByte(src, '\r') >= 0 {
		src = strings.ReplaceAll(strings.ReplaceAll(src, "\r\n", "\n"), "\r", "\n")
	}
	p = &Program{filename: filename, src: src, isExpr: isExpr}
	defer func() {
		if r := recover(); r != nil {
			p, err = nil, p.recovered(r)
		}
	}()
	if strings.IndexByte(src, 0) >= 0 {
		return nil, p.syntaxError(0, -1, "SyntaxError", "source code string cannot contain null bytes")
	}
	if isExpr {
		src = strings.TrimLeft(src, " \t")
	}
	p.source, err = rewriteSource(src)
	if err != nil {
		return nil, p.recovered(err)
	}
	if err := p.parse(); err != nil {
		return nil, err
	}
	// A compilation that nothing runs finds the errors that the grammar allows.
	k := &compiler{p: p, src: p.source, line: 1}
	k.module(p)
	return p, nil
}

// Tree returns the syntax tree of a source text, for tools that read scripts. It
// is the tree of gpython's grammar: what is newer stands in it under names that
// begin with [Marker], and literals are numbers. Lines are those of the text,
// columns come from column.
func Tree(filename, src string) (m *ast.Module, column func(line, col int) int, err error) {
	p, err := Compile(filename, src)
	if err != nil {
		return nil, nil, err
	}
	return &ast.Module{Body: p.body}, p.source.column, nil
}

// Marker begins the names that stand for newer grammar in a [Tree].
const Marker = markPrefix

func (p *Program) parse() error {
	mod, err := parser.Parse(strings.NewReader(p.source.text), p.filename, py.ExecMode)
	if err != nil {
		return p.parserError(err)
	}
	m, ok := mod.(*ast.Module)
	if !ok {
		return &Error{Kind: KindInternal, Type: "SystemError", File: p.filename, Msg: "no module in the syntax tree"}
	}
	p.body = m.Body
	p.postponed = postponed(p.body)
	if p.isExpr {
		if len(p.body) == 1 {
			if _, ok := p.body[0].(*ast.ExprStmt); ok {
				return nil
			}
		}
		return p.syntaxError(1, 0, "SyntaxError", "invalid syntax")
	}
	return nil
}

// recovered makes an *Error of what the source pass or the compiler found.
func (p *Program) recovered(r any) *Error {
	switch x := r.(type) {
	case *sourceError:
		return p.syntaxError(x.line, x.col, "SyntaxError", x.msg)
	case *compileError:
		col := x.col
		if x.line > 0 {
			col = p.source.column(x.line, x.col)
		}
		return p.syntaxError(x.line, col, "SyntaxError", x.msg)
	case *Error:
		return x
	}
	return &Error{Kind: KindInternal, Type: "SystemError", File: p.filename, Msg: sprintf("interpreter failure: %v", r)}
}

// syntaxError makes an *Error of a place; col counts from 0, -1 is unknown.
func (p *Program) syntaxError(line, col int, typ, msg string) *Error {
	e := &Error{Kind: KindSyntax, Type: typ, File: p.filename, Line: line, Msg: msg}
	e.Text = p.Line(line)
	if col >= 0 && line > 0 {
		e.Column = min(col, len(e.Text)) + 1
	}
	return e
}

// parserError makes an *Error of what gpython's parser returned. Its positions
// are those of the rewritten text.
func (p *Program) parserError(err error) *Error {
	var exc *py.Exception
	if !errors.As(err, &exc) {
		return p.syntaxError(0, -1, "SyntaxError", err.Error())
	}
	msg := "invalid syntax"
	if args, ok := exc.Args.(py.Tuple); ok && len(args) > 0 {
		if s, ok := args[0].(py.String); ok {
			msg = string(s)
		}
	}
	line, col := 0, -1
	if n, ok := exc.Dict["lineno"].(py.Int); ok {
		line = int(n)
	}
	if n, ok := exc.Dict["offset"].(py.Int); ok && line > 0 {
		col = p.source.column(line, int(n))
	}
	if msg == "keyword can't be an expression" {
		msg = `expression cannot contain assignment, perhaps you meant "=="?`
	}
	for _, verb := range [...]string{"delete ", "assign to "} {
		if what, ok := strings.CutPrefix(msg, "can't "+verb); ok {
			msg = "cannot " + verb + strings.Replace(what, "operator", "expression", 1)
		}
	}
	typ := exc.Base.Name
	if strings.HasPrefix(msg, "cannot ") && col <= 0 {
		// Raised when the statement was reduced, with the lexer on the next line.
		for col = -1; line > 1; {
			if line--; strings.TrimSpace(p.Line(line)) != "" {
				break
			}
		}
	}
	if verb, ok := strings.CutSuffix(msg, " keyword"); ok {
		for _, word := range [...]string{"None", "True", "False"} {
			if strings.Contains(p.Line(line), word) {
				msg = verb + " " + word
				break
			}
		}
	}
	return p.syntaxError(line, col, typ, msg)
}

// Filename returns the name given to [Compile].
func (p *Program) Filename() string { return p.filename }

// Line returns the source line n (1 is the first) without its end, or "".
func (p *Program) Line(n int) string {
	p.linesOnce.Do(func() { p.lines = strings.Split(p.src, "\n") })
	if n < 1 || n > len(p.lines) {
		return ""
	}
	return strings.TrimSuffix(p.lines[n-1], "\r")
}

// module compiles the top level of a program.
func (k *compiler) module(p *Program) *code {
	s := analyse(p.body, p.source)
	k.s, k.host = s, s
	cd := k.newCode(s, "<module>", 1)
	k.code = cd
	k.layout()
	if p.isExpr {
		e := p.body[0].(*ast.ExprStmt)
		k.line = e.GetLineno()
		v := k.expr(e.Value)
		k.finish(func(f *frame) (flow, error) {
			x, err := v(f)
			f.ret = x
			return flowReturn, err
		})
		return cd
	}
	body := k.body(p.body)
	if len(p.body) > 0 {
		if doc, ok := k.docOf(p.body[0]); ok {
			cd.doc = doc
		}
	}
	k.finish(body)
	return cd
}

// runProgram compiles a program's top level for this context and runs it.
func (c *Context) runProgram(p *Program, globals, ns *Dict) (py.Object, error) {
	k := &compiler{c: c, p: p, src: p.source, globals: globals, dynamic: ns != nil, line: 1}
	cd := k.module(p)
	if cd.doc != py.Object(py.None) && ns == nil {
		globals.SetString("__doc__", cd.doc)
	}
	f := cd.take(nil)
	f.ns = ns
	return c.run(f)
}
