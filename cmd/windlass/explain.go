package main

import (
	"fmt"
	"log/slog"
	"reflect"
	"strings"
	"text/tabwriter"

	"github.com/urfave/cli/v2"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/xlator"
)

func explainVerb(w *world) verb {
	return verb{
		&cli.Command{
			Name:        "explain",
			Usage:       "show which translators a fop reaches on its way",
			ArgsUsage:   "GRAPH.vol|SOURCE",
			Category:    catGraph,
			Description: "The way of a fop is compiled when the graph is built: a translator that does not\nhandle it is passed by and costs nothing. For each translator, from the top:\n\n  fop      handles the fop on its way down\n  reply    has a callback for the reply only; the fop itself is passed on for it\n  both     does both\n  ENOSYS   is the last one and has no handler\n  -        is passed by\n\nWithout --fop this is a table of all fops.",
			Flags: append(layerFlags(), jsonFlag(),
				&cli.StringSliceFlag{Name: "fop", Usage: "only these: `FOP,…`"}),
			Action: func(c *cli.Context) error {
				if err := wantArgs(c, 1, 1); err != nil {
					return err
				}
				return w.explain(sourceOf(c, c.Args().First()), splitLists(c.StringSlice("fop")), c.Bool("json"))
			},
		},
		[]example{
			{"windlass explain graph.vol", ""},
			{"windlass explain --fop lookup graph.vol", "the way of one fop"},
			{"windlass explain -x negative.py -x debug/trace .", "before there is a volume file"},
		},
	}
}

// The roles that a translator can have for a fop.
const (
	rolePassed = "-"
	roleFop    = "fop"
	roleReply  = "reply"
	roleBoth   = "both"
	roleENOSYS = "ENOSYS"
)

// An explainJSON is what "windlass explain --json" prints.
type explainJSON struct {
	Graph   string       `json:"graph"`
	Volumes []volumeJSON `json:"volumes"` // Parents first.
	Fops    []wayJSON    `json:"fops"`
}

type volumeJSON struct {
	Name       string   `json:"name"`
	Type       string   `json:"type"`
	Subvolumes []string `json:"subvolumes"`
}

// A wayJSON is the way of one fop.
type wayJSON struct {
	Fop string `json:"fop"`
	// Path are the volumes that the fop reaches one after another if each winds
	// to its first subvolume.
	Path []string `json:"path"`
	// Roles says for every volume what it does.
	Roles map[string]string `json:"roles"`

	choice bool // One of the volumes has several subvolumes.
}

func (w *world) explain(src graphSource, only []string, asJSON bool) error {
	ops, err := parseFops(only)
	if err != nil {
		return err
	}
	g, _, err := w.build(src, slog.New(slog.DiscardHandler))
	if err != nil {
		return err
	}
	rep := explainJSON{Graph: src.Path}
	nodes := g.Nodes()
	for i := len(nodes) - 1; i >= 0; i-- {
		v := volumeJSON{Name: nodes[i].Name, Type: nodes[i].Type.Name, Subvolumes: []string{}}
		for _, c := range nodes[i].Children {
			v.Subvolumes = append(v.Subvolumes, c.Name)
		}
		rep.Volumes = append(rep.Volumes, v)
	}
	own := make(map[*xlator.Node]*xlator.Bindings)
	for _, op := range ops {
		way := wayJSON{Fop: op.String(), Path: []string{}, Roles: make(map[string]string)}
		for _, n := range g.Path(op) {
			way.Path = append(way.Path, n.Name)
		}
		for _, n := range nodes {
			way.Roles[n.Name] = role(n, op, own)
		}
		rep.Fops = append(rep.Fops, way)
	}
	switch {
	case asJSON:
		return writeJSON(w.Stdout, rep)
	case len(only) > 0:
		return w.explainSome(&rep)
	}
	return w.explainAll(&rep)
}

func parseFops(names []string) ([]fops.Op, error) {
	var ops []fops.Op
	for _, n := range names {
		op, ok := fops.ParseOp(n)
		if !ok {
			return nil, usage(didYouMean(fops.Suggest(n, fops.Names()), "see: windlass list --fops"), "%q is not a fop", n)
		}
		ops = append(ops, op)
	}
	if len(names) == 0 {
		for op := range fops.Op(fops.NumOps) {
			ops = append(ops, op)
		}
	}
	return ops, nil
}

// explainSome prints one translator a line.
func (w *world) explainSome(rep *explainJSON) error {
	tw := tabwriter.NewWriter(w.Stdout, 0, 8, 2, ' ', 0)
	for i, way := range rep.Fops {
		if i > 0 {
			fmt.Fprintln(tw)
		}
		op, _ := fops.ParseOp(way.Fop)
		fmt.Fprintf(tw, "%s: %s\n", way.Fop, op.Spec().Doc)
		for _, v := range rep.Volumes {
			says := map[string]string{
				rolePassed: "is passed by",
				roleFop:    "handles the fop",
				roleReply:  "handles the reply only",
				roleBoth:   "handles the fop and the reply",
				roleENOSYS: "answers ENOSYS: it has no handler",
			}[way.Roles[v.Name]]
			if len(v.Subvolumes) == 0 && way.Roles[v.Name] == roleFop {
				says = "answers the fop"
				if why := op.Spec().Unsupported; why != "" && v.Type == typePosix {
					says = "answers EOPNOTSUPP: " + why
				}
			}
			if len(v.Subvolumes) > 1 {
				way.choice = true
				says += "; may choose among " + strings.Join(v.Subvolumes, ", ")
			}
			fmt.Fprintf(tw, "  %s\t%s\t%s\n", v.Name, v.Type, says)
		}
		fmt.Fprintf(tw, "  way: %s", strings.Join(way.Path, " > "))
		if way.choice {
			fmt.Fprint(tw, " (by the first subvolume of each)")
		}
		fmt.Fprintln(tw)
	}
	return tw.Flush()
}

// explainAll prints one fop a line.
func (w *world) explainAll(rep *explainJSON) error {
	tw := tabwriter.NewWriter(w.Stdout, 0, 8, 2, ' ', 0)
	fmt.Fprint(tw, "FOP")
	for _, v := range rep.Volumes {
		fmt.Fprint(tw, "\t", v.Name)
	}
	fmt.Fprintln(tw)
	for _, way := range rep.Fops {
		fmt.Fprint(tw, way.Fop)
		for _, v := range rep.Volumes {
			fmt.Fprint(tw, "\t", way.Roles[v.Name])
		}
		fmt.Fprintln(tw)
	}
	return tw.Flush()
}

// role returns what a translator does with a fop. own caches what ownBindings
// returned.
func role(n *xlator.Node, op fops.Op, own map[*xlator.Node]*xlator.Bindings) string {
	fop, cbk := n.Handles(op)
	switch {
	case !fop && len(n.Children) == 0:
		return roleENOSYS
	case !fop:
		return rolePassed
	case !cbk:
		return roleFop
	}
	// With a callback alone the graph adds a handler that winds on.
	if own[n] == nil {
		own[n] = ownBindings(n.Translator)
	}
	if own[n].Fop[op] == nil {
		return roleReply
	}
	return roleBoth
}

// ownBindings returns the handlers that the translator itself brings, before
// the graph completes them: those of its typed methods (as placeholders), and
// those that it binds.
func ownBindings(t any) *xlator.Bindings {
	b := new(xlator.Bindings)
	methods := make(map[string]bool)
	typ := reflect.TypeOf(t)
	for i := range typ.NumMethod() {
		methods[strings.ToLower(typ.Method(i).Name)] = true
	}
	for op := range fops.Op(fops.NumOps) {
		if methods[strings.ReplaceAll(op.String(), "_", "")] {
			b.Fop[op] = func(*xlator.Frame, *fops.Args) {}
		}
	}
	if bt, ok := t.(xlator.Binder); ok {
		bt.Bind(b)
	}
	return b
}
