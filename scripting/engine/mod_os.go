package engine

import (
	"os"
	"path"
	"strings"
	"time"

	"github.com/go-python/gpython/py"
	"golang.org/x/sys/unix"
)

// text functions take and return str or bytes, as they were given.
func textFunc(name string, f func(string) string) *py.Method {
	return one(name, func(o py.Object) (py.Object, error) {
		s, err := StringOf(o)
		if err != nil {
			return nil, err
		}
		return likeArg(o, f(s)), nil
	}, name)
}

func likeArg(o py.Object, s string) py.Object {
	if _, ok := o.(py.Bytes); ok {
		return py.Bytes(s)
	}
	return py.String(s)
}

func pairFunc(name string, f func(string) (string, string)) *py.Method {
	return one(name, func(o py.Object) (py.Object, error) {
		s, err := StringOf(o)
		if err != nil {
			return nil, err
		}
		a, b := f(s)
		return py.Tuple{likeArg(o, a), likeArg(o, b)}, nil
	}, name)
}

// posixSplit is os.path.split.
func posixSplit(p string) (head, tail string) {
	i := strings.LastIndexByte(p, '/') + 1
	head, tail = p[:i], p[i:]
	if strings.Trim(head, "/") != "" {
		head = strings.TrimRight(head, "/")
	}
	return head, tail
}

func posixSplitext(p string) (root, ext string) {
	base := p[strings.LastIndexByte(p, '/')+1:]
	i := strings.LastIndexByte(base, '.')
	if i <= 0 || strings.Trim(base[:i], ".") == "" {
		return p, ""
	}
	cut := len(p) - len(base) + i
	return p[:cut], p[cut:]
}

func posixJoin(parts []string) string {
	out := parts[0]
	for _, p := range parts[1:] {
		switch {
		case strings.HasPrefix(p, "/"):
			out = p
		case out == "" || strings.HasSuffix(out, "/"):
			out += p
		default:
			out += "/" + p
		}
	}
	return out
}

func posixNormpath(p string) string {
	if strings.HasPrefix(p, "//") && !strings.HasPrefix(p, "///") {
		return "/" + path.Clean(p[1:])
	}
	return path.Clean(p)
}

func init() {
	pathMod := &Module{
		Name: "os.path", Doc: "Functions on path names (no access to files).",
		Globals: py.StringDict{"sep": py.String("/"), "curdir": py.String("."), "pardir": py.String("..")},
		Methods: []*py.Method{
			py.MustNewMethod("join", func(_ py.Object, args py.Tuple) (py.Object, error) {
				if len(args) == 0 {
					return nil, raise(typeError, "join() missing argument 'a'")
				}
				parts := make([]string, len(args))
				for i, a := range args {
					s, err := StringOf(a)
					if err != nil {
						return nil, err
					}
					if a.Type() != args[0].Type() {
						return nil, raise(typeError, "Can't mix strings and bytes in path components")
					}
					parts[i] = s
				}
				return likeArg(args[0], posixJoin(parts)), nil
			}, 0, "join(a, *p)"),
			textFunc("basename", func(p string) string { _, t := posixSplit(p); return t }),
			textFunc("dirname", func(p string) string { h, _ := posixSplit(p); return h }),
			textFunc("normpath", posixNormpath),
			pairFunc("split", posixSplit),
			pairFunc("splitext", posixSplitext),
			one("isabs", func(o py.Object) (py.Object, error) {
				s, err := StringOf(o)
				return py.NewBool(strings.HasPrefix(s, "/")), err
			}, "isabs(path) -> bool"),
		},
	}
	register(pathMod)

	g := py.StringDict{
		"name": py.String("posix"), "sep": py.String("/"), "linesep": py.String("\n"),
		"devnull": py.String("/dev/null"), "error": py.OSError,
	}
	for name, v := range map[string]int{
		"O_RDONLY": unix.O_RDONLY, "O_WRONLY": unix.O_WRONLY, "O_RDWR": unix.O_RDWR, "O_ACCMODE": unix.O_ACCMODE,
		"O_CREAT": unix.O_CREAT, "O_EXCL": unix.O_EXCL, "O_NOCTTY": unix.O_NOCTTY, "O_TRUNC": unix.O_TRUNC,
		"O_APPEND": unix.O_APPEND, "O_NONBLOCK": unix.O_NONBLOCK, "O_NDELAY": unix.O_NDELAY, "O_DSYNC": unix.O_DSYNC,
		"O_SYNC": unix.O_SYNC, "O_ASYNC": unix.O_ASYNC, "O_DIRECT": unix.O_DIRECT, "O_LARGEFILE": unix.O_LARGEFILE,
		"O_DIRECTORY": unix.O_DIRECTORY, "O_NOFOLLOW": unix.O_NOFOLLOW, "O_NOATIME": unix.O_NOATIME,
		"O_CLOEXEC": unix.O_CLOEXEC, "O_PATH": unix.O_PATH, "O_TMPFILE": unix.O_TMPFILE,
		"F_OK": 0, "R_OK": 4, "W_OK": 2, "X_OK": 1,
		"SEEK_SET": 0, "SEEK_CUR": 1, "SEEK_END": 2, "SEEK_DATA": unix.SEEK_DATA, "SEEK_HOLE": unix.SEEK_HOLE,
		"XATTR_CREATE": unix.XATTR_CREATE, "XATTR_REPLACE": unix.XATTR_REPLACE,
		"RENAME_NOREPLACE": unix.RENAME_NOREPLACE, "RENAME_EXCHANGE": unix.RENAME_EXCHANGE, "RENAME_WHITEOUT": unix.RENAME_WHITEOUT,
		"FALLOC_FL_KEEP_SIZE": unix.FALLOC_FL_KEEP_SIZE, "FALLOC_FL_PUNCH_HOLE": unix.FALLOC_FL_PUNCH_HOLE,
		"EX_OK": 0,
	} {
		g[name] = py.Int(v)
	}
	num := func(name string, f func() int) *py.Method {
		return py.MustNewMethod(name, func(py.Object) (py.Object, error) { return py.Int(f()), nil }, 0, name+"() -> int")
	}
	register(&Module{
		Name: "os", Doc: "Constants and functions that do not touch files.", Globals: g,
		Methods: []*py.Method{
			num("getpid", os.Getpid), num("getppid", os.Getppid), num("getuid", os.Getuid),
			num("getgid", os.Getgid), num("geteuid", os.Geteuid), num("getegid", os.Getegid),
			one("strerror", func(o py.Object) (py.Object, error) {
				n, err := indexOf(o)
				return py.String(strerror(n)), err
			}, "strerror(errno) -> str"),
			one("fsencode", func(o py.Object) (py.Object, error) {
				s, err := StringOf(o)
				return py.Bytes(s), err
			}, "fsencode(name) -> bytes"),
			one("fsdecode", func(o py.Object) (py.Object, error) {
				s, err := StringOf(o)
				return py.String(s), err
			}, "fsdecode(name) -> str"),
			one("major", func(o py.Object) (py.Object, error) {
				n, err := indexOf(o)
				return py.Int(unix.Major(uint64(n))), err
			}, "major(device) -> int"),
			one("minor", func(o py.Object) (py.Object, error) {
				n, err := indexOf(o)
				return py.Int(unix.Minor(uint64(n))), err
			}, "minor(device) -> int"),
			py.MustNewMethod("makedev", func(_ py.Object, args py.Tuple) (py.Object, error) {
				var a, b py.Object
				if err := py.UnpackTuple(args, nil, "makedev", 2, 2, &a, &b); err != nil {
					return nil, err
				}
				major, err := indexOf(a)
				if err != nil {
					return nil, err
				}
				minor, err := indexOf(b)
				return py.Int(unix.Mkdev(uint32(major), uint32(minor))), err
			}, 0, "makedev(major, minor) -> int"),
			py.MustNewMethod("getenv", func(_ py.Object, args py.Tuple) (py.Object, error) {
				name, err := optString(args, 0, "")
				if err != nil {
					return nil, err
				}
				if v, ok := os.LookupEnv(name); ok {
					return py.String(v), nil
				}
				return opt(args, 1, py.None), nil
			}, 0, "getenv(name[, default]) -> str"),
		},
		Init: func(c *Context, m *ModuleObject) error {
			p, err := c.importModule("os.path")
			if err != nil {
				return err
			}
			m.Set("path", p)
			return nil
		},
	})

	start := time.Now()
	secs := func(d time.Duration) py.Object { return py.Float(d.Seconds()) }
	clock := func(name string, f func() py.Object) *py.Method {
		return py.MustNewMethod(name, func(py.Object) (py.Object, error) { return f(), nil }, 0, name+"()")
	}
	register(&Module{
		Name: "time", Doc: "Clocks, and sleep within the time limit.",
		Methods: []*py.Method{
			clock("time", func() py.Object { return py.Float(float64(time.Now().UnixNano()) / 1e9) }),
			clock("time_ns", func() py.Object { return py.Int(time.Now().UnixNano()) }),
			clock("monotonic", func() py.Object { return secs(time.Since(start)) }),
			clock("monotonic_ns", func() py.Object { return py.Int(time.Since(start).Nanoseconds()) }),
			clock("perf_counter", func() py.Object { return secs(time.Since(start)) }),
			clock("perf_counter_ns", func() py.Object { return py.Int(time.Since(start).Nanoseconds()) }),
			py.MustNewMethod("strftime", func(_ py.Object, args py.Tuple) (py.Object, error) {
				format, err := optString(args, 0, "")
				if err != nil {
					return nil, err
				}
				at := time.Now()
				if len(args) > 1 {
					f, ok := floatOf(args[1])
					if !ok {
						return nil, raise(typeError, "strftime() argument 2 must be seconds since the epoch")
					}
					at = time.Unix(0, int64(f*1e9))
				}
				return py.String(strftime(format, at)), nil
			}, 0, "strftime(format[, seconds]) -> str"),
		},
		Init: func(c *Context, m *ModuleObject) error {
			m.Set("sleep", one("sleep", func(o py.Object) (py.Object, error) {
				f, ok := floatOf(o)
				if !ok {
					return nil, raise(typeError, "sleep() argument must be a number")
				}
				if f < 0 {
					return nil, raise(valueError, "sleep length must be non-negative")
				}
				return py.None, c.sleep(time.Duration(min(f, 1e9) * 1e9))
			}, "sleep(seconds)"))
			return nil
		},
	})

	register(&Module{
		Name: "sys", Doc: "The interpreter.",
		Globals: py.StringDict{
			"platform": py.String("linux"), "byteorder": py.String("little"), "maxsize": py.Int(1<<63 - 1),
			"version": py.String("3.11 (windlass)"), "argv": py.NewList(), "executable": py.String(""),
			"version_info": py.Tuple{py.Int(3), py.Int(11), py.Int(0), py.String("final"), py.Int(0)},
		},
		Methods: []*py.Method{
			py.MustNewMethod("getdefaultencoding", func(py.Object) (py.Object, error) { return py.String("utf-8"), nil }, 0, ""),
			py.MustNewMethod("getfilesystemencoding", func(py.Object) (py.Object, error) { return py.String("utf-8"), nil }, 0, ""),
		},
		Init: func(c *Context, m *ModuleObject) error {
			m.Set("argv", py.NewListFromStrings([]string{c.opts.Name}))
			m.Set("stdout", c.stdout)
			m.Set("stderr", c.stderr)
			loaded := &Dict{}
			m.Set("modules", loaded)
			m.Set("getrecursionlimit", py.MustNewMethod("getrecursionlimit", func(py.Object) (py.Object, error) {
				return py.Int(c.maxDepth), nil
			}, 0, ""))
			m.Set("exc_info", &Builtin{name: "exc_info", hi: -1, raw: func(c *Context, _ py.Object, _ []py.Object, _ []string) (py.Object, error) {
				if c.handling == nil {
					return py.Tuple{py.None, py.None, py.None}, nil
				}
				return py.Tuple{c.handling.cls, c.handling, c.handling.traceback()}, nil
			}})
			m.Set("exit", newBuiltin("exit", "status? /", func(_ *Context, _ py.Object, a []py.Object) (py.Object, error) {
				e := &Exc{cls: systemExit}
				if t, ok := a[0].(py.Tuple); ok {
					e.args = t
				} else if a[0] != nil && a[0] != py.Object(py.None) {
					e.args = py.Tuple{a[0]}
				}
				return nil, e
			}))
			m.Set("exception", newBuiltin("exception", "", func(c *Context, _ py.Object, _ []py.Object) (py.Object, error) {
				if c.handling == nil {
					return py.None, nil
				}
				return c.handling, nil
			}))
			m.Set("intern", one("intern", func(o py.Object) (py.Object, error) { return o, nil }, ""))
			return nil
		},
	})
}

// strftime formats by the common directives of C.
func strftime(format string, t time.Time) string {
	var b strings.Builder
	for i := 0; i < len(format); i++ {
		if format[i] != '%' || i+1 == len(format) {
			b.WriteByte(format[i])
			continue
		}
		i++
		layout, ok := map[byte]string{
			'Y': "2006", 'y': "06", 'm': "01", 'd': "02", 'H': "15", 'I': "03", 'M': "04", 'S': "05", 'p': "PM",
			'a': "Mon", 'A': "Monday", 'b': "Jan", 'B': "January", 'Z': "MST", 'z': "-0700", 'j': "002",
			'F': "2006-01-02", 'T': "15:04:05", 'D': "01/02/06", 'R': "15:04", 'f': "000000",
		}[format[i]]
		switch {
		case format[i] == 'f':
			b.WriteString(strings.TrimPrefix(t.Format(".000000"), "."))
		case format[i] == '%':
			b.WriteByte('%')
		case ok:
			b.WriteString(t.Format(layout))
		default:
			b.WriteByte('%')
			b.WriteByte(format[i])
		}
	}
	return b.String()
}
