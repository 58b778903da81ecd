package integration

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"golang.org/x/sys/unix"
)

// TestReadsKeepBehindWrites: while a write(2) is on its way to storage, another
// process opens the file, which has the kernel drop the pages that the write
// has changed already, and reads. It must not get the old data, and above all
// they must not become cached as current: fchown(2) has the kernel take the
// new mtime for known.
func TestReadsKeepBehindWrites(t *testing.T) {
	needMount(t)
	src := t.TempDir()
	vol := filepath.Join(t.TempDir(), "slow.vol")
	require.NoError(t, os.WriteFile(vol, []byte(fmt.Sprintf(`
volume store
    type storage/posix
    option directory %q
end-volume
volume slow
    type debug/delay-gen
    option enable writev
    option delay-percentage 100
    option delay-duration 800ms
    subvolumes store
end-volume
`, src)), 0o644))
	m := mount(t, src, vol)
	name := filepath.Join(m.mnt, "f")
	require.NoError(t, os.WriteFile(filepath.Join(src, "f"), []byte(strings.Repeat("A", 4096)), 0o644))
	read := func(fd int) string {
		buf := make([]byte, 4096)
		n, err := unix.Pread(fd, buf, 0)
		require.NoError(t, err)
		require.Equal(t, strings.Repeat(string(buf[:1]), n), string(buf[:n]), "one write, no mixture")
		return string(buf[:1])
	}
	writer, err := unix.Open(name, unix.O_RDWR, 0)
	require.NoError(t, err)
	defer unix.Close(writer)
	require.Equal(t, "A", read(writer))
	written := make(chan error, 1)
	began := time.Now()
	go func() {
		_, err := unix.Pwrite(writer, []byte(strings.Repeat("B", 4096)), 0)
		written <- err
	}()
	// The page changes when the write is under way.
	require.Eventually(t, func() bool { return read(writer) == "B" }, 700*time.Millisecond, time.Millisecond)
	reader, err := unix.Open(name, unix.O_RDWR, 0)
	require.NoError(t, err)
	defer unix.Close(reader)
	require.Less(t, time.Since(began), 800*time.Millisecond, "the write is over too early for this test to see anything")
	require.Equal(t, "B", read(reader), "while the write is under way")
	require.NoError(t, <-written)
	require.NoError(t, unix.Fchown(reader, os.Geteuid(), os.Getegid()))
	require.Equal(t, "B", read(reader), "when it is over")
}
