package engine

import (
	"errors"
	"fmt"

	"github.com/go-python/gpython/py"
	"golang.org/x/sys/unix"
)

// Exc is an exception of a script. It is a Go error, and so travels through Go
// code as one.
type Exc struct {
	cls      *Class
	args     py.Tuple
	attrs    *Dict
	cause    py.Object // *Exc, or nil
	context  *Exc
	suppress bool
	trace    []traceEntry // the innermost first
	shown    *traceObject // of trace, so that it is the same each time
	os       *osInfo
	group    py.Tuple // the exceptions of an ExceptionGroup
}

// traceEntry is one call in a traceback.
type traceEntry struct {
	code *code
	line int
}

// osInfo is what an OSError carries.
type osInfo struct {
	errno, strerror, filename, filename2 py.Object
}

// Type implements py.Object.
func (e *Exc) Type() *py.Type { return e.cls.py }

// Class returns the class of the exception.
func (e *Exc) Class() *Class { return e.cls }

// Args returns the arguments it was made with.
func (e *Exc) Args() py.Tuple { return e.args }

// Attr returns an attribute that was set on the exception itself, or nil.
func (e *Exc) Attr(name string) py.Object {
	if e.attrs == nil {
		return nil
	}
	return e.attrs.GetString(name)
}

// Error returns "Type: message".
func (e *Exc) Error() string {
	if msg := excMessage(e); msg != "" {
		return e.cls.name + ": " + msg
	}
	return e.cls.name
}

func (e *Exc) setAttr(name string, v py.Object) {
	if e.attrs == nil {
		e.attrs = &Dict{}
	}
	e.attrs.SetString(name, v)
}

// maxTrace bounds the entries of a traceback.
const maxTrace = 2 * maxDepth

func (e *Exc) addTrace(f *frame) {
	f.traced = e
	if len(e.trace) < maxTrace {
		e.trace = append(e.trace, traceEntry{f.code, f.line})
	}
}

// raise makes an exception with a message.
func raise(k *Class, format string, a ...any) *Exc {
	if len(a) > 0 {
		format = fmt.Sprintf(format, a...)
	}
	return &Exc{cls: k, args: py.Tuple{py.String(format)}}
}

func declareExc(name string, base *Class, t *py.Type) *Class { return declare(name, base, t) }

// The built-in exceptions.
var (
	baseException      = declareExc("BaseException", objectClass, py.BaseException)
	systemExit         = declareExc("SystemExit", baseException, py.SystemExit)
	keyboardInterrupt  = declareExc("KeyboardInterrupt", baseException, py.KeyboardInterrupt)
	generatorExit      = declareExc("GeneratorExit", baseException, py.GeneratorExit)
	exceptionClass     = declareExc("Exception", baseException, py.ExceptionType)
	stopIteration      = declareExc("StopIteration", exceptionClass, py.StopIteration)
	stopAsyncIteration = declareExc("StopAsyncIteration", exceptionClass, nil)
	arithmeticError    = declareExc("ArithmeticError", exceptionClass, py.ArithmeticError)
	floatingPointError = declareExc("FloatingPointError", arithmeticError, py.FloatingPointError)
	overflowError      = declareExc("OverflowError", arithmeticError, py.OverflowError)
	zeroDivisionError  = declareExc("ZeroDivisionError", arithmeticError, py.ZeroDivisionError)
	assertionError     = declareExc("AssertionError", exceptionClass, py.AssertionError)
	attributeError     = declareExc("AttributeError", exceptionClass, py.AttributeError)
	bufferError        = declareExc("BufferError", exceptionClass, py.BufferError)
	eofError           = declareExc("EOFError", exceptionClass, py.EOFError)
	importError        = declareExc("ImportError", exceptionClass, py.ImportError)
	moduleNotFound     = declareExc("ModuleNotFoundError", importError, nil)
	lookupError        = declareExc("LookupError", exceptionClass, py.LookupError)
	indexError         = declareExc("IndexError", lookupError, py.IndexError)
	keyError           = declareExc("KeyError", lookupError, py.KeyError)
	memoryError        = declareExc("MemoryError", exceptionClass, py.MemoryError)
	nameError          = declareExc("NameError", exceptionClass, py.NameError)
	unboundLocalError  = declareExc("UnboundLocalError", nameError, py.UnboundLocalError)
	osError            = declareExc("OSError", exceptionClass, py.OSError)
	blockingIOError    = declareExc("BlockingIOError", osError, py.BlockingIOError)
	childProcessError  = declareExc("ChildProcessError", osError, py.ChildProcessError)
	connectionError    = declareExc("ConnectionError", osError, py.ConnectionError)
	brokenPipeError    = declareExc("BrokenPipeError", connectionError, py.BrokenPipeError)
	connAborted        = declareExc("ConnectionAbortedError", connectionError, py.ConnectionAbortedError)
	connRefused        = declareExc("ConnectionRefusedError", connectionError, py.ConnectionRefusedError)
	connReset          = declareExc("ConnectionResetError", connectionError, py.ConnectionResetError)
	fileExistsError    = declareExc("FileExistsError", osError, py.FileExistsError)
	fileNotFoundError  = declareExc("FileNotFoundError", osError, py.FileNotFoundError)
	interruptedError   = declareExc("InterruptedError", osError, py.InterruptedError)
	isADirectoryError  = declareExc("IsADirectoryError", osError, py.IsADirectoryError)
	notADirectoryError = declareExc("NotADirectoryError", osError, py.NotADirectoryError)
	permissionError    = declareExc("PermissionError", osError, py.PermissionError)
	processLookupError = declareExc("ProcessLookupError", osError, py.ProcessLookupError)
	timeoutError       = declareExc("TimeoutError", osError, py.TimeoutError)
	referenceError     = declareExc("ReferenceError", exceptionClass, py.ReferenceError)
	runtimeError       = declareExc("RuntimeError", exceptionClass, py.RuntimeError)
	notImplementedErr  = declareExc("NotImplementedError", runtimeError, py.NotImplementedError)
	recursionError     = declareExc("RecursionError", runtimeError, nil)
	syntaxErrorClass   = declareExc("SyntaxError", exceptionClass, py.SyntaxError)
	indentationError   = declareExc("IndentationError", syntaxErrorClass, py.IndentationError)
	tabError           = declareExc("TabError", indentationError, py.TabError)
	systemError        = declareExc("SystemError", exceptionClass, py.SystemError)
	typeError          = declareExc("TypeError", exceptionClass, py.TypeError)
	valueError         = declareExc("ValueError", exceptionClass, py.ValueError)
	unicodeError       = declareExc("UnicodeError", valueError, py.UnicodeError)
	unicodeDecodeError = declareExc("UnicodeDecodeError", unicodeError, py.UnicodeDecodeError)
	unicodeEncodeError = declareExc("UnicodeEncodeError", unicodeError, py.UnicodeEncodeError)
	unicodeTransError  = declareExc("UnicodeTranslateError", unicodeError, py.UnicodeTranslateError)
	warningClass       = declareExc("Warning", exceptionClass, py.Warning)
	userWarning        = declareExc("UserWarning", warningClass, py.UserWarning)
	deprecationWarning = declareExc("DeprecationWarning", warningClass, py.DeprecationWarning)
	runtimeWarning     = declareExc("RuntimeWarning", warningClass, py.RuntimeWarning)
	futureWarning      = declareExc("FutureWarning", warningClass, py.FutureWarning)
	syntaxWarning      = declareExc("SyntaxWarning", warningClass, py.SyntaxWarning)
	importWarning      = declareExc("ImportWarning", warningClass, py.ImportWarning)
	unicodeWarning     = declareExc("UnicodeWarning", warningClass, py.UnicodeWarning)
	bytesWarning       = declareExc("BytesWarning", warningClass, py.BytesWarning)
	resourceWarning    = declareExc("ResourceWarning", warningClass, py.ResourceWarning)
	pendingDeprecation = declareExc("PendingDeprecationWarning", warningClass, py.PendingDeprecationWarning)
)

// osErrors maps errno values to the subclass that is raised for them.
var osErrors = map[unix.Errno]*Class{
	unix.EAGAIN: blockingIOError, unix.EALREADY: blockingIOError, unix.EINPROGRESS: blockingIOError, unix.ECHILD: childProcessError,
	unix.EPIPE: brokenPipeError, unix.ESHUTDOWN: brokenPipeError, unix.ECONNABORTED: connAborted, unix.ECONNREFUSED: connRefused,
	unix.ECONNRESET: connReset, unix.EEXIST: fileExistsError, unix.ENOENT: fileNotFoundError, unix.EINTR: interruptedError,
	unix.EISDIR: isADirectoryError, unix.ENOTDIR: notADirectoryError, unix.EACCES: permissionError, unix.EPERM: permissionError,
	unix.ESRCH: processLookupError, unix.ETIMEDOUT: timeoutError,
}

// classErrno is the errno of a subclass raised without one.
var classErrno = []struct {
	k *Class
	n unix.Errno
}{
	{blockingIOError, unix.EAGAIN},
	{childProcessError, unix.ECHILD},
	{brokenPipeError, unix.EPIPE},
	{connAborted, unix.ECONNABORTED},
	{connRefused, unix.ECONNREFUSED},
	{connReset, unix.ECONNRESET},
	{fileExistsError, unix.EEXIST},
	{fileNotFoundError, unix.ENOENT},
	{interruptedError, unix.EINTR},
	{isADirectoryError, unix.EISDIR},
	{notADirectoryError, unix.ENOTDIR},
	{permissionError, unix.EACCES},
	{processLookupError, unix.ESRCH},
	{timeoutError, unix.ETIMEDOUT},
}

// Errno returns the error number that err, an exception of a script, stands for:
// an OSError's errno (attribute, or first argument), or that of its type
// (FileNotFoundError is ENOENT). It is false for anything but an OSError.
// An exhausted time budget is a TimeoutError, so ETIMEDOUT.
func Errno(err error) (int, bool) {
	e := excOf(err)
	if e == nil || !e.cls.IsSubclass(osError) {
		return 0, false
	}
	v := e.Attr("errno")
	if v == nil && e.os != nil {
		v = e.os.errno
	}
	if v == nil && len(e.args) > 0 {
		v = e.args[0]
	}
	if n, ok := v.(py.Int); ok {
		return int(n), true
	}
	if n, ok := e.cls.lookup("errno").(py.Int); ok {
		return int(n), true // errno = … in the class body
	}
	for _, ce := range classErrno {
		if e.cls.IsSubclass(ce.k) {
			return int(ce.n), true
		}
	}
	return 0, false
}

// NewOSError makes the exception that os functions raise: the subclass of OSError
// that fits errno, with message and, if not empty, file name.
func NewOSError(errno int, filename string) *Exc {
	k := osError
	if sub := osErrors[unix.Errno(errno)]; sub != nil {
		k = sub
	}
	args := py.Tuple{py.Int(errno), py.String(strerror(errno))}
	if filename != "" {
		args = append(args, py.String(filename))
	}
	e := &Exc{cls: k}
	e.setArgs(args)
	return e
}

// setArgs is BaseException.__init__.
func (e *Exc) setArgs(args py.Tuple) {
	e.args = args
	if e.cls.IsSubclass(osError) && len(args) >= 2 && len(args) <= 5 {
		e.os = &osInfo{errno: args[0], strerror: args[1]}
		if len(args) > 2 && args[2] != py.None {
			e.os.filename = args[2]
			if len(args) > 4 {
				e.os.filename2 = args[4]
			}
			e.args = args[:2:2]
		}
	}
}

// newExc is BaseException.__new__.
func newExc(c *Context, k *Class, args []py.Object, kw []string) (py.Object, error) {
	n := len(args) - len(kw)
	if k == osError && n >= 2 {
		if x, ok := args[0].(py.Int); ok {
			if sub := osErrors[unix.Errno(x)]; sub != nil {
				k = sub
			}
		}
	}
	e := &Exc{cls: k}
	if k.IsSubclass(osError) && k.overrides("__init__") != nil && k.overrides("__new__") == nil {
		// __init__ decides what the arguments are.
		return e, nil
	}
	e.setArgs(append(py.Tuple{}, args[:n]...))
	return e, nil
}

func initExc(c *Context, self py.Object, args []py.Object, kw []string) error {
	e := self.(*Exc)
	n := len(args) - len(kw)
	for i, name := range kw {
		ok := (name == "name" || name == "path") && e.cls.IsSubclass(importError) || (name == "name" || name == "obj") && e.cls.IsSubclass(attributeError) ||
			name == "name" && e.cls.IsSubclass(nameError)
		if !ok {
			return raise(typeError, "%s() takes no keyword arguments", e.cls.name)
		}
		e.setAttr(name, args[n+i])
	}
	if err := checkUnicodeArgs(e.cls, args[:n]); err != nil {
		return err
	}
	e.setArgs(append(py.Tuple{}, args[:n]...))
	return nil
}

// excOf returns the exception within err, or nil.
func excOf(err error) *Exc {
	switch x := err.(type) {
	case *Exc:
		return x
	case *Error:
		return x.Exception
	case nil:
		return nil
	case *py.Exception:
		return fromGpython(x)
	case py.ExceptionInfo:
		if e, ok := x.Value.(*py.Exception); ok {
			return fromGpython(e)
		}
		if x.Type != nil {
			return &Exc{cls: foreignClass(x.Type)}
		}
	case *py.Type:
		return &Exc{cls: foreignClass(x)}
	}
	var e *Exc
	if errors.As(err, &e) {
		return e
	}
	var pe *py.Exception
	if errors.As(err, &pe) {
		return fromGpython(pe)
	}
	return nil
}

// fromGpython makes an exception of one of gpython's, which Go code for scripts
// may use.
func fromGpython(x *py.Exception) *Exc {
	k := typeClasses[x.Base]
	if k == nil {
		k = runtimeError
	}
	e := &Exc{cls: k}
	args, _ := x.Args.(py.Tuple)
	e.setArgs(args)
	for name, v := range x.Dict {
		e.setAttr(name, v)
	}
	return e
}

// exception makes an exception of any error of Go code that a script called.
func (c *Context) exception(err error) *Exc {
	if e, ok := err.(*Exc); ok {
		return e
	}
	if e := excOf(err); e != nil {
		return e
	}
	return excOf(Raise(err))
}

// isExc reports whether an error is an exception of that class.
func (c *Context) isExc(err error, k *Class) bool {
	e := c.exception(err)
	return e.cls.IsSubclass(k) && (c.dead == nil || e != c.dead)
}

// excMessage is str(e) without calling into the script.
func excMessage(e *Exc) string {
	switch {
	case e.group != nil:
		return groupMessage(e)
	case e.os != nil:
		s := fmt.Sprintf("[Errno %s] %s", strText(e.os.errno), strText(e.os.strerror))
		if e.os.filename != nil {
			s += ": " + reprText(e.os.filename)
			if e.os.filename2 != nil {
				s += " -> " + reprText(e.os.filename2)
			}
		}
		return s
	case e.cls.IsSubclass(unicodeError) && len(e.args) == 5:
		return unicodeMessage(e)
	case e.cls.IsSubclass(unicodeTransError) && len(e.args) == 4:
		return translateMessage(e)
	}
	switch len(e.args) {
	case 0:
		return ""
	case 1:
		if e.cls.IsSubclass(keyError) {
			return reprText(e.args[0])
		}
		return strText(e.args[0])
	}
	return reprText(e.args)
}

// unicodeMessage is the text of UnicodeDecodeError(encoding, object, start, end, reason).
func unicodeMessage(e *Exc) string {
	start, ok1 := e.args[2].(py.Int)
	end, ok2 := e.args[3].(py.Int)
	if !ok1 || !ok2 {
		return reprText(e.args)
	}
	enc, reason := strText(e.args[0]), strText(e.args[4])
	switch obj := e.args[1].(type) {
	case py.Bytes:
		if end == start+1 && int(start) < len(obj) && start >= 0 {
			return fmt.Sprintf("'%s' codec can't decode byte 0x%02x in position %d: %s", enc, obj[start], start, reason)
		}
		return fmt.Sprintf("'%s' codec can't decode bytes in position %d-%d: %s", enc, start, end-1, reason)
	case py.String:
		if end == start+1 {
			chars := charTuple(obj)
			if int(start) < len(chars) && start >= 0 {
				return fmt.Sprintf("'%s' codec can't encode character '%s' in position %d: %s", enc, charEscape(string(chars[start].(py.String))), start, reason)
			}
		}
		return fmt.Sprintf("'%s' codec can't encode characters in position %d-%d: %s", enc, start, end-1, reason)
	}
	return reprText(e.args)
}

// translateMessage is the text of UnicodeTranslateError(object, start, end, reason).
func translateMessage(e *Exc) string {
	obj, _ := textOf(e.args[0])
	start, _ := intOf(e.args[1])
	end, _ := intOf(e.args[2])
	reason := strText(e.args[3])
	if chars := charTuple(py.String(obj)); end == start+1 && start >= 0 && start < len(chars) {
		return fmt.Sprintf("can't translate character '%s' in position %d: %s", charEscape(string(chars[start].(py.String))), start, reason)
	}
	return fmt.Sprintf("can't translate characters in position %d-%d: %s", start, end-1, reason)
}

// checkUnicodeArgs is what the constructors of the three UnicodeErrors demand.
func checkUnicodeArgs(k *Class, args []py.Object) error {
	kinds := ""
	switch {
	case k.IsSubclass(unicodeDecodeError):
		kinds = "sbiis"
	case k.IsSubclass(unicodeEncodeError):
		kinds = "ssiis"
	case k.IsSubclass(unicodeTransError):
		kinds = "siis"
	}
	if kinds == "" {
		return nil
	}
	if len(args) != len(kinds) {
		return raise(typeError, "function takes exactly %d arguments (%d given)", len(kinds), len(args))
	}
	for i, a := range args {
		switch kinds[i] {
		case 's':
			if _, ok := textOf(a); !ok {
				return raise(typeError, "argument %d must be str, not %s", i+1, typeInArg(a))
			}
		case 'i':
			if _, ok := bigOf(a); !ok {
				return raise(typeError, "'%s' object cannot be interpreted as an integer", classOf(a).name)
			}
		case 'b':
			if _, ok := rawBytes(a); !ok {
				return raise(typeError, needBytes, classOf(a).name)
			}
		}
	}
	return nil
}

// charEscape shows a character by its escape.
func charEscape(s string) string {
	r, n := decodeChar(s)
	_ = n
	switch {
	case r < 0x100:
		return `\x` + hexDigits(uint32(r), 2)
	case r < 0x10000:
		return `\u` + hexDigits(uint32(r), 4)
	}
	return `\U` + hexDigits(uint32(r), 8)
}

// excAttr reads an attribute of an exception.
func (c *Context) excAttr(e *Exc, name string) (py.Object, error) {
	v := e.cls.lookup(name)
	if v != nil && isData(v) {
		return c.bind(v, e, e.cls)
	}
	if own := e.Attr(name); own != nil {
		return own, nil
	}
	if v != nil {
		return c.bind(v, e, e.cls)
	}
	if fn := e.cls.special().getattr; fn != nil {
		return c.callSpecial(fn, e, py.String(name))
	}
	err := raise(attributeError, "'%s' object has no attribute '%s'", e.cls.name, name)
	err.setAttr("name", py.String(name))
	return nil, err
}

// setExcAttr sets one; v nil deletes it.
func (c *Context) setExcAttr(e *Exc, name string, v py.Object) error {
	if set := e.cls.special().setattr; set != nil && v != nil {
		_, err := c.callSpecial(set, e, py.String(name), v)
		return err
	}
	return c.setExcOwn(e, name, v)
}

func (c *Context) setExcOwn(e *Exc, name string, v py.Object) error {
	switch d := e.cls.lookup(name).(type) {
	case *getset:
		if d.set != nil {
			return d.set(c, e, v)
		}
	case *property:
		return c.setProperty(d, e, v)
	}
	if v == nil {
		if e.attrs == nil || !e.attrs.DelString(name) {
			return c.noAttr(e, name)
		}
		return nil
	}
	e.setAttr(name, v)
	return nil
}
