package xlatortest

import (
	"testing"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/xlator"
)

// Passes runs the suite and reports whether all rows pass, without failing t.
func Passes(t *testing.T, typ *xlator.Type) bool {
	s := New(t, Layer{Type: typ})
	for op := range fops.Op(fops.NumOps) {
		for _, fail := range []bool{false, true} {
			if passOne(s, op, fail) != nil {
				return false
			}
		}
	}
	return true
}
