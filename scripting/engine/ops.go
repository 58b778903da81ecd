package engine

import (
	"math/big"
	"reflect"

	"github.com/go-python/gpython/py"
)

// MaxAlloc is the largest object, in bytes, that one operator (*, +, **, <<) may
// make; beyond it the script gets a MemoryError.
const MaxAlloc = 64 << 20

// maxNest is how deep comparison and repr follow nested containers. gpython
// follows them by Go recursion, which a self-containing list makes endless.
const maxNest = 200

// op1 and op2 are guarded operators as callables among the constants. The VM
// passes arguments in its own stack: they are read at once and never kept.
type (
	op1 struct {
		c  *Context
		fn func(*Context, py.Object) (py.Object, error)
	}
	op2 struct {
		fn func(a, b py.Object) (py.Object, error)
	}
)

// Type implements py.Object.
func (*op1) Type() *py.Type { return guardType }

// Type implements py.Object.
func (*op2) Type() *py.Type { return guardType }

// M__call__ applies the operator.
func (o *op1) M__call__(args py.Tuple, _ py.StringDict) (py.Object, error) {
	return o.fn(o.c, args[0])
}

// M__call__ applies the operator.
func (o *op2) M__call__(args py.Tuple, _ py.StringDict) (py.Object, error) {
	return o.fn(args[0], args[1])
}

// sharedOps are the operators that need no context.
var sharedOps = [slotMakeFunc]*op2{
	slotEq: {func(a, b py.Object) (py.Object, error) { return boolResult(equal(a, b, 0)) }},
	slotNe: {func(a, b py.Object) (py.Object, error) {
		eq, err := equal(a, b, 0)
		return boolResult(!eq, err)
	}},
	slotIs:    {func(a, b py.Object) (py.Object, error) { return py.NewBool(identical(a, b)), nil }},
	slotIsNot: {func(a, b py.Object) (py.Object, error) { return py.NewBool(!identical(a, b)), nil }},
	slotIn:    {func(a, b py.Object) (py.Object, error) { return boolResult(contains(b, a)) }},
	slotNotIn: {func(a, b py.Object) (py.Object, error) {
		in, err := contains(b, a)
		return boolResult(!in, err)
	}},
	slotSubscr: {subscript},
	slotAdd:    {add},
	slotIAdd:   {iadd},
	slotMul:    {func(a, b py.Object) (py.Object, error) { return mul(a, b, py.Mul) }},
	slotIMul:   {func(a, b py.Object) (py.Object, error) { return mul(a, b, py.IMul) }},
	slotMod:    {mod},
	slotPow:    {pow},
	slotIPow:   {pow},
	slotLsh:    {func(a, b py.Object) (py.Object, error) { return lshift(a, b, py.Lshift) }},
	slotILsh:   {func(a, b py.Object) (py.Object, error) { return lshift(a, b, py.ILshift) }},
}

func boolResult(b bool, err error) (py.Object, error) {
	if err != nil {
		return nil, err
	}
	return py.NewBool(b), nil
}

func (c *Context) bindSlots() {
	g := &c.guard
	c.slots[slotEntry] = entryCheck{g}
	c.slots[slotLoop] = loopCheck{g}
	c.slots[slotIter] = &op1{c, iterate}
	c.slots[slotYieldFrom] = &op1{c, delegate}
	c.slots[slotTruth] = truthOp
	c.slots[slotNot] = notOp
	for k, op := range sharedOps {
		if op != nil {
			c.slots[k] = op
		}
	}
	c.slots[slotSuper] = superOp
}

var (
	truthOp = &op1{nil, func(_ *Context, o py.Object) (py.Object, error) { return boolResult(truth(o)) }}
	notOp   = &op1{nil, func(_ *Context, o py.Object) (py.Object, error) {
		b, err := truth(o)
		return boolResult(!b, err)
	}}
)

var superOp = &op2{func(cls, self py.Object) (py.Object, error) { return newSuper(cls, self) }}

// subscript is o[key]. It has fast paths for what scripts do most, and what
// gpython lacks: bytes, and str slices that keep bytes which are no UTF-8.
func subscript(o, key py.Object) (py.Object, error) {
	switch x := o.(type) {
	case py.StringDict:
		if k, ok := key.(py.String); ok {
			if v, ok := x[string(k)]; ok {
				return v, nil
			}
			return nil, keyError(key)
		}
		return nil, keyError(key)
	case *py.List:
		if k, ok := key.(py.Int); ok {
			return index(x.Items, int(k), "list")
		}
	case py.Tuple:
		if k, ok := key.(py.Int); ok {
			return index(x, int(k), "tuple")
		}
	case py.Bytes:
		return bytesSubscript(x, key)
	case py.String:
		return stringSubscript(x, key)
	case *longRange:
		return x.r.M__getitem__(key)
	}
	return py.GetItem(o, key)
}

func keyError(key py.Object) error {
	return &py.Exception{Base: py.KeyError, Args: py.Tuple{key}, Dict: py.StringDict{}}
}

func index(items []py.Object, i int, what string) (py.Object, error) {
	if i < 0 {
		i += len(items)
	}
	if i < 0 || i >= len(items) {
		return nil, py.ExceptionNewf(py.IndexError, "%s index out of range", what)
	}
	return items[i], nil
}

func tooDeep() error {
	return py.ExceptionNewf(RecursionError, "maximum nesting of containers exceeded (%d)", maxNest)
}

// identical is Python's "is". Go panics when it compares the slices and maps
// behind tuples, bytes and dicts.
func identical(a, b py.Object) bool {
	switch x := a.(type) {
	case py.Tuple:
		y, ok := b.(py.Tuple)
		return ok && len(x) == len(y) && (len(x) == 0 || &x[0] == &y[0])
	case py.Bytes:
		y, ok := b.(py.Bytes)
		return ok && len(x) == len(y) && (len(x) == 0 || &x[0] == &y[0])
	case py.StringDict:
		y, ok := b.(py.StringDict)
		return ok && reflect.ValueOf(x).Pointer() == reflect.ValueOf(y).Pointer()
	}
	return reflect.TypeOf(a) == reflect.TypeOf(b) && isComparable(a) && a == b
}

func isComparable(o py.Object) bool {
	switch o.(type) {
	case py.String, py.Int, py.Bool, py.Float, py.NoneType, *py.Type, *py.List, *py.Exception, *py.Function:
		return true
	}
	return reflect.TypeOf(o).Comparable()
}

// userMethod returns a method that the class of o, an instance of a class written
// in Python, defines or inherits, or nil.
func userMethod(o py.Object, name string) *py.Function {
	t, ok := o.(*py.Type)
	if !ok || t.ObjectType == nil {
		return nil
	}
	fn, _ := t.ObjectType.Lookup(name).(*py.Function)
	return fn
}

// equal is Python's ==.
func equal(a, b py.Object, depth int) (bool, error) {
	if depth > maxNest {
		return false, tooDeep()
	}
	switch x := a.(type) {
	case py.String:
		if y, ok := b.(py.String); ok {
			return x == y, nil
		}
	case *py.List:
		if y, ok := b.(*py.List); ok {
			if x == y {
				return true, nil
			}
			return equalItems(x.Items, y.Items, depth)
		}
		if _, ok := b.(*py.Type); !ok {
			return false, nil
		}
	case py.Tuple:
		if y, ok := b.(py.Tuple); ok {
			return equalItems(x, y, depth)
		}
		if _, ok := b.(*py.Type); !ok {
			return false, nil
		}
	case py.StringDict:
		y, ok := b.(py.StringDict)
		if !ok {
			break
		}
		if len(x) != len(y) {
			return false, nil
		}
		for k, v := range x {
			w, ok := y[k]
			if !ok {
				return false, nil
			}
			if eq, err := equal(v, w, depth+1); !eq || err != nil {
				return false, err
			}
		}
		return true, nil
	}
	for i, o := range [2]py.Object{a, b} {
		if fn := userMethod(o, "__eq__"); fn != nil {
			other := b
			if i == 1 {
				other = a
			}
			r, err := py.Call(fn, py.Tuple{o, other}, nil)
			if err != nil {
				return false, err
			}
			if r != py.NotImplemented {
				return truth(r)
			}
		}
	}
	if identical(a, b) {
		// NaN is the one value that is not equal to itself.
		f, ok := a.(py.Float)
		return !ok || f == f, nil
	}
	if _, ok := a.(interface {
		M__eq__(py.Object) (py.Object, error)
	}); !ok {
		if _, ok := b.(interface {
			M__eq__(py.Object) (py.Object, error)
		}); !ok {
			return false, nil
		}
	}
	r, err := py.Eq(a, b)
	if err != nil {
		return false, err
	}
	return truth(r)
}

func equalItems(x, y []py.Object, depth int) (bool, error) {
	if len(x) != len(y) {
		return false, nil
	}
	for i := range x {
		if eq, err := equal(x[i], y[i], depth+1); !eq || err != nil {
			return false, err
		}
	}
	return true, nil
}

// truth is Python's bool(o), with the __bool__ and __len__ of classes written in
// Python.
func truth(o py.Object) (bool, error) {
	switch x := o.(type) {
	case py.Bool:
		return bool(x), nil
	case py.NoneType:
		return false, nil
	case py.String:
		return len(x) > 0, nil
	case py.Int:
		return x != 0, nil
	case py.Bytes:
		return len(x) > 0, nil
	case *py.List:
		return len(x.Items) > 0, nil
	case py.StringDict:
		return len(x) > 0, nil
	case *py.Type:
		for _, name := range [2]string{"__bool__", "__len__"} {
			if fn := userMethod(x, name); fn != nil {
				r, err := py.Call(fn, py.Tuple{x}, nil)
				if err != nil {
					return false, err
				}
				return truth(r)
			}
		}
		return true, nil
	}
	r, err := py.MakeBool(o)
	if err != nil {
		return false, err
	}
	return r == py.True, nil
}

// hashable tells whether o can be a member of a set or a key.
func hashable(o py.Object) bool {
	switch x := o.(type) {
	case *py.List, py.StringDict, *py.Set:
		return false
	case py.Tuple, py.Bytes:
		// Python hashes them, gpython's sets cannot hold them.
		_ = x
		return false
	}
	return isComparable(o)
}

// contains is Python's "item in seq".
func contains(seq, item py.Object) (bool, error) {
	switch s := seq.(type) {
	case py.StringDict:
		if k, ok := item.(py.String); ok {
			_, in := s[string(k)]
			return in, nil
		}
		switch item.(type) {
		case *py.List, py.StringDict, *py.Set:
			return false, py.ExceptionNewf(py.TypeError, "unhashable type: '%s'", item.Type().Name)
		}
		return false, nil // gpython's dicts have string keys only
	case *py.List:
		return containsItem(s.Items, item)
	case py.Tuple:
		return containsItem(s, item)
	case py.Bytes:
		return bytesContain(s, item)
	case *py.Set, *py.FrozenSet:
		if !hashable(item) {
			return false, py.ExceptionNewf(py.TypeError, "unhashable type: '%s'", item.Type().Name)
		}
	}
	if fn := userMethod(seq, "__contains__"); fn != nil {
		r, err := py.Call(fn, py.Tuple{seq, item}, nil)
		if err != nil {
			return false, err
		}
		return truth(r)
	}
	return py.SequenceContains(seq, item)
}

func containsItem(items []py.Object, item py.Object) (bool, error) {
	for _, o := range items {
		if eq, err := equal(o, item, 0); eq || err != nil {
			return eq, err
		}
	}
	return false, nil
}

// maxBits bounds integers: multiplying and printing them takes much more than
// linear time, and one operation is not interrupted.
const maxBits = 1 << 20

func tooBig() error {
	return py.ExceptionNewf(py.OverflowError, "integer larger than %d bits", maxBits)
}

func tooLarge() error {
	return py.ExceptionNewf(py.MemoryError, "result larger than %d MiB", MaxAlloc>>20)
}

func add(a, b py.Object) (py.Object, error) {
	switch x := a.(type) {
	case py.String:
		if y, ok := b.(py.String); ok {
			if len(x)+len(y) > MaxAlloc {
				return nil, tooLarge()
			}
			return x + y, nil
		}
	case py.Tuple:
		// gpython's copies the second half to the wrong place.
		if y, ok := b.(py.Tuple); ok {
			return append(append(make(py.Tuple, 0, len(x)+len(y)), x...), y...), nil
		}
	case *py.List:
		if y, ok := b.(*py.List); ok && (len(x.Items)+len(y.Items))*16 > MaxAlloc {
			return nil, tooLarge()
		}
	case *py.Type:
		if r, ok, err := userBinary(a, b, "__add__", "__radd__"); ok || err != nil {
			return r, err
		}
	}
	return py.Add(a, b)
}

// userBinary tries the operator methods of classes written in Python.
func userBinary(a, b py.Object, name, rname string) (py.Object, bool, error) {
	if fn := userMethod(a, name); fn != nil {
		r, err := py.Call(fn, py.Tuple{a, b}, nil)
		if err != nil || r != py.NotImplemented {
			return r, true, err
		}
	}
	if fn := userMethod(b, rname); fn != nil {
		r, err := py.Call(fn, py.Tuple{b, a}, nil)
		if err != nil || r != py.NotImplemented {
			return r, true, err
		}
	}
	return nil, false, nil
}

func iadd(a, b py.Object) (py.Object, error) {
	switch x := a.(type) {
	case *py.List:
		if len(x.Items)*16 > MaxAlloc {
			return nil, tooLarge()
		}
		if _, ok := b.(*py.List); !ok {
			more, err := py.SequenceTuple(b)
			if err != nil {
				return nil, err
			}
			x.Extend(more)
			return x, nil
		}
		return py.IAdd(a, b)
	case py.Bytes:
		// In place would write into a buffer that other values share.
		return py.Add(a, b)
	case *py.Type:
		if fn := userMethod(a, "__iadd__"); fn != nil {
			return py.Call(fn, py.Tuple{a, b}, nil)
		}
		return add(a, b)
	case py.String, py.Tuple:
		return add(a, b)
	}
	return py.IAdd(a, b)
}

func mul(a, b py.Object, op func(a, b py.Object) (py.Object, error)) (py.Object, error) {
	if r, ok, err := repeat(a, b); ok {
		return r, err
	}
	if r, ok, err := repeat(b, a); ok {
		return r, err
	}
	if bits(a)+bits(b) > maxBits {
		return nil, tooBig()
	}
	if _, ok := a.(*py.Type); ok {
		if r, ok, err := userBinary(a, b, "__mul__", "__rmul__"); ok || err != nil {
			return r, err
		}
	}
	return op(a, b)
}

// repeat is seq * n. The bool is false if seq is no sequence or n no number.
func repeat(seq, count py.Object) (py.Object, bool, error) {
	n, ok := count.(py.Int)
	if !ok {
		return nil, false, nil
	}
	n = max(n, 0)
	size := 0
	switch s := seq.(type) {
	case py.String:
		size = len(s)
	case py.Bytes:
		size = len(s)
	case *py.List:
		size = 16 * len(s.Items)
	case py.Tuple:
		size = 16 * len(s)
	default:
		return nil, false, nil
	}
	if size > 0 && int64(n) > MaxAlloc/int64(size) {
		return nil, true, tooLarge()
	}
	if s, ok := seq.(py.Bytes); ok {
		out := make(py.Bytes, 0, len(s)*int(n))
		for range int(n) {
			out = append(out, s...)
		}
		return out, true, nil
	}
	if size == 0 {
		n = 0
	}
	r, err := py.Mul(seq, n)
	return r, true, err
}

func mod(a, b py.Object) (py.Object, error) {
	if f, ok := a.(py.String); ok {
		return formatPercent(string(f), b)
	}
	if _, ok := a.(*py.Type); ok {
		if r, ok, err := userBinary(a, b, "__mod__", "__rmod__"); ok || err != nil {
			return r, err
		}
	}
	return py.Mod(a, b)
}

// bits is the size of an integer.
func bits(o py.Object) int {
	switch x := o.(type) {
	case py.Int:
		return 64
	case *py.BigInt:
		return (*big.Int)(x).BitLen()
	}
	return 0
}

func pow(a, b py.Object) (py.Object, error) {
	if _, ok := a.(*py.BigInt); ok {
		if _, ok := b.(*py.BigInt); ok {
			return nil, tooBig()
		}
	}
	switch a.(type) {
	case py.Int, *py.BigInt:
		switch n := b.(type) {
		case *py.BigInt:
			if a == py.Int(0) || a == py.Int(1) || a == py.Int(-1) {
				break
			}
			return nil, tooBig()
		case py.Int:
			base := bits(a)
			if x, ok := a.(py.Int); ok {
				base = big.NewInt(int64(x)).BitLen()
			}
			if base > 1 && n > 0 && int64(n) > maxBits/int64(base) {
				return nil, tooBig()
			}
		}
	}
	return py.Pow(a, b, py.None)
}

func lshift(a, b py.Object, op func(a, b py.Object) (py.Object, error)) (py.Object, error) {
	switch n := b.(type) {
	case *py.BigInt:
		return nil, tooBig()
	case py.Int:
		if n > maxBits || bits(a)+int(n) > maxBits {
			return nil, tooBig()
		}
	}
	return op(a, b)
}

// iterate is iter(o) for loops. FOR_ITER takes any error of the iterator for the
// end of the loop, so iterators that can fail are wrapped to remember theirs.
func iterate(c *Context, o py.Object) (py.Object, error) {
	switch x := o.(type) {
	case *py.List, py.Tuple, *py.Range:
		return py.Iter(o)
	case py.StringDict:
		return py.NewIterator(dictList(x, func(k string) py.Object { return py.String(k) })), nil
	case py.Bytes:
		return bytesIter(x), nil
	case py.String:
		return stringIter(x), nil
	case *iterWrap:
		return x, nil
	}
	it, err := py.Iter(o)
	if err != nil {
		return nil, err
	}
	switch x := it.(type) {
	case *py.RangeIterator:
		return it, nil
	case *py.Iterator:
		if _, ok := x.Seq.(py.Tuple); ok {
			return it, nil
		}
	}
	return &iterWrap{it, &c.guard}, nil
}

// iterWrap remembers the error of an iterator for the check behind the loop.
type iterWrap struct {
	it py.Object
	g  *guard
}

// Type implements py.Object.
func (*iterWrap) Type() *py.Type { return py.IteratorType }

// M__iter__ returns the iterator itself.
func (w *iterWrap) M__iter__() (py.Object, error) { return w, nil }

// M__next__ returns the next item.
func (w *iterWrap) M__next__() (py.Object, error) {
	o, err := py.Next(w.it)
	if err == nil {
		return o, nil
	}
	if py.IsException(py.StopIteration, err) {
		return nil, py.StopIteration
	}
	w.g.pending = err
	return nil, err
}

// delegate is iter(o) for "yield from". A generator that resumes passes no entry
// check, so a long chain of them would nest unseen.
func delegate(c *Context, o py.Object) (py.Object, error) {
	it, err := py.Iter(o)
	if err != nil {
		return nil, err
	}
	if _, ok := it.(*py.Generator); ok {
		return &delegated{it, &c.guard}, nil
	}
	return it, nil
}

// delegated counts every resumption of a generator as a call.
type delegated struct {
	it py.Object
	g  *guard
}

// Type implements py.Object.
func (*delegated) Type() *py.Type { return py.GeneratorType }

// M__iter__ returns the iterator itself.
func (d *delegated) M__iter__() (py.Object, error) { return d, nil }

// M__next__ resumes the generator.
func (d *delegated) M__next__() (py.Object, error) {
	if _, err := (entryCheck{d.g}).M__bool__(); err != nil {
		return nil, err
	}
	return py.Next(d.it)
}

// Send resumes the generator with a value.
func (d *delegated) Send(v py.Object) (py.Object, error) {
	if _, err := (entryCheck{d.g}).M__bool__(); err != nil {
		return nil, err
	}
	return py.Send(d.it, v)
}

// makeFunc makes a decorated function from its operands; see rewriter.decorated.
type makeFunc struct {
	c       *Context
	s       slot
	globals py.StringDict
}

// Type implements py.Object.
func (*makeFunc) Type() *py.Type { return guardType }

// M__call__ takes the tuple of operands.
func (m *makeFunc) M__call__(args py.Tuple, _ py.StringDict) (py.Object, error) {
	ops := args[0].(py.Tuple)
	pop := func() py.Object {
		o := ops[len(ops)-1]
		ops = ops[:len(ops)-1]
		return o
	}
	qualname, _ := pop().(py.String)
	code := pop().(*py.Code)
	fn := py.NewFunction(m.c.Py(), code, m.globals, string(qualname))
	if m.s.clos {
		fn.Closure = pop().(py.Tuple)
	}
	decorators := ops[len(ops)-int(m.s.n):]
	ops = ops[:len(ops)-int(m.s.n)]
	if m.s.arg>>16 != 0 {
		names := pop().(py.Tuple)
		fn.Annotations = py.StringDict{}
		for i := len(names) - 1; i >= 0; i-- {
			fn.Annotations[string(names[i].(py.String))] = pop()
		}
	}
	if n := int(m.s.arg >> 8 & 0xFF); n > 0 {
		fn.KwDefaults = py.StringDict{}
		for range n {
			v := pop()
			fn.KwDefaults[string(pop().(py.String))] = v
		}
	}
	if n := int(m.s.arg & 0xFF); n > 0 {
		fn.Defaults = ops[len(ops)-n:].Copy()
	}
	var res py.Object = fn
	for i := len(decorators) - 1; i >= 0; i-- {
		var err error
		if res, err = py.Call(decorators[i], py.Tuple{res}, nil); err != nil {
			return nil, err
		}
	}
	return res, nil
}
