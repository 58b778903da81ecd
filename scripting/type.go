package scripting

import (
	"log/slog"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"weak"

	"github.com/go-python/gpython/py"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/scripting/engine"
	"github.com/windlassfs/windlass/xlator"
)

// maxLanes bounds the interpreters of one volume.
const maxLanes = 64

var ownOptions = []xlator.Option{
	{Key: "module-name", Type: xlator.Str, Doc: "The script NAME.py, looked for beside the volume file and in path."},
	{Key: "script", Type: xlator.Path, Doc: "The file of the script, instead of module-name."},
	{Key: "inline-code", Type: xlator.Str, Doc: "The methods of the translator themselves, instead of a file; mount -e sets it."},
	{Key: "class", Type: xlator.Str, Doc: "The class of the translator; by default the one that is derived from Translator, or the one called xlator."},
	{Key: "path", Type: xlator.List, Doc: "Directories where scripts and what they import are looked for, besides that of the file itself."},
	{Key: "lanes", Type: xlator.Int, Default: "1", HasRange: true, Min: 1, Max: maxLanes, Doc: "How many interpreters run the script in parallel. Each has an instance of the class with a state of its own; a frame stays in one of them."},
	{Key: "on-error", Type: xlator.Enum, Default: "eio", Values: []string{"eio", "passthrough"}, Doc: "What follows an exception that is no OSError: the error EIO, or the fop goes on as if the script were not there."},
	{Key: "step-limit", Type: xlator.Int, Default: strconv.Itoa(engine.DefaultStepLimit), HasRange: true, Min: 0, Max: math.MaxInt64, Doc: "How many loop passes and calls one entry into the script may take; 0 for no limit."},
	{Key: "time-limit", Type: xlator.Time, Default: "10s", Doc: "How long one entry into the script may take; 0 for no limit."},
	{Key: "hold-timeout", Type: xlator.Time, Default: "60s", Doc: "How long a frame may be held before it is answered ETIMEDOUT; 0 for no limit."},
}

// Type is scripting/python, a translator whose class is written in Python.
var Type = NewType(Environment{})

// examined keeps what declare has found out about a volume for newNode, which
// comes right after it. A volume that is never built leaves nothing behind.
var examined sync.Map // of weak.Pointer[xlator.VolumeSpec] to *loaded

// declare finds the options that the volume's script declares, and with them
// everything that is wrong with the script.
func declare(e *Environment, v *xlator.VolumeSpec, ps *xlator.Problems) []xlator.Option {
	l := examineVolume(e, v, ps)
	key := weak.Make(v)
	examined.Store(key, l)
	runtime.AddCleanup(v, func(k weak.Pointer[xlator.VolumeSpec]) { examined.Delete(k) }, key)
	if !l.failed {
		return l.options
	}
	// Nobody knows which options the script would have declared: none is wrong.
	options := l.options
	for _, s := range v.Options {
		known := s.Key == "log-level" || s.Key == "pass-through"
		for _, o := range ownOptions {
			known = known || o.Key == s.Key
		}
		for _, o := range options {
			known = known || o.Key == s.Key
		}
		if !known {
			options = append(options, xlator.Option{Key: s.Key})
		}
	}
	return options
}

// examineVolume reads the script that a volume names.
func examineVolume(e *Environment, v *xlator.VolumeSpec, ps *xlator.Problems) *loaded {
	class, _ := v.Option("class")
	if conflict(v, ps) {
		return &loaded{failed: true}
	}
	if code, ok := v.Option("inline-code"); ok {
		s := inlineScript(e, v, code, searchPath(v), ps)
		if s == nil {
			return &loaded{failed: true}
		}
		return s.examine(class.Value, class.ValuePos, ps)
	}
	file, at, path := locate(v, ps)
	if file == "" {
		return &loaded{failed: true}
	}
	s := readScript(e, file, at, path, ps)
	if s == nil {
		return &loaded{failed: true}
	}
	return s.examine(class.Value, class.ValuePos, ps)
}

// searchPath returns the directories of option path.
func searchPath(v *xlator.VolumeSpec) (path []string) {
	dirs, ok := v.Option("path")
	if !ok {
		return nil
	}
	for _, d := range strings.FieldsFunc(dirs.Value, func(r rune) bool { return strings.ContainsRune(", \t", r) }) {
		if !filepath.IsAbs(d) {
			d = filepath.Join(filepath.Dir(v.Pos.File), d)
		}
		path = append(path, d)
	}
	return path
}

// locate finds the file of a volume's script, and where the volume names it.
func locate(v *xlator.VolumeSpec, ps *xlator.Problems) (file string, at xlator.Pos, path []string) {
	dir := filepath.Dir(v.Pos.File)
	path = searchPath(v)
	name, byName := v.Option("module-name")
	script, byFile := v.Option("script")
	switch {
	case byFile && script.Value != "":
		file = script.Value
		if !filepath.IsAbs(file) {
			file = filepath.Join(dir, file)
		}
		return file, script.ValuePos, path
	case byName && name.Value != "":
		base := strings.TrimSuffix(name.Value, ".py")
		if strings.ContainsAny(base, "/\\") {
			ps.Add(name.ValuePos, "say: option script "+name.Value, "volume %q: module-name %q is no name of a module", v.Name, name.Value)
			return "", name.ValuePos, nil
		}
		dirs := append([]string{dir}, path...)
		for _, d := range dirs {
			file := filepath.Join(d, base+".py")
			if _, err := os.Stat(file); err == nil {
				return file, name.ValuePos, path
			}
		}
		ps.Add(name.ValuePos, "looked in "+strings.Join(dirs, ", ")+near(base, dirs), "volume %q: there is no script %s.py", v.Name, base)
		return "", name.ValuePos, nil
	default:
		ps.Add(v.Pos, "say: option module-name NAME, or: option script FILE.py", "volume %q: %s needs a script", v.Name, v.Type)
	}
	return "", v.Pos, nil
}

// near looks for a script whose name is nearly the one that was asked for.
func near(base string, dirs []string) string {
	var names []string
	for _, d := range dirs {
		files, _ := filepath.Glob(filepath.Join(d, "*.py"))
		for _, f := range files {
			names = append(names, strings.TrimSuffix(filepath.Base(f), ".py"))
		}
	}
	if n := fops.Suggest(base, names); n != "" {
		return "; did you mean " + n + "?"
	}
	return ""
}

// newNode makes the translator of a volume.
func newNode(e *Environment, this *xlator.Node) (any, error) {
	var l *loaded
	if v, ok := examined.LoadAndDelete(weak.Make(this.Spec)); ok {
		l = v.(*loaded)
		if l.failed {
			return nil, xlator.Problems{} // declare has said why
		}
	} else {
		var ps xlator.Problems
		if l = examineVolume(e, this.Spec, &ps); l.failed {
			return nil, ps
		}
	}
	o := this.Options
	h := &host{
		name: this.Name, log: this.Log, node: this, script: l.script, down: make(chan struct{}),
		passthrough: o.Text("on-error") == "passthrough",
		holdTimeout: o.Duration("hold-timeout"),
	}
	for _, c := range this.Children {
		h.children = append(h.children, c.Name)
	}
	h.limit.off = e.AfterFunc != nil
	this.UseInodeCtx()
	this.UseFdCtx()
	if ps := h.start(o, l.class, l.classAt); len(ps) > 0 {
		return nil, ps
	}
	return h, nil
}

// start makes the lanes: the script's instances.
func (h *host) start(o *xlator.Options, class string, at xlator.Pos) (ps xlator.Problems) {
	lim := limits{steps: o.Int("step-limit"), time: o.Duration("time-limit")}
	if lim.steps == 0 {
		lim.steps = engine.Unlimited
	}
	if lim.time == 0 {
		lim.time = engine.Unlimited
	}
	options := newOptions(o)
	n := int(o.Int("lanes"))
	h.lanes = make([]*lane, 0, n)
	for range n {
		l := &lane{host: h}
		h.lanes = append(h.lanes, l)
		ctx, m, err := h.script.load(lim, func(line string) { h.log.Info(line) })
		if err != nil {
			return append(ps, problem(h.script.file, "", err))
		}
		l.ctx = ctx
		t := h.script.choose(ctx, m, class, at, &ps)
		if t == nil {
			return ps
		}
		h.class = t.Name()
		_, base := h.script.candidates(ctx, m)
		newTranslator(l, t, base, options)
		if fn := t.Lookup("__init__"); fn != nil {
			if _, err := ctx.Call(fn, l.self, l.self); err != nil {
				return append(ps, problem(h.script.file, t.Name()+".__init__", err))
			}
		}
		ps = append(ps, l.bind()...)
	}
	return ps
}

// bind resolves the methods of the instance once for all calls.
func (l *lane) bind() (ps xlator.Problems) {
	get := func(name string) *engine.Func {
		v := l.self.Class().Lookup(name)
		if v == nil || v == py.Object(py.None) {
			return nil
		}
		f, err := l.ctx.Bind(l.self, name)
		if err != nil {
			ps = append(ps, problem(l.host.script.file, name, err))
			return nil
		}
		return f
	}
	for i := range l.fop {
		op := fops.Op(i).String()
		l.fop[i], l.cbk[i] = get(op+"_fop"), get(op+"_cbk")
	}
	l.init, l.fini = get("init"), get("fini")
	l.forget, l.release, l.releasedir = get("forget"), get("release"), get("releasedir")
	return ps
}

var discard = slog.New(slog.DiscardHandler)
