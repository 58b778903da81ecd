package engine

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The writer of patterns for the matcher. A pattern is written in one of two ways: for subjects of ASCII,
// whose characters the matcher's own classes are right for, and for any other.

// lostByte is the character that stands in a subject for a byte that is no UTF-8:
// one that no text has.
const lostByte = 0x10ff00

// runesOf makes the characters of a str, or of bytes.
func runesOf(s string, isBytes bool) []rune {
	if isBytes {
		out := make([]rune, len(s))
		for i := range len(s) {
			out[i] = rune(s[i])
		}
		return out
	}
	out := make([]rune, 0, len(s))
	for i, r := range s {
		if r == utf8.RuneError && charLen(s[i:]) == 1 {
			r = lostByte + rune(s[i])
		}
		out = append(out, r)
	}
	return out
}

// textOfRunes is the str of characters made by runesOf.
func textOfRunes(rs []rune) string {
	var b strings.Builder
	for _, r := range rs {
		if r >= lostByte && r < lostByte+256 {
			b.WriteByte(byte(r - lostByte))
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

type reEmitter struct {
	b     strings.Builder
	ascii bool // for subjects of ASCII only
	bytes bool
	fold  bool // ignoring case is on here
}

// emitRe writes a pattern for the matcher.
func emitRe(t *reTree, isBytes, ascii bool) string {
	e := &reEmitter{ascii: ascii, bytes: isBytes}
	e.withFold(t.flags, func() { e.node(t.root) })
	return e.b.String()
}

// asciiOnly reports whether a class has its ASCII meaning under these flags.
func (e *reEmitter) asciiOnly(flags int) bool { return e.bytes || flags&reASCII != 0 }

// withFold writes what f writes, with the case ignored or not as flags say.
func (e *reEmitter) withFold(flags int, f func()) {
	want := flags&reIgnoreCase != 0
	if want == e.fold {
		f()
		return
	}
	before := e.fold
	e.fold = want
	if want {
		e.b.WriteString("(?i:")
	} else {
		e.b.WriteString("(?-i:")
	}
	f()
	e.b.WriteByte(')')
	e.fold = before
}

// node writes a part.
func (e *reEmitter) node(n *reNode) {
	flags := n.flags
	switch n.op {
	case reSeq:
		// Neighbours that agree about case share one group.
		for i := 0; i < len(n.sub); {
			j := i + 1
			for j < len(n.sub) && (n.sub[j].flags^n.sub[i].flags)&reIgnoreCase == 0 {
				j++
			}
			e.withFold(n.sub[i].flags, func() {
				for _, s := range n.sub[i:j] {
					e.node(s)
				}
			})
			i = j
		}
	case reBranch:
		e.b.WriteString("(?:")
		for i, s := range n.sub {
			if i > 0 {
				e.b.WriteByte('|')
			}
			e.node(s)
		}
		e.b.WriteByte(')')
	case reLiteral:
		e.literal(n.char, flags)
	case reAny:
		if flags&reDotAll != 0 {
			e.b.WriteString(`[\s\S]`)
		} else {
			e.b.WriteString(`[^\n]`)
		}
	case reClass:
		e.b.WriteString(e.class(n.class, flags))
	case reSet:
		e.set(n, flags)
	case reAnchor:
		e.anchor(n.class, flags)
	case reRepeat:
		if n.own {
			e.b.WriteString("(?>")
		}
		e.b.WriteString("(?:")
		e.withFold(n.sub[0].flags, func() { e.node(n.sub[0]) })
		e.b.WriteByte(')')
		switch {
		case n.min == 0 && n.max == reMaxRepeat:
			e.b.WriteByte('*')
		case n.min == 1 && n.max == reMaxRepeat:
			e.b.WriteByte('+')
		case n.min == 0 && n.max == 1:
			e.b.WriteByte('?')
		case n.max == reMaxRepeat:
			e.b.WriteString(sprintf("{%d,}", n.min))
		default:
			e.b.WriteString(sprintf("{%d,%d}", n.min, n.max))
		}
		if n.lazy {
			e.b.WriteByte('?')
		}
		if n.own {
			e.b.WriteByte(')')
		}
	case reGroup, reAtomic:
		switch {
		case n.op == reAtomic:
			e.b.WriteString("(?>")
		case n.group > 0:
			e.b.WriteString(sprintf("(?<%d>", n.group))
		default:
			e.b.WriteString("(?:")
		}
		e.node(n.sub[0])
		e.b.WriteByte(')')
	case reBackRef:
		e.b.WriteString(sprintf(`\k<%d>`, n.group))
	case reLook:
		e.b.WriteString("(?")
		if n.behind {
			e.b.WriteByte('<')
		}
		if n.negated {
			e.b.WriteByte('!')
		} else {
			e.b.WriteByte('=')
		}
		e.node(n.sub[0])
		e.b.WriteByte(')')
	case reIf:
		e.b.WriteString(sprintf("(?(%d)(?:", n.group))
		e.node(n.sub[0])
		e.b.WriteString(")|(?:")
		if len(n.sub) > 1 {
			e.node(n.sub[1])
		}
		e.b.WriteString("))")
	}
}

// char writes one character so that it means itself, in sets as well.
func (e *reEmitter) char(r rune) {
	switch {
	case r == '_' || r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r > 0xff && unicode.IsPrint(r) || r >= lostByte:
		e.b.WriteRune(r)
	case r < 0x100:
		e.b.WriteString(`\x` + hexDigits(uint32(r), 2))
	case r < 0x10000:
		e.b.WriteString(`\u` + hexDigits(uint32(r), 4))
	default:
		e.b.WriteRune(r)
	}
}

func (e *reEmitter) literal(r rune, flags int) {
	if flags&reIgnoreCase == 0 || e.ascii {
		e.char(r)
		return
	}
	if e.asciiOnly(flags) {
		e.char(r)
		return
	}
	// Characters that are the same but for case and yet have different lower ones.
	var others []rune
	for o := unicode.SimpleFold(r); o != r; o = unicode.SimpleFold(o) {
		if unicode.ToLower(o) != unicode.ToLower(r) {
			others = append(others, o)
		}
	}
	if len(others) == 0 {
		e.char(r)
		return
	}
	e.b.WriteByte('[')
	e.char(r)
	for _, o := range others {
		e.char(o)
	}
	e.b.WriteByte(']')
}

// What the classes are in a set.
const (
	reSpaceASCII = `\x20\t\n\r\f\v`
	reWordASCII  = `a-zA-Z0-9_`
	reSpaceAll   = `\s\x1c-\x1f`
	reWordAll    = `\p{L}\p{N}_`
)

func (e *reEmitter) members(class rune, flags int) string {
	only := e.asciiOnly(flags)
	switch class {
	case 'd', 'D':
		if only || e.ascii {
			return "0-9"
		}
		return `\p{Nd}`
	case 's', 'S':
		if only {
			return reSpaceASCII
		}
		return reSpaceAll
	}
	if only || e.ascii {
		return reWordASCII
	}
	return reWordAll
}

func (e *reEmitter) class(class rune, flags int) string {
	if class == 'w' && e.ascii && e.fold {
		return "[" + reWordASCII + "]"
	}
	if unicode.IsUpper(class) {
		return "[^" + e.members(class, flags) + "]"
	}
	return "[" + e.members(class, flags) + "]"
}

// set writes a set. Classes that are negated cannot stand within one: they become
// alternatives.
func (e *reEmitter) set(n *reNode, flags int) {
	var out []string
	plain := &reEmitter{ascii: e.ascii, bytes: e.bytes, fold: e.fold}
	for _, it := range n.items {
		switch {
		case it.class != 0 && unicode.IsUpper(it.class):
			out = append(out, e.class(it.class, flags))
		case it.class != 0:
			plain.b.WriteString(e.members(it.class, flags))
		case it.lo == it.hi:
			plain.char(it.lo)
			if flags&reIgnoreCase != 0 && !e.ascii && !e.asciiOnly(flags) {
				for o := unicode.SimpleFold(it.lo); o != it.lo; o = unicode.SimpleFold(o) {
					plain.char(o)
				}
			}
		default:
			plain.char(it.lo)
			plain.b.WriteByte('-')
			plain.char(it.hi)
			if flags&reIgnoreCase != 0 && !e.ascii && !e.asciiOnly(flags) && it.hi-it.lo < 1<<10 {
				for r := it.lo; r <= it.hi; r++ {
					for o := unicode.SimpleFold(r); o != r; o = unicode.SimpleFold(o) {
						if unicode.ToLower(o) != unicode.ToLower(r) {
							plain.char(o)
						}
					}
				}
			}
		}
	}
	s := plain.b.String()
	switch {
	case len(out) == 0 && n.negated:
		e.b.WriteString("[^" + s + "]")
	case len(out) == 0:
		e.b.WriteString("[" + s + "]")
	default:
		if s != "" {
			out = append(out, "["+s+"]")
		}
		all := strings.Join(out, "|")
		if n.negated {
			e.b.WriteString("(?:(?!" + all + `)[\s\S])`)
		} else {
			e.b.WriteString("(?:" + all + ")")
		}
	}
}

func (e *reEmitter) anchor(class rune, flags int) {
	switch class {
	case '^':
		if flags&reMultiline != 0 {
			e.b.WriteString(`(?m:^)`)
		} else {
			e.b.WriteString(`\A`)
		}
	case '$':
		if flags&reMultiline != 0 {
			e.b.WriteString(`(?m:$)`)
		} else {
			e.b.WriteString(`\Z`)
		}
	case 'A':
		e.b.WriteString(`\A`)
	case 'Z':
		e.b.WriteString(`\z`)
	case 'b', 'B':
		if e.ascii {
			e.b.WriteString(`\` + string(class))
			return
		}
		w := "[" + e.members('w', flags) + "]"
		if class == 'b' {
			e.b.WriteString("(?:(?<=" + w + ")(?!" + w + ")|(?<!" + w + ")(?=" + w + "))")
		} else {
			e.b.WriteString("(?:(?<=" + w + ")(?=" + w + ")|(?<!" + w + ")(?!" + w + "))")
		}
	}
}
