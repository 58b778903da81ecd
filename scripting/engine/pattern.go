package engine

import (
	"strings"

	"github.com/go-python/gpython/py"
)

// pattern is a pattern of a case statement.
type pattern struct {
	kind patternKind
	// value is a literal; path a dotted name, of a value or of a class.
	value py.Object
	path  []string
	// name is what is captured, of patKeep and patStar; "" is the wildcard, and
	// the rest of a mapping.
	name string
	subs []*pattern
	// keys are the keys of a mapping (values or dotted names), names the keywords
	// of a class pattern, which its last patterns belong to.
	keys  []*pattern
	names []string
	line  int
}

type patternKind uint8

const (
	patKeep     patternKind = iota // name, or _
	patValue                       // literal, or dotted name
	patSequence                    // [a, *b]
	patStar                        // *name
	patMapping                     // {k: p, **name}
	patClass                       // C(p, k=p)
	patOr                          // a | b
	patAs                          // p as name
)

// captures calls f with every name that the pattern binds.
func (p *pattern) captures(f func(string)) {
	if p.name != "" {
		f(p.name)
	}
	for _, s := range p.subs {
		s.captures(f)
	}
}

// matchStatement writes match and case statements as with and if statements.
func (f *front) matchStatement(t *token) (bool, error) {
	n := f.peek(1)
	if n.kind == tokOp && strings.Index("([{-*~", n.text) < 0 && n.text != "..." || n.kind == tokNewline || n.kind == tokName && keywords[n.text] && n.text != "not" && n.text != "lambda" {
		return false, nil
	}
	if t.text == "match" {
		end := f.i
		for f.toks[end].kind != tokNewline {
			end++
		}
		if !f.toks[end-1].is(":") {
			return false, nil
		}
		f.matches = append(f.matches, len(t.indent))
		f.stmt.word = markMatch
		f.emit(t, "with "+markMatch+" (")
		f.depth++
		f.i++
		f.stack = append(f.stack, bracket{kind: inParens})
		for f.i < end-1 {
			if err := f.next(&f.toks[f.i]); err != nil {
				return false, err
			}
		}
		f.stack = f.stack[:0]
		f.write(" ) :")
		f.depth--
		f.i = end
		return true, nil
	}
	for len(f.matches) > 0 && f.matches[len(f.matches)-1] >= len(t.indent) {
		f.matches = f.matches[:len(f.matches)-1]
	}
	if len(f.matches) == 0 {
		return false, nil
	}
	f.stmt.word = "if"
	f.i++
	p, err := f.openPattern()
	if err != nil {
		return false, err
	}
	f.pats = append(f.pats, p)
	f.emit(t, "if "+markCase+" ( "+f.add(py.Int(len(f.pats)-1)))
	f.depth++
	if f.toks[f.i].is("if") {
		f.i++
		f.write(" ,")
		f.stack = append(f.stack, bracket{kind: inParens})
		for !(f.toks[f.i].is(":") && len(f.stack) == 1) && f.toks[f.i].kind != tokNewline {
			if err := f.next(&f.toks[f.i]); err != nil {
				return false, err
			}
		}
		f.stack = f.stack[:0]
	}
	if !f.toks[f.i].is(":") {
		return false, f.fail(&f.toks[f.i], "expected ':'")
	}
	f.write(" )")
	f.depth--
	f.emit(&f.toks[f.i], ":")
	f.i++
	return true, nil
}

func (f *front) accept(op string) bool {
	if f.toks[f.i].is(op) {
		f.i++
		return true
	}
	return false
}

// openPattern reads the pattern of a case: a sequence needs no brackets there.
func (f *front) openPattern() (*pattern, error) {
	line := f.toks[f.i].line
	p, err := f.pattern(0)
	if err != nil || !f.toks[f.i].is(",") && p.kind != patStar {
		return p, err
	}
	subs := []*pattern{p}
	for f.accept(",") {
		if f.toks[f.i].is(":") || f.toks[f.i].is("if") {
			break
		}
		if p, err = f.pattern(0); err != nil {
			return nil, err
		}
		subs = append(subs, p)
	}
	return &pattern{kind: patSequence, subs: subs, line: line}, nil
}

func (f *front) pattern(depth int) (*pattern, error) {
	t := &f.toks[f.i]
	if depth > maxBrackets {
		return nil, f.fail(t, "too many nested parentheses")
	}
	if f.accept("*") {
		n := &f.toks[f.i]
		if n.kind != tokName {
			return nil, f.fail(n, "invalid syntax")
		}
		f.i++
		return &pattern{kind: patStar, name: wildcard(n.text), line: t.line}, nil
	}
	p, err := f.closedPattern(depth)
	if err != nil {
		return nil, err
	}
	if f.toks[f.i].is("|") {
		p = &pattern{kind: patOr, subs: []*pattern{p}, line: t.line}
		for f.accept("|") {
			alt, err := f.closedPattern(depth)
			if err != nil {
				return nil, err
			}
			p.subs = append(p.subs, alt)
		}
	}
	if f.accept("as") {
		n := &f.toks[f.i]
		if n.kind != tokName || n.text == "_" {
			return nil, f.fail(n, "invalid pattern target")
		}
		f.i++
		p = &pattern{kind: patAs, name: n.text, subs: []*pattern{p}, line: t.line}
	}
	return p, nil
}

func wildcard(name string) string {
	if name == "_" {
		return ""
	}
	return name
}

func (f *front) closedPattern(depth int) (*pattern, error) {
	t := &f.toks[f.i]
	switch {
	case t.kind == tokNumber || t.is("-"):
		return f.numberPattern(t)
	case t.kind == tokString:
		var b strings.Builder
		isBytes := false
		for ; f.toks[f.i].kind == tokString; f.i++ {
			s := splitString(f.toks[f.i].text)
			if s.format {
				return nil, f.fail(t, "patterns may only match literals and attribute lookups")
			}
			v, msg := s.value()
			if msg != "" {
				return nil, f.fail(t, "%s", msg)
			}
			if x, ok := v.(py.Bytes); ok {
				isBytes = true
				b.Write(x)
			} else {
				b.WriteString(string(v.(py.String)))
			}
		}
		if isBytes {
			return &pattern{kind: patValue, value: py.Bytes(b.String()), line: t.line}, nil
		}
		return &pattern{kind: patValue, value: py.String(b.String()), line: t.line}, nil
	case t.kind == tokName:
		return f.namePattern(t, depth)
	case t.is("("), t.is("["):
		f.i++
		end := map[string]string{"(": ")", "[": "]"}[t.text]
		var subs []*pattern
		comma := t.text == "["
		for !f.toks[f.i].is(end) {
			p, err := f.pattern(depth + 1)
			if err != nil {
				return nil, err
			}
			subs = append(subs, p)
			if !f.accept(",") {
				break
			}
			comma = true
		}
		if !f.accept(end) {
			return nil, f.fail(&f.toks[f.i], "invalid syntax")
		}
		if !comma && len(subs) == 1 && subs[0].kind != patStar {
			return subs[0], nil
		}
		return &pattern{kind: patSequence, subs: subs, line: t.line}, nil
	case t.is("{"):
		return f.mappingPattern(t, depth)
	}
	return nil, f.fail(t, "invalid syntax")
}

func (f *front) numberPattern(t *token) (*pattern, error) {
	neg := f.accept("-")
	n := &f.toks[f.i]
	if n.kind != tokNumber {
		return nil, f.fail(n, "invalid syntax")
	}
	v, msg := numberValue(n.text)
	if v == nil {
		return nil, f.fail(n, "%s", msg)
	}
	f.i++
	if neg {
		v, _ = negative(v)
	}
	return &pattern{kind: patValue, value: v, line: t.line}, nil
}

func (f *front) namePattern(t *token, depth int) (*pattern, error) {
	f.i++
	switch t.text {
	case "None":
		return &pattern{kind: patValue, value: py.None, line: t.line}, nil
	case "True":
		return &pattern{kind: patValue, value: py.True, line: t.line}, nil
	case "False":
		return &pattern{kind: patValue, value: py.False, line: t.line}, nil
	}
	if keywords[t.text] {
		return nil, f.fail(t, "invalid syntax")
	}
	path := []string{t.text}
	for f.accept(".") {
		n := &f.toks[f.i]
		if n.kind != tokName {
			return nil, f.fail(n, "invalid syntax")
		}
		path = append(path, n.text)
		f.i++
	}
	if !f.accept("(") {
		if len(path) == 1 {
			return &pattern{kind: patKeep, name: wildcard(t.text), line: t.line}, nil
		}
		return &pattern{kind: patValue, path: path, line: t.line}, nil
	}
	p := &pattern{kind: patClass, path: path, line: t.line}
	for !f.toks[f.i].is(")") {
		n := &f.toks[f.i]
		if n.kind == tokName && f.peek(1).is("=") {
			f.i += 2
			p.names = append(p.names, n.text)
		} else if len(p.names) > 0 {
			return nil, f.fail(n, "positional patterns follow keyword patterns")
		}
		sub, err := f.pattern(depth + 1)
		if err != nil {
			return nil, err
		}
		p.subs = append(p.subs, sub)
		if !f.accept(",") {
			break
		}
	}
	if !f.accept(")") {
		return nil, f.fail(&f.toks[f.i], "invalid syntax")
	}
	return p, nil
}

func (f *front) mappingPattern(t *token, depth int) (*pattern, error) {
	f.i++
	p := &pattern{kind: patMapping, line: t.line}
	for !f.toks[f.i].is("}") {
		if f.accept("**") {
			n := &f.toks[f.i]
			if n.kind != tokName {
				return nil, f.fail(n, "invalid syntax")
			}
			p.name = n.text
			f.i++
		} else {
			k, err := f.closedPattern(depth + 1)
			if err != nil {
				return nil, err
			}
			if k.kind != patValue || !f.accept(":") {
				return nil, f.fail(&f.toks[f.i], "invalid syntax")
			}
			v, err := f.pattern(depth + 1)
			if err != nil {
				return nil, err
			}
			p.keys, p.subs = append(p.keys, k), append(p.subs, v)
		}
		if !f.accept(",") {
			break
		}
	}
	if !f.accept("}") {
		return nil, f.fail(&f.toks[f.i], "invalid syntax")
	}
	return p, nil
}
