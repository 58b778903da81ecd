package main

import (
	"fmt"
	"strings"

	"github.com/windlassfs/windlass/fops"
)

// give returns a Go expression for the Python object that a script receives
// for a parameter: record is the variable that holds the value (a or r).
func give(p fops.Param, record string) string {
	field := p.In
	if record == "r" {
		field = p.Out
	}
	v := record + "." + field
	switch p.Go {
	case "":
		if p.Const == "None" {
			return "py.None"
		}
		return "py.Int(" + p.Const + ")"
	case "*fops.Loc", "*fops.Iatt":
		return fmt.Sprintf("o.%s.give(l, &%s)", field, v)
	case "*fops.Fd", "*fops.Inode", "*fops.Dict":
		return fmt.Sprintf("o.%s.give(l, %s)", field, v)
	case "*fops.Lock", "*fops.Lease", "*fops.Statvfs":
		return fmt.Sprintf("give%s(l, &%s)", strings.TrimPrefix(p.Go, "*fops."), v)
	case "[]fops.Lock":
		return fmt.Sprintf("giveLocks(l, %s)", v)
	case "[]fops.Dirent":
		return fmt.Sprintf("giveEntries(l, %s)", v)
	case "[]byte":
		if p.Py == "bytes" {
			return fmt.Sprintf("giveBytes(%s)", v)
		}
		return fmt.Sprintf("o.%s.give(l, %s)", field, v)
	case "uint64":
		return fmt.Sprintf("giveUint(%s)", v)
	case "string":
		return fmt.Sprintf("py.String(%s)", v)
	}
	return fmt.Sprintf("py.Int(%s)", v)
}

// take returns a Go statement that converts what a script passed for a
// parameter.
func take(p fops.Param, fop, record string, i int) string {
	field := p.In
	if record == "r" {
		field = p.Out
	}
	method, more := strings.ToLower(strings.NewReplacer("*", "", "[]", "", "fops.", "").Replace(p.Go)), ""
	switch p.Go {
	case "[]fops.Lock":
		method = "locks"
	case "[]fops.Dirent":
		method = "entries"
	case "[]byte":
		method = "bytes"
	case "*fops.Fd":
		// Only a reply, and a statx of an object that is not open, go without.
		more = ", true"
		if record == "a" && fop != "statx" {
			more = ", false"
		}
	}
	return fmt.Sprintf("k.%s(v[%d], %q, &%s.%s%s)", method, i, p.Name, record, field, more)
}

// pyNames returns the positional parameters as a script declares them.
func pyNames(ps []fops.Param) string {
	var b strings.Builder
	for _, p := range fops.Positional(ps) {
		b.WriteString(", " + p.Name)
	}
	return b.String()
}

// pyReceives returns them with the types that a handler receives.
func pyReceives(ps []fops.Param, reply bool) string {
	var b strings.Builder
	for _, p := range fops.Positional(ps) {
		t := listOf(p)
		if t == "Dict" || reply && (t == "Inode" || t == "Fd") {
			t = "Optional[" + t + "]"
		}
		b.WriteString(", " + p.Name + ": " + t)
	}
	return b.String()
}

// pyPasses returns them with the types that a wind or an unwind takes.
// Keyword parameters can be left out, and in an unwind all can.
func pyPasses(ps []fops.Param, unwind bool) string {
	var b strings.Builder
	for _, keyword := range []bool{false, true} {
		for _, p := range ps {
			if p.Keyword != keyword {
				continue
			}
			t := listOf(p)
			switch t {
			case "Dict":
				t = "_XData"
			case "Buffer":
				t = "_Data"
			case "Inode", "Fd", "Iatt":
				if unwind {
					t = "Optional[" + t + "]"
				}
			}
			b.WriteString(", " + p.Name + ": " + t)
			if keyword || unwind {
				b.WriteString(" = ...")
			}
		}
	}
	return b.String()
}

func listOf(p fops.Param) string { return strings.Replace(p.Py, "list[", "List[", 1) }

// goParams returns the parameters as typed methods in Go have them.
func goParams(ps []fops.Param) string {
	var b strings.Builder
	for _, p := range stored(ps) {
		fmt.Fprintf(&b, ", %s %s", lowerCamel(p.Name), p.Go)
	}
	return b.String()
}

// users returns the fops that a field travels with, down and up.
func users(f *fops.Field) string {
	var down, up []string
	for _, s := range fops.Specs() {
		if has(s.In, f) {
			down = append(down, s.Name)
		}
		if has(s.Out, f) {
			up = append(up, s.Name)
		}
	}
	text := ""
	if len(down) > 0 {
		text = "to: " + few(down)
	}
	if len(up) > 0 {
		if text != "" {
			text += "; "
		}
		text += "from: " + few(up)
	}
	return text
}

func has(ps []fops.Param, f *fops.Field) bool {
	for _, p := range ps {
		if p.Field == f {
			return true
		}
	}
	return false
}

func few(names []string) string {
	if len(names) > 8 {
		return fmt.Sprintf("%d fops", len(names))
	}
	return strings.Join(names, ", ")
}

// wrap breaks a text into lines of a docstring that is indented by n.
func wrap(text string, n int) string {
	const width = 88
	var b strings.Builder
	col := n
	for i, w := range strings.Fields(text) {
		switch {
		case i == 0:
		case col+1+len(w) > width:
			b.WriteString("\n" + strings.Repeat(" ", n))
			col = n
		default:
			b.WriteByte(' ')
			col++
		}
		b.WriteString(w)
		col += len(w)
	}
	return b.String()
}
