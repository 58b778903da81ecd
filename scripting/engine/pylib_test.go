package engine

import (
	"bufio"
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// pylibFeatures are the features of the corpus that modules of pylib serve.
var pylibFeatures = []string{
	"class", "collections", "contextlib", "copy", "dataclasses", "datetime", "dunder", "enum",
	"errno_stat", "exception", "fnmatch", "functools", "generator", "heapq", "io", "ipaddress",
	"itertools", "json", "logging", "number", "operator", "os_path", "random", "shlex", "string",
	"struct", "sys", "threading", "translator", "typing", "uuid",
}

// pylibDiffers are the programs that print something else with pylib, and why.
var pylibDiffers = map[string]string{
	"heapq/bisect_positions":        "a missing argument is reported as by a function written in Python",
	"operator/arithmetic_functions": "a missing argument is reported as by a function written in Python",
	"operator/comparison_and_logic": "a missing argument is reported as by a function written in Python",
}

// python311 finds the interpreter that pylib is compared with.
func python311() (string, bool) {
	for _, name := range []string{"python3.11", "python3"} {
		path, err := exec.LookPath(name)
		if err != nil {
			continue
		}
		out, err := exec.Command(path, "-c", "import sys; print(*sys.version_info[:2])").Output()
		if err == nil && strings.TrimSpace(string(out)) == "3 11" {
			return path, true
		}
	}
	return "", false
}

// TestPylib runs programs under CPython with the modules of pylib in place of its
// own: those of the corpus have to print what is noted there, those of
// testdata/pylib what they print with CPython's own modules.
func TestPylib(t *testing.T) {
	python, ok := python311()
	if !ok {
		t.Skip("no python3.11")
	}
	programs, err := filepath.Glob("testdata/pylib/*_*.py")
	require.NoError(t, err)
	for _, f := range pylibFeatures {
		more, err := filepath.Glob(filepath.Join("testdata/corpus", f, "*.py"))
		require.NoError(t, err)
		programs = append(programs, more...)
	}
	cmd := exec.Command(python, append([]string{"-X", "utf8", "-W", "ignore", "testdata/pylib/driver.py", "pylib"}, programs...)...)
	cmd.Env = append(os.Environ(), "TZ=UTC")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	require.NoError(t, err, "%s", stderr.String())
	lines := bufio.NewScanner(bytes.NewReader(out))
	lines.Buffer(nil, 16<<20)
	n := 0
	for ; lines.Scan(); n++ {
		var r struct{ Path, Out, Want, Error string }
		require.NoError(t, json.Unmarshal(lines.Bytes(), &r))
		name := filepath.Base(filepath.Dir(r.Path)) + "/" + strings.TrimSuffix(filepath.Base(r.Path), ".py")
		t.Run(name, func(t *testing.T) {
			if why := pylibDiffers[name]; why != "" {
				require.NotEqual(t, r.Want, r.Out, "the program is listed as different: %s", why)
				t.Skip(why)
			}
			require.Empty(t, r.Error)
			require.Equal(t, r.Want, r.Out)
		})
	}
	require.NoError(t, lines.Err())
	require.Equal(t, len(programs), n)
}
