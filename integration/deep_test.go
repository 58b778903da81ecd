package integration

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"sort"
	"strings"
	"testing"
	"unsafe"

	"github.com/stretchr/testify/require"
	"golang.org/x/sys/unix"
)

// asGroups is as with supplementary groups. real, if not -1, is another real
// user than the effective one.
func asGroups(t *testing.T, uid, gid, real int, groups []uint32, f func()) {
	t.Helper()
	done := make(chan struct{})
	go func() {
		runtime.LockOSThread() // the thread goes with its credentials
		defer close(done)
		if real < 0 {
			real = uid
		}
		_, _, e := unix.RawSyscall(unix.SYS_SETGROUPS, uintptr(len(groups)), uintptr(unsafe.Pointer(unsafe.SliceData(groups))), 0)
		if e == 0 {
			_, _, e = unix.RawSyscall(unix.SYS_SETRESGID, uintptr(gid), uintptr(gid), uintptr(gid))
		}
		if e == 0 {
			_, _, e = unix.RawSyscall(unix.SYS_SETRESUID, uintptr(real), uintptr(uid), uintptr(uid))
		}
		if e != 0 {
			t.Errorf("cannot become %d:%d: %v", uid, gid, e)
			return
		}
		f()
	}()
	<-done
}

// capability is a value of security.capability: cap_net_raw+ep.
var capability = []byte{1, 0, 0, 2, 0, 0x20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}

// privileged makes a file with set-id bits and a file capability.
func (r *recorder) privileged(name string, mode uint32) {
	r.note("write", os.WriteFile(r.path(name), []byte("0123456789"), 0o666))
	r.note("chown", unix.Chown(r.path(name), 0, 88))
	r.note("chmod", unix.Chmod(r.path(name), mode))
	r.note("capability", unix.Setxattr(r.path(name), "security.capability", capability, 0))
}

// leftOf notes mode and capability of a file.
func (r *recorder) leftOf(name string) {
	r.stat(name)
	buf := make([]byte, 64)
	n, err := unix.Getxattr(r.path(name), "security.capability", buf)
	r.note("capability of "+name, err, n)
}

func (r *recorder) xattrs(name string) {
	buf := make([]byte, 1<<16)
	k, err := unix.Llistxattr(r.path(name), buf)
	names := strings.Split(string(buf[:max(k, 0)]), "\x00")
	sort.Strings(names)
	r.note("list "+name, err, names)
}

// deep are scenarios that look into the corners.
var deep = []scenario{
	{"privileges", func(t *testing.T, r *recorder) {
		r.note("chmod", unix.Chmod(r.dir, 0o777))
		changes := map[string]func(name string) error{
			"write": func(name string) error {
				f, err := os.OpenFile(name, os.O_WRONLY, 0)
				if err != nil {
					return err
				}
				defer f.Close()
				_, err = f.Write([]byte("x"))
				return err
			},
			"append": func(name string) error {
				f, err := os.OpenFile(name, os.O_WRONLY|os.O_APPEND, 0)
				if err != nil {
					return err
				}
				defer f.Close()
				_, err = f.Write([]byte("x"))
				return err
			},
			"direct": func(name string) error {
				f, err := os.OpenFile(name, os.O_WRONLY|unix.O_SYNC, 0)
				if err != nil {
					return err
				}
				defer f.Close()
				_, err = f.WriteAt([]byte("x"), 3)
				return err
			},
			"truncate": func(name string) error { return unix.Truncate(name, 3) },
			"ftruncate": func(name string) error {
				f, err := os.OpenFile(name, os.O_WRONLY, 0)
				if err != nil {
					return err
				}
				defer f.Close()
				return f.Truncate(2)
			},
			"O_TRUNC": func(name string) error {
				f, err := os.OpenFile(name, os.O_WRONLY|os.O_TRUNC, 0)
				if err != nil {
					return err
				}
				return f.Close()
			},
			"O_CREAT": func(name string) error { return os.WriteFile(name, nil, 0o666) },
			"fallocate": func(name string) error {
				f, err := os.OpenFile(name, os.O_WRONLY, 0)
				if err != nil {
					return err
				}
				defer f.Close()
				return unix.Fallocate(int(f.Fd()), 0, 0, 4096)
			},
			"punch": func(name string) error {
				f, err := os.OpenFile(name, os.O_WRONLY, 0)
				if err != nil {
					return err
				}
				defer f.Close()
				return unix.Fallocate(int(f.Fd()), unix.FALLOC_FL_PUNCH_HOLE|unix.FALLOC_FL_KEEP_SIZE, 0, 4096)
			},
			"copy": func(name string) error {
				f, err := os.OpenFile(name, os.O_RDWR, 0)
				if err != nil {
					return err
				}
				defer f.Close()
				in, out := int64(0), int64(100)
				_, err = unix.CopyFileRange(int(f.Fd()), &in, int(f.Fd()), &out, 5, 0)
				return err
			},
			"chgrp": func(name string) error { return unix.Chown(name, -1, 99) },
			"utimes": func(name string) error {
				return unix.UtimesNanoAt(unix.AT_FDCWD, name, []unix.Timespec{{Nsec: unix.UTIME_NOW}, {Nsec: unix.UTIME_NOW}}, 0)
			},
		}
		names := make([]string, 0, len(changes))
		for n := range changes {
			names = append(names, n)
		}
		sort.Strings(names)
		for _, mode := range []uint32{0o6777, 0o4777, 0o2767, 0o2777} {
			for _, n := range names {
				for _, uid := range []int{0, 1234} {
					name := fmt.Sprintf("%s-%o-%d", n, mode, uid)
					r.privileged(name, mode)
					if uid == 0 {
						// Before a write that drops a capability the kernel
						// asks for the same as at a chown of neither user nor
						// group, so that root's loses the set-id bits too.
						r.note("no capability", unix.Removexattr(r.path(name), "security.capability"))
					}
					asGroups(t, uid, uid, -1, []uint32{77}, func() { r.note(name, changes[n](r.path(name))) })
					if n == "chgrp" && uid != 0 {
						// Without default_permissions the kernel has the
						// capability removed before anybody says no.
						r.stat(name)
						continue
					}
					r.leftOf(name)
				}
			}
			// The owner too loses them by a chown.
			name := fmt.Sprintf("owner-%o", mode)
			r.privileged(name, mode)
			r.note("chown", unix.Chown(r.path(name), 1234, 1234))
			r.note("chmod", unix.Chmod(r.path(name), mode))
			asGroups(t, 1234, 1234, -1, []uint32{77}, func() {
				r.note("chgrp to a group of mine", unix.Chown(r.path(name), -1, 77))
				r.note("chgrp to another", unix.Chown(r.path(name), -1, 78))
				r.stat(name)
				r.note("setgid of my group", unix.Chmod(r.path(name), 0o2755))
				r.stat(name)
			})
			r.leftOf(name)
			r.note("chgrp to a foreign one", unix.Chown(r.path(name), -1, 4444))
			asGroups(t, 1234, 1234, -1, []uint32{77}, func() { r.note("setgid of a foreign group", unix.Chmod(r.path(name), 0o2755)) })
			r.stat(name)
		}
	}},
	{"deleted", func(_ *testing.T, r *recorder) {
		fd, err := unix.Open(r.path("f"), unix.O_CREAT|unix.O_RDWR, 0o644)
		r.note("create", err)
		defer unix.Close(fd)
		path, err := unix.Open(r.path("f"), unix.O_PATH, 0)
		r.note("path", err)
		defer unix.Close(path)
		r.note("write", func() error { _, err := unix.Pwrite(fd, []byte("content"), 0); return err }())
		r.note("unlink", unix.Unlink(r.path("f")))
		var st unix.Stat_t
		look := func() {
			r.note("fstat", unix.Fstat(fd, &st), fmt.Sprintf("%o", st.Mode), st.Size, st.Nlink, st.Uid, st.Gid, st.Mtim)
			r.note("fstat", unix.Fstat(path, &st), fmt.Sprintf("%o", st.Mode), st.Size, st.Nlink)
		}
		r.note("utimes", unix.UtimesNanoAt(unix.AT_FDCWD, fmt.Sprintf("/proc/self/fd/%d", fd), []unix.Timespec{{Sec: 5, Nsec: 7}, {Sec: 6, Nsec: 8}}, 0))
		look()
		r.note("fchmod", unix.Fchmod(fd, 0o4751))
		r.note("fchown", unix.Fchown(fd, 3, 4))
		r.note("chmod of the path", unix.Chmod(fmt.Sprintf("/proc/self/fd/%d", path), 0o604))
		r.note("ftruncate", unix.Ftruncate(fd, 3))
		r.note("utimes", unix.UtimesNanoAt(unix.AT_FDCWD, fmt.Sprintf("/proc/self/fd/%d", fd), []unix.Timespec{{Sec: 5, Nsec: 7}, {Sec: 6, Nsec: 8}}, 0))
		look()
		r.note("truncate", unix.Truncate(fmt.Sprintf("/proc/self/fd/%d", path), 1<<33))
		r.note("fsetxattr", unix.Fsetxattr(fd, "user.x", []byte("y"), 0))
		buf := make([]byte, 32)
		n, err := unix.Fgetxattr(fd, "user.x", buf)
		r.note("fgetxattr", err, n)
		again, err := unix.Open(fmt.Sprintf("/proc/self/fd/%d", path), unix.O_RDWR, 0)
		r.note("open again", err)
		if err == nil {
			n, err = unix.Pread(again, buf, 0)
			r.note("read", err, n, buf[:max(n, 0)])
			unix.Close(again)
		}
		r.note("link it", unix.Linkat(unix.AT_FDCWD, fmt.Sprintf("/proc/self/fd/%d", fd), unix.AT_FDCWD, r.path("back"), unix.AT_SYMLINK_FOLLOW))
		r.note("link it", unix.Linkat(fd, "", unix.AT_FDCWD, r.path("back"), unix.AT_EMPTY_PATH))
		r.note("fallocate", unix.Fallocate(fd, 0, 0, 4096))
		r.note("flock", unix.Flock(fd, unix.LOCK_EX))
		r.note("lock", unix.FcntlFlock(uintptr(fd), unix.F_SETLK, &unix.Flock_t{Type: unix.F_WRLCK}))
		page, err := unix.Mmap(fd, 0, 4096, unix.PROT_READ|unix.PROT_WRITE, unix.MAP_SHARED)
		r.note("mmap", err)
		if err == nil {
			copy(page, "mapped")
			r.note("msync", unix.Msync(page, unix.MS_SYNC))
			n, err = unix.Pread(fd, buf, 0)
			r.note("read", err, n, buf[:max(n, 0)])
			unix.Munmap(page)
		}
		// The same name again is another file.
		r.note("write", os.WriteFile(r.path("f"), []byte("second"), 0o600))
		n, err = unix.Pread(fd, buf[:6], 0)
		r.note("read", err, n, buf[:max(n, 0)])
		// A directory that is gone but open.
		r.note("mkdir", unix.Mkdir(r.path("d"), 0o755))
		d, err := unix.Open(r.path("d"), unix.O_RDONLY|unix.O_DIRECTORY, 0)
		r.note("open it", err)
		defer unix.Close(d)
		r.note("rmdir", unix.Rmdir(r.path("d")))
		r.note("fstat", unix.Fstat(d, &st), st.Nlink)
		r.note("fchmod", unix.Fchmod(d, 0o700))
		r.note("mkdir in it", unix.Mkdirat(d, "x", 0o755))
		_, err = unix.Openat(d, "x", unix.O_CREAT|unix.O_RDWR, 0o644)
		r.note("create in it", err)
		r.note("symlink in it", unix.Symlinkat("x", d, "x"))
		n, err = unix.Getdents(d, make([]byte, 1024))
		r.note("read it", err, n)
		r.note("rename into it", unix.Renameat(unix.AT_FDCWD, r.path("f"), d, "f"))
	}},
	{"unnamed", func(t *testing.T, r *recorder) {
		r.note("chmod", unix.Chmod(r.dir, 0o2777))
		r.note("chown", unix.Chown(r.dir, 0, 55))
		for _, uid := range []int{0, 1234} {
			for _, excl := range []int{0, unix.O_EXCL} {
				asGroups(t, uid, uid, -1, nil, func() {
					fd, err := unix.Open(r.dir, unix.O_TMPFILE|unix.O_RDWR|excl, 0o666)
					r.note("tmpfile", err)
					if err != nil {
						return
					}
					defer unix.Close(fd)
					_, err = unix.Write(fd, []byte("unnamed"))
					r.note("write", err)
					var st unix.Stat_t
					r.note("fstat", unix.Fstat(fd, &st), fmt.Sprintf("%o", st.Mode), st.Nlink, st.Size, st.Uid, st.Gid)
					r.note("fchmod", unix.Fchmod(fd, 0o640))
					name := fmt.Sprintf("named-%d-%d", uid, excl)
					proc := fmt.Sprintf("/proc/self/fd/%d", fd)
					for range 2 {
						r.note("link", unix.Linkat(unix.AT_FDCWD, proc, unix.AT_FDCWD, r.path(name), unix.AT_SYMLINK_FOLLOW))
						r.stat(name)
						r.note("fstat", unix.Fstat(fd, &st), fmt.Sprintf("%o", st.Mode), st.Nlink, st.Size)
					}
					r.note("another", unix.Linkat(unix.AT_FDCWD, proc, unix.AT_FDCWD, r.path(name+"2"), unix.AT_SYMLINK_FOLLOW))
					r.stat(name)
					content, err := os.ReadFile(r.path(name))
					r.note("read", err, string(content))
				})
			}
		}
		_, err := unix.Open(r.dir, unix.O_TMPFILE|unix.O_RDONLY, 0o666)
		r.note("read-only tmpfile", err)
	}},
	{"groups", func(t *testing.T, r *recorder) {
		r.note("chmod", unix.Chmod(r.dir, 0o777))
		groups := make([]uint32, 200)
		for i := range groups {
			groups[i] = uint32(10_000 + i)
		}
		for _, g := range []int{10_000, 10_031, 10_032, 10_199, 10_200} {
			d := fmt.Sprint("d", g)
			r.note("mkdir", unix.Mkdir(r.path(d), 0o770))
			r.note("chown", unix.Chown(r.path(d), 0, g))
			r.note("write", os.WriteFile(r.path(d+"/f"), []byte("secret"), 0o640))
			r.note("chown", unix.Chown(r.path(d+"/f"), 0, g))
			r.note("mkdir", unix.Mkdir(r.path(d+"/sgid"), 0o770))
			r.note("chown", unix.Chown(r.path(d+"/sgid"), 0, g))
			r.note("chmod", unix.Chmod(r.path(d+"/sgid"), 0o2770))
			asGroups(t, 1234, 1234, -1, groups, func() {
				content, err := os.ReadFile(r.path(d + "/f"))
				r.note("read", err, string(content))
				r.note("write", os.WriteFile(r.path(d+"/mine"), nil, 0o660))
				r.stat(d + "/mine")
				r.note("mkdir", unix.Mkdir(r.path(d+"/sgid/sub"), 0o777))
				r.stat(d + "/sgid/sub")
				fd, err := unix.Open(r.path(d+"/sgid/file"), unix.O_CREAT|unix.O_RDWR, 0o2777)
				r.note("set-group-ID file", err)
				unix.Close(fd)
				r.stat(d + "/sgid/file")
				r.note("mknod", unix.Mknod(r.path(d+"/sgid/node"), unix.S_IFREG|0o2777, 0))
				r.stat(d + "/sgid/node")
				r.note("chgrp", unix.Chown(r.path(d+"/mine"), -1, g))
				r.note("chmod", unix.Chmod(r.path(d+"/mine"), 0o2770))
				r.stat(d + "/mine")
				r.note("rename", unix.Rename(r.path(d+"/mine"), r.path(d+"/sgid/mine")))
				r.note("link", unix.Link(r.path(d+"/sgid/mine"), r.path(d+"/link")))
				r.note("symlink", unix.Symlink("x", r.path(d+"/sgid/sym")))
				r.stat(d + "/sgid/sym")
				r.note("unlink", unix.Unlink(r.path(d+"/link")))
				r.note("access", unix.Access(r.path(d+"/f"), unix.R_OK), unix.Access(r.path(d+"/f"), unix.W_OK))
			})
			// The group only, and another user's set-group-ID directory.
			asGroups(t, 4321, g, -1, nil, func() {
				_, err := os.ReadFile(r.path(d + "/f"))
				r.note("read with the group", err)
				fd, err := unix.Open(r.path(d+"/sgid/other"), unix.O_CREAT|unix.O_RDWR, 0o2777)
				r.note("create", err)
				unix.Close(fd)
				r.stat(d + "/sgid/other")
			})
		}
		// In a set-group-ID directory of a group that the caller is not in.
		r.note("mkdir", unix.Mkdir(r.path("open"), 0o777))
		r.note("chown", unix.Chown(r.path("open"), 0, 9))
		r.note("chmod", unix.Chmod(r.path("open"), 0o2777))
		asGroups(t, 1234, 1234, -1, nil, func() {
			fd, err := unix.Open(r.path("open/f"), unix.O_CREAT|unix.O_RDWR, 0o2777)
			r.note("create", err)
			unix.Close(fd)
			r.stat("open/f")
			r.note("mkdir", unix.Mkdir(r.path("open/d"), 0o777))
			r.stat("open/d")
			r.note("mknod", unix.Mknod(r.path("open/n"), unix.S_IFREG|0o2777, 0))
			r.stat("open/n")
			fd, err = unix.Open(r.path("open"), unix.O_TMPFILE|unix.O_RDWR, 0o2777)
			r.note("tmpfile", err)
			var st unix.Stat_t
			r.note("fstat", unix.Fstat(fd, &st), fmt.Sprintf("%o", st.Mode), st.Gid)
			unix.Close(fd)
		})
	}},
	{"sticky", func(t *testing.T, r *recorder) {
		r.note("chmod", unix.Chmod(r.dir, 0o1777))
		for _, uid := range []int{1111, 2222} {
			asGroups(t, uid, uid, -1, nil, func() {
				for _, n := range []string{"f", "g"} {
					r.note("write", os.WriteFile(r.path(fmt.Sprint(n, uid)), nil, 0o666))
				}
				r.note("mkdir", unix.Mkdir(r.path(fmt.Sprint("d", uid)), 0o777))
			})
		}
		asGroups(t, 1111, 1111, -1, nil, func() {
			r.note("unlink", unix.Unlink(r.path("f2222")))
			r.note("rmdir", unix.Rmdir(r.path("d2222")))
			r.note("rename away", unix.Rename(r.path("f2222"), r.path("x")))
			r.note("rename over", unix.Rename(r.path("f1111"), r.path("f2222")))
			r.note("exchange", unix.Renameat2(unix.AT_FDCWD, r.path("f1111"), unix.AT_FDCWD, r.path("f2222"), unix.RENAME_EXCHANGE))
			r.note("rename into", unix.Rename(r.path("f1111"), r.path("d2222/f")))
			r.note("own", unix.Unlink(r.path("g1111")))
			r.note("own", unix.Rmdir(r.path("d1111")))
		})
	}},
	{"access", func(t *testing.T, r *recorder) {
		r.note("chmod", unix.Chmod(r.dir, 0o755))
		for i, mode := range []uint32{0, 0o400, 0o040, 0o004, 0o200, 0o111, 0o777} {
			n := fmt.Sprint("f", i)
			r.note("write", os.WriteFile(r.path(n), nil, 0o600))
			r.note("chown", unix.Chown(r.path(n), 1234, 77))
			r.note("chmod", unix.Chmod(r.path(n), mode))
			for _, who := range []struct{ uid, real, gid int }{{0, 0, 0}, {0, 1234, 0}, {1234, 1234, 5}, {1234, 0, 5}, {5, 5, 77}, {5, 5, 5}} {
				asGroups(t, who.uid, who.gid, who.real, nil, func() {
					for _, mask := range []uint32{unix.F_OK, unix.R_OK, unix.W_OK, unix.X_OK, unix.R_OK | unix.W_OK} {
						r.note(fmt.Sprint("access ", n, who, mask), unix.Access(r.path(n), mask))
						r.note("eaccess", unix.Faccessat2(unix.AT_FDCWD, r.path(n), mask, unix.AT_EACCESS))
					}
				})
			}
		}
	}},
	{"xattr sizes", func(_ *testing.T, r *recorder) {
		r.note("write", os.WriteFile(r.path("f"), nil, 0o644))
		r.note("mkdir", unix.Mkdir(r.path("d"), 0o755))
		for _, f := range []string{"f", "d"} {
			for _, size := range []int{0, 1, 100, 511, 512, 513, 2000, 1 << 16, 1<<16 + 1} {
				key := fmt.Sprint("user.k", size)
				r.note("set "+key, unix.Setxattr(r.path(f), key, bytes.Repeat([]byte{'v'}, size), 0))
				n, err := unix.Getxattr(r.path(f), key, nil)
				r.note("size", err, n)
				for _, room := range []int{1, size - 1, size, size + 1} {
					if room <= 0 {
						continue
					}
					buf := make([]byte, room)
					n, err = unix.Getxattr(r.path(f), key, buf)
					r.note(fmt.Sprint("get ", key, room), err, n)
				}
				r.note("remove", unix.Removexattr(r.path(f), key))
			}
			for _, length := range []int{250, 251} {
				key := "user." + strings.Repeat("n", length)
				r.note("set a long name", unix.Setxattr(r.path(f), key, []byte("x"), 0))
				n, err := unix.Getxattr(r.path(f), key, make([]byte, 4))
				r.note("get", err, n)
				r.xattrs(f)
				n, err = unix.Listxattr(r.path(f), nil)
				r.note("size of the list", err, n)
				n, err = unix.Listxattr(r.path(f), make([]byte, 10))
				r.note("short list", err, n)
			}
			r.note("binary name", unix.Setxattr(r.path(f), "user.\xff\xfe=", []byte{0, 1, 0xff}, 0))
			buf := make([]byte, 3)
			n, err := unix.Getxattr(r.path(f), "user.\xff\xfe=", buf)
			r.note("get", err, n, buf)
			r.note("flags", unix.Setxattr(r.path(f), "user.z", nil, unix.XATTR_REPLACE))
			r.note("flags", unix.Setxattr(r.path(f), "user.z", nil, unix.XATTR_CREATE|unix.XATTR_REPLACE))
			r.note("empty name", unix.Setxattr(r.path(f), "", nil, 0))
		}
	}},
	{"sparse", func(_ *testing.T, r *recorder) {
		fd, err := unix.Open(r.path("f"), unix.O_CREAT|unix.O_RDWR, 0o644)
		r.note("create", err)
		defer unix.Close(fd)
		var st unix.Stat_t
		for _, off := range []int64{0, 1<<31 - 1, 1 << 32, 1<<40 - 1, 1 << 40, 5 << 40} {
			n, err := unix.Pwrite(fd, []byte("data"), off)
			r.note(fmt.Sprint("write at ", off), err, n)
			buf := make([]byte, 8)
			n, err = unix.Pread(fd, buf, off)
			r.note("read", err, n, buf)
			r.note("fstat", unix.Fstat(fd, &st), st.Size, st.Blocks)
		}
		for _, off := range []int64{0, 4096, 1 << 31, 1 << 39, 1 << 40, 2 << 40, 5<<40 + 3, 5<<40 + 4} {
			for _, whence := range []int{3, 4} {
				at, err := unix.Seek(fd, off, whence)
				r.note(fmt.Sprint("seek ", off, whence), err, at)
			}
		}
		n, err := unix.Pwrite(fd, []byte("x"), 1<<45)
		r.note("beyond the backing filesystem's limit", err, n)
		r.note("truncate", unix.Ftruncate(fd, 1<<45))
		r.note("truncate", unix.Ftruncate(fd, 8<<40))
		r.note("fstat", unix.Fstat(fd, &st), st.Size, st.Blocks)
		r.note("punch", unix.Fallocate(fd, unix.FALLOC_FL_PUNCH_HOLE|unix.FALLOC_FL_KEEP_SIZE, 1<<40, 1<<12))
		at, err := unix.Seek(fd, 1<<40, 3)
		r.note("seek", err, at)
		r.note("keep size", unix.Fallocate(fd, unix.FALLOC_FL_KEEP_SIZE, 9<<40, 1<<16))
		r.note("fstat", unix.Fstat(fd, &st), st.Size, st.Blocks)
		r.note("zero", unix.Fallocate(fd, unix.FALLOC_FL_ZERO_RANGE, 0, 8192))
		buf := make([]byte, 4)
		_, err = unix.Pread(fd, buf, 0)
		r.note("read", err, buf)
		r.note("negative", unix.Fallocate(fd, 0, -1, 1), unix.Fallocate(fd, 0, 0, 0), unix.Fallocate(fd, 0, 0, -1))
		r.note("too far", unix.Fallocate(fd, 0, 1<<62, 1<<62))
		r.note("shrink", unix.Ftruncate(fd, 10))
	}},
	{"times", func(t *testing.T, r *recorder) {
		r.note("chmod", unix.Chmod(r.dir, 0o777))
		r.note("write", os.WriteFile(r.path("f"), []byte("x"), 0o666))
		r.note("write", os.WriteFile(r.path("g"), []byte("x"), 0o644))
		r.note("symlink", unix.Symlink("f", r.path("l")))
		var st unix.Stat_t
		now := unix.Timespec{Nsec: unix.UTIME_NOW}
		omit := unix.Timespec{Nsec: unix.UTIME_OMIT}
		at := func(sec, nsec int64) unix.Timespec { return unix.Timespec{Sec: sec, Nsec: nsec} }
		look := func(n string) {
			err := unix.Lstat(r.path(n), &st)
			a, m := st.Atim, st.Mtim
			for _, v := range []*unix.Timespec{&a, &m} {
				if v.Sec > 1_700_000_000 {
					*v = unix.Timespec{Sec: -1, Nsec: -1} // now
				}
			}
			r.note("times "+n, err, a, m)
		}
		for _, n := range []string{"f", "g", "l", "."} {
			for _, p := range [][]unix.Timespec{
				{at(1, 1), at(2, 999999999)},
				{omit, at(3, 3)},
				{at(4, 4), omit},
				{omit, omit},
				{at(-1, 5), at(-1<<31, 0)},
				{at(1<<32, 123), at(1<<33, 456)},
				{now, at(7, 7)},
				{at(8, 8), now},
				{at(1, 1000000000), omit},
				{now, now},
			} {
				r.note(fmt.Sprint("utimes ", n, p), unix.UtimesNanoAt(unix.AT_FDCWD, r.path(n), p, unix.AT_SYMLINK_NOFOLLOW))
				look(n)
			}
		}
		asGroups(t, 1234, 1234, -1, nil, func() {
			for _, n := range []string{"f", "g"} {
				r.note("to now", unix.UtimesNanoAt(unix.AT_FDCWD, r.path(n), []unix.Timespec{now, now}, 0))
				r.note("one to now", unix.UtimesNanoAt(unix.AT_FDCWD, r.path(n), []unix.Timespec{now, omit}, 0))
				r.note("none", unix.UtimesNanoAt(unix.AT_FDCWD, r.path(n), []unix.Timespec{omit, omit}, 0))
				r.note("to then", unix.UtimesNanoAt(unix.AT_FDCWD, r.path(n), []unix.Timespec{at(1, 1), at(1, 1)}, 0))
			}
		})
		// What changes the times.
		stale := func() {
			_ = unix.UtimesNanoAt(unix.AT_FDCWD, r.path("f"), []unix.Timespec{at(1, 1), at(2, 2)}, 0)
			_ = unix.UtimesNanoAt(unix.AT_FDCWD, r.dir, []unix.Timespec{at(1, 1), at(2, 2)}, 0)
		}
		for _, c := range []struct {
			name string
			call func() error
		}{
			{"chmod", func() error { return unix.Chmod(r.path("f"), 0o600) }},
			{"truncate to the same size", func() error { return unix.Truncate(r.path("f"), 1) }},
			{"link", func() error { return unix.Link(r.path("f"), r.path("h")) }},
			{"rename", func() error { return unix.Rename(r.path("h"), r.path("i")) }},
			{"unlink", func() error { return unix.Unlink(r.path("i")) }},
			{"truncating open", func() error { return os.WriteFile(r.path("f"), nil, 0) }},
			{"truncating open of an empty file", func() error { return os.WriteFile(r.path("f"), nil, 0) }},
			{"append nothing", func() error {
				f, err := os.OpenFile(r.path("f"), os.O_APPEND|os.O_WRONLY, 0)
				if err == nil {
					_, err = unix.Write(int(f.Fd()), nil)
					f.Close()
				}
				return err
			}},
			{"mkdir", func() error { return unix.Mkdir(r.path("sub"), 0o755) }},
			{"setxattr", func() error { return unix.Setxattr(r.path("f"), "user.x", nil, 0) }},
		} {
			stale()
			r.note(c.name, c.call())
			look("f")
			look(".")
		}
	}},
	{"flags", func(t *testing.T, r *recorder) {
		r.note("chmod", unix.Chmod(r.dir, 0o777))
		r.note("write", os.WriteFile(r.path("f"), []byte("0123456789"), 0o666))
		fd, err := unix.Open(r.path("f"), unix.O_RDWR, 0)
		r.note("open", err)
		defer unix.Close(fd)
		_, err = unix.FcntlInt(uintptr(fd), unix.F_SETFL, unix.O_APPEND)
		r.note("append from now on", err)
		n, err := unix.Write(fd, []byte("tail"))
		r.note("write", err, n)
		n, err = unix.Pwrite(fd, []byte("pwrite"), 0) // appends, on Linux
		r.note("pwrite", err, n)
		_, err = unix.FcntlInt(uintptr(fd), unix.F_SETFL, 0)
		r.note("no more", err)
		n, err = unix.Pwrite(fd, []byte("P"), 1)
		r.note("pwrite", err, n)
		app, err := unix.Open(r.path("f"), unix.O_RDWR|unix.O_APPEND, 0)
		r.note("open", err)
		defer unix.Close(app)
		n, err = unix.Pwrite(app, []byte("end"), 2)
		r.note("pwrite", err, n)
		_, err = unix.FcntlInt(uintptr(app), unix.F_SETFL, 0)
		r.note("no more", err)
		n, err = unix.Pwrite(app, []byte("Q"), 2)
		r.note("pwrite", err, n)
		n, err = unix.Pwritev2(fd, [][]byte{[]byte("RWF")}, 0, unix.RWF_APPEND)
		r.note("RWF_APPEND", err, n)
		n, err = unix.Pwritev2(fd, [][]byte{[]byte("S")}, 3, unix.RWF_DSYNC)
		r.note("RWF_DSYNC", err, n)
		content, err := os.ReadFile(r.path("f"))
		r.note("content", err, string(content))
		for _, flags := range []int{unix.O_CREAT | unix.O_DIRECTORY, unix.O_CREAT | unix.O_EXCL, unix.O_CREAT, unix.O_NOATIME, unix.O_DIRECT, unix.O_SYNC | unix.O_RDWR, unix.O_WRONLY | unix.O_RDWR, unix.O_TRUNC, unix.O_TRUNC | unix.O_WRONLY, unix.O_CREAT | unix.O_TRUNC | unix.O_RDWR} {
			for _, n := range []string{"f", "new", "new/", ".", "f/"} {
				for _, uid := range []int{0, 1234} {
					asGroups(t, uid, uid, -1, nil, func() {
						fd, err := unix.Open(r.path(n)+map[bool]string{true: "/"}[strings.HasSuffix(n, "/")], flags, 0o644)
						r.note(fmt.Sprintf("open %s %x %d", n, flags, uid), err)
						if err == nil {
							unix.Close(fd)
						}
					})
				}
			}
			r.note("unlink", unix.Unlink(r.path("new")))
		}
		r.stat("f")
	}},
	{"direct", func(_ *testing.T, r *recorder) {
		page := func(b byte) []byte {
			m, err := unix.Mmap(-1, 0, 1<<20, unix.PROT_READ|unix.PROT_WRITE, unix.MAP_ANON|unix.MAP_PRIVATE)
			if err != nil {
				panic(err)
			}
			for i := range m {
				m[i] = b
			}
			return m
		}
		fd, err := unix.Open(r.path("f"), unix.O_CREAT|unix.O_RDWR|unix.O_DIRECT, 0o644)
		r.note("open", err)
		defer unix.Close(fd)
		m := page('a')
		n, err := unix.Pwrite(fd, m, 0)
		r.note("write", err, n)
		n, err = unix.Pwrite(fd, m[:4096], 2<<20)
		r.note("write", err, n)
		buffered, err := unix.Open(r.path("f"), unix.O_RDWR, 0)
		r.note("open", err)
		defer unix.Close(buffered)
		n, err = unix.Pwrite(buffered, []byte("buffered"), 4090)
		r.note("write", err, n)
		got := page(0)
		n, err = unix.Pread(fd, got[:8192], 0)
		r.note("read", err, n, string(got[4088:4100]))
		n, err = unix.Pread(fd, got, 2<<20)
		r.note("read at the end", err, n)
		n, err = unix.Pread(fd, got, 4<<20)
		r.note("read beyond", err, n)
		shared, err := unix.Mmap(buffered, 0, 8192, unix.PROT_READ|unix.PROT_WRITE, unix.MAP_SHARED)
		r.note("mmap", err)
		n, err = unix.Pwrite(fd, page('b')[:4096], 4096)
		r.note("write", err, n)
		r.note("mapped", nil, string(shared[4094:4100]))
		copy(shared[4096:], "mapped")
		n, err = unix.Pread(fd, got[:8192], 0)
		r.note("read what is mapped", err, n, string(got[4094:4104]))
		unix.Munmap(shared)
	}},
	{"special", func(t *testing.T, r *recorder) {
		r.note("mkfifo", unix.Mkfifo(r.path("fifo"), 0o666))
		rd, err := unix.Open(r.path("fifo"), unix.O_RDONLY|unix.O_NONBLOCK, 0)
		r.note("open", err)
		wr, err := unix.Open(r.path("fifo"), unix.O_WRONLY, 0)
		r.note("open", err)
		n, err := unix.Write(wr, []byte("through"))
		r.note("write", err, n)
		buf := make([]byte, 16)
		n, err = unix.Read(rd, buf)
		r.note("read", err, n, string(buf[:max(n, 0)]))
		unix.Close(rd)
		unix.Close(wr)
		r.note("truncate", unix.Truncate(r.path("fifo"), 0))
		t.Chdir(r.dir) // a socket's path is short
		s, err := unix.Socket(unix.AF_UNIX, unix.SOCK_STREAM, 0)
		r.note("socket", err)
		r.note("bind", unix.Bind(s, &unix.SockaddrUnix{Name: "sock"}))
		r.note("bind", unix.Bind(s, &unix.SockaddrUnix{Name: "sock"}))
		r.note("listen", unix.Listen(s, 1))
		c, err := unix.Socket(unix.AF_UNIX, unix.SOCK_STREAM, 0)
		r.note("socket", err)
		r.note("connect", unix.Connect(c, &unix.SockaddrUnix{Name: "sock"}))
		unix.Close(c)
		unix.Close(s)
		r.stat("sock")
		_, err = unix.Open(r.path("sock"), unix.O_RDONLY, 0)
		r.note("open the socket", err)
		r.note("null", unix.Mknod(r.path("null"), unix.S_IFCHR|0o666, int(unix.Mkdev(1, 3))))
		n, err = 0, os.WriteFile(r.path("null"), []byte("x"), 0)
		r.note("write to /dev/null", err, n)
		r.note("no device", unix.Mknod(r.path("nodev"), unix.S_IFCHR|0o666, int(unix.Mkdev(240, 77))))
		_, err = unix.Open(r.path("nodev"), unix.O_RDONLY, 0)
		r.note("open it", err)
		r.note("symlink", unix.Symlink("target", r.path("link")))
		l, err := unix.Open(r.path("link"), unix.O_PATH|unix.O_NOFOLLOW, 0)
		r.note("path of a link", err)
		r.note("chown it", unix.Fchownat(l, "", 7, 8, unix.AT_EMPTY_PATH))
		r.note("trusted", unix.Lsetxattr(r.path("link"), "trusted.x", []byte("1"), 0))
		n, err = unix.Readlinkat(l, "", buf)
		r.note("readlink", err, n)
		n, err = unix.Readlink(r.path("link"), buf[:3])
		r.note("short readlink", err, n, string(buf[:3]))
		r.note("link the link", unix.Linkat(unix.AT_FDCWD, r.path("link"), unix.AT_FDCWD, r.path("link2"), 0))
		r.note("link through it", unix.Linkat(unix.AT_FDCWD, r.path("link"), unix.AT_FDCWD, r.path("link3"), unix.AT_SYMLINK_FOLLOW))
		unix.Close(l)
		r.stat("link")
		r.stat("link2")
		r.note("chmod of a link", unix.Fchmodat(unix.AT_FDCWD, r.path("link"), 0o600, unix.AT_SYMLINK_NOFOLLOW))
	}},
	{"names of inodes", func(_ *testing.T, r *recorder) {
		// Identity: what is one object and what is another.
		ino := func(n string) uint64 {
			var st unix.Stat_t
			if unix.Lstat(r.path(n), &st) != nil {
				return 0
			}
			return st.Ino
		}
		for _, n := range []string{"a", "b", "c"} {
			r.note("write", os.WriteFile(r.path(n), []byte(n), 0o644))
		}
		a, b := ino("a"), ino("b")
		fd, err := unix.Open(r.path("b"), unix.O_RDONLY, 0)
		r.note("open", err)
		r.note("exchange", unix.Renameat2(unix.AT_FDCWD, r.path("a"), unix.AT_FDCWD, r.path("b"), unix.RENAME_EXCHANGE))
		r.note("swapped", nil, ino("a") == b, ino("b") == a)
		buf := make([]byte, 1)
		_, err = unix.Pread(fd, buf, 0)
		r.note("read", err, string(buf))
		r.note("overwrite", unix.Rename(r.path("c"), r.path("a")))
		var st unix.Stat_t
		r.note("fstat", unix.Fstat(fd, &st), st.Ino == b, st.Nlink)
		r.note("fchmod", unix.Fchmod(fd, 0o600))
		r.stat("a")
		_, err = unix.Pread(fd, buf, 0)
		r.note("read", err, string(buf))
		unix.Close(fd)
		r.note("link", unix.Link(r.path("a"), r.path("l1")))
		r.note("link", unix.Link(r.path("l1"), r.path("l2")))
		r.note("same", nil, ino("a") == ino("l2"))
		r.note("unlink", unix.Unlink(r.path("l2")))
		r.note("chmod", unix.Chmod(r.path("a"), 0o640))
		r.stat("l1")
		r.note("rename of one link onto the other", unix.Rename(r.path("a"), r.path("l1")))
		r.stat("a")
		r.stat("l1")
		for _, d := range []string{"x", "x/y", "x/y/z", "w"} {
			r.note("mkdir", unix.Mkdir(r.path(d), 0o755))
		}
		d, err := unix.Open(r.path("x/y/z"), unix.O_RDONLY|unix.O_DIRECTORY, 0)
		r.note("open", err)
		r.note("move", unix.Rename(r.path("x/y"), r.path("w/y")))
		r.note("mkdir", unix.Mkdirat(d, "inside", 0o755))
		r.stat("w/y/z/inside")
		r.note("exchange", unix.Renameat2(unix.AT_FDCWD, r.path("w/y"), unix.AT_FDCWD, r.path("x"), unix.RENAME_EXCHANGE))
		r.stat("x/z/inside")
		up, err := unix.Openat(d, "..", unix.O_RDONLY|unix.O_DIRECTORY, 0)
		r.note("..", err)
		var st2 unix.Stat_t
		r.note("fstat", unix.Fstat(up, &st2), st2.Ino == ino("x"))
		unix.Close(d)
		unix.Close(up)
	}},
	{"copies", func(_ *testing.T, r *recorder) {
		r.note("write", os.WriteFile(r.path("f"), bytes.Repeat([]byte("0123456789"), 1000), 0o644))
		in, err := unix.Open(r.path("f"), unix.O_RDWR, 0)
		r.note("open", err)
		defer unix.Close(in)
		out, err := unix.Open(r.path("g"), unix.O_CREAT|unix.O_RDWR, 0o644)
		r.note("open", err)
		defer unix.Close(out)
		app, err := unix.Open(r.path("g"), unix.O_WRONLY|unix.O_APPEND, 0o644)
		r.note("open", err)
		defer unix.Close(app)
		rdonly, err := unix.Open(r.path("g"), unix.O_RDONLY, 0o644)
		r.note("open", err)
		defer unix.Close(rdonly)
		try := func(from int, off int64, to int, at int64, n, flags int) {
			k, err := unix.CopyFileRange(from, &off, to, &at, n, flags)
			r.note("copy", err, k, off, at)
		}
		try(in, 0, out, 0, 100, 0)
		try(in, 9990, out, 50, 100, 0)
		try(in, 20000, out, 50, 100, 0)
		try(in, 0, in, 50, 100, 0)
		try(in, 0, in, 500, 100, 0)
		try(in, 0, app, 0, 10, 0)
		try(in, 0, rdonly, 0, 10, 0)
		try(app, 0, out, 0, 10, 0)
		try(in, 0, out, 0, 0, 0)
		try(in, 0, out, 0, 10, 1)
		try(in, 0, out, 1<<40, 10, 0)
		var off int64 = 5
		k, err := unix.Sendfile(out, in, &off, 1000)
		r.note("sendfile", err, k)
		_, _, e := unix.Syscall(unix.SYS_IOCTL, uintptr(out), unix.FICLONE, uintptr(in))
		r.note("FICLONE", e)
		dedupe := errors.Join(unix.Fadvise(in, 0, 0, unix.FADV_WILLNEED), unix.SyncFileRange(out, 0, 0, unix.SYNC_FILE_RANGE_WRITE))
		r.note("advice", dedupe)
		r.note("readahead", func() error { _, _, e := unix.Syscall(unix.SYS_READAHEAD, uintptr(in), 0, 4096); return e }())
	}},
	{"directory", func(_ *testing.T, r *recorder) {
		cwd, err := os.Getwd()
		if err != nil {
			panic(err)
		}
		defer os.Chdir(cwd)
		r.note("mkdir", unix.Mkdir(r.path("d"), 0o755))
		r.note("chdir", os.Chdir(r.path("d")))
		buf := make([]byte, 4096)
		n, err := unix.Getcwd(buf)
		r.note("getcwd", err, strings.TrimPrefix(string(buf[:max(n-1, 0)]), r.dir))
		r.note("rename", unix.Rename(r.path("d"), r.path("e")))
		n, err = unix.Getcwd(buf)
		r.note("getcwd", err, strings.TrimPrefix(string(buf[:max(n-1, 0)]), r.dir))
		r.note("write", os.WriteFile("here", nil, 0o644))
		r.stat("e/here")
		r.note("remove", unix.Unlink("here"))
		r.note("rmdir", unix.Rmdir(r.path("e")))
		n, err = unix.Getcwd(buf)
		r.note("getcwd", err)
		r.note("write", os.WriteFile("here", nil, 0o644))
		_, err = os.Stat("..")
		r.note("stat ..", err)
	}},
	{"attributes of ioctl", func(_ *testing.T, r *recorder) {
		r.note("write", os.WriteFile(r.path("f"), nil, 0o644))
		r.note("mkdir", unix.Mkdir(r.path("d"), 0o755))
		for _, n := range []string{"f", "d"} {
			fd, err := unix.Open(r.path(n), unix.O_RDONLY, 0)
			r.note("open", err)
			get := func() {
				v, err := unix.IoctlGetInt(fd, unix.FS_IOC_GETFLAGS)
				r.note("get", err, fmt.Sprintf("%x", v))
			}
			get()
			for _, v := range []int{0x80 | 0x80000, 0x10 | 0x80000, 0x20 | 0x80000} { // noatime, immutable, append-only
				r.note("set", unix.IoctlSetPointerInt(fd, unix.FS_IOC_SETFLAGS, v))
				get()
				w, err := unix.Open(r.path(n), unix.O_RDWR, 0)
				r.note("open for writing", err)
				if err == nil {
					unix.Close(w)
				}
				r.note("chmod", unix.Chmod(r.path(n), 0o700))
				r.note("write below", os.WriteFile(r.path(n+"/x"), nil, 0o644))
				r.note("unlink", unix.Unlink(r.path(n+"/x")))
				r.note("rename", unix.Rename(r.path(n), r.path(n+"2")), unix.Rename(r.path(n+"2"), r.path(n)))
				r.note("set", unix.IoctlSetPointerInt(fd, unix.FS_IOC_SETFLAGS, 0x80000))
			}
			get()
			unix.Close(fd)
		}
	}},
}

// TestDeepParity is TestParity in the corners.
func TestDeepParity(t *testing.T) {
	needMount(t)
	all := stacks(t)
	for _, c := range []struct {
		stack
		opts []string
	}{{all[0], nil}, {all[len(all)-1], nil}, {stack{"storage checks", nil}, []string{"no_default_permissions"}}} {
		t.Run(c.name, func(t *testing.T) {
			base := openTempDir(t)
			native, backing := filepath.Join(base, "native"), filepath.Join(base, "backing")
			require.NoError(t, os.Mkdir(native, 0o755))
			require.NoError(t, os.Mkdir(backing, 0o755))
			m := mountStack(t, c.stack, backing, append(append([]string{"suid", "dev"}, noCache...), c.opts...)...)
			openParents(t, m.mnt)
			for _, sc := range deep {
				t.Run(sc.name, func(t *testing.T) {
					a, b := &recorder{dir: filepath.Join(native, sc.name)}, &recorder{dir: filepath.Join(m.mnt, sc.name)}
					for _, r := range []*recorder{a, b} {
						require.NoError(t, os.Mkdir(r.dir, 0o755))
						sc.run(t, r)
					}
					diffLines(t, a.lines, b.lines)
					requireSameLines(t, tree(t, a.dir), tree(t, b.dir))
					requireSameLines(t, tree(t, a.dir), tree(t, filepath.Join(backing, sc.name)))
				})
			}
		})
	}
}

// diffLines reports every line that differs.
func diffLines(t *testing.T, want, got []string) {
	t.Helper()
	for i := range min(len(want), len(got)) {
		if want[i] != got[i] {
			t.Errorf("line %d, after %s\nnative: %s\nmount:  %s", i+1, strings.Join(want[max(0, i-3):i], " | "), want[i], got[i])
		}
	}
	require.Len(t, got, len(want))
}
