# trigger: reload
# costs: ok
# reload: refused
from windlass import *

class xlator(Translator):
    def export_state(self):
        return 1
    def upgrade(self, old):
        while True:
            pass
