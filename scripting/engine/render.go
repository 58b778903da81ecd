package engine

import (
	"fmt"
	"math/big"
	"reflect"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/go-python/gpython/py"
)

// renderer writes str() and repr() of objects. gpython's own recurse without
// bound, drop the comma of one-element tuples and ignore __str__ of exceptions.
type renderer struct {
	b     strings.Builder
	stack []py.Object // containers being written, for cycles
}

func render(o py.Object, f func(*renderer, py.Object) error) (string, error) {
	if s, ok := o.(py.String); ok {
		r := renderer{}
		if err := f(&r, s); err != nil {
			return "", err
		}
		return r.b.String(), nil
	}
	r := renderer{}
	err := f(&r, o)
	return r.b.String(), err
}

// reprText and strText render for error messages: they never fail.
func reprText(o py.Object) string { return renderText(o, (*renderer).repr) }
func strText(o py.Object) string  { return renderText(o, (*renderer).str) }

func renderText(o py.Object, f func(*renderer, py.Object) error) (s string) {
	defer func() {
		if recover() != nil {
			s = "<unprintable " + o.Type().Name + ">"
		}
	}()
	s, err := render(o, f)
	if err != nil {
		return "<unprintable " + o.Type().Name + ">"
	}
	return s
}

func (r *renderer) str(o py.Object) error {
	switch x := o.(type) {
	case py.String:
		r.b.WriteString(string(x))
		return nil
	case *py.Exception:
		if fn, ok := x.Base.Lookup("__str__").(*py.Function); ok {
			return r.call(fn, o, "__str__")
		}
		r.b.WriteString(excMessage(x))
		return nil
	}
	if fn := userMethod(o, "__str__"); fn != nil {
		return r.call(fn, o, "__str__")
	}
	return r.repr(o)
}

func (r *renderer) call(fn py.Object, o py.Object, name string) error {
	v, err := py.Call(fn, py.Tuple{o}, nil)
	if err != nil {
		return err
	}
	s, ok := v.(py.String)
	if !ok {
		return py.ExceptionNewf(py.TypeError, "%s returned non-string (type %s)", name, v.Type().Name)
	}
	r.b.WriteString(string(s))
	return nil
}

func (r *renderer) repr(o py.Object) error {
	if r.b.Len() > MaxAlloc {
		return tooLarge()
	}
	switch x := o.(type) {
	case py.String:
		r.b.WriteString(quote(string(x)))
		return nil
	case py.Int:
		r.b.WriteString(strconv.FormatInt(int64(x), 10))
		return nil
	case *py.BigInt:
		r.b.WriteString((*big.Int)(x).String())
		return nil
	case *py.List:
		return r.items(o, "[", x.Items, "]", false)
	case py.Tuple:
		return r.items(o, "(", x, ")", true)
	case py.StringDict:
		return r.dict(x)
	case *py.Set:
		return r.set(x, "{", "}")
	case *py.FrozenSet:
		return r.set(x, "frozenset({", "})")
	case *py.Exception:
		if fn, ok := x.Base.Lookup("__repr__").(*py.Function); ok {
			return r.call(fn, o, "__repr__")
		}
		r.b.WriteString(x.Base.Name)
		return r.items(o, "(", excArgs(x), ")", false)
	case *py.Function:
		fmt.Fprintf(&r.b, "<function %s at %p>", x.Qualname, x)
		return nil
	case *py.Method:
		fmt.Fprintf(&r.b, "<built-in function %s>", x.Name)
		return nil
	case *py.BoundMethod:
		name := "?"
		switch m := x.Method.(type) {
		case *py.Function:
			name = m.Qualname
		case *py.Method:
			name = m.Name
		}
		fmt.Fprintf(&r.b, "<bound method %s of ", name)
		if err := r.repr(x.Self); err != nil {
			return err
		}
		r.b.WriteByte('>')
		return nil
	case *py.Type:
		return r.typeOrInstance(x)
	}
	v, err := py.Repr(o)
	if err != nil {
		return err
	}
	s, ok := v.(py.String)
	if !ok {
		return py.ExceptionNewf(py.TypeError, "__repr__ returned non-string (type %s)", v.Type().Name)
	}
	r.b.WriteString(string(s))
	return nil
}

func (r *renderer) typeOrInstance(t *py.Type) error {
	if t.ObjectType == nil || t.ObjectType == py.TypeType {
		name := t.Qualname
		if name == "" {
			name = t.Name
		}
		if mod, ok := t.Dict["__module__"].(py.String); ok && mod != "builtins" {
			name = string(mod) + "." + name
		}
		fmt.Fprintf(&r.b, "<class '%s'>", name)
		return nil
	}
	if fn := userMethod(t, "__repr__"); fn != nil {
		return r.call(fn, t, "__repr__")
	}
	fmt.Fprintf(&r.b, "<%s object at %p>", t.ObjectType.Name, t)
	return nil
}

// push notes a container; false means that it is being written already.
func (r *renderer) push(o py.Object) (bool, error) {
	if len(r.stack) >= maxNest {
		return false, tooDeep()
	}
	for _, s := range r.stack {
		if reflect.TypeOf(s) == reflect.TypeOf(o) && identical(s, o) {
			return false, nil
		}
	}
	r.stack = append(r.stack, o)
	return true, nil
}

func (r *renderer) pop() { r.stack = r.stack[:len(r.stack)-1] }

func (r *renderer) items(o py.Object, start string, items []py.Object, end string, comma bool) error {
	if len(items) == 0 {
		r.b.WriteString(start + end)
		return nil
	}
	ok, err := r.push(o)
	if !ok {
		r.b.WriteString(start + "..." + end)
		return err
	}
	defer r.pop()
	r.b.WriteString(start)
	for i, it := range items {
		if i > 0 {
			r.b.WriteString(", ")
		}
		if err := r.repr(it); err != nil {
			return err
		}
	}
	if comma && len(items) == 1 {
		r.b.WriteByte(',')
	}
	r.b.WriteString(end)
	return nil
}

func (r *renderer) dict(d py.StringDict) error {
	ok, err := r.push(d)
	if !ok {
		r.b.WriteString("{...}")
		return err
	}
	defer r.pop()
	// Go's map order is random; sorted output can be compared and read.
	keys := make([]string, 0, len(d))
	for k := range d {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	r.b.WriteByte('{')
	for i, k := range keys {
		if i > 0 {
			r.b.WriteString(", ")
		}
		r.b.WriteString(quote(k))
		r.b.WriteString(": ")
		if err := r.repr(d[k]); err != nil {
			return err
		}
	}
	r.b.WriteByte('}')
	return nil
}

func (r *renderer) set(o py.Object, start, end string) error {
	t, err := py.SequenceTuple(o)
	if err != nil {
		return err
	}
	if len(t) == 0 {
		r.b.WriteString(o.Type().Name + "()")
		return nil
	}
	return r.items(o, start, t, end, false)
}

// quote is Python's repr of a str. Bytes that are no UTF-8 appear as the
// surrogate that CPython's os.fsdecode would use for them, \udcXX.
func quote(s string) string {
	q := byte('\'')
	if strings.IndexByte(s, '\'') >= 0 && strings.IndexByte(s, '"') < 0 {
		q = '"'
	}
	var b strings.Builder
	b.Grow(len(s) + 2)
	b.WriteByte(q)
	for i := 0; i < len(s); {
		c, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case c == utf8.RuneError && n == 1:
			fmt.Fprintf(&b, `\udc%02x`, s[i])
		case c == rune(q) || c == '\\':
			b.WriteByte('\\')
			b.WriteRune(c)
		case c == '\n':
			b.WriteString(`\n`)
		case c == '\r':
			b.WriteString(`\r`)
		case c == '\t':
			b.WriteString(`\t`)
		case strconv.IsPrint(c):
			b.WriteRune(c)
		case c < 0x100:
			fmt.Fprintf(&b, `\x%02x`, c)
		case c < 0x10000:
			fmt.Fprintf(&b, `\u%04x`, c)
		default:
			fmt.Fprintf(&b, `\U%08x`, c)
		}
		i += n
	}
	b.WriteByte(q)
	return b.String()
}
