package scripting_test

import (
	"fmt"
	"strings"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/scripting"
	"github.com/windlassfs/windlass/xlator/xlatortest"
)

// glupyStyle is a script for glupy with these methods.
func glupyStyle(body string) string {
	return "import sys\nfrom gluster.glupy import *\n\nseen = []\n\nclass xlator(Translator):\n    def __init__(self, c_this):\n        self.requests = {}\n        Translator.__init__(self, c_this)\n" + body
}

const glupyLookupCbk = `
    def lookup_cbk(self, frame, cookie, this, op_ret, op_errno, inode, buf, xdata, postparent):
        dl.unwind_lookup(frame, cookie, this, op_ret, op_errno, inode, buf, xdata, postparent)
        return 0
`

// glupyPassThrough handles every fop of the table through dl.
func glupyPassThrough(from string, prepare bool) string {
	var b strings.Builder
	fmt.Fprintf(&b, "from %s import *\n\n", from)
	for _, spec := range fops.Specs() {
		if prepare {
			fmt.Fprintf(&b, "dl.wind_%[1]s.restype = None\ndl.wind_%[1]s.argtypes = list(Op%[2]s.fop_sig[1:])\ndl.unwind_%[1]s.argtypes = list(Op%[2]s.cbk_sig[1:])\n", spec.Name, strings.ToUpper(spec.Name[:1])+spec.Name[1:])
		}
	}
	b.WriteString("class xlator(Translator):\n")
	for _, spec := range fops.Specs() {
		list := func(ps []fops.Param) (names string) {
			for _, p := range fops.Positional(ps) {
				names += ", " + p.Name
			}
			return names
		}
		in, out := list(spec.In), list(spec.Out)
		fmt.Fprintf(&b, "    def %[1]s_fop(self, frame, this%[2]s):\n        dl.wind_%[1]s(frame, POINTER(xlator_t)()%[2]s)\n        return 0\n", spec.Name, in)
		fmt.Fprintf(&b, "    def %[1]s_cbk(self, frame, cookie, this, op_ret, op_errno%[2]s):\n        dl.unwind_%[1]s(frame, cookie, this, op_ret, op_errno%[2]s)\n        return 0\n", spec.Name, out)
	}
	return b.String()
}

func TestGlupyPassesEveryFop(t *testing.T) {
	for name, src := range map[string]string{
		"one file":  glupyPassThrough("gluster", false),
		"package":   glupyPassThrough("gluster.glupy", true),
		"anew":      anewGlupy(),
		"functions": glupyFunctions(),
	} {
		t.Run(name, func(t *testing.T) {
			xlatortest.PassThrough(t, scripting.Type, xlatortest.Options{"script": write(t, src)})
		})
	}
}

// anewGlupy answers with values of ctypes, which are never taken for unchanged.
func anewGlupy() string {
	return strings.ReplaceAll(glupyPassThrough("gluster", false), "        dl.unwind_", "        op_ret, op_errno = c_long(op_ret), c_int(op_errno)\n        dl.unwind_")
}

// glupyFunctions has functions instead of a class, as the first glupy.
func glupyFunctions() string {
	var b strings.Builder
	for _, line := range strings.SplitAfter(glupyPassThrough("gluster", false), "\n") {
		if strings.HasPrefix(line, "class") {
			continue
		}
		line = strings.TrimPrefix(line, "    ")
		if def, ok := strings.CutPrefix(line, "def "); ok {
			name, _, _ := strings.Cut(def, "(")
			fmt.Fprintf(&b, "@%s_t\n", name)
			line = strings.Replace(line, "(self, ", "(", 1)
		}
		b.WriteString(line)
	}
	return b.String()
}

func TestGlupyStructures(t *testing.T) {
	s := stack(t, glupyStyle(`
    def lookup_fop(self, frame, this, loc, xdata):
        dl.get_id.restype = c_long
        dl.get_id.argtypes = [POINTER(call_frame_t)]
        l = loc.contents
        assert dl.get_id(frame) == dl.get_id(frame) > 0
        assert dl.get_rootunique(frame) >= 0
        assert l.name[:] == "f" and l.path == "/f", l.path
        assert uuid2str(l.pargfid) == "00000000-0000-0000-0000-000000000001"
        assert len(l.gfid) == 16 and [n for n in l.gfid] == [0] * 16
        assert l.inode and not any(l.inode.contents.gfid) and l.inode.contents.ia_type == IA_INVAL
        assert l.parent.contents.ia_type == IA_IFDIR
        assert "{:s} {:p} {:40s}".format(loc, loc, loc).startswith("<LP_loc_t 0x")
        assert byref(l) == loc and pointer(l).contents.name == "f" and addressof(l) != 0
        assert loc != POINTER(loc_t)() and cast(loc, POINTER(loc_t)) == loc
        assert not POINTER(xlator_t)() and POINTER(xlator_t) is POINTER(xlator_t)
        self.requests[dl.get_id(frame)] = l.name[:]
        dl.wind_lookup(frame, POINTER(xlator_t)(), loc, xdata)
        return 0

    def lookup_cbk(self, frame, cookie, this, op_ret, op_errno, inode, buf, xdata, postparent):
        assert self.requests.pop(dl.get_id(frame)) == "f"
        if op_ret == 0:
            b = buf.contents
            assert b.ia_no == b.ia_ino and b.ia_gfid == inode.contents.gfid
            assert b.ia_type == inode.contents.ia_type == IA_IFREG
            p = b.ia_prot
            assert (p.owner.read, p.owner.write, p.owner.execn, p.group.read, p.other.write, p.suid, p.sgid, p.sticky) == (1, 1, 0, 1, 0, 0, 0, 0)
            assert postparent.contents.ia_type == IA_IFDIR
            b.ia_size = 4711
            b.ia_uid = c_uint32(7)
        else:
            assert op_errno == 2 and not inode and not buf and not xdata
            try:
                buf.contents
            except ValueError as e:
                assert str(e) == "NULL pointer access"
        dl.unwind_lookup(frame, cookie, this, op_ret, op_errno, inode, buf, xdata, postparent)
        return 0

    def create_cbk(self, frame, cookie, this, op_ret, op_errno, fd, inode, buf, preparent, postparent, xdata):
        assert fd.contents.inode.contents.gfid == inode.contents.gfid
        assert fd.contents.flags & 3 == 2 and fd.contents.anonymous == 0
        dl.unwind_create(frame, cookie, this, op_ret, op_errno, fd, inode, buf, preparent, postparent, xdata)
        return 0
`))
	require.Equal(t, syscall.ENOENT, lookup(s, "f").OpErrno, s.Log())
	r := s.Do(fops.OpCreate, func(a *fops.Args) {
		a.Loc = fops.Loc{Parent: s.Root(), Name: "f"}
		a.Flags, a.Mode = syscall.O_RDWR, 0o644
	})
	require.Zero(t, r.OpErrno, s.Log())
	r = lookup(s, "f")
	require.Zero(t, r.OpErrno, s.Log())
	require.Equal(t, uint64(4711), r.Buf.Size)
	require.Equal(t, uint32(7), r.Buf.UID)
	require.NotContains(t, s.Log(), "level=ERROR")
}

// TestGlupyMistakes has what hung or crashed a mount of glupy: each answers.
func TestGlupyMistakes(t *testing.T) {
	for name, tc := range map[string]struct{ body, log string }{
		"raises":         {"        nothing\n", "NameError"},
		"neither":        {"        return 0\n", "lookup_fop neither winds, unwinds nor holds its frame"},
		"twice":          {"        dl.unwind_lookup(frame, 0, this, -1, 2, None, None, None, None)\n        dl.unwind_lookup(frame, 0, this, -1, 2, None, None, None, None)\n", "dl.unwind_lookup() on a frame that is unwound already"},
		"another fop":    {"        dl.unwind_stat(frame, 0, this, -1, 2, None, None)\n", "the frame is that of a lookup: call dl.unwind_lookup"},
		"too few":        {"        dl.wind_lookup(frame, loc, xdata)\n", "dl.wind_lookup() takes (frame, xl, loc, xdata): 4 values, not 3"},
		"misspelt":       {"        dl.wind_lokup(frame, POINTER(xlator_t)(), loc, xdata)\n", "did you mean 'wind_lookup'?"},
		"wrong type":     {"        dl.wind_lookup(frame, POINTER(xlator_t)(), frame, xdata)\n", "parameter loc must be a Loc, not Frame"},
		"null pointer":   {"        dl.wind_lookup(frame, POINTER(xlator_t)(), POINTER(loc_t)(), xdata)\n", "parameter loc must be a Loc, not None"},
		"no field":       {"        loc.contents.nam\n", "'loc_t' object has no attribute 'nam'; did you mean 'name'?"},
		"no frame":       {"        dl.get_id(loc)\n", "parameter frame must be a Frame, not Pointer"},
		"no library":     {"        CDLL('libc.so.6')\n", "windlass opens no shared libraries"},
		"fixed field":    {"        loc.contents.inode.contents.ia_type = 1\n", "attribute 'ia_type' of 'inode_t' cannot be set"},
		"errno 0":        {"        dl.unwind_lookup(frame, 0, this, -1, 0, None, None, None, None)\n", "op_errno 0 is no error number"},
		"no such method": {"        dl.wind_lookup(frame, POINTER(xlator_t)(), loc, xdata, 1)\n", "4 values, not 5"},
	} {
		t.Run(name, func(t *testing.T) {
			s := stack(t, glupyStyle("\n    def lookup_fop(self, frame, this, loc, xdata):\n"+tc.body+glupyLookupCbk))
			s.ExpectBugs(0)
			require.Equal(t, syscall.EIO, lookup(s, "x").OpErrno)
			require.Contains(t, s.Log(), tc.log)
			require.Contains(t, s.Log(), "script.py")
		})
	}
}

// TestGlupyNameless: a lookup without a name has none in the script, and where
// that hung glupy's cache of missing names the answer is EIO.
func TestGlupyNameless(t *testing.T) {
	const careless = `
    def lookup_fop(self, frame, this, loc, xdata):
        if loc.contents.name is None:
            assert not any(loc.contents.pargfid) and any(loc.contents.inode.contents.gfid)
        self.requests[dl.get_id(frame)] = loc.contents.name[:]
        dl.wind_lookup(frame, POINTER(xlator_t)(), loc, xdata)
        return 0
` + glupyLookupCbk
	s := stack(t, glupyStyle(careless))
	nameless := func(s *xlatortest.Stack) *fops.Reply {
		return s.Do(fops.OpLookup, func(a *fops.Args) { a.Loc = fops.Loc{Inode: s.Root()} })
	}
	require.Equal(t, syscall.EIO, nameless(s).OpErrno)
	require.Contains(t, s.Log(), "TypeError")
	require.Equal(t, syscall.ENOENT, lookup(s, "x").OpErrno)
	s = stack(t, glupyStyle(careless), "on-error", "passthrough")
	require.Zero(t, nameless(s).OpErrno)
}

func TestGlupyRegistration(t *testing.T) {
	const denies = `
def deny(frame, this, loc, xdata):
    dl.unwind_lookup(frame, 0, this, -1, 13, None, None, None, None)
    return 0
`
	for name, src := range map[string]string{
		"method":         "class xlator(Translator):\n    def lookup_fop(self, frame, this, loc, xdata):\n        return deny(frame, this, loc, xdata)\n",
		"base class":     "class base(Translator):\n    def lookup_fop(self, frame, this, loc, xdata):\n        return deny(frame, this, loc, xdata)\nclass xlator(base):\n    def lookup_fop(self, frame, this, loc, xdata):\n        assert loc.contents.name\n        return base.lookup_fop(self, frame, this, loc, xdata)\n",
		"own attribute":  "class xlator(Translator):\n    def __init__(self, c_this):\n        self.lookup_fop = deny\n        Translator.__init__(self, c_this)\n",
		"bound method":   "class xlator(Translator):\n    def __init__(self, c_this):\n        self.lookup_fop = self.other\n        Translator.__init__(self, c_this)\n    def other(self, frame, this, loc, xdata):\n        return deny(frame, this, loc, xdata)\n",
		"set by library": "class xlator(Translator):\n    def __init__(self, c_this):\n        dl.set_lookup_fop(c_this, OpLookup.fop_type(deny))\n",
		"decorator":      "class xlator(Translator):\n    def __init__(self, c_this):\n        @OpLookup.fop_type\n        def stub(frame, this, loc, xdata, s=self):\n            return deny(frame, this, loc, xdata)\n        self.stub = stub\n        dl.set_lookup_fop(c_this, stub)\n",
		"function":       "@lookup_fop_t\ndef lookup_fop(frame, this, loc, xdata):\n    assert [n for n in loc.contents.pargfid] == [0, 0, 0, 1]\n    assert uuid2str(loc.contents.pargfid) == '00000000-0000-0000-0000-000000000001'\n    return deny(frame, this, loc, xdata)\n",
	} {
		t.Run(name, func(t *testing.T) {
			for _, lanes := range []string{"1", "3"} {
				s := stack(t, "from gluster import *\n"+denies+src, "lanes", lanes)
				require.Equal(t, syscall.EACCES, lookup(s, "x").OpErrno, s.Log())
			}
		})
	}
	ps := scripting.Check(write(t, "from gluster import *\nimport gluster.glupy, ctypes\nassert gluster.glupy.dl is dl\nassert ctypes.POINTER is POINTER\n"))
	require.ErrorContains(t, ps.Err(), "the script has no class that is derived from Translator")
}

// TestGlupyNegative is a cache of missing names as it was written for glupy,
// and the mistake that glupy's own one has: only create takes a name out.
func TestGlupyNegative(t *testing.T) {
	s := stack(t, glupyStyle(`
    def lookup_fop(self, frame, this, loc, xdata):
        key = (uuid2str(loc.contents.pargfid), loc.contents.name)
        if key in seen:
            dl.unwind_lookup(frame, 0, this, -1, 2, None, None, None, None)
            return 0
        self.requests[dl.get_id(frame)] = key
        dl.wind_lookup(frame, POINTER(xlator_t)(), loc, xdata)
        return 0

    def lookup_cbk(self, frame, cookie, this, op_ret, op_errno, inode, buf, xdata, postparent):
        key = self.requests.pop(dl.get_id(frame))
        if op_ret != 0 and op_errno == 2:
            seen.append(key)
        dl.unwind_lookup(frame, cookie, this, op_ret, op_errno, inode, buf, xdata, postparent)
        return 0

    def create_fop(self, frame, this, loc, flags, mode, umask, fd, xdata):
        key = (uuid2str(loc.contents.pargfid), loc.contents.name)
        if key in seen:
            seen.remove(key)
        dl.wind_create(frame, POINTER(xlator_t)(), loc, flags, mode, umask, fd, xdata)
        return 0
`))
	for range 3 {
		require.Equal(t, syscall.ENOENT, lookup(s, "f").OpErrno)
	}
	require.Len(t, s.Storage.Asked(fops.OpLookup), 1)
	require.Zero(t, s.Do(fops.OpCreate, func(a *fops.Args) { a.Loc, a.Mode = fops.Loc{Parent: s.Root(), Name: "f"}, 0o600 }).OpErrno)
	require.Zero(t, lookup(s, "f").OpErrno)
	require.Equal(t, syscall.ENOENT, lookup(s, "d").OpErrno)
	require.Zero(t, s.Do(fops.OpMkdir, func(a *fops.Args) { a.Loc, a.Mode = fops.Loc{Parent: s.Root(), Name: "d"}, 0o700 }).OpErrno)
	require.Equal(t, syscall.ENOENT, lookup(s, "d").OpErrno, "the mistake")
}
