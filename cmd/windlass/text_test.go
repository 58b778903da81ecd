package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os/exec"
	"strings"
	"testing"

	"github.com/moby/sys/mountinfo"
	"github.com/stretchr/testify/require"

	"github.com/windlassfs/windlass/xlator"
)

func TestVersion(t *testing.T) {
	w, code := runIn("version")
	require.Equal(t, exitOK, code)
	require.Regexp(t, `^windlass \S+ .*go\d\S* linux/\S+\n$`, w.out.String())
	require.Equal(t, 1, strings.Count(w.out.String(), "\n"))
	flag, _ := runIn("--version")
	require.Equal(t, w.out.String(), flag.out.String())
	w, _ = runIn("version", "--json")
	var v versionInfo
	require.NoError(t, json.Unmarshal([]byte(w.out.String()), &v))
	require.NotEmpty(t, v.Go)
}

func TestMan(t *testing.T) {
	w, code := runIn("man")
	require.Equal(t, exitOK, code)
	page := w.out.String()
	for _, want := range []string{".TH", "windlass mount", ".SH \"MOUNT OPTIONS\"", "allow_other", ".SH \"EXIT STATUS\"", "mount.windlass"} {
		require.Contains(t, page, want)
	}
	for line := range strings.Lines(page) {
		if strings.HasPrefix(line, ".") {
			require.Regexp(t, `^\.(TH|SH|SS|TP|PP|B|br|nf|fi|RS|RE)\b`, line)
		}
	}
	if man, err := exec.LookPath("groff"); err == nil {
		cmd := exec.Command(man, "-man", "-Tutf8", "-ww", "-k")
		cmd.Stdin = strings.NewReader(page)
		var said strings.Builder
		cmd.Stderr = &said
		require.NoError(t, cmd.Run())
		require.Empty(t, said.String())
	}
}

func TestCompletionScripts(t *testing.T) {
	for _, shell := range []string{"bash", "zsh", "fish"} {
		w, code := runIn("completion", shell)
		require.Equal(t, exitOK, code)
		require.Contains(t, w.out.String(), completeCommand)
		if path, err := exec.LookPath(shell); err == nil {
			cmd := exec.Command(path, "-n")
			cmd.Stdin = strings.NewReader(w.out.String())
			out, err := cmd.CombinedOutput()
			require.NoError(t, err, string(out))
		}
	}
}

func TestComplete(t *testing.T) {
	for _, tc := range []struct{ words, want string }{
		{"m", "mount man"},
		{"nonsense|x", ""},
		{"mount|--lo", "--log --log-format"},
		{"mount|-x|deb", "debug/trace"},
		{"mount|-x|debug/trace,inc", "debug/trace,include-ops="},
		{"mount|-x|trace,style=long,st", "trace,style=long,style="},
		{"mount|-x|nothing,st", ""},
		{"mount|src|-o|no_d", "no_default_permissions"},
		{"mount|-o|ro,allow_o", "ro,allow_other"},
		{"mount|-o|fs", "fsname= fscontext="},
		{"mount|--log-format|", "text json"},
		{"mount|--|--lo", ""},
		{"mount|sr", ""},
		{"explain|--fop|look", "lookup"},
		{"new|x|--fops|create,unl", "create,unlink"},
		{"check|--format|g", "github"},
		{"list|feat", "features/broken features/replies"},
		{"list|--options|st", "storage/posix"},
		{"list|--fops|look", "lookup"},
		{"completion|", "bash fish zsh"},
		{"help|che", "check"},
		{"umount|/m", "/mnt/a"},
		{"bench|-w|stat,ope", "stat,open"},
	} {
		t.Run(tc.words, func(t *testing.T) {
			w := fakeWorld(append([]string{"windlass", completeCommand}, strings.Split(tc.words, "|")...)...)
			w.mounts = []*mountinfo.Info{{Mountpoint: "/mnt/a", FSType: fsType}, {Mountpoint: "/mnt/b", FSType: "tmpfs"}}
			require.Equal(t, exitOK, run(w.world))
			require.Equal(t, tc.want, strings.Join(strings.Fields(w.out.String()), " "))
		})
	}
}

func TestReport(t *testing.T) {
	script := xlator.Problems{{Pos: xlator.Pos{File: "a.py", Line: 1}, Msg: "bad", Hint: "good", Script: true}}
	many := make(xlator.Problems, mostProblems+7)
	for i := range many {
		many[i].Msg = "x"
	}
	for _, tc := range []struct {
		err  error
		code int
		want string
	}{
		{nil, exitOK, ""},
		{usage("h", "m"), exitUsage, "windlass: m\n  hint: h\n"},
		{fmt.Errorf("outer: %w", fail(exitMountpoint, "h", "m")), exitMountpoint, "windlass: outer: m\n  hint: h\n"},
		{errors.New("x"), exitRuntime, "windlass: x\n"},
		{exitStatus(7), 7, ""},
		{&relayed{30, "text\n"}, 30, "text\n"},
		{script, exitScript, "a.py:1: bad (good)\n"},
		{append(xlator.Problems{{Msg: "graph"}}, script...), exitGraph, "graph\na.py:1: bad (good)\n"},
		{many, exitGraph, strings.Repeat("x\n", mostProblems) + "windlass: and 7 more\n"},
		{errors.Join(script, errors.Join(usage("", "m"))), exitScript, "a.py:1: bad (good)\nwindlass: m\n"},
	} {
		var b strings.Builder
		require.Equal(t, tc.code, report(&b, tc.err))
		require.Equal(t, tc.want, b.String())
	}
}

// TestExitCodesAreDocumented: and none twice.
func TestExitCodesAreDocumented(t *testing.T) {
	seen := make(map[int]bool)
	for _, c := range exitCodes {
		require.False(t, seen[c.Code])
		require.NotEqual(t, 2, c.Code, "is how Go ends a crash")
		seen[c.Code] = true
	}
	for _, c := range []int{exitOK, exitUsage, exitMountpoint, exitGraph, exitScript, exitRuntime, exitTest, exitInterrupted} {
		require.True(t, seen[c])
	}
}
