// Package slab gives small numbers to objects, for protocols that name an
// object by a number: FUSE's node ids and file handles. Finding an object by
// its number takes no lock and no map.
package slab

import (
	"sync"
	"sync/atomic"
)

const chunkSize = 1024

// A Slab maps numbers from First upwards to objects. The zero Slab is ready
// for use. All methods may be called from any goroutine.
type Slab[T any] struct {
	// First is the number of the first object; set before use.
	First uint64

	chunks atomic.Pointer[[]*[chunkSize]atomic.Pointer[T]]

	mu   sync.Mutex // guards the rest, and the growth of chunks
	free []uint64
	next uint64
	live int
}

// Get returns the object with that number, or nil.
func (s *Slab[T]) Get(id uint64) *T {
	i := id - s.First
	cs := s.chunks.Load()
	if cs == nil || i/chunkSize >= uint64(len(*cs)) {
		return nil
	}
	return (*cs)[i/chunkSize][i%chunkSize].Load()
}

// Put stores an object and returns its number, the one most recently given
// back if there is any. set, if not nil, is told the number before anybody can
// find the object by it.
func (s *Slab[T]) Put(v *T, set func(id uint64)) uint64 {
	s.mu.Lock()
	var i uint64
	if n := len(s.free); n > 0 {
		i = s.free[n-1]
		s.free = s.free[:n-1]
	} else {
		i = s.next
		s.next++
	}
	s.live++
	var cs []*[chunkSize]atomic.Pointer[T]
	if p := s.chunks.Load(); p != nil {
		cs = *p
	}
	if i/chunkSize >= uint64(len(cs)) {
		grown := append(cs[:len(cs):len(cs)], new([chunkSize]atomic.Pointer[T]))
		s.chunks.Store(&grown)
		cs = grown
	}
	s.mu.Unlock()
	if set != nil {
		set(i + s.First)
	}
	cs[i/chunkSize][i%chunkSize].Store(v)
	return i + s.First
}

// Delete gives a number back and returns the object that had it, nil if none.
func (s *Slab[T]) Delete(id uint64) *T {
	i := id - s.First
	cs := s.chunks.Load()
	if cs == nil || i/chunkSize >= uint64(len(*cs)) {
		return nil
	}
	v := (*cs)[i/chunkSize][i%chunkSize].Swap(nil)
	if v != nil {
		s.mu.Lock()
		s.free = append(s.free, i)
		s.live--
		s.mu.Unlock()
	}
	return v
}

// Len returns the number of objects.
func (s *Slab[T]) Len() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.live
}

// Each calls f for every object, in no order that matters; objects that come
// or go meanwhile may be missed.
func (s *Slab[T]) Each(f func(*T)) {
	if cs := s.chunks.Load(); cs != nil {
		for _, c := range *cs {
			for i := range c {
				if v := c[i].Load(); v != nil {
					f(v)
				}
			}
		}
	}
}
