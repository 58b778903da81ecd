package engine

import (
	"encoding/json"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// runText runs a program and returns what it prints, with the traceback of what it
// lets through.
func runText(t *testing.T, opts Options, src string) string {
	t.Helper()
	var out strings.Builder
	opts.Stdout = func(line string) { out.WriteString(line + "\n") }
	c, err := New(opts)
	require.NoError(t, err)
	defer c.Close()
	_, err = c.LoadString("test.py", src)
	c.Flush()
	if err != nil {
		e, ok := err.(*Error)
		require.True(t, ok)
		out.WriteString(e.Render())
	}
	return out.String()
}

// sameAsCPython compares what programs print here and in CPython 3.11.
func sameAsCPython(t *testing.T, progs map[string]string) {
	t.Helper()
	python := cpython311(t)
	input, err := json.Marshal(progs)
	require.NoError(t, err)
	cmd := exec.Command(python, "-I", "-X", "utf8", "-c", corpusDriver)
	cmd.Stdin = strings.NewReader(string(input))
	cmd.Dir = t.TempDir()
	out, err := cmd.Output()
	require.NoError(t, err)
	want := map[string]string{}
	require.NoError(t, json.Unmarshal(out, &want))
	for name, src := range progs {
		t.Run(name, func(t *testing.T) {
			require.Equal(t, want[name], runText(t, Options{}, src))
		})
	}
}

func TestModulesAreAsInCPython(t *testing.T) {
	sameAsCPython(t, map[string]string{
		"re_classes": `import re
text = "aB3_ \t\n-é²½٣あ.]\x1c\x85ſK\u0301"
for p in (r"\w", r"\W", r"\s", r"\S", r"\d", r"\D", r"[\W_]", r"[^\W\d]", r"[\S ]", r"[^\S\n]", r"[\D3]", r"(?a)[\W]", r"(?a)\s", "(?a)[^\\w]", r"\b.", r".\B"):
    print(p, [ascii(x) for x in re.findall(p, text)], re.findall(p, "ab 1_-"))
`,
		"re_case": `import re
for p, s in (("ſ", "S"), ("K", "\u212a"), ("[a-z]+", "AbKſ"), ("straße", "STRASSE"), ("É", "é"), ("[é-ü]", "É"), ("σ", "ς"), ("[^a]", "A"), ("i", "İ"), ("µ", "μ")):
    print(p, ascii(s), bool(re.fullmatch(p, s, re.I)), bool(re.fullmatch(p, s)))
print(re.findall("(?i:a)b|c", "AB Ab aC C", re.M), re.findall("a(?-i:b)c", "ABC AbC", re.I), re.sub("(?i)A(b)", r"<\1>", "aB ab"))
`,
		"re_empty": `import re
for p in ("", "a*", "a*?", "(a|)", "|a", "b|", "x*?", r"\b", "(?=a)", "(?:a|b)*?", "^", "$", "a?"):
    s = "baac\nab"
    print(repr(p), re.findall(p, s), re.split(p, s), re.sub(p, "-", s), [m.span() for m in re.finditer(p, s, re.M)], re.sub(p, "-", s, 2))
`,
		"re_positions": `import re
p = re.compile(r"(?P<x>\w)(\d)?(?P<tail>z*)")
s = "éa1zz b"
for a in ((), (1,), (1, 3), (2, 100), (-5, 2), (5, 2), (99,)):
    for f in (p.match, p.search, p.fullmatch):
        m = f(s, *a)
        print(a, m and (m.span(), m.groups(), m.pos, m.endpos, m.lastindex, m.lastgroup, m.regs))
    print(p.findall(s, *a), [m.start() for m in p.finditer(s, *a)])
print(re.compile("^b").search("ab", 1), re.compile(r"\bb").search("ab", 1), re.compile("(?<=a)b").search("ab", 1), re.compile("b$").search("abc", 0, 2))
sc = re.compile(r"\d|(x)").scanner("1x2")
print([sc.match().group() for _ in range(3)], sc.match())
`,
		"re_errors": `import re
for p in ("(?P<a>.)(?P=b)", "(?<=a*)b", "(?<=(a|bc))d", "a{99999999999}", "[a-\\d]", "(?P=a", "(?P", "(?Px", "x{3,1}?", "(?(1", "(?(a)", "(?:", "(?=a", "\\N{no such}", "\\u12", "\\U0011ffff", "(?i-i:a)", "(?-:a)", "(?ia:x)", "(?-a:x)", "(?au)x", "(a)(?=\\1", "(\\1)", "(?<=(a)\\1)", "\\8", "\\400", "[\\400]", "a{1}{2}", "^*", "(?#a", "(?i", "(?i-", "(?i-m", "\\", "[", "[]", "[^]", "[a-", "a++ +"):
    try:
        print(p, re.compile(p).groups)
    except (re.error, OverflowError) as e:
        print(p, type(e).__name__, e)
`,
		"re_verbose": `import re
p = re.compile(r"""(?x)  # comment ) (
    (?P<h> \d{1,2} ) : (\d\d)   # minutes
    [ #] ? \  (am|pm)?
""", re.I)
print(p.match("12:30  PM").groups(), p.flags, p.match("1:05# ").groups(), re.compile("(?x: a b ) c").pattern, re.match("(?x: a b ) c", "ab c"))
`,
		"re_templates": `import re
for t in (r"\1\2", r"\g<1>", r"\g<n>", r"\g<0>\0", r"\101", r"\07", r"\n\t\a\\", r"\g<01>", r"x\.y"):
    try:
        print(t, ascii(re.sub("(?P<n>a)(b)?", t, "ab a")), ascii(re.match("(?P<n>a)(b)?", "ab").expand(t)))
    except (re.error, IndexError) as e:
        print(t, type(e).__name__, e)
print(re.sub(b"(a)", b"[\\1\\xff]" if 0 else b"[\\1]", b"\xffa\x00"), re.subn("a", lambda m: m[0] * 2, "banana", 2))
`,
		"struct": `import struct
for f in ("<bBhHiIlLqQ", ">bBhHiIlLqQ", "@bhilq", "=bhilq"):
    n = len(f) - 1
    b = struct.pack(f, *range(1, n + 1))
    print(f, struct.calcsize(f), b.hex(), struct.unpack(f, b))
for v in (0.0, -0.0, 1.5, 1e-8, 6e-8, 65504.0, 2.0**-24, 2.0**-25, 1/3, float("inf")):
    print(v, struct.pack("<e", v).hex(), struct.unpack("<e", struct.pack("<e", v)), struct.pack(">f", v).hex())
for f, a in (("b", 128), ("@l", 2**63), ("=l", 2**31), ("<Q", 2**64), ("@Q", -1), ("@n", 2**70), ("3c", 1), ("4s", b"abcdef"), ("<2p", b"abc"), ("<P", 1), ("0i", 1)):
    try:
        print(f, struct.pack(f, a))
    except (struct.error, OverflowError, TypeError) as e:
        print(f, type(e).__name__, e)
`,
		"json": `import json
print(json.dumps({"é": ["\x7f", "\u2028", "😀", 1e22, 1e-5, 123456789012345678901, None]}), json.dumps([], indent=2), json.dumps({"a": [1, {}]}, indent=1))
print(json.loads('{"a":1e5,"b":[-0.0,1E+2,-1],"c":"\\u00e9\\ud83d\\ude00\\/"}'), json.loads(' [ ] '), json.loads("1" * 30))
for bad in ('{"a":1 "b"}', '[1,,2]', '"\\ud8"', '"a\tb"', '{"a":1,}', '[', '{"a"', '{"a":', '-', '1e', '1e5x', 'nulll', '\x00', '"\\', '["a",\n"b"', '{"é": x}'):
    try:
        print(json.loads(bad))
    except json.JSONDecodeError as e:
        print(repr(bad), e, e.pos, e.lineno, e.colno)
print(json.loads('"a\tb"', strict=False), json.dumps("é\ud800" if 0 else "é", ensure_ascii=False))
class E(json.JSONEncoder):
    def default(self, o):
        return list(o) if isinstance(o, set) else super().default(o)
print(json.dumps([{1}, (2,)], cls=E, indent=0), "".join(E().iterencode({"a": {3}})), E(separators=(",", ":")).encode({"a": [1, 2]}))
`,
		"random": `from random import Random
for seed in (0, 1, -1, 42, 2**100, "abc", b"abc", 1.5):
    r = Random(seed)
    print(seed, r.random(), r.getrandbits(7), r.getrandbits(70), r.randint(1, 10**20), r.choice("abcdef"), r.sample(range(100), 5), round(r.gauss(0, 1), 12), r.randbytes(5))
    x = list(range(10))
    r.shuffle(x)
    s = r.getstate()
    a = r.random()
    r.setstate(s)
    print(x, a == r.random(), len(s[1]), s[1][-1], r.uniform(1, 2), round(r.expovariate(3), 12), round(r.betavariate(2, 3), 12), r.choices("ab", [1, 3], k=5))
`,
		"codecs": `import base64, binascii, hashlib, hmac, zlib
data = bytes(range(256)) * 3 + b"x"
for n in (0, 1, 2, 3, 4, 5, 7, 100, len(data)):
    d = data[:n]
    for e, f in ((base64.b64encode, base64.b64decode), (base64.b32encode, base64.b32decode), (base64.b16encode, base64.b16decode), (base64.b85encode, base64.b85decode), (base64.a85encode, base64.a85decode), (base64.b32hexencode, base64.b32hexdecode), (base64.encodebytes, base64.decodebytes)):
        x = e(d)
        print(e.__name__, x[:60], f(x) == d)
    print(base64.a85encode(d, adobe=True, wrapcol=20, foldspaces=True)[:50], base64.b85encode(d, pad=True)[-10:], binascii.crc_hqx(d, 7), zlib.crc32(d), zlib.adler32(d, 99), binascii.hexlify(d[:9], ":", -2))
    print(binascii.b2a_uu(d[:45]), binascii.a2b_uu(binascii.b2a_uu(d[:45])) == d[:45])
for name in sorted(hashlib.algorithms_guaranteed):
    h = hashlib.new(name, data)
    c = h.copy()
    h.update(b"y")
    a = (16,) if name.startswith("shake") else ()
    print(name, h.hexdigest(*a), c.digest(*a).hex() == getattr(hashlib, name)(data).hexdigest(*a), h.digest_size, h.block_size)
for size in (1, 16, 20, 32):
    print(hashlib.blake2s(data, digest_size=size).hexdigest(), hashlib.blake2s(data, digest_size=size, key=b"key").hexdigest(), hashlib.blake2b(b"", digest_size=size, key=b"k" * 64).hexdigest())
print(hmac.new(b"k" * 200, data, "sha512").hexdigest()[:32], hashlib.pbkdf2_hmac("sha512", b"p", b"s", 7, 100).hex())
c = zlib.compress(data)
for w, k in ((15, 15), (-15, -15), (31, 31), (31, 47), (15, 47)):
    o = zlib.compressobj(6, zlib.DEFLATED, w)
    b = o.compress(data) + o.flush(zlib.Z_SYNC_FLUSH) + o.compress(data) + o.flush()
    d = zlib.decompressobj(k)
    got = b"".join(d.decompress(b[i:i + 7], 50) + d.decompress(d.unconsumed_tail) for i in range(0, len(b), 7))
    print(w, got == data * 2, d.eof, d.unused_data, d.unconsumed_tail)
`,
		"zlib_of_c": `import zlib, base64
# What the C library made, in blocks of all kinds.
texts = [b"", b"a", b"ab" * 5000, bytes(range(256)) * 40, b"".join(bytes([i * 7 % 251, i % 13]) for i in range(20000))]
for t in texts:
    for level in (0, 1, 6, 9):
        c = zlib.compress(t, level)
        assert zlib.decompress(c) == t
        for cut in (1, 2, len(c) // 2, len(c) - 1):
            try:
                print(zlib.decompress(c[:cut]))
            except zlib.error as e:
                print(e)
for strategy in (0, 1, 2, 3, 4):
    o = zlib.compressobj(9, zlib.DEFLATED, 15, 8, strategy)
    assert zlib.decompress(o.compress(texts[4]) + o.flush()) == texts[4]
for bad in (b"\x78\x9c\x07", b"\x78\x9d", b"\x79\x9c\x00", b"\x78\x9c\x01\x05\x00\x00\x00", b"\x78\x9c\x4b\x04\x00\x00\x00\x00\x00", b"\x78\x9c\x05\xff\xff\xff"):
    try:
        print(zlib.decompress(bad + b"\0" * 20))
    except zlib.error as e:
        print(e)
`,
		"math": `import math
for f in (math.comb, math.perm):
    print([f(n, k) for n in (0, 1, 5, 60) for k in (0, 1, 3, 61)])
print(math.factorial(50), math.isqrt(10**50 + 1), math.gcd(2**100, 6**50), math.lcm(*range(1, 30)), math.prod(range(1, 20)), math.dist((1, 2, 3), (4, 5, 7)))
for x in (0.5, -0.5, 1e308, 5e-324, float("inf"), float("-inf"), float("nan")):
    for name in ("floor", "ceil", "trunc", "sqrt", "exp", "log", "log2", "log10", "log1p", "expm1", "sin", "atan", "gamma", "lgamma", "erf", "frexp", "modf", "ulp", "degrees", "asinh", "acosh", "cosh"):
        try:
            v = getattr(math, name)(x)
            print(name, x, f"{v:.9g}" if isinstance(v, float) else v)
        except (ValueError, OverflowError) as e:
            print(name, x, type(e).__name__, e)
print(math.fsum([1e100, 1, -1e100, 1e-20]), math.fsum([0.1] * 7), math.hypot(3, 4), math.hypot(1e200, 1e200), math.nextafter(1, 2), math.copysign(1, -0.0), math.ldexp(0.5, 3), math.remainder(10, 3), math.fmod(-7, 3))
`,
		"itertools": `from itertools import *
print(list(product("ab", repeat=2)), list(permutations(range(3), 2)), list(combinations_with_replacement("abc", 2)), list(accumulate([1, 2, 3], initial=5)))
print([(k, list(g)) for k, g in groupby("AaBbb", str.lower)], list(islice(count(3, 2), 2, 9, 3)), list(zip_longest("ab", "c", fillvalue=0)), list(pairwise("abc")), list(batched("abc", 2)) if "batched" in globals() else "")
a, b = tee(iter("xyz"))
print(next(a), list(b), list(a), list(chain.from_iterable(["ab", [1]])), list(compress("abcd", [1, 0, 1])), list(starmap(pow, [(2, 3)])), list(takewhile(bool, [1, 0, 1])), list(dropwhile(bool, [1, 0, 1])), list(filterfalse(None, [0, 1])))
print(repr(count(1)), repr(count(1.5, 2)), repr(repeat(3, 2)), [type(x).__name__ for x in (chain(), cycle(""), islice("", 1))], isinstance(chain(), chain))
class C(chain): pass
print(list(C("ab", "c")), type(C()).__name__)
`,
		"containers": `from collections import deque, defaultdict
import copy
d = deque([1, 2, 3], 5)
d.insert(1, 9); d.insert(-1, 8)
print(d, copy.copy(d), copy.deepcopy(d), d == deque([1, 9, 2, 8, 3]), d[::1] if 0 else d[-2], list(reversed(d)), d.count(9), d.index(8, 1, 5))
class D(deque):
    def __init__(self, *a): super().__init__(*a); self.x = 1
e = D("abc")
e += "de"
e.rotate(2)
print(e, e * 2, type(e.copy()).__name__, e.x, len(e), "a" in e, bool(D()), [*e], e > D("a"))
for bad in ("deque(1)", "deque([1]) + [1]", "d['a']", "deque().pop()", "d.remove(77)", "hash(d)", "deque(maxlen='x')", "d < 1"):
    try:
        eval(bad)
    except Exception as x:
        print(bad, type(x).__name__, x)
m = defaultdict(list, {1: [2]}, a=3)
m[5].append(1)
print(m, m | {7: 8}, {7: 8} | m, copy.copy(m), copy.deepcopy(m), m.default_factory, dict(m), 99 in m, m.get(99))
class M(defaultdict):
    def __missing__(self, k): return k * 2
print(M(int)[4], M(int, {1: 2}), isinstance(M(), dict), type(M(int).copy()).__name__)
`,
		"threading": `import threading, time
l = threading.RLock()
with l:
    with l:
        print("in", l._is_owned())
e = threading.Event()
t = time.monotonic()
print(e.wait(0.01), time.monotonic() - t >= 0.01, threading.Semaphore(3).acquire())
b = threading.Barrier(1)
print(b.wait(), b.parties, threading.current_thread().name, threading.Lock().acquire(False))
`,
		"imports": `import collections.abc, os.path as p, json.decoder
from collections import abc as A, OrderedDict as O
from json import *
import sys
print(A is collections.abc, p.__name__, sys.modules["collections"] is collections, loads("[1]"), json.decoder.JSONDecodeError.__module__)
for name in ("nope", "math.nope", "json.nope", "nope.more"):
    try:
        __import__(name)
    except ModuleNotFoundError as e:
        print(e, e.name)
try:
    from json import nope
except ImportError as e:
    print(str(e).split(" (")[0], e.name)
`,
		"unicodedata": `import unicodedata as u
print(u.name("é"), u.lookup("EURO SIGN"), u.category("a"), u.category("٣"), u.digit("٣"), u.combining("\u0301"), ascii(u.normalize("NFD", "é")), u.normalize("NFKC", "ﬁ²"), u.is_normalized("NFC", "é"), u.name("\x00", "none"))
`,
	})
}

// One search cannot take longer than the entry has left.
func TestSearchEndsWithTheBudget(t *testing.T) {
	for name, src := range map[string]string{
		"search": "re.search(r'(a+)+$', 'a' * 40 + 'b')",
		"sub":    "re.sub(r'(x+x+)+y', '', 'x' * 50)",
		"caught": "\ntry:\n    re.match(r'(.*a){20}b', 'a' * 60)\nexcept Exception:\n    pass\n",
	} {
		t.Run(name, func(t *testing.T) {
			c, err := New(Options{TimeLimit: 150 * time.Millisecond, StepLimit: Unlimited})
			require.NoError(t, err)
			defer c.Close()
			start := time.Now()
			_, err = c.LoadString("test.py", "import re\n"+src)
			var e *Error
			require.ErrorAs(t, err, &e)
			require.Equal(t, KindTime, e.Kind)
			require.Less(t, time.Since(start), time.Second)
		})
	}
	t.Run("interrupted", func(t *testing.T) {
		c, err := New(Options{TimeLimit: Unlimited, StepLimit: Unlimited})
		require.NoError(t, err)
		defer c.Close()
		time.AfterFunc(50*time.Millisecond, func() { c.Interrupt("enough") })
		_, err = c.LoadString("test.py", "import re\nre.search(r'(a+)+$', 'a' * 30 + 'b')")
		var e *Error
		require.ErrorAs(t, err, &e)
		require.Equal(t, KindInterrupted, e.Kind)
	})
}

// What Go code does at once counts, and what it makes is bounded.
func TestModulesAreBounded(t *testing.T) {
	for name, src := range map[string]string{
		"product":     "from itertools import product\nfor x in product(range(1000), repeat=9): pass",
		"count":       "from itertools import count\nlist(count())",
		"cycle":       "from itertools import cycle\nsum(cycle([1]))",
		"repeat":      "from itertools import repeat\nlist(repeat(1))",
		"deque":       "from collections import deque\ndeque(iter(int, 1))",
		"filter":      "from itertools import filterfalse, repeat\nnext(filterfalse(None, repeat(1)))",
		"group":       "from itertools import groupby, repeat\nnext(groupby(repeat(1)))\nit = groupby(repeat(1))\nnext(it)\nnext(it)",
		"combos":      "from itertools import combinations\nfor x in combinations(range(200), 100): pass",
		"pbkdf2":      "import hashlib\nhashlib.pbkdf2_hmac('sha256', b'', b'', 10**12)",
		"factorial":   "import math\nmath.factorial(10**9)",
		"comb":        "import math\nmath.comb(10**9, 5 * 10**8)",
		"perm":        "import math\nmath.perm(10**6)",
		"lcm":         "import math\nmath.lcm(*range(1, 10**6))",
		"nested":      "import json\njson.loads('[' * 100000)",
		"nested out":  "import json\na = []\nfor i in range(10000): a = [a]\njson.dumps(a)",
		"bomb":        "import zlib\nd = zlib.compress(b'0' * (1 << 24))\nzlib.decompress(zlib.compress(d))\nfor i in range(1000): zlib.decompress(d)",
		"lock":        "import threading\nl = threading.Lock()\nl.acquire()\nl.acquire()",
		"urandom":     "import os\nos.urandom(10**12)",
		"struct":      "import struct\nstruct.pack('99999999999s', b'')",
		"chains":      "from itertools import chain\nx = []\nfor i in range(100000): x = chain(x, [1])\nlist(x)",
		"getrandbits": "import random\nrandom.getrandbits(10**12)",
		"subject":     "import re\nre.findall('a', 'a' * (60 << 20))",
	} {
		t.Run(name, func(t *testing.T) {
			c, err := New(Options{TimeLimit: 500 * time.Millisecond, StepLimit: 1_000_000})
			require.NoError(t, err)
			defer c.Close()
			start := time.Now()
			_, err = c.LoadString("test.py", src)
			require.Error(t, err)
			require.Less(t, time.Since(start), 15*time.Second)
		})
	}
}

func TestModulesOfTheEngine(t *testing.T) {
	require.Contains(t, Modules(), "os.path")
	// All of them can be imported, and each import is that of a context of its own.
	var src strings.Builder
	for _, name := range Modules() {
		src.WriteString("import " + name + "\n")
	}
	src.WriteString("import sys\nprint(json, math, collections.__file__)\nsys.modules.pop('json')\nimport json as again\nprint(again is json)\n")
	require.Equal(t, "<module 'json' from '<windlass>/json/__init__.py'> <module 'math' (built-in)> <windlass>/collections/__init__.py\nFalse\n",
		runText(t, Options{}, src.String()))
	require.Equal(t, `Traceback (most recent call last):
  File "test.py", line 1, in <module>
    import jsn
ModuleNotFoundError: No module named 'jsn'
hint: did you mean 'json'?
`, runText(t, Options{}, "import jsn\n"))
	require.Contains(t, runText(t, Options{}, "import numpy_of_mine\n"), "hint: modules of the engine: abc, ")
	require.Contains(t, runText(t, Options{}, "import functools\nfunctools.reduce(lambda a, b: a / 0, [1, 2])\n"), "division by zero")
}

func TestTimer(t *testing.T) {
	require.Contains(t, runText(t, Options{}, "import threading\nthreading.Timer(1, print).start()\n"), "RuntimeError: timers cannot be started here")
	var later func() error
	stopped := false
	var out []string
	c, err := New(Options{
		Stdout: func(line string) { out = append(out, line) },
		After: func(d time.Duration, run func() error) func() {
			require.Equal(t, 1500*time.Millisecond, d)
			later = run
			return func() { stopped = true }
		},
	})
	require.NoError(t, err)
	defer c.Close()
	m, err := c.LoadString("test.py", "import threading\nt = threading.Timer(1.5, print, ['later'])\nt.start()\nprint(t.is_alive())\ndef stop():\n    t.cancel()\n    return t.is_alive()\n")
	require.NoError(t, err)
	require.NoError(t, later())
	require.Equal(t, []string{"True", "later"}, out)
	_, err = c.Call(m.Get("stop"))
	require.NoError(t, err)
	require.True(t, stopped)
}

// BenchmarkImport is what a context pays for modules that are written in Python, once
// they have been parsed.
func BenchmarkImport(b *testing.B) {
	for _, name := range []string{"re", "json", "collections", "functools", "enum", "dataclasses", "datetime", "logging"} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				c, err := New(Options{})
				require.NoError(b, err)
				_, err = c.Import(name)
				require.NoError(b, err)
			}
		})
	}
}

// Contexts share the programs of the library and the constants of Go modules.
func TestModulesInParallel(t *testing.T) {
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			c, err := New(Options{})
			if !assert.NoError(t, err) {
				return
			}
			defer c.Close()
			_, err = c.LoadString("test.py", `
import collections, dataclasses, enum, functools, json, logging, random, re, struct, sys, datetime, hashlib
assert re.sub(r"(?i)A(b)", r"\1", "xabAB") == "xbB" and repr(re.I | re.M) == "re.IGNORECASE|re.MULTILINE"
assert struct.unpack("<HH", b"\1\0\2\0") == (1, 2) and json.loads(json.dumps({"a": [1]})) == {"a": [1]}
assert sys.version_info >= (3, 11) and hashlib.md5(b"").copy().hexdigest() and random.Random(1).random()
for o in (sys.version_info, re.I, collections.deque(), sys.implementation):
    try:
        o.mine = 1
        print("set", o)
    except AttributeError:
        pass
    assert not hasattr(o, "__dict__"), o
`)
			assert.NoError(t, err)
		})
	}
	wg.Wait()
}
