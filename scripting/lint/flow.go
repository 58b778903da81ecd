package lint

import (
	"strings"

	"github.com/go-python/gpython/ast"
	"github.com/go-python/gpython/py"

	"github.com/windlassfs/windlass/fops"
)

// states is a set of what can have happened to a frame when the program gets
// somewhere.
type states uint8

const (
	nothing  states = 1 << iota
	wound           // wound, and not unwound
	unwound         // answered
	held            // frame.hold()
	anything        // somebody else has the frame
)

// A flow follows the frame through a method.
type flow struct {
	l *linter
	m *method
	// exits are the places where the method ends without raising.
	exits []exit
	// brk and cont are the states at break and continue of the loop that the
	// walk is in.
	brk, cont *states
	// branches counts the statements that decide whether something happens to
	// the frame, or whether the method ends.
	branches int
	elif     bool // the next if belongs to the one before
	quiet    bool // the walk is a second one, for a loop
}

type exit struct {
	at  ast.Ast
	in  states
	end bool // the end of the body, not a return
}

// flow reports what a method does wrong with its frame.
func (l *linter) flow(m *method) {
	if m.types[m.frame] != "Frame" || yields(m.def) {
		return
	}
	f := &flow{l: l, m: m}
	if out := f.body(m.def.Body, nothing); out != 0 {
		f.exits = append(f.exits, exit{m.def.Body[len(m.def.Body)-1], out, true})
	}
	what := m.op.String() + "_fop"
	hint := "wind, unwind or hold the frame, or raise OSError"
	if m.cbk {
		// A reply of several may leave the frame to the others. One that never
		// does anything is answered by nobody, unless the frame is held.
		if l.holds(m.class) {
			return
		}
		for _, e := range f.exits {
			if e.in != nothing {
				return
			}
		}
		if len(f.exits) > 0 {
			l.add(m.def, "unwind the frame, or leave the callback out: the reply then passes by", "%s_cbk never unwinds its frame, so the caller gets EIO", m.op)
		}
		return
	}
	all := true
	for _, e := range f.exits {
		all = all && e.in == nothing
	}
	if all && len(f.exits) > 0 {
		l.add(m.def, hint, "%s neither winds nor unwinds its frame, so the caller gets EIO", what)
		return
	}
	for _, e := range f.exits {
		switch {
		case e.in == nothing && !e.end:
			l.add(e.at, hint, "%s returns here without having wound or unwound its frame, so the caller gets EIO", what)
		case e.in == nothing, e.in&nothing != 0 && e.in&anything == 0 && e.end && f.branches == 1:
			l.add(e.at, hint, "%s can end here without having wound or unwound its frame, so the caller gets EIO", what)
		}
	}
}

// holds reports whether anything in the class holds frames.
func (l *linter) holds(c *class) bool {
	found := false
	for _, f := range c.methods {
		ast.Walk(f, func(n ast.Ast) bool {
			if a, ok := n.(*ast.Attribute); ok && a.Attr == "hold" {
				found = true
			}
			return true
		})
	}
	return found
}

func yields(f *ast.FunctionDef) bool {
	found := false
	ast.Walk(f, func(n ast.Ast) bool {
		switch n.(type) {
		case *ast.Yield, *ast.YieldFrom:
			found = true
		}
		return true
	})
	return found
}

// body returns the states behind a list of statements; none if it cannot be
// passed.
func (f *flow) body(list []ast.Stmt, in states) states {
	for _, s := range list {
		if in == 0 {
			return 0 // nobody gets here
		}
		in = f.stmt(s, in)
	}
	return in
}

// decides reports whether a part of the program changes the frame or ends the
// method.
func (f *flow) decides(list []ast.Stmt) bool {
	found := false
	for _, s := range list {
		ast.Walk(s, func(n ast.Ast) bool {
			switch n := n.(type) {
			case *ast.Return, *ast.Raise:
				found = true
			case *ast.Name:
				found = found || string(n.Id) == f.m.frame
			case *ast.Attribute:
				return !f.harmless(n)
			}
			return true
		})
	}
	return found
}

func (f *flow) stmt(s ast.Stmt, in states) states {
	switch s := s.(type) {
	case *ast.Return:
		if s.Value != nil {
			in = f.expr(s.Value, in)
		}
		f.exits = append(f.exits, exit{s, in, false})
		return 0
	case *ast.Raise:
		if s.Exc != nil {
			f.expr(s.Exc, in)
		}
		return 0
	case *ast.If:
		in = f.expr(s.Test, in)
		if !f.elif && (f.decides(s.Body) || f.decides(s.Orelse)) {
			f.branches++
		}
		f.elif = false
		if len(s.Orelse) == 1 {
			if _, is := s.Orelse[0].(*ast.If); is {
				out := f.body(s.Body, in)
				f.elif = true // one decision, with the one before
				return out | f.body(s.Orelse, in)
			}
		}
		return f.body(s.Body, in) | f.body(s.Orelse, in)
	case *ast.While:
		in = f.expr(s.Test, in)
		out := f.loop(s.Body, in)
		if c, ok := s.Test.(*ast.NameConstant); ok && py.Object(c.Value) == py.Object(py.True) {
			return out.brk
		}
		return f.body(s.Orelse, out.next) | out.brk
	case *ast.For:
		in = f.expr(s.Iter, in)
		out := f.loop(s.Body, in)
		return f.body(s.Orelse, out.next) | out.brk
	case *ast.With:
		for _, i := range s.Items {
			in = f.expr(i.ContextExpr, in)
		}
		return f.body(s.Body, in)
	case *ast.Try:
		return f.try(s, in)
	case *ast.Break:
		if f.brk != nil {
			*f.brk |= in
		}
		return 0
	case *ast.Continue:
		if f.cont != nil {
			*f.cont |= in
		}
		return 0
	case *ast.FunctionDef:
		return f.mention(s.Body, in)
	case *ast.ClassDef:
		return f.mention(s.Body, in)
	case *ast.Assign:
		in = f.expr(s.Value, in)
		for _, t := range s.Targets {
			in = f.target(t, in)
		}
		return in
	case *ast.AugAssign:
		return f.target(s.Target, f.expr(s.Value, in))
	case *ast.ExprStmt:
		return f.expr(s.Value, in)
	case *ast.Assert:
		return f.expr(s.Test, in)
	case *ast.Delete:
		return in
	}
	return in
}

type loopOut struct{ next, brk states }

// loop follows the body of a loop that may run any number of times.
func (f *flow) loop(body []ast.Stmt, in states) loopOut {
	brk, cont := f.brk, f.cont
	var b, c states
	f.brk, f.cont = &b, &c
	if f.decides(body) {
		f.branches += 2 // how often it runs decides, too
	}
	quiet := f.quiet
	out := f.body(body, in) | c
	if out != in {
		// Again, from what the first pass leaves: what it would report is not
		// certain, since nobody knows whether there is a second.
		f.quiet = true
		n := len(f.exits)
		out |= f.body(body, in|out)
		f.exits = f.exits[:n]
	}
	f.quiet = quiet
	f.brk, f.cont = brk, cont
	return loopOut{out | in, b}
}

// try follows a try statement. Where its body may have stopped nobody knows.
func (f *flow) try(s *ast.Try, in states) states {
	if f.decides(s.Body) {
		f.branches++
	}
	out := f.body(s.Orelse, f.body(s.Body, in))
	caught := in
	if f.touches(s.Body) {
		caught = anything
	}
	for _, h := range s.Handlers {
		if f.decides(h.Body) {
			f.branches++
		}
		out |= f.body(h.Body, caught)
	}
	if len(s.Finalbody) > 0 {
		if f.touches(s.Finalbody) {
			// It runs before each return within, too: give up.
			for i := range f.exits {
				f.exits[i].in |= anything
			}
			return anything
		}
		out = f.body(s.Finalbody, out)
	}
	return out
}

// touches reports whether statements may change what becomes of the frame.
func (f *flow) touches(list []ast.Stmt) bool {
	found := false
	for _, s := range list {
		ast.Walk(s, func(n ast.Ast) bool {
			if a, ok := n.(*ast.Attribute); ok && f.harmless(a) {
				return false
			}
			if x, ok := n.(*ast.Name); ok && string(x.Id) == f.m.frame {
				found = true
			}
			return true
		})
	}
	return found
}

// mention is what a nested function or class does: if it knows the frame, it
// may do anything with it at any time.
func (f *flow) mention(body []ast.Stmt, in states) states {
	if f.touches(body) {
		return anything
	}
	return in
}

// target is what is assigned to: self.x[frame] = … gives the frame away.
func (f *flow) target(e ast.Expr, in states) states {
	if a, ok := e.(*ast.Attribute); ok && isName(a.Value, f.m.frame) {
		return in // frame.local
	}
	return f.expr(e, in)
}

// harmless reports whether an attribute of the frame gives nothing away.
func (f *flow) harmless(a *ast.Attribute) bool {
	if !isName(a.Value, f.m.frame) {
		return false
	}
	switch a.Attr {
	case "local", "root", "op":
		return true
	}
	return false
}

// effect returns what a call does to the frame if it is one of those that are
// known: wound, unwound, held; 0 otherwise.
func (f *flow) effect(c *ast.Call) states {
	a, ok := c.Func.(*ast.Attribute)
	if !ok {
		return 0
	}
	name := string(a.Attr)
	if isName(a.Value, f.m.frame) {
		switch name {
		case "wind":
			return wound
		case "unwind":
			return unwound
		case "hold":
			return held
		}
		return 0
	}
	if !f.l.answers(a, f.m) || len(c.Args) == 0 || !isName(c.Args[0], f.m.frame) {
		return 0
	}
	for prefix, eff := range map[string]states{"wind_": wound, "unwind_": unwound} {
		if base, ok := strings.CutPrefix(name, prefix); ok {
			if _, known := fops.ParseOp(base); known {
				return eff
			}
		}
	}
	return 0
}

// expr returns the states behind the evaluation of an expression.
func (f *flow) expr(e ast.Expr, in states) states {
	switch x := e.(type) {
	case nil:
		return in
	case *ast.Call:
		eff := f.effect(x)
		if eff == 0 {
			break
		}
		for i, a := range x.Args {
			if i > 0 || !isName(a, f.m.frame) {
				in = f.expr(a, in)
			}
		}
		for _, k := range x.Keywords {
			in = f.expr(k.Value, in)
		}
		in = f.expr(x.Starargs, in)
		in = f.expr(x.Kwargs, in)
		return f.apply(x, eff, in)
	case *ast.BoolOp:
		in = f.expr(x.Values[0], in)
		for _, v := range x.Values[1:] {
			if f.uses(v) {
				return anything
			}
		}
		return in
	case *ast.IfExp:
		in = f.expr(x.Test, in)
		if f.uses(x.Body) || f.uses(x.Orelse) {
			return anything
		}
		return in
	}
	if call, ok := e.(*ast.Call); ok {
		// A call of somebody else: with the frame in it anything can happen.
		in = f.expr(call.Func, in)
		for _, a := range call.Args {
			in = f.expr(a, in)
		}
		for _, k := range call.Keywords {
			in = f.expr(k.Value, in)
		}
		in = f.expr(call.Starargs, in)
		return f.expr(call.Kwargs, in)
	}
	if f.uses(e) {
		return anything
	}
	return in
}

// uses reports whether an expression has the frame in it, but for what gives
// nothing away.
func (f *flow) uses(e ast.Expr) bool {
	if e == nil {
		return false
	}
	return f.touches([]ast.Stmt{&ast.ExprStmt{Value: e}})
}

// apply reports what is wrong with an effect on the frame in these states, and
// returns the states behind it.
func (f *flow) apply(at *ast.Call, eff, in states) states {
	if in&anything != 0 {
		return in
	}
	op := f.m.op
	report := func(hint, format string, args ...any) {
		if !f.quiet {
			f.l.add(at, hint, format, args...)
		}
	}
	switch {
	case eff == unwound && in == wound:
		report("unwind in "+op.String()+"_cbk, where the reply comes", "the frame is unwound behind a wind: this raises RuntimeError")
		return unwound
	case eff == unwound && in == unwound:
		report("a frame is answered once", "the frame is unwound a second time: this raises RuntimeError")
		return unwound
	case eff == wound && in == unwound:
		report("a frame is answered once, at the end", "the frame is wound behind an unwind: this raises RuntimeError")
		return unwound
	case eff == held && in != nothing:
		return in
	}
	return eff
}
