package scripting_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/scripting"
	"github.com/windlassfs/windlass/xlator/xlatortest"
)

// write puts a script into a directory of the test's own.
func write(t testing.TB, src string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "script.py")
	require.NoError(t, os.WriteFile(file, []byte(src), 0o644))
	return file
}

// stack builds a graph with a script over a storage in memory.
func stack(t testing.TB, src string, options ...string) *xlatortest.Stack {
	t.Helper()
	o := xlatortest.Options{"script": write(t, src)}
	for i := 0; i < len(options); i += 2 {
		o[options[i]] = options[i+1]
	}
	return xlatortest.New(t, xlatortest.Layer{Type: scripting.Type, Options: o})
}

// byKeyword is a pass-through script that makes every argument and every value
// of a reply anew: what is given by keyword is never taken for unchanged.
func byKeyword() string {
	var b strings.Builder
	b.WriteString("from windlass import *\n\nclass xlator(Translator):\n")
	for _, spec := range fops.Specs() {
		list := func(ps []fops.Param) (names, pairs string) {
			for _, p := range fops.Positional(ps) {
				names += ", " + p.Name
				pairs += ", " + p.Name + "=" + p.Name
			}
			return names, pairs
		}
		in, inPairs := list(spec.In)
		out, outPairs := list(spec.Out)
		fmt.Fprintf(&b, "    def %[1]s_fop(self, frame, this%[2]s):\n        self.wind_%[1]s(frame%[3]s)\n", spec.Name, in, inPairs)
		fmt.Fprintf(&b, "    def %[1]s_cbk(self, frame, cookie, this, op_ret, op_errno%[2]s):\n        self.unwind_%[1]s(frame, op_ret, op_errno%[3]s)\n", spec.Name, out, outPairs)
	}
	return b.String()
}

func TestEveryFopPassesUnchanged(t *testing.T) {
	for name, src := range map[string]string{
		"all":           scripting.PassThroughSource(),
		"by keyword":    byKeyword(),
		"callback only": callbacksOnly(),
		"nothing":       "from windlass import *\nclass xlator(Translator):\n    pass\n",
	} {
		t.Run(name, func(t *testing.T) {
			xlatortest.PassThrough(t, scripting.Type, xlatortest.Options{"script": write(t, src)})
		})
	}
	t.Run("lanes", func(t *testing.T) {
		xlatortest.PassThrough(t, scripting.Type, xlatortest.Options{"script": write(t, scripting.PassThroughSource()), "lanes": "3"})
	})
}

// callbacksOnly leaves the wind to the machine.
func callbacksOnly() string {
	var b strings.Builder
	skip := false
	for _, line := range strings.SplitAfter(scripting.PassThroughSource(), "\n") {
		if strings.HasPrefix(line, "    def ") {
			skip = strings.Contains(line, "_fop(")
		}
		if !skip {
			b.WriteString(line)
		}
	}
	return b.String()
}
