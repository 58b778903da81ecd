package posix

import (
	"sync/atomic"
	"syscall"
	"unsafe"

	"golang.org/x/sys/unix"
)

// A target is how the calls for extended attributes reach an object. Those on
// descriptors refuse handles (O_PATH), so that a handle goes by name: that of
// its descriptor in /proc/self/fd, which leads to any object, symbolic links
// included, or "." from a directory's handle, which is quicker.
type target struct {
	fd   int
	proc int // /proc/self/fd for a handle, -1 for a real descriptor
	dir  bool
}

func (h *handle) target() target {
	return target{h.fd, h.store.procFd, h.typ == unix.S_IFDIR}
}

func (fl *file) target() target { return target{fd: fl.fd, proc: -1} }

// The calls in their forms: on a descriptor, on a place (Linux 6.13), and on a
// path that is followed.
type xattrCall struct{ fd, at, path uintptr }

var (
	callGet    = xattrCall{unix.SYS_FGETXATTR, unix.SYS_GETXATTRAT, unix.SYS_GETXATTR}
	callSet    = xattrCall{unix.SYS_FSETXATTR, unix.SYS_SETXATTRAT, unix.SYS_SETXATTR}
	callRemove = xattrCall{unix.SYS_FREMOVEXATTR, unix.SYS_REMOVEXATTRAT, unix.SYS_REMOVEXATTR}
	callList   = xattrCall{unix.SYS_FLISTXATTR, unix.SYS_LISTXATTRAT, unix.SYS_LISTXATTR}
)

// noXattrAt is set when the kernel turns out to be older than the calls on
// places.
var noXattrAt atomic.Bool

// xattrArgs is struct xattr_args of the kernel, as 64-bit machines have it.
type xattrArgs struct {
	value unsafe.Pointer
	size  uint32
	flags uint32
}

var wordIs64 = unsafe.Sizeof(uintptr(0)) == 8

// run makes the call. name is nil for callList alone; what a call does not
// take is ignored.
func (t target) run(call *xattrCall, name *byte, value []byte, flags uint32) (int, syscall.Errno) {
	val, size := unsafe.Pointer(unsafe.SliceData(value)), uintptr(len(value))
	if t.proc < 0 {
		if name == nil {
			n, _, e := unix.Syscall(call.fd, uintptr(t.fd), uintptr(val), size)
			return int(n), e
		}
		n, _, e := unix.Syscall6(call.fd, uintptr(t.fd), uintptr(unsafe.Pointer(name)), uintptr(val), size, uintptr(flags), 0)
		return int(n), e
	}
	if wordIs64 && !noXattrAt.Load() {
		n, e := t.runAt(call, name, val, size, flags)
		switch e {
		case unix.ENOSYS:
			noXattrAt.Store(true)
		case unix.EACCES:
			// Perhaps the directory must not be searched; the way below asks
			// for the rights to the object alone.
		default:
			return n, e
		}
	}
	var path nameBuf
	p := path.setProc(t.fd)
	if name == nil {
		n, _, e := unix.Syscall(call.path, uintptr(unsafe.Pointer(p)), uintptr(val), size)
		return int(n), e
	}
	n, _, e := unix.Syscall6(call.path, uintptr(unsafe.Pointer(p)), uintptr(unsafe.Pointer(name)), uintptr(val), size, uintptr(flags), 0)
	return int(n), e
}

func (t target) runAt(call *xattrCall, name *byte, val unsafe.Pointer, size uintptr, flags uint32) (int, syscall.Errno) {
	var b nameBuf
	at, p := t.fd, b.set(".")
	if !t.dir {
		at, p = t.proc, b.setFd(t.fd)
	}
	switch call {
	case &callList:
		n, _, e := unix.Syscall6(call.at, uintptr(at), uintptr(unsafe.Pointer(p)), 0, uintptr(val), size, 0)
		return int(n), e
	case &callRemove:
		n, _, e := unix.Syscall6(call.at, uintptr(at), uintptr(unsafe.Pointer(p)), 0, uintptr(unsafe.Pointer(name)), 0, 0)
		return int(n), e
	}
	args := xattrArgs{val, uint32(size), flags}
	n, _, e := unix.Syscall6(call.at, uintptr(at), uintptr(unsafe.Pointer(p)), 0, uintptr(unsafe.Pointer(name)), uintptr(unsafe.Pointer(&args)), unsafe.Sizeof(args))
	return int(n), e
}

func (t target) get(name string, value []byte) (int, syscall.Errno) {
	var b nameBuf
	return t.run(&callGet, b.set(name), value, 0)
}

func (t target) set(name string, value []byte, flags uint32) syscall.Errno {
	var b nameBuf
	_, e := t.run(&callSet, b.set(name), value, flags)
	return e
}

func (t target) remove(name string) syscall.Errno {
	var b nameBuf
	_, e := t.run(&callRemove, b.set(name), nil, 0)
	return e
}

func (t target) list(names []byte) (int, syscall.Errno) { return t.run(&callList, nil, names, 0) }
