package trace

import (
	"strconv"
	"strings"
	"syscall"
	"unicode"
	"unicode/utf8"

	"golang.org/x/sys/unix"

	"github.com/windlassfs/windlass/fops"
)

// arguments has the printer of every field of fops.Args, values of every field
// of fops.Reply, by the field's name.
var arguments = map[string]func([]byte, string, *fops.Args) []byte{
	"Loc":     func(b []byte, n string, a *fops.Args) []byte { return loc(b, n, &a.Loc) },
	"Loc2":    func(b []byte, n string, a *fops.Args) []byte { return loc(b, n, &a.Loc2) },
	"Fd":      func(b []byte, n string, a *fops.Args) []byte { return fd(b, n, a.Fd) },
	"Fd2":     func(b []byte, n string, a *fops.Args) []byte { return fd(b, n, a.Fd2) },
	"Flags":   func(b []byte, n string, a *fops.Args) []byte { return based(b, n, uint64(a.Flags), "0x", 16) },
	"Mode":    func(b []byte, n string, a *fops.Args) []byte { return based(b, n, uint64(a.Mode), "0", 8) },
	"Umask":   func(b []byte, n string, a *fops.Args) []byte { return based(b, n, uint64(a.Umask), "0", 8) },
	"Valid":   func(b []byte, n string, a *fops.Args) []byte { return based(b, n, uint64(a.Valid), "0x", 16) },
	"Cmd":     func(b []byte, n string, a *fops.Args) []byte { return number(b, n, int64(a.Cmd)) },
	"Type":    func(b []byte, n string, a *fops.Args) []byte { return number(b, n, int64(a.Type)) },
	"Rdev":    func(b []byte, n string, a *fops.Args) []byte { return based(b, n, a.Rdev, "0x", 16) },
	"Size":    func(b []byte, n string, a *fops.Args) []byte { return based(b, n, a.Size, "", 10) },
	"Arg":     func(b []byte, n string, a *fops.Args) []byte { return based(b, n, a.Arg, "0x", 16) },
	"Offset":  func(b []byte, n string, a *fops.Args) []byte { return number(b, n, a.Offset) },
	"Offset2": func(b []byte, n string, a *fops.Args) []byte { return number(b, n, a.Offset2) },
	"Name":    func(b []byte, n string, a *fops.Args) []byte { return text(b, n, a.Name) },
	"Volume":  func(b []byte, n string, a *fops.Args) []byte { return text(b, n, a.Volume) },
	"Path":    func(b []byte, n string, a *fops.Args) []byte { return text(b, n, a.Path) },
	"Vector":  func(b []byte, n string, a *fops.Args) []byte { return data(b, n, a.Vector) },
	"Dict":    func(b []byte, n string, a *fops.Args) []byte { return dict(b, n, a.Dict) },
	"XData":   func(b []byte, n string, a *fops.Args) []byte { return dict(b, n, a.XData) },
	"Locks":   func(b []byte, n string, a *fops.Args) []byte { return locks(b, n, a.Locks) },
	"Lock":    func(b []byte, n string, a *fops.Args) []byte { return lock(b, n, &a.Lock) },
	"Lease":   func(b []byte, n string, a *fops.Args) []byte { return lease(b, n, &a.Lease) },
	"Buf":     func(b []byte, n string, a *fops.Args) []byte { return iatt(b, n, &a.Buf) },
}

var values = map[string]func([]byte, string, *fops.Reply) []byte{
	"Inode": func(b []byte, n string, r *fops.Reply) []byte {
		if r.Inode == nil || !r.Inode.Linked() {
			return b // its identity is in buf
		}
		return text(b, n+".gfid", r.Inode.GFID.String())
	},
	"Fd":      func(b []byte, n string, r *fops.Reply) []byte { return fd(b, n, r.Fd) },
	"Buf":     func(b []byte, n string, r *fops.Reply) []byte { return known(b, n, &r.Buf) },
	"Pre":     func(b []byte, n string, r *fops.Reply) []byte { return known(b, n, &r.Pre) },
	"Post":    func(b []byte, n string, r *fops.Reply) []byte { return known(b, n, &r.Post) },
	"Pre2":    func(b []byte, n string, r *fops.Reply) []byte { return known(b, n, &r.Pre2) },
	"Post2":   func(b []byte, n string, r *fops.Reply) []byte { return known(b, n, &r.Post2) },
	"Statvfs": func(b []byte, n string, r *fops.Reply) []byte { return statvfs(b, n, &r.Statvfs) },
	"Lock":    func(b []byte, n string, r *fops.Reply) []byte { return lock(b, n, &r.Lock) },
	"Lease":   func(b []byte, n string, r *fops.Reply) []byte { return lease(b, n, &r.Lease) },
	"Locks":   func(b []byte, n string, r *fops.Reply) []byte { return locks(b, n, r.Locks) },
	"Entries": func(b []byte, n string, r *fops.Reply) []byte { return entries(b, n, r.Entries) },
	"Vector":  func(b []byte, n string, r *fops.Reply) []byte { return data(b, n, r.Vector) },
	"Strong":  func(b []byte, n string, r *fops.Reply) []byte { return hexadecimal(b, n, r.Strong) },
	"Path":    func(b []byte, n string, r *fops.Reply) []byte { return text(b, n, r.Path) },
	"Offset":  func(b []byte, n string, r *fops.Reply) []byte { return number(b, n, r.Offset) },
	"Flags":   func(b []byte, n string, r *fops.Reply) []byte { return based(b, n, uint64(r.Flags), "0x", 16) },
	"Weak":    func(b []byte, n string, r *fops.Reply) []byte { return based(b, n, uint64(r.Weak), "0x", 16) },
	"Dict":    func(b []byte, n string, r *fops.Reply) []byte { return dict(b, n, r.Dict) },
	"XData":   func(b []byte, n string, r *fops.Reply) []byte { return dict(b, n, r.XData) },
}

// maxNames is how many names of a dictionary or listing are shown.
const maxNames = 8

func key(b []byte, name string) []byte {
	b = append(b, ' ')
	b = append(b, name...)
	return append(b, '=')
}

func number(b []byte, name string, n int64) []byte {
	return strconv.AppendInt(key(b, name), n, 10)
}

func based(b []byte, name string, n uint64, prefix string, base int) []byte {
	return strconv.AppendUint(append(key(b, name), prefix...), n, base)
}

func text(b []byte, name, s string) []byte { return appendText(key(b, name), s) }

// appendText writes s as it is, or quoted where it could be taken for
// something else.
func appendText(b []byte, s string) []byte {
	for i, r := range s {
		if r <= ' ' || r == '"' || r == '\\' || !unicode.IsPrint(r) {
			return strconv.AppendQuote(b, s)
		}
		// One wrong byte counts as this rune; three bytes of it are fine.
		if r == utf8.RuneError && !strings.HasPrefix(s[i:], string(utf8.RuneError)) {
			return strconv.AppendQuote(b, s)
		}
	}
	return append(b, s...)
}

func data(b []byte, name string, v []byte) []byte {
	b = append(key(b, name), '<')
	b = strconv.AppendInt(b, int64(len(v)), 10)
	return append(b, " bytes>"...)
}

func hexadecimal(b []byte, name string, v []byte) []byte {
	const digits = "0123456789abcdef"
	b = key(b, name)
	for _, c := range v {
		b = append(b, digits[c>>4], digits[c&15])
	}
	return b
}

func loc(b []byte, name string, l *fops.Loc) []byte {
	if p := l.Path(); p != "" {
		b = text(b, name+".path", p)
	}
	if g := l.GFID(); !g.IsZero() {
		b = text(b, name+".gfid", g.String())
	}
	if g := l.ParGFID(); !g.IsZero() {
		b = text(b, name+".pargfid", g.String())
	}
	return b
}

func fd(b []byte, name string, fd *fops.Fd) []byte {
	if fd == nil {
		return append(key(b, name), "none"...)
	}
	b = based(b, name, fd.ID, "", 10)
	if in := fd.Inode; in != nil && in.Linked() {
		b = text(b, name+".path", in.Path())
		b = text(b, name+".gfid", in.GFID.String())
	}
	return b
}

// dict writes the keys and the sizes of values; nothing for an empty one.
func dict(b []byte, name string, d *fops.Dict) []byte {
	if d.Len() == 0 {
		return b
	}
	b = append(key(b, name), '{')
	for i, p := range d.Pairs() {
		if i > 0 {
			b = append(b, ' ')
		}
		if i == maxNames {
			return more(b, d.Len()-maxNames, '}')
		}
		b = append(appendText(b, p.Key), ':')
		switch v := p.Value.(type) {
		case []byte:
			b = strconv.AppendInt(append(b, '#'), int64(len(v)), 10)
		case string:
			b = appendText(b, v)
		case int64:
			b = strconv.AppendInt(b, v, 10)
		case float64:
			b = strconv.AppendFloat(b, v, 'g', -1, 64)
		case bool:
			b = strconv.AppendBool(b, v)
		}
	}
	return append(b, '}')
}

func more(b []byte, n int, end byte) []byte {
	b = append(b, "and "...)
	b = strconv.AppendInt(b, int64(n), 10)
	return append(append(b, " more"...), end)
}

func entries(b []byte, name string, list []fops.Dirent) []byte {
	b = append(key(b, name), '[')
	for i := range list {
		if i > 0 {
			b = append(b, ' ')
		}
		if i == maxNames {
			return more(b, len(list)-maxNames, ']')
		}
		b = appendText(b, list[i].Name)
	}
	return append(b, ']')
}

// known writes attributes if there are any: storage leaves out what no layer
// looks at.
func known(b []byte, name string, a *fops.Iatt) []byte {
	if !a.Known() {
		return b
	}
	return iatt(b, name, a)
}

func iatt(b []byte, name string, a *fops.Iatt) []byte {
	b = append(key(b, name), '{')
	if !a.GFID.IsZero() {
		b = append(append(b, "gfid="...), a.GFID.String()...)
		b = append(b, ' ')
	}
	b = append(b, "ino="...)
	b = strconv.AppendUint(b, a.Ino, 10)
	b = based(b, "mode", uint64(a.Mode), "0", 8)
	b = based(b, "nlink", uint64(a.Nlink), "", 10)
	b = based(b, "uid", uint64(a.UID), "", 10)
	b = based(b, "gid", uint64(a.GID), "", 10)
	b = based(b, "size", a.Size, "", 10)
	b = based(b, "blocks", a.Blocks, "", 10)
	b = stamp(b, "atime", a.Atime)
	b = stamp(b, "mtime", a.Mtime)
	b = stamp(b, "ctime", a.Ctime)
	return append(b, '}')
}

// stamp writes a time as seconds since the epoch with nine decimals.
func stamp(b []byte, name string, t fops.Timespec) []byte {
	b = append(number(b, name, t.Sec), '.')
	for div := uint32(100000000); div > 0; div /= 10 {
		b = append(b, '0'+byte(t.Nsec/div%10))
	}
	return b
}

func statvfs(b []byte, name string, s *fops.Statvfs) []byte {
	b = append(key(b, name), '{')
	b = append(b, "bsize="...)
	b = strconv.AppendUint(b, s.Bsize, 10)
	b = based(b, "frsize", s.Frsize, "", 10)
	b = based(b, "blocks", s.Blocks, "", 10)
	b = based(b, "bfree", s.Bfree, "", 10)
	b = based(b, "bavail", s.Bavail, "", 10)
	b = based(b, "files", s.Files, "", 10)
	b = based(b, "ffree", s.Ffree, "", 10)
	return append(b, '}')
}

func lock(b []byte, name string, l *fops.Lock) []byte {
	return append(appendLock(append(key(b, name), '{'), l), '}')
}

func appendLock(b []byte, l *fops.Lock) []byte {
	b = append(b, "type="...)
	switch l.Type {
	case unix.F_RDLCK:
		b = append(b, "F_RDLCK"...)
	case unix.F_WRLCK:
		b = append(b, "F_WRLCK"...)
	case unix.F_UNLCK:
		b = append(b, "F_UNLCK"...)
	default:
		b = strconv.AppendInt(b, int64(l.Type), 10)
	}
	b = number(b, "start", l.Start)
	b = number(b, "len", l.Len)
	b = number(b, "pid", int64(l.PID))
	return based(b, "owner", l.Owner, "0x", 16)
}

func locks(b []byte, name string, list []fops.Lock) []byte {
	b = append(key(b, name), '[')
	for i := range list {
		if i > 0 {
			b = append(b, ", "...)
		}
		if i == maxNames {
			return more(b, len(list)-maxNames, ']')
		}
		b = appendLock(b, &list[i])
	}
	return append(b, ']')
}

func lease(b []byte, name string, l *fops.Lease) []byte {
	b = append(key(b, name), '{')
	b = append(b, "cmd="...)
	b = strconv.AppendInt(b, int64(l.Cmd), 10)
	b = number(b, "type", int64(l.Type))
	b = hexadecimal(b, "id", l.ID[:])
	return append(b, '}')
}

// openNames are the flags of open(2) that programs use, O_SYNC before the
// O_DSYNC that it contains.
var openNames = []struct {
	bits uint32
	name string
}{
	{syscall.O_CREAT, "O_CREAT"},
	{syscall.O_EXCL, "O_EXCL"},
	{syscall.O_TRUNC, "O_TRUNC"},
	{syscall.O_APPEND, "O_APPEND"},
	{syscall.O_NONBLOCK, "O_NONBLOCK"},
	{syscall.O_SYNC, "O_SYNC"},
	{syscall.O_DSYNC, "O_DSYNC"},
	{unix.O_DIRECT, "O_DIRECT"},
	{unix.O_TMPFILE, "O_TMPFILE"},
	{syscall.O_DIRECTORY, "O_DIRECTORY"},
	{syscall.O_NOFOLLOW, "O_NOFOLLOW"},
	{syscall.O_CLOEXEC, "O_CLOEXEC"},
	{unix.O_NOATIME, "O_NOATIME"},
}

// openFlags writes the flags of open(2) as a C program does, and what has no
// name as a number.
func openFlags(b []byte, name string, flags uint32) []byte {
	b = key(b, name)
	b = append(b, [...]string{"O_RDONLY", "O_WRONLY", "O_RDWR", "O_ACCMODE"}[flags&syscall.O_ACCMODE]...)
	flags &^= syscall.O_ACCMODE
	for _, o := range openNames {
		if flags&o.bits == o.bits {
			b = append(append(b, '|'), o.name...)
			flags &^= o.bits
		}
	}
	if flags != 0 {
		b = strconv.AppendUint(append(b, "|0x"...), uint64(flags), 16)
	}
	return b
}

func appendErrno(b []byte, errno syscall.Errno) []byte {
	if name := unix.ErrnoName(errno); name != "" {
		return append(b, name...)
	}
	return strconv.AppendInt(b, int64(errno), 10)
}
