package posix

import (
	"syscall"
	"unsafe"

	"golang.org/x/sys/unix"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/xlator"
)

// These are ioctls that concern one file, take or give one flat record, and do
// no harm in the hands of somebody who may open the file. Others, which may
// hold pointers or reach beyond the file, do not pass.
const (
	fsIocGetVersion  = 0x80087601 // _IOR('v', 1, long)
	fsIocFsGetXattr  = 0x801c581f // _IOR('X', 31, struct fsxattr)
	fsIocFsSetXattr  = 0x401c5820 // _IOW('X', 32, struct fsxattr)
	fsxattrSize      = 28
	flagsSize        = 8 // the number says long, the kernel uses an int
	fsIocGetFsLabel  = 0x81009431
	fsIocGetFsUUID   = 0x80111500
	fsLabelSize      = 256
	fsUUIDRecordSize = 17
)

// ioctlSize returns the size of the record of an ioctl that may pass, and
// whether it changes the file.
func ioctlSize(cmd uint32) (size int, sets, ok bool) {
	switch cmd {
	case unix.FS_IOC_GETFLAGS, fsIocGetVersion:
		return flagsSize, false, true
	case unix.FS_IOC_SETFLAGS:
		return flagsSize, true, true
	case fsIocFsGetXattr:
		return fsxattrSize, false, true
	case fsIocFsSetXattr:
		return fsxattrSize, true, true
	case fsIocGetFsLabel:
		return fsLabelSize, false, true
	case fsIocGetFsUUID:
		return fsUUIDRecordSize, false, true
	}
	return 0, false, false
}

// ioctl passes on what ioctlSize lets pass. What changes the file is done with
// the caller's rights: being root is what protects the immutable flag.
func (s *store) ioctl(f *xlator.Frame, a *fops.Args, r *fops.Reply) syscall.Errno {
	size, sets, ok := ioctlSize(uint32(a.Cmd))
	if !ok {
		return unix.ENOTTY
	}
	fl, e := s.fileOf(a.Fd)
	if e != 0 {
		return e
	}
	defer fl.drop()
	buf := make([]byte, max(size, int(min(a.Size, fsLabelSize))))
	if sets && len(a.Vector) < min(size, 4) {
		return unix.EINVAL
	}
	copy(buf, a.Vector)
	call := func() syscall.Errno {
		ret, _, e := unix.Syscall(unix.SYS_IOCTL, uintptr(fl.fd), uintptr(uint32(a.Cmd)), uintptr(unsafe.Pointer(&buf[0])))
		r.OpRet = int64(ret)
		return e
	}
	if sets && !s.check {
		e = s.asChecked(f, call)
	} else {
		e = call()
	}
	if e == 0 {
		r.Vector = buf[:min(int(min(a.Size, fsLabelSize)), len(buf))]
	}
	return e
}
