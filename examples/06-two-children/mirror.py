"""Keeps two directories alike: everything that changes one changes the other.

Each such request is wound to both children at once. The callbacks are counted,
and the caller is answered when the second one has come: with the first child's
reply, or with a failure if either failed. Everything else goes to the first
child by itself.
"""
from windlass import *

API = 1


class Join:
    """The replies of one request."""

    def __init__(self):
        self.count = 0
        self.reply = None
        self.failed = None


class xlator(Translator):
    def __init__(self, this):
        Translator.__init__(self, this)

    def both(self, frame, *args):
        frame.local = Join()
        for child in range(len(self.children)):
            frame.wind(child, *args, cookie=child)

    def join(self, frame, cookie, op_ret, op_errno, *reply):
        j = frame.local
        j.count += 1
        if cookie == 0:
            j.reply = (op_ret, op_errno) + reply
        if op_ret < 0 and j.failed is None:
            j.failed = (op_ret, op_errno) + reply
        if j.count < len(self.children):
            return
        answer = j.reply
        if j.failed is not None:
            answer = j.failed
        frame.unwind(*answer)

    def lookup_fop(self, frame, this, loc, xdata):
        self.both(frame, loc, xdata)

    def lookup_cbk(self, frame, cookie, this, op_ret, op_errno, *reply):
        self.join(frame, cookie, op_ret, op_errno, *reply)

    def mknod_fop(self, frame, this, loc, mode, rdev, umask, xdata):
        self.both(frame, loc, mode, rdev, umask, xdata)

    def mknod_cbk(self, frame, cookie, this, op_ret, op_errno, *reply):
        self.join(frame, cookie, op_ret, op_errno, *reply)

    def mkdir_fop(self, frame, this, loc, mode, umask, xdata):
        self.both(frame, loc, mode, umask, xdata)

    def mkdir_cbk(self, frame, cookie, this, op_ret, op_errno, *reply):
        self.join(frame, cookie, op_ret, op_errno, *reply)

    def unlink_fop(self, frame, this, loc, flags, xdata):
        self.both(frame, loc, flags, xdata)

    def unlink_cbk(self, frame, cookie, this, op_ret, op_errno, *reply):
        self.join(frame, cookie, op_ret, op_errno, *reply)

    def rmdir_fop(self, frame, this, loc, flags, xdata):
        self.both(frame, loc, flags, xdata)

    def rmdir_cbk(self, frame, cookie, this, op_ret, op_errno, *reply):
        self.join(frame, cookie, op_ret, op_errno, *reply)

    def symlink_fop(self, frame, this, linkpath, loc, umask, xdata):
        self.both(frame, linkpath, loc, umask, xdata)

    def symlink_cbk(self, frame, cookie, this, op_ret, op_errno, *reply):
        self.join(frame, cookie, op_ret, op_errno, *reply)

    def rename_fop(self, frame, this, oldloc, newloc, xdata):
        self.both(frame, oldloc, newloc, xdata)

    def rename_cbk(self, frame, cookie, this, op_ret, op_errno, *reply):
        self.join(frame, cookie, op_ret, op_errno, *reply)

    def link_fop(self, frame, this, oldloc, newloc, xdata):
        self.both(frame, oldloc, newloc, xdata)

    def link_cbk(self, frame, cookie, this, op_ret, op_errno, *reply):
        self.join(frame, cookie, op_ret, op_errno, *reply)

    def create_fop(self, frame, this, loc, flags, mode, umask, fd, xdata):
        self.both(frame, loc, flags, mode, umask, fd, xdata)

    def create_cbk(self, frame, cookie, this, op_ret, op_errno, *reply):
        self.join(frame, cookie, op_ret, op_errno, *reply)

    def tmpfile_fop(self, frame, this, loc, flags, mode, umask, fd, xdata):
        self.both(frame, loc, flags, mode, umask, fd, xdata)

    def tmpfile_cbk(self, frame, cookie, this, op_ret, op_errno, *reply):
        self.join(frame, cookie, op_ret, op_errno, *reply)

    def open_fop(self, frame, this, loc, flags, fd, xdata):
        self.both(frame, loc, flags, fd, xdata)

    def open_cbk(self, frame, cookie, this, op_ret, op_errno, *reply):
        self.join(frame, cookie, op_ret, op_errno, *reply)

    def writev_fop(self, frame, this, fd, vector, count, off, flags, iobref, xdata):
        self.both(frame, fd, vector, count, off, flags, iobref, xdata)

    def writev_cbk(self, frame, cookie, this, op_ret, op_errno, *reply):
        self.join(frame, cookie, op_ret, op_errno, *reply)

    def truncate_fop(self, frame, this, loc, offset, xdata):
        self.both(frame, loc, offset, xdata)

    def truncate_cbk(self, frame, cookie, this, op_ret, op_errno, *reply):
        self.join(frame, cookie, op_ret, op_errno, *reply)

    def ftruncate_fop(self, frame, this, fd, offset, xdata):
        self.both(frame, fd, offset, xdata)

    def ftruncate_cbk(self, frame, cookie, this, op_ret, op_errno, *reply):
        self.join(frame, cookie, op_ret, op_errno, *reply)

    def setattr_fop(self, frame, this, loc, stbuf, valid, xdata):
        self.both(frame, loc, stbuf, valid, xdata)

    def setattr_cbk(self, frame, cookie, this, op_ret, op_errno, *reply):
        self.join(frame, cookie, op_ret, op_errno, *reply)

    def fsetattr_fop(self, frame, this, fd, stbuf, valid, xdata):
        self.both(frame, fd, stbuf, valid, xdata)

    def fsetattr_cbk(self, frame, cookie, this, op_ret, op_errno, *reply):
        self.join(frame, cookie, op_ret, op_errno, *reply)

    def setxattr_fop(self, frame, this, loc, dict, flags, xdata):
        self.both(frame, loc, dict, flags, xdata)

    def setxattr_cbk(self, frame, cookie, this, op_ret, op_errno, *reply):
        self.join(frame, cookie, op_ret, op_errno, *reply)

    def removexattr_fop(self, frame, this, loc, name, xdata):
        self.both(frame, loc, name, xdata)

    def removexattr_cbk(self, frame, cookie, this, op_ret, op_errno, *reply):
        self.join(frame, cookie, op_ret, op_errno, *reply)

    def fallocate_fop(self, frame, this, fd, keep_size, offset, len, xdata):
        self.both(frame, fd, keep_size, offset, len, xdata)

    def fallocate_cbk(self, frame, cookie, this, op_ret, op_errno, *reply):
        self.join(frame, cookie, op_ret, op_errno, *reply)

    def discard_fop(self, frame, this, fd, offset, len, xdata):
        self.both(frame, fd, offset, len, xdata)

    def discard_cbk(self, frame, cookie, this, op_ret, op_errno, *reply):
        self.join(frame, cookie, op_ret, op_errno, *reply)

    def zerofill_fop(self, frame, this, fd, offset, len, xdata):
        self.both(frame, fd, offset, len, xdata)

    def zerofill_cbk(self, frame, cookie, this, op_ret, op_errno, *reply):
        self.join(frame, cookie, op_ret, op_errno, *reply)

    def fsync_fop(self, frame, this, fd, flags, xdata):
        self.both(frame, fd, flags, xdata)

    def fsync_cbk(self, frame, cookie, this, op_ret, op_errno, *reply):
        self.join(frame, cookie, op_ret, op_errno, *reply)

    def flush_fop(self, frame, this, fd, xdata):
        self.both(frame, fd, xdata)

    def flush_cbk(self, frame, cookie, this, op_ret, op_errno, *reply):
        self.join(frame, cookie, op_ret, op_errno, *reply)
