package scripttest

import (
	"os"
	"os/exec"
	"regexp"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/windlassfs/windlass/fops"
)

// TestStub holds windlass_testing.pyi to the table and to what there is.
// UPDATE=1 writes it.
func TestStub(t *testing.T) {
	if os.Getenv("UPDATE") != "" {
		require.NoError(t, os.WriteFile("windlass_testing.pyi", []byte(makeStub()), 0o644))
	}
	got, err := os.ReadFile("windlass_testing.pyi")
	require.NoError(t, err)
	require.Equal(t, makeStub(), string(got), "run: UPDATE=1 go test ./scripting/scripttest")
	text := string(got)
	for class, names := range attributes {
		body := regexp.MustCompile(`(?s)\nclass ` + class + `:.*?(\n\n\nclass |$)`).FindString(text)
		require.NotEmpty(t, body, class)
		if class == "Reply" {
			continue // its values are those of the fop
		}
		for _, n := range names() {
			require.Regexp(t, `(?m)^    (def )?`+n+`[(:]`, body, "%s.%s", class, n)
		}
	}
	for i := range fops.Op(fops.NumOps) {
		require.Contains(t, text, "def "+i.String()+"(self")
	}
	if py, err := exec.LookPath("python3"); err == nil {
		out, err := exec.Command(py, "-c", "import ast; ast.parse(open('windlass_testing.pyi').read())").CombinedOutput()
		require.NoError(t, err, string(out))
	}
}
