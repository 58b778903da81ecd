package engine

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// tokenKind tells the tokens of Python 3.11 apart, as far as the source pass
// needs to.
type tokenKind uint8

const (
	tokName tokenKind = iota
	tokNumber
	tokString
	tokOp
	tokNewline // the end of a logical line
	tokEnd
)

// token is one token of a source text.
type token struct {
	kind tokenKind
	text string
	line int // from 1
	col  int // in bytes, from 0
	// indent is the white space before the first token of a logical line.
	indent string
	first  bool // the first of its logical line
}

// is reports whether the token is that operator or keyword.
func (t *token) is(text string) bool {
	return (t.kind == tokOp || t.kind == tokName) && t.text == text
}

// sourceError is a syntax error found before gpython's parser sees the source.
type sourceError struct {
	line, col int // col in bytes from 0; -1 if unknown
	msg       string
}

// Error returns the message.
func (e *sourceError) Error() string { return e.msg }

func badSource(line, col int, format string, a ...any) error {
	return &sourceError{line, col, fmt.Sprintf(format, a...)}
}

// maxBrackets is how deep brackets may nest, as in CPython.
const maxBrackets = 200

// lexer splits a source text into tokens.
type lexer struct {
	src   string
	pos   int
	line  int
	start int // position of the line's first byte, may be negative for a fragment
	stack []token
	// fragment is set for the expression within an f-string: it is as if in
	// brackets, so newlines mean nothing.
	fragment bool
	toks     []token
}

// lexSource returns the tokens of a whole file.
func lexSource(src string) ([]token, error) {
	l := &lexer{src: src, line: 1, toks: make([]token, 0, len(src)/4+8)}
	if strings.HasPrefix(src, "\ufeff") {
		l.pos, l.start = 3, 3
	}
	return l.run()
}

// lexFragment returns the tokens of an expression that begins at line and col.
func lexFragment(src string, line, col int) ([]token, error) {
	l := &lexer{src: src, line: line, start: -col, fragment: true}
	return l.run()
}

func (l *lexer) col() int { return l.pos - l.start }

func (l *lexer) add(kind tokenKind, from, line, col int) {
	l.toks = append(l.toks, token{kind: kind, text: l.src[from:l.pos], line: line, col: col})
}

func (l *lexer) newline() {
	l.pos++
	l.line++
	l.start = l.pos
}

func (l *lexer) run() ([]token, error) {
	fresh := !l.fragment // at the beginning of a logical line
	for l.pos < len(l.src) {
		var indent string
		if fresh {
			indent = l.indentation()
			if l.pos >= len(l.src) {
				break
			}
		}
		c := l.src[l.pos]
		switch {
		case c == '\n' || c == '\r':
			if c == '\r' && l.pos+1 < len(l.src) && l.src[l.pos+1] == '\n' {
				l.pos++
			}
			if !fresh && !l.fragment && len(l.stack) == 0 {
				l.toks = append(l.toks, token{kind: tokNewline, line: l.line, col: l.col()})
				fresh = true
			}
			l.newline()
			continue
		case c == ' ' || c == '\t' || c == '\f':
			l.pos++
			continue
		case c == '#':
			for l.pos < len(l.src) && l.src[l.pos] != '\n' && l.src[l.pos] != '\r' {
				l.pos++
			}
			continue
		case c == '\\':
			if err := l.joinLines(); err != nil {
				return nil, err
			}
			continue
		}
		n := len(l.toks)
		if err := l.token(); err != nil {
			return nil, err
		}
		if fresh {
			l.toks[n].first, l.toks[n].indent = true, indent
			fresh = false
		}
	}
	if n := len(l.stack); n > 0 {
		t := l.stack[n-1]
		return nil, badSource(t.line, t.col, "'%s' was never closed", t.text)
	}
	if !fresh && !l.fragment {
		l.toks = append(l.toks, token{kind: tokNewline, line: l.line, col: l.col()})
	}
	l.toks = append(l.toks, token{kind: tokEnd, line: l.line, col: l.col()})
	return l.toks, nil
}

// indentation reads the white space at the beginning of a line.
func (l *lexer) indentation() string {
	from := l.pos
	for l.pos < len(l.src) && strings.IndexByte(" \t\f", l.src[l.pos]) >= 0 {
		l.pos++
	}
	return l.src[from:l.pos]
}

func (l *lexer) joinLines() error {
	rest := l.src[l.pos+1:]
	switch {
	case strings.HasPrefix(rest, "\r\n"):
		l.pos += 2
	case strings.HasPrefix(rest, "\n"), strings.HasPrefix(rest, "\r"):
		l.pos++
	case rest == "":
		return badSource(l.line, l.col(), "unexpected EOF while parsing")
	default:
		return badSource(l.line, l.col()+1, "unexpected character after line continuation character")
	}
	l.newline()
	return nil
}

func (l *lexer) token() error {
	c := l.src[l.pos]
	if c >= '0' && c <= '9' || c == '.' && l.pos+1 < len(l.src) && isDigit(l.src[l.pos+1]) {
		return l.number()
	}
	if c == '"' || c == '\'' {
		return l.text(l.pos)
	}
	r, _ := utf8.DecodeRuneInString(l.src[l.pos:])
	if r == '_' || unicode.IsLetter(r) {
		from, line, col := l.pos, l.line, l.col()
		for l.pos < len(l.src) {
			r, n := utf8.DecodeRuneInString(l.src[l.pos:])
			if r != '_' && !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r) && !unicode.Is(unicode.Mc, r) {
				break
			}
			l.pos += n
		}
		if l.pos < len(l.src) && (l.src[l.pos] == '"' || l.src[l.pos] == '\'') && isStringPrefix(l.src[from:l.pos]) {
			return l.text(from)
		}
		l.add(tokName, from, line, col)
		return nil
	}
	return l.operator(r)
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isStringPrefix(s string) bool {
	switch strings.ToLower(s) {
	case "r", "u", "b", "f", "br", "rb", "fr", "rf":
		return true
	}
	return false
}

// number reads a number; its value is found later. What follows it directly must
// be no name, except a keyword.
func (l *lexer) number() error {
	from, line, col := l.pos, l.line, l.col()
	digits := func(set string) {
		for l.pos < len(l.src) && (isDigit(l.src[l.pos]) || strings.IndexByte(set, l.src[l.pos]) >= 0) {
			l.pos++
		}
	}
	at := func(set string) bool { return l.pos < len(l.src) && strings.IndexByte(set, l.src[l.pos]) >= 0 }
	if l.src[l.pos] == '0' && l.pos+1 < len(l.src) && strings.IndexByte("xXoObB", l.src[l.pos+1]) >= 0 {
		l.pos += 2
		digits("abcdefABCDEF_")
		if strings.IndexByte("oObB", l.src[from+1]) >= 0 {
			for l.pos > from+2 && strings.IndexByte("abcdefABCDEF", l.src[l.pos-1]) >= 0 {
				l.pos--
			}
		}
	} else {
		digits("_")
		if at(".") {
			l.pos++
			digits("_")
		}
		if at("eE") {
			n := l.pos + 1
			if n < len(l.src) && (l.src[n] == '+' || l.src[n] == '-') {
				n++
			}
			if n < len(l.src) && isDigit(l.src[n]) {
				l.pos = n
				digits("_")
			}
		}
		if at("jJ") {
			l.pos++
		}
	}
	rest := l.src[l.pos:]
	if r, _ := utf8.DecodeRuneInString(rest); (r == '_' || unicode.IsLetter(r)) && !startsKeyword(rest) {
		return badSource(line, col, "invalid %s literal", radixName(l.src[from:]))
	}
	l.add(tokNumber, from, line, col)
	return nil
}

func radixName(s string) string {
	if len(s) > 1 && s[0] == '0' {
		switch s[1] {
		case 'x', 'X':
			return "hexadecimal"
		case 'o', 'O':
			return "octal"
		case 'b', 'B':
			return "binary"
		}
	}
	return "decimal"
}

func startsKeyword(s string) bool {
	for _, k := range [...]string{"if", "or", "and", "in", "is", "else", "for", "not"} {
		if strings.HasPrefix(s, k) {
			return true
		}
	}
	return false
}

// text reads a string literal whose prefix begins at from.
func (l *lexer) text(from int) error {
	line, col := l.line, from-l.start
	quote := l.src[l.pos : l.pos+1]
	if strings.HasPrefix(l.src[l.pos:], strings.Repeat(quote, 3)) {
		quote = l.src[l.pos : l.pos+3]
	}
	l.pos += len(quote)
	for l.pos < len(l.src) {
		c := l.src[l.pos]
		switch {
		case c == '\\' && l.pos+1 < len(l.src):
			l.pos++
			if l.src[l.pos] == '\r' && l.pos+1 < len(l.src) && l.src[l.pos+1] == '\n' {
				l.pos++
			}
			if l.src[l.pos] == '\n' {
				l.newline()
			} else {
				l.pos++
			}
		case strings.HasPrefix(l.src[l.pos:], quote):
			l.pos += len(quote)
			l.add(tokString, from, line, col)
			return nil
		case c == '\n':
			if len(quote) == 1 {
				return badSource(line, col, "unterminated string literal (detected at line %d)", line)
			}
			l.newline()
		default:
			l.pos++
		}
	}
	if len(quote) == 1 {
		return badSource(line, col, "unterminated string literal (detected at line %d)", line)
	}
	return badSource(line, col, "unterminated triple-quoted string literal (detected at line %d)", l.line)
}

// operators of two and three characters, the longer first.
var operators = [...]string{
	"**=", "//=", ">>=", "<<=", "...", "!=", "->", ":=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "@=",
	"==", "<=", ">=", "**", "//", "<<", ">>",
}

func (l *lexer) operator(r rune) error {
	from, line, col := l.pos, l.line, l.col()
	rest := l.src[from:]
	for _, op := range operators {
		if strings.HasPrefix(rest, op) {
			l.pos += len(op)
			l.add(tokOp, from, line, col)
			return nil
		}
	}
	if strings.IndexByte("+-*/%@&|^~<>()[]{},:.;=", rest[0]) < 0 {
		switch {
		case r == utf8.RuneError:
			return badSource(line, col, "(unicode error) 'utf-8' codec can't decode byte 0x%02x", rest[0])
		case r == '$' || r == '?' || r == '!' || r == '`' || r < 0x80 && unicode.IsPrint(r):
			return badSource(line, col, "invalid syntax")
		case !unicode.IsPrint(r):
			return badSource(line, col, "invalid non-printable character U+%04X", r)
		}
		return badSource(line, col, "invalid character '%c' (U+%04X)", r, r)
	}
	l.pos++
	l.add(tokOp, from, line, col)
	t := l.toks[len(l.toks)-1]
	switch rest[0] {
	case '(', '[', '{':
		if len(l.stack) >= maxBrackets {
			return badSource(line, col, "too many nested parentheses")
		}
		l.stack = append(l.stack, t)
	case ')', ']', '}':
		return l.closing(t)
	}
	return nil
}

func (l *lexer) closing(t token) error {
	n := len(l.stack) - 1
	if n < 0 {
		return badSource(t.line, t.col, "unmatched '%s'", t.text)
	}
	open := l.stack[n]
	l.stack = l.stack[:n]
	if want := map[string]string{"(": ")", "[": "]", "{": "}"}[open.text]; want != t.text {
		if open.line != t.line {
			return badSource(t.line, t.col, "closing parenthesis '%s' does not match opening parenthesis '%s' on line %d", t.text, open.text, open.line)
		}
		return badSource(t.line, t.col, "closing parenthesis '%s' does not match opening parenthesis '%s'", t.text, open.text)
	}
	return nil
}
