package engine

import (
	"testing"

	"github.com/go-python/gpython/py"
	"github.com/stretchr/testify/require"
)

func TestInspect(t *testing.T) {
	o, err := Inspect("neg.py", `"""Negative lookups."""
import errno, os
from windlass import *

OPTIONS = [{"name": "timeout", "default": -1.5, "flag": True}, ("a", None)]
LIMIT = compute()
a, b = 1, 2

class Base: pass

class xlator(Translator, windlass.Other):
    "doc of xlator"
    version = 3

    def __init__(self, c_this):
        self.x = 1

    def lookup_fop(self, frame, loc, xdata=None): pass

    @staticmethod
    def helper(a, *rest, key=1, **kw):
        """Helps."""

    @retry(3)
    @other.deco
    def  create_fop(self,
                  frame): pass
if True:
    def top(): pass
`)
	require.NoError(t, err)
	require.Equal(t, "Negative lookups.", o.Doc)
	require.Equal(t, []ImportInfo{
		{Module: "errno", Line: 2, Column: 1},
		{Module: "os", Line: 2, Column: 1},
		{Module: "windlass", Names: []string{"*"}, Line: 3, Column: 1},
	}, o.Imports)
	require.Len(t, o.Names, 4)
	require.Equal(t, "OPTIONS", o.Names[0].Name)
	require.Equal(t, 5, o.Names[0].Line)
	require.Equal(t, 1, o.Names[0].Column)
	require.Equal(t, "[{'name': 'timeout', 'default': -1.5, 'flag': True}, ('a', None)]", reprText(o.Names[0].Value))
	require.Nil(t, o.Names[1].Value)
	require.Equal(t, "b", o.Names[3].Name)
	require.Len(t, o.Classes, 2)
	require.Len(t, o.Functions, 1)

	c := o.Class("xlator")
	require.Equal(t, 11, c.Line)
	require.Equal(t, 7, c.Column)
	require.Equal(t, []string{"Translator", "windlass.Other"}, c.Bases)
	require.Equal(t, "doc of xlator", c.Doc)
	require.Equal(t, py.Int(3), c.Names[0].Value)
	require.Nil(t, o.Class("nope"))
	require.Nil(t, c.Method("nope"))

	m := c.Method("lookup_fop")
	require.Equal(t, []string{"self", "frame", "loc", "xdata"}, m.Args)
	require.Equal(t, 1, m.Defaults)
	require.Equal(t, 18, m.Line)
	require.Equal(t, 9, m.Column)
	lo, hi, known := m.Arity()
	require.Equal(t, []any{2, 3, true}, []any{lo, hi, known})

	m = c.Method("helper")
	require.Equal(t, "rest", m.Vararg)
	require.Equal(t, "kw", m.Kwarg)
	require.Equal(t, []string{"key"}, m.KwOnly)
	require.Equal(t, "Helps.", m.Doc)
	require.Equal(t, 21, m.Line)
	lo, hi, known = m.Arity()
	require.Equal(t, []any{1, -1, true}, []any{lo, hi, known})

	m = c.Method("create_fop")
	require.Equal(t, []string{"retry", "other.deco"}, m.Decorators)
	require.Equal(t, 26, m.Line)
	require.Equal(t, 10, m.Column)
	_, _, known = m.Arity()
	require.False(t, known)
}

func TestSyntaxErrors(t *testing.T) {
	tests := []struct {
		name, src    string
		line, column int
		text         string
	}{
		{"colon", "x = 1\ndef f()\n    pass\n", 2, 0, "def f()"},
		{"expression", "x = 1\ny = = 2\n", 2, 0, "y = = 2"},
		{"return", "x = 1\n\nreturn 5\n", 3, 1, "return 5"},
		{"break", "def f():\n    break\n", 2, 5, "    break"},
		{"string", "x = 'abc\n", 1, 0, "x = 'abc"},
		{"assign to call", "f() = 1\n", 1, 0, "f() = 1"},
		{"indent", "if 1:\n    x = 1\n  y = 2\n", 3, 0, "  y = 2"},
		{"crlf", "x = 1\r\ny = = 2\r\n", 2, 0, "y = = 2"},
		{"end of file", "f(1,\n", 0, 0, ""},
		{"nonlocal", "def f():\n    nonlocal q\n", 0, 0, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for _, f := range []func() error{
				func() error { _, err := Compile("bad.py", tt.src); return err },
				func() error { _, err := Inspect("bad.py", tt.src); return err },
			} {
				var e *Error
				require.ErrorAs(t, f(), &e)
				require.Equal(t, KindSyntax, e.Kind, e.Error())
				require.Equal(t, "SyntaxError", e.Type)
				require.Equal(t, "bad.py", e.File)
				require.NotEmpty(t, e.Msg)
				require.NotContains(t, e.Render(), "Traceback")
				t.Log(e.Error())
				if tt.line > 0 {
					require.Equal(t, tt.line, e.Line, e.Error())
					require.Equal(t, tt.text, e.Text)
				}
				if tt.column > 0 {
					require.Equal(t, tt.column, e.Column)
				}
			}
		})
	}
}
