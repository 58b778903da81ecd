package engine

import (
	"math"
	"math/big"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/go-python/gpython/py"
)

// Module _json: what json is made of. The module json itself, with its classes, is
// in Python; without cls its dumps and loads are those here.

var jsonDecodeError = declareIn("json.decoder", "JSONDecodeError", valueError)

// jsonEncoder writes a value. What it writes goes to emit in the pieces that
// iterencode() yields.
type jsonEncoder struct {
	c        *Context
	skip     bool
	ascii    bool
	circular bool
	nan      bool
	sort     bool
	indent   string
	pretty   bool
	comma    string
	colon    string
	def      py.Object // nil: none
	stack    []py.Object
	depth    int
	b        strings.Builder
	// pieces are kept apart if list is set.
	list   *[]py.Object
	prefix string
}

// put writes a piece that stands for itself; hold one that the next is joined to.
func (e *jsonEncoder) put(s string) error {
	if e.list != nil {
		*e.list = append(*e.list, py.String(e.prefix+s))
		e.prefix = ""
		return nil
	}
	if e.b.Len()+len(s) > MaxAlloc {
		return memoryErr()
	}
	e.b.WriteString(s)
	return nil
}

func (e *jsonEncoder) hold(s string) error {
	if e.list != nil {
		e.prefix = s
		return nil
	}
	return e.put(s)
}

func (e *jsonEncoder) held() error {
	if e.prefix == "" {
		return nil
	}
	return e.put("")
}

func (e *jsonEncoder) newline() string {
	return "\n" + strings.Repeat(e.indent, e.depth)
}

func (e *jsonEncoder) float(f float64) (string, error) {
	s := ""
	switch {
	case math.IsNaN(f):
		s = "NaN"
	case math.IsInf(f, 1):
		s = "Infinity"
	case math.IsInf(f, -1):
		s = "-Infinity"
	default:
		return floatText(f), nil
	}
	if !e.nan {
		return "", raise(valueError, "Out of range float values are not JSON compliant")
	}
	return s, nil
}

// simple returns the text of a value that has no parts.
func (e *jsonEncoder) simple(o py.Object) (string, bool, error) {
	switch x := base(o).(type) {
	case py.String:
		return jsonString(string(x), e.ascii), true, nil
	case py.NoneType:
		return "null", true, nil
	case py.Bool:
		if x {
			return "true", true, nil
		}
		return "false", true, nil
	case py.Int:
		return strconv.FormatInt(int64(x), 10), true, nil
	case *py.BigInt:
		s, err := intText((*big.Int)(x))
		return s, true, err
	case py.Float:
		s, err := e.float(float64(x))
		return s, true, err
	}
	return "", false, nil
}

func (e *jsonEncoder) enter(o py.Object) error {
	if e.circular {
		for _, s := range e.stack {
			if identical(s, o) {
				return raise(valueError, "Circular reference detected")
			}
		}
	}
	e.stack = append(e.stack, o)
	return e.c.enterNative()
}

func (e *jsonEncoder) leave() {
	e.stack = e.stack[:len(e.stack)-1]
	e.c.leaveNative()
}

func (e *jsonEncoder) value(o py.Object) error {
	if err := e.c.step(); err != nil {
		return err
	}
	s, ok, err := e.simple(o)
	if err != nil {
		return err
	}
	if ok {
		return e.put(s)
	}
	switch x := base(o).(type) {
	case *py.List:
		return e.array(o, x.Items)
	case py.Tuple:
		return e.array(o, x)
	case *Dict:
		return e.object(o, x)
	}
	if e.def == nil {
		return raise(typeError, "Object of type %s is not JSON serializable", classOf(o).shortName())
	}
	if err := e.enter(o); err != nil {
		return err
	}
	v, err := e.c.call1(e.def, o)
	if err == nil {
		err = e.value(v)
	}
	if err == nil {
		e.leave()
	}
	return err
}

func (e *jsonEncoder) array(o py.Object, items []py.Object) error {
	if len(items) == 0 {
		return e.put("[]")
	}
	if err := e.enter(o); err != nil {
		return err
	}
	e.depth++
	sep := "["
	if e.pretty {
		sep += e.newline()
	}
	comma := e.comma
	if e.pretty {
		comma += e.newline()
	}
	items = append([]py.Object(nil), items...)
	for _, v := range items {
		if err := e.hold(sep); err != nil {
			return err
		}
		sep = comma
		if _, ok, _ := e.simple(v); !ok {
			// The parts of a value come in pieces of their own.
			if err := e.held(); err != nil {
				return err
			}
		}
		if err := e.value(v); err != nil {
			return err
		}
	}
	e.depth--
	e.leave()
	if e.pretty {
		if err := e.put(e.newline()); err != nil {
			return err
		}
	}
	return e.put("]")
}

// pairs are the items of a dict, as a subclass's items() gives them.
func (e *jsonEncoder) pairs(o py.Object, d *Dict) ([]py.Object, error) {
	if classOf(o).overrides("items") != nil {
		fn, err := e.c.getattr(o, "items")
		if err != nil {
			return nil, err
		}
		v, err := e.c.call0(fn)
		if err != nil {
			return nil, err
		}
		return e.c.list(v)
	}
	items := make([]py.Object, 0, d.Len())
	d.Each(func(k, v py.Object) bool {
		items = append(items, py.Tuple{k, v})
		return true
	})
	return items, nil
}

func (e *jsonEncoder) object(o py.Object, d *Dict) error {
	if d.Len() == 0 {
		return e.put("{}")
	}
	items, err := e.pairs(o, d)
	if err != nil {
		return err
	}
	if e.sort {
		if err := e.c.sort(items, nil, false); err != nil {
			return err
		}
	}
	if err := e.enter(o); err != nil {
		return err
	}
	if err := e.put("{"); err != nil {
		return err
	}
	e.depth++
	sep := ""
	if e.pretty {
		sep = e.newline()
	}
	for _, it := range items {
		pair, ok := it.(py.Tuple)
		if !ok || len(pair) != 2 {
			return raise(valueError, "items must return 2-tuples")
		}
		key, ok := textOf(pair[0])
		if !ok {
			s, simple, err := e.simple(pair[0])
			if err != nil {
				return err
			}
			if !simple {
				if e.skip {
					continue
				}
				return raise(typeError, "keys must be str, int, float, bool or None, not %s", classOf(pair[0]).shortName())
			}
			key = s
		}
		if sep != "" {
			if err := e.put(sep); err != nil {
				return err
			}
		}
		sep = e.comma
		if e.pretty {
			sep += e.newline()
		}
		if err := e.put(jsonString(key, e.ascii)); err != nil {
			return err
		}
		if err := e.put(e.colon); err != nil {
			return err
		}
		if err := e.value(pair[1]); err != nil {
			return err
		}
	}
	e.depth--
	e.leave()
	if e.pretty {
		if err := e.put(e.newline()); err != nil {
			return err
		}
	}
	return e.put("}")
}

// jsonString quotes a str.
func jsonString(s string, ascii bool) string {
	plain := true
	for i := range len(s) {
		if c := s[i]; c < ' ' || c == '"' || c == '\\' || c >= utf8.RuneSelf || c == 0x7f && ascii {
			plain = false
			break
		}
	}
	if plain {
		return `"` + s + `"`
	}
	b := make([]byte, 0, len(s)+16)
	b = append(b, '"')
	for i := 0; i < len(s); {
		r, n := decodeChar(s[i:])
		switch {
		case r == '"':
			b = append(b, `\"`...)
		case r == '\\':
			b = append(b, `\\`...)
		case r == '\n':
			b = append(b, `\n`...)
		case r == '\r':
			b = append(b, `\r`...)
		case r == '\t':
			b = append(b, `\t`...)
		case r == '\f':
			b = append(b, `\f`...)
		case r == '\b':
			b = append(b, `\b`...)
		case r < ' ' || ascii && (r > 0x7e) && r < 0x10000:
			b = append(b, `\u`...)
			b = append(b, hexDigits(uint32(r), 4)...)
		case ascii && r >= 0x10000:
			hi, lo := utf16.EncodeRune(r)
			b = append(b, `\u`...)
			b = append(b, hexDigits(uint32(hi), 4)...)
			b = append(b, `\u`...)
			b = append(b, hexDigits(uint32(lo), 4)...)
		default:
			b = append(b, s[i:i+n]...)
		}
		i += n
	}
	return string(append(b, '"'))
}

// jsonDecoder reads a text. Positions are those of bytes until an error is made.
type jsonDecoder struct {
	c        *Context
	s        string
	doc      py.Object
	strict   bool
	hook     py.Object
	pairs    py.Object
	float    py.Object
	int      py.Object
	constant py.Object
	keys     map[string]py.Object
}

func (d *jsonDecoder) fail(msg string, at int) error {
	e := &Exc{cls: jsonDecodeError}
	fillJSONError(e, msg, d.doc, d.s, textLen(d.s[:min(at, len(d.s))])+max(0, at-len(d.s)))
	return e
}

// fillJSONError sets what a JSONDecodeError carries; pos counts characters.
func fillJSONError(e *Exc, msg string, doc py.Object, s string, pos int) {
	before := s[:charPos(s, pos)]
	line := strings.Count(before, "\n") + 1
	col := pos + 1
	if i := strings.LastIndexByte(before, '\n'); i >= 0 {
		col = pos - textLen(before[:i])
	}
	e.setAttr("msg", py.String(msg))
	e.setAttr("doc", doc)
	e.setAttr("pos", py.Int(pos))
	e.setAttr("lineno", py.Int(line))
	e.setAttr("colno", py.Int(col))
	e.args = py.Tuple{py.String(sprintf("%s: line %d column %d (char %d)", msg, line, col, pos))}
}

func (d *jsonDecoder) space(i int) int {
	for i < len(d.s) && (d.s[i] == ' ' || d.s[i] == '\t' || d.s[i] == '\n' || d.s[i] == '\r') {
		i++
	}
	return i
}

// value reads what begins at i and returns where it ends.
func (d *jsonDecoder) value(i int) (py.Object, int, error) {
	if err := d.c.step(); err != nil {
		return nil, 0, err
	}
	if i >= len(d.s) {
		return nil, 0, d.fail("Expecting value", i)
	}
	rest := d.s[i:]
	switch rest[0] {
	case '"':
		s, end, err := d.str(i + 1)
		return py.String(s), end, err
	case '{', '[':
		if err := d.c.enterNative(); err != nil {
			return nil, 0, err
		}
		defer d.c.leaveNative()
		if rest[0] == '{' {
			return d.object(i + 1)
		}
		return d.array(i + 1)
	}
	for _, w := range [...]struct {
		text string
		v    py.Object
	}{{"null", py.None}, {"true", py.True}, {"false", py.False}} {
		if strings.HasPrefix(rest, w.text) {
			return w.v, i + len(w.text), nil
		}
	}
	if v, end, err := d.number(i); v != nil || err != nil {
		return v, end, err
	}
	for _, w := range [...]struct {
		text string
		f    float64
	}{{"NaN", math.NaN()}, {"Infinity", math.Inf(1)}, {"-Infinity", math.Inf(-1)}} {
		if strings.HasPrefix(rest, w.text) {
			if d.constant != nil {
				v, err := d.c.call1(d.constant, py.String(w.text))
				return v, i + len(w.text), err
			}
			return py.Float(w.f), i + len(w.text), nil
		}
	}
	return nil, 0, d.fail("Expecting value", i)
}

// number reads a number; nil, 0, nil if there is none.
func (d *jsonDecoder) number(i int) (py.Object, int, error) {
	s, at := d.s, i
	digits := func() int {
		from := at
		for at < len(s) && s[at] >= '0' && s[at] <= '9' {
			at++
		}
		return at - from
	}
	if s[at] == '-' {
		at++
	}
	if at < len(s) && s[at] == '0' {
		at++
	} else if digits() == 0 {
		return nil, 0, nil
	}
	isFloat := false
	if at+1 < len(s) && s[at] == '.' && s[at+1] >= '0' && s[at+1] <= '9' {
		at++
		digits()
		isFloat = true
	}
	if at < len(s) && (s[at] == 'e' || s[at] == 'E') {
		back := at
		at++
		if at < len(s) && (s[at] == '+' || s[at] == '-') {
			at++
		}
		if digits() == 0 {
			at = back
		} else {
			isFloat = true
		}
	}
	text := s[i:at]
	if isFloat {
		if d.float != nil {
			v, err := d.c.call1(d.float, py.String(text))
			return v, at, err
		}
		f, _ := strconv.ParseFloat(text, 64)
		return py.Float(f), at, nil
	}
	if d.int != nil {
		v, err := d.c.call1(d.int, py.String(text))
		return v, at, err
	}
	if n, err := strconv.ParseInt(text, 10, 64); err == nil {
		return intObject(n), at, nil
	}
	if len(text) > 4300 {
		return nil, 0, raise(valueError, "Exceeds the limit (4300 digits) for integer string conversion: value has %d digits; use sys.set_int_max_str_digits() to increase the limit", len(strings.TrimPrefix(text, "-")))
	}
	n, _ := new(big.Int).SetString(text, 10)
	return normInt(n), at, nil
}

func (d *jsonDecoder) array(i int) (py.Object, int, error) {
	out := &py.List{Items: []py.Object{}}
	i = d.space(i)
	if i < len(d.s) && d.s[i] == ']' {
		return out, i + 1, nil
	}
	for {
		v, end, err := d.value(i)
		if err != nil {
			return nil, 0, err
		}
		if len(out.Items) >= maxItems {
			return nil, 0, memoryErr()
		}
		out.Items = append(out.Items, v)
		i = d.space(end)
		if i < len(d.s) && d.s[i] == ']' {
			return out, i + 1, nil
		}
		if i >= len(d.s) || d.s[i] != ',' {
			return nil, 0, d.fail("Expecting ',' delimiter", i)
		}
		i = d.space(i + 1)
	}
}

func (d *jsonDecoder) object(i int) (py.Object, int, error) {
	dict := &Dict{}
	var list []py.Object
	i = d.space(i)
	if i < len(d.s) && d.s[i] == '}' {
		v, err := d.finish(dict, list)
		return v, i + 1, err
	}
	for {
		if i >= len(d.s) || d.s[i] != '"' {
			return nil, 0, d.fail("Expecting property name enclosed in double quotes", i)
		}
		s, end, err := d.str(i + 1)
		if err != nil {
			return nil, 0, err
		}
		key := d.keys[s]
		if key == nil {
			key = py.String(s)
			d.keys[s] = key
		}
		i = d.space(end)
		if i >= len(d.s) || d.s[i] != ':' {
			return nil, 0, d.fail("Expecting ':' delimiter", i)
		}
		v, end, err := d.value(d.space(i + 1))
		if err != nil {
			return nil, 0, err
		}
		if d.pairs != nil {
			list = append(list, py.Tuple{key, v})
		} else {
			dict.SetString(s, v)
		}
		if dict.Len()+len(list) > maxItems {
			return nil, 0, memoryErr()
		}
		i = d.space(end)
		if i < len(d.s) && d.s[i] == '}' {
			v, err := d.finish(dict, list)
			return v, i + 1, err
		}
		if i >= len(d.s) || d.s[i] != ',' {
			return nil, 0, d.fail("Expecting ',' delimiter", i)
		}
		i = d.space(i + 1)
	}
}

func (d *jsonDecoder) finish(dict *Dict, list []py.Object) (py.Object, error) {
	switch {
	case d.pairs != nil:
		return d.c.call1(d.pairs, &py.List{Items: list})
	case d.hook != nil:
		return d.c.call1(d.hook, dict)
	}
	return dict, nil
}

// str reads the rest of a string that began before i.
func (d *jsonDecoder) str(i int) (string, int, error) {
	start := i - 1
	// Most have no escapes.
	for j := i; j < len(d.s); j++ {
		c := d.s[j]
		if c == '"' {
			return d.s[i:j], j + 1, d.c.steps((j - i) >> 8)
		}
		if c == '\\' || c < ' ' {
			break
		}
	}
	var b []byte
	for {
		if i >= len(d.s) {
			return "", 0, d.fail("Unterminated string starting at", start)
		}
		c := d.s[i]
		switch {
		case c == '"':
			return string(b), i + 1, d.c.steps(len(b) >> 8)
		case c < ' ' && d.strict:
			return "", 0, d.fail("Invalid control character at", i)
		case c != '\\':
			b = append(b, c)
			i++
			continue
		}
		if i++; i >= len(d.s) {
			return "", 0, d.fail("Unterminated string starting at", start)
		}
		if d.s[i] == 'u' {
			r, end, err := d.unicode(i)
			if err != nil {
				return "", 0, err
			}
			switch {
			case r >= 0xdc80 && r <= 0xdcff:
				b = append(b, byte(r-0xdc00)) // as a byte that was no UTF-8
			case r >= 0xd800 && r < 0xe000:
				b = append(b, string(utf8.RuneError)...)
			default:
				b = utf8.AppendRune(b, r)
			}
			i = end
			continue
		}
		esc := strings.IndexByte(`"\/bfnrt`, d.s[i])
		if esc < 0 {
			return "", 0, d.fail(`Invalid \escape`, i-1)
		}
		b = append(b, "\"\\/\b\f\n\r\t"[esc])
		i++
	}
}

// unicode reads the digits after \u, and the second half of a pair.
func (d *jsonDecoder) unicode(i int) (rune, int, error) {
	four := func(i int) (rune, bool) {
		if i+5 > len(d.s) {
			return 0, false
		}
		v := rune(0)
		for _, c := range []byte(d.s[i+1 : i+5]) {
			n := strings.IndexByte("0123456789abcdef", c|0x20)
			if n < 0 || c < '0' {
				return 0, false
			}
			v = v<<4 | rune(n)
		}
		return v, true
	}
	r, ok := four(i)
	if !ok {
		return 0, 0, d.fail(`Invalid \uXXXX escape`, i)
	}
	end := i + 5
	if r >= 0xd800 && r < 0xdc00 && strings.HasPrefix(d.s[end:], `\u`) {
		lo, ok := four(end + 1)
		if !ok {
			return 0, 0, d.fail(`Invalid \uXXXX escape`, end+1)
		}
		if lo >= 0xdc00 && lo < 0xe000 {
			return utf16.DecodeRune(r, lo), end + 6, nil
		}
	}
	return r, end, nil
}

// jsonText is the text to be read: str, or bytes in UTF-8, -16 or -32.
func jsonText(o py.Object) (string, error) {
	b, ok := rawBytes(o)
	if !ok {
		return "", raise(typeError, "the JSON object must be str, bytes or bytearray, not %s", classOf(o).name)
	}
	enc := "utf-8"
	switch {
	case strings.HasPrefix(string(b), "\xff\xfe"), strings.HasPrefix(string(b), "\xfe\xff"):
		enc = "utf-16"
	case strings.HasPrefix(string(b), "\xef\xbb\xbf"):
		b = b[3:]
	case len(b) >= 2 && b[0] == 0:
		enc = "utf-16-be"
	case len(b) >= 2 && b[1] == 0:
		enc = "utf-16-le"
	}
	return Decode(b, enc, "strict")
}

func orNone(o py.Object) py.Object {
	if missing(o) {
		return nil
	}
	return o
}

func init() {
	k := jsonDecodeError
	k.make = newExc
	params := newBuiltin("JSONDecodeError", "msg doc pos", nil)
	k.init = func(c *Context, self py.Object, args []py.Object, kw []string) error {
		a, err := c.fill(params, args, kw)
		if err != nil {
			return err
		}
		pos, err := c.index(a[2])
		if err != nil {
			return err
		}
		doc, err := StringOf(a[1])
		if err != nil {
			return err
		}
		msg, err := c.str(a[0])
		if err != nil {
			return err
		}
		fillJSONError(self.(*Exc), msg, a[1], doc, pos)
		return nil
	}
	k.rawMethod("__init__", func(c *Context, o py.Object, args []py.Object, kw []string) (py.Object, error) {
		return py.None, k.init(c, o, args, kw)
	})

	m := newGoModule("_json", "The reader and writer of json.")
	m.set("JSONDecodeError", jsonDecodeError)
	encode := func(c *Context, a []py.Object, list *[]py.Object) (string, error) {
		e := &jsonEncoder{c: c, comma: ", ", colon: ": ", def: orNone(a[8]), list: list}
		for i, p := range [...]*bool{&e.skip, &e.ascii, &e.circular, &e.nan, &e.sort} {
			def := i != 0 && i != 4
			var err error
			if *p, err = c.optTruth(a[i+1], def); err != nil {
				return "", err
			}
		}
		if indent := a[6]; !missing(indent) {
			e.pretty, e.comma = true, ","
			if s, ok := textOf(indent); ok {
				e.indent = s
			} else {
				n, err := c.index(indent)
				if err != nil {
					return "", err
				}
				if n > 1000 {
					return "", memoryErr()
				}
				e.indent = strings.Repeat(" ", max(n, 0))
			}
		}
		if !missing(a[7]) {
			seps, err := c.list(a[7])
			if err != nil {
				return "", err
			}
			if len(seps) != 2 {
				return "", raise(valueError, "not enough values to unpack (expected 2, got %d)", len(seps))
			}
			for i, p := range [...]*string{&e.comma, &e.colon} {
				s, ok := textOf(seps[i])
				if !ok {
					return "", raise(typeError, "make_encoder() argument %d must be str, not %s", 6-i, classOf(seps[i]).name)
				}
				*p = s
			}
		}
		depth, stack := c.depth, c.stack
		err := e.value(a[0])
		if err != nil {
			c.depth, c.stack = depth, stack
		}
		return e.b.String(), err
	}
	const encodeParams = "obj * skipkeys? ensure_ascii? check_circular? allow_nan? sort_keys? indent? separators? default?"
	m.fn("encode", encodeParams, func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		s, err := encode(c, a, nil)
		return py.String(s), err
	})
	m.fn("pieces", encodeParams, func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		list := []py.Object{}
		_, err := encode(c, a, &list)
		return &py.List{Items: list}, err
	})
	m.fn("quote", "s ascii", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		s, ok := textOf(a[0])
		if !ok {
			return nil, raise(typeError, "first argument must be a string, not %s", classOf(a[0]).name)
		}
		ascii, err := c.truth(a[1])
		return py.String(jsonString(s, ascii)), err
	})
	// scan(s, start, whole, …) reads one value. whole: nothing but space may follow;
	// otherwise the end is returned too.
	m.fn("scan", "s start? whole? object_hook? parse_float? parse_int? parse_constant? object_pairs_hook? strict?",
		func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
			d := &jsonDecoder{
				c: c, hook: orNone(a[3]), float: orNone(a[4]), int: orNone(a[5]), constant: orNone(a[6]), pairs: orNone(a[7]),
				keys: map[string]py.Object{}, doc: a[0],
			}
			var err error
			if d.strict, err = c.optTruth(a[8], true); err != nil {
				return nil, err
			}
			whole, err := c.optTruth(a[2], true)
			if err != nil {
				return nil, err
			}
			s, ok := textOf(a[0])
			if !ok {
				if s, err = jsonText(a[0]); err != nil {
					return nil, err
				}
				d.doc = py.String(s)
			}
			d.s = s
			if whole && strings.HasPrefix(s, "\ufeff") {
				return nil, d.fail("Unexpected UTF-8 BOM (decode using utf-8-sig)", 0)
			}
			start, err := c.optIndex(a[1], 0)
			if err != nil {
				return nil, err
			}
			if start < 0 {
				return nil, raise(valueError, "idx cannot be negative")
			}
			at := charPos(s, start)
			if !whole {
				if start > textLen(s) {
					at += start - textLen(s)
				}
				v, end, err := d.value(at)
				if err != nil {
					return nil, err
				}
				return py.Tuple{v, py.Int(textLen(s[:end]))}, nil
			}
			v, end, err := d.value(d.space(at))
			if err != nil {
				return nil, err
			}
			if end = d.space(end); end != len(s) {
				return nil, d.fail("Extra data", end)
			}
			return v, nil
		})
}
