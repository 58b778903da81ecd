"""What enum print and raise."""

import enum, copy
from enum import *
def tr(f):
    try: return repr(f())
    except Exception as e: return type(e).__name__+': '+str(e).replace('\n','|')
class Color(Enum):
    RED=1; GREEN='g'; CRIMSON=1
    def describe(self): return self.name
class P(IntFlag):
    R=4; W=2; X=1; RWX=7
class F(Flag):
    A=auto(); B=auto(); C=auto(); AC=A|C
class M(Enum):
    name='n'; value=3; other=4
class W(IntEnum):
    MON=auto(); TUE=auto()
    @property
    def short(self): return self.name[:2]
    @classmethod
    def parse(cls,s): return cls[s.upper()]
class T(tuple, Enum):
    A=(1,2); B=(3,4)
class Fl(float, Enum):
    HALF=.5
class S(StrEnum):
    A=auto(); B='bee'
    def __str__(self): return 'S!'+self.value
class U(Enum):
    L=[1]; D={}; L2=[1]
class Q(Enum):
    _order_='A B'
    A=1; B=2
class DataMix:
    def hello(self): return 'hi '+self.name
class H(DataMix, Enum):
    X=1
for c in r"""
Color.RED.value
Color(1)
Color.CRIMSON
Color['CRIMSON'].name
Color.__members__
list(Color)
Color.RED.describe()
Color(3)
Color.RED in Color
Color.RED.GREEN.name
1 in Color
len(Color)
bool(Color)
repr(Color)
dir(Color.RED)[:3]
hash(Color.RED)==hash('RED')
copy.deepcopy(Color.RED) is Color.RED
copy.copy([P.R])
P.R|P.W
P(7)
~P.R
P(0)
P(16)
P(-1)
P.R|16
P.RWX
list(P)
list(P.RWX)
P.R in P.RWX
str(P.R|P.W)
f'{P.R|P.W}'
P['RWX']
P.R.name
(P.R|P.W).name
P.R^P.RWX
P.R+1
F.A|F.B
~F.A
F(0)
F(16)
F(-1)
F.AC
list(F)
list(F.AC)
str(F.A|F.B)
F.A&F.B
bool(F.A&F.B)
F['A']
F('A')
F.AC.name
F(3).value
len(F.AC)
F.A in F.AC
F.B in F.AC
repr(F)
M.name
M.value
M.other.name
M.name.value
M.value.value
list(M)
W.MON.short
W.parse('tue')
W.MON+W.TUE
W(2)
f'{W.MON:>3}|{W.MON!r}|{W.MON!s}'
'%d'%W.MON
T.A[1]
T((3,4))
T.A
Fl.HALF+1
str(Fl.HALF)
S.A
str(S.B)
f'{S.B}'
S('bee')
S.A=='a'
U.L
U([1])
U({})
U.L2
Q.A
H.X.hello()
Enum('E','a b',start=5).b
Enum('E',{'x':1}).x
IntEnum('I','p q').q+1
Flag('Fx','a b c').c
Enum('E',('a','b'),module='mm').__module__
StrEnum('SE','Aa Bb').Aa
type(Color)
type(Color.RED)
isinstance(Color,EnumMeta)
issubclass(W,int)
W.MON.__class__
Color.RED.__objclass__
Color._member_names_
Color.mro()[1]
auto()
setattr(Color.RED,'x',5)
Color.RED.x
delattr(Color,'RED')
Color.RED<1
W.MON<W.TUE
W.MON==1
sorted(W,reverse=True)
max(P)
reversed(Color) and list(reversed(Color))
Color.RED.__reduce_ex__(2)
Color.RED is Color['RED']
F.A or 1
P.X and 2
[m for m in S]
{**Color.__members__}
Color.__doc__
W.__doc__
Color.RED.__doc__
""".strip().split("\n"):
    print(c, tr(lambda: eval(c)))
for src in r"""
class A(Enum):
  a=1
  a=2

class A(Color):
  x=1

class A(Enum):
  _x_=1

class A(Enum):
  mro=1

@unique
class A(Enum):
  a=1
  b=1

class A(int,str,Enum):
  a=1

class A(ReprEnum):
  a=1

class A(Enum,int):
  a=1

class A(StrEnum):
  a=1

class A(Flag):
  a='x'
print(A.a, list(A))

@verify(CONTINUOUS)
class A(IntEnum):
  a=1
  c=3

@verify(NAMED_FLAGS)
class A(Flag):
  a=1
  b=6

class A(Enum):
  _order_='b a'
  a=1
  b=2

class A(Enum):
  a=1
  def _generate_next_value_(n,s,c,l): return 1

class A(IntFlag,boundary=STRICT):
  a=1
print(repr(A(1)));A(2)

class A(Flag,boundary=EJECT):
  a=1
print(A(3),type(A(3)))

class A(IntEnum):
  a='5'
print(A.a, A.a+1, A.a.value)

class A(Enum):
  a=(1,2)
  def __init__(self,x,y): self.s=x+y
print(A.a.s, A((1,2)))

class A(Enum):
  a=1
  def __new__(cls,v):
    o=object.__new__(cls); o._value_=v*10; return o
print(A(10),A.a)

class A(Enum):
  a=1
  def __eq__(s,o): return True
  __hash__=None
print(A.a==5)
hash(A.a)

class A(Enum):
  def __str__(s): return 'x'
  def __format__(s,f): return 'F'+f
  a=1
print(A.a, f'{A.a:q}')

class A(str,Enum):
  def __str__(self): return self.value
  a='v'
print(f'{A.a}','%s'%A.a,A.a)

class A(Enum):
  a=auto()
  b='s'
  c=auto()
print(list(A))

class A(Enum):
  a=lambda:1
  b=int
  class C: pass
  f=staticmethod(len)
print(list(A), A.b, A.C)
""".strip().split("\n\n"):
    try: exec(src)
    except Exception as e: print(src.split('\n')[-1],'->',type(e).__name__,str(e).replace('\n','|'))
