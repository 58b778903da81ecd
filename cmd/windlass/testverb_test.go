package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

const watchedScript = `from windlass import *

class xlator(Translator):
    def lookup_fop(self, frame, this, loc, xdata):
        raise OSError(%d, "no")
`

// TestWatch: a change of a script runs its test again, and nobody else's.
func TestWatch(t *testing.T) {
	dir := write(t, map[string]string{
		"a.py":      strings.Replace(watchedScript, "%d", "1", 1),
		"a_test.py": "def test_x(t):\n    assert t.lookup('/x').error == 'EPERM'\n",
		"b_test.py": "def test_y(t):\n    pass\n",
	})
	w := fakeWorld("windlass", "test")
	ctx, stop := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- (&testRun{w: w.world}).watch(ctx, []string{dir}) }()
	runs := func(n int) {
		t.Helper()
		require.Eventually(t, func() bool { return strings.Count(w.err.String(), "waiting for changes") == n }, 20*time.Second, 10*time.Millisecond)
	}
	runs(1)
	require.Equal(t, 2, strings.Count(w.out.String(), "ok  "))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "a.py"), []byte(strings.Replace(watchedScript, "%d", "2", 1)), 0o644))
	runs(2)
	require.Equal(t, 1, strings.Count(w.out.String(), "--- FAIL: test_x"))
	require.Equal(t, 2, strings.Count(w.out.String(), "ok  "))
	// A new test is found.
	require.NoError(t, os.WriteFile(filepath.Join(dir, "c_test.py"), []byte("def test_z(t):\n    pass\n"), 0o644))
	runs(3)
	require.Contains(t, w.out.String(), "c_test.py  1 passed")
	stop()
	require.Equal(t, exitStatus(exitTest), <-done)
}

func TestConcerned(t *testing.T) {
	files := []string{"d/a_test.py", "d/b_test.py", "d/new_test.py"}
	uses := map[string][]string{"d/a_test.py": {"d/a.py", "lib.py"}, "d/b_test.py": {}}
	for changed, want := range map[string]string{
		"d/a.py":      "d/a_test.py d/new_test.py",
		"lib.py":      "d/a_test.py d/new_test.py",
		"d/b.py":      "d/b_test.py d/new_test.py",
		"d/b_test.py": "d/b_test.py d/new_test.py",
		"x.py":        "d/new_test.py",
	} {
		require.Equal(t, want, strings.Join(concerned(files, uses, map[string]bool{changed: true}), " "), changed)
	}
}
