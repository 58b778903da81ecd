package engine

import (
	"bytes"
	"math"
	"math/big"

	"github.com/go-python/gpython/py"
)

// equal is Python's ==, as a truth.
func (c *Context) equal(a, b py.Object) (bool, error) { return c.equalAt(a, b, 0) }

func (c *Context) equalAt(a, b py.Object, depth int) (bool, error) {
	switch x := a.(type) {
	case py.String:
		if y, ok := b.(py.String); ok {
			return x == y, nil
		}
	case py.Int:
		if y, ok := b.(py.Int); ok {
			return x == y, nil
		}
	}
	if isUser(a) || isUser(b) {
		v, err := c.userCompare(cmpEq, a, b)
		if err != nil {
			return false, err
		}
		if v == nil {
			return identical(a, b), nil
		}
		return c.truth(v)
	}
	if depth > maxNest {
		return false, tooDeep()
	}
	if p, ok := a.(*mappingProxy); ok {
		a = p.d
	}
	if p, ok := b.(*mappingProxy); ok {
		b = p.d
	}
	if isNumber(a) && isNumber(b) {
		return numbersEqual(a, b), nil
	}
	switch x := a.(type) {
	case py.Tuple:
		if y, ok := b.(py.Tuple); ok {
			return c.equalItems(x, y, depth)
		}
	case *py.List:
		if y, ok := b.(*py.List); ok {
			return c.equalLists(x, y, depth)
		}
	case *Dict:
		if y, ok := b.(*Dict); ok {
			return c.equalDicts(x, y, depth)
		}
	case py.Bytes, *bytearray, *memoryview:
		p, _ := rawBytes(a)
		if q, ok := rawBytes(b); ok {
			return bytes.Equal(p, q), nil
		}
	case *rangeObject:
		if y, ok := b.(*rangeObject); ok {
			return x.equal(y), nil
		}
	case *py.Slice:
		if y, ok := b.(*py.Slice); ok {
			return c.equalItems([]py.Object{x.Start, x.Stop, x.Step}, []py.Object{y.Start, y.Stop, y.Step}, depth)
		}
	case *bound:
		if y, ok := b.(*bound); ok {
			return identical(x.fn, y.fn) && identical(x.self, y.self), nil
		}
	case *alias:
		if y, ok := b.(*alias); ok {
			same, err := c.equalAt(x.origin, y.origin, depth+1)
			if !same || err != nil {
				return false, err
			}
			return c.equalItems(x.args, y.args, depth)
		}
	}
	if isSetLike(a) && isSetLike(b) {
		return c.equalSets(a, b)
	}
	if identical(a, b) {
		return true, nil
	}
	if v, err := foreignCompare(cmpEq, a, b); v != nil || err != nil {
		if err != nil {
			return false, err
		}
		return c.truth(v)
	}
	return false, nil
}

func (c *Context) equalItems(x, y []py.Object, depth int) (bool, error) {
	if len(x) != len(y) {
		return false, nil
	}
	for i := range x {
		if err := c.step(); err != nil {
			return false, err
		}
		if identical(x[i], y[i]) {
			continue
		}
		if ok, err := c.equalAt(x[i], y[i], depth+1); !ok || err != nil {
			return false, err
		}
	}
	return true, nil
}

func (c *Context) equalLists(x, y *py.List, depth int) (bool, error) {
	if len(x.Items) != len(y.Items) {
		return false, nil
	}
	for i := 0; i < len(x.Items) && i < len(y.Items); i++ {
		if err := c.step(); err != nil {
			return false, err
		}
		if identical(x.Items[i], y.Items[i]) {
			continue
		}
		if ok, err := c.equalAt(x.Items[i], y.Items[i], depth+1); !ok || err != nil {
			return false, err
		}
	}
	return len(x.Items) == len(y.Items), nil
}

func (c *Context) equalDicts(x, y *Dict, depth int) (bool, error) {
	if x.n != y.n {
		return false, nil
	}
	for i := 0; i < len(x.entries); i++ {
		e := x.entries[i]
		if e.key == nil {
			continue
		}
		if err := c.step(); err != nil {
			return false, err
		}
		j, err := y.findKey(c, e.key, e.hash)
		if j < 0 || err != nil {
			return false, err
		}
		v := y.entries[j].val
		if identical(e.val, v) {
			continue
		}
		if ok, err := c.equalAt(e.val, v, depth+1); !ok || err != nil {
			return false, err
		}
	}
	return true, nil
}

// sameKey is the equality of keys.
func (c *Context) sameKey(a, b py.Object) (bool, error) {
	if identical(a, b) {
		return true, nil
	}
	return c.equal(a, b)
}

// order is a <, <=, >, >= b of built-in values; ok is false if they have no
// order.
func (c *Context) order(op comparison, a, b py.Object) (res, ok bool, err error) {
	return c.orderAt(op, a, b, 0)
}

func (c *Context) orderAt(op comparison, a, b py.Object, depth int) (res, ok bool, err error) {
	if isNumber(a) && isNumber(b) {
		if _, cplx := a.(py.Complex); cplx {
			return false, false, nil
		}
		if _, cplx := b.(py.Complex); cplx {
			return false, false, nil
		}
		n, nan := compareNumbers(a, b)
		return !nan && orderHolds(op, n), true, nil
	}
	if depth > maxNest {
		return false, false, tooDeep()
	}
	switch x := a.(type) {
	case py.String:
		if y, ok := b.(py.String); ok {
			return orderHolds(op, compareText(string(x), string(y))), true, nil
		}
	case py.Tuple:
		if y, ok := b.(py.Tuple); ok {
			return c.orderItems(op, x, y, depth)
		}
	case *py.List:
		if y, ok := b.(*py.List); ok {
			return c.orderItems(op, x.Items, y.Items, depth)
		}
	case py.Bytes, *bytearray:
		p, _ := rawBytes(a)
		if q, ok := rawBytes(b); ok {
			return orderHolds(op, bytes.Compare(p, q)), true, nil
		}
	}
	if x, ok := a.(*py.Slice); ok {
		if y, ok := b.(*py.Slice); ok {
			return c.orderItems(op, []py.Object{x.Start, x.Stop, x.Step}, []py.Object{y.Start, y.Stop, y.Step}, depth)
		}
	}
	if isSetLike(a) && isSetLike(b) {
		res, err := c.orderSets(op, a, b)
		return res, true, err
	}
	return false, false, nil
}

func orderHolds(op comparison, n int) bool {
	switch op {
	case cmpLt:
		return n < 0
	case cmpLe:
		return n <= 0
	case cmpGt:
		return n > 0
	case cmpGe:
		return n >= 0
	case cmpEq:
		return n == 0
	}
	return n != 0
}

func (c *Context) orderItems(op comparison, x, y []py.Object, depth int) (res, ok bool, err error) {
	for i := 0; i < len(x) && i < len(y); i++ {
		if err := c.step(); err != nil {
			return false, false, err
		}
		if identical(x[i], y[i]) {
			continue
		}
		same, err := c.equalAt(x[i], y[i], depth+1)
		if err != nil {
			return false, false, err
		}
		if same {
			continue
		}
		v, err := c.compare(op, x[i], y[i])
		if err != nil {
			return false, false, err
		}
		res, err := c.truth(v)
		return res, true, err
	}
	return orderHolds(op, len(x)-len(y)), true, nil
}

// less is a < b, for sorting.
func (c *Context) less(a, b py.Object) (bool, error) {
	switch x := a.(type) {
	case py.Int:
		if y, ok := b.(py.Int); ok {
			return x < y, nil
		}
	case py.String:
		if y, ok := b.(py.String); ok {
			return compareText(string(x), string(y)) < 0, nil
		}
	}
	v, err := c.compare(cmpLt, a, b)
	if err != nil {
		return false, err
	}
	return c.truth(v)
}

// hashKey is the hash of an object as a key.
func (c *Context) hashKey(o py.Object) (uint64, error) {
	switch x := o.(type) {
	case py.String:
		return hashString(string(x)), nil
	case py.Int:
		return mix(uint64(hashInt(int64(x)))), nil
	}
	h, err := c.hashAt(o, 0)
	return mix(uint64(h)), err
}

// mix spreads a hash over all its bits. That of a str is spread already, but an
// instance's __hash__ may give that of a str as well: so both go through.
func mix(h uint64) uint64 {
	h ^= h >> 32
	h *= 0x9e3779b97f4a7c15
	return h ^ h>>29
}

// strHash is hash() of a str; mix makes hashString of it again, so that an
// instance whose __hash__ returns it is found under the str.
func strHash(s string) int64 { return int64(unmix(hashString(s))) }

func unmix(h uint64) uint64 {
	h ^= h>>29 ^ h>>58
	h *= 0xf1de83e19937733d // the inverse of the factor of mix
	return h ^ h>>32
}

// hashModulus is the prime that hashes of numbers are taken modulo.
const hashModulus = 1<<61 - 1

func hashInt(n int64) int64 {
	h := n % hashModulus
	if h == -1 {
		return -2
	}
	return h
}

// hash is hash(o).
func (c *Context) hash(o py.Object) (int64, error) { return c.hashAt(o, 0) }

func (c *Context) hashAt(o py.Object, depth int) (int64, error) {
	if depth > maxNest {
		return 0, tooDeep()
	}
	switch x := o.(type) {
	case py.Int:
		return hashInt(int64(x)), nil
	case py.String:
		return strHash(string(x)), nil
	case py.Bool:
		if x {
			return 1, nil
		}
		return 0, nil
	case *py.BigInt:
		return hashBig((*big.Int)(x)), nil
	case py.Float:
		return hashFloat(float64(x)), nil
	case py.Complex:
		return hashFloat(real(complex128(x))) + 1000003*hashFloat(imag(complex128(x))), nil
	case py.Bytes:
		return strHash(string(x)), nil
	case py.Tuple:
		h := uint64(2870177450012600261)
		for _, it := range x {
			if err := c.step(); err != nil {
				return 0, err
			}
			n, err := c.hashAt(it, depth+1)
			if err != nil {
				return 0, err
			}
			h += uint64(n) * 14029467366897019727
			h = (h<<31 | h>>33) * 11400714785074694791
		}
		return int64(h + uint64(len(x))), nil
	case *Instance:
		return c.hashInstance(x, depth)
	case *Set:
		if x.frozen {
			return c.hashSet(x, depth)
		}
		return 0, unhashable(o)
	case *py.List, *Dict, *bytearray, *py.Slice, py.StringDict, *py.Set:
		return 0, unhashable(o)
	case *bound:
		h, err := c.hashAt(x.self, depth+1)
		if err != nil {
			h = address(x.self)
		}
		return h ^ address(x.fn), nil
	case *rangeObject:
		return c.hashAt(x.key(), depth+1)
	case *alias:
		return c.hashAt(x.args, depth+1)
	case *memoryview:
		return strHash(string(x.bytes())), nil
	case *Exc:
		if fn := x.cls.overrides("__hash__"); fn != nil {
			if fn == py.Object(py.None) {
				return 0, unhashable(x)
			}
			return c.userHash(fn, x)
		}
	case *Class:
		if x.meta != nil && x.meta.ctx != nil {
			if fn := x.meta.overrides("__hash__"); fn != nil {
				return c.userHash(fn, x)
			}
		}
	case *dictView:
		if x.what != 'v' {
			return 0, unhashable(o)
		}
	case *mappingProxy:
		return 0, unhashable(o)
	case hasher:
		return x.hash(c)
	}
	if h, ok := o.(py.I__hash__); ok && classOf(o).native {
		v, err := h.M__hash__()
		if err != nil {
			return 0, err
		}
		n, _ := v.(py.Int)
		return int64(n), nil
	}
	if _, ok := o.(py.I__eq__); ok && classOf(o).native {
		if _, id := o.(interface{ Identity() }); !id && !pointerLike(o) {
			return 0, unhashable(o)
		}
	}
	return address(o) >> 4, nil
}

// hasher is an object of a module made by Go that has a hash of its own.
type hasher interface {
	hash(c *Context) (int64, error)
}

func unhashable(o py.Object) error { return raise(typeError, "unhashable type: '%s'", classOf(o).name) }

func (c *Context) hashInstance(x *Instance, depth int) (int64, error) {
	if fn := x.cls.special().hash; fn != nil {
		if fn == py.Object(py.None) {
			return 0, unhashable(x)
		}
		return c.userHash(fn, x)
	}
	if x.base != nil {
		h, err := c.hashAt(x.base, depth+1)
		if err != nil {
			return 0, unhashable(x)
		}
		return h, nil
	}
	return address(x) >> 4, nil
}

func (c *Context) userHash(fn, o py.Object) (int64, error) {
	v, err := c.callSpecial(fn, o)
	if err != nil {
		return 0, err
	}
	switch n := base(v).(type) {
	case py.Int:
		return hashWide(int64(n)), nil
	case py.Bool:
		return c.hashAt(n, 0)
	case *py.BigInt:
		return hashBig((*big.Int)(n)), nil
	}
	return 0, raise(typeError, "__hash__ method should return an integer")
}

// hashWide keeps a hash that fits as it is.
func hashWide(n int64) int64 {
	if n == -1 {
		return -2
	}
	return n
}

func hashBig(n *big.Int) int64 {
	m := new(big.Int).Rem(n, big.NewInt(hashModulus)).Int64()
	if m == -1 {
		return -2
	}
	return m
}

func hashFloat(f float64) int64 {
	switch {
	case f == math.Trunc(f) && math.Abs(f) < 1<<62:
		return hashInt(int64(f))
	case math.IsInf(f, 1):
		return 314159
	case math.IsInf(f, -1):
		return -314159
	case math.IsNaN(f):
		return 0
	}
	if f == math.Trunc(f) {
		n, _ := new(big.Float).SetFloat64(f).Int(nil)
		return hashBig(n)
	}
	// The hash of a fraction: numerator times the inverse of the denominator.
	m, e := math.Frexp(math.Abs(f))
	h := uint64(0)
	for m != 0 {
		h = h<<28&hashModulus | h>>(61-28)
		m *= 268435456
		e -= 28
		n := uint64(m)
		m -= float64(n)
		h += n
		if h >= hashModulus {
			h -= hashModulus
		}
	}
	if e >= 0 {
		e %= 61
	} else {
		e = 61 - 1 - (-1-e)%61
	}
	h = h<<e&hashModulus | h>>(61-e)
	n := int64(h)
	if f < 0 {
		n = -n
	}
	if n == -1 {
		n = -2
	}
	return n
}

func (c *Context) hashSet(s *Set, depth int) (int64, error) {
	if s.hashed {
		return int64(s.hash), nil
	}
	h := uint64(0)
	for _, o := range s.items() {
		n, err := c.hashAt(o, depth+1)
		if err != nil {
			return 0, err
		}
		h ^= mix(uint64(n) ^ 89869747)
	}
	h = mix(h ^ uint64(s.d.n+1)*1927868237)
	s.hash, s.hashed = h, true
	return int64(h), nil
}
