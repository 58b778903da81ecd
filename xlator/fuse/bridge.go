package fuse

import (
	"log/slog"
	"syscall"
	"time"

	gofuse "github.com/hanwen/go-fuse/v2/fuse"
	"golang.org/x/sys/unix"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/xlator"
	"github.com/windlassfs/windlass/xlator/internal/slab"
)

// bridge is go-fuse's view of a graph.
type bridge struct {
	g    *xlator.Graph
	opts Options
	log  *slog.Logger
	fds  slab.Slab[fops.Fd]
	// absent are the fops that no translator handles, leafless those that the
	// leaf at the end of their way does not.
	absent, leafless [fops.NumOps]bool
	order            order
	notifier
	shrinker
}

func newBridge(g *xlator.Graph, o Options) *bridge {
	b := &bridge{g: g, opts: o, log: o.Log}
	b.fds.First = 1
	for op := range fops.Op(fops.NumOps) {
		way := g.Path(op)
		first, _ := way[0].Handles(op)
		last, _ := way[len(way)-1].Handles(op)
		b.absent[op], b.leafless[op] = !first, !last
	}
	return b
}

func (b *bridge) String() string      { return "windlass" }
func (b *bridge) SetDebug(bool)       {}
func (b *bridge) Init(*gofuse.Server) {}
func (b *bridge) OnUnmount()          {}

// begin takes a call for a request.
func (b *bridge) begin(h *gofuse.InHeader, cancel <-chan struct{}) *xlator.Call {
	c := b.g.NewCall()
	c.UID, c.GID, c.PID, c.Unique = h.Uid, h.Gid, h.Pid, h.Unique
	c.Cancel = cancel
	return c
}

// inode finds the inode that the kernel means and keeps it for the call. It
// is nil only if the kernel names one that it was never told.
func (b *bridge) inode(c *xlator.Call, id uint64) *fops.Inode {
	in := b.g.Inodes().ByID(id)
	if in != nil {
		c.HoldInode(in)
	}
	return in
}

// maxErrno is the largest number that the kernel takes for an error. An answer
// with another one it refuses, and the caller would wait for ever.
const maxErrno = 511

// status is the code of the answer to op.
func (b *bridge) status(op fops.Op, r *fops.Reply) gofuse.Status {
	switch {
	case !r.Failed():
		return gofuse.OK
	case r.OpErrno == 0 || r.OpErrno > maxErrno:
		return gofuse.EIO
	case r.OpErrno == syscall.ENOSYS:
		return b.notSupported(op)
	}
	return gofuse.Status(r.OpErrno)
}

// notSupported is the answer to op where the graph says ENOSYS. The kernel
// takes that for the whole mount: it never asks again, and after an open it
// even goes on as if all files were open. So it hears ENOSYS only where that
// is so for ever, and otherwise what it would make of it this time.
func (b *bridge) notSupported(op fops.Op) gofuse.Status {
	switch op {
	case fops.OpOpen, fops.OpOpendir:
		return gofuse.Status(syscall.EOPNOTSUPP)
	case fops.OpCreate, fops.OpSeek:
		// The kernel has another way: mknod and open, or the size.
		if !b.leafless[op] {
			return gofuse.Status(syscall.EOPNOTSUPP)
		}
		return gofuse.ENOSYS
	}
	if b.absent[op] {
		return gofuse.ENOSYS
	}
	switch op {
	case fops.OpFlush, fops.OpFsync, fops.OpFsyncdir, fops.OpAccess:
		return gofuse.OK
	case fops.OpIoctl:
		return gofuse.Status(syscall.ENOTTY)
	case fops.OpGetxattr, fops.OpSetxattr, fops.OpRemovexattr, fops.OpTmpfile,
		fops.OpFallocate, fops.OpDiscard, fops.OpZerofill, fops.OpCopyFileRange:
		return gofuse.Status(syscall.EOPNOTSUPP)
	}
	return gofuse.ENOSYS // not remembered; for the rest see Statx and Rename
}

const estale = gofuse.Status(syscall.ESTALE)

// byInode runs a fop that names its object by the inode of the header. fill,
// if not nil, completes the arguments; done, if not nil, uses a success.
func (b *bridge) byInode(h *gofuse.InHeader, cancel <-chan struct{}, op fops.Op, fill func(*xlator.Call, *fops.Args), done func(*xlator.Call, *fops.Reply) gofuse.Status) gofuse.Status {
	c := b.begin(h, cancel)
	defer c.End()
	a := c.Args(op)
	if a.Loc.Inode = b.inode(c, h.NodeId); a.Loc.Inode == nil {
		return estale
	}
	return b.run(c, a, fill, done)
}

// byFd runs a fop on an open file.
func (b *bridge) byFd(h *gofuse.InHeader, fh uint64, cancel <-chan struct{}, op fops.Op, fill func(*xlator.Call, *fops.Args), done func(*xlator.Call, *fops.Reply) gofuse.Status) gofuse.Status {
	c := b.begin(h, cancel)
	defer c.End()
	a := c.Args(op)
	if a.Fd = b.fds.Get(fh); a.Fd == nil {
		return gofuse.EBADF
	}
	return b.run(c, a, fill, done)
}

// byName runs a fop that names its object by the header's inode and a name in
// it. If fresh is set the name is going to be made or looked up, and the loc
// gets an inode for it.
func (b *bridge) byName(h *gofuse.InHeader, name string, cancel <-chan struct{}, op fops.Op, fresh bool, fill func(*xlator.Call, *fops.Args), done func(*xlator.Call, *fops.Reply) gofuse.Status) gofuse.Status {
	c := b.begin(h, cancel)
	defer c.End()
	a := c.Args(op)
	if a.Loc.Parent = b.inode(c, h.NodeId); a.Loc.Parent == nil {
		return estale
	}
	a.Loc.Name = name
	if fresh {
		a.Loc.Inode = c.SpareInode()
	}
	return b.run(c, a, fill, done)
}

func (b *bridge) run(c *xlator.Call, a *fops.Args, fill func(*xlator.Call, *fops.Args), done func(*xlator.Call, *fops.Reply) gofuse.Status) gofuse.Status {
	if fill != nil {
		fill(c, a)
	}
	r := c.Do(a)
	if s := b.status(a.Op, r); !s.Ok() {
		return s
	}
	if done != nil && !r.Failed() {
		return done(c, r)
	}
	return gofuse.OK
}

// timeout is a reply's own if it has one, else the mount's.
func timeout(own, mount time.Duration) (sec uint64, nsec uint32) {
	if own < 0 {
		own = mount
	}
	return uint64(own / time.Second), uint32(own % time.Second)
}

// entry answers with an object that was found or made: from now on the kernel
// knows it once more.
func (b *bridge) entry(c *xlator.Call, r *fops.Reply, out *gofuse.EntryOut, parent *fops.Inode, name string) gofuse.Status {
	if r.Inode == nil || !r.Buf.Known() || !r.Inode.Linked() && r.Buf.GFID.IsZero() {
		b.log.Error("a translator answered without inode, attributes or gfid", "fop", "lookup", "name", name)
		return gofuse.EIO
	}
	in := b.g.LinkInode(c, r.Inode, &r.Buf)
	if in == nil {
		return estale
	}
	if in.ID == gofuse.FUSE_ROOT_ID || !fits(in, &r.Buf) {
		b.g.UnrefInode(in, 1)
		b.log.Error("a translator answered with an object of another kind", "name", name, "gfid", in.GFID, "type", in.Type, "mode", r.Buf.Mode, "size", r.Buf.Size)
		return gofuse.EIO
	}
	in.AddLookups(1)
	if parent != nil {
		in.SetName(parent, name)
	}
	out.NodeId, out.Generation = in.ID, in.Generation
	out.EntryValid, out.EntryValidNsec = timeout(r.EntryTimeout, b.opts.EntryTimeout)
	out.AttrValid, out.AttrValidNsec = timeout(r.AttrTimeout, b.opts.AttrTimeout)
	fillAttr(&out.Attr, &r.Buf)
	return gofuse.OK
}

// fits reports whether attributes can be those of an inode. The kernel takes
// one for broken, for everybody and as long as it knows it, if its type changes
// or its size is negative.
func fits(in *fops.Inode, buf *fops.Iatt) bool {
	return buf.Mode&unix.S_IFMT == in.Type && int64(buf.Size) >= 0 && goodType(in.Type)
}

func goodType(t uint32) bool {
	switch t {
	case unix.S_IFREG, unix.S_IFDIR, unix.S_IFLNK, unix.S_IFCHR, unix.S_IFBLK, unix.S_IFIFO, unix.S_IFSOCK:
		return true
	}
	return false
}

// fillAttr turns attributes into the protocol's form.
func fillAttr(out *gofuse.Attr, b *fops.Iatt) {
	out.Ino, out.Size, out.Blocks, out.Blksize = b.Ino, b.Size, b.Blocks, b.Blksize
	out.Atime, out.Atimensec = uint64(b.Atime.Sec), b.Atime.Nsec
	out.Mtime, out.Mtimensec = uint64(b.Mtime.Sec), b.Mtime.Nsec
	out.Ctime, out.Ctimensec = uint64(b.Ctime.Sec), b.Ctime.Nsec
	out.Mode, out.Nlink, out.Uid, out.Gid = b.Mode, b.Nlink, b.UID, b.GID
	out.Rdev = encodeDev(b.Rdev)
}

// encodeDev is the kernel's new_encode_dev: the 32 bits in which the protocol
// carries a device number. decodeDev is its inverse, as makedev(3).
func encodeDev(dev uint64) uint32 {
	major := uint32(dev>>8&0xfff | dev>>32&^0xfff)
	minor := uint32(dev&0xff | dev>>12&0xffffff00)
	return minor&0xff | major<<8 | minor&^0xff<<12
}

func decodeDev(dev uint32) uint64 {
	major, minor := uint64(dev>>8&0xfff), uint64(dev&0xff|dev>>12&0xfff00)
	return minor&0xff | major&0xfff<<8 | minor&^0xff<<12 | major&^0xfff<<32
}
