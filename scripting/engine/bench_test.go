package engine

import (
	"testing"

	"github.com/go-python/gpython/py"
	"github.com/stretchr/testify/require"
)

const benchSrc = `
class T(object):
    def __init__(self):
        self.cache = {}
        self.hits = 0
    def empty(self, a, b):
        pass
    def cells(self, a):
        return (lambda: a)()
    def lookup_fop(self, frame, loc, xdata):
        name = loc.name
        if name in self.cache:
            self.hits = self.hits + 1
            frame.unwind(-1, 2)
            return
        frame.local = name
        frame.wind(loc, xdata)
    def lookup_cbk(self, frame, op_ret, op_errno):
        if op_ret < 0 and op_errno == 2:
            self.cache[frame.local] = True
        elif op_ret == 0:
            if frame.local in self.cache:
                del self.cache[frame.local]
        frame.unwind(op_ret, op_errno)
    def loop(self, n):
        s = 0
        for i in range(n):
            s += i
        return s
    def calls(self, n):
        for i in range(n):
            self.empty(i, n)
t = T()
`

// benchFrame and benchLoc stand for what a host passes: Go-backed objects.
type benchFrame struct {
	local  py.Object
	winds  int
	wind   py.Object
	unwind py.Object
}

type benchLoc struct{ name py.Object }

var (
	benchFrameType = py.NewType("frame", "")
	benchLocType   = py.NewType("loc", "")
)

func (*benchFrame) Type() *py.Type { return benchFrameType }

func (f *benchFrame) M__getattribute__(name string) (py.Object, error) {
	switch name {
	case "local":
		return f.local, nil
	case "wind":
		return f.wind, nil
	case "unwind":
		return f.unwind, nil
	}
	return nil, py.ExceptionNewf(py.AttributeError, "%s", name)
}

func (f *benchFrame) M__setattr__(name string, v py.Object) (py.Object, error) {
	f.local = v
	return py.None, nil
}

func (*benchLoc) Type() *py.Type { return benchLocType }

func (l *benchLoc) M__getattribute__(string) (py.Object, error) { return l.name, nil }

type benchCall struct{ f *benchFrame }

var benchCallType = py.NewType("call", "")

func (*benchCall) Type() *py.Type { return benchCallType }

func (b *benchCall) M__call__(args py.Tuple, _ py.StringDict) (py.Object, error) {
	b.f.winds++
	return py.None, nil
}

func benchContext(b *testing.B) (*Context, py.Object) {
	b.Helper()
	c, err := New(Options{})
	require.NoError(b, err)
	p, err := Compile("bench.py", benchSrc)
	require.NoError(b, err)
	m, err := c.Load(p, "")
	require.NoError(b, err)
	return c, m.Get("t")
}

func bind(b testing.TB, c *Context, o py.Object, name string) *Func {
	b.Helper()
	f, err := c.Bind(o, name)
	require.NoError(b, err)
	return f
}

func BenchmarkCallEmpty(b *testing.B) {
	c, t := benchContext(b)
	f := bind(b, c, t, "empty")
	var x, y py.Object = py.Int(1), py.Int(2)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := f.Call(x, y); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkCallEmptyByPyCall(b *testing.B) {
	c, t := benchContext(b)
	_ = c
	var x, y py.Object = py.Int(1), py.Int(2)
	b.ReportAllocs()
	for b.Loop() {
		m, err := py.GetAttrString(t, "empty")
		if err != nil {
			b.Fatal(err)
		}
		if _, err := c.Call(m, x, y); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkNegativeLookup(b *testing.B) {
	for _, kind := range []string{"miss", "hit"} {
		b.Run(kind, func(b *testing.B) {
			c, t := benchContext(b)
			fop, cbk := bind(b, c, t, "lookup_fop"), bind(b, c, t, "lookup_cbk")
			fr := &benchFrame{local: py.None}
			fr.wind, fr.unwind = &benchCall{fr}, &benchCall{fr}
			loc := &benchLoc{py.String("name")}
			var ret, errno py.Object = py.Int(0), py.Int(0)
			if kind == "hit" {
				_, err := c.Call(bind(b, c, t, "lookup_fop").Callable(), fr, loc, py.None)
				require.NoError(b, err)
				_, err = cbk.Call(fr, py.Int(-1), py.Int(2))
				require.NoError(b, err)
			}
			b.ReportAllocs()
			for b.Loop() {
				if _, err := fop.Call(fr, loc, py.None); err != nil {
					b.Fatal(err)
				}
				if kind == "miss" {
					if _, err := cbk.Call(fr, ret, errno); err != nil {
						b.Fatal(err)
					}
				}
			}
		})
	}
}

func BenchmarkLoop1000(b *testing.B) {
	c, t := benchContext(b)
	f := bind(b, c, t, "loop")
	for b.Loop() {
		if _, err := f.Call(py.Int(1000)); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkPythonCalls1000(b *testing.B) {
	c, t := benchContext(b)
	f := bind(b, c, t, "calls")
	for b.Loop() {
		if _, err := f.Call(py.Int(1000)); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkNewContext(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := New(Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLoad(b *testing.B) {
	p, err := Compile("bench.py", benchSrc)
	require.NoError(b, err)
	c, err := New(Options{})
	require.NoError(b, err)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := c.Load(p, ""); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkCompile(b *testing.B) {
	for b.Loop() {
		if _, err := Compile("bench.py", benchSrc); err != nil {
			b.Fatal(err)
		}
	}
}
