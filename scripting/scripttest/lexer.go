package scripttest

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// kind is what a token of Python is, as far as rewriting needs to know.
type kind uint8

const (
	kName kind = iota
	kString
	kOther   // a number or an operator
	kNewline // the end of a logical line
)

// A token is a piece of source text; comments, blank lines and line ends inside
// brackets are left out.
type token struct {
	kind     kind
	text     string
	from, to int // bytes
	line     int // from 1
	depth    int // of brackets round it
}

// lex splits Python source. It knows enough of the language to find statements,
// and takes anything: what is no Python was found by the compiler before.
func lex(src string) []token {
	var out []token
	line, depth := 1, 0
	add := func(k kind, from, to, at, depth int) {
		out = append(out, token{k, src[from:to], from, to, at, depth})
	}
	for i := 0; i < len(src); {
		r, n := utf8.DecodeRuneInString(src[i:])
		switch {
		case r == '\n':
			if depth == 0 && len(out) > 0 && out[len(out)-1].kind != kNewline {
				add(kNewline, i, i+1, line, 0)
			}
			line++
			i++
		case r == '\\' && i+1 < len(src) && src[i+1] == '\n':
			line++
			i += 2
		case unicode.IsSpace(r) || r == '\\':
			i += n
		case r == '#':
			for i < len(src) && src[i] != '\n' {
				i++
			}
		case r == '"' || r == '\'':
			to := stringEnd(src, i)
			add(kString, i, to, line, depth)
			line += strings.Count(src[i:to], "\n")
			i = to
		case r == '_' || unicode.IsLetter(r):
			to := i
			for to < len(src) {
				r, n := utf8.DecodeRuneInString(src[to:])
				if r != '_' && !unicode.In(r, unicode.L, unicode.M, unicode.N, unicode.Pc) {
					break
				}
				to += n
			}
			if to < len(src) && (src[to] == '"' || src[to] == '\'') && to-i <= 2 && strings.Trim(strings.ToLower(src[i:to]), "rbuf") == "" {
				end := stringEnd(src, to)
				add(kString, i, end, line, depth)
				line += strings.Count(src[i:end], "\n")
				i = end
				continue
			}
			add(kName, i, to, line, depth)
			i = to
		case unicode.IsDigit(r):
			to := i + n
			for to < len(src) && (src[to] == '.' || src[to] == '_' || src[to] < utf8.RuneSelf && (unicode.IsLetter(rune(src[to])) || unicode.IsDigit(rune(src[to])))) {
				to++
			}
			add(kOther, i, to, line, depth)
			i = to
		default:
			to := i + n
			for _, op := range []string{"**=", "//=", ">>=", "<<=", "...", "==", "!=", "<=", ">=", "->", ":=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "**", "//", "<<", ">>"} {
				if strings.HasPrefix(src[i:], op) {
					to = i + len(op)
					break
				}
			}
			switch r {
			case '(', '[', '{':
				add(kOther, i, to, line, depth)
				depth++
				i = to
				continue
			case ')', ']', '}':
				depth = max(depth-1, 0)
			}
			add(kOther, i, to, line, depth)
			i = to
		}
	}
	if len(out) > 0 && out[len(out)-1].kind != kNewline {
		add(kNewline, len(src), len(src), line, 0)
	}
	return out
}

// stringEnd returns where the string literal ends whose quote is at i.
// A backslash keeps the quote behind it, in raw strings too.
func stringEnd(src string, i int) int {
	quote := src[i : i+1]
	if strings.HasPrefix(src[i:], strings.Repeat(quote, 3)) {
		quote = strings.Repeat(quote, 3)
	}
	for i += len(quote); i < len(src); i++ {
		switch {
		case src[i] == '\\':
			i++
		case strings.HasPrefix(src[i:], quote):
			return i + len(quote)
		case src[i] == '\n' && len(quote) == 1:
			return i // not closed: no Python
		}
	}
	return len(src)
}
