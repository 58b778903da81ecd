"""What functools, typing, copy, types, contextlib, operator, io and others print and raise."""

import functools, copy, io, types, typing, contextlib, operator, queue, string, textwrap, shlex, numbers, uuid, warnings, traceback, abc, sys
from functools import *
from typing import *
def tr(f):
    try: return repr(f())
    except Exception as e: return type(e).__name__+': '+str(e)
def f(a,b=2,*c,k=0): 'doc'; return a,b,c,k
class A:
    def m(self,*a,**k): return a,k
    pm=partialmethod(m,1,k=2)
    @classmethod
    def cm(cls,*a): return cls.__name__,a
    pcm=partialmethod(cm,3)
    @cached_property
    def cp(self): return 5
    @singledispatchmethod
    def sd(self,x): return 'obj'
    @sd.register
    def _(self,x:int): return 'int'
    @sd.register(list)
    def _(self,x): return 'list'
    @singledispatchmethod
    @classmethod
    def sc(cls,x): return cls,'o'
    @sc.register
    @classmethod
    def _(cls,x:str): return cls.__name__,'s'
@singledispatch
def g(x): return 'obj'
@g.register(int|str)
def _(x): return 'int|str'
@g.register
def _(x: list): return 'l'
@lru_cache(maxsize=2)
def fib(n): return n if n<2 else fib(n-1)+fib(n-2)
class Pr(typing.Protocol):
    def m(self): ...
@runtime_checkable
class RP(Protocol):
    x: int
    def m(self): ...
class Impl:
    x=1
    def m(self): pass
T=TypeVar('T'); KT=TypeVar('KT'); 
class Bx(Generic[T]):
    def __init__(self,v=None): self.v=v
class Bx2(Bx[int]): pass
class Mp(Generic[KT,T]): pass
class NT(NamedTuple):
    'docs'
    a:int
    b:str='x'
    def hi(self): return self.a*2
class TD(TypedDict):
    a:int
class TD2(TD,total=False):
    b:str
UserId=NewType('UserId',int)
class Sl:
    __slots__=('a','__b')
    def __init__(self): self.a=[1]; self.__b=2
class Cy: pass
cy=Cy(); cy.me=cy
class Dd(dict):
    pass
dd=Dd(a=[1]); dd.attr=5
class Ex(Exception):
    def __init__(self,m,code=3): super().__init__(m); self.code=code
class Red:
    def __init__(self,*a): self.a=a; self.items=[]
    def __reduce__(self): return (Red,(1,2),{'z':9},iter([5,6]),None)
    def append(self,x): self.items.append(x)
    def extend(self,x): self.items.extend(x)
class NA:
    def __new__(cls,x): o=object.__new__(cls); o.x=x; return o
    def __getnewargs__(self): return (self.x,)
class Fz(frozenset): pass
class It(int): pass
class Tu(tuple):
    def __new__(cls,*a): return tuple.__new__(cls,a)
rd=copy.copy(Red(7))
@contextlib.contextmanager
def cmx(v=1):
    'cdoc'
    yield v
for c in r"""
partial(f,1)(2,3,k=4)
partial(partial(f,1),2).args
repr(partial(int,base=2))
partial(f).func is f
copy.copy(partial(f,1))(5)
copy.deepcopy(partial(f,[1]))()
A().pm(5)
A().pcm()
A.pcm(1)
A().cp
A().sd(1)
A().sd([])
A().sd('')
A.sc('x')
g(1)
g('')
g([])
g(1.5)
fib(30)
fib.cache_info()
fib.cache_parameters()
fib.__wrapped__.__name__
lru_cache(1)(len)([1])
reduce(max,[1,5,2])
reduce(lambda a,b:a+b,'abc','z')
reduce(1)
cmp_to_key(lambda a,b:a-b)(1)<cmp_to_key(lambda a,b:a-b)(2)
total_ordering(A)
wraps(f)(lambda:0).__name__
wraps(f)(lambda:0).__wrapped__ is f
g.registry.keys()==g.registry.keys()
g.dispatch(bool)(1)
cache(f)(1)
singledispatch(f).register(5)
partial(print).__class__.__name__
type(partial(f)).__qualname__
functools.partial
cached_property
f.__name__
isinstance(Impl(),RP)
isinstance(5,RP)
isinstance(Impl(),Pr)
issubclass(Impl,RP)
Pr()
RP()
Bx(1).v
Bx[int](3).v
Bx[int]
Bx[T][str]
Bx2().v
Mp[str,int]
Mp[str,int].__args__
Bx.__parameters__
Mp.__parameters__
Bx[int].__parameters__
List[T][int]
Dict[KT,List[T]][str,int]
Optional[T][int]
Union[int,str,int]
Union[int]
Union[int,None]
Optional[None]
Union[int,Union[str,float]]
int|List[int]
Optional[int]|str
List
List[int]
List[List[int]]
Callable
Callable[[int,str],bool]
Callable[...,int]
Callable[[],int]
Tuple[int,...]
Tuple[()]
Type[int]
Literal['a',1,None]
Literal['a']==Literal['a']
Annotated[int,'x',5]
Annotated[int,'x'].__metadata__
ClassVar[int]
Final[int]
Any
NoReturn
Iterable[int]
Generator[int,None,str]
Awaitable[int]
T
TypeVar('Q',bound=int).__bound__
get_origin(List[int])
get_origin(Callable[[int],str])
get_args(Callable[[int],str])
get_args(Callable[...,str])
get_args(Union[int,str])
get_origin(Literal[1])
get_args(Annotated[int,3])
get_origin(ClassVar[int])
get_origin(list)
get_args(list[int])
List[int]==List[int]
hash(List[int])==hash(List[int])
List[int]()
List()
isinstance([],List)
isinstance([],List[int])
isinstance(5,Union[int,str])
isinstance(5,Optional[str])
issubclass(list,Sequence)
NT(1)
NT(1).hi()
NT.__doc__
NT._field_defaults
NT.__annotations__
NT()
NamedTuple('X',[('a',int),('b',str)])(1,'q')
TD(a=1)
TD2.__required_keys__
TD2.__optional_keys__
sorted(TD2.__annotations__)
isinstance({},TD)
TD2.__total__
UserId(5)
UserId
UserId.__supertype__
cast('x',5)
get_type_hints(NT)
get_type_hints(f)
ForwardRef('x')
List['x']
Union['x',int]
SupportsInt
isinstance(5,SupportsInt)
isinstance('',SupportsIndex)
typing.Pattern[str]
typing.ContextManager[int]
Dict[str,'x'].__args__
overload(f)()
TYPE_CHECKING
Protocol
Generic
assert_never(1)
typing.AnyStr
typing.Text
List[int].__origin__
Union[int,str]==Union[str,int]
Deque[int]
DefaultDict[str,int]
Counter[str]
Set[int]
FrozenSet[int]
typing.nope
copy.copy(Sl()).a
copy.deepcopy(Sl())._Sl__b
copy.deepcopy(cy).me.me is not cy
copy.deepcopy(dd)
copy.deepcopy(dd).attr
copy.copy(dd)['a'] is dd['a']
copy.deepcopy(Ex('m',4)).code
copy.copy(Ex('m')).args
rd.a,rd.z,rd.items
copy.copy(NA(4)).x
copy.deepcopy(Fz([1,2]))
type(copy.copy(Fz([1]))).__name__
copy.deepcopy(It(5))
type(copy.deepcopy(It(5))).__name__
copy.copy(Tu(1,2))
type(copy.copy(Tu(1,2))).__name__
copy.copy(x for x in [])
copy.copy(sys)
copy.deepcopy(A().m)()
copy.copy(open)
copy.copy(types.SimpleNamespace(a=1))
copy.deepcopy({1:{2:[3]}})
copy.copy(slice(1))
copy.deepcopy([property()])!=1
copy.copy(object()) is not None
copy.deepcopy(range(3))
copy.copy(3j)
copy.deepcopy(types.MappingProxyType({}))
types.SimpleNamespace(a=1).a
types.SimpleNamespace(b=2)==types.SimpleNamespace(b=2)
types.SimpleNamespace(1)
types.new_class('N',(A,),{}).__mro__[1].__name__
types.new_class('N',(Bx[int],)).__orig_bases__
types.prepare_class('x',(int,))
types.resolve_bases((Bx[int],int))
types.FunctionType
types.GenericAlias(list,(int,))
types.MethodType(f,1)()
types.CellType(5).cell_contents
types.UnionType
types.NoneType
types.EllipsisType
types.TracebackType
cmx.__doc__
cmx.__name__
cmx().__enter__()
contextlib.nullcontext(3).__enter__()
contextlib.ExitStack().pop_all() is not None
contextlib.closing(5).thing
contextlib.suppress(KeyError).__exit__(KeyError,KeyError(),None)
contextlib.AbstractContextManager[int]
contextlib.ExitStack().enter_context(5)
contextlib.ExitStack().push(5)
operator.itemgetter(1,2)([1,2,3])
operator.attrgetter('a.b')(types.SimpleNamespace(a=types.SimpleNamespace(b=4)))
operator.methodcaller('upper')('a')
operator.length_hint([1])
operator.index(5)
operator.index('a')
operator.concat([1],[2])
operator.concat(1,2)
operator.indexOf([1],2)
operator.countOf([1,1],1)
operator.matmul(1,2)
operator.__add__(1,2)
operator.__not__(1)
operator.iadd([1],[2])
sorted(n for n in operator.__all__)[:5]
queue.Queue(1).put_nowait(1)
queue.Queue().get_nowait()
queue.PriorityQueue().empty()
isinstance(5,numbers.Integral)
isinstance(5.0,numbers.Rational)
isinstance(True,numbers.Number)
numbers.Integral.__mro__[1]
traceback.format_exception_only(ValueError('x'))
traceback.format_exception_only(KeyError,KeyError('x'))
traceback.format_exception(None)
traceback.format_exception(5)
traceback.format_list([('f',1,'n','l')])
traceback.FrameSummary('f',1,'n',line='l')
list(traceback.FrameSummary('f',1,'n',line=' l '))
traceback.format_exc()
traceback.format_exception(ValueError('a'),None,None)
str(traceback.TracebackException.from_exception(ValueError('q')))
warnings.warn('x',int)
warnings.simplefilter('bad')
warnings.formatwarning('m',UserWarning,'f',3,'line')
warnings.catch_warnings(record=True)
1
uuid.uuid3(uuid.NAMESPACE_DNS,'a').version
uuid.UUID('x')
uuid.UUID(int=5).fields
repr(uuid.UUID(int=5))
uuid.UUID(fields=(1,2,3,4,5))
uuid.UUID(fields=(1,2,3,4,500,6))
uuid.UUID(bytes=b'1')
uuid.UUID(bytes_le=b'1')
copy.copy(uuid.UUID(int=5))
uuid.UUID(int=5).is_safe
uuid.UUID(int=1<<100).time
hash(uuid.UUID(int=5))==hash(5)
io.StringIO('a').read(2.5)
io.BytesIO(b'a').read(None)
io.StringIO(5)
io.StringIO(newline='x')
io.BytesIO(5)
io.StringIO('ab').seek(1,5)
io.StringIO('abc').truncate(-1)
io.StringIO('a\nb').readlines(1)
io.BytesIO(b'abc').seek(5,1)
io.StringIO().fileno()
io.IOBase().seek(0)
io.BytesIO(b'abc').detach()
isinstance(io.StringIO(),io.TextIOBase)
isinstance(io.BytesIO(),io.BufferedIOBase)
io.StringIO('a\r\nb',newline=None).getvalue()
io.StringIO('a\nb',newline='\r\n').getvalue()
io.StringIO('a\r\nb\rc',newline='').readlines()
io.TextIOWrapper(io.BytesIO(b'x')).read()
type(io.StringIO()).__name__
2
""".strip().split("\n"):
    print(c, tr(lambda: eval(c)))
class AA(abc.ABC):
    @abc.abstractmethod
    def a(self): ...
    @property
    @abc.abstractmethod
    def b(self): ...
for s in r"""
AA()
AA.__abstractmethods__==frozenset('ab')
type('X',(AA,),{'a':1})()
type('X',(AA,),{'a':1,'b':2})().a
AA.register(5)
AA.register(int)
isinstance(5,AA)
AA.register(AA)
abc.ABCMeta('Q',(),{}).register(AA)
AA.mro()[1]
""".strip().split("\n"):
    print(s,tr(lambda:eval(s)))
with contextlib.ExitStack() as st:
    st.enter_context(contextlib.suppress(ValueError)); st.callback(print,'cb',1)
    raise ValueError
def boom(): raise KeyError('boom')
try:
    with contextlib.ExitStack() as st:
        st.callback(boom); raise ValueError('orig')
except KeyError as e: print(repr(e.__context__))
try:
    with cmx() as v: raise StopIteration('si')
except RuntimeError as e: print('RT',e)
except StopIteration as e: print('SI',e)
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('default')
    for i in range(3): warnings.warn('same')
    warnings.warn('other',DeprecationWarning,2)
    warnings.filterwarnings('ignore','xx'); warnings.warn('xxy'); warnings.simplefilter('once'); warnings.warn('o'); warnings.warn('o')
print([(str(x.message),x.category.__name__) for x in w], w[0].lineno>0)
