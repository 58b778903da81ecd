package fuse

import (
	gofuse "github.com/hanwen/go-fuse/v2/fuse"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/xlator"
)

// GetAttr gets attributes, of an open file if the kernel has one.
func (b *bridge) GetAttr(cancel <-chan struct{}, in *gofuse.GetAttrIn, out *gofuse.AttrOut) gofuse.Status {
	c := b.begin(&in.InHeader, cancel)
	defer c.End()
	var a *fops.Args
	if in.Flags()&gofuse.FUSE_GETATTR_FH != 0 {
		a = c.Args(fops.OpFstat)
		a.Fd = b.fds.Get(in.Fh())
		if a.Fd == nil {
			return gofuse.EBADF
		}
	} else {
		a = c.Args(fops.OpStat)
		if a.Loc.Inode = b.inode(c, in.NodeId); a.Loc.Inode == nil {
			return estale
		}
		a.Loc.Parent, a.Loc.Name = a.Loc.Inode.Name()
	}
	r := c.Do(a)
	if s := b.status(a.Op, r); !s.Ok() {
		return s
	}
	return b.attr(b.g.Inodes().ByID(in.NodeId), r, &r.Buf, out)
}

// attr answers with attributes of an inode.
func (b *bridge) attr(in *fops.Inode, r *fops.Reply, buf *fops.Iatt, out *gofuse.AttrOut) gofuse.Status {
	if !b.sound(in, buf) {
		return gofuse.EIO
	}
	out.AttrValid, out.AttrValidNsec = timeout(r.AttrTimeout, b.opts.AttrTimeout)
	fillAttr(&out.Attr, buf)
	return gofuse.OK
}

// sound reports whether attributes can be an inode's.
func (b *bridge) sound(in *fops.Inode, buf *fops.Iatt) bool {
	switch {
	case !buf.Known():
		b.log.Error("a translator answered without attributes")
		return false
	case in != nil && !fits(in, buf):
		b.log.Error("a translator answered with attributes of another kind", "gfid", in.GFID, "type", in.Type, "mode", buf.Mode, "size", buf.Size)
		return false
	}
	return true
}

// validBits pairs the protocol's bits of a SETATTR with those of setattr.
var validBits = [...]struct{ fuse, fop uint32 }{
	{gofuse.FATTR_MODE, fops.SetMode},
	{gofuse.FATTR_UID, fops.SetUID},
	{gofuse.FATTR_GID, fops.SetGID},
	{gofuse.FATTR_ATIME, fops.SetAtime},
	{gofuse.FATTR_MTIME, fops.SetMtime},
	{gofuse.FATTR_ATIME_NOW, fops.SetAtimeNow},
	{gofuse.FATTR_MTIME_NOW, fops.SetMtimeNow},
	{gofuse.FATTR_CTIME, fops.SetCtime},
	{gofuse.FATTR_KILL_SUIDGID, fops.SetKillPriv},
}

// SetAttr sets attributes: the size by truncate or ftruncate, the others by
// setattr or fsetattr.
func (b *bridge) SetAttr(cancel <-chan struct{}, in *gofuse.SetAttrIn, out *gofuse.AttrOut) gofuse.Status {
	c := b.begin(&in.InHeader, cancel)
	defer c.End()
	c.LkOwner = in.LockOwner
	inode := b.inode(c, in.NodeId)
	if inode == nil {
		return estale
	}
	var fd *fops.Fd
	if fh, ok := in.GetFh(); ok {
		if fd = b.fds.Get(fh); fd == nil {
			return gofuse.EBADF
		}
	}
	args := func(byLoc, byFd fops.Op) *fops.Args {
		if fd != nil {
			a := c.Args(byFd)
			a.Fd = fd
			return a
		}
		a := c.Args(byLoc)
		a.Loc.Inode = inode
		a.Loc.Parent, a.Loc.Name = inode.Name()
		return a
	}
	var valid uint32
	for _, v := range validBits {
		if in.Valid&v.fuse != 0 {
			valid |= v.fop
		}
	}
	if in.Valid&^(gofuse.FATTR_FH|gofuse.FATTR_LOCKOWNER) == 0 {
		// A chown(2) to no user and no group, or the announcement of a write
		// that drops privileges: the kernel does not say which.
		valid = fops.SetCtime
	}
	var r *fops.Reply
	if size, ok := in.GetSize(); ok {
		a := args(fops.OpTruncate, fops.OpFtruncate)
		a.Offset = int64(size)
		r = c.Do(a)
		if s := b.status(a.Op, r); !s.Ok() {
			return s
		}
	}
	if valid != 0 {
		a := args(fops.OpSetattr, fops.OpFsetattr)
		a.Valid = valid
		a.Buf.Mode, a.Buf.UID, a.Buf.GID = in.Mode&0o7777, in.Uid, in.Gid
		a.Buf.Atime = fops.Timespec{Sec: int64(in.Atime), Nsec: in.Atimensec}
		a.Buf.Mtime = fops.Timespec{Sec: int64(in.Mtime), Nsec: in.Mtimensec}
		a.Buf.Ctime = fops.Timespec{Sec: int64(in.Ctime), Nsec: in.Ctimensec}
		r = c.Do(a)
		if s := b.status(a.Op, r); !s.Ok() {
			return s
		}
	}
	if r != nil && r.Post.Known() {
		return b.attr(inode, r, &r.Post, out)
	}
	a := args(fops.OpStat, fops.OpFstat)
	r = c.Do(a)
	if s := b.status(a.Op, r); !s.Ok() {
		return s
	}
	return b.attr(inode, r, &r.Buf, out)
}

// Statx gets the attributes of statx(2).
func (b *bridge) Statx(cancel <-chan struct{}, in *gofuse.StatxIn, out *gofuse.StatxOut) gofuse.Status {
	answer := func(_ *xlator.Call, r *fops.Reply) gofuse.Status {
		return b.statx(b.g.Inodes().ByID(in.NodeId), r, out)
	}
	s := b.byInode(&in.InHeader, cancel, fops.OpStatx, func(_ *xlator.Call, a *fops.Args) {
		if in.GetattrFlags&gofuse.FUSE_GETATTR_FH != 0 {
			a.Fd = b.fds.Get(in.Fh)
		}
		a.Flags, a.Valid = in.SxFlags, in.SxMask
	}, answer)
	if s == gofuse.ENOSYS && !b.absent[fops.OpStatx] {
		// The kernel would take it for the whole mount: see notSupported.
		s = b.byInode(&in.InHeader, cancel, fops.OpStat, nil, answer)
	}
	return s
}

// statx answers with attributes.
func (b *bridge) statx(in *fops.Inode, r *fops.Reply, out *gofuse.StatxOut) gofuse.Status {
	s := &r.Buf
	if !b.sound(in, s) {
		return gofuse.EIO
	}
	out.AttrValid, out.AttrValidNsec = timeout(r.AttrTimeout, b.opts.AttrTimeout)
	out.Mask, out.Blksize, out.Nlink, out.Uid, out.Gid, out.Mode = s.Flags, s.Blksize, s.Nlink, s.UID, s.GID, uint16(s.Mode)
	out.Attributes, out.AttributesMask = s.Attributes, s.AttributesMask
	out.Ino, out.Size, out.Blocks = s.Ino, s.Size, s.Blocks
	for _, t := range [...]struct {
		to   *gofuse.SxTime
		from fops.Timespec
	}{{&out.Atime, s.Atime}, {&out.Btime, s.Btime}, {&out.Ctime, s.Ctime}, {&out.Mtime, s.Mtime}} {
		t.to.Sec, t.to.Nsec = uint64(t.from.Sec), t.from.Nsec
	}
	out.RdevMajor, out.RdevMinor = splitDev(s.Rdev)
	out.DevMajor, out.DevMinor = splitDev(s.Dev)
	return gofuse.OK
}

func splitDev(dev uint64) (major, minor uint32) {
	return uint32(dev>>8&0xfff | dev>>32&^0xfff), uint32(dev&0xff | dev>>12&0xffffff00)
}

// Access checks the caller's rights; the kernel asks only without
// default_permissions.
func (b *bridge) Access(cancel <-chan struct{}, in *gofuse.AccessIn) gofuse.Status {
	return b.byInode(&in.InHeader, cancel, fops.OpAccess, func(_ *xlator.Call, a *fops.Args) { a.Flags = in.Mask }, nil)
}

// StatFs gets the filesystem's usage.
func (b *bridge) StatFs(cancel <-chan struct{}, h *gofuse.InHeader, out *gofuse.StatfsOut) gofuse.Status {
	return b.byInode(h, cancel, fops.OpStatfs, nil, func(_ *xlator.Call, r *fops.Reply) gofuse.Status {
		s := &r.Statvfs
		out.Blocks, out.Bfree, out.Bavail, out.Files, out.Ffree = s.Blocks, s.Bfree, s.Bavail, s.Files, s.Ffree
		out.Bsize, out.Frsize, out.NameLen = uint32(s.Bsize), uint32(s.Frsize), uint32(s.Namemax)
		return gofuse.OK
	})
}

// GetXAttr reads an extended attribute. The size is returned with ERANGE if
// dest is too small, as the protocol wants.
func (b *bridge) GetXAttr(cancel <-chan struct{}, h *gofuse.InHeader, attr string, dest []byte) (n uint32, s gofuse.Status) {
	s = b.byInode(h, cancel, fops.OpGetxattr, func(_ *xlator.Call, a *fops.Args) {
		a.Loc.Parent, a.Loc.Name = a.Loc.Inode.Name()
		a.Name = attr
	}, func(_ *xlator.Call, r *fops.Reply) gofuse.Status {
		v, ok := r.Dict.Bytes(attr)
		if !ok {
			return gofuse.ENODATA
		}
		n = uint32(len(v))
		if len(v) > len(dest) {
			return gofuse.ERANGE
		}
		copy(dest, v)
		return gofuse.OK
	})
	return n, s
}

// ListXAttr lists the names of extended attributes, each ended by NUL.
func (b *bridge) ListXAttr(cancel <-chan struct{}, h *gofuse.InHeader, dest []byte) (n uint32, s gofuse.Status) {
	s = b.byInode(h, cancel, fops.OpGetxattr, nil, func(_ *xlator.Call, r *fops.Reply) gofuse.Status {
		for _, p := range r.Dict.Pairs() {
			n += uint32(len(p.Key)) + 1
		}
		if int(n) > len(dest) {
			return gofuse.ERANGE
		}
		at := 0
		for _, p := range r.Dict.Pairs() {
			at += copy(dest[at:], p.Key)
			dest[at] = 0
			at++
		}
		return gofuse.OK
	})
	return n, s
}

// SetXAttr writes an extended attribute.
func (b *bridge) SetXAttr(cancel <-chan struct{}, in *gofuse.SetXAttrIn, attr string, data []byte) gofuse.Status {
	return b.byInode(&in.InHeader, cancel, fops.OpSetxattr, func(_ *xlator.Call, a *fops.Args) {
		a.Loc.Parent, a.Loc.Name = a.Loc.Inode.Name()
		a.Dict = &fops.Dict{}
		a.Dict.Set(attr, data)
		a.Flags = in.Flags
	}, nil)
}

// RemoveXAttr removes an extended attribute.
func (b *bridge) RemoveXAttr(cancel <-chan struct{}, h *gofuse.InHeader, attr string) gofuse.Status {
	return b.byInode(h, cancel, fops.OpRemovexattr, func(_ *xlator.Call, a *fops.Args) {
		a.Loc.Parent, a.Loc.Name = a.Loc.Inode.Name()
		a.Name = attr
	}, nil)
}
