package volfile

import (
	"bytes"
	"strings"

	"github.com/windlassfs/windlass/xlator"
)

type tokenKind uint8

const (
	word   tokenKind = iota // bare: may be a keyword
	quoted                  // in quotes: never a keyword
	end                     // the end of the file
)

// A token is one WORD, with what the parser needs for good advice.
type token struct {
	kind tokenKind
	text string
	pos  xlator.Pos
	// first is set for the first word of a line, glued where no white space
	// is between the word and the one before.
	first, glued bool
}

type lexer struct {
	text      []byte
	at        int // index of the next byte
	lineStart int // index of the first byte of the line
	line      int
	file      string
	ps        *xlator.Problems
	tokens    []token
}

// lex cuts the whole text into words. The last token is always the end.
func lex(file string, text []byte, ps *xlator.Problems) []token {
	l := &lexer{text: text, line: 1, file: file, ps: ps}
	// Editors of another system put a byte order mark there; it is no word.
	if bytes.HasPrefix(text, []byte("\xef\xbb\xbf")) {
		l.at = 3
	}
	for first, glued := true, false; ; {
		if l.at == len(l.text) {
			l.tokens = append(l.tokens, token{kind: end, pos: l.pos(l.at)})
			return l.tokens
		}
		switch c := l.text[l.at]; {
		case c == '\n':
			l.at++
			l.line, l.lineStart = l.line+1, l.at
			first, glued = true, false
			continue
		case isSpace(c):
			l.at++
			glued = false
			continue
		case c == '#':
			for l.at < len(l.text) && l.text[l.at] != '\n' {
				l.at++
			}
			continue
		}
		t := token{pos: l.pos(l.at), first: first, glued: glued}
		if l.text[l.at] == '"' {
			t.kind, t.text = quoted, l.quoted()
		} else {
			t.text = l.bare()
		}
		l.tokens = append(l.tokens, t)
		first, glued = false, true
	}
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\r' || c == '\n' }

func (l *lexer) pos(at int) xlator.Pos {
	return xlator.Pos{File: l.file, Line: l.line, Column: at - l.lineStart + 1}
}

// quoted reads a word in quotes, which has to end on its line: GlusterFS's
// lexer loses line breaks within.
func (l *lexer) quoted() string {
	open := l.at
	var b strings.Builder
	backtick := false
	for l.at++; l.at < len(l.text) && l.text[l.at] != '\n'; l.at++ {
		c := l.text[l.at]
		switch {
		case c == '"':
			l.at++
			return b.String()
		case c == '\\' && l.at+1 < len(l.text) && l.text[l.at+1] != '\n':
			l.at++
			c = l.text[l.at]
		case c == '`' && !backtick:
			backtick = true
			l.backtick(l.at)
		}
		b.WriteByte(c)
	}
	l.ps.Add(l.pos(open), `close it with " on the same line; \" is a quote within`, "the quoted word has no end")
	return strings.TrimSuffix(b.String(), "\r")
}

// bare reads a word without quotes.
func (l *lexer) bare() string {
	start := l.at
	for ; l.at < len(l.text); l.at++ {
		c := l.text[l.at]
		switch {
		case isSpace(c) || c == '"':
			return string(l.text[start:l.at])
		case c == '\\':
			l.ps.Add(l.pos(l.at), `put the whole word into quotes and write \\ for a backslash`, "a backslash outside of quotes")
		case c == '`':
			l.backtick(l.at)
			// The command is one word for what follows, spaces or not.
			rest := l.text[l.at+1:]
			if n := bytes.IndexAny(rest, "`\n"); n >= 0 && rest[n] == '`' {
				l.at += n + 1
			}
		}
	}
	return string(l.text[start:l.at])
}

func (l *lexer) backtick(at int) {
	l.ps.Add(l.pos(at), "write the value itself; for a literal backtick put \\` into quotes", "commands in backticks are not executed")
}
