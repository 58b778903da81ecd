package scripttest

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"

	"github.com/windlassfs/windlass/xlator"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// TestGood runs tests that use everything that t has; all must pass, several
// times.
func TestGood(t *testing.T) {
	files, err := filepath.Glob("testdata/good/*_test.py")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, f := range files {
		for range 3 {
			res, err := Run(f, Options{})
			require.NoError(t, err)
			require.NotEmpty(t, res.Tests)
			for _, r := range res.Tests {
				if strings.Contains(r.Name, "skip") {
					require.Equal(t, Skipped, r.Outcome)
					require.Equal(t, "not today", r.Reason)
					continue
				}
				require.Equal(t, Passed, r.Outcome, "%s: %+v", r.Name, r.Failure)
			}
			if f == "testdata/good/hold_test.py" {
				require.Equal(t, []string{"testdata/good/hold.py"}, res.Loaded)
			}
		}
	}
}

// TestBad compares what is said of tests that fail. UPDATE=1 writes it.
func TestBad(t *testing.T) {
	res, err := Run("testdata/bad/bad_test.py", Options{})
	require.NoError(t, err)
	var b strings.Builder
	for _, r := range res.Tests {
		fmt.Fprintf(&b, "%s %s", r.Outcome, r.Name)
		if r.Failure == nil {
			b.WriteString("\n")
			continue
		}
		fmt.Fprintf(&b, " at %s:%d: %s\n%s\n", r.Failure.File, r.Failure.Line, r.Failure.Source, r.Failure.Message)
		for _, v := range r.Failure.Values {
			fmt.Fprintf(&b, "  %s is %s\n", v.Expr, v.Value)
		}
		for _, s := range r.Failure.Stack {
			fmt.Fprintf(&b, "  at %s\n", s)
		}
		for _, l := range r.Failure.Logs {
			fmt.Fprintf(&b, "  | %s\n", strings.ReplaceAll(l, "\n", "\n  | "))
		}
	}
	const golden = "testdata/bad/want.txt"
	if os.Getenv("UPDATE") != "" {
		require.NoError(t, os.WriteFile(golden, []byte(b.String()), 0o644))
	}
	want, err := os.ReadFile(golden)
	require.NoError(t, err)
	require.Equal(t, string(want), b.String())
}

func TestSelection(t *testing.T) {
	res, err := Run("testdata/good/hold_test.py", Options{Run: regexp.MustCompile("^test_interrupt")})
	require.NoError(t, err)
	require.Len(t, res.Tests, 2)
	require.Equal(t, 2, res.Count(Passed))
}

func TestFilesThatCannotRun(t *testing.T) {
	dir := t.TempDir()
	for name, tc := range map[string]struct{ src, want string }{
		"syntax_test.py": {"def test_x(t):\n    assert (\n", `syntax_test\.py:\d+:\d+: SyntaxError: `},
		"nul_test.py":    {"x\x00", "a NUL byte: this is not text"},
		"none_test.py":   {"\xff", "this is not text in UTF-8"},
	} {
		path := filepath.Join(dir, name)
		require.NoError(t, os.WriteFile(path, []byte(tc.src), 0o644))
		_, err := Run(path, Options{})
		var ps xlator.Problems
		require.ErrorAs(t, err, &ps)
		require.True(t, ps[0].Script)
		require.Regexp(t, tc.want, ps[0].String())
	}
	_, err := Run(filepath.Join(dir, "absent_test.py"), Options{})
	require.ErrorContains(t, err, "there is no such file")

	// A test without a translator says so where it asks for one.
	path := filepath.Join(dir, "alone_test.py")
	require.NoError(t, os.WriteFile(path, []byte("def test_x(t):\n    t.lookup('/')\n\ndef test_y(t):\n    pass\n"), 0o644))
	res, err := Run(path, Options{})
	require.NoError(t, err)
	require.Contains(t, res.Tests[0].Failure.Message, "there is no alone.py beside the test")
	require.Equal(t, 2, res.Tests[0].Failure.Line)
	require.Equal(t, Passed, res.Tests[1].Outcome)

	// An exception at the top level fails each test at its line.
	path = filepath.Join(dir, "top_test.py")
	require.NoError(t, os.WriteFile(path, []byte("import nothing\ndef test_x(t):\n    pass\n"), 0o644))
	res, err = Run(path, Options{})
	require.NoError(t, err)
	require.Equal(t, 1, res.Tests[0].Failure.Line)
	require.Contains(t, res.Tests[0].Failure.Message, "nothing")
}

func TestCoverage(t *testing.T) {
	c := new(Coverage)
	_, err := Run("testdata/good/hold_test.py", Options{Cover: c, Run: regexp.MustCompile("answers_queue|faults$")})
	require.NoError(t, err)
	_, err = Run("testdata/good/same_test.py", Options{Cover: c})
	require.NoError(t, err)
	files := c.Files()
	require.Len(t, files, 2)
	require.Equal(t, "testdata/good/hold.py", files[0].File)
	src, err := os.ReadFile("testdata/good/hold.py")
	require.NoError(t, err)
	lines := strings.Split(string(src), "\n")
	var missed []string
	for _, n := range files[0].Missed {
		missed = append(missed, strings.TrimSpace(lines[n-1]))
	}
	require.Equal(t, []string{
		"frame.hold()", "self.waiting.append(frame)", "return",
		"for f in self.waiting:", "self.unwind_lookup(f, -1, errno.ESTALE, None, None, None, None)", "self.waiting = []", "self.wind_mkdir(frame, loc, mode, umask, xdata)",
		"fd.ctx_set(frame.root.uid)", "self.wind_open(frame, loc, flags, fd, xdata)",
		`self.wind_readv(frame, fd, size, offset, flags, {"who": "me"})`,
		`print("release, opened by %s" % fd.ctx_get())`,
	}, missed)
	require.Equal(t, FileCover{File: "testdata/good/same_test.py", Lines: 1, Ran: 1, Ratio: 1, Missed: []int{}}, files[1])
	var b bytes.Buffer
	require.NoError(t, c.WriteProfile(&b))
	require.Regexp(t, `(?m)^mode: count\ntestdata/good/hold.py:7\.1,7\.\d+ 1 \d+$`, b.String())
	b.Reset()
	require.NoError(t, c.WriteListing(&b))
	require.Regexp(t, `(?m)^     !    \d+              frame\.hold\(\)$`, b.String())
	require.Equal(t, "1, 3-5, 9", Ranges([]int{1, 3, 4, 5, 9}))
	// Tracebacks show the script as it was written.
	require.NotContains(t, c.plain("    _windlass_line(12); x = 1"), "_windlass")
}
