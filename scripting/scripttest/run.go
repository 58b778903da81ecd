package scripttest

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"syscall"
	"time"

	"github.com/go-python/gpython/py"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/scripting"
	"github.com/windlassfs/windlass/scripting/engine"
	"github.com/windlassfs/windlass/xlator"
)

// Options say which tests run, and how.
type Options struct {
	// Run selects tests by their names; nil runs all.
	Run *regexp.Regexp
	// Cover notes which lines of scripts run; nil notes nothing.
	Cover *Coverage
}

// The budget of one test, its translator's and the graph's work included.
const (
	stepLimit = 20_000_000
	timeLimit = 30 * time.Second
)

const helperModule = "_windlass_test"

const helperSource = `
def same(a, b):
    if a == b:
        return True
    return False
`

var helper = sync.OnceValues(func() (*engine.Module, error) {
	p, err := engine.Compile("<windlass test>", helperSource)
	return &engine.Module{Name: helperModule, Prelude: []*engine.Program{p}}, err
})

// A file is a test file, read and compiled.
type file struct {
	path    string
	lines   []string
	prog    *engine.Program
	outline *engine.Outline
	of      []comparison
	script  string
	scripts scripting.Programs

	mu       sync.Mutex // guards all below
	imported map[string]*engine.Program
	loaded   map[string]bool
}

// Run runs the tests of a file. An error says why the file cannot be run; tests
// that fail are in the result.
func Run(path string, o Options) (*FileResult, error) {
	f, err := open(path)
	if err != nil {
		return nil, err
	}
	res := &FileResult{File: path, Tests: []Result{}}
	for i := range f.outline.Functions {
		fn := &f.outline.Functions[i]
		if !strings.HasPrefix(fn.Name, "test") || o.Run != nil && !o.Run.MatchString(fn.Name) {
			continue
		}
		if slices.ContainsFunc(f.outline.Functions[i+1:], func(g engine.FuncInfo) bool { return g.Name == fn.Name }) {
			res.Tests = append(res.Tests, Result{Name: fn.Name, Line: fn.Line, Outcome: Failed, Failure: &Failure{
				Place: f.place(fn.Line), Message: "there is another test of that name below, which hides this one",
			}})
			continue
		}
		res.Tests = append(res.Tests, f.run(fn, o))
	}
	for name := range f.loaded {
		res.Loaded = append(res.Loaded, name)
	}
	slices.Sort(res.Loaded)
	return res, nil
}

// open reads a test file.
func open(path string) (*file, error) {
	src, err := scripting.ReadSource(path)
	if err != nil {
		return nil, loadError(path, err)
	}
	f := &file{path: path, lines: strings.Split(src, "\n"), imported: make(map[string]*engine.Program), loaded: make(map[string]bool)}
	if f.outline, err = engine.Inspect(path, src); err != nil {
		return nil, loadError(path, err)
	}
	toks := lex(src)
	ins, of := asserts(src, toks)
	at, _ := marks(toks, 0)
	f.of = of
	if f.prog, err = engine.Compile(path, apply(src, append(at, ins...))); err != nil {
		// Something that the lexer does not know: without values, then.
		if f.prog, err = engine.Compile(path, src); err != nil {
			return nil, loadError(path, err)
		}
	}
	dir, base := filepath.Split(path)
	name := strings.TrimSuffix(strings.TrimSuffix(base, ".py"), "_test")
	if beside := filepath.Join(dir, name+".py"); beside != filepath.Clean(path) {
		if _, err := os.Stat(beside); err == nil {
			f.script = beside
		}
	}
	for _, c := range f.outline.Classes {
		for _, b := range c.Bases {
			if f.script == "" && (b == "Translator" || strings.HasSuffix(b, ".Translator")) {
				f.script = path
			}
		}
	}
	return f, nil
}

// loadError makes the problem of a file that cannot be run.
func loadError(path string, err error) error {
	p := xlator.Problem{Pos: xlator.Pos{File: path}, Script: true, Msg: err.Error()}
	var e *engine.Error
	if errors.As(err, &e) {
		p.Msg = e.Type + ": " + e.Msg
		p.Pos.Line, p.Pos.Column = e.Line, e.Column
		if e.File != "" {
			p.Pos.File = e.File
		}
		if text := strings.TrimSpace(e.Text); text != "" && e.Kind == engine.KindSyntax {
			p.Hint = "in: " + text
		}
	} else if errors.Is(err, os.ErrNotExist) {
		p.Msg = "there is no such file"
	}
	return xlator.Problems{p}
}

func (f *file) place(line int) Place {
	p := Place{File: f.path, Line: line}
	if line > 0 && line <= len(f.lines) {
		p.Source = strings.TrimSpace(f.lines[line-1])
	}
	return p
}

// find returns a module that a test imports from its own directory.
func (f *file) find(name string) (*engine.Program, error) {
	if p := f.imported[name]; p != nil {
		return p, nil
	}
	path := filepath.Join(filepath.Dir(f.path), strings.ReplaceAll(name, ".", "/")+".py")
	src, err := scripting.ReadSource(path)
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	f.note(path)
	p, err := engine.Compile(path, src)
	if err == nil {
		f.imported[name] = p
	}
	return p, err
}

func (f *file) note(path string) {
	f.mu.Lock()
	f.loaded[path] = true
	f.mu.Unlock()
}

// An attempt is one run of a test.
type attempt struct {
	*tester
	f     *file
	said  []string // what the test printed
	last  int      // number of the last comparison
	left  py.Object
	right py.Object
}

// run runs one test.
func (f *file) run(fn *engine.FuncInfo, o Options) Result {
	res := Result{Name: fn.Name, Line: fn.Line, Outcome: Passed}
	clk := &clock{now: epoch}
	a := &attempt{f: f, last: -1, tester: &tester{file: f.path, script: f.script, rig: rig{
		clock: clk, mailbox: make(chan func()), flights: make(map[*xlator.Call]*flight),
	}}}
	a.env = scripting.Environment{
		AfterFunc: clk.afterFunc, Now: clk.time,
		Modules:  []*engine.Module{clk.module(), types},
		Builtins: o.Cover.builtins(),
		Programs: &f.scripts,
		Source: func(path, text string) string {
			f.note(path)
			return o.Cover.source(path, text)
		},
	}
	err := a.call(fn)
	if err != nil && a.skipped {
		res.Outcome, res.Reason, err = Skipped, a.reason, nil
	}
	if err == nil {
		err = a.rig.err
	}
	for _, c := range a.kids {
		if err == nil && res.Outcome == Passed {
			err = c.verify()
		}
	}
	left := a.rig.close()
	if err != nil {
		res.Failure = a.failure(fn, err)
	} else if n := len(a.faults); n > 0 && !a.looked {
		res.Failure = &Failure{Place: f.place(fn.Line), Message: "the translator failed (a test that means it to looks at t.faults):\n" + o.Cover.plain(strings.Join(a.faults, "\n"))}
	} else if len(left) > 0 {
		res.Failure = &Failure{Place: f.place(fn.Line), Message: "at the end of the test " + strings.Join(left, "; ")}
	}
	res.Logs = append(a.said, a.lines...)
	for i := range res.Logs {
		res.Logs[i] = o.Cover.plain(res.Logs[i])
	}
	if res.Failure != nil {
		res.Outcome, res.Failure.Logs = Failed, res.Logs
	}
	if a.ctx != nil {
		a.ctx.Close()
	}
	return res
}

// call runs the file's top level and the test.
func (a *attempt) call(fn *engine.FuncInfo) error {
	windlass, err := scripting.Module()
	if err != nil {
		return err
	}
	help, err := helper()
	if err != nil {
		return err
	}
	a.ctx, err = engine.New(engine.Options{
		Name: a.f.path, StepLimit: stepLimit, TimeLimit: timeLimit,
		Stdout:   func(line string) { a.said = append(a.said, line) },
		Modules:  []*engine.Module{windlass, help, types, a.clock.module()},
		Builtins: a.builtins(),
		Import:   a.f.find,
	})
	if err != nil {
		return err
	}
	m, err := a.ctx.Load(a.f.prog, strings.TrimSuffix(filepath.Base(a.f.path), ".py"))
	if err != nil {
		return err
	}
	test := m.Get(fn.Name)
	if test == nil {
		return fmt.Errorf("%s is no function any more when the file has run", fn.Name)
	}
	lo, hi, known := fn.Arity()
	// A function at the top level has no self.
	if lo, hi = len(fn.Args)-fn.Defaults, len(fn.Args); fn.Vararg != "" {
		hi = 1
	}
	switch {
	case known && lo > 1:
		return fmt.Errorf("write: def %s(t):", fn.Name)
	case known && hi == 0:
		_, err = a.ctx.Call(test)
	default:
		_, err = a.ctx.Call(test, testType.New(a.tester))
	}
	return err
}

// builtins are what rewritten source calls.
func (a *attempt) builtins() py.StringDict {
	two := func(name string, f func(n int, o py.Object)) py.Object {
		return engine.Function(name, "", func(args py.Tuple, _ py.StringDict) (py.Object, error) {
			if len(args) != 2 {
				return nil, py.ExceptionNewf(py.TypeError, "%s takes two arguments", name)
			}
			n, _ := args[0].(py.Int)
			f(int(n), args[1])
			return args[1], nil
		})
	}
	return py.StringDict{
		fnLine: engine.Function(fnLine, "", func(args py.Tuple, _ py.StringDict) (py.Object, error) {
			if n, ok := args[0].(py.Int); ok {
				a.line = int(n)
			}
			return py.None, nil
		}),
		fnIter:  two(fnIter, func(n int, _ py.Object) { a.line = n }),
		fnLeft:  two(fnLeft, func(n int, o py.Object) { a.last, a.left, a.right = n, o, nil }),
		fnRight: two(fnRight, func(n int, o py.Object) { a.last, a.right = n, o }),
		fnValue: two(fnValue, func(n int, o py.Object) { a.last, a.left, a.right = n, o, nil }),
	}
}

// failure describes why a test failed.
func (a *attempt) failure(fn *engine.FuncInfo, err error) *Failure {
	var e *engine.Error
	var u *unmet
	switch {
	case errors.As(err, &u):
		return &Failure{Place: a.f.place(u.line), Message: u.Error()}
	case !errors.As(err, &e):
		return &Failure{Place: a.f.place(fn.Line), Message: strings.TrimSpace(messageOf(err))}
	}
	f := &Failure{Place: Place{File: e.File, Line: e.Line}}
	if e.File == a.f.path {
		f.Place = a.f.place(e.Line)
	}
	// Where the test itself was, even if what it called has raised.
	for _, t := range e.Traceback {
		if t.File == a.f.path {
			f.Place = a.f.place(t.Line)
		}
		if !strings.HasPrefix(t.File, "<") {
			f.Stack = append(f.Stack, fmt.Sprintf("%s:%d in %s", t.File, t.Line, t.Func))
		}
	}
	if len(f.Stack) > 0 && strings.Contains(f.Stack[0], "in <module>") {
		f.Stack = f.Stack[1:]
	}
	switch n := len(f.Stack); {
	case n < 2:
		f.Stack = nil
	case n > 2*someCalls:
		f.Stack = slices.Concat(f.Stack[:someCalls], []string{fmt.Sprintf("… and %d more …", n-2*someCalls)}, f.Stack[n-someCalls:])
	}
	f.Message = e.Type
	if e.Msg != "" {
		f.Message += ": " + e.Msg
	}
	if m := noAttribute.FindStringSubmatch(e.Msg); e.Type == "AttributeError" && m != nil {
		if near := fops.Suggest(m[2], attributes[m[1]]()); near != "" {
			f.Message += "; did you mean '" + near + "'?"
		}
	}
	if e.Type != "AssertionError" {
		return f
	}
	f.Message = strings.TrimSpace(e.Msg)
	if a.last >= 0 && a.last < len(a.f.of) && a.f.of[a.last].line <= f.Line {
		c := a.f.of[a.last]
		f.Place = a.f.place(c.line)
		f.Values = append(a.value(nil, c.left, a.left), a.value(nil, c.right, a.right)...)
	}
	return f
}

// noAttribute is what the engine says of a misspelt method of t, or of a child.
var noAttribute = regexp.MustCompile(`^'(Test|FakeChild|Reply)' object has no attribute '(\w+)'$`)

var attributes = map[string]func() []string{
	"Test": func() []string {
		return append(fops.Names(), "child", "children", "clock", "logs", "faults", "xlator", "load", "root", "call", "start", "forget", "release", "close", "skip", "fail")
	},
	"FakeChild": func() []string {
		return []string{"name", "calls", "ops", "answer", "expect", "clear", "write", "mkdir", "symlink", "read", "list", "exists", "remove"}
	},
	"Reply": func() []string {
		names := []string{"op", "path", "op_ret", "op_errno", "ok", "error", "data", "names", "entry_timeout", "attr_timeout"}
		for i := range fops.Op(fops.NumOps) {
			for _, p := range i.Spec().Out {
				names = append(names, p.Name)
			}
		}
		return names
	},
}

// messageOf is a Python exception's message, or the error's.
func messageOf(err error) string {
	if e, ok := err.(*py.Exception); ok { //nolint:errorlint // as engine functions return it
		return strings.TrimSuffix(e.Error(), "\n")
	}
	return err.Error()
}

// someCalls is how many calls of a traceback are shown at its ends.
const someCalls = 5

// mostValue is how long a value may be in a message.
const mostValue = 400

func (a *attempt) value(vs []Value, expr string, o py.Object) []Value {
	if o == nil || expr == "" {
		return vs
	}
	text, err := a.ctx.Repr(o)
	if err != nil {
		text = "(its repr raises " + err.Error() + ")"
	}
	if r := []rune(text); len(r) > mostValue {
		text = string(r[:mostValue]) + "…"
	}
	expr = strings.Join(strings.Fields(expr), " ")
	if toks := lex(expr); expr == text || len(toks) == 2 && toks[0].kind == kString {
		return vs // a literal
	}
	// A number that may be an errno says more by its name.
	if n, ok := o.(py.Int); ok && strings.Contains(expr, "errno") && n > 0 && n < 200 {
		text += " (" + errnoName(syscall.Errno(n)) + ")"
	}
	return append(vs, Value{expr, text})
}

// IsTestFile reports whether a file's name is that of a test.
func IsTestFile(path string) bool { return strings.HasSuffix(path, "_test.py") }
