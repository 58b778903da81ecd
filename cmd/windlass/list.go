package main

import (
	"fmt"
	"io"
	"math"
	"path"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"

	"github.com/urfave/cli/v2"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/xlator"
)

func listVerb(w *world) verb {
	return verb{
		&cli.Command{
			Name:        "list",
			Usage:       "list translator types, their options, or the fops",
			ArgsUsage:   "[PATTERN]",
			Category:    catGraph,
			Description: "A PATTERN is a glob over names, of types also over the part after the slash.\nWithout a flag the types are listed. --fops -v shows the signatures, as scripts\nsee them.",
			Flags: []cli.Flag{
				jsonFlag(),
				&cli.StringFlag{Name: "options", Usage: "list the options of a `TYPE`, or of a script"},
				&cli.BoolFlag{Name: "fops", Usage: "list the fops"},
				&cli.BoolFlag{Name: "verbose", Aliases: []string{"v"}, Usage: "more about each"},
			},
			Action: func(c *cli.Context) error {
				if err := wantArgs(c, 0, 1); err != nil {
					return err
				}
				l := lister{w, c.Args().First(), c.Bool("verbose"), c.Bool("json")}
				if _, err := path.Match(l.pattern, ""); err != nil {
					return usage("quote it for the shell: 'debug/*'", "%q is no pattern", l.pattern)
				}
				switch {
				case c.IsSet("options") && c.Bool("fops"):
					return usage("leave one out", "--options and --fops contradict each other")
				case c.IsSet("options"):
					return l.options(c.String("options"))
				case c.Bool("fops"):
					return l.fops()
				}
				return l.types()
			},
		},
		[]example{
			{"windlass list", ""},
			{"windlass list 'debug/*'", ""},
			{"windlass list --options debug/trace", "what can be set in a volume file"},
			{"windlass list --options negative.py", ""},
			{"windlass list --fops -v 'read*'", "signatures of readv, readdir, …"},
		},
	}
}

// A lister prints one kind of list.
type lister struct {
	w             *world
	pattern       string
	verbose, json bool
}

// matches reports whether one of the names fits the pattern. '*' means a slash
// too: '*trace*' shall find debug/trace.
func (l *lister) matches(names ...string) bool {
	flat := strings.NewReplacer("/", "\x00")
	for _, n := range names {
		if ok, _ := path.Match(flat.Replace(l.pattern), flat.Replace(n)); ok {
			return true
		}
	}
	return l.pattern == ""
}

// nothing is the error for a list that is empty.
func (l *lister) nothing(what string, names []string) error {
	return usage(didYouMean(fops.Suggest(l.pattern, names), ""), "no %s fits %q", what, l.pattern)
}

// A typeJSON is a type as --json prints it.
type typeJSON struct {
	Name        string       `json:"name"`
	Aliases     []string     `json:"aliases,omitempty"`
	Summary     string       `json:"summary"`
	MinChildren int          `json:"min_subvolumes"`
	MaxChildren int          `json:"max_subvolumes"` // -1: no bound
	Options     []optionJSON `json:"options"`
}

// An optionJSON is an option as --json prints it.
type optionJSON struct {
	Key      string   `json:"key"`
	Aliases  []string `json:"aliases,omitempty"`
	Type     string   `json:"type"`
	Default  string   `json:"default"`
	Required bool     `json:"required"`
	Min      *float64 `json:"min,omitempty"`
	Max      *float64 `json:"max,omitempty"`
	Values   []string `json:"values,omitempty"`
	Settable bool     `json:"settable"`
	Doc      string   `json:"doc"`
	Common   bool     `json:"common"` // Every type has it.
}

// optionsJSON describes the options of a type, or of the script that a volume
// names: its own first, and then those that every type has.
func optionsJSON(t *xlator.Type, v *xlator.VolumeSpec) ([]optionJSON, error) {
	own := t.Options
	var ps, ignored xlator.Problems
	if t.Declare != nil && len(v.Options) > 0 {
		own = slices.Concat(own, t.Declare(v, &ps))
	}
	out := []optionJSON{}
	for i, o := range xlator.DecodeOptions(v, own, &ignored).Declared() {
		out = append(out, describe(&o, i >= len(own)))
	}
	return out, ps.Err()
}

func describe(o *xlator.Option, common bool) optionJSON {
	j := optionJSON{Key: o.Key, Aliases: o.Aliases, Type: o.Type.String(), Default: o.Default, Required: o.Required, Values: o.Values, Settable: o.Settable, Doc: o.Doc, Common: common}
	if o.HasRange {
		j.Min, j.Max = &o.Min, &o.Max
	}
	return j
}

func (l *lister) types() error {
	list := []typeJSON{}
	var names []string
	for _, t := range l.w.shownTypes() {
		all := append([]string{t.Name}, t.Aliases...)
		names = append(names, all...)
		for _, n := range all {
			all = append(all, path.Base(n))
		}
		if l.matches(all...) {
			opts, err := optionsJSON(t, &xlator.VolumeSpec{Type: t.Name})
			if err != nil {
				return err
			}
			list = append(list, typeJSON{t.Name, t.Aliases, t.Summary, t.MinChildren, t.MaxChildren, opts})
		}
	}
	if len(list) == 0 {
		return l.nothing("type", names)
	}
	if l.json {
		return writeJSON(l.w.Stdout, list)
	}
	tw := tabwriter.NewWriter(l.w.Stdout, 0, 8, 2, ' ', 0)
	for _, t := range list {
		fmt.Fprintf(tw, "%s\t%s\n", t.Name, t.Summary)
		if !l.verbose {
			continue
		}
		if len(t.Aliases) > 0 {
			fmt.Fprintf(tw, "\talso: %s\n", strings.Join(t.Aliases, ", "))
		}
		fmt.Fprintf(tw, "\tsubvolumes: %s\n", childrenText(t))
		for _, o := range t.Options {
			if !o.Common {
				fmt.Fprintf(tw, "\toption %s %s\n", o.Key, o.kind())
			}
		}
	}
	return tw.Flush()
}

func childrenText(t typeJSON) string {
	switch {
	case t.MaxChildren < 0:
		return fmt.Sprintf("at least %d", t.MinChildren)
	case t.MaxChildren == t.MinChildren:
		return fmt.Sprint(t.MinChildren)
	}
	return fmt.Sprintf("%d to %d", t.MinChildren, t.MaxChildren)
}

// kind describes the values of an option in one field.
func (o *optionJSON) kind() string {
	if len(o.Values) > 0 {
		return strings.Join(o.Values, "|")
	}
	switch {
	case o.Min != nil && *o.Max >= math.MaxInt64:
		return fmt.Sprintf("%s, at least %s", o.Type, o.number(*o.Min))
	case o.Min != nil:
		return fmt.Sprintf("%s %s–%s", o.Type, o.number(*o.Min), o.number(*o.Max))
	}
	return o.Type
}

// number writes a bound as a volume file would have it.
func (o *optionJSON) number(f float64) string {
	unit := 0
	for ; o.Type == xlator.Size.String() && f >= 1024 && math.Mod(f, 1024) == 0 && unit < 4; unit++ {
		f /= 1024
	}
	return strconv.FormatFloat(f, 'f', -1, 64) + []string{"", "KB", "MB", "GB", "TB"}[unit]
}

// declared returns the type that a name or a script stands for, and its options.
func (w *world) declared(name string) (*xlator.Type, []optionJSON, error) {
	v := &xlator.VolumeSpec{Name: name, Pos: xlator.Pos{File: name}, Type: name}
	if path.Ext(name) == ".py" {
		v.Type = typeScript
		v.Options = []xlator.OptionSpec{{Key: "script", Value: name}}
	} else if full, _ := w.fullType(name); full != "" {
		v.Type = full
	}
	t, ok := w.Registry.Lookup(v.Type)
	if !ok {
		return nil, nil, usage(didYouMean(w.Registry.Suggest(name), "see: windlass list"), "unknown type %q", name)
	}
	all, err := optionsJSON(t, v)
	return t, all, err
}

func (l *lister) options(name string) error {
	t, all, err := l.w.declared(name)
	if err != nil {
		return err
	}
	list := []optionJSON{}
	var names []string
	for _, o := range all {
		keys := append([]string{o.Key}, o.Aliases...)
		names = append(names, keys...)
		if l.matches(keys...) {
			list = append(list, o)
		}
	}
	if len(list) == 0 {
		return l.nothing("option of "+t.Name, names)
	}
	if l.json {
		return writeJSON(l.w.Stdout, list)
	}
	tw := tabwriter.NewWriter(l.w.Stdout, 0, 8, 2, ' ', 0)
	fmt.Fprintln(tw, "OPTION\tVALUE\tDEFAULT\tMEANING")
	for _, o := range list {
		def := o.Default
		switch {
		case o.Required:
			def = "required"
		case def == "":
			def = "-"
		}
		doc := o.Doc
		if len(o.Aliases) > 0 {
			doc += " Also: " + strings.Join(o.Aliases, ", ") + "."
		}
		fmt.Fprintf(tw, "%s\t%s\t%s\t%s\n", o.Key, o.kind(), def, doc)
	}
	return tw.Flush()
}

// A fopJSON is a fop as --json prints it.
type fopJSON struct {
	Name        string      `json:"name"`
	GF          int         `json:"gf,omitempty"`
	Class       string      `json:"class"`
	Mutates     bool        `json:"mutates"`
	Doc         string      `json:"doc"`
	Note        string      `json:"note,omitempty"`
	Unsupported string      `json:"unsupported,omitempty"`
	In          []paramJSON `json:"in"`
	Out         []paramJSON `json:"out"`
	Callback    bool        `json:"callback,omitempty"` // Told to a translator; there is no frame and no answer.
}

// A paramJSON is an argument or a value of a reply.
type paramJSON struct {
	Name    string `json:"name"`
	Go      string `json:"go,omitempty"`
	Python  string `json:"python"`
	Keyword bool   `json:"keyword,omitempty"`
	Doc     string `json:"doc"`
}

func paramsJSON(ps []fops.Param) []paramJSON {
	out := []paramJSON{}
	for _, p := range ps {
		out = append(out, paramJSON{p.Name, p.Go, p.Py, p.Keyword, p.Doc})
	}
	return out
}

func (l *lister) fops() error {
	list := []fopJSON{}
	var names []string
	for i, table := range [][]fops.Spec{fops.Specs(), fops.Callbacks()} {
		for _, s := range table {
			names = append(names, s.Name)
			if l.matches(s.Name) {
				list = append(list, fopJSON{s.Name, s.GF, s.Class.String(), s.Mutates, s.Doc, s.Note, s.Unsupported, paramsJSON(s.In), paramsJSON(s.Out), i == 1})
			}
		}
	}
	if len(list) == 0 {
		return l.nothing("fop", names)
	}
	if l.json {
		return writeJSON(l.w.Stdout, list)
	}
	if l.verbose {
		for i, f := range list {
			if i > 0 {
				fmt.Fprintln(l.w.Stdout)
			}
			f.write(l.w.Stdout)
		}
		return nil
	}
	tw := tabwriter.NewWriter(l.w.Stdout, 0, 8, 2, ' ', 0)
	fmt.Fprintln(tw, "FOP\tON\tCHANGES\tMEANING")
	for _, f := range list {
		changes := "-"
		if f.Mutates {
			changes = "yes"
		}
		fmt.Fprintf(tw, "%s\t%s\t%s\t%s\n", f.Name, f.Class, changes, f.Doc)
	}
	return tw.Flush()
}

// write prints the signatures as a script has them, and what they mean.
func (f *fopJSON) write(out io.Writer) {
	var positional, keyword []string
	for _, p := range f.In {
		if p.Keyword {
			keyword = append(keyword, p.Name+": "+p.Python)
		} else {
			positional = append(positional, p.Name+": "+p.Python)
		}
	}
	if f.Callback {
		fmt.Fprintf(out, "%s(%s)\n    %s\n", f.Name, strings.Join(append([]string{"this"}, positional...), ", "), f.Doc)
	} else {
		reply := []string{"frame", "cookie", "this", "op_ret", "op_errno"}
		for _, p := range f.Out {
			reply = append(reply, p.Name+": "+p.Python)
		}
		fmt.Fprintf(out, "%s_fop(%s)\n", f.Name, strings.Join(append([]string{"frame", "this"}, positional...), ", "))
		fmt.Fprintf(out, "%s_cbk(%s)\n    %s\n", f.Name, strings.Join(reply, ", "), f.Doc)
	}
	if f.Note != "" {
		fmt.Fprintf(out, "    %s\n", f.Note)
	}
	if len(keyword) > 0 {
		fmt.Fprintf(out, "    By keyword only: %s.\n", strings.Join(keyword, ", "))
	}
	if f.Unsupported != "" {
		fmt.Fprintf(out, "    storage/posix answers EOPNOTSUPP: %s.\n", f.Unsupported)
	}
}
