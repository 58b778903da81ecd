"""What dataclasses print and raise."""

from dataclasses import *
import dataclasses, copy, typing
from collections import namedtuple, defaultdict
def tr(f):
    try: return repr(f())
    except Exception as e: return type(e).__name__+': '+str(e)
@dataclass(order=True, unsafe_hash=True)
class A:
    x: int
    y: typing.Optional[int] = None
    z: list = field(default_factory=list, compare=False, hash=False)
    K: typing.ClassVar[int] = 9
@dataclass(frozen=True, slots=True)
class B:
    a: 'int'
    b: float = 1.5
@dataclass(kw_only=True)
class C(A):
    c: int
    d: str = field(default='d', metadata={'k':1}, repr=False)
@dataclass
class D:
    i: InitVar[int]
    v: int = 5
    _: KW_ONLY
    w: int = field(init=False)
    def __post_init__(self, i): self.w = i*2
class Desc:
    def __set_name__(self, o, n): self.n=n; 
    def __get__(self, i, o): return 42 if i is None else i.__dict__.get('_'+self.n)
    def __set__(self, i, v): i.__dict__['_'+self.n]=v*2
@dataclass
class E:
    q: int = Desc()
@dataclass
class G(A):
    y: int = 7
    def __repr__(self): return 'G!'
@dataclass(eq=False)
class Hh: x:int=0
@dataclass
class R:
    x: int
    r: 'R' = None
r=R(1); r.r=r
N=namedtuple('N','a b')
@dataclass
class Z:
    a: object
for c in r"""
A(1)
A(1,2,[3])
A()
A(1,2,3,4)
A(1,q=2)
A(1,x=2)
A(1)<A(2)
A(1,1)<=A(1,2)
A(1)==A(1,None,[9])
hash(A(1))==hash(A(1,None,[2]))
A.__doc__
B.__doc__
C.__doc__
D.__doc__
E.__doc__
B(1)
B('q').a
B(1)==B(1,1.5)
hash(B(1))==hash(B(1))
setattr(B(1),'a',2)
setattr(B(1),'q',2)
B(1).__dict__
B.__slots__
C(1,c=2)
C(c=1)
C(1,2,3,4)
C(1,2,c=3,x=1)
C()
D(3)
D(3).w
D(i=2,v=1)
D()
D(1,2,3)
E()
E(4).q
G(1)
G(1).y
G(1)==A(1,7)
fields(C)[3].name
[f.name for f in fields(C)]
[(f.name,f.kw_only) for f in fields(C)]
astuple(Z([A(1),{'k':A(2)},N(A(4),5)]))
replace(A(1),x=2)
replace(D(1,2),i=5)
replace(D(1,2))
replace(B(1),b=2)
replace(C(1,c=1),d='e').d
is_dataclass(A)
is_dataclass(A(1))
is_dataclass(5)
Hh()==Hh()
hash(Hh())>0 or True
r
repr(r)
A.__match_args__
C.__match_args__
D.__match_args__
make_dataclass('Q',['x',('y',int),('z',int,5)])(1,2)
make_dataclass('Q',['x'],bases=(A,),kw_only=True)(1,x=3)
make_dataclass('Q',['x','x'])
make_dataclass('Q',['for'])
make_dataclass('Q',[('a',1,2,3)])
make_dataclass('Q',['x'],frozen=True)(1).__hash__ is None
fields(A)[0].type
fields(B)[0].type
InitVar[int]
A.K
copy.deepcopy(A(1,2,[3]))
copy.copy(B(1))
copy.replace
A.__dataclass_params__
A(1).__eq__(5)
A.__init__.__annotations__
A.__init__.__qualname__
A.__lt__.__name__
A(1)<5
asdict(A(1),dict_factory=list)
A.y
vars(A(1))
dataclasses.FrozenInstanceError.__mro__[1]
B.b
""".strip().split("\n"):
    print(c, tr(lambda: eval(c)))
for src in r"""
@dataclass
class X:
  a:int=1
  b:int

@dataclass
class X:
  a:list=[]

@dataclass
class X(B):
  c:int=1

@dataclass(frozen=True)
class X(A):
  c:int=1

@dataclass(order=True)
class X:
  a:int
  def __lt__(s,o):1

@dataclass(unsafe_hash=True)
class X:
  a:int
  def __hash__(s): return 1

@dataclass(frozen=True)
class X:
  a:int
  def __setattr__(s,n,v):1

@dataclass(slots=True)
class X:
  __slots__=('a',)
  a:int

@dataclass
class X:
  a=field()

@dataclass
class X:
  a:typing.ClassVar[int]=field(default_factory=list)

@dataclass
class X:
  a:InitVar[int]=field(default_factory=list)

@dataclass
class X:
  _:KW_ONLY
  __:KW_ONLY

@dataclass
class X:
  x:int
  def __hash__(s): return 7
print(hash(X(1)))

@dataclass
class X:
  x:int
  def __eq__(s,o): return 7
print(X(1)==2, X.__hash__)

@dataclass(eq=True,frozen=True)
class X:
  x:int
  def __eq__(s,o): return True
print(hash(X(1))==hash((1,)))

@dataclass(repr=False)
class X:
  x:int
print('X object' in repr(X(1)))

@dataclass(init=False)
class X:
  x:int=3
print(X())

@dataclass(match_args=False)
class X:
  x:int
print(hasattr(X,'__match_args__'))

@dataclass
class X:
  x:int
  def __post_init__(s): s.x+=1
print(X(1))

@dataclass(slots=True)
class X:
  x:int=2
  y:list=field(default_factory=list)
@dataclass(slots=True)
class Y(X):
  z:int=1
print(Y(), Y.__slots__, Y(5).x)

@dataclass(weakref_slot=True)
class X:
  x:int

@dataclass
class X:
  self:int
  cls:int=2
print(X(1), X(self=3))

@dataclass
class X:
  'my doc'
  x:int
print(X.__doc__)

@dataclass
class X:
  x: dict[str,int]
  y: int|None = None
  z: typing.List[int] = field(default_factory=list)
  c: typing.Callable[[int],str] = None
print(X.__doc__)
""".strip().split("\n\n"):
    try: exec(src)
    except Exception as e: print(src,'->',type(e).__name__,str(e))
match A(1,2):
    case A(x,y): print(x,y)
