package integration

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"golang.org/x/sys/unix"
)

// rss returns the resident memory of a process in bytes.
func rss(t *testing.T, pid int) int {
	t.Helper()
	b, err := os.ReadFile(fmt.Sprintf("/proc/%d/statm", pid))
	require.NoError(t, err)
	pages, err := strconv.Atoi(strings.Fields(string(b))[1])
	require.NoError(t, err)
	return pages * os.Getpagesize()
}

// TestNothingIsLeftBehind looks names up and has the kernel forget them, many
// times, and then wants memory and descriptors back where they were. The full
// million takes LOOKUPS=1000000.
func TestNothingIsLeftBehind(t *testing.T) {
	needMount(t)
	total := 40_000
	if s := os.Getenv("LOOKUPS"); s != "" {
		n, err := strconv.Atoi(s)
		require.NoError(t, err)
		total = n
	}
	const files = 2000
	for _, s := range stacks(t) {
		if s.name == "1-layer" || s.name == "10-layers" {
			continue
		}
		t.Run(s.name, func(t *testing.T) {
			src := t.TempDir()
			for i := range files {
				require.NoError(t, os.WriteFile(filepath.Join(src, strconv.Itoa(i)), nil, 0o644))
			}
			m := mountStack(t, s, src, "allow_other", "entry_timeout=60")
			fds := m.fds(t)
			round := func() {
				for i := range files {
					var st unix.Stat_t
					require.NoError(t, unix.Stat(filepath.Join(m.mnt, strconv.Itoa(i)), &st))
				}
				m.forgetAll(t, fds+8) // what the runtime opens for itself in the meantime
			}
			round()
			round()
			mem := rss(t, m.cmd.Process.Pid)
			for done := 0; done < total; done += files {
				round()
			}
			// The collector may keep what it has; growth per look-up may not be.
			grown := rss(t, m.cmd.Process.Pid) - mem
			t.Logf("after %d look-ups memory has grown by %d KiB", total, grown>>10)
			require.Less(t, grown, 48<<20, "memory")
		})
	}
}

// forgetAll has the kernel forget what it knows of the mount, and returns when
// the server holds no more descriptors than most. The kernel sends what it
// forgets whenever it likes, so this asks until it has.
func (m *mounted) forgetAll(t *testing.T, most int) {
	t.Helper()
	require.Eventually(t, func() bool {
		return os.WriteFile("/proc/sys/vm/drop_caches", []byte("2"), 0) == nil && m.fds(t) <= most
	}, time.Minute, 10*time.Millisecond, "descriptors that stay open")
}

// TestSignals: SIGTERM and SIGINT unmount, SIGUSR1 writes a statedump.
func TestSignals(t *testing.T) {
	needMount(t)
	for _, sig := range []syscall.Signal{syscall.SIGTERM, syscall.SIGINT} {
		t.Run(sig.String(), func(t *testing.T) {
			m := mountStack(t, stack{}, t.TempDir())
			require.NoError(t, os.WriteFile(filepath.Join(m.mnt, "f"), []byte("x"), 0o644))
			require.NoError(t, m.cmd.Process.Signal(sig))
			<-m.exited
			require.NoError(t, m.exitErr)
			_, err := os.Stat(filepath.Join(m.mnt, "f"))
			require.ErrorIs(t, err, os.ErrNotExist, "it is unmounted")
		})
	}
	t.Run("SIGUSR1", func(t *testing.T) {
		dumps := t.TempDir()
		src := t.TempDir()
		m := mount(t, src, "--dump-dir", dumps, "-x", "debug/io-stats", src)
		require.NoError(t, m.cmd.Process.Signal(syscall.SIGUSR1))
		var found []string
		require.Eventually(t, func() bool {
			found, _ = filepath.Glob(filepath.Join(dumps, "windlass.*"))
			if len(found) == 0 {
				return false
			}
			b, _ := os.ReadFile(found[0])
			return strings.Contains(string(b), "[callpool]")
		}, 10*time.Second, 10*time.Millisecond)
		info, err := os.Stat(found[0])
		require.NoError(t, err)
		require.Equal(t, os.FileMode(0o600), info.Mode())
	})
}

// TestUnmountFromOutside: umount(8) ends the server cleanly, also while files
// are open (lazily) and while requests are under way.
func TestUnmountFromOutside(t *testing.T) {
	needMount(t)
	src := t.TempDir()
	m := mountStack(t, stack{}, src, noCache...)
	f, err := os.Create(filepath.Join(m.mnt, "open"))
	require.NoError(t, err)
	require.ErrorIs(t, unix.Unmount(m.mnt, 0), unix.EBUSY)
	require.NoError(t, exec.Command("umount", "-l", m.mnt).Run())
	_, err = f.WriteString("still works")
	require.NoError(t, err)
	require.NoError(t, f.Close())
	<-m.exited
	require.NoError(t, m.exitErr)
	content, err := os.ReadFile(filepath.Join(src, "open"))
	require.NoError(t, err)
	require.Equal(t, "still works", string(content))
}

// TestChangesFromOutside: what happens in the backing directory is seen, and
// objects keep their identity when they are moved there.
func TestChangesFromOutside(t *testing.T) {
	needMount(t)
	src := t.TempDir()
	m := mountStack(t, stack{}, src, noCache...)
	in := func(dir, name string) string { return filepath.Join(dir, name) }
	require.NoError(t, os.MkdirAll(in(src, "a/b"), 0o755))
	require.NoError(t, os.WriteFile(in(src, "a/b/f"), []byte("one"), 0o644))
	f, err := os.Open(in(m.mnt, "a/b/f"))
	require.NoError(t, err)
	defer f.Close()
	d, err := unix.Open(in(m.mnt, "a/b"), unix.O_RDONLY|unix.O_DIRECTORY, 0)
	require.NoError(t, err)
	defer unix.Close(d)
	require.NoError(t, os.Rename(in(src, "a"), in(src, "z")))
	require.NoError(t, os.WriteFile(in(src, "z/b/f"), []byte("two"), 0o644))
	buf := make([]byte, 8)
	n, err := f.Read(buf)
	require.NoError(t, err)
	require.Equal(t, "two", string(buf[:n]))
	fd, err := unix.Openat(d, "new", unix.O_CREAT|unix.O_WRONLY, 0o644)
	require.NoError(t, err)
	unix.Close(fd)
	require.FileExists(t, in(src, "z/b/new"))
	_, err = os.Stat(in(m.mnt, "a"))
	require.ErrorIs(t, err, os.ErrNotExist)
	require.FileExists(t, in(m.mnt, "z/b/new"))
	require.NoError(t, os.Remove(in(src, "z/b/f")))
	require.NoError(t, os.WriteFile(in(src, "z/b/f"), []byte("another file"), 0o644))
	content, err := os.ReadFile(in(m.mnt, "z/b/f"))
	require.NoError(t, err)
	require.Equal(t, "another file", string(content))
	n, err = f.ReadAt(buf, 0)
	require.Equal(t, "two", string(buf[:n]), "the open file is the old one: %v", err)
	require.NoError(t, os.Link(in(m.mnt, "z/b/f"), in(m.mnt, "hard")))
	var s1, s2 unix.Stat_t
	require.NoError(t, unix.Stat(in(m.mnt, "z/b/f"), &s1))
	require.NoError(t, unix.Stat(in(m.mnt, "hard"), &s2))
	require.Equal(t, s1.Ino, s2.Ino)
	require.Equal(t, uint64(2), uint64(s1.Nlink))
}

// TestMappedWritesStayInPlace: what is written to a shared mapping of a file
// that was opened for appending goes where it was mapped, and what is written
// to the descriptor goes to the end.
func TestMappedWritesStayInPlace(t *testing.T) {
	needMount(t)
	src := t.TempDir()
	m := mountStack(t, stack{}, src)
	for _, dir := range []string{t.TempDir(), m.mnt} {
		name := filepath.Join(dir, "f")
		require.NoError(t, os.WriteFile(name, []byte("0123456789"), 0o644))
		fd, err := unix.Open(name, unix.O_RDWR|unix.O_APPEND, 0)
		require.NoError(t, err)
		page, err := unix.Mmap(fd, 0, 4096, unix.PROT_READ|unix.PROT_WRITE, unix.MAP_SHARED)
		require.NoError(t, err)
		copy(page, "hello")
		require.NoError(t, unix.Msync(page, unix.MS_SYNC))
		_, err = unix.Write(fd, []byte("tail"))
		require.NoError(t, err)
		require.NoError(t, unix.Munmap(page))
		require.NoError(t, unix.Close(fd))
		content, err := os.ReadFile(name)
		require.NoError(t, err)
		require.Equal(t, "hello56789tail", string(content), dir)
	}
}
