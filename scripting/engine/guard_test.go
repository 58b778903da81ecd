package engine

import (
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/go-python/gpython/py"
	"github.com/stretchr/testify/require"
)

// load runs src in a fresh context and fails the test if that fails.
func load(t testing.TB, opts Options, src string) (*Context, *ModuleObject) {
	t.Helper()
	c, err := New(opts)
	require.NoError(t, err)
	m, err := c.LoadString("test.py", src)
	if e, ok := err.(*Error); ok {
		t.Fatal(e.Render())
	}
	require.NoError(t, err)
	return c, m
}

// fails runs src and returns its error.
func fails(t testing.TB, opts Options, src string) *Error {
	t.Helper()
	c, err := New(opts)
	require.NoError(t, err)
	_, err = c.LoadString("test.py", src)
	require.Error(t, err)
	var e *Error
	require.ErrorAs(t, err, &e)
	return e
}

// output runs src and returns what it printed.
func output(t testing.TB, src string) string {
	t.Helper()
	var b strings.Builder
	c, _ := load(t, Options{Stdout: func(l string) { b.WriteString(l + "\n") }}, src)
	c.Flush()
	return b.String()
}

func TestHostile(t *testing.T) {
	tests := []struct {
		name, src string
		kind      Kind
		typ       string
		line      int // of the innermost frame, 0: do not care
	}{
		{"while", "x = 1\nwhile True:\n    pass\n", KindSteps, "RuntimeError", 2},
		{"while one line", "while True: pass", KindSteps, "RuntimeError", 1},
		{"while in function", "def f():\n    a = 1\n    while a:\n        a = a + 1\n\nf()\n", KindSteps, "RuntimeError", 3},
		{"while continue", "while 1:\n    if True:\n        continue\n    x = 1\n", KindSteps, "RuntimeError", 1},
		{"continue in try", "while 1:\n    try:\n        continue\n    finally:\n        pass\n", KindSteps, "RuntimeError", 1},
		{"swallow", "while True:\n    try:\n        while True:\n            pass\n    except:\n        pass\n", KindSteps, "RuntimeError", 0},
		{"swallow in function", "def f():\n    while True:\n        try:\n            f2()\n        except:\n            pass\ndef f2():\n    while True: pass\nf()\n", KindSteps, "RuntimeError", 0},
		{"swallow and return", "def f():\n    try:\n        while True: pass\n    except:\n        return 1\nf()\n", KindSteps, "RuntimeError", 0},
		{"swallow by finally", "def f():\n    while True:\n        try:\n            while True: pass\n        finally:\n            continue_ = 1\n            return 1\nwhile True: f()\n", KindSteps, "RuntimeError", 0},
		{"swallow by with", "class W:\n    def __enter__(self): return self\n    def __exit__(self, a, b, c): return True\nwhile True:\n    with W():\n        while True: pass\n", KindSteps, "RuntimeError", 0},
		{"for over generator", "def g():\n    while True:\n        yield 1\nfor x in g():\n    pass\n", KindSteps, "RuntimeError", 0},
		{"list of generator", "def g():\n    while True:\n        yield 1\nlist(g())\n", KindSteps, "RuntimeError", 0},
		{"comprehension over generator", "def g():\n    while True: yield 1\n[x for x in g()]\n", KindSteps, "RuntimeError", 0},
		{"generator expression", "def g():\n    while True: yield 1\nsum(x for x in g())\n", KindSteps, "RuntimeError", 0},
		{"in generator", "def g():\n    while True: yield 1\n2 in g()\n", KindSteps, "RuntimeError", 0},
		{"unpack generator", "def g():\n    while True: yield 1\na, *b = g()\n", KindSteps, "RuntimeError", 0},
		{"yield from", "def g():\n    while True: yield 1\ndef h():\n    yield from g()\nfor x in h(): pass\n", KindSteps, "RuntimeError", 0},
		{"endless next", "class I:\n    def __iter__(self): return self\n    def __next__(self): return 1\nlist(I())\n", KindSteps, "RuntimeError", 0},
		{"endless getitem", "class I:\n    def __getitem__(self, i): return 1\nlist(I())\n", KindSteps, "RuntimeError", 0},
		{"iter with sentinel", "def f(): return 1\nlist(iter(f, 2))\n", KindSteps, "RuntimeError", 0},
		{"endless range in list", "list(range(10**12))", KindSteps, "RuntimeError", 0},
		{"endless range in sum", "sum(range(10**12))", KindSteps, "RuntimeError", 0},
		{"endless range in map", "list(map(str, range(10**12)))", KindSteps, "RuntimeError", 0},
		{"endless range in zip", "list(zip(range(10**12), range(10**12)))", KindSteps, "RuntimeError", 0},
		{"exec", "exec('while True: pass')", KindSteps, "RuntimeError", 0},
		{"exec compiled", "exec(compile('while True: pass', 'x', 'exec'))", KindSteps, "RuntimeError", 0},
		{"eval", "eval('[1 for x in iter(lambda: 0, 1)]')", KindSteps, "RuntimeError", 0},
		{"exec defines function", "d = {}\nexec('def f():\\n  while True: pass', d)\nd['f']()", KindSteps, "RuntimeError", 0},

		{"recursion", "def f(n):\n    return f(n + 1)\nf(0)\n", KindRecursion, "RecursionError", 2},
		{"mutual recursion", "def f():\n    g()\ndef g():\n    f()\nf()\n", KindRecursion, "RecursionError", 0},
		{"lambda recursion", "f = lambda x: f(x)\nf(1)\n", KindRecursion, "RecursionError", 1},
		{"method recursion", "class A:\n    def f(self): return self.f()\nA().f()\n", KindRecursion, "RecursionError", 2},
		{"init recursion", "class A:\n    def __init__(self): A()\nA()\n", KindRecursion, "RecursionError", 0},
		{"getattr recursion", "class A:\n    def __getattr__(self, n): return self.x\nA().y\n", KindRecursion, "RecursionError", 0},
		{"getattribute recursion", "class A:\n    def __getattribute__(self, n): return self.x\nA().y\n", KindRecursion, "RecursionError", 0},
		{"setattr recursion", "class A:\n    def __setattr__(self, n, v): self.x = 1\nA().y = 1\n", KindRecursion, "RecursionError", 0},
		{"str recursion", "class A:\n    def __str__(self): return str(self)\nstr(A())\n", KindRecursion, "RecursionError", 0},
		{"repr recursion", "class A:\n    def __repr__(self): return '%r' % self\nprint(A())\n", KindRecursion, "RecursionError", 0},
		{"eq recursion", "class A:\n    def __eq__(self, o): return self == o\nA() == A()\n", KindRecursion, "RecursionError", 0},
		{"iter recursion", "class A:\n    def __iter__(self): return iter(self)\nlist(A())\n", KindRecursion, "RecursionError", 0},
		{"generator recursion", "def g():\n    yield from g()\nlist(g())\n", KindRecursion, "RecursionError", 0},
		{"generator for recursion", "def g():\n    for x in g(): yield x\nlist(g())\n", KindRecursion, "RecursionError", 0},
		{"comprehension recursion", "def f(): return [f() for x in (1,)]\nf()\n", KindRecursion, "RecursionError", 0},
		{"sort key recursion", "def f(x): return sorted([1, 2], key=f)\nf(1)\n", KindRecursion, "RecursionError", 0},
		{"property recursion", "class A:\n    @property\n    def p(self): return self.p\nA().p\n", KindRecursion, "RecursionError", 0},
		{"decorator recursion", "def d(f):\n    return d(f)\n@d\ndef g(): pass\n", KindRecursion, "RecursionError", 0},
		{"exec recursion", "s = 'exec(s)'\nexec(s)\n", KindRecursion, "RecursionError", 0},
		{"recursion in handler", "def f():\n    try:\n        f()\n    except:\n        f()\nf()\n", KindSteps, "RuntimeError", 0},
		{"class body recursion", "def f():\n    class A:\n        x = f()\nf()\n", KindRecursion, "RecursionError", 0},

		{"deep repr", "a = []\nfor i in range(100000): a = [a]\nrepr(a)\n", KindRecursion, "RecursionError", 3},
		{"deep str of dict", "a = {}\nfor i in range(100000): a = {'k': a}\nprint(a)\n", KindRecursion, "RecursionError", 3},
		{"deep format", "a = ()\nfor i in range(100000): a = (a,)\n'%s' % (a,)\n", KindRecursion, "RecursionError", 3},
		{"deep equality", "a = []\nb = []\nfor i in range(100000):\n    a = [a]\n    b = [b]\na == b\n", KindRecursion, "RecursionError", 6},
		{"deep inequality", "a = ()\nb = ()\nfor i in range(100000):\n    a = (a,)\n    b = (b,)\na != b\n", KindRecursion, "RecursionError", 6},
		{"deep in", "a = []\nb = []\nfor i in range(100000):\n    a = [a]\n    b = [b]\na in [b]\n", KindRecursion, "RecursionError", 6},
		{"deep equality by constant", "a = ()\nfor i in range(100000): a = (a,)\nisinstance(1, a)\n", KindRecursion, "RecursionError", 0},
		{"self containing", "a = []\na.append(a)\nb = []\nb.append(b)\na == b\n", KindRecursion, "RecursionError", 5},

		{"deep hash", "a = ()\nfor i in range(100000): a = (a,)\nhash(a)\n", KindRecursion, "RecursionError", 3},
		{"map chain", "it = iter([1])\nfor i in range(100000): it = map(str, it)\nnext(it)\n", KindRecursion, "RecursionError", 3},
		{"zip and filter chain", "it = iter([1])\nfor i in range(100000): it = filter(None, zip(enumerate(it)))\nnext(it)\n", KindRecursion, "RecursionError", 3},
		{"generator for chain", "def w(g):\n    for x in g: yield x\ndef s():\n    while 1: yield 1\ng = s()\nnext(g)\nfor i in range(100000):\n    g = w(g)\n    next(g)\n", KindSteps, "RuntimeError", 0},
		{"generator expression chain", "g = iter([1] * 10)\nfor i in range(100000):\n    g = (x for x in g)\nlist(g)\n", KindRecursion, "RecursionError", 0},
		{"inheritance chain", "class A: pass\nfor i in range(100000):\n    class A(A): pass\n", KindRecursion, "RecursionError", 3},
		{"staticmethod chain", "def f(): return 1\nfor i in range(100000): f = staticmethod(f)\nf()\n", KindRecursion, "RecursionError", 3},
		{"exception chain", "e = ValueError()\nfor i in range(100000): e = ValueError(e)\nstr(e)\n", KindRecursion, "RecursionError", 3},
		{"slice chain", "e = slice(1)\nfor i in range(100000): e = slice(e)\nrepr(e)\n", KindRecursion, "RecursionError", 3},
		{"alias chain", "e = int\nfor i in range(100000): e = list[e]\nrepr(e)\n", KindRecursion, "RecursionError", 3},
		{"staticmethod name chain", "def f(): pass\nfor i in range(100000): f = staticmethod(f)\nf.__name__\n", KindRecursion, "RecursionError", 3},
		{"method chain", "def f(*a): pass\nm = type(f.__get__(1))\nfor i in range(100000): f = m(f, 1)\nf()\n", KindRecursion, "RecursionError", 4},
		{"raised exception chain", "e = ValueError()\nfor i in range(100000): e = ValueError(e)\nraise e\n", KindException, "ValueError", 3},
		{"many large lists", "l = []\nwhile 1: l.append([0] * 1000000)\n", KindException, "MemoryError", 2},
		{"many large strings", "l = []\nwhile 1: l.append('x' * (60000000 + len(l)))\n", KindException, "MemoryError", 2},
		{"huge replace", "s = 'x' * 1000000\ns.replace('', s)\n", KindException, "MemoryError", 2},
		{"huge bytes replace", "s = b'x' * 1000000\ns.replace(b'x', s)\n", KindException, "MemoryError", 2},
		{"huge join", "s = 'x' * 1000000\ns.join(['', ''] * 1000)\n", KindException, "MemoryError", 2},
		{"extend by itself", "l = [1]\nwhile 1: l.extend(l)\n", KindException, "MemoryError", 2},
		{"huge justify", "'x'.ljust(10**12)", KindException, "MemoryError", 1},
		{"huge bytes", "bytes(10**12)", KindException, "MemoryError", 1},
		{"huge string", "'x' * 10**12", KindException, "MemoryError", 1},
		{"huge list", "[0] * 10**12", KindException, "MemoryError", 1},
		{"huge power", "10 ** 10 ** 9", KindException, "OverflowError", 1},
		{"huge power by function", "pow(10, 10**10)", KindException, "OverflowError", 1},
		{"huge shift", "1 << 10**10", KindException, "OverflowError", 1},
		{"doubling", "s = 'x'\nwhile True:\n    s += s\n", KindException, "MemoryError", 3},
		{"doubling list", "s = [0]\nwhile True:\n    s += s\n", KindException, "MemoryError", 3},
		{"squaring", "n = 10\nwhile True:\n    n *= n\n", KindException, "OverflowError", 3},
		{"wide format", "'%99999999999d' % 1", KindException, "ValueError", 1},
		{"no input", "input()", KindException, "NameError", 1},
		{"no glob", "import glob", KindException, "ModuleNotFoundError", 1},
		{"no tempfile", "x = 1\nimport tempfile", KindException, "ModuleNotFoundError", 2},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			e := fails(t, Options{StepLimit: 200_000}, tt.src)
			require.Equal(t, tt.kind, e.Kind, e.Render())
			require.Equal(t, tt.typ, e.Type, e.Render())
			if tt.line != 0 {
				require.Equal(t, tt.line, e.Line, e.Render())
			}
		})
	}
}

func TestTimeLimit(t *testing.T) {
	start := time.Now()
	e := fails(t, Options{StepLimit: Unlimited, TimeLimit: 20 * time.Millisecond}, "def f():\n    while True:\n        pass\nf()\n")
	require.Equal(t, KindTime, e.Kind)
	require.Equal(t, "TimeoutError", e.Type)
	require.Equal(t, 2, e.Line)
	require.Less(t, time.Since(start), 2*time.Second)
}

func TestInterrupt(t *testing.T) {
	c, m := load(t, Options{StepLimit: Unlimited, TimeLimit: Unlimited}, "def f():\n    while True: pass\ndef g(): return 1\n")
	f := c.Func(m.Get("f"))
	go func() {
		time.Sleep(10 * time.Millisecond)
		c.Interrupt("unmounting")
	}()
	_, err := f.Call()
	var e *Error
	require.ErrorAs(t, err, &e)
	require.Equal(t, KindInterrupted, e.Kind)
	require.Contains(t, e.Msg, "unmounting")
	c.Resume()
	v, err := c.Func(m.Get("g")).Call()
	require.NoError(t, err)
	require.Equal(t, py.Int(1), v)
}

func TestBudgetIsPerEntry(t *testing.T) {
	c, m := load(t, Options{StepLimit: 1000}, "def f():\n    for i in range(900): pass\n    return i\ndef g():\n    for i in range(1100): pass\n")
	f := c.Func(m.Get("f"))
	for range 5 {
		v, err := f.Call()
		require.NoError(t, err)
		require.Equal(t, py.Int(899), v)
	}
	_, err := c.Func(m.Get("g")).Call()
	require.Error(t, err)
	_, err = f.Call()
	require.NoError(t, err)
}

func TestStepLimitIsExact(t *testing.T) {
	// 1 for the module, 1 check per iteration and one more that ends the loop.
	src := "for i in range(10): pass\n"
	load(t, Options{StepLimit: 12}, src)
	e := fails(t, Options{StepLimit: 11}, src)
	require.Equal(t, KindSteps, e.Kind)
}

func TestRecursionWithinLimit(t *testing.T) {
	src := "def f(n):\n    if n == 0: return 0\n    return 1 + f(n - 1)\n"
	c, m := load(t, Options{}, src)
	f := c.Func(m.Get("f"))
	v, err := f.Call(py.Int(DefaultRecursionLimit - 1))
	require.NoError(t, err)
	require.Equal(t, py.Int(DefaultRecursionLimit-1), v)
	// Depth is given back: by return, and by exceptions.
	for range 20 {
		_, err = f.Call(py.Int(400))
		require.NoError(t, err)
		_, err = f.Call(py.Int(DefaultRecursionLimit))
		require.Error(t, err)
	}
	// Caught by the script, it is an ordinary exception.
	require.Equal(t, "RecursionError maximum recursion depth exceeded (500 nested calls)\n", output(t, `
def f(): f()
try:
    f()
except RuntimeError as e:
    print(e.__class__.__name__, e)
`))
}

func TestRecursionLimitLarge(t *testing.T) {
	c, m := load(t, Options{RecursionLimit: 1 << 30}, "def f(n):\n    return f(n + 1)\n")
	_, err := c.Func(m.Get("f")).Call(py.Int(0))
	var e *Error
	require.ErrorAs(t, err, &e)
	require.Equal(t, KindRecursion, e.Kind)
	require.Len(t, e.Traceback, maxDepth)
	require.Contains(t, e.Render(), "[Previous line repeated")
	require.Less(t, len(e.Render()), 2000)
}

func TestGeneratorChain(t *testing.T) {
	// Each generator was started at shallow depth, so entry checks see nothing of
	// the depth at which the chain resumes.
	e := fails(t, Options{}, `
def wrap(g):
    yield from g
def src():
    while True: yield 1
g = src()
next(g)
for i in range(20000):
    g = wrap(g)
    next(g)
`)
	require.Equal(t, KindRecursion, e.Kind, e.Render())
}

func TestGeneratorLoopChain(t *testing.T) {
	e := fails(t, Options{StepLimit: Unlimited}, `
def wrap(g):
    for x in g: yield x
def src():
    while True: yield 1
g = src()
next(g)
for i in range(20000):
    g = wrap(g)
    next(g)
`)
	require.Equal(t, KindRecursion, e.Kind, e.Render())
}

func TestNestedSource(t *testing.T) {
	for name, src := range map[string]string{
		"parentheses": strings.Repeat("(", 100000) + strings.Repeat(")", 100000),
		"brackets":    "x = " + strings.Repeat("[", 100000) + strings.Repeat("]", 100000),
		"minus":       "x = " + strings.Repeat("-", 400000) + "1",
		"plus":        "x = " + strings.Repeat("1+", 200000) + "1",
		"not":         "x = " + strings.Repeat("not ", 100000) + "1",
		"attributes":  "x = a" + strings.Repeat(".a", 200000),
		"lambda":      "x = " + strings.Repeat("lambda:", 60000) + "1",
		"few lambdas": "x = " + strings.Repeat("lambda:", 2000) + "1",
		"calls":       "x = a" + strings.Repeat("()", 200000),
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := Compile("deep.py", src); err != nil {
				var e *Error
				require.ErrorAs(t, err, &e)
			}
		})
	}
	_, err := Compile("big.py", strings.Repeat("#", MaxSource+1))
	require.ErrorContains(t, err, "512 KiB")
}

func TestNoGoroutines(t *testing.T) {
	before := runtime.NumGoroutine()
	c, _ := load(t, Options{}, "def g():\n    try:\n        yield 1\n    finally:\n        yield 2\nfor i in range(100):\n    next(g())\n")
	c.Close()
	require.LessOrEqual(t, runtime.NumGoroutine(), before)
}
