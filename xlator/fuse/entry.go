package fuse

import (
	gofuse "github.com/hanwen/go-fuse/v2/fuse"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/xlator"
)

// Lookup finds a name.
func (b *bridge) Lookup(cancel <-chan struct{}, h *gofuse.InHeader, name string, out *gofuse.EntryOut) gofuse.Status {
	c := b.begin(h, cancel)
	defer c.End()
	a := c.Args(fops.OpLookup)
	parent := b.inode(c, h.NodeId)
	if parent == nil {
		return estale
	}
	a.Loc = fops.Loc{Parent: parent, Name: name, Inode: c.SpareInode()}
	r := c.Do(a)
	if s := b.status(a.Op, r); !s.Ok() {
		if s == gofuse.ENOENT {
			// An entry without a number is a name whose absence may be kept.
			out.EntryValid, out.EntryValidNsec = timeout(r.EntryTimeout, b.opts.NegativeTimeout)
			if out.EntryValid|uint64(out.EntryValidNsec) != 0 {
				out.NodeId = 0
				return gofuse.OK
			}
		}
		return s
	}
	return b.entry(c, r, out, parent, name)
}

// Forget takes back what the kernel was told of an inode.
func (b *bridge) Forget(id, n uint64) {
	if id == gofuse.FUSE_ROOT_ID {
		return
	}
	if in := b.g.Inodes().ByID(id); in != nil {
		in.AddLookups(-int64(n))
		b.g.UnrefInode(in, int64(n))
	}
}

// Mknod makes a file, FIFO, socket or device node.
func (b *bridge) Mknod(cancel <-chan struct{}, in *gofuse.MknodIn, name string, out *gofuse.EntryOut) gofuse.Status {
	return b.byName(&in.InHeader, name, cancel, fops.OpMknod, true, func(_ *xlator.Call, a *fops.Args) {
		a.Mode, a.Umask, a.Rdev = in.Mode, in.Umask, decodeDev(in.Rdev)
	}, b.made(in.NodeId, name, out))
}

// Mkdir makes a directory.
func (b *bridge) Mkdir(cancel <-chan struct{}, in *gofuse.MkdirIn, name string, out *gofuse.EntryOut) gofuse.Status {
	return b.byName(&in.InHeader, name, cancel, fops.OpMkdir, true, func(_ *xlator.Call, a *fops.Args) {
		a.Mode, a.Umask = in.Mode&0o7777, in.Umask
	}, b.made(in.NodeId, name, out))
}

// Symlink makes a symbolic link.
func (b *bridge) Symlink(cancel <-chan struct{}, h *gofuse.InHeader, target, name string, out *gofuse.EntryOut) gofuse.Status {
	return b.byName(h, name, cancel, fops.OpSymlink, true, func(_ *xlator.Call, a *fops.Args) {
		a.Path = target
	}, b.made(h.NodeId, name, out))
}

// made answers with the object that a fop has made under a name.
func (b *bridge) made(parent uint64, name string, out *gofuse.EntryOut) func(*xlator.Call, *fops.Reply) gofuse.Status {
	return func(c *xlator.Call, r *fops.Reply) gofuse.Status {
		return b.entry(c, r, out, b.g.Inodes().ByID(parent), name)
	}
}

// Unlink removes a name.
func (b *bridge) Unlink(cancel <-chan struct{}, h *gofuse.InHeader, name string) gofuse.Status {
	return b.byName(h, name, cancel, fops.OpUnlink, false, nil, nil)
}

// Rmdir removes a directory.
func (b *bridge) Rmdir(cancel <-chan struct{}, h *gofuse.InHeader, name string) gofuse.Status {
	return b.byName(h, name, cancel, fops.OpRmdir, false, nil, nil)
}

// Link makes another name for an object.
func (b *bridge) Link(cancel <-chan struct{}, in *gofuse.LinkIn, name string, out *gofuse.EntryOut) gofuse.Status {
	c := b.begin(&in.InHeader, cancel)
	defer c.End()
	a := c.Args(fops.OpLink)
	old, parent := b.inode(c, in.Oldnodeid), b.inode(c, in.NodeId)
	if old == nil || parent == nil {
		return estale
	}
	a.Loc.Inode = old
	a.Loc.Parent, a.Loc.Name = old.Name()
	a.Loc2 = fops.Loc{Parent: parent, Name: name, Inode: old}
	r := c.Do(a)
	if s := b.status(a.Op, r); !s.Ok() {
		return s
	}
	return b.entry(c, r, out, parent, name)
}

// Rename moves a name, or exchanges two.
func (b *bridge) Rename(cancel <-chan struct{}, in *gofuse.RenameIn, oldName, newName string) gofuse.Status {
	c := b.begin(&in.InHeader, cancel)
	defer c.End()
	a := c.Args(fops.OpRename)
	from, to := b.inode(c, in.NodeId), b.inode(c, in.Newdir)
	if from == nil || to == nil {
		return estale
	}
	a.Loc = fops.Loc{Parent: from, Name: oldName}
	a.Loc2 = fops.Loc{Parent: to, Name: newName}
	a.Flags = in.Flags
	r := c.Do(a)
	if s := b.status(a.Op, r); !s.Ok() {
		if s == gofuse.ENOSYS && a.Flags != 0 && !b.absent[a.Op] {
			return gofuse.EINVAL // see notSupported
		}
		return s
	}
	// The kernel moves its own entry and does not ask again, so the inode
	// must learn its new name here, or loc.path would be wrong from now on.
	moved := fops.GFID{}
	if r.Buf.Known() {
		moved = r.Buf.GFID
	}
	b.renamed(&in.InHeader, moved, to, newName)
	if in.Flags&renameExchange != 0 {
		b.renamed(&in.InHeader, fops.GFID{}, from, oldName)
	}
	return gofuse.OK
}

const (
	renameExchange = 2    // RENAME_EXCHANGE of renameat2(2)
	pathMax        = 4096 // PATH_MAX of limits.h
)

// renamed gives an inode its new name. Where the reply to the rename does not
// say which inode it was, the graph is asked.
func (b *bridge) renamed(h *gofuse.InHeader, gfid fops.GFID, parent *fops.Inode, name string) {
	if gfid.IsZero() {
		var out gofuse.EntryOut
		lh := *h
		lh.NodeId = parent.ID
		if b.Lookup(nil, &lh, name, &out).Ok() && out.NodeId != 0 {
			b.Forget(out.NodeId, 1)
		}
		return
	}
	if in := b.g.Inodes().Find(gfid); in != nil {
		in.SetName(parent, name)
		b.g.UnrefInode(in, 1)
	}
}

// Readlink reads a symbolic link.
func (b *bridge) Readlink(cancel <-chan struct{}, h *gofuse.InHeader) (out []byte, s gofuse.Status) {
	s = b.byInode(h, cancel, fops.OpReadlink, func(_ *xlator.Call, a *fops.Args) {
		a.Size = pathMax
	}, func(_ *xlator.Call, r *fops.Reply) gofuse.Status {
		out = []byte(r.Path)
		return gofuse.OK
	})
	return out, s
}
