package posix

import (
	"syscall"
	"unsafe"

	"golang.org/x/sys/unix"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/xlator"
)

// made answers for a name that was just made in dir.
func (s *store) made(f *xlator.Frame, l *fops.Loc, dir *handle, r *fops.Reply) (e syscall.Errno) {
	fd, e := openat(dir.fd, l.Name, unix.O_PATH|unix.O_NOFOLLOW, 0)
	if e != 0 {
		return s.tooMany(e)
	}
	return s.answer(f, l.Inode, fd, r)
}

// answer puts the inode and the attributes of an object into a reply. It takes
// over fd, an O_PATH descriptor.
func (s *store) answer(f *xlator.Frame, spare *fops.Inode, fd int, r *fops.Reply) (e syscall.Errno) {
	var st unix.Statx_t
	in, h, e := s.adopt(f, fd, &st)
	if e != 0 {
		return e
	}
	if h != nil {
		in = s.attach(f.Call(), spare, h)
	}
	r.Inode = in
	s.iatt(&r.Buf, &st)
	return 0
}

// making runs call, which makes a.Loc's name in dir, between the looks at the
// directory, and answers with what was made. mode is what the request says
// less what the umask takes away.
func (s *store) making(f *xlator.Frame, a *fops.Args, r *fops.Reply, call func(dir *handle, mode uint32) syscall.Errno) syscall.Errno {
	dir, e := s.parent(&a.Loc)
	if e != 0 {
		return e
	}
	defer dir.drop()
	mode := uint32(0)
	if a.Op != fops.OpSymlink {
		mode = s.createMode(dir, a.Mode, a.Umask)
	}
	s.observe(a.Op, dir.fd, &r.Pre)
	if e := s.asCaller(f, mode&unix.S_ISGID != 0, func() syscall.Errno { return call(dir, mode) }); e != 0 {
		return e
	}
	s.observe(a.Op, dir.fd, &r.Post)
	return s.made(f, &a.Loc, dir, r)
}

func (s *store) mkdir(f *xlator.Frame, a *fops.Args, r *fops.Reply) syscall.Errno {
	return s.making(f, a, r, func(dir *handle, mode uint32) syscall.Errno {
		return atCall(unix.SYS_MKDIRAT, dir.fd, a.Loc.Name, uintptr(mode), 0)
	})
}

func (s *store) mknod(f *xlator.Frame, a *fops.Args, r *fops.Reply) syscall.Errno {
	return s.making(f, a, r, func(dir *handle, mode uint32) syscall.Errno {
		return atCall(unix.SYS_MKNODAT, dir.fd, a.Loc.Name, uintptr(mode|a.Mode&unix.S_IFMT), uintptr(a.Rdev))
	})
}

func (s *store) symlink(f *xlator.Frame, a *fops.Args, r *fops.Reply) syscall.Errno {
	if len(a.Path) >= unix.PathMax {
		return unix.ENAMETOOLONG
	}
	text, err := unix.BytePtrFromString(a.Path)
	if err != nil {
		return unix.EINVAL
	}
	return s.making(f, a, r, func(dir *handle, _ uint32) syscall.Errno {
		var b nameBuf
		_, _, e := unix.Syscall(unix.SYS_SYMLINKAT, uintptr(unsafe.Pointer(text)), uintptr(dir.fd), uintptr(unsafe.Pointer(b.set(a.Loc.Name))))
		return e
	})
}

func (s *store) unlink(_ *xlator.Frame, a *fops.Args, r *fops.Reply) syscall.Errno {
	return s.remove(a, r, 0)
}

func (s *store) rmdir(_ *xlator.Frame, a *fops.Args, r *fops.Reply) syscall.Errno {
	return s.remove(a, r, unix.AT_REMOVEDIR)
}

func (s *store) remove(a *fops.Args, r *fops.Reply, flags uintptr) syscall.Errno {
	dir, e := s.parent(&a.Loc)
	if e != 0 {
		return e
	}
	defer dir.drop()
	s.observe(a.Op, dir.fd, &r.Pre)
	if e := atCall(unix.SYS_UNLINKAT, dir.fd, a.Loc.Name, flags, 0); e != 0 {
		return e
	}
	s.observe(a.Op, dir.fd, &r.Post)
	return 0
}

func (s *store) rename(_ *xlator.Frame, a *fops.Args, r *fops.Reply) syscall.Errno {
	from, e := s.parent(&a.Loc)
	if e != 0 {
		return e
	}
	defer from.drop()
	to, e := s.parent(&a.Loc2)
	if e != 0 {
		return e
	}
	defer to.drop()
	s.observe(a.Op, from.fd, &r.Pre)
	s.observe(a.Op, to.fd, &r.Pre2)
	if e := at2Call(unix.SYS_RENAMEAT2, from.fd, a.Loc.Name, to.fd, a.Loc2.Name, uintptr(a.Flags)); e != 0 {
		return e
	}
	s.observe(a.Op, from.fd, &r.Post)
	s.observe(a.Op, to.fd, &r.Post2)
	// Who has the name now is what the bridge wants to know. Should another
	// rename have been quicker, the reply says nothing about it.
	var st unix.Statx_t
	if statxName(to.fd, a.Loc2.Name, &st) == 0 {
		s.iatt(&r.Buf, &st)
	}
	return 0
}

func (s *store) link(f *xlator.Frame, a *fops.Args, r *fops.Reply) syscall.Errno {
	h, e := s.object(f, &a.Loc)
	if e != 0 {
		return e
	}
	defer h.drop()
	dir, e := s.parent(&a.Loc2)
	if e != 0 {
		return e
	}
	defer dir.drop()
	s.observe(a.Op, dir.fd, &r.Pre)
	if e := s.linkFd(h.fd, dir.fd, a.Loc2.Name); e != 0 {
		return e
	}
	s.observe(a.Op, dir.fd, &r.Post)
	var st unix.Statx_t
	if e := statxFd(h.fd, &st); e != 0 {
		return e
	}
	s.iatt(&r.Buf, &st)
	if r.Inode = a.Loc.Inode; s.handleless(r.Inode) {
		r.Inode = s.known(f, &st)
	}
	if r.Inode == nil {
		return s.made(f, &fops.Loc{Name: a.Loc2.Name}, dir, r)
	}
	return 0
}

// handleless reports whether nothing is kept in an inode.
func (s *store) handleless(in *fops.Inode) bool { return in == nil || s.node.InodeCtx(in) == nil }

// linkFd gives the object of a descriptor a name. The direct way needs a
// capability; the one through /proc needs a name that is left, or O_TMPFILE.
func (s *store) linkFd(fd, dir int, name string) syscall.Errno {
	e := at2Call(unix.SYS_LINKAT, fd, "", dir, name, unix.AT_EMPTY_PATH)
	if e != unix.ENOENT && e != unix.EINVAL {
		return e
	}
	var b, b2 nameBuf
	_, _, e = unix.Syscall6(unix.SYS_LINKAT, uintptr(s.procFd), uintptr(unsafe.Pointer(b.setFd(fd))), uintptr(dir), uintptr(unsafe.Pointer(b2.set(name))), unix.AT_SYMLINK_FOLLOW, 0)
	return e
}
