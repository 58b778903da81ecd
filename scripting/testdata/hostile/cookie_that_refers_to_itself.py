# costs: EIO
# log: ValueError
from windlass import *

class xlator(Translator):
    def lookup_fop(self, frame, this, loc, xdata):
        cookie = [frame, loc, self, loc.name]
        cookie.append(cookie)
        self.wind_lookup(frame, loc, xdata, cookie=cookie)
    def lookup_cbk(self, frame, cookie, this, op_ret, op_errno, inode, buf, xdata, postparent):
        if cookie[3] == "bad":
            raise ValueError(cookie)
        frame.unwind()
