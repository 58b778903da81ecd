// Package template is playground/template, the smallest complete translator:
// copy this directory, rename it, and keep what you need. It counts how often
// each object is looked up, and can log the first look-up of a name.
//
//	volume template
//	    type playground/template
//	    option greeting hello
//	    subvolumes store
//	end-volume
//
// # Options
//
//	greeting  what to log at the first look-up of an object (Str, nothing)
package template

import (
	"sync/atomic"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/xlator"
)

// Type is what a program registers to have the translator. Name is what a
// volume's "type" says and Options what its options may be: from here come the
// checks when a volume file is read, the defaults and the help.
var Type = &xlator.Type{
	Name:    "playground/template",
	Summary: "The smallest complete translator, to copy.",
	Options: []xlator.Option{
		{Key: "greeting", Type: xlator.Str, Doc: "What to log at the first look-up of an object."},
	},
	MinChildren: 1, MaxChildren: 1,
	New: newTemplate,
}

// template is one volume of the type. There may be several in a graph, each
// with its own state.
type template struct {
	node     *xlator.Node
	greeting string

	lookups atomic.Int64 // handlers run in parallel
}

// visits is what the translator keeps with an inode.
type visits struct{ n atomic.Int64 }

// newTemplate makes a translator. It must have no effect outside: the graph
// may be built only to be checked. What opens files or starts goroutines has
// an Init method, and a Fini method to end them.
func newTemplate(this *xlator.Node) (any, error) {
	this.UseInodeCtx() // asks for a place in every inode
	return &template{node: this, greeting: this.Options.Text("greeting")}, nil
}

// Bind says which fops the translator handles on their way down (Fop) and
// which replies on their way up (Cbk). All others pass by at no cost. Instead
// of Bind, a method Lookup or LookupCbk with typed arguments would do: see
// xlator.LookupFop and its like.
func (t *template) Bind(b *xlator.Bindings) {
	b.Fop[fops.OpLookup] = t.lookup
	b.Cbk[fops.OpLookup] = t.lookupCbk
}

// lookup handles a look-up on its way down. It must answer (f.Unwind, f.Fail)
// or pass the request on (f.Wind, f.Tail), exactly once. To change an argument
// it would wind a copy: b := f.CopyArgs(a).
func (t *template) lookup(f *xlator.Frame, a *fops.Args) {
	t.lookups.Add(1)
	// Child 0 is the first of the volume's subvolumes. With nil for the
	// callback the reply goes to the one that Bind gave.
	f.Wind(0, a, nil)
}

// lookupCbk handles the reply. It may run on another goroutine than lookup,
// even before Wind has returned; what both need goes into f.Local.
func (t *template) lookupCbk(f *xlator.Frame, _ any, r *fops.Reply) {
	// The inode of a name that nobody knew is not yet linked, but a context
	// can be kept with it: it moves along when the inode becomes known.
	if !r.Failed() && r.Inode != nil {
		v, known := t.node.InodeCtx(r.Inode).(*visits)
		if !known {
			// Another look-up may be quicker: one of the two is kept.
			kept, first := t.node.SetInodeCtxIfNone(r.Inode, new(visits))
			if first && t.greeting != "" {
				t.node.Log.Info(t.greeting, "gfid", r.Buf.GFID.String())
			}
			v, known = kept.(*visits)
		}
		if known {
			v.n.Add(1)
		}
	}
	f.Unwind(r)
}

// Forget is called when an inode goes. What is kept with it goes by itself;
// a translator with more to clean up does it here.
func (t *template) Forget(in *fops.Inode) {
	if v, ok := t.node.InodeCtx(in).(*visits); ok {
		t.node.Log.Debug("forget", "gfid", in.GFID.String(), "visits", v.n.Load())
	}
}

// Dump adds the translator's state to a statedump.
func (t *template) Dump(add func(key string, value any)) {
	add("lookups", t.lookups.Load())
}
