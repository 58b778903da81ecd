# trigger: list
# costs: EIO
# log: TypeError
from windlass import *

class xlator(Translator):
    def readdirp_fop(self, frame, this, fd, size, off, xdata):
        frame.local = fd.path
        frame.wind()
    def readdirp_cbk(self, frame, cookie, this, op_ret, op_errno, entries, xdata):
        if frame.local == "/baddir":
            self.unwind_readdirp(frame, 3, 0, [1, "x", None], None)
            return
        frame.unwind()
