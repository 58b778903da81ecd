package engine

import (
	"math"
	"time"

	"github.com/go-python/gpython/py"
)

// Module sys: version, limits, streams, exc_info and the calls in progress. Differs:
// setrecursionlimit can only lower the limit that the host has set; sys.modules can
// be looked at and taken from; no hooks, no arguments, no path of modules.

// structSeq makes a class of tuples whose items have names.
func structSeq(module, name string, fields ...string) *Class {
	k := declareIn(module, name, tupleClass)
	k.final, k.noDict = true, true // contexts share the instances
	for i, f := range fields {
		k.getter(f, func(_ *Context, o py.Object) (py.Object, error) { return base(o).(py.Tuple)[i], nil })
	}
	k.dict.SetString("n_fields", py.Int(len(fields)))
	k.dict.SetString("n_sequence_fields", py.Int(len(fields)))
	k.dict.SetString("n_unnamed_fields", py.Int(0))
	k.make = func(*Context, *Class, []py.Object, []string) (py.Object, error) {
		return nil, raise(typeError, "cannot create '%s' instances", k.name)
	}
	k.method("__repr__", "", func(c *Context, o py.Object, _ []py.Object) (py.Object, error) {
		s := k.name + "("
		for i, v := range base(o).(py.Tuple) {
			r, err := c.repr(v)
			if err != nil {
				return nil, err
			}
			if i > 0 {
				s += ", "
			}
			s += fields[i] + "=" + r
		}
		return py.String(s + ")"), nil
	})
	return k
}

var (
	versionInfo = structSeq("sys", "version_info", "major", "minor", "micro", "releaselevel", "serial")
	floatInfo   = structSeq("sys", "float_info", "max", "max_exp", "max_10_exp", "min", "min_exp", "min_10_exp", "dig", "mant_dig", "epsilon", "radix", "rounds")
	intInfo     = structSeq("sys", "int_info", "bits_per_digit", "sizeof_digit", "default_max_str_digits", "str_digits_check_threshold")
	hashInfo    = structSeq("sys", "hash_info", "width", "modulus", "inf", "nan", "imag", "algorithm", "hash_bits", "seed_bits", "cutoff")
	sysFlags    = structSeq("sys", "flags", "debug", "inspect", "interactive", "optimize", "dont_write_bytecode", "no_user_site", "no_site",
		"ignore_environment", "verbose", "bytes_warning", "quiet", "hash_randomization", "isolated", "dev_mode", "utf8_mode", "warn_default_encoding",
		"safe_path", "int_max_str_digits")
	implementation = declareFinalIn("types", "SimpleNamespace")
)

// sizeOf is what sys.getsizeof says: about what CPython would.
func sizeOf(o py.Object) int {
	switch x := base(o).(type) {
	case py.String:
		return 49 + len(x)
	case py.Bytes:
		return 33 + len(x)
	case *bytearray:
		return 57 + len(x.b)
	case py.Tuple:
		return 40 + 8*len(x)
	case *py.List:
		return 56 + 8*cap(x.Items)
	case *Dict:
		return 64 + 36*len(x.entries)
	case *Set:
		return 216 + 32*x.d.Len()
	case *py.BigInt:
		n, _ := bigOf(x)
		return 24 + n.BitLen()/30*4 + 4
	case py.Int, py.Bool:
		return 28
	case py.Float:
		return 24
	case *Class:
		return 1064
	case *ScriptFunc:
		return 144
	}
	return 48
}

// stackOf are the calls in progress, the innermost first.
func (c *Context) stackOf() []traceEntry {
	var list []traceEntry
	for f := c.frame; f != nil && len(list) < maxTrace; f = f.back {
		list = append(list, traceEntry{f.code, f.line})
	}
	return list
}

// frameOf makes the frame of the first of these calls.
func frameOf(stack []traceEntry) py.Object {
	if len(stack) == 0 {
		return py.None
	}
	return &frameObject{code: stack[0].code, line: stack[0].line, back: stack[1:]}
}

func init() {
	m := newGoModule("sys", "The interpreter.")
	for name, v := range map[string]py.Object{
		"platform": py.String("linux"), "byteorder": py.String("little"), "maxsize": py.Int(math.MaxInt64), "maxunicode": py.Int(0x10ffff),
		"version": py.String("3.11.0 (windlass)"), "executable": py.String(""), "prefix": py.String(""), "copyright": py.String(""),
		"hexversion": py.Int(0x030b00f0), "api_version": py.Int(1013), "dont_write_bytecode": py.True, "float_repr_style": py.String("short"),
		"stdin": py.None, "__stdin__": py.None, "pycache_prefix": py.None,
	} {
		m.set(name, v)
	}
	version := newHosted(versionInfo, py.Tuple{py.Int(3), py.Int(11), py.Int(0), py.String("final"), py.Int(0)})
	m.set("version_info", version)
	m.set("float_info", newHosted(floatInfo, py.Tuple{
		py.Float(math.MaxFloat64), py.Int(1024), py.Int(308), py.Float(2.2250738585072014e-308), py.Int(-1021), py.Int(-307), py.Int(15), py.Int(53),
		py.Float(2.220446049250313e-16), py.Int(2), py.Int(1),
	}))
	m.set("int_info", newHosted(intInfo, py.Tuple{py.Int(30), py.Int(4), py.Int(4300), py.Int(640)}))
	m.set("hash_info", newHosted(hashInfo, py.Tuple{
		py.Int(64), py.Int(hashModulus), py.Int(314159), py.Int(0), py.Int(1000003), py.String("maphash"), py.Int(64), py.Int(128), py.Int(0),
	}))
	flags := make(py.Tuple, 18)
	for i := range flags {
		flags[i] = py.Int(0)
	}
	flags[17] = py.Int(4300)
	m.set("flags", newHosted(sysFlags, flags))
	for name, v := range map[string]py.Object{
		"name": py.String("windlass"), "version": version, "hexversion": py.Int(0x030b00f0), "cache_tag": py.None,
	} {
		implementation.getter(name, func(*Context, py.Object) (py.Object, error) { return v, nil })
	}
	implementation.noDict = true
	m.set("implementation", newHosted(implementation, py.None))
	for _, name := range [...]string{"getdefaultencoding", "getfilesystemencoding"} {
		m.fn(name, "", func(*Context, py.Object, []py.Object) (py.Object, error) { return py.String("utf-8"), nil })
	}
	m.fn("getfilesystemencodeerrors", "", func(*Context, py.Object, []py.Object) (py.Object, error) { return py.String("surrogateescape"), nil })
	m.fn("intern", "string /", func(_ *Context, _ py.Object, a []py.Object) (py.Object, error) {
		if _, ok := a[0].(py.String); !ok {
			return nil, raise(typeError, "intern() argument must be str, not %s", classOf(a[0]).name)
		}
		return a[0], nil
	})
	m.fn("getsizeof", "object default?", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		if fn := classOf(a[0]).overrides("__sizeof__"); fn != nil {
			return c.callSpecial(fn, a[0])
		}
		return py.Int(sizeOf(a[0])), nil
	})
	m.fn("getrefcount", "object /", func(*Context, py.Object, []py.Object) (py.Object, error) { return py.Int(2), nil })
	m.fn("getrecursionlimit", "", func(c *Context, _ py.Object, _ []py.Object) (py.Object, error) { return py.Int(c.maxDepth), nil })
	m.fn("setrecursionlimit", "limit /", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		n, err := c.index(a[0])
		if err != nil {
			return nil, err
		}
		if n < 1 {
			return nil, raise(valueError, "recursion limit must be greater or equal than 1")
		}
		if n <= c.depth {
			return nil, raise(recursionError, "cannot set the recursion limit to %d at the recursion depth %d: the limit is too low", n, c.depth)
		}
		// No further than the host allows.
		most := keep(c, "recursion limit", func() int { return c.maxDepth })
		c.maxDepth = min(n, most)
		return py.None, nil
	})
	for name, v := range map[string]int{"getswitchinterval": 0, "get_int_max_str_digits": 4300} {
		m.fn(name, "", func(*Context, py.Object, []py.Object) (py.Object, error) { return py.Int(v), nil })
	}
	m.fn("exc_info", "", func(c *Context, _ py.Object, _ []py.Object) (py.Object, error) {
		if c.handling == nil {
			return py.Tuple{py.None, py.None, py.None}, nil
		}
		return py.Tuple{c.handling.cls, c.handling, c.handling.traceback()}, nil
	})
	m.fn("exception", "", func(c *Context, _ py.Object, _ []py.Object) (py.Object, error) {
		if c.handling == nil {
			return py.None, nil
		}
		return c.handling, nil
	})
	m.fn("exit", "status? /", func(_ *Context, _ py.Object, a []py.Object) (py.Object, error) {
		e := &Exc{cls: systemExit}
		if t, ok := a[0].(py.Tuple); ok {
			e.args = t
		} else if !missing(a[0]) {
			e.args = py.Tuple{a[0]}
		}
		return nil, e
	})
	m.fn("_getframe", "depth? /", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		n, err := c.optIndex(a[0], 0)
		if err != nil {
			return nil, err
		}
		stack := c.stackOf()
		if n = max(n, 0); n >= len(stack) {
			return nil, raise(valueError, "call stack is not deep enough")
		}
		return frameOf(stack[n:]), c.steps(len(stack) / 16)
	})
	fr := func(o py.Object) *frameObject { return o.(*frameObject) }
	frameClass.getter("f_back", func(_ *Context, o py.Object) (py.Object, error) { return frameOf(fr(o).back), nil })
	frameClass.getter("f_lasti", func(*Context, py.Object) (py.Object, error) { return py.Int(0), nil })
	frameClass.method("clear", "", func(*Context, py.Object, []py.Object) (py.Object, error) { return py.None, nil })

	m.Init = func(c *Context, m *ModuleObject) error {
		m.Set("argv", &py.List{Items: []py.Object{py.String(c.opts.Name)}})
		m.Set("path", &py.List{Items: []py.Object{}})
		names := py.Tuple{}
		for _, name := range Modules() {
			if libModules[name] == nil {
				names = append(names, py.String(name))
			}
		}
		m.Set("builtin_module_names", names)
		for name, s := range map[string]*stream{"stdout": c.stdout, "stderr": c.stderr} {
			m.Set(name, s)
			m.Set("__"+name+"__", s)
		}
		mods := &Dict{}
		for name, mod := range c.modules {
			mods.SetString(name, mod)
		}
		c.sysModules = mods
		m.Set("modules", mods)
		return nil
	}

	tb := newGoModule("_traceback", "The source of lines of tracebacks.")
	tb.fn("line", "filename lineno /", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		name, ok := textOf(a[0])
		if !ok {
			return py.String(""), nil
		}
		n, err := c.index(a[1])
		if err != nil {
			return nil, err
		}
		p := c.programs[name]
		if p == nil {
			return py.String(""), nil
		}
		return py.String(p.Line(n)), nil
	})

	g := newGoModule("gc", "Go's garbage collector does the work; nothing here does anything.")
	for name, v := range map[string]py.Object{
		"collect": py.Int(0), "enable": py.None, "disable": py.None, "isenabled": py.True, "freeze": py.None, "unfreeze": py.None,
		"get_count": py.Tuple{py.Int(0), py.Int(0), py.Int(0)}, "get_threshold": py.Tuple{py.Int(700), py.Int(10), py.Int(10)},
	} {
		params := ""
		if name == "collect" {
			params = "generation?"
		}
		g.fn(name, params, func(*Context, py.Object, []py.Object) (py.Object, error) { return v, nil })
	}
	g.rawFn("set_threshold", func(*Context, py.Object, []py.Object, []string) (py.Object, error) { return py.None, nil })
	initTime()
}

// initTime is module time: the clocks, and sleep. What deals with dates is in
// Python (pylib/_timefmt.py), and loaded when it is asked for.
func initTime() {
	m := newGoModule("time", "Clocks, and sleep within the time limit.")
	start := time.Now()
	secs := func(d time.Duration) py.Object { return py.Float(d.Seconds()) }
	nanos := func(d time.Duration) py.Object { return py.Int(d.Nanoseconds()) }
	since := func() time.Duration { return time.Since(start) }
	wall := func() time.Duration { return time.Duration(time.Now().UnixNano()) }
	for name, clock := range map[string]func() time.Duration{
		"time": wall, "monotonic": since, "perf_counter": since, "process_time": since, "thread_time": since,
	} {
		m.fn(name, "", func(*Context, py.Object, []py.Object) (py.Object, error) { return secs(clock()), nil })
		m.fn(name+"_ns", "", func(*Context, py.Object, []py.Object) (py.Object, error) { return nanos(clock()), nil })
	}
	for name, v := range map[string]int{"CLOCK_REALTIME": 0, "CLOCK_MONOTONIC": 1, "timezone": 0, "altzone": 0, "daylight": 0} {
		m.set(name, py.Int(v))
	}
	m.set("tzname", py.Tuple{py.String("UTC"), py.String("UTC")})
	for name, show := range map[string]func(time.Duration) py.Object{"clock_gettime": secs, "clock_gettime_ns": nanos} {
		m.fn(name, "clk_id /", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
			n, err := c.index(a[0])
			switch {
			case err != nil:
				return nil, err
			case n == 0:
				return show(wall()), nil
			case n == 1:
				return show(since()), nil
			}
			return nil, NewOSError(22, "")
		})
	}
	m.fn("sleep", "secs /", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
		f, ok := floatOf(a[0])
		if !ok {
			n, err := c.indexObject(a[0])
			if err != nil {
				return nil, err
			}
			f, _ = floatOf(n)
		}
		switch {
		case math.IsNaN(f):
			return nil, raise(valueError, "Invalid value NaN (not a number)")
		case f < 0:
			return nil, raise(valueError, "sleep length must be non-negative")
		}
		return py.None, c.sleep(time.Duration(min(f, 1e9) * 1e9))
	})
	later := []string{"struct_time", "gmtime", "localtime", "mktime", "asctime", "ctime", "strftime", "strptime"}
	m.Init = func(_ *Context, m *ModuleObject) error {
		m.Set("__getattr__", newBuiltin("__getattr__", "name /", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
			name, _ := textOf(a[0])
			for _, n := range later {
				if n != name {
					continue
				}
				from, err := c.importModule("_timefmt")
				if err != nil {
					return nil, err
				}
				for _, n := range later {
					if v := from.Get(n); v != nil {
						m.Set(n, v)
					}
				}
				if v := m.Get(name); v != nil {
					return v, nil
				}
			}
			return nil, c.noAttr(m, name)
		}))
		return nil
	}
}
