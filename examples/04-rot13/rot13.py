"""Changes data: what is written is turned by 13 letters, and back when read.

The translator sits between the caller and the storage, so the files on disk
are unreadable and the mount shows them plain.
"""
from windlass import *

API = 1


def table():
    out = []
    for i in range(256):
        if 65 <= i <= 90:
            i = (i - 65 + 13) % 26 + 65
        elif 97 <= i <= 122:
            i = (i - 97 + 13) % 26 + 97
        out.append(i)
    return bytes(out)


ROT13 = table()


class xlator(Translator):
    def __init__(self, this):
        Translator.__init__(self, this)

    def writev_fop(self, frame, this, fd, vector, count, off, flags, iobref, xdata):
        self.wind_writev(frame, fd, vector.translate(ROT13), count, off, flags, iobref, xdata)

    def readv_cbk(self, frame, cookie, this, op_ret, op_errno, vector, count, stbuf, iobref, xdata):
        if op_ret > 0:
            vector = vector.translate(ROT13)
        self.unwind_readv(frame, op_ret, op_errno, vector, count, stbuf, iobref, xdata)
