package engine

import (
	"math"
	"math/big"
	"math/bits"

	"github.com/go-python/gpython/ast"
	"github.com/go-python/gpython/py"
)

// maxBits bounds integers.
const maxBits = 1 << 23

func tooBig() error { return raise(overflowError, "integer larger than %d bits", maxBits) }

// normInt makes the smallest object of an integer. n must not be used again.
func normInt(n *big.Int) py.Object {
	if n.IsInt64() {
		return intObject(n.Int64())
	}
	return (*py.BigInt)(n)
}

// number is a number taken apart: kind i, b, f or c.
type number struct {
	kind byte
	i    int64
	b    *big.Int
	f    float64
	c    complex128
}

func numberOf(o py.Object) (n number, ok bool) {
	switch x := o.(type) {
	case py.Int:
		return number{kind: 'i', i: int64(x)}, true
	case py.Bool:
		if x {
			return number{kind: 'i', i: 1}, true
		}
		return number{kind: 'i'}, true
	case *py.BigInt:
		return number{kind: 'b', b: (*big.Int)(x)}, true
	case py.Float:
		return number{kind: 'f', f: float64(x)}, true
	case py.Complex:
		return number{kind: 'c', c: complex128(x)}, true
	}
	return number{}, false
}

func isNumber(o py.Object) bool {
	switch o.(type) {
	case py.Int, py.Bool, *py.BigInt, py.Float, py.Complex:
		return true
	}
	return false
}

func (n *number) big() *big.Int {
	if n.kind == 'i' {
		return big.NewInt(n.i)
	}
	return n.b
}

// float converts; it fails for integers that are too large.
func (n *number) float() (float64, error) {
	switch n.kind {
	case 'i':
		return float64(n.i), nil
	case 'f':
		return n.f, nil
	}
	f, _ := new(big.Float).SetInt(n.b).Float64()
	if math.IsInf(f, 0) {
		return 0, raise(overflowError, "int too large to convert to float")
	}
	return f, nil
}

func (n *number) complex() (complex128, error) {
	if n.kind == 'c' {
		return n.c, nil
	}
	f, err := n.float()
	return complex(f, 0), err
}

// numberBinary is a op b for numbers; nil, nil if they are none, or the
// operation is none of theirs.
func numberBinary(op operator, a, b py.Object) (py.Object, error) {
	x, ok := numberOf(a)
	if !ok {
		return nil, nil
	}
	y, ok := numberOf(b)
	if !ok {
		return nil, nil
	}
	switch op {
	case opAnd, opOr, opXor:
		p, ok1 := a.(py.Bool)
		q, ok2 := b.(py.Bool)
		if ok1 && ok2 {
			switch op {
			case opAnd:
				return py.NewBool(bool(p && q)), nil
			case opOr:
				return py.NewBool(bool(p || q)), nil
			}
			return py.NewBool(p != q), nil
		}
	}
	switch {
	case x.kind == 'c' || y.kind == 'c':
		return complexBinary(op, x, y)
	case x.kind == 'f' || y.kind == 'f':
		return floatBinary(op, x, y)
	case x.kind == 'i' && y.kind == 'i':
		if v, ok, err := smallBinary(op, x.i, y.i); ok || err != nil {
			return v, err
		}
	}
	return bigBinary(op, x.big(), y.big())
}

// smallBinary computes in 64 bits; ok is false if that does not do.
func smallBinary(op operator, x, y int64) (v py.Object, ok bool, err error) {
	switch op {
	case opAdd:
		if s := x + y; (s > x) == (y > 0) {
			return intObject(s), true, nil
		}
	case opSub:
		if s := x - y; (s < x) == (y > 0) {
			return intObject(s), true, nil
		}
	case opMul:
		hi, lo := bits.Mul64(uint64(abs64(x)), uint64(abs64(y)))
		if hi == 0 && lo < 1<<63 {
			return intObject(x * y), true, nil
		}
	case opFloorDiv, opMod, opDivmod:
		if y == 0 {
			return nil, false, zeroDivision(op, false)
		}
		if x == math.MinInt64 && y == -1 {
			return nil, false, nil
		}
		q, r := x/y, x%y
		if r != 0 && (r < 0) != (y < 0) {
			q--
			r += y
		}
		switch op {
		case opFloorDiv:
			return intObject(q), true, nil
		case opMod:
			return intObject(r), true, nil
		}
		return py.Tuple{intObject(q), intObject(r)}, true, nil
	case opTrueDiv:
		if y == 0 {
			return nil, false, raise(zeroDivisionError, "division by zero")
		}
		const exact = 1 << 53
		if x > -exact && x < exact && y > -exact && y < exact {
			return py.Float(float64(x) / float64(y)), true, nil
		}
	case opAnd:
		return intObject(x & y), true, nil
	case opOr:
		return intObject(x | y), true, nil
	case opXor:
		return intObject(x ^ y), true, nil
	case opRShift:
		if y < 0 {
			return nil, false, raise(valueError, "negative shift count")
		}
		return intObject(x >> min(uint64(y), 63)), true, nil
	case opLShift:
		if y < 0 {
			return nil, false, raise(valueError, "negative shift count")
		}
		if y < 63 && bits.Len64(uint64(abs64(x)))+int(y) < 63 {
			return intObject(x << uint(y)), true, nil
		}
	case opPow:
		if y >= 0 {
			return nil, false, nil
		}
		if x == 0 {
			return nil, false, raise(zeroDivisionError, "0.0 cannot be raised to a negative power")
		}
		return py.Float(math.Pow(float64(x), float64(y))), true, nil
	}
	return nil, false, nil
}

func abs64(n int64) int64 {
	if n < 0 {
		return -n
	}
	return n
}

func zeroDivision(op operator, float bool) error {
	switch {
	case op == opMod && float:
		return raise(zeroDivisionError, "float modulo")
	case op == opDivmod && float:
		return raise(zeroDivisionError, "float divmod()")
	case op == opFloorDiv && float:
		return raise(zeroDivisionError, "float floor division by zero")
	case op == opTrueDiv && float:
		return raise(zeroDivisionError, "float division by zero")
	case op == opTrueDiv:
		return raise(zeroDivisionError, "division by zero")
	}
	if op == opMod {
		return raise(zeroDivisionError, "integer modulo by zero")
	}
	return raise(zeroDivisionError, "integer division or modulo by zero")
}

func bigBinary(op operator, x, y *big.Int) (py.Object, error) {
	z := new(big.Int)
	switch op {
	case opAdd:
		z.Add(x, y)
	case opSub:
		z.Sub(x, y)
	case opMul:
		if x.BitLen()+y.BitLen() > maxBits {
			return nil, tooBig()
		}
		z.Mul(x, y)
	case opFloorDiv, opMod, opDivmod:
		if y.Sign() == 0 {
			return nil, zeroDivision(op, false)
		}
		q, r := floorDivBig(x, y)
		switch op {
		case opFloorDiv:
			z = q
		case opMod:
			z = r
		default:
			return py.Tuple{normInt(q), normInt(r)}, nil
		}
	case opTrueDiv:
		if y.Sign() == 0 {
			return nil, zeroDivision(op, false)
		}
		f, _ := new(big.Rat).SetFrac(x, y).Float64()
		if math.IsInf(f, 0) {
			return nil, raise(overflowError, "integer division result too large for a float")
		}
		return py.Float(f), nil
	case opAnd:
		z.And(x, y)
	case opOr:
		z.Or(x, y)
	case opXor:
		z.Xor(x, y)
	case opLShift:
		if y.Sign() < 0 {
			return nil, raise(valueError, "negative shift count")
		}
		if x.Sign() == 0 {
			return intObject(0), nil
		}
		if !y.IsInt64() || y.Int64() > maxBits || x.BitLen()+int(y.Int64()) > maxBits {
			return nil, tooBig()
		}
		z.Lsh(x, uint(y.Int64()))
	case opRShift:
		if y.Sign() < 0 {
			return nil, raise(valueError, "negative shift count")
		}
		if !y.IsInt64() || y.Int64() > maxBits {
			z.SetInt64(int64(min(x.Sign(), 0)))
		} else {
			z.Rsh(x, uint(y.Int64()))
		}
	case opPow:
		return powBig(x, y)
	default:
		return nil, nil
	}
	return normInt(z), nil
}

func floorDivBig(x, y *big.Int) (q, r *big.Int) {
	q, r = new(big.Int).QuoRem(x, y, new(big.Int))
	if r.Sign() != 0 && (r.Sign() < 0) != (y.Sign() < 0) {
		q.Sub(q, big.NewInt(1))
		r.Add(r, y)
	}
	return q, r
}

func powBig(x, y *big.Int) (py.Object, error) {
	if y.Sign() < 0 {
		if x.Sign() == 0 {
			return nil, raise(zeroDivisionError, "0.0 cannot be raised to a negative power")
		}
		f, _ := new(big.Float).SetInt(x).Float64()
		e, _ := new(big.Float).SetInt(y).Float64()
		return py.Float(math.Pow(f, e)), nil
	}
	n := x.BitLen()
	if n > 1 && (!y.IsInt64() || y.Int64() > maxBits || int64(n-1)*y.Int64() > maxBits) {
		return nil, tooBig()
	}
	if n <= 1 {
		// 0, 1 and -1.
		switch {
		case y.Sign() == 0 || x.Sign() > 0:
			return intObject(1), nil
		case x.Sign() == 0:
			return intObject(0), nil
		case y.Bit(0) == 0:
			return intObject(1), nil
		}
		return intObject(-1), nil
	}
	return normInt(new(big.Int).Exp(x, y, nil)), nil
}

func floatBinary(op operator, a, b number) (py.Object, error) {
	x, err := a.float()
	if err != nil {
		return nil, err
	}
	y, err := b.float()
	if err != nil {
		return nil, err
	}
	switch op {
	case opAdd:
		return py.Float(x + y), nil
	case opSub:
		return py.Float(x - y), nil
	case opMul:
		return py.Float(x * y), nil
	case opTrueDiv:
		if y == 0 {
			return nil, zeroDivision(op, true)
		}
		return py.Float(x / y), nil
	case opFloorDiv, opMod, opDivmod:
		if y == 0 {
			return nil, zeroDivision(op, true)
		}
		q, r := floorDivFloat(x, y)
		switch op {
		case opFloorDiv:
			return py.Float(q), nil
		case opMod:
			return py.Float(r), nil
		}
		return py.Tuple{py.Float(q), py.Float(r)}, nil
	case opPow:
		return powFloat(x, y)
	}
	return nil, nil
}

func floorDivFloat(x, y float64) (q, r float64) {
	r = math.Mod(x, y)
	q = (x - r) / y
	if r != 0 {
		if (y < 0) != (r < 0) {
			r += y
			q--
		}
	} else {
		r = math.Copysign(0, y)
	}
	if q == 0 {
		return math.Copysign(0, x/y), r
	}
	f := math.Floor(q)
	if q-f > 0.5 {
		f++
	}
	return f, r
}

func powFloat(x, y float64) (py.Object, error) {
	if x == 0 && y < 0 {
		return nil, raise(zeroDivisionError, "0.0 cannot be raised to a negative power")
	}
	if x < 0 && !math.IsInf(x, 0) && y != math.Trunc(y) && !math.IsInf(y, 0) && !math.IsNaN(y) {
		return powComplex(complex(x, 0), complex(y, 0))
	}
	f := math.Pow(x, y)
	if math.IsInf(f, 0) && !math.IsInf(x, 0) && !math.IsInf(y, 0) {
		return nil, raise(overflowError, "(34, 'Numerical result out of range')")
	}
	return py.Float(f), nil
}

// numberUnary is -x, +x, ~x for numbers; nil if it is none.
func numberUnary(op ast.UnaryOpNumber, o py.Object) py.Object {
	n, ok := numberOf(o)
	if !ok {
		return nil
	}
	switch op {
	case ast.UAdd:
		if b, ok := o.(py.Bool); ok && bool(b) {
			return intObject(1)
		} else if ok {
			return intObject(0)
		}
		return o
	case ast.Invert:
		switch n.kind {
		case 'i':
			return intObject(^n.i)
		case 'b':
			return normInt(new(big.Int).Not(n.b))
		}
		return nil
	}
	v, _ := negative(o)
	return v
}

func negative(o py.Object) (py.Object, bool) {
	n, ok := numberOf(o)
	if !ok {
		return nil, false
	}
	switch n.kind {
	case 'i':
		if n.i == math.MinInt64 {
			return normInt(new(big.Int).Neg(big.NewInt(n.i))), true
		}
		return intObject(-n.i), true
	case 'b':
		return normInt(new(big.Int).Neg(n.b)), true
	case 'f':
		return py.Float(-n.f), true
	}
	return py.Complex(-n.c), true
}

func numbersEqual(a, b py.Object) bool {
	x, _ := numberOf(a)
	y, _ := numberOf(b)
	if x.kind == 'c' || y.kind == 'c' {
		p, err1 := x.complex()
		q, err2 := y.complex()
		return err1 == nil && err2 == nil && p == q
	}
	n, nan := compareNumbers(a, b)
	return n == 0 && !nan
}

// compareNumbers compares exactly; nan is set if there is no order.
func compareNumbers(a, b py.Object) (n int, nan bool) {
	x, _ := numberOf(a)
	y, _ := numberOf(b)
	switch {
	case x.kind == 'i' && y.kind == 'i':
		return cmp64(x.i, y.i), false
	case x.kind == 'f' && y.kind == 'f':
		switch {
		case x.f < y.f:
			return -1, false
		case x.f > y.f:
			return 1, false
		case x.f == y.f:
			return 0, false
		}
		return 0, true
	case x.kind == 'f':
		n, nan := compareFloatInt(x.f, y.big())
		return n, nan
	case y.kind == 'f':
		n, nan := compareFloatInt(y.f, x.big())
		return -n, nan
	}
	return x.big().Cmp(y.big()), false
}

func compareFloatInt(f float64, n *big.Int) (int, bool) {
	switch {
	case math.IsNaN(f):
		return 0, true
	case math.IsInf(f, 1):
		return 1, false
	case math.IsInf(f, -1):
		return -1, false
	}
	return new(big.Float).SetFloat64(f).Cmp(new(big.Float).SetInt(n)), false
}

func cmp64(x, y int64) int {
	switch {
	case x < y:
		return -1
	case x > y:
		return 1
	}
	return 0
}

// intOf is the value of an int or bool that fits.
func intOf(o py.Object) (int, bool) {
	switch x := base(o).(type) {
	case py.Int:
		return int(x), true
	case py.Bool:
		if x {
			return 1, true
		}
		return 0, true
	case *py.BigInt:
		if (*big.Int)(x).Sign() < 0 {
			return math.MinInt, true
		}
		return math.MaxInt, true
	}
	return 0, false
}

// bigOf is the value of an int or bool.
func bigOf(o py.Object) (*big.Int, bool) {
	n, ok := numberOf(base(o))
	if !ok || n.kind != 'i' && n.kind != 'b' {
		return nil, false
	}
	return n.big(), true
}

// index is operator.index(o): an integer that may be used as an index. Values
// that do not fit are the largest.
func (c *Context) index(o py.Object) (int, error) {
	v, err := c.indexObject(o)
	if err != nil {
		return 0, err
	}
	n, _ := intOf(v)
	return n, nil
}

// indexExact is index for values that have to fit.
func (c *Context) indexExact(o py.Object) (int, error) {
	v, err := c.indexObject(o)
	if err != nil {
		return 0, err
	}
	if _, ok := v.(*py.BigInt); ok {
		return 0, raise(overflowError, "Python int too large to convert to C ssize_t")
	}
	n, _ := intOf(v)
	return n, nil
}

func (c *Context) indexObject(o py.Object) (py.Object, error) {
	switch x := base(o).(type) {
	case py.Int, *py.BigInt:
		return x, nil
	case py.Bool:
		n, _ := intOf(x)
		return intObject(int64(n)), nil
	}
	if isUser(o) {
		if fn := classOf(o).lookup("__index__"); fn != nil {
			v, err := c.callSpecial(fn, o)
			if err != nil {
				return nil, err
			}
			switch x := base(v).(type) {
			case py.Int, *py.BigInt:
				return x, nil
			case py.Bool:
				n, _ := intOf(x)
				return intObject(int64(n)), nil
			}
			return nil, raise(typeError, "__index__ returned non-int (type %s)", classOf(v).name)
		}
	}
	if x, ok := o.(py.I__index__); ok && classOf(o).native {
		n, err := x.M__index__()
		return intObject(int64(n)), err
	}
	return nil, raise(typeError, "'%s' object cannot be interpreted as an integer", classOf(o).name)
}

// toFloat is the value of a number as a float.
func (c *Context) toFloat(o py.Object) (float64, error) {
	if n, ok := numberOf(base(o)); ok && n.kind != 'c' {
		return n.float()
	}
	if isUser(o) {
		for _, name := range [...]string{"__float__", "__index__"} {
			if fn := classOf(o).lookup(name); fn != nil {
				v, err := c.callSpecial(fn, o)
				if err != nil {
					return 0, err
				}
				n, ok := numberOf(base(v))
				if !ok || name == "__float__" && n.kind != 'f' {
					return 0, raise(typeError, "%s.%s returned non-float (type %s)", classOf(o).name, name, classOf(v).name)
				}
				return n.float()
			}
		}
	}
	return 0, raise(typeError, "must be real number, not %s", classOf(o).name)
}
