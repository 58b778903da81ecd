package fuse

import (
	"testing"
	"testing/synctest"
	"time"

	gofuse "github.com/hanwen/go-fuse/v2/fuse"
	"github.com/stretchr/testify/require"
)

func TestReadWaitsForEarlierWrite(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var o order
		o.beginWrite(7, 10, 4096, 4096)
		// What is sent later, or of other bytes or another file, goes ahead.
		for _, free := range []struct {
			inode, unique uint64
			off           int64
		}{{7, 8, 4096}, {7, 12, 0}, {7, 14, 8192}, {8, 16, 4096}} {
			require.Equal(t, gofuse.OK, o.beginRead(free.inode, free.unique, free.off, 4096, nil))
		}
		began := time.Now()
		done := make(chan struct{})
		go func() {
			defer close(done)
			require.Equal(t, gofuse.OK, o.beginRead(7, 18, 8191, 1, nil))
			require.Equal(t, 300*time.Millisecond, time.Since(began))
		}()
		time.Sleep(300 * time.Millisecond)
		require.False(t, o.endWrite(7, 10), "the read has waited")
		<-done
		require.Zero(t, o.pending.Load())
	})
}

func TestReadGivesUpWaiting(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var o order
		o.beginWrite(7, 10, 0, 10)
		cancel := make(chan struct{})
		time.AfterFunc(time.Millisecond, func() { close(cancel) })
		require.Equal(t, gofuse.EINTR, o.beginRead(7, 12, 0, 10, cancel))
		began := time.Now()
		require.Equal(t, gofuse.OK, o.beginRead(7, 14, 0, 10, nil))
		require.Equal(t, maxOrderWait, time.Since(began))
		require.True(t, o.endWrite(7, 10), "a read went ahead: the kernel has to drop the pages")
	})
}

// A write that is noted after a later read has begun has been overtaken.
func TestWriteThatIsNotedLate(t *testing.T) {
	var o order
	require.Equal(t, gofuse.OK, o.beginRead(7, 12, 0, 10, nil))
	o.beginWrite(7, 10, 0, 10)
	require.True(t, o.endWrite(7, 10))
	o.beginWrite(7, 14, 0, 10)
	require.False(t, o.endWrite(7, 14))
}

func TestManyWrites(t *testing.T) {
	var o order
	for i := uint64(1); i <= 10; i++ {
		o.beginWrite(i%3, i, int64(i), 1)
	}
	for i := uint64(10); i >= 1; i -= 3 {
		require.False(t, o.endWrite(i%3, i))
		if i < 3 {
			break
		}
	}
	require.EqualValues(t, 6, o.pending.Load())
}
