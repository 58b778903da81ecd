package scripttest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/windlassfs/windlass/scripting/engine"
)

func TestAsserts(t *testing.T) {
	for src, want := range map[string]string{
		"assert a == b":               "assert L(0, (a)) == R(0, (b))",
		"assert a==b, 'm'":            "assert L(0, (a))==R(0, (b)), 'm'",
		"assert f(x, y) not in z":     "assert L(0, (f(x, y))) not in R(0, (z))",
		"assert a is not None":        "assert L(0, (a)) is not R(0, (None))",
		"assert f(a).ok and not b.ok": "assert V(0, (f(a))).ok and V(1, (not b.ok))",
		"assert a":                    "assert V(0, (a))",
		"assert not a == b":           "assert V(0, (not a == b))",
		"assert a < b < c":            "assert V(0, (a < b < c))",
		"assert a == 1 and b":         "assert L(0, (a)) == R(0, (1)) and V(1, (b))",
		"assert a == 1 or b == 2":     "assert V(0, (a == 1 or b == 2))",
		"assert x if a == b else y":   "assert V(0, (x if a == b else y))",
		"assert lambda: a == b":       "assert V(0, (lambda: a == b))",
		"assert [i == j for i in k]":  "assert V(0, ([i == j for i in k]))",
		"assert (a ==\n  b), 'x'":     "assert (L(0, (a)) ==\n  R(0, (b))), 'x'",
		"if x: assert a == b; y = 1":  "if x: assert L(0, (a)) == R(0, (b)); y = 1",
		"assert 'a == b, c' == s # x": "assert L(0, ('a == b, c')) == R(0, (s)) # x",
		"assert a == \\\n  b":         "assert L(0, (a)) == \\\n  R(0, (b))",
		"'''\nassert a == b\n'''":     "'''\nassert a == b\n'''",
		"x = 'assert'; asserted = 1":  "x = 'assert'; asserted = 1",
		"assert (a) == (b)":           "assert L(0, ((a))) == R(0, ((b)))",
		"assert (a, b)":               "assert V(0, ((a, b)))",
		"assert ((a == b and c))":     "assert ((L(0, (a)) == R(0, (b)) and V(1, (c))))",
		"assert":                      "assert",
		"assert == b":                 "assert V(0, (== b))",
	} {
		ins, _ := asserts(src, lex(src))
		got := strings.NewReplacer(fnLeft, "L", fnRight, "R", fnValue, "V").Replace(apply(src, ins))
		require.Equal(t, want, got)
	}
}

func TestMarks(t *testing.T) {
	src := `"""doc"""
from x import *
X = [
    1,
]

@deco
def f(a, b={1: 2}):
    """doc"""
    if a and (b or
              a):
        return lambda x: x
    elif a == 1: return 2
    else:
        pass
    while (a): a -= 1; b = 3
    for i, j in (1, 2), (3, 4):
        continue
    with a as b:
        try:
            raise a
        except E as e: pass
        finally:
            global y
            y = 1
def g(): return 1
class C: x = 1
`
	want := `"""doc"""
from x import *
L(3); X = [
    1,
]

@deco
def f(a, b={1: 2}):
    """doc"""
    if L(10) or ( a and (b or
              a)):
        L(12); return lambda x: x
    elif L(13) or ( a == 1): return 2
    else:
        L(15); pass
    while L(16) or ( (a)): a -= 1; b = 3
    for i, j in I(17, ( (1, 2), (3, 4))):
        L(18); continue
    with a as b:
        try:
            L(21); raise a
        except E as e: L(22); pass
        finally:
            global y
            L(25); y = 1
def g(): L(26); return 1
class C: L(27); x = 1
`
	ins, lines := marks(lex(src), 0)
	require.Equal(t, want, strings.NewReplacer(fnLine, "L", fnIter, "I").Replace(apply(src, ins)))
	require.Equal(t, []int{3, 10, 12, 13, 15, 16, 17, 18, 21, 22, 25, 26, 27}, lines)
}

// TestRewrittenScriptsCompile: whatever compiles does so when it is rewritten.
func TestRewrittenScriptsCompile(t *testing.T) {
	files, err := filepath.Glob("../../examples/*/*.py")
	require.NoError(t, err)
	more, err := filepath.Glob("testdata/*/*.py")
	require.NoError(t, err)
	for _, f := range append(files, more...) {
		src, err := os.ReadFile(f)
		require.NoError(t, err)
		requireRewritable(t, string(src))
	}
}

func requireRewritable(t *testing.T, src string) {
	toks := lex(src)
	a, _ := asserts(src, toks)
	m, _ := marks(toks, 0)
	got := apply(src, append(m, a...))
	require.Equal(t, strings.Count(src, "\n"), strings.Count(got, "\n"))
	_, err := engine.Compile("x.py", got)
	require.NoError(t, err, got)
}

func FuzzRewrite(f *testing.F) {
	for _, s := range []string{"assert a == b\n", "if a: b\n", "x = '''a\nb'''\n", "for i in x: pass\n", "def f(a=lambda: 1): return a\n", "with a: assert b, c\n"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, src string) {
		toks := lex(src)
		a, _ := asserts(src, toks)
		m, _ := marks(toks, 0)
		got := apply(src, append(m, a...))
		require.Equal(t, strings.Count(src, "\n"), strings.Count(got, "\n"))
	})
}
