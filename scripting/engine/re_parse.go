package engine

import (
	"strconv"
	"strings"

	"github.com/go-python/gpython/py"
)

// The parser of regular expressions in Python's syntax. It finds what Python finds
// wrong, with its words and positions, and makes a tree that re_emit.go writes in
// the syntax of the matcher.

// The flags of module re.
const (
	reTemplate   = 1
	reIgnoreCase = 2
	reLocale     = 4
	reMultiline  = 8
	reDotAll     = 16
	reUnicode    = 32
	reVerbose    = 64
	reDebug      = 128
	reASCII      = 256
)

const reTypeFlags = reASCII | reLocale | reUnicode

var reFlagLetters = map[rune]int{
	'i': reIgnoreCase, 'L': reLocale, 'm': reMultiline, 's': reDotAll, 'x': reVerbose, 'a': reASCII, 't': reTemplate, 'u': reUnicode,
}

// reMaxRepeat is more than any count of repetitions.
const reMaxRepeat = 1<<31 - 1

type reOp uint8

const (
	reLiteral reOp = iota
	reAny
	reSet
	reClass  // \d and the like; class is the letter
	reAnchor // ^ $ \A \Z \b \B; class is the letter
	reSeq
	reBranch
	reRepeat
	reGroup
	reBackRef
	reLook
	reAtomic
	reIf
)

// reNode is a part of a pattern.
type reNode struct {
	op       reOp
	char     rune
	class    rune
	flags    int // in force here
	negated  bool
	behind   bool
	items    []reItem // of a set
	sub      []*reNode
	min, max int
	lazy     bool
	own      bool // possessive
	group    int  // number; 0: no capture
}

// reItem is a part of a set: characters lo to hi, or a class.
type reItem struct {
	lo, hi rune
	class  rune
}

// reTree is a whole pattern.
type reTree struct {
	root   *reNode
	flags  int
	groups int
	names  map[string]int
	order  []string
	closed []int // when each group is closed, by number
}

// reSyntax is the panic of the parser.
type reSyntax struct {
	msg string
	pos int
}

// reAgain asks to parse again, with the flags that were found at the beginning.
type reAgain struct{ flags int }

type reParser struct {
	text   []rune
	bytes  bool
	pos    int // of next
	next   string
	end    bool
	flags  int
	groups int
	open   map[int]bool
	names  map[string]int
	order  []string
	refs   map[int]int // of conditions
	refSeq []int
	done   []int // groups in the order in which they were closed
	behind int   // groups from here on are within a look-behind; 0: in none
	depth  int
}

// parseRe parses a pattern. Its error is what re.error says, and where.
func parseRe(text []rune, isBytes bool, flags int) (t *reTree, bad *reSyntax) {
	for {
		tree, bad, more := parseReOnce(text, isBytes, flags)
		if more == 0 {
			return tree, bad
		}
		flags |= more
	}
}

func parseReOnce(text []rune, isBytes bool, flags int) (t *reTree, bad *reSyntax, more int) {
	p := &reParser{text: text, bytes: isBytes, flags: flags, groups: 1, open: map[int]bool{}, names: map[string]int{}, refs: map[int]int{}}
	defer func() {
		switch x := recover().(type) {
		case nil:
		case *reSyntax:
			t, bad = nil, x
		case reAgain:
			more = x.flags
		default:
			panic(x)
		}
	}()
	p.advance()
	root := p.sub(flags&reVerbose != 0, flags)
	if !p.end {
		p.fail(0, "unbalanced parenthesis")
	}
	for _, g := range p.refSeq {
		if g >= p.groups {
			panic(&reSyntax{sprintf("invalid group reference %d", g), p.refs[g]})
		}
	}
	if !isBytes {
		if p.flags&reASCII == 0 {
			p.flags |= reUnicode
		} else if p.flags&reUnicode != 0 {
			panic(&reSyntax{"ASCII and UNICODE flags are incompatible", -1})
		}
	}
	closed := make([]int, p.groups)
	for i, g := range p.done {
		closed[g] = i
	}
	return &reTree{closed: closed, root: root, flags: p.flags, groups: p.groups - 1, names: p.names, order: p.order}, nil, 0
}

func (p *reParser) fail(back int, format string, a ...any) {
	panic(&reSyntax{sprintf(format, a...), p.tell() - back})
}

// advance reads the next unit: a character, or a backslash with one.
func (p *reParser) advance() {
	if p.pos >= len(p.text) {
		p.next, p.end = "", true
		return
	}
	if p.text[p.pos] == '\\' {
		if p.pos+1 >= len(p.text) {
			panic(&reSyntax{"bad escape (end of pattern)", len(p.text) - 1})
		}
		p.next = string(p.text[p.pos : p.pos+2])
		p.pos += 2
		return
	}
	p.next = string(p.text[p.pos])
	p.pos++
}

func (p *reParser) tell() int { return p.pos - len([]rune(p.next)) }

func (p *reParser) seek(at int) {
	p.pos, p.end = at, false
	p.advance()
}

// get returns the next unit, "" at the end.
func (p *reParser) get() string {
	s := p.next
	if !p.end {
		p.advance()
	}
	return s
}

func (p *reParser) match(s string) bool {
	if !p.end && p.next == s {
		p.advance()
		return true
	}
	return false
}

func (p *reParser) while(n int, set string) string {
	s := ""
	for len(s) < n && !p.end && len(p.next) == 1 && strings.Contains(set, p.next) {
		s += p.get()
	}
	return s
}

func (p *reParser) until(end, what string) string {
	s := ""
	for {
		if p.end {
			if s == "" {
				p.fail(0, "missing %s", what)
			}
			p.fail(len([]rune(s)), "missing %s, unterminated name", end)
		}
		c := p.get()
		if c == end {
			if s == "" {
				p.fail(1, "missing %s", what)
			}
			return s
		}
		s += c
	}
}

func (p *reParser) checkName(name string, offset int) {
	if !isIdentifier(name) || p.bytes && !isASCII(name) {
		p.fail(len([]rune(name))+offset, "bad character in group name %s", quote(name))
	}
}

func (p *reParser) sub(verbose bool, flags int) *reNode {
	if p.depth++; p.depth > maxNest {
		p.fail(0, "pattern nested too deeply")
	}
	defer func() { p.depth-- }()
	var list []*reNode
	for {
		list = append(list, p.seq(verbose, flags, p.depth == 1 && list == nil))
		if !p.match("|") {
			break
		}
	}
	if len(list) == 1 {
		return list[0]
	}
	return &reNode{op: reBranch, sub: list}
}

const (
	reDigits  = "0123456789"
	reOctal   = "01234567"
	reHex     = "0123456789abcdefABCDEF"
	reLetters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
)

func (p *reParser) seq(verbose bool, flags int, first bool) *reNode {
	seq := &reNode{op: reSeq}
	add := func(n *reNode) {
		n.flags = flags
		seq.sub = append(seq.sub, n)
	}
	for !p.end && p.next != "|" && p.next != ")" {
		here := p.tell()
		this := p.get()
		if verbose {
			if strings.Contains(" \t\n\r\v\f", this) {
				continue
			}
			if this == "#" {
				for !p.end && p.get() != "\n" {
				}
				continue
			}
		}
		switch this[0] {
		case '\\':
			add(p.escape(this))
		case '.':
			add(&reNode{op: reAny})
		case '^', '$':
			add(&reNode{op: reAnchor, class: rune(this[0])})
		case '[':
			add(p.set(here, flags))
		case '*', '+', '?', '{':
			p.repeat(seq, this, add)
		case '(':
			if n := p.group(here, verbose, flags, first && len(seq.sub) == 0); n != nil {
				add(n)
			}
		default:
			add(&reNode{op: reLiteral, char: []rune(this)[0]})
		}
	}
	return seq
}

func (p *reParser) repeat(seq *reNode, this string, add func(*reNode)) {
	here := p.tell()
	lo, hi := 0, reMaxRepeat
	switch this {
	case "?":
		hi = 1
	case "+":
		lo = 1
	case "{":
		if p.next == "}" {
			add(&reNode{op: reLiteral, char: '{'})
			return
		}
		l := p.while(20, reDigits)
		h := l
		if p.match(",") {
			h = p.while(20, reDigits)
		}
		if !p.match("}") {
			add(&reNode{op: reLiteral, char: '{'})
			p.seek(here)
			return
		}
		number := func(s string) int {
			n, err := strconv.Atoi(s)
			if err != nil || n >= reMaxRepeat {
				panic(&reSyntax{"the repetition number is too large", -2})
			}
			return n
		}
		if l != "" {
			lo = number(l)
		}
		if h != "" {
			if hi = number(h); hi < lo {
				p.fail(p.tell()-here, "min repeat greater than max repeat")
			}
		}
	}
	var item *reNode
	if n := len(seq.sub); n > 0 {
		item = seq.sub[n-1]
	}
	if item == nil || item.op == reAnchor {
		p.fail(p.tell()-here+1, "nothing to repeat")
	}
	if item.op == reRepeat {
		p.fail(p.tell()-here+1, "multiple repeat")
	}
	n := &reNode{op: reRepeat, min: lo, max: hi, sub: []*reNode{item}, flags: item.flags}
	if p.match("?") {
		n.lazy = true
	} else if p.match("+") {
		n.own = true
	}
	seq.sub[len(seq.sub)-1] = n
}

// set parses what follows "[".
func (p *reParser) set(here, flags int) *reNode {
	n := &reNode{op: reSet, flags: flags}
	n.negated = p.match("^")
	first := true
	unterminated := func() { p.fail(p.tell()-here, "unterminated character set") }
	for {
		if p.end {
			unterminated()
		}
		this := p.get()
		if this == "]" && !first {
			return n
		}
		first = false
		lo := p.setItem(this)
		if !p.match("-") {
			n.items = append(n.items, lo)
			continue
		}
		if p.end {
			unterminated()
		}
		that := p.get()
		if that == "]" {
			n.items = append(n.items, lo, reItem{lo: '-', hi: '-'})
			return n
		}
		hi := p.setItem(that)
		if lo.class != 0 || hi.class != 0 || hi.lo < lo.lo {
			p.fail(len([]rune(this))+1+len([]rune(that)), "bad character range %s-%s", this, that)
		}
		n.items = append(n.items, reItem{lo: lo.lo, hi: hi.lo})
	}
}

func (p *reParser) setItem(this string) reItem {
	if this[0] != '\\' {
		r := []rune(this)[0]
		return reItem{lo: r, hi: r}
	}
	if strings.Contains("dDsSwW", this[1:]) {
		return reItem{class: rune(this[1])}
	}
	if this == `\b` {
		return reItem{lo: '\b', hi: '\b'}
	}
	r, ok := p.charEscape(this)
	if !ok {
		c := this[1:]
		if strings.Contains(reOctal, c) {
			this += p.while(2, reOctal)
			r = p.octal(this)
		} else if strings.Contains(reDigits+reLetters, c) {
			p.fail(len(this), "bad escape %s", this)
		} else {
			r = []rune(c)[0]
		}
	}
	return reItem{lo: r, hi: r}
}

func (p *reParser) octal(this string) rune {
	n, _ := strconv.ParseInt(this[1:], 8, 32)
	if n > 0o377 {
		p.fail(len(this), "octal escape value %s outside of range 0-0o377", this)
	}
	return rune(n)
}

// charEscape parses the escapes that sets have as well.
func (p *reParser) charEscape(this string) (rune, bool) {
	switch this[1] {
	case 'a':
		return '\a', true
	case 'f':
		return '\f', true
	case 'n':
		return '\n', true
	case 'r':
		return '\r', true
	case 't':
		return '\t', true
	case 'v':
		return '\v', true
	case '\\':
		return '\\', true
	}
	n := 0
	switch {
	case this[1] == 'x':
		n = 2
	case this[1] == 'u' && !p.bytes:
		n = 4
	case this[1] == 'U' && !p.bytes:
		n = 8
	case this[1] == 'N' && !p.bytes:
		if !p.match("{") {
			p.fail(0, "missing {")
		}
		name := p.until("}", "character name")
		r, ok := charNamed(name)
		if !ok {
			p.fail(len([]rune(name))+len(`\N{}`), "undefined character name %s", quote(name))
		}
		return r, true
	default:
		return 0, false
	}
	this += p.while(n, reHex)
	if len(this) != n+2 {
		p.fail(len([]rune(this)), "incomplete escape %s", this)
	}
	v, _ := strconv.ParseInt(this[2:], 16, 64)
	if v > 0x10ffff {
		p.fail(len(this), "bad escape %s", this)
	}
	return rune(v), true
}

// escape parses an escape outside of sets.
func (p *reParser) escape(this string) *reNode {
	c := []rune(this)[1]
	switch c {
	case 'A', 'Z', 'b', 'B':
		return &reNode{op: reAnchor, class: c}
	case 'd', 'D', 's', 'S', 'w', 'W':
		return &reNode{op: reClass, class: c}
	}
	if r, ok := p.charEscape(this); ok {
		return &reNode{op: reLiteral, char: r}
	}
	switch {
	case c == '0':
		this += p.while(2, reOctal)
		return &reNode{op: reLiteral, char: p.octal(this)}
	case c >= '1' && c <= '9':
		if !p.end && len(p.next) == 1 && strings.Contains(reDigits, p.next) {
			this += p.get()
			if strings.Contains(reOctal, this[1:2]) && strings.Contains(reOctal, this[2:3]) && len(p.next) == 1 && strings.Contains(reOctal, p.next) {
				this += p.get()
				return &reNode{op: reLiteral, char: p.octal(this)}
			}
		}
		g, _ := strconv.Atoi(this[1:])
		if g >= p.groups {
			p.fail(len(this)-1, "invalid group reference %d", g)
		}
		p.checkRef(g, len(this))
		return &reNode{op: reBackRef, group: g}
	case strings.ContainsRune(reLetters, c):
		p.fail(len(this), "bad escape %s", this)
	}
	return &reNode{op: reLiteral, char: c}
}

func (p *reParser) checkRef(g, back int) {
	if p.open[g] {
		p.fail(back, "cannot refer to an open group")
	}
	if p.behind > 0 && g >= p.behind {
		p.fail(0, "cannot refer to group defined in the same lookbehind subpattern")
	}
}

// group parses what follows "("; nil means that it is nothing to match.
func (p *reParser) group(start int, verbose bool, flags int, first bool) *reNode {
	capture, atomic := true, false
	name := ""
	inner := flags
	if p.match("?") {
		if p.end {
			p.fail(0, "unexpected end of pattern")
		}
		char := p.get()
		switch {
		case char == "P":
			switch {
			case p.match("<"):
				name = p.until(">", "group name")
				p.checkName(name, 1)
			case p.match("="):
				ref := p.until(")", "group name")
				p.checkName(ref, 1)
				g, ok := p.names[ref]
				if !ok {
					p.fail(len([]rune(ref))+1, "unknown group name %s", quote(ref))
				}
				p.checkRef(g, len([]rune(ref))+1)
				return &reNode{op: reBackRef, group: g}
			default:
				if p.end {
					p.fail(0, "unexpected end of pattern")
				}
				char := p.get()
				p.fail(len([]rune(char))+2, "unknown extension ?P%s", char)
			}
		case char == ":":
			capture = false
		case char == "#":
			for {
				if p.end {
					p.fail(p.tell()-start, "missing ), unterminated comment")
				}
				if p.get() == ")" {
					return nil
				}
			}
		case char == "=" || char == "!" || char == "<":
			n := &reNode{op: reLook, flags: flags}
			if char == "<" {
				n.behind = true
				if p.end {
					p.fail(0, "unexpected end of pattern")
				}
				if char = p.get(); char != "=" && char != "!" {
					p.fail(len([]rune(char))+2, "unknown extension ?<%s", char)
				}
			}
			n.negated = char == "!"
			outer := p.behind
			if n.behind && outer == 0 {
				p.behind = p.groups
			}
			n.sub = []*reNode{p.sub(verbose, flags)}
			p.behind = outer
			p.closed(start)
			if n.behind {
				if lo, hi := n.sub[0].width(); lo != hi {
					panic(&reSyntax{"look-behind requires fixed-width pattern", -1})
				}
			}
			return n
		case char == "(":
			return p.condition(start, verbose, flags)
		case char == ">":
			capture, atomic = false, true
		case char == "-" || reFlagLetters[[]rune(char)[0]] != 0 && len(char) == 1:
			set, clear, isGlobal := p.groupFlags(char)
			if isGlobal {
				if !first {
					p.fail(p.tell()-start, "global flags not at the start of the expression")
				}
				if more := p.flags &^ flags; more != 0 {
					panic(reAgain{more})
				}
				return nil
			}
			capture = false
			if set&reTypeFlags != 0 {
				inner &^= reTypeFlags
			}
			inner = (inner | set) &^ clear
			verbose = inner&reVerbose != 0 || verbose && clear&reVerbose == 0
		default:
			p.fail(len([]rune(char))+1, "unknown extension ?%s", char)
		}
	}
	g := 0
	if capture {
		g = p.groups
		p.groups++
		if p.groups > maxItems {
			p.fail(0, "too many groups")
		}
		if name != "" {
			if old, ok := p.names[name]; ok {
				p.groups--
				p.fail(len([]rune(name))+1, "redefinition of group name %s as group %d; was group %d", quote(name), g, old)
			}
			p.names[name] = g
			p.order = append(p.order, name)
		}
		p.open[g] = true
	}
	body := p.sub(verbose, inner)
	p.closed(start)
	delete(p.open, g)
	if g > 0 {
		p.done = append(p.done, g)
	}
	n := &reNode{op: reGroup, group: g, sub: []*reNode{body}}
	if atomic {
		n.op = reAtomic
	}
	return n
}

func (p *reParser) closed(start int) {
	if !p.match(")") {
		p.fail(p.tell()-start, "missing ), unterminated subpattern")
	}
}

func (p *reParser) condition(start int, verbose bool, flags int) *reNode {
	name := p.until(")", "group name")
	width := len([]rune(name))
	var g int
	if isIdentifier(name) {
		p.checkName(name, 1)
		var ok bool
		if g, ok = p.names[name]; !ok {
			p.fail(width+1, "unknown group name %s", quote(name))
		}
	} else {
		var err error
		if g, err = strconv.Atoi(name); err != nil || g < 0 {
			p.fail(width+1, "bad character in group name %s", quote(name))
		}
		if g == 0 {
			p.fail(width+1, "bad group number")
		}
		if g >= maxItems {
			p.fail(width+1, "invalid group reference %d", g)
		}
		if _, ok := p.refs[g]; !ok {
			p.refs[g] = p.tell() - width - 1
			p.refSeq = append(p.refSeq, g)
		}
	}
	if p.behind > 0 && g >= p.behind {
		p.fail(0, "cannot refer to group defined in the same lookbehind subpattern")
	}
	n := &reNode{op: reIf, group: g, sub: []*reNode{p.seq(verbose, flags, false)}}
	if p.match("|") {
		n.sub = append(n.sub, p.seq(verbose, flags, false))
		if p.next == "|" {
			p.fail(0, "conditional backref with more than two branches")
		}
	}
	p.closed(start)
	return n
}

// groupFlags parses the flags of "(?flags)" and "(?flags-flags:…)".
func (p *reParser) groupFlags(char string) (set, clear int, global bool) {
	letter := func(char string) int {
		if len(char) != 1 {
			return 0
		}
		return reFlagLetters[rune(char[0])]
	}
	wrong := func(char, missing string) {
		if char != "" && strings.Contains(reLetters, char) {
			missing = "unknown flag"
		}
		p.fail(len([]rune(char)), "%s", missing)
	}
	if char != "-" {
		for {
			f := letter(char)
			if !p.bytes && f == reLocale {
				p.fail(0, "bad inline flags: cannot use 'L' flag with a str pattern")
			}
			if p.bytes && f == reUnicode {
				p.fail(0, "bad inline flags: cannot use 'u' flag with a bytes pattern")
			}
			set |= f
			if f&reTypeFlags != 0 && set&reTypeFlags != f {
				p.fail(0, "bad inline flags: flags 'a', 'u' and 'L' are incompatible")
			}
			if p.end {
				p.fail(0, "missing -, : or )")
			}
			char = p.get()
			if char == ")" || char == "-" || char == ":" {
				break
			}
			if letter(char) == 0 {
				wrong(char, "missing -, : or )")
			}
		}
	}
	if char == ")" {
		p.flags |= set
		return 0, 0, true
	}
	if set&(reDebug|reTemplate) != 0 {
		p.fail(1, "bad inline flags: cannot turn on global flag")
	}
	if char == "-" {
		if p.end {
			p.fail(0, "missing flag")
		}
		char = p.get()
		if letter(char) == 0 {
			wrong(char, "missing flag")
		}
		for {
			f := letter(char)
			if f&reTypeFlags != 0 {
				p.fail(0, "bad inline flags: cannot turn off flags 'a', 'u' and 'L'")
			}
			clear |= f
			if p.end {
				p.fail(0, "missing :")
			}
			if char = p.get(); char == ":" {
				break
			}
			if letter(char) == 0 {
				wrong(char, "missing :")
			}
		}
	}
	if clear&(reDebug|reTemplate) != 0 {
		p.fail(1, "bad inline flags: cannot turn off global flag")
	}
	if set&clear != 0 {
		p.fail(1, "bad inline flags: flag turned on and off")
	}
	return set, clear, false
}

// width is the number of characters that a part can match.
func (n *reNode) width() (lo, hi int) {
	switch n.op {
	case reLiteral, reAny, reSet, reClass:
		return 1, 1
	case reAnchor, reLook:
		return 0, 0
	case reBackRef:
		return 0, reMaxRepeat
	case reBranch, reIf:
		lo = reMaxRepeat
		for _, s := range n.sub {
			l, h := s.width()
			lo, hi = min(lo, l), max(hi, h)
		}
		if n.op == reIf && len(n.sub) == 1 {
			lo = 0
		}
		return lo, hi
	case reRepeat:
		l, h := n.sub[0].width()
		return satMul(l, n.min), satMul(h, n.max)
	}
	for _, s := range n.sub {
		l, h := s.width()
		lo, hi = min(lo+l, reMaxRepeat), min(hi+h, reMaxRepeat)
	}
	return lo, hi
}

func satMul(a, b int) int {
	if a == 0 || b == 0 {
		return 0
	}
	if a > reMaxRepeat/b {
		return reMaxRepeat
	}
	return a * b
}

// reTemplatePart is a part of what sub() puts in: text, or a group.
type reTemplatePart struct {
	text  string
	group int // 0: text, unless whole
	whole bool
}

// parseTemplate parses the replacement of sub(). IndexErrors are told apart by
// pos -3.
func parseTemplate(text []rune, isBytes bool, groups int, names map[string]int) (parts []reTemplatePart, bad *reSyntax) {
	p := &reParser{text: text, bytes: isBytes}
	defer func() {
		switch x := recover().(type) {
		case nil:
		case *reSyntax:
			bad = x
		default:
			panic(x)
		}
	}()
	literal := func(s string) {
		if n := len(parts); n > 0 && parts[n-1].group == 0 && !parts[n-1].whole {
			parts[n-1].text += s
			return
		}
		parts = append(parts, reTemplatePart{text: s})
	}
	ref := func(g, back int) {
		if g > groups {
			p.fail(back, "invalid group reference %d", g)
		}
		parts = append(parts, reTemplatePart{group: g, whole: g == 0})
	}
	char := func(r rune) {
		if isBytes {
			literal(string([]byte{byte(r)}))
		} else {
			literal(string(r))
		}
	}
	// A unit of a bytes template is one byte; units are kept as runes here.
	unit := func(s string) {
		if !isBytes {
			literal(textOfRunes([]rune(s)))
			return
		}
		for _, r := range s {
			char(r)
		}
	}
	p.advance()
	for !p.end {
		this := p.get()
		if this[0] != '\\' {
			unit(this)
			continue
		}
		c := this[1:]
		switch {
		case c == "g":
			if !p.match("<") {
				p.fail(0, "missing <")
			}
			name := p.until(">", "group name")
			width := len([]rune(name))
			if isIdentifier(name) {
				p.checkName(name, 1)
				g, ok := names[name]
				if !ok {
					panic(&reSyntax{"unknown group name " + quote(name), -3})
				}
				ref(g, width+1)
				continue
			}
			g, err := strconv.Atoi(name)
			if err != nil || g < 0 {
				p.fail(width+1, "bad character in group name %s", quote(name))
			}
			ref(g, width+1)
		case c == "0":
			this += p.while(2, reOctal)
			n, _ := strconv.ParseInt(this[1:], 8, 32)
			char(rune(n & 0xff))
		case strings.Contains(reDigits, c):
			if len(p.next) == 1 && strings.Contains(reDigits, p.next) {
				this += p.get()
				if strings.Contains(reOctal, c) && strings.Contains(reOctal, this[2:3]) && len(p.next) == 1 && strings.Contains(reOctal, p.next) {
					this += p.get()
					char(p.octal(this))
					continue
				}
			}
			g, _ := strconv.Atoi(this[1:])
			ref(g, len(this)-1)
		default:
			switch c {
			case "a":
				char('\a')
			case "b":
				char('\b')
			case "f":
				char('\f')
			case "n":
				char('\n')
			case "r":
				char('\r')
			case "t":
				char('\t')
			case "v":
				char('\v')
			case `\`:
				char('\\')
			default:
				if strings.Contains(reLetters, c) {
					p.fail(len(this), "bad escape %s", this)
				}
				unit(this)
			}
		}
	}
	return parts, nil
}

// reErrorOf makes the exception of a syntax error.
func reErrorOf(bad *reSyntax, pattern py.Object, text []rune) error {
	switch bad.pos {
	case -2:
		return raise(overflowError, "%s", bad.msg)
	case -3:
		return raise(indexError, "%s", bad.msg)
	}
	e := &Exc{cls: reErrorClass}
	fillReError(e, bad.msg, pattern, bad.pos, text)
	return e
}

// fillReError sets what an instance of re.error carries.
func fillReError(e *Exc, msg string, pattern py.Object, pos int, text []rune) {
	e.setAttr("msg", py.String(msg))
	e.setAttr("pattern", or(pattern, py.None))
	for _, name := range [...]string{"pos", "lineno", "colno"} {
		e.setAttr(name, py.None)
	}
	if pos >= 0 {
		e.setAttr("pos", py.Int(pos))
		msg = sprintf("%s at position %d", msg, pos)
		if text != nil {
			line, col := 1, pos+1
			for i, r := range text[:min(pos, len(text))] {
				if r == '\n' {
					line++
					col = pos - i
				}
			}
			e.setAttr("lineno", py.Int(line))
			e.setAttr("colno", py.Int(col))
			for _, r := range text {
				if r == '\n' {
					msg = sprintf("%s (line %d, column %d)", msg, line, col)
					break
				}
			}
		}
	}
	e.args = py.Tuple{py.String(msg)}
}
