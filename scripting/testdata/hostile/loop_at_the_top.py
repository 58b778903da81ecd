# costs: refused
# log: script exceeded its
from windlass import *

while True:
    pass

class xlator(Translator):
    pass
