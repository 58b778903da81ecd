package scripting_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/windlassfs/windlass/scripting"
)

var wanted = regexp.MustCompile(`# want: (.*)$`)

// TestLint compares what is found in each line with what its comment wants.
func TestLint(t *testing.T) {
	files, err := filepath.Glob("testdata/lint/*.py")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		src, err := os.ReadFile(file)
		require.NoError(t, err)
		found := make(map[int][]string)
		for _, p := range scripting.Lint(file) {
			require.Equal(t, file, p.Pos.File)
			require.Positive(t, p.Pos.Column, p)
			require.True(t, p.Script)
			found[p.Pos.Line] = append(found[p.Pos.Line], p.String())
		}
		for i, line := range strings.Split(string(src), "\n") {
			m := wanted.FindStringSubmatch(line)
			if m == nil {
				require.Empty(t, found[i+1], "%s:%d: %s", file, i+1, line)
				continue
			}
			require.Len(t, found[i+1], 1, "%s:%d: %s", file, i+1, line)
			require.Regexp(t, m[1], found[i+1][0])
		}
	}
}

// TestLintOfWhatRuns: the scripts of examples and tests are not blamed.
func TestLintOfWhatRuns(t *testing.T) {
	for _, pattern := range []string{"../examples/*/*.py", "scripttest/testdata/good/same_test.py"} {
		files, err := filepath.Glob(pattern)
		require.NoError(t, err)
		require.NotEmpty(t, files)
		for _, f := range files {
			require.Empty(t, scripting.Lint(f), f)
		}
	}
	dir := t.TempDir()
	all := filepath.Join(dir, "all.py")
	require.NoError(t, os.WriteFile(all, []byte(scripting.PassThroughSource()), 0o644))
	require.Empty(t, scripting.Lint(all))
	require.Empty(t, scripting.Check(all))
	require.Contains(t, scripting.Advise(all).Error(), "write: API = 1")
	broken := filepath.Join(dir, "broken.py")
	require.NoError(t, os.WriteFile(broken, []byte("def ("), 0o644))
	require.Empty(t, scripting.Lint(broken))
	require.Empty(t, scripting.Advise(broken))
	require.Empty(t, scripting.Lint(filepath.Join(dir, "absent.py")))
}

// TestScriptThatIsTooNew: one message, whatever else may be wrong.
func TestScriptThatIsTooNew(t *testing.T) {
	file := filepath.Join(t.TempDir(), "new.py")
	require.NoError(t, os.WriteFile(file, []byte("from windlass import *\nimport something_new\nAPI = 2\nclass xlator(Translator):\n    def new_fop(self): pass\n"), 0o644))
	require.Equal(t, file+":3:1: the script is written for API 2, and this is API 1 (use a newer windlass)", scripting.Check(file).Error())
	require.Empty(t, scripting.Advise(file))
}
