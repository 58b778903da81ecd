package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
	"golang.org/x/sys/unix"

	"github.com/windlassfs/windlass/scripting/scripttest"
	"github.com/windlassfs/windlass/xlator"
)

func testVerb(w *world) verb {
	return verb{
		&cli.Command{
			Name:      "test",
			Usage:     "test scripts without a mount",
			ArgsUsage: "PATH…",
			Category:  catGraph,
			Description: "A PATH is a file of tests, or a directory in which all *_test.py are run, but for\nhidden ones. A test is a function test_…(t). It sends fops to the translator in\nNAME.py, beside NAME_test.py, and looks at the replies and at what the fake\nsubvolumes below it were asked. Nothing is mounted, and no time passes but what\nthe test lets pass. docs/first-translator.md shows how; windlass_testing.pyi, which\nwindlass new --test writes, describes all of t.\n\n" +
				"    def test_hello(t):\n        t.child.write(\"/greeting\", b\"world\")\n        fd = t.open(\"/greeting\")\n        assert t.readv(fd).data == b\"world\"\n        assert \"looking for /greeting\" in t.logs\n\n" +
				"Prints what failed with its line, the values that an assert compared and the\ntranslator's log, and a line for each file.",
			Flags: []cli.Flag{
				&cli.BoolFlag{Name: "v", Aliases: []string{"verbose"}, Usage: "print each test, and what it and its translator say"},
				&cli.StringFlag{Name: "run", Usage: "run only tests whose name matches: `REGEXP`"},
				&cli.BoolFlag{Name: "cover", Usage: "print how many lines of each script ran, and which did not"},
				&cli.StringFlag{Name: "cover-profile", Usage: "write what --cover found, as go test -coverprofile does: `FILE`"},
				&cli.StringFlag{Name: "cover-listing", Usage: "write the scripts with how often each line ran: `FILE`"},
				&cli.BoolFlag{Name: "watch", Usage: "run again what a change concerns, until INT or TERM"},
				jsonFlag(),
			},
			Action: func(c *cli.Context) error {
				if err := wantArgs(c, 1, -1); err != nil {
					return err
				}
				return w.test(c)
			},
		},
		[]example{
			{"windlass test negative_test.py", ""},
			{"windlass test -v --run absent examples/", "the tests of a name below a directory"},
			{"windlass test --cover examples/05-negative-lookup", "with the lines that no test reaches"},
			{"windlass test --watch .", "while writing"},
		},
	}
}

// A testRun is what a command line of test asks for.
type testRun struct {
	w       *world
	opts    scripttest.Options
	verbose bool
	json    bool
	profile string
	listing string
}

// testReport is the JSON form of a run.
type testReport struct {
	OK       bool                    `json:"ok"`
	Passed   int                     `json:"passed"`
	Failed   int                     `json:"failed"`
	Skipped  int                     `json:"skipped"`
	Files    []scripttest.FileResult `json:"files"`
	Problems []problemJSON           `json:"problems"` // of files that could not be run
	Coverage []scripttest.FileCover  `json:"coverage,omitempty"`
}

func (w *world) test(c *cli.Context) error {
	r := &testRun{w: w, verbose: c.Bool("v"), json: c.Bool("json"), profile: c.String("cover-profile"), listing: c.String("cover-listing")}
	if c.Bool("cover") || r.profile != "" || r.listing != "" {
		r.opts.Cover = new(scripttest.Coverage)
	}
	if text := c.String("run"); text != "" {
		var err error
		if r.opts.Run, err = regexp.Compile(text); err != nil {
			return usage("the syntax is that of Go's regexp: go doc regexp/syntax", "--run %s: %v", text, err)
		}
	}
	if c.Bool("watch") {
		if r.json || r.opts.Cover != nil {
			return usage("leave one out", "--watch goes with neither --json nor --cover")
		}
		ctx, stop := signal.NotifyContext(context.Background(), unix.SIGINT, unix.SIGTERM)
		defer stop()
		return r.watch(ctx, c.Args().Slice())
	}
	files, err := testFiles(c.Args().Slice())
	if err != nil {
		return err
	}
	rep, _ := r.run(files)
	if err := r.finish(rep); err != nil {
		return err
	}
	return r.status(rep)
}

// status turns the outcome of a run into the command's.
func (r *testRun) status(rep *testReport) error {
	switch {
	case len(rep.Problems) > 0:
		return exitStatus(exitScript)
	case rep.Failed > 0:
		return exitStatus(exitTest)
	case rep.Passed+rep.Skipped == 0 && r.opts.Run != nil:
		return usage("windlass test -v shows the names", "no test matches %q", r.opts.Run)
	case rep.Passed+rep.Skipped == 0:
		return usage("a test is a function: def test_NAME(t):", "there is no test in it")
	}
	return nil
}

// run runs the tests of the files, and prints what there is to say of each. It
// returns which scripts each file has read.
func (r *testRun) run(files []string) (*testReport, map[string][]string) {
	rep := &testReport{Files: []scripttest.FileResult{}, Problems: []problemJSON{}}
	loaded := make(map[string][]string)
	out := r.w.Stdout
	if r.json {
		out = io.Discard
	}
	for _, file := range files {
		res, err := scripttest.Run(file, r.opts)
		if err != nil {
			var ps xlator.Problems
			if !errors.As(err, &ps) {
				ps.Add(xlator.Pos{File: file}, "", "%v", err)
			}
			writeProblems(out, ps)
			for _, p := range ps {
				rep.Problems = append(rep.Problems, problemOf(p))
			}
			continue
		}
		loaded[file] = res.Loaded
		r.print(out, res)
		rep.Files = append(rep.Files, *res)
		rep.Passed += res.Count(scripttest.Passed)
		rep.Failed += res.Count(scripttest.Failed)
		rep.Skipped += res.Count(scripttest.Skipped)
	}
	rep.OK = rep.Failed == 0 && len(rep.Problems) == 0 && rep.Passed+rep.Skipped > 0
	return rep, loaded
}

// finish prints and writes what is said once.
func (r *testRun) finish(rep *testReport) error {
	rep.Coverage = r.opts.Cover.Files()
	if r.json {
		if err := writeJSON(r.w.Stdout, rep); err != nil {
			return err
		}
	} else {
		for _, f := range rep.Coverage {
			fmt.Fprintf(r.w.Stdout, "%6.1f%%  %s", 100*f.Ratio, f.File)
			if len(f.Missed) > 0 {
				fmt.Fprintf(r.w.Stdout, "  not run: %s", scripttest.Ranges(f.Missed))
			}
			fmt.Fprintln(r.w.Stdout)
		}
	}
	return errors.Join(
		writeTo(r.profile, r.opts.Cover.WriteProfile),
		writeTo(r.listing, r.opts.Cover.WriteListing),
	)
}

// writeTo writes a file, if it has a name.
func writeTo(path string, write func(io.Writer) error) error {
	if path == "" {
		return nil
	}
	f, err := os.Create(path)
	if err != nil {
		return fail(exitUsage, "", "%v", err)
	}
	if err := errors.Join(write(f), f.Close()); err != nil {
		return fail(exitRuntime, "", "%v", err)
	}
	return nil
}

// print prints the outcome of a file.
func (r *testRun) print(out io.Writer, res *scripttest.FileResult) {
	for i := range res.Tests {
		t := &res.Tests[i]
		switch {
		case t.Outcome == scripttest.Failed:
			fmt.Fprintf(out, "--- FAIL: %s\n", t.Name)
			printFailure(out, t.Failure)
		case r.verbose && t.Outcome == scripttest.Skipped:
			fmt.Fprintf(out, "--- SKIP: %s", t.Name)
			if t.Reason != "" {
				fmt.Fprintf(out, ": %s", t.Reason)
			}
			fmt.Fprintln(out)
		case r.verbose:
			fmt.Fprintf(out, "--- ok:   %s\n", t.Name)
			for _, l := range t.Logs {
				fmt.Fprintln(out, "    | "+strings.ReplaceAll(l, "\n", "\n    | "))
			}
		}
	}
	if len(res.Tests) == 0 {
		return
	}
	word := "ok  "
	if res.Count(scripttest.Failed) > 0 {
		word = "FAIL"
	}
	var counts []string
	for _, o := range []scripttest.Outcome{scripttest.Passed, scripttest.Failed, scripttest.Skipped} {
		if n := res.Count(o); n > 0 {
			counts = append(counts, fmt.Sprintf("%d %s", n, o))
		}
	}
	fmt.Fprintf(out, "%s  %s  %s\n", word, res.File, strings.Join(counts, ", "))
}

func printFailure(out io.Writer, f *scripttest.Failure) {
	fmt.Fprintf(out, "    %s:%d: %s\n", f.File, f.Line, f.Source)
	if f.Message != "" {
		fmt.Fprintln(out, "        "+strings.ReplaceAll(f.Message, "\n", "\n        "))
	}
	for _, v := range f.Values {
		fmt.Fprintf(out, "        %s is %s\n", v.Expr, v.Value)
	}
	for _, s := range f.Stack {
		fmt.Fprintf(out, "        at %s\n", s)
	}
	for _, l := range f.Logs {
		fmt.Fprintln(out, "      | "+strings.ReplaceAll(l, "\n", "\n      | "))
	}
}

// testFiles replaces directories by the test files below them.
func testFiles(paths []string) ([]string, error) {
	var files []string
	var errs []error
	for _, path := range paths {
		found := len(files)
		err := filepath.WalkDir(path, func(p string, d fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case p == path && !d.IsDir():
				if filepath.Ext(p) != ".py" {
					return usage("tests are in *_test.py", "%s is no script", p)
				}
				files = append(files, p)
			case p != path && (strings.HasPrefix(d.Name(), ".") || d.Name() == "__pycache__"):
				if d.IsDir() {
					return fs.SkipDir
				}
			case !d.IsDir() && scripttest.IsTestFile(p):
				files = append(files, p)
			}
			return nil
		})
		var f *failure
		switch {
		case errors.As(err, &f):
			errs = append(errs, err)
		case errors.Is(err, fs.ErrNotExist):
			errs = append(errs, usage(nearFile(path, "tests are in *_test.py"), "%s: there is no such file or directory", path))
		case err != nil:
			errs = append(errs, fail(exitRuntime, "", "%v", err))
		case len(files) == found:
			errs = append(errs, usage("tests are in *_test.py; windlass new --test writes one", "%s: there is no test in it", path))
		}
	}
	slices.Sort(files)
	return slices.Compact(files), errors.Join(errs...)
}
