# trigger: write
# costs: any
from windlass import *

class xlator(Translator):
    def writev_fop(self, frame, this, fd, vector, count, off, flags, iobref, xdata):
        if fd.path == "/badfile":
            self.unwind_writev(frame, 10**9, 0, Iatt(), Iatt(), None)
            return
        frame.wind()
