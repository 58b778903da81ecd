# trigger: none
# costs: ok
# end: interrupted
from windlass import *

class xlator(Translator):
    def serve(self):
        while True:
            try:
                while True:
                    pass
            except:
                pass
