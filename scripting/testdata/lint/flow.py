import errno
from windlass import *

API = 1


class early(Translator):
    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name == "x":
            return  # want: lookup_fop returns here without having wound
        self.wind_lookup(frame, loc, xdata)

    def stat_fop(self, frame, this, loc, xdata):
        if loc.name == "x":  # want: stat_fop can end here without
            self.wind_stat(frame, loc, xdata)

    def open_fop(self, frame, this, loc, flags, fd, xdata):  # want: open_fop neither winds nor unwinds
        print(loc.path)

    def unlink_fop(self, frame, this, loc, flags, xdata):
        if loc.name == "a":  # want: unlink_fop can end here
            self.wind_unlink(frame, loc, flags, xdata)
        elif loc.name == "b":
            raise OSError(errno.EPERM)

    def rmdir_fop(self, frame, this, loc, flags, xdata):
        try:
            name = {}[loc.name]
        except KeyError:
            return  # want: rmdir_fop returns here
        self.wind_rmdir(frame, loc, flags, xdata)


class order(Translator):
    def lookup_fop(self, frame, this, loc, xdata):
        self.wind_lookup(frame, loc, xdata)
        self.unwind_lookup(frame, -1, errno.ENOENT)  # want: unwound behind a wind

    def lookup_cbk(self, frame, cookie, this, op_ret, op_errno, inode, buf, xdata, postparent):  # want: lookup_cbk never unwinds
        print("never")

    def stat_fop(self, frame, this, loc, xdata):
        frame.unwind(-1, 5)
        frame.wind()  # want: wound behind an unwind

    def open_fop(self, frame, this, loc, flags, fd, xdata):
        self.unwind_open(frame, -1, 5)
        self.unwind_open(frame, -1, 5)  # want: a second time

    def mkdir_fop(self, frame, this, loc, mode, umask, xdata):
        for i in range(3):
            frame.unwind(-1, 5)
        frame.unwind(-1, 5)

    def rmdir_fop(self, frame, this, loc, flags, xdata):
        frame.wind()
        frame.unwind(-1, 5)  # windlass: ok


class calls(Translator):
    def lookup_fop(self, frame, this, loc, xdata):
        self.wind_lookup(frame, loc)  # want: wind_lookup takes 3 values and gets 2

    def stat_fop(self, frame, this, loc, xdata):
        self.unwind_stat(frame, 0, 0)  # want: unwind_stat takes 5 values and gets 3

    def open_fop(self, frame, this, loc, flags, fd, xdata):
        self.wind_open(frame, loc, flags, fd, xdata, chld=1)  # want: did you mean child

    def mkdir_fop(self, frame, this, loc, mode, umask, xdata):
        self.wind_stat(frame, loc, xdata)  # want: a mkdir that winds stat needs a callback

    def rmdir_fop(self, frame, this, loc, flags, xdata):
        self.unwind_mkdir(frame, -1, 5)  # want: the frame is that of a rmdir

    def unlink_fop(self, frame, this, loc, flags, xdata):
        self.wind_unlink(frame, loc, flags, xdata, 5)  # want: takes 4 values and gets 5
