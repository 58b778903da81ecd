package engine

import (
	"strings"
	"time"

	"github.com/dlclark/regexp2"
	"github.com/go-python/gpython/py"
)

// Module re: Python 3.11's, on the backtracking matcher of package regexp2, which
// has look-around, back-references, conditions and atomic groups. The pattern is
// parsed here (re_parse.go) and written for the matcher (re_emit.go).
//
// A search may take as long as the entry has left; then it ends as the entry does.
//
// Differs: no LOCALE, no DEBUG output, no Scanner; a pattern is no warning, so that
// "[[" is silent; subjects are limited to [maxSubject] characters.

// maxSubject bounds what is searched: the matcher keeps several times as much.
const maxSubject = 8 << 20

// reShort is how long a search is let run before the entry's own limits are looked
// at. The matcher's clock runs on for as long as a limit that it was given.
const reShort = 100 * time.Millisecond

// How a pattern is to match.
const (
	reSearch  = iota
	reMatchAt // at the beginning
	reFull    // from beginning to end
	reBeyond  // anywhere, but not the empty text at the beginning
	reKinds
)

// rePattern is a compiled pattern. It belongs to one context.
type rePattern struct {
	source py.Object
	text   []rune
	bytes  bool
	tree   *reTree
	// compiled are the forms for the matcher, by kind; those for ASCII first.
	compiled  [2][reKinds]*regexp2.Regexp
	index     *Dict
	templates map[string][]reTemplatePart
}

// Type implements py.Object.
func (*rePattern) Type() *py.Type { return patternClass.py }

func (*rePattern) class() *Class { return patternClass }

// subject is what is searched.
type subject struct {
	obj   py.Object
	s     string
	runes []rune
	bytes bool
	// offs are the places of the characters in s, nil where all are one byte.
	offs []int32
}

// slice returns a part, given by characters.
func (t *subject) slice(from, to int) py.Object {
	if t.offs != nil {
		from, to = int(t.offs[from]), int(t.offs[to])
	}
	if t.bytes {
		return py.Bytes(t.s[from:to])
	}
	return py.String(t.s[from:to])
}

// reMatch is a match.
type reMatch struct {
	p           *rePattern
	t           *subject
	pos, endpos int
	spans       [][2]int // of the groups; -1 of those that took no part
	last        int      // number of the last group that was closed
}

// Type implements py.Object.
func (*reMatch) Type() *py.Type { return matchClass.py }

func (*reMatch) class() *Class { return matchClass }

var (
	patternClass = declareFinalIn("re", "Pattern")
	matchClass   = declareFinalIn("re", "Match")
	scannerClass = declareFinalIn("_sre", "SRE_Scanner")
	reFlagClass  = declareIn("re", "RegexFlag", intClass)
	reErrorClass = declareIn("re", "error", exceptionClass)
)

// reFlagNames are the flags in the order in which they are shown.
var reFlagNames = []struct {
	long, short string
	bit         int
}{
	{"TEMPLATE", "T", reTemplate},
	{"IGNORECASE", "I", reIgnoreCase},
	{"LOCALE", "L", reLocale},
	{"MULTILINE", "M", reMultiline},
	{"DOTALL", "S", reDotAll},
	{"UNICODE", "U", reUnicode},
	{"VERBOSE", "X", reVerbose},
	{"DEBUG", "DEBUG", reDebug},
	{"ASCII", "A", reASCII},
}

func flagNames(n int, prefix string) string {
	var names []string
	for _, f := range reFlagNames {
		if n&f.bit != 0 {
			names = append(names, prefix+f.long)
			n &^= f.bit
		}
	}
	if n != 0 {
		names = append(names, sprintf("0x%x", n))
	}
	return strings.Join(names, "|")
}

func reFlag(n int) py.Object { return newHosted(reFlagClass, py.Int(n)) }

// reFlags is an argument that is a set of flags.
func reFlags(o py.Object) (int, error) {
	if o == nil {
		return 0, nil
	}
	n, ok := intOf(o)
	if !ok {
		return 0, raise(typeError, "unsupported operand type(s) for &: '%s' and 'RegexFlag'", classOf(o).name)
	}
	return n, nil
}

// maxPatterns bounds the cache of patterns of a context.
const maxPatterns = 512

type patternKey struct {
	text  string
	bytes bool
	flags int
}

type patternCache map[patternKey]*rePattern

func (c *Context) patterns() patternCache {
	return keep(c, "re", func() patternCache { return patternCache{} })
}

// pattern compiles a pattern, or finds it among those compiled before.
func (c *Context) pattern(o, flagsArg py.Object) (*rePattern, error) {
	flags, err := reFlags(flagsArg)
	if err != nil {
		return nil, err
	}
	if p, ok := o.(*rePattern); ok {
		if flags != 0 {
			return nil, raise(valueError, "cannot process flags argument with a compiled pattern")
		}
		return p, nil
	}
	key := patternKey{flags: flags}
	if s, ok := textOf(o); ok {
		key.text = s
	} else if b, ok := rawBytes(o); ok {
		key.text, key.bytes = string(b), true
	} else {
		return nil, raise(typeError, "first argument must be string or compiled pattern")
	}
	cache := c.patterns()
	if p := cache[key]; p != nil {
		return p, nil
	}
	if len(key.text) > MaxSource {
		return nil, memoryErr()
	}
	if err := c.steps(len(key.text)); err != nil {
		return nil, err
	}
	switch {
	case !key.bytes && flags&reLocale != 0:
		return nil, raise(valueError, "cannot use LOCALE flag with a str pattern")
	case key.bytes && flags&reUnicode != 0:
		return nil, raise(valueError, "cannot use UNICODE flag with a bytes pattern")
	case flags&reASCII != 0 && flags&reUnicode != 0:
		return nil, raise(valueError, "ASCII and UNICODE flags are incompatible")
	}
	p := &rePattern{source: o, text: runesOf(key.text, key.bytes), bytes: key.bytes}
	if key.bytes {
		p.source = py.Bytes(key.text)
	}
	tree, bad := parseRe(p.text, p.bytes, flags)
	if bad != nil {
		return nil, reErrorOf(bad, p.source, p.text)
	}
	p.tree = tree
	if _, err := p.form(false, reSearch); err != nil {
		return nil, err
	}
	if len(cache) >= maxPatterns {
		clear(cache)
	}
	cache[key] = p
	return p, nil
}

// form returns the pattern for the matcher.
func (p *rePattern) form(ascii bool, kind int) (*regexp2.Regexp, error) {
	at := 0
	if !ascii {
		at = 1
	}
	if rx := p.compiled[at][kind]; rx != nil {
		return rx, nil
	}
	expr := emitRe(p.tree, p.bytes, ascii)
	switch kind {
	case reMatchAt:
		expr = `\G(?:` + expr + `)`
	case reFull:
		expr = `\G(?:` + expr + `)\z`
	case reBeyond:
		expr = `(?:` + expr + `)(?!\G)`
	}
	rx, err := regexp2.Compile(expr, regexp2.None)
	if err != nil {
		return nil, raise(runtimeError, "the pattern cannot be used: %v", err)
	}
	p.compiled[at][kind] = rx
	return rx, nil
}

// subject makes what is searched of an argument.
func (p *rePattern) subject(c *Context, o py.Object) (*subject, error) {
	t := &subject{obj: o}
	if s, ok := textOf(o); ok {
		if p.bytes {
			return nil, raise(typeError, "cannot use a bytes pattern on a string-like object")
		}
		t.s = s
	} else if b, ok := rawBytes(o); ok {
		if !p.bytes {
			return nil, raise(typeError, "cannot use a string pattern on a bytes-like object")
		}
		t.s, t.bytes = string(b), true
	} else {
		return nil, raise(typeError, "expected string or bytes-like object, got '%s'", classOf(o).name)
	}
	if len(t.s) > maxSubject {
		return nil, raise(memoryError, "text of more than %d MiB to be searched", maxSubject>>20)
	}
	if err := c.steps(len(t.s) >> 8); err != nil {
		return nil, err
	}
	t.runes = runesOf(t.s, t.bytes)
	if len(t.runes) != len(t.s) {
		t.offs = make([]int32, 0, len(t.runes)+1)
		for i := 0; i < len(t.s); i += charLen(t.s[i:]) {
			t.offs = append(t.offs, int32(i))
		}
		t.offs = append(t.offs, int32(len(t.s)))
	}
	return t, nil
}

func (t *subject) isASCII() bool { return t.offs == nil && !t.bytes && isASCII(t.s) }

// find looks for a match from pos on, in what ends at endpos.
func (p *rePattern) find(c *Context, t *subject, pos, endpos, kind int) (*reMatch, error) {
	if pos > endpos {
		return nil, nil
	}
	rx, err := p.form(t.isASCII() && isASCII(string(p.text)), kind)
	if err != nil {
		return nil, err
	}
	if err := c.step(); err != nil {
		return nil, err
	}
	var m *regexp2.Match
	for limit := reShort; ; {
		rest, limited := c.remaining()
		if limited {
			limit = min(limit, max(rest, time.Millisecond))
		}
		rx.MatchTimeout = limit
		if m, err = rx.FindRunesMatchStartingAt(t.runes[:endpos], pos); err == nil {
			break
		}
		if err := c.clock(); err != nil {
			return nil, err
		}
		// Not at its end yet: once more, and longer.
		limit *= 4
	}
	if m == nil {
		return nil, nil
	}
	r := &reMatch{p: p, t: t, pos: pos, endpos: endpos, spans: make([][2]int, p.tree.groups+1), last: -1}
	end := -1
	for i := range r.spans {
		g := m.GroupByNumber(i)
		if g == nil || len(g.Captures) == 0 {
			r.spans[i] = [2]int{-1, -1}
			continue
		}
		r.spans[i] = [2]int{g.Index, g.Index + g.Length}
	}
	// The group that was closed last: the one that ends last, and of several the one
	// whose parenthesis does.
	for i := 1; i < len(r.spans); i++ {
		if e := r.spans[i][1]; e >= 0 && (e > end || e == end && p.tree.closed[i] > p.tree.closed[r.last]) {
			r.last, end = i, e
		}
	}
	return r, nil
}

// bounds of a search: pos and endpos, clipped.
func (c *Context) searchBounds(t *subject, pos, endpos py.Object) (int, int, error) {
	n := len(t.runes)
	from, err := c.optIndex(pos, 0)
	if err != nil {
		return 0, 0, err
	}
	to, err := c.optIndex(endpos, n)
	if err != nil {
		return 0, 0, err
	}
	from, to = min(max(from, 0), n), min(max(to, 0), n)
	return from, to, nil
}

// matches goes through all matches.
type matches struct {
	p         *rePattern
	t         *subject
	from, end int
	start     int
	kind      int
}

func (p *rePattern) all(t *subject, from, end int) *matches {
	return &matches{p: p, t: t, from: from, end: end, start: from, kind: reSearch}
}

func (x *matches) find(c *Context) (*reMatch, error) {
	if x.from > x.end {
		return nil, nil
	}
	m, err := x.p.find(c, x.t, x.from, x.end, x.kind)
	if m == nil || err != nil {
		x.from = x.end + 1
		return nil, err
	}
	m.pos = x.start
	s := m.spans[0]
	x.from, x.kind = s[1], reSearch
	if s[0] == s[1] {
		x.kind = reBeyond
	}
	return m, nil
}

func (x *matches) next(c *Context) (py.Object, error) {
	m, err := x.find(c)
	if m == nil {
		return nil, err
	}
	return m, nil
}

// Type implements py.Object.
func (*matches) Type() *py.Type { return callIterClass.py }

func (*matches) class() *Class { return callIterClass }

// group returns a group, or def if it took no part.
func (m *reMatch) group(i int, def py.Object) py.Object {
	if s := m.spans[i]; s[0] >= 0 {
		return m.t.slice(s[0], s[1])
	}
	return def
}

// number finds a group by number or name.
func (m *reMatch) number(c *Context, key py.Object) (int, error) {
	if name, ok := textOf(key); ok {
		if i, ok := m.p.tree.names[name]; ok {
			return i, nil
		}
	} else if _, ok := bigOf(base(key)); ok || isUser(key) && classOf(key).lookup("__index__") != nil {
		i, err := c.index(key)
		if err != nil {
			return 0, err
		}
		if i >= 0 && i < len(m.spans) {
			return i, nil
		}
	}
	return 0, raise(indexError, "no such group")
}

func (m *reMatch) span(c *Context, key py.Object) ([2]int, error) {
	if key == nil {
		return m.spans[0], nil
	}
	i, err := m.number(c, key)
	return m.spans[i], err
}

// template returns the parts of a replacement, nil, false if it is a function.
func (p *rePattern) template(c *Context, o py.Object) ([]reTemplatePart, bool, error) {
	var s string
	isBytes := false
	if x, ok := textOf(o); ok {
		s = x
	} else if b, ok := rawBytes(o); ok {
		s, isBytes = string(b), true
	} else if callable(o) {
		return nil, false, nil
	} else {
		return nil, false, raise(typeError, "decoding to str: need a bytes-like object, %s found", classOf(o).name)
	}
	if !strings.Contains(s, `\`) {
		if isBytes != p.bytes {
			return []reTemplatePart{{text: s, group: -1}}, true, nil
		}
		return []reTemplatePart{{text: s}}, true, nil
	}
	key := s
	if parts, ok := p.templates[key]; ok {
		return parts, true, nil
	}
	text := runesOf(s, isBytes)
	parts, bad := parseTemplate(text, isBytes, p.tree.groups, p.tree.names)
	if bad != nil {
		return nil, true, reErrorOf(bad, o, text)
	}
	if p.templates == nil || len(p.templates) > 64 {
		p.templates = map[string][]reTemplatePart{}
	}
	p.templates[key] = parts
	return parts, true, nil
}

// expand writes a replacement for a match.
func (m *reMatch) expand(b *strings.Builder, parts []reTemplatePart) error {
	for _, part := range parts {
		s := part.text
		if part.group > 0 || part.whole {
			s = m.text(part.group)
		}
		if b.Len()+len(s) > MaxAlloc {
			return memoryErr()
		}
		b.WriteString(s)
	}
	return nil
}

// text is a group as a Go string; "" if it took no part.
func (m *reMatch) text(i int) string {
	s := m.spans[i]
	if s[0] < 0 {
		return ""
	}
	from, to := s[0], s[1]
	if m.t.offs != nil {
		from, to = int(m.t.offs[from]), int(m.t.offs[to])
	}
	return m.t.s[from:to]
}

// like makes a str or bytes, as the pattern is.
func (p *rePattern) like(s string) py.Object {
	if p.bytes {
		return py.Bytes(s)
	}
	return py.String(s)
}

// sub is Pattern.subn.
func (p *rePattern) sub(c *Context, repl, o, count py.Object) (py.Object, int, error) {
	n, err := c.optIndex(count, 0)
	if err != nil {
		return nil, 0, err
	}
	parts, isTemplate, err := p.template(c, repl)
	if err != nil {
		return nil, 0, err
	}
	t, err := p.subject(c, o)
	if err != nil {
		return nil, 0, err
	}
	var b strings.Builder
	it := p.all(t, 0, len(t.runes))
	done, at, items := 0, 0, 0
	piece := func(from, to int) error {
		if from == to {
			return nil
		}
		if t.offs != nil {
			from, to = int(t.offs[from]), int(t.offs[to])
		}
		if b.Len()+to-from > MaxAlloc {
			return memoryErr()
		}
		items++
		b.WriteString(t.s[from:to])
		return nil
	}
	for n <= 0 || done < n {
		m, err := it.find(c)
		if err != nil {
			return nil, 0, err
		}
		if m == nil {
			break
		}
		if err := piece(at, m.spans[0][0]); err != nil {
			return nil, 0, err
		}
		at = m.spans[0][1]
		if isTemplate {
			if len(parts) == 1 && parts[0].group < 0 {
				return nil, 0, p.wrongPiece(items, repl)
			}
			err = m.expand(&b, parts)
		} else {
			m.pos = 0
			var v py.Object
			if v, err = c.call1(repl, m); err == nil && v != py.Object(py.None) {
				err = p.addPiece(&b, items, v)
			}
		}
		if err != nil {
			return nil, 0, err
		}
		items++
		done++
	}
	if done == 0 {
		if p.bytes {
			return py.Bytes(t.s), 0, nil
		}
		return py.String(t.s), 0, nil
	}
	if err := piece(at, len(t.runes)); err != nil {
		return nil, 0, err
	}
	return p.like(b.String()), done, nil
}

// addPiece appends what the function of sub() returned.
func (p *rePattern) addPiece(b *strings.Builder, items int, v py.Object) error {
	var s string
	ok := false
	if p.bytes {
		var raw []byte
		raw, ok = rawBytes(v)
		s = string(raw)
	} else {
		s, ok = textOf(v)
	}
	if !ok {
		return p.wrongPiece(items, v)
	}
	if b.Len()+len(s) > MaxAlloc {
		return memoryErr()
	}
	b.WriteString(s)
	return nil
}

func (p *rePattern) wrongPiece(items int, v py.Object) error {
	if p.bytes {
		return raise(typeError, "sequence item %d: expected a bytes-like object, %s found", items, classOf(v).name)
	}
	return raise(typeError, "sequence item %d: expected str instance, %s found", items, classOf(v).name)
}

// split is Pattern.split.
func (p *rePattern) split(c *Context, o, limit py.Object) (py.Object, error) {
	n, err := c.optIndex(limit, 0)
	if err != nil {
		return nil, err
	}
	t, err := p.subject(c, o)
	if err != nil {
		return nil, err
	}
	it := p.all(t, 0, len(t.runes))
	out := &py.List{}
	at := 0
	for done := 0; n <= 0 || done < n; done++ {
		m, err := it.find(c)
		if err != nil {
			return nil, err
		}
		if m == nil {
			break
		}
		out.Items = append(out.Items, t.slice(at, m.spans[0][0]))
		for g := 1; g < len(m.spans); g++ {
			out.Items = append(out.Items, m.group(g, py.None))
		}
		at = m.spans[0][1]
		if len(out.Items) > maxItems {
			return nil, memoryErr()
		}
	}
	out.Items = append(out.Items, t.slice(at, len(t.runes)))
	return out, nil
}

// findAll is Pattern.findall.
func (p *rePattern) findAll(c *Context, o, pos, endpos py.Object) (py.Object, error) {
	t, err := p.subject(c, o)
	if err != nil {
		return nil, err
	}
	from, end, err := c.searchBounds(t, pos, endpos)
	if err != nil {
		return nil, err
	}
	it := p.all(t, from, end)
	out := &py.List{Items: []py.Object{}}
	empty := p.like("")
	for {
		m, err := it.find(c)
		if m == nil || err != nil {
			return out, err
		}
		switch p.tree.groups {
		case 0:
			out.Items = append(out.Items, m.group(0, empty))
		case 1:
			out.Items = append(out.Items, m.group(1, empty))
		default:
			g := make(py.Tuple, p.tree.groups)
			for i := range g {
				g[i] = m.group(i+1, empty)
			}
			out.Items = append(out.Items, g)
		}
		if len(out.Items) > maxItems {
			return nil, memoryErr()
		}
	}
}

// once is match, search and fullmatch.
func (p *rePattern) once(c *Context, kind int, o, pos, endpos py.Object) (py.Object, error) {
	t, err := p.subject(c, o)
	if err != nil {
		return nil, err
	}
	from, end, err := c.searchBounds(t, pos, endpos)
	if err != nil {
		return nil, err
	}
	m, err := p.find(c, t, from, end, kind)
	if m == nil {
		return py.None, err
	}
	return m, nil
}

func (p *rePattern) finditer(c *Context, o, pos, endpos py.Object) (*matches, error) {
	t, err := p.subject(c, o)
	if err != nil {
		return nil, err
	}
	from, end, err := c.searchBounds(t, pos, endpos)
	if err != nil {
		return nil, err
	}
	return p.all(t, from, end), nil
}

// reEscape escapes what has a meaning in a pattern.
func reEscape(s string) string {
	var b strings.Builder
	for i := range len(s) {
		if strings.IndexByte("()[]{}?*+-|^$\\.&~# \t\n\r\v\f", s[i]) >= 0 {
			b.WriteByte('\\')
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

func init() {
	m := newGoModule("re", "Regular expressions.")
	m.class(patternClass, matchClass, reFlagClass)
	m.set("error", reErrorClass)
	for _, f := range reFlagNames {
		v := reFlag(f.bit)
		for _, name := range [...]string{f.long, f.short} {
			m.set(name, v)
			reFlagClass.dict.SetString(name, v)
		}
	}
	none := reFlag(0)
	m.set("NOFLAG", none)
	reFlagClass.dict.SetString("NOFLAG", none)
	initReFlag()
	initReError()
	initPattern()
	initMatch()

	m.fn("compile", "pattern flags?", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		p, err := c.pattern(a[0], a[1])
		if err != nil {
			return nil, err
		}
		return p, nil
	})
	m.fn("purge", "", func(c *Context, _ py.Object, _ []py.Object) (py.Object, error) {
		clear(c.patterns())
		return py.None, nil
	})
	m.fn("escape", "pattern", func(_ *Context, _ py.Object, a []py.Object) (py.Object, error) {
		if s, ok := textOf(a[0]); ok {
			return py.String(reEscape(s)), nil
		}
		b, ok := rawBytes(a[0])
		if !ok {
			return nil, raise(typeError, "decoding to str: need a bytes-like object, %s found", classOf(a[0]).name)
		}
		return py.Bytes(reEscape(string(b))), nil
	})
	for name, kind := range map[string]int{"match": reMatchAt, "fullmatch": reFull, "search": reSearch} {
		m.fn(name, "pattern string flags?", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
			p, err := c.pattern(a[0], a[2])
			if err != nil {
				return nil, err
			}
			return p.once(c, kind, a[1], nil, nil)
		})
	}
	m.fn("findall", "pattern string flags?", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		p, err := c.pattern(a[0], a[2])
		if err != nil {
			return nil, err
		}
		return p.findAll(c, a[1], nil, nil)
	})
	m.fn("finditer", "pattern string flags?", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		p, err := c.pattern(a[0], a[2])
		if err != nil {
			return nil, err
		}
		it, err := p.finditer(c, a[1], nil, nil)
		if err != nil {
			return nil, err
		}
		return it, nil
	})
	m.fn("split", "pattern string maxsplit? flags?", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		p, err := c.pattern(a[0], a[3])
		if err != nil {
			return nil, err
		}
		return p.split(c, a[1], a[2])
	})
	m.fn("sub", "pattern repl string count? flags?", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		p, err := c.pattern(a[0], a[4])
		if err != nil {
			return nil, err
		}
		v, _, err := p.sub(c, a[1], a[2], a[3])
		return v, err
	})
	m.fn("subn", "pattern repl string count? flags?", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		p, err := c.pattern(a[0], a[4])
		if err != nil {
			return nil, err
		}
		v, n, err := p.sub(c, a[1], a[2], a[3])
		return py.Tuple{v, py.Int(n)}, err
	})
}

func initReFlag() {
	k := reFlagClass
	k.noDict = true
	k.make = func(c *Context, _ *Class, args []py.Object, _ []string) (py.Object, error) {
		if len(args) != 1 {
			return nil, raise(typeError, "RegexFlag takes one value")
		}
		n, err := c.index(args[0])
		return reFlag(n), err
	}
	num := func(o py.Object) int {
		n, _ := intOf(o)
		return n
	}
	for name, f := range map[string]func(a, b int) int{
		"and": func(a, b int) int { return a & b }, "or": func(a, b int) int { return a | b }, "xor": func(a, b int) int { return a ^ b },
	} {
		for _, method := range [...]string{"__" + name + "__", "__r" + name + "__"} {
			k.method(method, "value /", func(_ *Context, o py.Object, a []py.Object) (py.Object, error) {
				n, ok := intOf(a[0])
				if !ok {
					return py.NotImplemented, nil
				}
				return reFlag(f(num(o), n)), nil
			})
		}
	}
	k.method("__invert__", "", func(_ *Context, o py.Object, _ []py.Object) (py.Object, error) {
		all := 0
		for _, f := range reFlagNames {
			all |= f.bit
		}
		return reFlag(all &^ num(o)), nil
	})
	k.method("__repr__", "", func(_ *Context, o py.Object, _ []py.Object) (py.Object, error) {
		if num(o) == 0 {
			return py.String("re.NOFLAG"), nil
		}
		return py.String(flagNames(num(o), "re.")), nil
	})
	k.dict.SetString("__str__", k.dict.GetString("__repr__"))
	k.getter("name", func(_ *Context, o py.Object) (py.Object, error) {
		if num(o) == 0 {
			return py.String("NOFLAG"), nil
		}
		return py.String(flagNames(num(o), "")), nil
	})
	k.getter("value", func(_ *Context, o py.Object) (py.Object, error) { return py.Int(num(o)), nil })
}

func initReError() {
	k := reErrorClass
	k.make = newExc
	params := newBuiltin("error", "msg pattern? pos?", nil)
	k.init = func(c *Context, self py.Object, args []py.Object, kw []string) error {
		a, err := c.fill(params, args, kw)
		if err != nil {
			return err
		}
		pos := -1
		if !missing(a[2]) {
			if pos, err = c.index(a[2]); err != nil {
				return err
			}
		}
		msg, err := c.str(a[0])
		if err != nil {
			return err
		}
		var text []rune
		if s, ok := textOf(or(a[1], py.None)); ok {
			text = runesOf(s, false)
		}
		fillReError(self.(*Exc), msg, a[1], pos, text)
		return nil
	}
	k.rawMethod("__init__", func(c *Context, o py.Object, args []py.Object, kw []string) (py.Object, error) {
		return py.None, k.init(c, o, args, kw)
	})
}

func initPattern() {
	k := patternClass
	pat := func(o py.Object) *rePattern { return o.(*rePattern) }
	k.getter("pattern", func(_ *Context, o py.Object) (py.Object, error) { return pat(o).source, nil })
	k.getter("flags", func(_ *Context, o py.Object) (py.Object, error) { return py.Int(pat(o).tree.flags), nil })
	k.getter("groups", func(_ *Context, o py.Object) (py.Object, error) { return py.Int(pat(o).tree.groups), nil })
	k.getter("groupindex", func(_ *Context, o py.Object) (py.Object, error) {
		p := pat(o)
		if p.index == nil {
			p.index = &Dict{}
			for _, name := range p.tree.order {
				p.index.SetString(name, py.Int(p.tree.names[name]))
			}
		}
		return &mappingProxy{p.index}, nil
	})
	for name, kind := range map[string]int{"match": reMatchAt, "fullmatch": reFull, "search": reSearch} {
		k.method(name, "string pos? endpos?", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
			return pat(o).once(c, kind, a[0], a[1], a[2])
		})
	}
	k.method("findall", "string pos? endpos?", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		return pat(o).findAll(c, a[0], a[1], a[2])
	})
	k.method("finditer", "string pos? endpos?", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		it, err := pat(o).finditer(c, a[0], a[1], a[2])
		if err != nil {
			return nil, err
		}
		return it, nil
	})
	k.method("split", "string maxsplit?", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		return pat(o).split(c, a[0], a[1])
	})
	k.method("sub", "repl string count?", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		v, _, err := pat(o).sub(c, a[0], a[1], a[2])
		return v, err
	})
	k.method("subn", "repl string count?", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		v, n, err := pat(o).sub(c, a[0], a[1], a[2])
		return py.Tuple{v, py.Int(n)}, err
	})
	k.method("scanner", "string pos? endpos?", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		it, err := pat(o).finditer(c, a[0], a[1], a[2])
		return &reScanner{it}, err
	})
	for name, kind := range map[string]int{"match": reMatchAt, "search": reSearch} {
		scannerClass.method(name, "", func(c *Context, o py.Object, _ []py.Object) (py.Object, error) {
			m, err := o.(*reScanner).find(c, kind)
			if m == nil {
				return py.None, err
			}
			return m, nil
		})
	}
	scannerClass.getter("pattern", func(_ *Context, o py.Object) (py.Object, error) { return o.(*reScanner).p, nil })
	for _, name := range [...]string{"__copy__", "__deepcopy__"} {
		for _, k := range [...]*Class{patternClass, matchClass} {
			k.method(name, "memo? /", func(_ *Context, o py.Object, _ []py.Object) (py.Object, error) { return o, nil })
		}
	}
	k.method("__repr__", "", func(c *Context, o py.Object, _ []py.Object) (py.Object, error) {
		s, err := c.repr(pat(o).source)
		if err != nil {
			return nil, err
		}
		if rs := []rune(s); len(rs) > 200 {
			s = string(rs[:200])
		}
		flags := pat(o).tree.flags
		if !pat(o).bytes {
			flags &^= reUnicode
		}
		if flags != 0 {
			s += ", " + flagNames(flags, "re.")
		}
		return py.String("re.compile(" + s + ")"), nil
	})
}

// reScanner is what Pattern.scanner returns.
type reScanner struct{ *matches }

// Type implements py.Object.
func (*reScanner) Type() *py.Type { return scannerClass.py }

func (*reScanner) class() *Class { return scannerClass }

func (s *reScanner) find(c *Context, kind int) (*reMatch, error) {
	if kind == reSearch {
		return s.matches.find(c)
	}
	if s.from > s.end {
		return nil, nil
	}
	beyond := s.kind == reBeyond
	m, err := s.p.find(c, s.t, s.from, s.end, kind)
	if m == nil || err != nil || beyond && m.spans[0][1] == s.from {
		s.from = s.end + 1
		return nil, err
	}
	s.from, s.kind = m.spans[0][1], reSearch
	if m.spans[0][0] == m.spans[0][1] {
		s.kind = reBeyond
	}
	return m, nil
}

func initMatch() {
	k := matchClass
	mt := func(o py.Object) *reMatch { return o.(*reMatch) }
	k.rawMethod("group", func(c *Context, o py.Object, args []py.Object, kw []string) (py.Object, error) {
		if err := noKeywords("Match.group", kw); err != nil {
			return nil, err
		}
		m := mt(o)
		if len(args) == 0 {
			return m.group(0, py.None), nil
		}
		t := make(py.Tuple, len(args))
		for i, a := range args {
			g, err := m.number(c, a)
			if err != nil {
				return nil, err
			}
			t[i] = m.group(g, py.None)
		}
		if len(t) == 1 {
			return t[0], nil
		}
		return t, nil
	})
	k.method("__getitem__", "key /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		g, err := mt(o).number(c, a[0])
		if err != nil {
			return nil, err
		}
		return mt(o).group(g, py.None), nil
	})
	k.method("groups", "default?", func(_ *Context, o py.Object, a []py.Object) (py.Object, error) {
		m := mt(o)
		t := make(py.Tuple, len(m.spans)-1)
		for i := range t {
			t[i] = m.group(i+1, or(a[0], py.None))
		}
		return t, nil
	})
	k.method("groupdict", "default?", func(_ *Context, o py.Object, a []py.Object) (py.Object, error) {
		m := mt(o)
		d := &Dict{}
		for _, name := range m.p.tree.order {
			d.SetString(name, m.group(m.p.tree.names[name], or(a[0], py.None)))
		}
		return d, nil
	})
	k.method("expand", "template", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		m := mt(o)
		if _, ok := textOf(a[0]); !ok && !isBytesLike(base(a[0])) {
			return nil, raise(typeError, "decoding to str: need a bytes-like object, %s found", classOf(a[0]).name)
		}
		parts, _, err := m.p.template(c, a[0])
		if err != nil {
			return nil, err
		}
		var b strings.Builder
		err = m.expand(&b, parts)
		return m.p.like(b.String()), err
	})
	k.method("start", "group? /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		s, err := mt(o).span(c, a[0])
		return py.Int(s[0]), err
	})
	k.method("end", "group? /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		s, err := mt(o).span(c, a[0])
		return py.Int(s[1]), err
	})
	k.method("span", "group? /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		s, err := mt(o).span(c, a[0])
		return py.Tuple{py.Int(s[0]), py.Int(s[1])}, err
	})
	k.getter("string", func(_ *Context, o py.Object) (py.Object, error) { return mt(o).t.obj, nil })
	k.getter("re", func(_ *Context, o py.Object) (py.Object, error) { return mt(o).p, nil })
	k.getter("pos", func(_ *Context, o py.Object) (py.Object, error) { return py.Int(mt(o).pos), nil })
	k.getter("endpos", func(_ *Context, o py.Object) (py.Object, error) { return py.Int(mt(o).endpos), nil })
	k.getter("lastindex", func(_ *Context, o py.Object) (py.Object, error) {
		if mt(o).last < 0 {
			return py.None, nil
		}
		return py.Int(mt(o).last), nil
	})
	k.getter("lastgroup", func(_ *Context, o py.Object) (py.Object, error) {
		m := mt(o)
		for name, i := range m.p.tree.names {
			if i == m.last {
				return py.String(name), nil
			}
		}
		return py.None, nil
	})
	k.getter("regs", func(_ *Context, o py.Object) (py.Object, error) {
		t := py.Tuple{}
		for _, s := range mt(o).spans {
			t = append(t, py.Tuple{py.Int(s[0]), py.Int(s[1])})
		}
		return t, nil
	})
	k.method("__repr__", "", func(c *Context, o py.Object, _ []py.Object) (py.Object, error) {
		m := mt(o)
		s, err := c.repr(m.group(0, py.None))
		if rs := []rune(s); len(rs) > 50 {
			s = string(rs[:50])
		}
		return py.String(sprintf("<re.Match object; span=(%d, %d), match=%s>", m.spans[0][0], m.spans[0][1], s)), err
	})
}
