package posix

import (
	"syscall"
	"unsafe"

	"golang.org/x/sys/unix"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/xlator"
)

func (s *store) stat(f *xlator.Frame, a *fops.Args, r *fops.Reply) syscall.Errno {
	h, e := s.object(f, &a.Loc)
	if e != 0 {
		return e
	}
	e = s.statFd(h.fd, &r.Buf)
	h.drop()
	return e
}

func (s *store) fstat(_ *xlator.Frame, a *fops.Args, r *fops.Reply) syscall.Errno {
	fl, e := s.fileOf(a.Fd)
	if e != 0 {
		return e
	}
	e = s.statFd(fl.fd, &r.Buf)
	fl.drop()
	return e
}

func (s *store) statFd(fd int, b *fops.Iatt) syscall.Errno {
	var st unix.Statx_t
	e := statxFd(fd, &st)
	if e == 0 {
		s.iatt(b, &st)
	}
	return e
}

// statx passes on what the caller wants to know, and how fresh.
func (s *store) statx(f *xlator.Frame, a *fops.Args, r *fops.Reply) (e syscall.Errno) {
	flags := unix.AT_EMPTY_PATH | int(a.Flags)&(unix.AT_STATX_FORCE_SYNC|unix.AT_STATX_DONT_SYNC)
	var st unix.Statx_t
	if fl, e := s.fileOf(a.Fd); e == 0 {
		e = statxAt(fl.fd, &empty[0], flags, int(a.Valid)|statMask, &st)
		fl.drop()
		if e != 0 {
			return e
		}
	} else {
		h, e := s.object(f, &a.Loc)
		if e != 0 {
			return e
		}
		e = statxAt(h.fd, &empty[0], flags, int(a.Valid)|statMask, &st)
		h.drop()
		if e != 0 {
			return e
		}
	}
	s.iatt(&r.Buf, &st)
	return 0
}

func (s *store) setattr(f *xlator.Frame, a *fops.Args, r *fops.Reply) syscall.Errno {
	h, e := s.object(f, &a.Loc)
	if e != 0 {
		return e
	}
	defer h.drop()
	return s.change(f, a, r, h.target())
}

func (s *store) fsetattr(f *xlator.Frame, a *fops.Args, r *fops.Reply) syscall.Errno {
	fl, e := s.fileOf(a.Fd)
	if e != 0 {
		return e
	}
	defer fl.drop()
	return s.change(f, a, r, fl.target())
}

// change sets attributes. The owner comes before the mode, because changing it
// drops the set-id bits that a mode may bring. Privileges go only when that has
// been allowed, but on the group that the file has had depends which.
func (s *store) change(f *xlator.Frame, a *fops.Args, r *fops.Reply, t target) syscall.Errno {
	fd := t.fd
	s.observe(a.Op, fd, &r.Pre)
	keeps := true // the set-group-ID bit where it does not mean execution
	if a.Valid&fops.SetKillPriv != 0 {
		var st unix.Statx_t
		if e := statxFd(fd, &st); e != 0 {
			return e
		}
		keeps = uint32(st.Mode)&unix.S_ISGID == 0 || inGroup(f.Root(), st.Gid)
	}
	if a.Valid&(fops.SetUID|fops.SetGID) != 0 {
		uid, gid := -1, -1
		if a.Valid&fops.SetUID != 0 {
			uid = int(int32(a.Buf.UID))
		}
		if a.Valid&fops.SetGID != 0 {
			gid = int(int32(a.Buf.GID))
		}
		if e := chownFd(fd, uid, gid); e != 0 {
			return e
		}
	}
	if a.Valid&fops.SetKillPriv != 0 {
		if e := s.killPriv(f, t, keeps); e != 0 {
			return e
		}
	}
	if a.Valid&(fops.SetCtime|fops.SetUID|fops.SetGID|fops.SetMode) == fops.SetCtime {
		if e := s.touch(f, fd); e != 0 {
			return e
		}
	}
	if a.Valid&fops.SetMode != 0 {
		if e := chmodFd(s.procFd, fd, a.Buf.Mode&0o7777); e != 0 {
			return e
		}
	}
	if ts, set := times(a); set {
		if e := utimesFd(fd, &ts); e != 0 {
			return e
		}
	}
	return s.statFd(fd, &r.Post)
}

// touch does what a caller does with a chown(2) to no user and no group: ctime
// becomes now, and privileges are dropped if the file is the caller's. What a
// stranger is refused may be the announcement of a write, which is not.
func (s *store) touch(f *xlator.Frame, fd int) (e syscall.Errno) {
	op := func() syscall.Errno { return chownFd(fd, -1, -1) }
	if s.check {
		e = op()
	} else {
		e = s.asChecked(f, op)
	}
	if caller := f.Root().UID; e == unix.EPERM && caller != 0 {
		var st unix.Statx_t
		if statxAt(fd, &empty[0], unix.AT_EMPTY_PATH, unix.STATX_UID, &st) == 0 && st.Uid != caller {
			return 0
		}
	}
	return e
}

// times are the arguments of utimensat(2) for a setattr, and whether it sets
// any time.
func times(a *fops.Args) (ts [2]unix.Timespec, sets bool) {
	for i, v := range [2]struct {
		set, now uint32
		t        fops.Timespec
	}{{fops.SetAtime, fops.SetAtimeNow, a.Buf.Atime}, {fops.SetMtime, fops.SetMtimeNow, a.Buf.Mtime}} {
		switch {
		case a.Valid&v.now != 0:
			ts[i].Nsec = unix.UTIME_NOW
			sets = true
		case a.Valid&v.set != 0:
			ts[i] = unix.Timespec{Sec: v.t.Sec, Nsec: int64(v.t.Nsec)}
			sets = true
		default:
			ts[i].Nsec = unix.UTIME_OMIT
		}
	}
	return ts, sets
}

func utimesFd(fd int, ts *[2]unix.Timespec) syscall.Errno {
	_, _, e := unix.Syscall6(unix.SYS_UTIMENSAT, uintptr(fd), uintptr(unsafe.Pointer(&empty[0])), uintptr(unsafe.Pointer(ts)), unix.AT_EMPTY_PATH, 0, 0)
	return e
}

func chownFd(fd, uid, gid int) syscall.Errno {
	_, _, e := unix.Syscall6(unix.SYS_FCHOWNAT, uintptr(fd), uintptr(unsafe.Pointer(&empty[0])), uintptr(uint32(uid)), uintptr(uint32(gid)), unix.AT_EMPTY_PATH, 0)
	return e
}

// chmodFd changes the mode of a descriptor's object: directly where the kernel
// can (6.6), else through /proc. Symbolic links have no mode to change.
func chmodFd(procFd, fd int, mode uint32) syscall.Errno {
	_, _, e := unix.Syscall6(unix.SYS_FCHMODAT2, uintptr(fd), uintptr(unsafe.Pointer(&empty[0])), uintptr(mode), unix.AT_EMPTY_PATH, 0, 0)
	if e != unix.ENOSYS {
		return e
	}
	var b nameBuf
	_, _, e = unix.Syscall(unix.SYS_FCHMODAT, uintptr(procFd), uintptr(unsafe.Pointer(b.setFd(fd))), uintptr(mode))
	return e
}

func (s *store) truncate(f *xlator.Frame, a *fops.Args, r *fops.Reply) syscall.Errno {
	h, e := s.object(f, &a.Loc)
	if e != 0 {
		return e
	}
	defer h.drop()
	fd, e := s.reopen(h, unix.O_WRONLY)
	if e == unix.ENXIO || e == unix.ELOOP {
		return unix.EINVAL
	}
	if e != 0 {
		return e
	}
	defer unix.Close(fd)
	return s.resize(a, r, fd)
}

func (s *store) ftruncate(_ *xlator.Frame, a *fops.Args, r *fops.Reply) syscall.Errno {
	fl, e := s.fileOf(a.Fd)
	if e != 0 {
		return e
	}
	defer fl.drop()
	return s.resize(a, r, fl.fd)
}

func (s *store) resize(a *fops.Args, r *fops.Reply, fd int) syscall.Errno {
	s.observe(a.Op, fd, &r.Pre)
	if e := retry(unix.SYS_FTRUNCATE, fd, uintptr(a.Offset), 0, 0); e != 0 {
		return e
	}
	return s.statFd(fd, &r.Post)
}

// access asks the backing filesystem with the caller's rights, its ACLs
// included.
func (s *store) access(f *xlator.Frame, a *fops.Args, _ *fops.Reply) syscall.Errno {
	h, e := s.object(f, &a.Loc)
	if e != 0 {
		return e
	}
	defer h.drop()
	ask := func() syscall.Errno {
		return errnoOf(unix.Faccessat2(h.fd, "", a.Flags, unix.AT_EMPTY_PATH|unix.AT_EACCESS))
	}
	if s.check {
		return ask()
	}
	return s.asChecked(f, ask)
}

func (s *store) readlink(f *xlator.Frame, a *fops.Args, r *fops.Reply) syscall.Errno {
	h, e := s.object(f, &a.Loc)
	if e != 0 {
		return e
	}
	defer h.drop()
	if h.typ != unix.S_IFLNK {
		return unix.EINVAL
	}
	var buf [unix.PathMax]byte
	size := uint64(len(buf))
	if a.Size > 0 {
		size = min(size, a.Size)
	}
	n, _, e := unix.Syscall6(unix.SYS_READLINKAT, uintptr(h.fd), uintptr(unsafe.Pointer(&empty[0])), uintptr(unsafe.Pointer(&buf[0])), uintptr(size), 0, 0)
	if e != 0 {
		return e
	}
	r.Path = string(buf[:n])
	s.observe(a.Op, h.fd, &r.Buf)
	return 0
}

func (s *store) statfs(f *xlator.Frame, a *fops.Args, r *fops.Reply) syscall.Errno {
	h, e := s.object(f, &a.Loc)
	if e != 0 {
		return e
	}
	defer h.drop()
	var st unix.Statfs_t
	if e := errnoOf(unix.Fstatfs(h.fd, &st)); e != 0 {
		return e
	}
	r.Statvfs = fops.Statvfs{
		Bsize: uint64(st.Bsize), Frsize: uint64(st.Frsize),
		Blocks: st.Blocks, Bfree: st.Bfree, Bavail: st.Bavail,
		Files: st.Files, Ffree: st.Ffree, Favail: st.Ffree,
		Fsid: uint64(uint32(st.Fsid.Val[0])) | uint64(uint32(st.Fsid.Val[1]))<<32,
		Flag: uint64(st.Flags), Namemax: uint64(st.Namelen),
	}
	if r.Statvfs.Frsize == 0 {
		r.Statvfs.Frsize = r.Statvfs.Bsize
	}
	return 0
}
