# costs: refused
# log: script exceeded its
from windlass import *

class xlator(Translator):
    def init(self):
        while True:
            pass
