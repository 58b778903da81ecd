package main

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/moby/sys/mountinfo"
	"github.com/stretchr/testify/require"
	"golang.org/x/sys/unix"

	"github.com/windlassfs/windlass/cmd/windlass/internal/pass"
	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/xlator"
	"github.com/windlassfs/windlass/xlator/fuse"
)

// childOfTest makes the test binary run the command, in a fake world or in the
// real one, for tests of processes in the background.
const childOfTest = "WINDLASS_CHILD_OF_TEST"

func TestMain(m *testing.M) {
	switch os.Getenv(childOfTest) {
	case "real":
		os.Exit(run(realWorld()))
	case "fake":
		w := fakeWorld(os.Args...)
		w.Stdout, w.Stderr, w.Env = os.Stdout, os.Stderr, os.Getenv
		os.Exit(run(w.world))
	}
	os.Exit(m.Run())
}

// A testWorld is a world without a kernel: nothing is mounted and the table of
// mounts is a list.
type testWorld struct {
	*world
	out, err syncBuffer
	mu       sync.Mutex
	mounts   []*mountinfo.Info
	env      map[string]string
	server   *fakeServer
	options  fuse.Options
}

// syncBuffer can be read while a goroutine writes.
type syncBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (s *syncBuffer) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.Write(p)
}

func (s *syncBuffer) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.String()
}

// fakeServer is a mount that ends when it is asked to.
type fakeServer struct {
	busy bool
	done chan struct{}
	once sync.Once
}

func (s *fakeServer) Wait()              { <-s.done }
func (s *fakeServer) UnmountLazy() error { s.once.Do(func() { close(s.done) }); return nil }

func (s *fakeServer) Unmount() error {
	if s.busy {
		return unix.EBUSY
	}
	return s.UnmountLazy()
}

// fakeWorld makes a world for one command line, the program's name included.
func fakeWorld(args ...string) *testWorld {
	w := &testWorld{env: map[string]string{}, server: &fakeServer{done: make(chan struct{})}}
	w.world = &world{
		Args: args, Stdout: &w.out, Stderr: &w.err,
		Env:        func(k string) string { return w.env[k] },
		Executable: "/does/not/exist",
		Registry:   testRegistry(),
		Now:        func() time.Time { return time.Date(2025, 1, 2, 3, 4, 5, 0, time.UTC) },
		Host: host{
			Mounts: func() ([]*mountinfo.Info, error) {
				w.mu.Lock()
				defer w.mu.Unlock()
				return append([]*mountinfo.Info(nil), w.mounts...), nil
			},
			LookPath: func(string) (string, error) { return "", errors.New("not found") },
			MayMount: func() bool { return true },
			Terminal: func() bool { return false },
			DevFuse:  os.DevNull,
			Mount: func(_ *xlator.Graph, _ string, o fuse.Options) (server, error) {
				w.options = o
				return w.server, nil
			},
			Umount2: func(path string, _ int) error {
				w.mu.Lock()
				defer w.mu.Unlock()
				for i, m := range w.mounts {
					if m.Mountpoint == path {
						w.mounts = append(w.mounts[:i:i], w.mounts[i+1:]...)
						return nil
					}
				}
				return os.ErrInvalid
			},
			Run: func(string, ...string) ([]byte, error) { return nil, errors.New("must not be run") },
		},
	}
	return w
}

// testRegistry has types that look like the real ones, so that what the
// command prints does not change with them.
func testRegistry() *xlator.Registry {
	r := new(xlator.Registry)
	r.Register(
		&xlator.Type{
			Name: typePosix, Summary: "A directory.", MaxChildren: 0,
			Options: []xlator.Option{
				{Key: "directory", Type: xlator.Path, Required: true, Doc: "The directory that is served."},
				{Key: "umask", Type: xlator.Int, Default: "0", HasRange: true, Max: 511, Doc: "Bits that are taken off."},
			},
			New: func(*xlator.Node) (any, error) { return allFops{}, nil },
		},
		&xlator.Type{
			Name: "debug/trace", Aliases: []string{"debug/strace"}, Summary: "Log what passes.", MinChildren: 1, MaxChildren: 1,
			Options: []xlator.Option{
				{Key: "include-ops", Aliases: []string{"include"}, Type: xlator.Ops, Default: "all", Doc: "The fops that are logged."},
				{Key: "style", Type: xlator.Enum, Values: []string{"short", "long"}, Default: "short", Settable: true, Doc: "How they are written."},
			},
			New: func(n *xlator.Node) (any, error) { return someFops{n.Options.Ops("include-ops")}, nil },
		},
		&xlator.Type{
			Name: "features/replies", Summary: "Look at replies.", MinChildren: 1, MaxChildren: 2,
			New: func(*xlator.Node) (any, error) { return replies{}, nil },
		},
		&xlator.Type{
			Name: "features/broken", Summary: "Fail to start.", MinChildren: 1, MaxChildren: 1,
			New: func(*xlator.Node) (any, error) { return failsInit{}, nil },
		},
		&xlator.Type{
			Name: typeScript, Summary: "A script.", MinChildren: 0, MaxChildren: -1,
			Options: []xlator.Option{{Key: "script", Type: xlator.Path, Required: true, Doc: "The file."}},
			New: func(n *xlator.Node) (any, error) {
				var ps xlator.Problems
				file := n.Options.Text("script")
				b, err := os.ReadFile(file)
				if err != nil {
					ps.Add(xlator.Pos{File: file}, "", "there is no such file")
				} else if strings.Contains(string(b), "bad") {
					ps.Add(xlator.Pos{File: file, Line: 3, Column: 5}, "did you mean \"lookup_fop\"?", "there is no fop for lokup_fop")
				}
				for i := range ps {
					ps[i].Script = true
				}
				return replies{}, ps.Err()
			},
		},
		pass.Type,
	)
	return r
}

type (
	allFops   struct{}
	someFops  struct{ ops []fops.Op }
	replies   struct{}
	failsInit struct{}
)

func (allFops) Bind(b *xlator.Bindings) {
	for op := range b.Fop {
		if fops.Op(op) != fops.OpBmap {
			b.Fop[op] = func(f *xlator.Frame, _ *fops.Args) { f.Fail(5) }
		}
	}
}

func (t someFops) Bind(b *xlator.Bindings) {
	for _, op := range t.ops {
		b.Fop[op] = func(f *xlator.Frame, a *fops.Args) { f.Wind(0, a, nil) }
		b.Cbk[op] = func(f *xlator.Frame, _ any, r *fops.Reply) { f.Unwind(r) }
	}
}

// Stat is a fop without a callback.
func (replies) Stat(f *xlator.Frame, loc *fops.Loc, xdata *fops.Dict) { f.WindStat(0, loc, xdata) }

func (replies) Bind(b *xlator.Bindings) {
	b.Cbk[fops.OpLookup] = func(f *xlator.Frame, _ any, r *fops.Reply) { f.Unwind(r) }
}

func (failsInit) Init() error { return errors.New("cannot start") }

// runIn runs one command line, without the program's name.
func runIn(args ...string) (*testWorld, int) {
	w := fakeWorld(append([]string{"windlass"}, args...)...)
	return w, run(w.world)
}

// write makes files in a new directory, which it returns.
func write(t *testing.T, files map[string]string) string {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	require.NoError(t, err)
	for name, text := range files {
		path := filepath.Join(dir, name)
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
		require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
	}
	return dir
}
