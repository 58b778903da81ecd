package engine

import (
	"github.com/go-python/gpython/ast"
)

type scopeKind uint8

const (
	scopeModule scopeKind = iota
	scopeFunction
	scopeClass
	scopeComp // a comprehension: names of its own, in the frame around it
)

// scope is a region of names.
type scope struct {
	kind   scopeKind
	parent *scope
	class  string // for private names
	syms   map[string]*symbol
	order  []string
	inner  map[any]*scope
	yields bool
	// host is the nearest scope around that has a frame.
	host *scope
	// of hosts: captured variables of scopes around, and own variables that are
	// captured.
	free  []*symbol
	cells []*symbol
	// needsClass is set for a class whose methods use super() or __class__.
	needsClass bool
	node       ast.Ast
}

// symbol is a name in a scope.
type symbol struct {
	name             string
	scope            *scope
	bound, param     bool
	global, nonlocal bool
	cell             bool
	slot             int // of a local that is no cell
	line, col        int
}

// compileError ends a compilation; it is recovered at the top.
type compileError struct {
	line, col int
	msg       string
}

func failAt(n ast.Ast, format string, a ...any) {
	panic(&compileError{n.GetLineno(), n.GetColOffset(), sprintf(format, a...)})
}

func (s *scope) sym(name string) *symbol {
	y := s.syms[name]
	if y == nil {
		y = &symbol{name: name, scope: s, slot: -1}
		s.syms[name] = y
		s.order = append(s.order, name)
	}
	return y
}

// analyser finds the names of all scopes of a module.
type analyser struct {
	s      *scope
	src    *source
	depth  int
	inIter int // within what a comprehension iterates over
	uses   []use
}

// use is a name that is read, written or deleted in a scope.
type use struct {
	s    *scope
	name string
}

func newScope(kind scopeKind, parent *scope, node ast.Ast) *scope {
	s := &scope{kind: kind, parent: parent, syms: map[string]*symbol{}, inner: map[any]*scope{}, node: node}
	s.host = s
	if parent != nil {
		s.class = parent.class
		if kind == scopeComp {
			s.host = parent.host
		}
	}
	return s
}

// analyse makes the scopes of a module.
func analyse(body []ast.Stmt, src *source) *scope {
	root := newScope(scopeModule, nil, nil)
	a := &analyser{s: root, src: src}
	a.body(body)
	for _, u := range a.uses {
		u.s.resolve(u.name)
	}
	return root
}

// maxNesting bounds the nesting of a source in the compiler's recursion.
const maxNesting = 1000

func (a *analyser) enter(n ast.Ast) {
	if a.depth++; a.depth > maxNesting {
		failAt(n, "too many nested expressions or statements")
	}
}

func (a *analyser) use(name string) {
	name = mangle(a.s.class, name)
	a.s.sym(name)
	a.uses = append(a.uses, use{a.s, name})
}

// bind notes an assignment.
func (a *analyser) bind(name string, n ast.Ast) *symbol {
	name = mangle(a.s.class, name)
	if name == "__debug__" {
		failAt(n, "cannot assign to __debug__")
	}
	y := a.s.sym(name)
	y.bound = true
	a.uses = append(a.uses, use{a.s, name})
	return y
}

// resolution says what a name means in a scope.
type resolution struct {
	kind resKind
	sym  *symbol
}

type resKind uint8

const (
	resGlobal resKind = iota
	resLocal          // a slot of the frame
	resCell           // a cell of the frame, own or captured
	resName           // in a class body: its namespace, then what is around
)

// find says what a name means, without changing anything.
func (s *scope) find(name string) resolution {
	y := s.syms[name]
	if y != nil && y.global {
		return resolution{resGlobal, y}
	}
	if y != nil && y.bound && !y.nonlocal {
		switch s.kind {
		case scopeModule:
			return resolution{resGlobal, y}
		case scopeClass:
			return resolution{resName, y}
		}
		if y.cell {
			return resolution{resCell, y}
		}
		return resolution{resLocal, y}
	}
	for p := s.parent; p != nil; p = p.parent {
		if name == "__class__" && p.kind == scopeClass {
			return resolution{resCell, p.sym("__class__")}
		}
		if p.kind == scopeClass || p.kind == scopeModule {
			continue
		}
		z := p.syms[name]
		if z == nil {
			continue
		}
		if z.global {
			return resolution{resGlobal, z}
		}
		if z.bound && !z.nonlocal {
			if z.scope.host == s.host && !z.cell {
				return resolution{resLocal, z}
			}
			return resolution{resCell, z}
		}
	}
	if s.kind == scopeClass {
		return resolution{resName, y}
	}
	return resolution{resGlobal, y}
}

// resolve marks what has to be in cells for a use of a name.
func (s *scope) resolve(name string) {
	r := s.find(name)
	if r.sym == nil || r.kind != resLocal && r.kind != resCell {
		if y := s.syms[name]; y != nil && y.nonlocal {
			panic(&compileError{y.line, y.col, "no binding for nonlocal '" + name + "' found"})
		}
		return
	}
	def := r.sym.scope.host
	if def == s.host {
		return
	}
	if !r.sym.cell {
		r.sym.cell = true
		if r.sym.scope.kind == scopeClass {
			r.sym.scope.needsClass = true
		}
		def.cells = append(def.cells, r.sym)
	}
	for h := s.host; h != def; h = h.parent.host {
		if !hasSym(h.free, r.sym) {
			h.free = append(h.free, r.sym)
		}
	}
}

func hasSym(list []*symbol, y *symbol) bool {
	for _, z := range list {
		if z == y {
			return true
		}
	}
	return false
}

// cellIndex is the place of a symbol among the cells of a host's frame.
func (s *scope) cellIndex(y *symbol) int {
	for i, z := range s.cells {
		if z == y {
			return i
		}
	}
	for i, z := range s.free {
		if z == y {
			return len(s.cells) + i
		}
	}
	return -1
}
