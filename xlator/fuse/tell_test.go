package fuse_test

import (
	"encoding/binary"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"golang.org/x/sys/unix"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/xlator"
)

// A teller tells the kernel what an extended attribute that is set says: the
// attribute's name is what is told, its value of which name in the directory.
type teller struct {
	node *xlator.Node

	mu    sync.Mutex
	known map[string]*fops.Inode // what was looked up, by name
}

var tellerType = &xlator.Type{
	Name: "test/teller", MinChildren: 1, MaxChildren: 1,
	New: func(this *xlator.Node) (any, error) {
		return &teller{node: this, known: make(map[string]*fops.Inode)}, nil
	},
}

func (l *teller) Bind(b *xlator.Bindings) {
	b.Fop[fops.OpLookup] = func(f *xlator.Frame, a *fops.Args) {
		f.Wind(0, a, func(f *xlator.Frame, _ any, r *fops.Reply) {
			if !r.Failed() {
				l.mu.Lock()
				l.known[a.Loc.Name] = r.Inode
				l.mu.Unlock()
			}
			f.Unwind(r)
		})
	}
	b.Fop[fops.OpSetxattr] = func(f *xlator.Frame, a *fops.Args) {
		for _, p := range a.Dict.Pairs() {
			value, _ := a.Dict.Bytes(p.Key)
			name := string(value)
			l.mu.Lock()
			in := l.known[name]
			l.mu.Unlock()
			k := l.node.Graph().Kernel()
			switch p.Key {
			case "user.entry":
				k.InvalidateEntry(a.Loc.Inode, name)
			case "user.inode":
				k.InvalidateInode(in, 0, 0)
			case "user.attributes":
				k.InvalidateInode(in, -1, 0)
			case "user.delete":
				k.DeleteEntry(a.Loc.Inode, name, in)
			}
		}
		f.Unwind(f.NewReply(fops.OpSetxattr))
	}
}

// TestTheKernelIsTold: what a translator tells the kernel arrives, for names
// that exist and that do not, for attributes, data, and names that go.
func TestTheKernelIsTold(t *testing.T) {
	src, mnt, _, _ := start(t)
	tell := func(what, name string) { require.NoError(t, unix.Setxattr(mnt, "user."+what, []byte(name), 0)) }
	in, out := filepath.Join(mnt, "f"), filepath.Join(src, "f")
	soon := func(what func() bool) {
		t.Helper()
		require.Eventually(t, what, 10*time.Second, time.Millisecond)
	}
	var st unix.Stat_t
	require.ErrorIs(t, unix.Stat(in, &st), unix.ENOENT)
	require.NoError(t, os.WriteFile(out, []byte("old"), 0o644))
	require.ErrorIs(t, unix.Stat(in, &st), unix.ENOENT, "the kernel knows that it is absent")
	tell("entry", "f")
	soon(func() bool { return unix.Stat(in, &st) == nil })
	require.Equal(t, int64(3), st.Size)

	f, err := os.Open(in)
	require.NoError(t, err)
	defer f.Close()
	page, err := unix.Mmap(int(f.Fd()), 0, 4096, unix.PROT_READ, unix.MAP_SHARED)
	require.NoError(t, err)
	require.Equal(t, "old", string(page[:3]))
	require.NoError(t, unix.Stat(in, &st)) // to read has put the time of access in doubt
	require.NoError(t, os.WriteFile(out, []byte("new and longer"), 0o644))
	require.NoError(t, unix.Chmod(out, 0o600))
	require.Equal(t, "old", string(page[:3]))
	require.NoError(t, unix.Stat(in, &st))
	require.Equal(t, int64(3), st.Size)
	tell("attributes", "f")
	soon(func() bool { return unix.Stat(in, &st) == nil && st.Size == 14 && st.Mode&0o777 == 0o600 })
	tell("inode", "f")
	soon(func() bool { return strings.HasPrefix(string(page), "new and longer") })

	// Who watches a file hears that it has gone behind the mount.
	watch, err := unix.InotifyInit1(unix.IN_NONBLOCK | unix.IN_CLOEXEC)
	require.NoError(t, err)
	defer unix.Close(watch)
	_, err = unix.InotifyAddWatch(watch, in, unix.IN_DELETE_SELF)
	require.NoError(t, err)
	require.NoError(t, os.Remove(out))
	require.NoError(t, unix.Stat(in, &st), "the kernel still has the name")
	tell("delete", "f")
	soon(func() bool { return unix.Stat(in, &st) == unix.ENOENT })
	require.NoError(t, unix.Fstat(int(f.Fd()), &st))
	require.Equal(t, uint64(0), uint64(st.Nlink))
	require.NoError(t, unix.Munmap(page))
	require.NoError(t, f.Close())
	buf := make([]byte, 1024)
	soon(func() bool {
		n, err := unix.Read(watch, buf)
		return err == nil && n >= unix.SizeofInotifyEvent && binary.NativeEndian.Uint32(buf[4:])&unix.IN_DELETE_SELF != 0
	})
}
