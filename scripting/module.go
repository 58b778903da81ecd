package scripting

import (
	"sync"

	"github.com/go-python/gpython/py"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/scripting/engine"
)

// moduleName is what scripts import.
const moduleName = "windlass"

// prelude is the part of the module that is written in Python. What a lane's
// Translator can do is added when the lane is made.
const prelude = `
class Translator:
    """The base of every translator. Define NAME_fop and NAME_cbk methods for
    the fops that you want to see; see windlass.pyi for all of them."""

    def __init__(self, this=None):
        pass


def _format(message, values):
    return message % values
`

// module is what a script's context imports as windlass. The values are
// shared by all contexts and never changed.
var module = sync.OnceValues(func() (*engine.Module, error) {
	p, err := engine.Compile("<windlass>", prelude)
	if err != nil {
		return nil, err
	}
	return &engine.Module{
		Name:    moduleName,
		Doc:     "What a translator for windlass needs: the class Translator, the types of arguments, and constants.",
		Globals: constants(),
		Prelude: []*engine.Program{p},
		Init: func(_ *engine.Context, m *engine.ModuleObject) error {
			t := m.Get("Translator").(*engine.Class)
			for _, name := range translatorNames() {
				t.SetOwn(name, engine.Method(name, func(py.Object, py.Tuple, py.StringDict) (py.Object, error) {
					return nil, py.ExceptionNewf(py.RuntimeError, "%s() is there once the translator is made", name)
				}))
			}
			return nil
		},
	}, nil
})

// constants are the module's values: types, errnos, and the constants of the
// interfaces that fops mirror.
func constants() py.StringDict {
	d := py.StringDict{}
	for _, c := range []*class{
		frameClass, rootClass, locClass, inodeClass, fdClass, dictClass, bufferClass, childClass, logClass, optionClass, optionsClass,
		eventClass, sharedClass, sharedDictClass, sharedLRUClass, sharedSetClass, sharedCounterClass, sharedLockClass,
		&iattClass.class, &lockClass.class, &leaseClass.class, &statvfsClass.class, &direntClass.class,
	} {
		d[c.typ.Name] = c.typ
	}
	for name, v := range numbers {
		d[name] = py.Int(v)
	}
	d["ROOT_GFID"] = py.String(fops.RootGFID.String())
	return d
}
