package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/moby/sys/mountinfo"
	"github.com/stretchr/testify/require"
	"golang.org/x/sys/unix"

	"github.com/windlassfs/windlass/cmd/windlass/internal/bench"
)

// windlass runs the command in a process of its own and in the real world.
func windlass(t *testing.T, argv0 string, args ...string) (stdout, stderr string, code int) {
	t.Helper()
	exe, err := os.Executable()
	require.NoError(t, err)
	var out, said bytes.Buffer
	cmd := exec.Command(exe, args...)
	cmd.Args[0] = argv0
	// The race detector would have every process sleep for a second at its end.
	cmd.Env = append(os.Environ(), childOfTest+"=real", "GORACE=atexit_sleep_ms=0")
	cmd.Stdout, cmd.Stderr = &out, &said
	// A daemon that kept standard output or error would make this hang.
	cmd.WaitDelay = time.Minute
	_ = cmd.Run()
	return out.String(), said.String(), cmd.ProcessState.ExitCode()
}

// realPlace is place, where mounting is possible. What is still mounted when
// the test ends is an error.
func realPlace(t *testing.T) (dir, src, mnt string) {
	t.Helper()
	if f, err := os.OpenFile("/dev/fuse", os.O_RDWR, 0); err != nil || !mayMount() {
		t.Skip("mounting needs /dev/fuse and root")
	} else {
		f.Close()
	}
	dir, src, mnt = place(t)
	t.Cleanup(func() {
		left, err := mountinfo.GetMounts(mountinfo.PrefixFilter(dir))
		require.NoError(t, err)
		for _, m := range left {
			t.Errorf("%s is still mounted", m.Mountpoint)
			_ = unix.Unmount(m.Mountpoint, unix.MNT_DETACH)
		}
	})
	return dir, src, mnt
}

// serverOf returns the process that says in its log that it serves.
func serverOf(t *testing.T, log string) int {
	t.Helper()
	b, err := os.ReadFile(log)
	require.NoError(t, err)
	i := bytes.LastIndex(b, []byte("pid="))
	require.GreaterOrEqual(t, i, 0)
	digits, _, _ := strings.Cut(string(b[i+4:]), "\n")
	pid, err := strconv.Atoi(digits)
	require.NoError(t, err)
	return pid
}

// ends waits for a process that is nobody's child here. One that init has not
// taken note of yet has ended too, once its other threads are gone: the last
// one closes its descriptors.
func ends(t *testing.T, pid int) {
	t.Helper()
	require.Eventually(t, func() bool {
		b, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
		threads, _ := os.ReadDir(fmt.Sprintf("/proc/%d/task", pid))
		return err != nil || strings.Contains(string(b), ") Z ") && len(threads) < 2
	}, 20*time.Second, 5*time.Millisecond)
}

func TestRealMountAndUmount(t *testing.T) {
	dir, src, mnt := realPlace(t)
	log := filepath.Join(dir, "log")
	_, said, code := windlass(t, "windlass", "mount", src, mnt, "-d", "--log", log, "-o", "noexec")
	require.Equal(t, exitOK, code, said)
	require.FileExists(t, filepath.Join(mnt, "f"))
	m, err := mountinfo.GetMounts(mountinfo.SingleEntryFilter(mnt))
	require.NoError(t, err)
	require.Equal(t, src, m[0].Source)
	require.Equal(t, fsType, m[0].FSType)
	require.Contains(t, m[0].Options, "noexec")
	require.Contains(t, m[0].Options, "nosuid")

	_, said, code = windlass(t, "windlass", "mount", src, mnt)
	require.Equal(t, exitMountpoint, code)
	require.Contains(t, said, "is mounted already, from "+src)

	f, err := os.Open(filepath.Join(mnt, "f"))
	require.NoError(t, err)
	_, said, code = windlass(t, "windlass", "umount", mnt)
	require.Equal(t, exitRuntime, code)
	require.Contains(t, said, mnt+" is in use")
	require.NoError(t, f.Close())
	_, said, code = windlass(t, "windlass", "umount", mnt)
	require.Equal(t, exitOK, code, said)
	require.NoFileExists(t, filepath.Join(mnt, "f"))
	ends(t, serverOf(t, log))
}

func TestRealStaleMount(t *testing.T) {
	dir, src, mnt := realPlace(t)
	log := filepath.Join(dir, "log")
	for range 2 {
		_, said, code := windlass(t, "windlass", "mount", "-d", "--log", log, src, mnt)
		require.Equal(t, exitOK, code, said)
		pid := serverOf(t, log)
		require.NoError(t, syscall.Kill(pid, unix.SIGKILL))
		ends(t, pid)
	}
	_, said, code := windlass(t, "windlass", "mount", "-n", src, mnt)
	require.Equal(t, exitOK, code, said)
	require.Contains(t, said, mnt+" has a stale mount, which would be removed")
	_, said, code = windlass(t, "windlass", "mount", "-d", "--log", log, src, mnt)
	require.Equal(t, exitOK, code, said)
	require.Contains(t, said, "windlass: removed a stale mount from "+mnt)
	require.FileExists(t, filepath.Join(mnt, "f"))
	pid := serverOf(t, log)
	require.NoError(t, syscall.Kill(pid, unix.SIGKILL))
	ends(t, pid)
	_, said, code = windlass(t, "windlass", "umount", mnt)
	require.Equal(t, exitOK, code, said)
}

func TestRealMountHelper(t *testing.T) {
	dir, src, mnt := realPlace(t)
	log := filepath.Join(dir, "log")
	out, said, code := windlass(t, "/sbin/mount.windlass", src, mnt, "-s", "-o", "ro,noauto,nonsense,x-systemd.automount,log="+log)
	require.Equal(t, exitOK, code, said)
	require.Empty(t, out+said, "all is well")
	_, err := os.Create(filepath.Join(mnt, "x"))
	require.ErrorIs(t, err, unix.EROFS)
	_, said, code = windlass(t, "windlass", "umount", mnt)
	require.Equal(t, exitOK, code, said)
	ends(t, serverOf(t, log))
}

func TestRealBench(t *testing.T) {
	dir, src, _ := realPlace(t)
	t.Setenv("TMPDIR", filepath.Join(dir, "tmp"))
	require.NoError(t, os.Mkdir(filepath.Join(dir, "tmp"), 0o755))
	vol := filepath.Join(dir, "b.vol")
	require.NoError(t, os.WriteFile(vol, []byte("volume a\n type storage/posix\n option directory src\nend-volume\n"), 0o644))
	quick := []string{"-w", "stat,create", "-t", "1", "-r", "2", "--count", "20", "--json"}
	for _, tc := range []struct {
		args []string
		want []string
	}{
		{[]string{"--layers", src}, []string{"native", "windlass", "windlass+1go", "windlass+10go", "windlass+1py"}},
		{[]string{"here=" + src, vol}, []string{"here", vol}},
	} {
		out, said, code := windlass(t, "windlass", append(append([]string{"bench"}, quick...), tc.args...)...)
		require.Equal(t, exitOK, code, said)
		rep, err := bench.ReadJSON(strings.NewReader(out))
		require.NoError(t, err)
		require.True(t, rep.Complete)
		var names []string
		for _, c := range rep.Contenders {
			names = append(names, c.Name)
		}
		require.Equal(t, tc.want, names)
		require.Len(t, rep.Results, 2*len(tc.want))
		for _, place := range []string{src, filepath.Join(dir, "tmp")} {
			left, err := filepath.Glob(filepath.Join(place, "windlass-*"))
			require.NoError(t, err)
			require.Empty(t, left)
		}
	}
	// What cannot be mounted is an error with its own code, and leaves nothing.
	require.NoError(t, os.WriteFile(vol, []byte("volume a\n type storage/posx\nend-volume\n"), 0o644))
	_, said, code := windlass(t, "windlass", append(append([]string{"bench"}, quick...), src, vol)...)
	require.Equal(t, exitGraph, code)
	require.Contains(t, said, "b.vol:2:7: volume \"a\": unknown type \"storage/posx\"")
	left, err := os.ReadDir(filepath.Join(dir, "tmp"))
	require.NoError(t, err)
	require.Empty(t, left)
}

// TestRealTypes: what the program really has can be listed and explained.
func TestRealTypes(t *testing.T) {
	dir := t.TempDir()
	out, said, code := windlass(t, "windlass", "list", "--json")
	require.Equal(t, exitOK, code, said)
	var types []typeJSON
	require.NoError(t, json.Unmarshal([]byte(out), &types))
	for _, typ := range types {
		require.NotEqual(t, passType, typ.Name)
		_, said, code := windlass(t, "windlass", "list", "--options", typ.Name)
		require.Equal(t, exitOK, code, said)
		if typ.MinChildren == 1 {
			_, said, code = windlass(t, "windlass", "explain", "-x", typ.Name, dir)
			require.Equal(t, exitOK, code, said)
		}
	}
	script := filepath.Join(dir, "pass.py")
	require.NoError(t, os.WriteFile(script, []byte(passScript()), 0o644))
	out, said, code = windlass(t, "windlass", "check", script)
	require.Equal(t, exitOK, code, out+said)
	for _, layer := range []string{script, passType} {
		out, said, code = windlass(t, "windlass", "explain", "-x", layer, dir, "--json")
		require.Equal(t, exitOK, code, said)
		var rep explainJSON
		require.NoError(t, json.Unmarshal([]byte(out), &rep))
		for _, way := range rep.Fops {
			require.Equal(t, roleBoth, way.Roles["pass"], "what bench measures with handles everything: %s", way.Fop)
		}
	}
}
