package scripting

import (
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
	// Modules are what scripts import under these names.
	Modules []*engine.Module
	// Builtins are names that scripts have without an import.
	Builtins py.StringDict
	// Source sees the text of every file before it is compiled, and may return
	// another one with the same lines; nil changes nothing.
	Source func(file, text string) string
}

func (e *Environment) afterFunc(d time.Duration, f func()) (stop func()) {
	if e.AfterFunc != nil {
		return e.AfterFunc(d, f)
	}
	t := time.AfterFunc(d, f)
	return func() { t.Stop() }
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
