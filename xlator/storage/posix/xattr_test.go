package posix

import (
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/sys/unix"

	"github.com/windlassfs/windlass/fops"
)

func TestXattr(t *testing.T) {
	needRoot(t)
	t.Run("as the kernel can", testXattr)
	t.Run("before Linux 6.13", func(t *testing.T) {
		was := noXattrAt.Swap(true)
		defer noXattrAt.Store(was)
		testXattr(t)
	})
}

func testXattr(t *testing.T) {
	c := serve(t)
	writeFile(t, c.path("file"), "x")
	require.NoError(t, os.Symlink("nowhere", c.path("link")))
	require.NoError(t, os.Mkdir(c.path("dir"), 0o755))
	for _, name := range []string{"file", "link", "dir"} {
		in := c.find(name)
		set := func(key string, value any, flags uint32) error {
			if e := c.byInode(fops.OpSetxattr, in, func(a *fops.Args) {
				a.Dict, a.Flags = &fops.Dict{}, flags
				a.Dict.Set(key, value)
			}, nil); e != 0 {
				return e
			}
			return nil
		}
		get := func(c *client, key string) (v string, err error) {
			if e := c.byInode(fops.OpGetxattr, in, func(a *fops.Args) { a.Name = key }, func(r *fops.Reply) {
				if key == "" {
					for _, p := range r.Dict.Pairs() {
						v += p.Key + " "
					}
					return
				}
				b, _ := r.Dict.Bytes(key)
				v = string(b)
			}); e != 0 {
				return "", e
			}
			return v, nil
		}
		_, err := get(c, "trusted.a")
		require.Equal(t, unix.ENODATA, err)
		require.NoError(t, set("trusted.a", []byte("one"), unix.XATTR_CREATE))
		require.Equal(t, unix.EEXIST, set("trusted.a", []byte("two"), unix.XATTR_CREATE))
		require.NoError(t, set("trusted.a", "two", unix.XATTR_REPLACE))
		require.Equal(t, unix.ENODATA, set("trusted.b", "x", unix.XATTR_REPLACE))
		require.NoError(t, set("trusted.empty", "", 0))
		require.Equal(t, unix.EINVAL, set("trusted.a", 5.5, 0))
		v, err := get(c, "trusted.a")
		require.NoError(t, err)
		require.Equal(t, "two", v)
		big := strings.Repeat("0123456789", 300)
		require.NoError(t, set("trusted.big", big, 0))
		v, err = get(c, "trusted.big")
		require.NoError(t, err)
		require.Equal(t, big, v)
		v, err = get(c, "")
		require.NoError(t, err)
		require.ElementsMatch(t, []string{"trusted.a", "trusted.big", "trusted.empty"}, strings.Fields(v))
		v, err = get(c.as(1000, 1000), "")
		require.NoError(t, err)
		require.Empty(t, v, "trusted names are root's")
		require.Zero(t, c.byInode(fops.OpRemovexattr, in, func(a *fops.Args) { a.Name = "trusted.a" }, nil))
		require.Equal(t, unix.ENODATA, c.byInode(fops.OpRemovexattr, in, func(a *fops.Args) { a.Name = "trusted.a" }, nil))
		require.Equal(t, unix.ERANGE, set(strings.Repeat("x", 300), "v", 0))
		require.Error(t, set("nonsense.x", "v", 0))
	}
	_, err := unix.Getxattr(c.path("file"), "trusted.big", nil)
	require.NoError(t, err, "it is on the backing file")

	fd := c.mustOpen(c.find("file"), unix.O_RDWR)
	require.Zero(t, c.byFd(fops.OpFsetxattr, fd, func(a *fops.Args) {
		a.Dict = &fops.Dict{}
		a.Dict.Set("user.x", "y")
	}, nil))
	require.Zero(t, c.byFd(fops.OpFgetxattr, fd, func(a *fops.Args) { a.Name = "user.x" }, func(r *fops.Reply) {
		b, ok := r.Dict.Bytes("user.x")
		require.True(t, ok)
		require.Equal(t, "y", string(b))
	}))
	require.Zero(t, c.byFd(fops.OpFremovexattr, fd, func(a *fops.Args) { a.Name = "user.x" }, nil))
}

func TestXattrop(t *testing.T) {
	c := serve(t)
	writeFile(t, c.path("file"), "x")
	in := c.find("file")
	fd := c.mustOpen(in, unix.O_RDWR)
	run := func(flags uint32, value string) (out string, err error) {
		fill := func(a *fops.Args) {
			a.Flags, a.Dict = flags, &fops.Dict{}
			a.Dict.Set("user.n", []byte(value))
		}
		use := func(r *fops.Reply) {
			b, _ := r.Dict.Bytes("user.n")
			out = string(b)
		}
		e := c.byInode(fops.OpXattrop, in, fill, use)
		if e != 0 {
			return "", e
		}
		return out, nil
	}
	for _, tc := range []struct {
		flags     uint32
		value     string
		want      string
		wantError error
	}{
		{fops.XattropAddArray32, "\x00\x00\x00\xff\x00\x00\x00\x02", "\x00\x00\x00\xff\x00\x00\x00\x02", nil},
		{fops.XattropAddArray32, "\x00\x00\x00\x01\xff\xff\xff\xff", "\x00\x00\x01\x00\x00\x00\x00\x01", nil},
		{fops.XattropAddArray64, "\x00\x00\x00\x00\x00\x00\x00\x01", "\x00\x00\x01\x00\x00\x00\x00\x02", nil},
		{fops.XattropOrArray, "\x01\x00\x00\x00\x00\x00\x00\x00", "\x01\x00\x01\x00\x00\x00\x00\x02", nil},
		{fops.XattropAndArray, "\x01\x00\x00\x00\x00\x00\x00\x03", "\x01\x00\x00\x00\x00\x00\x00\x02", nil},
		{fops.XattropAddArray32, "\x00\x00\x00\x00\x00", "", unix.ERANGE},
		{fops.XattropAddArray32, "\x00\x00\x00\x00\x00\x00\x00\x00\x00", "", unix.EINVAL},
		{fops.XattropGetAndSet, "new", "\x01\x00\x00\x00\x00\x00\x00\x02", nil},
		{99, "newer", "", unix.EINVAL},
	} {
		out, err := run(tc.flags, tc.value)
		require.Equal(t, tc.wantError, err)
		require.Equal(t, tc.want, out)
	}
	_, err := run(fops.XattropGetAndSet, "\x00\x00\x00\x00")
	require.NoError(t, err)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 50 {
				e := c.byFd(fops.OpFxattrop, fd, func(a *fops.Args) {
					a.Flags, a.Dict = fops.XattropAddArray32, &fops.Dict{}
					a.Dict.Set("user.n", []byte{0, 0, 0, 1})
				}, nil)
				if e != 0 {
					t.Error(e)
				}
			}
		})
	}
	wg.Wait()
	out, err := run(fops.XattropAddArray32, "\x00\x00\x00\x00")
	require.NoError(t, err)
	require.Equal(t, "\x00\x00\x01\x90", out, "400: no count is lost")
}
