# costs: EIO
# log: after a wind
from windlass import *

class xlator(Translator):
    def lookup_fop(self, frame, this, loc, xdata):
        self.wind_lookup(frame, loc, xdata)
        if loc.name == "bad":
            self.unwind_lookup(frame, -1, ENOENT)
    def lookup_cbk(self, frame, cookie, this, op_ret, op_errno, inode, buf, xdata, postparent):
        frame.unwind()
