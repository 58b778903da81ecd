package template_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/xlator/playground/template"
	"github.com/windlassfs/windlass/xlator/xlatortest"
)

// A translator that should change nothing is tested with one line.
func TestItPassesAllThrough(t *testing.T) {
	xlatortest.PassThrough(t, template.Type, nil)
}

func TestNoAllocs(t *testing.T) {
	xlatortest.RequireNoAllocs(t, template.Type, nil)
}

func TestItCountsAndGreets(t *testing.T) {
	s := xlatortest.New(t, xlatortest.Layer{Type: template.Type, Options: xlatortest.Options{"greeting": "hello", "log-level": "debug"}})
	name := func(a *fops.Args) { a.Loc = fops.Loc{Parent: s.Root(), Name: "f"} }
	s.Do(fops.OpMknod, name)
	var in *fops.Inode
	for range 3 {
		in = s.Do(fops.OpLookup, name).Inode
	}
	require.Equal(t, int64(3), s.Dump("template")["lookups"])
	require.Equal(t, 1, strings.Count(s.Log(), "msg=hello"))
	s.Forget(in)
	require.Contains(t, s.Log(), "msg=forget")
	require.Contains(t, s.Log(), "visits=3")
}
