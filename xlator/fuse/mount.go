package fuse

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	gofuse "github.com/hanwen/go-fuse/v2/fuse"
	"golang.org/x/sys/unix"

	"github.com/windlassfs/windlass/xlator"
)

// A Server is a mounted graph.
type Server struct {
	srv        *gofuse.Server
	bridge     *bridge
	mountpoint string
	// watcher is our end of the socket of fusermount3's auto_unmount: it
	// unmounts when the last copy of this is closed.
	watcher *os.File

	finish sync.Once
	done   chan struct{}
}

// Mount mounts an initialised graph on a directory and begins to serve it. It
// returns when the mount answers. The graph stays the caller's, who ends it
// after Wait.
func Mount(g *xlator.Graph, mountpoint string, o Options) (*Server, error) {
	if o.Log == nil {
		o.Log = slog.Default()
	}
	mountpoint, err := filepath.Abs(mountpoint)
	if err != nil {
		return nil, err
	}
	s := &Server{bridge: newBridge(g, o), mountpoint: mountpoint, done: make(chan struct{})}
	at := mountpoint
	opts := mountOptions(&o)
	if o.AutoUnmount {
		if at, err = s.mountWatched(opts); err != nil {
			return nil, err
		}
	}
	if s.srv, err = gofuse.NewServer(s.bridge, at, opts); err != nil {
		return nil, fmt.Errorf("mount %s: %w", mountpoint, err)
	}
	s.bridge.start(s.srv)
	g.SetKernel(s.bridge)
	go func() {
		s.srv.Serve()
		s.bridge.stop()
		s.bridge.closeAll()
		close(s.done)
	}()
	if err := s.srv.WaitMount(); err != nil {
		return nil, errors.Join(fmt.Errorf("mount %s: %w", mountpoint, err), s.UnmountLazy())
	}
	return s, nil
}

// extraCapabilities are asked of the kernel besides go-fuse's own. The
// bridge hands the umask down (DONT_MASK), because storage must know whether a
// default ACL replaces it; it hands down when privileges are to be dropped
// (HANDLE_KILLPRIV_V2), which saves a request for security.capability at every
// write.
const extraCapabilities = gofuse.CAP_DONT_MASK | gofuse.CAP_HANDLE_KILLPRIV_V2 | gofuse.CAP_READDIRPLUS_AUTO | gofuse.CAP_ASYNC_DIO

func mountOptions(o *Options) *gofuse.MountOptions {
	m := &gofuse.MountOptions{
		AllowOther:    o.AllowOther,
		FsName:        o.FsName,
		Name:          o.Subtype,
		MaxWrite:      o.MaxWrite,
		MaxReadAhead:  o.MaxWrite,
		MaxBackground: o.MaxBackground,
		EnableLocks:   true,
		EnableAcl:     o.ACL && o.DefaultPermissions,
		DirectMount:   os.Geteuid() == 0,
		DisableSplice: true,
		Debug:         o.Debug,
		Options:       slices.Clone(o.Extra),

		ExtraCapabilities:    extraCapabilities,
		DisabledCapabilities: gofuse.CAP_PASSTHROUGH | gofuse.CAP_NO_OPEN_SUPPORT,
	}
	if m.MaxWrite == 0 {
		m.MaxWrite = 1 << 20
	}
	if m.MaxBackground == 0 {
		m.MaxBackground = 64
	}
	m.DirectMountFlags = o.MountFlags
	if o.ReadOnly {
		m.DirectMountFlags |= unix.MS_RDONLY
	}
	// fusermount3 wants the flags as words.
	if !m.DirectMount || o.AutoUnmount {
		for _, f := range [...]struct {
			flag uintptr
			name string
		}{{unix.MS_RDONLY, "ro"}, {unix.MS_NOSUID, "nosuid"}, {unix.MS_NODEV, "nodev"}, {unix.MS_NOEXEC, "noexec"}, {unix.MS_NOATIME, "noatime"}, {unix.MS_SYNCHRONOUS, "sync"}, {unix.MS_DIRSYNC, "dirsync"}} {
			if m.DirectMountFlags&f.flag != 0 {
				m.Options = append(m.Options, f.name)
			}
		}
	}
	if m.DirectMountFlags == 0 {
		m.DirectMountFlags = unix.MS_MGC_VAL // go-fuse takes zero for its default
	}
	if o.DefaultPermissions {
		m.Options = append(m.Options, "default_permissions")
	}
	level := slog.LevelWarn
	if o.Debug {
		level = slog.LevelDebug
	}
	m.Logger = log.New(logWriter{o.Log, level}, "", 0)
	return m
}

// logWriter passes go-fuse's messages on.
type logWriter struct {
	log   *slog.Logger
	level slog.Level
}

func (w logWriter) Write(p []byte) (int, error) {
	w.log.Log(context.Background(), w.level, strings.TrimSpace(string(p)), "from", "go-fuse")
	return len(p), nil
}

// mountWatched has fusermount3 mount and then watch this process, to unmount
// when it dies. go-fuse closes the socket that it watches, so the mount is
// made here and go-fuse gets the descriptor.
func (s *Server) mountWatched(o *gofuse.MountOptions) (string, error) {
	bin, err := exec.LookPath("fusermount3")
	if err != nil {
		return "", fmt.Errorf("auto_unmount needs fusermount3: %w", err)
	}
	pair, err := unix.Socketpair(unix.AF_UNIX, unix.SOCK_STREAM|unix.SOCK_CLOEXEC, 0)
	if err != nil {
		return "", err
	}
	ours, theirs := os.NewFile(uintptr(pair[0]), "fusermount3"), os.NewFile(uintptr(pair[1]), "fusermount3")
	words := append(slices.Clone(o.Options), "auto_unmount", fmt.Sprintf("max_read=%d", o.MaxWrite))
	if o.AllowOther {
		words = append(words, "allow_other")
	}
	if o.FsName != "" {
		words = append(words, "fsname="+o.FsName)
	}
	if o.Name != "" {
		words = append(words, "subtype="+o.Name)
	}
	for i, w := range words {
		words[i] = strings.NewReplacer(`\`, `\\`, ",", `\,`).Replace(w)
	}
	cmd := exec.Command(bin, "-o", strings.Join(words, ","), "--", s.mountpoint)
	cmd.ExtraFiles = []*os.File{theirs}
	cmd.Env = append(os.Environ(), "_FUSE_COMMFD=3")
	var stderr strings.Builder
	// The watching process keeps its standard error, so it must not be a pipe
	// that is read to its end.
	errFile, err := os.CreateTemp("", "windlass-fusermount-*")
	if err != nil {
		ours.Close()
		theirs.Close()
		return "", err
	}
	defer errFile.Close()
	os.Remove(errFile.Name())
	cmd.Stderr = errFile
	err = cmd.Run()
	theirs.Close()
	if err != nil {
		errFile.Seek(0, io.SeekStart)
		io.Copy(&stderr, errFile)
		ours.Close()
		return "", fmt.Errorf("mount %s: %s: %w", s.mountpoint, strings.TrimSpace(stderr.String()), err)
	}
	fd, err := receiveFd(int(ours.Fd()))
	if err != nil {
		ours.Close()
		return "", fmt.Errorf("mount %s: %w", s.mountpoint, err)
	}
	s.watcher = ours
	return fmt.Sprintf("/dev/fd/%d", fd), nil
}

// receiveFd takes one descriptor from a socket.
func receiveFd(sock int) (int, error) {
	buf, oob := make([]byte, 1), make([]byte, unix.CmsgSpace(4))
	_, n, _, _, err := unix.Recvmsg(sock, buf, oob, unix.MSG_CMSG_CLOEXEC)
	if err != nil {
		return -1, err
	}
	msgs, err := unix.ParseSocketControlMessage(oob[:n])
	if err != nil || len(msgs) == 0 {
		return -1, errors.Join(errors.New("fusermount3 sent no descriptor"), err)
	}
	fds, err := unix.ParseUnixRights(&msgs[0])
	if err != nil || len(fds) == 0 {
		return -1, errors.Join(errors.New("fusermount3 sent no descriptor"), err)
	}
	return fds[0], nil
}

// Mountpoint returns the absolute path of the mount.
func (s *Server) Mountpoint() string { return s.mountpoint }

// Wait returns when the mount is gone, whoever removed it, no request is under
// way, and all open files have been released.
func (s *Server) Wait() {
	<-s.done
	s.finish.Do(func() {
		if s.watcher != nil {
			s.watcher.Close()
		}
	})
}

// Unmount removes the mount. It fails with EBUSY while files in it are open.
func (s *Server) Unmount() error { return s.unmount(0, "-u") }

// UnmountLazy takes the mount out of the tree at once; it ends when the last
// file in it is closed.
func (s *Server) UnmountLazy() error { return s.unmount(unix.MNT_DETACH, "-uz") }

func (s *Server) unmount(flags int, arg string) error {
	select {
	case <-s.done:
		return nil
	default:
	}
	err := unix.Unmount(s.mountpoint, flags)
	if err != unix.EPERM {
		if err == unix.EINVAL { // not mounted any more
			return nil
		}
		return err
	}
	bin, lookErr := exec.LookPath("fusermount3")
	if lookErr != nil {
		return lookErr
	}
	if out, err := exec.Command(bin, arg, "--", s.mountpoint).CombinedOutput(); err != nil {
		if strings.Contains(string(out), "busy") {
			return unix.EBUSY
		}
		return fmt.Errorf("%s: %w", strings.TrimSpace(string(out)), err)
	}
	return nil
}
