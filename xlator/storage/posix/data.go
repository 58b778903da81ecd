package posix

import (
	"crypto/sha256"
	"hash/adler32"
	"io"
	"syscall"

	"golang.org/x/sys/unix"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/xlator"
)

// bigRead is the size from which on a read looks at the file's size first, so
// that a translator that asks for everything does not get a buffer of that
// size; maxRW is the most that Linux reads or writes at once.
const (
	bigRead = 4 << 20
	maxRW   = 0x7ffff000
)

func (s *store) readv(f *xlator.Frame, a *fops.Args, r *fops.Reply) syscall.Errno {
	fl, e := s.fileOf(a.Fd)
	if e != 0 {
		return e
	}
	defer fl.drop()
	size := min(a.Size, maxRW)
	if size > bigRead {
		var st unix.Statx_t
		if e := statxFd(fl.fd, &st); e != 0 {
			return e
		}
		left := uint64(0)
		if a.Offset >= 0 && uint64(a.Offset) < st.Size {
			left = st.Size - uint64(a.Offset)
		}
		size = min(size, max(left, bigRead))
	}
	buf := f.Buffer(int(size))
	n, e := preadFull(fl.fd, buf, a.Offset)
	if e != 0 {
		return e
	}
	r.Vector, r.OpRet = buf[:n], int64(n)
	s.observe(a.Op, fl.fd, &r.Buf)
	return 0
}

func (s *store) writev(f *xlator.Frame, a *fops.Args, r *fops.Reply) syscall.Errno {
	fl, e := s.fileOf(a.Fd)
	if e != 0 {
		return e
	}
	defer fl.drop()
	s.observe(a.Op, fl.fd, &r.Pre)
	if a.Flags&fops.WriteKillPriv != 0 {
		if e := s.killSetID(f, fl.fd, a.Fd.Inode); e != 0 {
			return e
		}
	}
	write := pwriteFull
	if a.Fd.Flags&unix.O_APPEND != 0 && a.Flags&unix.O_APPEND == 0 {
		write = pwriteNoAppend
	}
	n, e := write(fl.fd, a.Vector, a.Offset)
	if e != 0 {
		return e
	}
	r.OpRet = int64(n)
	s.observe(a.Op, fl.fd, &r.Post)
	return 0
}

// flush is a close(2) by one process: its fcntl(2) locks go. Filesystems that
// write behind report errors at that moment, so they get a close(2) as well.
func (s *store) flush(f *xlator.Frame, a *fops.Args, _ *fops.Reply) syscall.Errno {
	fl, e := s.fileOf(a.Fd)
	if e != 0 {
		return e
	}
	defer fl.drop()
	s.locks.flushed(fl.gfid, f.Root().LkOwner)
	if !s.closeTells {
		return 0
	}
	fd, err := unix.FcntlInt(uintptr(fl.fd), unix.F_DUPFD_CLOEXEC, 0)
	if err != nil {
		return s.tooMany(errnoOf(err))
	}
	return errnoOf(unix.Close(fd))
}

func (s *store) fsync(_ *xlator.Frame, a *fops.Args, r *fops.Reply) syscall.Errno {
	fl, e := s.fileOf(a.Fd)
	if e != 0 {
		return e
	}
	defer fl.drop()
	if a.Op == fops.OpFsync {
		s.observe(a.Op, fl.fd, &r.Pre)
	}
	call := uintptr(unix.SYS_FSYNC)
	if a.Flags&fops.FsyncData != 0 {
		call = unix.SYS_FDATASYNC
	}
	if e := retry(call, fl.fd, 0, 0, 0); e != 0 {
		return e
	}
	if a.Op == fops.OpFsync {
		s.observe(a.Op, fl.fd, &r.Post)
	}
	return 0
}

// syncfs needs a real descriptor; handles are none.
func (s *store) syncfs(f *xlator.Frame, a *fops.Args, _ *fops.Reply) syscall.Errno {
	h, e := s.object(f, &a.Loc)
	if e != 0 {
		return e
	}
	defer h.drop()
	at := h
	if h.typ != unix.S_IFREG && h.typ != unix.S_IFDIR {
		at = s.root
	}
	flags := unix.O_RDONLY
	if at.typ == unix.S_IFDIR {
		flags |= unix.O_DIRECTORY
	}
	fd, e := s.reopen(at, flags)
	if e != 0 {
		return e
	}
	defer unix.Close(fd)
	return retry(unix.SYS_SYNCFS, fd, 0, 0, 0)
}

func (s *store) fallocate(_ *xlator.Frame, a *fops.Args, r *fops.Reply) syscall.Errno {
	return s.allocate(a, r, a.Flags)
}

func (s *store) discard(_ *xlator.Frame, a *fops.Args, r *fops.Reply) syscall.Errno {
	return s.allocate(a, r, unix.FALLOC_FL_PUNCH_HOLE|unix.FALLOC_FL_KEEP_SIZE)
}

func (s *store) zerofill(_ *xlator.Frame, a *fops.Args, r *fops.Reply) syscall.Errno {
	return s.allocate(a, r, unix.FALLOC_FL_ZERO_RANGE|a.Flags&unix.FALLOC_FL_KEEP_SIZE)
}

func (s *store) allocate(a *fops.Args, r *fops.Reply, mode uint32) syscall.Errno {
	fl, e := s.fileOf(a.Fd)
	if e != 0 {
		return e
	}
	defer fl.drop()
	s.observe(a.Op, fl.fd, &r.Pre)
	for {
		err := unix.Fallocate(fl.fd, mode, a.Offset, int64(a.Size))
		if err == unix.EINTR { //nolint:errorlint // bare
			continue
		}
		if err != nil {
			return errnoOf(err)
		}
		s.observe(a.Op, fl.fd, &r.Post)
		return 0
	}
}

// seek moves the descriptor's own position, which nothing here uses.
func (s *store) seek(_ *xlator.Frame, a *fops.Args, r *fops.Reply) syscall.Errno {
	if a.Type != unix.SEEK_DATA && a.Type != unix.SEEK_HOLE {
		return unix.EINVAL
	}
	fl, e := s.fileOf(a.Fd)
	if e != 0 {
		return e
	}
	defer fl.drop()
	off, err := unix.Seek(fl.fd, a.Offset, int(a.Type))
	r.Offset = off
	return errnoOf(err)
}

func (s *store) copyFileRange(f *xlator.Frame, a *fops.Args, r *fops.Reply) syscall.Errno {
	from, e := s.fileOf(a.Fd)
	if e != 0 {
		return e
	}
	defer from.drop()
	to, e := s.fileOf(a.Fd2)
	if e != 0 {
		return e
	}
	defer to.drop()
	s.observe(a.Op, to.fd, &r.Pre)
	done := uint64(0)
	for size := min(a.Size, maxRW); done < size || done == 0; {
		in, out := a.Offset+int64(done), a.Offset2+int64(done)
		n, err := unix.CopyFileRange(from.fd, &in, to.fd, &out, int(min(size-done, copyPiece)), int(a.Flags))
		if err == unix.EINTR { //nolint:errorlint // bare
			continue
		}
		if err != nil && done == 0 {
			return errnoOf(err)
		}
		if err != nil || n == 0 {
			break
		}
		done += uint64(n)
		if interrupted(f) {
			break
		}
	}
	r.OpRet = int64(done)
	s.observe(a.Op, from.fd, &r.Buf)
	s.observe(a.Op, to.fd, &r.Post)
	return 0
}

// copyPiece is how much is copied at once: where the filesystem has to copy
// byte by byte, a caller that gets a signal must not wait for all of it.
const copyPiece = 64 << 20

// interrupted reports whether the caller has got a signal.
func interrupted(f *xlator.Frame) bool {
	select {
	case <-f.Done():
		return true
	default:
		return false
	}
}

// rchecksum reads the range, as much of it as there is, in pieces.
func (s *store) rchecksum(f *xlator.Frame, a *fops.Args, r *fops.Reply) syscall.Errno {
	fl, e := s.fileOf(a.Fd)
	if e != 0 {
		return e
	}
	defer fl.drop()
	weak, strong := adler32.New(), sha256.New()
	both := io.MultiWriter(weak, strong)
	buf := make([]byte, min(max(a.Size, 1), 128<<10))
	for left, off := a.Size, a.Offset; left > 0; {
		if interrupted(f) {
			return unix.EINTR
		}
		n, e := preadFull(fl.fd, buf[:min(left, uint64(len(buf)))], off)
		if e != 0 {
			return e
		}
		if n == 0 {
			break
		}
		_, _ = both.Write(buf[:n])
		left, off = left-uint64(n), off+int64(n)
	}
	r.Weak, r.Strong = weak.Sum32(), strong.Sum(nil)
	return 0
}

// POLLRDNORM and POLLWRNORM of poll(2).
const (
	pollRdNorm = 0x40
	pollWrNorm = 0x100
)

// poll: what is on a disk is always ready.
func (s *store) poll(_ *xlator.Frame, a *fops.Args, r *fops.Reply) syscall.Errno {
	const ready = unix.POLLIN | unix.POLLOUT | pollRdNorm | pollWrNorm
	if r.Flags = a.Flags & ready; r.Flags == 0 {
		r.Flags = unix.POLLIN | unix.POLLOUT
	}
	return 0
}
