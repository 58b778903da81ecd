package main

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestTranslatorsPage holds docs/translators.md to the types that the program
// has. UPDATE=1 writes it.
func TestTranslatorsPage(t *testing.T) {
	const page = "../../docs/translators.md"
	var b strings.Builder
	b.WriteString("# Translators\n\nWhat `windlass list` and `windlass list --options TYPE` show, on one page. The test of `cmd/windlass` keeps it true; `UPDATE=1 go test ./cmd/windlass` writes it.\n\nEvery translator also has the options `log-level` (debug, info, warning, error or none) and `pass-through` (leave it in the graph but let every fop go past it). The package comment of each has an example: `go doc ./xlator/debug/trace`.\n")
	for _, ty := range registry().Types() {
		if ty.Name == passType {
			continue
		}
		fmt.Fprintf(&b, "\n## %s\n\n%s\n", ty.Name, ty.Summary)
		if len(ty.Aliases) > 0 {
			fmt.Fprintf(&b, "Also called %s.\n", strings.Join(ty.Aliases, ", "))
		}
		switch {
		case ty.MaxChildren == 0:
			b.WriteString("It has no subvolumes.\n")
		case ty.MaxChildren < 0:
			fmt.Fprintf(&b, "It has %d or more subvolumes.\n", ty.MinChildren)
		default:
			b.WriteString("It has one subvolume.\n")
		}
		if len(ty.Options) == 0 {
			continue
		}
		b.WriteString("\n| option | value | default | meaning |\n|---|---|---|---|\n")
		for _, o := range ty.Options {
			j, def := describe(&o, false), o.Default
			value := strings.ReplaceAll(j.kind(), "|", ", ")
			if o.Required {
				def = "required"
			}
			fmt.Fprintf(&b, "| `%s` | %s | %s | %s |\n", strings.Join(append([]string{o.Key}, o.Aliases...), "`, `"), value, def, o.Doc)
		}
	}
	if os.Getenv("UPDATE") != "" {
		require.NoError(t, os.WriteFile(page, []byte(b.String()), 0o644))
	}
	got, err := os.ReadFile(page)
	require.NoError(t, err)
	require.Equal(t, b.String(), string(got), "run: UPDATE=1 go test ./cmd/windlass")
}
