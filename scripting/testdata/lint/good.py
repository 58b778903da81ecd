"""Nothing of this is wrong, or nobody can be certain that it is."""
import errno
import threading

from windlass import *
from windlass import Translator as Base

API = 1


class helper:
    def __init__(self, frame):
        self.frame = frame


class good(Translator):
    def __init__(self, this):
        Translator.__init__(self, this)
        self.waiting = []
        self.extra = {}

    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name is None:
            self.wind_lookup(frame, loc, xdata)
            return
        if loc.name in self.extra:
            self.unwind_lookup(frame, -1, errno.ENOENT, None, None, None, None)
        else:
            frame.local = (loc.name, 1)
            self.wind_lookup(frame, loc, xdata)

    def lookup_cbk(self, frame, cookie, this, op_ret, op_errno, *reply):
        name, n = frame.local
        if n < 2:
            return
        frame.unwind(op_ret, op_errno, *reply)

    def stat_fop(self, frame, this, loc, xdata):
        a = loc.name == "x"
        if a:
            self.wind_stat(frame, loc, xdata)
        if not a:
            self.unwind_stat(frame, -1, 5)

    def open_fop(self, frame, this, loc, flags, fd, xdata):
        self.waiting.append(frame)
        frame.hold()

    def mkdir_fop(self, frame, this, loc, mode, umask, xdata):
        return self.give(frame, loc)

    def give(self, frame, loc):
        frame.wind()

    def rmdir_fop(self, *args):
        self.give(args[0], None)

    def unlink_fop(self, frame, this, loc, flags, xdata):
        for child in range(len(self.children)):
            frame.wind(child)

    def unlink_cbk(self, frame, cookie, this, op_ret, op_errno, preparent, postparent, xdata):
        if op_ret == 0:
            return
        try:
            frame.unwind(op_ret, op_errno)
        except RuntimeError:
            pass

    def mknod_fop(self, frame, this, loc, mode, rdev, umask, xdata):
        while True:
            if loc.name:
                frame.wind()
                break

    def create_fop(self, frame, this, loc, flags, mode, umask, fd, xdata):
        def later():
            frame.unwind(-1, 5)
        later()

    def symlink_fop(self, frame, this, linkpath, loc, umask, xdata):
        loc.name and frame.wind() or frame.unwind(-1, 5)

    def link_fop(self, frame, this, oldloc, newloc, xdata):
        frame = frame
        with self.extra["lock"] as lock:
            frame.wind()

    def readv_fop(self, frame, this, fd, size, offset, flags, xdata):
        try:
            self.give(frame, None)
        finally:
            self.extra["n"] = 1

    def writev_fop(self, frame, this, fd, vector, count, off, flags, iobref, xdata):
        vector = helper(vector)
        print(vector.frame, [i for i in range(3)], {k: v for k, v in self.extra.items()})
        raise OSError(errno.EIO)

    def truncate_fop(self, frame, this, loc, offset, xdata):
        loc = self.extra["other"]
        print(loc.anything)
        self.wind_truncate(frame, loc, offset=offset, xdata=xdata)

    def fsync_fop(self, frame, this, fd, flags, xdata):
        wind = self.wind_fsync
        wind(frame, fd, flags, xdata)

    def setattr_fop(self, frame, this, loc, stbuf, valid, xdata):
        if valid & SET_MODE:
            raise OSError(errno.EPERM)
        elif valid & SET_UID:
            frame.unwind(-1, errno.EPERM)
        else:
            frame.wind()


class more(good):
    def flush_fop(self, frame, this, fd, xdata):
        self.extra["n"] += 1
        self.give(frame, fd)


class unknown(Base, helper):
    def flush_fop(self, frame, this, fd, xdata):
        self.whatever()
        frame.wind()
