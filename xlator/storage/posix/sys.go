package posix

import (
	"strconv"
	"strings"
	"syscall"
	"unsafe"

	"golang.org/x/sys/unix"
)

// The wrappers here do what those of x/sys do, without an allocation for each
// name: names are ended by NUL in a buffer on the caller's stack. They return
// a bare errno (0 for success), and try again when a signal came between.

// nameBuf is room for a name of NAME_MAX bytes and its NUL.
type nameBuf [256]byte

// maxName is the longest name that FUSE carries.
const maxName = 1024

// set makes b the C string s and returns a pointer to it. Longer names than
// NAME_MAX, which few filesystems have, cost an allocation.
func (b *nameBuf) set(s string) *byte {
	if len(s) < len(b) {
		b[copy(b[:], s)] = 0
		return &b[0]
	}
	long := make([]byte, len(s)+1)
	copy(long, s)
	return &long[0]
}

// setFd makes b the decimal number of fd: its name in /proc/self/fd.
func (b *nameBuf) setFd(fd int) *byte {
	b[len(strconv.AppendInt(b[:0], int64(fd), 10))] = 0
	return &b[0]
}

// setProc makes b the path of fd under /proc, for calls that know no
// directory to start from. Such a path leads to the object itself, a symbolic
// link included, wherever it is and whether it still has a name.
func (b *nameBuf) setProc(fd int) *byte {
	b[len(strconv.AppendInt(append(b[:0], "/proc/self/fd/"...), int64(fd), 10))] = 0
	return &b[0]
}

// empty is the path of AT_EMPTY_PATH.
var empty [1]byte

// checkName refuses what is not the name of an entry. Because a name that
// passes is a single component, *at calls with O_NOFOLLOW or its like cannot
// leave the directory.
func checkName(s string) syscall.Errno {
	switch {
	case s == "" || s == "." || s == "..":
		return unix.EINVAL
	case len(s) > maxName:
		return unix.ENAMETOOLONG
	case strings.IndexByte(s, '/') >= 0 || strings.IndexByte(s, 0) >= 0:
		return unix.EINVAL
	}
	return 0
}

func statxFd(fd int, st *unix.Statx_t) syscall.Errno {
	return statxAt(fd, &empty[0], unix.AT_EMPTY_PATH, statMask, st)
}

func statxName(dir int, name string, st *unix.Statx_t) syscall.Errno {
	var b nameBuf
	return statxAt(dir, b.set(name), unix.AT_SYMLINK_NOFOLLOW|unix.AT_NO_AUTOMOUNT, statMask, st)
}

// statMask is what is asked of every object: all that stat(2) has, and the
// birth time for the GFID.
const statMask = unix.STATX_BASIC_STATS | unix.STATX_BTIME

func statxAt(dir int, name *byte, flags, mask int, st *unix.Statx_t) syscall.Errno {
	for {
		_, _, e := unix.Syscall6(unix.SYS_STATX, uintptr(dir), uintptr(unsafe.Pointer(name)), uintptr(flags), uintptr(mask), uintptr(unsafe.Pointer(st)), 0)
		if e != unix.EINTR {
			return e
		}
	}
}

func openat(dir int, name string, flags int, mode uint32) (int, syscall.Errno) {
	var b nameBuf
	return openatC(dir, b.set(name), flags, mode)
}

func openatC(dir int, name *byte, flags int, mode uint32) (int, syscall.Errno) {
	for {
		fd, _, e := unix.Syscall6(unix.SYS_OPENAT, uintptr(dir), uintptr(unsafe.Pointer(name)), uintptr(flags|unix.O_CLOEXEC|unix.O_LARGEFILE), uintptr(mode), 0, 0)
		if e != unix.EINTR {
			return int(fd), e
		}
	}
}

// atCall is any of the calls that take a directory, a name and up to two
// small numbers: mkdirat, mknodat, unlinkat.
func atCall(trap uintptr, dir int, name string, a, b uintptr) syscall.Errno {
	var buf nameBuf
	p := buf.set(name)
	for {
		_, _, e := unix.Syscall6(trap, uintptr(dir), uintptr(unsafe.Pointer(p)), a, b, 0, 0)
		if e != unix.EINTR {
			return e
		}
	}
}

// at2Call is any of the calls that take two places and flags: linkat,
// renameat2.
func at2Call(trap uintptr, dir int, name string, dir2 int, name2 string, flags uintptr) syscall.Errno {
	var b, b2 nameBuf
	p, p2 := b.set(name), b2.set(name2)
	for {
		_, _, e := unix.Syscall6(trap, uintptr(dir), uintptr(unsafe.Pointer(p)), uintptr(dir2), uintptr(unsafe.Pointer(p2)), flags, 0)
		if e != unix.EINTR {
			return e
		}
	}
}

// retry is a call on a descriptor with three more numbers.
func retry(trap uintptr, fd int, a, b, c uintptr) syscall.Errno {
	for {
		_, _, e := unix.Syscall6(trap, uintptr(fd), a, b, c, 0, 0)
		if e != unix.EINTR {
			return e
		}
	}
}

// errnoOf is the errno of what x/sys returns.
func errnoOf(err error) syscall.Errno {
	if err == nil {
		return 0
	}
	if e, ok := err.(syscall.Errno); ok { //nolint:errorlint // x/sys returns it bare, and this is on the hot path
		return e
	}
	return unix.EIO
}

// preadFull reads until p is full or the file ends. What was read before an
// error counts.
func preadFull(fd int, p []byte, off int64) (int, syscall.Errno) {
	n := 0
	for n < len(p) {
		m, err := unix.Pread(fd, p[n:], off+int64(n))
		switch {
		case err == unix.EINTR: //nolint:errorlint // bare
		case err != nil && n == 0:
			return 0, errnoOf(err)
		case err != nil || m == 0:
			return n, 0
		default:
			n += m
		}
	}
	return n, 0
}

// pwriteFull writes all of p. What was written before an error counts.
func pwriteFull(fd int, p []byte, off int64) (int, syscall.Errno) {
	n := 0
	for {
		m, err := unix.Pwrite(fd, p[n:], off+int64(n))
		switch {
		case err == unix.EINTR: //nolint:errorlint // bare
			continue
		case err != nil && n == 0:
			return 0, errnoOf(err)
		case err != nil:
			return n, 0
		}
		if n += m; n >= len(p) || m == 0 {
			return n, 0
		}
	}
}

// pwriteNoAppend writes at an offset through a descriptor that has O_APPEND,
// where pwrite(2) would write at the end: what the kernel writes back for a
// shared mapping belongs where it was mapped.
func pwriteNoAppend(fd int, p []byte, off int64) (int, syscall.Errno) {
	n := 0
	for n < len(p) {
		m, err := unix.Pwritev2(fd, [][]byte{p[n:]}, off+int64(n), rwfNoAppend)
		switch e := errnoOf(err); {
		case e == unix.EINTR:
			continue
		case e == unix.EOPNOTSUPP && n == 0:
			return pwriteReopened(fd, p, off) // Linux before 6.9
		case e != 0 && n == 0:
			return 0, e
		case e != 0 || m == 0:
			return n, 0
		}
		n += m
	}
	return n, 0
}

// rwfNoAppend is RWF_NOAPPEND of linux/fs.h.
const rwfNoAppend = 0x20

// pwriteReopened writes through a descriptor of its own, without O_APPEND.
func pwriteReopened(fd int, p []byte, off int64) (int, syscall.Errno) {
	own, err := unix.Open("/proc/self/fd/"+strconv.Itoa(fd), unix.O_WRONLY|unix.O_CLOEXEC, 0)
	if err != nil {
		return 0, errnoOf(err)
	}
	defer unix.Close(own)
	return pwriteFull(own, p, off)
}
