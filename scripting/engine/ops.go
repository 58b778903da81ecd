package engine

import (
	"reflect"
	"unsafe"

	"github.com/go-python/gpython/ast"
	"github.com/go-python/gpython/py"
)

// MaxAlloc is the largest object, in bytes, that one operation may make; beyond it
// the script gets a MemoryError.
const MaxAlloc = 64 << 20

// maxItems is how many items a container may have.
const maxItems = MaxAlloc / 16

// maxNest is how deep comparison, hash and repr follow nested containers.
const maxNest = 200

func memoryErr() error { return raise(memoryError, "result larger than %d MiB", MaxAlloc>>20) }

func tooDeep() error {
	return raise(recursionError, "maximum nesting of containers exceeded (%d)", maxNest)
}

// operator is a binary operator.
type operator uint8

const (
	opAdd operator = iota
	opSub
	opMul
	opTrueDiv
	opFloorDiv
	opMod
	opPow
	opLShift
	opRShift
	opAnd
	opOr
	opXor
	opMatMul
	opDivmod
)

// operatorNames are the names of the special methods and the signs.
var operatorNames = [...]struct{ method, reflected, inplace, sign string }{
	opAdd:      {"__add__", "__radd__", "__iadd__", "+"},
	opSub:      {"__sub__", "__rsub__", "__isub__", "-"},
	opMul:      {"__mul__", "__rmul__", "__imul__", "*"},
	opTrueDiv:  {"__truediv__", "__rtruediv__", "__itruediv__", "/"},
	opFloorDiv: {"__floordiv__", "__rfloordiv__", "__ifloordiv__", "//"},
	opMod:      {"__mod__", "__rmod__", "__imod__", "%"},
	opPow:      {"__pow__", "__rpow__", "__ipow__", "** or pow()"},
	opLShift:   {"__lshift__", "__rlshift__", "__ilshift__", "<<"},
	opRShift:   {"__rshift__", "__rrshift__", "__irshift__", ">>"},
	opAnd:      {"__and__", "__rand__", "__iand__", "&"},
	opOr:       {"__or__", "__ror__", "__ior__", "|"},
	opXor:      {"__xor__", "__rxor__", "__ixor__", "^"},
	opMatMul:   {"__matmul__", "__rmatmul__", "__imatmul__", "@"},
	opDivmod:   {"__divmod__", "__rdivmod__", "", "divmod()"},
}

// binary is a op b.
func (c *Context) binary(op operator, a, b py.Object) (py.Object, error) {
	v, err := c.tryBinary(op, a, b)
	if v != nil || err != nil {
		return v, err
	}
	return nil, c.badOperands(op, operatorNames[op].sign, a, b)
}

func (c *Context) badOperands(op operator, sign string, a, b py.Object) error {
	if op == opAdd {
		// The left operand knows better what it wants.
		switch base(a).(type) {
		case py.String:
			return raise(typeError, "can only concatenate str (not \"%s\") to str", classOf(b).name)
		case *py.List:
			return raise(typeError, "can only concatenate list (not \"%s\") to list", classOf(b).name)
		case py.Tuple:
			return raise(typeError, "can only concatenate tuple (not \"%s\") to tuple", classOf(b).name)
		case py.Bytes:
			return raise(typeError, "can't concat %s to bytes", classOf(b).name)
		case *bytearray:
			return raise(typeError, "can't concat %s to bytearray", classOf(b).name)
		}
	}
	if op == opMul {
		for _, p := range [2][2]py.Object{{a, b}, {b, a}} {
			switch base(p[0]).(type) {
			case py.String, *py.List, py.Tuple, py.Bytes, *bytearray:
				return raise(typeError, "can't multiply sequence by non-int of type '%s'", classOf(p[1]).name)
			}
		}
	}
	return raise(typeError, "unsupported operand type(s) for %s: '%s' and '%s'", sign, classOf(a).name, classOf(b).name)
}

// tryBinary returns nil, nil if neither operand supports the operation.
func (c *Context) tryBinary(op operator, a, b py.Object) (py.Object, error) {
	ua, ub := isUser(a), isUser(b)
	if !ua && !ub {
		return c.nativeBinary(op, a, b)
	}
	ka, kb := classOf(a), classOf(b)
	names := &operatorNames[op]
	var left, right py.Object
	if ua {
		left = ka.lookup(names.method)
	}
	if ub && ka != kb {
		right = kb.lookup(names.reflected)
	}
	if right != nil && left != nil && kb.IsSubclass(ka) && ka.lookup(names.reflected) != right || right != nil && !ua && kb.IsSubclass(ka) && ka.lookup(names.reflected) != right {
		v, err := c.callSpecial(right, b, a)
		if err != nil || v != py.NotImplemented {
			return v, err
		}
		right = nil
	}
	switch {
	case left != nil:
		v, err := c.callSpecial(left, a, b)
		if err != nil || v != py.NotImplemented {
			return v, err
		}
	case !ua:
		other := base(b)
		if op == opMod {
			other = b // a mapping for a format may have methods of its own
		}
		if v, err := c.nativeBinary(op, a, other); v != nil || err != nil {
			return v, err
		}
	}
	if right != nil {
		v, err := c.callSpecial(right, b, a)
		if err != nil || v != py.NotImplemented {
			return v, err
		}
	}
	if ua && !ub && left == nil {
		// A Go object may know what to do with an instance.
		if v, err := c.foreignBinary(op, a, b); v != nil || err != nil {
			return v, err
		}
	}
	return nil, nil
}

// isUser reports whether a class of the script decides about an object.
func isUser(o py.Object) bool {
	switch x := o.(type) {
	case *Instance:
		return true
	case *Exc:
		return x.cls.ctx != nil
	case *Class:
		return x.meta != nil && x.meta.ctx != nil
	}
	return false
}

// nativeBinary is a op b of objects of built-in classes; nil, nil if they do not
// support it.
func (c *Context) nativeBinary(op operator, a, b py.Object) (py.Object, error) {
	if v, err := numberBinary(op, a, b); v != nil || err != nil {
		return v, err
	}
	switch op {
	case opAdd:
		if v, err := concat(a, b); v != nil || err != nil {
			return c.charged(v, err)
		}
	case opMul:
		if v, err := c.repeat(a, b); v != nil || err != nil {
			return c.charged(v, err)
		}
	case opMod:
		switch x := a.(type) {
		case py.String:
			s, err := c.percent(string(x), b)
			if err != nil {
				return nil, err
			}
			return py.String(s), nil
		case py.Bytes:
			s, err := c.percentBytes(string(x), b)
			if err != nil {
				return nil, err
			}
			return py.Bytes(s), nil
		case *bytearray:
			s, err := c.percentBytes(string(x.b), b)
			if err != nil {
				return nil, err
			}
			return &bytearray{b: []byte(s)}, nil
		}
	case opAnd, opOr, opXor, opSub:
		if v, err := c.setBinary(op, a, b); v != nil || err != nil {
			return v, err
		}
		if op == opOr {
			if v, err := c.unionOf(a, b); v != nil || err != nil {
				return v, err
			}
		}
	}
	return c.foreignBinary(op, a, b)
}

// charged counts the memory of a sequence that an operator made.
func (c *Context) charged(v py.Object, err error) (py.Object, error) {
	if err != nil {
		return nil, err
	}
	n := 0
	switch x := v.(type) {
	case py.String:
		n = len(x)
	case py.Bytes:
		n = len(x)
	case *py.List:
		n = 16 * len(x.Items)
	case py.Tuple:
		n = 16 * len(x)
	case *bytearray:
		n = len(x.b)
	}
	if err := c.charge(n); err != nil {
		return nil, err
	}
	return v, nil
}

// foreignBinary asks Go objects that implement gpython's operators.
func (c *Context) foreignBinary(op operator, a, b py.Object) (py.Object, error) {
	var v py.Object
	var err error
	switch op {
	case opAdd:
		if x, ok := a.(py.I__add__); ok && classOf(a).native {
			if v, err = x.M__add__(b); err != nil || v != py.NotImplemented {
				return v, err
			}
		}
		if x, ok := b.(py.I__radd__); ok && classOf(b).native {
			if v, err = x.M__radd__(a); err != nil || v != py.NotImplemented {
				return v, err
			}
		}
	case opSub:
		if x, ok := a.(py.I__sub__); ok && classOf(a).native {
			if v, err = x.M__sub__(b); err != nil || v != py.NotImplemented {
				return v, err
			}
		}
		if x, ok := b.(py.I__rsub__); ok && classOf(b).native {
			if v, err = x.M__rsub__(a); err != nil || v != py.NotImplemented {
				return v, err
			}
		}
	case opOr:
		if x, ok := a.(py.I__or__); ok && classOf(a).native {
			if v, err = x.M__or__(b); err != nil || v != py.NotImplemented {
				return v, err
			}
		}
	case opAnd:
		if x, ok := a.(py.I__and__); ok && classOf(a).native {
			if v, err = x.M__and__(b); err != nil || v != py.NotImplemented {
				return v, err
			}
		}
	}
	return nil, nil
}

// inplace is a op= b.
func (c *Context) inplace(op operator, a, b py.Object) (py.Object, error) {
	if isUser(a) {
		if fn := classOf(a).lookup(operatorNames[op].inplace); fn != nil {
			v, err := c.callSpecial(fn, a, b)
			if err != nil || v != py.NotImplemented {
				return v, err
			}
		}
	} else {
		done, err := c.nativeInplace(op, a, b)
		if err != nil {
			return nil, err
		}
		if done {
			return a, nil
		}
	}
	v, err := c.tryBinary(op, a, b)
	if v != nil || err != nil {
		return v, err
	}
	sign := operatorNames[op].sign + "="
	if op == opPow {
		sign = "** or pow()"
	}
	return nil, c.badOperands(op, sign, a, b)
}

// nativeInplace changes mutable built-in objects.
func (c *Context) nativeInplace(op operator, a, b py.Object) (bool, error) {
	switch x := a.(type) {
	case *py.List:
		switch op {
		case opAdd:
			items, err := c.extend(x.Items, b)
			if err == nil {
				x.Items = items
			}
			return true, err
		case opMul:
			n, ok := intOf(b)
			if !ok {
				return false, nil
			}
			items, err := repeatItems(x.Items, n)
			if err == nil {
				x.Items = items
			}
			return true, err
		}
	case *bytearray:
		if n, ok := intOf(b); ok && op == opMul {
			s, err := repeatBytes(string(x.b), max(n, 0))
			if err == nil {
				err = x.resizable()
			}
			if err == nil {
				x.b = []byte(s)
			}
			return true, err
		}
		if op == opAdd {
			s, err := bytesOf(b, "can't concat %s to bytearray")
			if err != nil {
				return true, err
			}
			if len(x.b)+len(s) > MaxAlloc {
				return true, memoryErr()
			}
			if err := x.resizable(); err != nil {
				return true, err
			}
			x.b = append(x.b, s...)
			return true, nil
		}
	case *Dict:
		if op == opOr {
			return true, c.updateDict(x, b)
		}
	case *Set:
		if x.frozen || !isSetLike(b) {
			return false, nil
		}
		switch op {
		case opOr, opAnd, opSub, opXor:
			v, err := c.setBinary(op, x, b)
			if err != nil || v == nil {
				return v != nil, err
			}
			x.d = v.(*Set).d
			return true, nil
		}
	}
	return false, nil
}

// unary is -x, +x and ~x.
func (c *Context) unary(op ast.UnaryOpNumber, x py.Object) (py.Object, error) {
	name, sign := "__neg__", "-"
	switch op {
	case ast.UAdd:
		name, sign = "__pos__", "+"
	case ast.Invert:
		name, sign = "__invert__", "~"
	}
	if isUser(x) {
		if fn := classOf(x).lookup(name); fn != nil {
			return c.callSpecial(fn, x)
		}
	} else if v := numberUnary(op, x); v != nil {
		return v, nil
	}
	return nil, raise(typeError, "bad operand type for unary %s: '%s'", sign, classOf(x).name)
}

// comparison is a comparison operator.
type comparison uint8

const (
	cmpEq comparison = iota
	cmpNe
	cmpLt
	cmpLe
	cmpGt
	cmpGe
	cmpIs
	cmpIsNot
	cmpIn
	cmpNotIn
)

var comparisonNames = [...]struct{ method, reflected, sign string }{
	cmpEq: {"__eq__", "__eq__", "=="},
	cmpNe: {"__ne__", "__ne__", "!="},
	cmpLt: {"__lt__", "__gt__", "<"},
	cmpLe: {"__le__", "__ge__", "<="},
	cmpGt: {"__gt__", "__lt__", ">"},
	cmpGe: {"__ge__", "__le__", ">="},
}

// compareAny is any comparison.
func (c *Context) compareAny(op comparison, a, b py.Object) (py.Object, error) {
	switch op {
	case cmpIs:
		return py.NewBool(identical(a, b)), nil
	case cmpIsNot:
		return py.NewBool(!identical(a, b)), nil
	case cmpIn, cmpNotIn:
		ok, err := c.contains(b, a)
		if err != nil {
			return nil, err
		}
		return py.NewBool(ok == (op == cmpIn)), nil
	}
	return c.compare(op, a, b)
}

// compare is a rich comparison.
func (c *Context) compare(op comparison, a, b py.Object) (py.Object, error) {
	ua, ub := isUser(a), isUser(b)
	if !ua && !ub {
		switch op {
		case cmpEq, cmpNe:
			eq, err := c.equal(a, b)
			if err != nil {
				return nil, err
			}
			return py.NewBool(eq == (op == cmpEq)), nil
		}
		n, ok, err := c.order(op, a, b)
		if err != nil {
			return nil, err
		}
		if ok {
			return py.NewBool(n), nil
		}
		if v, err := foreignCompare(op, a, b); v != nil || err != nil {
			return v, err
		}
		return nil, c.badOrder(op, a, b)
	}
	v, err := c.userCompare(op, a, b)
	if v != nil || err != nil {
		return v, err
	}
	switch op {
	case cmpEq:
		return py.NewBool(identical(a, b)), nil
	case cmpNe:
		return py.NewBool(!identical(a, b)), nil
	}
	return nil, c.badOrder(op, a, b)
}

func (c *Context) badOrder(op comparison, a, b py.Object) error {
	return raise(typeError, "'%s' not supported between instances of '%s' and '%s'", comparisonNames[op].sign, classOf(a).name, classOf(b).name)
}

// userCompare asks the special methods; nil, nil if none answers.
func (c *Context) userCompare(op comparison, a, b py.Object) (py.Object, error) {
	if err := c.enterNative(); err != nil {
		return nil, err
	}
	defer c.leaveNative()
	names := &comparisonNames[op]
	ka, kb := classOf(a), classOf(b)
	swapped := false
	if ka != kb && kb.IsSubclass(ka) && isUser(b) {
		if fn := kb.lookup(names.reflected); fn != nil {
			swapped = true
			v, err := c.callSpecial(fn, b, a)
			if err != nil || v != py.NotImplemented {
				return v, err
			}
		}
	}
	v, err := c.oneCompare(op, names.method, a, b)
	if v != nil || err != nil {
		return v, err
	}
	if !swapped {
		return c.oneCompare(reflectedOp(op), names.reflected, b, a)
	}
	return nil, nil
}

func reflectedOp(op comparison) comparison {
	switch op {
	case cmpLt:
		return cmpGt
	case cmpLe:
		return cmpGe
	case cmpGt:
		return cmpLt
	case cmpGe:
		return cmpLe
	}
	return op
}

// oneCompare asks one side.
func (c *Context) oneCompare(op comparison, name string, a, b py.Object) (py.Object, error) {
	if !isUser(a) {
		if v, err := foreignCompare(op, a, b); v != nil || err != nil {
			return v, err
		}
		x := base(b)
		if x == b {
			return nil, nil
		}
		if op == cmpEq || op == cmpNe {
			if !comparable_(a, x) {
				return nil, nil
			}
			eq, err := c.equal(a, x)
			return py.NewBool(eq == (op == cmpEq)), err
		}
		n, ok, err := c.order(op, a, x)
		if !ok || err != nil {
			return nil, err
		}
		return py.NewBool(n), nil
	}
	k := classOf(a)
	if op == cmpNe && k.overrides("__ne__") == nil {
		// By default the opposite of ==.
		fn := k.overrides("__eq__")
		if fn == nil {
			fn = k.lookup("__ne__")
			if b, ok := fn.(*Builtin); ok && b.owner == objectClass {
				return nil, nil
			}
		} else {
			v, err := c.callSpecial(fn, a, b)
			if err != nil || v == py.NotImplemented {
				return nil, err
			}
			ok, err := c.truth(v)
			return py.NewBool(!ok), err
		}
	}
	fn := k.lookup(name)
	if fn == nil {
		return nil, nil
	}
	if bi, ok := fn.(*Builtin); ok && bi.owner == objectClass {
		return nil, nil
	}
	if fn == py.Object(py.None) {
		return nil, nil
	}
	v, err := c.callSpecial(fn, a, b)
	if err != nil || v == py.NotImplemented {
		return nil, err
	}
	return v, nil
}

// foreignCompare asks Go objects that implement gpython's comparisons.
func foreignCompare(op comparison, a, b py.Object) (py.Object, error) {
	if !classOf(a).native {
		if !classOf(b).native {
			return nil, nil
		}
		a, b, op = b, a, reflectedOp(op)
	}
	var v py.Object
	var err error
	switch op {
	case cmpEq:
		if x, ok := a.(py.I__eq__); ok {
			v, err = x.M__eq__(b)
		}
	case cmpNe:
		if x, ok := a.(py.I__ne__); ok {
			v, err = x.M__ne__(b)
		}
	case cmpLt:
		if x, ok := a.(py.I__lt__); ok {
			v, err = x.M__lt__(b)
		}
	case cmpLe:
		if x, ok := a.(py.I__le__); ok {
			v, err = x.M__le__(b)
		}
	case cmpGt:
		if x, ok := a.(py.I__gt__); ok {
			v, err = x.M__gt__(b)
		}
	case cmpGe:
		if x, ok := a.(py.I__ge__); ok {
			v, err = x.M__ge__(b)
		}
	}
	if v == py.NotImplemented {
		v = nil
	}
	return v, err
}

// identical is "is". Values that Go keeps without an identity are the same if
// they are equal.
func identical(a, b py.Object) bool {
	switch x := a.(type) {
	case py.Tuple:
		y, ok := b.(py.Tuple)
		return ok && len(x) == len(y) && (len(x) == 0 || &x[0] == &y[0])
	case py.Bytes:
		y, ok := b.(py.Bytes)
		return ok && len(x) == len(y) && (len(x) == 0 || &x[0] == &y[0])
	case py.Float:
		y, ok := b.(py.Float)
		// A NaN is nothing but itself: the same box.
		return ok && (x == y || x != x && y != y && box(a) == box(b))
	case py.StringDict:
		y, ok := b.(py.StringDict)
		return ok && reflect.ValueOf(x).Pointer() == reflect.ValueOf(y).Pointer()
	}
	switch y := b.(type) {
	case py.Tuple, py.Bytes, py.StringDict:
		return false
	case *py.Type:
		if k, ok := a.(*Class); ok {
			return foreignClass(y) == k
		}
	}
	if t, ok := a.(*py.Type); ok {
		if k, ok := b.(*Class); ok {
			return foreignClass(t) == k
		}
	}
	return a == b
}

// box is where an interface keeps its value.
func box(o py.Object) unsafe.Pointer {
	return (*[2]unsafe.Pointer)(unsafe.Pointer(&o))[1]
}

// comparable_ reports whether two built-in values are of kinds whose equality
// says something.
func comparable_(a, b py.Object) bool {
	if isNumber(a) && isNumber(b) {
		return true
	}
	return classOf(a) == classOf(b) || isSetLike(a) && isSetLike(b) || isBytesLike(a) && isBytesLike(b)
}
