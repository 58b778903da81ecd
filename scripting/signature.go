package scripting

import (
	"slices"

	"github.com/go-python/gpython/py"

	"github.com/windlassfs/windlass/fops"
)

// maxParams is the largest number of parameters that a fop or a reply has,
// op_ret and op_errno counted.
const maxParams = 16

// A signature is what a fop's wind or unwind takes.
type signature struct {
	params []fops.Param
	pos    []int          // the places of the positional parameters in params
	byName map[string]int // the places of all
	usage  string         // for messages: "frame, loc, xdata"
	xdata  int            // the place of xdata among the positional, -1 if none
	failed []py.Object    // what a callback receives with a failure
}

var signatures = func() (all [fops.NumOps]struct{ in, out signature }) {
	for op := range all {
		spec := fops.Op(op).Spec()
		all[op].in = newSignature(spec.In, "frame")
		all[op].out = newSignature(spec.Out, "frame, op_ret, op_errno")
	}
	return all
}()

func newSignature(ps []fops.Param, first string) signature {
	s := signature{params: ps, byName: make(map[string]int), usage: first, xdata: -1}
	for i, p := range ps {
		s.byName[p.Name] = i
		if p.Keyword {
			continue
		}
		if p.Name == "xdata" {
			s.xdata = len(s.pos)
		}
		s.pos = append(s.pos, i)
		s.usage += ", " + p.Name
		var none py.Object = py.None
		switch {
		case p.Const == "1":
			none = py.Int(1)
		case p.Py == "int":
			none = py.Int(0)
		case p.Py == "str":
			none = py.String("")
		}
		s.failed = append(s.failed, none)
	}
	return s
}

// giveFailed fills in what a callback receives with a failure: a reply that
// failed has only its errno and xdata.
func (s *signature) giveFailed(l *life, r *fops.Reply, v []py.Object) {
	copy(v, s.failed)
	if s.xdata >= 0 && r.XData.Len() > 0 {
		v[s.xdata] = new(dictObject).give(l, r.XData)
	}
}

// The keywords that are no parameters of the fop.
var (
	windKeywords   = []string{"child", "cookie"}
	unwindKeywords = []string{"entry_timeout", "attr_timeout"}
)

// spread puts the values that a script gave into their parameters' places.
func (s *signature) spread(name string, vals, v []py.Object, kwargs py.StringDict, extra []string, fewer bool) error {
	clear(vals[:len(s.params)])
	if len(v) > len(s.pos) {
		return s.wrongCount(name, len(v))
	}
	for i, o := range v {
		vals[s.pos[i]] = o
	}
	n := len(v)
	for k, o := range kwargs {
		i, ok := s.byName[k]
		if !ok {
			if slices.Contains(extra, k) {
				continue // the caller looks at it
			}
			known := slices.Clone(extra)
			for p := range s.byName {
				known = append(known, p)
			}
			hint := ""
			if near := fops.Suggest(k, known); near != "" {
				hint = "; did you mean " + near + "?"
			}
			return py.ExceptionNewf(py.TypeError, "%s has no parameter %s%s", name, k, hint)
		}
		if vals[i] != nil {
			return py.ExceptionNewf(py.TypeError, "%s: parameter %s is given twice", name, k)
		}
		vals[i] = o
		if !s.params[i].Keyword {
			n++
		}
	}
	if n < len(s.pos) && !fewer {
		return s.wrongCount(name, n)
	}
	return nil
}

func (s *signature) wrongCount(name string, n int) error {
	return py.ExceptionNewf(py.TypeError, "%s takes (%s): %d values after the fixed ones, not %d", name, s.usage, len(s.pos), n)
}
