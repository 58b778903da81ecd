package scripting

import (
	"fmt"
	"path/filepath"
	"strings"
	"sync"

	"github.com/windlassfs/windlass/scripting/engine"
	"github.com/windlassfs/windlass/xlator"
)

// An inline script is the text of option inline-code: the methods of a translator,
// written where the volume is. What a file would import first is there without
// an import. The text runs as it is, as a module of its own, so that its lines
// are those of messages; a few generated lines make a class of what it defines.
const (
	inlineModule = "_inline"
	inlineClass  = "xlator"
)

// inlinePrelude runs before the text of an inline script.
const inlinePrelude = `
from windlass import *
import errno
import os
import stat
import time
`

var compileInlinePrelude = sync.OnceValues(func() (*engine.Program, error) {
	return engine.Compile("<option inline-code>", inlinePrelude)
})

// inlineScript compiles the text of option inline-code.
func inlineScript(e *Environment, v *xlator.VolumeSpec, code xlator.OptionSpec, path []string, ps *xlator.Problems) *script {
	name := filepath.Base(code.ValuePos.File)
	if code.ValuePos.Line > 0 {
		name = fmt.Sprintf("%s(inline-code of %s)", code.ValuePos.File, v.Name)
	}
	text, err := sourceText(name, []byte(dedent(code.Value)))
	if err != nil {
		*ps = append(*ps, problem(name, "", err))
		return nil
	}
	s := &script{env: e, file: name, text: text, inline: true, dirs: append([]string{filepath.Dir(v.Pos.File)}, path...), imported: make(map[string]*imported)}
	if s.prog, err = engine.Compile(name, e.source(name, text)); err == nil {
		s.outline, err = engine.Inspect(name, text)
	}
	if err != nil {
		*ps = append(*ps, problem(name, "", err))
		return nil
	}
	for _, c := range s.outline.Classes {
		if isTranslator(c.Bases) {
			s.whole = true
			return s
		}
	}
	class := engine.ClassInfo{Name: inlineClass, Line: 1, Bases: []string{"Translator"}, Methods: s.outline.Functions}
	s.outline.Classes = append(s.outline.Classes, class)
	known := false
	for _, f := range s.outline.Functions {
		known = known || strings.HasSuffix(f.Name, "_fop") || strings.HasSuffix(f.Name, "_cbk")
	}
	if !known {
		s.add(ps, 1, 0, "write: def unlink_fop(self, frame, this, loc, flags, xdata): …", "the code defines no method of a translator")
		return nil
	}
	return s
}

func isTranslator(bases []string) bool {
	for _, b := range bases {
		if b == "Translator" || b == moduleName+".Translator" {
			return true
		}
	}
	return false
}

// loadInline runs the text and makes its class.
func (s *script) loadInline(ctx *engine.Context) (*engine.ModuleObject, error) {
	prelude, err := compileInlinePrelude()
	if err != nil {
		return nil, err
	}
	if s.whole {
		return ctx.Load(s.prog, s.moduleName(), prelude)
	}
	if _, err := ctx.Load(s.prog, inlineModule, prelude); err != nil {
		return nil, err
	}
	var top, class strings.Builder
	top.WriteString("import " + inlineModule + "\nfrom " + moduleName + " import Translator\n")
	class.WriteString("class " + inlineClass + "(Translator):\n    pass\n")
	for _, n := range s.outline.Names {
		if n.Name == "OPTIONS" || n.Name == "API" {
			fmt.Fprintf(&top, "%[1]s = %[2]s.%[1]s\n", n.Name, inlineModule)
			continue
		}
		fmt.Fprintf(&class, "    %[1]s = %[2]s.%[1]s\n", n.Name, inlineModule)
	}
	for _, f := range s.outline.Functions {
		fmt.Fprintf(&class, "    %[1]s = %[2]s.%[1]s\n", f.Name, inlineModule)
	}
	p, err := engine.Compile("<option inline-code>", top.String()+class.String())
	if err != nil {
		return nil, err
	}
	return ctx.Load(p, s.moduleName())
}

// dedent takes off what all lines begin with, and blank lines at the top: text
// between quotes in a shell is often indented.
func dedent(text string) string {
	lines := strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n")
	margin := -1
	for _, l := range lines {
		if strings.TrimSpace(l) == "" {
			continue
		}
		if n := len(l) - len(strings.TrimLeft(l, " \t")); margin < 0 || n < margin {
			margin = n
		}
	}
	for i, l := range lines {
		lines[i] = l[min(max(margin, 0), len(l)):]
	}
	return strings.Join(lines, "\n") + "\n"
}

// conflict adds a problem if a volume says more than once what its script is.
func conflict(v *xlator.VolumeSpec, ps *xlator.Problems) bool {
	var given []string
	var at xlator.Pos
	for _, key := range []string{"module-name", "script", "inline-code"} {
		if o, ok := v.Option(key); ok {
			given, at = append(given, key), o.Pos
		}
	}
	if len(given) < 2 {
		return false
	}
	all := strings.Join(given[:len(given)-1], ", ") + " and " + given[len(given)-1]
	both := "both "
	if len(given) > 2 {
		both = ""
	}
	ps.Add(at, "one of them is enough", "volume %q: %s%s are given", v.Name, both, all)
	return true
}
