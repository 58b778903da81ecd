package integration

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"golang.org/x/sys/unix"
)

// others make, read and remove files on a mount, until stop is called, and
// report what goes wrong.
type others struct {
	t     testing.TB
	mnt   string
	limit time.Duration
	quit  chan struct{}
	once  sync.Once
	wg    sync.WaitGroup
	done  atomic.Int64
	bad   atomic.Bool
}

func busy(t testing.TB, mnt string, n int, limit time.Duration) *others {
	o := &others{t: t, mnt: mnt, limit: limit, quit: make(chan struct{})}
	for g := range n {
		o.wg.Go(func() {
			for i := 0; ; i++ {
				select {
				case <-o.quit:
					return
				default:
				}
				began := time.Now()
				err := o.round(filepath.Join(mnt, fmt.Sprintf("file-%d-%d", g, i)), fmt.Appendf(nil, "text %d of %d\n", i, g))
				if d := time.Since(began); err == nil && d > limit {
					err = fmt.Errorf("it took %v", d)
				}
				if err != nil {
					o.bad.Store(true)
					t.Errorf("an operation of others: %v", err)
					return
				}
				o.done.Add(1)
			}
		})
	}
	return o
}

func (o *others) round(file string, text []byte) error {
	if err := os.WriteFile(file, text, 0o644); err != nil {
		return err
	}
	got, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	if !bytes.Equal(got, text) {
		return fmt.Errorf("%s: read %q instead of %q", file, got, text)
	}
	names, err := os.ReadDir(filepath.Dir(file))
	if err != nil {
		return err
	}
	found := false
	for _, n := range names {
		found = found || n.Name() == filepath.Base(file)
	}
	if !found {
		return fmt.Errorf("%s is not in its directory", file)
	}
	return os.Remove(file)
}

// await waits until everybody has gone on.
func (o *others) await() {
	n := o.done.Load()
	require.Eventually(o.t, func() bool { return o.bad.Load() || o.done.Load() >= n+2 }, 3*o.limit, time.Millisecond)
}

func (o *others) stop() {
	o.once.Do(func() { close(o.quit) })
	o.wg.Wait()
}

// hup sends SIGHUP and returns what the log says of the reload.
func (m *mounted) hup(t testing.TB) string {
	t.Helper()
	before := len(m.log.String())
	require.NoError(t, m.cmd.Process.Signal(syscall.SIGHUP))
	var said string
	require.Eventually(t, func() bool {
		said = m.log.String()[before:]
		return strings.Contains(said, "msg=reloaded") || strings.Contains(said, "reload: nothing is changed")
	}, 30*time.Second, time.Millisecond)
	return said
}

// volume writes a graph with one script over a directory.
func volume(t testing.TB, options ...string) (dir, src string) {
	t.Helper()
	dir = t.TempDir()
	src = filepath.Join(dir, "src")
	require.NoError(t, os.Mkdir(src, 0o755))
	text := "volume store\n type storage/posix\n option directory src\nend-volume\nvolume script\n type scripting/python\n option script script.py\n"
	for _, o := range options {
		text += " option " + o + "\n"
	}
	require.NoError(t, os.WriteFile(filepath.Join(dir, "graph.vol"), []byte(text+" subvolumes store\nend-volume\n"), 0o644))
	return dir, src
}

// TestHostileScriptsOnAMount loads each script of scripting/testdata/hostile in
// turn into one mount that others work on, and does what it waits for.
func TestHostileScriptsOnAMount(t *testing.T) {
	needMount(t)
	files, err := filepath.Glob("../scripting/testdata/hostile/*.py")
	require.NoError(t, err)
	require.GreaterOrEqual(t, len(files), 60)
	dir, src := volume(t, "step-limit 100000", "time-limit 500ms", "hold-timeout 200ms", "serve-timeout 100ms")
	script := filepath.Join(dir, "script.py")
	write := func(text string) { require.NoError(t, os.WriteFile(script, []byte(text), 0o644)) }
	write("from windlass import *\nclass xlator(Translator):\n    pass\n")
	require.NoError(t, os.WriteFile(filepath.Join(src, "badfile"), []byte("text"), 0o644))
	require.NoError(t, os.Mkdir(filepath.Join(src, "baddir"), 0o755))
	const limit = 20 * time.Second
	m := mount(t, src, "-o", strings.Join(noCache, ","), filepath.Join(dir, "graph.vol"))
	w := busy(t, m.mnt, 2, limit)
	defer w.stop()
	fds, mem := m.fds(t), rss(t, m.cmd.Process.Pid)
	for _, file := range files {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		says := make(map[string]string)
		for line := range strings.Lines(string(text)) {
			key, value, _ := strings.Cut(strings.TrimPrefix(strings.TrimSpace(line), "# "), ": ")
			if !strings.HasPrefix(line, "# ") {
				break
			}
			says[key] = value
		}
		if says["options"] != "" {
			continue // what cannot change on a mount
		}
		write(string(text))
		before := len(m.log.String())
		said := m.hup(t)
		require.Equal(t, says["costs"] == "refused", strings.Contains(said, "nothing is changed"), "%s\n%s", file, said)
		if says["costs"] != "refused" {
			for range 2 {
				began := time.Now()
				errno := pull(t, m, says["trigger"], func() {
					write(string(text) + fmt.Sprintf("\nx = %d\n", began.UnixNano()))
					require.Equal(t, says["reload"] == "refused", strings.Contains(m.hup(t), "nothing is changed"), file)
				})
				require.Less(t, time.Since(began), limit, file)
				if costs := says["costs"]; costs != "any" {
					require.Contains(t, strings.Split(costs, "|"), map[syscall.Errno]string{0: "ok", syscall.EIO: "EIO", syscall.ENOENT: "ENOENT", syscall.ETIMEDOUT: "ETIMEDOUT"}[errno], "%s: %v", file, errno)
				}
			}
		}
		w.await()
		require.False(t, t.Failed(), file)
		if want := says["log"]; want != "" && says["trigger"] != "none" {
			require.Eventually(t, func() bool { return strings.Contains(m.log.String()[before:], want) }, limit, time.Millisecond, "%s: %s", file, want)
		}
	}
	write("from windlass import *\nclass xlator(Translator):\n    pass\n")
	require.Contains(t, m.hup(t), "msg=reloaded")
	w.await()
	w.stop()
	m.forgetAll(t, fds+16)
	t.Logf("%d rounds of others, memory has grown from %d to %d MiB", w.done.Load(), mem>>20, rss(t, m.cmd.Process.Pid)>>20)
	m.stop(t)
	for _, bad := range []string{"bug in a translator", "panic:", "fatal error:", "cannot be interrupted", "DATA RACE"} {
		require.NotContains(t, m.log.String(), bad)
	}
}

// pull does what a script waits for.
func pull(t testing.TB, m *mounted, trigger string, reload func()) syscall.Errno {
	in := func(name string) string { return filepath.Join(m.mnt, name) }
	var err error
	switch trigger {
	case "":
		var st unix.Stat_t
		err = unix.Lstat(in("bad"), &st)
	case "none":
	case "forget":
		_, err = os.Stat(in("badfile"))
		require.NoError(t, os.WriteFile("/proc/sys/vm/drop_caches", []byte("2"), 0))
	case "open":
		_, err = os.ReadFile(in("badfile"))
	case "read":
		_, err = os.ReadFile(in("badfile"))
	case "list":
		_, err = os.ReadDir(in("baddir"))
	case "write":
		f, e := os.OpenFile(in("badfile"), os.O_WRONLY, 0)
		require.NoError(t, e)
		_, err = f.WriteString("text")
		_ = f.Close()
	case "reload":
		reload()
	default:
		t.Fatalf("nobody knows how to %s", trigger)
	}
	var errno syscall.Errno
	if err != nil && !errors.As(err, &errno) {
		t.Logf("%s: %v", trigger, err)
		return syscall.EINVAL
	}
	return errno
}

// TestReloadOnAMount changes the script of a mount again and again while others
// work on it: no operation fails, and the newest code is the one that answers.
func TestReloadOnAMount(t *testing.T) {
	needMount(t)
	dir, src := volume(t)
	script := filepath.Join(dir, "script.py")
	write := func(text string) { require.NoError(t, os.WriteFile(script, []byte(text), 0o644)) }
	code := func(n int) string {
		return fmt.Sprintf(`from windlass import *

API = 1

class xlator(Translator):
    def __init__(self, this):
        Translator.__init__(self, this)
        self.seen = 0
    def lookup_fop(self, frame, this, loc, xdata):
        self.seen += 1
        if loc.name == "which":
            raise OSError(%d)
        frame.local = %d
        self.wind_lookup(frame, loc, xdata)
    def lookup_cbk(self, frame, cookie, this, op_ret, op_errno, inode, buf, xdata, postparent):
        if frame.local != %d:
            raise ValueError("another's frame")
        self.unwind_lookup(frame, op_ret, op_errno, inode, buf, xdata, postparent)
    def export_state(self):
        return self.seen
    def upgrade(self, seen):
        self.seen = seen
    def fini(self):
        print("look-ups in all:", self.seen > 100)
`, n, n, n)
	}
	all := allFops()
	write(code(1))
	m := mount(t, src, "-o", strings.Join(noCache, ","), filepath.Join(dir, "graph.vol"))
	w := busy(t, m.mnt, 2, 30*time.Second)
	defer w.stop()
	which := func() error {
		var st unix.Stat_t
		return unix.Lstat(filepath.Join(m.mnt, "which"), &st)
	}
	const reloads = 60
	for i := 2; i < reloads+2; i++ {
		switch i % 10 {
		case 0:
			write("boom\n")
			require.Contains(t, m.hup(t), "NameError")
			require.Equal(t, syscall.Errno(i-1), which(), "the old code serves on")
		case 5:
			write(all)
			require.Contains(t, m.hup(t), "script.py loaded anew")
			require.Equal(t, syscall.ENOENT, which())
		default:
			write(code(i))
			require.Contains(t, m.hup(t), "script.py loaded anew")
			require.Equal(t, syscall.Errno(i), which())
		}
		w.await()
		require.False(t, t.Failed())
	}
	w.stop()
	require.Equal(t, 1, strings.Count(m.hup(t), "there is nothing new"))
	m.stop(t)
	require.Contains(t, m.log.String(), "look-ups in all: True")
	require.NotContains(t, m.log.String(), "Traceback")
	t.Logf("%d rounds of others in %d reloads", w.done.Load(), reloads)
}
