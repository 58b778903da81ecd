package engine

import (
	"math"
	"math/big"
	"strconv"
	"strings"

	"github.com/go-python/gpython/py"
)

// spec is a parsed format specification, of % and of format().
type spec struct {
	fill  string
	align byte // '<', '>', '^', '=' or 0
	sign  byte // '+', '-', ' ' or 0
	noNeg bool // z: no negative zero
	alt   bool
	zero  bool
	comma byte // ',' or '_' or 0
	width int
	prec  int // -1 if absent
	verb  byte
}

// maxWidth bounds width and precision.
const maxWidth = 1 << 20

// pad brings body, preceded by sign, to the width. numeric decides the default.
func (s *spec) pad(sign, body string, numeric bool) string {
	fill, align := s.fill, s.align
	if s.zero && fill == "" {
		fill = "0"
		if align == 0 && numeric {
			align = '='
		}
	}
	if fill == "" {
		fill = " "
	}
	n := s.width - textLen(sign) - textLen(body)
	if n <= 0 {
		return sign + body
	}
	if align == 0 {
		align = '<'
		if numeric {
			align = '>'
		}
	}
	switch align {
	case '=':
		return sign + strings.Repeat(fill, n) + body
	case '<':
		return sign + body + strings.Repeat(fill, n)
	case '^':
		return strings.Repeat(fill, n/2) + sign + body + strings.Repeat(fill, n-n/2)
	}
	return strings.Repeat(fill, n) + sign + body
}

func (s *spec) signOf(neg bool) string {
	switch {
	case neg:
		return "-"
	case s.sign == '+' || s.sign == ' ':
		return string(s.sign)
	}
	return ""
}

// group puts separators between groups of digits; with zero fill also between
// the zeros that fill the width.
func (s *spec) group(digits string, size, used int) string {
	if s.comma == 0 {
		return digits
	}
	frac := ""
	if i := strings.IndexAny(digits, ".e"); i >= 0 {
		digits, frac = digits[:i], digits[i:]
	}
	grouped := func() string {
		var b strings.Builder
		for i := range len(digits) {
			if i > 0 && (len(digits)-i)%size == 0 {
				b.WriteByte(s.comma)
			}
			b.WriteByte(digits[i])
		}
		return b.String()
	}
	out := grouped()
	if s.zero && s.align == 0 || s.fill == "0" && s.align == '=' {
		for len(out)+len(frac)+used < s.width {
			digits = "0" + digits
			out = grouped()
			if len(out)+len(frac)+used > s.width {
				break
			}
		}
		s.width = 0
	}
	return out + frac
}

// integer formats an integer by verb d, b, o, x, X, n.
func (s *spec) integer(n *big.Int) (string, error) {
	neg := n.Sign() < 0
	abs := new(big.Int).Abs(n)
	radix, prefix, size := 10, "", 3
	switch s.verb {
	case 'b':
		radix, prefix, size = 2, "0b", 4
	case 'o':
		radix, prefix, size = 8, "0o", 4
	case 'x', 'X':
		radix, prefix, size = 16, "0"+string(s.verb), 4
	}
	body := ""
	if radix == 10 {
		var err error
		if body, err = intText(abs); err != nil {
			return "", err
		}
	} else {
		body = abs.Text(radix)
	}
	if s.verb == 'X' {
		body = strings.ToUpper(body)
	}
	for len(body) < s.prec {
		body = strings.Repeat("0", s.prec-len(body)) + body
	}
	sign := s.signOf(neg)
	if s.alt {
		sign += prefix
	}
	return s.pad(sign, s.group(body, size, len(sign)), true), nil
}

// float formats by verb e, f, g, %, n or none.
func (s *spec) float(f float64) string {
	neg := math.Signbit(f)
	abs := math.Abs(f)
	verb, prec := s.verb, s.prec
	percent := ""
	if verb == '%' {
		abs *= 100
		verb, percent = 'f', "%"
	}
	upper := verb == 'E' || verb == 'F' || verb == 'G'
	body := ""
	switch {
	case math.IsNaN(f):
		body, neg = "nan", false
	case math.IsInf(f, 0):
		body = "inf"
	case verb == 0 && prec < 0:
		body = floatText(abs)
	case verb == 0:
		body = pythonG(abs, prec, s.alt)
		if strings.IndexAny(body, ".e") < 0 {
			body += ".0"
		}
	default:
		if prec < 0 {
			prec = 6
		}
		switch verb {
		case 'e', 'E':
			body = strconv.FormatFloat(abs, 'e', prec, 64)
			if s.alt && prec == 0 {
				body = strings.Replace(body, "e", ".e", 1)
			}
		case 'f', 'F':
			body = strconv.FormatFloat(abs, 'f', prec, 64)
			if s.alt && prec == 0 {
				body += "."
			}
		default:
			body = pythonG(abs, prec, s.alt)
		}
	}
	if upper {
		body = strings.ToUpper(body)
	}
	if s.noNeg && neg && strings.Trim(body, "0.") == "" {
		neg = false
	}
	sign := s.signOf(neg)
	if !math.IsNaN(f) && !math.IsInf(f, 0) {
		body = s.group(body, 3, len(sign)+len(percent))
	}
	return s.pad(sign, body+percent, true)
}

// pythonG is C's %g.
func pythonG(f float64, prec int, keep bool) string {
	if prec == 0 {
		prec = 1
	}
	e := strconv.FormatFloat(f, 'e', prec-1, 64)
	i := strings.IndexByte(e, 'e')
	exp, _ := strconv.Atoi(e[i+1:])
	trim := func(s string) string {
		if !keep && strings.IndexByte(s, '.') >= 0 {
			s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
		}
		if keep && strings.IndexByte(s, '.') < 0 {
			s += "."
		}
		return s
	}
	if f != 0 && (exp < -4 || exp >= prec) {
		return trim(e[:i]) + e[i:]
	}
	return trim(strconv.FormatFloat(f, 'f', max(prec-1-exp, 0), 64))
}

// cut shortens a text to the precision.
func (s *spec) cut(v string) string {
	if s.prec >= 0 && textLen(v) > s.prec {
		return v[:charPos(v, s.prec)]
	}
	return v
}

// parseSpec reads a format specification.
func parseSpec(text, typ string) (spec, error) {
	s := spec{prec: -1}
	i := 0
	if n := 0; len(text) > 0 {
		n = charLen(text)
		if len(text) > n && strings.IndexByte("<>^=", text[n]) >= 0 {
			s.fill, s.align = text[:n], text[n]
			i = n + 1
		} else if strings.IndexByte("<>^=", text[0]) >= 0 {
			s.align = text[0]
			i = 1
		}
	}
	next := func(set string) byte {
		if i < len(text) && strings.IndexByte(set, text[i]) >= 0 {
			i++
			return text[i-1]
		}
		return 0
	}
	s.sign = next("+- ")
	s.noNeg = next("z") != 0
	s.alt = next("#") != 0
	if i < len(text) && text[i] == '0' {
		i++
		s.zero = true
	}
	digits := func() (int, error) {
		from := i
		for i < len(text) && isDigit(text[i]) {
			i++
		}
		n, err := strconv.Atoi(text[from:i])
		if err != nil || n > maxWidth {
			return 0, raise(valueError, "Too many decimal digits in format string")
		}
		return n, nil
	}
	var err error
	if i < len(text) && isDigit(text[i]) {
		if s.width, err = digits(); err != nil {
			return s, err
		}
	}
	if s.comma = next(",_"); s.comma != 0 {
		if other := next(",_"); other != 0 {
			if other == s.comma {
				return s, raise(valueError, "Cannot specify '%c' with '%c'.", s.comma, other)
			}
			return s, raise(valueError, "Cannot specify both ',' and '_'.")
		}
	}
	if next(".") != 0 {
		if i >= len(text) || !isDigit(text[i]) {
			return s, raise(valueError, "Format specifier missing precision")
		}
		if s.prec, err = digits(); err != nil {
			return s, err
		}
	}
	if i < len(text) {
		if len(text)-i > charLen(text[i:]) {
			return s, raise(valueError, "Invalid format specifier '%s' for object of type '%s'", text, typ)
		}
		if text[i] >= 0x80 {
			return s, raise(valueError, "Unknown format code '%s' for object of type '%s'", text[i:], typ)
		}
		s.verb = text[i]
	}
	return s, nil
}

func unknownCode(verb byte, typ string) error {
	return raise(valueError, "Unknown format code '%c' for object of type '%s'", verb, typ)
}

// format is format(o, spec).
func (c *Context) format(o py.Object, text string) (string, error) {
	if isUser(o) {
		fn := classOf(o).lookup("__format__")
		if b, ok := fn.(*Builtin); fn != nil && (!ok || b.owner != objectClass && base(o) == o) {
			v, err := c.callSpecial(fn, o, py.String(text))
			if err != nil {
				return "", err
			}
			s, ok := textOf(v)
			if !ok {
				return "", raise(typeError, "__format__ must return a str, not %s", classOf(v).name)
			}
			return s, nil
		}
		if o.(py.Object) != base(o) && text == "" {
			return c.str(o)
		}
		o = base(o)
	}
	if text == "" {
		return c.str(o)
	}
	switch x := o.(type) {
	case py.String:
		return formatText(string(x), text, "str")
	case py.Bool:
		return formatInt(x, text, "bool")
	case py.Int, *py.BigInt:
		return formatInt(x, text, "int")
	case py.Float:
		s, err := parseSpec(text, "float")
		if err != nil {
			return "", err
		}
		switch s.verb {
		case 0, 'e', 'E', 'f', 'F', 'g', 'G', 'n', '%':
			return s.float(float64(x)), nil
		}
		return "", unknownCode(s.verb, "float")
	case py.Complex:
		s, err := parseSpec(text, "complex")
		if err != nil {
			return "", err
		}
		return s.complex(complex128(x))
	}
	if fn, ok := classOf(o).lookup("__format__").(*Builtin); ok && fn.owner != objectClass {
		v, err := fn.call(c, o, []py.Object{py.String(text)}, nil)
		if err != nil {
			return "", err
		}
		s, _ := textOf(v)
		return s, nil
	}
	return "", raise(typeError, "unsupported format string passed to %s.__format__", classOf(o).name)
}

func formatText(v, text, typ string) (string, error) {
	s, err := parseSpec(text, typ)
	if err != nil {
		return "", err
	}
	switch {
	case s.verb != 0 && s.verb != 's':
		return "", unknownCode(s.verb, typ)
	case s.sign == ' ':
		return "", raise(valueError, "Space not allowed in string format specifier")
	case s.sign != 0:
		return "", raise(valueError, "Sign not allowed in string format specifier")
	case s.alt:
		return "", raise(valueError, "Alternate form (#) not allowed in string format specifier")
	case s.comma != 0:
		return "", raise(valueError, "Cannot specify '%c' with 's'.", s.comma)
	case s.align == '=':
		return "", raise(valueError, "'=' alignment not allowed in string format specifier")
	}
	return s.pad("", s.cut(v), false), nil
}

func formatInt(o py.Object, text, typ string) (string, error) {
	s, err := parseSpec(text, typ)
	if err != nil {
		return "", err
	}
	n, _ := bigOf(o)
	switch s.verb {
	case 0, 'd', 'b', 'o', 'x', 'X', 'n':
		if s.prec >= 0 {
			return "", raise(valueError, "Precision not allowed in integer format specifier")
		}
		if s.noNeg {
			return "", raise(valueError, "Negative zero coercion (z) not allowed in integer format specifier")
		}
		if s.comma == ',' && s.verb != 0 && s.verb != 'd' {
			return "", raise(valueError, "Cannot specify ',' with '%c'.", s.verb)
		}
		if typ == "bool" && s.verb == 0 {
			// A bool without a code is formatted as an integer, too.
			s.verb = 'd'
		}
		return s.integer(n)
	case 'c':
		if s.comma != 0 {
			return "", raise(valueError, "Cannot specify '%c' with 'c'.", s.comma)
		}
		if s.sign != 0 {
			return "", raise(valueError, "Sign not allowed with integer format specifier 'c'")
		}
		if !n.IsInt64() || n.Int64() < 0 || n.Int64() > 0x10ffff {
			return "", raise(overflowError, "%s", "%c arg not in range(0x110000)")
		}
		ch, err := charOf(int(n.Int64()))
		return s.pad("", ch, true), err
	case 'e', 'E', 'f', 'F', 'g', 'G', '%':
		num := number{kind: 'b', b: n}
		f, err := num.float()
		if err != nil {
			return "", err
		}
		return s.float(f), nil
	}
	return "", unknownCode(s.verb, typ)
}

// complex formats the parts one by one. Without a letter it looks like repr.
func (s *spec) complex(z complex128) (string, error) {
	switch {
	case s.verb != 0 && strings.IndexByte("eEfFgGn", s.verb) < 0:
		return "", unknownCode(s.verb, "complex")
	case s.zero || s.fill == "0" && s.align == '=':
		return "", raise(valueError, "Zero padding is not allowed in complex format specifier")
	case s.align == '=':
		return "", raise(valueError, "'=' alignment flag is not allowed in complex format specifier")
	}
	part := *s
	part.width, part.fill, part.align = 0, "", 0
	short := s.verb == 0
	if short {
		part.verb = 'g'
		if s.prec < 0 {
			part.verb = 'r'
		}
	}
	number := func(f float64) string {
		if part.verb == 'r' {
			plain := part
			plain.verb = 0
			return strings.TrimSuffix(plain.float(f), ".0")
		}
		return part.float(f)
	}
	re := ""
	skip := short && real(z) == 0 && !math.Signbit(real(z))
	if !skip {
		re = number(real(z))
		part.sign = '+'
	}
	text := re + number(imag(z)) + "j"
	if short && !skip {
		text = "(" + text + ")"
	}
	return s.pad("", text, true), nil
}

// formatter runs str.format.
type formatter struct {
	c       *Context
	args    []py.Object
	kw      []string
	vals    []py.Object
	mapping py.Object
	auto    int  // number of the next automatic field
	manual  bool // numbers were given
}

func (f *formatter) format(s string, depth int) (string, error) {
	if depth > 1 {
		return "", raise(valueError, "Max string recursion exceeded")
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		c := s[i]
		if c != '{' && c != '}' {
			b.WriteByte(c)
			i++
			continue
		}
		if i+1 < len(s) && s[i+1] == c {
			b.WriteByte(c)
			i += 2
			continue
		}
		if c == '}' {
			return "", raise(valueError, "Single '}' encountered in format string")
		}
		if i+1 == len(s) {
			return "", raise(valueError, "Single '{' encountered in format string")
		}
		name, conversion, spec, end, err := splitField(s, i+1)
		if err != nil {
			return "", err
		}
		text, err := f.field(name, conversion, spec, depth)
		if err != nil {
			return "", err
		}
		if b.Len()+len(text) > MaxAlloc {
			return "", memoryErr()
		}
		b.WriteString(text)
		i = end
	}
	return b.String(), nil
}

// splitField splits a replacement field that begins at i; end is behind it.
func splitField(s string, i int) (name string, conversion byte, spec string, end int, err error) {
	at := i
	bracket := false
name:
	for ; at < len(s); at++ {
		switch s[at] {
		case '{':
			if !bracket {
				return "", 0, "", 0, raise(valueError, "unexpected '{' in field name")
			}
		case '[':
			bracket = true
		case ']':
			bracket = false
		case '}', ':', '!':
			if !bracket {
				break name
			}
		}
	}
	if at == len(s) {
		return "", 0, "", 0, raise(valueError, "expected '}' before end of string")
	}
	name = s[i:at]
	mark := s[at]
	at++
	if mark == '}' {
		return name, 0, "", at, nil
	}
	if mark == '!' {
		if at == len(s) {
			return "", 0, "", 0, raise(valueError, "end of string while looking for conversion specifier")
		}
		conversion = s[at]
		at++
		if at < len(s) {
			at++
			if s[at-1] == '}' {
				return name, conversion, "", at, nil
			}
			if s[at-1] != ':' {
				return "", 0, "", 0, raise(valueError, "expected ':' after conversion specifier")
			}
		}
	}
	start, depth := at, 1
	for ; at < len(s); at++ {
		switch s[at] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return name, conversion, s[start:at], at + 1, nil
			}
		}
	}
	return "", 0, "", 0, raise(valueError, "unmatched '{' in format spec")
}

func (f *formatter) field(name string, conversion byte, spec string, depth int) (string, error) {
	v, err := f.lookup(name)
	if err != nil {
		return "", err
	}
	switch conversion {
	case 0:
	case 'r', 's', 'a':
		t, err := f.c.convert(v, conversion)
		if err != nil {
			return "", err
		}
		v = py.String(t)
	default:
		return "", raise(valueError, "Unknown conversion specifier %c", conversion)
	}
	if strings.IndexByte(spec, '{') >= 0 {
		if spec, err = f.format(spec, depth+1); err != nil {
			return "", err
		}
	}
	return f.c.format(v, spec)
}

// lookup finds a field: a number or a name, and attributes and items of it.
func (f *formatter) lookup(name string) (py.Object, error) {
	first, rest := name, ""
	if i := strings.IndexAny(name, ".["); i >= 0 {
		first, rest = name[:i], name[i:]
	}
	v, err := f.first(first)
	if err != nil {
		return nil, err
	}
	for rest != "" {
		if rest[0] == '.' {
			end := strings.IndexAny(rest[1:], ".[")
			if end < 0 {
				end = len(rest) - 1
			}
			attr := rest[1 : end+1]
			if attr == "" {
				return nil, raise(valueError, "Empty attribute in format string")
			}
			if v, err = f.c.getattr(v, attr); err != nil {
				return nil, err
			}
			rest = rest[end+1:]
			continue
		}
		end := strings.IndexByte(rest, ']')
		if end < 0 {
			return nil, raise(valueError, "Missing ']' in format string")
		}
		key := py.Object(py.String(rest[1:end]))
		if rest[1:end] == "" {
			return nil, raise(valueError, "Empty attribute in format string")
		}
		if n, err := strconv.Atoi(rest[1:end]); err == nil && isDigit(rest[1]) {
			key = py.Int(n)
		}
		if v, err = f.c.getitem(v, key); err != nil {
			return nil, err
		}
		rest = rest[end+1:]
		if rest != "" && rest[0] != '.' && rest[0] != '[' {
			return nil, raise(valueError, "Only '.' or '[' may follow ']' in format field specifier")
		}
	}
	return v, nil
}

func (f *formatter) first(name string) (py.Object, error) {
	n, err := strconv.Atoi(name)
	isNum := err == nil && name != "" && isDigit(name[0])
	if f.mapping != nil && !isNum && name != "" {
		return f.c.getitem(f.mapping, py.String(name))
	}
	switch {
	case name == "":
		if f.manual {
			return nil, raise(valueError, "cannot switch from manual field specification to automatic field numbering")
		}
		n = f.auto
		f.auto++
	case isNum:
		if f.auto > 0 {
			return nil, raise(valueError, "cannot switch from automatic field numbering to manual field specification")
		}
		f.manual = true
	default:
		for i, k := range f.kw {
			if k == name {
				return f.vals[i], nil
			}
		}
		return nil, keyErr(py.String(name))
	}
	if f.mapping != nil {
		return nil, raise(valueError, "Format string contains positional fields")
	}
	if n >= len(f.args) {
		return nil, raise(indexError, "Replacement index %d out of range for positional args tuple", n)
	}
	return f.args[n], nil
}
