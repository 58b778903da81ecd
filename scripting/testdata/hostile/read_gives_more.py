# trigger: read
# costs: any
from windlass import *

class xlator(Translator):
    def readv_fop(self, frame, this, fd, size, off, flags, xdata):
        if fd.path == "/badfile":
            self.unwind_readv(frame, 1, 0, b"x" * 10**7, 1, Iatt(), None, None)
            return
        frame.wind()
