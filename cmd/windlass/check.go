package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/windlassfs/windlass/xlator"
)

func checkVerb(w *world) verb {
	return verb{
		&cli.Command{
			Name:      "check",
			Usage:     "find everything that is wrong with graphs and scripts",
			ArgsUsage: "PATH…",
			Category:  catGraph,
			Description: "A PATH is a volume file, a script (.py), or a directory in which all *.vol and\n*.py are checked, but for hidden ones and *_test.py. Nothing is mounted and no\ndirectory is touched. \"windlass mount\" makes the same check first.\n\n" +
				"Of a script it finds: errors of syntax, a contract (API) that is too new, misspelt\nand wrong methods, options and names, and by reading the methods what is certain:\na path that neither winds nor unwinds, an unwind behind a wind, a wind behind an\nunwind, a wrong number of values, a callback that is missing, calls that block. A\nline that ends in \"# windlass: ok\" is not read.\n\n" +
				"Prints OK, or each problem as file:line:column: message (hint). A note is no\nproblem.",
			Flags: []cli.Flag{
				&cli.StringFlag{Name: "format", Usage: "how to print it: `text|json|github`, the last for annotations in GitHub Actions", Value: "text"},
				&cli.BoolFlag{Name: "json", Usage: "the same as --format json"},
			},
			Action: func(c *cli.Context) error {
				if err := wantArgs(c, 1, -1); err != nil {
					return err
				}
				format := c.String("format")
				if c.Bool("json") {
					format = "json"
				}
				return w.check(c.Args().Slice(), format)
			},
		},
		[]example{
			{"windlass check graph.vol", ""},
			{"windlass check examples/", "all graphs and scripts below a directory"},
			{"windlass check --format json negative.py", "for an editor"},
			{"windlass check --format github .", "in a workflow of GitHub Actions"},
		},
	}
}

func jsonFlag() cli.Flag { return &cli.BoolFlag{Name: "json", Usage: "print JSON"} }

// writeJSON writes one value, indented.
func writeJSON(out io.Writer, v any) error {
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}

// A checkReport is the JSON form of a check.
type checkReport struct {
	OK       bool          `json:"ok"`
	Files    []string      `json:"files"`
	Problems []problemJSON `json:"problems"`
	Notes    []problemJSON `json:"notes"` // advice, no problems
}

type problemJSON struct {
	File    string `json:"file,omitempty"`
	Line    int    `json:"line,omitempty"`
	Column  int    `json:"column,omitempty"`
	Message string `json:"message"`
	Hint    string `json:"hint,omitempty"`
	Script  bool   `json:"script"`
}

func problemOf(p xlator.Problem) problemJSON {
	return problemJSON{p.Pos.File, p.Pos.Line, p.Pos.Column, p.Msg, p.Hint, p.Script}
}

func (w *world) check(paths []string, format string) error {
	write := map[string]func(io.Writer, []string, xlator.Problems, xlator.Problems) error{
		"text": writeCheckText, "json": writeCheckJSON, "github": writeCheckGithub,
	}[format]
	if write == nil {
		return usage("text, json or github", "--format %s is not known", format)
	}
	files, err := filesToCheck(paths)
	if err != nil {
		return err
	}
	var ps, notes xlator.Problems
	for _, f := range files {
		found, advice := w.checkFile(f)
		ps, notes = append(ps, found...), append(notes, advice...)
	}
	ps = ps.Unique()
	if err := write(w.Stdout, files, ps, notes.Unique()); err != nil {
		return err
	}
	if len(ps) == 0 {
		return nil
	}
	return exitStatus(problemsCode(ps))
}

func writeCheckText(out io.Writer, _ []string, ps, notes xlator.Problems) error {
	if len(ps) > 0 {
		writeProblems(out, ps)
		return nil // advice can wait
	}
	for _, n := range notes {
		n.Msg = "note: " + n.Msg
		fmt.Fprintln(out, n)
	}
	fmt.Fprintln(out, "OK")
	return nil
}

func writeCheckJSON(out io.Writer, files []string, ps, notes xlator.Problems) error {
	rep := checkReport{OK: len(ps) == 0, Files: files, Problems: []problemJSON{}, Notes: []problemJSON{}}
	for _, p := range ps {
		rep.Problems = append(rep.Problems, problemOf(p))
	}
	for _, n := range notes {
		rep.Notes = append(rep.Notes, problemOf(n))
	}
	return writeJSON(out, rep)
}

// writeCheckGithub writes commands of GitHub Actions, which shows them at their
// lines.
func writeCheckGithub(out io.Writer, _ []string, ps, notes xlator.Problems) error {
	data := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	property := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
	write := func(level string, p xlator.Problem) {
		fmt.Fprintf(out, "::%s file=%s", level, property.Replace(p.Pos.File))
		if p.Pos.Line > 0 {
			fmt.Fprintf(out, ",line=%d", p.Pos.Line)
		}
		if p.Pos.Column > 0 {
			fmt.Fprintf(out, ",col=%d", p.Pos.Column)
		}
		msg := p.Msg
		if p.Hint != "" {
			msg += " (" + p.Hint + ")"
		}
		fmt.Fprintf(out, "::%s\n", data.Replace(msg))
	}
	for _, p := range ps {
		write("error", p)
	}
	for _, n := range notes {
		write("notice", n)
	}
	return nil
}

// checkFile returns what is wrong with one volume file or script, and what
// could be better.
func (w *world) checkFile(path string) (ps, notes xlator.Problems) {
	if filepath.Ext(path) == ".py" {
		ps := checkScript(path)
		for i := range ps {
			ps[i].Script = true
		}
		_ = ps.Err() // sorts them
		return ps, adviseScript(path)
	}
	_, _, err := w.build(graphSource{Path: path}, slog.New(slog.DiscardHandler))
	if err != nil && !errors.As(err, &ps) {
		ps.Add(xlator.Pos{File: path}, "", "%s", strings.TrimPrefix(err.Error(), path+": "))
	}
	if spec, _, err := w.spec(graphSource{Path: path}); err == nil && spec != nil {
		ps = append(ps, w.lintVolumes(spec)...)
	}
	return ps, nil
}

// filesToCheck replaces directories by the graphs and scripts below them.
func filesToCheck(paths []string) ([]string, error) {
	files := []string{}
	var errs []error
	for _, path := range paths {
		found := len(files)
		err := filepath.WalkDir(path, func(p string, d fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case p == path && !d.IsDir():
				files = append(files, p)
			case p != path && (strings.HasPrefix(d.Name(), ".") || d.Name() == "__pycache__"):
				if d.IsDir() {
					return fs.SkipDir
				}
			case d.IsDir(), strings.HasSuffix(p, "_test.py"):
			case filepath.Ext(p) == ".py" || looksLikeVolfile(p):
				files = append(files, p)
			}
			return nil
		})
		switch {
		case errors.Is(err, fs.ErrNotExist):
			errs = append(errs, usage(nearFile(path, "a graph ends in .vol, a script in .py"), "%s: there is no such file or directory", path))
		case err != nil:
			errs = append(errs, fail(exitRuntime, "", "%v", err))
		case len(files) == found:
			errs = append(errs, usage("a graph ends in .vol, a script in .py", "%s: there is nothing to check in it", path))
		}
	}
	return files, errors.Join(errs...)
}
