package engine

import (
	"testing"

	"github.com/go-python/gpython/py"
	"github.com/stretchr/testify/require"
)

// TestLanguage runs programs and compares what they print with what CPython 3
// prints.
func TestLanguage(t *testing.T) {
	tests := []struct{ name, src, want string }{
		{"super", `
class A:
    def __init__(self, x): self.x = x
    def f(self): return 'A.f'
    @classmethod
    def c(cls): return 'A.c ' + cls.__name__
class B(A):
    def __init__(self): super().__init__(3)
    def f(self): return 'B.f ' + super().f()
    @classmethod
    def c(cls): return 'B.c ' + super().c()
    def lam(self): return [super(B, self).f() for i in (1,)]
class C(B):
    def f(self): return super(C, self).f()
c = C()
print(c.x, c.f(), C.c(), c.lam())
`, "3 B.f A.f B.c A.c C ['A.f']\n"},
		{"user exceptions", `
class E(Exception): pass
class F(E):
    def __init__(self, code, msg="m"):
        super().__init__(code, msg)
        self.code = code
    def twice(self): return self.code * 2
class G(ValueError, E): pass
for exc in (E, E("x"), F(3), G("g")):
    try:
        raise exc
    except F as e:
        print("F", e.code, e.args, e.twice(), e)
    except (KeyError, E) as e:
        print(type(e).__name__, e, repr(e), isinstance(e, ValueError))
try:
    raise F(1)
except ValueError: print("no")
except E: print("yes")
print(issubclass(F, Exception), issubclass(F, OSError))
`, "E  E() False\nE x E('x') False\nF 3 (3, 'm') 6 (3, 'm')\nG g G('g') True\nyes\nTrue False\n"},
		{"exception from loop", `
def g():
    yield 1
    raise KeyError('k')
def f():
    for x in g():
        yield x
try:
    for x in f(): print(x)
    print("not reached")
except KeyError as e:
    print("caught", e)
try:
    print([x for x in f()])
except KeyError as e:
    print("caught", e)
try:
    for a in g():
        for b in g():
            break
except KeyError:
    print("outer")
else:
    print("no")
`, "1\ncaught 'k'\ncaught 'k'\nouter\n"},
		{"inherited special methods", `
class Base:
    def __init__(self, items): self.items = items
    def __len__(self): return len(self.items)
    def __iter__(self): return iter(self.items)
    def __getitem__(self, i): return self.items[i]
    def __contains__(self, x): return x == 'magic'
    def __str__(self): return 'S%d' % len(self)
    def __eq__(self, o): return self.items == o.items
    def __call__(self, x): return x + 1
    def __enter__(self): return self
    def __exit__(self, *a): return True
class D(Base): pass
d = D([1, 2])
print(len(d), list(d), d[1], 'magic' in d, 1 in d, d, str(d), '%s' % d, '{}'.format(d))
print(d == D([1, 2]), d != D([1]), d(4), bool(D([])), not D([1]))
with d: raise ValueError
if D([]): print("wrong")
print(D([]) or 'empty', D([]) and 'x')
`, "2 [1, 2] 2 True False S2 S2 S2 S2\nTrue True 5 False False\nempty S0\n"},
		{"truth", `
for x in (b'', b'a', '', [], {}, None, 0, 0.0, (), set()):
    print(1 if x else 0, end=' ')
    print(0 if not x else 1, end=' ')
print()
print(b'' or 'x', b'a' and 'y', bool(b''), not b'')
x = 5
print(1 < x < 10, 1 < x and x < 3, x == 5 or b'')
`, "0 0 1 1 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 \nx y False True\nTrue False True\n"},
		{"static and class methods", `
class A:
    n = 1
    @staticmethod
    def s(x): return x * 2
    @classmethod
    def c(cls, x): return (cls.n, x)
    @property
    def p(self): return self._p
    @p.setter
    def p(self, v): self._p = v + 1
class B(A):
    n = 2
print(A.s(2), A().s(3), B.s(4), A.c(1), B.c(1), B().c(2))
b = B()
b.p = 4
print(b.p)
try: A().q
except AttributeError as e: print(e)
try: A.q
except AttributeError as e: print(e)
`, "4 6 8 (1, 1) (2, 1) (2, 2)\n5\n'A' object has no attribute 'q'\ntype object 'A' has no attribute 'q'\n"},
		{"decorators with defaults", `
def d1(f): return lambda *a, **k: ('d1', f(*a, **k))
def d2(tag):
    def w(f): return lambda *a, **k: (tag, f(*a, **k))
    return w
@d1
@d2('t')
def f(a, b=2, *c, k=3, **kw) -> int: return (a, b, c, k, kw)
print(f(1), f(1, 5, 6, k=7, z=8))
def outer(n):
    @d1
    def inner(a: int=n, *, b: str='x'): return (a, b, n)
    return inner
print(outer(4)(), outer(4)(1, b=2))
class A:
    @d1
    def m(self, a=1): return a
print(A().m())
def ident(x): return x
print(ident(lambda a=1: a)())
`, "('d1', ('t', (1, 2, (), 3, {}))) ('d1', ('t', (1, 5, (6,), 7, {'z': 8})))\n('d1', (4, 'x', 4)) ('d1', (1, 2, 4))\n('d1', 1)\n1\n"},
		{"is", `
t = (1, 2)
d = {}
b = b'x'
print(t is t, t is (1, 2, 3), d is d, d is {}, b is b, None is None, d is not {}, t is not t)
`, "True False True False True True True False\n"},
		{"dict", `
d = {'b': 1, 'a': 2}
print(d.pop('b'), d.pop('zz', 'none'), d.setdefault('c', 5), d.setdefault('a', 9), d)
d.update({'x': 1}, y=2)
d.update([('z', 3)])
print(sorted(d), list(d.keys()), list(d.values()), list(d.items()), len(d), len(d.keys()))
print(d.get('a'), d.get('n'), d.get('n', 1), 'a' in d, 5 in d, 'a' in d.keys(), 2 in d.values())
c = d.copy()
c.clear()
print(c, d == dict(d), dict(a=1) == {'a': 1}, dict([('q', 1)]), {'s': [1]} != {'s': [2]})
for k in d: print(k, end='')
print()
try: d['nope']
except KeyError as e: print('KeyError', e)
try: d.pop('nope')
except KeyError as e: print('KeyError', e)
print({'k': 1}.items())
`, "1 none 5 2 {'a': 2, 'c': 5}\n['a', 'c', 'x', 'y', 'z'] ['a', 'c', 'x', 'y', 'z'] [2, 5, 1, 2, 3] [('a', 2), ('c', 5), ('x', 1), ('y', 2), ('z', 3)] 5 5\n2 None 1 True False True True\n{} True True {'q': 1} True\nacxyz\nKeyError 'nope'\nKeyError 'nope'\ndict_items([('k', 1)])\n"},
		{"list", `
l = [3, 1, 2]
print(l.pop(), l.pop(0), l, l.index(1))
l.insert(0, 'a'); l.insert(-1, 'b'); l.extend((7, 8)); l.extend(x for x in 'xy'); l += (9,)
print(l, l.count(7))
l.remove('a'); l.reverse()
print(l, [1, 2] == [1, 2], [1] + [2], (1,) + (2, 3), (1, 2) * 2)
for bad in (lambda: [].pop(), lambda: [1].remove(2), lambda: [1].index(5), lambda: [1][3], lambda: (1,)[3]):
    try: bad()
    except (IndexError, ValueError) as e: print(type(e).__name__, e)
l = [3, 1, 2]
l.sort(reverse=True)
print(l, sorted(l), sorted(['b', 'A'], key=lambda s: s.lower()), list(reversed(l)), l[::-1], l[1:], (1, 2)[0], [1, 2].copy())
a = [1]; a.append(a); print(a)
print(list('añ'), tuple(b'ab'), list(map(str, (1, 2))), list(zip((1, 2), 'ab')), max(1, 2), sum([1, 2]))
`, "2 3 [1] 0\n['a', 'b', 1, 7, 8, 'x', 'y', 9] 1\n[9, 'y', 'x', 8, 7, 1, 'b'] True [1, 2] (1, 2, 3) (1, 2, 1, 2)\nIndexError pop from empty list\nValueError list.remove(x): x not in list\nValueError 5 is not in list\nIndexError list index out of range\nIndexError tuple index out of range\n[3, 2, 1] [1, 2, 3] ['A', 'b'] [1, 2, 3] [1, 2, 3] [2, 1] 1 [1, 2]\n[1, [...]]\n['a', 'ñ'] (97, 98) ['1', '2'] [(1, 'a'), (2, 'b')] 2 3\n"},
		{"str", `
print('{} {1!r:>5}|{a.__class__.__name__}|{d[k]}|{{}}|{0:>{w}}'.format(1, 'x', a=1, d={'k': 3}, w=4) if False else '{0} {1!r:>5}|{d[k]}|{{}}|{0:>{w}}'.format(1, 'x', d={'k': 3}, w=4))
print('{:05d} {:,} {:x} {:#x} {:.2f} {:e} {:<4}| {:^5}| {:+d} {:s} {:%} {:08.3f}'.format(42, 1234567, 255, 255, 3.14159, 12345.678, 'a', 'b', 5, 's', 0.25, 3.14159))
print('%s %r %d %5.1f|%-5s|%05d %x %o %c %% %s' % ('a', 'b', 3, 2.25, 'l', 7, 255, 8, 'z', [1, 'x']))
print('%(a)s-%(b)03d' % {'a': 1, 'b': 2}, '%s' % None, '%s' % (1,), '%d' % True, '%g %g' % (0.0001, 1e10))
print('a,b,,c'.split(','), ' a  b '.split(), 'a,b,c'.split(',', 1), 'a,b,c'.rsplit(',', 1), 'a\nb\r\nc'.splitlines())
print('abc'.find('c'), 'abc'.find('z'), 'abcabc'.rfind('b'), 'abc'.index('b'), 'añb'.find('b'), 'abc'[-1], 'añb'[1], 'añb'[::-1], 'abc'[1:])
print('x'.join(['a', 'b']), 'abc'.startswith(('x', 'a')), 'abc'.endswith('c'), 'abc'.startswith('b', 1), 'aB'.upper(), 'aB'.lower(), 'hello wOrld'.title(), 'hELLO'.capitalize())
print('7'.zfill(3), '-7'.zfill(4), 'a'.ljust(3, '.') + '|', 'a'.rjust(3) + '|', 'a'.center(3, '*'), '12'.isdigit(), 'a1'.isalnum(), ''.isdigit())
print('a=b=c'.partition('='), 'a=b=c'.rpartition('='), 'abc'.replace('b', 'x'), ' x '.strip() + '|', 'xxaxx'.strip('x'))
print('é'.encode(), b'\xc3\xa9'.decode(), 'é'.encode('latin-1'), b'\xe9'.decode('latin1'), str(b'ab', 'ascii'), bytes('é', 'utf-8'), len('é'), ascii('é'))
for bad in (lambda: '%d' % 'x', lambda: '%s %s' % 1, lambda: '%s' % (1, 2), lambda: '{}'.format(), lambda: 'é'.encode('ascii'), lambda: b'\xff'.decode(), lambda: 'abc'[5], lambda: '{:d}'.format('x')):
    try: bad()
    except Exception as e: print(type(e).__name__)
print(format(5, '03d'), format('x', '>3'), callable(print), callable(1), callable(lambda: 1), hash('a') == hash('a'), id(1) == id(1))
`, "1   'x'|3|{}|   1\n00042 1,234,567 ff 0xff 3.14 1.234568e+04 a   |   b  | +5 s 25.000000% 0003.142\na 'b' 3   2.2|l    |00007 ff 10 z % [1, 'x']\n1-002 None 1 1 0.0001 1e+10\n['a', 'b', '', 'c'] ['a', 'b'] ['a', 'b,c'] ['a,b', 'c'] ['a', 'b', 'c']\n2 -1 4 1 2 c ñ bña bc\naxb True True True AB ab Hello World Hello\n007 -007 a..|   a| *a* True True False\n('a', '=', 'b=c') ('a=b', '=', 'c') axc x| a\nb'\\xc3\\xa9' é b'\\xe9' é ab b'\\xc3\\xa9' 1 '\\xe9'\nTypeError\nTypeError\nTypeError\nIndexError\nUnicodeEncodeError\nUnicodeDecodeError\nIndexError\nValueError\n005   x True False True True True\n"},
		{"bytes", `
b = b'abc\x00\xff'
print(b[0], b[-1], b[1:3], b[::-1], len(b), list(b[:2]), b'b' in b, 97 in b, b == b'abc\x00\xff', b[:0])
print(b.hex(), bytes.fromhex('6162'), b.find(b'c'), b.startswith(b'ab'), b.split(b'b'), b'-'.join([b'a', b'b']), b' x '.strip(), b'\xffa\xff'.strip(b'\xff'))
for c in b'ab': print(c, end=' ')
print(b'a' + b'b', b'ab' * 2, b'a' < b'b', bytes(3), bytes([1, 2]), b'aB'.upper(), b'x'.count(b'x'))
a = b'abc'
c = a[:1]
c += b'Z'
print(a, c)
`, "97 255 b'bc' b'\\xff\\x00cba' 5 [97, 98] True True True b''\n61626300ff b'ab' 2 True [b'a', b'c\\x00\\xff'] b'a-b' b'x' b'a'\n97 98 b'ab' b'abab' True b'\\x00\\x00\\x00' b'\\x01\\x02' b'AB' 1\nb'abc' b'aZ'\n"},
		{"generators", `
def g(n):
    x = yield n
    while True:
        x = yield x
def delegate():
    yield from [1, 2]
    yield from h()
def h():
    yield 3
i = g(1)
print(next(i), i.send(5), i.send(6), list(delegate()), sum(x * x for x in range(4)))
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration
        return self.n
print(list(It()), [x for x in It()], sum(It()), max(It()), tuple(It()), 2 in It())
`, "1 5 6 [1, 2, 3] 14\n[1, 2, 3] [1, 2, 3] 6 3 (1, 2, 3) True\n"},
		{"new and call", `
class One:
    made = None
    def __new__(cls, *args):
        if cls.made is None:
            cls.made = super().__new__(cls)
        return cls.made
    def __init__(self, n): self.n = n
a = One(1)
b = One(2)
print(a is b, a.n)
class Adder:
    def __init__(self, n): self.n = n
    def __call__(self, x, *, y=0): return self.n + x + y
class Sub(Adder): pass
print(Adder(1)(2), Sub(5)(1, y=2), list(map(Adder(10), (1, 2))), callable(Sub(1)), callable(a))
class D:
    def deco(self, f): return lambda: ('d', f())
d = D()
@d.deco
def f(): return 1
def g():
    e = D()
    @e.deco
    def h(): return 2
    return h()
print(f(), g())
`, "True 2\n3 8 [11, 12] True False\n('d', 1) ('d', 2)\n"},
		{"ranges", `
print(list(range(3)), 5 in range(10**9), 10**10 in range(10**9), len(range(10**9)), range(10**9)[7], isinstance(range(3), range), isinstance(range(10**9), range), range(0, 6, 2)[-1])
for i in range(10**9):
    if i == 3: break
print(i)
`, "[0, 1, 2] True False 1000000000 7 True True 4\n3\n"},
		{"isinstance", `
class A: pass
class B(A): pass
print(isinstance(B(), A), isinstance(A(), B), isinstance(1, (str, int)), isinstance(True, int), isinstance('x', str), isinstance(A, type), isinstance([], list), isinstance({}, dict), isinstance(B(), object))
print(type(1).__name__, type(B()).__name__, B.__bases__[0] is A, B().__class__ is B, type([]) is list)
`, "True False True True True True True True True\nint B True True True\n"},
		{"built-in types are closed", `
class A: n = 1
A.n = 2
A.m = 3
del A.m
print(A.n, hasattr(A, 'm'))
try: str.__dict__['hack'] = 1
except TypeError: print(hasattr('', 'hack'))
def try_(f):
    try: f()
    except TypeError as e: return 'TypeError'
def f1(): str.x = 1
def f2(): OSError.x = 1
def f3(): del list.append
def f4(): object.x = 1
def f5(): type.x = 1
print(try_(f1), try_(f2), try_(f3), try_(f4), try_(f5), hasattr('', 'x'))
`, "2 False\nFalse\nTypeError TypeError TypeError TypeError TypeError False\n"},
		{"modules", `
import errno, os, stat, time, fnmatch, sys, math
print(errno.ENOENT, errno.EWOULDBLOCK == errno.EAGAIN, errno.errorcode[13], 13 in errno.errorcode, errno.errorcode.get(99999), os.strerror(2), os.O_CREAT, os.getpid() > 0)
print(os.path.join('a', '/b', 'c'), os.path.join('a/', 'b'), os.path.basename('/x/y.tar.gz'), os.path.dirname('/x/y'), os.path.splitext('/x/y.tar.gz'), os.path.splitext('.bashrc'), os.path.split('/a'), os.path.normpath('a//b/../c'), os.path.basename(b'x/y'))
print(stat.S_ISDIR(stat.S_IFDIR | 0o755), stat.S_ISREG(stat.S_IFDIR), stat.S_IMODE(0o100644), stat.filemode(0o100644), stat.filemode(0o41777), stat.S_IFMT(0o100644) == stat.S_IFREG)
print(fnmatch.fnmatch('a.py', '*.py'), fnmatch.fnmatch('a.py', '?.p[xyz]'), fnmatch.fnmatch('a', '[!a]'), fnmatch.filter(['a.c', 'b.h'], '*.c'), fnmatch.fnmatch('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaab', '*a*a*a*a*a*a*c'))
print(time.time() > 0, time.monotonic() >= 0, time.strftime('%Y-%m-%d %H:%M:%S', time.gmtime(0))[:4], sys.maxsize, os.fsencode('\xe9'), os.fsdecode(b'\xc3\xa9'), os.makedev(8, 1), os.major(2049), os.minor(2049))
`, "2 True EACCES True None No such file or directory 64 True\n/b/c a/b y.tar.gz /x ('/x/y.tar', '.gz') ('.bashrc', '') ('/', 'a') a/c b'y'\nTrue False 420 -rw-r--r-- drwxrwxrwt True\nTrue True False ['a.c'] False\nTrue True 1970 9223372036854775807 b'\\xc3\\xa9' é 2049 8 1\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { require.Equal(t, tt.want, output(t, tt.src)) })
	}
}

// TestNonUTF8 follows a file name that is no UTF-8 through a script.
func TestNonUTF8(t *testing.T) {
	raw := []byte{'a', 0xff, 0xc3, 0xa9, 0x80}
	name := FSDecode(raw)
	require.Equal(t, raw, FSEncode(name))
	var out []string
	c, err := New(Options{Stdout: func(l string) { out = append(out, l) }, Builtins: py.StringDict{"name": name}})
	require.NoError(t, err)
	_, err = c.LoadString("t.py", `
import os
print(repr(name), len(name), name[1] == name[1:2], repr(name[1]), repr(name[::-1]), [repr(x) for x in name])
d = {name: 1}
print(d[name], name in d, d, (name + 'x').startswith(name), name.find('é'), name == name[:2] + name[2:])
print(name.encode('utf-8', 'surrogateescape'), name.encode('utf-8', 'ignore'), name.encode('utf-8', 'replace'), os.fsencode(name))
print(name.encode(errors='surrogateescape').decode('utf-8', 'surrogateescape') == name, os.fsdecode(os.fsencode(name)) == name)
print(repr(name.upper()), [repr(x) for x in list(name)], repr(os.path.join('d', name)), repr(name.split('é')), '%r' % name, repr(name.replace('a', 'b')))
try: name.encode()
except UnicodeEncodeError as e: print(e)
try: b'\xff'.decode()
except UnicodeDecodeError as e: print(e)
print(name)
`)
	require.NoError(t, err)
	require.Equal(t, []string{
		`'a\udcffé\udc80' 4 True '\udcff' '\udc80é\udcffa' ["'a'", "'\\udcff'", "'é'", "'\\udc80'"]`,
		`1 True {'a\udcffé\udc80': 1} True 2 True`,
		`b'a\xff\xc3\xa9\x80' b'a\xc3\xa9' b'a?\xc3\xa9?' b'a\xff\xc3\xa9\x80'`,
		`True True`,
		`'A\udcffÉ\udc80' ["'a'", "'\\udcff'", "'é'", "'\\udc80'"] 'd/a\udcffé\udc80' ['a\udcff', '\udc80'] 'a\udcffé\udc80' 'b\udcffé\udc80'`,
		`'utf-8' codec can't encode character '\udcff' in position 1: surrogates not allowed`,
		`'utf-8' codec can't decode byte 0xff in position 0: invalid start byte`,
		string(raw),
	}, out)
	for _, o := range []py.Object{name, py.Bytes(raw)} {
		b, err := BytesOf(o)
		require.NoError(t, err)
		require.Equal(t, raw, b)
		s, err := StringOf(o)
		require.NoError(t, err)
		require.Equal(t, string(raw), s)
	}
	_, err = BytesOf(py.Int(1))
	require.Error(t, err)
	_, err = StringOf(py.None)
	require.Error(t, err)
}

type point struct{ x, y int64 }

func TestType(t *testing.T) {
	typ := NewType[point]("point", "a point").
		Attr("x", func(p *point) (py.Object, error) { return py.Int(p.x), nil },
			func(p *point, v py.Object) error {
				n, err := py.IndexInt(v)
				if err == nil {
					p.x = int64(n)
				}
				return err
			}).
		Attr("y", func(p *point) (py.Object, error) { return py.Int(p.y), nil }, nil).
		Method("move", func(p *point, args py.Tuple, kwargs py.StringDict) (py.Object, error) {
			n, err := py.IndexInt(args[0])
			p.x += int64(n)
			return py.None, err
		}).
		Open()
	typ.Repr(func(p *point) string { return "point!" })
	o := typ.New(point{1, 2})
	var out []string
	c, err := New(Options{Stdout: func(l string) { out = append(out, l) }, Builtins: py.StringDict{"p": o, "Point": typ.Py()}})
	require.NoError(t, err)
	_, err = c.LoadString("t.py", `
p.x += 10
p.move(5)
m = p.move
m(1)
p.extra = 'e'
print(p, p.x, p.y, p.extra, isinstance(p, Point), p == p, p != p, p in [p], type(p).__name__, hasattr(p, 'nope'), {'k': p}['k'] is p)
del p.extra
for bad in ('p.y = 1', 'p.nope', 'p.x = "s"', 'p.move("x")', 'del p.extra'):
    try: exec(bad)
    except (AttributeError, TypeError) as e: print(type(e).__name__, e)
`)
	if e, ok := err.(*Error); ok {
		t.Fatal(e.Render())
	}
	require.NoError(t, err)
	require.Equal(t, []string{
		"point! 17 2 e True True False True point False True",
		"AttributeError attribute 'y' of 'point' objects is read-only",
		"AttributeError 'point' object has no attribute 'nope'",
		"TypeError unsupported operand type(s) for index: 'str'",
		"TypeError unsupported operand type(s) for index: 'str'",
		"AttributeError 'point' object has no attribute 'extra'",
	}, out)
	v, ok := typ.From(o)
	require.True(t, ok)
	require.Equal(t, int64(17), v.x)
	_, ok = typ.From(py.None)
	require.False(t, ok)
	_, err = o.M__setattr__("other", py.None)
	require.NoError(t, err)
	o.Reset()
	_, err = o.M__getattribute__("other")
	require.Error(t, err)

	n := testing.AllocsPerRun(100, func() {
		if _, err := o.M__getattribute__("move"); err != nil {
			t.Fatal(err)
		}
		if _, err := o.M__getattribute__("y"); err != nil {
			t.Fatal(err)
		}
	})
	require.Zero(t, n)
}
