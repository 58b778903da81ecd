package engine

import (
	"strings"

	"github.com/go-python/gpython/py"
)

// maxFStrings is how deep format specs may nest, as in CPython.
const maxFStrings = 2

// strings writes adjacent string literals: one number, or the parts of an
// f-string.
func (f *front) strings(t *token) error {
	var plain strings.Builder
	var parts []py.Object // py.String, or nil for a field
	var fields []func() error
	formats, isBytes, first := false, false, true
	flush := func() {
		if plain.Len() > 0 {
			parts = append(parts, py.String(plain.String()))
			fields = append(fields, nil)
			plain.Reset()
		}
	}
	for ; f.toks[f.i].kind == tokString && (first || !f.toks[f.i].first); f.i++ {
		tok := &f.toks[f.i]
		s := splitString(tok.text)
		if !first && s.bytes != isBytes {
			return f.fail(tok, "cannot mix bytes and nonbytes literals")
		}
		isBytes, first = s.bytes, false
		if !s.format {
			v, msg := s.value()
			if msg != "" {
				return f.fail(tok, "%s", msg)
			}
			switch v := v.(type) {
			case py.String:
				plain.WriteString(string(v))
			case py.Bytes:
				plain.Write(v)
			}
			continue
		}
		formats = true
		p := &fparser{f: f, tok: tok, s: s.body, raw: s.raw, offset: s.offset}
		err := p.parse(0, func(text string) { plain.WriteString(text) }, func(w func() error) {
			flush()
			parts = append(parts, nil)
			fields = append(fields, w)
		})
		if err != nil {
			return err
		}
	}
	switch {
	case isBytes:
		f.emit(t, f.add(py.Bytes(plain.String())))
		return nil
	case !formats:
		f.emit(t, f.add(py.String(plain.String())))
		return nil
	}
	flush()
	return f.writeFormat(t, parts, fields)
}

// writeFormat writes __wl_format(part, …).
func (f *front) writeFormat(t *token, parts []py.Object, fields []func() error) error {
	f.emit(t, markFormat+" (")
	f.depth++
	for i, p := range parts {
		if i > 0 {
			f.write(" ,")
		}
		if p != nil {
			f.write(" " + f.add(p))
			continue
		}
		if err := fields[i](); err != nil {
			return err
		}
	}
	f.write(" )")
	f.depth--
	return nil
}

// fparser takes the body of an f-string apart.
type fparser struct {
	f      *front
	tok    *token
	s      string
	pos    int
	raw    bool
	offset int
}

func (p *fparser) fail(format string, a ...any) error {
	return p.f.fail(p.tok, "f-string: "+format, a...)
}

// place is the line and column of a position in the body.
func (p *fparser) place(pos int) (line, col int) {
	before := p.s[:pos]
	n := strings.Count(before, "\n")
	if n == 0 {
		return p.tok.line, p.tok.col + p.offset + pos
	}
	return p.tok.line + n, pos - strings.LastIndexByte(before, '\n') - 1
}

// parse reads text and fields, at depth > 0 up to the brace that ends the spec.
func (p *fparser) parse(depth int, text func(string), field func(func() error)) error {
	start := p.pos
	flush := func() error {
		part := p.s[start:p.pos]
		if !p.raw {
			v, msg := unescape(part, false)
			if msg != "" {
				return p.f.fail(p.tok, "%s", msg)
			}
			part = v
		}
		if part != "" {
			text(part)
		}
		return nil
	}
	for p.pos < len(p.s) {
		c := p.s[p.pos]
		if c == '\\' && !p.raw && strings.HasPrefix(p.s[p.pos:], `\N{`) {
			if end := strings.IndexByte(p.s[p.pos:], '}'); end > 0 {
				p.pos += end + 1
				continue
			}
		}
		if c != '{' && c != '}' {
			p.pos++
			continue
		}
		if err := flush(); err != nil {
			return err
		}
		if depth == 0 && p.pos+1 < len(p.s) && p.s[p.pos+1] == c {
			text(string(c))
			p.pos += 2
			start = p.pos
			continue
		}
		if c == '}' {
			if depth > 0 {
				return nil
			}
			return p.fail("single '}' is not allowed")
		}
		if depth >= maxFStrings {
			return p.fail("expressions nested too deeply")
		}
		p.pos++
		if err := p.field(depth, text, field); err != nil {
			return err
		}
		start = p.pos
	}
	if depth > 0 {
		return p.fail("expecting '}'")
	}
	return flush()
}

// field reads one {expression=!conversion:spec}.
func (p *fparser) field(depth int, text func(string), field func(func() error)) error {
	from := p.pos
	end, err := p.expression()
	if err != nil {
		return err
	}
	expr := p.s[from:end]
	if strings.TrimSpace(expr) == "" {
		return p.fail("empty expression not allowed")
	}
	line, col := p.place(from)
	toks, err := lexFragment(expr, line, col)
	if err != nil {
		return err
	}
	debug := false
	if p.pos < len(p.s) && p.s[p.pos] == '=' {
		p.pos++
		for p.pos < len(p.s) && strings.IndexByte(" \t\n", p.s[p.pos]) >= 0 {
			p.pos++
		}
		text(p.s[from:p.pos])
		debug = true
	}
	conversion := ""
	if p.pos < len(p.s) && p.s[p.pos] == '!' {
		p.pos++
		from := p.pos
		for p.pos < len(p.s) && p.s[p.pos] != ':' && p.s[p.pos] != '}' {
			p.pos++
		}
		conversion = p.s[from:p.pos]
		if conversion != "r" && conversion != "s" && conversion != "a" {
			return p.fail("invalid conversion character %q: expected 's', 'r', or 'a'", conversion)
		}
	}
	var parts []py.Object
	var fields []func() error
	hasSpec := false
	if p.pos < len(p.s) && p.s[p.pos] == ':' {
		p.pos++
		hasSpec = true
		err := p.parse(depth+1, func(s string) {
			parts, fields = append(parts, py.String(s)), append(fields, nil)
		}, func(w func() error) {
			parts, fields = append(parts, nil), append(fields, w)
		})
		if err != nil {
			return err
		}
	}
	if p.pos >= len(p.s) || p.s[p.pos] != '}' {
		return p.fail("expecting '}'")
	}
	p.pos++
	if debug && conversion == "" && !hasSpec {
		conversion = "r"
	}
	field(func() error { return p.write(toks, conversion, parts, fields) })
	return nil
}

// write writes __wl_field((expression), conversion, spec).
func (p *fparser) write(toks []token, conversion string, parts []py.Object, fields []func() error) error {
	f := p.f
	f.write(" " + markField + " ((")
	f.depth += 2
	outer, at, stack, stmt := f.toks, f.i, f.stack, f.stmt
	f.toks, f.i, f.stack, f.stmt = toks, 0, []bracket{{kind: inParens}}, statement{ann: -1}
	for f.toks[f.i].kind != tokEnd {
		if err := f.next(&f.toks[f.i]); err != nil {
			return err
		}
	}
	f.toks, f.i, f.stack, f.stmt = outer, at, stack, stmt
	f.write(" ) , " + f.add(py.String(conversion)) + " ,")
	f.depth--
	switch {
	case len(parts) == 0:
		f.write(" " + f.add(py.String("")))
	case len(parts) == 1 && parts[0] != nil:
		f.write(" " + f.add(parts[0]))
	default:
		tok := *p.tok
		tok.line = f.line
		if err := f.writeFormat(&tok, parts, fields); err != nil {
			return err
		}
	}
	f.write(" )")
	f.depth--
	return nil
}

// expression finds where the expression at the current position ends: before !,
// :, = or }.
func (p *fparser) expression() (int, error) {
	depth := 0
	for p.pos < len(p.s) {
		c := p.s[p.pos]
		rest := p.s[p.pos:]
		switch c {
		case '\\':
			return 0, p.fail("expression part cannot include a backslash")
		case '#':
			return 0, p.fail("expression part cannot include '#'")
		case '\'', '"':
			n := p.skipString(rest)
			if n < 0 {
				return 0, p.fail("unterminated string")
			}
			p.pos += n
			continue
		case '(', '[', '{':
			depth++
		case ')', ']', '}':
			if depth == 0 {
				if c == '}' {
					return p.pos, nil
				}
				return 0, p.fail("unmatched '%c'", c)
			}
			depth--
		case '!':
			if depth == 0 && !strings.HasPrefix(rest, "!=") {
				return p.pos, nil
			}
			if depth == 0 {
				p.pos++
			}
		case ':':
			if depth == 0 {
				return p.pos, nil
			}
		case '<', '>':
			if depth == 0 && len(rest) > 1 && rest[1] == '=' {
				p.pos++
			}
		case '=':
			if depth == 0 {
				if strings.HasPrefix(rest, "==") {
					p.pos++
					break
				}
				return p.pos, nil
			}
		}
		p.pos++
	}
	return 0, p.fail("expecting '}'")
}

// skipString returns the length of the string literal at the beginning of s.
func (p *fparser) skipString(s string) int {
	quote := s[:1]
	if strings.HasPrefix(s, strings.Repeat(quote, 3)) {
		quote = s[:3]
	}
	i := strings.Index(s[len(quote):], quote)
	if i < 0 {
		return -1
	}
	return i + 2*len(quote)
}
