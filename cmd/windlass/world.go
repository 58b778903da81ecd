package main

import (
	"io"
	"os"
	"os/exec"
	"time"

	"github.com/moby/sys/mountinfo"
	"golang.org/x/sys/unix"

	"github.com/windlassfs/windlass/xlator"
	"github.com/windlassfs/windlass/xlator/fuse"
)

// A world is all that the command sees of the outside, so that a test can put
// it into another one. No code below main ends the process or reads os.Args.
type world struct {
	Args           []string
	Env            func(string) string
	Stdout, Stderr io.Writer
	// Colour and Progress say whether the table on Stdout may be coloured and
	// whether Stderr is a terminal that a line can be rewritten on.
	Colour, Progress bool
	// Executable is this program, for starting it again.
	Executable string
	// Registry has the translator types.
	Registry *xlator.Registry
	Host     host
	Now      func() time.Time

	// helper is set if mount(8) has called: it says little if all is well.
	helper bool
	// lost is set if messages go nowhere.
	lost bool
}

// host is what the command asks of the operating system about mounts.
type host struct {
	// Mounts returns the mount table, parents before what is mounted on them.
	Mounts func() ([]*mountinfo.Info, error)
	// LookPath finds a program.
	LookPath func(string) (string, error)
	// MayMount reports whether this process may call mount(2) by itself.
	MayMount func() bool
	// Terminal reports whether this process has a controlling terminal.
	Terminal func() bool
	// DevFuse is the FUSE device.
	DevFuse string
	// Mount serves a graph on a mountpoint.
	Mount func(*xlator.Graph, string, fuse.Options) (server, error)
	// Umount2 is umount2(2).
	Umount2 func(path string, flags int) error
	// Run starts a program and returns what it says.
	Run func(name string, args ...string) ([]byte, error)
}

// A server is a mounted graph.
type server interface {
	// Wait returns when the filesystem is unmounted, from in- or outside.
	Wait()
	// Unmount detaches it; EBUSY if somebody uses it.
	Unmount() error
	// UnmountLazy detaches it from the tree now, and for those who use it when
	// they let go.
	UnmountLazy() error
}

// realWorld is the one that main runs in.
func realWorld() *world {
	exe, err := os.Executable()
	if err != nil {
		exe = "/proc/self/exe"
	}
	return &world{
		Args:       os.Args,
		Env:        os.Getenv,
		Stdout:     os.Stdout,
		Stderr:     os.Stderr,
		Colour:     isTerminal(os.Stdout) && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb",
		Progress:   isTerminal(os.Stderr) && os.Getenv("TERM") != "dumb",
		Executable: exe,
		Registry:   registry(),
		Now:        time.Now,
		Host: host{
			Mounts:   func() ([]*mountinfo.Info, error) { return mountinfo.GetMounts(nil) },
			LookPath: exec.LookPath,
			MayMount: mayMount,
			Terminal: hasTerminal,
			DevFuse:  "/dev/fuse",
			Mount:    mountGraph,
			Umount2:  unix.Unmount,
			Run:      func(name string, args ...string) ([]byte, error) { return exec.Command(name, args...).CombinedOutput() },
		},
	}
}

// isTerminal reports whether f is one.
func isTerminal(f *os.File) bool {
	_, err := unix.IoctlGetTermios(int(f.Fd()), unix.TCGETS)
	return err == nil
}

// mayMount asks for the capability and not for the user id, since root in a
// container often lacks it.
func mayMount() bool {
	hdr := unix.CapUserHeader{Version: unix.LINUX_CAPABILITY_VERSION_3}
	var data [2]unix.CapUserData
	if err := unix.Capget(&hdr, &data[0]); err != nil {
		return os.Geteuid() == 0
	}
	return data[0].Effective&(1<<unix.CAP_SYS_ADMIN) != 0
}
