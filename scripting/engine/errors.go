package engine

import (
	"errors"
	"fmt"
	"strings"

	"github.com/go-python/gpython/py"
	"golang.org/x/sys/unix"
)

// ErrNotFound is what [Context.Bind] wraps when the object has no such attribute.
var ErrNotFound = errors.New("engine: no such attribute")

// Kind tells what went wrong in a script.
type Kind uint8

// The kinds of an [Error].
const (
	// KindException is an exception that the script raised or let through.
	KindException Kind = iota
	// KindSyntax is an error found before anything ran.
	KindSyntax
	// KindSteps is an exhausted step budget.
	KindSteps
	// KindTime is an exhausted wall-clock budget.
	KindTime
	// KindRecursion is nesting beyond the recursion limit.
	KindRecursion
	// KindInterrupted is a call ended by [Context.Interrupt].
	KindInterrupted
	// KindInternal is a failure of the interpreter itself (a recovered panic).
	KindInternal
)

var kindNames = [...]string{"exception", "syntax", "steps", "time", "recursion", "interrupted", "internal"}

// String returns the kind as one lower-case word.
func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return fmt.Sprintf("kind(%d)", uint8(k))
}

// TraceFrame is one call in a traceback.
type TraceFrame struct {
	File string // as given to Compile
	Line int    // 1 is the first
	Func string // name of the function, "<module>", "<lambda>", …
	Text string // the source line without indentation, or ""
}

// Error is a failure of a script. It is immutable after it was returned. It may be
// kept; only Exception ties it to the context.
type Error struct {
	Kind Kind
	// Type is the name of the exception type, e.g. "ValueError".
	Type string
	// Msg is the message as Python's str(exception) gives it.
	Msg string
	// File, Line, Column (both from 1, 0 if unknown) and Text are where it
	// happened: the innermost frame, or the place of a syntax error. Column is set
	// for syntax errors only.
	File   string
	Line   int
	Column int
	Text   string
	// Traceback lists the calls, the outermost first. Empty for syntax errors.
	Traceback []TraceFrame
	// Exception is the exception object, nil for failures that have none. It
	// belongs to the context: use it under the lane lock.
	Exception *Exc

	// causes are the exceptions that led to this one, as Render shows them.
	causes string
}

// Error returns "file:line[:column]: Type: message" on one line.
func (e *Error) Error() string {
	var b strings.Builder
	if e.File != "" {
		b.WriteString(e.File)
		if e.Line > 0 {
			fmt.Fprintf(&b, ":%d", e.Line)
			if e.Column > 0 {
				fmt.Fprintf(&b, ":%d", e.Column)
			}
		}
		b.WriteString(": ")
	}
	b.WriteString(e.last())
	return b.String()
}

func (e *Error) last() string {
	if e.Msg == "" {
		return e.Type
	}
	return e.Type + ": " + e.Msg
}

// Render returns the error the way Python prints it: "Traceback (most recent
// call last):", the frames, and the exception; for a syntax error the place with
// a caret. It ends with a newline.
func (e *Error) Render() string {
	var b strings.Builder
	b.WriteString(e.causes)
	if len(e.Traceback) > 0 {
		b.WriteString("Traceback (most recent call last):\n")
		same := 0
		for i, f := range e.Traceback {
			// As CPython does: three of a kind, then a count.
			if i > 0 && f == e.Traceback[i-1] {
				same++
			} else {
				repeated(&b, same)
				same = 0
			}
			if same < 3 {
				fmt.Fprintf(&b, "  File %q, line %d, in %s\n", f.File, f.Line, f.Func)
				if f.Text != "" {
					fmt.Fprintf(&b, "    %s\n", f.Text)
				}
			}
		}
		repeated(&b, same)
	} else if e.File != "" && e.Line > 0 {
		fmt.Fprintf(&b, "  File %q, line %d\n", e.File, e.Line)
		if text := strings.TrimLeft(e.Text, " \t\f"); text != "" {
			fmt.Fprintf(&b, "    %s\n", text)
			if col := e.Column - 1 - (len(e.Text) - len(text)); e.Column > 0 && col >= 0 {
				fmt.Fprintf(&b, "    %s^\n", strings.Repeat(" ", col))
			}
		}
	}
	b.WriteString(e.last())
	b.WriteByte('\n')
	if e.Exception != nil {
		if notes, ok := e.Exception.Attr("__notes__").(*py.List); ok {
			for _, n := range notes.Items {
				b.WriteString(strText(n) + "\n")
			}
		}
	}
	return b.String()
}

func repeated(b *strings.Builder, same int) {
	if same >= 3 {
		fmt.Fprintf(b, "  [Previous line repeated %d more times]\n", same-2)
	}
}

// Is reports whether the exception is of type t or a type derived from it, e.g.
// py.OSError.
func (e *Error) Is(target error) bool {
	t, ok := target.(*py.Type)
	return ok && e.Exception != nil && e.Exception.cls.IsSubclass(foreignClass(t))
}

// Raise makes of any Go error what a Go function called by a script must return to
// raise it: the exception behind an [*Error] with its traceback, the OSError for a
// unix.Errno (syscall.Errno), gpython's own errors as they are, and a RuntimeError
// for the rest. nil stays nil.
func Raise(err error) error {
	if err == nil {
		return nil
	}
	switch err.(type) {
	case *Exc, *py.Exception, py.ExceptionInfo, *py.Type:
		return err
	}
	if e := excOf(err); e != nil {
		return e
	}
	var errno unix.Errno
	if errors.As(err, &errno) {
		return NewOSError(int(errno), "")
	}
	return raise(runtimeError, "%s", err.Error())
}

// Function makes a function for modules and builtins of a Go function. Its errors
// go through [Raise]. args is the VM's own memory: fn must copy what it keeps.
// kwargs is nil or empty if there are none.
func Function(name, doc string, fn func(args py.Tuple, kwargs py.StringDict) (py.Object, error)) *py.Method {
	return py.MustNewMethod(name, func(_ py.Object, args py.Tuple, kwargs py.StringDict) (py.Object, error) {
		v, err := fn(args, kwargs)
		if err != nil {
			return nil, Raise(err)
		}
		return v, nil
	}, 0, doc)
}

// toError makes an *Error of what left an entry.
func (c *Context) toError(err error) *Error {
	if e, ok := err.(*Error); ok {
		return e
	}
	x := c.exception(err)
	e := &Error{Exception: x, Type: x.cls.name, Msg: c.message(x)}
	switch {
	case c.dead == x:
		e.Kind = c.deadKind
	case x.cls.IsSubclass(recursionError):
		e.Kind = KindRecursion
	case x.Attr("lineno") != nil && x.cls.IsSubclass(syntaxErrorClass):
		e.Kind = KindSyntax
	}
	e.Traceback = c.traceOf(x)
	e.causes = c.chainOf(x)
	if n := len(e.Traceback); n > 0 {
		f := e.Traceback[n-1]
		e.File, e.Line, e.Text = f.File, f.Line, f.Text
	}
	return e
}

// panicked makes an *Error of a panic of Go code that the script called, or of
// the interpreter. The frames in progress down to that of the entry's caller are
// its traceback.
func (c *Context) panicked(r any, until *frame) *Error {
	var trace []traceEntry
	for f := c.frame; f != nil && f != until && len(trace) < maxTrace; f = f.back {
		trace = append(trace, traceEntry{f.code, f.line})
	}
	if err, ok := r.(error); ok {
		if x := excOf(err); x != nil {
			x.trace = append(x.trace, trace...)
			return c.toError(x)
		}
	}
	e := &Error{Kind: KindInternal, Type: "SystemError", Msg: fmt.Sprintf("interpreter failure: %v", r)}
	e.Traceback = c.traceOf(&Exc{trace: trace})
	if n := len(e.Traceback); n > 0 {
		f := e.Traceback[n-1]
		e.File, e.Line, e.Text = f.File, f.Line, f.Text
	}
	return e
}

func (c *Context) traceOf(x *Exc) []TraceFrame {
	if len(x.trace) == 0 {
		return nil
	}
	out := make([]TraceFrame, len(x.trace))
	for i, t := range x.trace {
		f := TraceFrame{File: t.code.prog.filename, Line: t.line, Func: t.code.name}
		f.Text = strings.TrimSpace(t.code.prog.Line(t.line))
		out[len(x.trace)-1-i] = f
	}
	return out
}

// maxChain bounds the exceptions that a traceback shows.
const maxChain = 20

// chainOf renders the exceptions that led to x, the first one first.
func (c *Context) chainOf(x *Exc) string {
	s := ""
	for n := 0; n < maxChain; n++ {
		var next *Exc
		text := "\nDuring handling of the above exception, another exception occurred:\n\n"
		if cause, ok := x.cause.(*Exc); ok {
			next, text = cause, "\nThe above exception was the direct cause of the following exception:\n\n"
		} else if !x.suppress {
			next = x.context
		}
		if next == nil {
			break
		}
		e := &Error{Type: next.cls.name, Msg: c.message(next), Traceback: c.traceOf(next), Exception: next}
		s = e.Render() + text + s
		x = next
	}
	return s
}

// message is str(exception), by the script's own __str__ if its class has one.
func (c *Context) message(x *Exc) string {
	if c.dead == nil && (x.cls.overrides("__str__") != nil || len(x.args) == 1 && isUser(x.args[0])) {
		dead := c.dead
		s, err := c.str(x)
		if c.dead != dead {
			c.dead = dead
		}
		if err == nil {
			return s
		}
	}
	return excMessage(x)
}
