# trigger: write
# costs: EIO
# log: that has ended
from windlass import *

class xlator(Translator):
    kept = None
    def writev_fop(self, frame, this, fd, vector, count, off, flags, iobref, xdata):
        if fd.path == "/badfile" and self.kept is not None:
            bytes(self.kept)
        self.kept = vector
        if fd.path == "/badfile":
            raise ValueError("a Buffer that has ended is there next time")
        frame.wind()
