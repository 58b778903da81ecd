package integration

import (
	"encoding/json"
	"io"
	"os/exec"
	"path"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const module = "github.com/windlassfs/windlass"

// pkg is what "go list" says of a package.
type pkg struct {
	ImportPath   string
	Imports      []string
	TestImports  []string
	XTestImports []string
}

func listPackages(t *testing.T) []pkg {
	t.Helper()
	out, err := exec.Command("go", "list", "-json", module+"/...").Output()
	require.NoError(t, err)
	var pkgs []pkg
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p pkg
		err := d.Decode(&p)
		if err == io.EOF {
			return pkgs
		}
		require.NoError(t, err)
		p.ImportPath = strings.TrimPrefix(strings.TrimPrefix(p.ImportPath, module), "/")
		pkgs = append(pkgs, p)
	}
}

// TestImportRules holds the direction of imports that ARCHITECTURE.md
// describes.
func TestImportRules(t *testing.T) {
	// only names the places that may import a library; a place ends in "/..."
	// if it includes what is below it.
	only := map[string][]string{
		"github.com/hanwen/go-fuse/v2": {"xlator/fuse"},
		"github.com/go-python/gpython": {"scripting/..."},
		"github.com/urfave/cli/v2":     {"cmd/..."},
	}
	for _, p := range listPackages(t) {
		for _, imp := range p.Imports {
			for lib, places := range only {
				if (imp == lib || strings.HasPrefix(imp, lib+"/")) && !within(p.ImportPath, places) {
					t.Errorf("%s imports %s, which only %v may", p.ImportPath, imp, places)
				}
			}
			own, ok := strings.CutPrefix(imp, module+"/")
			if ok && !allowed(p.ImportPath, own) {
				t.Errorf("%s imports %s", p.ImportPath, own)
			}
		}
		if p.ImportPath == "fops" {
			for _, imp := range p.Imports {
				require.False(t, strings.Contains(strings.Split(imp, "/")[0], "."), "fops imports only the standard library, not %s", imp)
			}
		}
	}
}

func within(p string, places []string) bool {
	for _, place := range places {
		if dir, tree := strings.CutSuffix(place, "/..."); p == dir || tree && (p == dir || strings.HasPrefix(p, dir+"/")) {
			return true
		}
	}
	return false
}

// allowed says whether a package of the project may import another.
func allowed(from, to string) bool {
	switch {
	case from == to || strings.HasPrefix(to, from+"/internal/"):
		return true
	case strings.HasPrefix(from, "cmd/"):
		return true
	case strings.HasPrefix(from, "fops/gen"):
		return to == "fops"
	case from == "fops":
		return false
	case from == "xlator":
		return to == "fops" || strings.HasPrefix(to, "xlator/internal/")
	case strings.HasPrefix(from, "xlator/internal/"):
		return to == "fops"
	case from == "xlator/xlatortest" && to == "xlator/volfile":
		return true
	case to == "xlator/memfs":
		// What tests of translators stand on, in Go and in Python syntax.
		return from == "xlator/xlatortest" || from == "scripting/scripttest"
	case strings.HasPrefix(from, "xlator/"):
		// What the translators of a category share is internal to it.
		if category, _, ok := strings.Cut(to, "/internal/"); ok && strings.HasPrefix(from, category+"/") {
			return true
		}
		// Translators know the machine and never each other.
		return to == "fops" || to == "xlator" || strings.HasPrefix(to, "xlator/internal/")
	case strings.HasPrefix(from, "scripting"):
		return to == "fops" || to == "xlator" || strings.HasPrefix(to, "scripting/") || from == "scripting/scripttest" && to == "scripting"
	}
	return false
}

// TestTranslatorsLiveWhereTheirTypeSays keeps xlator/CATEGORY/NAME and the
// types that "windlass list" shows the same.
func TestTranslatorsLiveWhereTheirTypeSays(t *testing.T) {
	notTypes := map[string]bool{"xlator": true, "xlator/fuse": true, "xlator/volfile": true, "xlator/xlatortest": true, "xlator/memfs": true}
	out := run(t, "list", "--json")
	var types []struct {
		Name string `json:"name"`
	}
	require.NoError(t, json.Unmarshal([]byte(out), &types))
	listed := make(map[string]bool)
	for _, ty := range types {
		listed[ty.Name] = true
	}
	for _, p := range listPackages(t) {
		if rest, ok := strings.CutPrefix(p.ImportPath, "xlator/"); ok && !notTypes[p.ImportPath] && !strings.Contains("/"+rest, "/internal/") {
			require.True(t, listed[rest], "package %s is no type that is listed", p.ImportPath)
			require.Equal(t, 2, len(strings.Split(rest, "/")), "a type is CATEGORY/NAME: %s", path.Base(rest))
		}
	}
}
