# trigger: none
# costs: ok
# log: script exceeded its
from windlass import *

class xlator(Translator):
    def notify(self, event, data):
        while event == "up":
            pass
