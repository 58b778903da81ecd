package scripting

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/go-python/gpython/py"

	"github.com/windlassfs/windlass/scripting/engine"
)

// An assignment is a place in a script where an attribute of self, or a global,
// gets another value.
type assignment struct {
	name   string // "self.n" or "n"
	method string
	line   int
}

// With several lanes each has its own instance and its own globals, so that what
// one assigns no other sees. A text is searched for such places, not the code
// that runs: that is what tells file and line.
var (
	defLine     = regexp.MustCompile(`^(\s*)(?:async\s+)?def\s+(\w+)\s*\(\s*(\w*)`)
	classLine   = regexp.MustCompile(`^(\s*)class\s+\w+`)
	globalLine  = regexp.MustCompile(`^\s*global\s+([\w\s,]+?)\s*(?:#.*)?$`)
	name        = regexp.MustCompile(`^\s*[\w.]+\s*$`)
	quoted      = regexp.MustCompile(`'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"`)
	outsideFops = []string{"__init__", "init", "fini", "serve", "reconfigure", "upgrade", "export_state", "notify"}
)

// assignments returns the places in the methods that requests run.
func (s *script) assignments() []assignment {
	var out []assignment
	type scope struct {
		indent, name, self string
		globals            []string
	}
	var scopes []scope
	triple := ""
	for i, line := range strings.Split(s.text, "\n") {
		if triple != "" {
			_, rest, ends := strings.Cut(line, triple)
			if !ends {
				continue
			}
			line, triple = rest, ""
		}
		line = quoted.ReplaceAllStringFunc(line, func(q string) string {
			if len(q) == 2 {
				return q // perhaps half of three
			}
			return "''"
		})
		for _, t := range []string{`"""`, `'''`} {
			if before, after, opens := strings.Cut(line, t); opens {
				if _, rest, ends := strings.Cut(after, t); ends {
					line = before + rest
				} else {
					line, triple = before, t
				}
			}
		}
		line, _, _ = strings.Cut(line, "#")
		trimmed := strings.TrimSpace(line)
		if trimmed == "" {
			continue
		}
		indent := line[:len(line)-len(strings.TrimLeft(line, " \t"))]
		for len(scopes) > 0 && len(indent) <= len(scopes[len(scopes)-1].indent) {
			scopes = scopes[:len(scopes)-1]
		}
		if m := defLine.FindStringSubmatch(line); m != nil {
			scopes = append(scopes, scope{indent: m[1], name: m[2], self: m[3]})
			if line = line[strings.LastIndexByte(line, ':')+1:]; strings.TrimSpace(line) == "" {
				continue
			}
		} else if classLine.MatchString(line) {
			continue
		}
		if len(scopes) == 0 {
			continue
		}
		at := &scopes[len(scopes)-1]
		if slices.ContainsFunc(scopes, func(s scope) bool { return slices.Contains(outsideFops, s.name) }) {
			continue
		}
		if m := globalLine.FindStringSubmatch(line); m != nil {
			for _, g := range strings.Split(m[1], ",") {
				at.globals = append(at.globals, strings.TrimSpace(g))
			}
			continue
		}
		for _, t := range targets(line) {
			first, attr, dotted := strings.Cut(t, ".")
			switch {
			case dotted && first == scopes[0].self && !strings.ContainsAny(attr, ".[("):
				out = append(out, assignment{"self." + attr, at.name, i + 1})
			case !dotted && slices.Contains(at.globals, t):
				out = append(out, assignment{t, at.name, i + 1})
			}
		}
	}
	return out
}

// targets returns what the assignments of a line without strings assign to.
func targets(line string) (out []string) {
	depth, from := 0, 0
	for i := 0; i < len(line); i++ {
		switch line[i] {
		case '(', '[', '{':
			depth++
		case ')', ']', '}':
			depth--
		case ';':
			from = i + 1
		case ':':
			// Behind if and else begins a statement; an annotation belongs to its name.
			if depth == 0 && !name.MatchString(line[from:i]) {
				from = i + 1
			}
		case '=':
			if depth > 0 {
				continue
			}
			if i+1 < len(line) && line[i+1] == '=' || i > 0 && strings.IndexByte("!<>:=", line[i-1]) >= 0 && !shifts(line[:i]) {
				i++
				continue
			}
			left, _, _ := strings.Cut(line[from:i], ":")
			for _, t := range strings.Split(strings.TrimRight(left, "+-*/%&|^@<> "), ",") {
				out = append(out, strings.Trim(t, "*() \t"))
			}
			from = i + 1
		}
	}
	return out
}

// shifts reports whether what stands before a = is the rest of <<= or >>=.
func shifts(s string) bool { return strings.HasSuffix(s, "<<") || strings.HasSuffix(s, ">>") }

// warnOfAssignments reports the places that an edition with several lanes has.
func (h *host) warnOfAssignments(e *edition) {
	if len(h.interps) <= 1 || h.policy.Load().assign == "off" {
		return
	}
	for _, a := range e.assigns() {
		h.log.Warn(fmt.Sprintf("%s:%d: %s assigns %s, which the other lanes do not see", e.script.file, a.line, a.method, a.name),
			"lanes", len(h.interps), "hint", "keep it in windlass.shared, or say: option lanes 1")
	}
}

// assigned is told of each assignment. Those to attributes of self and to globals
// count that happen while a request runs, in one of several lanes.
func (in *interp) assigned(a engine.Assignment) {
	l := in.running
	if l == nil || l.cur == nil || a.Object != nil && a.Object != py.Object(l.self) {
		return
	}
	h := l.host
	if h.policy.Load().assign != "alarm" {
		return
	}
	h.assigned.Add(1)
	name := a.Name
	if a.Object != nil {
		name = "self." + name
	}
	h.limit.log("assign "+name, func(more int) {
		h.log.Error(fmt.Sprintf("%s:%d: %s assigns %s, which the other lanes do not see", a.File, a.Line, a.Func, name), "method", methodName(l.op, l.inCbk), "lanes", len(h.interps), "suppressed", more)
	})
}

// assigns is assignments, found once.
func (e *edition) assigns() []assignment {
	e.assignOnce.Do(func() { e.assigned = e.script.assignments() })
	return e.assigned
}
