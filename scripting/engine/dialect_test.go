package engine

import (
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// dialectHead is what the corpus cannot tell.
const dialectHead = `# The dialect

Scripts are written in the Python of CPython 3.11, without a Python installed. What differs is on this page. It is made from the corpus of programs in ` + "`scripting/engine/testdata/corpus`" + `, whose output is compared with CPython's byte for byte: the test of ` + "`scripting/engine`" + ` keeps it true, ` + "`UPDATE=1 go test -run Dialect ./scripting/engine`" + ` writes it.

## What a script cannot do

- ` + "`async` and `await`" + ` are refused, with file and line.
- There is no ` + "`open()`" + `, no ` + "`input()`" + `, no process and no socket: a translator reaches files through its subvolumes.
- There are no destructors (` + "`__del__`" + `) and no pickling.
- An entry into a script has a budget of steps, time, depth and memory (` + "[translators.md](translators.md)" + `); what exceeds it fails, and with it that one operation.

## What is different on purpose

- A name of a file that is not UTF-8 is a str all the same, as with ` + "`os.fsdecode`" + `: its odd bytes are surrogates.
- Equal strings and equal numbers are identical (` + "`is`" + `).
- Comprehensions run in the frame around them: tracebacks show no ` + "`<listcomp>`" + `, and no ` + "`^^^^`" + ` marks.

## Modules

`

// TestDialectPage holds docs/dialect.md to the corpus and to the modules that
// there are.
func TestDialectPage(t *testing.T) {
	const page = "../../docs/dialect.md"
	progs := readCorpus(t)
	differs := corpusDiffers(t, progs)
	var b strings.Builder
	b.WriteString(dialectHead)
	fmt.Fprintf(&b, "`%s`, and what lies beside the script.\n", strings.Join(Modules(), "`, `"))
	fmt.Fprintf(&b, "\n## What the corpus shows\n\nOf %d programs %d print exactly what CPython prints.", len(progs), len(progs)-len(differs))
	if len(differs) > 0 {
		b.WriteString(" The others, and why:\n\n| program | what is different |\n|---|---|\n")
		for _, id := range slices.Sorted(maps.Keys(differs)) {
			fmt.Fprintf(&b, "| `%s` | %s |\n", id, differs[id])
		}
	} else {
		b.WriteString("\n")
	}
	if os.Getenv("UPDATE") != "" {
		require.NoError(t, os.WriteFile(page, []byte(b.String()), 0o644))
	}
	got, err := os.ReadFile(page)
	require.NoError(t, err)
	require.Equal(t, b.String(), string(got), "run: UPDATE=1 go test -run Dialect ./scripting/engine")
}
