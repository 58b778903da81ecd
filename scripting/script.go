package scripting

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/scripting/engine"
	"github.com/windlassfs/windlass/xlator"
)

// A script is a source file, compiled. It may be used from any goroutine.
type script struct {
	env     *Environment
	file    string
	text    string
	dirs    []string // where imports are looked for
	inline  bool     // the text of option code
	whole   bool     // with a class of its own
	prog    *engine.Program
	outline *engine.Outline

	mu       sync.Mutex // guards imported
	imported map[string]*imported
}

// imported is a file that a script imports.
type imported struct {
	prog *engine.Program
	text string
}

// same reports whether two scripts are the same text in the same file.
func (s *script) same(o *script) bool { return s == o || s.file == o.file && s.text == o.text }

// unchanged reports whether that is so with all that old has imported, too: at
// its top and, later, in its functions.
func (s *script) unchanged(old *script) bool {
	if s == old {
		return true
	}
	if !s.same(old) {
		return false
	}
	was := old.imports()
	for name, i := range was {
		if p, err := s.find(name); p == nil || err != nil {
			return false
		}
		if now := s.imports()[name]; now.text != i.text || now.prog.Filename() != i.prog.Filename() {
			return false
		}
	}
	for name := range s.imports() {
		if was[name] == nil {
			return false
		}
	}
	return true
}

func (s *script) imports() map[string]*imported {
	s.mu.Lock()
	defer s.mu.Unlock()
	return maps.Clone(s.imported)
}

// eachImport visits the files that the script has imported, those that others
// import first.
func (s *script) eachImport(f func(name string, i *imported) error) error {
	all, done := s.imports(), make(map[string]bool)
	var visit func(name string) error
	visit = func(name string) error {
		i := all[name]
		if i == nil || done[name] {
			return nil
		}
		done[name] = true
		if o, err := engine.Inspect(i.prog.Filename(), i.text); err == nil {
			for _, imp := range o.Imports {
				if err := visit(imp.Module); err != nil {
					return err
				}
			}
		}
		return f(name, i)
	}
	for _, name := range keys(all) {
		if err := visit(name); err != nil {
			return err
		}
	}
	return nil
}

// readScript reads and compiles a file. at is where the graph names it, for a
// file that cannot be read.
func readScript(e *Environment, file string, at xlator.Pos, path []string, ps *xlator.Problems) *script {
	src, err := os.ReadFile(file)
	if err != nil {
		*ps = append(*ps, xlator.Problem{Pos: at, Hint: "it must exist and be readable for who mounts", Msg: "cannot read the script: " + err.Error(), Script: true})
		return nil
	}
	text, err := sourceText(file, src)
	if err != nil {
		*ps = append(*ps, problem(file, "", err))
		return nil
	}
	s := &script{env: e, file: file, text: text, dirs: append([]string{filepath.Dir(file)}, path...), imported: make(map[string]*imported)}
	if s.prog, s.outline, err = e.compile(file, text); err != nil {
		*ps = append(*ps, problem(file, "", err))
		return nil
	}
	return s
}

// ReadSource reads the text of a script. An error is an *engine.Error if it is
// the text's.
func ReadSource(file string) (string, error) {
	b, err := os.ReadFile(file)
	if err != nil {
		return "", err
	}
	return sourceText(file, b)
}

// sourceText returns a file's text, without the byte order mark that editors of
// another system put there. What is no text is an error like one of syntax.
func sourceText(file string, src []byte) (string, error) {
	src = bytes.TrimPrefix(src, []byte("\xef\xbb\xbf"))
	what, at := "a NUL byte: this is not text", bytes.IndexByte(src, 0)
	if !utf8.Valid(src) && at < 0 {
		what, at = "this is not text in UTF-8", 0
		for at < len(src) {
			r, n := utf8.DecodeRune(src[at:])
			if r == utf8.RuneError && n == 1 {
				break
			}
			at += n
		}
	}
	if at < 0 {
		return string(src), nil
	}
	line := bytes.Count(src[:at], []byte("\n")) + 1
	return "", &engine.Error{Kind: engine.KindSyntax, Type: "SyntaxError", Msg: what, File: file, Line: line, Column: at - bytes.LastIndexByte(src[:at], '\n')}
}

// find returns a module that the script imports.
func (s *script) find(name string) (*engine.Program, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if i := s.imported[name]; i != nil {
		return i.prog, nil
	}
	for _, dir := range s.dirs {
		file := filepath.Join(dir, strings.ReplaceAll(name, ".", "/")+".py")
		src, err := os.ReadFile(file)
		if errors.Is(err, os.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		text, err := sourceText(file, src)
		if err != nil {
			return nil, err
		}
		p, _, err := s.env.compile(file, text)
		if err != nil {
			return nil, err
		}
		s.imported[name] = &imported{p, text}
		return p, nil
	}
	return nil, nil
}

// run loads the script, and what a file would import first if it is none, as a
// module of its own.
func (s *script) run(ctx *engine.Context) (*engine.ModuleObject, error) {
	if s.inline {
		return s.loadInline(ctx)
	}
	return ctx.Load(s.prog, s.moduleName())
}

func (s *script) moduleName() string {
	return strings.TrimSuffix(filepath.Base(s.file), ".py")
}

// problem makes a Problem of a script's error.
func problem(file, what string, err error) xlator.Problem {
	p := xlator.Problem{Pos: xlator.Pos{File: file}, Script: true, Msg: err.Error()}
	var e *engine.Error
	if !errors.As(err, &e) {
		return p
	}
	if e.File != "" {
		p.Pos = xlator.Pos{File: e.File, Line: e.Line, Column: e.Column}
	}
	p.Msg = e.Type
	if e.Msg != "" {
		p.Msg += ": " + e.Msg
	}
	if what != "" {
		p.Msg = what + " raised " + p.Msg
	}
	if e.Kind == engine.KindSyntax && strings.TrimSpace(e.Text) != "" {
		p.Hint = "in: " + excerpt(strings.TrimSpace(e.Text))
	}
	if e.Type == "NameError" && strings.Contains(e.Msg, "'Translator'") {
		p.Hint = "a translator begins with: from windlass import *"
	}
	if len(e.Traceback) > 1 {
		p.Msg += "\n    " + strings.ReplaceAll(strings.TrimSpace(e.Render()), "\n", "\n    ")
	}
	return p
}

// excerpt shortens a line for a message, and leaves out what a terminal would
// take for commands.
func excerpt(line string) string {
	const most = 120
	line = strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return '\ufffd'
		}
		return r
	}, strings.ReplaceAll(line, "\t", " "))
	if r := []rune(line); len(r) > most {
		line = string(r[:most]) + "…"
	}
	return line
}

// candidates returns the classes of a loaded module that are derived from
// Translator, by name.
func (s *script) candidates(ctx *engine.Context, m *engine.ModuleObject) (map[string]*engine.Class, *engine.Class) {
	w, err := ctx.Import(moduleName)
	if err != nil {
		return nil, nil
	}
	base := w.Get("Translator").(*engine.Class)
	found := make(map[string]*engine.Class)
	for _, name := range m.Names() {
		if t, ok := m.Get(name).(*engine.Class); ok && t != base && t.IsSubclass(base) && !bareGlupy(t) {
			found[name] = t
		}
	}
	return found, base
}

// choose finds the class of the translator: the one that the volume names, or
// the only one, or the one called xlator. at is where the volume names it.
func (s *script) choose(ctx *engine.Context, m *engine.ModuleObject, name string, at xlator.Pos, ps *xlator.Problems) *engine.Class {
	found, base := s.candidates(ctx, m)
	if base == nil {
		return nil
	}
	if name != "" {
		if t := found[name]; t != nil {
			return t
		}
		if c := s.outline.Class(name); c != nil {
			s.add(ps, c.Line, c.Column, "write: class "+name+"(Translator):", "class %s is not derived from Translator", name)
			return nil
		}
		ps.Add(at, didYouMean(name, keys(found)), "%s has no class %q", s.file, name)
		return nil
	}
	if len(found) > 1 {
		if t := found["xlator"]; t != nil {
			return t
		}
		found = s.narrow(found)
	}
	switch len(found) {
	case 1:
		for _, t := range found {
			return t
		}
	case 0:
		for _, c := range s.outline.Classes {
			if c.Name == "xlator" || len(s.outline.Classes) == 1 {
				s.add(ps, c.Line, c.Column, "write: class "+c.Name+"(Translator):", "class %s is not derived from Translator", c.Name)
				return nil
			}
		}
		s.add(ps, 1, 0, "a translator begins with: from windlass import * / class xlator(Translator):", "the script has no class that is derived from Translator")
		return nil
	}
	line, col := 1, 0
	for _, c := range s.outline.Classes {
		if found[c.Name] != nil {
			line, col = c.Line, c.Column
		}
	}
	s.add(ps, line, col, "name one of them xlator, or say: option class NAME", "the script has several classes that are derived from Translator: %s", strings.Join(keys(found), ", "))
	return nil
}

// narrow leaves out classes that only others are derived from: those of other
// modules, and bases.
func (s *script) narrow(found map[string]*engine.Class) map[string]*engine.Class {
	out := make(map[string]*engine.Class)
	for name, t := range found {
		isBase := false
		for _, u := range found {
			isBase = isBase || u != t && u.IsSubclass(t)
		}
		if !isBase && s.outline.Class(name) != nil {
			out[name] = t
		}
	}
	if len(out) == 0 {
		return found
	}
	return out
}

func (s *script) add(ps *xlator.Problems, line, col int, hint, format string, args ...any) {
	*ps = append(*ps, xlator.Problem{Pos: xlator.Pos{File: s.file, Line: line, Column: col}, Hint: hint, Msg: fmt.Sprintf(format, args...), Script: true})
}

func didYouMean(word string, known []string) string {
	if near := fops.Suggest(word, known); near != "" {
		return fmt.Sprintf("did you mean %q?", near)
	}
	if len(known) > 0 {
		return "there is: " + strings.Join(known, ", ")
	}
	return ""
}
