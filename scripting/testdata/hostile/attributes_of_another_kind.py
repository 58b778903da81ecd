# trigger: list
# costs: any
from windlass import *

class xlator(Translator):
    calls = 0
    def stat_fop(self, frame, this, loc, xdata):
        frame.local = loc.path
        frame.wind()
    def stat_cbk(self, frame, cookie, this, op_ret, op_errno, buf, xdata):
        if frame.local == "/baddir" and buf is not None:
            self.calls += 1
            buf = buf.copy()
            if self.calls % 2:
                buf.ia_type = S_IFREG
            else:
                buf.ia_size = 2**63 + 1
        self.unwind_stat(frame, op_ret, op_errno, buf, xdata)
    def readdirp_cbk(self, frame, cookie, this, op_ret, op_errno, entries, xdata):
        frame.unwind()
