package integration

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/hanwen/go-fuse/v2/posixtest"
	"github.com/stretchr/testify/require"
	"golang.org/x/sys/unix"
)

// wantsOFDLocks is a test that no POSIX filesystem passes: it wants two
// descriptors of one process to be in each other's way with fcntl(2) locks,
// which belong to the process. go-fuse leaves it out where it runs the suite
// natively. TestLocksAreOfTheProcess shows what is right.
const wantsOFDLocks = "FcntlFlockLocksFile"

// TestPosix runs go-fuse's conformance suite on every stack.
func TestPosix(t *testing.T) {
	needMount(t)
	for _, s := range stacks(t) {
		t.Run(s.name, func(t *testing.T) {
			t.Parallel()
			m := mountStack(t, s, t.TempDir(), "allow_other")
			for name, fn := range posixtest.All {
				if name == wantsOFDLocks {
					continue
				}
				t.Run(name, func(t *testing.T) {
					dir := filepath.Join(m.mnt, name)
					require.NoError(t, os.Mkdir(dir, 0o755))
					fn(t, dir)
				})
			}
		})
	}
}

// TestLocksAreOfTheProcess: the locks of fcntl(2) do not keep out the process
// that has them, and keep out others, as without windlass in between.
func TestLocksAreOfTheProcess(t *testing.T) {
	needMount(t)
	m := mountStack(t, stack{}, t.TempDir())
	for _, dir := range []string{t.TempDir(), m.mnt} {
		name := filepath.Join(dir, "locked")
		one, err := os.Create(name)
		require.NoError(t, err)
		two, err := os.OpenFile(name, os.O_RDWR, 0)
		require.NoError(t, err)
		lock := unix.Flock_t{Type: unix.F_WRLCK}
		require.NoError(t, unix.FcntlFlock(one.Fd(), unix.F_SETLK, &lock))
		require.NoError(t, unix.FcntlFlock(two.Fd(), unix.F_SETLK, &lock))
		err = lockElsewhere(name)
		require.ErrorContains(t, err, "exit status 7")
		// To close any descriptor gives up the process's locks.
		require.NoError(t, one.Close())
		require.NoError(t, lockElsewhere(name))
		require.NoError(t, two.Close())
	}
}

// lockElsewhere tries to lock a file in another process, which exits with 7 if
// somebody else has a lock.
func lockElsewhere(name string) error {
	return exec.Command("python3", "-c", `
import fcntl, sys
f = open(sys.argv[1], "r+")
try:
    fcntl.lockf(f, fcntl.LOCK_EX | fcntl.LOCK_NB)
except BlockingIOError:
    sys.exit(7)
`, name).Run()
}

// TestPjdfstest runs the POSIX suite that PJDFSTEST names, if it does, on
// storage alone and below a script that intercepts every fop.
func TestPjdfstest(t *testing.T) {
	suite := os.Getenv("PJDFSTEST")
	if suite == "" {
		t.Skip("PJDFSTEST does not name a directory with pjdfstest")
	}
	needMount(t)
	all := stacks(t)
	for _, s := range []stack{all[0], all[len(all)-1]} {
		t.Run(s.name, func(t *testing.T) {
			src := t.TempDir()
			require.NoError(t, os.Chmod(src, 0o777))
			m := mountStack(t, s, src, append([]string{"suid", "dev"}, noCache...)...)
			cmd := exec.Command("prove", "-j2", "-r", filepath.Join(suite, "tests"))
			cmd.Dir = m.mnt
			out, err := cmd.CombinedOutput()
			t.Log(tail(string(out), 60))
			require.NoError(t, err)
		})
	}
}
