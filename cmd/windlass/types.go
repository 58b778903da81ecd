package main

import (
	"github.com/windlassfs/windlass/cmd/windlass/internal/pass"
	"github.com/windlassfs/windlass/scripting"
	"github.com/windlassfs/windlass/xlator"
	delaygen "github.com/windlassfs/windlass/xlator/debug/delay-gen"
	errorgen "github.com/windlassfs/windlass/xlator/debug/error-gen"
	iostats "github.com/windlassfs/windlass/xlator/debug/io-stats"
	"github.com/windlassfs/windlass/xlator/debug/trace"
	readonly "github.com/windlassfs/windlass/xlator/features/read-only"
	nlcache "github.com/windlassfs/windlass/xlator/performance/nl-cache"
	rot13 "github.com/windlassfs/windlass/xlator/playground/rot-13"
	"github.com/windlassfs/windlass/xlator/playground/template"
	"github.com/windlassfs/windlass/xlator/storage/posix"
)

// registry returns the translator types that this program has. This file is
// the only one that knows them.
func registry() *xlator.Registry {
	r := new(xlator.Registry)
	r.Register(
		delaygen.Type,
		errorgen.Type,
		iostats.Type,
		trace.Type,
		readonly.Type,
		nlcache.Type,
		rot13.Type,
		template.Type,
		scripting.Type,
		posix.Type,
		pass.Type,
	)
	return r
}

// passType is the layer that bench measures with. It is of no use elsewhere,
// so "windlass list" leaves it out.
const passType = "debug/pass"

// passScript is the source of a script that does the same.
func passScript() string { return scripting.PassThroughSource() }

// checkScript returns what is wrong with a script.
func checkScript(path string) xlator.Problems {
	return append(scripting.Check(path), scripting.Lint(path)...)
}

// adviseScript returns what a script does well to say.
func adviseScript(path string) xlator.Problems { return scripting.Advise(path) }

// lintVolumes returns what reading the scripts of a graph tells, besides what
// building it does.
func (w *world) lintVolumes(spec *xlator.Spec) (ps xlator.Problems) {
	for i := range spec.Volumes {
		v := &spec.Volumes[i]
		if t, ok := w.Registry.Lookup(v.Type); ok && t == scripting.Type {
			ps = append(ps, scripting.Lint(scripting.ScriptOf(v))...)
		}
	}
	return ps
}
