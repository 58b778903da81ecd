// Package pass is the translator that does nothing, at full price: it handles
// every fop and every reply and passes both on. "windlass bench --layers"
// measures with it what a layer costs. It keeps no state and may be called from
// anywhere.
package pass

import (
	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/xlator"
)

// Type is debug/pass.
var Type = &xlator.Type{
	Name:        "debug/pass",
	Summary:     "Pass every fop and every reply on, through a handler each: what a layer costs.",
	MinChildren: 1,
	MaxChildren: 1,
	New:         func(*xlator.Node) (any, error) { return translator{}, nil },
}

type translator struct{}

// Bind handles everything.
func (translator) Bind(b *xlator.Bindings) {
	for op := range fops.Op(fops.NumOps) {
		b.Fop[op] = func(f *xlator.Frame, a *fops.Args) { f.Wind(0, a, nil) }
		b.Cbk[op] = func(f *xlator.Frame, _ any, r *fops.Reply) { f.Unwind(r) }
	}
}
