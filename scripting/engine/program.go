package engine

import (
	"strings"
	"sync"

	"github.com/go-python/gpython/py"
)

// MaxSource is the largest source text, in bytes, that [Compile] accepts. The
// parser and the compiler recurse over the source's nesting; the bound keeps
// them far below Go's stack limit for any input.
const MaxSource = 512 << 10

// maxLambdas bounds the lambdas in one source: gpython's compiler takes quadratic
// memory for nested ones.
const maxLambdas = 2000

// Program is a compiled and instrumented source file. It is immutable and may be
// used by any number of contexts and goroutines.
type Program struct {
	filename string
	src      string
	code     *py.Code
	attrs    []string // names of attributes that the program assigns

	linesOnce sync.Once
	lines     []string
}

// Compile parses, compiles and instruments src, a module in Python syntax.
// filename appears in errors and tracebacks. A failure is an [*Error] of
// [KindSyntax] with the position.
func Compile(filename, src string) (*Program, error) {
	return compileProgram(filename, src, py.ExecMode, rewriteAll)
}

// rewriting says how much of the instrumentation is done; less than all of it only
// to measure what it costs.
type rewriting uint8

const (
	rewriteAll  rewriting = iota
	rewriteOps            // guarded operators, but no checks
	rewriteNone           // what gpython compiled
)

func compileProgram(filename, src string, mode py.CompileMode, how rewriting) (p *Program, err error) {
	if len(src) > MaxSource {
		return nil, &Error{Kind: KindSyntax, Type: "SyntaxError", File: filename, Msg: "source file is larger than 512 KiB"}
	}
	if strings.Count(src, "lambda") > maxLambdas {
		return nil, &Error{Kind: KindSyntax, Type: "SyntaxError", File: filename, Msg: "more than 2000 lambdas in one file"}
	}
	p = &Program{filename: filename, src: src}
	defer func() {
		if r := recover(); r != nil {
			p, err = nil, p.syntaxError(py.MakeException(r))
		}
	}()
	code, err := py.Compile(src, filename, mode, 0, true)
	if err != nil {
		return nil, p.syntaxError(err)
	}
	attrs := map[string]struct{}{}
	if p.code = code; how == rewriteNone {
		return p, nil
	}
	if p.code, err = instrument(code, how == rewriteAll, attrs); err != nil {
		return nil, &Error{Kind: KindInternal, Type: "SystemError", File: filename, Msg: err.Error()}
	}
	for name := range attrs {
		p.attrs = append(p.attrs, name)
	}
	return p, nil
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

// syntaxError makes an *Error of what the parser or the compiler returned.
func (p *Program) syntaxError(err error) *Error {
	e := &Error{Kind: KindSyntax, Type: "SyntaxError", File: p.filename}
	exc, ok := excOf(err)
	if !ok {
		e.Msg = err.Error()
		return e
	}
	e.Type, e.Exception = exc.Base.Name, exc
	e.Msg = excMessage(exc)
	if n, ok := exc.Dict["lineno"].(py.Int); ok {
		e.Line = int(n)
	}
	if n, ok := exc.Dict["offset"].(py.Int); ok && e.Line > 0 {
		e.Column = int(n) + 1
	}
	if strings.HasPrefix(e.Msg, "can't ") && e.Column == 1 {
		// Raised when the statement was reduced, with the lexer on the next line.
		for e.Column = 0; e.Line > 1; {
			if e.Line--; strings.TrimSpace(p.Line(e.Line)) != "" {
				break
			}
		}
	}
	e.Text = p.Line(e.Line)
	if e.Column > len(e.Text)+1 {
		e.Column = len(e.Text) + 1
	}
	if e.Type == "SystemError" {
		e.Kind = KindInternal
	}
	return e
}

// instantiate returns a copy of the program's code whose slots are bound to c.
func (c *Context) instantiate(co *py.Code, globals py.StringDict) *py.Code {
	cp := *co
	cp.Consts = make(py.Tuple, len(co.Consts))
	for i, k := range co.Consts {
		switch k := k.(type) {
		case *py.Code:
			cp.Consts[i] = c.instantiate(k, globals)
		case slot:
			cp.Consts[i] = c.bindSlot(k, globals)
		default:
			cp.Consts[i] = k
		}
	}
	return &cp
}

func (c *Context) bindSlot(s slot, globals py.StringDict) py.Object {
	switch s.kind {
	case slotMakeFunc:
		return &makeFunc{c: c, s: s, globals: globals}
	case slotPending:
		return pendingCheck{&c.guard, s.arg}
	}
	return c.slots[s.kind]
}
