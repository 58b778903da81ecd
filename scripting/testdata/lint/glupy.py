from gluster.glupy import *

API = 1


class xlator(Translator):

    def __init__(self, c_this):
        self.names = {}
        Translator.__init__(self, c_this)

    def lookup_fop(self, frame, this, loc, xdata):
        self.names[dl.get_id(frame)] = loc.contents.name
        if loc.contents.name == "hidden":
            dl.unwind_lookup(frame, 0, this, -1, 2, None, None, None, None)
            return 0
        dl.wind_lookup(frame, POINTER(xlator_t)(), loc, xdata)
        return 0

    def lookup_cbk(self, frame, cookie, this, op_ret, op_errno, inode, buf, xdata, postparent):
        if op_ret == 0:
            dl.unwind_stat(frame, cookie, this, op_ret, op_errno, buf, xdata)  # want: the frame is that of a lookup: unwind_stat raises TypeError \(call dl.unwind_lookup\)
        dl.unwind_lookup(frame, cookie, this, op_ret, op_errno, inode, buf, xdata, postparent)
        return 0

    def stat_fop(self, frame, this, loc, xdata):
        dl.wind_stat(frame, loc, xdata)  # want: wind_stat takes 4 values and gets 3 \(write: dl.wind_stat\(frame, xl, loc, xdata\)\)
        return 0

    def unlink_fop(self, frame, this, loc, xflags, xdata):
        dl.unwind_unlink(frame, 0, this, -1, 13, None, None)  # want: unwind_unlink takes 8 values and gets 7
        return 0

    def rmdir_fop(self, frame, this, loc, flags, xdata):
        if loc.contents.name == "kept":
            return 0  # want: returns here without having wound or unwound its frame
        dl.wind_rmdir(frame, POINTER(xlator_t)(), loc, flags, xdata)
        return 0
