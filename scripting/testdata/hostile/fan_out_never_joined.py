# costs: EIO
# log: neither winds, unwinds nor holds
from windlass import *

class xlator(Translator):
    def lookup_fop(self, frame, this, loc, xdata):
        frame.local = loc.name
        self.wind_lookup(frame, loc, xdata)
        if loc.name == "bad":
            for i in range(50):
                self.wind_lookup(frame, loc, xdata, cookie=i)
    def lookup_cbk(self, frame, cookie, this, op_ret, op_errno, inode, buf, xdata, postparent):
        if frame.local != "bad":
            frame.unwind()
