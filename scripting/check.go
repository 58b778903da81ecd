package scripting

import (
	"fmt"
	"sort"
	"strconv"
	"strings"

	"github.com/go-python/gpython/py"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/scripting/engine"
	"github.com/windlassfs/windlass/xlator"
)

func keys[T any](m map[string]T) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	sort.Strings(out)
	return out
}

// checkMethods finds what is wrong with the methods of the classes that are
// derived from Translator, without running anything: names that are no fop's,
// and parameters that do not fit. derived tells of classes whose base is in
// another file; it may be nil.
func (s *script) checkMethods(derived map[string]*engine.Class, ps *xlator.Problems) {
	mine := make(map[string]bool)
	for _, c := range s.outline.Classes {
		is := derived[c.Name] != nil
		for _, b := range c.Bases {
			is = is || b == "Translator" || b == moduleName+".Translator" || b == "gluster.Translator" || mine[b]
		}
		if !is {
			continue
		}
		mine[c.Name] = true
		for i := range c.Methods {
			checkMethod(s.file, c.Name, &c.Methods[i], ps)
		}
	}
}

// checkInherited does the same for the methods that a class has from classes
// in other files, once it is loaded.
func (s *script) checkInherited(t *engine.Class, ps *xlator.Problems) {
	for _, base := range t.MRO() {
		if s.outline.Class(base.Name()) != nil {
			continue
		}
		names := base.OwnNames()
		sort.Strings(names)
		for _, name := range names {
			fn, ok := base.Own(name).(*engine.ScriptFunc)
			if !ok {
				continue
			}
			file, line := fn.Place()
			info := engine.FuncInfo{Name: name, Line: line, Defaults: fn.Defaults()}
			varargs := false
			if info.Args, varargs = fn.Params(); varargs {
				info.Vararg = "args"
			}
			checkMethod(file, base.Name(), &info, ps)
		}
	}
}

// nearSuffixes are what people write for _fop and _cbk.
var nearSuffixes = map[string]string{"_cb": "_cbk", "_callback": "_cbk", "_cbks": "_cbk", "_reply": "_cbk", "_fops": "_fop", "_op": "_fop", "_request": "_fop"}

func checkMethod(file, class string, f *engine.FuncInfo, ps *xlator.Problems) {
	add := func(hint, format string, args ...any) {
		*ps = append(*ps, xlator.Problem{
			Pos:  xlator.Pos{File: file, Line: f.Line, Column: f.Column},
			Hint: hint, Msg: fmt.Sprintf("class %s: ", class) + fmt.Sprintf(format, args...), Script: true,
		})
	}
	fop, isFop := strings.CutSuffix(f.Name, "_fop")
	cbk, isCbk := strings.CutSuffix(f.Name, "_cbk")
	if !isFop && !isCbk {
		for near, right := range nearSuffixes {
			name, ok := strings.CutSuffix(f.Name, near)
			if _, known := fops.ParseOp(name); ok && known {
				add("did you mean "+name+right+"?", "method %s is called by nobody", f.Name)
			}
		}
		return
	}
	name, suffix, first := fop, "_fop", "self, frame, this"
	if isCbk {
		name, suffix, first = cbk, "_cbk", "self, frame, cookie, this, op_ret, op_errno"
	}
	op, ok := fops.ParseOp(name)
	if !ok {
		hint := "see: windlass list --fops"
		if near := fops.Suggest(name, fops.Names()); near != "" {
			hint = "did you mean " + near + suffix + "?"
		}
		add(hint, "method %s: there is no fop %q", f.Name, name)
		return
	}
	params := op.Spec().In
	if isCbk {
		params = op.Spec().Out
	}
	want := strings.Split(first, ", ")
	for _, p := range fops.Positional(params) {
		want = append(want, p.Name)
	}
	usage := "write: def " + f.Name + "(" + strings.Join(want, ", ") + "):"
	if lo, hi, known := f.Arity(); known && (len(want)-1 < lo || hi >= 0 && len(want)-1 > hi) {
		add(usage, "method %s takes %d arguments and is called with %d", f.Name, len(f.Args), len(want))
	}
	if len(f.KwOnly) > 0 {
		add(usage, "method %s has keyword-only parameters (%s); it is called with positional ones", f.Name, strings.Join(f.KwOnly, ", "))
	}
}

// Check reads a script and reports everything that is wrong with it: its
// syntax, its imports, its classes, their methods, its options, and what
// happens when the translator is made. The script's top level and __init__
// run, with default options; no fop does.
func Check(file string) xlator.Problems {
	var ps xlator.Problems
	s := readScript(&Environment{}, file, xlator.Pos{File: file}, nil, &ps)
	if s == nil {
		return sorted(ps)
	}
	v := &xlator.VolumeSpec{Name: s.moduleName(), Type: Type.Name}
	l := s.examine("", xlator.Pos{File: file}, limits{}, &ps)
	if len(ps) == 0 {
		var none xlator.Problems // what a volume would have to give is no fault of the script
		options := xlator.DecodeOptions(v, append(ownOptions[:len(ownOptions):len(ownOptions)], l.options...), &none)
		h := &host{env: s.env, name: v.Name, log: discard, children: []string{"child"}, down: make(chan struct{})}
		ps = append(ps, h.start(options, l)...)
		h.abandon()
	}
	return sorted(ps)
}

func sorted(ps xlator.Problems) xlator.Problems {
	if ps.Err() == nil {
		return nil
	}
	return ps
}

// loaded is what is known of a script after its top level has run once.
type loaded struct {
	script  *script
	options []xlator.Option
	class   string
	classAt xlator.Pos
	failed  bool
}

// examine runs the file's top level in an interpreter of its own, to know its
// options and to find what is wrong.
func (s *script) examine(class string, at xlator.Pos, lim limits, ps *xlator.Problems) *loaded {
	l := &loaded{script: s, class: class, classAt: at}
	before := len(*ps)
	if s.tooNew(ps) {
		l.failed = true
		return l
	}
	in, err := newInterp(s, lim, newPool(discard, s.env), nil, false)
	var m *engine.ModuleObject
	if err == nil {
		defer in.leave()
		m, err = in.load(s)
	}
	if err != nil {
		s.checkMethods(nil, ps)
		*ps = append(*ps, problem(s.file, "", err))
		l.failed = true
		return l
	}
	ctx := in.ctx
	s.checkAPI(m, ps)
	found, _ := s.candidates(ctx, m)
	s.checkMethods(found, ps)
	l.options = declared(m, s.place("OPTIONS"), ps)
	if t := s.choose(ctx, m, class, at, ps); t != nil {
		s.checkInherited(t, ps)
	}
	l.failed = len(*ps) > before
	return l
}

// API is the version of the contract between scripts and windlass, OldestAPI the
// oldest that this windlass still keeps. A script that says API = n is refused
// if n is outside of that; one that says nothing is taken for API 1.
const (
	API       = 1
	OldestAPI = 1
)

func (s *script) checkAPI(m *engine.ModuleObject, ps *xlator.Problems) {
	v := m.Get("API")
	if v == nil {
		return
	}
	at := s.place("API")
	switch n, isInt := v.(py.Int); {
	case !isInt:
		s.add(ps, at.Line, at.Column, "write: API = "+strconv.Itoa(API), "API must be the number of a version, not %s", kindOf(v))
	case n > API:
		s.add(ps, at.Line, at.Column, "use a newer windlass", "the script is written for API %d, and this is API %d", int(n), API)
	case n < OldestAPI:
		s.add(ps, at.Line, at.Column, "bring it up to API = "+strconv.Itoa(API), "the script is written for API %d, which is too old: the oldest that this windlass runs is API %d", int(n), OldestAPI)
	}
}

// place is where a name of the module is assigned.
func (s *script) place(name string) xlator.Pos {
	for _, n := range s.outline.Names {
		if n.Name == name {
			return xlator.Pos{File: s.file, Line: n.Line, Column: n.Column}
		}
	}
	return xlator.Pos{File: s.file}
}
