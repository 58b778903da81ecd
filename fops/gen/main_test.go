package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestFilesAreUpToDate keeps the committed files and the table together.
func TestFilesAreUpToDate(t *testing.T) {
	for _, o := range outputs {
		t.Run(o.file, func(t *testing.T) {
			want, err := render(o.template)
			require.NoError(t, err)
			got, err := os.ReadFile(filepath.Join("../..", o.file))
			require.NoError(t, err)
			if string(want) != string(got) {
				t.Errorf("%s differs from what the table says: run make generate", o.file)
			}
		})
	}
}
