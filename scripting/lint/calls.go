package lint

import (
	"strings"

	"github.com/go-python/gpython/ast"

	"github.com/windlassfs/windlass/fops"
)

// winds looks at the calls of wind_… and unwind_… in a handler: their number of
// values, and whether the callback is there that they need.
func (l *linter) winds(m *method) {
	ast.Walk(m.def, func(n ast.Ast) bool {
		c, ok := n.(*ast.Call)
		if !ok {
			return true
		}
		a, ok := c.Func.(*ast.Attribute)
		if !ok || !l.answers(a, m) {
			return true
		}
		name, library := string(a.Attr), !isName(a.Value, m.self)
		base, unwind := strings.CutPrefix(name, "unwind_")
		if !unwind {
			var wind bool
			if base, wind = strings.CutPrefix(name, "wind_"); !wind {
				return true
			}
		}
		op, ok := fops.ParseOp(base)
		if !ok {
			return true // selfAttributes says so
		}
		mine := len(c.Args) > 0 && isName(c.Args[0], m.frame)
		switch {
		case mine && unwind && op != m.op:
			l.add(c, "call "+dotted(a.Value)+".unwind_"+m.op.String(), "the frame is that of a %s: %s raises TypeError", m.op, name)
			return true
		case mine && !unwind && op != m.op && m.class.closed && m.class.methods[base+"_cbk"] == nil:
			l.add(c, "add a method "+base+"_cbk", "a %s that winds %s needs a callback for the reply", m.op, op)
		}
		l.count(c, name, op, unwind, library)
		return true
	})
}

// answers reports whether a method is called that passes a frame on or answers
// it, if its name says so: one of self, or of glupy's library.
func (l *linter) answers(a *ast.Attribute, m *method) bool {
	return isName(a.Value, m.self) && m.class.methods[string(a.Attr)] == nil || l.glupy && isName(a.Value, "dl")
}

// count checks how many values a wind or an unwind gets. library is set for a
// function of glupy's.
func (l *linter) count(c *ast.Call, name string, op fops.Op, unwind, library bool) {
	if c.Starargs != nil || c.Kwargs != nil || len(c.Args) == 0 {
		return
	}
	for _, a := range c.Args {
		if _, star := a.(*ast.Starred); star {
			return
		}
	}
	first, params, extra := "frame", op.Spec().In, []string{"child", "cookie"}
	fixed := 1
	if unwind {
		first, params, extra = "frame, op_ret, op_errno", op.Spec().Out, []string{"entry_timeout", "attr_timeout"}
		fixed = 3
	}
	on := "self."
	switch {
	case library && unwind:
		on, first, fixed, extra = "dl.", "frame, cookie, this, op_ret, op_errno", 5, nil
	case library:
		on, first, fixed, extra = "dl.", "frame, xl", 2, nil
	}
	pos := fops.Positional(params)
	usage := first
	for _, p := range pos {
		usage += ", " + p.Name
	}
	hint := "write: " + on + name + "(" + usage + ")"
	known := extra
	for _, p := range params {
		known = append(known, p.Name)
	}
	n := len(c.Args)
	for _, k := range c.Keywords {
		word := string(k.Arg)
		found, positional := false, false
		for _, p := range params {
			if p.Name == word {
				found, positional = true, !p.Keyword
			}
		}
		for _, e := range extra {
			found = found || e == word
		}
		if !found {
			h := didYouMean(word, known)
			if h == "" {
				h = hint
			}
			l.add(c, h, "%s has no parameter %s", name, word)
			return
		}
		if positional {
			n++
		}
	}
	want := fixed + len(pos)
	switch {
	case n > want, n < fixed, !unwind && n < want, library && n < want:
	case unwind && n < want && len(c.Args) > 1 && isNumber(c.Args[1], false):
	default:
		return
	}
	l.add(c, hint, "%s takes %d values and gets %d", name, want, n)
}

// isNumber reports whether an expression is a literal number of that sign.
func isNumber(e ast.Expr, negative bool) bool {
	if u, ok := e.(*ast.UnaryOp); ok && u.Op == ast.USub {
		return negative && isNumber(u.Operand, false)
	}
	_, ok := e.(*ast.Num)
	return ok && !negative
}

// blockers are functions that wait for the world, by module and name; "" is the
// whole module.
var blockers = map[string][]string{
	"time":       {"sleep"},
	"os":         {"system", "popen", "wait", "waitpid"},
	"subprocess": {""},
	"socket":     {""},
	"requests":   {""},
	"urllib":     {""},
	"select":     {""},
}

// blocker says what a call waits for, "" if nothing is known of it.
func (l *linter) blocker(name string) string {
	if (name == "open" || name == "input") && l.globals != nil && !l.globals[name] {
		return name
	}
	if full, ok := l.blocks[name]; ok {
		return full
	}
	head, _, dotted := strings.Cut(name, ".")
	if full, ok := l.blocks[head+"."]; ok && dotted {
		name = full + name[len(head):]
		module, fn, _ := strings.Cut(name, ".")
		for _, b := range blockers[module] {
			if b == "" || b == fn {
				return name
			}
		}
	}
	return ""
}

// blocking reports calls that keep the script's lane, and with it everybody who
// waits for it.
func (l *linter) blocking(f *ast.FunctionDef) {
	local := make(map[string]bool)
	bound(f.Body, local)
	ast.Walk(f, func(n ast.Ast) bool {
		c, ok := n.(*ast.Call)
		if !ok {
			return true
		}
		name := dotted(c.Func)
		head, _, _ := strings.Cut(name, ".")
		if name == "" || local[head] {
			return true
		}
		if full := l.blocker(name); full != "" {
			l.add(c, "the script runs one method at a time; "+instead(full), "%s blocks: until it returns no other request gets through this translator", full)
		}
		return true
	})
}

func instead(name string) string {
	switch name {
	case "time.sleep":
		return "hold the frame, or use debug/delay-gen"
	case "open":
		return "read files in __init__ or init"
	}
	return "do it in init, or in a process of its own"
}

// reached returns the methods that handlers call, directly or not.
func (l *linter) reached(c *class) map[string]bool {
	out := make(map[string]bool)
	var visit func(f *ast.FunctionDef)
	visit = func(f *ast.FunctionDef) {
		if f.Args == nil || len(f.Args.Args) == 0 {
			return
		}
		self := string(f.Args.Args[0].Arg)
		ast.Walk(f, func(n ast.Ast) bool {
			call, ok := n.(*ast.Call)
			if !ok {
				return true
			}
			if a, ok := call.Func.(*ast.Attribute); ok && isName(a.Value, self) && !out[string(a.Attr)] {
				if g := c.methods[string(a.Attr)]; g != nil {
					out[string(a.Attr)] = true
					visit(g)
				}
			}
			return true
		})
	}
	for name, f := range c.methods {
		if _, _, ok := handler(name); ok {
			visit(f)
		}
	}
	return out
}
