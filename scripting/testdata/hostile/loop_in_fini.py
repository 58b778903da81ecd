# trigger: none
# costs: ok
# end: script exceeded its
from windlass import *

class xlator(Translator):
    def fini(self):
        while True:
            pass
