package engine

import (
	"regexp"
	"strings"

	"github.com/go-python/gpython/py"
	"golang.org/x/sys/unix"
)

// filemode is stat.filemode: what ls -l shows.
func filemode(m uint32) string {
	kind := map[uint32]byte{
		unix.S_IFREG: '-', unix.S_IFDIR: 'd', unix.S_IFLNK: 'l', unix.S_IFBLK: 'b',
		unix.S_IFCHR: 'c', unix.S_IFIFO: 'p', unix.S_IFSOCK: 's',
	}[m&unix.S_IFMT]
	if kind == 0 {
		kind = '?'
	}
	b := []byte{kind}
	for i := 8; i >= 0; i-- {
		if m&(1<<i) != 0 {
			b = append(b, "xwr"[i%3])
		} else {
			b = append(b, '-')
		}
	}
	for _, s := range []struct {
		bit  uint32
		pos  int
		x, n byte
	}{{unix.S_ISUID, 3, 's', 'S'}, {unix.S_ISGID, 6, 's', 'S'}, {unix.S_ISVTX, 9, 't', 'T'}} {
		if m&s.bit == 0 {
			continue
		}
		if b[s.pos] == 'x' {
			b[s.pos] = s.x
		} else {
			b[s.pos] = s.n
		}
	}
	return string(b)
}

func init() {
	g := py.StringDict{}
	for name, v := range map[string]int{
		"S_IFREG": unix.S_IFREG, "S_IFDIR": unix.S_IFDIR, "S_IFLNK": unix.S_IFLNK,
		"S_IFBLK": unix.S_IFBLK, "S_IFCHR": unix.S_IFCHR, "S_IFIFO": unix.S_IFIFO, "S_IFSOCK": unix.S_IFSOCK,
		"S_ISUID": unix.S_ISUID, "S_ISGID": unix.S_ISGID, "S_ISVTX": unix.S_ISVTX,
		"S_IRWXU": 0o700, "S_IRUSR": 0o400, "S_IWUSR": 0o200, "S_IXUSR": 0o100,
		"S_IRWXG": 0o070, "S_IRGRP": 0o040, "S_IWGRP": 0o020, "S_IXGRP": 0o010,
		"S_IRWXO": 0o007, "S_IROTH": 0o004, "S_IWOTH": 0o002, "S_IXOTH": 0o001,
		"S_IREAD": 0o400, "S_IWRITE": 0o200, "S_IEXEC": 0o100, "S_ENFMT": 0o2000, "S_IFDOOR": 0, "S_IFPORT": 0, "S_IFWHT": 0,
		"UF_NODUMP": 1, "UF_IMMUTABLE": 2, "UF_APPEND": 4, "UF_OPAQUE": 8, "UF_NOUNLINK": 16, "UF_COMPRESSED": 32, "UF_HIDDEN": 32768,
		"SF_ARCHIVED": 65536, "SF_IMMUTABLE": 131072, "SF_APPEND": 262144, "SF_NOUNLINK": 1048576, "SF_SNAPSHOT": 2097152,
		"ST_MODE": 0, "ST_INO": 1, "ST_DEV": 2, "ST_NLINK": 3, "ST_UID": 4, "ST_GID": 5, "ST_SIZE": 6,
		"ST_ATIME": 7, "ST_MTIME": 8, "ST_CTIME": 9,
	} {
		g[name] = py.Int(v)
	}
	mode := func(name string, f func(uint32) py.Object) *py.Method {
		return one(name, func(o py.Object) (py.Object, error) {
			n, err := indexOf(o)
			return f(uint32(n)), err
		}, name+"(mode)")
	}
	is := func(name string, t uint32) *py.Method {
		return mode(name, func(m uint32) py.Object { return py.NewBool(m&unix.S_IFMT == t) })
	}
	register(&Module{
		Name: "stat", Doc: "File types and permission bits.", Globals: g,
		Methods: []*py.Method{
			is("S_ISREG", unix.S_IFREG), is("S_ISDIR", unix.S_IFDIR), is("S_ISLNK", unix.S_IFLNK), is("S_ISBLK", unix.S_IFBLK),
			is("S_ISCHR", unix.S_IFCHR), is("S_ISFIFO", unix.S_IFIFO), is("S_ISSOCK", unix.S_IFSOCK),
			mode("S_IFMT", func(m uint32) py.Object { return py.Int(m & unix.S_IFMT) }),
			mode("S_IMODE", func(m uint32) py.Object { return py.Int(m & 0o7777) }),
			mode("filemode", func(m uint32) py.Object { return py.String(filemode(m)) }),
		},
	})

	match := func(name string) *py.Method {
		return py.MustNewMethod(name, func(_ py.Object, args py.Tuple) (py.Object, error) {
			var n, p py.Object
			if err := py.UnpackTuple(args, nil, name, 2, 2, &n, &p); err != nil {
				return nil, err
			}
			s, pat, err := nameAndPattern(n, p)
			return py.NewBool(err == nil && fnmatch(s, pat)), err
		}, 0, name+"(name, pattern) -> bool")
	}
	register(&Module{
		Name: "fnmatch", Doc: "Shell patterns.",
		Methods: []*py.Method{
			match("fnmatch"), match("fnmatchcase"),
			textFunc("translate", func(p string) string { return "(?s:" + translate(p) + ")\\Z" }),
		},
		Init: func(_ *Context, m *ModuleObject) error {
			m.Set("filter", newBuiltin("filter", "names pat", func(c *Context, _ py.Object, a []py.Object) (py.Object, error) {
				if _, err := StringOf(a[1]); err != nil {
					return nil, err
				}
				out := &py.List{Items: []py.Object{}}
				return out, c.each(a[0], func(n py.Object) error {
					s, pat, err := nameAndPattern(n, a[1])
					if err == nil && fnmatch(s, pat) {
						out.Items = append(out.Items, n)
					}
					return err
				})
			}))
			return nil
		},
	})
}

// nameAndPattern are a name and a pattern, both str or both bytes.
func nameAndPattern(n, p py.Object) (s, pat string, err error) {
	if s, err = StringOf(n); err != nil {
		return "", "", err
	}
	if pat, err = StringOf(p); err != nil {
		return "", "", err
	}
	_, text := textOf(n)
	switch _, textPat := textOf(p); {
	case text && !textPat:
		return "", "", raise(typeError, "cannot use a bytes pattern on a string-like object")
	case !text && textPat:
		return "", "", raise(typeError, "cannot use a string pattern on a bytes-like object")
	}
	return s, pat, nil
}

// fnmatch matches byte by byte; * also matches /, as in Python. It takes linear
// memory and at most len(s)*len(pat) time.
func fnmatch(s, pat string) bool {
	si, pi, star, mark := 0, 0, -1, 0
	for si < len(s) {
		if pi < len(pat) {
			switch pat[pi] {
			case '*':
				star, mark = pi, si
				pi++
				continue
			case '?':
				si += charLen(s[si:])
				pi++
				continue
			case '[':
				if n, ok, closed := class(s[si:], pat[pi:]); closed {
					if ok {
						si += charLen(s[si:])
						pi += n
						continue
					}
				} else if s[si] == '[' {
					si++
					pi++
					continue
				}
			default:
				if s[si] == pat[pi] {
					si++
					pi++
					continue
				}
			}
		}
		if star < 0 {
			return false
		}
		mark++
		si, pi = mark, star+1
	}
	for pi < len(pat) && pat[pi] == '*' {
		pi++
	}
	return pi == len(pat)
}

// class matches the first character of s against the [set] that pat begins with.
func class(s, pat string) (n int, ok, closed bool) {
	i, neg := 1, false
	if i < len(pat) && pat[i] == '!' {
		neg = true
		i++
	}
	end := i
	if end < len(pat) && pat[end] == ']' {
		end++
	}
	j := strings.IndexByte(pat[min(end, len(pat)):], ']')
	if j < 0 {
		return 0, false, false
	}
	end += j
	set := []rune(pat[i:end])
	c := []rune(s[:charLen(s)])[0]
	for k := 0; k < len(set); k++ {
		if k+2 < len(set) && set[k+1] == '-' {
			ok = ok || c >= set[k] && c <= set[k+2]
			k += 2
			continue
		}
		ok = ok || c == set[k]
	}
	return end + 1, ok != neg, true
}

// translate makes a regular expression of a pattern.
func translate(p string) string {
	var b strings.Builder
	for i := 0; i < len(p); {
		switch p[i] {
		case '*':
			b.WriteString(".*")
		case '?':
			b.WriteString(".")
		case '[':
			if n, _, closed := class("a", p[i:]); closed {
				set := p[i+1 : i+n-1]
				if strings.HasPrefix(set, "!") {
					set = "^" + set[1:]
				}
				b.WriteString("[" + strings.ReplaceAll(set, `\`, `\\`) + "]")
				i += n
				continue
			}
			b.WriteString(`\[`)
		default:
			n := charLen(p[i:])
			b.WriteString(regexp.QuoteMeta(p[i : i+n]))
			i += n
			continue
		}
		i++
	}
	return b.String()
}
