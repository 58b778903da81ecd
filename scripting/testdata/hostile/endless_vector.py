# trigger: write
# costs: EIO
# log: Error
from windlass import *

def endless():
    while True:
        yield b"x"

class xlator(Translator):
    def writev_fop(self, frame, this, fd, vector, count, off, flags, iobref, xdata):
        if fd.path == "/badfile":
            self.wind_writev(frame, fd, endless(), count, off, flags, iobref, xdata)
            return
        frame.wind()
