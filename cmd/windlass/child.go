package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"math"
	"os"
	"os/exec"
	"time"

	"golang.org/x/sys/unix"
)

// A child process serves a mount for a parent: for "mount -d", which leaves
// when the child is ready, or for bench, which ends it. It is this program
// started again with the same words and, in the environment, childEnv.
//
// The child says over the pipe on descriptor readyFD, in one line of JSON,
// that it is ready or what went wrong. Bench holds a second pipe, whose end
// tells the child that its parent is gone.
const (
	childEnv    = "WINDLASS_CHILD"
	childDaemon = "daemon"
	childBench  = "bench"

	readyFD    = 3
	lifelineFD = 4

	// readyTimeout is how long a child may take to mount: its translators may
	// have much to read.
	readyTimeout = 2 * time.Minute
	// answerTimeout is how long a new mount may take for its first answer.
	answerTimeout = 30 * time.Second
)

// childReport is what a child says.
type childReport struct {
	Ready bool   `json:"ready,omitempty"`
	Code  int    `json:"code,omitempty"`
	Text  string `json:"text,omitempty"`
}

// A child is the side of the child process. The nil child is a process that
// nobody started like that; all methods do nothing then.
type child struct {
	daemon bool
	pipe   *os.File
	gone   chan struct{}
}

// childMode returns the child that this process is, or nil.
func (w *world) childMode() (*child, error) {
	mode := w.Env(childEnv)
	if mode == "" {
		return nil, nil
	}
	if mode != childDaemon && mode != childBench {
		return nil, usage("unset it: windlass sets it for itself", "%s=%s has no meaning", childEnv, mode)
	}
	// Neither the variable nor the pipe is for programs that this one starts.
	os.Unsetenv(childEnv)
	unix.CloseOnExec(readyFD)
	c := &child{daemon: mode == childDaemon, pipe: os.NewFile(readyFD, "ready")}
	if !c.daemon {
		unix.CloseOnExec(lifelineFD)
		c.gone = make(chan struct{})
		go func() {
			_, _ = io.Copy(io.Discard, os.NewFile(lifelineFD, "lifeline"))
			close(c.gone)
		}()
	}
	return c, nil
}

// mounted tells the parent, after letting go of all that belongs to it. What
// still goes to standard error then, a crash for example, goes to the log file.
func (c *child) mounted(log *logFile) error {
	if c == nil {
		return nil
	}
	if c.daemon {
		if err := os.Chdir("/"); err != nil {
			return err
		}
		target, err := os.OpenFile(os.DevNull, os.O_RDWR, 0)
		if err != nil {
			return err
		}
		if err := unix.Dup3(int(target.Fd()), 2, 0); err != nil {
			return err
		}
		target.Close()
		if err := log.takeStderr(); err != nil {
			return err
		}
	}
	return c.send(childReport{Ready: true})
}

// failed tells the parent of an error, if it was not ready yet. Without a
// parent the error is returned.
func (c *child) failed(err error) error {
	if c == nil || err == nil || c.pipe == nil {
		return err
	}
	var text bytes.Buffer
	code := report(&text, err)
	if c.send(childReport{Code: code, Text: text.String()}) != nil {
		return err
	}
	return exitStatus(code)
}

func (c *child) send(r childReport) error {
	err := json.NewEncoder(c.pipe).Encode(r)
	c.pipe.Close()
	c.pipe = nil
	return err
}

// orphaned is closed when the parent is gone that this process works for.
func (c *child) orphaned() <-chan struct{} {
	if c == nil {
		return nil
	}
	return c.gone
}

// A childProcess is the parent's side.
type childProcess struct {
	cmd      *exec.Cmd
	pipe     *os.File
	lifeline *os.File
	exited   chan struct{}
	err      error
}

// startChild starts this program again with args.
func (w *world) startChild(args []string, mode string) (*childProcess, error) {
	r, ready, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	defer ready.Close()
	cmd := exec.Command(w.Executable, args...)
	cmd.Args[0] = "windlass" // also where the program is a copy called mount.windlass
	cmd.Env = append(os.Environ(), childEnv+"="+mode)
	cmd.ExtraFiles = []*os.File{ready}
	// Standard input and output are closed: a shell that waits for the end of
	// $(windlass mount -d …) must not wait for the daemon. Standard error is
	// kept until the child is ready, for what Go says if it crashes.
	cmd.Stderr = w.Stderr
	cmd.SysProcAttr = &unix.SysProcAttr{Setsid: true}
	c := &childProcess{cmd: cmd, pipe: r, exited: make(chan struct{})}
	if mode == childBench {
		held, life, err := os.Pipe()
		if err != nil {
			r.Close()
			return nil, err
		}
		defer held.Close()
		cmd.ExtraFiles = append(cmd.ExtraFiles, held)
		c.lifeline = life
	}
	// What this process was given by mistake is not for the child to keep open.
	// Go's own descriptors and ExtraFiles are not concerned.
	_ = unix.CloseRange(3, math.MaxUint32, unix.CLOSE_RANGE_CLOEXEC)
	if err := cmd.Start(); err != nil {
		c.forget()
		return nil, fail(exitRuntime, "", "cannot start the background process: %v", err)
	}
	go func() {
		c.err = cmd.Wait()
		close(c.exited)
	}()
	return c, nil
}

// ready waits until the child says that it serves, or returns what it says
// went wrong. If ctx ends, or it takes too long, the child is ended.
func (c *childProcess) ready(ctx context.Context) error {
	defer context.AfterFunc(ctx, func() { _ = c.pipe.SetReadDeadline(time.Now()) })()
	if err := c.pipe.SetReadDeadline(time.Now().Add(readyTimeout)); err != nil {
		return err
	}
	var r childReport
	err := json.NewDecoder(c.pipe).Decode(&r)
	switch {
	case ctx.Err() != nil:
		c.stop()
		return fail(exitInterrupted, "", "interrupted")
	case errors.Is(err, os.ErrDeadlineExceeded):
		c.stop()
		return fail(exitRuntime, "try it in the foreground", "the background process did not mount within %v", readyTimeout)
	case err != nil:
		<-c.exited
		return fail(exitRuntime, "try it in the foreground", "the background process ended before it was ready: %v", c.err)
	case !r.Ready:
		return &relayed{code: r.Code, text: r.Text}
	}
	return nil
}

func (c *childProcess) pid() int { return c.cmd.Process.Pid }

// forget gives up the parent's ends of the pipes.
func (c *childProcess) forget() {
	c.pipe.Close()
	if c.lifeline != nil {
		c.lifeline.Close()
	}
}

// stop asks the child to unmount, more firmly as time passes, and returns when
// it is gone.
func (c *childProcess) stop() {
	for _, sig := range []os.Signal{unix.SIGTERM, unix.SIGTERM, os.Kill} {
		_ = c.cmd.Process.Signal(sig)
		select {
		case <-c.exited:
			return
		case <-time.After(3 * time.Second):
		}
	}
	<-c.exited
}

// answers reports whether a mount gives any answer within the time; an error is
// one too, except for the one that a dead server gives.
func answers(path string, within time.Duration) bool {
	_, err := statSoon(path, within)
	return !errors.Is(err, errNoAnswer) && !errors.Is(err, unix.ENOTCONN)
}

var errNoAnswer = errors.New("no answer")

// statSoon is os.Stat for a path whose server may be dead or hang: the error is
// then ENOTCONN or, after the time, errNoAnswer. It asks with statfs(2) first,
// since the kernel answers stat(2) from its cache for a while after a server's
// death. The goroutine that waits for a server that hangs is lost.
func statSoon(path string, within time.Duration) (os.FileInfo, error) {
	type result struct {
		st  os.FileInfo
		err error
	}
	ch := make(chan result, 1)
	go func() {
		var usage unix.Statfs_t
		if err := unix.Statfs(path, &usage); errors.Is(err, unix.ENOTCONN) {
			ch <- result{nil, err}
			return
		}
		st, err := os.Stat(path)
		ch <- result{st, err}
	}()
	select {
	case r := <-ch:
		return r.st, r.err
	case <-time.After(within):
		return nil, errNoAnswer
	}
}
