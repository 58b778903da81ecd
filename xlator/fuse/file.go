package fuse

import (
	"syscall"

	gofuse "github.com/hanwen/go-fuse/v2/fuse"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/xlator"
)

// opened makes the fd of a reply known to the kernel. It keeps the inode until
// it is released.
func (b *bridge) opened(c *xlator.Call, in *fops.Inode, out *gofuse.OpenOut) {
	fd := c.KeepFd()
	fd.Inode = in
	in.Ref()
	out.Fh = b.fds.Put(fd, func(id uint64) { fd.ID = id })
	if fd.Dir {
		return
	}
	if b.opts.DirectIO {
		out.OpenFlags |= gofuse.FOPEN_DIRECT_IO | gofuse.FOPEN_PARALLEL_DIRECT_WRITES
	}
	if b.opts.KernelCache {
		out.OpenFlags |= gofuse.FOPEN_KEEP_CACHE
	}
}

// close ends what opened began.
func (b *bridge) close(fh uint64) {
	if fd := b.fds.Delete(fh); fd != nil {
		b.g.ReleaseFd(fd)
		b.g.UnrefInode(fd.Inode, 1)
	}
}

// closeAll releases what is open when the mount is gone: the kernel does not
// say so then.
func (b *bridge) closeAll() {
	b.fds.Each(func(fd *fops.Fd) { b.close(fd.ID) })
}

// Open opens a file.
func (b *bridge) Open(cancel <-chan struct{}, in *gofuse.OpenIn, out *gofuse.OpenOut) gofuse.Status {
	return b.open(cancel, in, out, fops.OpOpen)
}

// OpenDir opens a directory.
func (b *bridge) OpenDir(cancel <-chan struct{}, in *gofuse.OpenIn, out *gofuse.OpenOut) gofuse.Status {
	return b.open(cancel, in, out, fops.OpOpendir)
}

func (b *bridge) open(cancel <-chan struct{}, in *gofuse.OpenIn, out *gofuse.OpenOut, op fops.Op) gofuse.Status {
	c := b.begin(&in.InHeader, cancel)
	defer c.End()
	inode := b.inode(c, in.NodeId)
	if inode == nil {
		return estale
	}
	a := c.Args(op)
	a.Loc.Inode = inode
	a.Loc.Parent, a.Loc.Name = inode.Name()
	a.Fd = c.SpareFd(inode, in.Flags, op == fops.OpOpendir)
	if op == fops.OpOpen {
		a.Flags = in.Flags
	}
	r := c.Do(a)
	if s := b.status(a.Op, r); !s.Ok() {
		return s
	}
	b.opened(c, inode, out)
	return gofuse.OK
}

// Create makes a file and opens it.
func (b *bridge) Create(cancel <-chan struct{}, in *gofuse.CreateIn, name string, out *gofuse.CreateOut) gofuse.Status {
	return b.create(cancel, in, name, out, fops.OpCreate)
}

// Tmpfile makes a file without a name and opens it.
func (b *bridge) Tmpfile(cancel <-chan struct{}, in *gofuse.CreateIn, out *gofuse.CreateOut) gofuse.Status {
	return b.create(cancel, in, "", out, fops.OpTmpfile)
}

func (b *bridge) create(cancel <-chan struct{}, in *gofuse.CreateIn, name string, out *gofuse.CreateOut, op fops.Op) gofuse.Status {
	c := b.begin(&in.InHeader, cancel)
	defer c.End()
	parent := b.inode(c, in.NodeId)
	if parent == nil {
		return estale
	}
	a := c.Args(op)
	fresh := c.SpareInode()
	a.Loc = fops.Loc{Parent: parent, Name: name, Inode: fresh}
	a.Flags, a.Mode, a.Umask = in.Flags, in.Mode&0o7777, in.Umask
	a.Fd = c.SpareFd(fresh, in.Flags, false)
	r := c.Do(a)
	if s := b.status(a.Op, r); !s.Ok() {
		return s
	}
	linkParent := parent
	if name == "" {
		linkParent = nil
	}
	if s := b.entry(c, r, &out.EntryOut, linkParent, name); !s.Ok() {
		return s
	}
	b.opened(c, b.g.Inodes().ByID(out.NodeId), &out.OpenOut)
	return gofuse.OK
}

// Release closes a file.
func (b *bridge) Release(_ <-chan struct{}, in *gofuse.ReleaseIn) { b.close(in.Fh) }

// Read reads data. The storage reads into the memory that the answer is sent
// from, if nothing on the way replaces it.
func (b *bridge) Read(cancel <-chan struct{}, in *gofuse.ReadIn, buf []byte) (res gofuse.ReadResult, s gofuse.Status) {
	if s := b.order.beginRead(in.NodeId, in.Unique, int64(in.Offset), int64(in.Size), cancel); !s.Ok() {
		return nil, s
	}
	s = b.byFd(&in.InHeader, in.Fh, cancel, fops.OpReadv, func(c *xlator.Call, a *fops.Args) {
		c.Buf, c.LkOwner = buf, in.LockOwner
		a.Size, a.Offset, a.Flags = uint64(in.Size), int64(in.Offset), in.Flags
	}, func(_ *xlator.Call, r *fops.Reply) gofuse.Status {
		data := r.Vector
		if len(data) > len(buf) {
			data = data[:len(buf)]
		}
		res = &readResult{data}
		return gofuse.OK
	})
	return res, s
}

// Write writes data.
func (b *bridge) Write(cancel <-chan struct{}, in *gofuse.WriteIn, data []byte) (n uint32, s gofuse.Status) {
	b.order.beginWrite(in.NodeId, in.Unique, int64(in.Offset), int64(len(data)))
	defer func() {
		if b.order.endWrite(in.NodeId, in.Unique) {
			b.invalidatePages(in.NodeId, int64(in.Offset), int64(len(data)))
		}
	}()
	s = b.byFd(&in.InHeader, in.Fh, cancel, fops.OpWritev, func(c *xlator.Call, a *fops.Args) {
		c.LkOwner = in.LockOwner
		a.Vector, a.Offset, a.Flags = data, int64(in.Offset), in.Flags&^fops.WriteKillPriv
		if in.WriteFlags&gofuse.WRITE_KILL_SUIDGID != 0 {
			a.Flags |= fops.WriteKillPriv
		}
		if in.WriteFlags&gofuse.WRITE_CACHE != 0 {
			// A page of a mapping that is written back: it has its place,
			// however the file through which that is done was opened.
			a.Flags &^= syscall.O_APPEND
		}
	}, func(_ *xlator.Call, r *fops.Reply) gofuse.Status {
		n = uint32(min(r.OpRet, int64(len(data))))
		return gofuse.OK
	})
	return n, s
}

// Writev takes data in one piece; go-fuse joins the pieces of others, which
// come only from transports that windlass does not use.
func (b *bridge) Writev(cancel <-chan struct{}, in *gofuse.WriteIn, data [][]byte) (uint32, gofuse.Status) {
	if len(data) != 1 {
		return 0, gofuse.ENOSYS
	}
	return b.Write(cancel, in, data[0])
}

// Flush is a close(2) of one descriptor.
func (b *bridge) Flush(cancel <-chan struct{}, in *gofuse.FlushIn) gofuse.Status {
	return b.byFd(&in.InHeader, in.Fh, cancel, fops.OpFlush, func(c *xlator.Call, _ *fops.Args) { c.LkOwner = in.LockOwner }, nil)
}

// Fsync brings a file to stable storage.
func (b *bridge) Fsync(cancel <-chan struct{}, in *gofuse.FsyncIn) gofuse.Status {
	return b.byFd(&in.InHeader, in.Fh, cancel, fops.OpFsync, func(_ *xlator.Call, a *fops.Args) { a.Flags = in.FsyncFlags & fops.FsyncData }, nil)
}

// The mode bits of fallocate(2) that choose between fops.
const (
	fallocKeepSize  = 0x01
	fallocPunchHole = 0x02
	fallocZeroRange = 0x10
)

// Fallocate allocates, punches or zeroes a range.
func (b *bridge) Fallocate(cancel <-chan struct{}, in *gofuse.FallocateIn) gofuse.Status {
	op := fops.OpFallocate
	switch {
	case in.Mode&fallocPunchHole != 0:
		op = fops.OpDiscard
	case in.Mode&fallocZeroRange != 0:
		op = fops.OpZerofill
	}
	if s := b.killPriv(&in.InHeader, in.Fh, cancel); !s.Ok() {
		return s
	}
	return b.byFd(&in.InHeader, in.Fh, cancel, op, func(_ *xlator.Call, a *fops.Args) {
		a.Offset, a.Size = int64(in.Offset), in.Length
		switch op {
		case fops.OpFallocate:
			a.Flags = in.Mode
		case fops.OpZerofill:
			a.Flags = in.Mode & fallocKeepSize
		}
	}, nil)
}

// killPriv drops the set-user-ID and set-group-ID bits and the capabilities of
// a file that an unprivileged caller is about to change by fallocate or
// copy_file_range. With HANDLE_KILLPRIV_V2 that is the server's to do, and
// unlike for a write the request does not say so. Whether the caller has
// CAP_FSETID is not known here; that it is not root is.
func (b *bridge) killPriv(h *gofuse.InHeader, fh uint64, cancel <-chan struct{}) gofuse.Status {
	if h.Uid == 0 {
		return gofuse.OK
	}
	var fd *fops.Fd
	s := b.byFd(h, fh, cancel, fops.OpFsetattr, func(_ *xlator.Call, a *fops.Args) {
		fd, a.Valid = a.Fd, fops.SetKillPriv
	}, func(*xlator.Call, *fops.Reply) gofuse.Status {
		b.InvalidateInode(fd.Inode, -1, 0) // the kernel does not expect another mode
		return gofuse.OK
	})
	if s == gofuse.ENOSYS {
		return gofuse.OK
	}
	return s
}

// Lseek finds data or holes; the kernel does all other seeking.
func (b *bridge) Lseek(cancel <-chan struct{}, in *gofuse.LseekIn, out *gofuse.LseekOut) gofuse.Status {
	return b.byFd(&in.InHeader, in.Fh, cancel, fops.OpSeek, func(_ *xlator.Call, a *fops.Args) {
		a.Offset, a.Type = int64(in.Offset), int32(in.Whence)
	}, func(_ *xlator.Call, r *fops.Reply) gofuse.Status {
		out.Offset = uint64(r.Offset)
		return gofuse.OK
	})
}

// CopyFileRange copies within the storage.
func (b *bridge) CopyFileRange(cancel <-chan struct{}, in *gofuse.CopyFileRangeIn) (n uint32, s gofuse.Status) {
	to := b.fds.Get(in.FhOut)
	if to == nil {
		return 0, gofuse.EBADF
	}
	if s := b.killPriv(&in.InHeader, in.FhOut, cancel); !s.Ok() {
		return 0, s
	}
	s = b.byFd(&in.InHeader, in.FhIn, cancel, fops.OpCopyFileRange, func(_ *xlator.Call, a *fops.Args) {
		a.Fd2 = to
		a.Offset, a.Offset2, a.Size, a.Flags = int64(in.OffIn), int64(in.OffOut), min(in.Len, maxCopy), uint32(in.Flags)
	}, func(_ *xlator.Call, r *fops.Reply) gofuse.Status {
		n = uint32(r.OpRet)
		return gofuse.OK
	})
	return n, s
}

// maxCopy keeps a count within the 32 bits of the answer.
const maxCopy = 1 << 30

// Ioctl hands a device command to the graph.
func (b *bridge) Ioctl(cancel <-chan struct{}, in *gofuse.IoctlIn, inbuf []byte, out *gofuse.IoctlOut, outbuf []byte) gofuse.Status {
	return b.byFd(&in.InHeader, in.Fh, cancel, fops.OpIoctl, func(_ *xlator.Call, a *fops.Args) {
		a.Cmd, a.Arg, a.Flags, a.Vector, a.Size = int32(in.Cmd), in.Arg, in.Flags, inbuf, uint64(len(outbuf))
	}, func(_ *xlator.Call, r *fops.Reply) gofuse.Status {
		copy(outbuf, r.Vector)
		out.Result = int32(r.OpRet)
		return gofuse.OK
	})
}

// GetLk asks for the lock that would be in the way.
func (b *bridge) GetLk(cancel <-chan struct{}, in *gofuse.LkIn, out *gofuse.LkOut) gofuse.Status {
	return b.lk(cancel, in, syscall.F_GETLK, func(_ *xlator.Call, r *fops.Reply) gofuse.Status {
		l := &r.Lock
		out.Lk = gofuse.FileLock{Start: uint64(l.Start), End: lockEnd, Typ: uint32(l.Type), Pid: l.PID}
		if l.Len != 0 {
			out.Lk.End = uint64(l.Start + l.Len - 1)
		}
		return gofuse.OK
	})
}

// SetLk sets or removes a lock.
func (b *bridge) SetLk(cancel <-chan struct{}, in *gofuse.LkIn) gofuse.Status {
	return b.lk(cancel, in, syscall.F_SETLK, nil)
}

// SetLkw sets a lock and waits for it.
func (b *bridge) SetLkw(cancel <-chan struct{}, in *gofuse.LkIn) gofuse.Status {
	return b.lk(cancel, in, syscall.F_SETLKW, nil)
}

// lockEnd is the end of a lock that goes on for ever.
const lockEnd = 1<<63 - 1

func (b *bridge) lk(cancel <-chan struct{}, in *gofuse.LkIn, cmd int32, done func(*xlator.Call, *fops.Reply) gofuse.Status) gofuse.Status {
	return b.byFd(&in.InHeader, in.Fh, cancel, fops.OpLk, func(c *xlator.Call, a *fops.Args) {
		c.LkOwner = in.Owner
		a.Cmd = cmd
		a.Lock = fops.Lock{Type: int16(in.Lk.Typ), Start: int64(in.Lk.Start), PID: in.Lk.Pid, Owner: in.Owner}
		if in.Lk.End != lockEnd {
			a.Lock.Len = int64(in.Lk.End - in.Lk.Start + 1)
		}
		if in.LkFlags&gofuse.LK_FLOCK != 0 {
			a.Flags = fops.LkFlock
		}
	}, done)
}
