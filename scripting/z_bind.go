// Code generated from the table of fops by fops/gen. DO NOT EDIT.

package scripting

import (
	"github.com/go-python/gpython/py"

	"github.com/windlassfs/windlass/fops"
)

// binds converts the arguments and replies of each fop to Python objects and
// back. The slices of take… have a place for every parameter of the row, nil
// for one that was not given; those of give… only the positional ones.
var binds = [fops.NumOps]bind{
	fops.OpLookup: {
		giveIn: func(l *life, o *argObjects, a *fops.Args, v []py.Object) {
			v[0] = o.Loc.give(l, &a.Loc)
			v[1] = o.XData.give(l, a.XData)
		},
		takeIn: func(k *taker, v []py.Object, a *fops.Args) {
			k.loc(v[0], "loc", &a.Loc)
			k.dict(v[1], "xdata", &a.XData)
		},
		giveOut: func(l *life, o *replyObjects, r *fops.Reply, v []py.Object) {
			v[0] = o.Inode.give(l, r.Inode)
			v[1] = o.Buf.give(l, &r.Buf)
			v[2] = o.XData.give(l, r.XData)
			v[3] = o.Post.give(l, &r.Post)
		},
		takeOut: func(k *taker, v []py.Object, r *fops.Reply) {
			k.inode(v[0], "inode", &r.Inode)
			k.iatt(v[1], "buf", &r.Buf)
			k.dict(v[2], "xdata", &r.XData)
			k.iatt(v[3], "postparent", &r.Post)
		},
	},
	fops.OpStat: {
		giveIn: func(l *life, o *argObjects, a *fops.Args, v []py.Object) {
			v[0] = o.Loc.give(l, &a.Loc)
			v[1] = o.XData.give(l, a.XData)
		},
		takeIn: func(k *taker, v []py.Object, a *fops.Args) {
			k.loc(v[0], "loc", &a.Loc)
			k.dict(v[1], "xdata", &a.XData)
		},
		giveOut: func(l *life, o *replyObjects, r *fops.Reply, v []py.Object) {
			v[0] = o.Buf.give(l, &r.Buf)
			v[1] = o.XData.give(l, r.XData)
		},
		takeOut: func(k *taker, v []py.Object, r *fops.Reply) {
			k.iatt(v[0], "buf", &r.Buf)
			k.dict(v[1], "xdata", &r.XData)
		},
	},
	fops.OpFstat: {
		giveIn: func(l *life, o *argObjects, a *fops.Args, v []py.Object) {
			v[0] = o.Fd.give(l, a.Fd)
			v[1] = o.XData.give(l, a.XData)
		},
		takeIn: func(k *taker, v []py.Object, a *fops.Args) {
			k.fd(v[0], "fd", &a.Fd, false)
			k.dict(v[1], "xdata", &a.XData)
		},
		giveOut: func(l *life, o *replyObjects, r *fops.Reply, v []py.Object) {
			v[0] = o.Buf.give(l, &r.Buf)
			v[1] = o.XData.give(l, r.XData)
		},
		takeOut: func(k *taker, v []py.Object, r *fops.Reply) {
			k.iatt(v[0], "buf", &r.Buf)
			k.dict(v[1], "xdata", &r.XData)
		},
	},
	fops.OpSetattr: {
		giveIn: func(l *life, o *argObjects, a *fops.Args, v []py.Object) {
			v[0] = o.Loc.give(l, &a.Loc)
			v[1] = o.Buf.give(l, &a.Buf)
			v[2] = py.Int(a.Valid)
			v[3] = o.XData.give(l, a.XData)
		},
		takeIn: func(k *taker, v []py.Object, a *fops.Args) {
			k.loc(v[0], "loc", &a.Loc)
			k.iatt(v[1], "stbuf", &a.Buf)
			k.uint32(v[2], "valid", &a.Valid)
			k.dict(v[3], "xdata", &a.XData)
		},
		giveOut: func(l *life, o *replyObjects, r *fops.Reply, v []py.Object) {
			v[0] = o.Pre.give(l, &r.Pre)
			v[1] = o.Post.give(l, &r.Post)
			v[2] = o.XData.give(l, r.XData)
		},
		takeOut: func(k *taker, v []py.Object, r *fops.Reply) {
			k.iatt(v[0], "statpre", &r.Pre)
			k.iatt(v[1], "statpost", &r.Post)
			k.dict(v[2], "xdata", &r.XData)
		},
	},
	fops.OpFsetattr: {
		giveIn: func(l *life, o *argObjects, a *fops.Args, v []py.Object) {
			v[0] = o.Fd.give(l, a.Fd)
			v[1] = o.Buf.give(l, &a.Buf)
			v[2] = py.Int(a.Valid)
			v[3] = o.XData.give(l, a.XData)
		},
		takeIn: func(k *taker, v []py.Object, a *fops.Args) {
			k.fd(v[0], "fd", &a.Fd, false)
			k.iatt(v[1], "stbuf", &a.Buf)
			k.uint32(v[2], "valid", &a.Valid)
			k.dict(v[3], "xdata", &a.XData)
		},
		giveOut: func(l *life, o *replyObjects, r *fops.Reply, v []py.Object) {
			v[0] = o.Pre.give(l, &r.Pre)
			v[1] = o.Post.give(l, &r.Post)
			v[2] = o.XData.give(l, r.XData)
		},
		takeOut: func(k *taker, v []py.Object, r *fops.Reply) {
			k.iatt(v[0], "statpre", &r.Pre)
			k.iatt(v[1], "statpost", &r.Post)
			k.dict(v[2], "xdata", &r.XData)
		},
	},
	fops.OpTruncate: {
		giveIn: func(l *life, o *argObjects, a *fops.Args, v []py.Object) {
			v[0] = o.Loc.give(l, &a.Loc)
			v[1] = py.Int(a.Offset)
			v[2] = o.XData.give(l, a.XData)
		},
		takeIn: func(k *taker, v []py.Object, a *fops.Args) {
			k.loc(v[0], "loc", &a.Loc)
			k.int64(v[1], "offset", &a.Offset)
			k.dict(v[2], "xdata", &a.XData)
		},
		giveOut: func(l *life, o *replyObjects, r *fops.Reply, v []py.Object) {
			v[0] = o.Pre.give(l, &r.Pre)
			v[1] = o.Post.give(l, &r.Post)
			v[2] = o.XData.give(l, r.XData)
		},
		takeOut: func(k *taker, v []py.Object, r *fops.Reply) {
			k.iatt(v[0], "prebuf", &r.Pre)
			k.iatt(v[1], "postbuf", &r.Post)
			k.dict(v[2], "xdata", &r.XData)
		},
	},
	fops.OpFtruncate: {
		giveIn: func(l *life, o *argObjects, a *fops.Args, v []py.Object) {
			v[0] = o.Fd.give(l, a.Fd)
			v[1] = py.Int(a.Offset)
			v[2] = o.XData.give(l, a.XData)
		},
		takeIn: func(k *taker, v []py.Object, a *fops.Args) {
			k.fd(v[0], "fd", &a.Fd, false)
			k.int64(v[1], "offset", &a.Offset)
			k.dict(v[2], "xdata", &a.XData)
		},
		giveOut: func(l *life, o *replyObjects, r *fops.Reply, v []py.Object) {
			v[0] = o.Pre.give(l, &r.Pre)
			v[1] = o.Post.give(l, &r.Post)
			v[2] = o.XData.give(l, r.XData)
		},
		takeOut: func(k *taker, v []py.Object, r *fops.Reply) {
			k.iatt(v[0], "prebuf", &r.Pre)
			k.iatt(v[1], "postbuf", &r.Post)
			k.dict(v[2], "xdata", &r.XData)
		},
	},
	fops.OpAccess: {
		giveIn: func(l *life, o *argObjects, a *fops.Args, v []py.Object) {
			v[0] = o.Loc.give(l, &a.Loc)
			v[1] = py.Int(a.Flags)
			v[2] = o.XData.give(l, a.XData)
		},
		takeIn: func(k *taker, v []py.Object, a *fops.Args) {
			k.loc(v[0], "loc", &a.Loc)
			k.uint32(v[1], "mask", &a.Flags)
			k.dict(v[2], "xdata", &a.XData)
		},
		giveOut: func(l *life, o *replyObjects, r *fops.Reply, v []py.Object) {
			v[0] = o.XData.give(l, r.XData)
		},
		takeOut: func(k *taker, v []py.Object, r *fops.Reply) {
			k.dict(v[0], "xdata", &r.XData)
		},
	},
	fops.OpReadlink: {
		giveIn: func(l *life, o *argObjects, a *fops.Args, v []py.Object) {
			v[0] = o.Loc.give(l, &a.Loc)
			v[1] = giveUint(a.Size)
			v[2] = o.XData.give(l, a.XData)
		},
		takeIn: func(k *taker, v []py.Object, a *fops.Args) {
			k.loc(v[0], "loc", &a.Loc)
			k.uint64(v[1], "size", &a.Size)
			k.dict(v[2], "xdata", &a.XData)
		},
		giveOut: func(l *life, o *replyObjects, r *fops.Reply, v []py.Object) {
			v[0] = py.String(r.Path)
			v[1] = o.Buf.give(l, &r.Buf)
			v[2] = o.XData.give(l, r.XData)
		},
		takeOut: func(k *taker, v []py.Object, r *fops.Reply) {
			k.string(v[0], "path", &r.Path)
			k.iatt(v[1], "buf", &r.Buf)
			k.dict(v[2], "xdata", &r.XData)
		},
	},
	fops.OpMknod: {
		giveIn: func(l *life, o *argObjects, a *fops.Args, v []py.Object) {
			v[0] = o.Loc.give(l, &a.Loc)
			v[1] = py.Int(a.Mode)
			v[2] = giveUint(a.Rdev)
			v[3] = py.Int(a.Umask)
			v[4] = o.XData.give(l, a.XData)
		},
		takeIn: func(k *taker, v []py.Object, a *fops.Args) {
			k.loc(v[0], "loc", &a.Loc)
			k.uint32(v[1], "mode", &a.Mode)
			k.uint64(v[2], "rdev", &a.Rdev)
			k.uint32(v[3], "umask", &a.Umask)
			k.dict(v[4], "xdata", &a.XData)
		},
		giveOut: func(l *life, o *replyObjects, r *fops.Reply, v []py.Object) {
			v[0] = o.Inode.give(l, r.Inode)
			v[1] = o.Buf.give(l, &r.Buf)
			v[2] = o.Pre.give(l, &r.Pre)
			v[3] = o.Post.give(l, &r.Post)
			v[4] = o.XData.give(l, r.XData)
		},
		takeOut: func(k *taker, v []py.Object, r *fops.Reply) {
			k.inode(v[0], "inode", &r.Inode)
			k.iatt(v[1], "buf", &r.Buf)
			k.iatt(v[2], "preparent", &r.Pre)
			k.iatt(v[3], "postparent", &r.Post)
			k.dict(v[4], "xdata", &r.XData)
		},
	},
	fops.OpMkdir: {
		giveIn: func(l *life, o *argObjects, a *fops.Args, v []py.Object) {
			v[0] = o.Loc.give(l, &a.Loc)
			v[1] = py.Int(a.Mode)
			v[2] = py.Int(a.Umask)
			v[3] = o.XData.give(l, a.XData)
		},
		takeIn: func(k *taker, v []py.Object, a *fops.Args) {
			k.loc(v[0], "loc", &a.Loc)
			k.uint32(v[1], "mode", &a.Mode)
			k.uint32(v[2], "umask", &a.Umask)
			k.dict(v[3], "xdata", &a.XData)
		},
		giveOut: func(l *life, o *replyObjects, r *fops.Reply, v []py.Object) {
			v[0] = o.Inode.give(l, r.Inode)
			v[1] = o.Buf.give(l, &r.Buf)
			v[2] = o.Pre.give(l, &r.Pre)
			v[3] = o.Post.give(l, &r.Post)
			v[4] = o.XData.give(l, r.XData)
		},
		takeOut: func(k *taker, v []py.Object, r *fops.Reply) {
			k.inode(v[0], "inode", &r.Inode)
			k.iatt(v[1], "buf", &r.Buf)
			k.iatt(v[2], "preparent", &r.Pre)
			k.iatt(v[3], "postparent", &r.Post)
			k.dict(v[4], "xdata", &r.XData)
		},
	},
	fops.OpUnlink: {
		giveIn: func(l *life, o *argObjects, a *fops.Args, v []py.Object) {
			v[0] = o.Loc.give(l, &a.Loc)
			v[1] = py.Int(a.Flags)
			v[2] = o.XData.give(l, a.XData)
		},
		takeIn: func(k *taker, v []py.Object, a *fops.Args) {
			k.loc(v[0], "loc", &a.Loc)
			k.uint32(v[1], "flags", &a.Flags)
			k.dict(v[2], "xdata", &a.XData)
		},
		giveOut: func(l *life, o *replyObjects, r *fops.Reply, v []py.Object) {
			v[0] = o.Pre.give(l, &r.Pre)
			v[1] = o.Post.give(l, &r.Post)
			v[2] = o.XData.give(l, r.XData)
		},
		takeOut: func(k *taker, v []py.Object, r *fops.Reply) {
			k.iatt(v[0], "preparent", &r.Pre)
			k.iatt(v[1], "postparent", &r.Post)
			k.dict(v[2], "xdata", &r.XData)
		},
	},
	fops.OpRmdir: {
		giveIn: func(l *life, o *argObjects, a *fops.Args, v []py.Object) {
			v[0] = o.Loc.give(l, &a.Loc)
			v[1] = py.Int(a.Flags)
			v[2] = o.XData.give(l, a.XData)
		},
		takeIn: func(k *taker, v []py.Object, a *fops.Args) {
			k.loc(v[0], "loc", &a.Loc)
			k.uint32(v[1], "flags", &a.Flags)
			k.dict(v[2], "xdata", &a.XData)
		},
		giveOut: func(l *life, o *replyObjects, r *fops.Reply, v []py.Object) {
			v[0] = o.Pre.give(l, &r.Pre)
			v[1] = o.Post.give(l, &r.Post)
			v[2] = o.XData.give(l, r.XData)
		},
		takeOut: func(k *taker, v []py.Object, r *fops.Reply) {
			k.iatt(v[0], "preparent", &r.Pre)
			k.iatt(v[1], "postparent", &r.Post)
			k.dict(v[2], "xdata", &r.XData)
		},
	},
	fops.OpSymlink: {
		giveIn: func(l *life, o *argObjects, a *fops.Args, v []py.Object) {
			v[0] = py.String(a.Path)
			v[1] = o.Loc.give(l, &a.Loc)
			v[2] = py.Int(a.Umask)
			v[3] = o.XData.give(l, a.XData)
		},
		takeIn: func(k *taker, v []py.Object, a *fops.Args) {
			k.string(v[0], "linkpath", &a.Path)
			k.loc(v[1], "loc", &a.Loc)
			k.uint32(v[2], "umask", &a.Umask)
			k.dict(v[3], "xdata", &a.XData)
		},
		giveOut: func(l *life, o *replyObjects, r *fops.Reply, v []py.Object) {
			v[0] = o.Inode.give(l, r.Inode)
			v[1] = o.Buf.give(l, &r.Buf)
			v[2] = o.Pre.give(l, &r.Pre)
			v[3] = o.Post.give(l, &r.Post)
			v[4] = o.XData.give(l, r.XData)
		},
		takeOut: func(k *taker, v []py.Object, r *fops.Reply) {
			k.inode(v[0], "inode", &r.Inode)
			k.iatt(v[1], "buf", &r.Buf)
			k.iatt(v[2], "preparent", &r.Pre)
			k.iatt(v[3], "postparent", &r.Post)
			k.dict(v[4], "xdata", &r.XData)
		},
	},
	fops.OpRename: {
		giveIn: func(l *life, o *argObjects, a *fops.Args, v []py.Object) {
			v[0] = o.Loc.give(l, &a.Loc)
			v[1] = o.Loc2.give(l, &a.Loc2)
			v[2] = o.XData.give(l, a.XData)
		},
		takeIn: func(k *taker, v []py.Object, a *fops.Args) {
			k.loc(v[0], "oldloc", &a.Loc)
			k.loc(v[1], "newloc", &a.Loc2)
			k.dict(v[2], "xdata", &a.XData)
			k.uint32(v[3], "flags", &a.Flags)
		},
		giveOut: func(l *life, o *replyObjects, r *fops.Reply, v []py.Object) {
			v[0] = o.Buf.give(l, &r.Buf)
			v[1] = o.Pre.give(l, &r.Pre)
			v[2] = o.Post.give(l, &r.Post)
			v[3] = o.Pre2.give(l, &r.Pre2)
			v[4] = o.Post2.give(l, &r.Post2)
			v[5] = o.XData.give(l, r.XData)
		},
		takeOut: func(k *taker, v []py.Object, r *fops.Reply) {
			k.iatt(v[0], "buf", &r.Buf)
			k.iatt(v[1], "preoldparent", &r.Pre)
			k.iatt(v[2], "postoldparent", &r.Post)
			k.iatt(v[3], "prenewparent", &r.Pre2)
			k.iatt(v[4], "postnewparent", &r.Post2)
			k.dict(v[5], "xdata", &r.XData)
		},
	},
	fops.OpLink: {
		giveIn: func(l *life, o *argObjects, a *fops.Args, v []py.Object) {
			v[0] = o.Loc.give(l, &a.Loc)
			v[1] = o.Loc2.give(l, &a.Loc2)
			v[2] = o.XData.give(l, a.XData)
		},
		takeIn: func(k *taker, v []py.Object, a *fops.Args) {
			k.loc(v[0], "oldloc", &a.Loc)
			k.loc(v[1], "newloc", &a.Loc2)
			k.dict(v[2], "xdata", &a.XData)
		},
		giveOut: func(l *life, o *replyObjects, r *fops.Reply, v []py.Object) {
			v[0] = o.Inode.give(l, r.Inode)
			v[1] = o.Buf.give(l, &r.Buf)
			v[2] = o.Pre.give(l, &r.Pre)
			v[3] = o.Post.give(l, &r.Post)
			v[4] = o.XData.give(l, r.XData)
		},
		takeOut: func(k *taker, v []py.Object, r *fops.Reply) {
			k.inode(v[0], "inode", &r.Inode)
			k.iatt(v[1], "buf", &r.Buf)
			k.iatt(v[2], "preparent", &r.Pre)
			k.iatt(v[3], "postparent", &r.Post)
			k.dict(v[4], "xdata", &r.XData)
		},
	},
	fops.OpCreate: {
		giveIn: func(l *life, o *argObjects, a *fops.Args, v []py.Object) {
			v[0] = o.Loc.give(l, &a.Loc)
			v[1] = py.Int(a.Flags)
			v[2] = py.Int(a.Mode)
			v[3] = py.Int(a.Umask)
			v[4] = o.Fd.give(l, a.Fd)
			v[5] = o.XData.give(l, a.XData)
		},
		takeIn: func(k *taker, v []py.Object, a *fops.Args) {
			k.loc(v[0], "loc", &a.Loc)
			k.uint32(v[1], "flags", &a.Flags)
			k.uint32(v[2], "mode", &a.Mode)
			k.uint32(v[3], "umask", &a.Umask)
			k.fd(v[4], "fd", &a.Fd, false)
			k.dict(v[5], "xdata", &a.XData)
		},
		giveOut: func(l *life, o *replyObjects, r *fops.Reply, v []py.Object) {
			v[0] = o.Fd.give(l, r.Fd)
			v[1] = o.Inode.give(l, r.Inode)
			v[2] = o.Buf.give(l, &r.Buf)
			v[3] = o.Pre.give(l, &r.Pre)
			v[4] = o.Post.give(l, &r.Post)
			v[5] = o.XData.give(l, r.XData)
		},
		takeOut: func(k *taker, v []py.Object, r *fops.Reply) {
			k.fd(v[0], "fd", &r.Fd, true)
			k.inode(v[1], "inode", &r.Inode)
			k.iatt(v[2], "buf", &r.Buf)
			k.iatt(v[3], "preparent", &r.Pre)
			k.iatt(v[4], "postparent", &r.Post)
			k.dict(v[5], "xdata", &r.XData)
		},
	},
	fops.OpOpen: {
		giveIn: func(l *life, o *argObjects, a *fops.Args, v []py.Object) {
			v[0] = o.Loc.give(l, &a.Loc)
			v[1] = py.Int(a.Flags)
			v[2] = o.Fd.give(l, a.Fd)
			v[3] = o.XData.give(l, a.XData)
		},
		takeIn: func(k *taker, v []py.Object, a *fops.Args) {
			k.loc(v[0], "loc", &a.Loc)
			k.uint32(v[1], "flags", &a.Flags)
			k.fd(v[2], "fd", &a.Fd, false)
			k.dict(v[3], "xdata", &a.XData)
		},
		giveOut: func(l *life, o *replyObjects, r *fops.Reply, v []py.Object) {
			v[0] = o.Fd.give(l, r.Fd)
			v[1] = o.XData.give(l, r.XData)
		},
		takeOut: func(k *taker, v []py.Object, r *fops.Reply) {
			k.fd(v[0], "fd", &r.Fd, true)
			k.dict(v[1], "xdata", &r.XData)
		},
	},
	fops.OpReadv: {
		giveIn: func(l *life, o *argObjects, a *fops.Args, v []py.Object) {
			v[0] = o.Fd.give(l, a.Fd)
			v[1] = giveUint(a.Size)
			v[2] = py.Int(a.Offset)
			v[3] = py.Int(a.Flags)
			v[4] = o.XData.give(l, a.XData)
		},
		takeIn: func(k *taker, v []py.Object, a *fops.Args) {
			k.fd(v[0], "fd", &a.Fd, false)
			k.uint64(v[1], "size", &a.Size)
			k.int64(v[2], "offset", &a.Offset)
			k.uint32(v[3], "flags", &a.Flags)
			k.dict(v[4], "xdata", &a.XData)
		},
		giveOut: func(l *life, o *replyObjects, r *fops.Reply, v []py.Object) {
			v[0] = o.Vector.give(l, r.Vector)
			v[1] = py.Int(1)
			v[2] = o.Buf.give(l, &r.Buf)
			v[3] = py.None
			v[4] = o.XData.give(l, r.XData)
		},
		takeOut: func(k *taker, v []py.Object, r *fops.Reply) {
			k.bytes(v[0], "vector", &r.Vector)
			k.iatt(v[2], "stbuf", &r.Buf)
			k.dict(v[4], "xdata", &r.XData)
		},
	},
	fops.OpWritev: {
		giveIn: func(l *life, o *argObjects, a *fops.Args, v []py.Object) {
			v[0] = o.Fd.give(l, a.Fd)
			v[1] = o.Vector.give(l, a.Vector)
			v[2] = py.Int(1)
			v[3] = py.Int(a.Offset)
			v[4] = py.Int(a.Flags)
			v[5] = py.None
			v[6] = o.XData.give(l, a.XData)
		},
		takeIn: func(k *taker, v []py.Object, a *fops.Args) {
			k.fd(v[0], "fd", &a.Fd, false)
			k.bytes(v[1], "vector", &a.Vector)
			k.int64(v[3], "off", &a.Offset)
			k.uint32(v[4], "flags", &a.Flags)
			k.dict(v[6], "xdata", &a.XData)
		},
		giveOut: func(l *life, o *replyObjects, r *fops.Reply, v []py.Object) {
			v[0] = o.Pre.give(l, &r.Pre)
			v[1] = o.Post.give(l, &r.Post)
			v[2] = o.XData.give(l, r.XData)
		},
		takeOut: func(k *taker, v []py.Object, r *fops.Reply) {
			k.iatt(v[0], "prebuf", &r.Pre)
			k.iatt(v[1], "postbuf", &r.Post)
			k.dict(v[2], "xdata", &r.XData)
		},
	},
	fops.OpFlush: {
		giveIn: func(l *life, o *argObjects, a *fops.Args, v []py.Object) {
			v[0] = o.Fd.give(l, a.Fd)
			v[1] = o.XData.give(l, a.XData)
		},
		takeIn: func(k *taker, v []py.Object, a *fops.Args) {
			k.fd(v[0], "fd", &a.Fd, false)
			k.dict(v[1], "xdata", &a.XData)
		},
		giveOut: func(l *life, o *replyObjects, r *fops.Reply, v []py.Object) {
			v[0] = o.XData.give(l, r.XData)
		},
		takeOut: func(k *taker, v []py.Object, r *fops.Reply) {
			k.dict(v[0], "xdata", &r.XData)
		},
	},
	fops.OpFsync: {
		giveIn: func(l *life, o *argObjects, a *fops.Args, v []py.Object) {
			v[0] = o.Fd.give(l, a.Fd)
			v[1] = py.Int(a.Flags)
			v[2] = o.XData.give(l, a.XData)
		},
		takeIn: func(k *taker, v []py.Object, a *fops.Args) {
			k.fd(v[0], "fd", &a.Fd, false)
			k.uint32(v[1], "flags", &a.Flags)
			k.dict(v[2], "xdata", &a.XData)
		},
		giveOut: func(l *life, o *replyObjects, r *fops.Reply, v []py.Object) {
			v[0] = o.Pre.give(l, &r.Pre)
			v[1] = o.Post.give(l, &r.Post)
			v[2] = o.XData.give(l, r.XData)
		},
		takeOut: func(k *taker, v []py.Object, r *fops.Reply) {
			k.iatt(v[0], "prebuf", &r.Pre)
			k.iatt(v[1], "postbuf", &r.Post)
			k.dict(v[2], "xdata", &r.XData)
		},
	},
	fops.OpFsyncdir: {
		giveIn: func(l *life, o *argObjects, a *fops.Args, v []py.Object) {
			v[0] = o.Fd.give(l, a.Fd)
			v[1] = py.Int(a.Flags)
			v[2] = o.XData.give(l, a.XData)
		},
		takeIn: func(k *taker, v []py.Object, a *fops.Args) {
			k.fd(v[0], "fd", &a.Fd, false)
			k.uint32(v[1], "flags", &a.Flags)
			k.dict(v[2], "xdata", &a.XData)
		},
		giveOut: func(l *life, o *replyObjects, r *fops.Reply, v []py.Object) {
			v[0] = o.XData.give(l, r.XData)
		},
		takeOut: func(k *taker, v []py.Object, r *fops.Reply) {
			k.dict(v[0], "xdata", &r.XData)
		},
	},
	fops.OpOpendir: {
		giveIn: func(l *life, o *argObjects, a *fops.Args, v []py.Object) {
			v[0] = o.Loc.give(l, &a.Loc)
			v[1] = o.Fd.give(l, a.Fd)
			v[2] = o.XData.give(l, a.XData)
		},
		takeIn: func(k *taker, v []py.Object, a *fops.Args) {
			k.loc(v[0], "loc", &a.Loc)
			k.fd(v[1], "fd", &a.Fd, false)
			k.dict(v[2], "xdata", &a.XData)
		},
		giveOut: func(l *life, o *replyObjects, r *fops.Reply, v []py.Object) {
			v[0] = o.Fd.give(l, r.Fd)
			v[1] = o.XData.give(l, r.XData)
		},
		takeOut: func(k *taker, v []py.Object, r *fops.Reply) {
			k.fd(v[0], "fd", &r.Fd, true)
			k.dict(v[1], "xdata", &r.XData)
		},
	},
	fops.OpReaddir: {
		giveIn: func(l *life, o *argObjects, a *fops.Args, v []py.Object) {
			v[0] = o.Fd.give(l, a.Fd)
			v[1] = giveUint(a.Size)
			v[2] = py.Int(a.Offset)
			v[3] = o.XData.give(l, a.XData)
		},
		takeIn: func(k *taker, v []py.Object, a *fops.Args) {
			k.fd(v[0], "fd", &a.Fd, false)
			k.uint64(v[1], "size", &a.Size)
			k.int64(v[2], "off", &a.Offset)
			k.dict(v[3], "xdata", &a.XData)
		},
		giveOut: func(l *life, o *replyObjects, r *fops.Reply, v []py.Object) {
			v[0] = giveEntries(l, r.Entries)
			v[1] = o.XData.give(l, r.XData)
		},
		takeOut: func(k *taker, v []py.Object, r *fops.Reply) {
			k.entries(v[0], "entries", &r.Entries)
			k.dict(v[1], "xdata", &r.XData)
		},
	},
	fops.OpReaddirp: {
		giveIn: func(l *life, o *argObjects, a *fops.Args, v []py.Object) {
			v[0] = o.Fd.give(l, a.Fd)
			v[1] = giveUint(a.Size)
			v[2] = py.Int(a.Offset)
			v[3] = o.XData.give(l, a.XData)
		},
		takeIn: func(k *taker, v []py.Object, a *fops.Args) {
			k.fd(v[0], "fd", &a.Fd, false)
			k.uint64(v[1], "size", &a.Size)
			k.int64(v[2], "off", &a.Offset)
			k.dict(v[3], "xdata", &a.XData)
		},
		giveOut: func(l *life, o *replyObjects, r *fops.Reply, v []py.Object) {
			v[0] = giveEntries(l, r.Entries)
			v[1] = o.XData.give(l, r.XData)
		},
		takeOut: func(k *taker, v []py.Object, r *fops.Reply) {
			k.entries(v[0], "entries", &r.Entries)
			k.dict(v[1], "xdata", &r.XData)
		},
	},
	fops.OpStatfs: {
		giveIn: func(l *life, o *argObjects, a *fops.Args, v []py.Object) {
			v[0] = o.Loc.give(l, &a.Loc)
			v[1] = o.XData.give(l, a.XData)
		},
		takeIn: func(k *taker, v []py.Object, a *fops.Args) {
			k.loc(v[0], "loc", &a.Loc)
			k.dict(v[1], "xdata", &a.XData)
		},
		giveOut: func(l *life, o *replyObjects, r *fops.Reply, v []py.Object) {
			v[0] = giveStatvfs(l, &r.Statvfs)
			v[1] = o.XData.give(l, r.XData)
		},
		takeOut: func(k *taker, v []py.Object, r *fops.Reply) {
			k.statvfs(v[0], "buf", &r.Statvfs)
			k.dict(v[1], "xdata", &r.XData)
		},
	},
	fops.OpSetxattr: {
		giveIn: func(l *life, o *argObjects, a *fops.Args, v []py.Object) {
			v[0] = o.Loc.give(l, &a.Loc)
			v[1] = o.Dict.give(l, a.Dict)
			v[2] = py.Int(a.Flags)
			v[3] = o.XData.give(l, a.XData)
		},
		takeIn: func(k *taker, v []py.Object, a *fops.Args) {
			k.loc(v[0], "loc", &a.Loc)
			k.dict(v[1], "dict", &a.Dict)
			k.uint32(v[2], "flags", &a.Flags)
			k.dict(v[3], "xdata", &a.XData)
		},
		giveOut: func(l *life, o *replyObjects, r *fops.Reply, v []py.Object) {
			v[0] = o.XData.give(l, r.XData)
		},
		takeOut: func(k *taker, v []py.Object, r *fops.Reply) {
			k.dict(v[0], "xdata", &r.XData)
		},
	},
	fops.OpGetxattr: {
		giveIn: func(l *life, o *argObjects, a *fops.Args, v []py.Object) {
			v[0] = o.Loc.give(l, &a.Loc)
			v[1] = py.String(a.Name)
			v[2] = o.XData.give(l, a.XData)
		},
		takeIn: func(k *taker, v []py.Object, a *fops.Args) {
			k.loc(v[0], "loc", &a.Loc)
			k.string(v[1], "name", &a.Name)
			k.dict(v[2], "xdata", &a.XData)
		},
		giveOut: func(l *life, o *replyObjects, r *fops.Reply, v []py.Object) {
			v[0] = o.Dict.give(l, r.Dict)
			v[1] = o.XData.give(l, r.XData)
		},
		takeOut: func(k *taker, v []py.Object, r *fops.Reply) {
			k.dict(v[0], "dict", &r.Dict)
			k.dict(v[1], "xdata", &r.XData)
		},
	},
	fops.OpRemovexattr: {
		giveIn: func(l *life, o *argObjects, a *fops.Args, v []py.Object) {
			v[0] = o.Loc.give(l, &a.Loc)
			v[1] = py.String(a.Name)
			v[2] = o.XData.give(l, a.XData)
		},
		takeIn: func(k *taker, v []py.Object, a *fops.Args) {
			k.loc(v[0], "loc", &a.Loc)
			k.string(v[1], "name", &a.Name)
			k.dict(v[2], "xdata", &a.XData)
		},
		giveOut: func(l *life, o *replyObjects, r *fops.Reply, v []py.Object) {
			v[0] = o.XData.give(l, r.XData)
		},
		takeOut: func(k *taker, v []py.Object, r *fops.Reply) {
			k.dict(v[0], "xdata", &r.XData)
		},
	},
	fops.OpFsetxattr: {
		giveIn: func(l *life, o *argObjects, a *fops.Args, v []py.Object) {
			v[0] = o.Fd.give(l, a.Fd)
			v[1] = o.Dict.give(l, a.Dict)
			v[2] = py.Int(a.Flags)
			v[3] = o.XData.give(l, a.XData)
		},
		takeIn: func(k *taker, v []py.Object, a *fops.Args) {
			k.fd(v[0], "fd", &a.Fd, false)
			k.dict(v[1], "dict", &a.Dict)
			k.uint32(v[2], "flags", &a.Flags)
			k.dict(v[3], "xdata", &a.XData)
		},
		giveOut: func(l *life, o *replyObjects, r *fops.Reply, v []py.Object) {
			v[0] = o.XData.give(l, r.XData)
		},
		takeOut: func(k *taker, v []py.Object, r *fops.Reply) {
			k.dict(v[0], "xdata", &r.XData)
		},
	},
	fops.OpFgetxattr: {
		giveIn: func(l *life, o *argObjects, a *fops.Args, v []py.Object) {
			v[0] = o.Fd.give(l, a.Fd)
			v[1] = py.String(a.Name)
			v[2] = o.XData.give(l, a.XData)
		},
		takeIn: func(k *taker, v []py.Object, a *fops.Args) {
			k.fd(v[0], "fd", &a.Fd, false)
			k.string(v[1], "name", &a.Name)
			k.dict(v[2], "xdata", &a.XData)
		},
		giveOut: func(l *life, o *replyObjects, r *fops.Reply, v []py.Object) {
			v[0] = o.Dict.give(l, r.Dict)
			v[1] = o.XData.give(l, r.XData)
		},
		takeOut: func(k *taker, v []py.Object, r *fops.Reply) {
			k.dict(v[0], "dict", &r.Dict)
			k.dict(v[1], "xdata", &r.XData)
		},
	},
	fops.OpFremovexattr: {
		giveIn: func(l *life, o *argObjects, a *fops.Args, v []py.Object) {
			v[0] = o.Fd.give(l, a.Fd)
			v[1] = py.String(a.Name)
			v[2] = o.XData.give(l, a.XData)
		},
		takeIn: func(k *taker, v []py.Object, a *fops.Args) {
			k.fd(v[0], "fd", &a.Fd, false)
			k.string(v[1], "name", &a.Name)
			k.dict(v[2], "xdata", &a.XData)
		},
		giveOut: func(l *life, o *replyObjects, r *fops.Reply, v []py.Object) {
			v[0] = o.XData.give(l, r.XData)
		},
		takeOut: func(k *taker, v []py.Object, r *fops.Reply) {
			k.dict(v[0], "xdata", &r.XData)
		},
	},
	fops.OpLk: {
		giveIn: func(l *life, o *argObjects, a *fops.Args, v []py.Object) {
			v[0] = o.Fd.give(l, a.Fd)
			v[1] = py.Int(a.Cmd)
			v[2] = giveLock(l, &a.Lock)
			v[3] = o.XData.give(l, a.XData)
		},
		takeIn: func(k *taker, v []py.Object, a *fops.Args) {
			k.fd(v[0], "fd", &a.Fd, false)
			k.int32(v[1], "cmd", &a.Cmd)
			k.lock(v[2], "lock", &a.Lock)
			k.dict(v[3], "xdata", &a.XData)
			k.uint32(v[4], "flags", &a.Flags)
		},
		giveOut: func(l *life, o *replyObjects, r *fops.Reply, v []py.Object) {
			v[0] = giveLock(l, &r.Lock)
			v[1] = o.XData.give(l, r.XData)
		},
		takeOut: func(k *taker, v []py.Object, r *fops.Reply) {
			k.lock(v[0], "lock", &r.Lock)
			k.dict(v[1], "xdata", &r.XData)
		},
	},
	fops.OpInodelk: {
		giveIn: func(l *life, o *argObjects, a *fops.Args, v []py.Object) {
			v[0] = py.String(a.Volume)
			v[1] = o.Loc.give(l, &a.Loc)
			v[2] = py.Int(a.Cmd)
			v[3] = giveLock(l, &a.Lock)
			v[4] = o.XData.give(l, a.XData)
		},
		takeIn: func(k *taker, v []py.Object, a *fops.Args) {
			k.string(v[0], "volume", &a.Volume)
			k.loc(v[1], "loc", &a.Loc)
			k.int32(v[2], "cmd", &a.Cmd)
			k.lock(v[3], "lock", &a.Lock)
			k.dict(v[4], "xdata", &a.XData)
		},
		giveOut: func(l *life, o *replyObjects, r *fops.Reply, v []py.Object) {
			v[0] = o.XData.give(l, r.XData)
		},
		takeOut: func(k *taker, v []py.Object, r *fops.Reply) {
			k.dict(v[0], "xdata", &r.XData)
		},
	},
	fops.OpFinodelk: {
		giveIn: func(l *life, o *argObjects, a *fops.Args, v []py.Object) {
			v[0] = py.String(a.Volume)
			v[1] = o.Fd.give(l, a.Fd)
			v[2] = py.Int(a.Cmd)
			v[3] = giveLock(l, &a.Lock)
			v[4] = o.XData.give(l, a.XData)
		},
		takeIn: func(k *taker, v []py.Object, a *fops.Args) {
			k.string(v[0], "volume", &a.Volume)
			k.fd(v[1], "fd", &a.Fd, false)
			k.int32(v[2], "cmd", &a.Cmd)
			k.lock(v[3], "lock", &a.Lock)
			k.dict(v[4], "xdata", &a.XData)
		},
		giveOut: func(l *life, o *replyObjects, r *fops.Reply, v []py.Object) {
			v[0] = o.XData.give(l, r.XData)
		},
		takeOut: func(k *taker, v []py.Object, r *fops.Reply) {
			k.dict(v[0], "xdata", &r.XData)
		},
	},
	fops.OpEntrylk: {
		giveIn: func(l *life, o *argObjects, a *fops.Args, v []py.Object) {
			v[0] = py.String(a.Volume)
			v[1] = o.Loc.give(l, &a.Loc)
			v[2] = py.String(a.Name)
			v[3] = py.Int(a.Cmd)
			v[4] = py.Int(a.Type)
			v[5] = o.XData.give(l, a.XData)
		},
		takeIn: func(k *taker, v []py.Object, a *fops.Args) {
			k.string(v[0], "volume", &a.Volume)
			k.loc(v[1], "loc", &a.Loc)
			k.string(v[2], "basename", &a.Name)
			k.int32(v[3], "cmd", &a.Cmd)
			k.int32(v[4], "type", &a.Type)
			k.dict(v[5], "xdata", &a.XData)
		},
		giveOut: func(l *life, o *replyObjects, r *fops.Reply, v []py.Object) {
			v[0] = o.XData.give(l, r.XData)
		},
		takeOut: func(k *taker, v []py.Object, r *fops.Reply) {
			k.dict(v[0], "xdata", &r.XData)
		},
	},
	fops.OpFentrylk: {
		giveIn: func(l *life, o *argObjects, a *fops.Args, v []py.Object) {
			v[0] = py.String(a.Volume)
			v[1] = o.Fd.give(l, a.Fd)
			v[2] = py.String(a.Name)
			v[3] = py.Int(a.Cmd)
			v[4] = py.Int(a.Type)
			v[5] = o.XData.give(l, a.XData)
		},
		takeIn: func(k *taker, v []py.Object, a *fops.Args) {
			k.string(v[0], "volume", &a.Volume)
			k.fd(v[1], "fd", &a.Fd, false)
			k.string(v[2], "basename", &a.Name)
			k.int32(v[3], "cmd", &a.Cmd)
			k.int32(v[4], "type", &a.Type)
			k.dict(v[5], "xdata", &a.XData)
		},
		giveOut: func(l *life, o *replyObjects, r *fops.Reply, v []py.Object) {
			v[0] = o.XData.give(l, r.XData)
		},
		takeOut: func(k *taker, v []py.Object, r *fops.Reply) {
			k.dict(v[0], "xdata", &r.XData)
		},
	},
	fops.OpXattrop: {
		giveIn: func(l *life, o *argObjects, a *fops.Args, v []py.Object) {
			v[0] = o.Loc.give(l, &a.Loc)
			v[1] = py.Int(a.Flags)
			v[2] = o.Dict.give(l, a.Dict)
			v[3] = o.XData.give(l, a.XData)
		},
		takeIn: func(k *taker, v []py.Object, a *fops.Args) {
			k.loc(v[0], "loc", &a.Loc)
			k.uint32(v[1], "flags", &a.Flags)
			k.dict(v[2], "dict", &a.Dict)
			k.dict(v[3], "xdata", &a.XData)
		},
		giveOut: func(l *life, o *replyObjects, r *fops.Reply, v []py.Object) {
			v[0] = o.Dict.give(l, r.Dict)
			v[1] = o.XData.give(l, r.XData)
		},
		takeOut: func(k *taker, v []py.Object, r *fops.Reply) {
			k.dict(v[0], "dict", &r.Dict)
			k.dict(v[1], "xdata", &r.XData)
		},
	},
	fops.OpFxattrop: {
		giveIn: func(l *life, o *argObjects, a *fops.Args, v []py.Object) {
			v[0] = o.Fd.give(l, a.Fd)
			v[1] = py.Int(a.Flags)
			v[2] = o.Dict.give(l, a.Dict)
			v[3] = o.XData.give(l, a.XData)
		},
		takeIn: func(k *taker, v []py.Object, a *fops.Args) {
			k.fd(v[0], "fd", &a.Fd, false)
			k.uint32(v[1], "flags", &a.Flags)
			k.dict(v[2], "dict", &a.Dict)
			k.dict(v[3], "xdata", &a.XData)
		},
		giveOut: func(l *life, o *replyObjects, r *fops.Reply, v []py.Object) {
			v[0] = o.Dict.give(l, r.Dict)
			v[1] = o.XData.give(l, r.XData)
		},
		takeOut: func(k *taker, v []py.Object, r *fops.Reply) {
			k.dict(v[0], "dict", &r.Dict)
			k.dict(v[1], "xdata", &r.XData)
		},
	},
	fops.OpFallocate: {
		giveIn: func(l *life, o *argObjects, a *fops.Args, v []py.Object) {
			v[0] = o.Fd.give(l, a.Fd)
			v[1] = py.Int(a.Flags)
			v[2] = py.Int(a.Offset)
			v[3] = giveUint(a.Size)
			v[4] = o.XData.give(l, a.XData)
		},
		takeIn: func(k *taker, v []py.Object, a *fops.Args) {
			k.fd(v[0], "fd", &a.Fd, false)
			k.uint32(v[1], "keep_size", &a.Flags)
			k.int64(v[2], "offset", &a.Offset)
			k.uint64(v[3], "len", &a.Size)
			k.dict(v[4], "xdata", &a.XData)
		},
		giveOut: func(l *life, o *replyObjects, r *fops.Reply, v []py.Object) {
			v[0] = o.Pre.give(l, &r.Pre)
			v[1] = o.Post.give(l, &r.Post)
			v[2] = o.XData.give(l, r.XData)
		},
		takeOut: func(k *taker, v []py.Object, r *fops.Reply) {
			k.iatt(v[0], "pre", &r.Pre)
			k.iatt(v[1], "post", &r.Post)
			k.dict(v[2], "xdata", &r.XData)
		},
	},
	fops.OpDiscard: {
		giveIn: func(l *life, o *argObjects, a *fops.Args, v []py.Object) {
			v[0] = o.Fd.give(l, a.Fd)
			v[1] = py.Int(a.Offset)
			v[2] = giveUint(a.Size)
			v[3] = o.XData.give(l, a.XData)
		},
		takeIn: func(k *taker, v []py.Object, a *fops.Args) {
			k.fd(v[0], "fd", &a.Fd, false)
			k.int64(v[1], "offset", &a.Offset)
			k.uint64(v[2], "len", &a.Size)
			k.dict(v[3], "xdata", &a.XData)
		},
		giveOut: func(l *life, o *replyObjects, r *fops.Reply, v []py.Object) {
			v[0] = o.Pre.give(l, &r.Pre)
			v[1] = o.Post.give(l, &r.Post)
			v[2] = o.XData.give(l, r.XData)
		},
		takeOut: func(k *taker, v []py.Object, r *fops.Reply) {
			k.iatt(v[0], "pre", &r.Pre)
			k.iatt(v[1], "post", &r.Post)
			k.dict(v[2], "xdata", &r.XData)
		},
	},
	fops.OpZerofill: {
		giveIn: func(l *life, o *argObjects, a *fops.Args, v []py.Object) {
			v[0] = o.Fd.give(l, a.Fd)
			v[1] = py.Int(a.Offset)
			v[2] = giveUint(a.Size)
			v[3] = o.XData.give(l, a.XData)
		},
		takeIn: func(k *taker, v []py.Object, a *fops.Args) {
			k.fd(v[0], "fd", &a.Fd, false)
			k.int64(v[1], "offset", &a.Offset)
			k.uint64(v[2], "len", &a.Size)
			k.dict(v[3], "xdata", &a.XData)
			k.uint32(v[4], "keep_size", &a.Flags)
		},
		giveOut: func(l *life, o *replyObjects, r *fops.Reply, v []py.Object) {
			v[0] = o.Pre.give(l, &r.Pre)
			v[1] = o.Post.give(l, &r.Post)
			v[2] = o.XData.give(l, r.XData)
		},
		takeOut: func(k *taker, v []py.Object, r *fops.Reply) {
			k.iatt(v[0], "pre", &r.Pre)
			k.iatt(v[1], "post", &r.Post)
			k.dict(v[2], "xdata", &r.XData)
		},
	},
	fops.OpSeek: {
		giveIn: func(l *life, o *argObjects, a *fops.Args, v []py.Object) {
			v[0] = o.Fd.give(l, a.Fd)
			v[1] = py.Int(a.Offset)
			v[2] = py.Int(a.Type)
			v[3] = o.XData.give(l, a.XData)
		},
		takeIn: func(k *taker, v []py.Object, a *fops.Args) {
			k.fd(v[0], "fd", &a.Fd, false)
			k.int64(v[1], "offset", &a.Offset)
			k.int32(v[2], "what", &a.Type)
			k.dict(v[3], "xdata", &a.XData)
		},
		giveOut: func(l *life, o *replyObjects, r *fops.Reply, v []py.Object) {
			v[0] = py.Int(r.Offset)
			v[1] = o.XData.give(l, r.XData)
		},
		takeOut: func(k *taker, v []py.Object, r *fops.Reply) {
			k.int64(v[0], "offset", &r.Offset)
			k.dict(v[1], "xdata", &r.XData)
		},
	},
	fops.OpCopyFileRange: {
		giveIn: func(l *life, o *argObjects, a *fops.Args, v []py.Object) {
			v[0] = o.Fd.give(l, a.Fd)
			v[1] = py.Int(a.Offset)
			v[2] = o.Fd2.give(l, a.Fd2)
			v[3] = py.Int(a.Offset2)
			v[4] = giveUint(a.Size)
			v[5] = py.Int(a.Flags)
			v[6] = o.XData.give(l, a.XData)
		},
		takeIn: func(k *taker, v []py.Object, a *fops.Args) {
			k.fd(v[0], "fd_in", &a.Fd, false)
			k.int64(v[1], "off_in", &a.Offset)
			k.fd(v[2], "fd_out", &a.Fd2, false)
			k.int64(v[3], "off_out", &a.Offset2)
			k.uint64(v[4], "len", &a.Size)
			k.uint32(v[5], "flags", &a.Flags)
			k.dict(v[6], "xdata", &a.XData)
		},
		giveOut: func(l *life, o *replyObjects, r *fops.Reply, v []py.Object) {
			v[0] = o.Buf.give(l, &r.Buf)
			v[1] = o.Pre.give(l, &r.Pre)
			v[2] = o.Post.give(l, &r.Post)
			v[3] = o.XData.give(l, r.XData)
		},
		takeOut: func(k *taker, v []py.Object, r *fops.Reply) {
			k.iatt(v[0], "stbuf", &r.Buf)
			k.iatt(v[1], "prebuf_dst", &r.Pre)
			k.iatt(v[2], "postbuf_dst", &r.Post)
			k.dict(v[3], "xdata", &r.XData)
		},
	},
	fops.OpRchecksum: {
		giveIn: func(l *life, o *argObjects, a *fops.Args, v []py.Object) {
			v[0] = o.Fd.give(l, a.Fd)
			v[1] = py.Int(a.Offset)
			v[2] = giveUint(a.Size)
			v[3] = o.XData.give(l, a.XData)
		},
		takeIn: func(k *taker, v []py.Object, a *fops.Args) {
			k.fd(v[0], "fd", &a.Fd, false)
			k.int64(v[1], "offset", &a.Offset)
			k.uint64(v[2], "len", &a.Size)
			k.dict(v[3], "xdata", &a.XData)
		},
		giveOut: func(l *life, o *replyObjects, r *fops.Reply, v []py.Object) {
			v[0] = py.Int(r.Weak)
			v[1] = giveBytes(r.Strong)
			v[2] = o.XData.give(l, r.XData)
		},
		takeOut: func(k *taker, v []py.Object, r *fops.Reply) {
			k.uint32(v[0], "weak_cksum", &r.Weak)
			k.bytes(v[1], "strong_cksum", &r.Strong)
			k.dict(v[2], "xdata", &r.XData)
		},
	},
	fops.OpLease: {
		giveIn: func(l *life, o *argObjects, a *fops.Args, v []py.Object) {
			v[0] = o.Loc.give(l, &a.Loc)
			v[1] = giveLease(l, &a.Lease)
			v[2] = o.XData.give(l, a.XData)
		},
		takeIn: func(k *taker, v []py.Object, a *fops.Args) {
			k.loc(v[0], "loc", &a.Loc)
			k.lease(v[1], "lease", &a.Lease)
			k.dict(v[2], "xdata", &a.XData)
		},
		giveOut: func(l *life, o *replyObjects, r *fops.Reply, v []py.Object) {
			v[0] = giveLease(l, &r.Lease)
			v[1] = o.XData.give(l, r.XData)
		},
		takeOut: func(k *taker, v []py.Object, r *fops.Reply) {
			k.lease(v[0], "lease", &r.Lease)
			k.dict(v[1], "xdata", &r.XData)
		},
	},
	fops.OpGetactivelk: {
		giveIn: func(l *life, o *argObjects, a *fops.Args, v []py.Object) {
			v[0] = o.Loc.give(l, &a.Loc)
			v[1] = o.XData.give(l, a.XData)
		},
		takeIn: func(k *taker, v []py.Object, a *fops.Args) {
			k.loc(v[0], "loc", &a.Loc)
			k.dict(v[1], "xdata", &a.XData)
		},
		giveOut: func(l *life, o *replyObjects, r *fops.Reply, v []py.Object) {
			v[0] = giveLocks(l, r.Locks)
			v[1] = o.XData.give(l, r.XData)
		},
		takeOut: func(k *taker, v []py.Object, r *fops.Reply) {
			k.locks(v[0], "locklist", &r.Locks)
			k.dict(v[1], "xdata", &r.XData)
		},
	},
	fops.OpSetactivelk: {
		giveIn: func(l *life, o *argObjects, a *fops.Args, v []py.Object) {
			v[0] = o.Loc.give(l, &a.Loc)
			v[1] = giveLocks(l, a.Locks)
			v[2] = o.XData.give(l, a.XData)
		},
		takeIn: func(k *taker, v []py.Object, a *fops.Args) {
			k.loc(v[0], "loc", &a.Loc)
			k.locks(v[1], "locklist", &a.Locks)
			k.dict(v[2], "xdata", &a.XData)
		},
		giveOut: func(l *life, o *replyObjects, r *fops.Reply, v []py.Object) {
			v[0] = o.XData.give(l, r.XData)
		},
		takeOut: func(k *taker, v []py.Object, r *fops.Reply) {
			k.dict(v[0], "xdata", &r.XData)
		},
	},
	fops.OpIpc: {
		giveIn: func(l *life, o *argObjects, a *fops.Args, v []py.Object) {
			v[0] = py.Int(a.Cmd)
			v[1] = o.XData.give(l, a.XData)
		},
		takeIn: func(k *taker, v []py.Object, a *fops.Args) {
			k.int32(v[0], "op", &a.Cmd)
			k.dict(v[1], "xdata", &a.XData)
		},
		giveOut: func(l *life, o *replyObjects, r *fops.Reply, v []py.Object) {
			v[0] = o.XData.give(l, r.XData)
		},
		takeOut: func(k *taker, v []py.Object, r *fops.Reply) {
			k.dict(v[0], "xdata", &r.XData)
		},
	},
	fops.OpPut: {
		giveIn: func(l *life, o *argObjects, a *fops.Args, v []py.Object) {
			v[0] = o.Loc.give(l, &a.Loc)
			v[1] = py.Int(a.Mode)
			v[2] = py.Int(a.Umask)
			v[3] = py.Int(a.Flags)
			v[4] = o.Vector.give(l, a.Vector)
			v[5] = py.Int(1)
			v[6] = py.Int(a.Offset)
			v[7] = py.None
			v[8] = o.Dict.give(l, a.Dict)
			v[9] = o.XData.give(l, a.XData)
		},
		takeIn: func(k *taker, v []py.Object, a *fops.Args) {
			k.loc(v[0], "loc", &a.Loc)
			k.uint32(v[1], "mode", &a.Mode)
			k.uint32(v[2], "umask", &a.Umask)
			k.uint32(v[3], "flags", &a.Flags)
			k.bytes(v[4], "vector", &a.Vector)
			k.int64(v[6], "off", &a.Offset)
			k.dict(v[8], "dict", &a.Dict)
			k.dict(v[9], "xdata", &a.XData)
		},
		giveOut: func(l *life, o *replyObjects, r *fops.Reply, v []py.Object) {
			v[0] = o.Inode.give(l, r.Inode)
			v[1] = o.Buf.give(l, &r.Buf)
			v[2] = o.Pre.give(l, &r.Pre)
			v[3] = o.Post.give(l, &r.Post)
			v[4] = o.XData.give(l, r.XData)
		},
		takeOut: func(k *taker, v []py.Object, r *fops.Reply) {
			k.inode(v[0], "inode", &r.Inode)
			k.iatt(v[1], "buf", &r.Buf)
			k.iatt(v[2], "preparent", &r.Pre)
			k.iatt(v[3], "postparent", &r.Post)
			k.dict(v[4], "xdata", &r.XData)
		},
	},
	fops.OpIcreate: {
		giveIn: func(l *life, o *argObjects, a *fops.Args, v []py.Object) {
			v[0] = o.Loc.give(l, &a.Loc)
			v[1] = py.Int(a.Mode)
			v[2] = o.XData.give(l, a.XData)
		},
		takeIn: func(k *taker, v []py.Object, a *fops.Args) {
			k.loc(v[0], "loc", &a.Loc)
			k.uint32(v[1], "mode", &a.Mode)
			k.dict(v[2], "xdata", &a.XData)
		},
		giveOut: func(l *life, o *replyObjects, r *fops.Reply, v []py.Object) {
			v[0] = o.Inode.give(l, r.Inode)
			v[1] = o.Buf.give(l, &r.Buf)
			v[2] = o.XData.give(l, r.XData)
		},
		takeOut: func(k *taker, v []py.Object, r *fops.Reply) {
			k.inode(v[0], "inode", &r.Inode)
			k.iatt(v[1], "buf", &r.Buf)
			k.dict(v[2], "xdata", &r.XData)
		},
	},
	fops.OpNamelink: {
		giveIn: func(l *life, o *argObjects, a *fops.Args, v []py.Object) {
			v[0] = o.Loc.give(l, &a.Loc)
			v[1] = o.XData.give(l, a.XData)
		},
		takeIn: func(k *taker, v []py.Object, a *fops.Args) {
			k.loc(v[0], "loc", &a.Loc)
			k.dict(v[1], "xdata", &a.XData)
		},
		giveOut: func(l *life, o *replyObjects, r *fops.Reply, v []py.Object) {
			v[0] = o.Pre.give(l, &r.Pre)
			v[1] = o.Post.give(l, &r.Post)
			v[2] = o.XData.give(l, r.XData)
		},
		takeOut: func(k *taker, v []py.Object, r *fops.Reply) {
			k.iatt(v[0], "prebuf", &r.Pre)
			k.iatt(v[1], "postbuf", &r.Post)
			k.dict(v[2], "xdata", &r.XData)
		},
	},
	fops.OpGetspec: {
		giveIn: func(l *life, o *argObjects, a *fops.Args, v []py.Object) {
			v[0] = py.String(a.Name)
			v[1] = py.Int(a.Flags)
		},
		takeIn: func(k *taker, v []py.Object, a *fops.Args) {
			k.string(v[0], "key", &a.Name)
			k.uint32(v[1], "flags", &a.Flags)
		},
		giveOut: func(l *life, o *replyObjects, r *fops.Reply, v []py.Object) {
			v[0] = py.String(r.Path)
		},
		takeOut: func(k *taker, v []py.Object, r *fops.Reply) {
			k.string(v[0], "spec_data", &r.Path)
		},
	},
	fops.OpTmpfile: {
		giveIn: func(l *life, o *argObjects, a *fops.Args, v []py.Object) {
			v[0] = o.Loc.give(l, &a.Loc)
			v[1] = py.Int(a.Flags)
			v[2] = py.Int(a.Mode)
			v[3] = py.Int(a.Umask)
			v[4] = o.Fd.give(l, a.Fd)
			v[5] = o.XData.give(l, a.XData)
		},
		takeIn: func(k *taker, v []py.Object, a *fops.Args) {
			k.loc(v[0], "loc", &a.Loc)
			k.uint32(v[1], "flags", &a.Flags)
			k.uint32(v[2], "mode", &a.Mode)
			k.uint32(v[3], "umask", &a.Umask)
			k.fd(v[4], "fd", &a.Fd, false)
			k.dict(v[5], "xdata", &a.XData)
		},
		giveOut: func(l *life, o *replyObjects, r *fops.Reply, v []py.Object) {
			v[0] = o.Fd.give(l, r.Fd)
			v[1] = o.Inode.give(l, r.Inode)
			v[2] = o.Buf.give(l, &r.Buf)
			v[3] = o.XData.give(l, r.XData)
		},
		takeOut: func(k *taker, v []py.Object, r *fops.Reply) {
			k.fd(v[0], "fd", &r.Fd, true)
			k.inode(v[1], "inode", &r.Inode)
			k.iatt(v[2], "buf", &r.Buf)
			k.dict(v[3], "xdata", &r.XData)
		},
	},
	fops.OpIoctl: {
		giveIn: func(l *life, o *argObjects, a *fops.Args, v []py.Object) {
			v[0] = o.Fd.give(l, a.Fd)
			v[1] = py.Int(a.Cmd)
			v[2] = giveUint(a.Arg)
			v[3] = py.Int(a.Flags)
			v[4] = o.Vector.give(l, a.Vector)
			v[5] = giveUint(a.Size)
			v[6] = o.XData.give(l, a.XData)
		},
		takeIn: func(k *taker, v []py.Object, a *fops.Args) {
			k.fd(v[0], "fd", &a.Fd, false)
			k.int32(v[1], "cmd", &a.Cmd)
			k.uint64(v[2], "arg", &a.Arg)
			k.uint32(v[3], "flags", &a.Flags)
			k.bytes(v[4], "vector", &a.Vector)
			k.uint64(v[5], "size", &a.Size)
			k.dict(v[6], "xdata", &a.XData)
		},
		giveOut: func(l *life, o *replyObjects, r *fops.Reply, v []py.Object) {
			v[0] = o.Vector.give(l, r.Vector)
			v[1] = o.XData.give(l, r.XData)
		},
		takeOut: func(k *taker, v []py.Object, r *fops.Reply) {
			k.bytes(v[0], "vector", &r.Vector)
			k.dict(v[1], "xdata", &r.XData)
		},
	},
	fops.OpPoll: {
		giveIn: func(l *life, o *argObjects, a *fops.Args, v []py.Object) {
			v[0] = o.Fd.give(l, a.Fd)
			v[1] = py.Int(a.Flags)
			v[2] = giveUint(a.Arg)
			v[3] = o.XData.give(l, a.XData)
		},
		takeIn: func(k *taker, v []py.Object, a *fops.Args) {
			k.fd(v[0], "fd", &a.Fd, false)
			k.uint32(v[1], "events", &a.Flags)
			k.uint64(v[2], "kh", &a.Arg)
			k.dict(v[3], "xdata", &a.XData)
		},
		giveOut: func(l *life, o *replyObjects, r *fops.Reply, v []py.Object) {
			v[0] = py.Int(r.Flags)
			v[1] = o.XData.give(l, r.XData)
		},
		takeOut: func(k *taker, v []py.Object, r *fops.Reply) {
			k.uint32(v[0], "revents", &r.Flags)
			k.dict(v[1], "xdata", &r.XData)
		},
	},
	fops.OpStatx: {
		giveIn: func(l *life, o *argObjects, a *fops.Args, v []py.Object) {
			v[0] = o.Loc.give(l, &a.Loc)
			v[1] = o.Fd.give(l, a.Fd)
			v[2] = py.Int(a.Flags)
			v[3] = py.Int(a.Valid)
			v[4] = o.XData.give(l, a.XData)
		},
		takeIn: func(k *taker, v []py.Object, a *fops.Args) {
			k.loc(v[0], "loc", &a.Loc)
			k.fd(v[1], "fd", &a.Fd, true)
			k.uint32(v[2], "flags", &a.Flags)
			k.uint32(v[3], "mask", &a.Valid)
			k.dict(v[4], "xdata", &a.XData)
		},
		giveOut: func(l *life, o *replyObjects, r *fops.Reply, v []py.Object) {
			v[0] = o.Buf.give(l, &r.Buf)
			v[1] = o.XData.give(l, r.XData)
		},
		takeOut: func(k *taker, v []py.Object, r *fops.Reply) {
			k.iatt(v[0], "buf", &r.Buf)
			k.dict(v[1], "xdata", &r.XData)
		},
	},
	fops.OpSyncfs: {
		giveIn: func(l *life, o *argObjects, a *fops.Args, v []py.Object) {
			v[0] = o.Loc.give(l, &a.Loc)
			v[1] = o.XData.give(l, a.XData)
		},
		takeIn: func(k *taker, v []py.Object, a *fops.Args) {
			k.loc(v[0], "loc", &a.Loc)
			k.dict(v[1], "xdata", &a.XData)
		},
		giveOut: func(l *life, o *replyObjects, r *fops.Reply, v []py.Object) {
			v[0] = o.XData.give(l, r.XData)
		},
		takeOut: func(k *taker, v []py.Object, r *fops.Reply) {
			k.dict(v[0], "xdata", &r.XData)
		},
	},
	fops.OpBmap: {
		giveIn: func(l *life, o *argObjects, a *fops.Args, v []py.Object) {
			v[0] = o.Loc.give(l, &a.Loc)
			v[1] = giveUint(a.Size)
			v[2] = py.Int(a.Offset)
			v[3] = o.XData.give(l, a.XData)
		},
		takeIn: func(k *taker, v []py.Object, a *fops.Args) {
			k.loc(v[0], "loc", &a.Loc)
			k.uint64(v[1], "blocksize", &a.Size)
			k.int64(v[2], "block", &a.Offset)
			k.dict(v[3], "xdata", &a.XData)
		},
		giveOut: func(l *life, o *replyObjects, r *fops.Reply, v []py.Object) {
			v[0] = py.Int(r.Offset)
			v[1] = o.XData.give(l, r.XData)
		},
		takeOut: func(k *taker, v []py.Object, r *fops.Reply) {
			k.int64(v[0], "block", &r.Offset)
			k.dict(v[1], "xdata", &r.XData)
		},
	},
}
