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
				"Prints OK, or each problem as file:line:column: message (hint).",
			Flags: []cli.Flag{jsonFlag()},
			Action: func(c *cli.Context) error {
				if err := wantArgs(c, 1, -1); err != nil {
					return err
				}
				return w.check(c.Args().Slice(), c.Bool("json"))
			},
		},
		[]example{
			{"windlass check graph.vol", ""},
			{"windlass check examples/", "all graphs and scripts below a directory"},
			{"windlass check --json negative.py", "for an editor"},
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

func (w *world) check(paths []string, asJSON bool) error {
	files, err := filesToCheck(paths)
	if err != nil {
		return err
	}
	var ps xlator.Problems
	for _, f := range files {
		ps = append(ps, w.checkFile(f)...)
	}
	ps = ps.Unique()
	switch {
	case asJSON:
		rep := checkReport{OK: len(ps) == 0, Files: files, Problems: []problemJSON{}}
		for _, p := range ps {
			rep.Problems = append(rep.Problems, problemOf(p))
		}
		if err := writeJSON(w.Stdout, rep); err != nil {
			return err
		}
	case len(ps) == 0:
		fmt.Fprintln(w.Stdout, "OK")
	default:
		writeProblems(w.Stdout, ps)
	}
	if len(ps) == 0 {
		return nil
	}
	return exitStatus(problemsCode(ps))
}

// checkFile returns what is wrong with one volume file or script.
func (w *world) checkFile(path string) xlator.Problems {
	if filepath.Ext(path) == ".py" {
		ps := checkScript(path)
		for i := range ps {
			ps[i].Script = true
		}
		return ps
	}
	_, _, err := w.build(graphSource{Path: path}, slog.New(slog.DiscardHandler))
	var ps xlator.Problems
	if err != nil && !errors.As(err, &ps) {
		ps.Add(xlator.Pos{File: path}, "", "%s", strings.TrimPrefix(err.Error(), path+": "))
	}
	return ps
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
