package main

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/windlassfs/windlass/xlator"
)

// A failure is an error for the person at the keyboard: what is wrong, what to
// do about it, and the exit code that stands for it.
type failure struct {
	code int
	msg  string
	hint string
}

func (f *failure) Error() string { return f.msg }

// fail makes a failure; hint may be empty.
func fail(code int, hint, format string, args ...any) error {
	return &failure{code: code, hint: hint, msg: fmt.Sprintf(format, args...)}
}

// usage makes a failure of the command line.
func usage(hint, format string, args ...any) error { return fail(exitUsage, hint, format, args...) }

// An exitStatus ends the command with that code and without a message, where
// the command has said all there is to say.
type exitStatus int

func (s exitStatus) Error() string { return fmt.Sprintf("exit status %d", int(s)) }

// A relayed error was already written out in full by a child process.
type relayed struct {
	code int
	text string
}

func (r *relayed) Error() string { return strings.TrimSpace(r.text) }

// leaves returns the errors that an error was joined from.
func leaves(err error) []error {
	if err == nil {
		return nil
	}
	if many, ok := err.(interface{ Unwrap() []error }); ok { //nolint:errorlint // what wraps a join keeps it together
		var out []error
		for _, e := range many.Unwrap() {
			out = append(out, leaves(e)...)
		}
		return out
	}
	return []error{err}
}

// report writes everything that is wrong to w and returns the exit code, which
// is that of the first error.
func report(w io.Writer, err error) int {
	code := exitOK
	for _, e := range leaves(err) {
		c := reportOne(w, e)
		if code == exitOK {
			code = c
		}
	}
	return code
}

func reportOne(w io.Writer, err error) int {
	var (
		f      *failure
		s      exitStatus
		r      *relayed
		script xlator.Problems
	)
	switch {
	case errors.As(err, &s):
		return int(s)
	case errors.As(err, &r):
		_, _ = io.WriteString(w, r.text)
		return r.code
	case errors.As(err, &f):
		writeFailure(w, err.Error(), f.hint)
		return f.code
	case errors.As(err, &script):
		writeProblems(w, script)
		return problemsCode(script)
	}
	writeFailure(w, err.Error(), "")
	return exitRuntime
}

// writeFailure writes a message, and below it the hint.
func writeFailure(w io.Writer, msg, hint string) {
	fmt.Fprintf(w, "windlass: %s\n", strings.TrimSpace(msg))
	if hint != "" {
		fmt.Fprintf(w, "  hint: %s\n", hint)
	}
}

// mostProblems is how many problems are written out: who has more has given a
// file of another kind.
const mostProblems = 100

func writeProblems(w io.Writer, ps xlator.Problems) {
	for _, p := range ps[:min(len(ps), mostProblems)] {
		fmt.Fprintln(w, p)
	}
	if more := len(ps) - mostProblems; more > 0 {
		fmt.Fprintf(w, "windlass: and %d more\n", more)
	}
}

// problemsCode tells a fault in scripts alone from one in the graph.
func problemsCode(ps xlator.Problems) int {
	for _, p := range ps {
		if !p.Script {
			return exitGraph
		}
	}
	return exitScript
}

// didYouMean words a suggestion as a hint, or returns other if there is none.
func didYouMean(suggestion, other string) string {
	if suggestion == "" {
		return other
	}
	return fmt.Sprintf("did you mean %q?", suggestion)
}
