package posix

import (
	"encoding/binary"
	"strings"
	"syscall"

	"golang.org/x/sys/unix"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/xlator"
)

// whole calls get with more and more room until all fits.
func whole(get func([]byte) (int, syscall.Errno)) ([]byte, syscall.Errno) {
	var small [512]byte
	n, e := get(small[:])
	if e == 0 {
		return append([]byte{}, small[:n]...), 0
	}
	for e == unix.ERANGE {
		if n, e = get(nil); e != 0 {
			break
		}
		value := make([]byte, n+64)
		if n, e = get(value); e == 0 {
			return value[:n], 0
		}
	}
	return nil, e
}

// withObject runs op on the object that a request names, be it
// by loc or by fd.
func (s *store) withObject(f *xlator.Frame, a *fops.Args, op func(t target, gfid fops.GFID) syscall.Errno) syscall.Errno {
	if a.Op.Spec().Class == fops.ClassFd {
		fl, e := s.fileOf(a.Fd)
		if e != 0 {
			return e
		}
		defer fl.drop()
		return op(fl.target(), fl.gfid)
	}
	h, e := s.object(f, &a.Loc)
	if e != 0 {
		return e
	}
	defer h.drop()
	return op(h.target(), h.gfid)
}

func checkXattr(name string) syscall.Errno {
	switch {
	case name == "" || len(name) > 255:
		return unix.ERANGE
	case strings.IndexByte(name, 0) >= 0:
		return unix.EINVAL
	}
	return 0
}

// getxattr answers one attribute, or the names of all. The kernel keeps
// trusted attributes from those who may not read them, but not their names.
func (s *store) getxattr(f *xlator.Frame, a *fops.Args, r *fops.Reply) syscall.Errno {
	return s.withObject(f, a, func(t target, _ fops.GFID) syscall.Errno {
		r.Dict = &fops.Dict{}
		if a.Name == "" {
			list, e := whole(func(b []byte) (int, syscall.Errno) { return t.list(b) })
			for _, name := range strings.Split(strings.TrimSuffix(string(list), "\x00"), "\x00") {
				if name != "" && (f.Root().UID == 0 || !strings.HasPrefix(name, "trusted.")) {
					r.Dict.Set(name, nil)
				}
			}
			return e
		}
		if e := checkXattr(a.Name); e != 0 {
			return e
		}
		value, e := whole(func(b []byte) (int, syscall.Errno) { return t.get(a.Name, b) })
		if e == 0 {
			r.Dict.Set(a.Name, value)
		}
		return e
	})
}

func (s *store) setxattr(f *xlator.Frame, a *fops.Args, _ *fops.Reply) syscall.Errno {
	return s.withObject(f, a, func(t target, _ fops.GFID) syscall.Errno {
		for _, p := range a.Dict.Pairs() {
			if e := checkXattr(p.Key); e != 0 {
				return e
			}
			value, ok := a.Dict.Bytes(p.Key)
			if !ok {
				return unix.EINVAL
			}
			if e := s.setOne(f, t, p.Key, value, a.Flags&(unix.XATTR_CREATE|unix.XATTR_REPLACE)); e != 0 {
				return e
			}
		}
		return 0
	})
}

// setOne sets one attribute. An access ACL changes the mode, and drops the
// set-group-ID bit if the caller is not in the group: for that the caller's
// rights count. If those do not suffice for the rest (a capability that is
// not known here) the kernel has already decided.
func (s *store) setOne(f *xlator.Frame, t target, name string, value []byte, flags uint32) syscall.Errno {
	set := func() syscall.Errno { return t.set(name, value, flags) }
	if name != "system.posix_acl_access" || s.check {
		return set()
	}
	e := s.asChecked(f, set)
	if e == unix.EPERM || e == unix.EACCES {
		e = set()
	}
	return e
}

func (s *store) removexattr(f *xlator.Frame, a *fops.Args, _ *fops.Reply) syscall.Errno {
	return s.withObject(f, a, func(t target, _ fops.GFID) syscall.Errno {
		if e := checkXattr(a.Name); e != 0 {
			return e
		}
		return t.remove(a.Name)
	})
}

// xattrop changes attributes under a lock, so that two changes through this
// translator never lose one. The reply has the values after the change; for
// XattropGetAndSet those before it.
func (s *store) xattrop(f *xlator.Frame, a *fops.Args, r *fops.Reply) syscall.Errno {
	return s.withObject(f, a, func(t target, gfid fops.GFID) syscall.Errno {
		mu := &s.xattrLocks[gfid[15]%uint8(len(s.xattrLocks))]
		mu.Lock()
		defer mu.Unlock()
		r.Dict = &fops.Dict{}
		for _, p := range a.Dict.Pairs() {
			if e := checkXattr(p.Key); e != 0 {
				return e
			}
			operand, ok := a.Dict.Bytes(p.Key)
			if !ok {
				return unix.EINVAL
			}
			old, e := whole(func(b []byte) (int, syscall.Errno) { return t.get(p.Key, b) })
			if e != 0 && e != unix.ENODATA {
				return e
			}
			value, e := combine(a.Flags, old, operand)
			if e != 0 {
				return e
			}
			if e := t.set(p.Key, value, 0); e != 0 {
				return e
			}
			if a.Flags == fops.XattropGetAndSet {
				value = old
			}
			r.Dict.Set(p.Key, value)
		}
		return 0
	})
}

// combine applies an xattrop to two arrays of big-endian integers. What is
// missing of the old one counts as zero.
func combine(op uint32, old, operand []byte) ([]byte, syscall.Errno) {
	if op == fops.XattropGetAndSet {
		return operand, 0
	}
	if len(old) > len(operand) {
		return nil, unix.ERANGE
	}
	out := make([]byte, len(operand))
	copy(out, old)
	switch op {
	case fops.XattropAddArray32:
		if len(out)%4 != 0 {
			return nil, unix.EINVAL
		}
		for i := 0; i < len(out); i += 4 {
			binary.BigEndian.PutUint32(out[i:], binary.BigEndian.Uint32(out[i:])+binary.BigEndian.Uint32(operand[i:]))
		}
	case fops.XattropAddArray64:
		if len(out)%8 != 0 {
			return nil, unix.EINVAL
		}
		for i := 0; i < len(out); i += 8 {
			binary.BigEndian.PutUint64(out[i:], binary.BigEndian.Uint64(out[i:])+binary.BigEndian.Uint64(operand[i:]))
		}
	case fops.XattropOrArray:
		for i := range out {
			out[i] |= operand[i]
		}
	case fops.XattropAndArray:
		for i := range out {
			out[i] &= operand[i]
		}
	default:
		return nil, unix.EINVAL
	}
	return out, 0
}
