package engine

import (
	"errors"
	"fmt"
	"strings"

	"github.com/go-python/gpython/py"
	"github.com/go-python/gpython/vm"
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
	Exception *py.Exception

	// raw is the error as gpython gave it, for Raise, if the failed entry was made
	// from within another one.
	raw error
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
	return ok && e.Exception != nil && e.Exception.Base.IsSubtype(t)
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
	case *py.Exception, py.ExceptionInfo, *py.Type:
		return err
	}
	var e *Error
	if errors.As(err, &e) {
		switch {
		case e.raw != nil:
			return e.raw
		case e.Exception != nil:
			return e.Exception
		}
		return py.ExceptionNewf(py.RuntimeError, "%s", e.Error())
	}
	var errno unix.Errno
	if errors.As(err, &errno) {
		return NewOSError(int(errno), "")
	}
	return py.ExceptionNewf(py.RuntimeError, "%s", err.Error())
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

// excOf returns the exception object within err, which gpython hands out in
// several forms.
func excOf(err any) (*py.Exception, bool) {
	switch x := err.(type) {
	case *py.Exception:
		return x, x != nil
	case py.ExceptionInfo:
		return excOf(x.Value)
	case *py.ExceptionInfo:
		return excOf(x.Value)
	case *py.Type:
		if x.Flags&py.TPFLAGS_BASE_EXC_SUBCLASS != 0 {
			return py.MakeException(x), true
		}
	case *Error:
		return x.Exception, x.Exception != nil
	}
	return nil, false
}

// excArgs returns the arguments of an exception.
func excArgs(e *py.Exception) py.Tuple {
	args, _ := e.Args.(py.Tuple)
	return args
}

// excMessage is str(e) without calling into the script.
func excMessage(e *py.Exception) string {
	args := excArgs(e)
	if e.Base.IsSubtype(py.OSError) && len(args) >= 2 {
		return osErrorMessage(e)
	}
	switch len(args) {
	case 0:
		return ""
	case 1:
		if e.Base.IsSubtype(py.KeyError) {
			return reprText(args[0])
		}
		return strText(args[0])
	}
	return reprText(args)
}

// toError turns what gpython returned, or what was recovered from it, into an
// *Error. top is the frame of the entry if it is known, for panics.
func (c *Context) toError(err any, panicked bool, top *py.Frame) *Error {
	if e, ok := err.(*Error); ok {
		return e
	}
	e := &Error{}
	var tb *py.Traceback
	switch x := err.(type) {
	case py.ExceptionInfo:
		tb = x.Traceback
	case *py.ExceptionInfo:
		tb = x.Traceback
	}
	exc, ok := excOf(err)
	switch {
	case ok:
		e.Exception = exc
		e.Type = exc.Base.Name
		e.Msg = c.message(exc)
		switch {
		case c.guard.dead == exc:
			e.Kind = c.guard.deadKind
		case exc.Base.IsSubtype(RecursionError):
			e.Kind = KindRecursion
		case exc.Dict["lineno"] != nil && exc.Base.IsSubtype(py.SyntaxError):
			e.Kind = KindSyntax
		}
	case panicked:
		e.Kind, e.Type = KindInternal, "SystemError"
		e.Msg = fmt.Sprintf("interpreter failure: %v", err)
	default:
		e.Kind, e.Type = KindInternal, "SystemError"
		e.Msg = fmt.Sprint(err)
	}
	if pyErr, ok := err.(error); ok && c.guard.level > 1 && e.Exception != nil {
		e.raw = pyErr
	}
	for ; tb != nil; tb = tb.Next {
		e.Traceback = append(e.Traceback, c.traceFrame(tb.Frame, tb.Lasti))
	}
	if len(e.Traceback) == 0 && top != nil && top.Code != nil {
		e.Traceback = append(e.Traceback, c.traceFrame(top, top.Lasti))
	}
	if n := len(e.Traceback); n > 0 {
		f := e.Traceback[n-1]
		e.File, e.Line, e.Text = f.File, f.Line, f.Text
	}
	return e
}

func (c *Context) traceFrame(f *py.Frame, lasti int32) TraceFrame {
	// Lasti is already behind the instruction, which may be the last of its line.
	t := TraceFrame{File: f.Code.Filename, Line: int(f.Code.Addr2Line(max(lasti-1, 0))), Func: f.Code.Name}
	if line := pendingLine(f.Code, lasti); line > 0 {
		t.Line = int(line)
	}
	if p := c.programs[t.File]; p != nil {
		t.Text = strings.TrimSpace(p.Line(t.Line))
	}
	return t
}

// pendingLine returns the line of the loop whose inserted check ends at lasti.
// The check stands behind the loop's body, and the line table cannot step back.
func pendingLine(co *py.Code, lasti int32) int32 {
	pc := int(lasti) - 6
	if pc < 0 || int(lasti) > len(co.Code) || vm.OpCode(co.Code[pc]) != vm.LOAD_CONST {
		return 0
	}
	k := int(co.Code[pc+1]) | int(co.Code[pc+2])<<8
	if k >= len(co.Consts) {
		return 0
	}
	if p, ok := co.Consts[k].(pendingCheck); ok {
		return p.line
	}
	return 0
}

// message is str(exception), by the script's own __str__ if its class has one.
func (c *Context) message(exc *py.Exception) string {
	if c.guard.dead == nil {
		if fn, ok := exc.Base.Lookup("__str__").(*py.Function); ok {
			v, err := c.protect(func() (py.Object, error) { return py.Call(fn, py.Tuple{exc}, nil) })
			if s, ok := v.(py.String); ok && err == nil {
				return string(s)
			}
		}
	}
	return excMessage(exc)
}
