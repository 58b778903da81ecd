package engine

import (
	"github.com/go-python/gpython/ast"
	"github.com/go-python/gpython/py"
)

func (k *compiler) unaryOp(e *ast.UnaryOp) expr {
	c := k.c
	if e.Op == ast.Not {
		t := k.test(e.Operand)
		return func(f *frame) (py.Object, error) {
			ok, err := t(f)
			if err != nil {
				return nil, err
			}
			return py.NewBool(!ok), nil
		}
	}
	if n, ok := e.Operand.(*ast.Num); ok && e.Op == ast.USub {
		if v, ok := negative(k.src.literal(n)); ok {
			return constant(v)
		}
	}
	v := k.expr(e.Operand)
	op := e.Op
	return func(f *frame) (py.Object, error) {
		x, err := v(f)
		if err != nil {
			return nil, err
		}
		return c.unary(op, x)
	}
}

// operatorOf translates gpython's operators.
var operatorOf = map[ast.OperatorNumber]operator{
	ast.Add: opAdd, ast.Sub: opSub, ast.Mult: opMul, ast.Div: opTrueDiv, ast.FloorDiv: opFloorDiv, ast.Modulo: opMod, ast.Pow: opPow,
	ast.LShift: opLShift, ast.RShift: opRShift, ast.BitAnd: opAnd, ast.BitOr: opOr, ast.BitXor: opXor,
}

func (k *compiler) binOp(e *ast.BinOp) expr {
	op := operatorOf[e.Op]
	left := e.Left
	if in, ok := left.(*ast.BinOp); ok && op == opMul && in.Op == ast.Mult && isMark(in.Right, markMatMul) {
		op, left = opMatMul, in.Left
	}
	a, b := k.expr(left), k.expr(e.Right)
	return k.operate(op, a, b)
}

// operate combines two operands.
func (k *compiler) operate(op operator, a, b expr) expr {
	c := k.c
	switch op {
	case opAdd:
		return func(f *frame) (py.Object, error) {
			x, err := a(f)
			if err != nil {
				return nil, err
			}
			y, err := b(f)
			if err != nil {
				return nil, err
			}
			if i, ok := x.(py.Int); ok {
				if j, ok := y.(py.Int); ok {
					if s := i + j; (s > i) == (j > 0) {
						return intObject(int64(s)), nil
					}
				}
			}
			return c.binary(opAdd, x, y)
		}
	case opSub:
		return func(f *frame) (py.Object, error) {
			x, err := a(f)
			if err != nil {
				return nil, err
			}
			y, err := b(f)
			if err != nil {
				return nil, err
			}
			if i, ok := x.(py.Int); ok {
				if j, ok := y.(py.Int); ok {
					if s := i - j; (s < i) == (j > 0) {
						return intObject(int64(s)), nil
					}
				}
			}
			return c.binary(opSub, x, y)
		}
	}
	return func(f *frame) (py.Object, error) {
		x, err := a(f)
		if err != nil {
			return nil, err
		}
		y, err := b(f)
		if err != nil {
			return nil, err
		}
		return c.binary(op, x, y)
	}
}

// smallInts are the integers that need no memory of their own.
var smallInts = func() (list [1280]py.Object) {
	for i := range list {
		list[i] = py.Int(i - 256)
	}
	return list
}()

func intObject(n int64) py.Object {
	if n >= -256 && n < 1024 {
		return smallInts[n+256]
	}
	return py.Int(n)
}

var compareOf = map[ast.CmpOp]comparison{
	ast.Eq: cmpEq, ast.NotEq: cmpNe, ast.Lt: cmpLt, ast.LtE: cmpLe, ast.Gt: cmpGt, ast.GtE: cmpGe, ast.Is: cmpIs, ast.IsNot: cmpIsNot,
	ast.In: cmpIn, ast.NotIn: cmpNotIn,
}

// comparison compiles a comparison of two values for its truth.
func (k *compiler) comparison(e *ast.Compare) func(f *frame) (bool, error) {
	a, b := k.expr(e.Left), k.expr(e.Comparators[0])
	op := compareOf[e.Ops[0]]
	c := k.c
	switch op {
	case cmpIs, cmpIsNot:
		want := op == cmpIs
		return func(f *frame) (bool, error) {
			x, err := a(f)
			if err != nil {
				return false, err
			}
			y, err := b(f)
			return identical(x, y) == want, err
		}
	case cmpIn, cmpNotIn:
		want := op == cmpIn
		return func(f *frame) (bool, error) {
			x, err := a(f)
			if err != nil {
				return false, err
			}
			y, err := b(f)
			if err != nil {
				return false, err
			}
			ok, err := c.contains(y, x)
			return ok == want, err
		}
	}
	return func(f *frame) (bool, error) {
		x, err := a(f)
		if err != nil {
			return false, err
		}
		y, err := b(f)
		if err != nil {
			return false, err
		}
		if i, ok := x.(py.Int); ok {
			if j, ok := y.(py.Int); ok {
				switch op {
				case cmpEq:
					return i == j, nil
				case cmpNe:
					return i != j, nil
				case cmpLt:
					return i < j, nil
				case cmpLe:
					return i <= j, nil
				case cmpGt:
					return i > j, nil
				default:
					return i >= j, nil
				}
			}
		}
		v, err := c.compare(op, x, y)
		if err != nil {
			return false, err
		}
		if t, ok := v.(py.Bool); ok {
			return bool(t), nil
		}
		return c.truth(v)
	}
}

func (k *compiler) compare(e *ast.Compare) expr {
	c := k.c
	if len(e.Ops) == 1 {
		op := compareOf[e.Ops[0]]
		if op <= cmpGe {
			a, b := k.expr(e.Left), k.expr(e.Comparators[0])
			return func(f *frame) (py.Object, error) {
				x, err := a(f)
				if err != nil {
					return nil, err
				}
				y, err := b(f)
				if err != nil {
					return nil, err
				}
				return c.compare(op, x, y)
			}
		}
		t := k.comparison(e)
		return func(f *frame) (py.Object, error) {
			ok, err := t(f)
			if err != nil {
				return nil, err
			}
			return py.NewBool(ok), nil
		}
	}
	first := k.expr(e.Left)
	rest := k.exprList(e.Comparators)
	ops := make([]comparison, len(e.Ops))
	for i, op := range e.Ops {
		ops[i] = compareOf[op]
	}
	last := len(ops) - 1
	return func(f *frame) (py.Object, error) {
		x, err := first(f)
		if err != nil {
			return nil, err
		}
		for i, op := range ops {
			y, err := rest[i](f)
			if err != nil {
				return nil, err
			}
			v, err := c.compareAny(op, x, y)
			if err != nil || i == last {
				return v, err
			}
			if ok, err := c.truth(v); !ok || err != nil {
				return v, err
			}
			x = y
		}
		return nil, nil
	}
}

// subscript compiles x[i].
func (k *compiler) subscript(e *ast.Subscript) expr {
	if isMark(e.Value, markAnn) {
		failAt(e, "annotation is not allowed here")
	}
	obj, key := k.expr(e.Value), k.key(e.Slice)
	c := k.c
	return func(f *frame) (py.Object, error) {
		o, err := obj(f)
		if err != nil {
			return nil, err
		}
		i, err := key(f)
		if err != nil {
			return nil, err
		}
		if l, ok := o.(*py.List); ok {
			if n, ok := i.(py.Int); ok {
				if n < 0 {
					n += py.Int(len(l.Items))
				}
				if n >= 0 && int(n) < len(l.Items) {
					return l.Items[n], nil
				}
			}
		}
		return c.getitem(o, i)
	}
}

// key compiles what is between the brackets of a subscript.
func (k *compiler) key(s ast.Slicer) expr {
	switch s := s.(type) {
	case *ast.Index:
		if star := starOf(s.Value); star != nil {
			return k.expr(&ast.Tuple{ExprBase: ast.ExprBase{Pos: s.Pos}, Elts: []ast.Expr{s.Value}})
		}
		return k.expr(s.Value)
	case *ast.Slice:
		part := func(e ast.Expr) expr {
			if e == nil {
				return constant(py.None)
			}
			return k.expr(e)
		}
		a, b, d := part(s.Lower), part(s.Upper), part(s.Step)
		return func(f *frame) (py.Object, error) {
			x, err := a(f)
			if err != nil {
				return nil, err
			}
			y, err := b(f)
			if err != nil {
				return nil, err
			}
			z, err := d(f)
			if err != nil {
				return nil, err
			}
			return &py.Slice{Start: x, Stop: y, Step: z}, nil
		}
	case *ast.ExtSlice:
		dims := make([]expr, len(s.Dims))
		for i, d := range s.Dims {
			dims[i] = k.key(d)
		}
		return func(f *frame) (py.Object, error) {
			list, err := evalAll(f, dims, make([]py.Object, 0, len(dims)))
			return py.Tuple(list), err
		}
	}
	failAt(s, "%T is not supported", s)
	return nil
}
