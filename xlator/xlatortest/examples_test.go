package xlatortest_test

import (
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/windlassfs/windlass/xlator"
	delaygen "github.com/windlassfs/windlass/xlator/debug/delay-gen"
	errorgen "github.com/windlassfs/windlass/xlator/debug/error-gen"
	iostats "github.com/windlassfs/windlass/xlator/debug/io-stats"
	"github.com/windlassfs/windlass/xlator/debug/trace"
	readonly "github.com/windlassfs/windlass/xlator/features/read-only"
	nlcache "github.com/windlassfs/windlass/xlator/performance/nl-cache"
	rot13 "github.com/windlassfs/windlass/xlator/playground/rot-13"
	"github.com/windlassfs/windlass/xlator/playground/template"
	"github.com/windlassfs/windlass/xlator/volfile"
)

// TestDocComments holds the package comment of every translator in Go to its
// type: the volume that it shows can be built, and it names every option.
func TestDocComments(t *testing.T) {
	types := []*xlator.Type{delaygen.Type, errorgen.Type, iostats.Type, trace.Type, readonly.Type, nlcache.Type, rot13.Type, template.Type}
	var reg xlator.Registry
	reg.Register(types...)
	reg.Register(&xlator.Type{Name: "test/storage", New: func(*xlator.Node) (any, error) { return struct{}{}, nil }})
	for _, typ := range types {
		t.Run(typ.Name, func(t *testing.T) {
			doc := packageDoc(t, filepath.Join("..", filepath.FromSlash(typ.Name)))
			_, rest, ok := strings.Cut(doc, "\n\tvolume ")
			require.True(t, ok, "the package comment shows a volume file")
			body, _, ok := strings.Cut(rest, "\tend-volume\n")
			require.True(t, ok)
			spec, err := volfile.Parse(typ.Name, []byte("volume store type test/storage end-volume volume "+body+"end-volume"))
			require.NoError(t, err)
			_, err = xlator.Build(&reg, spec, xlator.BuildOptions{})
			require.NoError(t, err)
			require.Equal(t, typ.Name, spec.Volumes[1].Type)
			for _, o := range typ.Options {
				require.Contains(t, doc, "\t"+o.Key+" ", "the table of options")
				require.True(t, strings.HasSuffix(o.Doc, "."), "the help of %s is a sentence", o.Key)
			}
		})
	}
}

func packageDoc(t *testing.T, dir string) string {
	t.Helper()
	files, err := os.ReadDir(dir)
	require.NoError(t, err)
	for _, f := range files {
		if !strings.HasSuffix(f.Name(), ".go") || strings.HasSuffix(f.Name(), "_test.go") {
			continue
		}
		x, err := parser.ParseFile(token.NewFileSet(), filepath.Join(dir, f.Name()), nil, parser.ParseComments|parser.PackageClauseOnly)
		require.NoError(t, err)
		if x.Doc != nil {
			return x.Doc.Text()
		}
	}
	t.Fatalf("%s has no package comment", dir)
	return ""
}
