//go:build !race

package fuse

import (
	"fmt"
	"log/slog"
	"syscall"
	"testing"

	gofuse "github.com/hanwen/go-fuse/v2/fuse"
	"github.com/stretchr/testify/require"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/xlator"
)

// everything handles every fop: a layer passes it on and its reply back, a leaf
// answers it.
type everything struct{ leaf bool }

func (l everything) Bind(b *xlator.Bindings) {
	for op := range fops.Op(fops.NumOps) {
		if !l.leaf {
			b.Fop[op] = func(f *xlator.Frame, a *fops.Args) { f.Wind(0, a, nil) }
			b.Cbk[op] = func(f *xlator.Frame, _ any, r *fops.Reply) { f.Unwind(r) }
			continue
		}
		b.Fop[op] = func(f *xlator.Frame, a *fops.Args) {
			r := f.NewReply(op)
			r.Buf.Flags, r.Buf.Mode = 1, syscall.S_IFDIR
			switch op {
			case fops.OpLookup:
				r.Fail(syscall.ENOENT)
			case fops.OpReadv:
				r.Vector = f.Buffer(int(a.Size))
			}
			f.Unwind(r)
		}
	}
}

// TestTheBridgeDoesNotAllocate: neither does what stands between go-fuse and
// the graph, with ten layers that handle everything. A read allocates go-fuse's
// view of its data, an open the open file.
func TestTheBridgeDoesNotAllocate(t *testing.T) {
	var reg xlator.Registry
	spec := &xlator.Spec{Volumes: []xlator.VolumeSpec{{Name: "0", Type: "test/leaf"}}}
	reg.Register(
		&xlator.Type{Name: "test/leaf", New: func(*xlator.Node) (any, error) { return everything{true}, nil }},
		&xlator.Type{Name: "test/layer", MinChildren: 1, MaxChildren: 1, New: func(*xlator.Node) (any, error) { return everything{}, nil }},
	)
	for i := range 10 {
		spec.Volumes = append(spec.Volumes, xlator.VolumeSpec{
			Name: fmt.Sprint(i + 1), Type: "test/layer", Subvolumes: []xlator.SubvolumeSpec{{Name: fmt.Sprint(i)}},
		})
	}
	g, err := xlator.Build(&reg, spec, xlator.BuildOptions{})
	require.NoError(t, err)
	require.NoError(t, g.Init())
	t.Cleanup(g.Fini)
	b := newBridge(g, Options{Log: slog.New(slog.DiscardHandler)})
	fd := fops.NewFd(g.Inodes().Root(), 0, false, 0)
	b.fds.Put(fd, func(id uint64) { fd.ID = id })

	cancel, buf := make(chan struct{}), make([]byte, 4096)
	header := root
	var entry gofuse.EntryOut
	var attr gofuse.AttrOut
	var opened gofuse.OpenOut
	getattr := &gofuse.GetAttrIn{InHeader: root}
	read := &gofuse.ReadIn{InHeader: root, Fh: 1, Size: 4096}
	write := &gofuse.WriteIn{InHeader: root, Fh: 1, Size: 4096}
	flush := &gofuse.FlushIn{InHeader: root, Fh: 1}
	open := &gofuse.OpenIn{InHeader: root}
	release := &gofuse.ReleaseIn{InHeader: root}
	for _, c := range []struct {
		name string
		most float64
		call func()
	}{
		{"lookup", 0, func() { b.Lookup(cancel, &header, "missing", &entry) }},
		{"stat", 0, func() { b.GetAttr(cancel, getattr, &attr) }},
		{"writev", 0, func() { b.Write(cancel, write, buf) }},
		{"flush", 0, func() { b.Flush(cancel, flush) }},
		{"unlink", 0, func() { b.Unlink(cancel, &header, "name") }},
		{"readv", 1, func() { b.Read(cancel, read, buf) }},
		{"open", 1, func() { b.Open(cancel, open, &opened); release.Fh = opened.Fh; b.Release(cancel, release) }},
	} {
		c.call()
		require.LessOrEqual(t, testing.AllocsPerRun(1000, c.call), c.most, c.name)
	}
	require.Zero(t, g.Bugs())
}
