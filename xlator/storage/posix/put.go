package posix

import (
	"fmt"
	"syscall"

	"golang.org/x/sys/unix"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/xlator"
)

// put makes a file without a name, fills it, and gives it the name when it is
// complete. A file that has the name is replaced, unless flags have O_EXCL.
func (s *store) put(f *xlator.Frame, a *fops.Args, r *fops.Reply) syscall.Errno {
	dir, e := s.parent(&a.Loc)
	if e != 0 {
		return e
	}
	defer dir.drop()
	s.observe(a.Op, dir.fd, &r.Pre)
	fd, e := s.unnamed(f, dir, unix.O_WRONLY|openFlags(a.Flags)&(unix.O_SYNC|unix.O_DSYNC), s.createMode(dir, a.Mode, a.Umask))
	if e != 0 {
		return e
	}
	defer unix.Close(fd)
	for data, off := a.Vector, a.Offset; len(data) > 0; {
		n, e := pwriteFull(fd, data, off)
		if e != 0 {
			return e
		}
		data, off = data[n:], off+int64(n)
	}
	for _, p := range a.Dict.Pairs() {
		if e := checkXattr(p.Key); e != 0 {
			return e
		}
		value, ok := a.Dict.Bytes(p.Key)
		if !ok {
			return unix.EINVAL
		}
		if e := (target{fd: fd, proc: -1}).set(p.Key, value, 0); e != 0 {
			return e
		}
	}
	e = s.linkFd(fd, dir.fd, a.Loc.Name)
	if e == unix.EEXIST && a.Flags&unix.O_EXCL == 0 {
		e = s.replace(fd, dir.fd, a.Loc.Name)
	}
	if e != 0 {
		return e
	}
	s.observe(a.Op, dir.fd, &r.Post)
	path, e := s.openProc(fd, unix.O_PATH)
	if e != 0 {
		return s.tooMany(e)
	}
	return s.answer(f, a.Loc.Inode, path, r)
}

// replace puts a file in the place of another: only a rename does that in one
// step, and it needs a name to start from.
func (s *store) replace(fd, dir int, name string) syscall.Errno {
	for {
		temp := fmt.Sprintf(".windlass-put-%d-%d", unix.Getpid(), s.temps.Add(1))
		e := s.linkFd(fd, dir, temp)
		if e == unix.EEXIST {
			continue
		}
		if e != 0 {
			return e
		}
		if e = at2Call(unix.SYS_RENAMEAT2, dir, temp, dir, name, 0); e != 0 {
			_ = atCall(unix.SYS_UNLINKAT, dir, temp, 0, 0)
		}
		return e
	}
}
