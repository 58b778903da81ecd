package scripting_test

import (
	"fmt"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/sys/unix"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/xlator/xlatortest"
)

// says runs a lookup_fop or lookup_cbk body that prints, and returns what it
// printed, one line each.
func says(t *testing.T, src string, op fops.Op, prepare func(*xlatortest.Stack), fill func(*xlatortest.Stack, *fops.Args)) []string {
	t.Helper()
	s := stack(t, src)
	if prepare != nil {
		prepare(s)
	}
	s.Do(op, func(a *fops.Args) { fill(s, a) })
	var out []string
	for _, line := range strings.Split(s.Log(), "\n") {
		require.NotContains(t, line, "level=ERROR")
		if i := strings.Index(line, " msg="); i >= 0 && strings.Contains(line, "level=INFO") {
			msg := strings.TrimSuffix(line[i+5:], " volume=python")
			if q, err := strconv.Unquote(msg); err == nil {
				msg = q
			}
			out = append(out, msg)
		}
	}
	return out
}

func TestLoc(t *testing.T) {
	out := says(t, class(`
    def lookup_fop(self, frame, this, loc, xdata):
        print(loc.path, loc.name, loc.gfid, loc.pargfid == ROOT_GFID, loc.parent.type == S_IFDIR, loc)
        other = loc.copy(name="b")
        other.name = other.name + "!"
        print(other.path, other.name, loc.name, isinstance(loc, Loc), loc.parent == loc.parent, loc.inode == loc.parent)
        nameless = loc.copy(name="", parent=None, inode=loc.parent)
        print(nameless.name, nameless.path, nameless.gfid == ROOT_GFID, nameless.parent)
        frame.unwind(-1, ENOENT)
`), fops.OpLookup, nil, func(s *xlatortest.Stack, a *fops.Args) { named(s, "a")(a) })
	require.Equal(t, []string{`/a a None True True <Loc "/a">`, "/b! b! a True True False", "None / True None"}, out)
}

func TestIatt(t *testing.T) {
	out := says(t, class(`
    def stat_cbk(self, frame, cookie, this, op_ret, op_errno, buf, xdata):
        print(oct(buf.ia_mode), oct(buf.st_mode), oct(buf.ia_prot), buf.ia_type == S_IFREG, buf.ia_size, buf.st_size, buf.ia_ino == 2**64 - 1)
        print(buf.ia_mtime, buf.ia_mtime_nsec, buf.st_mtime, buf.st_mtime_ns)
        b = buf.copy()
        b.st_size = 5
        b.st_mtime = 1.25
        b.ia_prot = 0o4755
        b.ia_gfid = "00000000-0000-0000-0000-0000000000ff"
        print(b.ia_size, b.st_mtime_ns, oct(b.ia_mode), b.ia_gfid, buf.ia_size, b == buf, b == b.copy(), b != buf)
        new = Iatt(ia_mode=S_IFDIR | 0o755, ia_nlink=2, st_atime_ns=-1)
        print(new.ia_flags == 0x27, new.ia_atime, new.ia_atime_nsec, new)
        for bad in (lambda: setattr(b, "ia_size", -1), lambda: setattr(b, "ia_size", "x"), lambda: setattr(b, "size", 1), lambda: Iatt(5), lambda: setattr(b, "ia_mode", 2**32), lambda: setattr(b, "ia_gfid", "x")):
            try:
                bad()
            except (TypeError, AttributeError) as e:
                print(e)
        frame.unwind()
`), fops.OpStat, func(s *xlatortest.Stack) {
		s.Storage.On(fops.OpStat, func(_ *fops.Args, r *fops.Reply) {
			r.Buf = fops.Iatt{Mode: 0o100644, Size: 7, Ino: 1<<64 - 1, Mtime: fops.Timespec{Sec: 3, Nsec: 500000000}}
		})
	}, func(s *xlatortest.Stack, a *fops.Args) { a.Loc.Inode = s.Root() })
	require.Equal(t, []string{
		"0o100644 0o100644 0o644 True 7 7 True",
		"3 500000000 3.5 3500000000",
		"5 1250000000 0o104755 00000000-0000-0000-0000-0000000000ff 7 False True True",
		"True -1 999999999 Iatt(ia_mode=16877, ia_type=16384, ia_prot=493, ia_nlink=2, ia_atime=-1, ia_atime_nsec=999999999, ia_flags=39)",
		"Iatt.ia_size must be an int in the range of the field, not int",
		"Iatt.ia_size must be an int in the range of the field, not str",
		"'Iatt' object has no attribute 'size'; did you mean 'ia_size'?",
		"Iatt() takes keyword arguments only, for example Iatt(ia_mode=…)",
		"Iatt.ia_mode must be an int in the range of the field, not int",
		"Iatt.ia_gfid must be the text of a gfid or None, not str",
	}, out)
}

func TestBuffer(t *testing.T) {
	s := stack(t, class(`
    upper = bytes([i - 32 if 97 <= i <= 122 else i for i in range(256)])

    def writev_fop(self, frame, this, fd, vector, count, off, flags, iobref, xdata):
        print(len(vector), vector[0], vector[-1], bytes(vector[1:3]), bytes(vector[::-1]), vector == b"hello", b"hello" == vector, vector != b"x", bool(vector))
        print(bytes(vector), vector.tobytes(), vector.decode(), vector.decode("utf-8") + "!", vector.find(b"l"), vector.startswith(b"he"), b"ell" in vector, 104 in vector)
        print([c for c in vector], vector.translate(self.upper), vector + b"!", b"!" + vector, sum(vector), vector.upper(), count, iobref, vector)
        print(Buffer(b"abc")[1:] == b"bc", Buffer("text"), isinstance(vector, Buffer))
        what = [vector, vector.translate(self.upper), "text", vector[1:4], Buffer(b"own")][off]
        self.wind_writev(frame, fd, what, count, off, flags, iobref, xdata)

    def readv_cbk(self, frame, cookie, this, op_ret, op_errno, vector, count, stbuf, iobref, xdata):
        self.unwind_readv(frame, op_ret, op_errno, vector[:2], count, stbuf, iobref, xdata)
`))
	var got []string
	s.Storage.On(fops.OpWritev, func(a *fops.Args, r *fops.Reply) { got = append(got, string(a.Vector)); r.OpRet = int64(len(a.Vector)) })
	s.Storage.On(fops.OpReadv, func(a *fops.Args, r *fops.Reply) { r.Vector, r.OpRet = []byte("data"), 4 })
	fd := fops.NewFd(s.Root(), 0, false, s.Root().Slots())
	for i := range 5 {
		r := s.Do(fops.OpWritev, func(a *fops.Args) { a.Fd, a.Vector, a.Offset = fd, []byte("hello"), int64(i) })
		require.Zero(t, r.OpErrno, s.Log())
	}
	require.Equal(t, []string{"hello", "HELLO", "text", "ell", "own"}, got)
	for _, line := range []string{
		`5 104 111 b'el' b'olleh' True True True True`,
		`b'hello' b'hello' hello hello! 2 True True True`,
		`[104, 101, 108, 108, 111] b'HELLO' b'hello!' b'!hello' 532 b'HELLO' 1 None Buffer(b'hello')`,
		`True Buffer(b'text') True`,
	} {
		require.Contains(t, s.Log(), line)
	}
	r := s.Do(fops.OpReadv, func(a *fops.Args) { a.Fd, a.Size = fd, 4 })
	require.Equal(t, "da", string(r.Vector))
	require.Equal(t, int64(2), r.OpRet, "op_ret follows the data")
}

func TestDict(t *testing.T) {
	var sent *fops.Dict
	out := says(t, class(`
    def setxattr_fop(self, frame, this, loc, dict, flags, xdata):
        print(dict["user.a"], "user.a" in dict, dict.get("no"), dict.get("no", 1), dict.keys(), len(dict), xdata, dict)
        kept = dict.copy()
        dict["user.b"] = "text"
        dict.set("n", 5)
        del dict["user.a"]
        print(dict.items(), [k for k in dict], kept.keys(), dict.pop("n"), dict.values())
        for bad in (lambda: dict["no"], lambda: dict[1], lambda: dict.set("k", [])):
            try:
                bad()
            except (KeyError, TypeError) as e:
                print(e)
        made = Dict({"x": b"1"}, y=2)
        made.update({"z": None, "f": 1.5, "t": True})
        self.wind_setxattr(frame, loc, dict, flags, made)
        dict["late"] = 1
`), fops.OpSetxattr, func(s *xlatortest.Stack) {
		s.Storage.On(fops.OpSetxattr, func(a *fops.Args, r *fops.Reply) {
			sent = a.XData.Clone()
			for _, p := range a.Dict.Pairs() {
				sent.Set("dict "+p.Key, p.Value)
			}
		})
	}, func(s *xlatortest.Stack, a *fops.Args) {
		a.Loc.Inode = s.Root()
		a.Dict = &fops.Dict{}
		a.Dict.Set("user.a", []byte{1, 0xff})
	})
	require.Equal(t, []string{
		`b'\x01\xff' True None 1 ['user.a'] 1 None Dict({'user.a': b'\x01\xff'})`,
		`[('user.b', 'text'), ('n', 5)] ['user.b', 'n'] ['user.a'] 5 ['text']`,
		`'no'`,
		`Dict: a key must be str, not int`,
		`Dict: a value must be bytes, str, int, float, bool or None, not list`,
	}, out)
	require.Equal(t, []fops.Pair{{Key: "x", Value: []byte("1")}, {Key: "y", Value: int64(2)}, {Key: "f", Value: 1.5}, {Key: "t", Value: true}, {Key: "z", Value: nil}, {Key: "dict user.b", Value: "text"}}, sent.Pairs())
}

// TestChangedDictIsSent winds the very objects that came, one of them changed.
func TestChangedDictIsSent(t *testing.T) {
	s := stack(t, class(`
    def lookup_fop(self, frame, this, loc, xdata):
        xdata["more"] = 1
        self.wind_lookup(frame, loc, xdata)
`))
	s.Storage.On(fops.OpLookup, func(*fops.Args, *fops.Reply) {})
	mine := &fops.Dict{}
	mine.Set("k", "v")
	s.Do(fops.OpLookup, func(a *fops.Args) { named(s, "x")(a); a.XData = mine })
	require.Equal(t, 2, s.Storage.Asked(fops.OpLookup)[0].XData.Len(), s.Log())
	require.Equal(t, 1, mine.Len(), "the caller's own stays as it was")
}

func TestDirents(t *testing.T) {
	s := stack(t, class(`
    def readdirp_cbk(self, frame, cookie, this, op_ret, op_errno, entries, xdata):
        if op_ret > 0:
            entries = [e for e in entries if not e.name.startswith(".")]
            first = entries[0].copy()
            first.name = first.name.upper()
            first.buf.ia_size = 9
            entries[0] = first
            entries.append(Dirent(name="new", ino=5, off=77, type=S_IFREG))
            print(entries[-1], len(entries), entries[0].buf.ia_size, entries[1].buf.ia_size, entries[1].inode)
        self.unwind_readdirp(frame, op_ret, op_errno, entries, xdata)
`))
	s.Storage.On(fops.OpReaddirp, func(_ *fops.Args, r *fops.Reply) {
		r.Entries = []fops.Dirent{{Name: "."}, {Name: "a", Ino: 1, Buf: fops.Iatt{Size: 3}}, {Name: ".hidden"}, {Name: "b", Buf: fops.Iatt{Size: 4}}}
		r.OpRet = 4
	})
	fd := fops.NewFd(s.Root(), 0, true, s.Root().Slots())
	r := s.Do(fops.OpReaddirp, func(a *fops.Args) { a.Fd = fd })
	require.Equal(t, int64(3), r.OpRet, s.Log())
	require.Equal(t, []fops.Dirent{{Name: "A", Ino: 1, Buf: fops.Iatt{Size: 9, Flags: unix.STATX_SIZE}}, {Name: "b", Buf: fops.Iatt{Size: 4}}, {Name: "new", Ino: 5, Off: 77, Type: 0o100000}}, r.Entries)
	require.Contains(t, s.Log(), "Dirent(name='new', ino=5, off=77, type=32768, buf=Iatt()) 3 9 4 None")
}

func TestOtherRecords(t *testing.T) {
	s := stack(t, class(`
    def lk_fop(self, frame, this, fd, cmd, lock, xdata):
        self.wind_lk(frame, fd, cmd, Lock(l_type=F_WRLCK, l_start=lock.l_start + 1, l_owner=2**63), xdata, flags=LK_FLOCK)
    def statfs_cbk(self, frame, cookie, this, op_ret, op_errno, buf, xdata):
        b = buf.copy()
        b.f_bavail = 0
        self.unwind_statfs(frame, 0, 0, b, xdata)
    def lease_fop(self, frame, this, loc, lease, xdata):
        self.unwind_lease(frame, 0, 0, Lease(cmd=lease.cmd, type=2, id=b"0123456789abcdef"), None)
    def getactivelk_fop(self, frame, this, loc, xdata):
        self.unwind_getactivelk(frame, 0, 0, [Lock(l_start=1), Lock(l_start=2)], None)
`))
	fd := fops.NewFd(s.Root(), 0, true, s.Root().Slots())
	s.Storage.On(fops.OpLk, func(a *fops.Args, r *fops.Reply) { r.Lock = a.Lock; r.Lock.PID = a.Flags })
	r := s.Do(fops.OpLk, func(a *fops.Args) { a.Fd, a.Lock.Start = fd, 4 })
	require.Equal(t, fops.Lock{Type: unix.F_WRLCK, Start: 5, PID: 1, Owner: 1 << 63}, r.Lock, s.Log())
	s.Storage.On(fops.OpStatfs, func(_ *fops.Args, r *fops.Reply) { r.Statvfs = fops.Statvfs{Bavail: 5, Bfree: 6} })
	require.Equal(t, fops.Statvfs{Bfree: 6}, s.Do(fops.OpStatfs, func(a *fops.Args) { a.Loc.Inode = s.Root() }).Statvfs)
	require.Equal(t, fops.Lease{Cmd: 3, Type: 2, ID: [16]byte([]byte("0123456789abcdef"))}, s.Do(fops.OpLease, func(a *fops.Args) { a.Loc.Inode, a.Lease.Cmd = s.Root(), 3 }).Lease)
	require.Equal(t, []fops.Lock{{Start: 1}, {Start: 2}}, s.Do(fops.OpGetactivelk, func(a *fops.Args) { a.Loc.Inode = s.Root() }).Locks)
}

// TestNamesAreBytes sends names and texts that are no UTF-8.
func TestNamesAreBytes(t *testing.T) {
	const raw = "caf\xe9\xff\x01"
	for name, body := range map[string]string{
		"as it came": "        self.wind_symlink(frame, linkpath, loc, umask, xdata)\n",
		"made anew":  "        self.wind_symlink(frame, linkpath + '', loc.copy(name=loc.name[:3] + loc.name[3:]), umask, xdata)\n",
		"as bytes":   "        self.wind_symlink(frame, os.fsencode(linkpath), loc, umask, xdata)\n",
	} {
		s := stack(t, "import os\n"+class("    def symlink_fop(self, frame, this, linkpath, loc, umask, xdata):\n"+body))
		s.Storage.On(fops.OpSymlink, func(*fops.Args, *fops.Reply) {})
		s.Do(fops.OpSymlink, func(a *fops.Args) { a.Path, a.Loc = raw, fops.Loc{Parent: s.Root(), Name: raw} })
		asked := s.Storage.Asked(fops.OpSymlink)
		require.Len(t, asked, 1, "%s: %s", name, s.Log())
		require.Equal(t, raw, asked[0].Path, name)
		require.Equal(t, raw, asked[0].Loc.Name, name)
	}
}

func TestNumbersOfAnySize(t *testing.T) {
	s := stack(t, class(`
    def ioctl_fop(self, frame, this, fd, cmd, arg, flags, vector, size, xdata):
        self.wind_ioctl(frame, fd, cmd=cmd & 0xffffffff, arg=arg + 1, flags=True, vector=vector, size=2**64 - 1, xdata=None)
    def mkdir_fop(self, frame, this, loc, mode, umask, xdata):
        self.wind_mkdir(frame, loc, [-1, 2**32, 2**70][mode], umask, xdata)
`))
	fd := fops.NewFd(s.Root(), 0, true, s.Root().Slots())
	s.Storage.On(fops.OpIoctl, func(*fops.Args, *fops.Reply) {})
	require.Zero(t, s.Do(fops.OpIoctl, func(a *fops.Args) { a.Fd, a.Cmd, a.Arg = fd, -2, 1<<64-2 }).OpErrno, s.Log())
	a := s.Storage.Asked(fops.OpIoctl)[0]
	require.Equal(t, []any{int32(-2), uint64(1<<64 - 1), uint32(1), uint64(1<<64 - 1)}, []any{a.Cmd, a.Arg, a.Flags, a.Size})
	for i, n := range []string{"-1", "4294967296", "1180591620717411303424"} {
		r := s.Do(fops.OpMkdir, func(a *fops.Args) { a.Loc, a.Mode = fops.Loc{Parent: s.Root(), Name: "d"}, uint32(i) })
		require.Equal(t, syscall.EIO, r.OpErrno)
		require.Contains(t, s.Log(), fmt.Sprintf("OverflowError: wind_mkdir(): parameter mode: %s is not in the range of the field", n))
	}
}
