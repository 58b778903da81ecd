package main

import (
	"context"
	"io"
	"log/slog"
	"log/syslog"
	"os"
	"strings"
	"sync"

	"github.com/urfave/cli/v2"
	"golang.org/x/sys/unix"
)

// logSettings say where messages go. The zero value writes text to stderr.
type logSettings struct {
	File, Format   string
	Verbose, Quiet bool
	// Syslog sends messages to the system's log if there is no file: for a
	// process in the background, whose stderr nobody sees.
	Syslog bool
}

func logFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "log", Usage: "append messages to `FILE`; SIGHUP opens it anew"},
		&cli.StringFlag{Name: "log-format", Usage: "how they are written: `text|json`", Value: "text"},
		&cli.BoolFlag{Name: "verbose", Aliases: []string{"v"}, Usage: "more messages"},
		&cli.BoolFlag{Name: "quiet", Aliases: []string{"q"}, Usage: "errors only"},
	}
}

func (s logSettings) level() slog.Level {
	switch {
	case s.Quiet:
		return slog.LevelError
	case s.Verbose:
		return slog.LevelDebug
	}
	return slog.LevelInfo
}

// openLog makes the logger, and the file behind it if there is one.
func (w *world) openLog(s logSettings) (*slog.Logger, *logFile, error) {
	out, file := w.Stderr, (*logFile)(nil)
	if s.File != "" {
		f, err := newLogFile(s.File)
		if err != nil {
			return nil, nil, fail(exitRuntime, "", "log: %v", err)
		}
		file, out = f, f
	} else if s.Syslog {
		sys, err := syslog.New(syslog.LOG_DAEMON, "windlass")
		if err != nil {
			w.lost = true
			return slog.New(slog.DiscardHandler), nil, nil
		}
		return slog.New(newSyslogHandler(sys, s.level())), nil, nil
	}
	o := &slog.HandlerOptions{Level: s.level()}
	if s.Format == "json" {
		return slog.New(slog.NewJSONHandler(out, o)), file, nil
	}
	return slog.New(slog.NewTextHandler(out, o)), file, nil
}

// A logFile can be opened anew under its name, after logrotate(8) has moved it
// away.
type logFile struct {
	path string
	mu   sync.Mutex
	f    *os.File
	// stderr is set if standard error goes to the file too.
	stderr bool
}

func newLogFile(path string) (*logFile, error) {
	l := &logFile{path: path}
	return l, l.reopen()
}

func (l *logFile) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.f.Write(p)
}

// reopen keeps the old file if the new one cannot be had.
func (l *logFile) reopen() error {
	f, err := os.OpenFile(l.path, os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o640)
	if err != nil {
		return err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.f != nil {
		l.f.Close()
	}
	l.f = f
	if l.stderr {
		return unix.Dup3(int(f.Fd()), 2, 0)
	}
	return nil
}

// takeStderr sends standard error to the file, where what Go says about a
// crash is found later. A nil logFile does nothing.
func (l *logFile) takeStderr() error {
	if l == nil {
		return nil
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.stderr = true
	return unix.Dup3(int(l.f.Fd()), 2, 0)
}

// syslogHandler sends each message to the system's log with the severity of
// its level. The log has the time and the program's name already.
type syslogHandler struct {
	slog.Handler
	out *syslog.Writer
	buf *lineBuffer
}

// lineBuffer holds the line that the handler in front of it has just made.
type lineBuffer struct {
	mu sync.Mutex
	strings.Builder
}

func newSyslogHandler(out *syslog.Writer, level slog.Level) slog.Handler {
	buf := new(lineBuffer)
	drop := func(groups []string, a slog.Attr) slog.Attr {
		if len(groups) == 0 && (a.Key == slog.TimeKey || a.Key == slog.LevelKey) {
			return slog.Attr{}
		}
		return a
	}
	return syslogHandler{slog.NewTextHandler(io.Writer(&buf.Builder), &slog.HandlerOptions{Level: level, ReplaceAttr: drop}), out, buf}
}

// Handle renders the message and sends it.
func (h syslogHandler) Handle(ctx context.Context, r slog.Record) error {
	h.buf.mu.Lock()
	defer h.buf.mu.Unlock()
	h.buf.Reset()
	if err := h.Handler.Handle(ctx, r); err != nil {
		return err
	}
	line := strings.TrimSpace(h.buf.String())
	switch {
	case r.Level >= slog.LevelError:
		return h.out.Err(line)
	case r.Level >= slog.LevelWarn:
		return h.out.Warning(line)
	case r.Level >= slog.LevelInfo:
		return h.out.Info(line)
	}
	return h.out.Debug(line)
}

// WithAttrs returns a handler that adds attributes.
func (h syslogHandler) WithAttrs(as []slog.Attr) slog.Handler {
	h.Handler = h.Handler.WithAttrs(as)
	return h
}

// WithGroup returns a handler that puts attributes into a group.
func (h syslogHandler) WithGroup(name string) slog.Handler {
	h.Handler = h.Handler.WithGroup(name)
	return h
}
