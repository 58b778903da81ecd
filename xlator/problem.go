package xlator

import (
	"fmt"
	"sort"
	"strings"
)

// A Pos is a place in a volume file or a script. The zero Pos is unknown.
type Pos struct {
	File         string
	Line, Column int // from 1; 0 is unknown
}

// String returns file:line:column, as far as it is known.
func (p Pos) String() string {
	switch {
	case p.Line == 0:
		return p.File
	case p.Column == 0:
		return fmt.Sprintf("%s:%d", p.File, p.Line)
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column)
}

// A Problem is one thing that is wrong with a graph, a script or an option,
// told to the person who wrote it.
type Problem struct {
	Pos Pos
	Msg string
	// Hint says what to do about it; may be empty.
	Hint string
	// Script is set where the fault is in a script and not in the graph.
	Script bool
}

// String returns "file:line:column: message (hint)".
func (p Problem) String() string {
	s := p.Msg
	if at := p.Pos.String(); at != "" {
		s = at + ": " + s
	}
	if p.Hint != "" {
		s += " (" + p.Hint + ")"
	}
	return s
}

// Problems is an error made of everything that is wrong, so that one try
// shows all of it.
type Problems []Problem

// Error returns one line for each problem.
func (ps Problems) Error() string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.String()
	}
	return strings.Join(lines, "\n")
}

// Add appends a problem; the message is formatted as by fmt.Sprintf, with long
// texts shortened: what is no volume file may have words of megabytes.
func (ps *Problems) Add(pos Pos, hint, format string, args ...any) {
	for i, a := range args {
		switch a := a.(type) {
		case string:
			args[i] = shorten(a)
		case error:
			args[i] = shorten(a.Error())
		}
	}
	*ps = append(*ps, Problem{Pos: pos, Hint: shorten(hint), Msg: fmt.Sprintf(format, args...)})
}

// longest is how long a text from outside may be in a message. Names of files
// that can exist should fit.
const longest = 1000

func shorten(s string) string {
	if len(s) <= longest {
		return s
	}
	return strings.ToValidUTF8(s[:longest/2], "") + "…" + strings.ToValidUTF8(s[len(s)-longest/4:], "")
}

// Unique returns ps without what is said twice, in the same order.
func (ps Problems) Unique() Problems {
	var out Problems
	seen := make(map[Problem]bool, len(ps))
	for _, p := range ps {
		if !seen[p] {
			seen[p] = true
			out = append(out, p)
		}
	}
	return out
}

// Err returns ps sorted by place, or nil if there is no problem.
func (ps Problems) Err() error {
	if len(ps) == 0 {
		return nil
	}
	sort.SliceStable(ps, func(i, j int) bool {
		a, b := ps[i].Pos, ps[j].Pos
		if a.File != b.File {
			return a.File < b.File
		}
		if a.Line != b.Line {
			return a.Line < b.Line
		}
		return a.Column < b.Column
	})
	return ps
}

// didYouMean returns a hint that names the suggestion, or other if there is
// none.
func didYouMean(suggestion, other string) string {
	if suggestion == "" {
		return other
	}
	return fmt.Sprintf("did you mean %q?", suggestion)
}
