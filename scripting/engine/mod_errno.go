package engine

import (
	"strings"

	"github.com/go-python/gpython/py"
	"golang.org/x/sys/unix"
)

func init() {
	g := py.StringDict{}
	for n := unix.Errno(1); n < 256; n++ {
		if name := unix.ErrnoName(n); name != "" {
			g[name] = py.Int(n)
		}
	}
	// Second names of the same number, which unix.ErrnoName does not give.
	for name, n := range map[string]unix.Errno{
		"EWOULDBLOCK": unix.EWOULDBLOCK, "EAGAIN": unix.EAGAIN, "EDEADLOCK": unix.EDEADLOCK, "EDEADLK": unix.EDEADLK,
		"ENOTSUP": unix.ENOTSUP, "EOPNOTSUPP": unix.EOPNOTSUPP, "ENOATTR": unix.ENODATA,
	} {
		g[name] = py.Int(n)
	}
	codes := &Dict{}
	for n := unix.Errno(1); n < 256; n++ {
		if name := unix.ErrnoName(n); name != "" {
			switch n {
			// Of two names CPython gives the second.
			case unix.EDEADLK:
				name = "EDEADLOCK"
			case unix.EOPNOTSUPP:
				name = "ENOTSUP"
			}
			codes.insert(mix(uint64(n)), py.Int(n), py.String(name))
		}
	}
	register(&Module{Name: "errno", Doc: "Error numbers by name; errorcode[number] is the name.", Globals: g, Init: func(_ *Context, m *ModuleObject) error {
		m.Set("errorcode", codes.copyOf())
		return nil
	}})
}

// strerror is the message of an error number as the C library spells it.
func strerror(n int) string {
	if n == 0 {
		return "Success"
	}
	s := unix.Errno(n).Error()
	if strings.HasPrefix(s, "errno ") {
		return "Unknown error " + s[len("errno "):]
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
