package main

import (
	"errors"
	"fmt"
	"log/slog"
	"os"
	"os/signal"
	"sync"

	"golang.org/x/sys/unix"

	"github.com/windlassfs/windlass/xlator"
)

// serve mounts a checked graph and returns when it is unmounted.
func (w *world) serve(g *xlator.Graph, r *mountRequest, log *slog.Logger, file *logFile, child *child) error {
	// A signal during the mount waits until there is something to unmount.
	signals := make(chan os.Signal, 8)
	signal.Notify(signals, unix.SIGINT, unix.SIGTERM, unix.SIGHUP, unix.SIGUSR1)
	defer signal.Stop(signals)
	// A mount does not end because nobody reads its messages any more.
	signal.Ignore(unix.SIGPIPE)

	if err := g.Init(); err != nil {
		return fail(exitGraph, "", "%v", err)
	}
	srv, err := w.Host.Mount(g, r.mountpoint, r.set.Options)
	if err != nil {
		g.Fini()
		return fail(exitRuntime, w.mountHint(r, err), "%v", err)
	}
	log.Info("mounted", "source", r.set.FsName, "mountpoint", r.mountpoint, "pid", os.Getpid())
	done := make(chan struct{})
	go func() {
		srv.Wait()
		close(done)
	}()
	if w.lost && !r.log.Quiet {
		fmt.Fprintln(w.Stderr, "windlass: messages will be lost: there is no system log, and no --log FILE was given")
	}
	if err := child.mounted(file); err != nil {
		err = errors.Join(err, srv.UnmountLazy())
		<-done
		g.Fini()
		return err
	}
	orphaned := child.orphaned()
	s := &session{w: w, g: g, r: r, log: log, file: file, child: child, srv: srv, signals: signals, terminal: w.Host.Terminal()}
	for {
		select {
		case <-done:
			g.Fini()
			log.Info("unmounted", "mountpoint", r.mountpoint)
			return nil
		case <-orphaned:
			orphaned = nil
			s.lazy("the process that asked for this mount is gone")
		case sig := <-signals:
			if s.handle(sig) {
				// Without Fini: it would wait for what could not be waited for.
				return fail(exitRuntime, "", "ended by a third signal while files were open")
			}
		}
	}
}

// A session is a mount that is being served.
type session struct {
	w     *world
	g     *xlator.Graph
	r     *mountRequest
	log   *slog.Logger
	file  *logFile
	child *child
	srv   server
	// signals is where signals come from, terminal whether there was one at first.
	signals   chan os.Signal
	terminal  bool
	reloading sync.Mutex
	// asked counts the signals that want an end.
	asked int
}

// handle does what a signal asks for. It reports whether to end now, whatever
// is open.
func (s *session) handle(sig os.Signal) (end bool) {
	switch sig {
	case unix.SIGUSR1:
		// In the background: translators may be slow to tell their state.
		go func() {
			path, err := s.w.writeDump(s.g, s.r.set.DumpDir)
			if err != nil {
				s.log.Error("statedump", "file", path, "error", err)
				return
			}
			s.log.Info("statedump written", "file", path)
		}()
		return false
	case unix.SIGHUP:
		s.hangUp()
		return false
	}
	s.asked++
	switch s.asked {
	case 1:
		// Not on this goroutine: unmounting waits for requests, and a second
		// signal must be heard meanwhile.
		go s.unmount()
	case 2:
		go s.lazy("second signal")
	default:
		return true
	}
	return false
}

func (s *session) unmount() {
	switch err := s.srv.Unmount(); {
	case err == nil:
	case errors.Is(err, unix.EBUSY):
		s.log.Warn("cannot unmount: files or directories are in use; a second signal detaches it", "mountpoint", s.r.mountpoint)
	default:
		s.log.Error("cannot unmount", "mountpoint", s.r.mountpoint, "error", err)
	}
}

func (s *session) lazy(why string) {
	if err := s.srv.UnmountLazy(); err != nil {
		s.log.Error("cannot detach", "mountpoint", s.r.mountpoint, "error", err)
		return
	}
	s.log.Info("detached; open files are served until they are closed", "mountpoint", s.r.mountpoint, "reason", why)
}

// mountHint guesses what to do about a mount that the system refused.
func (w *world) mountHint(r *mountRequest, err error) string {
	switch {
	case r.set.AllowOther && os.Geteuid() != 0:
		return "allow_other needs the line user_allow_other in /etc/fuse.conf"
	case !w.Host.MayMount(), errors.Is(err, unix.EPERM), errors.Is(err, unix.EACCES):
		return "run as root, or on a directory of your own with fusermount3"
	}
	return ""
}
