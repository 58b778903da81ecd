package engine

import (
	"fmt"
	"math"
	"math/big"
	"reflect"
	"strconv"
	"strings"
	"unicode/utf8"
	"unsafe"

	"github.com/go-python/gpython/py"
)

// renderer writes repr() of objects, and stops at containers that contain
// themselves.
type renderer struct {
	c     *Context // nil: for messages, without the script's own methods
	b     strings.Builder
	stack []py.Object
	depth int
}

// repr is repr(o).
func (c *Context) repr(o py.Object) (string, error) {
	switch x := o.(type) {
	case py.String:
		return quote(string(x)), nil
	case py.Int:
		return strconv.FormatInt(int64(x), 10), nil
	}
	r := c.renderer
	if r == nil {
		r = &renderer{c: c}
		c.renderer = r
		defer func() { c.renderer = nil }()
		err := r.repr(o)
		return r.b.String(), err
	}
	// Within the repr of a container: its stack knows what is being written.
	inner := &renderer{c: c, stack: r.stack, depth: r.depth}
	c.renderer = inner
	err := inner.repr(o)
	c.renderer = r
	return inner.b.String(), err
}

// str is str(o).
func (c *Context) str(o py.Object) (string, error) {
	switch x := o.(type) {
	case py.String:
		return string(x), nil
	case *Exc:
		if fn := x.cls.overrides("__str__"); fn != nil {
			return c.textMethod(fn, o, "__str__")
		}
		if len(x.args) == 1 && x.os == nil && x.group == nil && !x.cls.IsSubclass(keyError) {
			if err := c.enterNative(); err != nil {
				return "", err
			}
			defer c.leaveNative()
			return c.str(x.args[0])
		}
		return excMessage(x), nil
	case *Instance:
		fn := x.cls.lookup("__str__")
		if b, ok := fn.(*Builtin); ok {
			if s, ok := x.base.(py.String); ok && b.owner == strClass {
				return string(s), nil
			}
			if b.owner == objectClass {
				return c.repr(o)
			}
		}
		return c.textMethod(fn, o, "__str__")
	case *mappingProxy:
		return c.repr(x.d)
	case *Class:
		if x.meta != nil {
			if fn := x.meta.overrides("__str__"); fn != nil {
				return c.textMethod(fn, o, "__str__")
			}
		}
	case py.I__str__:
		if classOf(o).native {
			v, err := x.M__str__()
			if err != nil {
				return "", err
			}
			s, _ := textOf(v)
			return s, nil
		}
	}
	if k := classOf(o); !k.native {
		if fn := k.lookup("__str__"); fn != nil {
			if b, ok := fn.(*Builtin); ok && b.owner != objectClass {
				return c.textMethod(fn, o, "__str__")
			}
		}
	}
	return c.repr(o)
}

func (c *Context) textMethod(fn, o py.Object, name string) (string, error) {
	if err := c.enterNative(); err != nil {
		return "", err
	}
	defer c.leaveNative()
	v, err := c.callSpecial(fn, o)
	if err != nil {
		return "", err
	}
	s, ok := textOf(v)
	if !ok {
		return "", raise(typeError, "%s returned non-string (type %s)", name, classOf(v).name)
	}
	return s, nil
}

// reprText and strText render for messages: they call nothing of the script and
// never fail.
func reprText(o py.Object) string {
	r := &renderer{}
	if err := r.repr(o); err != nil {
		return "<unprintable " + classOf(o).name + " object>"
	}
	return r.b.String()
}

func strText(o py.Object) string {
	if s, ok := textOf(o); ok {
		return s
	}
	for n := 0; n < maxNest; n++ {
		e, ok := o.(*Exc)
		if !ok {
			break
		}
		if len(e.args) != 1 || e.os != nil || e.cls.IsSubclass(keyError) {
			return excMessage(e)
		}
		o = e.args[0]
		if s, ok := textOf(o); ok {
			return s
		}
	}
	return reprText(o)
}

func (r *renderer) repr(o py.Object) error {
	if r.b.Len() > MaxAlloc {
		return memoryErr()
	}
	if r.depth >= maxNest {
		return tooDeep()
	}
	r.depth++
	defer func() { r.depth-- }()
	if r.c != nil {
		if err := r.c.step(); err != nil {
			return err
		}
	}
	switch x := o.(type) {
	case py.String:
		r.b.WriteString(quote(string(x)))
	case py.Int:
		r.b.WriteString(strconv.FormatInt(int64(x), 10))
	case *py.BigInt:
		s, err := intText((*big.Int)(x))
		if err != nil {
			return err
		}
		r.b.WriteString(s)
	case py.Bool:
		if x {
			r.b.WriteString("True")
		} else {
			r.b.WriteString("False")
		}
	case py.NoneType:
		r.b.WriteString("None")
	case py.Float:
		r.b.WriteString(floatText(float64(x)))
	case py.Complex:
		r.b.WriteString(complexText(complex128(x)))
	case py.Bytes:
		r.b.WriteString(quoteBytes(x))
	case *bytearray:
		r.b.WriteString("bytearray(" + quoteArray(x.b) + ")")
	case *py.List:
		return r.items(o, "[", x.Items, "]", false)
	case py.Tuple:
		return r.items(o, "(", x, ")", true)
	case *Dict:
		return r.dict(x)
	case *Set:
		return r.set(x, "")
	case *Exc:
		return r.exc(x)
	case *Instance:
		return r.instance(x)
	case *Class:
		if r.c != nil && x.meta != nil {
			if fn := x.meta.overrides("__repr__"); fn != nil {
				return r.method(fn, x)
			}
		}
		fmt.Fprintf(&r.b, "<class '%s'>", className(x))
	case *py.Type:
		return r.repr(foreignClass(x))
	case *ScriptFunc:
		fmt.Fprintf(&r.b, "<function %s at 0x%x>", x.qualname, address(x))
	case *Builtin:
		switch {
		case x.owner != nil && x.isWrapper() && !x.static:
			fmt.Fprintf(&r.b, "<slot wrapper '%s' of '%s' objects>", x.name, x.owner.name)
		case x.owner != nil && !x.static:
			fmt.Fprintf(&r.b, "<method '%s' of '%s' objects>", x.name, x.owner.name)
		default:
			fmt.Fprintf(&r.b, "<built-in function %s>", x.name)
		}
	case *bound:
		return r.bound(x)
	case *py.Method:
		fmt.Fprintf(&r.b, "<built-in function %s>", x.Name)
	case *ModuleObject:
		r.b.WriteString(x.String())
	case *Generator:
		fmt.Fprintf(&r.b, "<generator object %s at 0x%x>", x.qualname, address(x))
	case ellipsisObject:
		r.b.WriteString("Ellipsis")
	case *py.Slice:
		return r.sequence("slice(", []py.Object{x.Start, x.Stop, x.Step}, ")")
	case *dictView:
		return r.view(x)
	case reprer:
		return x.repr(r)
	default:
		return r.foreign(o)
	}
	return nil
}

// reprer is an object of the engine that writes its repr.
type reprer interface{ repr(r *renderer) error }

func (r *renderer) foreign(o py.Object) error {
	switch o {
	case py.NotImplemented:
		r.b.WriteString("NotImplemented")
		return nil
	}
	if x, ok := o.(py.I__repr__); ok {
		v, err := x.M__repr__()
		if err != nil {
			return err
		}
		s, _ := textOf(v)
		r.b.WriteString(s)
		return nil
	}
	if k := classOf(o); r.c != nil && !k.native {
		if fn, ok := k.lookup("__repr__").(*Builtin); ok && fn.owner != objectClass {
			return r.method(fn, o)
		}
	}
	fmt.Fprintf(&r.b, "<%s object at 0x%x>", classOf(o).name, address(o))
	return nil
}

func (r *renderer) method(fn, o py.Object) error {
	if len(r.stack) >= maxNest {
		return tooDeep()
	}
	outer := r.c.renderer
	r.c.renderer = r
	s, err := r.c.textMethod(fn, o, "__repr__")
	r.c.renderer = outer
	r.b.WriteString(s)
	return err
}

func (r *renderer) instance(x *Instance) error {
	if r.c != nil {
		if fn := x.cls.overrides("__repr__"); fn != nil {
			return r.method(fn, x)
		}
	}
	if fn, ok := x.cls.lookup("__repr__").(*Builtin); ok && fn.owner != objectClass && x.base != nil {
		if r.c != nil && fn.owner.module != py.Object(py.String("builtins")) {
			return r.method(fn, x)
		}
		switch s := x.base.(type) {
		case *Set:
			return r.set(s, x.cls.name)
		case *bytearray:
			r.b.WriteString(x.cls.name + "(" + quoteArray(s.b) + ")")
			return nil
		}
		return r.repr(x.base)
	}
	for _, k := range x.cls.mro {
		if k.show != nil {
			r.b.WriteString(k.show(x))
			return nil
		}
	}
	fmt.Fprintf(&r.b, "<%s object at 0x%x>", className(x.cls), address(x))
	return nil
}

// className is a class's name with its module, as repr() shows it.
func className(k *Class) string {
	if m, ok := textOf(k.module); ok && m != "builtins" && m != "" {
		return m + "." + k.qualname
	}
	return k.qualname
}

func (r *renderer) bound(x *bound) error {
	switch f := x.fn.(type) {
	case *Builtin:
		fmt.Fprintf(&r.b, "<built-in method %s of %s object at 0x%x>", f.name, classOf(x.self).name, address(x.self))
		return nil
	case *ScriptFunc:
		fmt.Fprintf(&r.b, "<bound method %s of ", f.qualname)
	default:
		r.b.WriteString("<bound method ? of ")
	}
	if err := r.repr(x.self); err != nil {
		return err
	}
	r.b.WriteByte('>')
	return nil
}

func (r *renderer) exc(x *Exc) error {
	if r.c != nil {
		if fn := x.cls.overrides("__repr__"); fn != nil {
			return r.method(fn, x)
		}
	}
	r.b.WriteString(x.cls.name)
	return r.items(x, "(", x.args, ")", false)
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

func (r *renderer) sequence(start string, items []py.Object, end string) error {
	r.b.WriteString(start)
	for i, it := range items {
		if i > 0 {
			r.b.WriteString(", ")
		}
		if err := r.repr(it); err != nil {
			return err
		}
	}
	r.b.WriteString(end)
	return nil
}

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
	if comma && len(items) == 1 {
		end = "," + end
	}
	return r.sequence(start, items, end)
}

func (r *renderer) dict(d *Dict) error {
	ok, err := r.push(d)
	if !ok {
		r.b.WriteString("{...}")
		return err
	}
	defer r.pop()
	r.b.WriteByte('{')
	first := true
	for i := 0; i < len(d.entries); i++ {
		e := d.entries[i]
		if e.key == nil {
			continue
		}
		if !first {
			r.b.WriteString(", ")
		}
		first = false
		if err := r.repr(e.key); err != nil {
			return err
		}
		r.b.WriteString(": ")
		if err := r.repr(e.val); err != nil {
			return err
		}
	}
	r.b.WriteByte('}')
	return nil
}

func (r *renderer) set(s *Set, name string) error {
	if name == "" && s.frozen {
		name = "frozenset"
	}
	if s.d.n == 0 {
		if name == "" {
			name = "set"
		}
		r.b.WriteString(name + "()")
		return nil
	}
	ok, err := r.push(s)
	if !ok {
		r.b.WriteString(s.class().name + "(...)")
		return err
	}
	defer r.pop()
	if name == "" {
		return r.sequence("{", s.items(), "}")
	}
	return r.sequence(name+"({", s.items(), "})")
}

func (r *renderer) view(v *dictView) error {
	name := map[byte]string{'k': "dict_keys", 'v': "dict_values", 'i': "dict_items"}[v.what]
	ok, err := r.push(v)
	if !ok {
		r.b.WriteString("...")
		return err
	}
	defer r.pop()
	var items []py.Object
	it := v.d.iter(v.what)
	for {
		x, _ := it.next(nil)
		if x == nil {
			break
		}
		items = append(items, x)
	}
	return r.sequence(name+"([", items, "])")
}

// floatText is repr of a float.
func floatText(f float64) string {
	switch {
	case math.IsNaN(f):
		return "nan"
	case math.IsInf(f, 1):
		return "inf"
	case math.IsInf(f, -1):
		return "-inf"
	}
	if a := math.Abs(f); a != 0 && (a < 1e-4 || a >= 1e16) {
		return strconv.FormatFloat(f, 'e', -1, 64)
	}
	s := strconv.FormatFloat(f, 'f', -1, 64)
	if strings.IndexByte(s, '.') < 0 {
		s += ".0"
	}
	return s
}

// intText is the decimal form of an integer, of bounded length.
func intText(n *big.Int) (string, error) {
	if n.BitLen() > maxDigits*3 {
		s := n.Text(10)
		if len(strings.TrimPrefix(s, "-")) > maxDigits {
			return "", raise(valueError, "Exceeds the limit (%d digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit", maxDigits)
		}
		return s, nil
	}
	return n.Text(10), nil
}

// quote is repr of a str.
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
			b.WriteString(`\udc` + hexDigits(uint32(s[i]), 2))
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
			b.WriteString(`\x` + hexDigits(uint32(c), 2))
		case c < 0x10000:
			b.WriteString(`\u` + hexDigits(uint32(c), 4))
		default:
			b.WriteString(`\U` + hexDigits(uint32(c), 8))
		}
		i += n
	}
	b.WriteByte(q)
	return b.String()
}

// quoteBytes is repr of bytes.
func quoteBytes(s []byte) string {
	q := byte('\'')
	if strings.IndexByte(string(s), '\'') >= 0 && strings.IndexByte(string(s), '"') < 0 {
		q = '"'
	}
	b := make([]byte, 0, len(s)+3)
	b = append(b, 'b', q)
	for _, c := range s {
		switch {
		case c == q || c == '\\':
			b = append(b, '\\', c)
		case c == '\n':
			b = append(b, `\n`...)
		case c == '\r':
			b = append(b, `\r`...)
		case c == '\t':
			b = append(b, `\t`...)
		case c < 0x20 || c >= 0x7f:
			b = append(b, `\x`+hexDigits(uint32(c), 2)...)
		default:
			b = append(b, c)
		}
	}
	return string(append(b, q))
}

// quoteArray is the same for bytearray, which escapes the quote that it does not
// need to.
func quoteArray(s []byte) string {
	q := quoteBytes(s)
	if q[1] == '"' {
		return q[:2] + strings.ReplaceAll(q[2:len(q)-1], "'", `\'`) + q[len(q)-1:]
	}
	return q
}

// asciiOnly escapes what is not ASCII in a repr.
func asciiOnly(s string) string {
	if isASCII(s) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		n := charLen(s[i:])
		if s[i] < utf8.RuneSelf {
			b.WriteByte(s[i])
		} else {
			b.WriteString(charEscape(s[i : i+n]))
		}
		i += n
	}
	return b.String()
}

func hexDigits(v uint32, n int) string {
	const digits = "0123456789abcdef"
	b := make([]byte, n)
	for i := n - 1; i >= 0; i-- {
		b[i] = digits[v&15]
		v >>= 4
	}
	return string(b)
}

// address is id(o): where an object is. Values that Go keeps without a place get
// a number made of their value.
func address(o py.Object) int64 {
	switch x := o.(type) {
	case py.Int:
		return int64(uint64(x)*32+0x7f0000000000) & (1<<62 - 1)
	case py.Bool:
		if x {
			return 0x9a8b40
		}
		return 0x9a8b60
	case py.NoneType:
		return 0x9a8b80
	case py.String:
		return int64(hashString(string(x)) >> 2)
	case py.Float:
		return int64(math.Float64bits(float64(x)) >> 2)
	case py.Tuple:
		if len(x) == 0 {
			return 0x9a8ba0
		}
		return int64(uintptr(unsafe.Pointer(&x[0])))
	case py.Bytes:
		if len(x) == 0 {
			return 0x9a8bc0
		}
		return int64(uintptr(unsafe.Pointer(&x[0])))
	case *py.Type:
		return address(foreignClass(x))
	}
	v := reflect.ValueOf(o)
	switch v.Kind() {
	case reflect.Pointer, reflect.Map:
		return int64(v.Pointer())
	}
	return 0x9a8be0
}

func pointerLike(o py.Object) bool { return reflect.ValueOf(o).Kind() == reflect.Pointer }
