package scripting

import (
	"errors"
	"fmt"
	"sync"
	"syscall"
	"time"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/scripting/engine"
)

// raisedErrno returns the errno that a script has meant as an answer, by
// raising OSError; 0 for any other exception. That a budget has run out is an
// error of the script, though the exception may be an OSError.
func raisedErrno(err error) syscall.Errno {
	var e *engine.Error
	if !errors.As(err, &e) || e.Kind != engine.KindException {
		return 0
	}
	n, ok := engine.Errno(err)
	if !ok || n <= 0 || n > maxErrno {
		return 0
	}
	return syscall.Errno(n)
}

// maxErrno is the largest number that the kernel takes for an error.
const maxErrno = 511

// report logs what a handler did wrong, and counts it unless it was an answer.
func (o *outcome) report() {
	h, method := o.l.host, methodName(o.op, o.inCbk)
	if !o.fault {
		h.log.Debug("a handler raised OSError", "method", method, "error", o.err.Error())
		return
	}
	err, kind, args := o.err, "", []any{"method", method, "fop", o.op.String(), "answer", o.answer.String()}
	var e *engine.Error
	switch {
	case o.idle:
		at := o.l.place(method)
		err, kind = fmt.Errorf("%s: %s neither winds, unwinds nor holds its frame", at, method), at
		hint := fmt.Sprintf("call self.wind_%s(…), self.unwind_%s(…) or frame.hold()", o.op, o.op)
		if o.inCbk {
			hint = fmt.Sprintf("call self.unwind_%s(…) or frame.hold()", o.op)
		}
		args = append(args, "hint", hint)
	case errors.As(err, &e):
		kind = fmt.Sprintf("%s:%d%s", e.File, e.Line, e.Type)
		args = append(args, "traceback", render(e))
		if n := len(e.Traceback); n > 0 {
			args = append(args, "function", e.Traceback[n-1].Func)
		}
	default:
		kind = method
	}
	h.fault(err, method, o.probe)
	h.limit.log(kind, func(more int) {
		if more > 0 {
			args = append(args, "suppressed", more)
		}
		text := "script: " + shorten(err.Error(), maxRendered)
		if o.idle {
			text += ": " + o.answer.String()
		}
		h.log.Error(text, args...)
	})
}

func methodName(op fops.Op, inCbk bool) string {
	if inCbk {
		return op.String() + "_cbk"
	}
	return op.String() + "_fop"
}

// place returns file:line of a method of the class.
func (l *lane) place(name string) string {
	for _, t := range l.self.Class().MRO() {
		fn := engine.FuncOf(t.Own(name))
		if fn == nil {
			continue
		}
		file, line := fn.Place()
		if file == l.edition.script.file {
			if c := l.edition.script.outline.Class(t.Name()); c != nil {
				if m := c.Method(name); m != nil {
					line = m.Line
				}
			}
		}
		return fmt.Sprintf("%s:%d", file, line)
	}
	return l.edition.script.file
}

// A limiter keeps a script that fails on every fop from flooding the log: of
// each message a few are written in an interval, and then their number.
type limiter struct {
	off  bool
	mu   sync.Mutex
	seen map[string]*burst
}

type burst struct {
	since      time.Time
	n, skipped int
}

const (
	burstSize     = 5
	burstInterval = 10 * time.Second
	burstKeys     = 256
)

// reset forgets what was logged: other code has other faults.
func (l *limiter) reset() {
	l.mu.Lock()
	l.seen = nil
	l.mu.Unlock()
}

// log calls write, with the number of messages left out before, unless there
// were too many of the kind lately.
func (l *limiter) log(kind string, write func(skipped int)) {
	if l.off {
		write(0)
		return
	}
	now := time.Now()
	l.mu.Lock()
	b := l.seen[kind]
	if b == nil {
		if l.seen == nil || len(l.seen) >= burstKeys {
			l.seen = make(map[string]*burst)
		}
		b = &burst{since: now}
		l.seen[kind] = b
	}
	if now.Sub(b.since) >= burstInterval {
		b.since, b.n = now, 0
	}
	b.n++
	if b.n > burstSize {
		b.skipped++
		l.mu.Unlock()
		return
	}
	skipped := b.skipped
	b.skipped = 0
	l.mu.Unlock()
	write(skipped)
}
