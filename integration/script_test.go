package integration

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/moby/sys/mountinfo"
	"github.com/rogpeppe/go-internal/testscript"
	"github.com/stretchr/testify/require"
	"golang.org/x/sys/unix"
)

// TestScripts runs the scripts in testdata/script: what each command does.
func TestScripts(t *testing.T) { runScripts(t, "testdata/script") }

// runScripts runs the txtar scripts of a directory, with the built program as
// "windlass" and "mount.windlass", as_nobody for running a
// command as user 65534, and these commands besides those of testscript:
//
//	exits CODE COMMAND…    the command ends with that exit code
//	refuses CODE COMMAND…  besides, it says what to do, and mounts and unmounts nothing
//	mounted DIR            something is mounted there, perhaps in a moment
//	! mounted DIR          nothing is
//	kill-server LOG        kills the server that says in its log that it mounted, and waits for its end
//
// Conditions: [mount] something can be mounted, [nobody] as_nobody works, [unshare] a mount namespace can be made (not in a chroot). What a script leaves mounted is unmounted, and an error.
func runScripts(t *testing.T, dir string) {
	programs := programDir(t)
	testscript.Run(t, testscript.Params{
		Dir: dir,
		Setup: func(env *testscript.Env) error {
			env.Setenv("PATH", programs+":"+os.Getenv("PATH"))
			env.Setenv("LC_ALL", "C")
			// The race detector would have every process sleep for a second at its end.
			env.Setenv("GORACE", "atexit_sleep_ms=0 halt_on_error=1 exitcode=66")
			env.Setenv("PROGRAMS", programs)
			env.Defer(func() { unmountBelow(t, env.WorkDir) })
			// User 65534 may go where the script works.
			return errors.Join(os.Chmod(env.WorkDir, 0o755), os.Chmod(filepath.Dir(env.WorkDir), 0o755))
		},
		Condition: func(cond string) (bool, error) {
			switch cond {
			case "mount":
				_, err := os.Stat("/dev/fuse")
				return err == nil && os.Geteuid() == 0, nil
			case "nobody":
				return exec.Command("setpriv", "--reuid", "65534", "true").Run() == nil, nil
			case "unshare":
				return exec.Command("unshare", "--mount", "true").Run() == nil, nil
			}
			return false, fmt.Errorf("unknown condition %s", cond)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits":       func(ts *testscript.TestScript, neg bool, args []string) { exits(ts, neg, args) },
			"refuses":     refuses,
			"mounted":     isMounted,
			"kill-server": killServer,
		},
	})
}

// programDir returns a directory, open to all users, with the built program, as
// a mount helper too, and as_nobody, which runs a command as user 65534.
func programDir(t *testing.T) string {
	dir := openTempDir(t)
	in, err := os.Open(bin)
	require.NoError(t, err)
	defer in.Close()
	out, err := os.OpenFile(filepath.Join(dir, "windlass"), os.O_CREATE|os.O_WRONLY, 0o755)
	require.NoError(t, err)
	_, err = io.Copy(out, in)
	require.NoError(t, err)
	require.NoError(t, out.Close())
	require.NoError(t, os.Symlink("windlass", filepath.Join(dir, "mount.windlass")))
	if setpriv, err := exec.LookPath("setpriv"); err == nil {
		script := "#!/bin/sh\nexec " + setpriv + ` --reuid 65534 --regid 65534 --clear-groups "$@"` + "\n"
		require.NoError(t, os.WriteFile(filepath.Join(dir, "as_nobody"), []byte(script), 0o755))
	}
	return dir
}

// mountsBelow returns where something is mounted in a directory.
func mountsBelow(dir string) ([]string, error) {
	list, err := mountinfo.GetMounts(mountinfo.PrefixFilter(dir))
	var out []string
	for _, m := range list {
		out = append(out, m.Mountpoint)
	}
	return out, err
}

// unmountBelow removes what is mounted in a directory, and reports it.
func unmountBelow(t testing.TB, dir string) {
	left, err := mountsBelow(dir)
	if err != nil {
		t.Error(err)
	}
	for _, m := range slices.Backward(left) {
		t.Errorf("%s was left mounted", m)
		_ = unix.Unmount(m, unix.MNT_DETACH)
	}
}

func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE COMMAND…")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	code := 0
	var ended *exec.ExitError
	switch err := ts.Exec(args[1], args[2:]...); {
	case errors.As(err, &ended):
		code = ended.ExitCode()
	case err != nil:
		ts.Fatalf("%v", err)
	}
	if code != want {
		ts.Fatalf("%s ended with %d, not %d", strings.Join(args[1:], " "), code, want)
	}
}

// hinted matches a line that says what to do.
var hinted = regexp.MustCompile(`(?m)(^  hint: .|^\S+: .* \(.+\)$|"hint": "did you mean)`)

func refuses(ts *testscript.TestScript, neg bool, args []string) {
	work := ts.Getenv("WORK")
	before, err := mountsBelow(work)
	ts.Check(err)
	exits(ts, neg, args)
	after, err := mountsBelow(work)
	ts.Check(err)
	if !slices.Equal(before, after) {
		ts.Fatalf("mounted were %v, and now %v", before, after)
	}
	said := ts.ReadFile("stderr") + ts.ReadFile("stdout")
	if !hinted.MatchString(said) {
		ts.Fatalf("nothing says what to do about it")
	}
	for line := range strings.Lines(said) {
		if strings.Contains(line, "goroutine ") || strings.HasPrefix(line, "panic:") {
			ts.Fatalf("it crashed")
		}
	}
}

func isMounted(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 1 {
		ts.Fatalf("usage: mounted DIR")
	}
	// A server in the foreground may need a moment.
	for range 3000 {
		is, err := mountinfo.GetMounts(mountinfo.SingleEntryFilter(ts.MkAbs(args[0])))
		ts.Check(err)
		switch {
		case (len(is) > 0) != neg:
			return
		case neg:
			ts.Fatalf("%s is mounted", args[0])
		}
		time.Sleep(10 * time.Millisecond)
	}
	ts.Fatalf("%s is not mounted", args[0])
}

// serverPid finds the process in the line by which a server says that it has
// mounted.
var serverPid = regexp.MustCompile(`msg=mounted .*pid=(\d+)`)

func killServer(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: kill-server LOG")
	}
	found := serverPid.FindAllStringSubmatch(ts.ReadFile(args[0]), -1)
	if found == nil {
		ts.Fatalf("%s names no server", args[0])
	}
	pid, err := strconv.Atoi(found[len(found)-1][1])
	ts.Check(err)
	ts.Check(unix.Kill(pid, unix.SIGKILL))
	for range 1000 {
		// A process that init has not taken note of yet has ended too, once its
		// other threads are gone: the last one closes its descriptors.
		stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
		threads, _ := os.ReadDir(fmt.Sprintf("/proc/%d/task", pid))
		if err != nil || strings.Contains(string(stat), ") Z ") && len(threads) < 2 {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	ts.Fatalf("process %d does not end", pid)
}
