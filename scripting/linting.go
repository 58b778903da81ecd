package scripting

import (
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/go-python/gpython/py"

	"github.com/windlassfs/windlass/scripting/engine"
	"github.com/windlassfs/windlass/scripting/lint"
	"github.com/windlassfs/windlass/xlator"
)

// lintTypes are the attributes of the types that scripts see.
func lintTypes() lint.Types {
	t := make(lint.Types)
	for _, c := range []*class{
		frameClass, rootClass, locClass, inodeClass, fdClass, dictClass, bufferClass,
		&iattClass.class, &lockClass.class, &leaseClass.class, &statvfsClass.class,
	} {
		t[c.typ.Name] = append(slices.Clone(c.attrs), keys(c.methods)...)
	}
	own := []string{"name", "options", "log", "children", "stop"}
	for _, m := range translatorMethods {
		own = append(own, m.name)
	}
	t["Translator"] = own
	// A Buffer is what bytes are: all of their methods are there.
	delete(t, "Buffer")
	return t
}

// lintNames are the names of module windlass.
func lintNames() []string { return append(keys(constants()), "Translator", "shared") }

// Lint reads a script and returns what is certainly wrong with the methods of
// its translators, without running anything. It is nil where [Check] has more
// to say: for a file that cannot be read or is no Python.
func Lint(file string) xlator.Problems {
	src, err := ReadSource(file)
	if err != nil {
		return nil
	}
	return sorted(lint.Check(file, src, lintTypes(), lintNames()))
}

// Advise returns what a script does well to say and does not: which version of
// the contract it is written for.
func Advise(file string) xlator.Problems {
	src, err := ReadSource(file)
	if err != nil {
		return nil
	}
	o, err := engine.Inspect(file, src)
	if err != nil || slices.ContainsFunc(o.Names, func(n engine.NameInfo) bool { return n.Name == "API" }) {
		return nil
	}
	return xlator.Problems{{
		Pos: xlator.Pos{File: file, Line: 1, Column: 1}, Script: true,
		Msg: "the script does not say which API it is written for; it is taken as " + strconv.Itoa(API), Hint: "write: API = " + strconv.Itoa(API),
	}}
}

// ScriptOf returns the file of a volume's script, "" if there is none or if it
// cannot be found.
func ScriptOf(v *xlator.VolumeSpec) string {
	if _, code := v.Option("inline-code"); code || conflict(v, new(xlator.Problems)) {
		return ""
	}
	file, _, _ := locate(v, new(xlator.Problems))
	if _, err := os.Stat(file); err != nil || strings.TrimSpace(file) == "" {
		return ""
	}
	return file
}

// tooNew reports a script that is written for a later contract: whatever else
// may be wrong with it then is none of its faults.
func (s *script) tooNew(ps *xlator.Problems) bool {
	for _, n := range s.outline.Names {
		if v, ok := n.Value.(py.Int); ok && n.Name == "API" && v > API {
			s.add(ps, n.Line, n.Column, "use a newer windlass", "the script is written for API %d, and this is API %d", int(v), API)
			return true
		}
	}
	return false
}
