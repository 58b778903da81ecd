package posix

import (
	"sync/atomic"
	"syscall"

	"golang.org/x/sys/unix"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/xlator"
)

// A file is what is kept in an open file: a real descriptor, and for a
// directory the state of its reading.
type file struct {
	descriptor
	store *store
	gfid  fops.GFID
	dev   uint64
	dir   *dirReader

	closed     atomic.Bool // set before the locks that came through it are dropped
	prev, next *file       // in the store's list, guarded by its mutex
}

func (s *store) newFile(fd int, gfid fops.GFID, dev uint64) *file {
	fl := &file{store: s, gfid: gfid, dev: dev}
	fl.init(fd)
	s.filesMu.Lock()
	fl.next = s.files
	if s.files != nil {
		s.files.prev = fl
	}
	s.files = fl
	s.nfiles++
	s.filesMu.Unlock()
	return fl
}

// drop gives back one reference.
func (fl *file) drop() { fl.release() }

// forgetFile takes the file off the list of open files; only the first to do so
// gives back the reference that goes with being open.
func (s *store) forgetFile(fl *file) {
	s.filesMu.Lock()
	listed := fl.prev != nil || s.files == fl
	if listed {
		fl.closed.Store(true)
		if fl.prev != nil {
			fl.prev.next = fl.next
		} else {
			s.files = fl.next
		}
		if fl.next != nil {
			fl.next.prev = fl.prev
		}
		fl.prev, fl.next = nil, nil
		s.nfiles--
	}
	s.filesMu.Unlock()
	if listed {
		fl.drop()
	}
}

// fileOf returns what is open, to be dropped.
func (s *store) fileOf(fd *fops.Fd) (*file, syscall.Errno) {
	if fd != nil {
		if fl, ok := s.node.FdCtx(fd).(*file); ok && fl.acquire() {
			return fl, 0
		}
	}
	return nil, unix.EBADF
}

// keep puts what was opened into the fd of the request.
func (s *store) keep(fd *fops.Fd, fl *file, r *fops.Reply) {
	if old, ok := s.node.SetFdCtx(fd, fl).(*file); ok {
		s.forgetFile(old)
	}
	r.Fd = fd
}

// openFlags keeps those flags of a request that say how a file is used.
// O_CREAT, O_EXCL and O_NOFOLLOW are about names. O_DIRECT would ask for
// aligned memory, which no translator promises; the kernel keeps its own cache
// out of the way all the same. O_APPEND stays: the kernel's offsets are right
// for what it knows, but others may write behind its back.
func openFlags(flags uint32) int {
	return int(flags & (unix.O_ACCMODE | unix.O_APPEND | unix.O_TRUNC | unix.O_DSYNC | unix.O_SYNC | unix.O_NOATIME))
}

// reopen opens the object of a handle for data. Only regular files and
// directories have any: the kernel opens FIFOs, sockets and devices by itself,
// and it would not do to open the machine's device on a caller's behalf.
func (s *store) reopen(h *handle, flags int) (int, syscall.Errno) {
	switch h.typ {
	case unix.S_IFREG:
	case unix.S_IFDIR:
		if flags&unix.O_DIRECTORY == 0 {
			return -1, unix.EISDIR
		}
	case unix.S_IFLNK:
		return -1, unix.ELOOP
	default:
		return -1, unix.ENXIO
	}
	if h.typ == unix.S_IFDIR {
		// This way is shorter. Who must not search the directory may yet read
		// it, the other way.
		if fd, e := openat(h.fd, ".", flags, 0); e != unix.EACCES {
			return fd, s.tooMany(e)
		}
	}
	fd, e := s.openProc(h.fd, flags)
	if e == unix.EPERM && flags&unix.O_NOATIME != 0 {
		// It was the kernel's to decide who may ask for that.
		fd, e = s.openProc(h.fd, flags&^unix.O_NOATIME)
	}
	return fd, s.tooMany(e)
}

// openProc opens the object of a descriptor again.
func (s *store) openProc(fd, flags int) (int, syscall.Errno) {
	var b nameBuf
	return openatC(s.procFd, b.setFd(fd), flags, 0)
}

func (s *store) open(f *xlator.Frame, a *fops.Args, r *fops.Reply) syscall.Errno {
	return s.openAny(f, a, r, openFlags(a.Flags))
}

func (s *store) opendir(f *xlator.Frame, a *fops.Args, r *fops.Reply) syscall.Errno {
	return s.openAny(f, a, r, unix.O_RDONLY|unix.O_DIRECTORY)
}

func (s *store) openAny(f *xlator.Frame, a *fops.Args, r *fops.Reply, flags int) syscall.Errno {
	if a.Fd == nil {
		return unix.EINVAL
	}
	h, e := s.object(f, &a.Loc)
	if e != 0 {
		return e
	}
	defer h.drop()
	if flags&unix.O_DIRECTORY != 0 && h.typ != unix.S_IFDIR {
		return unix.ENOTDIR
	}
	fd, e := s.reopen(h, flags)
	if e != 0 {
		return e
	}
	if flags&unix.O_TRUNC != 0 && a.Flags&fops.WriteKillPriv != 0 {
		if e := s.killSetID(f, fd, a.Loc.Inode); e != 0 {
			_ = unix.Close(fd)
			return e
		}
	}
	fl := s.newFile(fd, h.gfid, h.dev)
	if flags&unix.O_DIRECTORY != 0 {
		fl.dir = &dirReader{start: true}
	}
	s.keep(a.Fd, fl, r)
	return 0
}

// Release closes an open file, which drops its flock(2), and takes back the
// other locks that came through it.
func (s *store) Release(fd *fops.Fd) {
	fl, ok := s.node.SetFdCtx(fd, nil).(*file)
	if !ok {
		return
	}
	s.forgetFile(fl)
	s.locks.closed(fl)
}

// Releasedir closes an open directory.
func (s *store) Releasedir(fd *fops.Fd) { s.Release(fd) }

// maxRace bounds the attempts to create a name that comes and goes.
const maxRace = 16

// create makes a file, or opens the one that is there unless O_EXCL forbids
// it. Two steps tell the two apart: the kernel takes it that who creates a
// file may open it, so that one which was there is opened with the caller's
// rights, and a symbolic link is never followed.
func (s *store) create(f *xlator.Frame, a *fops.Args, r *fops.Reply) syscall.Errno {
	if a.Fd == nil {
		return unix.EINVAL
	}
	dir, e := s.parent(&a.Loc)
	if e != 0 {
		return e
	}
	defer dir.drop()
	flags, mode := openFlags(a.Flags), s.createMode(dir, a.Mode, a.Umask)
	s.observe(a.Op, dir.fd, &r.Pre)
	for range maxRace {
		fd := -1
		e = s.asCaller(f, mode&unix.S_ISGID != 0, func() (e syscall.Errno) {
			fd, e = openat(dir.fd, a.Loc.Name, flags|unix.O_CREAT|unix.O_EXCL|unix.O_NOFOLLOW, mode)
			return e
		})
		if e == 0 {
			s.observe(a.Op, dir.fd, &r.Post)
			return s.created(f, a, r, dir, a.Loc.Inode, fd)
		}
		if e != unix.EEXIST || a.Flags&unix.O_EXCL != 0 {
			return s.tooMany(e)
		}
		if e = s.openExisting(f, a, r, dir, flags); e != unix.ENOENT {
			s.observe(a.Op, dir.fd, &r.Post)
			return e
		}
	}
	return e
}

func (s *store) openExisting(f *xlator.Frame, a *fops.Args, r *fops.Reply, dir *handle, flags int) syscall.Errno {
	var b nameBuf
	var st unix.Statx_t
	name := b.set(a.Loc.Name)
	if e := statxAt(dir.fd, name, unix.AT_SYMLINK_NOFOLLOW|unix.AT_NO_AUTOMOUNT, statMask, &st); e != 0 {
		return e
	}
	in, e := s.find(f, a.Loc.Inode, dir.fd, name, &st)
	if e != 0 {
		return e
	}
	h := s.handleOf(in)
	if h == nil {
		return unix.ESTALE
	}
	defer h.drop()
	fd := -1
	if e := s.asCaller(f, false, func() (e syscall.Errno) { fd, e = s.reopen(h, flags); return e }); e != 0 {
		return e
	}
	r.Inode = in
	if e := statxFd(fd, &st); e != 0 {
		_ = unix.Close(fd)
		return e
	}
	s.iatt(&r.Buf, &st)
	s.keep(a.Fd, s.newFile(fd, h.gfid, h.dev), r)
	return 0
}

// created answers with a file that was just made and is open as fd, under the
// request's name in dir, or without one if dir is nil.
func (s *store) created(f *xlator.Frame, a *fops.Args, r *fops.Reply, dir *handle, spare *fops.Inode, fd int) syscall.Errno {
	var st unix.Statx_t
	e := statxFd(fd, &st)
	path := -1
	if e == 0 {
		path, e = s.pathOf(a, dir, fd, &st)
	}
	if e == 0 {
		e = s.answer(f, spare, path, r)
	}
	if e != 0 {
		_ = unix.Close(fd)
		return s.tooMany(e)
	}
	s.keep(a.Fd, s.newFile(fd, r.Buf.GFID, r.Buf.Dev), r)
	return 0
}

// pathOf opens an O_PATH descriptor of the object that is open as fd and that
// st describes. By its name is the short way, if that is still the object's.
func (s *store) pathOf(a *fops.Args, dir *handle, fd int, st *unix.Statx_t) (int, syscall.Errno) {
	if dir != nil {
		if path, e := openat(dir.fd, a.Loc.Name, unix.O_PATH|unix.O_NOFOLLOW, 0); e == 0 {
			var now unix.Stat_t
			if unix.Fstat(path, &now) == nil && now.Ino == st.Ino && now.Dev == devOf(st) {
				return path, 0
			}
			_ = unix.Close(path)
		}
	}
	return s.openProc(fd, unix.O_PATH)
}

// tmpfile makes a file without a name. The directory is the loc's inode, or
// its parent where the loc brings an inode for the file.
func (s *store) tmpfile(f *xlator.Frame, a *fops.Args, r *fops.Reply) syscall.Errno {
	if a.Fd == nil {
		return unix.EINVAL
	}
	in, spare := a.Loc.Inode, (*fops.Inode)(nil)
	if a.Loc.Parent != nil && s.handleless(in) {
		in, spare = a.Loc.Parent, in
	}
	dir, e := s.directory(in)
	if e != 0 {
		return e
	}
	defer dir.drop()
	mode := s.createMode(dir, a.Mode, a.Umask)
	fd, e := s.unnamed(f, dir, openFlags(a.Flags)|int(a.Flags)&unix.O_EXCL, mode)
	if e != 0 {
		return e
	}
	return s.created(f, a, r, nil, spare, fd)
}

// unnamed makes and opens a file without a name in dir.
func (s *store) unnamed(f *xlator.Frame, dir *handle, flags int, mode uint32) (fd int, e syscall.Errno) {
	e = s.asCaller(f, mode&unix.S_ISGID != 0, func() (e syscall.Errno) {
		fd, e = openat(dir.fd, ".", flags|unix.O_TMPFILE, mode)
		return e
	})
	return fd, s.tooMany(e)
}
