package engine

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// FuzzCompile: no source makes the source pass or the compiler panic, and a
// syntax error is one, with a line of the source.
func FuzzCompile(f *testing.F) {
	for _, s := range []string{
		"x = 1\n", "f'{a!r:>{w}}{{}}'\n", "def f(a, /, b=1, *, c, **k): pass\n", "x: int = 3\n", "@a.b[0]\nclass C(*b, **k): pass\n",
		"with (a as b, c as d,):\n    pass\n", "match x:\n    case [1, *a] if a: pass\n    case {'k': C(v, n=1), **r} | None as q: pass\n",
		"if (n := 1) > 0: f(*a, x, *b, k=1, **c)\n", "{**a, 'b': 1}\n{*a, 1}\n", "a @= b @ c\n", "for x, in *a, b: yield *a,\n", "'''\n", "f'{", "1_0.5e-3j\n",
		"x = (\n\\\n", "\tif\n  x", "lambda *, a: (yield)\n", "del f()\n", "return", "class A:\n  def f(self): super()\n", "print 'x'\n", "async def f(): pass\n",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, src string) {
		p, err := Compile("fuzz.py", src)
		if err != nil {
			e, ok := err.(*Error)
			require.True(t, ok)
			require.Equal(t, KindSyntax, e.Kind, "%q: %v", src, err)
			require.LessOrEqual(t, e.Line, strings.Count(src, "\n")+strings.Count(src, "\r")+2)
			return
		}
		require.NotNil(t, p)
	})
}

// TestLinesStayTrue: what the source pass rewrites stays on its line.
func TestLinesStayTrue(t *testing.T) {
	for name, src := range map[string]string{
		"f-string":         "x = f'''a\n{1}\n{2:>{3}}'''\ny = [f'{x}',\n  f'{x!r}']\nboom()\n",
		"with in brackets": "class C:\n    def __enter__(s): pass\n    def __exit__(s, *a): pass\nwith (\n    C() as a,\n    C() as b,\n):\n    boom()\n",
		"annotations":      "x: int = (\n    1\n)\nz: dict[\n  str, int]\nboom()\n",
		"calls":            "def f(*a, **k): pass\nf(*[1],\n  2,\n  **{},\n  k=3,\n)\nboom()\n",
		"joined lines":     "x = 1 + \\\n    2\nif x and \\\n   x:\n    boom()\n",
		"match":            "match [1,\n  2]:\n    case [\n       a,\n       b,\n    ]:\n        boom()\n",
		"decorator":        "d = [lambda f: f]\n@d[\n  0\n]\ndef g():\n    pass\nboom()\n",
		"strings":          "x = '''\n\n''' 'a' \\\n  'b'\n'''doc\n\n'''\nboom()\n",
	} {
		t.Run(name, func(t *testing.T) {
			e := fails(t, Options{}, src)
			require.Equal(t, "NameError", e.Type, e.Render())
			require.Contains(t, e.Text, "boom()")
			require.Equal(t, strings.Count(src[:strings.Index(src, "boom()")], "\n")+1, e.Line)
		})
	}
}
