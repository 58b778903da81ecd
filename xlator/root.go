package xlator

import (
	"bufio"
	"bytes"
	"os"
	"runtime"
	"strconv"
	"sync"
	"time"
)

// A Root says who asks: the same for all frames of a request (GlusterFS's
// frame->root).
type Root struct {
	// UID and GID are the caller's filesystem ids, PID its thread id.
	UID, GID, PID uint32
	// Unique is the number of the request in the FUSE protocol.
	Unique uint64
	// LkOwner is the kernel's lock owner, where the request has one.
	LkOwner uint64

	groupsOnce sync.Once
	groups     []uint32
}

// Groups returns the caller's supplementary groups. The kernel does not send
// them, so they are read from /proc when first asked for, and once a request;
// nil if the caller is gone or is the kernel itself.
func (r *Root) Groups() []uint32 {
	r.groupsOnce.Do(func() {
		if r.PID != 0 {
			r.groups = readGroups(r.PID)
		}
	})
	return r.groups
}

// SetGroups gives the supplementary groups of a request that does not come
// from the kernel.
func (r *Root) SetGroups(g []uint32) { r.groupsOnce.Do(func() { r.groups = g }) }

func (r *Root) reset() { *r = Root{} }

func readGroups(pid uint32) []uint32 {
	f, err := os.Open("/proc/" + strconv.Itoa(int(pid)) + "/status")
	if err != nil {
		return nil
	}
	defer f.Close()
	s := bufio.NewScanner(f)
	s.Buffer(nil, 1<<20) // there can be 65536 groups, in one line
	for s.Scan() {
		list, ok := bytes.CutPrefix(s.Bytes(), []byte("Groups:"))
		if !ok {
			continue
		}
		groups := []uint32{}
		for _, w := range bytes.Fields(list) {
			if n, err := strconv.ParseUint(string(w), 10, 32); err == nil {
				groups = append(groups, uint32(n))
			}
		}
		return groups
	}
	return nil
}

var epoch = time.Now()

// nanotime is the monotonic clock, in nanoseconds. time.Since reads it without
// the wall clock, which costs half as much as time.Now.
func nanotime() int64 { return int64(time.Since(epoch)) }

func spinPause() { runtime.Gosched() }
