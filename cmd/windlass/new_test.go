package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/windlassfs/windlass/fops"
)

// runReal runs a command line with the program's own translators.
func runReal(args ...string) (*testWorld, int) {
	w := fakeWorld(append([]string{"windlass"}, args...)...)
	w.Registry = registry()
	return w, run(w.world)
}

// TestNew: what new writes passes at once, for every fop.
func TestNew(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "sub", "all")
	w, code := runReal("new", "all", "--test", "--dir", dir, "--fops", strings.Join(fops.Names(), ","))
	require.Equal(t, exitOK, code, w.err.String())
	names := []string{"all.py", "graph.vol", "README.md", "windlass.pyi", "pyrightconfig.json", "all_test.py", "windlass_testing.pyi"}
	require.Equal(t, dir+"/"+strings.Join(names, "\n"+dir+"/")+"\n", w.out.String())
	w, code = runReal("check", dir)
	require.Equal(t, exitOK, code)
	require.Equal(t, "OK\n", w.out.String())
	w, code = runReal("test", "--cover", dir)
	require.Equal(t, exitOK, code, w.out.String())
	require.Contains(t, w.out.String(), " 100.0%  "+dir+"/all.py\n")

	// Each alone, too: nothing depends on another.
	for _, op := range fops.Names() {
		dir := filepath.Join(t.TempDir(), "x")
		w, code := runReal("new", "x", "--test", "--dir", dir, "--fops", op)
		require.Equal(t, exitOK, code, w.err.String())
		w, code = runReal("check", dir)
		require.Equal(t, exitOK, code, "%s\n%s", op, w.out.String())
		w, code = runReal("test", dir)
		require.Equal(t, exitOK, code, "%s\n%s", op, w.out.String())
	}
}

func TestNewRefuses(t *testing.T) {
	dir := t.TempDir()
	for _, tc := range []struct {
		args, want string
	}{
		{"my-audit", `"my-audit" cannot be the name of a script` + "\n  hint: did you mean \"my_audit\"?\n"},
		{"errno", "a script called errno would hide the module of that name\n"},
		{"x_test", "x_test.py would be taken for a test\n  hint: did you mean \"x\"?\n"},
		{"x --fops lokup,creat", "there is no fop \"lokup\"\n  hint: did you mean \"lookup\"?\nwindlass: there is no fop \"creat\"\n"},
		{"x --fops ,", "--fops names no fop\n"},
	} {
		w, code := runReal(append([]string{"new", "--dir", dir}, strings.Fields(tc.args)...)...)
		require.Equal(t, exitUsage, code)
		require.Contains(t, w.err.String(), tc.want)
	}
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	require.Empty(t, entries)

	// One file that is there keeps all others from being written.
	require.NoError(t, os.WriteFile(filepath.Join(dir, "README.md"), []byte("mine"), 0o644))
	require.NoError(t, os.Symlink("/dev/null", filepath.Join(dir, "x.py")))
	w, code := runReal("new", "--dir", dir, "x")
	require.Equal(t, exitUsage, code)
	require.Contains(t, w.err.String(), "README.md is there already; nothing was written")
	require.Contains(t, w.err.String(), "x.py is there already")
	entries, err = os.ReadDir(dir)
	require.NoError(t, err)
	require.Len(t, entries, 2)
	require.False(t, slices.ContainsFunc(entries, func(e os.DirEntry) bool { return e.IsDir() }))
}
