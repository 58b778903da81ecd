package engine

import (
	"strings"

	"github.com/go-python/gpython/ast"
	"github.com/go-python/gpython/py"
)

// postponed reports whether the file begins with "from __future__ import annotations".
func postponed(body []ast.Stmt) bool {
	for _, s := range body {
		from, ok := s.(*ast.ImportFrom)
		if !ok {
			if _, isText := s.(*ast.ExprStmt); isText {
				continue
			}
			return false
		}
		if from.Module != "__future__" {
			return false
		}
		for _, a := range from.Names {
			if a.Name == "annotations" {
				return true
			}
		}
	}
	return false
}

// annotation compiles a type; with postponed annotations it is its text.
func (k *compiler) annotation(e ast.Expr) expr {
	if k.p == nil || !k.p.postponed {
		return k.expr(e)
	}
	u := &unparser{src: k.src}
	u.expr(e, 0)
	text := py.Object(py.String(u.b.String()))
	return func(*frame) (py.Object, error) { return text, nil }
}

// unparser writes an expression in the one form that annotations have as text.
type unparser struct {
	src *source
	b   strings.Builder
}

// How tightly the operators bind, from loose to tight.
const (
	bindTest = iota + 1
	bindOr
	bindAnd
	bindNot
	bindCompare
	bindBitOr
	bindBitXor
	bindBitAnd
	bindShift
	bindSum
	bindProduct
	bindUnary
	bindPower
	bindAtom
)

var binaryText = map[ast.OperatorNumber]struct {
	text string
	bind int
}{
	ast.Add: {"+", bindSum}, ast.Sub: {"-", bindSum}, ast.Mult: {"*", bindProduct}, ast.Div: {"/", bindProduct}, ast.Modulo: {"%", bindProduct},
	ast.FloorDiv: {"//", bindProduct}, ast.LShift: {"<<", bindShift}, ast.RShift: {">>", bindShift}, ast.BitOr: {"|", bindBitOr},
	ast.BitXor: {"^", bindBitXor}, ast.BitAnd: {"&", bindBitAnd}, ast.Pow: {"**", bindPower},
}

var compareSign = map[ast.CmpOp]string{
	ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Is: "is", ast.IsNot: "is not", ast.In: "in",
	ast.NotIn: "not in",
}

var unaryText = map[ast.UnaryOpNumber]string{ast.Invert: "~", ast.UAdd: "+", ast.USub: "-"}

// expr writes e, in brackets if it binds looser than bind.
func (u *unparser) expr(e ast.Expr, bind int) {
	own := bindAtom
	var write func()
	switch e := e.(type) {
	case *ast.BinOp:
		op := binaryText[e.Op]
		own = op.bind
		write = func() {
			left, right := own, own+1
			if e.Op == ast.Pow {
				left, right = own+1, own
			}
			u.expr(e.Left, left)
			u.b.WriteString(" " + op.text + " ")
			u.expr(e.Right, right)
		}
	case *ast.BoolOp:
		word := " and "
		own = bindAnd
		if e.Op == ast.Or {
			word, own = " or ", bindOr
		}
		write = func() { u.list(e.Values, word, own+1) }
	case *ast.UnaryOp:
		own = bindUnary
		if e.Op == ast.Not {
			own = bindNot
		}
		write = func() {
			if e.Op == ast.Not {
				u.b.WriteString("not ")
			} else {
				u.b.WriteString(unaryText[e.Op])
			}
			u.expr(e.Operand, own)
		}
	case *ast.Compare:
		own = bindCompare
		write = func() {
			u.expr(e.Left, own+1)
			for i, x := range e.Comparators {
				u.b.WriteString(" " + compareSign[e.Ops[i]] + " ")
				u.expr(x, own+1)
			}
		}
	case *ast.IfExp:
		own = bindTest
		write = func() {
			u.expr(e.Body, own+1)
			u.b.WriteString(" if ")
			u.expr(e.Test, own+1)
			u.b.WriteString(" else ")
			u.expr(e.Orelse, own)
		}
	case *ast.Lambda:
		if kind, _ := lambdaMark(e); kind == markStar {
			write = func() {
				u.b.WriteByte('*')
				u.expr(e.Body, bindBitOr)
			}
			break
		}
		own = bindTest
		write = func() { u.b.WriteString("lambda: ...") }
	default:
		write = func() { u.atom(e) }
	}
	if own < bind {
		u.b.WriteByte('(')
		write()
		u.b.WriteByte(')')
		return
	}
	write()
}

func (u *unparser) list(list []ast.Expr, sep string, bind int) {
	for i, x := range list {
		if i > 0 {
			u.b.WriteString(sep)
		}
		u.expr(x, bind)
	}
}

func (u *unparser) atom(e ast.Expr) {
	switch e := e.(type) {
	case *ast.Name:
		u.b.WriteString(string(e.Id))
	case *ast.Num:
		if v := u.src.literal(e); v == ellipsis {
			u.b.WriteString("...")
		} else {
			u.b.WriteString(reprText(v))
		}
	case *ast.NameConstant:
		u.b.WriteString(reprText(e.Value))
	case *ast.Starred:
		u.b.WriteByte('*')
		u.expr(e.Value, bindBitOr)
	case *ast.Attribute:
		u.expr(e.Value, bindAtom)
		u.b.WriteString("." + string(e.Attr))
	case *ast.Subscript:
		u.expr(e.Value, bindAtom)
		u.b.WriteByte('[')
		u.slice(e.Slice)
		u.b.WriteByte(']')
	case *ast.Tuple:
		u.b.WriteByte('(')
		u.tuple(e.Elts)
		u.b.WriteByte(')')
	case *ast.List:
		u.b.WriteByte('[')
		u.list(e.Elts, ", ", bindTest)
		u.b.WriteByte(']')
	case *ast.Set:
		u.b.WriteByte('{')
		u.list(e.Elts, ", ", bindTest)
		u.b.WriteByte('}')
	case *ast.Dict:
		u.b.WriteByte('{')
		for i, key := range e.Keys {
			if i > 0 {
				u.b.WriteString(", ")
			}
			if n, ok := key.(*ast.Name); ok && n.Id == markDouble {
				u.b.WriteString("**")
			} else {
				u.expr(key, bindTest)
				u.b.WriteString(": ")
			}
			u.expr(e.Values[i], bindTest)
		}
		u.b.WriteByte('}')
	case *ast.Call:
		u.call(e)
	default:
		u.b.WriteString("...")
	}
}

func (u *unparser) tuple(list []ast.Expr) {
	u.list(list, ", ", bindTest)
	if len(list) == 1 {
		u.b.WriteByte(',')
	}
}

func (u *unparser) call(e *ast.Call) {
	u.expr(e.Func, bindAtom)
	u.b.WriteByte('(')
	u.list(e.Args, ", ", bindTest)
	for i, kw := range e.Keywords {
		if i > 0 || len(e.Args) > 0 {
			u.b.WriteString(", ")
		}
		u.b.WriteString(string(kw.Arg) + "=")
		u.expr(kw.Value, bindTest)
	}
	u.b.WriteByte(')')
}

func (u *unparser) slice(s ast.Slicer) {
	switch s := s.(type) {
	case *ast.Index:
		if t, ok := s.Value.(*ast.Tuple); ok && len(t.Elts) > 0 {
			u.tuple(t.Elts)
			return
		}
		u.expr(s.Value, 0)
	case *ast.Slice:
		part := func(e ast.Expr) {
			if e != nil {
				u.expr(e, bindTest)
			}
		}
		part(s.Lower)
		u.b.WriteByte(':')
		part(s.Upper)
		if s.Step != nil {
			u.b.WriteByte(':')
			part(s.Step)
		}
	case *ast.ExtSlice:
		for i, d := range s.Dims {
			if i > 0 {
				u.b.WriteString(", ")
			}
			u.slice(d)
		}
	}
}
