package fuse

import (
	"context"
	"errors"
	"fmt"
	"log"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	gofuse "github.com/hanwen/go-fuse/v2/fuse"
	"golang.org/x/sys/unix"

	"github.com/windlassfs/windlass/xlator"
)

// A Server is a mounted graph.
type Server struct {
	bridge     *bridge
	dev        *device
	mountpoint string
	// watcher is our end of the socket of fusermount3's auto_unmount: it
	// unmounts when the last copy of this is closed.
	watcher *os.File
	done    chan struct{}
}

// Mount mounts an initialised graph on a directory and begins to serve it. It
// returns when the mount answers. The graph stays the caller's, who ends it
// after Wait. A mountpoint of the form /dev/fd/N is the descriptor of a mount
// that a privileged parent has made (mount.fuse3's drop_privileges).
func Mount(g *xlator.Graph, mountpoint string, o Options) (*Server, error) {
	if o.Log == nil {
		o.Log = slog.Default()
	}
	if o.MaxWrite == 0 {
		o.MaxWrite = 1 << 20
	}
	mountpoint, err := filepath.Abs(mountpoint)
	if err != nil {
		return nil, err
	}
	s := &Server{bridge: newBridge(g, o), mountpoint: mountpoint, done: make(chan struct{})}
	fd, err := s.mount(&o)
	if err != nil {
		return nil, fmt.Errorf("mount %s: %w", mountpoint, err)
	}
	s.dev = newDevice(fd, gofuse.NewProtocolServer(s.bridge, protocolOptions(&o)), o.MaxWrite, o.Log)
	if err := s.dev.init(); err != nil {
		err = fmt.Errorf("mount %s: the kernel's first request: %w", mountpoint, err)
		return nil, errors.Join(err, s.UnmountLazy(), unix.Close(fd))
	}
	s.bridge.start(s.dev)
	g.SetKernel(s.bridge)
	s.dev.start()
	s.bridge.enable(s.mountpoint, o.Log)
	go func() {
		s.dev.wait()
		s.bridge.disable()
		s.detachDead()
		s.bridge.stop()
		s.bridge.closeAll()
		_ = unix.Close(fd)
		if s.watcher != nil {
			s.watcher.Close()
		}
		close(s.done)
	}()
	return s, nil
}

// extraCapabilities are asked of the kernel besides go-fuse's own. The
// bridge hands the umask down (DONT_MASK), because storage must know whether a
// default ACL replaces it; it hands down when privileges are to be dropped
// (HANDLE_KILLPRIV_V2), which saves a request for security.capability at every
// write.
const extraCapabilities = gofuse.CAP_DONT_MASK | gofuse.CAP_HANDLE_KILLPRIV_V2 | gofuse.CAP_READDIRPLUS_AUTO | gofuse.CAP_ASYNC_DIO | gofuse.CAP_DIRECT_IO_ALLOW_MMAP

// protocolOptions are what go-fuse needs to speak the protocol.
func protocolOptions(o *Options) *gofuse.MountOptions {
	m := &gofuse.MountOptions{
		MaxWrite:      o.MaxWrite,
		MaxReadAhead:  o.MaxWrite,
		MaxBackground: o.MaxBackground,
		EnableLocks:   true,
		EnableAcl:     o.ACL && o.DefaultPermissions,
		Debug:         o.Debug,

		ExtraCapabilities:    extraCapabilities,
		DisabledCapabilities: gofuse.CAP_PASSTHROUGH | gofuse.CAP_NO_OPEN_SUPPORT,
	}
	if m.MaxBackground == 0 {
		m.MaxBackground = 64
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

// mount makes the mount and returns the descriptor of its connection.
func (s *Server) mount(o *Options) (int, error) {
	var fd int
	if n, err := fmt.Sscanf(s.mountpoint, "/dev/fd/%d", &fd); n == 1 && err == nil {
		unix.CloseOnExec(fd)
		return fd, nil
	}
	if os.Geteuid() == 0 && !o.AutoUnmount {
		return s.mountDirect(o)
	}
	return s.mountHelper(o)
}

// words are the mount options that the kernel and fusermount3 both know.
func words(o *Options) []string {
	out := append(slices.Clone(o.Extra), fmt.Sprintf("max_read=%d", o.MaxWrite))
	if o.AllowOther {
		out = append(out, "allow_other")
	}
	if o.DefaultPermissions {
		out = append(out, "default_permissions")
	}
	return out
}

// mountDirect calls mount(2) itself.
func (s *Server) mountDirect(o *Options) (int, error) {
	var st unix.Stat_t
	if err := unix.Stat(s.mountpoint, &st); err != nil {
		return -1, err
	}
	fd, err := unix.Open("/dev/fuse", unix.O_RDWR|unix.O_CLOEXEC, 0)
	if err != nil {
		return -1, fmt.Errorf("/dev/fuse: %w", err)
	}
	flags := o.MountFlags
	if o.ReadOnly {
		flags |= unix.MS_RDONLY
	}
	source, typ := o.FsName, "fuse"
	if o.Subtype != "" {
		typ += "." + o.Subtype
	}
	if source == "" {
		source = typ
	}
	data := append(words(o), fmt.Sprintf("fd=%d", fd), fmt.Sprintf("rootmode=%o", st.Mode&unix.S_IFMT),
		fmt.Sprintf("user_id=%d", os.Geteuid()), fmt.Sprintf("group_id=%d", os.Getegid()))
	if err := unix.Mount(source, s.mountpoint, typ, flags, strings.Join(data, ",")); err != nil {
		unix.Close(fd)
		return -1, err
	}
	return fd, nil
}

// flagWords are the flags of mount(2) in the words of fusermount3.
var flagWords = [...]struct {
	flag uintptr
	word string
}{
	{unix.MS_RDONLY, "ro"},
	{unix.MS_NOSUID, "nosuid"},
	{unix.MS_NODEV, "nodev"},
	{unix.MS_NOEXEC, "noexec"},
	{unix.MS_NOATIME, "noatime"},
	{unix.MS_SYNCHRONOUS, "sync"},
	{unix.MS_DIRSYNC, "dirsync"},
}

// mountHelper has fusermount3 make the mount: it may where we may not, and can
// watch this process, to unmount when it dies.
func (s *Server) mountHelper(o *Options) (int, error) {
	bin, err := exec.LookPath("fusermount3")
	if err != nil {
		return -1, err
	}
	pair, err := unix.Socketpair(unix.AF_UNIX, unix.SOCK_STREAM|unix.SOCK_CLOEXEC, 0)
	if err != nil {
		return -1, err
	}
	ours, theirs := os.NewFile(uintptr(pair[0]), "fusermount3"), os.NewFile(uintptr(pair[1]), "fusermount3")
	args := words(o)
	for _, f := range flagWords {
		if o.MountFlags&f.flag != 0 || f.flag == unix.MS_RDONLY && o.ReadOnly {
			args = append(args, f.word)
		}
	}
	for _, named := range [...]struct{ key, value string }{{"fsname", o.FsName}, {"subtype", o.Subtype}} {
		if named.value != "" {
			args = append(args, named.key+"="+named.value)
		}
	}
	if o.AutoUnmount {
		args = append(args, "auto_unmount")
	}
	for i, w := range args {
		args[i] = strings.NewReplacer(`\`, `\\`, ",", `\,`).Replace(w)
	}
	cmd := exec.Command(bin, "-o", strings.Join(args, ","), "--", s.mountpoint)
	cmd.ExtraFiles = []*os.File{theirs}
	cmd.Env = append(os.Environ(), "_FUSE_COMMFD=3")
	// The watching process keeps its standard error, so it must not be a pipe
	// that is read to its end.
	stderr, err := os.CreateTemp("", "windlass-fusermount-*")
	if err != nil {
		return -1, errors.Join(err, ours.Close(), theirs.Close())
	}
	defer stderr.Close()
	os.Remove(stderr.Name())
	cmd.Stderr = stderr
	err = cmd.Start()
	theirs.Close()
	if err != nil {
		return -1, errors.Join(err, ours.Close())
	}
	// A fusermount3 that watches stays until the unmount, so what it sends is
	// waited for and not its end. If it fails it closes its end of the socket.
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	fd, err := receiveFd(pair[0])
	if err != nil {
		if text, readErr := os.ReadFile(fmt.Sprintf("/proc/self/fd/%d", stderr.Fd())); <-ended != nil && readErr == nil && len(text) > 0 {
			err = errors.New(strings.TrimSpace(string(text)))
		}
		return -1, errors.Join(err, ours.Close())
	}
	if !o.AutoUnmount {
		return fd, errors.Join(<-ended, ours.Close())
	}
	s.watcher = ours
	return fd, nil
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

// detachDead takes the mount out of the tree if it is still there, as after an
// abort or a forced unmount while files were open: all that it could answer is
// ENOTCONN.
func (s *Server) detachDead() {
	var st unix.Statfs_t
	if unix.Statfs(s.mountpoint, &st) == unix.ENOTCONN {
		_ = s.unmount(unix.MNT_DETACH, "-uz")
	}
}

// Mountpoint returns the absolute path of the mount.
func (s *Server) Mountpoint() string { return s.mountpoint }

// Wait returns when the mount is gone, whoever removed it, no request is under
// way, and all open files have been released.
func (s *Server) Wait() { <-s.done }

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
