package integration

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestBadInput runs the scripts in testdata/badinput, named after what is
// wrong: one clear message with a hint, the documented exit code, and nothing
// mounted.
func TestBadInput(t *testing.T) {
	scripts, err := filepath.Glob("testdata/badinput/*.txtar")
	require.NoError(t, err)
	refusal := regexp.MustCompile(`(?m)^(\[\S+\] )*refuses \d+ `)
	for _, s := range scripts {
		text, err := os.ReadFile(s)
		require.NoError(t, err)
		require.Regexp(t, refusal, string(text), "%s shows no bad input", s)
	}
	runScripts(t, "testdata/badinput")
}
