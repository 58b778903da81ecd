# costs: EIO
# log: unwound already
from windlass import *

class xlator(Translator):
    def lookup_fop(self, frame, this, loc, xdata):
        frame.local = loc.name
        self.wind_lookup(frame, loc, xdata)
    def lookup_cbk(self, frame, cookie, this, op_ret, op_errno, inode, buf, xdata, postparent):
        frame.unwind()
        if frame.local == "bad":
            frame.unwind()
