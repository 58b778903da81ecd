# costs: any
from windlass import *

class xlator(Translator):
    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name == "bad":
            xdata = {}
            for i in range(1000):
                xdata["k" * 1000 + str(i)] = "v" * 10000
        self.wind_lookup(frame, loc, xdata)
    def lookup_cbk(self, frame, cookie, this, op_ret, op_errno, inode, buf, xdata, postparent):
        big = {"k": "v" * 10**6} if op_ret < 0 else xdata
        self.unwind_lookup(frame, op_ret, op_errno, inode, buf, big, postparent)
