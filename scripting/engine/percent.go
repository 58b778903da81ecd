package engine

import (
	"math"
	"math/big"
	"strings"

	"github.com/go-python/gpython/py"
)

// percent is format % values.
func (c *Context) percent(format string, values py.Object) (string, error) {
	p := percenter{c: c, format: format, values: values}
	return p.run()
}

// percentBytes is the same for bytes.
func (c *Context) percentBytes(format string, values py.Object) (string, error) {
	p := percenter{c: c, format: format, values: values, bytes: true}
	return p.run()
}

type percenter struct {
	c      *Context
	format string
	values py.Object
	bytes  bool
	next   int
	named  bool
	value  py.Object // of the last key
}

// arg is the next value.
func (p *percenter) arg() (py.Object, error) {
	t, ok := p.tuple()
	if !ok || p.named {
		if p.next > 0 {
			return nil, raise(typeError, "not enough arguments for format string")
		}
		p.next++
		if p.named {
			return p.value, nil
		}
		return p.values, nil
	}
	if p.next >= len(t) {
		return nil, raise(typeError, "not enough arguments for format string")
	}
	p.next++
	return t[p.next-1], nil
}

func (p *percenter) tuple() (py.Tuple, bool) {
	t, ok := base(p.values).(py.Tuple)
	return t, ok
}

func (p *percenter) run() (string, error) {
	var b strings.Builder
	f := p.format
	for i := 0; i < len(f); {
		if f[i] != '%' {
			j := strings.IndexByte(f[i:], '%')
			if j < 0 {
				j = len(f) - i
			}
			b.WriteString(f[i : i+j])
			i += j
			continue
		}
		text, n, err := p.one(f[i+1:], i+1)
		if err != nil {
			return "", err
		}
		if b.Len()+len(text) > MaxAlloc {
			return "", memoryErr()
		}
		b.WriteString(text)
		i += 1 + n
	}
	if p.named {
		return b.String(), nil
	}
	if t, ok := p.tuple(); ok {
		if p.next < len(t) {
			return "", raise(typeError, "not all arguments converted during %s formatting", p.kind())
		}
	} else if p.next == 0 {
		switch base(p.values).(type) {
		case *Dict, *py.List:
			return b.String(), nil
		}
		if isUser(p.values) && classOf(p.values).lookup("__getitem__") != nil {
			return b.String(), nil
		}
		return "", raise(typeError, "not all arguments converted during %s formatting", p.kind())
	}
	return b.String(), nil
}

func (p *percenter) kind() string {
	if p.bytes {
		return "bytes"
	}
	return "string"
}

// one formats one conversion; s begins behind its %. n is its length.
func (p *percenter) one(s string, at int) (text string, n int, err error) {
	sp := spec{prec: -1}
	i := 0
	var named py.Object
	if i < len(s) && s[i] == '(' {
		if _, ok := base(p.values).(*Dict); !ok && (!isUser(p.values) || classOf(p.values).lookup("__getitem__") == nil || isTupleOrText(p.values)) {
			return "", 0, raise(typeError, "format requires a mapping")
		}
		depth, j := 1, i+1
		for ; j < len(s) && depth > 0; j++ {
			switch s[j] {
			case '(':
				depth++
			case ')':
				depth--
			}
		}
		if depth > 0 {
			return "", 0, raise(valueError, "incomplete format key")
		}
		var key py.Object = py.String(s[i+1 : j-1])
		if p.bytes {
			key = py.Bytes(s[i+1 : j-1])
		}
		if named, err = p.c.getitem(p.values, key); err != nil {
			return "", 0, err
		}
		p.named, p.value, p.next = true, named, 0
		i = j
	}
	for ; i < len(s); i++ {
		switch s[i] {
		case '-':
			sp.align = '<'
			continue
		case '+':
			sp.sign = '+'
			continue
		case ' ':
			if sp.sign == 0 {
				sp.sign = ' '
			}
			continue
		case '#':
			sp.alt = true
			continue
		case '0':
			sp.zero = true
			continue
		}
		break
	}
	number := func() (int, error) {
		if i < len(s) && s[i] == '*' {
			i++
			v, err := p.arg()
			if err != nil {
				return 0, err
			}
			n, ok := intOf(v)
			if !ok {
				return 0, raise(typeError, "* wants int")
			}
			if n > maxWidth || n < -maxWidth {
				return 0, raise(valueError, "width too big")
			}
			return n, nil
		}
		n := 0
		for ; i < len(s) && isDigit(s[i]); i++ {
			if n = n*10 + int(s[i]-'0'); n > maxWidth {
				return 0, raise(valueError, "width too big")
			}
		}
		return n, nil
	}
	if sp.width, err = number(); err != nil {
		return "", 0, err
	}
	if sp.width < 0 {
		sp.width, sp.align = -sp.width, '<'
	}
	if i < len(s) && s[i] == '.' {
		i++
		if sp.prec, err = number(); err != nil {
			return "", 0, err
		}
		sp.prec = max(sp.prec, 0)
	}
	for i < len(s) && strings.IndexByte("hlL", s[i]) >= 0 {
		i++
	}
	if i >= len(s) {
		return "", 0, raise(valueError, "incomplete format")
	}
	sp.verb = s[i]
	i++
	if sp.verb == '%' {
		return "%", i, nil
	}
	if strings.IndexByte("diouxXeEfFgGcrsab", sp.verb) < 0 {
		return "", 0, p.unsupported(sp.verb, at+i-1)
	}
	v, err := p.arg()
	if err != nil {
		return "", 0, err
	}
	text, err = p.convert(&sp, v, at+i-1)
	return text, i, err
}

func isTupleOrText(o py.Object) bool {
	switch base(o).(type) {
	case py.Tuple, py.String, py.Bytes:
		return true
	}
	return false
}

func (p *percenter) unsupported(verb byte, at int) error {
	shown := string(verb)
	if verb < ' ' || verb > '~' {
		shown = "?"
	}
	if verb >= 0x80 {
		return raise(valueError, "unsupported format character '?' (0x%x) at index %d", codeOf(p.format[at:]), textLen(p.format[:at]))
	}
	return raise(valueError, "unsupported format character '%s' (0x%x) at index %d", shown, verb, at)
}

func (p *percenter) convert(sp *spec, v py.Object, at int) (string, error) {
	if sp.align == '<' {
		sp.zero = false
	}
	switch sp.verb {
	case 's', 'r', 'a', 'b':
		s, err := p.text(sp.verb, v)
		if err != nil {
			return "", err
		}
		sp.zero = false
		if p.bytes {
			if sp.prec >= 0 && len(s) > sp.prec {
				s = s[:sp.prec]
			}
			align := byte('>')
			if sp.align == '<' {
				align = '<'
			}
			return justified(s, len(s), sp.width, " ", align)
		}
		s = sp.cut(s)
		if sp.align == 0 {
			sp.align = '>'
		}
		return sp.pad("", s, false), nil
	case 'c':
		s, err := p.char(v)
		if err != nil {
			return "", err
		}
		sp.zero = false
		if sp.align == 0 {
			sp.align = '>'
		}
		return sp.pad("", s, false), nil
	case 'd', 'i', 'u', 'o', 'x', 'X':
		n, err := p.integer(sp.verb, v)
		if err != nil {
			return "", err
		}
		return sp.integer(n)
	case 'e', 'E', 'f', 'F', 'g', 'G':
		f, err := p.c.toFloat(v)
		if err != nil {
			if p.c.isExc(err, typeError) {
				return "", raise(typeError, "must be real number, not %s", classOf(v).name)
			}
			return "", err
		}
		if math.IsInf(f, 0) || math.IsNaN(f) {
			sp.zero = false
		}
		return sp.float(f), nil
	}
	return "", p.unsupported(sp.verb, at)
}

func (p *percenter) text(verb byte, v py.Object) (string, error) {
	if !p.bytes {
		if verb == 'b' {
			return "", raise(valueError, "unsupported format character 'b' (0x62) at index 1")
		}
		return p.c.convert(v, verb)
	}
	switch verb {
	case 'r', 'a':
		s, err := p.c.repr(v)
		return asciiOnly(s), err
	}
	b, ok := rawBytes(v)
	if !ok {
		return "", raise(typeError, "%%b requires a bytes-like object, or an object that implements __bytes__, not '%s'", classOf(v).name)
	}
	return string(b), nil
}

func (p *percenter) wantChar() string {
	if p.bytes {
		return "%c requires an integer in range(256) or a single byte"
	}
	return "%c requires int or char"
}

func (p *percenter) char(v py.Object) (string, error) {
	if s, ok := textOf(v); ok && !p.bytes {
		if textLen(s) != 1 {
			return "", raise(typeError, "%s", p.wantChar())
		}
		return s, nil
	}
	if b, ok := rawBytes(v); ok && p.bytes && len(b) == 1 {
		return string(b), nil
	}
	n, ok := intOf(v)
	if !ok {
		return "", raise(typeError, "%s", p.wantChar())
	}
	if p.bytes {
		if n < 0 || n > 255 {
			return "", raise(overflowError, "%s", "%c arg not in range(256)")
		}
		return string([]byte{byte(n)}), nil
	}
	if n < 0 || n > 0x10ffff {
		return "", raise(overflowError, "%s", "%c arg not in range(0x110000)")
	}
	return charOf(n)
}

func (p *percenter) integer(verb byte, v py.Object) (*big.Int, error) {
	if n, ok := bigOf(v); ok {
		return n, nil
	}
	if f, ok := base(v).(py.Float); ok && strings.IndexByte("diu", verb) >= 0 {
		return floatToInt(float64(f))
	}
	if isUser(v) {
		for _, name := range [...]string{"__index__", "__int__"} {
			if fn := classOf(v).lookup(name); fn != nil && (name == "__index__" || strings.IndexByte("diu", verb) >= 0) {
				x, err := p.c.callSpecial(fn, v)
				if err != nil {
					return nil, err
				}
				if n, ok := bigOf(x); ok {
					return n, nil
				}
			}
		}
	}
	if strings.IndexByte("oxX", verb) >= 0 {
		return nil, raise(typeError, "%%%c format: an integer is required, not %s", verb, classOf(v).name)
	}
	return nil, raise(typeError, "%%%c format: a real number is required, not %s", verb, classOf(v).name)
}

// floatToInt is int(f).
func floatToInt(f float64) (*big.Int, error) {
	if math.IsNaN(f) {
		return nil, raise(valueError, "cannot convert float NaN to integer")
	}
	if math.IsInf(f, 0) {
		return nil, raise(overflowError, "cannot convert float infinity to integer")
	}
	n, _ := new(big.Float).SetFloat64(math.Trunc(f)).Int(nil)
	return n, nil
}
