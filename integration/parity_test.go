package integration

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"sort"
	"strings"
	"syscall"
	"testing"
	"time"
	"unsafe"

	"github.com/stretchr/testify/require"
	"golang.org/x/sys/unix"
)

// A recorder runs system calls in a directory and writes down their results,
// in a form that two runs can be compared by.
type recorder struct {
	dir   string
	lines []string
}

func (r *recorder) path(name string) string { return filepath.Join(r.dir, name) }

// note writes down the outcome of a call.
func (r *recorder) note(call string, err error, results ...any) {
	var errno syscall.Errno
	outcome := "ok"
	switch {
	case errors.As(err, &errno):
		outcome = unix.ErrnoName(errno)
	case err != nil:
		outcome = err.Error()
	}
	r.lines = append(r.lines, fmt.Sprintf("%s -> %s %v", call, outcome, results))
}

// stat writes down the attributes that do not depend on where and when.
func (r *recorder) stat(name string) {
	var st unix.Stat_t
	err := unix.Lstat(r.path(name), &st)
	if err != nil {
		r.note("lstat "+name, err)
		return
	}
	size := st.Size
	if st.Mode&unix.S_IFMT == unix.S_IFDIR {
		size = 0
	}
	r.note("lstat "+name, nil, fmt.Sprintf("%o", st.Mode), st.Nlink, st.Uid, st.Gid, size, st.Rdev)
}

// as runs f with the filesystem credentials of another user.
func as(t *testing.T, uid, gid int, f func()) {
	t.Helper()
	done := make(chan struct{})
	go func() {
		// The thread is thrown away with its credentials.
		runtime.LockOSThread()
		defer close(done)
		if become(t, uid, gid, nil) {
			f()
		}
	}()
	<-done
}

// become gives this thread, which must be locked, the credentials of a user.
func become(t *testing.T, uid, gid int, groups []int) bool {
	list := make([]uint32, len(groups))
	for i, g := range groups {
		list[i] = uint32(g)
	}
	_, _, e := unix.RawSyscall(unix.SYS_SETGROUPS, uintptr(len(list)), uintptr(unsafe.Pointer(unsafe.SliceData(list))), 0)
	if e == 0 {
		_, _, e = unix.RawSyscall(unix.SYS_SETRESGID, uintptr(gid), uintptr(gid), uintptr(gid))
	}
	if e == 0 {
		_, _, e = unix.RawSyscall(unix.SYS_SETRESUID, uintptr(uid), uintptr(uid), uintptr(uid))
	}
	if e != 0 {
		t.Errorf("cannot become %d:%d: %v", uid, gid, e)
	}
	return e == 0
}

// scenario is a series of system calls with what they cover.
type scenario struct {
	name string
	run  func(t *testing.T, r *recorder)
}

var scenarios = []scenario{
	{"names", func(_ *testing.T, r *recorder) {
		long := strings.Repeat("n", 255)
		for _, name := range []string{"plain", long, long + "n", "\xff\xfe\x80", " ", "a\nb", "näme"} {
			fd, err := unix.Open(r.path(name), unix.O_CREAT|unix.O_EXCL|unix.O_RDWR, 0o640)
			r.note("create "+name, err)
			if err == nil {
				unix.Close(fd)
			}
			r.stat(name)
			_, err = unix.Open(r.path(name), unix.O_CREAT|unix.O_EXCL|unix.O_RDWR, 0o640)
			r.note("create again", err)
		}
		r.note("unlink", unix.Unlink(r.path("plain")))
		r.note("unlink", unix.Unlink(r.path("plain")))
		r.note("rmdir a file", unix.Rmdir(r.path(" ")))
		r.note("mkdir", unix.Mkdir(r.path("dir"), 0o751))
		r.note("unlink a directory", unix.Unlink(r.path("dir")))
		r.note("mkdir below a file", unix.Mkdir(r.path(" /dir"), 0o751))
		r.note("rmdir .", unix.Rmdir(r.path("dir")+"/."))
		r.note("rmdir", unix.Rmdir(r.path("dir")))
	}},
	{"types", func(_ *testing.T, r *recorder) {
		r.note("fifo", unix.Mknod(r.path("fifo"), unix.S_IFIFO|0o604, 0))
		r.note("socket", unix.Mknod(r.path("sock"), unix.S_IFSOCK|0o604, 0))
		r.note("char", unix.Mknod(r.path("char"), unix.S_IFCHR|0o604, int(unix.Mkdev(1, 3))))
		r.note("big device", unix.Mknod(r.path("block"), unix.S_IFBLK|0o604, int(unix.Mkdev(259, 70000))))
		r.note("file", unix.Mknod(r.path("file"), unix.S_IFREG|0o604, 0))
		r.note("symlink", unix.Symlink("../some/where", r.path("link")))
		r.note("long symlink", unix.Symlink(strings.Repeat("x", 4095), r.path("longlink")))
		r.note("too long symlink", unix.Symlink(strings.Repeat("x", 4096), r.path("toolong")))
		for _, n := range []string{"fifo", "sock", "char", "block", "file", "link", "longlink"} {
			r.stat(n)
			target, err := os.Readlink(r.path(n))
			r.note("readlink "+n, err, len(target))
			r.note("link "+n, unix.Link(r.path(n), r.path(n+"2")))
			r.stat(n + "2")
		}
	}},
	{"rename", func(_ *testing.T, r *recorder) {
		for _, n := range []string{"d1", "d2", "d1/sub", "full"} {
			r.note("mkdir "+n, unix.Mkdir(r.path(n), 0o755))
		}
		for _, n := range []string{"f1", "f2", "full/x"} {
			r.note("write "+n, os.WriteFile(r.path(n), []byte(n), 0o644))
		}
		pairs := [][2]string{
			{"f1", "f1"},
			{"f1", "d1"},
			{"d1", "f1"},
			{"d2", "full"},
			{"d1", "d1/sub/x"},
			{"f1", "f2"},
			{"absent", "f2"},
			{"d2", "d3"},
			{"d3", "d1/sub"},
			{"f2", "d1/sub/f2"},
			{"d1/sub", "sub"},
		}
		for _, p := range pairs {
			r.note("rename "+p[0]+" "+p[1], unix.Rename(r.path(p[0]), r.path(p[1])))
		}
		for _, flags := range []uint{unix.RENAME_NOREPLACE, unix.RENAME_EXCHANGE, unix.RENAME_NOREPLACE | unix.RENAME_EXCHANGE, unix.RENAME_WHITEOUT} {
			for _, p := range [][2]string{{"sub", "full"}, {"full/x", "sub"}, {"full", "new"}, {"new", "full"}} {
				r.note(fmt.Sprintf("renameat2 %s %s %d", p[0], p[1], flags), unix.Renameat2(unix.AT_FDCWD, r.path(p[0]), unix.AT_FDCWD, r.path(p[1]), flags))
			}
		}
	}},
	{"attributes", func(_ *testing.T, r *recorder) {
		r.note("write", os.WriteFile(r.path("f"), []byte("0123456789"), 0o644))
		for _, mode := range []uint32{0, 0o7777, 0o4711, 0o644} {
			r.note(fmt.Sprintf("chmod %o", mode), unix.Chmod(r.path("f"), mode))
			r.stat("f")
			r.note("chown", unix.Lchown(r.path("f"), 12, 34))
			r.stat("f")
		}
		for _, n := range []int64{5, 0, 1 << 33, 3, -1} {
			r.note(fmt.Sprint("truncate ", n), unix.Truncate(r.path("f"), n))
			r.stat("f")
		}
		ts := []unix.Timespec{{Sec: 1234567890, Nsec: 123456789}, {Sec: -5, Nsec: 987654321}}
		r.note("utimens", unix.UtimesNanoAt(unix.AT_FDCWD, r.path("f"), ts, 0))
		var st unix.Stat_t
		r.note("times", unix.Stat(r.path("f"), &st), st.Atim, st.Mtim)
		ts[0].Nsec = unix.UTIME_OMIT
		ts[1].Sec = 77
		r.note("utimens", unix.UtimesNanoAt(unix.AT_FDCWD, r.path("f"), ts, 0))
		r.note("times", unix.Stat(r.path("f"), &st), st.Atim, st.Mtim)
		r.note("symlink", unix.Symlink("f", r.path("l")))
		r.note("lutimens", unix.UtimesNanoAt(unix.AT_FDCWD, r.path("l"), []unix.Timespec{{Sec: 9}, {Sec: 8}}, unix.AT_SYMLINK_NOFOLLOW))
		r.note("times", unix.Lstat(r.path("l"), &st), st.Atim, st.Mtim)
		r.note("chmod through a link", unix.Chmod(r.path("l"), 0o600))
		r.stat("f")
		r.stat("l")
	}},
	{"xattr", func(_ *testing.T, r *recorder) {
		r.note("write", os.WriteFile(r.path("f"), nil, 0o644))
		r.note("mkdir", unix.Mkdir(r.path("d"), 0o755))
		r.note("symlink", unix.Symlink("f", r.path("l")))
		for _, n := range []string{"f", "d", "l"} {
			for _, key := range []string{"user.a", "trusted.b", "user.", "nospace.x", "security.capability"} {
				r.note("set "+n+" "+key, unix.Lsetxattr(r.path(n), key, []byte("value"), unix.XATTR_CREATE))
				r.note("create "+n+" "+key, unix.Lsetxattr(r.path(n), key, []byte("v"), unix.XATTR_CREATE))
				r.note("replace "+n+" "+key, unix.Lsetxattr(r.path(n), key, []byte("other"), unix.XATTR_REPLACE))
				buf := make([]byte, 64)
				k, err := unix.Lgetxattr(r.path(n), key, buf)
				r.note("get "+n+" "+key, err, string(buf[:max(k, 0)]))
				k, err = unix.Lgetxattr(r.path(n), key, nil)
				r.note("size "+n+" "+key, err, k)
				_, err = unix.Lgetxattr(r.path(n), key, buf[:2])
				r.note("short "+n+" "+key, err)
			}
			buf := make([]byte, 1024)
			k, err := unix.Llistxattr(r.path(n), buf)
			names := strings.Split(string(buf[:max(k, 0)]), "\x00")
			sort.Strings(names)
			r.note("list "+n, err, names)
			r.note("remove "+n, unix.Lremovexattr(r.path(n), "user.a"))
			r.note("remove "+n, unix.Lremovexattr(r.path(n), "user.a"))
		}
	}},
	{"data", func(t *testing.T, r *recorder) {
		fd, err := unix.Open(r.path("f"), unix.O_CREAT|unix.O_RDWR, 0o644)
		require.NoError(t, err)
		defer unix.Close(fd)
		n, err := unix.Pwrite(fd, []byte("hello"), 5<<30)
		r.note("write beyond 4 GiB", err, n)
		buf := make([]byte, 16)
		n, err = unix.Pread(fd, buf, 5<<30-3)
		r.note("read", err, n, buf[:n])
		for _, whence := range []int{3, 4} {
			for _, off := range []int64{0, 5 << 30, 5<<30 + 5, 6 << 30} {
				at, err := unix.Seek(fd, off, whence)
				r.note(fmt.Sprint("seek ", whence, off), err, at)
			}
		}
		for _, mode := range []uint32{0, unix.FALLOC_FL_KEEP_SIZE, unix.FALLOC_FL_PUNCH_HOLE | unix.FALLOC_FL_KEEP_SIZE, unix.FALLOC_FL_PUNCH_HOLE, unix.FALLOC_FL_ZERO_RANGE, unix.FALLOC_FL_ZERO_RANGE | unix.FALLOC_FL_KEEP_SIZE, 1 << 20} {
			r.note(fmt.Sprint("fallocate ", mode), unix.Fallocate(fd, mode, 0, 8192))
			var st unix.Stat_t
			r.note("fstat", unix.Fstat(fd, &st), st.Size)
		}
		out, err := unix.Open(r.path("copy"), unix.O_CREAT|unix.O_RDWR, 0o644)
		require.NoError(t, err)
		defer unix.Close(out)
		from, to := int64(5<<30), int64(3)
		n, err = unix.CopyFileRange(fd, &from, out, &to, 5, 0)
		r.note("copy_file_range", err, n)
		content, err := os.ReadFile(r.path("copy"))
		r.note("copied", err, content)
		app, err := unix.Open(r.path("copy"), unix.O_WRONLY|unix.O_APPEND, 0)
		require.NoError(t, err)
		defer unix.Close(app)
		_, err = unix.Pread(app, buf, 0)
		r.note("read a write-only file", err)
		n, err = unix.Write(app, []byte("tail"))
		r.note("append", err, n)
		r.note("append elsewhere", os.WriteFile(r.path("other"), nil, 0o600))
		content, err = os.ReadFile(r.path("copy"))
		r.note("appended", err, content)
		r.note("unlink", unix.Unlink(r.path("copy")))
		n, err = unix.Write(app, []byte("gone"))
		r.note("write to the deleted file", err, n)
		var st unix.Stat_t
		r.note("fstat of it", unix.Fstat(app, &st), st.Size, st.Nlink)
		r.note("fchmod of it", unix.Fchmod(app, 0o600))
		r.note("fsync", unix.Fsync(app))
		tmp, err := unix.Open(r.dir, unix.O_TMPFILE|unix.O_RDWR, 0o640)
		r.note("tmpfile", err)
		if err == nil {
			unix.Write(tmp, []byte("unnamed"))
			r.note("link it", unix.Linkat(unix.AT_FDCWD, fmt.Sprintf("/proc/self/fd/%d", tmp), unix.AT_FDCWD, r.path("named"), unix.AT_SYMLINK_FOLLOW))
			r.stat("named")
			unix.Close(tmp)
		}
	}},
	{"open", func(_ *testing.T, r *recorder) {
		r.note("write", os.WriteFile(r.path("f"), []byte("content"), 0o644))
		r.note("mkdir", unix.Mkdir(r.path("d"), 0o755))
		r.note("symlink", unix.Symlink("f", r.path("l")))
		r.note("dangling", unix.Symlink("nothing", r.path("dangling")))
		r.note("loop", unix.Symlink("loop", r.path("loop")))
		for _, n := range []string{"f", "d", "l", "dangling", "loop", "absent", "f/x"} {
			for _, flags := range []int{unix.O_RDONLY, unix.O_RDWR, unix.O_DIRECTORY, unix.O_NOFOLLOW, unix.O_PATH, unix.O_CREAT | unix.O_EXCL} {
				fd, err := unix.Open(r.path(n), flags, 0o644)
				r.note(fmt.Sprintf("open %s %x", n, flags), err)
				if err == nil {
					unix.Close(fd)
				}
			}
		}
		fd, err := unix.Open(r.path("f"), unix.O_WRONLY|unix.O_TRUNC, 0)
		r.note("truncating open", err)
		unix.Close(fd)
		r.stat("f")
	}},
	{"chown to nobody", func(t *testing.T, r *recorder) {
		// It changes no owner, and drops set-user-ID and set-group-ID.
		for _, mode := range []uint32{0o6755, 0o4644, 0o2644, 0o2755, 0o644} {
			n := fmt.Sprintf("%o", mode)
			r.note("write", os.WriteFile(r.path(n), nil, 0o644))
			r.note("mkdir", unix.Mkdir(r.path(n+"dir"), 0o755))
			for _, x := range []string{n, n + "dir"} {
				r.note("chmod", unix.Chmod(r.path(x), mode))
				var before, after unix.Stat_t
				r.note("stat", unix.Stat(r.path(x), &before))
				time.Sleep(20 * time.Millisecond)
				r.note("chown "+x, unix.Chown(r.path(x), -1, -1))
				r.note("stat", unix.Stat(r.path(x), &after))
				r.note("ctime is new", nil, before.Ctim != after.Ctim)
				r.stat(x)
				r.note("chmod", unix.Chmod(r.path(x), mode))
				// What a stranger hears depends on the bits; what happens is nothing.
				as(t, 1234, 5678, func() { _ = unix.Chown(r.path(x), -1, -1) })
				r.stat(x)
				r.note("chown", unix.Chown(r.path(x), 1234, -1))
				r.note("chmod", unix.Chmod(r.path(x), mode))
				as(t, 1234, 5678, func() { r.note("the owner", unix.Chown(r.path(x), -1, -1)) })
				r.stat(x)
			}
		}
	}},
	{"writes by strangers", func(t *testing.T, r *recorder) {
		r.note("chmod", unix.Chmod(r.dir, 0o777))
		for _, mode := range []uint32{0o6777, 0o2767, 0o4766, 0o2766} {
			for _, gid := range []int{0, 5678} {
				changes := []func(fd int) error{
					func(fd int) error { _, err := unix.Pwrite(fd, []byte("x"), 0); return err },
					func(fd int) error { return unix.Ftruncate(fd, 3) },
					func(fd int) error { return unix.Fallocate(fd, 0, 0, 100) },
					func(int) error { return os.WriteFile(r.path("f"), nil, 0o644) },
				}
				for i, change := range changes {
					r.note("write", os.WriteFile(r.path("f"), []byte("content"), 0o644))
					r.note("chown", unix.Chown(r.path("f"), 0, gid))
					r.note("chmod", unix.Chmod(r.path("f"), mode))
					as(t, 1234, 5678, func() {
						fd, err := unix.Open(r.path("f"), unix.O_RDWR|unix.O_CLOEXEC, 0)
						r.note(fmt.Sprintf("open %o %d", mode, gid), err)
						r.note(fmt.Sprint("change ", i), change(fd))
						unix.Close(fd)
					})
					r.stat("f")
				}
			}
		}
	}},
	{"flags", func(t *testing.T, r *recorder) {
		// Immutable and append-only files, of which the kernel does not know.
		const immutable, appendOnly = 0x10, 0x20
		for _, flags := range []uint32{immutable, appendOnly} {
			for _, n := range []string{"f", "d"} {
				r.note("write", os.WriteFile(r.path("f"), []byte("0123456789"), 0o644))
				r.note("mkdir", os.MkdirAll(r.path("d/sub"), 0o755))
				fd, err := unix.Open(r.path(n), unix.O_RDONLY|unix.O_CLOEXEC, 0)
				r.note("open", err)
				before, _ := unix.Open(r.path("f"), unix.O_RDWR|unix.O_CLOEXEC, 0)
				was, err := unix.IoctlGetInt(fd, unix.FS_IOC_GETFLAGS)
				r.note("get flags", err)
				r.note("set flags", unix.IoctlSetPointerInt(fd, unix.FS_IOC_SETFLAGS, was|int(flags)))
				now, err := unix.IoctlGetInt(fd, unix.FS_IOC_GETFLAGS)
				r.note("flags", err, now&^was)
				for _, how := range []int{unix.O_RDONLY, unix.O_WRONLY, unix.O_RDWR | unix.O_APPEND, unix.O_RDWR | unix.O_TRUNC, unix.O_RDONLY | unix.O_CREAT} {
					x := n
					if n == "d" {
						x = fmt.Sprintf("d/new%x", how)
					}
					f, err := unix.Open(r.path(x), how|unix.O_CLOEXEC, 0o644)
					r.note(fmt.Sprintf("open %s %x", x, how), err)
					if err == nil {
						_, err = unix.Write(f, []byte("more"))
						r.note("write", err)
						r.note("ftruncate", unix.Ftruncate(f, 3))
						r.note("punch", unix.Fallocate(f, unix.FALLOC_FL_PUNCH_HOLE|unix.FALLOC_FL_KEEP_SIZE, 0, 3))
						unix.Close(f)
					}
				}
				_, err = unix.Pwrite(before, []byte("x"), 0)
				r.note("write to what was open", err)
				unix.Close(before)
				r.note("truncate", unix.Truncate(r.path("f"), 1))
				r.note("chmod", unix.Chmod(r.path(n), 0o600))
				r.note("chown", unix.Chown(r.path(n), 1, 1))
				r.note("chown to nobody", unix.Chown(r.path(n), -1, -1))
				r.note("utimes", unix.UtimesNanoAt(unix.AT_FDCWD, r.path(n), []unix.Timespec{{Sec: 1}, {Sec: 1}}, 0))
				r.note("setxattr", unix.Setxattr(r.path(n), "user.x", []byte("y"), 0))
				r.note("link", unix.Link(r.path("f"), r.path("d/link")))
				r.note("rename", unix.Rename(r.path(n), r.path("other")))
				r.note("rename within", unix.Rename(r.path("d/sub"), r.path("d/sub2")))
				r.note("mkdir", unix.Mkdir(r.path("d/made"), 0o755))
				r.note("rmdir", unix.Rmdir(r.path("d/sub")))
				r.note("unlink", unix.Unlink(r.path("f")))
				r.note("unlink a new one", unix.Unlink(r.path("d/link")))
				r.stat(n)
				as(t, 1234, 5678, func() {
					r.note("clear as another", unix.IoctlSetPointerInt(fd, unix.FS_IOC_SETFLAGS, was))
				})
				r.note("clear", unix.IoctlSetPointerInt(fd, unix.FS_IOC_SETFLAGS, was))
				unix.Close(fd)
				r.note("remove", os.RemoveAll(r.path("d")))
				r.note("remove", os.RemoveAll(r.path("f")))
			}
		}
	}},
	{"permissions", func(t *testing.T, r *recorder) {
		r.note("chmod", unix.Chmod(r.dir, 0o777))
		r.note("mkdir", unix.Mkdir(r.path("private"), 0o700))
		r.note("write", os.WriteFile(r.path("private/f"), []byte("x"), 0o644))
		r.note("write", os.WriteFile(r.path("readonly"), []byte("x"), 0o644))
		r.note("mkdir", unix.Mkdir(r.path("sgid"), 0o755))
		r.note("chown", unix.Chown(r.path("sgid"), 0, 77))
		r.note("chmod", unix.Chmod(r.path("sgid"), 0o2777))
		r.note("mkdir", unix.Mkdir(r.path("sticky"), 0o755))
		r.note("chmod", unix.Chmod(r.path("sticky"), 0o1777))
		r.note("write", os.WriteFile(r.path("sticky/roots"), nil, 0o666))
		as(t, 1234, 5678, func() {
			_, err := os.ReadFile(r.path("private/f"))
			r.note("read in a private directory", err)
			r.note("unlink there", unix.Unlink(r.path("private/f")))
			fd, err := unix.Open(r.path("readonly"), unix.O_RDWR, 0)
			r.note("open for writing", err, fd >= 0)
			r.note("chmod another's", unix.Chmod(r.path("readonly"), 0o777))
			r.note("chown another's", unix.Chown(r.path("readonly"), 1234, 5678))
			r.note("unlink in sticky", unix.Unlink(r.path("sticky/roots")))
			for _, n := range []string{"own", "sgid/own"} {
				r.note("write", os.WriteFile(r.path(n), []byte("y"), 0o666))
				r.stat(n)
				r.note("mkdir", unix.Mkdir(r.path(n+"dir"), 0o777))
				r.stat(n + "dir")
				r.note("symlink", unix.Symlink("x", r.path(n+"link")))
				r.stat(n + "link")
				r.note("fifo", unix.Mknod(r.path(n+"fifo"), unix.S_IFIFO|0o666, 0))
				r.stat(n + "fifo")
				r.note("device", unix.Mknod(r.path(n+"dev"), unix.S_IFCHR|0o666, 259))
				r.note("setgid", unix.Chmod(r.path(n), 0o2755))
				r.stat(n)
				r.note("chown", unix.Chown(r.path(n), 1, 1))
			}
			r.note("setuid", unix.Chmod(r.path("own"), 0o4755))
			r.stat("own")
			f, err := os.OpenFile(r.path("own"), os.O_WRONLY, 0)
			r.note("open", err)
			if err == nil {
				_, err = f.Write([]byte("changed"))
				r.note("write drops setuid", err)
				f.Close()
			}
			r.stat("own")
			r.note("utimes of another's", unix.UtimesNanoAt(unix.AT_FDCWD, r.path("readonly"), []unix.Timespec{{Sec: 1}, {Sec: 1}}, 0))
			r.note("access", unix.Access(r.path("readonly"), unix.W_OK))
		})
	}},
}

// TestParity runs the same system calls natively and through each stack and
// compares what they return and what they leave behind.
func TestParity(t *testing.T) {
	needMount(t)
	for _, s := range stacks(t) {
		t.Run(s.name, func(t *testing.T) {
			t.Parallel()
			base := openTempDir(t)
			native := filepath.Join(base, "native")
			require.NoError(t, os.Mkdir(native, 0o755))
			backing := filepath.Join(base, "backing")
			require.NoError(t, os.Mkdir(backing, 0o755))
			m := mountStack(t, s, backing, append([]string{"suid", "dev"}, noCache...)...)
			for _, sc := range scenarios {
				t.Run(sc.name, func(t *testing.T) {
					a, b := &recorder{dir: filepath.Join(native, sc.name)}, &recorder{dir: filepath.Join(m.mnt, sc.name)}
					for _, r := range []*recorder{a, b} {
						require.NoError(t, os.Mkdir(r.dir, 0o755))
						sc.run(t, r)
					}
					requireSameLines(t, a.lines, b.lines)
					requireSameLines(t, tree(t, a.dir), tree(t, b.dir))
				})
			}
			t.Run("random", func(t *testing.T) {
				a, b := &recorder{dir: filepath.Join(native, "random")}, &recorder{dir: filepath.Join(m.mnt, "random")}
				for _, r := range []*recorder{a, b} {
					require.NoError(t, os.Mkdir(r.dir, 0o755))
					randomCalls(r, rand.New(rand.NewPCG(1, 2)), 3000)
				}
				requireSameLines(t, a.lines, b.lines)
				requireSameLines(t, tree(t, a.dir), tree(t, b.dir))
				requireSameLines(t, tree(t, a.dir), tree(t, filepath.Join(backing, "random")))
			})
		})
	}
}

// openTempDir is a temporary directory that other users may enter.
func openTempDir(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for d := dir; d != os.TempDir() && len(d) > 1; d = filepath.Dir(d) {
		require.NoError(t, os.Chmod(d, 0o755))
	}
	return dir
}

func requireSameLines(t *testing.T, want, got []string) {
	t.Helper()
	for i := range min(len(want), len(got)) {
		require.Equal(t, want[i], got[i], "line %d, after %s", i+1, strings.Join(want[max(0, i-5):i], "\n"))
	}
	require.Len(t, got, len(want))
}

// randomCalls makes n calls on a small set of names, so that they often meet.
func randomCalls(r *recorder, rnd *rand.Rand, n int) {
	names := []string{"a", "b", "c", "d", "a/a", "a/b", "b/a", "b/c", "c/d", "a/a/a", "b/a/c", "d/d/d"}
	pick := func() string { return names[rnd.IntN(len(names))] }
	for range n {
		x, y, v := pick(), pick(), rnd.IntN(1<<16)
		switch rnd.IntN(14) {
		case 0, 1:
			r.note("mkdir "+x, unix.Mkdir(r.path(x), uint32(v)&0o777|0o700))
		case 2, 3:
			r.note("write "+x, os.WriteFile(r.path(x), bytes.Repeat([]byte{byte(v)}, v%9000), 0o600|os.FileMode(v)&0o77))
		case 4:
			r.note("unlink "+x, unix.Unlink(r.path(x)))
		case 5:
			r.note("rmdir "+x, unix.Rmdir(r.path(x)))
		case 6:
			r.note("rename "+x+" "+y, unix.Rename(r.path(x), r.path(y)))
		case 7:
			r.note("exchange "+x+" "+y, unix.Renameat2(unix.AT_FDCWD, r.path(x), unix.AT_FDCWD, r.path(y), unix.RENAME_EXCHANGE))
		case 8:
			r.note("link "+x+" "+y, unix.Link(r.path(x), r.path(y)))
		case 9:
			r.note("symlink "+x, unix.Symlink(y, r.path(x)))
		case 10:
			r.note("truncate "+x, unix.Truncate(r.path(x), int64(v%20000)))
		case 11:
			r.note("chmod "+x, unix.Fchmodat(unix.AT_FDCWD, r.path(x), uint32(v)&0o7777|0o700, 0))
		case 12:
			content, err := os.ReadFile(r.path(x))
			r.note("read "+x, err, len(content))
		case 13:
			list, err := os.ReadDir(r.path(x))
			r.note("list "+x, err, len(list))
		}
		r.stat(x)
	}
}

// tree lists everything below a directory with content and attributes.
func tree(t *testing.T, dir string) []string {
	t.Helper()
	r := &recorder{dir: dir}
	err := filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name, err := filepath.Rel(dir, p)
		if err != nil {
			return err
		}
		r.stat(name)
		switch {
		case d.Type()&fs.ModeSymlink != 0:
			target, err := os.Readlink(p)
			r.note("readlink "+name, err, target)
		case d.Type().IsRegular():
			if info, err := d.Info(); err == nil && info.Size() > 1<<28 {
				return nil
			}
			content, err := os.ReadFile(p)
			if err != nil {
				return err
			}
			sum := sha256.Sum256(content)
			r.note("content "+name, nil, hex.EncodeToString(sum[:]))
		}
		return nil
	})
	require.NoError(t, err)
	return r.lines
}
