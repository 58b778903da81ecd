package scripting_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/windlassfs/windlass/fops"
)

// TestStub holds the editors' stub against what there is at run time: every
// class with its attributes, and every name of the module.
func TestStub(t *testing.T) {
	src, err := os.ReadFile("windlass.pyi")
	require.NoError(t, err)
	classes := map[string][]string{}
	var names []string
	at := ""
	member := regexp.MustCompile(`^    (?:def )?([a-z]\w*)[(:]`)
	top := regexp.MustCompile(`^([A-Za-z]\w*): (?:int|str|Shared)$`)
	for _, line := range strings.Split(string(src), "\n") {
		if name, ok := strings.CutPrefix(line, "class "); ok {
			at = strings.TrimRight(name, ":")
			classes[at] = nil
			names = append(names, at)
		} else if m := member.FindStringSubmatch(line); m != nil && at != "" {
			classes[at] = append(classes[at], m[1])
		} else if m := top.FindStringSubmatch(line); m != nil && m[1] != "API" {
			names = append(names, m[1])
			at = ""
		}
	}
	require.Greater(t, len(names), 200)
	var b strings.Builder
	b.WriteString("from windlass import *\nimport windlass\nmissing = []\n")
	b.WriteString("for n in " + list(names) + ":\n    if not hasattr(windlass, n):\n        missing.append(n)\n")
	for c, attrs := range classes {
		known := map[string]bool{"name": true, "options": true, "children": true, "log": true}
		var keep []string
		for _, a := range attrs {
			// What a script defines itself, and what an instance has.
			if c == "Translator" && (known[a] || strings.HasSuffix(a, "_fop") || strings.HasSuffix(a, "_cbk") || strings.Contains(" init fini forget release releasedir notify reconfigure export_state upgrade serve stop ", " "+a+" ")) {
				continue
			}
			if c == "Buffer" && a == "decode" {
				continue // it is that of bytes
			}
			keep = append(keep, a)
		}
		b.WriteString("for n in " + list(keep) + ":\n    if n not in dir(" + c + "):\n        missing.append('" + c + ".' + n)\n")
		if c != "Translator" {
			b.WriteString("for n in dir(" + c + "):\n    if n[0] != '_' and n not in " + list(attrs) + ":\n        missing.append('stub: " + c + ".' + n)\n")
		}
	}
	b.WriteString("for n in dir(windlass):\n    if n[0] != '_' and n not in " + list(names) + ":\n        missing.append('stub: ' + n)\n")
	b.WriteString("print('missing:', missing)\nclass xlator(Translator):\n    pass\n")
	s := stack(t, b.String())
	require.Contains(t, s.Log(), "missing: []")
	for _, spec := range fops.Specs() {
		for _, m := range []string{"_fop(", "_cbk("} {
			require.Contains(t, string(src), "def "+spec.Name+m)
		}
	}
}

func list(words []string) string { return "['" + strings.Join(words, "', '") + "']" }
