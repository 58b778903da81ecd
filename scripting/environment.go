package scripting

import (
	"sync"
	"time"

	"github.com/go-python/gpython/py"

	"github.com/windlassfs/windlass/scripting/engine"
	"github.com/windlassfs/windlass/xlator"
)

// An Environment replaces what scripts and their host take from the machine, so
// that a test can run them. The zero Environment is the machine's own.
type Environment struct {
	// AfterFunc calls f once when d has passed, unless stop is called before;
	// nil is the machine's clock. With another one all messages are logged,
	// however many there are.
	AfterFunc func(d time.Duration, f func()) (stop func())
	// Now is the time by the same clock; nil is the machine's.
	Now func() time.Time
	// Modules are what scripts import under these names.
	Modules []*engine.Module
	// Builtins are names that scripts have without an import.
	Builtins py.StringDict
	// Source sees the text of every file before it is compiled, and may return
	// another one with the same lines; nil changes nothing.
	Source func(file, text string) string
	// Programs keeps what was compiled for other types with the same; nil keeps
	// nothing.
	Programs *Programs
}

// Programs are compiled files. They may be used from any goroutine.
type Programs struct {
	mu    sync.Mutex // guards known
	known map[string]*compiled
}

// compiled is a file, and the text that it had.
type compiled struct {
	text    string
	prog    *engine.Program
	outline *engine.Outline
}

// compile compiles a file, or returns it as it was compiled before.
func (e *Environment) compile(file, text string) (*engine.Program, *engine.Outline, error) {
	text = e.source(file, text)
	if e.Programs != nil {
		e.Programs.mu.Lock()
		defer e.Programs.mu.Unlock()
		if c := e.Programs.known[file]; c != nil && c.text == text {
			return c.prog, c.outline, nil
		}
	}
	p, err := engine.Compile(file, text)
	if err != nil {
		return nil, nil, err
	}
	o, err := engine.Inspect(file, text)
	if err != nil {
		return nil, nil, err
	}
	if e.Programs != nil {
		if e.Programs.known == nil {
			e.Programs.known = make(map[string]*compiled)
		}
		e.Programs.known[file] = &compiled{text, p, o}
	}
	return p, o, nil
}

func (e *Environment) afterFunc(d time.Duration, f func()) (stop func()) {
	if e.AfterFunc != nil {
		return e.AfterFunc(d, f)
	}
	t := time.AfterFunc(d, f)
	return func() { t.Stop() }
}

func (e *Environment) now() time.Time {
	if e.Now != nil {
		return e.Now()
	}
	return time.Now()
}

func (e *Environment) source(file, text string) string {
	if e.Source != nil {
		return e.Source(file, text)
	}
	return text
}

// NewType returns scripting/python for another environment than the machine's.
func NewType(e Environment) *xlator.Type {
	t := &xlator.Type{
		Name:        "scripting/python",
		Aliases:     []string{"features/glupy"},
		Summary:     "Runs a translator that is written in Python syntax.",
		Options:     ownOptions,
		MaxChildren: -1,
	}
	t.Declare = func(v *xlator.VolumeSpec, ps *xlator.Problems) []xlator.Option { return declare(&e, v, ps) }
	t.New = func(this *xlator.Node) (any, error) { return newNode(&e, this) }
	return t
}
