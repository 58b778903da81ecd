package xlator

import (
	"fmt"
	"sort"
	"strings"

	"github.com/windlassfs/windlass/fops"
)

// A Type describes one kind of translator: what a volume's "type" names.
type Type struct {
	// Name is CATEGORY/NAME; Aliases are other names for the same type.
	Name    string
	Aliases []string
	// Summary says in one sentence what it does.
	Summary string
	// Options are its own options; every type has the common ones too.
	Options []Option
	// Declare, if not nil, returns further options that depend on the volume:
	// those that a script declares. What is wrong is added to ps.
	Declare func(v *VolumeSpec, ps *Problems) []Option
	// MinChildren and MaxChildren bound the number of subvolumes; a
	// MaxChildren of -1 is no bound.
	MinChildren, MaxChildren int
	// New makes a translator for a node whose options are decoded and whose
	// children are known but not yet initialised. It has no effect outside
	// (that is Init's), so that a graph can be checked without serving it.
	// The error may be Problems.
	New func(this *Node) (any, error)
}

// declared returns the options that a volume of the type may give.
func (t *Type) declared(v *VolumeSpec, ps *Problems) []Option {
	if t.Declare == nil {
		return t.Options
	}
	return append(t.Options[:len(t.Options):len(t.Options)], t.Declare(v, ps)...)
}

// A Registry is the set of translator types that a graph can be built from.
// The zero Registry is empty and ready. It is filled before use; afterwards
// it may be read from any goroutine.
type Registry struct {
	types map[string]*Type
}

// Register adds types. A name that is malformed or taken is a bug of the
// program, so it panics.
func (r *Registry) Register(types ...*Type) {
	if r.types == nil {
		r.types = make(map[string]*Type)
	}
	for _, t := range types {
		for _, name := range append([]string{t.Name}, t.Aliases...) {
			if strings.Count(name, "/") != 1 || t.New == nil {
				panic(fmt.Sprintf("xlator: type %q must be CATEGORY/NAME and have New", name))
			}
			if r.types[name] != nil {
				panic(fmt.Sprintf("xlator: type %q is registered twice", name))
			}
			r.types[name] = t
		}
	}
}

// Lookup returns the type of that name or alias.
func (r *Registry) Lookup(name string) (*Type, bool) { t, ok := r.types[name]; return t, ok }

// Suggest returns the type name that is nearest to a misspelt one, or "".
func (r *Registry) Suggest(name string) string { return fops.Suggest(name, r.names(true)) }

// Types returns all types by name.
func (r *Registry) Types() []*Type {
	var out []*Type
	for _, name := range r.names(false) {
		out = append(out, r.types[name])
	}
	return out
}

func (r *Registry) names(aliases bool) []string {
	var out []string
	for name, t := range r.types {
		if aliases || name == t.Name {
			out = append(out, name)
		}
	}
	sort.Strings(out)
	return out
}
