# trigger: none
# costs: ok
# end: interrupted
from windlass import *

class xlator(Translator):
    def serve(self):
        while True:
            pass
