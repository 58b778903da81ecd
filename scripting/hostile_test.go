package scripting_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/scripting"
	"github.com/windlassfs/windlass/xlator"
	"github.com/windlassfs/windlass/xlator/xlatortest"
)

// An offence is a script in testdata/hostile, and what its first lines say of it:
//
//	# trigger: what does it (lookup; forget, open, list, read, write, reload, none)
//	# costs: what that operation is answered (EIO, EIO|ok, any), or refused: it does not start
//	# log: what the log says then
//	# end: what it says when the graph has ended
//	# reload: refused, if it cannot be loaded in place of itself
//	# options: KEY=VALUE of the volume
type offence struct {
	name, file                         string
	trigger, costs, log, end, reloaded string
	options                            map[string]string
}

func offences(t testing.TB) []offence {
	files, err := filepath.Glob("testdata/hostile/*.py")
	require.NoError(t, err)
	require.GreaterOrEqual(t, len(files), 60)
	var out []offence
	for _, file := range files {
		src, err := os.ReadFile(file)
		require.NoError(t, err)
		o := offence{name: strings.TrimSuffix(filepath.Base(file), ".py"), trigger: "lookup", options: make(map[string]string)}
		o.file, err = filepath.Abs(file)
		require.NoError(t, err)
		for line := range strings.Lines(string(src)) {
			key, value, ok := strings.Cut(strings.TrimPrefix(strings.TrimSpace(line), "# "), ": ")
			if !strings.HasPrefix(line, "# ") || !ok {
				break
			}
			switch key {
			case "trigger":
				o.trigger = value
			case "costs":
				o.costs = value
			case "log":
				o.log = value
			case "end":
				o.end = value
			case "reload":
				o.reloaded = value
			case "options":
				for _, kv := range strings.Fields(value) {
					k, v, _ := strings.Cut(kv, "=")
					o.options[k] = v
				}
			default:
				t.Fatalf("%s: %s means nothing", file, key)
			}
		}
		require.NotEmpty(t, o.costs, file)
		out = append(out, o)
	}
	return out
}

// The budgets of the suite, and what an operation may take at most: its own
// budget and that of one that came first, on a machine that does other things.
const (
	hostileSteps = "100000"
	hostileTime  = "400ms"
	hostileLimit = 5 * time.Second
)

// TestHostileScripts runs every script of the suite under operations of others:
// each failure costs its own operation and leaves one clear message, everybody
// else is answered in time, and nothing is left behind.
func TestHostileScripts(t *testing.T) {
	for _, o := range offences(t) {
		goroutines, memory := runtime.NumGoroutine(), heap()
		if t.Run(o.name, o.run) {
			settle(t, o.name, goroutines, memory)
		}
	}
}

func heap() int64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

// settle waits for what a script had to be given back.
func settle(t *testing.T, name string, goroutines int, memory int64) {
	end := time.Now().Add(10 * time.Second)
	for {
		g, m := runtime.NumGoroutine()-goroutines, heap()-memory
		if g <= 0 && m < 8<<20 {
			return
		}
		if time.Now().After(end) {
			buf := make([]byte, 1<<20)
			t.Fatalf("%s: %d goroutines and %d KiB are left\n%s", name, g, m>>10, buf[:runtime.Stack(buf, true)])
		}
		runtime.Gosched()
	}
}

func (o *offence) run(t *testing.T) {
	options := xlatortest.Options{"script": o.file, "step-limit": hostileSteps, "time-limit": hostileTime, "hold-timeout": "100ms", "serve-timeout": "100ms"}
	for k, v := range o.options {
		options[k] = v
	}
	layer := xlatortest.Layer{Type: scripting.Type, Options: options}
	if o.costs == "refused" {
		began := time.Now()
		said := startProblems(t, layer)
		require.Contains(t, said, o.log)
		require.Less(t, time.Since(began), hostileLimit)
		return
	}
	s := xlatortest.New(t, layer)
	s.Storage.Record(false)
	w := &workload{t: t, s: s, stop: make(chan struct{})}
	w.prepare()
	var wg sync.WaitGroup
	for g := range 2 {
		wg.Go(func() { w.work(g) })
	}
	end := sync.OnceFunc(func() { close(w.stop); wg.Wait() })
	defer end()
	tries := 3
	if xlatortest.Race {
		tries = 2
	}
	for range tries {
		began := time.Now()
		errno := o.pull(t, s, w)
		if o.costs != "any" {
			require.Contains(t, strings.Split(o.costs, "|"), name(errno), s.Log())
		}
		require.Less(t, time.Since(began), hostileLimit)
		// The mount answers, right after it and in the same fop.
		require.Equal(t, syscall.ENOENT, lookup(s, "absent").OpErrno, s.Log())
		w.await()
	}
	end()
	log := s.Log()
	require.Contains(t, log, o.log)
	if o.costs == "EIO" {
		require.True(t, strings.Contains(log, "traceback=") || strings.Contains(log, "neither winds"), log)
		require.Equal(t, int64(tries), s.Dump("python")["errors"], "each fault is one")
		require.Equal(t, tries, strings.Count(log, `level=ERROR msg="script: `), "and said once\n%s", log)
	} else if o.costs == "ENOENT" && o.log == "" {
		require.NotContains(t, log, "level=ERROR")
	}
	require.Less(t, len(log), 4<<20)
	s.Close()
	require.Contains(t, s.Log(), o.end)
	require.NotContains(t, s.Log(), "bug in a translator")
	require.NotContains(t, s.Log(), "cannot be interrupted")
}

// startProblems returns why a graph with the layer does not start.
func startProblems(t *testing.T, l xlatortest.Layer) string {
	t.Helper()
	if said := xlatortest.Problems(t, l); said != "" {
		return said
	}
	var reg xlator.Registry
	reg.Register(l.Type)
	v := xlator.VolumeSpec{Name: "layer", Type: l.Type.Name}
	for k, val := range l.Options {
		v.Options = append(v.Options, xlator.OptionSpec{Key: k, Value: val})
	}
	g, err := xlator.Build(&reg, &xlator.Spec{Volumes: []xlator.VolumeSpec{v}}, xlator.BuildOptions{})
	require.NoError(t, err)
	err = g.Init()
	require.Error(t, err)
	return err.Error()
}

func name(errno syscall.Errno) string {
	for n, e := range map[string]syscall.Errno{"ok": 0, "EIO": syscall.EIO, "ENOENT": syscall.ENOENT, "ETIMEDOUT": syscall.ETIMEDOUT} {
		if e == errno {
			return n
		}
	}
	return errno.Error()
}

// pull does what the script waits for.
func (o *offence) pull(t *testing.T, s *xlatortest.Stack, w *workload) syscall.Errno {
	switch o.trigger {
	case "lookup":
		return lookup(s, "bad").OpErrno
	case "none":
		return 0
	case "forget":
		in := lookup(s, "badfile").Inode
		require.NotNil(t, in)
		s.Forget(in)
		return 0
	case "open":
		fd := w.open(fops.OpOpen, "badfile")
		s.Release(fd)
		return 0
	case "list":
		fd := w.open(fops.OpOpendir, "baddir")
		defer s.Release(fd)
		return s.Do(fops.OpReaddirp, func(a *fops.Args) { a.Fd, a.Size = fd, 4096 }).OpErrno
	case "read":
		fd := w.open(fops.OpOpen, "badfile")
		defer s.Release(fd)
		return s.Do(fops.OpReadv, func(a *fops.Args) { a.Fd, a.Size = fd, 4096 }).OpErrno
	case "write":
		fd := w.open(fops.OpOpen, "badfile")
		defer s.Release(fd)
		return s.Do(fops.OpWritev, func(a *fops.Args) { a.Fd, a.Vector, a.Size = fd, []byte("text"), 4 }).OpErrno
	case "reload":
		n := s.Node("python")
		spec := &xlator.Spec{Volumes: []xlator.VolumeSpec{*s.Node("storage").Spec, *n.Spec}}
		spec.Volumes[1].Options = append([]xlator.OptionSpec{{Key: "path", Value: fmt.Sprint("/", time.Now().UnixNano())}}, n.Spec.Options...)
		src, err := os.ReadFile(o.file)
		require.NoError(t, err)
		file := filepath.Join(t.TempDir(), "again.py")
		require.NoError(t, os.WriteFile(file, append(src, "\nx = 1\n"...), 0o644))
		for i := range spec.Volumes[1].Options {
			if spec.Volumes[1].Options[i].Key == "script" {
				spec.Volumes[1].Options[i].Value = file
			}
		}
		_, err = s.Graph.Reconfigure(spec)
		require.Equal(t, o.reloaded == "refused", err != nil, "%v", err)
		return 0
	}
	t.Fatalf("nobody knows how to %s", o.trigger)
	return 0
}

// A workload makes, writes, reads, lists and removes files beside a hostile
// script, and compares what it gets.
type workload struct {
	t    *testing.T
	s    *xlatortest.Stack
	stop chan struct{}
	done atomic.Int64
	quit atomic.Bool
}

func (w *workload) prepare() {
	s := w.s
	for _, name := range []string{"badfile", "baddir"} {
		op, mode := fops.OpMknod, uint32(syscall.S_IFREG|0o644)
		if name == "baddir" {
			op, mode = fops.OpMkdir, 0o755
		}
		r := s.Do(op, func(a *fops.Args) { a.Loc, a.Mode = fops.Loc{Parent: s.Root(), Name: name}, mode })
		require.Zero(w.t, r.OpErrno, s.Log())
		s.Forget(r.Inode)
	}
}

// open opens a file of prepare.
func (w *workload) open(op fops.Op, name string) *fops.Fd {
	in := lookup(w.s, name).Inode
	require.NotNil(w.t, in, w.s.Log())
	r := w.s.Do(op, func(a *fops.Args) { a.Loc.Inode, a.Flags = in, syscall.O_RDWR })
	require.Zero(w.t, r.OpErrno, w.s.Log())
	return r.Fd
}

// await waits until the others have gone round.
func (w *workload) await() {
	n := w.done.Load()
	for end := time.Now().Add(3 * hostileLimit); w.done.Load() < n+2; runtime.Gosched() {
		if w.quit.Load() || time.Now().After(end) {
			w.t.Fatalf("the others do not go on\n%s", w.s.Log())
		}
	}
}

func (w *workload) work(g int) {
	defer w.quit.Store(true)
	for i := 0; ; i++ {
		select {
		case <-w.stop:
			return
		default:
		}
		if err := w.round(fmt.Sprintf("file-%d-%d", g, i), fmt.Appendf(nil, "text %d of %d", i, g)); err != nil {
			w.t.Errorf("an operation of others: %v", err)
			return
		}
		w.done.Add(1)
	}
}

func (w *workload) round(name string, text []byte) error {
	s := w.s
	do := func(op fops.Op, fill func(*fops.Args)) (*fops.Reply, error) {
		began := time.Now()
		r := s.Do(op, fill)
		if d := time.Since(began); d > hostileLimit {
			return r, fmt.Errorf("%s took %v", op, d)
		}
		if r.Failed() {
			return r, fmt.Errorf("%s: %v", op, r.OpErrno)
		}
		return r, nil
	}
	at := fops.Loc{Parent: s.Root(), Name: name}
	r, err := do(fops.OpCreate, func(a *fops.Args) { a.Loc, a.Mode, a.Flags = at, 0o644, syscall.O_RDWR })
	if err != nil {
		return err
	}
	fd, in := r.Fd, r.Inode
	defer s.Forget(in)
	defer s.Release(fd)
	if _, err = do(fops.OpWritev, func(a *fops.Args) { a.Fd, a.Vector, a.Size = fd, text, uint64(len(text)) }); err != nil {
		return err
	}
	if r, err = do(fops.OpReadv, func(a *fops.Args) { a.Fd, a.Size = fd, 4096 }); err != nil {
		return err
	}
	if !bytes.Equal(r.Vector, text) {
		return fmt.Errorf("read %q instead of %q", r.Vector, text)
	}
	if r, err = do(fops.OpLookup, func(a *fops.Args) { a.Loc = at }); err != nil {
		return err
	}
	if r.Buf.Size != uint64(len(text)) || r.Inode != in {
		return fmt.Errorf("looked up size %d, inode %v", r.Buf.Size, r.Inode)
	}
	_, err = do(fops.OpUnlink, func(a *fops.Args) { a.Loc = at; a.Loc.Inode = in })
	return err
}
