package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/urfave/cli/v2"
	"golang.org/x/sys/unix"

	"github.com/windlassfs/windlass/cmd/windlass/internal/bench"
)

func benchVerb(w *world) verb {
	return verb{
		&cli.Command{
			Name:      "bench",
			Usage:     "measure single operations in directories, graphs and layers, side by side",
			ArgsUsage: "[NAME=]PATH|GRAPH.vol… or --layers DIRECTORY",
			Category:  catGraph,
			Description: "The contenders take turns in every round, so that a change of the machine meets\nall of them; the ratios are to the first one. A graph is mounted on a temporary\ndirectory by a process of its own, with the kernel's caching of names and\nattributes off (-o changes that), and unmounted at the end in any case.\n\n" +
				"--layers compares a directory with what windlass makes of it:\n\n" +
				"  native        the directory itself\n  windlass      storage/posix alone\n  windlass+1go  below one layer in Go that handles every fop and every reply\n  windlass+10go below ten of them\n  windlass+1py  below one layer in Python that does so\n\n" +
				"The measurements are made in a temporary directory inside of each contender.",
			Flags: []cli.Flag{
				&cli.StringFlag{Name: "layers", Usage: "compare layers above a `DIRECTORY`"},
				&cli.StringSliceFlag{Name: "workload", Aliases: []string{"w"}, Usage: "only these: `NAME,…` (see --list)"},
				&cli.BoolFlag{Name: "list", Usage: "list the workloads"},
				&cli.StringSliceFlag{Name: "threads", Aliases: []string{"t"}, Usage: "numbers of threads: `N,…` (default: 1 and the number of CPUs)"},
				&cli.IntFlag{Name: "rounds", Aliases: []string{"r"}, Usage: "how often each cell is measured: `N`", Value: bench.DefaultRounds},
				&cli.DurationFlag{Name: "duration", Usage: "how long a cell is measured in a round: `TIME`", Value: bench.DefaultDuration},
				&cli.IntFlag{Name: "count", Usage: "at most `N` operations per thread, cell and round; without --duration that alone ends a cell"},
				&cli.StringSliceFlag{Name: "o", Aliases: []string{"options"}, Usage: "mount options for the graphs: `OPTION[=VALUE],…`"},
				&cli.StringFlag{Name: "format", Usage: "what is printed: `table|json|gobench`", Value: "table"},
				jsonFlag(),
			},
			Action: func(c *cli.Context) error { return w.benchAction(c) },
		},
		[]example{
			{"windlass bench --layers /var/tmp", "what a layer costs on this machine"},
			{"windlass bench native=/srv/data graph.vol", "a graph and the directory below it"},
			{"windlass bench -w stat,open -t 1,8 --json /srv/data /mnt", "two mounts, two workloads, as JSON"},
			{"windlass bench --layers /var/tmp --format gobench > new.txt", "for benchstat"},
		},
	}
}

// A plan is a contender that may have to be mounted first.
type plan struct {
	name string
	// dir is an existing directory, or empty: then words, in front of a
	// mountpoint, are the arguments of windlass mount.
	dir   string
	words []string
}

func (w *world) benchAction(c *cli.Context) error {
	if c.Bool("list") {
		return w.benchList(c.Bool("json"))
	}
	opts, err := benchOptions(c)
	errs := []error{err}
	format := c.String("format")
	if c.Bool("json") {
		format = "json"
	}
	if !slices.Contains([]string{"table", "json", "gobench"}, format) {
		errs = append(errs, usage("table, json or gobench", "--format %s is not known", format))
	}
	if _, err := parseMountOptions(c.StringSlice("o"), false); err != nil {
		errs = append(errs, err)
	}
	layers := c.String("layers")
	switch {
	case layers == "":
		errs = append(errs, wantArgs(c, 1, -1))
	case c.NArg() > 0:
		errs = append(errs, usage("", "--layers takes one directory; %q is too much", c.Args().First()))
	}
	if err := errors.Join(errs...); err != nil {
		return err
	}

	ctx, stop := signal.NotifyContext(context.Background(), unix.SIGINT, unix.SIGTERM)
	defer stop()
	f := &field{w: w, options: c.StringSlice("o")}
	defer f.close()
	var plans []plan
	if layers != "" {
		plans, err = f.layers(layers)
	} else {
		plans, err = readPlans(c.Args().Slice())
	}
	if err != nil {
		return err
	}
	contenders, err := f.prepare(ctx, plans)
	if err != nil {
		return err
	}
	defer f.breakHang(ctx)()
	opts.Date = w.Now()
	if w.Progress {
		opts.Progress = func(p bench.Progress) { fmt.Fprintf(w.Stderr, "\r\x1b[K%s", p) }
	}
	rep, err := bench.Run(ctx, contenders, opts)
	if w.Progress {
		fmt.Fprint(w.Stderr, "\r\x1b[K")
	}
	// What was measured before an error is of use too.
	if rep != nil && (err == nil || len(rep.Results) > 0) {
		var out error
		switch format {
		case "json":
			out = rep.WriteJSON(w.Stdout)
		case "gobench":
			out = rep.WriteGobench(w.Stdout)
		default:
			out = rep.WriteTable(w.Stdout, w.Colour)
		}
		err = errors.Join(err, out)
	}
	if ctx.Err() != nil {
		return fail(exitInterrupted, "", "interrupted")
	}
	return err
}

// benchOptions reads the flags that bench.Options has fields for.
func benchOptions(c *cli.Context) (bench.Options, error) {
	o := bench.Options{Duration: c.Duration("duration"), Count: c.Int("count"), Rounds: c.Int("rounds"), Workloads: splitLists(c.StringSlice("workload"))}
	if o.Count > 0 && !c.IsSet("duration") {
		o.Duration = 0
	}
	var errs []error
	if c.Int("rounds") == 0 || c.IsSet("duration") && o.Duration == 0 {
		errs = append(errs, usage("", "--rounds and --duration must be more than nothing"))
	}
	for _, s := range splitLists(c.StringSlice("threads")) {
		n, err := strconv.Atoi(s)
		if err != nil {
			errs = append(errs, usage("", "--threads: %q is not a number", s))
			continue
		}
		o.Threads = append(o.Threads, n)
	}
	for _, err := range leaves(o.Validate()) {
		var unknown *bench.UnknownWorkloadError
		hint := ""
		if errors.As(err, &unknown) {
			hint = "see: windlass bench --list"
		}
		errs = append(errs, usage(hint, "%v", err))
	}
	return o, errors.Join(errs...)
}

func splitLists(lists []string) []string {
	var out []string
	for _, l := range lists {
		out = append(out, strings.FieldsFunc(l, func(r rune) bool { return r == ',' || r == ' ' })...)
	}
	return out
}

func (w *world) benchList(asJSON bool) error {
	if asJSON {
		return writeJSON(w.Stdout, bench.Workloads())
	}
	tw := tabwriter.NewWriter(w.Stdout, 0, 8, 2, ' ', 0)
	for _, i := range bench.Workloads() {
		fmt.Fprintf(tw, "%s\t%s\n", i.Name, i.Doc)
	}
	return tw.Flush()
}

// readPlans reads [NAME=]PATH arguments; the path serves as a name where there
// is none.
func readPlans(args []string) ([]plan, error) {
	var plans []plan
	var errs []error
	for _, arg := range args {
		name, path, named := strings.Cut(arg, "=")
		if _, err := os.Stat(arg); err == nil || !named || strings.ContainsRune(name, '/') {
			name, path = "", arg
		}
		st, err := os.Stat(path)
		if err != nil {
			errs = append(errs, usage("PATH is a directory or a volume file", "%v", err))
			continue
		}
		p := plan{name: name, dir: path}
		if !st.IsDir() {
			p.dir, p.words = "", []string{path}
		}
		if p.name == "" {
			p.name = path
		}
		plans = append(plans, p)
	}
	return plans, errors.Join(errs...)
}

// A field is where the contenders are: what was made and mounted for a run,
// and is removed after it.
type field struct {
	w        *world
	options  []string
	dirs     []string
	children []*childProcess
	mounts   []string
}

// layers plans the contenders of --layers. They share a directory inside of
// dir, and the mounts are beside it: dir may be, or hold, the temporary
// directory.
func (f *field) layers(dir string) ([]plan, error) {
	root, err := os.MkdirTemp(dir, "windlass-layers-*")
	if err != nil {
		return nil, usage("--layers needs a directory to write in", "%v", err)
	}
	if root, err = filepath.Abs(root); err != nil {
		return nil, err
	}
	f.dirs = append(f.dirs, root)
	source, script := filepath.Join(root, "source"), filepath.Join(root, "pass.py")
	if err := errors.Join(os.Mkdir(source, 0o755), os.WriteFile(script, []byte(passScript()), 0o644)); err != nil {
		return nil, err
	}
	stack := func(name, layer string, n int) plan {
		p := plan{name: name}
		for range n {
			p.words = append(p.words, "-x", layer)
		}
		p.words = append(p.words, source)
		return p
	}
	return []plan{
		{name: "native", dir: source},
		stack("windlass", "", 0),
		stack("windlass+1go", passType, 1),
		stack("windlass+10go", passType, 10),
		stack("windlass+1py", script, 1),
	}, nil
}

// prepare mounts what has to be mounted.
func (f *field) prepare(ctx context.Context, plans []plan) ([]bench.Contender, error) {
	var out []bench.Contender
	for _, p := range plans {
		if ctx.Err() != nil {
			return nil, fail(exitInterrupted, "", "interrupted")
		}
		dir := p.dir
		if dir == "" {
			var err error
			if dir, err = f.mount(ctx, p); err != nil {
				return nil, err
			}
		}
		out = append(out, bench.Contender{Name: p.name, Dir: dir})
	}
	return out, nil
}

// mount starts a process that serves the plan on a new directory.
func (f *field) mount(ctx context.Context, p plan) (string, error) {
	parent := ""
	if len(f.dirs) > 0 {
		parent = f.dirs[0]
	}
	dir, err := os.MkdirTemp(parent, "windlass-mount-*")
	if err != nil {
		return "", err
	}
	f.dirs = append(f.dirs, dir)
	words := []string{"mount", "-q", "-o", "entry_timeout=0,attr_timeout=0,negative_timeout=0"}
	for _, o := range f.options {
		words = append(words, "-o", o)
	}
	c, err := f.w.startChild(append(append(words, p.words...), dir), childBench)
	if err != nil {
		return "", err
	}
	f.children, f.mounts = append(f.children, c), append(f.mounts, dir)
	if err := c.ready(ctx); err != nil {
		return "", err
	}
	if !answers(dir, answerTimeout) {
		return "", fail(exitRuntime, "a translator may hang in lookup or stat", "%s does not answer", p.name)
	}
	return dir, nil
}

// breakHang ends the servers if a run does not end soon after it was
// interrupted: an operation that hangs in a filesystem returns only when its
// server is gone. The function that it returns must be called after the run.
func (f *field) breakHang(ctx context.Context) (stop func()) {
	over := make(chan struct{})
	go func() {
		select {
		case <-over:
			return
		case <-ctx.Done():
		}
		select {
		case <-over:
		case <-time.After(5 * time.Second):
			for _, c := range f.children {
				_ = c.cmd.Process.Kill()
			}
		}
	}()
	return func() { close(over) }
}

// close unmounts and removes everything.
func (f *field) close() {
	for _, c := range slices.Backward(f.children) {
		c.stop()
		c.forget()
	}
	for _, m := range f.mounts {
		if at, err := f.w.mountAt(m); err == nil && at != nil {
			_ = f.w.detach(m, true)
		}
	}
	for _, d := range slices.Backward(f.dirs) {
		// Never through a mount that could not be removed: it shows files of
		// somebody else.
		if at, err := f.w.mountAt(d); err != nil || at != nil {
			fmt.Fprintf(f.w.Stderr, "windlass: %s is still mounted\n", d)
			return
		}
		if err := os.RemoveAll(d); err != nil {
			fmt.Fprintf(f.w.Stderr, "windlass: %v\n", err)
		}
	}
}
