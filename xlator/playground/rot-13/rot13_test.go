package rot13_test

import (
	"strings"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/xlator"
	rot13 "github.com/windlassfs/windlass/xlator/playground/rot-13"
	"github.com/windlassfs/windlass/xlator/xlatortest"
)

func TestOffPassesAllThrough(t *testing.T) {
	xlatortest.PassThrough(t, rot13.Type, xlatortest.Options{"encrypt-write": "off", "decrypt-read": "off"})
}

func TestOptions(t *testing.T) {
	for name, tc := range map[string]struct {
		options      xlatortest.Options
		stored, seen string
	}{
		"both":  {nil, "Uryyb, Jbeyq! ÿ 42", "Hello, World! ÿ 42"},
		"write": {xlatortest.Options{"decrypt-read": "off"}, "Uryyb, Jbeyq! ÿ 42", "Uryyb, Jbeyq! ÿ 42"},
		"read":  {xlatortest.Options{"encrypt-write": "off"}, "Hello, World! ÿ 42", "Uryyb, Jbeyq! ÿ 42"},
	} {
		t.Run(name, func(t *testing.T) {
			s := xlatortest.New(t, xlatortest.Layer{Type: rot13.Type, Options: tc.options})
			fd := s.Do(fops.OpCreate, func(a *fops.Args) { a.Loc = fops.Loc{Parent: s.Root(), Name: "f"} }).Fd
			data := []byte("Hello, World! ÿ 42")
			w := s.Do(fops.OpWritev, func(a *fops.Args) { a.Fd, a.Vector, a.Offset = fd, data, 3 })
			require.Equal(t, int64(len(data)), w.OpRet)
			require.Equal(t, "Hello, World! ÿ 42", string(data), "the caller's buffer stays")
			require.Equal(t, tc.stored, string(s.Storage.Asked(fops.OpWritev)[0].Vector))
			r := s.Do(fops.OpReadv, func(a *fops.Args) { a.Fd, a.Size, a.Offset = fd, 100, 3 })
			require.Equal(t, tc.seen, string(r.Vector))
			require.Equal(t, int64(len(data)), r.OpRet)
			require.NotZero(t, r.Buf.Size)

			p := s.Do(fops.OpPut, func(a *fops.Args) { a.Loc, a.Vector = fops.Loc{Parent: s.Root(), Name: "p"}, data })
			require.Zero(t, p.OpErrno)
			require.Equal(t, tc.stored, string(s.Storage.Asked(fops.OpPut)[0].Vector))
		})
	}
}

// TestOnlyTheRequestsBufferIsChanged answers with memory that is not the
// request's, as a cache does, and then with memory that is.
func TestOnlyTheRequestsBufferIsChanged(t *testing.T) {
	s := xlatortest.New(t, xlatortest.Layer{Type: rot13.Type})
	page := []byte("shared")
	var own []byte
	read := func(size int) string {
		return string(s.DoCall(func(c *xlator.Call) { c.Buf = make([]byte, size) }, fops.OpReadv, nil).Vector)
	}
	for _, size := range []int{0, 100} {
		s.Storage.Handle(fops.OpReadv, func(f *xlator.Frame, _ *fops.Args) {
			r := f.NewReply(fops.OpReadv)
			r.Vector, r.OpRet = page, int64(len(page))
			f.Unwind(r)
		})
		require.Equal(t, "funerq", read(size))
		require.Equal(t, "shared", string(page))
	}
	s.Storage.Handle(fops.OpReadv, func(f *xlator.Frame, _ *fops.Args) {
		r := f.NewReply(fops.OpReadv)
		own = f.Buffer(len(page))
		r.Vector, r.OpRet = own, int64(copy(own, page))
		f.Unwind(r)
	})
	require.Equal(t, "funerq", read(100))
	require.Equal(t, "funerq", string(own), "in place: nothing is copied")
}

func TestErrorsAndTheEndPass(t *testing.T) {
	s := xlatortest.New(t, xlatortest.Layer{Type: rot13.Type})
	s.Storage.On(fops.OpReadv, func(_ *fops.Args, r *fops.Reply) { r.Fail(syscall.EIO) })
	require.Equal(t, syscall.EIO, s.Do(fops.OpReadv, nil).OpErrno)
	s.Storage.On(fops.OpReadv, func(*fops.Args, *fops.Reply) {})
	require.Zero(t, s.Do(fops.OpReadv, nil).OpRet)
}

func BenchmarkRead(b *testing.B) {
	s := xlatortest.New(b, xlatortest.Layer{Type: rot13.Type})
	s.Storage.Record(false)
	data := []byte(strings.Repeat("Hello, World. ", 9363)) // 128 KiB
	s.Storage.Handle(fops.OpReadv, func(f *xlator.Frame, _ *fops.Args) {
		r := f.NewReply(fops.OpReadv)
		r.Vector = f.Buffer(len(data))
		r.OpRet = int64(copy(r.Vector, data))
		f.Unwind(r)
	})
	buf := make([]byte, len(data))
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		c := s.Graph.NewCall()
		c.Buf = buf
		c.Do(c.Args(fops.OpReadv))
		c.End()
	}
}
