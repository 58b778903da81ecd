package integration

import (
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/sys/unix"
)

// TestJail tries to reach a file beside the backing directory through the
// mount: by what a client can say, and by races of a client with somebody who
// swaps directories for links in the backing directory.
func TestJail(t *testing.T) {
	needMount(t)
	base := t.TempDir()
	backing, outside := filepath.Join(base, "backing"), filepath.Join(base, "outside")
	require.NoError(t, os.Mkdir(backing, 0o755))
	require.NoError(t, os.Mkdir(outside, 0o755))
	secret := filepath.Join(outside, "secret")
	require.NoError(t, os.WriteFile(secret, []byte("secret"), 0o600))
	m := mountStack(t, stack{}, backing, noCache...)
	untouched := func() {
		t.Helper()
		content, err := os.ReadFile(secret)
		require.NoError(t, err)
		require.Equal(t, "secret", string(content))
		var st unix.Stat_t
		require.NoError(t, unix.Stat(secret, &st))
		require.Equal(t, uint32(unix.S_IFREG|0o600), st.Mode)
		list, err := os.ReadDir(outside)
		require.NoError(t, err)
		require.Len(t, list, 1)
	}

	t.Run("dotdot", func(t *testing.T) {
		// The kernel resolves .. of the root to the mountpoint's parent.
		_, err := os.Stat(m.mnt + "/../outside/secret")
		require.ErrorIs(t, err, os.ErrNotExist)
		require.NoError(t, os.Mkdir(m.mnt+"/dir", 0o755))
		_, err = os.Stat(m.mnt + "/dir/../../outside/secret")
		require.ErrorIs(t, err, os.ErrNotExist)
	})

	t.Run("swap", func(t *testing.T) {
		// Somebody with access to the backing directory swaps a directory
		// for a link that leads out, while clients work in it. (A client's
		// own kernel follows links by itself, before it asks for anything.)
		dir := filepath.Join(backing, "swap")
		link := filepath.Join(backing, "link")
		require.NoError(t, os.Mkdir(dir, 0o755))
		require.NoError(t, os.WriteFile(filepath.Join(dir, "secret"), []byte("decoy"), 0o644))
		require.NoError(t, os.Symlink(outside, link))
		d, err := unix.Open(filepath.Join(m.mnt, "swap"), unix.O_PATH|unix.O_DIRECTORY, 0)
		require.NoError(t, err)
		defer unix.Close(d)
		var stop atomic.Bool
		var wg sync.WaitGroup
		wg.Go(func() {
			for !stop.Load() {
				if err := unix.Renameat2(unix.AT_FDCWD, dir, unix.AT_FDCWD, link, unix.RENAME_EXCHANGE); err != nil {
					t.Errorf("exchange: %v", err)
					return
				}
			}
		})
		for range 600 {
			// Through a descriptor the client's kernel sees no link.
			if fd, err := unix.Openat(d, "secret", unix.O_RDWR|unix.O_TRUNC, 0); err == nil {
				unix.Write(fd, []byte("decoy"))
				unix.Fchmod(fd, 0o644)
				unix.Close(fd)
			}
			if fd, err := unix.Openat(d, "new", unix.O_CREAT|unix.O_RDWR, 0o666); err == nil {
				unix.Close(fd)
			}
			unix.Mkdirat(d, "newdir", 0o777)
			unix.Unlinkat(d, "newdir", unix.AT_REMOVEDIR)
			unix.Unlinkat(d, "new", 0)
		}
		stop.Store(true)
		wg.Wait()
		untouched()
	})

	t.Run("file for link", func(t *testing.T) {
		file, link := filepath.Join(backing, "file"), filepath.Join(backing, "filelink")
		require.NoError(t, os.WriteFile(file, []byte("decoy"), 0o644))
		require.NoError(t, os.Symlink(secret, link))
		f, err := unix.Open(filepath.Join(m.mnt, "file"), unix.O_PATH, 0)
		require.NoError(t, err)
		defer unix.Close(f)
		self := "/proc/self/fd/" + strconv.Itoa(f)
		var stop atomic.Bool
		var wg sync.WaitGroup
		wg.Go(func() {
			for !stop.Load() {
				unix.Renameat2(unix.AT_FDCWD, file, unix.AT_FDCWD, link, unix.RENAME_EXCHANGE)
			}
		})
		for i := range 1000 {
			unix.Chmod(self, uint32(0o600+i%0o100))
			unix.Chown(self, i, i)
			unix.Truncate(self, int64(i%9))
			unix.Setxattr(self, "user.x", []byte("x"), 0)
		}
		stop.Store(true)
		wg.Wait()
		untouched()
	})

	t.Run("moved out", func(t *testing.T) {
		// A directory that was moved out of the backing directory must not
		// lead further up: ".." is the client's, and names stay below it.
		dir := filepath.Join(backing, "goes")
		require.NoError(t, os.MkdirAll(filepath.Join(dir, "deep"), 0o755))
		d, err := unix.Open(filepath.Join(m.mnt, "goes/deep"), unix.O_PATH|unix.O_DIRECTORY, 0)
		require.NoError(t, err)
		defer unix.Close(d)
		require.NoError(t, os.Rename(dir, filepath.Join(base, "gone")))
		for _, name := range []string{"../../outside/secret", "../../../outside/secret"} {
			if fd, err := unix.Openat(d, name, unix.O_RDONLY, 0); err == nil {
				unix.Close(fd)
				t.Errorf("%s can be opened", name)
			}
		}
		untouched()
	})
	require.NotContains(t, m.log.String(), "bug in a translator")
}
