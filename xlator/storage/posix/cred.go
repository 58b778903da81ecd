package posix

import (
	"runtime"
	"slices"
	"syscall"
	"unsafe"

	"golang.org/x/sys/unix"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/xlator"
)

// asCaller runs op, a system call that makes an object, with the caller's
// user and group. Its supplementary groups cost a look into /proc and two
// system calls. They are needed where op sets a set-group-ID bit, which the
// kernel drops for those who are not in the group (setgid), and where op is
// refused without them; so that is when op gets them.
func (s *store) asCaller(f *xlator.Frame, setgid bool, op func() syscall.Errno) syscall.Errno {
	r := f.Root()
	if s.check || !s.privileged || r.UID == 0 && r.GID == 0 {
		return op()
	}
	e := s.as(r, setgid, op)
	if (e == unix.EACCES || e == unix.EPERM) && !setgid && len(r.Groups()) > 0 {
		e = s.as(r, true, op)
	}
	return e
}

// asChecked runs op with all of the caller's rights and no others.
func (s *store) asChecked(f *xlator.Frame, op func() syscall.Errno) syscall.Errno {
	r := f.Root()
	if !s.privileged || r.UID == 0 && r.GID == 0 {
		return op()
	}
	return s.as(r, true, op)
}

// as changes the filesystem identity of this thread, and of no other, for the
// time of op. Changing fsuid from root to another user takes away the
// capabilities that have to do with files; changing it back restores them.
func (s *store) as(r *xlator.Root, groups bool, op func() syscall.Errno) syscall.Errno {
	var list []uint32
	if groups {
		list = r.Groups()
	}
	runtime.LockOSThread()
	defer s.back(len(list) > 0)
	if len(list) > 0 && setgroups(list) != 0 {
		return unix.EPERM
	}
	if !setfs(int(r.GID), unix.SetfsgidRetGid) || r.UID != 0 && !setfs(int(r.UID), unix.SetfsuidRetUid) {
		return unix.EPERM
	}
	return op()
}

// asSelf runs op with the process's own rights where a fop may be running with
// its caller's, which it has again afterwards: who writes to another's file may
// not change its mode, but that changes.
func (s *store) asSelf(f *xlator.Frame, op func() syscall.Errno) syscall.Errno {
	r := f.Root()
	if !s.check || !s.privileged || r.UID == 0 || !checked(f.Op()) {
		return op()
	}
	// The thread is locked by as, whose back will see to the end.
	if !setfs(0, unix.SetfsuidRetUid) {
		return unix.EPERM
	}
	e := op()
	if !setfs(int(r.UID), unix.SetfsuidRetUid) {
		return unix.EPERM
	}
	return e
}

// back makes the thread the process's again. If that fails the goroutine keeps
// its thread, so that nobody else gets to run on it and it dies with the
// goroutine; what it can do is less than before, not more.
func (s *store) back(groups bool) {
	ok := setfs(0, unix.SetfsuidRetUid)
	ok = setfs(s.gid, unix.SetfsgidRetGid) && ok
	if groups {
		ok = setgroups(nil) == 0 && ok
	}
	if !ok {
		s.node.Log.Error("a thread could not take back the identity of the process")
		return
	}
	runtime.UnlockOSThread()
}

// setfs sets one filesystem id and reports whether that has worked: the system
// call itself tells only what was there before.
func setfs(id int, set func(int) (int, error)) bool {
	if prev, _ := set(id); prev == id {
		return true
	}
	now, _ := set(-1)
	return now == id
}

// setgroups sets this thread's supplementary groups (syscall.Setgroups would
// set those of all threads).
func setgroups(list []uint32) syscall.Errno {
	_, _, e := unix.RawSyscall(unix.SYS_SETGROUPS, uintptr(len(list)), uintptr(unsafe.Pointer(unsafe.SliceData(list))), 0)
	return e
}

// initCred finds out what the process may do. As root it gives up its
// supplementary groups: they mean nothing to root, and would be a caller's as
// long as a thread acts for one. The umask goes too, because each request
// brings the caller's.
func (s *store) initCred() {
	unix.Umask(0)
	s.gid = unix.Getegid()
	s.privileged = false
	if unix.Geteuid() != 0 {
		return
	}
	if own, err := unix.Getgroups(); err == nil && len(own) > 0 {
		if err := syscall.Setgroups([]int{}); err != nil {
			s.node.Log.Warn("supplementary groups cannot be changed here: objects are made with the rights of this process", "error", err)
			return
		}
	}
	s.privileged = true
}

// createMode is the mode to make an object with: without what the umask takes
// away, unless the directory has a default ACL, which then decides instead.
func (s *store) createMode(dir *handle, mode, umask uint32) uint32 {
	mode &= 0o7777
	if mode&umask == 0 || s.hasDefaultACL(dir) {
		return mode
	}
	return mode &^ umask
}

func (s *store) hasDefaultACL(dir *handle) bool {
	if dir.dev == s.rootDev && s.noACL.Load() {
		return false
	}
	_, e := dir.target().get("system.posix_acl_default", nil)
	if e == unix.EOPNOTSUPP && dir.dev == s.rootDev {
		s.noACL.Store(true)
	}
	return e == 0
}

// killSetID drops the set-user-ID and set-group-ID bits of a file, as the
// kernel does when an unprivileged process changes it. Because this process is
// privileged, it has to be done here. A set-group-ID bit without the right to
// execute goes too if the caller is not in the group. File capabilities the
// kernel drops on every change, whoever makes it. A kernel that has the
// attributes of in in its cache expects no change of the mode by a write: it is
// told.
func (s *store) killSetID(f *xlator.Frame, fd int, in *fops.Inode) syscall.Errno {
	if !s.privileged {
		return 0
	}
	// Not to ask for the times spares the next write a finer time stamp than
	// it would take otherwise, and with it the update of the inode.
	var st unix.Statx_t
	if e := statxAt(fd, &empty[0], unix.AT_EMPTY_PATH, unix.STATX_TYPE|unix.STATX_MODE|unix.STATX_GID, &st); e != 0 {
		return e
	}
	mode := uint32(st.Mode)
	keeps := mode&(unix.S_ISGID|unix.S_IXGRP) != unix.S_ISGID || inGroup(f.Root(), st.Gid)
	return s.dropSetID(f, fd, mode, keeps, in)
}

// dropSetID drops those of a mode's set-id bits that a change drops. keeps says
// that the caller is in the file's group.
func (s *store) dropSetID(f *xlator.Frame, fd int, mode uint32, keeps bool, in *fops.Inode) syscall.Errno {
	drop := mode & unix.S_ISUID
	if mode&unix.S_ISGID != 0 && (mode&unix.S_IXGRP != 0 || !keeps) {
		drop |= unix.S_ISGID
	}
	if drop == 0 || mode&unix.S_IFMT != unix.S_IFREG {
		return 0
	}
	e := s.asSelf(f, func() syscall.Errno { return chmodFd(s.procFd, fd, mode&^drop&0o7777) })
	if e == 0 && in != nil && in.Linked() {
		s.node.Graph().Kernel().InvalidateInode(in, -1, 0)
	}
	return e
}

// inGroup reports whether a caller is in a group, or root, who is taken for
// one in all.
func inGroup(r *xlator.Root, gid uint32) bool {
	return r.UID == 0 || r.GID == gid || slices.Contains(r.Groups(), gid)
}

// killPriv is killSetID and drops file capabilities, for a request that answers
// with the file's attributes. keeps is as for dropSetID.
func (s *store) killPriv(f *xlator.Frame, t target, keeps bool) syscall.Errno {
	if s.privileged {
		var st unix.Statx_t
		if e := statxFd(t.fd, &st); e != 0 {
			return e
		}
		if e := s.dropSetID(f, t.fd, uint32(st.Mode), keeps, nil); e != 0 {
			return e
		}
	}
	if _, e := t.get(capability, nil); e != 0 {
		return 0
	}
	if e := s.asSelf(f, func() syscall.Errno { return t.remove(capability) }); e != unix.ENODATA {
		return e
	}
	return 0
}

const capability = "security.capability"

// checked reports whether op runs with the caller's rights when the option
// check-permissions is on: all that name an object, and those on open files
// for which the right to open the file is not enough.
func checked(op fops.Op) bool {
	switch op {
	case fops.OpFsetattr, fops.OpFsetxattr, fops.OpFgetxattr, fops.OpFremovexattr, fops.OpFxattrop, fops.OpIoctl, fops.OpReaddirp:
		return true
	}
	return op.Spec().Class != fops.ClassFd
}
