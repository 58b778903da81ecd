# costs: refused
# log: script exceeded its
from windlass import *

class xlator(Translator):
    def __init__(self, this):
        while True:
            pass
