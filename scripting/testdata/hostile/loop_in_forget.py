# trigger: forget
# costs: ok
# log: script exceeded its
from windlass import *

class xlator(Translator):
    def forget(self, inode):
        while inode.name == "badfile":
            pass
