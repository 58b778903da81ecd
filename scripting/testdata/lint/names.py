import os
import time as clock
from time import sleep
from windlass import *

API = 1
LIMIT = 3


class names(Translator):
    things = 5

    def __init__(self, this):
        Translator.__init__(self, this)
        self.hits = 0

    def lookup_fop(self, frame, this, loc, xdata):
        self.hist += 1  # want: self has no attribute hist.*did you mean hits
        print(self.hits, self.things, self.options["x"], self.name, LIMIT, ENOENT, this)
        if loc.nam == "x":  # want: a Loc has no attribute nam .did you mean name
            raise OSError(errno.EPERM)  # want: name errno is not defined .add: import errno
        if frame.root.iud == loc.inode.gfid:  # want: a Root has no attribute iud
            self.log.info("x")
        self.wind_lookup(frame, loc, xdata)

    def lookup_cbk(self, frame, cookie, this, op_ret, op_errno, inode, buf, xdata, postparent):
        print([slef.hits for x in range(3)])  # want: name slef is not defined .did you mean self
        self.hits = buf.size  # want: an Iatt has no attribute size .did you mean ia_size
        self.unwnd_lookup(frame, op_ret, op_errno, inode, buf, xdata, postparent)  # want: did you mean unwind_lookup

    def stat_fop(self, frame, this, loc, xdata):
        self.slow()
        open("/etc/passwd")  # want: open blocks
        os.system("true")  # want: os.system blocks
        os.path.join("a", "b")
        self.wind_stat(frame, loc, xdata)

    def slow(self):
        clock.sleep(3)  # want: time.sleep blocks
        sleep(3)  # want: time.sleep blocks
        clock.time()

    def init(self):
        clock.sleep(1)
        open("/etc/passwd")
