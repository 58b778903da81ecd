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

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/scripting/engine"
	"github.com/windlassfs/windlass/xlator"
)

// maxLanes bounds the interpreters of one volume.
const maxLanes = 64

// unlimited is the upper bound of options that have none.
const unlimited = math.MaxInt64

var ownOptions = []xlator.Option{
	{Key: "module-name", Type: xlator.Str, Settable: true, Doc: "The script NAME.py, looked for beside the volume file and in path."},
	{Key: "script", Type: xlator.Path, Settable: true, Doc: "The file of the script, instead of module-name."},
	{Key: "inline-code", Type: xlator.Str, Settable: true, Doc: "The methods of the translator themselves, instead of a file; mount -e sets it."},
	{Key: "class", Type: xlator.Str, Settable: true, Doc: "The class of the translator; by default the one that is derived from Translator, or the one called xlator."},
	{Key: "path", Type: xlator.List, Settable: true, Doc: "Directories where scripts and what they import are looked for, besides that of the file itself."},
	{Key: "lanes", Type: xlator.Int, Default: "1", HasRange: true, Min: 1, Max: maxLanes, Doc: "How many interpreters run the script in parallel. Each has an instance of the class with a state of its own; a frame stays in one of them. What they are to share is in windlass.shared."},
	{Key: "vm", Type: xlator.Str, Doc: "A name: the translators of a graph that say the same one share their interpreters, with all modules. By default each has its own, and no script sees another's state."},
	{Key: "self-assign-warning", Type: xlator.Enum, Default: "log", Values: []string{"off", "log", "alarm"}, Settable: true, Doc: "With several lanes: what follows an assignment to self or to a global in a fop, which other lanes do not see. log: a warning for each place. alarm: besides, an error each time that one runs, and a count in statedumps."},
	{Key: "step-limit", Type: xlator.Int, Default: strconv.Itoa(engine.DefaultStepLimit), HasRange: true, Min: 0, Max: unlimited, Doc: "How many loop passes and calls one entry into the script may take; 0 for no limit."},
	{Key: "time-limit", Type: xlator.Time, Default: "10s", Doc: "How long one entry into the script may take; 0 for no limit."},
	{Key: "recursion-limit", Type: xlator.Int, Default: strconv.Itoa(engine.DefaultRecursionLimit), HasRange: true, Min: 20, Max: 20000, Doc: "How many calls may be nested in one entry into the script."},
	{Key: "hold-timeout", Type: xlator.Time, Default: "60s", Settable: true, Doc: "How long a frame may be held before it is answered ETIMEDOUT; 0 for no limit."},
	{Key: "serve-timeout", Type: xlator.Time, Default: "5s", HasRange: true, Min: 0.001, Max: 600, Settable: true, Doc: "How long serve() may take to return once its stop event is set, before it is interrupted."},
	{Key: "on-error", Type: xlator.Enum, Default: "eio", Values: []string{"eio", "passthrough", "disable"}, Settable: true, Doc: "What follows a fault: an exception that is no OSError, a budget used up, a frame forgotten. eio: the error EIO. passthrough: the fop goes to the first child as it came, a callback's reply goes on as it came. disable: EIO, and later requests go past the translator until a reload (SIGHUP)."},
	{Key: "breaker-faults", Type: xlator.Int, Default: "0", HasRange: true, Min: 0, Max: 100000, Settable: true, Doc: "After how many faults within breaker-window requests go past the translator for breaker-pause; 0 for never. What a script is to refuse is let through meanwhile."},
	{Key: "breaker-window", Type: xlator.Time, Default: "10s", HasRange: true, Min: 0.001, Max: 86400, Settable: true, Doc: "The time in which breaker-faults are counted."},
	{Key: "breaker-pause", Type: xlator.Time, Default: "30s", HasRange: true, Min: 0.001, Max: 86400, Settable: true, Doc: "How long requests go past the translator before one of them tries it again; if that one ends well, all go through it."},
	{Key: "fault-injection", Type: xlator.Str, Default: "off", Settable: true, Doc: "Which entries into the script raise instead of running it: a share like 5%, each hundredth with 100, or off. To test what on-error and the breaker do."},
}

// notTheScripts are the options that no script declares.
var notTheScripts = func() map[string]bool {
	m := map[string]bool{"log-level": true, "pass-through": true}
	for _, o := range ownOptions {
		m[o.Key] = true
	}
	return m
}()

// Type is scripting/python, a translator whose class is written in Python.
var Type = NewType(Environment{})

// examined keeps what declare has found out about a volume for newNode and
// Reconfigure, which come right after it. It goes with the volume's spec.
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
		known := notTheScripts[s.Key]
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
		return s.examine(class.Value, class.ValuePos, examineLimits(v), ps)
	}
	file, at, path := locate(v, ps)
	if file == "" {
		return &loaded{failed: true}
	}
	s := readScript(e, file, at, path, ps)
	if s == nil {
		return &loaded{failed: true}
	}
	return s.examine(class.Value, class.ValuePos, examineLimits(v), ps)
}

// examineLimits are the budgets for running the top level of a volume's script
// before its options are known to be right.
func examineLimits(v *xlator.VolumeSpec) limits {
	own := xlator.VolumeSpec{Name: v.Name, Type: v.Type}
	for _, o := range v.Options {
		if notTheScripts[o.Key] {
			own.Options = append(own.Options, o)
		}
	}
	var ps xlator.Problems
	lim := limitsOf(xlator.DecodeOptions(&own, ownOptions, &ps))
	if len(ps) > 0 {
		return limits{}
	}
	return lim
}

// takeExamined returns what is known of a volume's script, or what is wrong with
// it.
func takeExamined(e *Environment, v *xlator.VolumeSpec) (*loaded, xlator.Problems) {
	if l := peekExamined(v); l != nil {
		if l.failed {
			return nil, xlator.Problems{} // declare has said why
		}
		return l, nil
	}
	var ps xlator.Problems
	l := examineVolume(e, v, &ps)
	return l, ps
}

func peekExamined(v *xlator.VolumeSpec) *loaded {
	if l, ok := examined.Load(weak.Make(v)); ok {
		return l.(*loaded)
	}
	return nil
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
	l, ps := takeExamined(e, this.Spec)
	if l == nil || l.failed {
		return nil, ps
	}
	h := &host{env: e, name: this.Name, log: this.Log, node: this, down: make(chan struct{})}
	for _, c := range this.Children {
		h.children = append(h.children, c.Name)
	}
	h.limit.off, h.talk.off = e.AfterFunc != nil, e.AfterFunc != nil
	this.UseInodeCtx()
	this.UseFdCtx()
	if ps := h.start(this.Options, l); len(ps) > 0 {
		return nil, ps
	}
	return h, nil
}

var discard = slog.New(slog.DiscardHandler)
