package scripting_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/windlassfs/windlass/scripting"
	"github.com/windlassfs/windlass/xlator"
	"github.com/windlassfs/windlass/xlator/volfile"
	"github.com/windlassfs/windlass/xlator/xlatortest"
)

// TestCheck has one script for each thing that can be wrong with one, and what
// its author is told: by Check, and when a graph is built.
func TestCheck(t *testing.T) {
	for name, tc := range map[string]struct{ src, want string }{
		"sound": {class("    def lookup_fop(self, frame, this, loc, xdata):\n        frame.wind()\n"), ""},
		"syntax": {
			"from windlass import *\n\nclass xlator(Translator):\n    def lookup_fop(self, frame\n        pass\n",
			"F:4:19: SyntaxError: '(' was never closed (in: def lookup_fop(self, frame)",
		},
		"another system's editor": {"\ufefffrom windlass import *\r\n\r\nclass xlator(Translator):\r\n    def lookup_fop(self, frame, this, loc, xdata):\r\n        frame.wind()\r\n", ""},
		"NUL":                     {"x = 1\ny\x00", "F:2:2: SyntaxError: a NUL byte: this is not text"},
		"not UTF-8":               {"x = 1\ny = 'é\xff'\n", "F:2:8: SyntaxError: this is not text in UTF-8"},
		"for the terminal":        {"x = \x1b[31m" + strings.Repeat("é", 10_000), "F:1:5: SyntaxError: invalid non-printable character U+001B (in: x = \ufffd[31m" + strings.Repeat("é", 111) + "…)"},
		"no class":                {"from windlass import *\n", "F:1: the script has no class that is derived from Translator (a translator begins with: from windlass import * / class xlator(Translator):)"},
		"not derived":             {"from windlass import *\n\nclass xlator:\n    pass\n", "F:3:7: class xlator is not derived from Translator (write: class xlator(Translator):)"},
		"several":                 {"from windlass import *\nclass one(Translator):\n    pass\nclass two(Translator):\n    pass\n", "F:4:7: the script has several classes that are derived from Translator: one, two (name one of them xlator, or say: option class NAME)"},
		"several and one":         {"from windlass import *\nclass one(Translator):\n    pass\nclass xlator(Translator):\n    pass\n", ""},
		"a base and a leaf":       {"from windlass import *\nclass one(Translator):\n    pass\nclass two(one):\n    pass\n", ""},
		"misspelt": {
			class("    def lookupp_fop(self, frame, this, loc, xdata):\n        pass\n    def statt_cbk(self, *a):\n        pass\n    def wibble_fop(self):\n        pass\n    def lookup_callback(self):\n        pass\n"),
			"F:5:9: class xlator: method lookupp_fop: there is no fop \"lookupp\" (did you mean lookup_fop?)\n" +
				"F:7:9: class xlator: method statt_cbk: there is no fop \"statt\" (did you mean stat_cbk?)\n" +
				"F:9:9: class xlator: method wibble_fop: there is no fop \"wibble\" (see: windlass list --fops)\n" +
				"F:11:9: class xlator: method lookup_callback is called by nobody (did you mean lookup_cbk?)",
		},
		"arity": {
			class("    def lookup_fop(self, frame, this, loc):\n        pass\n    def stat_cbk(self, frame, cookie, this, op_ret, op_errno, buf, xdata, more):\n        pass\n    def open_fop(self, frame, *rest):\n        pass\n"),
			"F:5:9: class xlator: method lookup_fop takes 4 arguments and is called with 5 (write: def lookup_fop(self, frame, this, loc, xdata):)\n" +
				"F:7:9: class xlator: method stat_cbk takes 9 arguments and is called with 8 (write: def stat_cbk(self, frame, cookie, this, op_ret, op_errno, buf, xdata):)",
		},
		"import": {
			"from windlass import *\nimport nowhere\nclass xlator(Translator):\n    def lookup_fop(self):\n        pass\n",
			"F:2: ModuleNotFoundError: No module named 'nowhere'\n" +
				"F:4:9: class xlator: method lookup_fop takes 1 arguments and is called with 5 (write: def lookup_fop(self, frame, this, loc, xdata):)",
		},
		"nothing imported": {"class xlator(Translator):\n    pass\n", "F:1: NameError: name 'Translator' is not defined (a translator begins with: from windlass import *)"},
		"raises":           {"from windlass import *\nx = 1 / 0\nclass xlator(Translator):\n    pass\n", "F:2: ZeroDivisionError: division by zero"},
		"init raises": {
			class("    def __init__(self, this):\n        self.helper()\n    def helper(self):\n        raise ValueError('no')\n"),
			"F:8: xlator.__init__ raised ValueError: no\n    Traceback (most recent call last):\n      File \"F\", line 6, in __init__\n        self.helper()\n      File \"F\", line 8, in helper\n        raise ValueError('no')\n    ValueError: no",
		},
		"init without this": {class("    def __init__(self):\n        pass\n"), "F: xlator.__init__ raised TypeError: xlator.__init__() takes 1 positional argument but 2 were given"},
		"options": {
			"from windlass import *\nOPTIONS = [Option('lanes', 'int'), 3, Option('x'), Option('x')]\nclass xlator(Translator):\n    pass\n",
			"F:2:1: OPTIONS[0]: option \"lanes\" cannot be declared: every script has it (for example OPTIONS = [Option(\"limit\", \"int\", default=10, desc=\"…\")])\n" +
				"F:2:1: OPTIONS[1] must be an Option, not int (for example OPTIONS = [Option(\"limit\", \"int\", default=10, desc=\"…\")])\n" +
				"F:2:1: OPTIONS[3]: option \"x\" cannot be declared: it is declared before (for example OPTIONS = [Option(\"limit\", \"int\", default=10, desc=\"…\")])",
		},
		"this API":       {"from windlass import *\nAPI = 1\nclass xlator(Translator):\n    pass\n", ""},
		"newer API":      {"from windlass import *\nAPI = 2\nclass xlator(Translator):\n    pass\n", "F:2:1: the script is written for API 2, and this is API 1 (use a newer windlass)"},
		"no API":         {"from windlass import *\nAPI = 'x'\nclass xlator(Translator):\n    pass\n", "F:2:1: API must be the number of a version, not str (write: API = 1)"},
		"option type":    {"from windlass import *\nOPTIONS = [Option('x', 'itn')]\nclass xlator(Translator):\n    pass\n", "F:2: ValueError: Option(\"x\"): there is no type 'itn'; did you mean 'int'?"},
		"option default": {"from windlass import *\nOPTIONS = [Option('x', 'int', default=11, max=10)]\nclass xlator(Translator):\n    pass\n", "F:2: ValueError: Option(\"x\"): default: 11 is more than 10"},
	} {
		t.Run(name, func(t *testing.T) {
			file := write(t, tc.src)
			ps := scripting.Check(file)
			got := strings.ReplaceAll(ps.Error(), file, "F")
			require.Equal(t, tc.want, got)
			for _, p := range ps {
				require.True(t, p.Script, "%v", p)
			}
			built := xlatortest.Problems(t, xlatortest.Layer{Type: scripting.Type, Options: xlatortest.Options{"script": file}})
			require.Equal(t, tc.want, strings.ReplaceAll(built, file, "F"), "once, in a graph too")
		})
	}
	ps := scripting.Check("/nowhere/x.py")
	require.Len(t, ps, 1)
	require.Equal(t, "/nowhere/x.py: cannot read the script: open /nowhere/x.py: no such file or directory (it must exist and be readable for who mounts)", ps.Error())
}

// build says what is wrong with a volume file in a directory of files.
func build(t *testing.T, files map[string]string, volume string) string {
	t.Helper()
	dir := t.TempDir()
	for name, src := range files {
		require.NoError(t, os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755))
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(src), 0o644))
	}
	file := filepath.Join(dir, "graph.vol")
	spec, err := volfile.Parse(file, []byte("volume top\n"+volume+"\nend-volume\n"))
	require.NoError(t, err)
	var reg xlator.Registry
	reg.Register(scripting.Type)
	_, err = xlator.Build(&reg, spec, xlator.BuildOptions{})
	if err == nil {
		return ""
	}
	return strings.ReplaceAll(err.Error(), dir+"/", "")
}

func TestVolumes(t *testing.T) {
	const sound = "from windlass import *\nclass xlator(Translator):\n    pass\nclass second(Translator):\n    pass\nclass no:\n    pass\n"
	const limit = "from windlass import *\nOPTIONS = [Option('limit', 'int', default=3, min=1, max=9, desc='how many'), Option('mode', enum=['fast', 'slow'])]\nclass xlator(Translator):\n    pass\n"
	files := map[string]string{
		"hello.py": sound, "lib/far.py": sound, "limit.py": limit, "broken.py": "class\n",
		"uses.py":   "from windlass import *\nfrom base import Base\nclass xlator(Base):\n    pass\n",
		"base.py":   "from windlass import *\nclass Base(Translator):\n    def lookup_fop(self, frame):\n        pass\n",
		"raises.py": "from windlass import *\nimport bad\nclass xlator(Translator):\n    pass\n",
		"bad.py":    "def f():\n    return 1 +\n",
	}
	for name, tc := range map[string]struct{ volume, want string }{
		"module name":       {"type scripting/python\noption module-name hello", ""},
		"glupy's name":      {"type features/glupy\noption module-name hello", ""},
		"path":              {"type scripting/python\noption module-name far\noption path lib", ""},
		"script":            {"type scripting/python\noption script lib/far.py", ""},
		"class":             {"type scripting/python\noption script hello.py\noption class second", ""},
		"neither":           {"type scripting/python", "graph.vol:1:8: volume \"top\": scripting/python needs a script (say: option module-name NAME, or: option script FILE.py)"},
		"both":              {"type scripting/python\noption script hello.py\noption module-name hello", "graph.vol:3:8: volume \"top\": both module-name and script are given (one of them is enough)"},
		"not there":         {"type scripting/python\noption module-name helo", "graph.vol:3:20: volume \"top\": there is no script helo.py (looked in D; did you mean hello?)"},
		"no file":           {"type scripting/python\noption script helo.py", "graph.vol:3:15: cannot read the script: open helo.py: no such file or directory (it must exist and be readable for who mounts)"},
		"no such class":     {"type scripting/python\noption script hello.py\noption class secnd", "graph.vol:4:14: hello.py has no class \"secnd\" (did you mean \"second\"?)"},
		"class not derived": {"type scripting/python\noption script hello.py\noption class no", "hello.py:6:7: class no is not derived from Translator (write: class no(Translator):)"},
		"unknown option":    {"type scripting/python\noption script limit.py\noption limt 3", "graph.vol:4:8: volume \"top\": scripting/python has no option \"limt\" (did you mean \"limit\"?)"},
		"out of range":      {"type scripting/python\noption script limit.py\noption limit 10", "graph.vol:4:14: volume \"top\": option limit: 10 is outside the range 1 to 9"},
		"no such choice":    {"type scripting/python\noption script limit.py\noption mode fats", "graph.vol:4:13: volume \"top\": option mode: \"fats\" is not one of fast, slow (did you mean \"fast\"?)"},
		"broken":            {"type scripting/python\noption script broken.py\noption limit 10", "broken.py:1:6: SyntaxError: invalid syntax (in: class)"},
		"lanes":             {"type scripting/python\noption script hello.py\noption lanes 65", "graph.vol:4:14: volume \"top\": option lanes: 65 is outside the range 1 to 64"},
		"inherited arity":   {"type scripting/python\noption script uses.py", "base.py:3: class Base: method lookup_fop takes 2 arguments and is called with 5 (write: def lookup_fop(self, frame, this, loc, xdata):)"},
		"import has syntax": {"type scripting/python\noption script raises.py", "raises.py:2: SyntaxError: bad.py:2:15: SyntaxError: invalid syntax"},
	} {
		t.Run(name, func(t *testing.T) {
			got := build(t, files, tc.volume)
			if i := strings.Index(got, "(looked in "); i >= 0 {
				j := strings.Index(got[i:], ";")
				got = got[:i] + "(looked in D" + got[i+j:]
			}
			require.Equal(t, tc.want, got)
		})
	}
}

func TestOptions(t *testing.T) {
	s := stack(t, `from windlass import *

OPTIONS = [
    Option("limit", "int", default=3, min=1, max=9),
    Option("room", "size", default="64KB"),
    Option("share", "percent"),
    Option("on-it", "bool", default=True),
    Option("wait", "time", default="1min"),
    Option("names", "list", default=["a", "b"]),
    Option("ops", "fops", default="lookup,stat"),
    Option("code", "errno", default="EACCES"),
    Option("ratio", "float", default=1.5),
    Option("mode", enum=["fast", "slow"], default="slow"),
]

class xlator(Translator):
    def __init__(self, this):
        Translator.__init__(self, this)
        o = self.options
        print([o.limit, o["room"], o.share, o.on_it, o["on-it"], o.wait, o.names, o.ops, o.code, o.ratio, o.mode, o.get("x", 1), "limit" in o])
        for what in (lambda: o.limt, lambda: o["limt"]):
            try:
                what()
            except Exception as e:
                print(e)
`, "limit", "7", "mode", "fast")
	require.Contains(t, s.Log(), "[7, 65536, 0.0, True, True, 60.0, ('a', 'b'), ('lookup', 'stat'), 13, 1.5, 'fast', 1, True]")
	require.Contains(t, s.Log(), "'Options' object has no attribute 'limt'; did you mean 'limit'?")
	require.Contains(t, s.Log(), "'limt'; did you mean 'limit'?")
}
