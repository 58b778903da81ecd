package integration

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"golang.org/x/sys/unix"
)

func exists(path string) bool {
	var st unix.Stat_t
	return unix.Lstat(path, &st) == nil
}

// TestTimeouts: the kernel keeps what the options let it keep, and no longer.
func TestTimeouts(t *testing.T) {
	needMount(t)
	src := t.TempDir()
	write := func(name string) {
		require.NoError(t, os.WriteFile(filepath.Join(src, name), nil, 0o644))
	}
	write("cached")
	write("asked")
	long := mountStack(t, stack{}, src, "entry_timeout=600", "attr_timeout=600", "negative_timeout=600")
	none := mountStack(t, stack{}, src, noCache...)
	require.True(t, exists(filepath.Join(long.mnt, "cached")))
	require.True(t, exists(filepath.Join(none.mnt, "asked")))
	require.False(t, exists(filepath.Join(long.mnt, "new")))
	require.False(t, exists(filepath.Join(none.mnt, "new")))
	require.NoError(t, os.Remove(filepath.Join(src, "cached")))
	require.NoError(t, os.Remove(filepath.Join(src, "asked")))
	write("new")
	require.True(t, exists(filepath.Join(long.mnt, "cached")), "the kernel still has it")
	require.False(t, exists(filepath.Join(long.mnt, "new")), "the kernel knows that it is absent")
	require.False(t, exists(filepath.Join(none.mnt, "asked")))
	require.True(t, exists(filepath.Join(none.mnt, "new")))
}

// TestInvalidation: a translator tells the kernel to ask again, for a name and
// for attributes and data, from inside a fop.
func TestInvalidation(t *testing.T) {
	needMount(t)
	src := t.TempDir()
	script := filepath.Join(t.TempDir(), "inval.py")
	require.NoError(t, os.WriteFile(script, []byte(`
from windlass import *

class xlator(Translator):
    def __init__(self, this):
        Translator.__init__(self, this)
        self.known = {}

    def lookup_cbk(self, frame, cookie, this, op_ret, op_errno, inode, buf, xdata, postparent):
        self.unwind_lookup(frame, op_ret, op_errno, inode, buf, xdata, postparent)

    def setxattr_fop(self, frame, this, loc, dict, flags, xdata):
        if "user.forget-name" in dict:
            self.invalidate_entry(loc.parent, loc.name)
        if "user.forget-data" in dict:
            self.invalidate_inode(loc.inode)
        self.unwind_setxattr(frame, 0, 0, None)
`), 0o644))
	m := mount(t, src, "-x", script, "-o", "entry_timeout=600,attr_timeout=600,kernel_cache", src)
	in, out := filepath.Join(m.mnt, "f"), filepath.Join(src, "f")
	require.NoError(t, os.WriteFile(out, []byte("old"), 0o644))
	size := func() int64 {
		var st unix.Stat_t
		require.NoError(t, unix.Stat(in, &st))
		return st.Size
	}
	require.Equal(t, int64(3), size())
	require.NoError(t, os.WriteFile(out, []byte("new and longer"), 0o644))
	require.Equal(t, int64(3), size(), "the kernel has the old attributes")
	require.NoError(t, unix.Setxattr(in, "user.forget-data", []byte("1"), 0))
	require.Eventually(t, func() bool { return size() == 14 }, 10*time.Second, 5*time.Millisecond)
	content, err := os.ReadFile(in)
	require.NoError(t, err)
	require.Equal(t, "new and longer", string(content))

	require.NoError(t, os.Rename(out, out+"2"))
	require.True(t, exists(in), "the kernel has the old name")
	require.NoError(t, unix.Setxattr(in, "user.forget-name", []byte("1"), 0))
	require.Eventually(t, func() bool { return !exists(in) }, 10*time.Second, 5*time.Millisecond)
}

// TestReadOnly: a mount with -o ro and one with features/read-only change
// nothing.
func TestReadOnly(t *testing.T) {
	needMount(t)
	src := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(src, "f"), []byte("x"), 0o644))
	for name, args := range map[string][]string{"option": {"-o", "ro"}, "translator": {"-x", "features/read-only"}} {
		t.Run(name, func(t *testing.T) {
			m := mount(t, src, append(args, src)...)
			content, err := os.ReadFile(filepath.Join(m.mnt, "f"))
			require.NoError(t, err)
			require.Equal(t, "x", string(content))
			require.ErrorIs(t, os.WriteFile(filepath.Join(m.mnt, "f"), nil, 0o644), unix.EROFS)
			require.ErrorIs(t, os.Mkdir(filepath.Join(m.mnt, "d"), 0o755), unix.EROFS)
			require.ErrorIs(t, os.Remove(filepath.Join(m.mnt, "f")), unix.EROFS)
			require.ErrorIs(t, os.Chmod(filepath.Join(m.mnt, "f"), 0o600), unix.EROFS)
		})
	}
}

// TestAllowOther: others get in only if the mount says so.
func TestAllowOther(t *testing.T) {
	needMount(t)
	for _, allowed := range []bool{false, true} {
		var opts []string
		if allowed {
			opts = []string{"allow_other"}
		}
		m := mountStack(t, stack{}, openTempDir(t), opts...)
		openParents(t, m.mnt)
		as(t, 1234, 1234, func() {
			if got := exists(filepath.Join(m.mnt, ".")); got != allowed {
				t.Errorf("allow_other %v: another user gets in: %v", allowed, got)
			}
		})
	}
}

// openParents lets other users through to a temporary directory.
func openParents(t *testing.T, dir string) {
	t.Helper()
	for d := filepath.Dir(dir); len(d) > len(os.TempDir()); d = filepath.Dir(d) {
		require.NoError(t, os.Chmod(d, 0o755))
	}
}

// TestAutoUnmount: the mount does not outlive a server that is killed.
func TestAutoUnmount(t *testing.T) {
	needMount(t)
	need(t, "fusermount3")
	if _, err := os.Stat("/etc/mtab"); err != nil {
		t.Skip("fusermount3 looks the mount up in /etc/mtab")
	}
	m := mountStack(t, stack{}, t.TempDir(), "auto_unmount")
	require.NoError(t, m.cmd.Process.Kill())
	<-m.exited
	m.exitErr = nil
	require.Eventually(t, func() bool {
		table, err := os.ReadFile("/proc/self/mounts")
		return err == nil && !strings.Contains(string(table), " "+m.mnt+" ")
	}, 10*time.Second, 10*time.Millisecond)
}

// TestAborted: requests that wait are given up when the connection is cut, and
// the server ends.
func TestAborted(t *testing.T) {
	needMount(t)
	src := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(src, "f"), nil, 0o644))
	m := mount(t, src, "-x", "debug/delay-gen,delay-percentage=100,delay-duration=1h,enable=open", src)
	opener := exec.Command("cat", filepath.Join(m.mnt, "f"))
	require.NoError(t, opener.Start())
	t.Cleanup(func() { _ = opener.Process.Kill() })
	var st unix.Stat_t
	require.NoError(t, unix.Stat(m.mnt, &st))
	ctl := t.TempDir()
	require.NoError(t, unix.Mount("fusectl", ctl, "fusectl", 0, ""))
	t.Cleanup(func() { _ = unix.Unmount(ctl, 0) })
	control := fmt.Sprintf("%s/%d/", ctl, unix.Minor(st.Dev))
	require.Eventually(t, func() bool {
		n, err := os.ReadFile(control + "waiting")
		require.NoError(t, err)
		return strings.TrimSpace(string(n)) != "0"
	}, 10*time.Second, 5*time.Millisecond)
	require.NoError(t, os.WriteFile(control+"abort", []byte("1"), 0))
	require.Error(t, opener.Wait())
	select {
	case <-m.exited:
	case <-time.After(20 * time.Second):
		require.FailNow(t, "the server still waits")
	}
	var fsys unix.Statfs_t
	require.NoError(t, unix.Statfs(m.mnt, &fsys), "no dead mount is left")
}

// TestStorageChecksPermissions: where the kernel is told not to, storage does.
func TestStorageChecksPermissions(t *testing.T) {
	needMount(t)
	src := openTempDir(t)
	require.NoError(t, os.WriteFile(filepath.Join(src, "private"), []byte("x"), 0o600))
	require.NoError(t, os.Mkdir(filepath.Join(src, "dir"), 0o755))
	require.NoError(t, os.WriteFile(filepath.Join(src, "dir", "kept"), nil, 0o666))
	m := mountStack(t, stack{}, src, "allow_other", "no_default_permissions")
	openParents(t, m.mnt)
	as(t, 1234, 1234, func() {
		if _, err := os.ReadFile(filepath.Join(m.mnt, "private")); !errors.Is(err, unix.EACCES) {
			t.Errorf("another's private file: %v", err)
		}
		if err := os.Remove(filepath.Join(m.mnt, "dir", "kept")); !errors.Is(err, unix.EACCES) {
			t.Errorf("a name in another's directory: %v", err)
		}
	})
	require.FileExists(t, filepath.Join(src, "dir", "kept"))
}

// TestStrangersWritesDropPrivileges: who may write to another's file and may
// not change its mode makes it lose its set-user-ID bit, also where storage
// checks permissions.
func TestStrangersWritesDropPrivileges(t *testing.T) {
	needMount(t)
	native := openTempDir(t)
	i := slices.IndexFunc(scenarios, func(s scenario) bool { return s.name == "writes by strangers" })
	m := mountStack(t, stack{}, openTempDir(t), "allow_other", "no_default_permissions", "suid")
	openParents(t, m.mnt)
	a, b := &recorder{dir: native}, &recorder{dir: m.mnt}
	scenarios[i].run(t, a)
	scenarios[i].run(t, b)
	requireSameLines(t, a.lines, b.lines)
}

// TestDirectIOCanBeMapped: with direct_io too a file can be mapped and shared,
// and what is written through the mapping and past it is the same.
func TestDirectIOCanBeMapped(t *testing.T) {
	needMount(t)
	src := t.TempDir()
	m := mountStack(t, stack{}, src, "direct_io")
	f, err := os.Create(filepath.Join(m.mnt, "f"))
	require.NoError(t, err)
	defer f.Close()
	_, err = f.WriteString("0123456789")
	require.NoError(t, err)
	page, err := unix.Mmap(int(f.Fd()), 0, 4096, unix.PROT_READ|unix.PROT_WRITE, unix.MAP_SHARED)
	var kernel unix.Utsname
	require.NoError(t, unix.Uname(&kernel))
	var major, minor int
	fmt.Sscanf(unix.ByteSliceToString(kernel.Release[:]), "%d.%d", &major, &minor)
	if err == unix.ENODEV && major*100+minor < 606 {
		t.Skip("before Linux 6.6 it cannot")
	}
	require.NoError(t, err)
	require.Equal(t, "0123456789", string(page[:10]))
	copy(page[2:], "ab")
	buf := make([]byte, 10)
	_, err = f.ReadAt(buf, 0)
	require.NoError(t, err)
	require.Equal(t, "01ab456789", string(buf))
	_, err = f.WriteAt([]byte("XY"), 5)
	require.NoError(t, err)
	require.Equal(t, "01ab4XY789", string(page[:10]))
	require.NoError(t, unix.Munmap(page))
	require.NoError(t, f.Close())
	content, err := os.ReadFile(filepath.Join(m.src, "f"))
	require.NoError(t, err)
	require.Equal(t, "01ab4XY789", string(content))
}

// TestACL: access lists are enforced and inherited.
func TestACL(t *testing.T) {
	needMount(t)
	need(t, "setfacl", "getfacl")
	src := openTempDir(t)
	m := mountStack(t, stack{}, src, "allow_other", "attr_timeout=0", "entry_timeout=0")
	openParents(t, m.mnt)
	d := filepath.Join(m.mnt, "d")
	require.NoError(t, os.Mkdir(d, 0o755))
	require.NoError(t, os.WriteFile(filepath.Join(d, "f"), []byte("x"), 0o600))
	read := func(uid int) (err error) {
		as(t, uid, uid, func() { _, err = os.ReadFile(filepath.Join(d, "f")) })
		return err
	}
	require.ErrorIs(t, read(1234), unix.EACCES)
	sh(t, d, "setfacl -m u:1234:r f")
	require.NoError(t, read(1234))
	require.ErrorIs(t, read(1235), unix.EACCES)
	require.Contains(t, sh(t, filepath.Join(src, "d"), "getfacl -n f"), "user:1234:r--")
	// A default list replaces the umask.
	sh(t, d, "setfacl -d -m u:1234:rwx,m:rwx . && umask 077 && touch made && mkdir sub")
	for _, dir := range []string{d, filepath.Join(src, "d")} {
		require.Contains(t, sh(t, dir, "getfacl -n made"), "user:1234:rwx")
		require.Contains(t, sh(t, dir, "getfacl -n made"), "mask::rw-")
		require.Contains(t, sh(t, dir, "getfacl -n sub"), "default:user:1234:rwx")
	}
	// Without one the umask counts.
	sh(t, m.mnt, "umask 027 && touch plain && test \"$(stat -c %a plain)\" = 640")
}

// TestDescriptorsRunOut: at the limit the caller gets an error, the log says
// what to do, and the mount goes on.
func TestDescriptorsRunOut(t *testing.T) {
	needMount(t)
	src := t.TempDir()
	for i := range 300 {
		require.NoError(t, os.WriteFile(filepath.Join(src, fmt.Sprint(i)), nil, 0o644))
	}
	m := mountWith(t, limited(t, 100), src, "-o", "entry_timeout=600", src)
	failed := 0
	var used []int // what is in use the kernel does not forget
	for i := range 300 {
		fd, err := unix.Open(filepath.Join(m.mnt, fmt.Sprint(i)), unix.O_PATH|unix.O_CLOEXEC, 0)
		switch err {
		case nil:
			used = append(used, fd)
		case unix.EMFILE:
			failed++
		default:
			t.Errorf("open: %v", err)
		}
	}
	for _, fd := range used {
		unix.Close(fd)
	}
	require.Positive(t, failed)
	require.Contains(t, m.log.String(), "too many open files")
	require.NoError(t, os.WriteFile("/proc/sys/vm/drop_caches", []byte("2"), 0))
	require.Eventually(t, func() bool { return exists(filepath.Join(m.mnt, "299")) }, 10*time.Second, 10*time.Millisecond)
}

// limited is a program that runs windlass with a limit of open files which it
// cannot raise.
func limited(t *testing.T, files int) string {
	t.Helper()
	script := filepath.Join(t.TempDir(), "limited")
	require.NoError(t, os.WriteFile(script, fmt.Appendf(nil, "#!/bin/sh\nulimit -S -n %d\nulimit -H -n %d\nexec setpriv --bounding-set=-sys_resource --inh-caps=-sys_resource %s \"$@\"\n", files, files, plainBin), 0o755))
	return script
}

// TestMoreFilesThanDescriptors: a tree can be walked that has more files than
// the server may have open, because the kernel is asked in time to forget what
// nobody uses. What is in use stays as it is.
func TestMoreFilesThanDescriptors(t *testing.T) {
	needMount(t)
	src := t.TempDir()
	const files = 6000
	for i := range files {
		require.NoError(t, os.WriteFile(filepath.Join(src, fmt.Sprint(i)), nil, 0o644))
	}
	m := mountWith(t, limited(t, 4000), src, "-o", "entry_timeout=600", src)
	used, err := os.Open(filepath.Join(m.mnt, "17"))
	require.NoError(t, err)
	defer used.Close()
	for i := range files {
		var st unix.Stat_t
		require.NoError(t, unix.Stat(filepath.Join(m.mnt, fmt.Sprint(i)), &st))
		if i%40 == 0 {
			time.Sleep(5 * time.Millisecond) // it takes a while to forget
		}
	}
	require.Less(t, m.fds(t), 4000)
	name, err := os.Readlink(fmt.Sprintf("/proc/self/fd/%d", used.Fd()))
	require.NoError(t, err)
	require.Equal(t, filepath.Join(m.mnt, "17"), name)
	_, err = used.Stat()
	require.NoError(t, err)
	require.NotContains(t, m.log.String(), "too many open files")
}
