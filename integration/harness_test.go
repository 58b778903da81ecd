package integration

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"golang.org/x/sys/unix"
)

// bin is the built program, with the race detector if the tests have it;
// plainBin is without, for workloads that take long.
var bin, plainBin string

// repo is the root of the source tree.
var repo string

func TestMain(m *testing.M) {
	os.Exit(func() int {
		dir, err := os.MkdirTemp("", "windlass-bin-")
		if err != nil {
			panic(err)
		}
		defer os.RemoveAll(dir)
		wd, err := os.Getwd()
		if err != nil {
			panic(err)
		}
		repo = filepath.Dir(wd)
		bin, plainBin = filepath.Join(dir, "windlass"), filepath.Join(dir, "windlass-plain")
		for _, b := range [][]string{{"-o", plainBin}, {"-race", "-o", bin}} {
			if b[0] == "-race" && !raceEnabled {
				bin = plainBin
				break
			}
			cmd := exec.Command("go", append(append([]string{"build"}, b...), "../cmd/windlass")...)
			if out, err := cmd.CombinedOutput(); err != nil {
				fmt.Fprintf(os.Stderr, "building windlass: %v\n%s", err, out)
				return 1
			}
		}
		unix.Umask(0o022)
		return m.Run()
	}())
}

// run runs the program and returns what it prints to its standard output.
func run(t testing.TB, args ...string) string {
	t.Helper()
	cmd := exec.Command(bin, args...)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	require.NoError(t, err, "windlass %s\n%s", strings.Join(args, " "), stderr.String())
	return string(out)
}

// needMount skips a test where nothing can be mounted.
func needMount(t testing.TB) {
	t.Helper()
	if _, err := os.Stat("/dev/fuse"); err != nil || os.Geteuid() != 0 {
		t.Skip("mounting needs /dev/fuse and root")
	}
}

// A mounted graph, served by a process of its own.
type mounted struct {
	// src is the backing directory, mnt the mountpoint.
	src, mnt string
	cmd      *exec.Cmd
	log      *syncBuffer
	exited   chan struct{}
	exitErr  error
}

// syncBuffer collects a process's output while tests read it.
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

// mountedLine is how the program says that a mount answers.
const mountedLine = "mounted"

// mount serves what args name on a fresh mountpoint; it is unmounted and its
// process waited for when the test ends. args are those of "windlass mount"
// without the mountpoint.
func mount(t testing.TB, src string, args ...string) *mounted {
	t.Helper()
	return mountWith(t, bin, src, args...)
}

func mountWith(t testing.TB, program, src string, args ...string) *mounted {
	t.Helper()
	needMount(t)
	m := &mounted{src: src, mnt: t.TempDir(), log: &syncBuffer{}, exited: make(chan struct{})}
	m.cmd = exec.Command(program, append(append([]string{"mount"}, args...), m.mnt)...)
	m.cmd.Env = append(os.Environ(), "GORACE=halt_on_error=1 exitcode=66")
	m.cmd.SysProcAttr = &unix.SysProcAttr{Pdeathsig: unix.SIGKILL}
	pipe, err := m.cmd.StderrPipe()
	require.NoError(t, err)
	m.cmd.Stdout = m.log
	// The death signal comes when the thread ends that has started the process,
	// not when the program does. Tests throw threads away (see as), so that
	// one is kept for it.
	started := make(chan error)
	go func() {
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		err := m.cmd.Start()
		started <- err
		if err == nil {
			<-m.exited
		}
	}()
	require.NoError(t, <-started)
	ready := make(chan struct{})
	go func() {
		s := bufio.NewScanner(pipe)
		s.Buffer(nil, 1<<20)
		for once := false; s.Scan(); {
			fmt.Fprintln(m.log, s.Text())
			if !once && strings.Contains(s.Text(), mountedLine) {
				once = true
				close(ready)
			}
		}
		m.exitErr = m.cmd.Wait()
		close(m.exited)
	}()
	select {
	case <-ready:
	case <-m.exited:
		t.Fatalf("windlass mount ended: %v\n%s", m.exitErr, m.log)
	case <-time.After(time.Minute):
		m.cmd.Process.Kill()
		t.Fatalf("windlass mount does not answer\n%s", m.log)
	}
	t.Cleanup(func() {
		m.stop(t)
		if t.Failed() {
			t.Logf("log of the mount:\n%s", tail(m.log.String(), 60))
		}
	})
	return m
}

// stop unmounts and waits for the process.
func (m *mounted) stop(t testing.TB) {
	t.Helper()
	select {
	case <-m.exited:
	default:
		// A process that another test has just forked may for a moment hold
		// descriptors of this mount.
		err := unix.Unmount(m.mnt, 0)
		for try := 0; err == unix.EBUSY && try < 100; try++ {
			time.Sleep(20 * time.Millisecond)
			err = unix.Unmount(m.mnt, 0)
		}
		if err != nil && err != unix.EINVAL {
			t.Errorf("unmount %s: %v", m.mnt, err)
			_ = unix.Unmount(m.mnt, unix.MNT_DETACH)
		}
	}
	select {
	case <-m.exited:
		if m.exitErr != nil {
			t.Errorf("windlass mount ended with %v\n%s", m.exitErr, tail(m.log.String(), 60))
		}
	case <-time.After(time.Minute):
		m.cmd.Process.Kill()
		<-m.exited
		t.Errorf("windlass mount did not end after the unmount\n%s", tail(m.log.String(), 60))
	}
}

// fds returns the number of descriptors that the serving process has open.
func (m *mounted) fds(t testing.TB) int {
	t.Helper()
	list, err := os.ReadDir(fmt.Sprintf("/proc/%d/fd", m.cmd.Process.Pid))
	require.NoError(t, err)
	return len(list)
}

func tail(s string, lines int) string {
	all := strings.Split(strings.TrimRight(s, "\n"), "\n")
	return strings.Join(all[max(0, len(all)-lines):], "\n")
}

// A stack is a graph that the suites run on.
type stack struct {
	name string
	// layers are the -x arguments, from the top.
	layers []string
}

// stacks are the graphs of the conformance suites: storage alone, Go layers
// that pass everything on, and a script that intercepts every fop.
func stacks(t testing.TB) []stack {
	t.Helper()
	script := filepath.Join(t.TempDir(), "all_fops.py")
	require.NoError(t, os.WriteFile(script, []byte(allFops()), 0o644))
	ten := make([]string, 10)
	for i := range ten {
		ten[i] = passThrough
	}
	return []stack{
		{"storage", nil},
		{"1-layer", []string{passThrough}},
		{"10-layers", ten},
		{"python", []string{script}},
	}
}

// mountStack mounts a stack over src with the kernel's caches on or off.
func mountStack(t testing.TB, s stack, src string, opts ...string) *mounted {
	t.Helper()
	return mount(t, src, s.args(src, opts)...)
}

// args are the arguments of "windlass mount" for the stack.
func (s stack) args(src string, opts []string) []string {
	var args []string
	for _, l := range s.layers {
		args = append(args, "-x", l)
	}
	if len(opts) > 0 {
		args = append(args, "-o", strings.Join(opts, ","))
	}
	return append(args, src)
}

// noCache are the mount options that have the kernel ask for everything.
var noCache = []string{"allow_other", "entry_timeout=0", "attr_timeout=0"}
