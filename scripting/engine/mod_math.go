package engine

import (
	"math"
	"math/big"

	"github.com/go-python/gpython/py"
)

// Module math: all of Python 3.11. Results are those of Go's package math; the last
// digit of a transcendental function may differ from that of the C library. Differs:
// factorial, comb and perm refuse results of more than some million digits.

// maxFactorial bounds what factorial, comb and perm take on.
var maxFactorial = big.NewInt(1 << 20)

func domainErr() error { return raise(valueError, "math domain error") }

func rangeErr() error { return raise(overflowError, "math range error") }

// mathFloat is an argument of a function of math.
func (c *Context) mathFloat(o py.Object) (float64, error) {
	if f, ok := o.(py.Float); ok {
		return float64(f), nil
	}
	return c.toFloat(o)
}

// mathResult applies C's rules about results that are not finite.
func mathResult(r float64, finite, overflows bool) (py.Object, error) {
	switch {
	case math.IsNaN(r) && finite:
		return nil, domainErr()
	case math.IsInf(r, 0) && finite && overflows:
		return nil, rangeErr()
	case math.IsInf(r, 0) && finite:
		return nil, domainErr()
	}
	return py.Float(r), nil
}

func isFinite(f float64) bool { return !math.IsNaN(f) && !math.IsInf(f, 0) }

// bigLog is log of an integer of any size.
func bigLog(n *big.Int, log func(float64) float64, ln2 float64) float64 {
	if n.BitLen() <= 1000 {
		f, _ := new(big.Float).SetInt(n).Float64()
		return log(f)
	}
	shift := n.BitLen() - 64
	f, _ := new(big.Float).SetInt(new(big.Int).Rsh(n, uint(shift))).Float64()
	return log(f) + float64(shift)*ln2
}

// logOf is a logarithm of a number.
func (c *Context) logOf(o py.Object, log func(float64) float64, ln2 float64) (float64, error) {
	if n, ok := bigOf(base(o)); ok {
		if n.Sign() <= 0 {
			return 0, domainErr()
		}
		return bigLog(n, log, ln2), nil
	}
	f, err := c.mathFloat(o)
	if err != nil {
		return 0, err
	}
	if f <= 0 {
		return 0, domainErr()
	}
	return log(f), nil
}

// integral is floor, ceil and trunc.
func integral(name, special string, f func(float64) float64) (string, string, nativeFn) {
	return name, "x /", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		switch x := base(a[0]).(type) {
		case py.Int, *py.BigInt, py.Bool:
			return c.indexObject(x)
		case py.Float:
			if a[0] == py.Object(x) {
				return wholeNumber(f(float64(x)))
			}
		}
		if fn := classOf(a[0]).lookup(special); fn != nil && isUser(a[0]) {
			return c.callSpecial(fn, a[0])
		}
		if name == "trunc" {
			if x, ok := base(a[0]).(py.Float); ok {
				return wholeNumber(f(float64(x)))
			}
			return nil, raise(typeError, "type %s doesn't define __trunc__ method", classOf(a[0]).name)
		}
		x, err := c.mathFloat(a[0])
		if err != nil {
			return nil, err
		}
		return wholeNumber(f(x))
	}
}

// wholeNumber makes an integer of a float without a fraction.
func wholeNumber(f float64) (py.Object, error) {
	if math.Abs(f) < 1<<62 {
		return intObject(int64(f)), nil
	}
	n, err := floatToInt(f)
	if err != nil {
		return nil, err
	}
	return normInt(n), nil
}

// fsum adds without loss: the partial sums do not overlap.
func (c *Context) fsum(o py.Object) (py.Object, error) {
	var partials []float64
	special, inf := 0.0, 0.0
	err := c.each(o, func(v py.Object) error {
		x, err := c.mathFloat(v)
		if err != nil {
			return err
		}
		orig := x
		i := 0
		for _, y := range partials {
			if math.Abs(x) < math.Abs(y) {
				x, y = y, x
			}
			hi := x + y
			lo := y - (hi - x)
			if lo != 0 {
				partials[i] = lo
				i++
			}
			x = hi
		}
		partials = partials[:i]
		if x == 0 {
			return nil
		}
		if !isFinite(x) {
			if isFinite(orig) {
				return raise(overflowError, "intermediate overflow in fsum")
			}
			if math.IsInf(orig, 0) {
				inf += orig
			}
			special += orig
			partials = partials[:0]
			return nil
		}
		partials = append(partials, x)
		return nil
	})
	if err != nil {
		return nil, err
	}
	if special != 0 || math.IsNaN(special) {
		if math.IsNaN(inf) {
			return nil, raise(valueError, "-inf + inf in fsum")
		}
		return py.Float(special), nil
	}
	n := len(partials)
	if n == 0 {
		return py.Float(0), nil
	}
	n--
	hi, lo := partials[n], 0.0
	for n > 0 {
		n--
		x, y := hi, partials[n]
		hi = x + y
		lo = y - (hi - x)
		if lo != 0 {
			break
		}
	}
	// Round half to even across the partials.
	if n > 0 && (lo < 0 && partials[n-1] < 0 || lo > 0 && partials[n-1] > 0) {
		y := lo * 2
		x := hi + y
		if y == x-hi {
			hi = x
		}
	}
	return py.Float(hi), nil
}

// gcds is gcd and lcm of any number of integers.
func gcds(name string, start int64, f func(acc, n *big.Int) *big.Int) (string, rawFn) {
	return name, func(c *Context, _ py.Object, args []py.Object, kw []string) (py.Object, error) {
		if err := noKeywords("math."+name, kw); err != nil {
			return nil, err
		}
		acc := big.NewInt(start)
		for _, a := range args {
			v, err := c.indexObject(a)
			if err != nil {
				return nil, err
			}
			n, _ := bigOf(v)
			acc = f(acc, new(big.Int).Abs(n))
			if acc.BitLen() > maxBits {
				return nil, tooBig()
			}
			if err := c.steps(1 + acc.BitLen()>>10); err != nil {
				return nil, err
			}
		}
		return normInt(acc), nil
	}
}

// mathInt is an integer argument that must not be negative.
func (c *Context) mathInt(o py.Object, what string) (*big.Int, error) {
	v, err := c.indexObject(o)
	if err != nil {
		return nil, err
	}
	n, _ := bigOf(v)
	if n.Sign() < 0 {
		return nil, raise(valueError, "%s", what)
	}
	return n, nil
}

// falling is n·(n-1)·…, k factors, by halves so that big factors meet big ones.
func (c *Context) falling(n *big.Int, k int64) (*big.Int, error) {
	if k > 0 && float64(k)*float64(n.BitLen()) > 4*maxBits {
		return nil, tooBig()
	}
	var rec func(from, to int64) (*big.Int, error)
	rec = func(from, to int64) (*big.Int, error) {
		if to-from <= 8 {
			r := big.NewInt(1)
			for i := from; i < to; i++ {
				r.Mul(r, new(big.Int).Sub(n, big.NewInt(i)))
			}
			return r, c.step()
		}
		mid := (from + to) / 2
		a, err := rec(from, mid)
		if err != nil {
			return nil, err
		}
		b, err := rec(mid, to)
		if err != nil {
			return nil, err
		}
		if err := c.steps((a.BitLen() + b.BitLen()) >> 8); err != nil {
			return nil, err
		}
		return a.Mul(a, b), nil
	}
	r, err := rec(0, k)
	if err == nil && r.BitLen() > maxBits {
		return nil, tooBig()
	}
	return r, err
}

func init() {
	m := newGoModule("math", "Functions of real numbers, and of integers.")
	for name, f := range map[string]float64{"pi": math.Pi, "e": math.E, "tau": 2 * math.Pi, "inf": math.Inf(1), "nan": math.NaN()} {
		m.set(name, py.Float(f))
	}
	unary := func(name string, overflows bool, f func(float64) float64) {
		m.fn(name, "x /", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
			x, err := c.mathFloat(a[0])
			if err != nil {
				return nil, err
			}
			return mathResult(f(x), isFinite(x), overflows)
		})
	}
	for name, f := range map[string]func(float64) float64{
		"sqrt": math.Sqrt, "cbrt": math.Cbrt, "sin": math.Sin, "cos": math.Cos, "tan": math.Tan, "asin": math.Asin, "acos": math.Acos,
		"atan": math.Atan, "asinh": math.Asinh, "acosh": math.Acosh, "atanh": math.Atanh, "tanh": math.Tanh, "fabs": math.Abs,
		"log1p": math.Log1p, "erf": math.Erf, "erfc": math.Erfc,
	} {
		unary(name, false, f)
	}
	for name, f := range map[string]func(float64) float64{
		"exp": math.Exp, "exp2": math.Exp2, "expm1": math.Expm1, "sinh": math.Sinh, "cosh": math.Cosh,
	} {
		unary(name, true, f)
	}
	for name, f := range map[string]func(float64) float64{
		"degrees": func(x float64) float64 { return x * (180 / math.Pi) }, "radians": func(x float64) float64 { return x * (math.Pi / 180) },
	} {
		m.fn(name, "x /", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
			x, err := c.mathFloat(a[0])
			return py.Float(f(x)), err
		})
	}
	// Of infinity these have no value at all.
	for name, f := range map[string]func(float64) float64{"sin": math.Sin, "cos": math.Cos, "tan": math.Tan} {
		m.fn(name, "x /", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
			x, err := c.mathFloat(a[0])
			if err != nil {
				return nil, err
			}
			if math.IsInf(x, 0) {
				return nil, domainErr()
			}
			return py.Float(f(x)), nil
		})
	}
	for name, bound := range map[string]struct {
		f  func(float64) float64
		ok func(x float64) bool
	}{
		"sqrt":  {math.Sqrt, func(x float64) bool { return !(x < 0) }},
		"acosh": {math.Acosh, func(x float64) bool { return !(x < 1) }},
		"asin":  {math.Asin, func(x float64) bool { return !(x < -1 || x > 1) }},
		"acos":  {math.Acos, func(x float64) bool { return !(x < -1 || x > 1) }},
		"atanh": {math.Atanh, func(x float64) bool { return !(x <= -1 || x >= 1) }},
		"log1p": {math.Log1p, func(x float64) bool { return !(x <= -1) }},
	} {
		m.fn(name, "x /", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
			x, err := c.mathFloat(a[0])
			if err != nil {
				return nil, err
			}
			if !bound.ok(x) {
				return nil, domainErr()
			}
			return py.Float(bound.f(x)), nil
		})
	}
	m.fn("gamma", "x /", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		x, err := c.mathFloat(a[0])
		if err != nil {
			return nil, err
		}
		if math.IsInf(x, -1) || x <= 0 && x == math.Floor(x) {
			return nil, domainErr()
		}
		return mathResult(math.Gamma(x), isFinite(x), true)
	})
	m.fn("lgamma", "x /", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		x, err := c.mathFloat(a[0])
		if err != nil {
			return nil, err
		}
		if x <= 0 && x == math.Floor(x) && !math.IsInf(x, 0) {
			return nil, domainErr()
		}
		r, _ := math.Lgamma(x)
		switch {
		case math.IsInf(x, -1):
			r = math.Inf(1)
		case x > 0 && x < smallest:
			r = -natLog(x)
		}
		return mathResult(r, isFinite(x), true)
	})
	m.rawFn("log", func(c *Context, _ py.Object, args []py.Object, kw []string) (py.Object, error) {
		if err := noKeywords("math.log", kw); err != nil {
			return nil, err
		}
		if len(args) == 0 {
			return nil, raise(typeError, "log expected at least 1 argument, got 0")
		}
		if len(args) > 2 {
			return nil, raise(typeError, "log expected at most 2 arguments, got %d", len(args))
		}
		x, err := c.logOf(args[0], natLog, math.Ln2)
		if err != nil || len(args) == 1 {
			return py.Float(x), err
		}
		b, err := c.logOf(args[1], natLog, math.Ln2)
		if err != nil {
			return nil, err
		}
		if b == 0 {
			return nil, raise(zeroDivisionError, "float division by zero")
		}
		return py.Float(x / b), nil
	})
	m.fn("log2", "x /", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		f, err := c.logOf(a[0], math.Log2, 1)
		return py.Float(f), err
	})
	m.fn("log10", "x /", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		f, err := c.logOf(a[0], log10, math.Ln2/math.Ln10)
		return py.Float(f), err
	})
	binary := func(name string, f func(x, y float64) (py.Object, error)) {
		m.fn(name, "x y /", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
			x, err := c.mathFloat(a[0])
			if err != nil {
				return nil, err
			}
			y, err := c.mathFloat(a[1])
			if err != nil {
				return nil, err
			}
			return f(x, y)
		})
	}
	binary("pow", func(x, y float64) (py.Object, error) {
		if x == 0 && y < 0 && !math.IsInf(y, 0) {
			return nil, domainErr()
		}
		return mathResult(math.Pow(x, y), isFinite(x) && isFinite(y), true)
	})
	binary("atan2", func(x, y float64) (py.Object, error) { return py.Float(math.Atan2(x, y)), nil })
	binary("copysign", func(x, y float64) (py.Object, error) { return py.Float(math.Copysign(x, y)), nil })
	binary("nextafter", func(x, y float64) (py.Object, error) { return py.Float(math.Nextafter(x, y)), nil })
	binary("fmod", func(x, y float64) (py.Object, error) {
		if math.IsInf(x, 0) && !math.IsNaN(y) || y == 0 && !math.IsNaN(x) {
			return nil, domainErr()
		}
		return py.Float(math.Mod(x, y)), nil
	})
	binary("remainder", func(x, y float64) (py.Object, error) {
		if math.IsInf(x, 0) && !math.IsNaN(y) || y == 0 && !math.IsNaN(x) {
			return nil, domainErr()
		}
		return py.Float(math.Remainder(x, y)), nil
	})
	for name, f := range map[string]func(float64) bool{
		"isfinite": isFinite, "isnan": math.IsNaN, "isinf": func(x float64) bool { return math.IsInf(x, 0) },
	} {
		m.fn(name, "x /", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
			x, err := c.mathFloat(a[0])
			return py.NewBool(f(x)), err
		})
	}
	m.fn(integral("floor", "__floor__", math.Floor))
	m.fn(integral("ceil", "__ceil__", math.Ceil))
	m.fn(integral("trunc", "__trunc__", math.Trunc))
	m.fn("frexp", "x /", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		x, err := c.mathFloat(a[0])
		f, e := math.Frexp(x)
		return py.Tuple{py.Float(f), py.Int(e)}, err
	})
	m.fn("ldexp", "x i /", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		x, err := c.mathFloat(a[0])
		if err != nil {
			return nil, err
		}
		if _, ok := bigOf(base(a[1])); !ok {
			return nil, raise(typeError, "Expected an int as second argument to ldexp.")
		}
		e, _ := c.index(a[1])
		return mathResult(math.Ldexp(x, max(-4000, min(e, 4000))), isFinite(x), true)
	})
	m.fn("modf", "x /", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		x, err := c.mathFloat(a[0])
		if math.IsInf(x, 0) {
			return py.Tuple{py.Float(math.Copysign(0, x)), py.Float(x)}, err
		}
		i, f := math.Modf(x)
		return py.Tuple{py.Float(math.Copysign(f, x)), py.Float(i)}, err
	})
	m.fn("ulp", "x /", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		x, err := c.mathFloat(a[0])
		x = math.Abs(x)
		switch {
		case err != nil:
			return nil, err
		case !isFinite(x):
			return py.Float(x), nil
		case x == math.MaxFloat64:
			return py.Float(x - math.Nextafter(x, 0)), nil
		}
		return py.Float(math.Nextafter(x, math.Inf(1)) - x), nil
	})
	m.fn("isclose", "a b * rel_tol? abs_tol?", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		var f [4]float64
		f[2] = 1e-9
		for i, o := range a {
			if o != nil {
				var err error
				if f[i], err = c.mathFloat(o); err != nil {
					return nil, err
				}
			}
		}
		x, y := f[0], f[1]
		switch {
		case f[2] < 0 || f[3] < 0:
			return nil, raise(valueError, "tolerances must be non-negative")
		case x == y:
			return py.True, nil
		case math.IsInf(x, 0) || math.IsInf(y, 0):
			return py.False, nil
		}
		d := math.Abs(x - y)
		return py.NewBool(d <= math.Abs(f[2]*y) || d <= math.Abs(f[2]*x) || d <= f[3]), nil
	})
	m.fn("fsum", "seq /", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) { return c.fsum(a[0]) })
	m.rawFn(gcds("gcd", 0, func(acc, n *big.Int) *big.Int { return acc.GCD(nil, nil, acc, n) }))
	m.rawFn(gcds("lcm", 1, func(acc, n *big.Int) *big.Int {
		if acc.Sign() == 0 || n.Sign() == 0 {
			return new(big.Int)
		}
		g := new(big.Int).GCD(nil, nil, acc, n)
		return acc.Mul(acc, n.Div(n, g))
	}))
	m.rawFn("hypot", func(c *Context, _ py.Object, args []py.Object, kw []string) (py.Object, error) {
		if err := noKeywords("math.hypot", kw); err != nil {
			return nil, err
		}
		xs := make([]float64, len(args))
		for i, a := range args {
			var err error
			if xs[i], err = c.mathFloat(a); err != nil {
				return nil, err
			}
		}
		return py.Float(vectorLength(xs)), nil
	})
	m.fn("dist", "p q /", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		p, err := c.list(a[0])
		if err != nil {
			return nil, err
		}
		q, err := c.list(a[1])
		if err != nil {
			return nil, err
		}
		if len(p) != len(q) {
			return nil, raise(valueError, "both points must have the same number of dimensions")
		}
		xs := make([]float64, len(p))
		for i := range p {
			x, err := c.mathFloat(p[i])
			if err != nil {
				return nil, err
			}
			y, err := c.mathFloat(q[i])
			if err != nil {
				return nil, err
			}
			xs[i] = x - y
		}
		return py.Float(vectorLength(xs)), nil
	})
	m.fn("isqrt", "n /", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		n, err := c.mathInt(a[0], "isqrt() argument must be nonnegative")
		if err != nil {
			return nil, err
		}
		if err := c.steps(n.BitLen() >> 6); err != nil {
			return nil, err
		}
		return normInt(new(big.Int).Sqrt(n)), nil
	})
	m.fn("factorial", "n /", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		n, err := c.mathInt(a[0], "factorial() not defined for negative values")
		if err != nil {
			return nil, err
		}
		if n.Cmp(maxFactorial) > 0 {
			return nil, tooBig()
		}
		r, err := c.falling(n, n.Int64())
		if err != nil {
			return nil, err
		}
		return normInt(r), nil
	})
	choose := func(c *Context, a []py.Object, name string) (n *big.Int, k int64, err error) {
		if n, err = c.mathInt(a[0], "n must be a non-negative integer"); err != nil {
			return nil, 0, err
		}
		if missing(a[1]) {
			if name == "comb" {
				return nil, 0, raise(typeError, "'NoneType' object cannot be interpreted as an integer")
			}
			a[1] = normInt(new(big.Int).Set(n))
		}
		kk, err := c.mathInt(a[1], "k must be a non-negative integer")
		if err != nil {
			return nil, 0, err
		}
		if kk.Cmp(n) > 0 {
			return n, -1, nil
		}
		if name == "comb" {
			if rest := new(big.Int).Sub(n, kk); rest.Cmp(kk) < 0 {
				kk = rest
			}
		}
		if kk.Cmp(maxFactorial) > 0 {
			return nil, 0, tooBig()
		}
		return n, kk.Int64(), nil
	}
	m.fn("perm", "n k? /", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		n, k, err := choose(c, []py.Object{a[0], a[1]}, "perm")
		if err != nil {
			return nil, err
		}
		if k < 0 {
			return py.Int(0), nil
		}
		r, err := c.falling(n, k)
		if err != nil {
			return nil, err
		}
		return normInt(r), nil
	})
	m.fn("comb", "n k /", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		n, k, err := choose(c, []py.Object{a[0], a[1]}, "comb")
		if err != nil {
			return nil, err
		}
		if k < 0 {
			return py.Int(0), nil
		}
		r, err := c.falling(n, k)
		if err != nil {
			return nil, err
		}
		d, err := c.falling(big.NewInt(k), k)
		if err != nil {
			return nil, err
		}
		return normInt(r.Div(r, d)), nil
	})
	m.fn("prod", "iterable / * start?", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		acc := or(a[1], intObject(1))
		err := c.each(a[0], func(v py.Object) error {
			var err error
			acc, err = c.binary(opMul, acc, v)
			return err
		})
		return acc, err
	})
}

// smallest is the least number that has all digits.
const smallest = 0x1p-1022

// natLog is the natural logarithm, of the numbers below smallest too.
func natLog(x float64) float64 {
	if x > 0 && x < smallest {
		return math.Log(x*0x1p54) - 54*math.Ln2
	}
	return math.Log(x)
}

// log10 is exact for powers of ten.
func log10(x float64) float64 {
	if x > 0 && x < smallest {
		return natLog(x) / math.Ln10
	}
	r := math.Log10(x)
	if n := math.Round(r); math.Abs(r-n) < 1e-12 && math.Pow(10, n) == x {
		return n
	}
	return r
}

// vectorLength is the length of a vector.
func vectorLength(xs []float64) float64 {
	most := 0.0
	nan := false
	for _, x := range xs {
		if math.IsInf(x, 0) {
			return math.Inf(1)
		}
		nan = nan || math.IsNaN(x)
		most = max(most, math.Abs(x))
	}
	switch {
	case nan:
		return math.NaN()
	case most == 0:
		return 0
	case len(xs) <= 2:
		r := 0.0
		for _, x := range xs {
			r = math.Hypot(r, x)
		}
		return r
	}
	sum := new(big.Float).SetPrec(200)
	for _, x := range xs {
		f := new(big.Float).SetPrec(200).SetFloat64(x)
		sum.Add(sum, f.Mul(f, f))
	}
	f, _ := sum.Sqrt(sum).Float64()
	return f
}
