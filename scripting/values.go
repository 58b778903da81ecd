package scripting

import (
	"bytes"
	"math"
	"math/big"

	"github.com/go-python/gpython/py"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/scripting/engine"
)

// giveUint makes a Python int of a number that may be beyond int64.
func giveUint(v uint64) py.Object {
	if v <= math.MaxInt64 {
		return py.Int(v)
	}
	return (*py.BigInt)(new(big.Int).SetUint64(v))
}

func giveBytes(b []byte) py.Object { return append(make(py.Bytes, 0, len(b)), b...) }

func giveGFID(g fops.GFID) py.Object {
	if g.IsZero() {
		return py.None
	}
	return py.String(g.String())
}

// integer reads a Python int or bool as a signed or unsigned 64 bit number.
// wide is set where the value is above the range of int64.
func integer(o py.Object) (v int64, wide, ok bool) {
	switch o := o.(type) {
	case py.Int:
		return int64(o), false, true
	case py.Bool:
		if o {
			return 1, false, true
		}
		return 0, false, true
	case *py.BigInt:
		b := (*big.Int)(o)
		if b.IsUint64() {
			u := b.Uint64()
			return int64(u), u > math.MaxInt64, true
		}
		if b.IsInt64() {
			return b.Int64(), false, true
		}
	}
	return 0, false, false
}

func isInt(o py.Object) bool {
	switch o.(type) {
	case py.Int, py.Bool, *py.BigInt:
		return true
	}
	return false
}

// kindOf names the type of an object in messages.
func kindOf(o py.Object) string {
	if o == nil {
		return "nothing"
	}
	if o == py.None {
		return "None"
	}
	if _, ok := o.(*py.BigInt); ok {
		return "int"
	}
	return o.Type().Name
}

// A taker converts what a script passed to a wind or an unwind, and keeps the
// first error. An object that is nil was not given and changes nothing.
type taker struct {
	fn  string   // the function that the script called
	x   *request // what it is for; nil for objects that the script makes
	err error
}

func (k *taker) fail(name, want string, o py.Object) {
	if k.err == nil {
		k.err = py.ExceptionNewf(py.TypeError, "%s: parameter %s must be %s, not %s", k.fn, name, want, kindOf(o))
	}
}

func (k *taker) outside(name string, o py.Object, what string) {
	if k.err == nil {
		text := engine.ReprOf(o)
		k.err = py.ExceptionNewf(py.OverflowError, "%s: parameter %s: %s is not %s", k.fn, name, text, what)
	}
}

// alive notes an object whose life is over.
func (k *taker) alive(l *life, kind string) bool {
	err := l.check(kind)
	if err != nil && k.err == nil {
		k.err = err
	}
	return err == nil
}

// foreign reports whether an object is of another request than the one that
// it is passed to. That one may end earlier, and its memory with it.
func (k *taker) foreign(l *life) bool { return l != nil && k.x != nil && l != &k.x.life }

// keepInode makes an inode of another request stay for this one.
func (k *taker) keepInode(l *life, in *fops.Inode, name string) bool {
	if in == nil || !k.foreign(l) {
		return true
	}
	if l.req == nil || !in.Linked() {
		k.belongs(name, "inode", l)
		return false
	}
	k.x.f.Call().HoldInode(in)
	return true
}

func (k *taker) belongs(name, kind string, l *life) {
	if k.err == nil {
		k.err = py.ExceptionNewf(py.TypeError, "%s: parameter %s: the %s belongs to another request (%s)", k.fn, name, kind, l.what)
	}
}

func (k *taker) uint32(o py.Object, name string, p *uint32) {
	if n, ok := o.(py.Int); ok && n >= 0 && n <= math.MaxUint32 {
		*p = uint32(n)
		return
	}
	k.number(o, name, 0, math.MaxUint32, func(v int64) { *p = uint32(v) })
}

// int32 takes unsigned numbers too: the kernel's command numbers are that.
func (k *taker) int32(o py.Object, name string, p *int32) {
	k.number(o, name, math.MinInt32, math.MaxUint32, func(v int64) { *p = int32(v) })
}

func (k *taker) int64(o py.Object, name string, p *int64) {
	if n, ok := o.(py.Int); ok {
		*p = int64(n)
		return
	}
	k.number(o, name, math.MinInt64, math.MaxInt64, func(v int64) { *p = v })
}

func (k *taker) number(o py.Object, name string, lo, hi int64, set func(int64)) {
	if o == nil {
		return
	}
	switch v, wide, ok := integer(o); {
	case !isInt(o):
		k.fail(name, "an int", o)
	case !ok || wide || v < lo || v > hi:
		k.outside(name, o, "in the range of the field")
	default:
		set(v)
	}
}

func (k *taker) uint64(o py.Object, name string, p *uint64) {
	if o == nil {
		return
	}
	switch v, wide, ok := integer(o); {
	case !isInt(o):
		k.fail(name, "an int", o)
	case !ok || v < 0 && !wide:
		k.outside(name, o, "in the range of the field")
	default:
		*p = uint64(v)
	}
}

// string takes bytes as well: names and link texts are bytes to the kernel.
func (k *taker) string(o py.Object, name string, p *string) {
	switch s := o.(type) {
	case nil:
	case py.String:
		*p = string(s)
	case py.Bytes:
		*p = string(s)
	case *bufferObject:
		if k.alive(s.l, "Buffer") {
			*p = string(s.b)
		}
	case py.NoneType:
		*p = ""
	default:
		k.fail(name, "a str", o)
	}
}

func (k *taker) bytes(o py.Object, name string, p *[]byte) {
	switch s := o.(type) {
	case nil:
	case *bufferObject:
		switch {
		case !k.alive(s.l, "Buffer"):
		case k.foreign(s.l):
			*p = bytes.Clone(s.b)
		default:
			*p = s.b
		}
	case py.Bytes:
		*p = s
	case py.String:
		*p = []byte(s)
	case py.NoneType:
		*p = nil
	default:
		k.fail(name, "a Buffer, bytes or str", o)
	}
}

func (k *taker) loc(o py.Object, name string, p *fops.Loc) {
	switch x := o.(type) {
	case nil:
	case *locObject:
		if k.alive(x.l, "Loc") && k.keepInode(x.l, x.p.Inode, name) && k.keepInode(x.l, x.p.Parent, name) {
			*p = *x.p
		}
	default:
		k.fail(name, "a Loc", o)
	}
}

func (k *taker) fd(o py.Object, name string, p **fops.Fd, optional bool) {
	switch x := o.(type) {
	case nil:
	case *fdObject:
		switch {
		case !k.alive(x.l, "Fd"):
		case k.foreign(x.l):
			k.belongs(name, "fd", x.l)
		default:
			*p = x.fd
		}
	case py.NoneType:
		if optional {
			*p = nil
			return
		}
		k.fail(name, "an Fd", o)
	default:
		k.fail(name, "an Fd", o)
	}
}

func (k *taker) inode(o py.Object, name string, p **fops.Inode) {
	switch x := o.(type) {
	case nil:
	case *inodeObject:
		if k.alive(x.l, "Inode") && k.keepInode(x.l, x.in, name) {
			*p = x.in
		}
	case py.NoneType:
		*p = nil
	default:
		k.fail(name, "an Inode or None", o)
	}
}

// take reads a record that is handed around by value; None is an empty one.
func take[T any](k *taker, c *recordClass[T], o py.Object, name string, p *T) {
	switch x := o.(type) {
	case nil:
	case *record[T]:
		if k.alive(x.l, c.typ.Name) {
			*p = *x.p
		}
	case py.NoneType:
		var zero T
		*p = zero
	default:
		article := "a "
		if c.typ.Name == "Iatt" {
			article = "an "
		}
		k.fail(name, article+c.typ.Name+" or None", o)
	}
}

func (k *taker) iatt(o py.Object, name string, p *fops.Iatt)   { take(k, iattClass, o, name, p) }
func (k *taker) lock(o py.Object, name string, p *fops.Lock)   { take(k, lockClass, o, name, p) }
func (k *taker) lease(o py.Object, name string, p *fops.Lease) { take(k, leaseClass, o, name, p) }
func (k *taker) statvfs(o py.Object, name string, p *fops.Statvfs) {
	take(k, statvfsClass, o, name, p)
}

func (k *taker) locks(o py.Object, name string, p *[]fops.Lock) {
	takeList(k, lockClass, o, name, p)
}

func (k *taker) entries(o py.Object, name string, p *[]fops.Dirent) {
	takeList(k, direntClass, o, name, p)
}

// takeList reads a list of records. Whoever made the old list still reads it,
// so the new one gets memory of its own.
func takeList[T any](k *taker, c *recordClass[T], o py.Object, name string, p *[]T) {
	var items []py.Object
	switch x := o.(type) {
	case nil:
		return
	case *py.List:
		items = x.Items
	case py.Tuple:
		items = x
	case py.NoneType:
		*p = nil
		return
	default:
		k.fail(name, "a list of "+c.typ.Name, o)
		return
	}
	out := make([]T, 0, len(items))
	for _, it := range items {
		x, ok := it.(*record[T])
		if !ok {
			k.fail(name, "a list of "+c.typ.Name, it)
			return
		}
		if !k.alive(x.l, c.typ.Name) {
			return
		}
		if c.pointers && k.foreign(x.l) {
			k.belongs(name, c.typ.Name, x.l)
			return
		}
		out = append(out, *x.p)
	}
	*p = out
}

func (k *taker) dict(o py.Object, name string, p **fops.Dict) {
	switch x := o.(type) {
	case nil:
	case *dictObject:
		switch {
		case !k.alive(x.l, "Dict"):
		case k.foreign(x.l):
			*p = keep(x.d)
		default:
			*p = x.share()
		}
	case *engine.Dict:
		d, err := dictOf(x)
		if err != nil {
			k.fail(name, err.Error(), o)
			return
		}
		*p = d
	case py.NoneType:
		*p = nil
	default:
		k.fail(name, "a Dict, a dict or None", o)
	}
}
