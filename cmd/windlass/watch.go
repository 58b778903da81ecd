package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// settle is how long files must be left alone before tests run: editors write
// in several steps.
const settle = 100 * time.Millisecond

// watch runs tests, and again those that a change concerns, until ctx ends. Its
// outcome is that of the last run.
func (r *testRun) watch(ctx context.Context, paths []string) error {
	files, err := testFiles(paths)
	if err != nil {
		return err
	}
	n, err := fsnotify.NewWatcher()
	if err != nil {
		return fail(exitRuntime, "", "cannot watch files: %v", err)
	}
	defer n.Close()
	var watched []string
	follow := func(file string) {
		if dir := filepath.Dir(file); !slices.Contains(watched, dir) && n.Add(dir) == nil {
			watched = append(watched, dir)
		}
	}
	for _, p := range paths {
		for _, d := range directories(p) {
			follow(filepath.Join(d, "x"))
		}
	}
	uses := make(map[string][]string) // test file to what it has read
	failed := make(map[string]bool)
	again := func(files []string) {
		for _, f := range files {
			rep, loaded := r.run([]string{f})
			failed[f] = !rep.OK
			uses[f] = append(loaded[f], uses[f]...)
			slices.Sort(uses[f])
			uses[f] = slices.Compact(uses[f])
			follow(f)
			for _, l := range uses[f] {
				follow(l)
			}
		}
		fmt.Fprintln(r.w.Stderr, "windlass: waiting for changes")
	}
	again(files)
	changed := make(map[string]bool)
	var quiet <-chan time.Time
	for {
		select {
		case <-ctx.Done():
			for _, bad := range failed {
				if bad {
					return exitStatus(exitTest)
				}
			}
			return nil
		case err := <-n.Errors:
			fmt.Fprintf(r.w.Stderr, "windlass: watching files: %v\n", err)
		case e := <-n.Events:
			if !e.Has(fsnotify.Chmod) && filepath.Ext(e.Name) == ".py" {
				changed[filepath.Clean(e.Name)] = true
				quiet = time.After(settle)
			}
		case <-quiet:
			quiet = nil
			now, err := testFiles(paths)
			if err != nil {
				now = files
			}
			files = now
			again(concerned(files, uses, changed))
			clear(changed)
		}
	}
}

// concerned returns the test files that changes may matter to: those that
// changed, have read what changed, or stand beside it under its name.
func concerned(files []string, uses map[string][]string, changed map[string]bool) []string {
	var out []string
	for _, f := range files {
		script := strings.TrimSuffix(f, "_test.py") + ".py"
		hit := changed[filepath.Clean(f)] || changed[filepath.Clean(script)]
		for _, u := range uses[f] {
			hit = hit || changed[filepath.Clean(u)]
		}
		if _, known := uses[f]; hit || !known {
			out = append(out, f)
		}
	}
	return out
}

// directories returns a directory and those below it where tests may be, or the
// one that a file is in.
func directories(path string) []string {
	st, err := os.Stat(path)
	if err != nil {
		return nil
	}
	if !st.IsDir() {
		return []string{filepath.Dir(path)}
	}
	var out []string
	err = filepath.WalkDir(path, func(p string, d fs.DirEntry, err error) error {
		switch {
		case err != nil || !d.IsDir():
			return nil
		case p != path && (strings.HasPrefix(d.Name(), ".") || d.Name() == "__pycache__"):
			return fs.SkipDir
		}
		out = append(out, p)
		return nil
	})
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return out
}
