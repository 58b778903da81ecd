"""Remembers which names do not exist, and answers for the storage.

A compiler looks for each header in every include directory before the one that
has it, so most of its look-ups find nothing. Where the storage is slow, that
is where the time goes.

What makes the answer right:
- a name is remembered only if the storage said ENOENT, and only if nothing was
  made in the directory while it was thinking (the generation);
- everything that makes a name forgets it before and after: create, mkdir,
  mknod, symlink, link and rename;
- the memory is bounded, and ends with the directory (forget).
"""
import errno

from windlass import *

API = 1

OPTIONS = [
    Option("limit", "int", default=10000, min=1, desc="How many names are remembered in one directory."),
]


class Directory:
    """What is known of one directory."""

    def __init__(self):
        self.absent = {}
        self.generation = 0


class xlator(Translator):
    def __init__(self, this):
        Translator.__init__(self, this)
        self.limit = self.options["limit"]
        self.hits = 0
        self.misses = 0

    def directory(self, inode):
        d = inode.ctx_get()
        if d is None:
            d = Directory()
            inode.ctx_set(d)
        return d

    def lookup_fop(self, frame, this, loc, xdata):
        if loc.parent is None or loc.name is None:
            # A look-up by inode alone has no name to remember.
            self.wind_lookup(frame, loc, xdata)
            return
        d = self.directory(loc.parent)
        if loc.name in d.absent:
            self.hits += 1
            self.unwind_lookup(frame, -1, errno.ENOENT, None, None, None, None)
            return
        self.misses += 1
        frame.local = (d, loc.name, d.generation)
        self.wind_lookup(frame, loc, xdata)

    def lookup_cbk(self, frame, cookie, this, op_ret, op_errno, inode, buf, xdata, postparent):
        if frame.local is not None and op_ret < 0 and op_errno == errno.ENOENT:
            d, name, generation = frame.local
            if generation == d.generation:
                if len(d.absent) >= self.limit:
                    d.absent = {}
                d.absent[name] = True
        self.unwind_lookup(frame, op_ret, op_errno, inode, buf, xdata, postparent)

    def exists(self, loc):
        """A name is about to exist, or does since a moment."""
        d = loc.parent.ctx_get()
        if d is not None:
            d.generation += 1
            if loc.name in d.absent:
                del d.absent[loc.name]

    def create_fop(self, frame, this, loc, flags, mode, umask, fd, xdata):
        self.exists(loc)
        frame.local = (loc.parent, loc.name)
        self.wind_create(frame, loc, flags, mode, umask, fd, xdata)

    def create_cbk(self, frame, cookie, this, op_ret, op_errno, fd, inode, buf, preparent, postparent, xdata):
        self.made(frame)
        self.unwind_create(frame, op_ret, op_errno, fd, inode, buf, preparent, postparent, xdata)

    def made(self, frame):
        parent, name = frame.local
        d = parent.ctx_get()
        if d is not None:
            d.generation += 1
            if name in d.absent:
                del d.absent[name]

    def mkdir_fop(self, frame, this, loc, mode, umask, xdata):
        self.exists(loc)
        frame.local = (loc.parent, loc.name)
        self.wind_mkdir(frame, loc, mode, umask, xdata)

    def mkdir_cbk(self, frame, cookie, this, op_ret, op_errno, inode, buf, preparent, postparent, xdata):
        self.made(frame)
        self.unwind_mkdir(frame, op_ret, op_errno, inode, buf, preparent, postparent, xdata)

    def mknod_fop(self, frame, this, loc, mode, rdev, umask, xdata):
        self.exists(loc)
        frame.local = (loc.parent, loc.name)
        self.wind_mknod(frame, loc, mode, rdev, umask, xdata)

    def mknod_cbk(self, frame, cookie, this, op_ret, op_errno, inode, buf, preparent, postparent, xdata):
        self.made(frame)
        self.unwind_mknod(frame, op_ret, op_errno, inode, buf, preparent, postparent, xdata)

    def symlink_fop(self, frame, this, linkpath, loc, umask, xdata):
        self.exists(loc)
        frame.local = (loc.parent, loc.name)
        self.wind_symlink(frame, linkpath, loc, umask, xdata)

    def symlink_cbk(self, frame, cookie, this, op_ret, op_errno, inode, buf, preparent, postparent, xdata):
        self.made(frame)
        self.unwind_symlink(frame, op_ret, op_errno, inode, buf, preparent, postparent, xdata)

    def link_fop(self, frame, this, oldloc, newloc, xdata):
        self.exists(newloc)
        frame.local = (newloc.parent, newloc.name)
        self.wind_link(frame, oldloc, newloc, xdata)

    def link_cbk(self, frame, cookie, this, op_ret, op_errno, inode, buf, preparent, postparent, xdata):
        self.made(frame)
        self.unwind_link(frame, op_ret, op_errno, inode, buf, preparent, postparent, xdata)

    def rename_fop(self, frame, this, oldloc, newloc, xdata):
        # Both names: an exchange makes the old one exist again.
        self.exists(oldloc)
        self.exists(newloc)
        frame.local = (newloc.parent, newloc.name)
        self.wind_rename(frame, oldloc, newloc, xdata)

    def rename_cbk(self, frame, cookie, this, op_ret, op_errno, buf, preoldparent, postoldparent, prenewparent, postnewparent, xdata):
        self.made(frame)
        self.unwind_rename(frame, op_ret, op_errno, buf, preoldparent, postoldparent, prenewparent, postnewparent, xdata)

    def fini(self):
        print("%d look-ups answered from memory, %d passed on" % (self.hits, self.misses))
