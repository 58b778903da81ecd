package engine

import (
	"errors"
	"strings"
	"testing"

	"github.com/go-python/gpython/py"
	"github.com/stretchr/testify/require"
	"golang.org/x/sys/unix"
)

func TestTraceback(t *testing.T) {
	e := fails(t, Options{}, `
def inner(x):
    y = x
    if y:
        raise ValueError("bad", 3)
    return y

class A:
    def m(self):
        return [inner(i)
                for i in (0, 1)]

A().m()
z = 1
`)
	require.Equal(t, KindException, e.Kind)
	require.Equal(t, "ValueError", e.Type)
	require.Equal(t, "('bad', 3)", e.Msg)
	require.Equal(t, `Traceback (most recent call last):
  File "test.py", line 13, in <module>
    A().m()
  File "test.py", line 10, in m
    return [inner(i)
  File "test.py", line 5, in inner
    raise ValueError("bad", 3)
ValueError: ('bad', 3)
`, e.Render())
	require.Equal(t, "test.py:5: ValueError: ('bad', 3)", e.Error())
	require.True(t, errors.Is(e, py.ValueError))
	require.True(t, errors.Is(e, py.ExceptionType))
	require.False(t, errors.Is(e, py.OSError))
}

// TestLines puts a failing statement where the next byte code is on another line,
// and behind inserted code.
func TestLines(t *testing.T) {
	tests := map[string]struct {
		src  string
		line int
	}{
		"raise last":         {"def f():\n    raise ValueError\n\nf()\n", 2},
		"raise then else":    {"x = 1\nif x:\n    raise ValueError\nelse:\n    pass\ny = 1\n", 3},
		"store attribute":    {"class A: pass\nx = 1\nx.y = 1\nz = 2\n", 3},
		"delete item":        {"d = {}\n\ndel d['k']\nz = 1\n", 3},
		"name":               {"x = 1\n\n\nnope\n", 4},
		"after loop":         {"for i in range(3):\n    pass\n\n1 / 0\n", 4},
		"in loop":            {"for i in range(3):\n    x = 1\n    1 / 0\n    y = 1\n", 3},
		"loop test":          {"i = 3\nwhile 1 / i:\n    i = i - 1\n    x = 1\n", 2},
		"iterator of a loop": {"def g():\n    yield 1\n    raise ValueError\nfor x in g():\n    pass\n    pass\n", 3},
		"iterated":           {"x = 1\nfor a in x:\n    pass\n", 2},
		"unpack":             {"x = 1\na, b = (1, 2, 3)\nc = 1\n", 2},
		"operator":           {"a = 1\nb = ''\nc = a + b\nd = 1\n", 3},
		"subscript":          {"a = []\nb = 1\nc = a[5]\nd = 1\n", 3},
		"long file":          {strings.Repeat("\n", 700) + "x = 1\n" + strings.Repeat("\n", 300) + "nope\n", 1002},
		"decorator":          {"def d(f):\n    raise ValueError\n@d\ndef g(a=1):\n    pass\n", 2},
		"default":            {"x = 1\ndef f(a, b=1 / 0):\n    pass\n", 2},
		"import":             {"x = 1\nimport nothing\ny = 1\n", 2},
		"assert":             {"x = 1\nassert x == 2, 'no'\ny = 1\n", 2},
		"with":               {"class W:\n    def __enter__(self): return 1\n    def __exit__(self, *a): return None\nwith W():\n    x = 1\n    raise ValueError\ny = 1\n", 6},
		"finally":            {"try:\n    x = 1\n    raise ValueError\nfinally:\n    y = 1\nz = 1\n", 3},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			e := fails(t, Options{}, tt.src)
			require.Equal(t, tt.line, e.Line, e.Render())
		})
	}
	// The loop's own frame, too, when its iterator fails.
	e := fails(t, Options{}, "def g():\n    yield 1\n    raise ValueError\n\nfor x in g():\n    a = 1\n    b = 1\n")
	require.Equal(t, 5, e.Traceback[0].Line)
}

func TestOSError(t *testing.T) {
	tests := []struct {
		raise string
		errno int // 0: none
		typ   string
		msg   string
	}{
		{"OSError(13)", 13, "OSError", "13"},
		{"OSError(errno.EACCES, 'no')", 13, "PermissionError", "[Errno 13] no"},
		{"OSError(errno.ENOENT, 'no', 'f')", 2, "FileNotFoundError", "[Errno 2] no: 'f'"},
		{"OSError(errno.EDQUOT, 'full')", int(unix.EDQUOT), "OSError", "[Errno 122] full"},
		{"OSError()", 0, "OSError", ""},
		{"OSError", 0, "OSError", ""},
		{"OSError('text')", 0, "OSError", "text"},
		{"IOError(5)", 5, "OSError", "5"},
		{"FileNotFoundError()", 2, "FileNotFoundError", ""},
		{"FileNotFoundError", 2, "FileNotFoundError", ""},
		{"PermissionError('x')", 13, "PermissionError", "x"},
		{"PermissionError(errno.EPERM, 'x')", 1, "PermissionError", "[Errno 1] x"},
		{"IsADirectoryError('x')", 21, "IsADirectoryError", "x"},
		{"TimeoutError()", 110, "TimeoutError", ""},
		{"BrokenPipeError()", 32, "BrokenPipeError", ""},
		{"Quota()", 122, "Quota", ""},
		{"Own(7)", 5, "Own", "own 7"},
		{"Late()", 28, "Late", ""},
		{"ValueError(13)", 0, "ValueError", "13"},
		{"KeyError('k')", 0, "KeyError", "'k'"},
	}
	for _, tt := range tests {
		t.Run(tt.raise, func(t *testing.T) {
			e := fails(t, Options{}, `
import errno
class Quota(OSError):
    errno = errno.EDQUOT
class Own(OSError):
    def __init__(self, n):
        super().__init__(errno.EIO, "io")
        self.n = n
    def __str__(self):
        return "own %d" % self.n
class Late(OSError):
    def __init__(self):
        self.errno = errno.ENOSPC
raise `+tt.raise+"\n")
			require.Equal(t, KindException, e.Kind)
			require.Equal(t, tt.typ, e.Type)
			require.Equal(t, tt.msg, e.Msg)
			n, ok := Errno(e)
			require.Equal(t, tt.errno, n)
			require.Equal(t, tt.errno != 0, ok)
		})
	}
	require.Equal(t, "13 'no' 'f' (13, 'no') True\nNone None None\n", output(t, `
try:
    raise OSError(13, "no", "f")
except PermissionError as e:
    print(e.errno, repr(e.strerror), repr(e.filename), e.args, isinstance(e, OSError))
try:
    raise FileNotFoundError
except OSError as e:
    print(e.errno, repr(e.strerror), e.filename)
`))
	_, ok := Errno(errors.New("x"))
	require.False(t, ok)
	exc := NewOSError(int(unix.ENOENT), "f")
	require.Equal(t, "FileNotFoundError", exc.Class().Name())
	n, ok := Errno(exc)
	require.True(t, ok)
	require.Equal(t, int(unix.ENOENT), n)
}

func TestPanicsBecomeErrors(t *testing.T) {
	boom := py.MustNewMethod("boom", func(py.Object) (py.Object, error) { panic("boom") }, 0, "")
	raise := py.MustNewMethod("raise_", func(py.Object) (py.Object, error) {
		panic(py.ExceptionNewf(py.ValueError, "raised by panic"))
	}, 0, "")
	c, m := load(t, Options{Builtins: py.StringDict{"boom": boom, "raise_": raise}}, `
def f(x):
    y = x
    boom()
def g(): raise_()
def ok(): return 1
`)
	f := c.Func(m.Get("f"))
	for range 3 {
		_, err := f.Call(py.Int(1))
		var e *Error
		require.ErrorAs(t, err, &e)
		require.Equal(t, KindInternal, e.Kind)
		require.Equal(t, 4, e.Line)
		require.Contains(t, e.Msg, "boom")
	}
	_, err := c.Call(m.Get("g"))
	var e *Error
	require.ErrorAs(t, err, &e)
	require.Equal(t, KindException, e.Kind)
	require.Equal(t, "ValueError", e.Type)
	require.Zero(t, c.level)
	v, err := c.Call(m.Get("ok"))
	require.NoError(t, err)
	require.Equal(t, py.Int(1), v)
}

func TestFunc(t *testing.T) {
	c, m := load(t, Options{}, `
def deco(f):
    def w(*a): return f(*a) * 10
    return w
class A:
    def __init__(self): self.n = 5
    def plain(self, a, b): return (self.n, a, b)
    def defaults(self, a, b=2, c=3): return (a, b, c)
    def star(self, a, *rest): return (a, rest)
    def kw(self, a, *, k=1): return (a, k)
    def gen(self, n):
        for i in range(n): yield i
    @staticmethod
    def static(a): return ('s', a)
    @classmethod
    def cls(cls, a): return (cls.__name__, a)
    @deco
    def decorated(self, a, b=1): return a + b
    def cell(self, a):
        def inner(): return a + self.n
        a = a + 1
        return inner()
    def uses_locals(self, a):
        b = 1
        return sorted(locals().keys())
    def fails(self, a):
        for i in (1, 2):
            try:
                raise ValueError(a)
            finally:
                pass
    def later(self):
        return undefined
def make(n):
    def closure(x): return x + n
    return closure
closure = make(7)
lam = lambda x, y=1: x + y
a = A()
`)
	a := m.Get("a")
	tests := []struct {
		name   string
		args   []py.Object
		want   string
		fast   bool
		lo, hi int
	}{
		{"plain", []py.Object{py.Int(1), py.Int(2)}, "(5, 1, 2)", true, 2, 2},
		{"defaults", []py.Object{py.Int(1)}, "(1, 2, 3)", true, 1, 3},
		{"defaults", []py.Object{py.Int(1), py.Int(9)}, "(1, 9, 3)", true, 1, 3},
		{"defaults", []py.Object{py.Int(1), py.Int(9), py.Int(8)}, "(1, 9, 8)", true, 1, 3},
		{"star", []py.Object{py.Int(1), py.Int(2)}, "(1, (2,))", false, 1, -1},
		{"kw", []py.Object{py.Int(1)}, "(1, 1)", false, 1, 1},
		{"static", []py.Object{py.Int(1)}, "('s', 1)", true, 1, 1},
		{"cls", []py.Object{py.Int(1)}, "('A', 1)", true, 1, 1},
		{"decorated", []py.Object{py.Int(1)}, "20", false, 0, -1},
		{"cell", []py.Object{py.Int(1)}, "7", true, 1, 1},
		{"uses_locals", []py.Object{py.Int(1)}, "['a', 'b', 'self']", true, 1, 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f, err := c.Bind(a, tt.name)
			require.NoError(t, err)
			require.Equal(t, tt.fast, f.Fast())
			require.Equal(t, tt.name, f.Name())
			lo, hi := f.Arity()
			require.Equal(t, []int{tt.lo, tt.hi}, []int{lo, hi})
			for range 3 { // the frame is used again
				v, err := f.Call(tt.args...)
				require.NoError(t, err)
				require.Equal(t, tt.want, reprText(v))
			}
		})
	}
	f := bind(t, c, a, "plain")
	for _, args := range [][]py.Object{nil, {py.Int(1)}, {py.Int(1), py.Int(2), py.Int(3)}} {
		_, err := f.Call(args...)
		var e *Error
		require.ErrorAs(t, err, &e)
		require.Equal(t, "TypeError", e.Type)
		require.Contains(t, e.Msg, "plain()")
	}
	f = bind(t, c, a, "fails")
	for i := range 3 {
		_, err := f.Call(py.Int(i))
		var e *Error
		require.ErrorAs(t, err, &e)
		require.Equal(t, reprText(py.Int(i)), e.Msg)
		require.Len(t, e.Traceback, 1)
	}
	v, err := bind(t, c, a, "gen").Call(py.Int(3))
	require.NoError(t, err)
	require.IsType(t, &Generator{}, v)
	for name, want := range map[string]py.Object{"closure": py.Int(8), "lam": py.Int(2)} {
		v, err := c.Func(m.Get(name)).Call(py.Int(1))
		require.NoError(t, err)
		require.Equal(t, want, v)
	}
	_, err = c.Bind(a, "nothing")
	require.ErrorIs(t, err, ErrNotFound)
	_, err = c.Func(py.Int(1)).Call()
	require.ErrorContains(t, err, "not callable")
	c.Close()
	c.Close()
	_, err = bind2(c, a)
	require.ErrorContains(t, err, "closed")
	_, err = f.Call(py.Int(1))
	require.ErrorContains(t, err, "closed")
}

func bind2(c *Context, o py.Object) (*Func, error) { return c.Bind(o, "plain") }

// TestReentrancy calls back into the same Func from a Go builtin.
func TestReentrancy(t *testing.T) {
	var f *Func
	back := Function("back", "", func(args py.Tuple, _ py.StringDict) (py.Object, error) {
		return f.Call(args[0].(py.Int) - 1)
	})
	c, m := load(t, Options{Builtins: py.StringDict{"back": back}, StepLimit: 5000}, `
def f(n):
    a = n
    b = [n]
    if n == -5:
        raise ValueError("deep")
    if n == 0:
        return 0
    r = back(n) + 1
    assert a == n and b == [n]
    return r
def endless(n):
    while True: pass
def both(n):
    try:
        back(n)
    except: pass
    return 1
`)
	f = c.Func(m.Get("f"))
	for range 3 {
		v, err := f.Call(py.Int(40))
		require.NoError(t, err)
		require.Equal(t, py.Int(40), v)
	}
	_, err := f.Call(py.Int(-1))
	var e *Error
	require.ErrorAs(t, err, &e)
	require.Equal(t, "ValueError", e.Type)
	require.Len(t, e.Traceback, 5) // the frames of all entries
	_, err = f.Call(py.Int(100000))
	require.ErrorAs(t, err, &e)
	require.Equal(t, KindRecursion, e.Kind)
	require.Zero(t, c.level)

	// The budget is the outer entry's: exhausted within, it stays exhausted.
	f = c.Func(m.Get("endless"))
	_, err = c.Func(m.Get("both")).Call(py.Int(1))
	require.ErrorAs(t, err, &e)
	require.Equal(t, KindSteps, e.Kind)
}

func TestRaise(t *testing.T) {
	for want, err := range map[string]error{
		"PermissionError": unix.EACCES, "RuntimeError": errors.New("x"), "ValueError": py.ExceptionNewf(py.ValueError, "x"),
		"KeyError": &Error{Exception: raise(keyError, "x")},
	} {
		fn := Function("fn", "", func(py.Tuple, py.StringDict) (py.Object, error) { return nil, err })
		require.Equal(t, want, fails(t, Options{Builtins: py.StringDict{"fn": fn}}, "fn()\n").Type)
	}
	require.NoError(t, Raise(nil))
}

func TestModules(t *testing.T) {
	prelude, err := Compile("windlass.py", `
class Translator(object):
    def __init__(self, c_this):
        self.name = name_of(c_this)
    def log(self, text):
        return PREFIX + text
__all__ = ['Translator', 'PREFIX', 'name_of']
`)
	require.NoError(t, err)
	helper, err := Compile("helper.py", "X = 5\ndef twice(x): return 2 * x\n")
	require.NoError(t, err)
	builtins, err := Compile("builtins.py", "def everywhere(): return 'here'\n")
	require.NoError(t, err)
	mod := &Module{
		Name: "windlass", Doc: "doc", Globals: py.StringDict{"PREFIX": py.String("> ")},
		Methods: []*py.Method{one("name_of", func(o py.Object) (py.Object, error) { return py.String("xl-" + reprText(o)), nil }, "")},
		Prelude: []*Program{prelude},
		Init: func(c *Context, m *ModuleObject) error {
			m.Set("context", py.String(c.Name()))
			return nil
		},
	}
	var out []string
	opts := Options{
		Name: "ctx", Modules: []*Module{mod}, Prelude: []*Program{builtins},
		Stdout: func(l string) { out = append(out, l) },
		Import: func(name string) (*Program, error) {
			switch name {
			case "helper":
				return helper, nil
			case "broken":
				return Compile("broken.py", "x = = 1\n")
			case "raising":
				return Compile("raising.py", "a = 1\nraise ValueError('while importing')\n")
			case "gone":
				return nil, errors.New("disk on fire")
			}
			return nil, nil
		},
	}
	for range 2 { // a second context shares nothing but the programs
		out = nil
		c, m := load(t, opts, `
from windlass import *
import windlass
from windlass import context as ctx
import helper, os.path, os
from helper import twice as t2
import math
class xlator(Translator):
    pass
x = xlator(3)
print(x.name, x.log("hi"), windlass.Translator is Translator, ctx, everywhere())
print(t2(4), helper.X, os.path.join("a", "b"), math.floor(2.5), windlass.__name__)
windlass.PREFIX = "changed "
print(x.log(""))
`)
		require.Equal(t, []string{"xl-3 > hi True ctx here", "8 5 a/b 2 windlass", "changed "}, out)
		w, err := c.Import("windlass")
		require.NoError(t, err)
		require.Contains(t, w.Names(), "Translator")
		require.NotContains(t, m.Names(), "context")
	}
	require.Equal(t, py.Object(py.String("> ")), mod.Globals["PREFIX"])
	for name, want := range map[string]string{
		"nothing": "No module named 'nothing'", "broken": "broken.py:1", "raising": "while importing", "gone": "disk on fire",
	} {
		e := fails(t, opts, "import "+name+"\n")
		require.Contains(t, e.Msg, want)
		require.Equal(t, "test.py", e.Traceback[0].File)
	}
}

func TestOutput(t *testing.T) {
	var out, errs []string
	c, _ := load(t, Options{
		Stdout: func(l string) { out = append(out, l) },
		Stderr: func(l string) { errs = append(errs, l) },
	}, `
import sys
print("a", 1, None, sep="-")
print("x", end="")
print("y")
print()
print("two\nlines")
print("to stderr", file=sys.stderr)
sys.stdout.write("written\nand ")
print("partial", end="")
class F:
    def write(self, s): sys.stdout.write(s.upper())
print("own", file=F())
print("rest", end="", flush=True)
print("tail", end="")
`)
	require.Equal(t, []string{"a-1-None", "xy", "", "two", "lines", "written", "and partialOWN", "rest"}, out)
	c.Flush()
	require.Equal(t, "tail", out[len(out)-1])
	require.Equal(t, []string{"to stderr"}, errs)
	load(t, Options{}, "print('nobody listens')\nimport sys\nsys.stderr.write('x')\n")
}

func TestContextIsolation(t *testing.T) {
	p, err := Compile("a.py", "import sys\nn = 0\nclass A:\n    k = 0\ndef inc():\n    global n\n    n += 1\n    A.k += 1\n    return n\n")
	require.NoError(t, err)
	done := make(chan error)
	for range 4 {
		go func() {
			c, err := New(Options{})
			if err != nil {
				done <- err
				return
			}
			m, err := c.Load(p, "")
			if err != nil {
				done <- err
				return
			}
			f := c.Func(m.Get("inc"))
			for i := range 500 {
				v, err := f.Call()
				if err == nil && v != py.Int(i+1) {
					err = errors.New("contexts share state")
				}
				if err != nil {
					done <- err
					return
				}
			}
			done <- nil
		}()
	}
	for range 4 {
		require.NoError(t, <-done)
	}
}

func TestAllocations(t *testing.T) {
	c, m := load(t, Options{}, benchSrc)
	f := bind(t, c, m.Get("t"), "empty")
	var x, y py.Object = py.Int(1), py.Int(2)
	n := testing.AllocsPerRun(1000, func() {
		if _, err := f.Call(x, y); err != nil {
			t.Fatal(err)
		}
	})
	// The one is the VM's own state in vm.RunFrame.
	require.LessOrEqual(t, n, 1.0)
}
