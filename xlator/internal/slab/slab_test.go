package slab

import (
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestNumbers(t *testing.T) {
	s := Slab[int]{First: 1}
	require.Nil(t, s.Get(1))
	require.Nil(t, s.Get(0))
	values := make([]int, 3*chunkSize)
	for i := range values {
		var told uint64
		require.Equal(t, uint64(i+1), s.Put(&values[i], func(id uint64) { told = id }))
		require.Equal(t, uint64(i+1), told)
	}
	require.Same(t, &values[chunkSize], s.Get(chunkSize+1))
	require.Equal(t, len(values), s.Len())
	require.Same(t, &values[4], s.Delete(5))
	require.Nil(t, s.Delete(5), "only once")
	require.Nil(t, s.Get(5))
	require.Nil(t, s.Get(1<<40))
	require.Equal(t, uint64(5), s.Put(&values[0], nil), "used again")
	n := 0
	s.Each(func(*int) { n++ })
	require.Equal(t, len(values), n)
}

func TestParallel(t *testing.T) {
	var s Slab[int]
	var wg sync.WaitGroup
	for w := range 4 {
		wg.Go(func() {
			v := w
			for range 5000 {
				id := s.Put(&v, nil)
				if s.Get(id) != &v || s.Delete(id) != &v {
					t.Error("another's object")
				}
			}
		})
	}
	wg.Wait()
	require.Zero(t, s.Len())
}
