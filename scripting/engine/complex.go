package engine

import (
	"math"
	"math/cmplx"
	"strings"

	"github.com/go-python/gpython/py"
)

func complexBinary(op operator, a, b number) (py.Object, error) {
	x, err := a.complex()
	if err != nil {
		return nil, err
	}
	y, err := b.complex()
	if err != nil {
		return nil, err
	}
	switch op {
	case opAdd:
		return py.Complex(x + y), nil
	case opSub:
		return py.Complex(x - y), nil
	case opMul:
		return py.Complex(x * y), nil
	case opTrueDiv:
		if y == 0 {
			return nil, raise(zeroDivisionError, "complex division by zero")
		}
		return py.Complex(x / y), nil
	case opPow:
		return powComplex(x, y)
	}
	return nil, nil
}

func powComplex(x, y complex128) (py.Object, error) {
	if x == 0 {
		if y == 0 {
			return py.Complex(1), nil
		}
		if real(y) < 0 || imag(y) != 0 {
			return nil, raise(zeroDivisionError, "0.0 to a negative or complex power")
		}
		return py.Complex(0), nil
	}
	if imag(y) == 0 && real(y) == math.Trunc(real(y)) && math.Abs(real(y)) <= 100 {
		z, n := complex(1, 0), int(math.Abs(real(y)))
		for p := x; n > 0; n >>= 1 {
			if n&1 == 1 {
				z *= p
			}
			p *= p
		}
		if real(y) < 0 {
			z = 1 / z
		}
		return py.Complex(z), nil
	}
	return py.Complex(cmplx.Pow(x, y)), nil
}

func complexText(z complex128) string {
	im := floatText(imag(z))
	im = strings.TrimSuffix(im, ".0")
	if real(z) == 0 && !math.Signbit(real(z)) {
		return im + "j"
	}
	re := strings.TrimSuffix(floatText(real(z)), ".0")
	if !strings.HasPrefix(im, "-") {
		im = "+" + im
	}
	return "(" + re + im + "j)"
}

func init() {
	k := complexClass
	k.make = func(c *Context, cls *Class, args []py.Object, kw []string) (py.Object, error) {
		z := complex128(0)
		for i, a := range args {
			if i > 1 {
				return nil, raise(typeError, "complex() takes at most 2 arguments (%d given)", len(args))
			}
			if fn := classOf(a).overrides("__complex__"); fn != nil && i == 0 {
				v, err := c.callSpecial(fn, a)
				if err != nil {
					return nil, err
				}
				if _, ok := base(v).(py.Complex); !ok {
					return nil, raise(typeError, "__complex__ returned non-complex (type %s)", classOf(v).name)
				}
				a = v
			}
			n, ok := numberOf(base(a))
			if !ok {
				s, isStr := textOf(a)
				switch {
				case isStr && i > 0:
					return nil, raise(typeError, "complex() second arg can't be a string")
				case isStr && len(args) > 1:
					return nil, raise(typeError, "complex() can't take second arg if first is a string")
				}
				if isStr {
					x, ok := parseComplex(s)
					if !ok {
						return nil, raise(valueError, "complex() arg is a malformed string")
					}
					z = x
					continue
				}
				f, err := c.toFloat(a)
				if err != nil {
					return nil, raise(typeError, "complex() first argument must be a string or a number, not '%s'", classOf(a).name)
				}
				n = number{kind: 'f', f: f}
			}
			x, err := n.complex()
			if err != nil {
				return nil, err
			}
			if i == 1 || len(kw) > 0 && kw[len(kw)-1] == "imag" && i == len(args)-1 {
				x *= 1i
			}
			z += x
		}
		return wrap(cls, py.Complex(z)), nil
	}
	k.getter("real", func(_ *Context, o py.Object) (py.Object, error) {
		return py.Float(real(complex128(base(o).(py.Complex)))), nil
	})
	k.getter("imag", func(_ *Context, o py.Object) (py.Object, error) {
		return py.Float(imag(complex128(base(o).(py.Complex)))), nil
	})
	k.method("conjugate", "", func(_ *Context, o py.Object, _ []py.Object) (py.Object, error) {
		return py.Complex(cmplx.Conj(complex128(base(o).(py.Complex)))), nil
	})
}

func parseComplex(s string) (complex128, bool) {
	s = strings.TrimSpace(s)
	s = strings.TrimSuffix(strings.TrimPrefix(s, "("), ")")
	body, isIm := strings.CutSuffix(strings.ToLower(s), "j")
	if !isIm {
		f, err := parseFloat(s)
		return complex(f, 0), err == nil
	}
	cut := strings.LastIndexAny(body, "+-")
	if cut > 0 && (body[cut-1] == 'e') {
		cut = strings.LastIndexAny(body[:cut-1], "+-")
	}
	re, im := "", body
	if cut > 0 {
		re, im = body[:cut], body[cut:]
	}
	if im == "" || im == "+" || im == "-" {
		im += "1"
	}
	y, err := parseFloat(im)
	if err != nil {
		return 0, false
	}
	if re == "" {
		return complex(0, y), true
	}
	x, err := parseFloat(re)
	return complex(x, y), err == nil
}
