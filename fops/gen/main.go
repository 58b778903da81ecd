// Command gen writes every file that derives from the table of fops: run it
// through "make generate". Its argument is the root of the repository.
package main

import (
	"bytes"
	"embed"
	"fmt"
	"go/format"
	"os"
	"path/filepath"
	"strings"
	"text/template"

	"github.com/windlassfs/windlass/fops"
)

//go:embed *.tmpl
var templates embed.FS

// outputs names the template of each generated file.
var outputs = []struct{ file, template string }{
	{"fops/z_ops.go", "ops.go.tmpl"},
	{"xlator/z_sugar.go", "sugar.go.tmpl"},
	{"scripting/z_bind.go", "bind.go.tmpl"},
	{"scripting/z_constants.go", "constants.go.tmpl"},
	{"scripting/windlass.pyi", "stub.pyi.tmpl"},
	{"docs/reference.md", "reference.md.tmpl"},
}

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: gen ROOT")
		os.Exit(1)
	}
	for _, o := range outputs {
		text, err := render(o.template)
		if err == nil {
			err = os.WriteFile(filepath.Join(os.Args[1], o.file), text, 0o644)
		}
		if err != nil {
			fmt.Fprintf(os.Stderr, "gen: %s: %v\n", o.file, err)
			os.Exit(1)
		}
	}
}

// render executes one template over the table; Go code comes out formatted.
func render(name string) ([]byte, error) {
	t, err := template.New(name).Funcs(funcs).ParseFS(templates, name)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := t.Execute(&b, map[string]any{"Fops": fops.Specs(), "Callbacks": fops.Callbacks(), "Fields": fops.Fields(), "Constants": constants()}); err != nil {
		return nil, err
	}
	if strings.HasSuffix(name, ".go.tmpl") {
		return format.Source(b.Bytes())
	}
	return b.Bytes(), nil
}

var funcs = template.FuncMap{
	"camel":   camel,
	"lcamel":  lowerCamel,
	"stored":  stored,
	"zero":    zero,
	"join":    strings.Join,
	"replace": strings.ReplaceAll,

	"positional": fops.Positional,
	"give":       give,
	"take":       take,
	"pynames":    pyNames,
	"pyreceives": pyReceives,
	"pypasses":   pyPasses,
	"goparams":   goParams,
	"users":      users,
	"wrap":       wrap,
	"list":       func(words ...string) []string { return words },
}

// camel turns copy_file_range into CopyFileRange.
func camel(name string) string {
	var b strings.Builder
	for _, w := range strings.Split(name, "_") {
		b.WriteString(strings.ToUpper(w[:1]) + w[1:])
	}
	return b.String()
}

// lowerCamel turns copy_file_range into copyFileRange, and keeps clear of
// Go's keywords.
func lowerCamel(name string) string {
	s := camel(name)
	s = strings.ToLower(s[:1]) + s[1:]
	switch s {
	case "type":
		return "typ"
	case "len":
		return "length"
	}
	return s
}

// stored returns the parameters that have a place in the record.
func stored(ps []fops.Param) []fops.Param {
	var out []fops.Param
	for _, p := range ps {
		if p.Const == "" {
			out = append(out, p)
		}
	}
	return out
}

// zero returns the zero value of a field's Go type as Go source.
func zero(f *fops.Field) string {
	switch {
	case f.ByRef:
		return strings.TrimPrefix(f.Go, "*fops.") + "{}"
	case strings.HasPrefix(f.Go, "*"), strings.HasPrefix(f.Go, "["):
		return "nil"
	case f.Go == "string":
		return `""`
	}
	return "0"
}
