"""Prints requests on their way down and replies on their way up."""
import errno

from windlass import *

API = 1


class xlator(Translator):
    def __init__(self, this):
        Translator.__init__(self, this)
        self.count = 0

    def number(self):
        # A script runs in one lane: its own state needs no lock.
        self.count += 1
        return self.count

    def done(self, frame, op_ret, op_errno):
        if op_ret < 0:
            print("%d %s failed: %s" % (frame.local, frame.op, errno.errorcode[op_errno]))
        else:
            print("%d %s -> %d" % (frame.local, frame.op, op_ret))

    def lookup_fop(self, frame, this, loc, xdata):
        # What a fop leaves in frame.local its callback finds there.
        frame.local = self.number()
        print("%d lookup %s uid=%d" % (frame.local, loc.path, frame.root.uid))
        self.wind_lookup(frame, loc, xdata)

    def lookup_cbk(self, frame, cookie, this, op_ret, op_errno, inode, buf, xdata, postparent):
        self.done(frame, op_ret, op_errno)
        self.unwind_lookup(frame, op_ret, op_errno, inode, buf, xdata, postparent)

    def create_fop(self, frame, this, loc, flags, mode, umask, fd, xdata):
        frame.local = self.number()
        print("%d create %s mode=%o umask=%o" % (frame.local, loc.path, mode, umask))
        self.wind_create(frame, loc, flags, mode, umask, fd, xdata)

    def create_cbk(self, frame, cookie, this, op_ret, op_errno, fd, inode, buf, preparent, postparent, xdata):
        self.done(frame, op_ret, op_errno)
        self.unwind_create(frame, op_ret, op_errno, fd, inode, buf, preparent, postparent, xdata)

    def writev_fop(self, frame, this, fd, vector, count, off, flags, iobref, xdata):
        frame.local = self.number()
        print("%d writev %d bytes at %d" % (frame.local, len(vector), off))
        self.wind_writev(frame, fd, vector, count, off, flags, iobref, xdata)

    def writev_cbk(self, frame, cookie, this, op_ret, op_errno, prebuf, postbuf, xdata):
        self.done(frame, op_ret, op_errno)
        self.unwind_writev(frame, op_ret, op_errno, prebuf, postbuf, xdata)
