from functools import partial
import copy
p = partial(divmod, 17)
q = copy.copy(p)
print(q(5), q.func is divmod, q.args, p == q, partial(p)(3), hash(p) == hash(p))
try:
    p.func = len
except AttributeError as e:
    print(e)
try:
    p.nothing
except AttributeError as e:
    print(e)
class Sub(partial):
    def twice(self):
        return self() , self()
print(Sub(max, 1, 2).twice(), isinstance(Sub(len), partial), partial(dict, a=1)(b=2), partial(dict, a=1)(a=3),
      partial("{}-{}".format, "x")("y"))
