package engine

import (
	"math"
	"math/big"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/go-python/gpython/py"
)

// spec is a parsed format specification, of % and of format().
type spec struct {
	fill  string
	align byte // '<', '>', '^', '=' or 0
	sign  byte // '+', '-', ' ' or 0
	alt   bool
	zero  bool
	comma byte // ',' or '_' or 0
	width int
	prec  int // -1 if absent
	verb  byte
}

// maxWidth bounds width and precision.
const maxWidth = 1 << 20

func badFormat(format string, a ...any) error {
	return py.ExceptionNewf(py.ValueError, format, a...)
}

// pad brings body, preceded by sign, to the width. numeric decides the default.
func (s *spec) pad(sign, body string, numeric bool) string {
	fill, align := s.fill, s.align
	if s.zero && align == 0 && numeric {
		fill, align = "0", '='
	}
	if fill == "" {
		fill = " "
	}
	n := s.width - utf8.RuneCountInString(sign) - utf8.RuneCountInString(body)
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

// integer formats o by verb d, o, x, X or b.
func (s *spec) integer(o py.Object) (string, error) {
	var n big.Int
	switch x := o.(type) {
	case py.Int:
		n.SetInt64(int64(x))
	case *py.BigInt:
		n.Set((*big.Int)(x))
	case py.Bool:
		if x {
			n.SetInt64(1)
		}
	case py.Float:
		f := float64(x)
		if math.IsNaN(f) || math.IsInf(f, 0) {
			return "", badFormat("cannot convert float %v to integer", f)
		}
		new(big.Float).SetFloat64(math.Trunc(f)).Int(&n)
	default:
		return "", py.ExceptionNewf(py.TypeError, "%%%c format: a number is required, not %s", s.verb, o.Type().Name)
	}
	neg := n.Sign() < 0
	n.Abs(&n)
	var body, prefix string
	switch s.verb {
	case 'o':
		body, prefix = n.Text(8), "0o"
	case 'x':
		body, prefix = n.Text(16), "0x"
	case 'X':
		body, prefix = strings.ToUpper(n.Text(16)), "0X"
	case 'b':
		body, prefix = n.Text(2), "0b"
	default:
		body = n.Text(10)
	}
	for len(body) < s.prec {
		body = "0" + body
	}
	if s.comma != 0 {
		body = group(body, s.comma)
	}
	sign := s.signOf(neg)
	if s.alt {
		sign += prefix
	}
	return s.pad(sign, body, true), nil
}

func group(digits string, sep byte) string {
	var b strings.Builder
	for i := range len(digits) {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteByte(sep)
		}
		b.WriteByte(digits[i])
	}
	return b.String()
}

func toFloat(o py.Object) (float64, bool) {
	switch x := o.(type) {
	case py.Float:
		return float64(x), true
	case py.Int:
		return float64(x), true
	case py.Bool:
		if x {
			return 1, true
		}
		return 0, true
	case *py.BigInt:
		f, _ := new(big.Float).SetInt((*big.Int)(x)).Float64()
		return f, true
	}
	return 0, false
}

// float formats o by verb e, f, g (either case) or %.
func (s *spec) float(o py.Object) (string, error) {
	f, ok := toFloat(o)
	if !ok {
		return "", py.ExceptionNewf(py.TypeError, "must be real number, not %s", o.Type().Name)
	}
	prec := s.prec
	if prec < 0 {
		prec = 6
	}
	verb, suffix := s.verb|0x20, ""
	if s.verb == '%' {
		verb, suffix, f = 'f', "%", f*100
	}
	if verb == 'g' && prec == 0 {
		prec = 1
	}
	neg := math.Signbit(f) && !math.IsNaN(f)
	body := strconv.FormatFloat(math.Abs(f), verb, prec, 64)
	if verb == 'g' && !strings.ContainsAny(body, "IN") {
		body = pythonG(math.Abs(f), prec)
	}
	switch {
	case math.IsNaN(f):
		body = "nan"
	case math.IsInf(f, 0):
		body = "inf"
	}
	if s.verb >= 'A' && s.verb <= 'Z' {
		body = strings.ToUpper(body)
	}
	if s.comma != 0 {
		whole, frac, _ := strings.Cut(body, ".")
		whole = group(whole, s.comma)
		if frac != "" {
			whole += "." + frac
		}
		body = whole
	}
	return s.pad(s.signOf(neg), body+suffix, true), nil
}

// pythonG is %g: C's rule for when to use an exponent, without trailing zeros.
func pythonG(f float64, prec int) string {
	e := strconv.FormatFloat(f, 'e', prec-1, 64)
	i := strings.IndexByte(e, 'e')
	exp, _ := strconv.Atoi(e[i+1:])
	if exp < -4 || exp >= prec {
		m := e[:i]
		if strings.Contains(m, ".") {
			m = strings.TrimRight(strings.TrimRight(m, "0"), ".")
		}
		return m + e[i:]
	}
	m := strconv.FormatFloat(f, 'f', max(prec-1-exp, 0), 64)
	if strings.Contains(m, ".") {
		m = strings.TrimRight(strings.TrimRight(m, "0"), ".")
	}
	return m
}

// text formats a string: precision cuts.
func (s *spec) text(v string) string {
	if s.prec >= 0 {
		n := 0
		for i := range v {
			if n == s.prec {
				v = v[:i]
				break
			}
			n++
		}
	}
	return s.pad("", v, false)
}

func (s *spec) char(o py.Object) (string, error) {
	switch x := o.(type) {
	case py.String:
		if utf8.RuneCountInString(string(x)) == 1 {
			return s.text(string(x)), nil
		}
	case py.Int:
		if x >= 0 && x <= utf8.MaxRune {
			return s.text(string(rune(x))), nil
		}
		return "", py.ExceptionNewf(py.OverflowError, "%%c arg not in range(0x110000)")
	}
	return "", py.ExceptionNewf(py.TypeError, "%%c requires int or char")
}

// formatPercent is format % values. gpython hands values to Go's fmt.
func formatPercent(format string, values py.Object) (py.Object, error) {
	var b strings.Builder
	tuple, isTuple := values.(py.Tuple)
	if !isTuple {
		tuple = py.Tuple{values}
	}
	used, mapped := 0, false
	next := func() (py.Object, error) {
		if used >= len(tuple) {
			return nil, py.ExceptionNewf(py.TypeError, "not enough arguments for format string")
		}
		used++
		return tuple[used-1], nil
	}
	star := func() (int, error) {
		o, err := next()
		if err != nil {
			return 0, err
		}
		n, ok := o.(py.Int)
		if !ok {
			return 0, py.ExceptionNewf(py.TypeError, "* wants int")
		}
		return int(n), nil
	}
	for i := 0; i < len(format); {
		j := strings.IndexByte(format[i:], '%')
		if j < 0 {
			b.WriteString(format[i:])
			break
		}
		b.WriteString(format[i : i+j])
		i += j + 1
		s := spec{prec: -1}
		var o py.Object
		if i < len(format) && format[i] == '(' {
			depth, k := 1, i+1
			for ; k < len(format) && depth > 0; k++ {
				switch format[k] {
				case '(':
					depth++
				case ')':
					depth--
				}
			}
			if depth > 0 {
				return nil, badFormat("incomplete format key")
			}
			var err error
			if o, err = py.GetItem(values, py.String(format[i+1:k-1])); err != nil {
				return nil, err
			}
			i, mapped = k, true
		}
		for ; i < len(format); i++ {
			switch format[i] {
			case '-':
				s.align = '<'
			case '+':
				s.sign = '+'
			case ' ':
				if s.sign == 0 {
					s.sign = ' '
				}
			case '#':
				s.alt = true
			case '0':
				s.zero = true
			default:
				goto flagsDone
			}
		}
	flagsDone:
		var err error
		if i < len(format) && format[i] == '*' {
			if s.width, err = star(); err != nil {
				return nil, err
			}
			if s.width < 0 {
				s.align, s.width = '<', -s.width
			}
			i++
		} else if s.width, i, err = number(format, i); err != nil {
			return nil, err
		}
		if i < len(format) && format[i] == '.' {
			i++
			if i < len(format) && format[i] == '*' {
				if s.prec, err = star(); err != nil {
					return nil, err
				}
				s.prec = max(s.prec, 0)
				i++
			} else if s.prec, i, err = number(format, i); err != nil {
				return nil, err
			}
		}
		if s.width > maxWidth || s.prec > maxWidth {
			return nil, badFormat("width or precision too big")
		}
		for i < len(format) && strings.IndexByte("hlL", format[i]) >= 0 {
			i++
		}
		if i >= len(format) {
			return nil, badFormat("incomplete format")
		}
		s.verb = format[i]
		i++
		if s.verb == '%' {
			b.WriteByte('%')
			continue
		}
		if o == nil {
			if o, err = next(); err != nil {
				return nil, err
			}
		}
		var out string
		switch s.verb {
		case 's':
			if out, err = render(o, (*renderer).str); err == nil {
				out = s.text(out)
			}
		case 'r', 'a':
			if out, err = render(o, (*renderer).repr); err == nil {
				if s.verb == 'a' {
					out = asciiOnly(out)
				}
				out = s.text(out)
			}
		case 'd', 'i', 'u':
			s.verb = 'd'
			out, err = s.integer(o)
		case 'o', 'x', 'X':
			if _, ok := o.(py.Float); ok {
				return nil, py.ExceptionNewf(py.TypeError, "%%%c format: an integer is required, not float", s.verb)
			}
			out, err = s.integer(o)
		case 'e', 'E', 'f', 'F', 'g', 'G':
			out, err = s.float(o)
		case 'c':
			out, err = s.char(o)
		default:
			return nil, badFormat("unsupported format character '%c' (0x%x)", s.verb, s.verb)
		}
		if err != nil {
			return nil, err
		}
		if b.Len()+len(out) > MaxAlloc {
			return nil, tooLarge()
		}
		b.WriteString(out)
	}
	if used < len(tuple) && !mapped {
		if _, isMap := values.(py.StringDict); !isMap || isTuple {
			return nil, py.ExceptionNewf(py.TypeError, "not all arguments converted during string formatting")
		}
	}
	return py.String(b.String()), nil
}

// number reads digits at i.
func number(s string, i int) (n, next int, err error) {
	for ; i < len(s) && s[i] >= '0' && s[i] <= '9'; i++ {
		if n = n*10 + int(s[i]-'0'); n > maxWidth {
			return 0, i, badFormat("width or precision too big")
		}
	}
	return n, i, nil
}

// formatSpec is format(o, spec) for strings and numbers; other objects take an
// empty specification, or their own __format__.
func formatSpec(o py.Object, text string) (string, error) {
	if fn := userMethod(o, "__format__"); fn != nil {
		r, err := py.Call(fn, py.Tuple{o, py.String(text)}, nil)
		if err != nil {
			return "", err
		}
		s, ok := r.(py.String)
		if !ok {
			return "", py.ExceptionNewf(py.TypeError, "__format__ must return a str, not %s", r.Type().Name)
		}
		return string(s), nil
	}
	if text == "" {
		return render(o, (*renderer).str)
	}
	s := spec{prec: -1}
	i := 0
	if n := charLen(text); n < len(text) && strings.IndexByte("<>^=", text[n]) >= 0 {
		s.fill, s.align, i = text[:n], text[n], n+1
	} else if strings.IndexByte("<>^=", text[0]) >= 0 {
		s.align, i = text[0], 1
	}
	take := func(set string) byte {
		if i < len(text) && strings.IndexByte(set, text[i]) >= 0 {
			i++
			return text[i-1]
		}
		return 0
	}
	s.sign = take("+- ")
	s.alt = take("#") != 0
	s.zero = take("0") != 0
	var err error
	if s.width, i, err = number(text, i); err != nil {
		return "", err
	}
	s.comma = take(",_")
	if take(".") != 0 {
		at := i
		if s.prec, i, err = number(text, i); err != nil {
			return "", err
		}
		if i == at {
			return "", badFormat("Format specifier missing precision")
		}
	}
	s.verb = take("sdbcoxXneEfFgG%")
	if i != len(text) {
		return "", badFormat("Invalid format specifier '%s' for object of type '%s'", text, o.Type().Name)
	}
	switch x := o.(type) {
	case py.String:
		if s.verb != 0 && s.verb != 's' || s.align == '=' || s.sign != 0 {
			return "", badFormat("Invalid format specifier '%s' for object of type 'str'", text)
		}
		return s.text(string(x)), nil
	case py.Int, *py.BigInt, py.Bool:
		switch s.verb {
		case 0, 'n':
			s.verb = 'd'
			return s.integer(o)
		case 'd', 'b', 'o', 'x', 'X':
			return s.integer(o)
		case 'c':
			return s.char(o)
		case 'e', 'E', 'f', 'F', 'g', 'G', '%':
			return s.float(o)
		}
	case py.Float:
		switch s.verb {
		case 0:
			if s.prec >= 0 {
				s.verb = 'g'
				return s.float(o)
			}
			v, err := render(o, (*renderer).repr)
			if err != nil {
				return "", err
			}
			neg := strings.HasPrefix(v, "-")
			return s.pad(s.signOf(neg), strings.TrimPrefix(v, "-"), true), nil
		case 'n':
			s.verb = 'g'
			return s.float(o)
		case 'e', 'E', 'f', 'F', 'g', 'G', '%':
			return s.float(o)
		}
	default:
		return "", py.ExceptionNewf(py.TypeError, "unsupported format string passed to %s.__format__", o.Type().Name)
	}
	return "", badFormat("Unknown format code '%c' for object of type '%s'", s.verb, o.Type().Name)
}
