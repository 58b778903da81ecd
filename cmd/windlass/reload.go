package main

import (
	"errors"
	"os"
	"strings"
	"time"

	"golang.org/x/sys/unix"

	"github.com/windlassfs/windlass/xlator"
)

// reload reads the volume file and the scripts again and changes the graph that
// serves to what they say. If anything is wrong it stays as it is, and the log
// says why.
func (s *session) reload() {
	s.reloading.Lock()
	defer s.reloading.Unlock()
	changed, err := s.readAnew()
	var ps xlator.Problems
	switch {
	case errors.As(err, &ps):
		for _, p := range ps {
			s.log.Error("reload: " + p.String())
		}
		s.log.Error("reload: nothing is changed", "problems", len(ps))
	case err != nil:
		s.log.Error("reload: nothing is changed", "error", err)
	case len(changed) == 0:
		s.log.Info("reload: there is nothing new")
	}
	for _, c := range changed {
		s.log.Info("reload: volume "+c.Volume+": "+strings.Join(c.Notes, "; "), "volume", c.Volume)
	}
	if err == nil {
		s.log.Info("reloaded", "volumes", len(changed))
	}
}

func (s *session) readAnew() ([]xlator.Changed, error) {
	spec, ps, err := s.w.spec(s.r.src)
	if err != nil {
		return nil, err
	}
	if len(ps) > 0 {
		return nil, ps.Unique().Err()
	}
	if s.r.src.StorageChecks {
		checkPermissions(spec)
	}
	return s.g.Reconfigure(spec)
}

// hangUpGrace is how long after a SIGHUP the terminal may take to go.
const hangUpGrace = time.Second

// hangUp does what SIGHUP asks for. It is sent by people who want a reload, and
// by the kernel when the terminal goes, which ends a mount that has no other
// place for its messages.
func (s *session) hangUp() {
	if s.file != nil {
		if err := s.file.reopen(); err != nil {
			s.log.Error("cannot open the log anew", "error", err)
		}
	}
	go s.reload()
	if s.file == nil && s.child == nil && s.terminal {
		// The signal may come a moment before the terminal is gone.
		time.AfterFunc(hangUpGrace, func() {
			if !s.w.Host.Terminal() {
				s.log.Info("the terminal is gone")
				s.signals <- unix.SIGTERM
			}
		})
	}
}

// hasTerminal reports whether this process has a controlling terminal.
func hasTerminal() bool {
	f, err := os.Open("/dev/tty")
	if err != nil {
		return false
	}
	f.Close()
	return true
}
