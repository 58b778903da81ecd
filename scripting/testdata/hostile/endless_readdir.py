# trigger: list
# costs: EIO
# log: Error
from windlass import *

def endless():
    while True:
        yield Dirent(name="x", off=1)

class xlator(Translator):
    def readdirp_fop(self, frame, this, fd, size, off, xdata):
        if fd.path == "/baddir":
            self.unwind_readdirp(frame, 1, 0, endless(), None)
            return
        frame.wind()
