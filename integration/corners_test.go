package integration

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"golang.org/x/sys/unix"
)

// TestDirectIO: past the page cache files can still be mapped, and what is
// written in one way is read in the other.
func TestDirectIO(t *testing.T) {
	needMount(t)
	src := t.TempDir()
	m := mount(t, src, "-o", "direct_io", src)
	fd, err := unix.Open(filepath.Join(m.mnt, "f"), unix.O_CREAT|unix.O_RDWR, 0o644)
	require.NoError(t, err)
	defer unix.Close(fd)
	_, err = unix.Pwrite(fd, bytes.Repeat([]byte("x"), 8192), 0)
	require.NoError(t, err)
	page, err := unix.Mmap(fd, 0, 8192, unix.PROT_READ|unix.PROT_WRITE, unix.MAP_SHARED)
	require.NoError(t, err)
	defer unix.Munmap(page)
	copy(page[4096:], "mapped")
	buf := make([]byte, 6)
	_, err = unix.Pread(fd, buf, 4096)
	require.NoError(t, err)
	require.Equal(t, "mapped", string(buf))
	_, err = unix.Pwrite(fd, []byte("written"), 10)
	require.NoError(t, err)
	require.Equal(t, "written", string(page[10:17]))
	require.NoError(t, unix.Msync(page, unix.MS_SYNC))
	content, err := os.ReadFile(filepath.Join(src, "f"))
	require.NoError(t, err)
	require.Equal(t, string(page), string(content))
}

// TestDataIsWhatWasWritten changes a file in every way there is through several
// descriptors, mapped and past the cache, and compares it with a copy in memory.
func TestDataIsWhatWasWritten(t *testing.T) {
	needMount(t)
	need(t, "python3")
	all := stacks(t)
	for i, c := range []struct {
		stack
		opts []string
	}{
		{all[0], nil},
		{all[0], []string{"entry_timeout=0", "attr_timeout=0"}},
		{all[0], []string{"kernel_cache", "max_write=16384"}},
		{all[0], []string{"direct_io"}},
		{all[len(all)-1], nil},
	} {
		t.Run(fmt.Sprint(c.name, c.opts), func(t *testing.T) {
			src := t.TempDir()
			m := mountWith(t, plainBin, src, c.args(src, c.opts)...)
			out, err := exec.Command("python3", "testdata/fsx.py", m.mnt, src, fmt.Sprint(i), "1500").CombinedOutput()
			require.NoError(t, err, string(out))
		})
	}
}

// TestRequestsAreLarge: a large write arrives in pieces of max_write.
func TestRequestsAreLarge(t *testing.T) {
	needMount(t)
	for opt, want := range map[string]int{"": 1 << 20, "max_write=65536": 1 << 16} {
		src := t.TempDir()
		args := []string{"--dump-dir", src, "-x", "debug/io-stats", src}
		if opt != "" {
			args = append([]string{"-o", opt}, args...)
		}
		m := mount(t, src, args...)
		require.NoError(t, os.WriteFile(filepath.Join(m.mnt, "f"), make([]byte, 8<<20), 0o644))
		require.NoError(t, m.cmd.Process.Signal(syscall.SIGUSR1))
		require.Eventually(t, func() bool {
			found, _ := filepath.Glob(filepath.Join(src, "windlass.*"))
			if len(found) == 0 {
				return false
			}
			b, _ := os.ReadFile(found[0])
			return strings.Contains(string(b), fmt.Sprintf("io-stats.writev=count:%d,", 8<<20/want))
		}, 10*time.Second, 10*time.Millisecond, opt)
	}
}

// TestInterrupted: a signal ends the wait of a caller for a slow fop, and
// nothing has happened then.
func TestInterrupted(t *testing.T) {
	needMount(t)
	src := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(src, "f"), nil, 0o644))
	m := mount(t, src, "-x", "debug/delay-gen,delay-percentage=100,delay-duration=1h,enable=open mkdir unlink getxattr", src)
	// The runtime handles the signal; that is enough to interrupt a call.
	c := make(chan os.Signal, 1)
	signal.Notify(c, unix.SIGUSR2)
	defer signal.Stop(c)
	f := filepath.Join(m.mnt, "f")
	for name, call := range map[string]func() error{
		"open":     func() error { _, err := unix.Open(f, unix.O_RDONLY, 0); return err },
		"mkdir":    func() error { return unix.Mkdir(filepath.Join(m.mnt, "d"), 0o755) },
		"unlink":   func() error { return unix.Unlink(f) },
		"getxattr": func() error { _, err := unix.Getxattr(f, "user.x", nil); return err },
	} {
		tid := make(chan int, 1)
		done := make(chan error, 1)
		as(t, 0, 0, func() { // on a thread of its own
			tid <- unix.Gettid()
			go func() {
				for t := <-tid; ; time.Sleep(50 * time.Millisecond) {
					select {
					case <-done:
						return
					default:
						_ = unix.Tgkill(os.Getpid(), t, unix.SIGUSR2)
					}
				}
			}()
			if err := call(); !errors.Is(err, unix.EINTR) {
				t.Errorf("%s: %v", name, err)
			}
			close(done)
		})
	}
	require.FileExists(t, filepath.Join(src, "f"))
	require.NoDirExists(t, filepath.Join(src, "d"))
	// A process that is killed does not stay.
	cat := exec.Command("cat", f)
	require.NoError(t, cat.Start())
	time.Sleep(50 * time.Millisecond)
	require.NoError(t, cat.Process.Kill())
	require.Error(t, cat.Wait())
}

// A dirent is what getdents64(2) tells of a name.
type dirent struct {
	name string
	ino  uint64
	off  int64
}

// getdents reads entries through a buffer of that size.
func getdents(t *testing.T, fd, size int) []dirent {
	t.Helper()
	buf := make([]byte, size)
	n, err := unix.Getdents(fd, buf)
	require.NoError(t, err)
	var out []dirent
	for b := buf[:n]; len(b) > 0; {
		l := binary.NativeEndian.Uint16(b[16:])
		name, _, _ := strings.Cut(string(b[19:l]), "\x00")
		out = append(out, dirent{name, binary.NativeEndian.Uint64(b), int64(binary.NativeEndian.Uint64(b[8:]))})
		b = b[l:]
	}
	return out
}

// TestDirectoryStreams: whatever the size of the buffer, with or without
// attributes, while names come and go, each name that stays is there once; a
// position leads back to where it was taken.
func TestDirectoryStreams(t *testing.T) {
	needMount(t)
	src := t.TempDir()
	m := mountStack(t, stack{}, src)
	want := map[string]bool{".": true, "..": true}
	for i := range 1500 {
		name := fmt.Sprint(i, strings.Repeat("x", i%200))
		require.NoError(t, os.WriteFile(filepath.Join(src, name), nil, 0o644))
		want[name] = true
	}
	open := func() int {
		fd, err := unix.Open(m.mnt, unix.O_RDONLY|unix.O_DIRECTORY|unix.O_CLOEXEC, 0)
		require.NoError(t, err)
		return fd
	}
	list := func(size int, stat bool) (all []dirent) {
		fd := open()
		defer unix.Close(fd)
		for {
			some := getdents(t, fd, size)
			if len(some) == 0 {
				return all
			}
			for _, e := range some {
				var st unix.Stat_t
				if !stat || e.name == ".." || strings.HasPrefix(e.name, "churn") {
					continue
				}
				require.NoError(t, unix.Fstatat(fd, e.name, &st, unix.AT_SYMLINK_NOFOLLOW))
				require.Equal(t, e.ino, st.Ino)
			}
			all = append(all, some...)
		}
	}
	complete := func(all []dirent) {
		t.Helper()
		seen := map[string]int{}
		for _, e := range all {
			seen[e.name]++
		}
		for name := range want {
			require.Equal(t, 1, seen[name], name)
		}
	}
	var stop atomic.Bool
	var wg sync.WaitGroup
	for _, churn := range []bool{false, true} {
		if churn {
			wg.Go(func() {
				for i := 0; !stop.Load(); i++ {
					name := filepath.Join(m.mnt, fmt.Sprint("churn", i%100))
					_ = os.WriteFile(name, nil, 0o644)
					_ = os.Remove(name)
				}
			})
		}
		for _, size := range []int{300, 4096, 32 << 10, 1 << 20} {
			for _, stat := range []bool{false, true} {
				complete(list(size, stat))
			}
		}
	}
	stop.Store(true)
	wg.Wait()

	all := list(4096, false)
	fd := open()
	defer unix.Close(fd)
	for range 200 {
		i := rand.IntN(len(all) - 1)
		_, err := unix.Seek(fd, all[i].off, unix.SEEK_SET)
		require.NoError(t, err)
		require.Equal(t, all[i+1].name, getdents(t, fd, 1000)[0].name)
	}
	_, err := unix.Seek(fd, all[len(all)-1].off, unix.SEEK_SET)
	require.NoError(t, err)
	require.Empty(t, getdents(t, fd, 4096))
	require.NoError(t, os.WriteFile(filepath.Join(m.mnt, "new"), nil, 0o644))
	want["new"] = true
	_, err = unix.Seek(fd, 0, unix.SEEK_SET)
	require.NoError(t, err)
	all = nil
	for some := getdents(t, fd, 4096); len(some) > 0; some = getdents(t, fd, 4096) {
		all = append(all, some...)
	}
	complete(all)
	// Who removes what is read misses nothing.
	_, err = unix.Seek(fd, 0, unix.SEEK_SET)
	require.NoError(t, err)
	for some := getdents(t, fd, 1000); len(some) > 0; some = getdents(t, fd, 1000) {
		for _, e := range some {
			if e.name != "." && e.name != ".." {
				require.NoError(t, unix.Unlinkat(fd, e.name, 0))
			}
		}
	}
	left, err := os.ReadDir(src)
	require.NoError(t, err)
	require.Empty(t, left)
}

// TestFilesystemsInside: other filesystems that are mounted in the backing
// directory, one that is full and one that is read-only among them.
func TestFilesystemsInside(t *testing.T) {
	needMount(t)
	src := t.TempDir()
	for dir, data := range map[string]string{"small": "size=1m", "ro": "size=1m"} {
		at := filepath.Join(src, dir)
		require.NoError(t, os.Mkdir(at, 0o755))
		require.NoError(t, unix.Mount("none", at, "tmpfs", 0, data))
		t.Cleanup(func() { _ = unix.Unmount(at, unix.MNT_DETACH) })
		require.NoError(t, os.WriteFile(filepath.Join(at, "f"), []byte(dir), 0o644))
	}
	require.NoError(t, unix.Mount("none", filepath.Join(src, "ro"), "", unix.MS_REMOUNT|unix.MS_RDONLY, ""))
	require.NoError(t, os.WriteFile(filepath.Join(src, "f"), []byte("outer"), 0o644))
	m := mountStack(t, stack{}, src, noCache...)
	in := func(name string) string { return filepath.Join(m.mnt, name) }
	inos := map[uint64]string{}
	for _, name := range []string{".", "small", "ro", "f", "small/f", "ro/f"} {
		var st unix.Stat_t
		require.NoError(t, unix.Stat(in(name), &st))
		require.Empty(t, inos[st.Ino], "%s has the number of another", name)
		inos[st.Ino] = name
	}
	for _, dir := range []string{"small", "ro"} {
		content, err := os.ReadFile(in(dir + "/f"))
		require.NoError(t, err)
		require.Equal(t, dir, string(content))
	}
	require.ErrorIs(t, os.WriteFile(in("ro/f"), nil, 0o644), unix.EROFS)
	require.ErrorIs(t, os.Mkdir(in("ro/d"), 0o755), unix.EROFS)
	require.ErrorIs(t, os.Chmod(in("ro/f"), 0o600), unix.EROFS)
	require.ErrorIs(t, os.Remove(in("ro/f")), unix.EROFS)
	require.ErrorIs(t, os.Rename(in("f"), in("small/g")), unix.EXDEV)
	require.ErrorIs(t, os.Link(in("f"), in("small/g")), unix.EXDEV)
	require.ErrorIs(t, unix.Rmdir(in("small")), unix.EBUSY)
	from, err := os.Open(in("f"))
	require.NoError(t, err)
	defer from.Close()
	to, err := os.Create(in("small/copy"))
	require.NoError(t, err)
	defer to.Close()
	n, err := unix.CopyFileRange(int(from.Fd()), nil, int(to.Fd()), nil, 100, 0)
	require.NoError(t, err)
	require.Equal(t, 5, n)

	// Full: what was written is there, and the rest is refused.
	data := make([]byte, 3<<20)
	for i := range data {
		data[i] = byte(i * 7)
	}
	written, err := to.Write(data)
	require.ErrorIs(t, err, unix.ENOSPC)
	require.Positive(t, written)
	content, err := os.ReadFile(filepath.Join(src, "small/copy"))
	require.NoError(t, err)
	require.Equal(t, "outer"+string(data[:written]), string(content))
	require.ErrorIs(t, unix.Fallocate(int(to.Fd()), 0, 0, 8<<20), unix.ENOSPC)
	mapped, err := os.Create(in("small/mapped"))
	require.NoError(t, err)
	defer mapped.Close()
	require.NoError(t, mapped.Truncate(1<<16))
	page, err := unix.Mmap(int(mapped.Fd()), 0, 1<<16, unix.PROT_READ|unix.PROT_WRITE, unix.MAP_SHARED)
	require.NoError(t, err)
	for i := range page {
		page[i] = 1
	}
	require.ErrorIs(t, errors.Join(unix.Msync(page, unix.MS_SYNC), mapped.Sync()), unix.ENOSPC, "the loss of what is mapped is told")
	require.NoError(t, unix.Munmap(page))
}

// TestBackingDirectoryGoes: who removes the backing directory leaves a removed
// one to the mount, in which nothing can be made, and not the one that comes
// in its place.
func TestBackingDirectoryGoes(t *testing.T) {
	needMount(t)
	src := filepath.Join(t.TempDir(), "src")
	require.NoError(t, os.MkdirAll(filepath.Join(src, "d"), 0o755))
	require.NoError(t, os.WriteFile(filepath.Join(src, "d", "f"), []byte("kept"), 0o644))
	m := mountStack(t, stack{}, src, noCache...)
	f, err := os.Open(filepath.Join(m.mnt, "d/f"))
	require.NoError(t, err)
	defer f.Close()
	require.NoError(t, os.RemoveAll(src))
	require.NoError(t, os.Mkdir(src, 0o755))
	require.NoError(t, os.WriteFile(filepath.Join(src, "another"), nil, 0o644))
	buf := make([]byte, 4)
	_, err = f.ReadAt(buf, 0)
	require.NoError(t, err)
	require.Equal(t, "kept", string(buf))
	list, err := os.ReadDir(m.mnt)
	require.ErrorIs(t, err, unix.ENOENT, "as of every removed directory")
	require.Empty(t, list)
	require.ErrorIs(t, os.Mkdir(filepath.Join(m.mnt, "x"), 0o755), unix.ENOENT)
	require.ErrorIs(t, os.WriteFile(filepath.Join(m.mnt, "x"), nil, 0o644), unix.ENOENT)
}

// TestEverythingAtOnce has several threads look up, make, link, rename,
// exchange and remove the same few names, while the kernel forgets what it can
// as fast as it can. Whatever is opened must be one whole file, and stay it
// when its name goes.
func TestEverythingAtOnce(t *testing.T) {
	needMount(t)
	src := t.TempDir()
	m := mountStack(t, stack{}, src)
	expected := []error{unix.ENOENT, unix.EEXIST, unix.ENOTDIR, unix.EISDIR, unix.ENOTEMPTY, unix.EINVAL, unix.ELOOP, unix.EPERM}
	var stop atomic.Bool
	check := func(what string, err error) bool {
		if err == nil {
			return true
		}
		for _, e := range expected {
			if errors.Is(err, e) {
				return false
			}
		}
		t.Errorf("%s: %v", what, err)
		return false
	}
	for i := range 3 {
		require.NoError(t, os.Mkdir(filepath.Join(m.mnt, fmt.Sprint("d", i)), 0o755))
	}
	whole := func(fd int, what string) {
		var b [17]byte
		n, err := unix.Pread(fd, b[:], 0)
		if err != nil || n != 16 || !bytes.Equal(b[:8], b[8:16]) {
			t.Errorf("%s: %d bytes, %x, %v", what, n, b, err)
		}
	}
	work := func(id int) {
		rnd := rand.New(rand.NewPCG(uint64(id), 1))
		name := func() string {
			n := fmt.Sprint("n", rnd.IntN(20))
			if d := rnd.IntN(4); d < 3 {
				n = fmt.Sprint("d", d, "/", n)
			}
			return filepath.Join(m.mnt, n)
		}
		for !stop.Load() {
			a, b := name(), name()
			switch rnd.IntN(9) {
			case 0, 1:
				temp := filepath.Join(m.mnt, fmt.Sprint("temp", id))
				fd, err := unix.Open(temp, unix.O_CREAT|unix.O_TRUNC|unix.O_RDWR, 0o644)
				if !check("create", err) {
					continue
				}
				token := binary.NativeEndian.AppendUint64(nil, rnd.Uint64())
				_, err = unix.Write(fd, append(token, token...))
				check("write", err)
				if !check("rename", unix.Rename(temp, a)) {
					check("unlink", unix.Unlink(temp))
				}
				whole(fd, "what was written")
				unix.Close(fd)
			case 2:
				check("unlink", unix.Unlink(a))
			case 3:
				fd, err := unix.Open(a, unix.O_RDONLY|unix.O_NOFOLLOW, 0)
				if !check("open", err) {
					continue
				}
				var st, again unix.Stat_t
				check("fstat", unix.Fstat(fd, &st))
				if st.Mode&unix.S_IFMT == unix.S_IFREG {
					whole(fd, "what is there")
					check("unlink", unix.Unlink(a))
					whole(fd, "what was removed")
					check("fchmod", unix.Fchmod(fd, 0o640))
					check("fstat", unix.Fstat(fd, &again))
					if again.Ino != st.Ino || again.Mode&0o777 != 0o640 {
						t.Errorf("another file: %v, %v", st, again)
					}
				}
				unix.Close(fd)
			case 4:
				check("link", unix.Link(a, b))
			case 5:
				check("exchange", unix.Renameat2(unix.AT_FDCWD, a, unix.AT_FDCWD, b, unix.RENAME_EXCHANGE))
			case 6:
				check("rename", unix.Rename(a, b))
			case 7:
				list, err := os.ReadDir(filepath.Dir(a))
				check("list", err)
				for _, e := range list {
					_, err := e.Info()
					check("info", err)
				}
			case 8:
				if rnd.IntN(2) == 0 {
					check("mkdir", unix.Mkdir(a, 0o755))
				} else {
					check("rmdir", unix.Rmdir(a))
				}
			}
		}
	}
	var wg sync.WaitGroup
	for i := range 6 {
		wg.Go(func() { work(i) })
	}
	for end := time.Now().Add(5 * time.Second); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		require.NoError(t, os.WriteFile("/proc/sys/vm/drop_caches", []byte("2"), 0))
	}
	stop.Store(true)
	wg.Wait()
	time.Sleep(1100 * time.Millisecond) // the kernel's attributes are as old as that
	requireSameLines(t, tree(t, src), tree(t, m.mnt))
	m.forgetAll(t, 40)
	require.NotContains(t, m.log.String(), "bug in a translator")
}

// TestLocksInAMount: locks of flock(2), fcntl(2) and open file descriptions are
// waited for, by callers that a signal interrupts, go when what holds them is
// closed, and are respected inside and outside of the mount.
func TestLocksInAMount(t *testing.T) {
	needMount(t)
	src := t.TempDir()
	m := mountStack(t, stack{}, src)
	require.NoError(t, os.WriteFile(filepath.Join(src, "f"), make([]byte, 100), 0o644))
	inside, outside := filepath.Join(m.mnt, "f"), filepath.Join(src, "f")
	ofd := func(cmd int) func(fd int, typ int16) error {
		return func(fd int, typ int16) error {
			return unix.FcntlFlock(uintptr(fd), cmd, &unix.Flock_t{Type: typ, Start: 10, Len: 5})
		}
	}
	flock := func(how int) func(fd int, typ int16) error {
		return func(fd int, typ int16) error {
			return unix.Flock(fd, how|map[int16]int{unix.F_RDLCK: unix.LOCK_SH, unix.F_WRLCK: unix.LOCK_EX, unix.F_UNLCK: unix.LOCK_UN}[typ])
		}
	}
	c := make(chan os.Signal, 1)
	signal.Notify(c, unix.SIGUSR2)
	defer signal.Stop(c)
	for _, k := range []struct {
		name      string
		try, wait func(fd int, typ int16) error
	}{{"flock", flock(unix.LOCK_NB), flock(0)}, {"ofd", ofd(unix.F_OFD_SETLK), ofd(unix.F_OFD_SETLKW)}} {
		for _, p := range [][2]string{{inside, inside}, {inside, outside}, {outside, inside}} {
			t.Run(fmt.Sprint(k.name, " ", p[0] == inside, " ", p[1] == inside), func(t *testing.T) {
				open := func(name string) int {
					fd, err := unix.Open(name, unix.O_RDWR|unix.O_CLOEXEC, 0)
					require.NoError(t, err)
					return fd
				}
				one, two := open(p[0]), open(p[1])
				defer unix.Close(two)
				require.NoError(t, k.try(one, unix.F_RDLCK))
				require.NoError(t, k.try(two, unix.F_RDLCK))
				require.Equal(t, unix.EAGAIN, k.try(one, unix.F_WRLCK))
				require.NoError(t, k.try(two, unix.F_UNLCK))
				require.NoError(t, k.try(one, unix.F_WRLCK))
				require.Equal(t, unix.EAGAIN, k.try(two, unix.F_RDLCK))
				again, err := unix.FcntlInt(uintptr(one), unix.F_DUPFD_CLOEXEC, 0)
				require.NoError(t, err)
				require.NoError(t, unix.Close(one))
				require.Equal(t, unix.EAGAIN, k.try(two, unix.F_RDLCK), "a copy of the descriptor is left")

				// With SIGUSR2 the call starts again by itself (SA_RESTART),
				// and ends only with the lock.
				got := make(chan error, 1)
				tid := make(chan int, 1)
				go as(t, 0, 0, func() {
					tid <- unix.Gettid()
					err := k.wait(two, unix.F_WRLCK)
					for errors.Is(err, unix.EINTR) {
						err = k.wait(two, unix.F_WRLCK)
					}
					got <- err
				})
				waiter := <-tid
				for range 10 {
					time.Sleep(5 * time.Millisecond)
					require.NoError(t, unix.Tgkill(os.Getpid(), waiter, unix.SIGUSR2))
				}
				select {
				case err := <-got:
					require.FailNow(t, "it did not wait", "%v", err)
				default:
				}
				require.NoError(t, unix.Close(again))
				select {
				case err := <-got:
					require.NoError(t, err)
				case <-time.After(10 * time.Second):
					require.FailNow(t, "the lock does not come")
				}
				three := open(p[0])
				defer unix.Close(three)
				require.Equal(t, unix.EAGAIN, k.try(three, unix.F_RDLCK))
			})
		}
	}
	// A process that is killed holds nothing.
	for _, holder := range [][]string{
		{"flock", inside, "sleep", "100"},
		{"python3", "-c", "import fcntl, sys, time\nf = open(sys.argv[1], 'r+')\nfcntl.lockf(f, fcntl.LOCK_EX)\ntime.sleep(100)", inside},
	} {
		need(t, holder[0])
		cmd := exec.Command(holder[0], holder[1:]...)
		cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
		require.NoError(t, cmd.Start())
		free := func() bool {
			fd, err := unix.Open(outside, unix.O_RDWR|unix.O_CLOEXEC, 0)
			require.NoError(t, err)
			defer unix.Close(fd)
			return unix.Flock(fd, unix.LOCK_EX|unix.LOCK_NB) == nil && unix.FcntlFlock(uintptr(fd), unix.F_OFD_SETLK, &unix.Flock_t{Type: unix.F_WRLCK}) == nil
		}
		require.Eventually(t, func() bool { return !free() }, 20*time.Second, 5*time.Millisecond)
		require.NoError(t, unix.Kill(-cmd.Process.Pid, unix.SIGKILL))
		require.Error(t, cmd.Wait())
		require.Eventually(t, free, 10*time.Second, 5*time.Millisecond)
	}
}
