package integration

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/sys/unix"
)

// fence matches the code blocks of a page: language and text.
var fence = regexp.MustCompile("(?ms)^```(\\w*)\n(.*?)^```$")

// blocks returns the code blocks of a page in a language.
func blocks(page, language string) []string {
	var out []string
	for _, m := range fence.FindAllStringSubmatch(page, -1) {
		if m[1] == language {
			out = append(out, m[2])
		}
	}
	return out
}

// mountCommand finds the line of a page that mounts the example.
var mountCommand = regexp.MustCompile(`(?m)^    mkdir -p (.*) && windlass mount (.*)graph\.vol "\$MNT"$`)

// TestExamples does what the page of each example says, and compares what the
// commands and the log print with what the page shows.
func TestExamples(t *testing.T) {
	needMount(t)
	dirs, err := filepath.Glob("../examples/0*")
	require.NoError(t, err)
	require.NotEmpty(t, dirs)
	for _, dir := range dirs {
		t.Run(filepath.Base(dir), func(t *testing.T) {
			t.Parallel()
			text, err := os.ReadFile(filepath.Join(dir, "README.md"))
			require.NoError(t, err)
			page := string(text)
			say := mountCommand.FindStringSubmatch(page)
			require.NotNil(t, say, "the page must show how to mount")
			work := openTempDir(t)
			files, err := filepath.Glob(filepath.Join(dir, "*"))
			require.NoError(t, err)
			require.NoError(t, exec.Command("cp", append(files, work)...).Run())
			for _, d := range strings.Fields(say[1]) {
				require.NoError(t, os.MkdirAll(filepath.Join(work, d), 0o755))
			}
			require.Equal(t, "OK\n", run(t, "check", filepath.Join(work, "graph.vol")))
			m := mount(t, work, append(strings.Fields(say[2]), filepath.Join(work, "graph.vol"))...)
			for _, b := range blocks(page, "console") {
				for _, step := range strings.Split("\n"+b, "\n$ ")[1:] {
					command, want, _ := strings.Cut(step, "\n")
					cmd := exec.Command("bash", "-c", `as_nobody() { setpriv --reuid 65534 --regid 65534 --clear-groups "$@"; }; `+command)
					cmd.Dir = work
					cmd.Env = append(os.Environ(), "MNT="+m.mnt, "LC_ALL=C")
					out, _ := cmd.CombinedOutput()
					require.Equal(t, strings.ReplaceAll(strings.TrimSpace(want), "$MNT", m.mnt), strings.TrimSpace(string(out)), command)
				}
			}
			require.NoError(t, unix.Unmount(m.mnt, 0))
			<-m.exited
			rest := m.log.String()
			for _, b := range blocks(page, "log") {
				for _, line := range strings.Split(strings.TrimSpace(b), "\n") {
					at := strings.Index(rest, line)
					require.GreaterOrEqual(t, at, 0, "the log lacks %q, behind what was found before, in\n%s", line, m.log)
					rest = rest[at+len(line):]
				}
			}
			require.NotContains(t, m.log.String(), "Traceback")
		})
	}
}

// TestTestsOfExamples runs the tests in Python syntax that the examples come
// with. They need no mount.
func TestTestsOfExamples(t *testing.T) {
	dirs, err := filepath.Glob("../examples/0*")
	require.NoError(t, err)
	for _, dir := range dirs {
		out := run(t, "test", "--cover", dir)
		require.Regexp(t, `(?m)^ok    \S+_test\.py  \d+ passed$`, out)
		require.NotContains(t, out, "FAIL")
	}
}
