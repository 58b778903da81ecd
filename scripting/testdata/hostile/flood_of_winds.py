# costs: EIO
# log: has been wound
from windlass import *

class xlator(Translator):
    def lookup_fop(self, frame, this, loc, xdata):
        while loc.name == "bad":
            self.wind_lookup(frame, loc, xdata)
        self.wind_lookup(frame, loc, xdata)
    def lookup_cbk(self, frame, cookie, this, op_ret, op_errno, inode, buf, xdata, postparent):
        frame.unwind()
