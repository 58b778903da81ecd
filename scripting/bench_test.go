package scripting_test

import (
	"syscall"
	"testing"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/scripting"
	"github.com/windlassfs/windlass/xlator"
	"github.com/windlassfs/windlass/xlator/xlatortest"
)

const negative = `
from windlass import *

class xlator(Translator):
    def __init__(self, this):
        Translator.__init__(self, this)
        self.missing = {}

    def lookup_fop(self, frame, this, loc, xdata):
        if loc.name is not None:
            key = loc.pargfid + "/" + loc.name
            if key in self.missing:
                self.unwind_lookup(frame, -1, ENOENT, None, None, None, None)
                return
            frame.local = key
        self.wind_lookup(frame, loc, xdata)

    def lookup_cbk(self, frame, cookie, this, op_ret, op_errno, inode, buf, xdata, postparent):
        if op_ret < 0 and op_errno == ENOENT and frame.local is not None and self.options.cache:
            self.missing[frame.local] = True
        self.unwind_lookup(frame, op_ret, op_errno, inode, buf, xdata, postparent)

OPTIONS = [Option("cache", "bool", default=True)]
`

// lookups measures one lookup through a layer, over a leaf that answers at
// once.
func lookups(b *testing.B, errno syscall.Errno, layers ...xlatortest.Layer) {
	s := xlatortest.New(b, layers...)
	in := fops.NewInode(s.Root().Slots())
	s.Storage.Record(false)
	s.Storage.Handle(fops.OpLookup, func(f *xlator.Frame, a *fops.Args) {
		r := f.NewReply(a.Op)
		if errno != 0 {
			r.Fail(errno)
		} else {
			r.Inode = in
		}
		f.Unwind(r)
	})
	run := func() {
		c := s.Graph.NewCall()
		a := c.Args(fops.OpLookup)
		a.Loc = fops.Loc{Parent: s.Root(), Name: "name", Inode: in}
		c.Do(a)
		c.End()
	}
	run()
	b.ReportAllocs()
	for b.Loop() {
		run()
	}
}

func layer(b *testing.B, src string, options ...string) xlatortest.Layer {
	o := xlatortest.Options{"script": write(b, src)}
	for i := 0; i < len(options); i += 2 {
		o[options[i]] = options[i+1]
	}
	return xlatortest.Layer{Type: scripting.Type, Options: o}
}

func BenchmarkLookup(b *testing.B) {
	b.Run("no layer", func(b *testing.B) { lookups(b, 0) })
	b.Run("no method", func(b *testing.B) {
		lookups(b, 0, layer(b, "from windlass import *\nclass xlator(Translator):\n    pass\n"))
	})
	b.Run("pass on", func(b *testing.B) { lookups(b, 0, layer(b, scripting.PassThroughSource(fops.OpLookup))) })
	b.Run("pass on by keyword", func(b *testing.B) { lookups(b, 0, layer(b, byKeyword())) })
	b.Run("callback", func(b *testing.B) { lookups(b, 0, layer(b, callbacksOnly())) })
	b.Run("passed by", func(b *testing.B) {
		lookups(b, 0, layer(b, "from windlass import *\nclass xlator(Translator):\n    def lookup_fop(self, frame, this, loc, xdata):\n        boom\n", "on-error", "disable"))
	})
	b.Run("negative hit", func(b *testing.B) { lookups(b, syscall.ENOENT, layer(b, negative)) })
	b.Run("negative miss", func(b *testing.B) { lookups(b, syscall.ENOENT, layer(b, negative, "cache", "off")) })
}

// BenchmarkParallel shows what lanes are for: several requests at once.
func BenchmarkParallel(b *testing.B) {
	for _, lanes := range []string{"1", "2", "4"} {
		b.Run("lanes="+lanes, func(b *testing.B) {
			s := xlatortest.New(b, layer(b, scripting.PassThroughSource(fops.OpLookup), "lanes", lanes))
			in := fops.NewInode(s.Root().Slots())
			s.Storage.Record(false)
			s.Storage.Handle(fops.OpLookup, func(f *xlator.Frame, a *fops.Args) {
				r := f.NewReply(a.Op)
				r.Inode = in
				f.Unwind(r)
			})
			b.ReportAllocs()
			b.RunParallel(func(pb *testing.PB) {
				for pb.Next() {
					c := s.Graph.NewCall()
					a := c.Args(fops.OpLookup)
					a.Loc = fops.Loc{Parent: s.Root(), Name: "name", Inode: in}
					c.Do(a)
					c.End()
				}
			})
		})
	}
}
