package fuse_test

import (
	"fmt"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"
	"golang.org/x/sys/unix"

	"github.com/windlassfs/windlass/xlator"
	"github.com/windlassfs/windlass/xlator/fuse"
	"github.com/windlassfs/windlass/xlator/storage/posix"
)

// serverEnv makes the test binary a server: SOURCE and MOUNTPOINT, separated
// by a line feed. A server that leaves something behind exits with a message.
const serverEnv = "WINDLASS_TEST_SERVER"

func TestMain(m *testing.M) {
	if s, ok := os.LookupEnv(serverEnv); ok {
		src, mnt, _ := strings.Cut(s, "\n")
		if err := serve(src, mnt); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// serve mounts src on mnt until it is unmounted, and then looks for what is
// left of the mount in this process.
func serve(src, mnt string) error {
	log := slog.New(slog.NewTextHandler(os.Stderr, nil))
	before := descriptors()
	var reg xlator.Registry
	reg.Register(posix.Type, tellerType)
	spec := &xlator.Spec{Volumes: []xlator.VolumeSpec{
		{Name: "store", Type: posix.Type.Name, Options: []xlator.OptionSpec{{Key: "directory", Value: src}}},
		{Name: "teller", Type: tellerType.Name, Subvolumes: []xlator.SubvolumeSpec{{Name: "store"}}},
	}}
	g, err := xlator.Build(&reg, spec, xlator.BuildOptions{Log: log})
	if err != nil {
		return err
	}
	if err := g.Init(); err != nil {
		return err
	}
	o := fuse.DefaultOptions()
	o.Log, o.AllowOther = log, true
	o.EntryTimeout, o.AttrTimeout, o.NegativeTimeout = time.Hour, time.Hour, time.Hour
	s, err := fuse.Mount(g, mnt, o)
	if err != nil {
		return err
	}
	fmt.Println("serving")
	s.Wait()
	if n := g.Pending(); len(n) > 0 {
		return fmt.Errorf("frames are left: %+v", n)
	}
	g.Fini()
	if n := g.Inodes().Len(); n != 0 {
		return fmt.Errorf("%d inodes are left", n)
	}
	if g.Bugs() != 0 {
		return fmt.Errorf("%d bugs were contained", g.Bugs())
	}
	if err := goleak.Find(); err != nil {
		return err
	}
	if after := descriptors(); len(after) > len(before)+1 { // the runtime's epoll may have come
		return fmt.Errorf("descriptors are left: %v, before %v", after, before)
	}
	return nil
}

// descriptors lists what this process has open.
func descriptors() []string {
	list, _ := os.ReadDir("/proc/self/fd")
	var out []string
	for _, e := range list {
		if to, err := os.Readlink("/proc/self/fd/" + e.Name()); err == nil && !strings.HasPrefix(to, "anon_inode:") && !strings.HasPrefix(to, "/proc/") {
			out = append(out, to)
		}
	}
	return out
}

// start starts a server; the test ends it, or else the end of the test does.
func start(t *testing.T) (src, mnt string, cmd *exec.Cmd, said func() string) {
	if os.Geteuid() != 0 {
		t.Skip("mounting needs root")
	}
	src, mnt = t.TempDir(), t.TempDir()
	cmd = exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), serverEnv+"="+src+"\n"+mnt)
	stderr, err := os.Create(filepath.Join(t.TempDir(), "stderr"))
	require.NoError(t, err)
	t.Cleanup(func() { stderr.Close() })
	cmd.Stderr = stderr
	said = func() string {
		text, _ := os.ReadFile(stderr.Name())
		return string(text)
	}
	out, err := cmd.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, cmd.Start())
	t.Cleanup(func() {
		_ = unix.Unmount(mnt, unix.MNT_DETACH)
		_ = cmd.Process.Kill()
	})
	line := make([]byte, len("serving"))
	_, err = out.Read(line)
	require.NoError(t, err, said())
	return src, mnt, cmd, said
}

// TestNothingIsLeftAfterTheMount works in a mount, leaves files open and locks
// held, unmounts lazily, and wants no goroutine, descriptor, frame or inode
// left in the server.
func TestNothingIsLeftAfterTheMount(t *testing.T) {
	_, mnt, cmd, said := start(t)
	for i := range 50 {
		dir := filepath.Join(mnt, fmt.Sprint("d", i))
		require.NoError(t, os.Mkdir(dir, 0o755))
		require.NoError(t, os.WriteFile(filepath.Join(dir, "f"), []byte("x"), 0o644))
		_, err := os.ReadDir(dir)
		require.NoError(t, err)
	}
	require.NoError(t, os.RemoveAll(filepath.Join(mnt, "d7")))
	var err error
	open, err := os.Create(filepath.Join(mnt, "open"))
	require.NoError(t, err)
	defer open.Close()
	require.NoError(t, unix.FcntlFlock(open.Fd(), unix.F_SETLK, &unix.Flock_t{Type: unix.F_WRLCK}))
	deleted, err := os.Create(filepath.Join(mnt, "deleted"))
	require.NoError(t, err)
	require.NoError(t, os.Remove(deleted.Name()))
	dir, err := os.Open(filepath.Join(mnt, "d3"))
	require.NoError(t, err)

	// A lock that is waited for, by a process that is killed.
	waiting := make(chan error, 1)
	other := exec.Command("flock", filepath.Join(mnt, "d4"), "sleep", "60")
	held := exec.Command("flock", "-n", filepath.Join(mnt, "d4"), "cat")
	stdin, err := held.StdinPipe()
	require.NoError(t, err)
	echo, err := held.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, held.Start())
	defer stdin.Close()
	// It has the lock when it echoes; before, the other could be quicker.
	_, err = stdin.Write([]byte("x"))
	require.NoError(t, err)
	_, err = echo.Read(make([]byte, 1))
	require.NoError(t, err)
	require.NoError(t, other.Start())
	go func() { waiting <- other.Wait() }()

	require.NoError(t, unix.Unmount(mnt, unix.MNT_DETACH))
	for _, f := range []*os.File{open, deleted, dir} {
		require.NoError(t, f.Close())
	}
	_ = other.Process.Kill()
	<-waiting
	stdin.Close()
	_ = held.Wait()
	done := make(chan error, 1)
	go func() { done <- cmd.Wait() }()
	select {
	case err := <-done:
		require.NoError(t, err, said())
	case <-time.After(30 * time.Second):
		require.FailNow(t, "the server does not end", said())
	}
}
