package engine

import (
	"math"
	"math/big"
	"math/bits"
	"strconv"
	"strings"

	"github.com/go-python/gpython/py"
)

var intParams = newBuiltin("int", "x? / base?", nil)

// newInt is int(x, base).
func newInt(c *Context, cls *Class, args []py.Object, kw []string) (py.Object, error) {
	a, err := c.fill(intParams, args, kw)
	if err != nil {
		return nil, err
	}
	if a[0] == nil {
		if a[1] != nil {
			return nil, raise(typeError, "int() missing string argument")
		}
		return wrap(cls, intObject(0)), nil
	}
	if a[1] != nil {
		radix, err := c.index(a[1])
		if err != nil {
			return nil, err
		}
		if radix != 0 && (radix < 2 || radix > 36) {
			return nil, raise(valueError, "int() base must be >= 2 and <= 36, or 0")
		}
		s, ok := textOf(a[0])
		if !ok {
			b, isBytes := rawBytes(a[0])
			if !isBytes {
				return nil, raise(typeError, "int() can't convert non-string with explicit base")
			}
			s = string(b)
		}
		return intFromText(cls, s, radix, a[0])
	}
	switch x := base(a[0]).(type) {
	case py.Int, *py.BigInt:
		if isUser(a[0]) {
			if fn := classOf(a[0]).overrides("__int__"); fn != nil {
				break
			}
		}
		return wrap(cls, x), nil
	case py.Bool:
		n, _ := intOf(x)
		return wrap(cls, intObject(int64(n))), nil
	case py.Float:
		n, err := floatToInt(float64(x))
		if err != nil {
			return nil, err
		}
		return wrap(cls, normInt(n)), nil
	case py.String:
		return intFromText(cls, string(x), 10, a[0])
	case py.Bytes, *bytearray:
		b, _ := rawBytes(x)
		return intFromText(cls, string(b), 10, a[0])
	}
	for _, name := range [...]string{"__int__", "__index__", "__trunc__"} {
		if fn := classOf(a[0]).lookup(name); fn != nil {
			v, err := c.callSpecial(fn, a[0])
			if err != nil {
				return nil, err
			}
			n, ok := bigOf(v)
			if !ok {
				return nil, raise(typeError, "%s returned non-int (type %s)", name, classOf(v).name)
			}
			return wrap(cls, normInt(new(big.Int).Set(n))), nil
		}
	}
	return nil, raise(typeError, "int() argument must be a string, a bytes-like object or a real number, not '%s'", classOf(a[0]).name)
}

func intFromText(cls *Class, s string, radix int, o py.Object) (py.Object, error) {
	if radix != 2 && radix != 4 && radix != 8 && radix != 16 && radix != 32 && len(s) > maxDigits {
		return nil, raise(valueError, "Exceeds the limit (%d digits) for integer string conversion: value has %d digits; use sys.set_int_max_str_digits() to increase the limit", maxDigits, len(s))
	}
	n, ok := parseInt(s, radix)
	if !ok {
		return nil, raise(valueError, "invalid literal for int() with base %d: %s", radix, reprText(o))
	}
	return wrap(cls, normInt(n)), nil
}

func newFloat(c *Context, cls *Class, args []py.Object, kw []string) (py.Object, error) {
	if len(kw) > 0 {
		return nil, raise(typeError, "float() takes no keyword arguments")
	}
	if len(args) > 1 {
		return nil, raise(typeError, "float expected at most 1 argument, got %d", len(args))
	}
	if len(args) == 0 {
		return wrap(cls, py.Float(0)), nil
	}
	o := args[0]
	if s, ok := textOf(o); ok {
		f, err := parseFloat(s)
		return wrap(cls, py.Float(f)), err
	}
	if b, ok := rawBytes(o); ok {
		f, ok := floatFrom(string(b))
		if !ok {
			return nil, raise(valueError, "could not convert string to float: %s", reprText(o))
		}
		return wrap(cls, py.Float(f)), nil
	}
	f, err := c.toFloat(o)
	if err != nil && c.isExc(err, typeError) && (!isUser(o) || classOf(o).lookup("__float__") == nil) {
		return nil, raise(typeError, "float() argument must be a string or a real number, not '%s'", classOf(o).name)
	}
	return wrap(cls, py.Float(f)), err
}

// roundHalfEven rounds to n decimal digits.
func roundHalfEven(f float64, n int) float64 {
	if math.IsNaN(f) || math.IsInf(f, 0) || n > 323 {
		return f
	}
	if n < -308 {
		return math.Copysign(0, f)
	}
	if n >= 0 {
		s := strconv.FormatFloat(f, 'f', n, 64)
		r, err := strconv.ParseFloat(s, 64)
		if err != nil {
			return f
		}
		return r
	}
	p := math.Pow(10, float64(-n))
	return math.RoundToEven(f/p) * p
}

// roundInt rounds an integer to a power of ten.
func roundInt(n *big.Int, digits int) py.Object {
	if digits >= 0 {
		return normInt(new(big.Int).Set(n))
	}
	if -digits > 10000 {
		return intObject(0)
	}
	p := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(-digits)), nil)
	q, r := floorDivBig(n, p)
	twice := new(big.Int).Lsh(r, 1)
	if c := twice.Cmp(p); c > 0 || c == 0 && q.Bit(0) == 1 {
		q.Add(q, big.NewInt(1))
	}
	return normInt(q.Mul(q, p))
}

// floatRatio is float.as_integer_ratio.
func floatRatio(f float64) (py.Object, error) {
	if math.IsInf(f, 0) {
		return nil, raise(overflowError, "cannot convert Infinity to integer ratio")
	}
	if math.IsNaN(f) {
		return nil, raise(valueError, "cannot convert NaN to integer ratio")
	}
	r := new(big.Rat).SetFloat64(f)
	return py.Tuple{normInt(new(big.Int).Set(r.Num())), normInt(new(big.Int).Set(r.Denom()))}, nil
}

func floatHex(f float64) string {
	switch {
	case math.IsNaN(f):
		return "nan"
	case math.IsInf(f, 0):
		return strings.TrimPrefix(floatText(f), "+")
	case f == 0:
		if math.Signbit(f) {
			return "-0x0.0p+0"
		}
		return "0x0.0p+0"
	}
	b := math.Float64bits(math.Abs(f))
	exp, mant := int(b>>52)-1023, b&(1<<52-1)
	lead := "1"
	if b>>52 == 0 {
		lead, exp = "0", -1022
	}
	sign := ""
	if f < 0 {
		sign = "-"
	}
	return sprintf("%s0x%s.%013xp%+d", sign, lead, mant, exp)
}

func init() {
	k := intClass
	k.make = newInt
	boolClass.make = func(c *Context, _ *Class, args []py.Object, kw []string) (py.Object, error) {
		if len(kw) > 0 {
			return nil, raise(typeError, "bool() takes no keyword arguments")
		}
		if len(args) > 1 {
			return nil, raise(typeError, "bool expected at most 1 argument, got %d", len(args))
		}
		if len(args) == 0 {
			return py.False, nil
		}
		ok, err := c.truth(args[0])
		return py.NewBool(ok), err
	}
	self := func(o py.Object) *big.Int {
		n, _ := bigOf(o)
		return n
	}
	k.method("bit_length", "", func(_ *Context, o py.Object, _ []py.Object) (py.Object, error) { return py.Int(self(o).BitLen()), nil })
	k.method("bit_count", "", func(_ *Context, o py.Object, _ []py.Object) (py.Object, error) {
		n := 0
		for _, w := range new(big.Int).Abs(self(o)).Bits() {
			n += bits.OnesCount64(uint64(w))
		}
		return py.Int(n), nil
	})
	k.method("conjugate", "", func(_ *Context, o py.Object, _ []py.Object) (py.Object, error) {
		return normInt(new(big.Int).Set(self(o))), nil
	})
	k.method("as_integer_ratio", "", func(_ *Context, o py.Object, _ []py.Object) (py.Object, error) {
		return py.Tuple{normInt(new(big.Int).Set(self(o))), intObject(1)}, nil
	})
	for name, get := range map[string]func(n *big.Int) py.Object{
		"real":        func(n *big.Int) py.Object { return normInt(new(big.Int).Set(n)) },
		"numerator":   func(n *big.Int) py.Object { return normInt(new(big.Int).Set(n)) },
		"imag":        func(*big.Int) py.Object { return intObject(0) },
		"denominator": func(*big.Int) py.Object { return intObject(1) },
	} {
		k.getter(name, func(_ *Context, o py.Object) (py.Object, error) { return get(self(o)), nil })
	}
	order := func(o py.Object) (bool, error) {
		s, ok := textOf(o)
		if !ok {
			return false, raise(typeError, "byteorder must be str, not %s", classOf(o).name)
		}
		if s != "little" && s != "big" {
			return false, raise(valueError, "byteorder must be either 'little' or 'big'")
		}
		return s == "little", nil
	}
	k.method("to_bytes", "length? byteorder? * signed?", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		n, little, signed := 1, false, false
		var err error
		if a[0] != nil {
			if n, err = c.indexExact(a[0]); err != nil {
				return nil, err
			}
		}
		if a[1] != nil {
			if little, err = order(a[1]); err != nil {
				return nil, err
			}
		}
		if a[2] != nil {
			if signed, err = c.truth(a[2]); err != nil {
				return nil, err
			}
		}
		return intToBytes(self(o), n, little, signed)
	})
	k.classMethod("from_bytes", "bytes byteorder? * signed?", func(c *Context, cls py.Object, a []py.Object) (py.Object, error) {
		b, ok := rawBytes(a[0])
		if !ok {
			var err error
			if b, err = c.bytesFrom(a[0]); err != nil {
				return nil, err
			}
		}
		little, signed := false, false
		var err error
		if a[1] != nil {
			if little, err = order(a[1]); err != nil {
				return nil, err
			}
		}
		if a[2] != nil {
			if signed, err = c.truth(a[2]); err != nil {
				return nil, err
			}
		}
		return wrap(cls.(*Class), normInt(intFromBytes(b, little, signed))), nil
	})
	for name, f := range map[string]func(n *big.Int) *big.Int{
		"__trunc__": func(n *big.Int) *big.Int { return n }, "__floor__": func(n *big.Int) *big.Int { return n }, "__ceil__": func(n *big.Int) *big.Int { return n },
	} {
		k.method(name, "", func(_ *Context, o py.Object, _ []py.Object) (py.Object, error) {
			return normInt(new(big.Int).Set(f(self(o)))), nil
		})
	}
	k.method("__round__", "ndigits? /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		if a[0] == nil {
			return normInt(new(big.Int).Set(self(o))), nil
		}
		n, err := c.index(a[0])
		if err != nil {
			return nil, err
		}
		return roundInt(self(o), n), nil
	})

	f := floatClass
	f.make = newFloat
	value := func(o py.Object) float64 { return float64(base(o).(py.Float)) }
	f.method("is_integer", "", func(_ *Context, o py.Object, _ []py.Object) (py.Object, error) {
		return py.NewBool(value(o) == math.Trunc(value(o)) && !math.IsInf(value(o), 0)), nil
	})
	f.method("as_integer_ratio", "", func(_ *Context, o py.Object, _ []py.Object) (py.Object, error) { return floatRatio(value(o)) })
	f.method("hex", "", func(_ *Context, o py.Object, _ []py.Object) (py.Object, error) {
		return py.String(floatHex(value(o))), nil
	})
	f.method("conjugate", "", func(_ *Context, o py.Object, _ []py.Object) (py.Object, error) { return py.Float(value(o)), nil })
	f.getter("real", func(_ *Context, o py.Object) (py.Object, error) { return py.Float(value(o)), nil })
	f.getter("imag", func(_ *Context, o py.Object) (py.Object, error) { return py.Float(0), nil })
	f.classMethod("fromhex", "string /", func(_ *Context, cls py.Object, a []py.Object) (py.Object, error) {
		s, err := argText("fromhex", 0, a[0])
		if err != nil {
			return nil, err
		}
		s = strings.ToLower(strings.TrimSpace(s))
		if x, ok := floatFrom(s); ok && strings.ContainsAny(s, "in") {
			return wrap(cls.(*Class), py.Float(x)), nil
		}
		if !strings.Contains(s, "p") {
			s += "p0"
		}
		if !strings.Contains(s, "0x") {
			s = strings.Replace("0x"+s, "0x-", "-0x", 1)
		}
		x, err := strconv.ParseFloat(s, 64)
		if err != nil {
			return nil, raise(valueError, "invalid hexadecimal floating-point string")
		}
		return wrap(cls.(*Class), py.Float(x)), nil
	})
	toInt := func(round func(float64) float64) nativeFn {
		return func(_ *Context, o py.Object, _ []py.Object) (py.Object, error) {
			n, err := floatToInt(round(value(o)))
			if err != nil {
				return nil, err
			}
			return normInt(n), nil
		}
	}
	f.method("__trunc__", "", toInt(math.Trunc))
	f.method("__floor__", "", toInt(math.Floor))
	f.method("__ceil__", "", toInt(math.Ceil))
	f.method("__round__", "ndigits? /", func(c *Context, o py.Object, a []py.Object) (py.Object, error) {
		if a[0] == nil || a[0] == py.Object(py.None) {
			n, err := floatToInt(math.RoundToEven(value(o)))
			if err != nil {
				return nil, err
			}
			return normInt(n), nil
		}
		n, err := c.index(a[0])
		if err != nil {
			return nil, err
		}
		return py.Float(roundHalfEven(value(o), n)), nil
	})
}

func intToBytes(n *big.Int, length int, little, signed bool) (py.Object, error) {
	if length < 0 {
		return nil, raise(valueError, "length argument must be non-negative")
	}
	if length > MaxAlloc {
		return nil, memoryErr()
	}
	if n.Sign() < 0 && !signed {
		return nil, raise(overflowError, "can't convert negative int to unsigned")
	}
	limit := 8 * length
	v := n
	if signed {
		need := n.BitLen() + 1
		if n.Sign() < 0 {
			need = new(big.Int).Not(n).BitLen() + 1
		}
		if need > limit && !(length == 0 && n.Sign() == 0) {
			return nil, raise(overflowError, "int too big to convert")
		}
		if n.Sign() < 0 {
			v = new(big.Int).Add(n, new(big.Int).Lsh(big.NewInt(1), uint(limit)))
		}
	} else if n.BitLen() > limit {
		return nil, raise(overflowError, "int too big to convert")
	}
	b := v.FillBytes(make([]byte, length))
	if little {
		for i, j := 0, len(b)-1; i < j; i, j = i+1, j-1 {
			b[i], b[j] = b[j], b[i]
		}
	}
	return py.Bytes(b), nil
}
