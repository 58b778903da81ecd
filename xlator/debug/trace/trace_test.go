package trace_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/sys/unix"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/xlator"
	"github.com/windlassfs/windlass/xlator/debug/trace"
	"github.com/windlassfs/windlass/xlator/xlatortest"
)

// traced runs send on a stack that traces to a file and returns the lines,
// with the digits of times replaced.
func traced(t *testing.T, o xlatortest.Options, send func(*xlatortest.Stack)) []string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "trace.log")
	all := xlatortest.Options{"log-file": name}
	for k, v := range o {
		all[k] = v
	}
	s := xlatortest.New(t, xlatortest.Layer{Type: trace.Type, Options: all})
	send(s)
	s.Close()
	out, err := os.ReadFile(name)
	require.NoError(t, err)
	text := regexp.MustCompile(`time=\d+\.\d{3}us\n`).ReplaceAllString(string(out), "time=Tus\n")
	return strings.Split(strings.TrimSuffix(text, "\n"), "\n")
}

func TestItPassesAllThrough(t *testing.T) {
	xlatortest.PassThrough(t, trace.Type, xlatortest.Options{"log-file": filepath.Join(t.TempDir(), "log")})
	xlatortest.PassThrough(t, trace.Type, xlatortest.Options{"log-calls": "on"})
}

func TestWhatIsNotLoggedCostsNothing(t *testing.T) {
	for name, o := range map[string]xlatortest.Options{
		"level":    {"log-level": "error"},
		"excluded": {"exclude-ops": "all"},
	} {
		t.Run(name, func(t *testing.T) { xlatortest.RequireNoAllocs(t, trace.Type, o) })
	}
}

const rootGFID = "00000000-0000-0000-0000-000000000001"

// TestLines compares whole lines, for one fop of each kind of field.
func TestLines(t *testing.T) {
	who := func(c *xlator.Call) { c.Unique, c.UID, c.GID, c.PID = 123, 1, 2, 3 }
	for name, tc := range map[string]struct {
		op    fops.Op
		fill  func(s *xlatortest.Stack, a *fops.Args)
		reply func(s *xlatortest.Stack, r *fops.Reply)
		want  string
	}{
		"error": {
			fops.OpLookup, func(s *xlatortest.Stack, a *fops.Args) { a.Loc = fops.Loc{Parent: s.Root(), Name: "x"} },
			func(_ *xlatortest.Stack, r *fops.Reply) { r.Fail(syscall.ENOENT) },
			"LOOKUP uid=1 gid=2 pid=3 loc.path=/x loc.pargfid=" + rootGFID + " -> op_ret=-1 op_errno=ENOENT time=Tus",
		},
		"unknown error": {
			fops.OpSyncfs, nil,
			func(_ *xlatortest.Stack, r *fops.Reply) { r.Fail(4000) },
			"SYNCFS uid=1 gid=2 pid=3 -> op_ret=-1 op_errno=4000 time=Tus",
		},
		"name that lies": {
			fops.OpUnlink, func(s *xlatortest.Stack, a *fops.Args) {
				a.Loc = fops.Loc{Parent: s.Root(), Name: "x y\n9: UNLINK \xff"}
			}, nil,
			`UNLINK uid=1 gid=2 pid=3 loc.path="/x y\n9: UNLINK \xff" loc.pargfid=` + rootGFID + ` flags=0x0 -> op_ret=0 time=Tus`,
		},
		"attributes": {
			fops.OpStat, func(s *xlatortest.Stack, a *fops.Args) { a.Loc.Inode = s.Root() },
			func(_ *xlatortest.Stack, r *fops.Reply) {
				r.Buf = fops.Iatt{Flags: 1, Ino: 7, Mode: 0o100644, Nlink: 1, UID: 4, GID: 5, Size: 6, Blocks: 8, Mtime: fops.Timespec{Sec: -1, Nsec: 5}}
			},
			"STAT uid=1 gid=2 pid=3 loc.path=/ loc.gfid=" + rootGFID + " -> op_ret=0 buf={ino=7 mode=0100644 nlink=1 uid=4 gid=5 size=6 blocks=8 atime=0.000000000 mtime=-1.000000005 ctime=0.000000000} time=Tus",
		},
		"two places": {
			fops.OpRename, func(s *xlatortest.Stack, a *fops.Args) {
				a.Loc, a.Loc2, a.Flags = fops.Loc{Parent: s.Root(), Name: "ä"}, fops.Loc{Parent: s.Root(), Name: "b"}, unix.RENAME_EXCHANGE
			}, nil,
			"RENAME uid=1 gid=2 pid=3 oldloc.path=/ä oldloc.pargfid=" + rootGFID + " newloc.path=/b newloc.pargfid=" + rootGFID + " flags=0x2 -> op_ret=0 time=Tus",
		},
		"open flags": {
			fops.OpOpen, func(s *xlatortest.Stack, a *fops.Args) {
				a.Loc.Inode, a.Flags = s.Root(), syscall.O_RDWR|syscall.O_SYNC|syscall.O_TRUNC|1<<30
			}, nil,
			"OPEN uid=1 gid=2 pid=3 loc.path=/ loc.gfid=" + rootGFID + " flags=O_RDWR|O_TRUNC|O_SYNC|0x40000000 fd=0 fd.path=/ fd.gfid=" + rootGFID + " -> op_ret=0 fd=none time=Tus",
		},
		"data": {
			fops.OpIoctl, func(_ *xlatortest.Stack, a *fops.Args) { a.Vector, a.Cmd, a.Size = make([]byte, 5), -1, 9 },
			func(_ *xlatortest.Stack, r *fops.Reply) { r.OpRet, r.Vector = 3, make([]byte, 4096) },
			"IOCTL uid=1 gid=2 pid=3 fd=none cmd=-1 arg=0x0 flags=0x0 vector=<5 bytes> size=9 -> op_ret=3 vector=<4096 bytes> time=Tus",
		},
		"dictionaries": {
			fops.OpSetxattr, func(s *xlatortest.Stack, a *fops.Args) {
				a.Loc.Inode, a.Dict, a.XData = s.Root(), &fops.Dict{}, &fops.Dict{}
				a.Dict.Set("user.x", []byte("secret"))
				for i := range 10 {
					a.XData.Set(fmt.Sprint("k", i), int64(i))
				}
			}, nil,
			"SETXATTR uid=1 gid=2 pid=3 loc.path=/ loc.gfid=" + rootGFID + " dict={user.x:#6} flags=0x0 xdata={k0:0 k1:1 k2:2 k3:3 k4:4 k5:5 k6:6 k7:7 and 2 more} -> op_ret=0 time=Tus",
		},
		"listing": {
			fops.OpReaddir, nil,
			func(_ *xlatortest.Stack, r *fops.Reply) {
				r.OpRet, r.Entries = 2, []fops.Dirent{{Name: "a"}, {Name: "b c"}}
			},
			`READDIR uid=1 gid=2 pid=3 fd=none size=0 off=0 -> op_ret=2 entries=[a "b c"] time=Tus`,
		},
		"locks": {
			fops.OpLk, func(_ *xlatortest.Stack, a *fops.Args) {
				a.Cmd, a.Lock = unix.F_SETLK, fops.Lock{Type: unix.F_WRLCK, Start: 1, Len: 2, PID: 3, Owner: 4}
			},
			func(_ *xlatortest.Stack, r *fops.Reply) { r.Lock.Type = 9 },
			"LK uid=1 gid=2 pid=3 fd=none cmd=6 lock={type=F_WRLCK start=1 len=2 pid=3 owner=0x4} flags=0x0 -> op_ret=0 lock={type=9 start=0 len=0 pid=0 owner=0x0} time=Tus",
		},
		"checksums": {
			fops.OpRchecksum, nil,
			func(_ *xlatortest.Stack, r *fops.Reply) { r.Weak, r.Strong = 255, []byte{1, 0xab} },
			"RCHECKSUM uid=1 gid=2 pid=3 fd=none offset=0 len=0 -> op_ret=0 weak_cksum=0xff strong_cksum=01ab time=Tus",
		},
	} {
		t.Run(name, func(t *testing.T) {
			lines := traced(t, nil, func(s *xlatortest.Stack) {
				s.Storage.On(tc.op, func(_ *fops.Args, r *fops.Reply) {
					if tc.reply != nil {
						tc.reply(s, r)
					}
				})
				s.DoCall(who, tc.op, func(a *fops.Args) {
					if tc.fill != nil {
						tc.fill(s, a)
					}
				})
			})
			require.Equal(t, []string{"123: " + tc.want}, lines)
		})
	}
}

func TestWhichFopsAreLogged(t *testing.T) {
	for name, tc := range map[string]struct {
		options xlatortest.Options
		want    []string
	}{
		"all":     {nil, []string{"STAT", "STATFS", "LOOKUP"}},
		"include": {xlatortest.Options{"include-ops": "stat, lookup"}, []string{"STAT", "LOOKUP"}},
		"exclude": {xlatortest.Options{"exclude-ops": "stat"}, []string{"STATFS", "LOOKUP"}},
		"both":    {xlatortest.Options{"include-ops": "stat,statfs", "exclude-ops": "statfs"}, []string{"STAT"}},
		"calls":   {xlatortest.Options{"log-calls": "on", "include-ops": "stat"}, []string{"STAT", "STAT"}},
	} {
		t.Run(name, func(t *testing.T) {
			var got []string
			for _, l := range traced(t, tc.options, func(s *xlatortest.Stack) {
				for _, op := range []fops.Op{fops.OpStat, fops.OpStatfs, fops.OpLookup} {
					s.Do(op, nil)
				}
			}) {
				got = append(got, strings.Fields(l)[1])
			}
			require.Equal(t, tc.want, got)
		})
	}
}

func TestTheTranslatorsLogIsTheDefault(t *testing.T) {
	s := xlatortest.New(t, xlatortest.Layer{Type: trace.Type})
	s.Do(fops.OpStatfs, nil)
	require.Contains(t, s.Log(), "STATFS")
	require.Contains(t, s.Log(), "volume=trace")
}

func TestALogFileThatCannotBeOpened(t *testing.T) {
	var reg xlator.Registry
	reg.Register(trace.Type, &xlator.Type{Name: "test/leaf", New: func(*xlator.Node) (any, error) { return struct{}{}, nil }})
	g, err := xlator.Build(&reg, &xlator.Spec{Volumes: []xlator.VolumeSpec{
		{Name: "leaf", Type: "test/leaf"},
		{Name: "trace", Type: "debug/trace", Options: []xlator.OptionSpec{{Key: "log-file", Value: "/nonexistent/x"}}, Subvolumes: []xlator.SubvolumeSpec{{Name: "leaf"}}},
	}}, xlator.BuildOptions{})
	require.NoError(t, err)
	require.ErrorContains(t, g.Init(), "/nonexistent/x")
}

func BenchmarkTrace(b *testing.B) {
	s := xlatortest.New(b, xlatortest.Layer{Type: trace.Type, Options: xlatortest.Options{"log-file": os.DevNull}})
	s.Storage.Record(false)
	s.Storage.Handle(fops.OpStat, func(f *xlator.Frame, _ *fops.Args) { f.Unwind(f.NewReply(fops.OpStat)) })
	b.ReportAllocs()
	for b.Loop() {
		c := s.Graph.NewCall()
		a := c.Args(fops.OpStat)
		a.Loc.Inode = s.Root()
		c.Do(a)
		c.End()
	}
}
