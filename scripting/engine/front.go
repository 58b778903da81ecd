package engine

import (
	"sort"
	"strconv"
	"strings"

	"github.com/go-python/gpython/py"
)

// gpython's parser knows the grammar of Python 3.4. The source pass writes what
// is newer in that grammar, with names that no script can use, which the
// compiler finds in the tree again. Two tricks keep it free of a grammar of its
// own. A lambda extends as far as an expression does, so it can stand for a
// prefix operator: "*x" becomes "lambda __wl_star: x", and "y := x" becomes
// "lambda __wl_let, y: x". And every literal becomes a number, its index in a
// table, so that gpython's ideas about literals do not matter.
//
// Each token stays on its line, so line numbers need no translation.
const (
	markPrefix  = "__wl_"
	markStar    = "__wl_star"   // lambda __wl_star: x             *x
	markDouble  = "__wl_double" // lambda __wl_double: x           **x in a call; as a key, in a dict
	markLet     = "__wl_let"    // lambda __wl_let, y: x           y := x
	markPosOnly = "__wl_pos"    // a parameter                     /
	markNone    = "__wl_none"   // a default                       no default
	markAnn     = "__wl_ann"    // x = __wl_ann[T] = v             x: T = v
	markDec     = "__wl_dec"    // @__wl_dec(x)                    @x
	markMatMul  = "__wl_matmul" // a * __wl_matmul * b             a @ b
	markFormat  = "__wl_format" // __wl_format(part, …)            f'…'
	markField   = "__wl_field"  // __wl_field(x, conversion, spec) {x!r:spec}
	markMatch   = "__wl_match"  // with __wl_match(x):             match x:
	markCase    = "__wl_case"   // if __wl_case(n, guard):         case P if guard:
)

// front is the state of the source pass.
type front struct {
	toks   []token
	i      int
	out    strings.Builder
	line   int // of the output
	col    int
	depth  int // brackets open in the output
	consts []py.Object
	pats   []*pattern
	marks  []mark
	stack  []bracket
	stmt   statement
	// matches are the indentations of the match statements around.
	matches []int
}

// mark says where a token of the output comes from.
type mark struct{ line, out, src int }

// bracket is an open bracket of the source, or the parameters of a lambda.
type bracket struct {
	kind    bracketKind
	stars   bool // a prefix star is written as a lambda
	fresh   bool // an item begins
	keyword bool // a keyword argument was seen
	double  bool // ** was seen
	slash   bool // / was seen among parameters
	comma   bool // of a call: a comma was seen
	target  bool // of a call: between for and in
	gen     bool // of a call: an argument is a generator expression without brackets
	names   []string
	def     bool // a parameter with a default was seen
	star    bool // * was seen among parameters
	given   bool // the parameter has a default
	plain   bool // the parameter is a plain name
	dropped bool // the bracket is left out
}

type bracketKind uint8

const (
	inParens bracketKind = iota
	inCall
	inParams
	inLambda
	inList
	inSubscript
	inBraces
)

// statement is what is known about the statement that is being written.
type statement struct {
	word    string // its first word
	stars   bool
	ann     int // the index of the annotation's colon, -1 if there is none
	annOpen bool
	close   string // what closes it
	// oneTarget is the comma of "for x, in".
	oneTarget int
}

// source is a text in the grammar of gpython's parser, with the tables that its
// numbers refer to.
type source struct {
	text   string
	consts []py.Object
	pats   []*pattern
	marks  []mark
}

// column translates a column (from 0) of the rewritten text.
func (s *source) column(line, col int) int {
	n := sort.Search(len(s.marks), func(i int) bool {
		m := s.marks[i]
		return m.line > line || m.line == line && m.out > col
	})
	if n == 0 || s.marks[n-1].line != line {
		return col
	}
	return s.marks[n-1].src
}

// rewriteSource brings a file into gpython's grammar.
func rewriteSource(src string) (*source, error) {
	toks, err := lexSource(src)
	if err != nil {
		return nil, err
	}
	f := &front{toks: toks, line: 1}
	f.out.Grow(len(src) + len(src)/4)
	if err := f.run(); err != nil {
		return nil, err
	}
	f.out.WriteByte('\n')
	return &source{f.out.String(), f.consts, f.pats, f.marks}, nil
}

func (f *front) run() error {
	for f.i < len(f.toks) {
		t := &f.toks[f.i]
		switch t.kind {
		case tokEnd:
			f.endStatement()
			return nil
		case tokNewline:
			f.endStatement()
			f.marks = append(f.marks, mark{f.line, f.col, t.col})
			f.i++
			continue
		}
		if t.first {
			f.sync(t)
			if t.indent != "" {
				f.write(t.indent)
			}
		}
		if len(f.stack) == 0 && f.starts() {
			if done, err := f.beginStatement(t); done || err != nil {
				if err != nil {
					return err
				}
				continue
			}
		}
		if err := f.next(t); err != nil {
			return err
		}
	}
	return nil
}

// starts reports whether a statement begins at the current token.
func (f *front) starts() bool {
	t := &f.toks[f.i]
	if t.first || f.i == 0 {
		return true
	}
	p := &f.toks[f.i-1]
	return p.is(";") || p.is(":") && f.stmt.ann != f.i-1 && f.stmt.word != "" && blockWords[f.stmt.word]
}

var blockWords = map[string]bool{
	"if": true, "elif": true, "else": true, "while": true, "for": true, "try": true, "except": true, "finally": true, "with": true,
	"class": true, "def": true, markMatch: true,
}

// keywords that no operand is.
var keywords = map[string]bool{
	"and": true, "as": true, "assert": true, "break": true, "class": true, "continue": true, "def": true, "del": true, "elif": true,
	"else": true, "except": true, "finally": true, "for": true, "from": true, "global": true, "if": true, "import": true, "in": true,
	"is": true, "lambda": true, "nonlocal": true, "not": true, "or": true, "pass": true, "raise": true, "return": true, "try": true,
	"while": true, "with": true, "yield": true,
}

// operandEnds reports whether the token before the current one ends an operand.
func (f *front) operandEnds() bool {
	if f.i == 0 || f.toks[f.i].first {
		return false
	}
	p := &f.toks[f.i-1]
	switch p.kind {
	case tokName:
		return !keywords[p.text]
	case tokNumber, tokString:
		return true
	case tokOp:
		return p.text == ")" || p.text == "]" || p.text == "}" || p.text == "..."
	}
	return false
}

// peek returns the n-th token from the current one.
func (f *front) peek(n int) *token {
	if f.i+n >= len(f.toks) {
		return &f.toks[len(f.toks)-1]
	}
	return &f.toks[f.i+n]
}

func (f *front) top() *bracket {
	if len(f.stack) == 0 {
		return nil
	}
	return &f.stack[len(f.stack)-1]
}

func (f *front) write(s string) {
	f.out.WriteString(s)
	f.col += len(s)
}

// sync brings the output to the token's line.
func (f *front) sync(t *token) {
	for f.line < t.line {
		if !t.first && f.depth == 0 {
			f.out.WriteByte('\\')
		}
		f.out.WriteByte('\n')
		f.line++
		f.col = 0
	}
}

// emit writes text in the place of a token.
func (f *front) emit(t *token, text string) {
	f.sync(t)
	if f.col > 0 && !(t.first && f.col == len(t.indent)) {
		f.write(" ")
	}
	f.marks = append(f.marks, mark{f.line, f.col, t.col})
	f.write(text)
}

func (f *front) fail(t *token, format string, a ...any) error {
	return badSource(t.line, t.col, format, a...)
}

// add notes a literal and returns its number.
func (f *front) add(v py.Object) string {
	f.consts = append(f.consts, v)
	return strconv.Itoa(len(f.consts) - 1)
}

func (f *front) endStatement() {
	if f.stmt.annOpen {
		f.write("]")
		f.depth--
	}
	f.write(f.stmt.close)
	f.depth -= len(f.stmt.close)
	f.stmt = statement{ann: -1}
}

// beginStatement looks at the first token of a statement. done is set if it was
// written.
func (f *front) beginStatement(t *token) (done bool, err error) {
	f.endStatement()
	f.stmt.word = t.text
	if t.kind == tokOp && t.text == "@" {
		f.emit(t, "@ "+markDec+" (")
		f.depth++
		f.stmt.close = ")"
		f.i++
		return true, nil
	}
	if t.kind != tokName {
		f.stmt.word = ""
		f.stmt.ann = f.annotation()
		return false, nil
	}
	n := f.peek(1)
	switch t.text {
	case "async":
		if n.is("def") || n.is("for") || n.is("with") {
			return false, f.fail(t, "async is not supported")
		}
	case "print", "exec":
		if n.kind == tokString || n.kind == tokNumber || n.kind == tokName && !keywords[n.text] {
			return false, f.fail(t, "Missing parentheses in call to '%s'. Did you mean %s(...)?", t.text, t.text)
		}
	case "except":
		if n.is("*") {
			if f.peek(2).is(":") {
				return false, f.fail(n, "expected one or more exception types")
			}
			f.emit(t, "except lambda "+markStar+" :")
			f.i += 2
			return true, nil
		}
		if f.bareExceptTypes() {
			return false, f.fail(n, "multiple exception types must be parenthesized")
		}
	case "del":
		if f.hasWord("if") {
			return false, f.fail(n, "cannot delete conditional expression")
		}
	case "with":
		if n.is("(") && f.withParens() {
			f.emit(t, "with")
			f.i += 2
			f.stack = append(f.stack, bracket{kind: inParens, dropped: true})
			return true, nil
		}
	case "match", "case":
		if ok, err := f.matchStatement(t); ok || err != nil {
			return ok, err
		}
	case "return":
		f.stmt.stars = true
	}
	if n.is(":=") {
		return false, f.fail(n, "invalid syntax")
	}
	if !keywords[t.text] {
		f.stmt.word = ""
		f.stmt.ann = f.annotation()
	}
	return false, nil
}

// hasWord reports whether a word stands in the statement outside of all brackets.
func (f *front) hasWord(word string) bool {
	depth := 0
	for i := f.i + 1; i < len(f.toks); i++ {
		t := &f.toks[i]
		switch {
		case t.kind == tokNewline || t.kind == tokEnd || t.is(";"):
			return false
		case t.is("(") || t.is("[") || t.is("{"):
			depth++
		case t.is(")") || t.is("]") || t.is("}"):
			depth--
		case t.is(word) && depth == 0:
			return true
		}
	}
	return false
}

// bareExceptTypes reports whether an except clause lists types without brackets.
func (f *front) bareExceptTypes() bool {
	depth := 0
	for i := f.i + 1; i < len(f.toks); i++ {
		t := &f.toks[i]
		switch {
		case t.kind == tokNewline || t.kind == tokEnd:
			return false
		case t.kind != tokOp:
		case t.text == "(" || t.text == "[" || t.text == "{":
			depth++
		case t.text == ")" || t.text == "]" || t.text == "}":
			depth--
		case t.text == ":" && depth == 0:
			return false
		case t.text == "," && depth == 0:
			return i > f.i+1
		}
	}
	return false
}

// annotation finds the colon of "target: type", or returns -1.
func (f *front) annotation() int {
	depth, lambdas := 0, 0
	for i := f.i; i < len(f.toks); i++ {
		t := &f.toks[i]
		if t.kind == tokNewline || t.kind == tokEnd {
			return -1
		}
		if t.kind == tokName && t.text == "lambda" && depth == 0 {
			lambdas++
		}
		if t.kind != tokOp {
			continue
		}
		switch t.text {
		case "(", "[", "{":
			depth++
		case ")", "]", "}":
			depth--
		case ";", "=":
			if depth == 0 && lambdas == 0 {
				return -1
			}
		case ":":
			if depth == 0 {
				if lambdas == 0 {
					return i
				}
				lambdas--
			}
		}
	}
	return -1
}

// loneComma finds the comma before the "in" of a for statement, if it is the only
// one; 0 if there is none.
func (f *front) loneComma() int {
	depth, commas := 0, 0
	for i := f.i + 1; i < len(f.toks); i++ {
		t := &f.toks[i]
		switch {
		case t.kind == tokNewline || t.kind == tokEnd:
			return 0
		case t.kind == tokName && t.text == "in" && depth == 0:
			if commas == 1 && f.toks[i-1].is(",") {
				return i - 1
			}
			return 0
		case t.kind != tokOp:
		case strings.Contains("([{", t.text):
			depth++
		case strings.Contains(")]}", t.text):
			depth--
		case t.text == "," && depth == 0:
			commas++
		}
	}
	return 0
}

// withParens reports whether the bracket after "with" holds its items.
func (f *front) withParens() bool {
	depth, items := 0, false
	for i := f.i + 1; i < len(f.toks); i++ {
		t := &f.toks[i]
		if t.kind == tokName && t.text == "as" && depth == 1 {
			items = true
		}
		if t.kind == tokName && t.text == "yield" && depth == 1 {
			return false
		}
		if t.kind != tokOp {
			continue
		}
		switch t.text {
		case "(", "[", "{":
			depth++
		case ",":
			items = items || depth == 1
		case ")", "]", "}":
			if depth--; depth == 0 {
				return items && i+1 < len(f.toks) && f.toks[i+1].is(":")
			}
		}
	}
	return false
}
