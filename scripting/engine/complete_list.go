package engine

import (
	"slices"

	"github.com/go-python/gpython/py"
)

func find(items []py.Object, o py.Object, start, stop int) (int, error) {
	for i := start; i < stop && i < len(items); i++ {
		if eq, err := equal(items[i], o, 0); eq || err != nil {
			return i, err
		}
	}
	return -1, nil
}

func indexOf(items []py.Object, args py.Tuple, what string) (py.Object, error) {
	start, stop, err := span(args, 1, len(items))
	if err != nil {
		return nil, err
	}
	i, err := find(items, args[0], start, stop)
	if err != nil {
		return nil, err
	}
	if i < 0 {
		return nil, py.ExceptionNewf(py.ValueError, "%s is not in %s", reprText(args[0]), what)
	}
	return py.Int(i), nil
}

func countOf(items []py.Object, o py.Object) (py.Object, error) {
	n := 0
	for _, it := range items {
		eq, err := equal(it, o, 0)
		if err != nil {
			return nil, err
		}
		if eq {
			n++
		}
	}
	return py.Int(n), nil
}

func init() {
	t := py.ListType
	method(t, "append", 1, 1, func(l *py.List, args py.Tuple) (py.Object, error) {
		l.Items = append(l.Items, args[0])
		return py.None, nil
	})
	method(t, "extend", 1, 1, func(l *py.List, args py.Tuple) (py.Object, error) {
		more, err := py.SequenceTuple(args[0])
		if err != nil {
			return nil, err
		}
		if (len(l.Items)+len(more))*16 > MaxAlloc {
			return nil, tooLarge()
		}
		l.Items = append(l.Items, more...)
		return py.None, nil
	})
	method(t, "insert", 2, 2, func(l *py.List, args py.Tuple) (py.Object, error) {
		i, err := py.IndexInt(args[0])
		if err != nil {
			return nil, err
		}
		if i < 0 {
			i += len(l.Items)
		}
		l.Items = slices.Insert(l.Items, min(max(i, 0), len(l.Items)), args[1])
		return py.None, nil
	})
	method(t, "pop", 0, 1, func(l *py.List, args py.Tuple) (py.Object, error) {
		if len(l.Items) == 0 {
			return nil, py.ExceptionNewf(py.IndexError, "pop from empty list")
		}
		i, err := optInt(args, 0, -1)
		if err != nil {
			return nil, err
		}
		if i < 0 {
			i += len(l.Items)
		}
		if i < 0 || i >= len(l.Items) {
			return nil, py.ExceptionNewf(py.IndexError, "pop index out of range")
		}
		v := l.Items[i]
		l.Items = slices.Delete(l.Items, i, i+1)
		return v, nil
	})
	method(t, "remove", 1, 1, func(l *py.List, args py.Tuple) (py.Object, error) {
		i, err := find(l.Items, args[0], 0, len(l.Items))
		if err != nil {
			return nil, err
		}
		if i < 0 {
			return nil, py.ExceptionNewf(py.ValueError, "list.remove(x): x not in list")
		}
		l.Items = slices.Delete(l.Items, i, i+1)
		return py.None, nil
	})
	method(t, "index", 1, 3, func(l *py.List, args py.Tuple) (py.Object, error) { return indexOf(l.Items, args, "list") })
	method(t, "count", 1, 1, func(l *py.List, args py.Tuple) (py.Object, error) { return countOf(l.Items, args[0]) })
	method(t, "clear", 0, 0, func(l *py.List, _ py.Tuple) (py.Object, error) {
		l.Items = nil
		return py.None, nil
	})
	method(t, "copy", 0, 0, func(l *py.List, _ py.Tuple) (py.Object, error) { return l.Copy(), nil })
	method(t, "reverse", 0, 0, func(l *py.List, _ py.Tuple) (py.Object, error) {
		slices.Reverse(l.Items)
		return py.None, nil
	})
	method(py.TupleType, "index", 1, 3, func(l py.Tuple, args py.Tuple) (py.Object, error) { return indexOf(l, args, "tuple") })
	method(py.TupleType, "count", 1, 1, func(l py.Tuple, args py.Tuple) (py.Object, error) { return countOf(l, args[0]) })
}
