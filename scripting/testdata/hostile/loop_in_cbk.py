# costs: EIO
# log: script exceeded its
from windlass import *

class xlator(Translator):
    def lookup_fop(self, frame, this, loc, xdata):
        frame.local = loc.name
        self.wind_lookup(frame, loc, xdata)
    def lookup_cbk(self, frame, cookie, this, op_ret, op_errno, inode, buf, xdata, postparent):
        while frame.local == "bad":
            pass
        frame.unwind()
