package scripting

import (
	"fmt"
	"strings"

	"github.com/windlassfs/windlass/fops"
)

// PassThroughSource returns a script whose translator handles the given fops,
// or all of them, and passes each on, down and up, argument by argument. It is
// for tests and benchmarks.
func PassThroughSource(ops ...fops.Op) string {
	if len(ops) == 0 {
		for i := range fops.NumOps {
			ops = append(ops, fops.Op(i))
		}
	}
	var b strings.Builder
	b.WriteString("from windlass import *\n\n\nclass xlator(Translator):\n    def __init__(self, this):\n        Translator.__init__(self, this)\n")
	for _, op := range ops {
		in, out := "", ""
		for _, p := range fops.Positional(op.Spec().In) {
			in += ", " + p.Name
		}
		for _, p := range fops.Positional(op.Spec().Out) {
			out += ", " + p.Name
		}
		fmt.Fprintf(&b, "\n    def %[1]s_fop(self, frame, this%[2]s):\n        self.wind_%[1]s(frame%[2]s)\n", op, in)
		fmt.Fprintf(&b, "\n    def %[1]s_cbk(self, frame, cookie, this, op_ret, op_errno%[2]s):\n        self.unwind_%[1]s(frame, op_ret, op_errno%[2]s)\n", op, out)
	}
	return b.String()
}
