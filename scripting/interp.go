package scripting

import (
	"maps"
	"slices"
	"sync"
	"time"

	"github.com/windlassfs/windlass/scripting/engine"
	"github.com/windlassfs/windlass/xlator"
)

// An interp is one interpreter. One goroutine at a time runs in it. Translators
// with the same option vm share theirs, and so do all editions of a translator:
// code that is reloaded runs in the interpreter of the old code, under the same
// lock, so that it can take over what the old one holds.
type interp struct {
	mu  sync.Mutex
	ctx *engine.Context
	// scripts are those that run here; their directories are searched for
	// imports, that of the one that loads first.
	scripts []*script
	// modules are the scripts' modules, by file.
	modules map[string]*loadedModule
	limits  limits
	// running is the lane that runs, nil for none.
	running *lane
	// locks are those of module windlass that the running call has.
	locks  []*sharedLock
	users  int
	silent bool // what is printed is dropped

	// What follows belongs to who changes the graph. holders counts the
	// translators whose change holds mu, fresh are the modules that were
	// loaded anew since it is held, and after is what is to be done when it is free.
	holders int
	fresh   map[string]freshModule
	after   []func()
}

type loadedModule struct {
	script *script
	m      *engine.ModuleObject
}

// limits are a script's budgets.
type limits struct {
	steps     int64
	time      time.Duration
	recursion int
}

// limitsOf reads the budgets from a volume's options.
func limitsOf(o *xlator.Options) limits {
	l := limits{steps: o.Int("step-limit"), time: o.Duration("time-limit"), recursion: int(o.Int("recursion-limit"))}
	if l.steps == 0 {
		l.steps = engine.Unlimited
	}
	if l.time == 0 {
		l.time = engine.Unlimited
	}
	return l
}

// newInterp makes an interpreter for a script and those that share it. Its
// module windlass has the shared containers of pool. With watch, assignments
// that other lanes do not see are told of.
func newInterp(s *script, lim limits, pool *pool, print func(string), watch bool) (*interp, error) {
	mod, err := module()
	if err != nil {
		return nil, err
	}
	glupy, err := glusterModules()
	if err != nil {
		return nil, err
	}
	in := &interp{modules: make(map[string]*loadedModule), limits: lim, users: 1}
	own := *mod
	own.Init = func(c *engine.Context, m *engine.ModuleObject) error {
		m.Set("shared", &sharedObject{pool, in})
		if err := mod.Init(c, m); err != nil {
			return err
		}
		in.equip(m.Get("Translator").(*engine.Class))
		return nil
	}
	opts := engine.Options{
		Name: s.file,
		Stdout: func(line string) {
			if print != nil && !in.silent {
				print(line)
			}
		},
		StepLimit:      lim.steps,
		TimeLimit:      lim.time,
		RecursionLimit: lim.recursion,
		Modules:        slices.Concat([]*engine.Module{&own}, glupy, s.env.Modules),
		Builtins:       s.env.Builtins,
		Import:         in.find,
	}
	if watch {
		opts.Assign = in.assigned
	}
	in.ctx, err = engine.New(opts)
	return in, err
}

// find returns a module that a script imports.
func (in *interp) find(name string) (*engine.Program, error) {
	for _, s := range in.scripts {
		if p, err := s.find(name); p != nil || err != nil {
			return p, err
		}
	}
	return nil, nil
}

// load runs the top level of a script, unless the same text of the same file is
// loaded already, for another translator of the VM.
func (in *interp) load(s *script) (*engine.ModuleObject, error) {
	if l := in.modules[s.file]; l != nil && l.script.same(s) {
		return l.m, nil
	}
	var m *engine.ModuleObject
	var err error
	if in.hasImported(s) {
		m, err = in.ctx.Import(s.moduleName())
	} else {
		in.scripts = slices.Insert(in.scripts, 0, s)
		m, err = s.run(in.ctx)
	}
	if err != nil {
		in.scripts = slices.DeleteFunc(in.scripts, func(o *script) bool { return o == s })
		return nil, err
	}
	in.keep(nil, s, m)
	return m, nil
}

// hasImported reports whether a script that runs here has imported this one.
func (in *interp) hasImported(s *script) bool {
	for _, o := range in.scripts {
		if i := o.imports()[s.moduleName()]; i != nil && i.prog.Filename() == s.file && i.text == s.text {
			return true
		}
	}
	return false
}

// keep notes that s runs here, in place of old.
func (in *interp) keep(old, s *script, m *engine.ModuleObject) {
	in.scripts = slices.Insert(slices.DeleteFunc(in.scripts, func(o *script) bool { return o == old || o.file == s.file }), 0, s)
	in.modules[s.file] = &loadedModule{s, m}
}

// reload runs a script in place of an older one of the same translator, with
// everything that it imports. Code that has imported the older ones keeps them.
func (in *interp) reload(old, s *script) (*engine.ModuleObject, error) {
	// Imports in functions are searched for in the new directories already.
	in.scripts = slices.Insert(in.scripts, 0, s)
	if err := s.eachImport(func(name string, i *imported) error {
		_, err := in.anew(name, i, nil)
		return err
	}); err != nil {
		return nil, err
	}
	m, err := in.anew(s.moduleName(), &imported{s.prog, s.text}, s)
	if err != nil {
		return nil, err
	}
	in.keep(old, s, m)
	return m, nil
}

// anew loads a module once in a change, for all translators of the VM. of is the
// script that it is, if it is one.
func (in *interp) anew(name string, i *imported, of *script) (*engine.ModuleObject, error) {
	if f := in.fresh[name]; f.m != nil && f.text == i.text && f.prog.Filename() == i.prog.Filename() {
		return f.m, nil
	}
	var m *engine.ModuleObject
	var err error
	if of != nil {
		m, err = of.run(in.ctx)
	} else {
		m, err = in.ctx.Load(i.prog, name)
	}
	if err == nil {
		in.fresh[name] = freshModule{i, m}
	}
	return m, err
}

type freshModule struct {
	*imported
	m *engine.ModuleObject
}

// A moment is what an interpreter has loaded at one time.
type moment struct {
	scripts []*script
	modules map[string]*loadedModule
}

func (in *interp) now() moment { return moment{slices.Clone(in.scripts), maps.Clone(in.modules)} }

// restore makes imports find what was loaded then. The code of then holds what
// it has imported at its top; what its functions import only when they are
// called is loaded once more.
func (in *interp) restore(then moment) {
	in.scripts, in.modules = then.scripts, then.modules
	in.silent = true
	for _, s := range in.scripts {
		_ = s.eachImport(func(name string, i *imported) error {
			_, err := in.ctx.Load(i.prog, name)
			return err
		})
		_, _ = s.run(in.ctx)
	}
	in.ctx.Flush()
	in.silent = false
}

// hold locks the interpreter for a change, once for all translators that share
// it.
func (in *interp) hold() {
	if in.holders == 0 {
		in.mu.Lock()
		in.fresh = make(map[string]freshModule)
	}
	in.holders++
}

func (in *interp) letGo() {
	if in.holders--; in.holders > 0 {
		return
	}
	in.mu.Unlock()
	after := in.after
	in.after = nil
	for _, f := range after {
		f()
	}
}

// leave is called by each translator at its end.
func (in *interp) leave() {
	in.mu.Lock()
	defer in.mu.Unlock()
	if in.users--; in.users == 0 {
		in.ctx.Close()
	}
}
