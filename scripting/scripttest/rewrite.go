package scripttest

import (
	"slices"
	"strconv"
	"strings"
)

// The functions that rewritten code calls. Their names are nobody else's.
const (
	fnLine  = "_windlass_line"  // (number): this line runs; returns None
	fnIter  = "_windlass_iter"  // (number, x): the same for the line of a for; returns x
	fnLeft  = "_windlass_left"  // (number, x): the left side of a comparison in an assert; returns x
	fnRight = "_windlass_right" // (number, x): the right side
	fnValue = "_windlass_value" // (number, x): what is asserted, as a whole
)

// An insertion is text that goes into a source.
type insertion struct {
	at   int
	text string
}

// apply puts insertions into a source. Those at one place stay in their order.
func apply(src string, ins []insertion) string {
	slices.SortStableFunc(ins, func(a, b insertion) int { return a.at - b.at })
	var b strings.Builder
	last := 0
	for _, i := range ins {
		b.WriteString(src[last:i.at])
		b.WriteString(i.text)
		last = i.at
	}
	b.WriteString(src[last:])
	return b.String()
}

// A statement is a logical line, or what stands behind a semicolon or behind
// the colon of a compound statement on the same line.
type statement struct {
	toks []token // without the newline or semicolon
	// alone is set for the first statement of a logical line.
	first bool
}

// statements splits tokens into statements. A compound statement with its suite
// on the same line gives its head, with the colon, and then the suite's.
func statements(toks []token) []statement {
	var out []statement
	from, first := 0, true
	for i, t := range toks {
		switch {
		case t.kind == kNewline:
			if i > from {
				out = append(out, statement{toks[from:i], first})
			}
			from, first = i+1, true
		case t.depth == 0 && t.text == ";" && t.kind == kOther:
			if i > from {
				out = append(out, statement{toks[from:i], first})
			}
			from, first = i+1, false
		case t.depth == 0 && t.text == ":" && t.kind == kOther && compound[toks[from].text] && i == headEnd(toks[from:])+from:
			out = append(out, statement{toks[from : i+1], first})
			from, first = i+1, false
		}
	}
	return out
}

var compound = map[string]bool{
	"if": true, "elif": true, "else": true, "while": true, "for": true, "with": true, "def": true,
	"class": true, "try": true, "except": true, "finally": true, "async": true,
}

// headEnd returns the index of the colon that ends the head of a compound
// statement; -1 if there is none.
func headEnd(toks []token) int {
	lambdas := 0
	for i, t := range toks {
		switch {
		case t.depth > 0:
		case t.kind == kNewline:
			return -1
		case t.kind == kName && t.text == "lambda":
			lambdas++
		case t.kind == kOther && t.text == ":":
			if lambdas == 0 {
				return i
			}
			lambdas--
		}
	}
	return -1
}

// marks returns insertions that report each line when it runs, and the lines
// that they report. Heads of def, class, with, try and their like are none of
// them: a line counts where something happens on it. What is reported is the
// number of the line above base.
func marks(toks []token, base int) (ins []insertion, lines []int) {
	seen := make(map[int]bool)
	for _, s := range statements(toks) {
		t := s.toks[0]
		call := func(fn string) string {
			if !seen[t.line] {
				seen[t.line] = true
				lines = append(lines, t.line)
			}
			return fn + "(" + strconv.Itoa(base+t.line)
		}
		end := len(s.toks) - 1
		switch {
		case !s.first:
			// The suite or the statement behind a semicolon: its line has run.
			if !compound[t.text] && !seen[t.line] {
				ins = append(ins, insertion{t.from, call(fnLine) + "); "})
			}
		case t.kind == kString && len(s.toks) == 1, t.text == "@", t.text == "import", t.text == "global", t.text == "nonlocal":
		case t.text == "from":
		case t.kind == kName && (t.text == "if" || t.text == "elif" || t.text == "while") && end > 1:
			ins = append(ins, insertion{t.to, " " + call(fnLine) + ") or ("}, insertion{s.toks[end].from, ")"})
		case t.kind == kName && t.text == "for":
			in := slices.IndexFunc(s.toks, func(t token) bool { return t.depth == 0 && t.kind == kName && t.text == "in" })
			if in > 0 {
				ins = append(ins, insertion{s.toks[in].to, " " + call(fnIter) + ", ("}, insertion{s.toks[end].from, "))"})
			}
		case t.kind == kName && compound[t.text]:
		default:
			ins = append(ins, insertion{t.from, call(fnLine) + "); "})
		}
	}
	slices.Sort(lines)
	return ins, lines
}

// A comparison is what an assert compares, as written.
type comparison struct {
	line        int
	left, right string
}

// asserts returns insertions that report the values in assert statements, and
// what each number stands for.
func asserts(src string, toks []token) (ins []insertion, of []comparison) {
	for _, s := range statements(toks) {
		if s.toks[0].kind != kName || s.toks[0].text != "assert" {
			continue
		}
		expr := s.toks[1:]
		if i := slices.IndexFunc(expr, func(t token) bool { return t.depth == 0 && t.text == "," && t.kind == kOther }); i >= 0 {
			expr = expr[:i]
		}
		if len(expr) == 0 {
			continue
		}
		wrap := func(fn string, toks []token) string {
			from, to := toks[0].from, toks[len(toks)-1].to
			ins = append(ins, insertion{from, fn + "(" + strconv.Itoa(len(of)) + ", ("}, insertion{to, "))"})
			return src[from:to]
		}
		for _, part := range conjuncts(bare(expr)) {
			c := comparison{line: s.toks[0].line}
			if at, n := operator(part); n > 0 {
				c.left = wrap(fnLeft, part[:at])
				c.right = wrap(fnRight, part[at+n:])
			} else {
				// Of x.ok the x says more: a reply, with its error.
				if n := len(part); n > 2 && part[n-1].top("ok") && part[n-2].top(".") && !part[0].top("not") {
					part = part[:n-2]
				}
				c.left = wrap(fnValue, part)
			}
			of = append(of, c)
		}
	}
	return ins, of
}

// top reports whether a token is that word or operator outside of brackets.
func (t *token) top(text string) bool { return t.depth == 0 && t.kind != kString && t.text == text }

// bare takes brackets off that are round the whole of an expression.
func bare(expr []token) []token {
	for len(expr) > 2 && expr[0].top("(") && expr[len(expr)-1].top(")") {
		inner := slices.Clone(expr[1 : len(expr)-1])
		for i := range inner {
			if inner[i].depth == 0 || inner[i].depth == 1 && (inner[i].text == "," || inner[i].text == "for") {
				return expr // (a) == (b), or a tuple
			}
			inner[i].depth--
		}
		expr = inner
	}
	return expr
}

// conjuncts splits an expression at its ands, if that is possible.
func conjuncts(expr []token) [][]token {
	for i := range expr {
		if t := &expr[i]; t.top("or") || t.top("if") || t.top("lambda") || t.top("yield") || t.top(":=") {
			return [][]token{expr}
		}
	}
	var out [][]token
	from := 0
	for i := range expr {
		if expr[i].top("and") && i > from {
			out = append(out, expr[from:i])
			from = i + 1
		}
	}
	if from == len(expr) {
		return [][]token{expr}
	}
	return append(out, expr[from:])
}

// operator finds the one comparison in an expression: where its operator begins
// and how many tokens it has; 0 if there is none, or several.
func operator(expr []token) (at, n int) {
	if expr[0].top("not") || expr[0].top("lambda") || expr[0].top("yield") {
		return 0, 0
	}
	for i := 0; i < len(expr); i++ {
		t, width := &expr[i], 0
		switch {
		case t.depth > 0 || t.kind == kString:
		case t.top("or"), t.top("if"), t.top("lambda"), t.top(":="), t.top("yield"):
			return 0, 0
		case t.top("not") && i+1 < len(expr) && expr[i+1].top("in"), t.top("is") && i+1 < len(expr) && expr[i+1].top("not"):
			width = 2
		case slices.Contains([]string{"==", "!=", "<", ">", "<=", ">=", "in", "is"}, t.text):
			width = 1
		}
		if width == 0 {
			continue
		}
		if n > 0 || i == 0 || i+width >= len(expr) {
			return 0, 0
		}
		at, n = i, width
		i += width - 1
	}
	return at, n
}
