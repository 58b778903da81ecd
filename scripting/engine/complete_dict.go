package engine

import (
	"sort"

	"github.com/go-python/gpython/py"
)

// Dictionaries have string keys only (gpython's StringDict is a Go map from
// strings) and no insertion order: keys(), values(), items() and popitem() go by
// sorted keys, so that a script behaves the same in every run.

func sortedKeys(d py.StringDict) []string {
	keys := make([]string, 0, len(d))
	for k := range d {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}

// dictKey is a key as gpython can hold it.
func dictKey(o py.Object) (string, error) {
	k, ok := o.(py.String)
	if !ok {
		return "", py.ExceptionNewf(py.TypeError, "dictionary keys must be str here, not %s", o.Type().Name)
	}
	return string(k), nil
}

// dictUpdate adds what o (a dict, or pairs) holds.
func dictUpdate(d py.StringDict, o py.Object) error {
	if other, ok := o.(py.StringDict); ok {
		for k, v := range other {
			d[k] = v
		}
		return nil
	}
	pairs, err := py.SequenceTuple(o)
	if err != nil {
		return err
	}
	for i, p := range pairs {
		kv, err := py.SequenceTuple(p)
		if err != nil {
			return err
		}
		if len(kv) != 2 {
			return py.ExceptionNewf(py.ValueError, "dictionary update sequence element #%d has length %d; 2 is required", i, len(kv))
		}
		k, err := dictKey(kv[0])
		if err != nil {
			return err
		}
		d[k] = kv[1]
	}
	return nil
}

func dictList(d py.StringDict, item func(k string) py.Object) py.Tuple {
	t := make(py.Tuple, 0, len(d))
	for _, k := range sortedKeys(d) {
		t = append(t, item(k))
	}
	return t
}

func init() {
	t := py.StringDictType
	t.New = func(_ *py.Type, args py.Tuple, kwargs py.StringDict) (py.Object, error) {
		if len(args) > 1 {
			return nil, py.ExceptionNewf(py.TypeError, "dict expected at most 1 argument, got %d", len(args))
		}
		d := py.NewStringDict()
		if len(args) == 1 {
			if err := dictUpdate(d, args[0]); err != nil {
				return nil, err
			}
		}
		return d, dictUpdate(d, kwargs)
	}
	method(t, "keys", 0, 0, func(d py.StringDict, _ py.Tuple) (py.Object, error) {
		return &dictView{"dict_keys", d, func(k string) py.Object { return py.String(k) }}, nil
	})
	method(t, "values", 0, 0, func(d py.StringDict, _ py.Tuple) (py.Object, error) {
		return &dictView{"dict_values", d, func(k string) py.Object { return d[k] }}, nil
	})
	method(t, "items", 0, 0, func(d py.StringDict, _ py.Tuple) (py.Object, error) {
		return &dictView{"dict_items", d, func(k string) py.Object { return py.Tuple{py.String(k), d[k]} }}, nil
	})
	method(t, "get", 1, 2, func(d py.StringDict, args py.Tuple) (py.Object, error) {
		if k, ok := args[0].(py.String); ok {
			if v, ok := d[string(k)]; ok {
				return v, nil
			}
		}
		return opt(args, 1, py.None), nil
	})
	method(t, "pop", 1, 2, func(d py.StringDict, args py.Tuple) (py.Object, error) {
		if k, ok := args[0].(py.String); ok {
			if v, ok := d[string(k)]; ok {
				delete(d, string(k))
				return v, nil
			}
		}
		if len(args) == 2 {
			return args[1], nil
		}
		return nil, keyError(args[0])
	})
	method(t, "popitem", 0, 0, func(d py.StringDict, _ py.Tuple) (py.Object, error) {
		keys := sortedKeys(d)
		if len(keys) == 0 {
			return nil, keyError(py.String("popitem(): dictionary is empty"))
		}
		k := keys[len(keys)-1]
		v := d[k]
		delete(d, k)
		return py.Tuple{py.String(k), v}, nil
	})
	method(t, "setdefault", 1, 2, func(d py.StringDict, args py.Tuple) (py.Object, error) {
		k, err := dictKey(args[0])
		if err != nil {
			return nil, err
		}
		v, ok := d[k]
		if !ok {
			v = opt(args, 1, py.None)
			d[k] = v
		}
		return v, nil
	})
	t.Dict["update"] = py.MustNewMethod("update", func(self py.Object, args py.Tuple, kwargs py.StringDict) (py.Object, error) {
		d, ok := self.(py.StringDict)
		if !ok || len(args) > 1 {
			return nil, py.ExceptionNewf(py.TypeError, "update expected at most 1 argument, got %d", len(args))
		}
		if len(args) == 1 {
			if err := dictUpdate(d, args[0]); err != nil {
				return nil, err
			}
		}
		return py.None, dictUpdate(d, kwargs)
	}, 0, "update")
	method(t, "clear", 0, 0, func(d py.StringDict, _ py.Tuple) (py.Object, error) {
		clear(d)
		return py.None, nil
	})
	method(t, "copy", 0, 0, func(d py.StringDict, _ py.Tuple) (py.Object, error) { return d.Copy(), nil })
}

// dictView is what keys(), values() and items() return: a live view.
type dictView struct {
	name string
	d    py.StringDict
	item func(k string) py.Object
}

var dictViewType = py.NewType("dict_view", "")

// Type implements py.Object.
func (*dictView) Type() *py.Type { return dictViewType }

// M__len__ implements len().
func (v *dictView) M__len__() (py.Object, error) { return py.Int(len(v.d)), nil }

// M__iter__ iterates over a snapshot, so the dict may change meanwhile.
func (v *dictView) M__iter__() (py.Object, error) { return py.NewIterator(dictList(v.d, v.item)), nil }

// M__contains__ implements "in".
func (v *dictView) M__contains__(o py.Object) (py.Object, error) {
	if v.name == "dict_keys" {
		return boolResult(contains(v.d, o))
	}
	return boolResult(containsItem(dictList(v.d, v.item), o))
}

// M__repr__ implements repr().
func (v *dictView) M__repr__() (py.Object, error) {
	s, err := render(py.NewListFromItems(dictList(v.d, v.item)), (*renderer).repr)
	return py.String(v.name + "(" + s + ")"), err
}
