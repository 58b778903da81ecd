package bench

import (
	"unsafe"

	"golang.org/x/sys/unix"
)

// These are the system calls of the timed loops. The wrappers of package unix
// copy each path into a fresh NUL-terminated string; here the caller has done
// so once, outside the timing. unix.Syscall, not RawSyscall: a thread that is
// stuck in a slow filesystem must not hold up the garbage collector.
//
// EINTR is retried as in package os. Pre-emption signals are blocked on these
// threads, but a filesystem may answer EINTR on its own account.

func sysOpenat(dir int, name *byte, flags, mode int) (int, error) {
	for {
		fd, _, e := unix.Syscall6(unix.SYS_OPENAT, uintptr(dir), uintptr(unsafe.Pointer(name)),
			uintptr(flags|unix.O_CLOEXEC), uintptr(mode), 0, 0)
		if e == 0 {
			return int(fd), nil
		}
		if e != unix.EINTR {
			return -1, e
		}
	}
}

// sysClose does not retry: on Linux the descriptor is gone even after EINTR.
func sysClose(fd int) error {
	if _, _, e := unix.Syscall(unix.SYS_CLOSE, uintptr(fd), 0, 0); e != 0 && e != unix.EINTR {
		return e
	}
	return nil
}

func sysStat(dir int, name *byte, st *unix.Statx_t) error {
	for {
		_, _, e := unix.Syscall6(unix.SYS_STATX, uintptr(dir), uintptr(unsafe.Pointer(name)),
			0, unix.STATX_BASIC_STATS, uintptr(unsafe.Pointer(st)), 0)
		if e != unix.EINTR {
			return errnoErr(e)
		}
	}
}

func sysUnlinkat(dir int, name *byte, flags int) error {
	for {
		_, _, e := unix.Syscall(unix.SYS_UNLINKAT, uintptr(dir), uintptr(unsafe.Pointer(name)), uintptr(flags))
		if e != unix.EINTR {
			return errnoErr(e)
		}
	}
}

func sysMkdirat(dir int, name *byte, mode int) error {
	for {
		_, _, e := unix.Syscall(unix.SYS_MKDIRAT, uintptr(dir), uintptr(unsafe.Pointer(name)), uintptr(mode))
		if e != unix.EINTR {
			return errnoErr(e)
		}
	}
}

func sysRenameat(dir int, from, to *byte) error {
	for {
		_, _, e := unix.Syscall6(unix.SYS_RENAMEAT2, uintptr(dir), uintptr(unsafe.Pointer(from)),
			uintptr(dir), uintptr(unsafe.Pointer(to)), 0, 0)
		if e != unix.EINTR {
			return errnoErr(e)
		}
	}
}

func sysGetdents(fd int, buf []byte) (int, error) {
	for {
		n, _, e := unix.Syscall(unix.SYS_GETDENTS64, uintptr(fd), uintptr(unsafe.Pointer(&buf[0])), uintptr(len(buf)))
		if e == 0 {
			return int(n), nil
		}
		if e != unix.EINTR {
			return 0, e
		}
	}
}

func sysFgetxattr(fd int, name *byte, buf []byte) (int, error) {
	for {
		n, _, e := unix.Syscall6(unix.SYS_FGETXATTR, uintptr(fd), uintptr(unsafe.Pointer(name)),
			uintptr(unsafe.Pointer(&buf[0])), uintptr(len(buf)), 0, 0)
		if e == 0 {
			return int(n), nil
		}
		if e != unix.EINTR {
			return 0, e
		}
	}
}

func sysFsetxattr(fd int, name *byte, val []byte) error {
	for {
		_, _, e := unix.Syscall6(unix.SYS_FSETXATTR, uintptr(fd), uintptr(unsafe.Pointer(name)),
			uintptr(unsafe.Pointer(&val[0])), uintptr(len(val)), 0, 0)
		if e != unix.EINTR {
			return errnoErr(e)
		}
	}
}

// sysPread and sysPwrite use the wrappers of package unix, which take no path,
// allocate nothing and know how 32-bit machines split an offset.
func sysPread(fd int, buf []byte, off int64) (int, error) {
	for {
		n, err := unix.Pread(fd, buf, off)
		if err != unix.EINTR {
			return n, err
		}
	}
}

func sysPwrite(fd int, buf []byte, off int64) (int, error) {
	for {
		n, err := unix.Pwrite(fd, buf, off)
		if err != unix.EINTR {
			return n, err
		}
	}
}

// errnoErr keeps a zero errno from becoming a non-nil error.
func errnoErr(e unix.Errno) error {
	if e == 0 {
		return nil
	}
	return e
}

// blockPreemption masks, on the calling thread, the signal by which the Go
// scheduler pre-empts: it would hit a thread that waits for a FUSE answer about
// every 10 ms, and each time the kernel sends the filesystem an INTERRUPT. The
// loops are still pre-empted at function calls. To be called on a goroutine
// that stays locked to its thread until it ends; the thread ends with it, so
// the mask never reaches other goroutines.
func blockPreemption() error {
	var set unix.Sigset_t
	const perWord = 8 * int(unsafe.Sizeof(set.Val[0]))
	sig := int(unix.SIGURG) - 1
	set.Val[sig/perWord] |= 1 << (sig % perWord)
	return unix.PthreadSigmask(unix.SIG_BLOCK, &set, nil)
}
