# trigger: open
# costs: ok
# log: script exceeded its
from windlass import *

class xlator(Translator):
    def release(self, fd):
        while fd.path == "/badfile":
            pass
