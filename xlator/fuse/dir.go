package fuse

import (
	gofuse "github.com/hanwen/go-fuse/v2/fuse"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/xlator"
)

// ReadDir lists names.
func (b *bridge) ReadDir(cancel <-chan struct{}, in *gofuse.ReadIn, out *gofuse.DirEntryList) gofuse.Status {
	return b.byFd(&in.InHeader, in.Fh, cancel, fops.OpReaddir, func(_ *xlator.Call, a *fops.Args) {
		a.Size, a.Offset = uint64(in.Size), int64(in.Offset)
	}, func(_ *xlator.Call, r *fops.Reply) gofuse.Status {
		for i := range r.Entries {
			e := &r.Entries[i]
			if !out.AddDirEntry(gofuse.DirEntry{Name: e.Name, Ino: e.Ino, Off: uint64(e.Off), Mode: e.Type}) {
				break
			}
		}
		return gofuse.OK
	})
}

// ReadDirPlus lists names with what a lookup of each would answer.
func (b *bridge) ReadDirPlus(cancel <-chan struct{}, in *gofuse.ReadIn, out *gofuse.DirEntryList) gofuse.Status {
	return b.byFd(&in.InHeader, in.Fh, cancel, fops.OpReaddirp, func(_ *xlator.Call, a *fops.Args) {
		a.Size, a.Offset = uint64(in.Size), int64(in.Offset)
	}, func(c *xlator.Call, r *fops.Reply) gofuse.Status {
		dir := b.g.Inodes().ByID(in.NodeId)
		full := false
		for i := range r.Entries {
			full = b.direntPlus(c, dir, r, &r.Entries[i], out, full) || full
		}
		return gofuse.OK
	})
}

// direntPlus adds one entry, unless the list is full; it reports whether it
// is. A fresh inode's reference came with the reply and is given back here.
func (b *bridge) direntPlus(c *xlator.Call, dir *fops.Inode, r *fops.Reply, e *fops.Dirent, out *gofuse.DirEntryList, full bool) bool {
	fresh := e.Inode != nil && !e.Inode.Linked()
	if fresh {
		defer b.g.UnrefInode(e.Inode, 1)
	}
	if full {
		return true
	}
	entry := out.AddDirLookupEntry(gofuse.DirEntry{Name: e.Name, Ino: e.Ino, Off: uint64(e.Off), Mode: e.Type})
	if entry == nil {
		return true
	}
	// A number of zero makes the kernel look the entry up when it needs it.
	if e.Inode == nil || !e.Buf.Known() || fresh && e.Buf.GFID.IsZero() || e.Name == "." || e.Name == ".." {
		return false
	}
	known := b.g.LinkInode(c, e.Inode, &e.Buf)
	if known == nil {
		return false
	}
	if known.ID == gofuse.FUSE_ROOT_ID || !fits(known, &e.Buf) {
		b.g.UnrefInode(known, 1)
		return false
	}
	known.AddLookups(1)
	known.SetName(dir, e.Name)
	entry.NodeId, entry.Generation = known.ID, known.Generation
	entry.EntryValid, entry.EntryValidNsec = timeout(r.EntryTimeout, b.opts.EntryTimeout)
	entry.AttrValid, entry.AttrValidNsec = timeout(r.AttrTimeout, b.opts.AttrTimeout)
	fillAttr(&entry.Attr, &e.Buf)
	out.FixMode(e.Buf.Mode)
	return false
}

// ReleaseDir closes a directory.
func (b *bridge) ReleaseDir(in *gofuse.ReleaseIn) { b.close(in.Fh) }

// FsyncDir brings a directory to stable storage.
func (b *bridge) FsyncDir(cancel <-chan struct{}, in *gofuse.FsyncIn) gofuse.Status {
	return b.byFd(&in.InHeader, in.Fh, cancel, fops.OpFsyncdir, func(_ *xlator.Call, a *fops.Args) { a.Flags = in.FsyncFlags & fops.FsyncData }, nil)
}
