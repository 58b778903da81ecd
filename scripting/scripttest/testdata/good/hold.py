"""Holds look-ups until something is made, and knows some tricks to be tested."""
import errno
import time

from windlass import *

API = 1
OPTIONS = [Option("greeting", "str", default="hi"), Option("names", "list"), Option("loud", "bool", default=False)]


class xlator(Translator):
    def __init__(self, this):
        Translator.__init__(self, this)
        self.waiting = []
        self.when = {}

    def init(self):
        self.log.warning("up with %s", self.options["greeting"])

    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name == "hold":
            frame.hold()
            self.waiting.append(frame)
            return
        if loc.name == "never":
            return
        if loc.name == "bug":
            raise ValueError("a bug")
        frame.local = time.time()
        self.wind_lookup(frame, loc, xdata)

    def lookup_cbk(self, frame, cookie, this, op_ret, op_errno, inode, buf, xdata, postparent):
        self.when["lookup"] = time.time() - frame.local
        if op_ret == 0:
            inode.ctx_set("seen")
        self.unwind_lookup(frame, op_ret, op_errno, inode, buf, xdata, postparent)

    def mkdir_fop(self, frame, this, loc, mode, umask, xdata):
        for f in self.waiting:
            self.unwind_lookup(f, -1, errno.ESTALE, None, None, None, None)
        self.waiting = []
        self.wind_mkdir(frame, loc, mode, umask, xdata)

    def open_fop(self, frame, this, loc, flags, fd, xdata):
        fd.ctx_set(frame.root.uid)
        self.wind_open(frame, loc, flags, fd, xdata)

    def readv_fop(self, frame, this, fd, size, offset, flags, xdata):
        self.wind_readv(frame, fd, size, offset, flags, {"who": "me"})

    def forget(self, inode):
        print("forget " + inode.path)

    def release(self, fd):
        print("release, opened by %s" % fd.ctx_get())

    def fini(self):
        print("bye")
