import json
from collections import OrderedDict, namedtuple, defaultdict
from enum import IntEnum
class S(str): pass
class I(int):
    def __repr__(self): return "I!"
class F(float):
    def __repr__(self): return "F!"
class L(list): pass
class C(IntEnum):
    RED = 1
P = namedtuple("P", "x y")
print(json.dumps([S("s"), I(5), F(1.5), L([1]), C.RED, P(1, 2), OrderedDict(b=1, a=2), defaultdict(int, k=1), True]))
print(json.dumps({S("k"): I(1), C.RED: 2, I(7): 3}))
