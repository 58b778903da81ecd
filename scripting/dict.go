package scripting

import (
	"fmt"
	"strings"

	"github.com/go-python/gpython/py"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/scripting/engine"
)

// A dictObject is xdata, or the extended attributes of a fop: dict-like, and
// copied when it is changed, because others read the one that came.
type dictObject struct {
	l   *life // nil: the script's own
	d   *fops.Dict
	own bool // d belongs to nobody else yet
}

var dictClass *class

func init() {
	// Here and not in the declaration: the methods refer to the class.
	dictClass = newClass("Dict", "xdata and extended attributes: like a dict with str keys. Dict() makes one.", "",
		dictMethod("get", "get(key, default=None)", 1, 2, func(o *dictObject, a []py.Object) (py.Object, error) {
			v, ok, err := o.get(a[0])
			if err != nil || ok {
				return v, err
			}
			if len(a) == 2 {
				return a[1], nil
			}
			return py.None, nil
		}),
		dictMethod("set", "set(key, value)", 2, 2, func(o *dictObject, a []py.Object) (py.Object, error) { return o.M__setitem__(a[0], a[1]) }),
		dictMethod("pop", "pop(key[, default])", 1, 2, func(o *dictObject, a []py.Object) (py.Object, error) {
			v, ok, err := o.get(a[0])
			switch {
			case err != nil:
				return nil, err
			case ok:
				_, err = o.M__delitem__(a[0])
				return v, err
			case len(a) == 2:
				return a[1], nil
			}
			return nil, noKey(a[0])
		}),
		dictMethod("keys", "keys() -> list of str", 0, 0, func(o *dictObject, _ []py.Object) (py.Object, error) { return o.list(true, false), nil }),
		dictMethod("values", "values() -> list", 0, 0, func(o *dictObject, _ []py.Object) (py.Object, error) { return o.list(false, true), nil }),
		dictMethod("items", "items() -> list of (key, value)", 0, 0, func(o *dictObject, _ []py.Object) (py.Object, error) { return o.list(true, true), nil }),
		dictMethod("update", "update(dict)", 1, 1, func(o *dictObject, a []py.Object) (py.Object, error) {
			from, err := anyDict(a[0])
			if err != nil {
				return nil, err
			}
			o.change()
			for _, p := range from.Pairs() {
				o.d.Set(p.Key, p.Value)
			}
			return py.None, nil
		}),
		dictMethod("copy", "copy() -> a Dict that can be kept", 0, 0, func(o *dictObject, _ []py.Object) (py.Object, error) {
			return &dictObject{d: keep(o.d), own: true}, nil
		}),
	)
	dictClass.constructor(func(args py.Tuple, kwargs py.StringDict) (py.Object, error) {
		o := &dictObject{d: &fops.Dict{}, own: true}
		if len(args) > 1 {
			return nil, py.ExceptionNewf(py.TypeError, "Dict() takes at most one dict (%d given)", len(args))
		}
		if len(args) == 1 {
			from, err := anyDict(args[0])
			if err != nil {
				return nil, err
			}
			o.d = keep(from)
		}
		for _, k := range keys(kwargs) {
			v, err := dictValue(kwargs[k])
			if err != nil {
				return nil, err
			}
			o.d.Set(k, v)
		}
		return o, nil
	})
}

func dictMethod(name, doc string, lo, hi int, f func(o *dictObject, args []py.Object) (py.Object, error)) *method {
	return &method{name: name, doc: doc, fn: func(self py.Object, args py.Tuple, kwargs py.StringDict) (py.Object, error) {
		if err := noKeywords(name, kwargs); err != nil {
			return nil, err
		}
		if len(args) < lo || len(args) > hi {
			return nil, py.ExceptionNewf(py.TypeError, "%s: wrong number of arguments (%d given)", doc, len(args))
		}
		o := self.(*dictObject)
		if err := o.l.check("Dict"); err != nil {
			return nil, err
		}
		return f(o, args)
	}}
}

// give makes the embedded object show d; an empty one is None.
func (o *dictObject) give(l *life, d *fops.Dict) py.Object {
	if d.Len() == 0 {
		return py.None
	}
	o.l, o.d, o.own = l, d, false
	return o
}

// share returns the Dict to be sent; what the script changes in the object
// afterwards is a change of a copy.
func (o *dictObject) share() *fops.Dict {
	o.own = false
	return o.d
}

// change makes sure that nobody else reads what is about to be changed.
func (o *dictObject) change() {
	if !o.own {
		if o.d = o.d.Clone(); o.d == nil {
			o.d = &fops.Dict{}
		}
		o.own = true
	}
	if o.l != nil {
		o.l.lane.changed = true
	}
}

// keep copies a Dict with its values, which may be the request's memory.
func keep(d *fops.Dict) *fops.Dict {
	out := &fops.Dict{}
	for _, p := range d.Pairs() {
		if b, ok := p.Value.([]byte); ok {
			p.Value = append([]byte(nil), b...)
		}
		out.Set(p.Key, p.Value)
	}
	return out
}

// anyDict reads a Dict, a Python dict or None.
func anyDict(o py.Object) (*fops.Dict, error) {
	switch x := o.(type) {
	case *dictObject:
		return x.d, x.l.check("Dict")
	case *engine.Dict:
		d, err := dictOf(x)
		if err != nil {
			return nil, py.ExceptionNewf(py.TypeError, "Dict: values must be %v", err)
		}
		return d, nil
	case py.NoneType:
		return nil, nil
	}
	return nil, py.ExceptionNewf(py.TypeError, "Dict: a Dict or dict is needed, not %s", kindOf(o))
}

// dictOf makes a Dict of a Python dict; the keys go in order.
func dictOf(x *engine.Dict) (*fops.Dict, error) {
	if x.Len() == 0 {
		return nil, nil
	}
	values := make(map[string]any, x.Len())
	var err error
	x.Each(func(key, value py.Object) bool {
		k, ok := key.(py.String)
		if !ok {
			err = fmt.Errorf("of a dict whose keys are str, not %s", kindOf(key))
			return false
		}
		v, bad := dictValue(value)
		if bad != nil {
			err = fmt.Errorf("a dict of bytes, str, int, float, bool or None")
			return false
		}
		values[string(k)] = v
		return true
	})
	if err != nil {
		return nil, err
	}
	d := &fops.Dict{}
	for _, k := range keys(values) {
		d.Set(k, values[k])
	}
	return d, nil
}

// dictValue turns a Python value into what may be in a fops.Dict.
func dictValue(o py.Object) (any, error) {
	switch x := o.(type) {
	case py.Bytes:
		return append([]byte{}, x...), nil
	case *bufferObject:
		if err := x.l.check("Buffer"); err != nil {
			return nil, err
		}
		return append([]byte{}, x.b...), nil
	case py.String:
		return string(x), nil
	case py.Bool:
		return bool(x), nil
	case py.Int:
		return int64(x), nil
	case py.Float:
		return float64(x), nil
	case py.NoneType:
		return nil, nil
	}
	return nil, py.ExceptionNewf(py.TypeError, "Dict: a value must be bytes, str, int, float, bool or None, not %s", kindOf(o))
}

// pyValue is the way back. Bytes are copied: they may be the request's memory.
func pyValue(v any) py.Object {
	switch x := v.(type) {
	case []byte:
		return giveBytes(x)
	case string:
		return py.String(x)
	case bool:
		return py.NewBool(x)
	case int64:
		return py.Int(x)
	case int:
		return py.Int(x)
	case int32:
		return py.Int(x)
	case uint32:
		return py.Int(x)
	case uint64:
		return giveUint(x)
	case float64:
		return py.Float(x)
	}
	return py.None
}

func (o *dictObject) get(key py.Object) (py.Object, bool, error) {
	if err := o.l.check("Dict"); err != nil {
		return nil, false, err
	}
	k, ok := key.(py.String)
	if !ok {
		return nil, false, py.ExceptionNewf(py.TypeError, "Dict: a key must be str, not %s", kindOf(key))
	}
	v, ok := o.d.Get(string(k))
	if !ok {
		return nil, false, nil
	}
	return pyValue(v), true, nil
}

func (o *dictObject) list(keys, values bool) *py.List {
	items := make([]py.Object, 0, o.d.Len())
	for _, p := range o.d.Pairs() {
		switch {
		case keys && values:
			items = append(items, py.Tuple{py.String(p.Key), pyValue(p.Value)})
		case keys:
			items = append(items, py.String(p.Key))
		default:
			items = append(items, pyValue(p.Value))
		}
	}
	return &py.List{Items: items}
}

// Type implements py.Object.
func (*dictObject) Type() *py.Type { return dictClass.typ }

// M__getattribute__ finds a method.
func (o *dictObject) M__getattribute__(name string) (py.Object, error) {
	return dictClass.attr(o, name)
}

// M__getitem__ implements d[key].
func (o *dictObject) M__getitem__(key py.Object) (py.Object, error) {
	v, ok, err := o.get(key)
	if err == nil && !ok {
		err = noKey(key)
	}
	return v, err
}

// M__setitem__ implements d[key] = value.
func (o *dictObject) M__setitem__(key, value py.Object) (py.Object, error) {
	if err := o.l.check("Dict"); err != nil {
		return nil, err
	}
	k, ok := key.(py.String)
	if !ok {
		return nil, py.ExceptionNewf(py.TypeError, "Dict: a key must be str, not %s", kindOf(key))
	}
	v, err := dictValue(value)
	if err != nil {
		return nil, err
	}
	o.change()
	o.d.Set(string(k), v)
	return py.None, nil
}

// M__delitem__ implements del d[key].
func (o *dictObject) M__delitem__(key py.Object) (py.Object, error) {
	_, ok, err := o.get(key)
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, noKey(key)
	}
	o.change()
	o.d.Del(string(key.(py.String)))
	return py.None, nil
}

// M__contains__ implements "in".
func (o *dictObject) M__contains__(key py.Object) (py.Object, error) {
	_, ok, err := o.get(key)
	if err != nil {
		return nil, err
	}
	return py.NewBool(ok), nil
}

// M__len__ implements len().
func (o *dictObject) M__len__() (py.Object, error) {
	if err := o.l.check("Dict"); err != nil {
		return nil, err
	}
	return py.Int(o.d.Len()), nil
}

// M__bool__ is false for an empty Dict.
func (o *dictObject) M__bool__() (py.Object, error) {
	if err := o.l.check("Dict"); err != nil {
		return nil, err
	}
	return py.NewBool(o.d.Len() > 0), nil
}

// M__iter__ walks over the keys.
func (o *dictObject) M__iter__() (py.Object, error) {
	if err := o.l.check("Dict"); err != nil {
		return nil, err
	}
	return py.NewIterator(py.Tuple(o.list(true, false).Items)), nil
}

// M__repr__ shows the entries.
func (o *dictObject) M__repr__() (py.Object, error) {
	if o.l.check("Dict") != nil {
		return py.String("<Dict of a " + o.l.what + " that has ended>"), nil
	}
	var b strings.Builder
	b.WriteString("Dict({")
	for i, p := range o.d.Pairs() {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(engine.ReprOf(py.String(p.Key)) + ": " + engine.ReprOf(pyValue(p.Value)))
	}
	b.WriteString("})")
	return py.String(b.String()), nil
}

// noKey is the exception for a key that is not there.
func noKey(key py.Object) error {
	k, _ := key.(py.String)
	return py.ExceptionNewf(py.KeyError, "%s", string(k))
}
