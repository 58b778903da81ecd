// Code generated from the table of fops by fops/gen. DO NOT EDIT.

package xlator

import (
	"syscall"

	"github.com/windlassfs/windlass/fops"
)

// LookupFop is implemented by translators that handle lookup on its way down.
// Find a name in a directory.
type LookupFop interface {
	Lookup(f *Frame, loc *fops.Loc, xdata *fops.Dict)
}

// LookupCbk is implemented by translators that handle the reply to lookup.
type LookupCbk interface {
	LookupCbk(f *Frame, cookie any, opRet int64, opErrno syscall.Errno, inode *fops.Inode, buf *fops.Iatt, xdata *fops.Dict, postparent *fops.Iatt)
}

// WindLookup passes lookup to a child; the reply comes to this translator's
// own LookupCbk, or to its parent if there is none.
func (f *Frame) WindLookup(child int, loc *fops.Loc, xdata *fops.Dict) {
	a := f.NewArgs(fops.OpLookup)
	if loc != nil {
		a.Loc = *loc
	}
	a.XData = xdata
	f.Wind(child, a, nil)
}

// UnwindLookup answers lookup, with the time-outs of the mount: those of a
// child's reply go on only with the reply itself (Unwind).
func (f *Frame) UnwindLookup(opRet int64, opErrno syscall.Errno, inode *fops.Inode, buf *fops.Iatt, xdata *fops.Dict, postparent *fops.Iatt) {
	r := f.NewReply(fops.OpLookup)
	r.OpRet, r.OpErrno = opRet, opErrno
	r.Inode = inode
	if buf != nil {
		r.Buf = *buf
	}
	r.XData = xdata
	if postparent != nil {
		r.Post = *postparent
	}
	f.Unwind(r)
}

// StatFop is implemented by translators that handle stat on its way down.
// Get the attributes of an object.
type StatFop interface {
	Stat(f *Frame, loc *fops.Loc, xdata *fops.Dict)
}

// StatCbk is implemented by translators that handle the reply to stat.
type StatCbk interface {
	StatCbk(f *Frame, cookie any, opRet int64, opErrno syscall.Errno, buf *fops.Iatt, xdata *fops.Dict)
}

// WindStat passes stat to a child; the reply comes to this translator's
// own StatCbk, or to its parent if there is none.
func (f *Frame) WindStat(child int, loc *fops.Loc, xdata *fops.Dict) {
	a := f.NewArgs(fops.OpStat)
	if loc != nil {
		a.Loc = *loc
	}
	a.XData = xdata
	f.Wind(child, a, nil)
}

// UnwindStat answers stat, with the time-outs of the mount: those of a
// child's reply go on only with the reply itself (Unwind).
func (f *Frame) UnwindStat(opRet int64, opErrno syscall.Errno, buf *fops.Iatt, xdata *fops.Dict) {
	r := f.NewReply(fops.OpStat)
	r.OpRet, r.OpErrno = opRet, opErrno
	if buf != nil {
		r.Buf = *buf
	}
	r.XData = xdata
	f.Unwind(r)
}

// FstatFop is implemented by translators that handle fstat on its way down.
// Get the attributes of an open object.
type FstatFop interface {
	Fstat(f *Frame, fd *fops.Fd, xdata *fops.Dict)
}

// FstatCbk is implemented by translators that handle the reply to fstat.
type FstatCbk interface {
	FstatCbk(f *Frame, cookie any, opRet int64, opErrno syscall.Errno, buf *fops.Iatt, xdata *fops.Dict)
}

// WindFstat passes fstat to a child; the reply comes to this translator's
// own FstatCbk, or to its parent if there is none.
func (f *Frame) WindFstat(child int, fd *fops.Fd, xdata *fops.Dict) {
	a := f.NewArgs(fops.OpFstat)
	a.Fd = fd
	a.XData = xdata
	f.Wind(child, a, nil)
}

// UnwindFstat answers fstat, with the time-outs of the mount: those of a
// child's reply go on only with the reply itself (Unwind).
func (f *Frame) UnwindFstat(opRet int64, opErrno syscall.Errno, buf *fops.Iatt, xdata *fops.Dict) {
	r := f.NewReply(fops.OpFstat)
	r.OpRet, r.OpErrno = opRet, opErrno
	if buf != nil {
		r.Buf = *buf
	}
	r.XData = xdata
	f.Unwind(r)
}

// SetattrFop is implemented by translators that handle setattr on its way down.
// Set mode, owner or times of an object.
type SetattrFop interface {
	Setattr(f *Frame, loc *fops.Loc, stbuf *fops.Iatt, valid uint32, xdata *fops.Dict)
}

// SetattrCbk is implemented by translators that handle the reply to setattr.
type SetattrCbk interface {
	SetattrCbk(f *Frame, cookie any, opRet int64, opErrno syscall.Errno, statpre *fops.Iatt, statpost *fops.Iatt, xdata *fops.Dict)
}

// WindSetattr passes setattr to a child; the reply comes to this translator's
// own SetattrCbk, or to its parent if there is none.
func (f *Frame) WindSetattr(child int, loc *fops.Loc, stbuf *fops.Iatt, valid uint32, xdata *fops.Dict) {
	a := f.NewArgs(fops.OpSetattr)
	if loc != nil {
		a.Loc = *loc
	}
	if stbuf != nil {
		a.Buf = *stbuf
	}
	a.Valid = valid
	a.XData = xdata
	f.Wind(child, a, nil)
}

// UnwindSetattr answers setattr, with the time-outs of the mount: those of a
// child's reply go on only with the reply itself (Unwind).
func (f *Frame) UnwindSetattr(opRet int64, opErrno syscall.Errno, statpre *fops.Iatt, statpost *fops.Iatt, xdata *fops.Dict) {
	r := f.NewReply(fops.OpSetattr)
	r.OpRet, r.OpErrno = opRet, opErrno
	if statpre != nil {
		r.Pre = *statpre
	}
	if statpost != nil {
		r.Post = *statpost
	}
	r.XData = xdata
	f.Unwind(r)
}

// FsetattrFop is implemented by translators that handle fsetattr on its way down.
// Set mode, owner or times of an open object.
type FsetattrFop interface {
	Fsetattr(f *Frame, fd *fops.Fd, stbuf *fops.Iatt, valid uint32, xdata *fops.Dict)
}

// FsetattrCbk is implemented by translators that handle the reply to fsetattr.
type FsetattrCbk interface {
	FsetattrCbk(f *Frame, cookie any, opRet int64, opErrno syscall.Errno, statpre *fops.Iatt, statpost *fops.Iatt, xdata *fops.Dict)
}

// WindFsetattr passes fsetattr to a child; the reply comes to this translator's
// own FsetattrCbk, or to its parent if there is none.
func (f *Frame) WindFsetattr(child int, fd *fops.Fd, stbuf *fops.Iatt, valid uint32, xdata *fops.Dict) {
	a := f.NewArgs(fops.OpFsetattr)
	a.Fd = fd
	if stbuf != nil {
		a.Buf = *stbuf
	}
	a.Valid = valid
	a.XData = xdata
	f.Wind(child, a, nil)
}

// UnwindFsetattr answers fsetattr, with the time-outs of the mount: those of a
// child's reply go on only with the reply itself (Unwind).
func (f *Frame) UnwindFsetattr(opRet int64, opErrno syscall.Errno, statpre *fops.Iatt, statpost *fops.Iatt, xdata *fops.Dict) {
	r := f.NewReply(fops.OpFsetattr)
	r.OpRet, r.OpErrno = opRet, opErrno
	if statpre != nil {
		r.Pre = *statpre
	}
	if statpost != nil {
		r.Post = *statpost
	}
	r.XData = xdata
	f.Unwind(r)
}

// TruncateFop is implemented by translators that handle truncate on its way down.
// Set the size of a file.
type TruncateFop interface {
	Truncate(f *Frame, loc *fops.Loc, offset int64, xdata *fops.Dict)
}

// TruncateCbk is implemented by translators that handle the reply to truncate.
type TruncateCbk interface {
	TruncateCbk(f *Frame, cookie any, opRet int64, opErrno syscall.Errno, prebuf *fops.Iatt, postbuf *fops.Iatt, xdata *fops.Dict)
}

// WindTruncate passes truncate to a child; the reply comes to this translator's
// own TruncateCbk, or to its parent if there is none.
func (f *Frame) WindTruncate(child int, loc *fops.Loc, offset int64, xdata *fops.Dict) {
	a := f.NewArgs(fops.OpTruncate)
	if loc != nil {
		a.Loc = *loc
	}
	a.Offset = offset
	a.XData = xdata
	f.Wind(child, a, nil)
}

// UnwindTruncate answers truncate, with the time-outs of the mount: those of a
// child's reply go on only with the reply itself (Unwind).
func (f *Frame) UnwindTruncate(opRet int64, opErrno syscall.Errno, prebuf *fops.Iatt, postbuf *fops.Iatt, xdata *fops.Dict) {
	r := f.NewReply(fops.OpTruncate)
	r.OpRet, r.OpErrno = opRet, opErrno
	if prebuf != nil {
		r.Pre = *prebuf
	}
	if postbuf != nil {
		r.Post = *postbuf
	}
	r.XData = xdata
	f.Unwind(r)
}

// FtruncateFop is implemented by translators that handle ftruncate on its way down.
// Set the size of an open file.
type FtruncateFop interface {
	Ftruncate(f *Frame, fd *fops.Fd, offset int64, xdata *fops.Dict)
}

// FtruncateCbk is implemented by translators that handle the reply to ftruncate.
type FtruncateCbk interface {
	FtruncateCbk(f *Frame, cookie any, opRet int64, opErrno syscall.Errno, prebuf *fops.Iatt, postbuf *fops.Iatt, xdata *fops.Dict)
}

// WindFtruncate passes ftruncate to a child; the reply comes to this translator's
// own FtruncateCbk, or to its parent if there is none.
func (f *Frame) WindFtruncate(child int, fd *fops.Fd, offset int64, xdata *fops.Dict) {
	a := f.NewArgs(fops.OpFtruncate)
	a.Fd = fd
	a.Offset = offset
	a.XData = xdata
	f.Wind(child, a, nil)
}

// UnwindFtruncate answers ftruncate, with the time-outs of the mount: those of a
// child's reply go on only with the reply itself (Unwind).
func (f *Frame) UnwindFtruncate(opRet int64, opErrno syscall.Errno, prebuf *fops.Iatt, postbuf *fops.Iatt, xdata *fops.Dict) {
	r := f.NewReply(fops.OpFtruncate)
	r.OpRet, r.OpErrno = opRet, opErrno
	if prebuf != nil {
		r.Pre = *prebuf
	}
	if postbuf != nil {
		r.Post = *postbuf
	}
	r.XData = xdata
	f.Unwind(r)
}

// AccessFop is implemented by translators that handle access on its way down.
// Check the caller's right to an object, as access(2).
type AccessFop interface {
	Access(f *Frame, loc *fops.Loc, mask uint32, xdata *fops.Dict)
}

// AccessCbk is implemented by translators that handle the reply to access.
type AccessCbk interface {
	AccessCbk(f *Frame, cookie any, opRet int64, opErrno syscall.Errno, xdata *fops.Dict)
}

// WindAccess passes access to a child; the reply comes to this translator's
// own AccessCbk, or to its parent if there is none.
func (f *Frame) WindAccess(child int, loc *fops.Loc, mask uint32, xdata *fops.Dict) {
	a := f.NewArgs(fops.OpAccess)
	if loc != nil {
		a.Loc = *loc
	}
	a.Flags = mask
	a.XData = xdata
	f.Wind(child, a, nil)
}

// UnwindAccess answers access, with the time-outs of the mount: those of a
// child's reply go on only with the reply itself (Unwind).
func (f *Frame) UnwindAccess(opRet int64, opErrno syscall.Errno, xdata *fops.Dict) {
	r := f.NewReply(fops.OpAccess)
	r.OpRet, r.OpErrno = opRet, opErrno
	r.XData = xdata
	f.Unwind(r)
}

// ReadlinkFop is implemented by translators that handle readlink on its way down.
// Read the text of a symbolic link.
type ReadlinkFop interface {
	Readlink(f *Frame, loc *fops.Loc, size uint64, xdata *fops.Dict)
}

// ReadlinkCbk is implemented by translators that handle the reply to readlink.
type ReadlinkCbk interface {
	ReadlinkCbk(f *Frame, cookie any, opRet int64, opErrno syscall.Errno, path string, buf *fops.Iatt, xdata *fops.Dict)
}

// WindReadlink passes readlink to a child; the reply comes to this translator's
// own ReadlinkCbk, or to its parent if there is none.
func (f *Frame) WindReadlink(child int, loc *fops.Loc, size uint64, xdata *fops.Dict) {
	a := f.NewArgs(fops.OpReadlink)
	if loc != nil {
		a.Loc = *loc
	}
	a.Size = size
	a.XData = xdata
	f.Wind(child, a, nil)
}

// UnwindReadlink answers readlink, with the time-outs of the mount: those of a
// child's reply go on only with the reply itself (Unwind).
func (f *Frame) UnwindReadlink(opRet int64, opErrno syscall.Errno, path string, buf *fops.Iatt, xdata *fops.Dict) {
	r := f.NewReply(fops.OpReadlink)
	r.OpRet, r.OpErrno = opRet, opErrno
	r.Path = path
	if buf != nil {
		r.Buf = *buf
	}
	r.XData = xdata
	f.Unwind(r)
}

// MknodFop is implemented by translators that handle mknod on its way down.
// Make a file, FIFO, socket or device node.
type MknodFop interface {
	Mknod(f *Frame, loc *fops.Loc, mode uint32, rdev uint64, umask uint32, xdata *fops.Dict)
}

// MknodCbk is implemented by translators that handle the reply to mknod.
type MknodCbk interface {
	MknodCbk(f *Frame, cookie any, opRet int64, opErrno syscall.Errno, inode *fops.Inode, buf *fops.Iatt, preparent *fops.Iatt, postparent *fops.Iatt, xdata *fops.Dict)
}

// WindMknod passes mknod to a child; the reply comes to this translator's
// own MknodCbk, or to its parent if there is none.
func (f *Frame) WindMknod(child int, loc *fops.Loc, mode uint32, rdev uint64, umask uint32, xdata *fops.Dict) {
	a := f.NewArgs(fops.OpMknod)
	if loc != nil {
		a.Loc = *loc
	}
	a.Mode = mode
	a.Rdev = rdev
	a.Umask = umask
	a.XData = xdata
	f.Wind(child, a, nil)
}

// UnwindMknod answers mknod, with the time-outs of the mount: those of a
// child's reply go on only with the reply itself (Unwind).
func (f *Frame) UnwindMknod(opRet int64, opErrno syscall.Errno, inode *fops.Inode, buf *fops.Iatt, preparent *fops.Iatt, postparent *fops.Iatt, xdata *fops.Dict) {
	r := f.NewReply(fops.OpMknod)
	r.OpRet, r.OpErrno = opRet, opErrno
	r.Inode = inode
	if buf != nil {
		r.Buf = *buf
	}
	if preparent != nil {
		r.Pre = *preparent
	}
	if postparent != nil {
		r.Post = *postparent
	}
	r.XData = xdata
	f.Unwind(r)
}

// MkdirFop is implemented by translators that handle mkdir on its way down.
// Make a directory.
type MkdirFop interface {
	Mkdir(f *Frame, loc *fops.Loc, mode uint32, umask uint32, xdata *fops.Dict)
}

// MkdirCbk is implemented by translators that handle the reply to mkdir.
type MkdirCbk interface {
	MkdirCbk(f *Frame, cookie any, opRet int64, opErrno syscall.Errno, inode *fops.Inode, buf *fops.Iatt, preparent *fops.Iatt, postparent *fops.Iatt, xdata *fops.Dict)
}

// WindMkdir passes mkdir to a child; the reply comes to this translator's
// own MkdirCbk, or to its parent if there is none.
func (f *Frame) WindMkdir(child int, loc *fops.Loc, mode uint32, umask uint32, xdata *fops.Dict) {
	a := f.NewArgs(fops.OpMkdir)
	if loc != nil {
		a.Loc = *loc
	}
	a.Mode = mode
	a.Umask = umask
	a.XData = xdata
	f.Wind(child, a, nil)
}

// UnwindMkdir answers mkdir, with the time-outs of the mount: those of a
// child's reply go on only with the reply itself (Unwind).
func (f *Frame) UnwindMkdir(opRet int64, opErrno syscall.Errno, inode *fops.Inode, buf *fops.Iatt, preparent *fops.Iatt, postparent *fops.Iatt, xdata *fops.Dict) {
	r := f.NewReply(fops.OpMkdir)
	r.OpRet, r.OpErrno = opRet, opErrno
	r.Inode = inode
	if buf != nil {
		r.Buf = *buf
	}
	if preparent != nil {
		r.Pre = *preparent
	}
	if postparent != nil {
		r.Post = *postparent
	}
	r.XData = xdata
	f.Unwind(r)
}

// UnlinkFop is implemented by translators that handle unlink on its way down.
// Remove a name that is not a directory's.
type UnlinkFop interface {
	Unlink(f *Frame, loc *fops.Loc, flags uint32, xdata *fops.Dict)
}

// UnlinkCbk is implemented by translators that handle the reply to unlink.
type UnlinkCbk interface {
	UnlinkCbk(f *Frame, cookie any, opRet int64, opErrno syscall.Errno, preparent *fops.Iatt, postparent *fops.Iatt, xdata *fops.Dict)
}

// WindUnlink passes unlink to a child; the reply comes to this translator's
// own UnlinkCbk, or to its parent if there is none.
func (f *Frame) WindUnlink(child int, loc *fops.Loc, flags uint32, xdata *fops.Dict) {
	a := f.NewArgs(fops.OpUnlink)
	if loc != nil {
		a.Loc = *loc
	}
	a.Flags = flags
	a.XData = xdata
	f.Wind(child, a, nil)
}

// UnwindUnlink answers unlink, with the time-outs of the mount: those of a
// child's reply go on only with the reply itself (Unwind).
func (f *Frame) UnwindUnlink(opRet int64, opErrno syscall.Errno, preparent *fops.Iatt, postparent *fops.Iatt, xdata *fops.Dict) {
	r := f.NewReply(fops.OpUnlink)
	r.OpRet, r.OpErrno = opRet, opErrno
	if preparent != nil {
		r.Pre = *preparent
	}
	if postparent != nil {
		r.Post = *postparent
	}
	r.XData = xdata
	f.Unwind(r)
}

// RmdirFop is implemented by translators that handle rmdir on its way down.
// Remove an empty directory.
type RmdirFop interface {
	Rmdir(f *Frame, loc *fops.Loc, flags uint32, xdata *fops.Dict)
}

// RmdirCbk is implemented by translators that handle the reply to rmdir.
type RmdirCbk interface {
	RmdirCbk(f *Frame, cookie any, opRet int64, opErrno syscall.Errno, preparent *fops.Iatt, postparent *fops.Iatt, xdata *fops.Dict)
}

// WindRmdir passes rmdir to a child; the reply comes to this translator's
// own RmdirCbk, or to its parent if there is none.
func (f *Frame) WindRmdir(child int, loc *fops.Loc, flags uint32, xdata *fops.Dict) {
	a := f.NewArgs(fops.OpRmdir)
	if loc != nil {
		a.Loc = *loc
	}
	a.Flags = flags
	a.XData = xdata
	f.Wind(child, a, nil)
}

// UnwindRmdir answers rmdir, with the time-outs of the mount: those of a
// child's reply go on only with the reply itself (Unwind).
func (f *Frame) UnwindRmdir(opRet int64, opErrno syscall.Errno, preparent *fops.Iatt, postparent *fops.Iatt, xdata *fops.Dict) {
	r := f.NewReply(fops.OpRmdir)
	r.OpRet, r.OpErrno = opRet, opErrno
	if preparent != nil {
		r.Pre = *preparent
	}
	if postparent != nil {
		r.Post = *postparent
	}
	r.XData = xdata
	f.Unwind(r)
}

// SymlinkFop is implemented by translators that handle symlink on its way down.
// Make a symbolic link.
type SymlinkFop interface {
	Symlink(f *Frame, linkpath string, loc *fops.Loc, umask uint32, xdata *fops.Dict)
}

// SymlinkCbk is implemented by translators that handle the reply to symlink.
type SymlinkCbk interface {
	SymlinkCbk(f *Frame, cookie any, opRet int64, opErrno syscall.Errno, inode *fops.Inode, buf *fops.Iatt, preparent *fops.Iatt, postparent *fops.Iatt, xdata *fops.Dict)
}

// WindSymlink passes symlink to a child; the reply comes to this translator's
// own SymlinkCbk, or to its parent if there is none.
func (f *Frame) WindSymlink(child int, linkpath string, loc *fops.Loc, umask uint32, xdata *fops.Dict) {
	a := f.NewArgs(fops.OpSymlink)
	a.Path = linkpath
	if loc != nil {
		a.Loc = *loc
	}
	a.Umask = umask
	a.XData = xdata
	f.Wind(child, a, nil)
}

// UnwindSymlink answers symlink, with the time-outs of the mount: those of a
// child's reply go on only with the reply itself (Unwind).
func (f *Frame) UnwindSymlink(opRet int64, opErrno syscall.Errno, inode *fops.Inode, buf *fops.Iatt, preparent *fops.Iatt, postparent *fops.Iatt, xdata *fops.Dict) {
	r := f.NewReply(fops.OpSymlink)
	r.OpRet, r.OpErrno = opRet, opErrno
	r.Inode = inode
	if buf != nil {
		r.Buf = *buf
	}
	if preparent != nil {
		r.Pre = *preparent
	}
	if postparent != nil {
		r.Post = *postparent
	}
	r.XData = xdata
	f.Unwind(r)
}

// RenameFop is implemented by translators that handle rename on its way down.
// Rename an object, or exchange two.
type RenameFop interface {
	Rename(f *Frame, oldloc *fops.Loc, newloc *fops.Loc, xdata *fops.Dict, flags uint32)
}

// RenameCbk is implemented by translators that handle the reply to rename.
type RenameCbk interface {
	RenameCbk(f *Frame, cookie any, opRet int64, opErrno syscall.Errno, buf *fops.Iatt, preoldparent *fops.Iatt, postoldparent *fops.Iatt, prenewparent *fops.Iatt, postnewparent *fops.Iatt, xdata *fops.Dict)
}

// WindRename passes rename to a child; the reply comes to this translator's
// own RenameCbk, or to its parent if there is none.
func (f *Frame) WindRename(child int, oldloc *fops.Loc, newloc *fops.Loc, xdata *fops.Dict, flags uint32) {
	a := f.NewArgs(fops.OpRename)
	if oldloc != nil {
		a.Loc = *oldloc
	}
	if newloc != nil {
		a.Loc2 = *newloc
	}
	a.XData = xdata
	a.Flags = flags
	f.Wind(child, a, nil)
}

// UnwindRename answers rename, with the time-outs of the mount: those of a
// child's reply go on only with the reply itself (Unwind).
func (f *Frame) UnwindRename(opRet int64, opErrno syscall.Errno, buf *fops.Iatt, preoldparent *fops.Iatt, postoldparent *fops.Iatt, prenewparent *fops.Iatt, postnewparent *fops.Iatt, xdata *fops.Dict) {
	r := f.NewReply(fops.OpRename)
	r.OpRet, r.OpErrno = opRet, opErrno
	if buf != nil {
		r.Buf = *buf
	}
	if preoldparent != nil {
		r.Pre = *preoldparent
	}
	if postoldparent != nil {
		r.Post = *postoldparent
	}
	if prenewparent != nil {
		r.Pre2 = *prenewparent
	}
	if postnewparent != nil {
		r.Post2 = *postnewparent
	}
	r.XData = xdata
	f.Unwind(r)
}

// LinkFop is implemented by translators that handle link on its way down.
// Make a hard link.
type LinkFop interface {
	Link(f *Frame, oldloc *fops.Loc, newloc *fops.Loc, xdata *fops.Dict)
}

// LinkCbk is implemented by translators that handle the reply to link.
type LinkCbk interface {
	LinkCbk(f *Frame, cookie any, opRet int64, opErrno syscall.Errno, inode *fops.Inode, buf *fops.Iatt, preparent *fops.Iatt, postparent *fops.Iatt, xdata *fops.Dict)
}

// WindLink passes link to a child; the reply comes to this translator's
// own LinkCbk, or to its parent if there is none.
func (f *Frame) WindLink(child int, oldloc *fops.Loc, newloc *fops.Loc, xdata *fops.Dict) {
	a := f.NewArgs(fops.OpLink)
	if oldloc != nil {
		a.Loc = *oldloc
	}
	if newloc != nil {
		a.Loc2 = *newloc
	}
	a.XData = xdata
	f.Wind(child, a, nil)
}

// UnwindLink answers link, with the time-outs of the mount: those of a
// child's reply go on only with the reply itself (Unwind).
func (f *Frame) UnwindLink(opRet int64, opErrno syscall.Errno, inode *fops.Inode, buf *fops.Iatt, preparent *fops.Iatt, postparent *fops.Iatt, xdata *fops.Dict) {
	r := f.NewReply(fops.OpLink)
	r.OpRet, r.OpErrno = opRet, opErrno
	r.Inode = inode
	if buf != nil {
		r.Buf = *buf
	}
	if preparent != nil {
		r.Pre = *preparent
	}
	if postparent != nil {
		r.Post = *postparent
	}
	r.XData = xdata
	f.Unwind(r)
}

// CreateFop is implemented by translators that handle create on its way down.
// Make a file if it does not exist, and open it.
type CreateFop interface {
	Create(f *Frame, loc *fops.Loc, flags uint32, mode uint32, umask uint32, fd *fops.Fd, xdata *fops.Dict)
}

// CreateCbk is implemented by translators that handle the reply to create.
type CreateCbk interface {
	CreateCbk(f *Frame, cookie any, opRet int64, opErrno syscall.Errno, fd *fops.Fd, inode *fops.Inode, buf *fops.Iatt, preparent *fops.Iatt, postparent *fops.Iatt, xdata *fops.Dict)
}

// WindCreate passes create to a child; the reply comes to this translator's
// own CreateCbk, or to its parent if there is none.
func (f *Frame) WindCreate(child int, loc *fops.Loc, flags uint32, mode uint32, umask uint32, fd *fops.Fd, xdata *fops.Dict) {
	a := f.NewArgs(fops.OpCreate)
	if loc != nil {
		a.Loc = *loc
	}
	a.Flags = flags
	a.Mode = mode
	a.Umask = umask
	a.Fd = fd
	a.XData = xdata
	f.Wind(child, a, nil)
}

// UnwindCreate answers create, with the time-outs of the mount: those of a
// child's reply go on only with the reply itself (Unwind).
func (f *Frame) UnwindCreate(opRet int64, opErrno syscall.Errno, fd *fops.Fd, inode *fops.Inode, buf *fops.Iatt, preparent *fops.Iatt, postparent *fops.Iatt, xdata *fops.Dict) {
	r := f.NewReply(fops.OpCreate)
	r.OpRet, r.OpErrno = opRet, opErrno
	r.Fd = fd
	r.Inode = inode
	if buf != nil {
		r.Buf = *buf
	}
	if preparent != nil {
		r.Pre = *preparent
	}
	if postparent != nil {
		r.Post = *postparent
	}
	r.XData = xdata
	f.Unwind(r)
}

// OpenFop is implemented by translators that handle open on its way down.
// Open a file.
type OpenFop interface {
	Open(f *Frame, loc *fops.Loc, flags uint32, fd *fops.Fd, xdata *fops.Dict)
}

// OpenCbk is implemented by translators that handle the reply to open.
type OpenCbk interface {
	OpenCbk(f *Frame, cookie any, opRet int64, opErrno syscall.Errno, fd *fops.Fd, xdata *fops.Dict)
}

// WindOpen passes open to a child; the reply comes to this translator's
// own OpenCbk, or to its parent if there is none.
func (f *Frame) WindOpen(child int, loc *fops.Loc, flags uint32, fd *fops.Fd, xdata *fops.Dict) {
	a := f.NewArgs(fops.OpOpen)
	if loc != nil {
		a.Loc = *loc
	}
	a.Flags = flags
	a.Fd = fd
	a.XData = xdata
	f.Wind(child, a, nil)
}

// UnwindOpen answers open, with the time-outs of the mount: those of a
// child's reply go on only with the reply itself (Unwind).
func (f *Frame) UnwindOpen(opRet int64, opErrno syscall.Errno, fd *fops.Fd, xdata *fops.Dict) {
	r := f.NewReply(fops.OpOpen)
	r.OpRet, r.OpErrno = opRet, opErrno
	r.Fd = fd
	r.XData = xdata
	f.Unwind(r)
}

// ReadvFop is implemented by translators that handle readv on its way down.
// Read from an open file.
type ReadvFop interface {
	Readv(f *Frame, fd *fops.Fd, size uint64, offset int64, flags uint32, xdata *fops.Dict)
}

// ReadvCbk is implemented by translators that handle the reply to readv.
type ReadvCbk interface {
	ReadvCbk(f *Frame, cookie any, opRet int64, opErrno syscall.Errno, vector []byte, stbuf *fops.Iatt, xdata *fops.Dict)
}

// WindReadv passes readv to a child; the reply comes to this translator's
// own ReadvCbk, or to its parent if there is none.
func (f *Frame) WindReadv(child int, fd *fops.Fd, size uint64, offset int64, flags uint32, xdata *fops.Dict) {
	a := f.NewArgs(fops.OpReadv)
	a.Fd = fd
	a.Size = size
	a.Offset = offset
	a.Flags = flags
	a.XData = xdata
	f.Wind(child, a, nil)
}

// UnwindReadv answers readv, with the time-outs of the mount: those of a
// child's reply go on only with the reply itself (Unwind).
func (f *Frame) UnwindReadv(opRet int64, opErrno syscall.Errno, vector []byte, stbuf *fops.Iatt, xdata *fops.Dict) {
	r := f.NewReply(fops.OpReadv)
	r.OpRet, r.OpErrno = opRet, opErrno
	r.Vector = vector
	if stbuf != nil {
		r.Buf = *stbuf
	}
	r.XData = xdata
	f.Unwind(r)
}

// WritevFop is implemented by translators that handle writev on its way down.
// Write to an open file.
type WritevFop interface {
	Writev(f *Frame, fd *fops.Fd, vector []byte, off int64, flags uint32, xdata *fops.Dict)
}

// WritevCbk is implemented by translators that handle the reply to writev.
type WritevCbk interface {
	WritevCbk(f *Frame, cookie any, opRet int64, opErrno syscall.Errno, prebuf *fops.Iatt, postbuf *fops.Iatt, xdata *fops.Dict)
}

// WindWritev passes writev to a child; the reply comes to this translator's
// own WritevCbk, or to its parent if there is none.
func (f *Frame) WindWritev(child int, fd *fops.Fd, vector []byte, off int64, flags uint32, xdata *fops.Dict) {
	a := f.NewArgs(fops.OpWritev)
	a.Fd = fd
	a.Vector = vector
	a.Offset = off
	a.Flags = flags
	a.XData = xdata
	f.Wind(child, a, nil)
}

// UnwindWritev answers writev, with the time-outs of the mount: those of a
// child's reply go on only with the reply itself (Unwind).
func (f *Frame) UnwindWritev(opRet int64, opErrno syscall.Errno, prebuf *fops.Iatt, postbuf *fops.Iatt, xdata *fops.Dict) {
	r := f.NewReply(fops.OpWritev)
	r.OpRet, r.OpErrno = opRet, opErrno
	if prebuf != nil {
		r.Pre = *prebuf
	}
	if postbuf != nil {
		r.Post = *postbuf
	}
	r.XData = xdata
	f.Unwind(r)
}

// FlushFop is implemented by translators that handle flush on its way down.
// A descriptor of an open file was closed.
type FlushFop interface {
	Flush(f *Frame, fd *fops.Fd, xdata *fops.Dict)
}

// FlushCbk is implemented by translators that handle the reply to flush.
type FlushCbk interface {
	FlushCbk(f *Frame, cookie any, opRet int64, opErrno syscall.Errno, xdata *fops.Dict)
}

// WindFlush passes flush to a child; the reply comes to this translator's
// own FlushCbk, or to its parent if there is none.
func (f *Frame) WindFlush(child int, fd *fops.Fd, xdata *fops.Dict) {
	a := f.NewArgs(fops.OpFlush)
	a.Fd = fd
	a.XData = xdata
	f.Wind(child, a, nil)
}

// UnwindFlush answers flush, with the time-outs of the mount: those of a
// child's reply go on only with the reply itself (Unwind).
func (f *Frame) UnwindFlush(opRet int64, opErrno syscall.Errno, xdata *fops.Dict) {
	r := f.NewReply(fops.OpFlush)
	r.OpRet, r.OpErrno = opRet, opErrno
	r.XData = xdata
	f.Unwind(r)
}

// FsyncFop is implemented by translators that handle fsync on its way down.
// Bring an open file to stable storage.
type FsyncFop interface {
	Fsync(f *Frame, fd *fops.Fd, flags uint32, xdata *fops.Dict)
}

// FsyncCbk is implemented by translators that handle the reply to fsync.
type FsyncCbk interface {
	FsyncCbk(f *Frame, cookie any, opRet int64, opErrno syscall.Errno, prebuf *fops.Iatt, postbuf *fops.Iatt, xdata *fops.Dict)
}

// WindFsync passes fsync to a child; the reply comes to this translator's
// own FsyncCbk, or to its parent if there is none.
func (f *Frame) WindFsync(child int, fd *fops.Fd, flags uint32, xdata *fops.Dict) {
	a := f.NewArgs(fops.OpFsync)
	a.Fd = fd
	a.Flags = flags
	a.XData = xdata
	f.Wind(child, a, nil)
}

// UnwindFsync answers fsync, with the time-outs of the mount: those of a
// child's reply go on only with the reply itself (Unwind).
func (f *Frame) UnwindFsync(opRet int64, opErrno syscall.Errno, prebuf *fops.Iatt, postbuf *fops.Iatt, xdata *fops.Dict) {
	r := f.NewReply(fops.OpFsync)
	r.OpRet, r.OpErrno = opRet, opErrno
	if prebuf != nil {
		r.Pre = *prebuf
	}
	if postbuf != nil {
		r.Post = *postbuf
	}
	r.XData = xdata
	f.Unwind(r)
}

// FsyncdirFop is implemented by translators that handle fsyncdir on its way down.
// Bring an open directory to stable storage.
type FsyncdirFop interface {
	Fsyncdir(f *Frame, fd *fops.Fd, flags uint32, xdata *fops.Dict)
}

// FsyncdirCbk is implemented by translators that handle the reply to fsyncdir.
type FsyncdirCbk interface {
	FsyncdirCbk(f *Frame, cookie any, opRet int64, opErrno syscall.Errno, xdata *fops.Dict)
}

// WindFsyncdir passes fsyncdir to a child; the reply comes to this translator's
// own FsyncdirCbk, or to its parent if there is none.
func (f *Frame) WindFsyncdir(child int, fd *fops.Fd, flags uint32, xdata *fops.Dict) {
	a := f.NewArgs(fops.OpFsyncdir)
	a.Fd = fd
	a.Flags = flags
	a.XData = xdata
	f.Wind(child, a, nil)
}

// UnwindFsyncdir answers fsyncdir, with the time-outs of the mount: those of a
// child's reply go on only with the reply itself (Unwind).
func (f *Frame) UnwindFsyncdir(opRet int64, opErrno syscall.Errno, xdata *fops.Dict) {
	r := f.NewReply(fops.OpFsyncdir)
	r.OpRet, r.OpErrno = opRet, opErrno
	r.XData = xdata
	f.Unwind(r)
}

// OpendirFop is implemented by translators that handle opendir on its way down.
// Open a directory.
type OpendirFop interface {
	Opendir(f *Frame, loc *fops.Loc, fd *fops.Fd, xdata *fops.Dict)
}

// OpendirCbk is implemented by translators that handle the reply to opendir.
type OpendirCbk interface {
	OpendirCbk(f *Frame, cookie any, opRet int64, opErrno syscall.Errno, fd *fops.Fd, xdata *fops.Dict)
}

// WindOpendir passes opendir to a child; the reply comes to this translator's
// own OpendirCbk, or to its parent if there is none.
func (f *Frame) WindOpendir(child int, loc *fops.Loc, fd *fops.Fd, xdata *fops.Dict) {
	a := f.NewArgs(fops.OpOpendir)
	if loc != nil {
		a.Loc = *loc
	}
	a.Fd = fd
	a.XData = xdata
	f.Wind(child, a, nil)
}

// UnwindOpendir answers opendir, with the time-outs of the mount: those of a
// child's reply go on only with the reply itself (Unwind).
func (f *Frame) UnwindOpendir(opRet int64, opErrno syscall.Errno, fd *fops.Fd, xdata *fops.Dict) {
	r := f.NewReply(fops.OpOpendir)
	r.OpRet, r.OpErrno = opRet, opErrno
	r.Fd = fd
	r.XData = xdata
	f.Unwind(r)
}

// ReaddirFop is implemented by translators that handle readdir on its way down.
// Read names from an open directory.
type ReaddirFop interface {
	Readdir(f *Frame, fd *fops.Fd, size uint64, off int64, xdata *fops.Dict)
}

// ReaddirCbk is implemented by translators that handle the reply to readdir.
type ReaddirCbk interface {
	ReaddirCbk(f *Frame, cookie any, opRet int64, opErrno syscall.Errno, entries []fops.Dirent, xdata *fops.Dict)
}

// WindReaddir passes readdir to a child; the reply comes to this translator's
// own ReaddirCbk, or to its parent if there is none.
func (f *Frame) WindReaddir(child int, fd *fops.Fd, size uint64, off int64, xdata *fops.Dict) {
	a := f.NewArgs(fops.OpReaddir)
	a.Fd = fd
	a.Size = size
	a.Offset = off
	a.XData = xdata
	f.Wind(child, a, nil)
}

// UnwindReaddir answers readdir, with the time-outs of the mount: those of a
// child's reply go on only with the reply itself (Unwind).
func (f *Frame) UnwindReaddir(opRet int64, opErrno syscall.Errno, entries []fops.Dirent, xdata *fops.Dict) {
	r := f.NewReply(fops.OpReaddir)
	r.OpRet, r.OpErrno = opRet, opErrno
	r.Entries = entries
	r.XData = xdata
	f.Unwind(r)
}

// ReaddirpFop is implemented by translators that handle readdirp on its way down.
// Read names with inodes and attributes from an open directory.
type ReaddirpFop interface {
	Readdirp(f *Frame, fd *fops.Fd, size uint64, off int64, xdata *fops.Dict)
}

// ReaddirpCbk is implemented by translators that handle the reply to readdirp.
type ReaddirpCbk interface {
	ReaddirpCbk(f *Frame, cookie any, opRet int64, opErrno syscall.Errno, entries []fops.Dirent, xdata *fops.Dict)
}

// WindReaddirp passes readdirp to a child; the reply comes to this translator's
// own ReaddirpCbk, or to its parent if there is none.
func (f *Frame) WindReaddirp(child int, fd *fops.Fd, size uint64, off int64, xdata *fops.Dict) {
	a := f.NewArgs(fops.OpReaddirp)
	a.Fd = fd
	a.Size = size
	a.Offset = off
	a.XData = xdata
	f.Wind(child, a, nil)
}

// UnwindReaddirp answers readdirp, with the time-outs of the mount: those of a
// child's reply go on only with the reply itself (Unwind).
func (f *Frame) UnwindReaddirp(opRet int64, opErrno syscall.Errno, entries []fops.Dirent, xdata *fops.Dict) {
	r := f.NewReply(fops.OpReaddirp)
	r.OpRet, r.OpErrno = opRet, opErrno
	r.Entries = entries
	r.XData = xdata
	f.Unwind(r)
}

// StatfsFop is implemented by translators that handle statfs on its way down.
// Get the usage of the filesystem.
type StatfsFop interface {
	Statfs(f *Frame, loc *fops.Loc, xdata *fops.Dict)
}

// StatfsCbk is implemented by translators that handle the reply to statfs.
type StatfsCbk interface {
	StatfsCbk(f *Frame, cookie any, opRet int64, opErrno syscall.Errno, buf *fops.Statvfs, xdata *fops.Dict)
}

// WindStatfs passes statfs to a child; the reply comes to this translator's
// own StatfsCbk, or to its parent if there is none.
func (f *Frame) WindStatfs(child int, loc *fops.Loc, xdata *fops.Dict) {
	a := f.NewArgs(fops.OpStatfs)
	if loc != nil {
		a.Loc = *loc
	}
	a.XData = xdata
	f.Wind(child, a, nil)
}

// UnwindStatfs answers statfs, with the time-outs of the mount: those of a
// child's reply go on only with the reply itself (Unwind).
func (f *Frame) UnwindStatfs(opRet int64, opErrno syscall.Errno, buf *fops.Statvfs, xdata *fops.Dict) {
	r := f.NewReply(fops.OpStatfs)
	r.OpRet, r.OpErrno = opRet, opErrno
	if buf != nil {
		r.Statvfs = *buf
	}
	r.XData = xdata
	f.Unwind(r)
}

// SetxattrFop is implemented by translators that handle setxattr on its way down.
// Set extended attributes.
type SetxattrFop interface {
	Setxattr(f *Frame, loc *fops.Loc, dict *fops.Dict, flags uint32, xdata *fops.Dict)
}

// SetxattrCbk is implemented by translators that handle the reply to setxattr.
type SetxattrCbk interface {
	SetxattrCbk(f *Frame, cookie any, opRet int64, opErrno syscall.Errno, xdata *fops.Dict)
}

// WindSetxattr passes setxattr to a child; the reply comes to this translator's
// own SetxattrCbk, or to its parent if there is none.
func (f *Frame) WindSetxattr(child int, loc *fops.Loc, dict *fops.Dict, flags uint32, xdata *fops.Dict) {
	a := f.NewArgs(fops.OpSetxattr)
	if loc != nil {
		a.Loc = *loc
	}
	a.Dict = dict
	a.Flags = flags
	a.XData = xdata
	f.Wind(child, a, nil)
}

// UnwindSetxattr answers setxattr, with the time-outs of the mount: those of a
// child's reply go on only with the reply itself (Unwind).
func (f *Frame) UnwindSetxattr(opRet int64, opErrno syscall.Errno, xdata *fops.Dict) {
	r := f.NewReply(fops.OpSetxattr)
	r.OpRet, r.OpErrno = opRet, opErrno
	r.XData = xdata
	f.Unwind(r)
}

// GetxattrFop is implemented by translators that handle getxattr on its way down.
// Get one extended attribute, or the names of all.
type GetxattrFop interface {
	Getxattr(f *Frame, loc *fops.Loc, name string, xdata *fops.Dict)
}

// GetxattrCbk is implemented by translators that handle the reply to getxattr.
type GetxattrCbk interface {
	GetxattrCbk(f *Frame, cookie any, opRet int64, opErrno syscall.Errno, dict *fops.Dict, xdata *fops.Dict)
}

// WindGetxattr passes getxattr to a child; the reply comes to this translator's
// own GetxattrCbk, or to its parent if there is none.
func (f *Frame) WindGetxattr(child int, loc *fops.Loc, name string, xdata *fops.Dict) {
	a := f.NewArgs(fops.OpGetxattr)
	if loc != nil {
		a.Loc = *loc
	}
	a.Name = name
	a.XData = xdata
	f.Wind(child, a, nil)
}

// UnwindGetxattr answers getxattr, with the time-outs of the mount: those of a
// child's reply go on only with the reply itself (Unwind).
func (f *Frame) UnwindGetxattr(opRet int64, opErrno syscall.Errno, dict *fops.Dict, xdata *fops.Dict) {
	r := f.NewReply(fops.OpGetxattr)
	r.OpRet, r.OpErrno = opRet, opErrno
	r.Dict = dict
	r.XData = xdata
	f.Unwind(r)
}

// RemovexattrFop is implemented by translators that handle removexattr on its way down.
// Remove an extended attribute.
type RemovexattrFop interface {
	Removexattr(f *Frame, loc *fops.Loc, name string, xdata *fops.Dict)
}

// RemovexattrCbk is implemented by translators that handle the reply to removexattr.
type RemovexattrCbk interface {
	RemovexattrCbk(f *Frame, cookie any, opRet int64, opErrno syscall.Errno, xdata *fops.Dict)
}

// WindRemovexattr passes removexattr to a child; the reply comes to this translator's
// own RemovexattrCbk, or to its parent if there is none.
func (f *Frame) WindRemovexattr(child int, loc *fops.Loc, name string, xdata *fops.Dict) {
	a := f.NewArgs(fops.OpRemovexattr)
	if loc != nil {
		a.Loc = *loc
	}
	a.Name = name
	a.XData = xdata
	f.Wind(child, a, nil)
}

// UnwindRemovexattr answers removexattr, with the time-outs of the mount: those of a
// child's reply go on only with the reply itself (Unwind).
func (f *Frame) UnwindRemovexattr(opRet int64, opErrno syscall.Errno, xdata *fops.Dict) {
	r := f.NewReply(fops.OpRemovexattr)
	r.OpRet, r.OpErrno = opRet, opErrno
	r.XData = xdata
	f.Unwind(r)
}

// FsetxattrFop is implemented by translators that handle fsetxattr on its way down.
// Set extended attributes of an open object.
type FsetxattrFop interface {
	Fsetxattr(f *Frame, fd *fops.Fd, dict *fops.Dict, flags uint32, xdata *fops.Dict)
}

// FsetxattrCbk is implemented by translators that handle the reply to fsetxattr.
type FsetxattrCbk interface {
	FsetxattrCbk(f *Frame, cookie any, opRet int64, opErrno syscall.Errno, xdata *fops.Dict)
}

// WindFsetxattr passes fsetxattr to a child; the reply comes to this translator's
// own FsetxattrCbk, or to its parent if there is none.
func (f *Frame) WindFsetxattr(child int, fd *fops.Fd, dict *fops.Dict, flags uint32, xdata *fops.Dict) {
	a := f.NewArgs(fops.OpFsetxattr)
	a.Fd = fd
	a.Dict = dict
	a.Flags = flags
	a.XData = xdata
	f.Wind(child, a, nil)
}

// UnwindFsetxattr answers fsetxattr, with the time-outs of the mount: those of a
// child's reply go on only with the reply itself (Unwind).
func (f *Frame) UnwindFsetxattr(opRet int64, opErrno syscall.Errno, xdata *fops.Dict) {
	r := f.NewReply(fops.OpFsetxattr)
	r.OpRet, r.OpErrno = opRet, opErrno
	r.XData = xdata
	f.Unwind(r)
}

// FgetxattrFop is implemented by translators that handle fgetxattr on its way down.
// Get extended attributes of an open object.
type FgetxattrFop interface {
	Fgetxattr(f *Frame, fd *fops.Fd, name string, xdata *fops.Dict)
}

// FgetxattrCbk is implemented by translators that handle the reply to fgetxattr.
type FgetxattrCbk interface {
	FgetxattrCbk(f *Frame, cookie any, opRet int64, opErrno syscall.Errno, dict *fops.Dict, xdata *fops.Dict)
}

// WindFgetxattr passes fgetxattr to a child; the reply comes to this translator's
// own FgetxattrCbk, or to its parent if there is none.
func (f *Frame) WindFgetxattr(child int, fd *fops.Fd, name string, xdata *fops.Dict) {
	a := f.NewArgs(fops.OpFgetxattr)
	a.Fd = fd
	a.Name = name
	a.XData = xdata
	f.Wind(child, a, nil)
}

// UnwindFgetxattr answers fgetxattr, with the time-outs of the mount: those of a
// child's reply go on only with the reply itself (Unwind).
func (f *Frame) UnwindFgetxattr(opRet int64, opErrno syscall.Errno, dict *fops.Dict, xdata *fops.Dict) {
	r := f.NewReply(fops.OpFgetxattr)
	r.OpRet, r.OpErrno = opRet, opErrno
	r.Dict = dict
	r.XData = xdata
	f.Unwind(r)
}

// FremovexattrFop is implemented by translators that handle fremovexattr on its way down.
// Remove an extended attribute of an open object.
type FremovexattrFop interface {
	Fremovexattr(f *Frame, fd *fops.Fd, name string, xdata *fops.Dict)
}

// FremovexattrCbk is implemented by translators that handle the reply to fremovexattr.
type FremovexattrCbk interface {
	FremovexattrCbk(f *Frame, cookie any, opRet int64, opErrno syscall.Errno, xdata *fops.Dict)
}

// WindFremovexattr passes fremovexattr to a child; the reply comes to this translator's
// own FremovexattrCbk, or to its parent if there is none.
func (f *Frame) WindFremovexattr(child int, fd *fops.Fd, name string, xdata *fops.Dict) {
	a := f.NewArgs(fops.OpFremovexattr)
	a.Fd = fd
	a.Name = name
	a.XData = xdata
	f.Wind(child, a, nil)
}

// UnwindFremovexattr answers fremovexattr, with the time-outs of the mount: those of a
// child's reply go on only with the reply itself (Unwind).
func (f *Frame) UnwindFremovexattr(opRet int64, opErrno syscall.Errno, xdata *fops.Dict) {
	r := f.NewReply(fops.OpFremovexattr)
	r.OpRet, r.OpErrno = opRet, opErrno
	r.XData = xdata
	f.Unwind(r)
}

// LkFop is implemented by translators that handle lk on its way down.
// Get, set or wait for a byte-range lock or a flock(2).
type LkFop interface {
	Lk(f *Frame, fd *fops.Fd, cmd int32, lock *fops.Lock, xdata *fops.Dict, flags uint32)
}

// LkCbk is implemented by translators that handle the reply to lk.
type LkCbk interface {
	LkCbk(f *Frame, cookie any, opRet int64, opErrno syscall.Errno, lock *fops.Lock, xdata *fops.Dict)
}

// WindLk passes lk to a child; the reply comes to this translator's
// own LkCbk, or to its parent if there is none.
func (f *Frame) WindLk(child int, fd *fops.Fd, cmd int32, lock *fops.Lock, xdata *fops.Dict, flags uint32) {
	a := f.NewArgs(fops.OpLk)
	a.Fd = fd
	a.Cmd = cmd
	if lock != nil {
		a.Lock = *lock
	}
	a.XData = xdata
	a.Flags = flags
	f.Wind(child, a, nil)
}

// UnwindLk answers lk, with the time-outs of the mount: those of a
// child's reply go on only with the reply itself (Unwind).
func (f *Frame) UnwindLk(opRet int64, opErrno syscall.Errno, lock *fops.Lock, xdata *fops.Dict) {
	r := f.NewReply(fops.OpLk)
	r.OpRet, r.OpErrno = opRet, opErrno
	if lock != nil {
		r.Lock = *lock
	}
	r.XData = xdata
	f.Unwind(r)
}

// InodelkFop is implemented by translators that handle inodelk on its way down.
// Lock an inode between translators.
type InodelkFop interface {
	Inodelk(f *Frame, volume string, loc *fops.Loc, cmd int32, lock *fops.Lock, xdata *fops.Dict)
}

// InodelkCbk is implemented by translators that handle the reply to inodelk.
type InodelkCbk interface {
	InodelkCbk(f *Frame, cookie any, opRet int64, opErrno syscall.Errno, xdata *fops.Dict)
}

// WindInodelk passes inodelk to a child; the reply comes to this translator's
// own InodelkCbk, or to its parent if there is none.
func (f *Frame) WindInodelk(child int, volume string, loc *fops.Loc, cmd int32, lock *fops.Lock, xdata *fops.Dict) {
	a := f.NewArgs(fops.OpInodelk)
	a.Volume = volume
	if loc != nil {
		a.Loc = *loc
	}
	a.Cmd = cmd
	if lock != nil {
		a.Lock = *lock
	}
	a.XData = xdata
	f.Wind(child, a, nil)
}

// UnwindInodelk answers inodelk, with the time-outs of the mount: those of a
// child's reply go on only with the reply itself (Unwind).
func (f *Frame) UnwindInodelk(opRet int64, opErrno syscall.Errno, xdata *fops.Dict) {
	r := f.NewReply(fops.OpInodelk)
	r.OpRet, r.OpErrno = opRet, opErrno
	r.XData = xdata
	f.Unwind(r)
}

// FinodelkFop is implemented by translators that handle finodelk on its way down.
// Lock an open inode between translators.
type FinodelkFop interface {
	Finodelk(f *Frame, volume string, fd *fops.Fd, cmd int32, lock *fops.Lock, xdata *fops.Dict)
}

// FinodelkCbk is implemented by translators that handle the reply to finodelk.
type FinodelkCbk interface {
	FinodelkCbk(f *Frame, cookie any, opRet int64, opErrno syscall.Errno, xdata *fops.Dict)
}

// WindFinodelk passes finodelk to a child; the reply comes to this translator's
// own FinodelkCbk, or to its parent if there is none.
func (f *Frame) WindFinodelk(child int, volume string, fd *fops.Fd, cmd int32, lock *fops.Lock, xdata *fops.Dict) {
	a := f.NewArgs(fops.OpFinodelk)
	a.Volume = volume
	a.Fd = fd
	a.Cmd = cmd
	if lock != nil {
		a.Lock = *lock
	}
	a.XData = xdata
	f.Wind(child, a, nil)
}

// UnwindFinodelk answers finodelk, with the time-outs of the mount: those of a
// child's reply go on only with the reply itself (Unwind).
func (f *Frame) UnwindFinodelk(opRet int64, opErrno syscall.Errno, xdata *fops.Dict) {
	r := f.NewReply(fops.OpFinodelk)
	r.OpRet, r.OpErrno = opRet, opErrno
	r.XData = xdata
	f.Unwind(r)
}

// EntrylkFop is implemented by translators that handle entrylk on its way down.
// Lock a name in a directory between translators.
type EntrylkFop interface {
	Entrylk(f *Frame, volume string, loc *fops.Loc, basename string, cmd int32, typ int32, xdata *fops.Dict)
}

// EntrylkCbk is implemented by translators that handle the reply to entrylk.
type EntrylkCbk interface {
	EntrylkCbk(f *Frame, cookie any, opRet int64, opErrno syscall.Errno, xdata *fops.Dict)
}

// WindEntrylk passes entrylk to a child; the reply comes to this translator's
// own EntrylkCbk, or to its parent if there is none.
func (f *Frame) WindEntrylk(child int, volume string, loc *fops.Loc, basename string, cmd int32, typ int32, xdata *fops.Dict) {
	a := f.NewArgs(fops.OpEntrylk)
	a.Volume = volume
	if loc != nil {
		a.Loc = *loc
	}
	a.Name = basename
	a.Cmd = cmd
	a.Type = typ
	a.XData = xdata
	f.Wind(child, a, nil)
}

// UnwindEntrylk answers entrylk, with the time-outs of the mount: those of a
// child's reply go on only with the reply itself (Unwind).
func (f *Frame) UnwindEntrylk(opRet int64, opErrno syscall.Errno, xdata *fops.Dict) {
	r := f.NewReply(fops.OpEntrylk)
	r.OpRet, r.OpErrno = opRet, opErrno
	r.XData = xdata
	f.Unwind(r)
}

// FentrylkFop is implemented by translators that handle fentrylk on its way down.
// Lock a name in an open directory between translators.
type FentrylkFop interface {
	Fentrylk(f *Frame, volume string, fd *fops.Fd, basename string, cmd int32, typ int32, xdata *fops.Dict)
}

// FentrylkCbk is implemented by translators that handle the reply to fentrylk.
type FentrylkCbk interface {
	FentrylkCbk(f *Frame, cookie any, opRet int64, opErrno syscall.Errno, xdata *fops.Dict)
}

// WindFentrylk passes fentrylk to a child; the reply comes to this translator's
// own FentrylkCbk, or to its parent if there is none.
func (f *Frame) WindFentrylk(child int, volume string, fd *fops.Fd, basename string, cmd int32, typ int32, xdata *fops.Dict) {
	a := f.NewArgs(fops.OpFentrylk)
	a.Volume = volume
	a.Fd = fd
	a.Name = basename
	a.Cmd = cmd
	a.Type = typ
	a.XData = xdata
	f.Wind(child, a, nil)
}

// UnwindFentrylk answers fentrylk, with the time-outs of the mount: those of a
// child's reply go on only with the reply itself (Unwind).
func (f *Frame) UnwindFentrylk(opRet int64, opErrno syscall.Errno, xdata *fops.Dict) {
	r := f.NewReply(fops.OpFentrylk)
	r.OpRet, r.OpErrno = opRet, opErrno
	r.XData = xdata
	f.Unwind(r)
}

// XattropFop is implemented by translators that handle xattrop on its way down.
// Change counters in extended attributes atomically.
type XattropFop interface {
	Xattrop(f *Frame, loc *fops.Loc, flags uint32, dict *fops.Dict, xdata *fops.Dict)
}

// XattropCbk is implemented by translators that handle the reply to xattrop.
type XattropCbk interface {
	XattropCbk(f *Frame, cookie any, opRet int64, opErrno syscall.Errno, dict *fops.Dict, xdata *fops.Dict)
}

// WindXattrop passes xattrop to a child; the reply comes to this translator's
// own XattropCbk, or to its parent if there is none.
func (f *Frame) WindXattrop(child int, loc *fops.Loc, flags uint32, dict *fops.Dict, xdata *fops.Dict) {
	a := f.NewArgs(fops.OpXattrop)
	if loc != nil {
		a.Loc = *loc
	}
	a.Flags = flags
	a.Dict = dict
	a.XData = xdata
	f.Wind(child, a, nil)
}

// UnwindXattrop answers xattrop, with the time-outs of the mount: those of a
// child's reply go on only with the reply itself (Unwind).
func (f *Frame) UnwindXattrop(opRet int64, opErrno syscall.Errno, dict *fops.Dict, xdata *fops.Dict) {
	r := f.NewReply(fops.OpXattrop)
	r.OpRet, r.OpErrno = opRet, opErrno
	r.Dict = dict
	r.XData = xdata
	f.Unwind(r)
}

// FxattropFop is implemented by translators that handle fxattrop on its way down.
// Change counters in extended attributes of an open object atomically.
type FxattropFop interface {
	Fxattrop(f *Frame, fd *fops.Fd, flags uint32, dict *fops.Dict, xdata *fops.Dict)
}

// FxattropCbk is implemented by translators that handle the reply to fxattrop.
type FxattropCbk interface {
	FxattropCbk(f *Frame, cookie any, opRet int64, opErrno syscall.Errno, dict *fops.Dict, xdata *fops.Dict)
}

// WindFxattrop passes fxattrop to a child; the reply comes to this translator's
// own FxattropCbk, or to its parent if there is none.
func (f *Frame) WindFxattrop(child int, fd *fops.Fd, flags uint32, dict *fops.Dict, xdata *fops.Dict) {
	a := f.NewArgs(fops.OpFxattrop)
	a.Fd = fd
	a.Flags = flags
	a.Dict = dict
	a.XData = xdata
	f.Wind(child, a, nil)
}

// UnwindFxattrop answers fxattrop, with the time-outs of the mount: those of a
// child's reply go on only with the reply itself (Unwind).
func (f *Frame) UnwindFxattrop(opRet int64, opErrno syscall.Errno, dict *fops.Dict, xdata *fops.Dict) {
	r := f.NewReply(fops.OpFxattrop)
	r.OpRet, r.OpErrno = opRet, opErrno
	r.Dict = dict
	r.XData = xdata
	f.Unwind(r)
}

// FallocateFop is implemented by translators that handle fallocate on its way down.
// Allocate space for an open file.
type FallocateFop interface {
	Fallocate(f *Frame, fd *fops.Fd, keepSize uint32, offset int64, length uint64, xdata *fops.Dict)
}

// FallocateCbk is implemented by translators that handle the reply to fallocate.
type FallocateCbk interface {
	FallocateCbk(f *Frame, cookie any, opRet int64, opErrno syscall.Errno, pre *fops.Iatt, post *fops.Iatt, xdata *fops.Dict)
}

// WindFallocate passes fallocate to a child; the reply comes to this translator's
// own FallocateCbk, or to its parent if there is none.
func (f *Frame) WindFallocate(child int, fd *fops.Fd, keepSize uint32, offset int64, length uint64, xdata *fops.Dict) {
	a := f.NewArgs(fops.OpFallocate)
	a.Fd = fd
	a.Flags = keepSize
	a.Offset = offset
	a.Size = length
	a.XData = xdata
	f.Wind(child, a, nil)
}

// UnwindFallocate answers fallocate, with the time-outs of the mount: those of a
// child's reply go on only with the reply itself (Unwind).
func (f *Frame) UnwindFallocate(opRet int64, opErrno syscall.Errno, pre *fops.Iatt, post *fops.Iatt, xdata *fops.Dict) {
	r := f.NewReply(fops.OpFallocate)
	r.OpRet, r.OpErrno = opRet, opErrno
	if pre != nil {
		r.Pre = *pre
	}
	if post != nil {
		r.Post = *post
	}
	r.XData = xdata
	f.Unwind(r)
}

// DiscardFop is implemented by translators that handle discard on its way down.
// Punch a hole into an open file.
type DiscardFop interface {
	Discard(f *Frame, fd *fops.Fd, offset int64, length uint64, xdata *fops.Dict)
}

// DiscardCbk is implemented by translators that handle the reply to discard.
type DiscardCbk interface {
	DiscardCbk(f *Frame, cookie any, opRet int64, opErrno syscall.Errno, pre *fops.Iatt, post *fops.Iatt, xdata *fops.Dict)
}

// WindDiscard passes discard to a child; the reply comes to this translator's
// own DiscardCbk, or to its parent if there is none.
func (f *Frame) WindDiscard(child int, fd *fops.Fd, offset int64, length uint64, xdata *fops.Dict) {
	a := f.NewArgs(fops.OpDiscard)
	a.Fd = fd
	a.Offset = offset
	a.Size = length
	a.XData = xdata
	f.Wind(child, a, nil)
}

// UnwindDiscard answers discard, with the time-outs of the mount: those of a
// child's reply go on only with the reply itself (Unwind).
func (f *Frame) UnwindDiscard(opRet int64, opErrno syscall.Errno, pre *fops.Iatt, post *fops.Iatt, xdata *fops.Dict) {
	r := f.NewReply(fops.OpDiscard)
	r.OpRet, r.OpErrno = opRet, opErrno
	if pre != nil {
		r.Pre = *pre
	}
	if post != nil {
		r.Post = *post
	}
	r.XData = xdata
	f.Unwind(r)
}

// ZerofillFop is implemented by translators that handle zerofill on its way down.
// Fill a range of an open file with zeros.
type ZerofillFop interface {
	Zerofill(f *Frame, fd *fops.Fd, offset int64, length uint64, xdata *fops.Dict, keepSize uint32)
}

// ZerofillCbk is implemented by translators that handle the reply to zerofill.
type ZerofillCbk interface {
	ZerofillCbk(f *Frame, cookie any, opRet int64, opErrno syscall.Errno, pre *fops.Iatt, post *fops.Iatt, xdata *fops.Dict)
}

// WindZerofill passes zerofill to a child; the reply comes to this translator's
// own ZerofillCbk, or to its parent if there is none.
func (f *Frame) WindZerofill(child int, fd *fops.Fd, offset int64, length uint64, xdata *fops.Dict, keepSize uint32) {
	a := f.NewArgs(fops.OpZerofill)
	a.Fd = fd
	a.Offset = offset
	a.Size = length
	a.XData = xdata
	a.Flags = keepSize
	f.Wind(child, a, nil)
}

// UnwindZerofill answers zerofill, with the time-outs of the mount: those of a
// child's reply go on only with the reply itself (Unwind).
func (f *Frame) UnwindZerofill(opRet int64, opErrno syscall.Errno, pre *fops.Iatt, post *fops.Iatt, xdata *fops.Dict) {
	r := f.NewReply(fops.OpZerofill)
	r.OpRet, r.OpErrno = opRet, opErrno
	if pre != nil {
		r.Pre = *pre
	}
	if post != nil {
		r.Post = *post
	}
	r.XData = xdata
	f.Unwind(r)
}

// SeekFop is implemented by translators that handle seek on its way down.
// Find the next data or hole in an open file.
type SeekFop interface {
	Seek(f *Frame, fd *fops.Fd, offset int64, what int32, xdata *fops.Dict)
}

// SeekCbk is implemented by translators that handle the reply to seek.
type SeekCbk interface {
	SeekCbk(f *Frame, cookie any, opRet int64, opErrno syscall.Errno, offset int64, xdata *fops.Dict)
}

// WindSeek passes seek to a child; the reply comes to this translator's
// own SeekCbk, or to its parent if there is none.
func (f *Frame) WindSeek(child int, fd *fops.Fd, offset int64, what int32, xdata *fops.Dict) {
	a := f.NewArgs(fops.OpSeek)
	a.Fd = fd
	a.Offset = offset
	a.Type = what
	a.XData = xdata
	f.Wind(child, a, nil)
}

// UnwindSeek answers seek, with the time-outs of the mount: those of a
// child's reply go on only with the reply itself (Unwind).
func (f *Frame) UnwindSeek(opRet int64, opErrno syscall.Errno, offset int64, xdata *fops.Dict) {
	r := f.NewReply(fops.OpSeek)
	r.OpRet, r.OpErrno = opRet, opErrno
	r.Offset = offset
	r.XData = xdata
	f.Unwind(r)
}

// CopyFileRangeFop is implemented by translators that handle copy_file_range on its way down.
// Copy a range from one open file to another.
type CopyFileRangeFop interface {
	CopyFileRange(f *Frame, fdIn *fops.Fd, offIn int64, fdOut *fops.Fd, offOut int64, length uint64, flags uint32, xdata *fops.Dict)
}

// CopyFileRangeCbk is implemented by translators that handle the reply to copy_file_range.
type CopyFileRangeCbk interface {
	CopyFileRangeCbk(f *Frame, cookie any, opRet int64, opErrno syscall.Errno, stbuf *fops.Iatt, prebufDst *fops.Iatt, postbufDst *fops.Iatt, xdata *fops.Dict)
}

// WindCopyFileRange passes copy_file_range to a child; the reply comes to this translator's
// own CopyFileRangeCbk, or to its parent if there is none.
func (f *Frame) WindCopyFileRange(child int, fdIn *fops.Fd, offIn int64, fdOut *fops.Fd, offOut int64, length uint64, flags uint32, xdata *fops.Dict) {
	a := f.NewArgs(fops.OpCopyFileRange)
	a.Fd = fdIn
	a.Offset = offIn
	a.Fd2 = fdOut
	a.Offset2 = offOut
	a.Size = length
	a.Flags = flags
	a.XData = xdata
	f.Wind(child, a, nil)
}

// UnwindCopyFileRange answers copy_file_range, with the time-outs of the mount: those of a
// child's reply go on only with the reply itself (Unwind).
func (f *Frame) UnwindCopyFileRange(opRet int64, opErrno syscall.Errno, stbuf *fops.Iatt, prebufDst *fops.Iatt, postbufDst *fops.Iatt, xdata *fops.Dict) {
	r := f.NewReply(fops.OpCopyFileRange)
	r.OpRet, r.OpErrno = opRet, opErrno
	if stbuf != nil {
		r.Buf = *stbuf
	}
	if prebufDst != nil {
		r.Pre = *prebufDst
	}
	if postbufDst != nil {
		r.Post = *postbufDst
	}
	r.XData = xdata
	f.Unwind(r)
}

// RchecksumFop is implemented by translators that handle rchecksum on its way down.
// Get a weak and a strong checksum of a range.
type RchecksumFop interface {
	Rchecksum(f *Frame, fd *fops.Fd, offset int64, length uint64, xdata *fops.Dict)
}

// RchecksumCbk is implemented by translators that handle the reply to rchecksum.
type RchecksumCbk interface {
	RchecksumCbk(f *Frame, cookie any, opRet int64, opErrno syscall.Errno, weakCksum uint32, strongCksum []byte, xdata *fops.Dict)
}

// WindRchecksum passes rchecksum to a child; the reply comes to this translator's
// own RchecksumCbk, or to its parent if there is none.
func (f *Frame) WindRchecksum(child int, fd *fops.Fd, offset int64, length uint64, xdata *fops.Dict) {
	a := f.NewArgs(fops.OpRchecksum)
	a.Fd = fd
	a.Offset = offset
	a.Size = length
	a.XData = xdata
	f.Wind(child, a, nil)
}

// UnwindRchecksum answers rchecksum, with the time-outs of the mount: those of a
// child's reply go on only with the reply itself (Unwind).
func (f *Frame) UnwindRchecksum(opRet int64, opErrno syscall.Errno, weakCksum uint32, strongCksum []byte, xdata *fops.Dict) {
	r := f.NewReply(fops.OpRchecksum)
	r.OpRet, r.OpErrno = opRet, opErrno
	r.Weak = weakCksum
	r.Strong = strongCksum
	r.XData = xdata
	f.Unwind(r)
}

// LeaseFop is implemented by translators that handle lease on its way down.
// Take, give back or ask for a lease.
type LeaseFop interface {
	Lease(f *Frame, loc *fops.Loc, lease *fops.Lease, xdata *fops.Dict)
}

// LeaseCbk is implemented by translators that handle the reply to lease.
type LeaseCbk interface {
	LeaseCbk(f *Frame, cookie any, opRet int64, opErrno syscall.Errno, lease *fops.Lease, xdata *fops.Dict)
}

// WindLease passes lease to a child; the reply comes to this translator's
// own LeaseCbk, or to its parent if there is none.
func (f *Frame) WindLease(child int, loc *fops.Loc, lease *fops.Lease, xdata *fops.Dict) {
	a := f.NewArgs(fops.OpLease)
	if loc != nil {
		a.Loc = *loc
	}
	if lease != nil {
		a.Lease = *lease
	}
	a.XData = xdata
	f.Wind(child, a, nil)
}

// UnwindLease answers lease, with the time-outs of the mount: those of a
// child's reply go on only with the reply itself (Unwind).
func (f *Frame) UnwindLease(opRet int64, opErrno syscall.Errno, lease *fops.Lease, xdata *fops.Dict) {
	r := f.NewReply(fops.OpLease)
	r.OpRet, r.OpErrno = opRet, opErrno
	if lease != nil {
		r.Lease = *lease
	}
	r.XData = xdata
	f.Unwind(r)
}

// GetactivelkFop is implemented by translators that handle getactivelk on its way down.
// List the locks that are held on an object.
type GetactivelkFop interface {
	Getactivelk(f *Frame, loc *fops.Loc, xdata *fops.Dict)
}

// GetactivelkCbk is implemented by translators that handle the reply to getactivelk.
type GetactivelkCbk interface {
	GetactivelkCbk(f *Frame, cookie any, opRet int64, opErrno syscall.Errno, locklist []fops.Lock, xdata *fops.Dict)
}

// WindGetactivelk passes getactivelk to a child; the reply comes to this translator's
// own GetactivelkCbk, or to its parent if there is none.
func (f *Frame) WindGetactivelk(child int, loc *fops.Loc, xdata *fops.Dict) {
	a := f.NewArgs(fops.OpGetactivelk)
	if loc != nil {
		a.Loc = *loc
	}
	a.XData = xdata
	f.Wind(child, a, nil)
}

// UnwindGetactivelk answers getactivelk, with the time-outs of the mount: those of a
// child's reply go on only with the reply itself (Unwind).
func (f *Frame) UnwindGetactivelk(opRet int64, opErrno syscall.Errno, locklist []fops.Lock, xdata *fops.Dict) {
	r := f.NewReply(fops.OpGetactivelk)
	r.OpRet, r.OpErrno = opRet, opErrno
	r.Locks = locklist
	r.XData = xdata
	f.Unwind(r)
}

// SetactivelkFop is implemented by translators that handle setactivelk on its way down.
// Take over a list of locks.
type SetactivelkFop interface {
	Setactivelk(f *Frame, loc *fops.Loc, locklist []fops.Lock, xdata *fops.Dict)
}

// SetactivelkCbk is implemented by translators that handle the reply to setactivelk.
type SetactivelkCbk interface {
	SetactivelkCbk(f *Frame, cookie any, opRet int64, opErrno syscall.Errno, xdata *fops.Dict)
}

// WindSetactivelk passes setactivelk to a child; the reply comes to this translator's
// own SetactivelkCbk, or to its parent if there is none.
func (f *Frame) WindSetactivelk(child int, loc *fops.Loc, locklist []fops.Lock, xdata *fops.Dict) {
	a := f.NewArgs(fops.OpSetactivelk)
	if loc != nil {
		a.Loc = *loc
	}
	a.Locks = locklist
	a.XData = xdata
	f.Wind(child, a, nil)
}

// UnwindSetactivelk answers setactivelk, with the time-outs of the mount: those of a
// child's reply go on only with the reply itself (Unwind).
func (f *Frame) UnwindSetactivelk(opRet int64, opErrno syscall.Errno, xdata *fops.Dict) {
	r := f.NewReply(fops.OpSetactivelk)
	r.OpRet, r.OpErrno = opRet, opErrno
	r.XData = xdata
	f.Unwind(r)
}

// IpcFop is implemented by translators that handle ipc on its way down.
// Send a message to a translator further down.
type IpcFop interface {
	Ipc(f *Frame, op int32, xdata *fops.Dict)
}

// IpcCbk is implemented by translators that handle the reply to ipc.
type IpcCbk interface {
	IpcCbk(f *Frame, cookie any, opRet int64, opErrno syscall.Errno, xdata *fops.Dict)
}

// WindIpc passes ipc to a child; the reply comes to this translator's
// own IpcCbk, or to its parent if there is none.
func (f *Frame) WindIpc(child int, op int32, xdata *fops.Dict) {
	a := f.NewArgs(fops.OpIpc)
	a.Cmd = op
	a.XData = xdata
	f.Wind(child, a, nil)
}

// UnwindIpc answers ipc, with the time-outs of the mount: those of a
// child's reply go on only with the reply itself (Unwind).
func (f *Frame) UnwindIpc(opRet int64, opErrno syscall.Errno, xdata *fops.Dict) {
	r := f.NewReply(fops.OpIpc)
	r.OpRet, r.OpErrno = opRet, opErrno
	r.XData = xdata
	f.Unwind(r)
}

// PutFop is implemented by translators that handle put on its way down.
// Make a file with content and attributes in one step.
type PutFop interface {
	Put(f *Frame, loc *fops.Loc, mode uint32, umask uint32, flags uint32, vector []byte, off int64, dict *fops.Dict, xdata *fops.Dict)
}

// PutCbk is implemented by translators that handle the reply to put.
type PutCbk interface {
	PutCbk(f *Frame, cookie any, opRet int64, opErrno syscall.Errno, inode *fops.Inode, buf *fops.Iatt, preparent *fops.Iatt, postparent *fops.Iatt, xdata *fops.Dict)
}

// WindPut passes put to a child; the reply comes to this translator's
// own PutCbk, or to its parent if there is none.
func (f *Frame) WindPut(child int, loc *fops.Loc, mode uint32, umask uint32, flags uint32, vector []byte, off int64, dict *fops.Dict, xdata *fops.Dict) {
	a := f.NewArgs(fops.OpPut)
	if loc != nil {
		a.Loc = *loc
	}
	a.Mode = mode
	a.Umask = umask
	a.Flags = flags
	a.Vector = vector
	a.Offset = off
	a.Dict = dict
	a.XData = xdata
	f.Wind(child, a, nil)
}

// UnwindPut answers put, with the time-outs of the mount: those of a
// child's reply go on only with the reply itself (Unwind).
func (f *Frame) UnwindPut(opRet int64, opErrno syscall.Errno, inode *fops.Inode, buf *fops.Iatt, preparent *fops.Iatt, postparent *fops.Iatt, xdata *fops.Dict) {
	r := f.NewReply(fops.OpPut)
	r.OpRet, r.OpErrno = opRet, opErrno
	r.Inode = inode
	if buf != nil {
		r.Buf = *buf
	}
	if preparent != nil {
		r.Pre = *preparent
	}
	if postparent != nil {
		r.Post = *postparent
	}
	r.XData = xdata
	f.Unwind(r)
}

// IcreateFop is implemented by translators that handle icreate on its way down.
// Make an inode without a name.
type IcreateFop interface {
	Icreate(f *Frame, loc *fops.Loc, mode uint32, xdata *fops.Dict)
}

// IcreateCbk is implemented by translators that handle the reply to icreate.
type IcreateCbk interface {
	IcreateCbk(f *Frame, cookie any, opRet int64, opErrno syscall.Errno, inode *fops.Inode, buf *fops.Iatt, xdata *fops.Dict)
}

// WindIcreate passes icreate to a child; the reply comes to this translator's
// own IcreateCbk, or to its parent if there is none.
func (f *Frame) WindIcreate(child int, loc *fops.Loc, mode uint32, xdata *fops.Dict) {
	a := f.NewArgs(fops.OpIcreate)
	if loc != nil {
		a.Loc = *loc
	}
	a.Mode = mode
	a.XData = xdata
	f.Wind(child, a, nil)
}

// UnwindIcreate answers icreate, with the time-outs of the mount: those of a
// child's reply go on only with the reply itself (Unwind).
func (f *Frame) UnwindIcreate(opRet int64, opErrno syscall.Errno, inode *fops.Inode, buf *fops.Iatt, xdata *fops.Dict) {
	r := f.NewReply(fops.OpIcreate)
	r.OpRet, r.OpErrno = opRet, opErrno
	r.Inode = inode
	if buf != nil {
		r.Buf = *buf
	}
	r.XData = xdata
	f.Unwind(r)
}

// NamelinkFop is implemented by translators that handle namelink on its way down.
// Give a name to an inode without one.
type NamelinkFop interface {
	Namelink(f *Frame, loc *fops.Loc, xdata *fops.Dict)
}

// NamelinkCbk is implemented by translators that handle the reply to namelink.
type NamelinkCbk interface {
	NamelinkCbk(f *Frame, cookie any, opRet int64, opErrno syscall.Errno, prebuf *fops.Iatt, postbuf *fops.Iatt, xdata *fops.Dict)
}

// WindNamelink passes namelink to a child; the reply comes to this translator's
// own NamelinkCbk, or to its parent if there is none.
func (f *Frame) WindNamelink(child int, loc *fops.Loc, xdata *fops.Dict) {
	a := f.NewArgs(fops.OpNamelink)
	if loc != nil {
		a.Loc = *loc
	}
	a.XData = xdata
	f.Wind(child, a, nil)
}

// UnwindNamelink answers namelink, with the time-outs of the mount: those of a
// child's reply go on only with the reply itself (Unwind).
func (f *Frame) UnwindNamelink(opRet int64, opErrno syscall.Errno, prebuf *fops.Iatt, postbuf *fops.Iatt, xdata *fops.Dict) {
	r := f.NewReply(fops.OpNamelink)
	r.OpRet, r.OpErrno = opRet, opErrno
	if prebuf != nil {
		r.Pre = *prebuf
	}
	if postbuf != nil {
		r.Post = *postbuf
	}
	r.XData = xdata
	f.Unwind(r)
}

// GetspecFop is implemented by translators that handle getspec on its way down.
// Fetch a volume file from a management server.
type GetspecFop interface {
	Getspec(f *Frame, key string, flags uint32)
}

// GetspecCbk is implemented by translators that handle the reply to getspec.
type GetspecCbk interface {
	GetspecCbk(f *Frame, cookie any, opRet int64, opErrno syscall.Errno, specData string)
}

// WindGetspec passes getspec to a child; the reply comes to this translator's
// own GetspecCbk, or to its parent if there is none.
func (f *Frame) WindGetspec(child int, key string, flags uint32) {
	a := f.NewArgs(fops.OpGetspec)
	a.Name = key
	a.Flags = flags
	f.Wind(child, a, nil)
}

// UnwindGetspec answers getspec, with the time-outs of the mount: those of a
// child's reply go on only with the reply itself (Unwind).
func (f *Frame) UnwindGetspec(opRet int64, opErrno syscall.Errno, specData string) {
	r := f.NewReply(fops.OpGetspec)
	r.OpRet, r.OpErrno = opRet, opErrno
	r.Path = specData
	f.Unwind(r)
}

// TmpfileFop is implemented by translators that handle tmpfile on its way down.
// Make a file without a name in a directory, and open it (O_TMPFILE).
type TmpfileFop interface {
	Tmpfile(f *Frame, loc *fops.Loc, flags uint32, mode uint32, umask uint32, fd *fops.Fd, xdata *fops.Dict)
}

// TmpfileCbk is implemented by translators that handle the reply to tmpfile.
type TmpfileCbk interface {
	TmpfileCbk(f *Frame, cookie any, opRet int64, opErrno syscall.Errno, fd *fops.Fd, inode *fops.Inode, buf *fops.Iatt, xdata *fops.Dict)
}

// WindTmpfile passes tmpfile to a child; the reply comes to this translator's
// own TmpfileCbk, or to its parent if there is none.
func (f *Frame) WindTmpfile(child int, loc *fops.Loc, flags uint32, mode uint32, umask uint32, fd *fops.Fd, xdata *fops.Dict) {
	a := f.NewArgs(fops.OpTmpfile)
	if loc != nil {
		a.Loc = *loc
	}
	a.Flags = flags
	a.Mode = mode
	a.Umask = umask
	a.Fd = fd
	a.XData = xdata
	f.Wind(child, a, nil)
}

// UnwindTmpfile answers tmpfile, with the time-outs of the mount: those of a
// child's reply go on only with the reply itself (Unwind).
func (f *Frame) UnwindTmpfile(opRet int64, opErrno syscall.Errno, fd *fops.Fd, inode *fops.Inode, buf *fops.Iatt, xdata *fops.Dict) {
	r := f.NewReply(fops.OpTmpfile)
	r.OpRet, r.OpErrno = opRet, opErrno
	r.Fd = fd
	r.Inode = inode
	if buf != nil {
		r.Buf = *buf
	}
	r.XData = xdata
	f.Unwind(r)
}

// IoctlFop is implemented by translators that handle ioctl on its way down.
// Send a device command to an open file.
type IoctlFop interface {
	Ioctl(f *Frame, fd *fops.Fd, cmd int32, arg uint64, flags uint32, vector []byte, size uint64, xdata *fops.Dict)
}

// IoctlCbk is implemented by translators that handle the reply to ioctl.
type IoctlCbk interface {
	IoctlCbk(f *Frame, cookie any, opRet int64, opErrno syscall.Errno, vector []byte, xdata *fops.Dict)
}

// WindIoctl passes ioctl to a child; the reply comes to this translator's
// own IoctlCbk, or to its parent if there is none.
func (f *Frame) WindIoctl(child int, fd *fops.Fd, cmd int32, arg uint64, flags uint32, vector []byte, size uint64, xdata *fops.Dict) {
	a := f.NewArgs(fops.OpIoctl)
	a.Fd = fd
	a.Cmd = cmd
	a.Arg = arg
	a.Flags = flags
	a.Vector = vector
	a.Size = size
	a.XData = xdata
	f.Wind(child, a, nil)
}

// UnwindIoctl answers ioctl, with the time-outs of the mount: those of a
// child's reply go on only with the reply itself (Unwind).
func (f *Frame) UnwindIoctl(opRet int64, opErrno syscall.Errno, vector []byte, xdata *fops.Dict) {
	r := f.NewReply(fops.OpIoctl)
	r.OpRet, r.OpErrno = opRet, opErrno
	r.Vector = vector
	r.XData = xdata
	f.Unwind(r)
}

// PollFop is implemented by translators that handle poll on its way down.
// Ask which events an open file is ready for.
type PollFop interface {
	Poll(f *Frame, fd *fops.Fd, events uint32, kh uint64, xdata *fops.Dict)
}

// PollCbk is implemented by translators that handle the reply to poll.
type PollCbk interface {
	PollCbk(f *Frame, cookie any, opRet int64, opErrno syscall.Errno, revents uint32, xdata *fops.Dict)
}

// WindPoll passes poll to a child; the reply comes to this translator's
// own PollCbk, or to its parent if there is none.
func (f *Frame) WindPoll(child int, fd *fops.Fd, events uint32, kh uint64, xdata *fops.Dict) {
	a := f.NewArgs(fops.OpPoll)
	a.Fd = fd
	a.Flags = events
	a.Arg = kh
	a.XData = xdata
	f.Wind(child, a, nil)
}

// UnwindPoll answers poll, with the time-outs of the mount: those of a
// child's reply go on only with the reply itself (Unwind).
func (f *Frame) UnwindPoll(opRet int64, opErrno syscall.Errno, revents uint32, xdata *fops.Dict) {
	r := f.NewReply(fops.OpPoll)
	r.OpRet, r.OpErrno = opRet, opErrno
	r.Flags = revents
	r.XData = xdata
	f.Unwind(r)
}

// StatxFop is implemented by translators that handle statx on its way down.
// Get the extended attributes of statx(2), birth time among them.
type StatxFop interface {
	Statx(f *Frame, loc *fops.Loc, fd *fops.Fd, flags uint32, mask uint32, xdata *fops.Dict)
}

// StatxCbk is implemented by translators that handle the reply to statx.
type StatxCbk interface {
	StatxCbk(f *Frame, cookie any, opRet int64, opErrno syscall.Errno, buf *fops.Iatt, xdata *fops.Dict)
}

// WindStatx passes statx to a child; the reply comes to this translator's
// own StatxCbk, or to its parent if there is none.
func (f *Frame) WindStatx(child int, loc *fops.Loc, fd *fops.Fd, flags uint32, mask uint32, xdata *fops.Dict) {
	a := f.NewArgs(fops.OpStatx)
	if loc != nil {
		a.Loc = *loc
	}
	a.Fd = fd
	a.Flags = flags
	a.Valid = mask
	a.XData = xdata
	f.Wind(child, a, nil)
}

// UnwindStatx answers statx, with the time-outs of the mount: those of a
// child's reply go on only with the reply itself (Unwind).
func (f *Frame) UnwindStatx(opRet int64, opErrno syscall.Errno, buf *fops.Iatt, xdata *fops.Dict) {
	r := f.NewReply(fops.OpStatx)
	r.OpRet, r.OpErrno = opRet, opErrno
	if buf != nil {
		r.Buf = *buf
	}
	r.XData = xdata
	f.Unwind(r)
}

// SyncfsFop is implemented by translators that handle syncfs on its way down.
// Bring the whole filesystem to stable storage.
type SyncfsFop interface {
	Syncfs(f *Frame, loc *fops.Loc, xdata *fops.Dict)
}

// SyncfsCbk is implemented by translators that handle the reply to syncfs.
type SyncfsCbk interface {
	SyncfsCbk(f *Frame, cookie any, opRet int64, opErrno syscall.Errno, xdata *fops.Dict)
}

// WindSyncfs passes syncfs to a child; the reply comes to this translator's
// own SyncfsCbk, or to its parent if there is none.
func (f *Frame) WindSyncfs(child int, loc *fops.Loc, xdata *fops.Dict) {
	a := f.NewArgs(fops.OpSyncfs)
	if loc != nil {
		a.Loc = *loc
	}
	a.XData = xdata
	f.Wind(child, a, nil)
}

// UnwindSyncfs answers syncfs, with the time-outs of the mount: those of a
// child's reply go on only with the reply itself (Unwind).
func (f *Frame) UnwindSyncfs(opRet int64, opErrno syscall.Errno, xdata *fops.Dict) {
	r := f.NewReply(fops.OpSyncfs)
	r.OpRet, r.OpErrno = opRet, opErrno
	r.XData = xdata
	f.Unwind(r)
}

// BmapFop is implemented by translators that handle bmap on its way down.
// Map a block of a file to a block of the device.
type BmapFop interface {
	Bmap(f *Frame, loc *fops.Loc, blocksize uint64, block int64, xdata *fops.Dict)
}

// BmapCbk is implemented by translators that handle the reply to bmap.
type BmapCbk interface {
	BmapCbk(f *Frame, cookie any, opRet int64, opErrno syscall.Errno, block int64, xdata *fops.Dict)
}

// WindBmap passes bmap to a child; the reply comes to this translator's
// own BmapCbk, or to its parent if there is none.
func (f *Frame) WindBmap(child int, loc *fops.Loc, blocksize uint64, block int64, xdata *fops.Dict) {
	a := f.NewArgs(fops.OpBmap)
	if loc != nil {
		a.Loc = *loc
	}
	a.Size = blocksize
	a.Offset = block
	a.XData = xdata
	f.Wind(child, a, nil)
}

// UnwindBmap answers bmap, with the time-outs of the mount: those of a
// child's reply go on only with the reply itself (Unwind).
func (f *Frame) UnwindBmap(opRet int64, opErrno syscall.Errno, block int64, xdata *fops.Dict) {
	r := f.NewReply(fops.OpBmap)
	r.OpRet, r.OpErrno = opRet, opErrno
	r.Offset = block
	r.XData = xdata
	f.Unwind(r)
}

// bindTyped fills in the handlers for the typed methods that t has.
func bindTyped(b *Bindings, t any) {
	if h, ok := t.(LookupFop); ok {
		b.Fop[fops.OpLookup] = func(f *Frame, a *fops.Args) {
			h.Lookup(f, &a.Loc, a.XData)
		}
	}
	if h, ok := t.(LookupCbk); ok {
		b.Cbk[fops.OpLookup] = func(f *Frame, cookie any, r *fops.Reply) {
			h.LookupCbk(f, cookie, r.OpRet, r.OpErrno, r.Inode, &r.Buf, r.XData, &r.Post)
		}
	}
	if h, ok := t.(StatFop); ok {
		b.Fop[fops.OpStat] = func(f *Frame, a *fops.Args) {
			h.Stat(f, &a.Loc, a.XData)
		}
	}
	if h, ok := t.(StatCbk); ok {
		b.Cbk[fops.OpStat] = func(f *Frame, cookie any, r *fops.Reply) {
			h.StatCbk(f, cookie, r.OpRet, r.OpErrno, &r.Buf, r.XData)
		}
	}
	if h, ok := t.(FstatFop); ok {
		b.Fop[fops.OpFstat] = func(f *Frame, a *fops.Args) {
			h.Fstat(f, a.Fd, a.XData)
		}
	}
	if h, ok := t.(FstatCbk); ok {
		b.Cbk[fops.OpFstat] = func(f *Frame, cookie any, r *fops.Reply) {
			h.FstatCbk(f, cookie, r.OpRet, r.OpErrno, &r.Buf, r.XData)
		}
	}
	if h, ok := t.(SetattrFop); ok {
		b.Fop[fops.OpSetattr] = func(f *Frame, a *fops.Args) {
			h.Setattr(f, &a.Loc, &a.Buf, a.Valid, a.XData)
		}
	}
	if h, ok := t.(SetattrCbk); ok {
		b.Cbk[fops.OpSetattr] = func(f *Frame, cookie any, r *fops.Reply) {
			h.SetattrCbk(f, cookie, r.OpRet, r.OpErrno, &r.Pre, &r.Post, r.XData)
		}
	}
	if h, ok := t.(FsetattrFop); ok {
		b.Fop[fops.OpFsetattr] = func(f *Frame, a *fops.Args) {
			h.Fsetattr(f, a.Fd, &a.Buf, a.Valid, a.XData)
		}
	}
	if h, ok := t.(FsetattrCbk); ok {
		b.Cbk[fops.OpFsetattr] = func(f *Frame, cookie any, r *fops.Reply) {
			h.FsetattrCbk(f, cookie, r.OpRet, r.OpErrno, &r.Pre, &r.Post, r.XData)
		}
	}
	if h, ok := t.(TruncateFop); ok {
		b.Fop[fops.OpTruncate] = func(f *Frame, a *fops.Args) {
			h.Truncate(f, &a.Loc, a.Offset, a.XData)
		}
	}
	if h, ok := t.(TruncateCbk); ok {
		b.Cbk[fops.OpTruncate] = func(f *Frame, cookie any, r *fops.Reply) {
			h.TruncateCbk(f, cookie, r.OpRet, r.OpErrno, &r.Pre, &r.Post, r.XData)
		}
	}
	if h, ok := t.(FtruncateFop); ok {
		b.Fop[fops.OpFtruncate] = func(f *Frame, a *fops.Args) {
			h.Ftruncate(f, a.Fd, a.Offset, a.XData)
		}
	}
	if h, ok := t.(FtruncateCbk); ok {
		b.Cbk[fops.OpFtruncate] = func(f *Frame, cookie any, r *fops.Reply) {
			h.FtruncateCbk(f, cookie, r.OpRet, r.OpErrno, &r.Pre, &r.Post, r.XData)
		}
	}
	if h, ok := t.(AccessFop); ok {
		b.Fop[fops.OpAccess] = func(f *Frame, a *fops.Args) {
			h.Access(f, &a.Loc, a.Flags, a.XData)
		}
	}
	if h, ok := t.(AccessCbk); ok {
		b.Cbk[fops.OpAccess] = func(f *Frame, cookie any, r *fops.Reply) {
			h.AccessCbk(f, cookie, r.OpRet, r.OpErrno, r.XData)
		}
	}
	if h, ok := t.(ReadlinkFop); ok {
		b.Fop[fops.OpReadlink] = func(f *Frame, a *fops.Args) {
			h.Readlink(f, &a.Loc, a.Size, a.XData)
		}
	}
	if h, ok := t.(ReadlinkCbk); ok {
		b.Cbk[fops.OpReadlink] = func(f *Frame, cookie any, r *fops.Reply) {
			h.ReadlinkCbk(f, cookie, r.OpRet, r.OpErrno, r.Path, &r.Buf, r.XData)
		}
	}
	if h, ok := t.(MknodFop); ok {
		b.Fop[fops.OpMknod] = func(f *Frame, a *fops.Args) {
			h.Mknod(f, &a.Loc, a.Mode, a.Rdev, a.Umask, a.XData)
		}
	}
	if h, ok := t.(MknodCbk); ok {
		b.Cbk[fops.OpMknod] = func(f *Frame, cookie any, r *fops.Reply) {
			h.MknodCbk(f, cookie, r.OpRet, r.OpErrno, r.Inode, &r.Buf, &r.Pre, &r.Post, r.XData)
		}
	}
	if h, ok := t.(MkdirFop); ok {
		b.Fop[fops.OpMkdir] = func(f *Frame, a *fops.Args) {
			h.Mkdir(f, &a.Loc, a.Mode, a.Umask, a.XData)
		}
	}
	if h, ok := t.(MkdirCbk); ok {
		b.Cbk[fops.OpMkdir] = func(f *Frame, cookie any, r *fops.Reply) {
			h.MkdirCbk(f, cookie, r.OpRet, r.OpErrno, r.Inode, &r.Buf, &r.Pre, &r.Post, r.XData)
		}
	}
	if h, ok := t.(UnlinkFop); ok {
		b.Fop[fops.OpUnlink] = func(f *Frame, a *fops.Args) {
			h.Unlink(f, &a.Loc, a.Flags, a.XData)
		}
	}
	if h, ok := t.(UnlinkCbk); ok {
		b.Cbk[fops.OpUnlink] = func(f *Frame, cookie any, r *fops.Reply) {
			h.UnlinkCbk(f, cookie, r.OpRet, r.OpErrno, &r.Pre, &r.Post, r.XData)
		}
	}
	if h, ok := t.(RmdirFop); ok {
		b.Fop[fops.OpRmdir] = func(f *Frame, a *fops.Args) {
			h.Rmdir(f, &a.Loc, a.Flags, a.XData)
		}
	}
	if h, ok := t.(RmdirCbk); ok {
		b.Cbk[fops.OpRmdir] = func(f *Frame, cookie any, r *fops.Reply) {
			h.RmdirCbk(f, cookie, r.OpRet, r.OpErrno, &r.Pre, &r.Post, r.XData)
		}
	}
	if h, ok := t.(SymlinkFop); ok {
		b.Fop[fops.OpSymlink] = func(f *Frame, a *fops.Args) {
			h.Symlink(f, a.Path, &a.Loc, a.Umask, a.XData)
		}
	}
	if h, ok := t.(SymlinkCbk); ok {
		b.Cbk[fops.OpSymlink] = func(f *Frame, cookie any, r *fops.Reply) {
			h.SymlinkCbk(f, cookie, r.OpRet, r.OpErrno, r.Inode, &r.Buf, &r.Pre, &r.Post, r.XData)
		}
	}
	if h, ok := t.(RenameFop); ok {
		b.Fop[fops.OpRename] = func(f *Frame, a *fops.Args) {
			h.Rename(f, &a.Loc, &a.Loc2, a.XData, a.Flags)
		}
	}
	if h, ok := t.(RenameCbk); ok {
		b.Cbk[fops.OpRename] = func(f *Frame, cookie any, r *fops.Reply) {
			h.RenameCbk(f, cookie, r.OpRet, r.OpErrno, &r.Buf, &r.Pre, &r.Post, &r.Pre2, &r.Post2, r.XData)
		}
	}
	if h, ok := t.(LinkFop); ok {
		b.Fop[fops.OpLink] = func(f *Frame, a *fops.Args) {
			h.Link(f, &a.Loc, &a.Loc2, a.XData)
		}
	}
	if h, ok := t.(LinkCbk); ok {
		b.Cbk[fops.OpLink] = func(f *Frame, cookie any, r *fops.Reply) {
			h.LinkCbk(f, cookie, r.OpRet, r.OpErrno, r.Inode, &r.Buf, &r.Pre, &r.Post, r.XData)
		}
	}
	if h, ok := t.(CreateFop); ok {
		b.Fop[fops.OpCreate] = func(f *Frame, a *fops.Args) {
			h.Create(f, &a.Loc, a.Flags, a.Mode, a.Umask, a.Fd, a.XData)
		}
	}
	if h, ok := t.(CreateCbk); ok {
		b.Cbk[fops.OpCreate] = func(f *Frame, cookie any, r *fops.Reply) {
			h.CreateCbk(f, cookie, r.OpRet, r.OpErrno, r.Fd, r.Inode, &r.Buf, &r.Pre, &r.Post, r.XData)
		}
	}
	if h, ok := t.(OpenFop); ok {
		b.Fop[fops.OpOpen] = func(f *Frame, a *fops.Args) {
			h.Open(f, &a.Loc, a.Flags, a.Fd, a.XData)
		}
	}
	if h, ok := t.(OpenCbk); ok {
		b.Cbk[fops.OpOpen] = func(f *Frame, cookie any, r *fops.Reply) {
			h.OpenCbk(f, cookie, r.OpRet, r.OpErrno, r.Fd, r.XData)
		}
	}
	if h, ok := t.(ReadvFop); ok {
		b.Fop[fops.OpReadv] = func(f *Frame, a *fops.Args) {
			h.Readv(f, a.Fd, a.Size, a.Offset, a.Flags, a.XData)
		}
	}
	if h, ok := t.(ReadvCbk); ok {
		b.Cbk[fops.OpReadv] = func(f *Frame, cookie any, r *fops.Reply) {
			h.ReadvCbk(f, cookie, r.OpRet, r.OpErrno, r.Vector, &r.Buf, r.XData)
		}
	}
	if h, ok := t.(WritevFop); ok {
		b.Fop[fops.OpWritev] = func(f *Frame, a *fops.Args) {
			h.Writev(f, a.Fd, a.Vector, a.Offset, a.Flags, a.XData)
		}
	}
	if h, ok := t.(WritevCbk); ok {
		b.Cbk[fops.OpWritev] = func(f *Frame, cookie any, r *fops.Reply) {
			h.WritevCbk(f, cookie, r.OpRet, r.OpErrno, &r.Pre, &r.Post, r.XData)
		}
	}
	if h, ok := t.(FlushFop); ok {
		b.Fop[fops.OpFlush] = func(f *Frame, a *fops.Args) {
			h.Flush(f, a.Fd, a.XData)
		}
	}
	if h, ok := t.(FlushCbk); ok {
		b.Cbk[fops.OpFlush] = func(f *Frame, cookie any, r *fops.Reply) {
			h.FlushCbk(f, cookie, r.OpRet, r.OpErrno, r.XData)
		}
	}
	if h, ok := t.(FsyncFop); ok {
		b.Fop[fops.OpFsync] = func(f *Frame, a *fops.Args) {
			h.Fsync(f, a.Fd, a.Flags, a.XData)
		}
	}
	if h, ok := t.(FsyncCbk); ok {
		b.Cbk[fops.OpFsync] = func(f *Frame, cookie any, r *fops.Reply) {
			h.FsyncCbk(f, cookie, r.OpRet, r.OpErrno, &r.Pre, &r.Post, r.XData)
		}
	}
	if h, ok := t.(FsyncdirFop); ok {
		b.Fop[fops.OpFsyncdir] = func(f *Frame, a *fops.Args) {
			h.Fsyncdir(f, a.Fd, a.Flags, a.XData)
		}
	}
	if h, ok := t.(FsyncdirCbk); ok {
		b.Cbk[fops.OpFsyncdir] = func(f *Frame, cookie any, r *fops.Reply) {
			h.FsyncdirCbk(f, cookie, r.OpRet, r.OpErrno, r.XData)
		}
	}
	if h, ok := t.(OpendirFop); ok {
		b.Fop[fops.OpOpendir] = func(f *Frame, a *fops.Args) {
			h.Opendir(f, &a.Loc, a.Fd, a.XData)
		}
	}
	if h, ok := t.(OpendirCbk); ok {
		b.Cbk[fops.OpOpendir] = func(f *Frame, cookie any, r *fops.Reply) {
			h.OpendirCbk(f, cookie, r.OpRet, r.OpErrno, r.Fd, r.XData)
		}
	}
	if h, ok := t.(ReaddirFop); ok {
		b.Fop[fops.OpReaddir] = func(f *Frame, a *fops.Args) {
			h.Readdir(f, a.Fd, a.Size, a.Offset, a.XData)
		}
	}
	if h, ok := t.(ReaddirCbk); ok {
		b.Cbk[fops.OpReaddir] = func(f *Frame, cookie any, r *fops.Reply) {
			h.ReaddirCbk(f, cookie, r.OpRet, r.OpErrno, r.Entries, r.XData)
		}
	}
	if h, ok := t.(ReaddirpFop); ok {
		b.Fop[fops.OpReaddirp] = func(f *Frame, a *fops.Args) {
			h.Readdirp(f, a.Fd, a.Size, a.Offset, a.XData)
		}
	}
	if h, ok := t.(ReaddirpCbk); ok {
		b.Cbk[fops.OpReaddirp] = func(f *Frame, cookie any, r *fops.Reply) {
			h.ReaddirpCbk(f, cookie, r.OpRet, r.OpErrno, r.Entries, r.XData)
		}
	}
	if h, ok := t.(StatfsFop); ok {
		b.Fop[fops.OpStatfs] = func(f *Frame, a *fops.Args) {
			h.Statfs(f, &a.Loc, a.XData)
		}
	}
	if h, ok := t.(StatfsCbk); ok {
		b.Cbk[fops.OpStatfs] = func(f *Frame, cookie any, r *fops.Reply) {
			h.StatfsCbk(f, cookie, r.OpRet, r.OpErrno, &r.Statvfs, r.XData)
		}
	}
	if h, ok := t.(SetxattrFop); ok {
		b.Fop[fops.OpSetxattr] = func(f *Frame, a *fops.Args) {
			h.Setxattr(f, &a.Loc, a.Dict, a.Flags, a.XData)
		}
	}
	if h, ok := t.(SetxattrCbk); ok {
		b.Cbk[fops.OpSetxattr] = func(f *Frame, cookie any, r *fops.Reply) {
			h.SetxattrCbk(f, cookie, r.OpRet, r.OpErrno, r.XData)
		}
	}
	if h, ok := t.(GetxattrFop); ok {
		b.Fop[fops.OpGetxattr] = func(f *Frame, a *fops.Args) {
			h.Getxattr(f, &a.Loc, a.Name, a.XData)
		}
	}
	if h, ok := t.(GetxattrCbk); ok {
		b.Cbk[fops.OpGetxattr] = func(f *Frame, cookie any, r *fops.Reply) {
			h.GetxattrCbk(f, cookie, r.OpRet, r.OpErrno, r.Dict, r.XData)
		}
	}
	if h, ok := t.(RemovexattrFop); ok {
		b.Fop[fops.OpRemovexattr] = func(f *Frame, a *fops.Args) {
			h.Removexattr(f, &a.Loc, a.Name, a.XData)
		}
	}
	if h, ok := t.(RemovexattrCbk); ok {
		b.Cbk[fops.OpRemovexattr] = func(f *Frame, cookie any, r *fops.Reply) {
			h.RemovexattrCbk(f, cookie, r.OpRet, r.OpErrno, r.XData)
		}
	}
	if h, ok := t.(FsetxattrFop); ok {
		b.Fop[fops.OpFsetxattr] = func(f *Frame, a *fops.Args) {
			h.Fsetxattr(f, a.Fd, a.Dict, a.Flags, a.XData)
		}
	}
	if h, ok := t.(FsetxattrCbk); ok {
		b.Cbk[fops.OpFsetxattr] = func(f *Frame, cookie any, r *fops.Reply) {
			h.FsetxattrCbk(f, cookie, r.OpRet, r.OpErrno, r.XData)
		}
	}
	if h, ok := t.(FgetxattrFop); ok {
		b.Fop[fops.OpFgetxattr] = func(f *Frame, a *fops.Args) {
			h.Fgetxattr(f, a.Fd, a.Name, a.XData)
		}
	}
	if h, ok := t.(FgetxattrCbk); ok {
		b.Cbk[fops.OpFgetxattr] = func(f *Frame, cookie any, r *fops.Reply) {
			h.FgetxattrCbk(f, cookie, r.OpRet, r.OpErrno, r.Dict, r.XData)
		}
	}
	if h, ok := t.(FremovexattrFop); ok {
		b.Fop[fops.OpFremovexattr] = func(f *Frame, a *fops.Args) {
			h.Fremovexattr(f, a.Fd, a.Name, a.XData)
		}
	}
	if h, ok := t.(FremovexattrCbk); ok {
		b.Cbk[fops.OpFremovexattr] = func(f *Frame, cookie any, r *fops.Reply) {
			h.FremovexattrCbk(f, cookie, r.OpRet, r.OpErrno, r.XData)
		}
	}
	if h, ok := t.(LkFop); ok {
		b.Fop[fops.OpLk] = func(f *Frame, a *fops.Args) {
			h.Lk(f, a.Fd, a.Cmd, &a.Lock, a.XData, a.Flags)
		}
	}
	if h, ok := t.(LkCbk); ok {
		b.Cbk[fops.OpLk] = func(f *Frame, cookie any, r *fops.Reply) {
			h.LkCbk(f, cookie, r.OpRet, r.OpErrno, &r.Lock, r.XData)
		}
	}
	if h, ok := t.(InodelkFop); ok {
		b.Fop[fops.OpInodelk] = func(f *Frame, a *fops.Args) {
			h.Inodelk(f, a.Volume, &a.Loc, a.Cmd, &a.Lock, a.XData)
		}
	}
	if h, ok := t.(InodelkCbk); ok {
		b.Cbk[fops.OpInodelk] = func(f *Frame, cookie any, r *fops.Reply) {
			h.InodelkCbk(f, cookie, r.OpRet, r.OpErrno, r.XData)
		}
	}
	if h, ok := t.(FinodelkFop); ok {
		b.Fop[fops.OpFinodelk] = func(f *Frame, a *fops.Args) {
			h.Finodelk(f, a.Volume, a.Fd, a.Cmd, &a.Lock, a.XData)
		}
	}
	if h, ok := t.(FinodelkCbk); ok {
		b.Cbk[fops.OpFinodelk] = func(f *Frame, cookie any, r *fops.Reply) {
			h.FinodelkCbk(f, cookie, r.OpRet, r.OpErrno, r.XData)
		}
	}
	if h, ok := t.(EntrylkFop); ok {
		b.Fop[fops.OpEntrylk] = func(f *Frame, a *fops.Args) {
			h.Entrylk(f, a.Volume, &a.Loc, a.Name, a.Cmd, a.Type, a.XData)
		}
	}
	if h, ok := t.(EntrylkCbk); ok {
		b.Cbk[fops.OpEntrylk] = func(f *Frame, cookie any, r *fops.Reply) {
			h.EntrylkCbk(f, cookie, r.OpRet, r.OpErrno, r.XData)
		}
	}
	if h, ok := t.(FentrylkFop); ok {
		b.Fop[fops.OpFentrylk] = func(f *Frame, a *fops.Args) {
			h.Fentrylk(f, a.Volume, a.Fd, a.Name, a.Cmd, a.Type, a.XData)
		}
	}
	if h, ok := t.(FentrylkCbk); ok {
		b.Cbk[fops.OpFentrylk] = func(f *Frame, cookie any, r *fops.Reply) {
			h.FentrylkCbk(f, cookie, r.OpRet, r.OpErrno, r.XData)
		}
	}
	if h, ok := t.(XattropFop); ok {
		b.Fop[fops.OpXattrop] = func(f *Frame, a *fops.Args) {
			h.Xattrop(f, &a.Loc, a.Flags, a.Dict, a.XData)
		}
	}
	if h, ok := t.(XattropCbk); ok {
		b.Cbk[fops.OpXattrop] = func(f *Frame, cookie any, r *fops.Reply) {
			h.XattropCbk(f, cookie, r.OpRet, r.OpErrno, r.Dict, r.XData)
		}
	}
	if h, ok := t.(FxattropFop); ok {
		b.Fop[fops.OpFxattrop] = func(f *Frame, a *fops.Args) {
			h.Fxattrop(f, a.Fd, a.Flags, a.Dict, a.XData)
		}
	}
	if h, ok := t.(FxattropCbk); ok {
		b.Cbk[fops.OpFxattrop] = func(f *Frame, cookie any, r *fops.Reply) {
			h.FxattropCbk(f, cookie, r.OpRet, r.OpErrno, r.Dict, r.XData)
		}
	}
	if h, ok := t.(FallocateFop); ok {
		b.Fop[fops.OpFallocate] = func(f *Frame, a *fops.Args) {
			h.Fallocate(f, a.Fd, a.Flags, a.Offset, a.Size, a.XData)
		}
	}
	if h, ok := t.(FallocateCbk); ok {
		b.Cbk[fops.OpFallocate] = func(f *Frame, cookie any, r *fops.Reply) {
			h.FallocateCbk(f, cookie, r.OpRet, r.OpErrno, &r.Pre, &r.Post, r.XData)
		}
	}
	if h, ok := t.(DiscardFop); ok {
		b.Fop[fops.OpDiscard] = func(f *Frame, a *fops.Args) {
			h.Discard(f, a.Fd, a.Offset, a.Size, a.XData)
		}
	}
	if h, ok := t.(DiscardCbk); ok {
		b.Cbk[fops.OpDiscard] = func(f *Frame, cookie any, r *fops.Reply) {
			h.DiscardCbk(f, cookie, r.OpRet, r.OpErrno, &r.Pre, &r.Post, r.XData)
		}
	}
	if h, ok := t.(ZerofillFop); ok {
		b.Fop[fops.OpZerofill] = func(f *Frame, a *fops.Args) {
			h.Zerofill(f, a.Fd, a.Offset, a.Size, a.XData, a.Flags)
		}
	}
	if h, ok := t.(ZerofillCbk); ok {
		b.Cbk[fops.OpZerofill] = func(f *Frame, cookie any, r *fops.Reply) {
			h.ZerofillCbk(f, cookie, r.OpRet, r.OpErrno, &r.Pre, &r.Post, r.XData)
		}
	}
	if h, ok := t.(SeekFop); ok {
		b.Fop[fops.OpSeek] = func(f *Frame, a *fops.Args) {
			h.Seek(f, a.Fd, a.Offset, a.Type, a.XData)
		}
	}
	if h, ok := t.(SeekCbk); ok {
		b.Cbk[fops.OpSeek] = func(f *Frame, cookie any, r *fops.Reply) {
			h.SeekCbk(f, cookie, r.OpRet, r.OpErrno, r.Offset, r.XData)
		}
	}
	if h, ok := t.(CopyFileRangeFop); ok {
		b.Fop[fops.OpCopyFileRange] = func(f *Frame, a *fops.Args) {
			h.CopyFileRange(f, a.Fd, a.Offset, a.Fd2, a.Offset2, a.Size, a.Flags, a.XData)
		}
	}
	if h, ok := t.(CopyFileRangeCbk); ok {
		b.Cbk[fops.OpCopyFileRange] = func(f *Frame, cookie any, r *fops.Reply) {
			h.CopyFileRangeCbk(f, cookie, r.OpRet, r.OpErrno, &r.Buf, &r.Pre, &r.Post, r.XData)
		}
	}
	if h, ok := t.(RchecksumFop); ok {
		b.Fop[fops.OpRchecksum] = func(f *Frame, a *fops.Args) {
			h.Rchecksum(f, a.Fd, a.Offset, a.Size, a.XData)
		}
	}
	if h, ok := t.(RchecksumCbk); ok {
		b.Cbk[fops.OpRchecksum] = func(f *Frame, cookie any, r *fops.Reply) {
			h.RchecksumCbk(f, cookie, r.OpRet, r.OpErrno, r.Weak, r.Strong, r.XData)
		}
	}
	if h, ok := t.(LeaseFop); ok {
		b.Fop[fops.OpLease] = func(f *Frame, a *fops.Args) {
			h.Lease(f, &a.Loc, &a.Lease, a.XData)
		}
	}
	if h, ok := t.(LeaseCbk); ok {
		b.Cbk[fops.OpLease] = func(f *Frame, cookie any, r *fops.Reply) {
			h.LeaseCbk(f, cookie, r.OpRet, r.OpErrno, &r.Lease, r.XData)
		}
	}
	if h, ok := t.(GetactivelkFop); ok {
		b.Fop[fops.OpGetactivelk] = func(f *Frame, a *fops.Args) {
			h.Getactivelk(f, &a.Loc, a.XData)
		}
	}
	if h, ok := t.(GetactivelkCbk); ok {
		b.Cbk[fops.OpGetactivelk] = func(f *Frame, cookie any, r *fops.Reply) {
			h.GetactivelkCbk(f, cookie, r.OpRet, r.OpErrno, r.Locks, r.XData)
		}
	}
	if h, ok := t.(SetactivelkFop); ok {
		b.Fop[fops.OpSetactivelk] = func(f *Frame, a *fops.Args) {
			h.Setactivelk(f, &a.Loc, a.Locks, a.XData)
		}
	}
	if h, ok := t.(SetactivelkCbk); ok {
		b.Cbk[fops.OpSetactivelk] = func(f *Frame, cookie any, r *fops.Reply) {
			h.SetactivelkCbk(f, cookie, r.OpRet, r.OpErrno, r.XData)
		}
	}
	if h, ok := t.(IpcFop); ok {
		b.Fop[fops.OpIpc] = func(f *Frame, a *fops.Args) {
			h.Ipc(f, a.Cmd, a.XData)
		}
	}
	if h, ok := t.(IpcCbk); ok {
		b.Cbk[fops.OpIpc] = func(f *Frame, cookie any, r *fops.Reply) {
			h.IpcCbk(f, cookie, r.OpRet, r.OpErrno, r.XData)
		}
	}
	if h, ok := t.(PutFop); ok {
		b.Fop[fops.OpPut] = func(f *Frame, a *fops.Args) {
			h.Put(f, &a.Loc, a.Mode, a.Umask, a.Flags, a.Vector, a.Offset, a.Dict, a.XData)
		}
	}
	if h, ok := t.(PutCbk); ok {
		b.Cbk[fops.OpPut] = func(f *Frame, cookie any, r *fops.Reply) {
			h.PutCbk(f, cookie, r.OpRet, r.OpErrno, r.Inode, &r.Buf, &r.Pre, &r.Post, r.XData)
		}
	}
	if h, ok := t.(IcreateFop); ok {
		b.Fop[fops.OpIcreate] = func(f *Frame, a *fops.Args) {
			h.Icreate(f, &a.Loc, a.Mode, a.XData)
		}
	}
	if h, ok := t.(IcreateCbk); ok {
		b.Cbk[fops.OpIcreate] = func(f *Frame, cookie any, r *fops.Reply) {
			h.IcreateCbk(f, cookie, r.OpRet, r.OpErrno, r.Inode, &r.Buf, r.XData)
		}
	}
	if h, ok := t.(NamelinkFop); ok {
		b.Fop[fops.OpNamelink] = func(f *Frame, a *fops.Args) {
			h.Namelink(f, &a.Loc, a.XData)
		}
	}
	if h, ok := t.(NamelinkCbk); ok {
		b.Cbk[fops.OpNamelink] = func(f *Frame, cookie any, r *fops.Reply) {
			h.NamelinkCbk(f, cookie, r.OpRet, r.OpErrno, &r.Pre, &r.Post, r.XData)
		}
	}
	if h, ok := t.(GetspecFop); ok {
		b.Fop[fops.OpGetspec] = func(f *Frame, a *fops.Args) {
			h.Getspec(f, a.Name, a.Flags)
		}
	}
	if h, ok := t.(GetspecCbk); ok {
		b.Cbk[fops.OpGetspec] = func(f *Frame, cookie any, r *fops.Reply) {
			h.GetspecCbk(f, cookie, r.OpRet, r.OpErrno, r.Path)
		}
	}
	if h, ok := t.(TmpfileFop); ok {
		b.Fop[fops.OpTmpfile] = func(f *Frame, a *fops.Args) {
			h.Tmpfile(f, &a.Loc, a.Flags, a.Mode, a.Umask, a.Fd, a.XData)
		}
	}
	if h, ok := t.(TmpfileCbk); ok {
		b.Cbk[fops.OpTmpfile] = func(f *Frame, cookie any, r *fops.Reply) {
			h.TmpfileCbk(f, cookie, r.OpRet, r.OpErrno, r.Fd, r.Inode, &r.Buf, r.XData)
		}
	}
	if h, ok := t.(IoctlFop); ok {
		b.Fop[fops.OpIoctl] = func(f *Frame, a *fops.Args) {
			h.Ioctl(f, a.Fd, a.Cmd, a.Arg, a.Flags, a.Vector, a.Size, a.XData)
		}
	}
	if h, ok := t.(IoctlCbk); ok {
		b.Cbk[fops.OpIoctl] = func(f *Frame, cookie any, r *fops.Reply) {
			h.IoctlCbk(f, cookie, r.OpRet, r.OpErrno, r.Vector, r.XData)
		}
	}
	if h, ok := t.(PollFop); ok {
		b.Fop[fops.OpPoll] = func(f *Frame, a *fops.Args) {
			h.Poll(f, a.Fd, a.Flags, a.Arg, a.XData)
		}
	}
	if h, ok := t.(PollCbk); ok {
		b.Cbk[fops.OpPoll] = func(f *Frame, cookie any, r *fops.Reply) {
			h.PollCbk(f, cookie, r.OpRet, r.OpErrno, r.Flags, r.XData)
		}
	}
	if h, ok := t.(StatxFop); ok {
		b.Fop[fops.OpStatx] = func(f *Frame, a *fops.Args) {
			h.Statx(f, &a.Loc, a.Fd, a.Flags, a.Valid, a.XData)
		}
	}
	if h, ok := t.(StatxCbk); ok {
		b.Cbk[fops.OpStatx] = func(f *Frame, cookie any, r *fops.Reply) {
			h.StatxCbk(f, cookie, r.OpRet, r.OpErrno, &r.Buf, r.XData)
		}
	}
	if h, ok := t.(SyncfsFop); ok {
		b.Fop[fops.OpSyncfs] = func(f *Frame, a *fops.Args) {
			h.Syncfs(f, &a.Loc, a.XData)
		}
	}
	if h, ok := t.(SyncfsCbk); ok {
		b.Cbk[fops.OpSyncfs] = func(f *Frame, cookie any, r *fops.Reply) {
			h.SyncfsCbk(f, cookie, r.OpRet, r.OpErrno, r.XData)
		}
	}
	if h, ok := t.(BmapFop); ok {
		b.Fop[fops.OpBmap] = func(f *Frame, a *fops.Args) {
			h.Bmap(f, &a.Loc, a.Size, a.Offset, a.XData)
		}
	}
	if h, ok := t.(BmapCbk); ok {
		b.Cbk[fops.OpBmap] = func(f *Frame, cookie any, r *fops.Reply) {
			h.BmapCbk(f, cookie, r.OpRet, r.OpErrno, r.Offset, r.XData)
		}
	}
}
