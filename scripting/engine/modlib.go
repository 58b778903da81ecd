package engine

import (
	"embed"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/go-python/gpython/py"
)

// The modules written in Python are part of the binary. Each is parsed once per
// process, when it is first imported by any context; the [Program] is shared, and a
// context runs it when the script imports it, as it would a file beside it.
//
// A file is pylib/NAME.py, a package pylib/NAME/__init__.py with its modules beside
// it. In tracebacks and in __file__ it is called <windlass>/NAME.py. Those in golib
// are the same but for what they stand on: modules made by Go (_json, _thread) that
// CPython does not have.
//
// A module of the engine comes before a file of the same name beside the script, so
// that the modules of the library find each other whatever the script's directory
// holds. In CPython the script's directory comes first.

//go:embed pylib/*.py pylib/*/*.py golib/*.py golib/*/*.py
var libFiles embed.FS

// libModule is one module of the library.
type libModule struct {
	path    string // within libFiles
	file    string // its name in tracebacks
	pkg     bool
	once    sync.Once
	program *Program
	err     error
}

var libModules = listLib()

func listLib() map[string]*libModule {
	mods := map[string]*libModule{}
	err := fs.WalkDir(libFiles, ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		_, rel, _ := strings.Cut(p, "/")
		name, pkg := strings.CutSuffix(strings.TrimSuffix(rel, ".py"), "/__init__")
		mods[strings.ReplaceAll(name, "/", ".")] = &libModule{path: p, file: "<windlass>/" + rel, pkg: pkg}
		return nil
	})
	if err != nil {
		panic(err) // files that the compiler put there
	}
	return mods
}

// load returns the program of the module, parsed at the first call.
func (l *libModule) load() (*Program, error) {
	l.once.Do(func() {
		src, err := libFiles.ReadFile(l.path)
		if err != nil {
			l.err = err
			return
		}
		l.program, l.err = Compile(l.file, string(src))
	})
	return l.program, l.err
}

// loadLib runs a module of the library in this context.
func (c *Context) loadLib(name string, l *libModule) (*ModuleObject, error) {
	p, err := l.load()
	if err != nil {
		return nil, raise(importError, "cannot import '%s': %v", name, err)
	}
	mod := newModule(c, name, py.None)
	mod.globals.SetString("__file__", py.String(p.filename))
	if l.pkg {
		mod.globals.SetString("__package__", py.String(name))
		mod.globals.SetString("__path__", &py.List{Items: []py.Object{py.String(path.Dir(p.filename))}})
	} else {
		mod.globals.SetString("__package__", py.String(parentOf(name)))
	}
	c.addModule(name, mod)
	c.programs[p.filename] = p
	if _, err := c.runProgram(p, mod.globals, nil); err != nil {
		c.dropModule(name)
		return nil, err
	}
	return mod, nil
}

// parentOf is the package of a module, "" if it is in none.
func parentOf(name string) string {
	if i := strings.LastIndexByte(name, '.'); i > 0 {
		return name[:i]
	}
	return ""
}

// addModule and dropModule change what is loaded, and sys.modules with it.
func (c *Context) addModule(name string, m *ModuleObject) {
	c.modules[name] = m
	if c.sysModules != nil {
		c.sysModules.SetString(name, m)
	}
}

func (c *Context) dropModule(name string) {
	delete(c.modules, name)
	if c.sysModules != nil {
		c.sysModules.DelString(name)
	}
}

// loaded returns a module that was imported before, or nil. What the script did to
// sys.modules counts: a module that it took out is imported again.
func (c *Context) loaded(name string) (*ModuleObject, error) {
	if c.sysModules == nil {
		return c.modules[name], nil
	}
	switch m := c.sysModules.GetString(name).(type) {
	case *ModuleObject:
		return m, nil
	case py.NoneType:
		e := raise(moduleNotFound, "import of %s halted; None in sys.modules", name)
		e.setAttr("name", py.String(name))
		return nil, e
	}
	return nil, nil
}

// findModule loads a module that is not loaded yet.
func (c *Context) findModule(name string) (*ModuleObject, error) {
	for _, m := range c.opts.Modules {
		if m.Name == name {
			return c.loadModule(m)
		}
	}
	if real := moduleAliases[name]; real != "" {
		m, err := c.importModule(real)
		if err == nil {
			c.addModule(name, m)
		}
		return m, err
	}
	if m := ownModules[name]; m != nil {
		return c.loadModule(m)
	}
	if stockModules[name] {
		impl := py.GetModuleImpl(name)
		return c.loadModule(&Module{Name: name, Doc: impl.Info.Doc, Globals: impl.Globals, Methods: impl.Methods})
	}
	if l := libModules[name]; l != nil {
		return c.findLib(name, l)
	}
	top, _, dotted := strings.Cut(name, ".")
	if dotted && (ownModules[top] != nil || libModules[top] != nil || stockModules[top]) {
		// Not a file of the script's: a package of the engine lacks it.
		parent := parentOf(name)
		p, err := c.importModule(parent)
		if err != nil {
			return nil, err
		}
		if p.Get("__path__") == nil {
			e := raise(moduleNotFound, "No module named '%s'; '%s' is not a package", name, parent)
			e.setAttr("name", py.String(name))
			return nil, e
		}
		return nil, noModule(name)
	}
	return c.importHook(name)
}

// findLib loads a module of the library, and the packages that it is in before it.
func (c *Context) findLib(name string, l *libModule) (*ModuleObject, error) {
	parent := parentOf(name)
	if parent == "" {
		return c.loadLib(name, l)
	}
	p, err := c.importModule(parent)
	if err != nil {
		return nil, err
	}
	// The package may have imported it.
	m, err := c.loaded(name)
	if m == nil && err == nil {
		m, err = c.loadLib(name, l)
	}
	if err == nil {
		p.globals.SetString(name[len(parent)+1:], m)
	}
	return m, err
}

// moduleAliases are second names of modules.
var moduleAliases = map[string]string{"os.path": "posixpath"}

// Modules returns the names of the modules that any script can import, sorted.
func Modules() []string {
	var names []string
	for name := range ownModules {
		names = append(names, name)
	}
	for name := range libModules {
		names = append(names, name)
	}
	for name := range moduleAliases {
		names = append(names, name)
	}
	for name := range stockModules {
		names = append(names, name)
	}
	names = slices.DeleteFunc(names, func(s string) bool { return strings.HasPrefix(s, "_") || strings.Contains(s, "._") })
	slices.Sort(names)
	return slices.Compact(names)
}

// noModule is the error for a module that does not exist. Its text is CPython's;
// what could have been meant follows in the traceback as a note.
func noModule(name string) error {
	e := raise(moduleNotFound, "No module named '%s'", name)
	e.setAttr("name", py.String(name))
	hint := "modules of the engine: " + strings.Join(Modules(), ", ")
	if near := nearest(name, Modules()); near != "" {
		hint = "did you mean '" + near + "'?"
	}
	e.setAttr("__notes__", &py.List{Items: []py.Object{py.String("hint: " + hint)}})
	return e
}

// nearest returns the name that differs least, or "" if none is near.
func nearest(name string, names []string) string {
	best, dist := "", max(1, len(name)/3)+1
	for _, n := range names {
		if d := editDistance(strings.ToLower(name), n); d < dist {
			best, dist = n, d
		}
	}
	return best
}

// editDistance counts the letters to insert, to delete, to replace or to swap.
func editDistance(a, b string) int {
	if len(a) > 64 || len(b) > 64 {
		return 64
	}
	var before []int
	last := make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row := make([]int, len(b)+1)
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last = last, row
	}
	return last[len(b)]
}
