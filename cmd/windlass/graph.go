package main

import (
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/xlator"
	"github.com/windlassfs/windlass/xlator/volfile"
)

const (
	typeScript = "scripting/python"
	typePosix  = "storage/posix"
)

// A graphSource says where a graph comes from: a volume file or a directory,
// with layers put on top and options overridden.
type graphSource struct {
	// Path is a volume file, or a directory to stack on.
	Path string
	// Layers are the values of -x and -e, the first on top; Modules are those of
	// -o modules, the last on top, and above the Layers.
	Layers  []layer
	Modules []string
	// StorageChecks is set where nobody but storage checks permissions.
	StorageChecks bool
	// Overrides are VOLUME.KEY=VALUE.
	Overrides []string
	// Base is where relative names count from, for a process that will leave
	// its directory; empty keeps names, in messages too, as they were given.
	Base string
}

// A layer is the value of -x or of -e.
type layer struct {
	text string
	code bool // -e: the methods of a translator in Python syntax
}

// A layerFlag is -x or -e. Both write into one list, which keeps their order.
type layerFlag struct {
	list *[]layer
	code bool
}

// Set implements flag.Value.
func (f *layerFlag) Set(text string) error {
	if text != copied {
		*f.list = append(*f.list, layer{text, f.code})
	}
	return nil
}

// copied is what cli sets a flag's other name to, having asked String.
const copied = "\x00"

// String implements flag.Value.
func (f *layerFlag) String() string {
	if f.list == nil || len(*f.list) == 0 {
		return ""
	}
	return copied
}

// layerFlags are the flags by which a verb lets its graph be changed.
func layerFlags() []cli.Flag {
	list := new([]layer)
	return []cli.Flag{
		&cli.GenericFlag{Name: "x", Aliases: []string{"layer"}, Value: &layerFlag{list, false}, Usage: "put a layer on top: a script or a type, with options: `LAYER[,OPTION=VALUE…]`; the first -x or -e is the topmost"},
		&cli.GenericFlag{Name: "e", Aliases: []string{"code"}, Value: &layerFlag{list, true}, Usage: "put a translator on top whose methods are given here: `METHODS`"},
		&cli.StringSliceFlag{Name: "xlator-option", Usage: "set an option, over what the volume file says: `VOLUME.KEY=VALUE`"},
	}
}

// sourceOf reads layerFlags.
func sourceOf(c *cli.Context, path string) graphSource {
	return graphSource{Path: path, Layers: *c.Generic("x").(*layerFlag).list, Overrides: c.StringSlice("xlator-option")}
}

// spec returns the graph as written down. Problems come with what could be
// read, so that the rest can be checked too; any other error comes alone.
func (w *world) spec(src graphSource) (*xlator.Spec, xlator.Problems, error) {
	path := src.abs(src.Path)
	st, err := os.Stat(path)
	switch {
	case filepath.Ext(path) == ".py" && (err != nil || !st.IsDir()):
		return nil, nil, fail(exitUsage, "a script goes above something: -x "+src.Path+" SOURCE", "%s is a script, not a graph", src.Path)
	case errors.Is(err, fs.ErrNotExist):
		what := "directory"
		if looksLikeVolfile(src.Path) {
			what = "file"
		}
		return nil, nil, fail(exitGraph, nearFile(src.Path, "SOURCE is a volume file or a directory"), "%s: there is no such %s", src.Path, what)
	case err != nil:
		return nil, nil, fail(exitGraph, "SOURCE is a volume file or a directory", "%v", err)
	}
	var ps xlator.Problems
	var spec *xlator.Spec
	if st.IsDir() {
		spec = &xlator.Spec{File: src.Path, Volumes: []xlator.VolumeSpec{posixVolume(path)}}
	} else {
		var parseErr error
		spec, parseErr = volfile.ReadFile(path)
		if parseErr != nil && !errors.As(parseErr, &ps) {
			return nil, nil, fail(exitGraph, "it must be readable for the one who mounts", "%v", parseErr)
		}
	}
	codes := 0
	for _, l := range src.Layers {
		if l.code {
			codes++
		}
	}
	for i, n := len(src.Layers)-1, codes; i >= 0; i-- {
		l := src.Layers[i]
		if !l.code {
			w.push(spec, l.text, "-x", src, &ps)
			continue
		}
		at := "-e"
		if codes > 1 {
			at = fmt.Sprintf("-e#%d", n)
		}
		n--
		pushCode(spec, l.text, src.pos(at))
	}
	for _, l := range src.Modules {
		w.push(spec, l, "-o modules", src, &ps)
	}
	for _, o := range src.Overrides {
		w.override(spec, o, src, &ps)
	}
	return spec, ps, nil
}

// build makes the graph, or returns everything that is wrong with it. Nothing
// outside the process is touched.
func (w *world) build(src graphSource, log *slog.Logger) (*xlator.Graph, *xlator.Spec, error) {
	spec, ps, err := w.spec(src)
	if err != nil {
		return nil, nil, err
	}
	if len(ps) > 0 && len(spec.Volumes) == 0 {
		return nil, nil, ps.Err()
	}
	if src.StorageChecks {
		checkPermissions(spec)
	}
	g, err := xlator.Build(w.Registry, spec, xlator.BuildOptions{Log: log})
	var more xlator.Problems
	if err != nil && !errors.As(err, &more) {
		return nil, nil, fail(exitGraph, "", "%v", err)
	}
	// The parser and Build may say the same, or two volumes use one script.
	if err := append(ps, more...).Unique().Err(); err != nil {
		return nil, nil, err
	}
	return g, spec, nil
}

// checkPermissions has each storage check the caller's rights, unless its
// volume says otherwise.
func checkPermissions(spec *xlator.Spec) {
	for i := range spec.Volumes {
		v := &spec.Volumes[i]
		if _, said := v.Option("check-permissions"); v.Type == typePosix && !said {
			v.Options = append(v.Options, xlator.OptionSpec{Key: "check-permissions", Value: "on", Pos: v.Pos, ValuePos: v.Pos})
		}
	}
}

func looksLikeVolfile(path string) bool {
	return filepath.Ext(path) == ".vol" || filepath.Ext(path) == ".volfile"
}

// abs makes a name independent of the working directory if Base asks for it.
func (src *graphSource) abs(path string) string {
	if src.Base == "" || path == "" || filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(src.Base, path)
}

// pos is a place on the command line. The name that stands for the file is
// also where relative paths in options count from: the working directory.
func (src *graphSource) pos(flag string) xlator.Pos {
	return xlator.Pos{File: filepath.Join(src.Base, flag)}
}

func posixVolume(dir string) xlator.VolumeSpec {
	if abs, err := filepath.Abs(dir); err == nil {
		dir = abs
	}
	at := xlator.Pos{File: dir}
	return xlator.VolumeSpec{
		Name: "posix", Pos: at, Type: typePosix, TypePos: at,
		Options: []xlator.OptionSpec{{Key: "directory", Value: dir, Pos: at, ValuePos: at}},
	}
}

// push puts one more volume on top of a spec.
func (w *world) push(spec *xlator.Spec, layer, flag string, src graphSource, ps *xlator.Problems) {
	at := src.pos(flag)
	words := splitCommas(layer)
	v := xlator.VolumeSpec{Pos: at, Type: words[0], TypePos: at}
	base := filepath.Base(words[0])
	switch name := words[0]; {
	case name == "":
		ps.Add(at, "a layer is a script (x.py) or a type (debug/trace)", "%q names no layer", layer)
		return
	case filepath.Ext(name) == ".py":
		v.Type, base = typeScript, strings.TrimSuffix(base, ".py")
		script := src.abs(name)
		v.Options = append(v.Options, xlator.OptionSpec{Key: "script", Value: script, Pos: at, ValuePos: at})
	case !strings.Contains(name, "/"):
		full, hint := w.fullType(name)
		if full == "" {
			if i := strings.Index(layer, ".py"); len(words) > 1 && i > len(name) {
				hint = "a comma in a name is written \\,"
			}
			ps.Add(at, hint, "unknown type %q", name)
			return
		}
		v.Type = full
	}
	for _, o := range words[1:] {
		key, value, ok := strings.Cut(o, "=")
		if !ok {
			ps.Add(at, "an option is given as KEY=VALUE; a comma in a value is written \\,", "%s: %q has no value", words[0], o)
			continue
		}
		v.Options = append(v.Options, xlator.OptionSpec{Key: key, Value: value, Pos: at, ValuePos: at})
	}
	putOnTop(spec, v, base, at)
}

// pushCode puts a translator on top whose methods are given as text.
func pushCode(spec *xlator.Spec, text string, at xlator.Pos) {
	putOnTop(spec, xlator.VolumeSpec{
		Pos: at, Type: typeScript, TypePos: at,
		Options: []xlator.OptionSpec{{Key: "inline-code", Value: text, Pos: at, ValuePos: at}},
	}, "e", at)
}

// putOnTop adds a volume above the others, under a name that is not taken.
func putOnTop(spec *xlator.Spec, v xlator.VolumeSpec, base string, at xlator.Pos) {
	v.Name = base
	for n := 2; slices.ContainsFunc(spec.Volumes, func(o xlator.VolumeSpec) bool { return o.Name == v.Name }); n++ {
		v.Name = fmt.Sprintf("%s-%d", base, n)
	}
	if len(spec.Volumes) > 0 {
		v.Subvolumes = []xlator.SubvolumeSpec{{Name: spec.Volumes[len(spec.Volumes)-1].Name, Pos: at}}
	}
	spec.Volumes = append(spec.Volumes, v)
}

// fullType finds the type that a name without category means.
func (w *world) fullType(short string) (full, hint string) {
	var found, shorts []string
	for _, t := range w.shownTypes() {
		for _, name := range append([]string{t.Name}, t.Aliases...) {
			base := name[strings.LastIndexByte(name, '/')+1:]
			if shorts = append(shorts, base); base == short && !slices.Contains(found, t.Name) {
				found = append(found, t.Name)
			}
		}
	}
	switch len(found) {
	case 1:
		return found[0], ""
	case 0:
		return "", didYouMean(fops.Suggest(short, shorts), "see: windlass list")
	}
	return "", "it may be " + strings.Join(found, " or ")
}

// override sets one option of one volume.
func (w *world) override(spec *xlator.Spec, o string, src graphSource, ps *xlator.Problems) {
	at := src.pos("--xlator-option")
	target, value, ok := strings.Cut(o, "=")
	i := strings.IndexByte(target, '.')
	if !ok || i < 1 || i == len(target)-1 {
		ps.Add(at, "it looks like: trace.include-ops=lookup", "%q is not VOLUME.KEY=VALUE", o)
		return
	}
	// A volume's name may have dots in it. The longest name that fits is meant.
	var v *xlator.VolumeSpec
	var names []string
	for i := range spec.Volumes {
		name := spec.Volumes[i].Name
		names = append(names, name)
		if strings.HasPrefix(target, name+".") && (v == nil || len(name) > len(v.Name)) {
			v = &spec.Volumes[i]
		}
	}
	if v == nil {
		ps.Add(at, didYouMean(fops.Suggest(target[:i], names), "the volumes are "+strings.Join(names, ", ")), "%q: there is no volume %q", o, target[:i])
		return
	}
	key := target[len(v.Name)+1:]
	same := w.optionNames(v.Type, key)
	v.Options = slices.DeleteFunc(slices.Clone(v.Options), func(s xlator.OptionSpec) bool { return slices.Contains(same, s.Key) })
	v.Options = append(v.Options, xlator.OptionSpec{Key: key, Value: value, Pos: at, ValuePos: at})
}

// optionNames returns all names of an option.
func (w *world) optionNames(typ, key string) []string {
	if t, ok := w.Registry.Lookup(typ); ok {
		for _, d := range t.Options {
			if all := append([]string{d.Key}, d.Aliases...); slices.Contains(all, key) {
				return all
			}
		}
	}
	return []string{key}
}

// shownTypes returns the types that are of use to people.
func (w *world) shownTypes() []*xlator.Type {
	return slices.DeleteFunc(w.Registry.Types(), func(t *xlator.Type) bool { return t.Name == passType })
}
