"""What collections and heapq print and raise."""

import copy, heapq, bisect, functools, operator, random, types, io, contextlib, collections
from collections import *
from collections import abc
def tr(f):
    try: return repr(f())
    except Exception as e: return type(e).__name__+': '+str(e)
P=namedtuple('P','x y z',defaults=[1,2]); od=OrderedDict(a=1,b=2,c=3); C=Counter
class ML(abc.MutableSequence):
    def __init__(s,*a): s.l=list(a)
    def __getitem__(s,i): return s.l[i]
    def __setitem__(s,i,v): s.l[i]=v
    def __delitem__(s,i): del s.l[i]
    def __len__(s): return len(s.l)
    def insert(s,i,v): s.l.insert(i,v)
class MS(abc.MutableSet):
    def __init__(s,it=()): s.d=dict.fromkeys(it)
    def __contains__(s,x): return x in s.d
    def __iter__(s): return iter(s.d)
    def __len__(s): return len(s.d)
    def add(s,x): s.d[x]=None
    def discard(s,x): s.d.pop(x,None)
ml=ML(1,2,3); ms=MS('abc')
def gen(): yield 1
class It:
    def __iter__(self): return self
    def __next__(self): raise StopIteration
for c in r"""
P(1)
P()
P(1,2,3,4)
P(1,q=2)
P(1,x=2)
P(y=1)
P._make([1])
P(1)._replace(x=5)
P(1)._replace(q=5)
P._fields
P._field_defaults
P(1)._asdict()
P.__doc__
P.x.__doc__
P(1)==(1,1,2)
P(1)<P(2)
P(1)+(2,)
P(1)[1:]
copy.copy(P(1))
copy.deepcopy(P([1]))
P.__match_args__
hash(P(1))==hash((1,1,2))
P.__new__.__name__
P.__repr__.__qualname__
setattr(P(1),'x',2)
delattr(P(1),'x')
setattr(P(1),'w',2)
type(P(1)).__mro__[1]
'{0.x}'.format(P(1))
namedtuple('Q','a b',rename=True)(1,2)
namedtuple('Q',['for','a','a','_b'],rename=True)._fields
namedtuple('Q','')()
namedtuple('Q','a',module='m').__module__
isinstance(P(1),tuple)
od
list(od.items())
od.keys()
od.values()
od.items()
od.move_to_end('a') or list(od)
od.move_to_end('c',last=False) or list(od)
OrderedDict(od).popitem()
OrderedDict(od).popitem(last=False)
od==OrderedDict(od)
od=={'c':3,'b':2,'a':1}
OrderedDict(a=1,b=2)==OrderedDict(b=2,a=1)
copy.copy(od)
copy.deepcopy(od)
list(reversed(od))
list(reversed(od.keys()))
list(reversed(od.items()))
list(reversed(od.values()))
od.get('z')
od|{'z':1}
{'z':1}|od
OrderedDict.fromkeys('ab',1)
od.setdefault('a',9)
od.pop('zz')
od.pop('zz',1)
OrderedDict([('a',1)],b=2)
OrderedDict({1:2})
OrderedDict(5)
'a' in od.keys()
('a',1) in od.items()
1 in od.values()
len(od)
bool(OrderedDict())
od.keys()&{'a'}
od.keys()|{'q'}=={'a','b','c','q'}
isinstance(od.keys(),abc.KeysView)
dict(od)
{**od}
str(od)
OrderedDict(a=OrderedDict())
od.keys()=={'a','b','c'}
C('abracadabra').most_common(2)
C(a=1)+C(b=2)
C(a=1)-C(a=2)
C(a=1)|C(a=3)
C(a=1)&C(a=3,b=1)
-C(a=-1)
+C(a=-1,b=1)
C(a=1)==C(a=1,b=0)
C(a=1)<=C(a=1,b=2)
C(a=1)<C(a=1)
C(a=1)>C()
C(a=2)['z']
C('aab').total()
sorted(C('aab').elements())
C('aab').subtract('a')
C(None)
C(5)
C.fromkeys('a')
copy.copy(C('aab'))
copy.deepcopy(C('aab'))
C('aab')|{'a':1}
C({'a':1},b=2)
C(a=1)!=C(a=2)
C(a='x',b=1)
C('ab')=={'a':1,'b':1}
ChainMap({'a':1},{'b':2})
ChainMap({'a':1},{'b':2})|{'c':1}
ChainMap()['q']
ChainMap({'a':1}).new_child()
len(ChainMap({'a':1},{'a':2,'b':3}))
list(ChainMap({'a':1},{'b':2}))
ChainMap.fromkeys('ab',0)
UserDict(a=1)|{'b':2}
UserList([1,2])+[3]
UserList([3,1])[0:1]
UserString('ab').upper()+'x'
UserString('a-b').split('-')
UserString('ab')%()
UserString('x')*3
len(UserString('abc'))
UserList('abc').index('b')
ml.append(4) or list(ml)
ml.pop()
ml.extend([7,8]) or list(ml)
ml.reverse() or list(ml)
ml.remove(7) or list(ml)
ml.index(1)
ml.index(99)
ml.count(2)
2 in ml
list(reversed(ml))
ml.__iadd__([5]).l
ml.clear() or ml.l
ms|{'z'} and sorted(ms|{'z'})
sorted(ms&{'a'})
sorted(ms-{'a'})
sorted(ms^{'a','q'})
ms<={'a','b','c'}
ms=={'a','b','c'}
ms.remove('q')
ms.pop()
sorted(ms)
ms.isdisjoint('q')
ms.clear() or len(ms)
ms.pop()
hash(ms)
[k for k in abc.__all__ if isinstance([],getattr(abc,k))]
[k for k in abc.__all__ if isinstance({},getattr(abc,k))]
[k for k in abc.__all__ if isinstance('',getattr(abc,k))]
[k for k in abc.__all__ if isinstance(gen(),getattr(abc,k))]
[k for k in abc.__all__ if isinstance(It(),getattr(abc,k))]
[k for k in abc.__all__ if isinstance(frozenset(),getattr(abc,k))]
[k for k in abc.__all__ if isinstance({}.items(),getattr(abc,k))]
[k for k in abc.__all__ if isinstance(len,getattr(abc,k))]
[k for k in abc.__all__ if isinstance(5,getattr(abc,k))]
[k for k in abc.__all__ if isinstance(bytearray(),getattr(abc,k))]
[k for k in abc.__all__ if isinstance(deque(),getattr(abc,k))]
[k for k in abc.__all__ if isinstance(range(1),getattr(abc,k))]
[k for k in abc.__all__ if isinstance(iter([]),getattr(abc,k))]
[k for k in abc.__all__ if isinstance(types.MappingProxyType({}),getattr(abc,k))]
[k for k in abc.__all__ if isinstance(memoryview(b''),getattr(abc,k))]
abc.Iterable[int]
abc.Sequence()
abc.Mapping.register(It)
isinstance(It(),abc.Mapping)
""".strip().split("\n"):
    print(c, tr(lambda: eval(c)))
r=random.Random(1)
for i in range(300):
    l=[r.randrange(20) for _ in range(r.randrange(12))]; h=l[:]; heapq.heapify(h); x=r.randrange(20); s=sorted(l)
    o=[h[:],heapq.heappushpop(h,x),h[:]]; heapq.heappush(h,x); o.append(h[:]); 
    o+= [heapq.heapreplace(h,5),h[:],heapq.heappop(h),h[:]] 
    print(o, heapq.nlargest(3,l),heapq.nsmallest(3,l,key=lambda v:-v),list(heapq.merge(s,sorted(o[0]),[x])),list(heapq.merge(s[::-1],[x],reverse=True,key=lambda v:v)),bisect.bisect(s,x),bisect.bisect_left(s,x),bisect.bisect(s,x,1 if s else 0,len(s)))
