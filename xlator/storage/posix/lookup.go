package posix

import (
	"syscall"

	"golang.org/x/sys/unix"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/xlator"
)

// lookup costs one system call for a name that is not there and for one whose
// object is known already, three for an object that is new.
func (s *store) lookup(f *xlator.Frame, a *fops.Args, r *fops.Reply) (e syscall.Errno) {
	var st unix.Statx_t
	switch l := &a.Loc; {
	case l.Nameless() || l.Name == ".":
		if l.Nameless() {
			r.Inode = l.Inode
		} else {
			r.Inode = l.Parent
		}
		h := s.handleOf(r.Inode)
		if h == nil {
			return unix.ESTALE
		}
		e = statxFd(h.fd, &st)
		h.drop()
	case l.Name == "..":
		r.Inode, e = s.lookupParent(f, l, &st)
	default:
		r.Inode, e = s.lookupName(f, l, &r.Post, &st)
	}
	if e == 0 {
		s.iatt(&r.Buf, &st)
	}
	return e
}

// lookupName finds a name in its directory. post, if not nil, receives the
// directory's attributes if somebody looks at them.
func (s *store) lookupName(f *xlator.Frame, l *fops.Loc, post *fops.Iatt, st *unix.Statx_t) (in *fops.Inode, e syscall.Errno) {
	dir, e := s.parent(l)
	if e != 0 {
		return nil, e
	}
	var b nameBuf
	name := b.set(l.Name)
	if e = statxAt(dir.fd, name, unix.AT_SYMLINK_NOFOLLOW|unix.AT_NO_AUTOMOUNT, statMask, st); e == 0 {
		in, e = s.find(f, l.Inode, dir.fd, name, st)
		if post != nil {
			s.observe(fops.OpLookup, dir.fd, post)
		}
	}
	dir.drop()
	return in, e
}

// maxAscent bounds the walk to the root.
const maxAscent = 4096

// lookupParent finds "..", which the kernel asks for when an NFS server has
// only a handle. The parent is answered only if the backing directory is above
// it: the directory may have been moved out meanwhile.
func (s *store) lookupParent(f *xlator.Frame, l *fops.Loc, st *unix.Statx_t) (*fops.Inode, syscall.Errno) {
	dir, e := s.directory(l.Parent)
	if e != 0 {
		return nil, e
	}
	defer dir.drop()
	if dir.gfid == fops.RootGFID {
		return l.Parent, statxFd(dir.fd, st)
	}
	fd, e := openat(dir.fd, "..", unix.O_PATH|unix.O_DIRECTORY, 0)
	if e != 0 {
		return nil, s.tooMany(e)
	}
	if e := s.inside(fd); e != 0 {
		_ = unix.Close(fd)
		return nil, e
	}
	in, h, e := s.adopt(f, fd, st)
	if h != nil {
		in = s.attach(f.Call(), l.Inode, h)
	}
	return in, e
}

// inside walks up from a directory and returns ESTALE unless it meets the
// root of the store.
func (s *store) inside(dir int) syscall.Errno {
	var st unix.Statx_t
	at := dir
	defer func() {
		if at != dir {
			_ = unix.Close(at)
		}
	}()
	for range maxAscent {
		if e := statxFd(at, &st); e != 0 {
			return e
		}
		ino, dev := st.Ino, devOf(&st)
		if ino == s.rootIno && dev == s.rootDev {
			return 0
		}
		up, e := openat(at, "..", unix.O_PATH|unix.O_DIRECTORY, 0)
		if e != 0 {
			return s.tooMany(e)
		}
		if at != dir {
			_ = unix.Close(at)
		}
		at = up
		if e := statxFd(at, &st); e != 0 {
			return e
		}
		if st.Ino == ino && devOf(&st) == dev {
			break // the top of the machine's tree
		}
	}
	return unix.ESTALE
}
