package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"os/signal"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"
	"golang.org/x/sys/unix"

	"github.com/windlassfs/windlass/xlator"
)

func mountVerb(w *world) verb {
	flags := append(layerFlags(),
		&cli.StringSliceFlag{Name: "o", Aliases: []string{"options"}, Usage: "mount options, as with mount(8): `OPTION[=VALUE],…`"},
		&cli.BoolFlag{Name: "d", Aliases: []string{"daemon"}, Usage: "go to the background once the filesystem answers"},
		&cli.BoolFlag{Name: "f", Aliases: []string{"foreground"}, Usage: "stay in the foreground (default)"},
		&cli.BoolFlag{Name: "dry-run", Aliases: []string{"n"}, Usage: "check everything, mount nothing"},
		&cli.BoolFlag{Name: "sloppy", Usage: "ignore mount options that are not known"},
		&cli.StringFlag{Name: "measure", Usage: "what statedumps count: `off|counts|latency`", Value: "off"},
		&cli.StringFlag{Name: "dump-dir", Usage: "where SIGUSR1 writes statedumps: `DIR` (default: $XDG_RUNTIME_DIR, /run/windlass or the temporary directory)"},
	)
	var rows [][2]string
	for i := range mountOptions {
		rows = append(rows, [2]string{mountOptions[i].usage(), mountOptions[i].doc})
	}
	var opts strings.Builder
	writeRows(&opts, "  ", rows)
	return verb{
		&cli.Command{
			Name:      "mount",
			Usage:     "mount a graph, or layers above a directory",
			ArgsUsage: "GRAPH.vol|SOURCE MOUNTPOINT",
			Category:  catMount,
			Flags:     append(flags, logFlags()...),
			Description: "The process stays in the foreground and serves the filesystem until it is\nunmounted. Everything is checked before anything is mounted. A mount left behind\nby a windlass that died is removed first.\n\n" +
				"What -e gives is the body of a class derived from Translator; the names of module\nwindlass and errno, os, stat and time are there without an import.\n\n" +
				"Signals: INT and TERM unmount; if files are open, the second one detaches the\nmount lazily and a third ends the process. USR1 writes a statedump with the\nrequests under way. HUP opens the log file anew, and reads the volume file\nand the scripts again: the mount goes on with what they say, or as it was if\nanything is wrong, and the log says which. A mount in the foreground without a\nlog file ends when its terminal goes.\n\n" +
				"Mount options:\n" + opts.String() + "Those for mount(8) and systemd (defaults, noauto, nofail, _netdev, x-…) are ignored.",
			Action: func(c *cli.Context) error { return w.mountAction(c) },
		},
		[]example{
			{"windlass mount graph.vol /mnt", "a graph from a volume file"},
			{"windlass mount -x negative.py -x debug/trace,include-ops=lookup /srv/data /mnt", "a script above a tracer above a directory"},
			{"windlass mount -e 'def unlink_fop(self, frame, this, loc, flags, xdata): raise OSError(errno.EPERM)' /srv/data /mnt", "a translator in a line: nothing can be removed"},
			{"windlass mount -d --log /var/log/windlass.log -o ro,allow_other graph.vol /mnt", "in the background, for all users, read-only"},
			{"windlass mount --xlator-option trace.log-level=debug graph.vol /mnt", "with an option changed"},
		},
	}
}

func (o *mountOption) usage() string {
	if o.arg == "" {
		return o.name
	}
	return o.name + "=" + o.arg
}

// A mountRequest is everything that a mount needs, checked.
type mountRequest struct {
	src        graphSource
	mountpoint string
	set        mountSettings
	log        logSettings
	measure    xlator.Measure
	background bool
	dryRun     bool
}

var measures = map[string]xlator.Measure{"off": xlator.MeasureOff, "counts": xlator.MeasureCounts, "latency": xlator.MeasureLatency}

// readMount reads the command line, and reports all that is wrong with it.
func (w *world) readMount(c *cli.Context) (*mountRequest, error) {
	errs := []error{wantArgs(c, 2, 2)}
	set, err := parseMountOptions(c.StringSlice("o"), c.Bool("sloppy"))
	errs = append(errs, err)
	r := &mountRequest{
		src: sourceOf(c, c.Args().Get(0)), set: set,
		background: c.Bool("d"), dryRun: c.Bool("dry-run"),
		log: logSettings{File: c.String("log"), Format: c.String("log-format"), Verbose: c.Bool("verbose") || set.Debug, Quiet: c.Bool("quiet")},
	}
	if c.Bool("f") && r.background {
		errs = append(errs, usage("leave one out", "-f and -d contradict each other"))
	}
	if r.log.Verbose && r.log.Quiet {
		errs = append(errs, usage("leave one out", "-v and -q (or -o debug) contradict each other"))
	}
	// A flag says more than the same in -o.
	if !c.IsSet("log") && set.Log != "" {
		r.log.File = set.Log
	}
	if !c.IsSet("log-format") && set.LogFormat != "" {
		r.log.Format = set.LogFormat
	}
	if c.IsSet("dump-dir") {
		r.set.DumpDir = c.String("dump-dir")
	}
	if r.log.Format != "text" && r.log.Format != "json" {
		errs = append(errs, usage("text or json", "log format %q is not known", r.log.Format))
	}
	var ok bool
	if r.measure, ok = measures[c.String("measure")]; !ok {
		errs = append(errs, usage("off, counts or latency", "--measure %s is not known", c.String("measure")))
	}
	r.src.Modules = set.Modules
	r.src.Overrides = append(r.src.Overrides, set.Overrides...)
	r.src.StorageChecks = !set.DefaultPermissions
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	r.mountpoint, err = w.resolveMountpoint(c.Args().Get(1))
	return r, err
}

func (w *world) mountAction(c *cli.Context) error {
	child, err := w.childMode()
	if err != nil {
		return err
	}
	r, err := w.readMount(c)
	if err != nil {
		return child.failed(err)
	}
	return child.failed(w.mount(r, child))
}

// mount checks everything and then serves, in this process or in one in the
// background. child is nil unless this is that process.
func (w *world) mount(r *mountRequest, child *child) error {
	// The process in the background leaves its directory, to keep nothing busy.
	if child != nil {
		if wd, err := os.Getwd(); err == nil {
			r.src.Base = wd
			r.log.File, r.set.DumpDir = r.src.abs(r.log.File), r.src.abs(r.set.DumpDir)
		}
		r.log.Syslog = child.daemon
	}
	// The parent of a background process only checks.
	log, file := slog.New(slog.DiscardHandler), (*logFile)(nil)
	serves := !r.dryRun && (!r.background || child != nil)
	if serves {
		var err error
		if log, file, err = w.openLog(r.log); err != nil {
			return err
		}
	}
	g, spec, err := w.build(r.src, log)
	stale, mpErr := w.checkMountpoint(r.mountpoint, r.set.NonEmpty, spec)
	if err == nil {
		err = checkSources(spec)
	}
	if err := errors.Join(err, mpErr, w.checkFUSE()); err != nil {
		return err
	}
	if stale && r.dryRun {
		fmt.Fprintf(w.Stderr, "windlass: %s has a stale mount, which would be removed\n", r.mountpoint)
	} else if stale {
		if err := w.clearStale(r.mountpoint); err != nil {
			return err
		}
		if _, err := w.checkMountpoint(r.mountpoint, r.set.NonEmpty, spec); err != nil {
			return err
		}
	}
	switch {
	case r.dryRun:
		if !r.log.Quiet && !w.helper {
			fmt.Fprintln(w.Stdout, "OK")
		}
		return nil
	case !serves:
		return w.background(r)
	}
	if r.set.FsName == "" {
		if r.set.FsName, err = filepath.Abs(r.src.abs(r.src.Path)); err != nil {
			return err
		}
	}
	g.SetMeasure(r.measure)
	r.set.Options.Log = log
	return w.serve(g, r, log, file, child)
}

// background starts the process that serves and waits until it does.
func (w *world) background(r *mountRequest) error {
	c, err := w.startChild(w.Args[1:], childDaemon)
	if err != nil {
		return err
	}
	defer c.forget()
	ctx, stop := signal.NotifyContext(context.Background(), unix.SIGINT, unix.SIGTERM)
	defer stop()
	if err := c.ready(ctx); err != nil {
		return err
	}
	answer := make(chan bool, 1)
	go func() { answer <- answers(r.mountpoint, answerTimeout) }()
	answered := false
	select {
	case answered = <-answer:
	case <-ctx.Done():
	}
	if !answered {
		c.stop()
		_ = w.detach(r.mountpoint, true)
		if ctx.Err() != nil {
			return fail(exitInterrupted, "", "interrupted; unmounted %s", r.mountpoint)
		}
		return fail(exitRuntime, "a translator may hang in lookup or stat: try it in the foreground", "%s does not answer; unmounted it", r.mountpoint)
	}
	if r.log.Verbose || !r.log.Quiet && !w.helper {
		fmt.Fprintf(w.Stderr, "windlass: mounted %s on %s (process %d)\n", r.src.Path, r.mountpoint, c.pid())
	}
	return nil
}

// writeDump writes a statedump into dir, or if that is empty into the first
// of the usual places that takes it.
func (w *world) writeDump(g *xlator.Graph, dir string) (string, error) {
	dirs := []string{dir}
	if dir == "" {
		// Fails for all but root, and that is as good an answer.
		_ = os.Mkdir("/run/windlass", 0o700)
		dirs = []string{w.Env("XDG_RUNTIME_DIR"), "/run/windlass", os.TempDir()}
	}
	name := fmt.Sprintf("windlass.%d.dump.%s", os.Getpid(), w.Now().Format("20060102-150405.000"))
	var errs []error
	for _, d := range dirs {
		if d == "" {
			continue
		}
		// O_EXCL follows no link that somebody else may have put there.
		f, err := os.OpenFile(filepath.Join(d, name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		return f.Name(), errors.Join(g.Dump(f), f.Close())
	}
	return "", errors.Join(errs...)
}
