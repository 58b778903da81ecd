package xlator

import (
	"errors"
	"fmt"
	"reflect"
	"runtime/debug"
	"slices"
)

// A Changed is a volume that [Graph.Reconfigure] has changed.
type Changed struct {
	Volume string
	// Notes say what has changed, one change each.
	Notes []string
}

// ErrOver is returned by [Graph.Reconfigure] for a graph that serves no more.
var ErrOver = errors.New("the graph has ended")

// Reconfigure changes a graph that serves to what spec says: all of it, or if
// anything is wrong none, and the error is Problems with everything that is
// wrong. The volumes, their types and their subvolumes must be those that the
// graph has, and only options change that are Settable. Translators that have
// more to read than options (scripts) do it at this time.
//
// Requests come and go meanwhile. One that has reached a translator stays with
// what it found there, also in which fops the translator handled.
//
// It returns what has changed, of each volume that has.
func (g *Graph) Reconfigure(spec *Spec) ([]Changed, error) {
	g.changing.Lock()
	defer g.changing.Unlock()
	if g.over || g.stopTick == nil {
		return nil, ErrOver
	}
	var ps Problems
	all := g.decodeAnew(spec, &ps)
	if len(ps) > 0 {
		return nil, ps.Err()
	}
	notes := make([][]string, len(g.nodes))
	for _, n := range g.nodes {
		notes[n.id] = n.compareOptions(all[n], &ps)
	}
	if len(ps) > 0 {
		return nil, ps.Err()
	}
	changes := make([]*Change, len(g.nodes))
	for _, n := range g.nodes { // children first
		t, ok := n.Translator.(Reconfigurer)
		if !ok {
			continue
		}
		c, err := prepare(t, all[n])
		var more Problems
		switch {
		case errors.As(err, &more):
			ps = append(ps, more...)
		case err != nil:
			ps.Add(all[n].Spec.Pos, "", "volume %q: %v", n.Name, err)
		case c != nil:
			changes[n.id] = c
			notes[n.id] = append(notes[n.id], c.Notes...)
		}
	}
	if err := ps.Unique().Err(); err != nil {
		for _, c := range slices.Backward(changes) {
			if c != nil && c.Abort != nil {
				c.Abort()
			}
		}
		return nil, err
	}
	var out []Changed
	anew := false
	for _, n := range g.nodes {
		n.Options.set.Store(all[n].Options.set.Load())
		n.level.Set(levels[n.Options.Text("log-level")])
		c := changes[n.id]
		if c != nil && c.Commit != nil {
			c.Commit()
		}
		if c == nil && len(notes[n.id]) == 0 {
			continue
		}
		n.bind()
		anew = true
		if len(notes[n.id]) > 0 {
			out = append(out, Changed{n.Name, notes[n.id]})
		}
	}
	if anew {
		g.compile()
	}
	return out, nil
}

// prepare asks a translator. If it panics it refuses.
func prepare(t Reconfigurer, r *Reconfiguration) (c *Change, err error) {
	defer func() {
		if e := recover(); e != nil {
			c, err = nil, fmt.Errorf("it panics: %v\n%s", e, debug.Stack())
		}
	}()
	return t.Reconfigure(r)
}

// keeps is the hint where a graph would have to be another one.
const keeps = "a graph that serves keeps its shape: unmount it and mount it anew"

// decodeAnew finds the volumes of the graph in a spec and reads their options.
func (g *Graph) decodeAnew(spec *Spec, ps *Problems) map[*Node]*Reconfiguration {
	all := make(map[*Node]*Reconfiguration, len(g.nodes))
	for i := range spec.Volumes {
		v := &spec.Volumes[i]
		n := g.Node(v.Name)
		switch {
		case n == nil:
			ps.Add(v.Pos, keeps, "volume %q is new", v.Name)
			continue
		case all[n] != nil:
			ps.Add(v.Pos, fmt.Sprintf("first defined at %s", all[n].Spec.Pos), "volume %q is defined twice", v.Name)
			continue
		}
		r := &Reconfiguration{Spec: v, all: all}
		all[n] = r
		if t, ok := g.reg.Lookup(v.Type); !ok || t != n.Type {
			ps.Add(v.TypePos, keeps, "volume %q is of type %s and would be of type %q", v.Name, n.Type.Name, v.Type)
			continue
		}
		if !slices.EqualFunc(v.Subvolumes, n.Children, func(s SubvolumeSpec, c *Node) bool { return s.Name == c.Name }) {
			ps.Add(v.Pos, keeps, "volume %q would have other subvolumes", v.Name)
		}
		r.Options = DecodeOptions(v, n.Type.declared(v, ps), ps)
	}
	for _, n := range g.nodes {
		if all[n] == nil {
			ps.Add(Pos{File: spec.File}, keeps, "volume %q is missing", n.Name)
		}
	}
	if n := len(spec.Volumes); n > 0 && len(*ps) == 0 && spec.Volumes[n-1].Name != g.Top().Name {
		ps.Add(spec.Volumes[n-1].Pos, keeps, "volume %q would be the top, which is %q", spec.Volumes[n-1].Name, g.Top().Name)
	}
	return all
}

// compareOptions returns what differs between the options that a volume has and
// those that it is to have, and refuses what cannot change.
func (n *Node) compareOptions(r *Reconfiguration, ps *Problems) (notes []string) {
	old := n.Options.set.Load()
	_, able := n.Translator.(Reconfigurer)
	for i, d := range r.Options.Declared() {
		was, known := old.values[d.Key]
		now := r.Options.Value(d.Key)
		if !known || reflect.DeepEqual(was, now) {
			continue
		}
		common := i >= len(r.Options.Declared())-len(commonOptions)
		if !d.Settable || !able && !common {
			at := r.Spec.Pos
			if s, given := r.Options.Given(d.Key); given {
				at = s.Pos
			}
			ps.Add(at, "unmount it and mount it anew", "volume %q: option %s is %s and cannot change to %s while the graph serves", n.Name, d.Key, optionText(was), optionText(now))
			continue
		}
		notes = append(notes, fmt.Sprintf("option %s: %s, was %s", d.Key, optionText(now), optionText(was)))
	}
	return notes
}
