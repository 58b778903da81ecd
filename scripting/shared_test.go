package scripting_test

import (
	"fmt"
	"regexp"
	"runtime"
	"strings"
	"sync"
	"syscall"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/scripting"
	"github.com/windlassfs/windlass/xlator/xlatortest"
)

// say runs lines in a look-up and returns what they print.
func say(t *testing.T, lines string, options ...string) string {
	t.Helper()
	s := stack(t, class("    def lookup_fop(self, frame, this, loc, xdata):\n        frame.unwind(-1, ENOENT)\n"+regexp.MustCompile(`(?m)^`).ReplaceAllString(strings.TrimSpace(lines), "        ")), options...)
	lookup(s, "x")
	s.Close()
	var out []string
	for line := range strings.Lines(s.Log()) {
		if m := regexp.MustCompile(`level=INFO msg="?(.*?)"? volume=python`).FindStringSubmatch(line); m != nil {
			out = append(out, strings.ReplaceAll(m[1], `\"`, `"`))
		} else {
			out = append(out, line)
		}
	}
	return strings.Join(out, "\n")
}

func TestSharedContainers(t *testing.T) {
	require.Equal(t, strings.Join([]string{
		"1 2 None 7 True False 3",
		"['a', (1, 'b'), b'k'] [('a', 1), ((1, 'b'), 2)]",
		"9 1 None 2 4 2.5",
		"KeyError 'gone'",
		"TypeError shared.dict: a value must be None, bool, int, float, str, bytes or a tuple of them, not list",
		"TypeError shared.dict: a key must be None, bool, int, float, str, bytes or a tuple of them, not dict",
		"TypeError shared.dict: add takes and keeps numbers up to 64 bits, not str",
		"TypeError shared: 'd' is a dict",
		"TypeError shared: 'd' is a SharedDict",
		"one True",
		"[2, 3] 2",
		"['a', 'c']",
		"True False True ['y'] True False 1",
		"0 5 5 0 3",
		"ValueError shared.dict: an entry of 2332 bytes, and max_bytes is 2000",
		"0",
	}, "\n"), say(t, `
d = shared.dict("d")
d["a"] = 1
d.set((1, "b"), 2)
d[b"k"] = (None, True, 2.5)
print(d["a"], d.get((1, "b")), d.get("gone"), d.get("gone", 7), "a" in d, "b" in shared.dict("d"), len(d))
print(d.keys(), d.items()[:2])
print(d.setdefault("z", 9), d.setdefault("a", 8), d.pop("gone"), d.pop((1, "b")), d.add("n", 3) + 1, d.add("f", 2.5))
def fails(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
fails(lambda: d["gone"])
fails(lambda: d.set("l", []))
fails(lambda: d.set({}, 1))
fails(lambda: d.add("s") if d.set("s", "x") is None else None)
fails(lambda: shared.lru("d"))
fails(lambda: shared.counter("d"))
d[1] = "one"
print(d[1.0], True in d)
small = shared.dict("small", max=2)
for i in range(4):
    small[i] = i
print(small.keys(), len(small))
lru = shared.lru("lru", max=2)
lru["a"] = 1
lru["b"] = 2
lru.get("a")
lru["c"] = 3
print(sorted(lru.keys()))
s = shared.set("s")
print(s.add("x"), s.add("x"), s.add("y"), s.list() if s.discard("x") else None, "y" in s, s.discard("x"), len(s))
c = shared.counter("c")
print(c.value, c.add(5), c.set(), c.value, shared.counter("c").add(3))
fails(lambda: shared.dict("tight", max_bytes=2000).set("k", "x" * 2048 + "y" * 41))
d.clear()
print(len(d))
`))
}

func TestSharedLocks(t *testing.T) {
	require.Equal(t, strings.Join([]string{
		"inside", "True", "RuntimeError shared.lock: this call has the lock already", "None",
		"RuntimeError shared.lock: this call does not have the lock", "out by exception",
	}, "\n"), say(t, `
with shared.lock("l"):
    print("inside")
def fails(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
l = shared.lock("l")
fails(l.acquire)
fails(l.acquire)
fails(l.release)
fails(l.release)
try:
    with l:
        raise ValueError
except ValueError:
    print("out by exception")
l.acquire()
`))
	file := write(t, class(`
    def lookup_fop(self, frame, this, loc, xdata):
        lock = shared.lock("l")
        if loc.name == "keep":
            lock.acquire()
            shared.counter("n").add()
            while True:
                pass
        if loc.name == "wait":
            frame.unwind(-1, EDOM if lock.acquire(timeout=1) else EXDEV)
            return
        with lock:
            frame.unwind(-1, EDOM)
`))
	s := xlatortest.New(t, xlatortest.Layer{Type: scripting.Type, Options: xlatortest.Options{"script": file, "lanes": "2", "time-limit": "300ms", "step-limit": "0"}})
	for range 3 {
		keeper := s.Go(fops.OpLookup, named(s, "keep"))
		require.Equal(t, syscall.EDOM, lookup(s, "wait").OpErrno, s.Log())
		require.Equal(t, syscall.EIO, keeper.Wait().OpErrno, "its budget ends, and gives the lock back")
		require.Equal(t, syscall.EDOM, lookup(s, "x").OpErrno)
	}
}

// TestSharedUnderLoad counts in all lanes at once, and fills containers far
// beyond their bounds.
func TestSharedUnderLoad(t *testing.T) {
	s := stack(t, class(`
    def lookup_fop(self, frame, this, loc, xdata):
        n = shared.counter("n").add()
        shared.dict("by name").add(loc.name)
        shared.lru("bounded", max=50)[n] = loc.name
        shared.set("names", max=4).add(loc.name)
        with shared.lock("both"):
            d = shared.dict("pair")
            a, b = d.get("a", 0), d.get("b", 0)
            if a != b:
                raise ValueError("torn")
            d["a"] = a + 1
            d["b"] = b + 1
        frame.unwind(-1, EDOM)
    def statfs_fop(self, frame, this, loc, xdata):
        print(shared.counter("n").value, sorted(shared.dict("by name").keys()), sum(shared.dict("by name").values()), len(shared.lru("bounded", max=50)), len(shared.set("names", max=4)), shared.dict("pair")["a"])
        frame.wind()
`), "lanes", "4")
	var wg sync.WaitGroup
	for g := range 8 {
		wg.Go(func() {
			for range 250 {
				if r := lookup(s, fmt.Sprintf("n%d", g)); r.OpErrno != syscall.EDOM {
					t.Errorf("answered %v\n%s", r.OpErrno, s.Log())
					return
				}
			}
		})
	}
	wg.Wait()
	s.Do(fops.OpStatfs, nil)
	require.Contains(t, s.Log(), "2000 ['n0', 'n1', 'n2', 'n3', 'n4', 'n5', 'n6', 'n7'] 2000 50 4 2000", s.Log())
	require.Equal(t, "lru,entries:50,bytes:"+fmt.Sprint(50*(9+16+18+200))+",evicted:1950", s.Dump("python")["shared.bounded"])
}

func TestSharedTimeOuts(t *testing.T) {
	file := write(t, class(`
    def lookup_fop(self, frame, this, loc, xdata):
        d = shared.dict("d", ttl=10)
        if loc.name == "set":
            d["ten"] = 1
            d.set("one", 1, ttl=1)
            d.add("sum")
        print(sorted(d.keys()))
        frame.unwind(-1, ENOENT)
`))
	synctest.Test(t, func(t *testing.T) {
		s := xlatortest.New(t, xlatortest.Layer{Type: scripting.Type, Options: xlatortest.Options{"script": file}})
		lookup(s, "set")
		time.Sleep(2 * time.Second)
		lookup(s, "look")
		time.Sleep(9 * time.Second)
		lookup(s, "look")
		require.Regexp(t, `(?s)'one', 'sum', 'ten'.*\['sum', 'ten'\].*msg=\[\]`, s.Log())
		s.Close()
	})
}

// TestSharedStaysWhenReloaded, and belongs to one translator alone.
func TestSharedStaysWhenReloaded(t *testing.T) {
	src := "x = %d\n" + class("    def lookup_fop(self, frame, this, loc, xdata):\n        frame.unwind(-1, 1000 + shared.counter('n').add())\n")
	src = strings.Replace(src, "1000 + ", "", 1)
	s := newReloadable(t, fmt.Sprintf(src, 1), " option lanes 2\n")
	require.Equal(t, syscall.Errno(1), lookup(s.Stack, "x").OpErrno)
	s.write("s.py", fmt.Sprintf(src, 2))
	s.notes()
	require.Equal(t, syscall.Errno(2), lookup(s.Stack, "x").OpErrno)

	l := xlatortest.Layer{Type: scripting.Type, Options: xlatortest.Options{"script": s.file}}
	two := xlatortest.New(t, l, l)
	require.Equal(t, syscall.Errno(1), lookup(two, "x").OpErrno)
}

func TestAssignmentsWithLanes(t *testing.T) {
	src := `from windlass import *

count = 0
table = {}

class xlator(Translator):
    def __init__(self, this):
        Translator.__init__(self, this)
        self.n = 0; self.bits = 1  # fine
    def lookup_fop(self, frame, this, loc, xdata):
        """self.doc = 1"""
        self.n += 1
        frame.local = self.n == 3
        text = "self.text = 5"
        self.helper(loc)
        setattr(self, "dynamic", 1)
        frame.unwind(-1, ENOENT)
    def helper(self, loc):
        global count, other
        count = count + 1
        table["x"] = 1
        self.last, self.more = loc.name, 2
        if self.n >= 0: self.seen = 1
        print(self.n == 1, end=str(self.n != 2))
        table[str(self.n)] = self.n; table["x"] = 1; x = dict(count=1, n=self.n)
        self.typed = 1
        self.bits <<= 2; count -= 1
`
	s := stack(t, src, "lanes", "2")
	lookup(s, "x")
	log := s.Log()
	for _, line := range []string{"script.py:12: lookup_fop assigns self.n, which the other lanes do not see", "script.py:20: helper assigns count,", "script.py:22: helper assigns self.last", "script.py:22: helper assigns self.more", "script.py:23: helper assigns self.seen", "script.py:26: helper assigns self.typed", "script.py:27: helper assigns self.bits", "script.py:27: helper assigns count"} {
		require.Contains(t, log, line)
	}
	require.Equal(t, 8, strings.Count(log, "which the other lanes do not see"), log)

	s = stack(t, src, "lanes", "2", "self-assign-warning", "alarm")
	for range 3 {
		lookup(s, "x")
	}
	require.Regexp(t, `level=ERROR msg="[^"]*script.py:12: lookup_fop assigns self.n,`, s.Log())
	require.Regexp(t, `level=ERROR msg="[^"]*script.py:16: lookup_fop assigns self.dynamic,`, s.Log())
	require.Regexp(t, `level=ERROR msg="[^"]*script.py:20: helper assigns count,`, s.Log())
	require.Equal(t, int64(27), s.Dump("python")["assigned"])

	for _, options := range [][]string{{"lanes", "2", "self-assign-warning", "off"}, {}, {"lanes", "1", "self-assign-warning", "alarm"}} {
		s = stack(t, src, options...)
		lookup(s, "x")
		require.NotContains(t, s.Log(), "other lanes")
	}
}

func TestVM(t *testing.T) {
	dir := t.TempDir()
	r := &reloadable{t: t, dir: dir}
	r.write("common.py", "calls = 0\n")
	one := "import common\ntop = []\n" + class(`
    def lookup_fop(self, frame, this, loc, xdata):
        common.calls += 1
        top.append(self.name)
        if loc.name == "show":
            print(common.calls, sorted(set(top)), shared.counter("n").add(), this.name)
        self.wind_lookup(frame, loc, xdata)
`)
	two := strings.Replace(one, "top = []", "from one import top", 1)
	r.write("one.py", one)
	r.write("two.py", two)
	vol := func(a, b string) string {
		return "volume storage\n type test/storage\nend-volume\nvolume a\n type scripting/python\n option script one.py\n" + a + " subvolumes storage\nend-volume\n" +
			"volume b\n type scripting/python\n option script two.py\n" + b + " subvolumes a\nend-volume\nvolume c\n type scripting/python\n option script one.py\n" + a + " subvolumes b\nend-volume\n"
	}
	for _, tc := range []struct{ a, b, want string }{
		{" option vm x\n", " option vm x\n", "9 ['a', 'b', 'c'] 3 a"},
		{" option vm x\n", "", "6 ['a', 'c'] 2 a"},
		{"", "", "3 ['a'] 1 a"},
	} {
		r.vol = vol(tc.a, tc.b)
		r.Stack = xlatortest.Build(t, r.spec(), scripting.Type)
		for _, name := range []string{"x", "y", "show"} {
			require.Equal(t, syscall.ENOENT, lookup(r.Stack, name).OpErrno, r.Log())
		}
		require.Contains(t, r.Log(), tc.want)
		if tc.b != "" {
			// One has changed, and all three go on together.
			r.write("one.py", one+"\nx = 1\n")
			require.Equal(t, "script one.py loaded anew; script two.py loaded anew; script one.py loaded anew", r.notes())
			require.Equal(t, syscall.ENOENT, lookup(r.Stack, "show").OpErrno)
			require.Contains(t, r.Log(), "3 ['a', 'b', 'c'] 6 a", "one module for all of them, and what is shared stays")
			r.write("two.py", "boom\n")
			r.write("one.py", one+"\nx = 2\n")
			_, err := r.reload()
			require.ErrorContains(t, err, "two.py:1: NameError")
			require.Equal(t, syscall.ENOENT, lookup(r.Stack, "show").OpErrno)
			require.Contains(t, r.Log(), "6 ['a', 'b', 'c'] 9 a")
			r.write("one.py", one)
			r.write("two.py", two)
		}
		r.Close()
	}
	r.vol = vol(" option vm x\n", " option vm x\n option lanes 2\n")
	require.Contains(t, r.problems(), "g.vol:14:9: volume \"b\": option lanes differs from that of volume \"a\", which is in vm x too")
}

func TestFramesOfAnotherTranslatorOfTheVM(t *testing.T) {
	r := &reloadable{t: t, dir: t.TempDir()}
	r.write("one.py", "kept = []\n"+class(`
    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name == "hold" and self.name == "a":
            kept.append(frame)
            frame.hold()
            return
        if loc.name == "steal" and self.name == "b":
            self.unwind_lookup(kept[0], -1, EDOM)
        self.wind_lookup(frame, loc, xdata)
`))
	r.vol = "volume storage\n type test/storage\nend-volume\nvolume a\n type scripting/python\n option script one.py\n option vm v\n option hold-timeout 200ms\n subvolumes storage\nend-volume\n" +
		"volume b\n type scripting/python\n option script one.py\n option vm v\n subvolumes a\nend-volume\n"
	r.Stack = xlatortest.Build(t, r.spec(), scripting.Type)
	held := r.Go(fops.OpLookup, named(r.Stack, "hold"))
	require.Eventually(t, func() bool { return r.Dump("a")["held"] == int64(1) }, 10*time.Second, time.Millisecond)
	require.Equal(t, syscall.EIO, lookup(r.Stack, "steal").OpErrno)
	require.Contains(t, r.Log(), "unwind_lookup(): the frame is one of volume a, and this is volume b")
	require.Equal(t, syscall.ETIMEDOUT, held.Wait().OpErrno)
}

func TestServeAndNotify(t *testing.T) {
	s := newReloadable(t, class(`
    def notify(self, event, data):
        print("notify", event, data)
    def serve(self):
        print("serve starts", self.name, self.stop.is_set())
        shared.counter("runs").add()
        self.invalidate_inode(ROOT_GFID, -1)
        while not self.stop.wait(0.001):
            shared.counter("beats").add()
        print("serve ends", self.stop.is_set())
    def lookup_fop(self, frame, this, loc, xdata):
        frame.unwind(-1, EDOM if shared.counter("beats").value > 3 else EXDEV)
`), "")
	k := &kernel{}
	s.Graph.SetKernel(k)
	require.Eventually(t, func() bool { return lookup(s.Stack, "x").OpErrno == syscall.EDOM }, 10*time.Second, time.Millisecond)
	require.Equal(t, "running", s.Dump("python")["serve"])
	require.Contains(t, s.Log(), "notify up None")
	require.Contains(t, s.Log(), "serve starts python False")
	s.vol = volumes(" option log-level info\n")
	s.write("s.py", class("    def serve(self):\n        boom\n    def lookup_fop(self, frame, this, loc, xdata):\n        frame.unwind(-1, EDOM)\n"))
	s.notes()
	require.Contains(t, s.Log(), "serve ends True", "the old one was stopped")
	require.Eventually(t, func() bool { return s.Dump("python")["serve"] == "failed" }, 10*time.Second, time.Millisecond)
	require.Contains(t, s.Log(), "NameError: name 'boom' is not defined")
	s.write("s.py", class("    def serve(self):\n        while True:\n            pass\n"))
	s.vol = volumes(" option serve-timeout 20ms\n")
	s.notes()
	require.Eventually(t, func() bool { return s.Dump("python")["serve"] == "running" }, 10*time.Second, time.Millisecond)
	began := time.Now()
	s.Close()
	require.Less(t, time.Since(began), 5*time.Second)
	require.Contains(t, s.Log(), "serve() does not return after its stop event: it is interrupted")
	require.NotContains(t, s.Log(), "cannot be interrupted")
}

// TestNothingRunsOn counts goroutines after stacks with serve() and reloads.
func TestNothingRunsOn(t *testing.T) {
	before := runtime.NumGoroutine()
	for i := range 20 {
		s := newReloadable(t, class("    def serve(self):\n        self.stop.wait()\n    def lookup_fop(self, frame, this, loc, xdata):\n        frame.hold()\n"), " option hold-timeout 1ms\n option breaker-faults 1\n")
		lookup(s.Stack, "x")
		s.write("s.py", "# "+fmt.Sprint(i)+"\n"+class("    def serve(self):\n        self.stop.wait()\n"))
		s.notes()
		s.Close()
	}
	for end := time.Now().Add(10 * time.Second); runtime.NumGoroutine() > before; runtime.Gosched() {
		require.True(t, time.Now().Before(end), "%d goroutines more", runtime.NumGoroutine()-before)
	}
}
