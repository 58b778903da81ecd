package engine

import (
	"os"
	"runtime"

	"github.com/go-python/gpython/py"
	"golang.org/x/sys/unix"
)

// Module os: constants and functions that do not touch files. os.path is posixpath,
// which is written in Python. Differs: no files, no processes; os.environ is a
// dict of the context's own, empty at first.

func init() {
	g := py.StringDict{
		"name": py.String("posix"), "sep": py.String("/"), "linesep": py.String("\n"),
		"devnull": py.String("/dev/null"), "altsep": py.None, "pathsep": py.String(":"), "curdir": py.String("."), "pardir": py.String(".."),
		"extsep": py.String("."), "defpath": py.String("/bin:/usr/bin"), "error": py.OSError,
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
			num("cpu_count", runtime.NumCPU),
		},
		Init: func(c *Context, m *ModuleObject) error {
			m.Set("urandom", newBuiltin("urandom", "size /", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
				b, err := c.randomBytes(a[0], 0)
				return py.Bytes(b), err
			}))
			m.Set("fsencode", newBuiltin("fsencode", "filename", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
				o, err := c.fspath(a[0])
				if err != nil {
					return nil, err
				}
				s, err := StringOf(o)
				return py.Bytes(s), err
			}))
			m.Set("fsdecode", newBuiltin("fsdecode", "filename", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
				o, err := c.fspath(a[0])
				if err != nil {
					return nil, err
				}
				s, err := StringOf(o)
				return py.String(s), err
			}))
			m.Set("fspath", newBuiltin("fspath", "path", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) { return c.fspath(a[0]) }))
			env := &Dict{}
			m.Set("environ", env)
			m.Set("getenv", newBuiltin("getenv", "key default?", func(_ *Context, _ py.Object, a []py.Object) (py.Object, error) {
				name, ok := textOf(a[0])
				if !ok {
					return nil, raise(typeError, "str expected, not %s", classOf(a[0]).name)
				}
				if v := env.GetString(name); v != nil {
					return v, nil
				}
				if v, ok := os.LookupEnv(name); ok {
					return py.String(v), nil
				}
				return or(a[1], py.None), nil
			}))
			m.Set("environb", &mappingProxy{&Dict{}})
			p, err := c.importModule("os.path")
			if err != nil {
				return err
			}
			m.Set("path", p)
			return nil
		},
	})
}

// fspath is os.fspath: a str or bytes, or what an object says that its path is.
func (c *Context) fspath(o py.Object) (py.Object, error) {
	isPath := func(o py.Object) bool {
		if _, ok := textOf(o); ok {
			return true
		}
		_, ok := base(o).(py.Bytes)
		return ok
	}
	if isPath(o) {
		return o, nil
	}
	fn := classOf(o).lookup("__fspath__")
	if fn == nil {
		return nil, raise(typeError, "expected str, bytes or os.PathLike object, not %s", classOf(o).name)
	}
	v, err := c.callSpecial(fn, o)
	if err == nil && !isPath(v) {
		return nil, raise(typeError, "expected %s.__fspath__() to return str or bytes, not %s", classOf(o).name, classOf(v).name)
	}
	return v, err
}
