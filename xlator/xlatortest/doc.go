// Package xlatortest tests translators without a mount. It builds a graph of
// the translators under test over a storage in memory that can be scripted,
// sends fops down as the kernel's bridge would, and fails the test when a
// translator forgets an answer, gives two, or keeps what it should give back.
//
//	func TestHello(t *testing.T) {
//		s := xlatortest.New(t, xlatortest.Layer{Type: hello.Type, Options: xlatortest.Options{"greeting": "hi"}})
//		s.Storage.On(fops.OpStat, func(a *fops.Args, r *fops.Reply) { r.Buf.Size = 42 })
//		r := s.Do(fops.OpStat, func(a *fops.Args) { a.Loc.Inode = s.Root() })
//		require.Equal(t, uint64(42), r.Buf.Size)
//		require.Len(t, s.Storage.Asked(fops.OpStat), 1)
//	}
//
// [PassThrough] is a suite for translators that should change nothing, and
// [RequireNoAllocs] for those that should cost nothing.
//
// Everything may be called from any goroutine. No lock is held while a
// function given to On or Handle runs; with several requests under way it runs
// in parallel with itself.
package xlatortest
