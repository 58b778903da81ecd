package main

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/moby/sys/mountinfo"
	"github.com/stretchr/testify/require"
	"golang.org/x/sys/unix"

	"github.com/windlassfs/windlass/xlator"
	"github.com/windlassfs/windlass/xlator/fuse"
)

// goneGraph serves what cannot be served.
const goneGraph = `volume a
 type storage/posix
 option directory scr
end-volume
volume b
 type storage/posix
 option directory src/f
end-volume
volume c
 type features/replies
 subvolumes a b
end-volume
`

// place is a source and an empty mountpoint beside it.
func place(t *testing.T) (dir, src, mnt string) {
	t.Helper()
	dir = write(t, map[string]string{"src/f": "x", "full/f": "x", "gone.vol": goneGraph, "g.vol": goodGraph, "bad.vol": badGraph, "bad.py": "bad"})
	src, mnt = filepath.Join(dir, "src"), filepath.Join(dir, "mnt")
	require.NoError(t, os.Mkdir(mnt, 0o755))
	return dir, src, mnt
}

// serve runs a command line that serves, and returns a function that waits for
// its end.
func serve(t *testing.T, w *testWorld) (wait func() int) {
	t.Helper()
	code := make(chan int, 1)
	go func() { code <- run(w.world) }()
	t.Cleanup(func() { _ = w.server.UnmountLazy() })
	require.Eventually(t, func() bool {
		select {
		case c := <-code:
			code <- c
			return true
		default:
			return strings.Contains(w.err.String(), "mounted")
		}
	}, 10*time.Second, time.Millisecond)
	return func() int { return <-code }
}

func TestMountServes(t *testing.T) {
	dir, src, mnt := place(t)
	w := fakeWorld("windlass", "mount", src, "-x", "trace", mnt, "-o", "ro,entry_timeout=5,modules=replies", "--log-format", "json")
	wait := serve(t, w)
	require.Contains(t, w.err.String(), `"msg":"mounted","source":"`+src+`","mountpoint":"`+mnt+`"`)
	require.NoError(t, w.server.Unmount())
	require.Equal(t, exitOK, wait())
	require.Contains(t, w.err.String(), `"msg":"unmounted"`)
	require.True(t, w.options.ReadOnly)
	require.Equal(t, 5*time.Second, w.options.EntryTimeout)
	require.Equal(t, src, w.options.FsName)
	require.Equal(t, "windlass", w.options.Subtype)

	log := filepath.Join(dir, "log")
	w = fakeWorld("windlass", "mount", filepath.Join(dir, "bad.vol"), mnt, "-o", "log="+log)
	require.Equal(t, exitGraph, run(w.world))
	w = fakeWorld("windlass", "mount", src, mnt, "-o", "log="+log+",fsname=me", "-v")
	code := make(chan int, 1)
	go func() { code <- run(w.world) }()
	require.Eventually(t, func() bool { b, _ := os.ReadFile(log); return strings.Contains(string(b), "source=me") }, 10*time.Second, time.Millisecond)
	require.NoError(t, w.server.Unmount())
	require.Equal(t, exitOK, <-code)
	require.Empty(t, w.err.String())
}

func TestMountDryRun(t *testing.T) {
	_, src, mnt := place(t)
	w := fakeWorld("windlass", "mount", "--dry-run", src, mnt)
	w.Host.Mount = nil
	require.Equal(t, exitOK, run(w.world))
	require.Equal(t, "OK\n", w.out.String())
	w = fakeWorld("/sbin/mount.windlass", src, mnt, "-f", "-o", "rw,nofail")
	require.Equal(t, exitOK, run(w.world))
	require.Empty(t, w.out.String())
	require.Empty(t, w.err.String())
}

func TestMountRefuses(t *testing.T) {
	dir, src, mnt := place(t)
	file := filepath.Join(src, "f")
	inside := filepath.Join(src, "in")
	require.NoError(t, os.Mkdir(inside, 0o755))
	link := filepath.Join(dir, "link")
	require.NoError(t, os.Symlink(src, link))
	mounted := func(typ string) func(*testWorld) {
		return func(w *testWorld) {
			w.mounts = []*mountinfo.Info{{ID: 7, Mountpoint: mnt, FSType: typ, Source: "/srv"}}
		}
	}
	for _, tc := range []struct {
		name string
		args []string
		set  func(*testWorld)
		code int
		want string
	}{
		{"missing", []string{src, dir + "/no"}, nil, exitMountpoint, "windlass: mountpoint DIR/no does not exist\n  hint: mkdir -p DIR/no\n"},
		{"file", []string{src, file}, nil, exitMountpoint, "windlass: mountpoint DIR/src/f is not a directory\n  hint: use an empty directory\n"},
		{"not empty", []string{src, dir + "/full"}, nil, exitMountpoint, "windlass: mountpoint DIR/full is not empty\n  hint: use another directory, or -o nonempty to hide what is in it\n"},
		{"source itself", []string{src, src, "-o", "nonempty"}, nil, exitMountpoint, "windlass: a mount on DIR/src would hide its source DIR/src\n  hint: use another directory\n"},
		{"source through a link", []string{link, src, "-o", "nonempty"}, nil, exitMountpoint, "windlass: a mount on DIR/src would hide its source DIR/src\n  hint: use another directory\n"},
		{"above the source", []string{src, dir, "-o", "nonempty"}, nil, exitMountpoint, "windlass: a mount on DIR would hide its source DIR/src\n  hint: use another directory\n"},
		{"inside the source", []string{src, inside}, nil, exitMountpoint, "windlass: mountpoint DIR/src/in is inside of its source DIR/src: the filesystem would contain itself\n  hint: use a directory outside of it\n"},
		{"source of a volume file", []string{dir + "/g.vol", mnt}, nil, exitMountpoint, "windlass: mountpoint DIR/mnt is inside of its source DIR: the filesystem would contain itself\n  hint: use a directory outside of it\n"},
		{"mounted already", []string{src, mnt}, mounted(fsType), exitMountpoint, "windlass: DIR/mnt is mounted already, from /srv\n  hint: windlass umount DIR/mnt\n"},
		{"graph and mountpoint", []string{dir + "/bad.vol", dir + "/no"}, nil, exitGraph, "(did you mean \"store\"?)\nwindlass: mountpoint DIR/no does not exist\n  hint: mkdir -p DIR/no\n"},
		{"script", []string{"-x", dir + "/bad.py", src, mnt}, nil, exitScript, "DIR/bad.py:3:5: there is no fop for lokup_fop (did you mean \"lookup_fop\"?)\n"},
		{"no FUSE", []string{src, mnt}, func(w *testWorld) { w.Host.DevFuse = dir + "/fuse" }, exitRuntime, "windlass: there is no DIR/fuse: the kernel has no FUSE\n  hint: modprobe fuse; in a container: --device /dev/fuse\n"},
		{"no right", []string{src, mnt}, func(w *testWorld) { w.Host.MayMount = func() bool { return false } }, exitRuntime, "windlass: no right to mount\n  hint: run as root, or install fusermount3 (package fuse3)\n"},
		{"no source", []string{dir + "/gone.vol", mnt}, nil, exitGraph, "DIR/gone.vol:3:19: volume \"a\": there is no directory DIR/scr (did you mean \"DIR/src\"?)\nDIR/gone.vol:7:19: volume \"b\": DIR/src/f is not a directory (a mount serves a directory)\n"},
		{"no source in a dry run", []string{"-n", src, mnt, "--xlator-option", "posix.directory=" + dir + "/xyz"}, nil, exitGraph, "--xlator-option: volume \"posix\": there is no directory DIR/xyz (it must exist before it is mounted)\n"},
		{"log", []string{src, mnt, "--log", dir + "/no/log"}, nil, exitRuntime, "windlass: log: open DIR/no/log: no such file or directory\n"},
		{"init fails", []string{"-x", "broken", src, mnt}, nil, exitGraph, "windlass: volume \"broken\": cannot start\n"},
		{"mount fails", []string{src, mnt}, func(w *testWorld) {
			w.Host.Mount = func(*xlator.Graph, string, fuse.Options) (server, error) { return nil, unix.EPERM }
		}, exitRuntime, "windlass: operation not permitted\n  hint: run as root, or on a directory of your own with fusermount3\n"},
		{"table of mounts", []string{src, mnt}, func(w *testWorld) {
			w.Host.Mounts = func() ([]*mountinfo.Info, error) { return nil, errors.New("no /proc") }
		}, exitRuntime, "windlass: cannot read the table of mounts: no /proc\n"},
		{"child without a parent", []string{src, mnt}, func(w *testWorld) { w.env[childEnv] = "x" }, exitUsage, "windlass: WINDLASS_CHILD=x has no meaning\n  hint: unset it: windlass sets it for itself\n"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			w := fakeWorld(append([]string{"windlass", "mount"}, tc.args...)...)
			if tc.set != nil {
				tc.set(w)
			}
			require.Equal(t, tc.code, run(w.world))
			got := strings.ReplaceAll(w.err.String(), dir, "DIR")
			require.True(t, strings.HasSuffix(got, tc.want), "%s", got)
		})
	}
}

// TestMountForFUSEHelper: mount.fuse3(8) knows of no verbs.
func TestMountForFUSEHelper(t *testing.T) {
	dir, src, mnt := place(t)
	for _, tc := range []struct {
		args []string
		code int
		want string
	}{
		{[]string{src, dir + "/no", "-o", "rw,nofail,dev,suid"}, exitMountpoint, "windlass: mountpoint DIR/no does not exist\n  hint: mkdir -p DIR/no\n"},
		{[]string{src, mnt, "-o", "nosiud"}, exitUsage, "windlass: -o nosiud: unknown mount option\n  hint: did you mean \"nosuid\"?\n"},
		{[]string{"moutn", mnt, "-o", "ro"}, exitUsage, "windlass: there is no command \"moutn\"\n  hint: did you mean \"mount\"?\n"},
		{[]string{"umount", mnt, "-o", "ro"}, exitUsage, "windlass: umount: unknown flag -o\n  hint: see: windlass help umount\n"},
	} {
		w, code := runIn(tc.args...)
		require.Equal(t, tc.want, strings.ReplaceAll(w.err.String(), dir, "DIR"))
		require.Equal(t, tc.code, code)
	}
}

// TestMountOverAnotherFilesystem: only mounts of windlass are in the way.
func TestMountOverAnotherFilesystem(t *testing.T) {
	_, src, mnt := place(t)
	w := fakeWorld("windlass", "mount", "-n", src, mnt)
	w.mounts = []*mountinfo.Info{{ID: 7, Mountpoint: mnt, FSType: "tmpfs"}}
	require.Equal(t, exitOK, run(w.world), w.err.String())
}

func TestSignals(t *testing.T) {
	dir, src, mnt := place(t)
	log := filepath.Join(dir, "log")
	w := fakeWorld("windlass", "mount", src, mnt, "--dump-dir", dir)
	w.server.busy = true
	wait := serve(t, w)
	self := os.Getpid()
	says := func(text string) {
		t.Helper()
		require.Eventually(t, func() bool { return strings.Contains(w.err.String(), text) }, 10*time.Second, time.Millisecond, text)
	}
	require.NoError(t, syscall.Kill(self, unix.SIGUSR1))
	says("statedump written")
	dumps, err := filepath.Glob(filepath.Join(dir, "windlass.*.dump.20250102-030405.000"))
	require.NoError(t, err)
	require.Len(t, dumps, 1)
	st, err := os.Stat(dumps[0])
	require.NoError(t, err)
	require.Equal(t, os.FileMode(0o600), st.Mode())
	require.NoError(t, syscall.Kill(self, unix.SIGTERM))
	says("a second signal detaches it")
	require.NoError(t, syscall.Kill(self, unix.SIGINT))
	says("second signal")
	require.Equal(t, exitOK, wait())

	// SIGHUP opens the log file anew and ends nothing.
	w = fakeWorld("windlass", "mount", src, mnt, "--log", log)
	code := make(chan int, 1)
	go func() { code <- run(w.world) }()
	holds := func(path, text string) {
		t.Helper()
		require.Eventually(t, func() bool { b, _ := os.ReadFile(path); return strings.Contains(string(b), text) }, 10*time.Second, time.Millisecond)
	}
	holds(log, "mounted")
	require.NoError(t, os.Rename(log, log+".1"))
	require.NoError(t, syscall.Kill(self, unix.SIGHUP))
	require.Eventually(t, func() bool { _, err := os.Stat(log); return err == nil }, 10*time.Second, time.Millisecond)
	require.NoError(t, syscall.Kill(self, unix.SIGTERM))
	require.Equal(t, exitOK, <-code)
	holds(log, "unmounted")

	// Without one a mount in the foreground ends with its terminal.
	w = fakeWorld("windlass", "mount", src, mnt)
	var gone atomic.Bool
	w.Host.Terminal = func() bool { return !gone.Load() }
	wait = serve(t, w)
	require.NoError(t, syscall.Kill(self, unix.SIGHUP))
	require.Eventually(t, func() bool { return strings.Contains(w.err.String(), "reload: there is nothing new") }, 10*time.Second, time.Millisecond)
	gone.Store(true)
	require.NoError(t, syscall.Kill(self, unix.SIGHUP))
	require.Equal(t, exitOK, wait())
	require.Contains(t, w.err.String(), "the terminal is gone")

	// The third signal does not wait for anybody.
	w = fakeWorld("windlass", "mount", src, mnt)
	wait = serve(t, w)
	s := &session{asked: 2}
	require.True(t, s.handle(unix.SIGTERM))
	require.NoError(t, w.server.Unmount())
	require.Equal(t, exitOK, wait())
}

// TestDumpPlaces: without --dump-dir the first place that takes the file.
func TestDumpPlaces(t *testing.T) {
	dir, src, _ := place(t)
	w := fakeWorld("windlass")
	g, _, err := w.build(graphSource{Path: src}, nil)
	require.NoError(t, err)
	w.env["XDG_RUNTIME_DIR"] = dir
	path, err := w.writeDump(g, "")
	require.NoError(t, err)
	require.Equal(t, dir, filepath.Dir(path))
	_, err = w.writeDump(g, dir)
	require.ErrorIs(t, err, os.ErrExist, "an existing file is left alone")
	_, err = w.writeDump(g, filepath.Join(dir, "no"))
	require.ErrorIs(t, err, os.ErrNotExist)
}

// background prepares a world whose child processes are this test binary.
func background(t *testing.T, args ...string) *testWorld {
	t.Helper()
	t.Setenv(childOfTest, "fake")
	exe, err := os.Executable()
	require.NoError(t, err)
	w := fakeWorld(append([]string{"windlass"}, args...)...)
	w.Executable = exe
	return w
}

func TestBackground(t *testing.T) {
	dir, src, mnt := place(t)
	log := filepath.Join(dir, "log")
	w := background(t, "mount", "-d", "--log", log, src, mnt)
	require.Equal(t, exitOK, run(w.world), w.err.String())
	b, err := os.ReadFile(log)
	require.NoError(t, err)
	require.Contains(t, string(b), "msg=mounted")
	_, rest, _ := strings.Cut(w.err.String(), "(process ")
	pid := 0
	for _, c := range strings.TrimSuffix(rest, ")\n") {
		pid = pid*10 + int(c-'0')
	}
	require.Equal(t, "windlass: mounted "+src+" on "+mnt+" (process "+rest, w.err.String())
	cwd, err := os.Readlink("/proc/" + strings.TrimSuffix(rest, ")\n") + "/cwd")
	require.NoError(t, err)
	require.Equal(t, "/", cwd)
	require.NoError(t, syscall.Kill(pid, unix.SIGTERM))
	require.Eventually(t, func() bool { b, _ := os.ReadFile(log); return strings.Contains(string(b), "unmounted") }, 10*time.Second, time.Millisecond)
}

// TestBackgroundError: what the parent cannot know before comes back from the
// child, with its exit code.
func TestBackgroundError(t *testing.T) {
	_, src, mnt := place(t)
	w := background(t, "mount", "-d", "-x", "broken", src, mnt)
	require.Equal(t, exitGraph, run(w.world))
	require.True(t, strings.HasSuffix(w.err.String(), "windlass: volume \"broken\": cannot start\n"), w.err.String())
	w = background(t, "mount", "-d", src, mnt)
	w.Executable = "/bin/true"
	require.Equal(t, exitRuntime, run(w.world))
	require.Equal(t, "windlass: the background process ended before it was ready: <nil>\n  hint: try it in the foreground\n", w.err.String())
	w.Executable = "/does/not/exist"
	require.Equal(t, exitRuntime, run(w.world))
}

// TestBenchChild: the process that bench starts ends with its parent's end of
// the pipe.
func TestBenchChild(t *testing.T) {
	_, src, mnt := place(t)
	w := background(t)
	c, err := w.startChild([]string{"mount", "-q", src, mnt}, childBench)
	require.NoError(t, err)
	require.NoError(t, c.ready(t.Context()))
	c.forget()
	select {
	case <-c.exited:
		require.NoError(t, c.err)
	case <-time.After(10 * time.Second):
		c.stop()
		t.Fatal("it goes on without its parent")
	}
	c, err = w.startChild([]string{"mount", "-q", src, mnt}, childBench)
	require.NoError(t, err)
	require.NoError(t, c.ready(t.Context()))
	c.stop()
	require.NoError(t, c.err)
	c.forget()
}

func TestUmount(t *testing.T) {
	dir, _, mnt := place(t)
	info := func(typ string) []*mountinfo.Info {
		return []*mountinfo.Info{{ID: 7, Mountpoint: mnt, FSType: typ, Source: "/srv"}}
	}
	for _, tc := range []struct {
		name string
		args []string
		set  func(*testWorld)
		code int
		want string
	}{
		{"fine", []string{mnt}, func(w *testWorld) { w.mounts = info(fsType) }, exitOK, ""},
		{"lazy", []string{"-l", mnt + "/"}, func(w *testWorld) { w.mounts = info(fsType) }, exitOK, ""},
		{"not mounted", []string{mnt, dir + "/no"}, nil, exitMountpoint, "windlass: DIR/mnt is not mounted\n  hint: findmnt -t fuse.windlass lists what is\nwindlass: DIR/no is not mounted\n  hint: findmnt -t fuse.windlass lists what is\n"},
		{"another type", []string{mnt}, func(w *testWorld) { w.mounts = info("tmpfs") }, exitMountpoint, "windlass: DIR/mnt is not a mount of windlass but of type tmpfs\n  hint: umount DIR/mnt\n"},
		{"busy", []string{mnt}, func(w *testWorld) {
			w.mounts = info(fsType)
			w.Host.Umount2 = func(string, int) error { return unix.EBUSY }
		}, exitRuntime, "windlass: DIR/mnt is in use\n  hint: fuser -vm DIR/mnt shows by whom; windlass umount -l DIR/mnt detaches it\n"},
		{"no right", []string{mnt}, func(w *testWorld) {
			w.mounts = info(fsType)
			w.Host.Umount2 = func(string, int) error { return unix.EPERM }
		}, exitRuntime, "windlass: DIR/mnt: no right to unmount\n  hint: run as root, or as the one who mounted it\n"},
		{"fusermount", []string{"-l", mnt}, func(w *testWorld) {
			w.mounts = info(fsType)
			w.Host.MayMount = func() bool { return false }
			w.Host.LookPath = func(name string) (string, error) { return "/bin/" + name, nil }
			w.Host.Run = func(name string, args ...string) ([]byte, error) {
				w.mounts = nil
				if name+" "+strings.Join(args, " ") != "/bin/fusermount3 -u -z "+mnt {
					return nil, errors.New("wrong call")
				}
				return nil, nil
			}
		}, exitOK, ""},
		{"fusermount says busy", []string{mnt}, func(w *testWorld) {
			w.mounts = info(fsType)
			w.Host.MayMount = func() bool { return false }
			w.Host.LookPath = func(name string) (string, error) { return "/bin/" + name, nil }
			w.Host.Run = func(string, ...string) ([]byte, error) {
				return []byte("fusermount3: failed to unmount: Device or resource busy\n"), errors.New("exit status 1")
			}
		}, exitRuntime, "windlass: DIR/mnt is in use\n  hint: fuser -vm DIR/mnt shows by whom; windlass umount -l DIR/mnt detaches it\n"},
		{"of another user", []string{mnt}, func(w *testWorld) {
			w.mounts = info(fsType)
			w.mounts[0].VFSOptions = "rw,user_id=4711,group_id=0"
			w.Host.MayMount = func() bool { return false }
		}, exitRuntime, "windlass: DIR/mnt: no right to unmount\n  hint: run as root, or as the one who mounted it\n"},
		{"no fusermount", []string{mnt}, func(w *testWorld) {
			w.mounts = info(fsType)
			w.Host.MayMount = func() bool { return false }
		}, exitRuntime, "windlass: DIR/mnt: neither the right to mount and unmount nor fusermount3\n"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			w := fakeWorld(append([]string{"windlass", "umount"}, tc.args...)...)
			if tc.set != nil {
				tc.set(w)
			}
			require.Equal(t, tc.code, run(w.world), w.err.String())
			require.Equal(t, tc.want, strings.ReplaceAll(w.err.String(), dir, "DIR"))
		})
	}
}

// TestReload changes the volume file of a mount: what can change does, all of it
// or nothing.
func TestReload(t *testing.T) {
	dir, _, mnt := place(t)
	file := filepath.Join(dir, "g.vol")
	const text = "volume store\n type storage/posix\n option directory src\nend-volume\nvolume trace\n type debug/trace\n%s subvolumes store\nend-volume\n"
	set := func(options string) {
		require.NoError(t, os.WriteFile(file, []byte(strings.Replace(text, "%s", options, 1)), 0o644))
	}
	set("")
	w := fakeWorld("windlass", "mount", file, mnt)
	wait := serve(t, w)
	reload := func(says ...string) {
		t.Helper()
		before := len(w.err.String())
		require.NoError(t, syscall.Kill(os.Getpid(), unix.SIGHUP))
		for _, want := range says {
			require.Eventually(t, func() bool { return strings.Contains(strings.ReplaceAll(w.err.String()[before:], dir, "DIR"), want) }, 10*time.Second, time.Millisecond, want)
		}
	}
	reload("there is nothing new")
	set(" option log-level debug\n")
	reload(`reload: volume trace: option log-level: debug, was info`, "msg=reloaded volumes=1")
	set(" option include-ops stat\n option log-level wrong\n")
	reload("nothing is changed", `DIR/g.vol:8:19: volume \"trace\": option log-level: \"wrong\" is not one of`)
	set(" option include-ops stat\n option log-level error\n")
	reload(`DIR/g.vol:7:9: volume \"trace\": option include-ops is all and cannot change to stat while the graph serves (unmount it and mount it anew)`)
	require.NoError(t, os.WriteFile(file, []byte("volume store\n type storage/posix\n option directory src\n"), 0o644))
	reload("nothing is changed", "DIR/g.vol:")
	require.NoError(t, os.Remove(file))
	reload("there is no such file")
	set("")
	reload("option log-level: info, was debug")
	require.NoError(t, w.server.Unmount())
	require.Equal(t, exitOK, wait())
}
