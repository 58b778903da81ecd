import copy
from collections import OrderedDict, defaultdict, deque, namedtuple, Counter
class L(list):
    pass
l = L([1, [2]])
l.tag = ["t"]
m, n = copy.copy(l), copy.deepcopy(l)
l.tag.append("u")
l[1].append(3)
print(type(m).__name__, m, m.tag, n, n.tag)
P = namedtuple("P", "x y")
for x in (OrderedDict(b=[1]), defaultdict(list, k=[1]), deque([[1]], 3), P([1], 2), Counter("aab")):
    c, d = copy.copy(x), copy.deepcopy(x)
    print(type(c).__name__, c == x, d == x, d)
