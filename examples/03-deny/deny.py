"""A policy by path: below a directory only one user gets in."""
import errno

from windlass import *

API = 1

OPTIONS = [
    Option("prefix", "str", required=True, desc="The directory that is guarded, as seen in the mount."),
    Option("uid", "int", default=0, min=0, desc="The user who may use it."),
]


class xlator(Translator):
    def __init__(self, this):
        Translator.__init__(self, this)
        self.prefix = self.options["prefix"]
        self.uid = self.options["uid"]

    def check(self, frame, loc):
        path = loc.path
        if path == self.prefix or path.startswith(self.prefix + "/"):
            if frame.root.uid != self.uid:
                # An OSError is the answer: nothing is wound.
                raise OSError(errno.EACCES, "guarded")

    def open_fop(self, frame, this, loc, flags, fd, xdata):
        self.check(frame, loc)
        self.wind_open(frame, loc, flags, fd, xdata)

    def opendir_fop(self, frame, this, loc, fd, xdata):
        self.check(frame, loc)
        self.wind_opendir(frame, loc, fd, xdata)

    def create_fop(self, frame, this, loc, flags, mode, umask, fd, xdata):
        self.check(frame, loc)
        self.wind_create(frame, loc, flags, mode, umask, fd, xdata)

    def mkdir_fop(self, frame, this, loc, mode, umask, xdata):
        self.check(frame, loc)
        self.wind_mkdir(frame, loc, mode, umask, xdata)

    def unlink_fop(self, frame, this, loc, flags, xdata):
        self.check(frame, loc)
        self.wind_unlink(frame, loc, flags, xdata)

    def rmdir_fop(self, frame, this, loc, flags, xdata):
        self.check(frame, loc)
        self.wind_rmdir(frame, loc, flags, xdata)

    def symlink_fop(self, frame, this, linkpath, loc, umask, xdata):
        self.check(frame, loc)
        self.wind_symlink(frame, linkpath, loc, umask, xdata)

    def mknod_fop(self, frame, this, loc, mode, rdev, umask, xdata):
        self.check(frame, loc)
        self.wind_mknod(frame, loc, mode, rdev, umask, xdata)

    def link_fop(self, frame, this, oldloc, newloc, xdata):
        self.check(frame, oldloc)
        self.check(frame, newloc)
        self.wind_link(frame, oldloc, newloc, xdata)

    def rename_fop(self, frame, this, oldloc, newloc, xdata):
        self.check(frame, oldloc)
        self.check(frame, newloc)
        self.wind_rename(frame, oldloc, newloc, xdata)

    def truncate_fop(self, frame, this, loc, offset, xdata):
        self.check(frame, loc)
        self.wind_truncate(frame, loc, offset, xdata)

    def setattr_fop(self, frame, this, loc, stbuf, valid, xdata):
        self.check(frame, loc)
        self.wind_setattr(frame, loc, stbuf, valid, xdata)
