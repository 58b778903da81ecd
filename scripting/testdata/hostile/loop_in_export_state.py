# trigger: reload
# costs: ok
# log: export_state() of the old code failed
from windlass import *

class xlator(Translator):
    def export_state(self):
        while True:
            pass
