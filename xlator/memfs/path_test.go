package memfs

import (
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func TestPaths(t *testing.T) {
	at := time.Unix(1000, 5)
	m := New(func() time.Time { return at })
	require.NoError(t, m.Write("/a/b/file", []byte("data"), 0o640))
	require.NoError(t, m.Mkdir("/a/dir/", 0o700))
	require.NoError(t, m.Mkdir("a/dir", 0o755))
	require.NoError(t, m.Symlink("../b", "/a/link"))
	names, err := m.Names("/a")
	require.NoError(t, err)
	require.Equal(t, []string{"b", "dir", "link"}, names)
	data, err := m.Read("/a/b/file")
	require.NoError(t, err)
	require.Equal(t, "data", string(data))
	data, err = m.Read("/a/link")
	require.NoError(t, err)
	require.Equal(t, "../b", string(data))
	st, err := m.Stat("/a/b/file")
	require.NoError(t, err)
	require.Equal(t, uint32(syscall.S_IFREG|0o640), st.Mode)
	require.Equal(t, uint64(4), st.Size)
	require.Equal(t, int64(1000), st.Btime.Sec)
	require.NoError(t, m.Write("/a/b/file", []byte("more data"), 0o777))
	st, err = m.Stat("/a/b/file")
	require.NoError(t, err)
	require.Equal(t, uint32(syscall.S_IFREG|0o640), st.Mode)
	root, err := m.Stat("/")
	require.NoError(t, err)
	require.Equal(t, uint32(3), root.Nlink)
	require.NoError(t, m.Remove("/a"))
	names, err = m.Names("/")
	require.NoError(t, err)
	require.Empty(t, names)
}

func TestPathErrors(t *testing.T) {
	m := New(nil)
	require.NoError(t, m.Write("/file", nil, 0o644))
	require.NoError(t, m.Mkdir("/dir", 0o755))
	_, readErr := m.Read("/dir")
	_, namesErr := m.Names("/file")
	_, statErr := m.Stat("/no/where")
	for want, err := range map[syscall.Errno][]error{
		syscall.EISDIR:       {m.Write("/dir", nil, 0), m.Write("/", nil, 0), readErr},
		syscall.ENOTDIR:      {m.Write("/file/x", nil, 0), m.Mkdir("/file/x", 0), namesErr},
		syscall.EEXIST:       {m.Mkdir("/file", 0), m.Symlink("x", "/file"), m.Symlink("x", "/")},
		syscall.ENOENT:       {statErr, m.Remove("/nothing"), m.Remove("/no/where")},
		syscall.EBUSY:        {m.Remove("/")},
		syscall.ENAMETOOLONG: {m.Write("/"+strings.Repeat("x", 256), nil, 0)},
	} {
		for _, e := range err {
			require.ErrorIs(t, e, want)
		}
	}
}
