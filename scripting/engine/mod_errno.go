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
	g["errorcode"] = errorCodes{}
	register(&Module{Name: "errno", Doc: "Error numbers by name; errorcode[number] is the name.", Globals: g})
}

// errorCodes is errno.errorcode: gpython's dicts have no integer keys.
type errorCodes struct{}

var errorCodesType = py.NewType("errorcode", "")

// Type implements py.Object.
func (errorCodes) Type() *py.Type { return errorCodesType }

// M__getitem__ returns the name of a number.
func (errorCodes) M__getitem__(key py.Object) (py.Object, error) {
	if n, ok := key.(py.Int); ok {
		if name := unix.ErrnoName(unix.Errno(n)); name != "" && n > 0 {
			return py.String(name), nil
		}
	}
	return nil, keyError(key)
}

// M__contains__ implements "in".
func (e errorCodes) M__contains__(key py.Object) (py.Object, error) {
	_, err := e.M__getitem__(key)
	return py.NewBool(err == nil), nil
}

// strerror is the message of an error number as the C library spells it.
func strerror(n int) string {
	s := unix.Errno(n).Error()
	if strings.HasPrefix(s, "errno ") {
		return "Unknown error " + s[len("errno "):]
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

func init() {
	method(errorCodesType, "get", 1, 2, func(e errorCodes, args py.Tuple) (py.Object, error) {
		if v, err := e.M__getitem__(args[0]); err == nil {
			return v, nil
		}
		return opt(args, 1, py.None), nil
	})
}
