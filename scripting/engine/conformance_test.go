package engine

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/metrics"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

const corpusDir = "testdata/corpus"

// corpusProgram is FEATURE/NAME.py with NAME.out, what CPython 3.11 prints for it.
type corpusProgram struct {
	feature, name string
	src, want     string
}

func (p corpusProgram) id() string { return p.feature + "/" + p.name }

// readCorpus returns all programs, sorted. It fails on files without their partner.
func readCorpus(t *testing.T) []corpusProgram {
	t.Helper()
	files := map[string]string{}
	require.NoError(t, filepath.WalkDir(corpusDir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Dir(path) == corpusDir {
			return err
		}
		text, err := os.ReadFile(path)
		files[filepath.ToSlash(path[len(corpusDir)+1:])] = string(text)
		return err
	}))
	var progs []corpusProgram
	for _, file := range slices.Sorted(maps.Keys(files)) {
		id, isProgram := strings.CutSuffix(file, ".py")
		if !isProgram {
			base, isOut := strings.CutSuffix(file, ".out")
			require.True(t, isOut, "%s is neither a program nor its output", file)
			require.Contains(t, files, base+".py", "%s belongs to no program", file)
			continue
		}
		require.Contains(t, files, id+".out", "%s has no output beside it", file)
		feature, name, ok := strings.Cut(id, "/")
		require.True(t, ok && !strings.Contains(name, "/"), "%s is not FEATURE/NAME.py", file)
		progs = append(progs, corpusProgram{feature, name, files[file], files[id+".out"]})
	}
	require.NotEmpty(t, progs)
	return progs
}

// corpusDiffers reads differs.txt: the reason for each program known to differ.
func corpusDiffers(t *testing.T, progs []corpusProgram) map[string]string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(corpusDir, "differs.txt"))
	require.NoError(t, err)
	known := map[string]bool{}
	for _, p := range progs {
		known[p.id()] = true
	}
	differs := map[string]string{}
	last := ""
	for i, line := range strings.Split(string(text), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		id, reason, ok := strings.Cut(line, ": ")
		require.True(t, ok && reason != "" && reason == strings.TrimSpace(reason),
			"differs.txt:%d: want FEATURE/NAME: REASON", i+1)
		require.True(t, known[id], "differs.txt:%d: no program %s", i+1, id)
		require.Less(t, last, id, "differs.txt:%d: not sorted, or twice", i+1)
		differs[id], last = reason, id
	}
	return differs
}

// runCorpusProgram returns what p prints here. An exception that p lets through
// follows as a traceback; CPython lets none through.
func runCorpusProgram(p corpusProgram) string {
	defer watchCorpusProgram(p)()
	var out strings.Builder
	c, err := New(Options{Name: p.name, Stdout: func(line string) { out.WriteString(line + "\n") }})
	if err != nil {
		return err.Error()
	}
	defer c.Close()
	prog, err := Compile(p.name+".py", p.src)
	if err == nil {
		_, err = c.Load(prog, "__main__")
		c.Flush()
	}
	var e *Error
	if errors.As(err, &e) {
		out.WriteString(e.Render())
	} else if err != nil {
		fmt.Fprintln(&out, err)
	}
	return out.String()
}

// watchCorpusProgram ends the test binary, and not the machine, when p escapes its
// budget. The caller calls what it returns when p has ended.
func watchCorpusProgram(p corpusProgram) (ended func()) {
	const maxMemory, maxTime = 1 << 30, time.Minute
	done := make(chan struct{})
	go func() {
		sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
		deadline := time.Now().Add(maxTime)
		tick := time.NewTicker(50 * time.Millisecond)
		defer tick.Stop()
		for {
			select {
			case <-done:
				return
			case now := <-tick.C:
				if metrics.Read(sample); sample[0].Value.Uint64() > maxMemory {
					panic(p.id() + " takes more than 1 GB of memory")
				}
				if now.After(deadline) {
					panic(p.id() + " takes more than a minute")
				}
			}
		}
	}()
	return func() { close(done) }
}

// TestConformance compares what the programs of the corpus print here with what
// CPython 3.11 prints.
func TestConformance(t *testing.T) {
	progs := readCorpus(t)
	differs := corpusDiffers(t, progs)
	for feature, progs := range byFeature(progs) {
		t.Run(feature, func(t *testing.T) {
			for _, p := range progs {
				t.Run(p.name, func(t *testing.T) {
					got := runCorpusProgram(p)
					reason, listed := differs[p.id()]
					switch {
					case got == p.want && listed:
						t.Errorf("prints what CPython prints, but differs.txt says: %s", reason)
					case got != p.want && !listed:
						t.Error(firstDifference(p.want, got))
					}
				})
			}
		})
	}
}

// byFeature yields the programs of each feature, in order.
func byFeature(progs []corpusProgram) func(yield func(string, []corpusProgram) bool) {
	return func(yield func(string, []corpusProgram) bool) {
		for len(progs) > 0 {
			n := slices.IndexFunc(progs, func(p corpusProgram) bool { return p.feature != progs[0].feature })
			if n < 0 {
				n = len(progs)
			}
			if !yield(progs[0].feature, progs[:n]) {
				return
			}
			progs = progs[n:]
		}
	}
}

// firstDifference describes the first line that differs, and what follows if it is
// a traceback.
func firstDifference(want, got string) string {
	w, g := strings.SplitAfter(want, "\n"), strings.SplitAfter(got, "\n")
	i := 0
	for i < len(w) && i < len(g) && w[i] == g[i] {
		i++
	}
	var b strings.Builder
	line := func(lines []string) string {
		if i >= len(lines) || lines[i] == "" {
			return "nothing more"
		}
		return fmt.Sprintf("%q", lines[i])
	}
	fmt.Fprintf(&b, "line %d of the output\n  CPython: %s\n  here:    %s", i+1, line(w), line(g))
	if i < len(g)-1 && (strings.HasPrefix(g[i], "Traceback ") || strings.HasPrefix(g[i], "  File ")) {
		fmt.Fprintf(&b, "\n%s", strings.Join(g[i:], ""))
	}
	return b.String()
}

// corpusDriver runs every program that standard input lists in one process, each in
// a new module __main__, and prints their outputs.
//
//go:embed testdata/corpus_driver.py
var corpusDriver string

// TestCorpusIsCPython compares the outputs kept in the corpus with those of the
// CPython 3.11 of this machine.
func TestCorpusIsCPython(t *testing.T) {
	python := cpython311(t)
	progs := readCorpus(t)
	srcs := map[string]string{}
	for _, p := range progs {
		srcs[p.id()] = p.src
	}
	input, err := json.Marshal(srcs)
	require.NoError(t, err)
	cmd := exec.Command(python, "-I", "-X", "utf8", "-c", corpusDriver)
	cmd.Stdin = bytes.NewReader(input)
	cmd.Dir = t.TempDir()
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	require.NoError(t, err, stderr.String())
	outputs := map[string]string{}
	require.NoError(t, json.Unmarshal(out, &outputs))
	for _, p := range progs {
		if got := outputs[p.id()]; got != p.want {
			t.Errorf("%s: %s", p.id(), strings.Replace(firstDifference(got, p.want), "here:   ", "kept:   ", 1))
		}
	}
}

// cpython311 returns a CPython 3.11 or skips the test.
func cpython311(t *testing.T) string {
	t.Helper()
	var found []string
	for _, name := range []string{"python3", "python3.11"} {
		version, err := exec.Command(name, "-I", "-c", "import sys; print(sys.implementation.name, '%d.%d' % sys.version_info[:2])").Output()
		if err != nil {
			continue
		}
		if v := strings.TrimSpace(string(version)); v != "cpython 3.11" {
			found = append(found, name+" is "+v)
			continue
		}
		return name
	}
	if found == nil {
		found = []string{"there is no python3"}
	}
	t.Skip("needs CPython 3.11: " + strings.Join(found, ", "))
	return ""
}
