package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/moby/sys/mountinfo"
	"golang.org/x/sys/unix"

	"github.com/windlassfs/windlass/fops"
	"github.com/windlassfs/windlass/xlator"
)

// fsType is the type by which the mounts of windlass are known.
const fsType = "fuse.windlass"

// statTimeout is how long a directory may take to answer before it counts as
// hanging.
const statTimeout = 10 * time.Second

// resolveMountpoint returns the absolute name without symbolic links. It does
// not look at a mountpoint itself, since that may hang, or fail if the server
// is dead.
func (w *world) resolveMountpoint(path string) (string, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	if dir, err := filepath.EvalSymlinks(filepath.Dir(abs)); err == nil {
		abs = filepath.Join(dir, filepath.Base(abs))
	}
	if m, err := w.mountAt(abs); err != nil || m != nil {
		return abs, err
	}
	if resolved, err := filepath.EvalSymlinks(abs); err == nil {
		abs = resolved
	}
	return abs, nil
}

// mountAt returns what is mounted on a resolved path, the topmost if several
// are, or nil.
func (w *world) mountAt(path string) (*mountinfo.Info, error) {
	all, err := w.Host.Mounts()
	if err != nil {
		return nil, fail(exitRuntime, "", "cannot read the table of mounts: %v", err)
	}
	var top *mountinfo.Info
	for _, m := range all {
		if m.Mountpoint == path {
			top = m
		}
	}
	return top, nil
}

// checkMountpoint finds everything that speaks against mounting there. stale
// is set if a mount of windlass whose server is dead is in the way; nothing
// else can be said until it is cleared.
func (w *world) checkMountpoint(path string, nonEmpty bool, spec *xlator.Spec) (stale bool, err error) {
	m, err := w.mountAt(path)
	if err != nil {
		return false, err
	}
	st, err := statSoon(path, statTimeout)
	switch {
	case errors.Is(err, errNoAnswer):
		return false, fail(exitMountpoint, "is it a mount whose server hangs? umount -l "+path, "%s does not answer", path)
	case errors.Is(err, unix.ENOTCONN) && m != nil && m.FSType == fsType:
		return true, nil
	case errors.Is(err, unix.ENOTCONN):
		return false, fail(exitMountpoint, "umount -l "+path, "%s: a FUSE filesystem whose server is gone is mounted there", path)
	case errors.Is(err, fs.ErrNotExist):
		return false, fail(exitMountpoint, "mkdir -p "+path, "mountpoint %s does not exist", path)
	case err != nil:
		return false, fail(exitMountpoint, "use a directory that you can reach", "mountpoint: %v", err)
	case !st.IsDir():
		return false, fail(exitMountpoint, "use an empty directory", "mountpoint %s is not a directory", path)
	case m != nil && m.FSType == fsType:
		return false, fail(exitMountpoint, "windlass umount "+path, "%s is mounted already, from %s", path, m.Source)
	}
	var errs []error
	if !nonEmpty {
		if d, err := os.Open(path); err == nil {
			if names, _ := d.Readdirnames(1); len(names) > 0 {
				errs = append(errs, fail(exitMountpoint, "use another directory, or -o nonempty to hide what is in it", "mountpoint %s is not empty", path))
			}
			d.Close()
		}
	}
	if !w.Host.MayMount() && unix.Access(path, unix.W_OK|unix.X_OK) != nil {
		errs = append(errs, fail(exitRuntime, "run as root, or use a directory of your own", "no right to mount on %s: it belongs to somebody else", path))
	}
	return false, errors.Join(append(errs, checkShadow(path, spec))...)
}

// checkSources finds directories that are to be served and do not exist. Init
// would find them too, but only one, and not say where it is named.
func checkSources(spec *xlator.Spec) error {
	if spec == nil {
		return nil
	}
	var ps xlator.Problems
	eachSource(spec, func(v *xlator.VolumeSpec, at xlator.Pos, dir string) {
		switch st, err := os.Stat(dir); {
		case errors.Is(err, fs.ErrNotExist):
			ps.Add(at, nearFile(dir, "it must exist before it is mounted"), "volume %q: there is no directory %s", v.Name, dir)
		case err != nil:
			ps.Add(at, "the one who mounts must be able to reach it", "volume %q: %v", v.Name, err)
		case !st.IsDir():
			ps.Add(at, "a mount serves a directory", "volume %q: %s is not a directory", v.Name, dir)
		}
	})
	return ps.Err()
}

// eachSource calls f for each volume that serves a directory, with the place
// where that is named and its absolute name.
func eachSource(spec *xlator.Spec, f func(v *xlator.VolumeSpec, at xlator.Pos, dir string)) {
	for i := range spec.Volumes {
		v := &spec.Volumes[i]
		o, ok := v.Option("directory")
		if v.Type != typePosix || !ok {
			continue
		}
		val, _ := (&xlator.Option{Type: xlator.Path}).Parse(o.Value, o.ValuePos.File)
		if dir, err := filepath.Abs(val.(string)); err == nil {
			f(v, o.ValuePos, dir)
		}
	}
}

// nearFile is a hint for a file that does not exist: the one beside it whose
// name is nearly the same, or other.
func nearFile(path, other string) string {
	entries, _ := os.ReadDir(filepath.Dir(path))
	ext := filepath.Ext(path)
	// What has the same ending is not like it for that.
	var stems, others []string
	for _, e := range entries {
		if stem, same := strings.CutSuffix(e.Name(), ext); same {
			stems = append(stems, stem)
		} else {
			others = append(others, e.Name())
		}
	}
	near := fops.Suggest(filepath.Base(path), others)
	if stem := fops.Suggest(strings.TrimSuffix(filepath.Base(path), ext), stems); stem != "" {
		near = stem + ext
	}
	if near == "" {
		return other
	}
	return didYouMean(filepath.Join(filepath.Dir(path), near), "")
}

// checkShadow refuses mounts that cover the directory that they serve, and
// those inside of it: the server would be its own client there, which loops
// and can lock up.
func checkShadow(mountpoint string, spec *xlator.Spec) error {
	if spec == nil {
		return nil
	}
	var errs []error
	eachSource(spec, func(_ *xlator.VolumeSpec, _ xlator.Pos, dir string) {
		if resolved, err := filepath.EvalSymlinks(dir); err == nil {
			dir = resolved
		}
		switch {
		case within(dir, mountpoint):
			errs = append(errs, fail(exitMountpoint, "use another directory", "a mount on %s would hide its source %s", mountpoint, dir))
		case within(mountpoint, dir):
			errs = append(errs, fail(exitMountpoint, "use a directory outside of it", "mountpoint %s is inside of its source %s: the filesystem would contain itself", mountpoint, dir))
		}
	})
	return errors.Join(errs...)
}

// within reports whether path is dir or below it; both are resolved.
func within(path, dir string) bool {
	return path == dir || dir == "/" || strings.HasPrefix(path, dir+"/")
}

// clearStale detaches the mounts of dead servers from a mountpoint, and says
// so.
func (w *world) clearStale(path string) error {
	// One for each crash that nobody cleaned up after; the bound is for a mount
	// that comes back by itself.
	for range 32 {
		_, err := statSoon(path, statTimeout)
		m, mountErr := w.mountAt(path)
		if mountErr != nil || !errors.Is(err, unix.ENOTCONN) || m == nil || m.FSType != fsType {
			return mountErr
		}
		if err := w.detach(path, true); err != nil {
			return fail(exitMountpoint, "umount -l "+path, "%s: a dead mount is in the way and cannot be removed: %v", path, err)
		}
		fmt.Fprintf(w.Stderr, "windlass: removed a stale mount from %s: its server is gone\n", path)
	}
	return fail(exitMountpoint, "", "%s: stale mounts do not end", path)
}

// detach unmounts by system call where this process may, and by fusermount
// elsewhere.
func (w *world) detach(path string, lazy bool) error {
	if w.Host.MayMount() {
		flags := unix.UMOUNT_NOFOLLOW
		if lazy {
			flags |= unix.MNT_DETACH
		}
		return w.Host.Umount2(path, flags)
	}
	prog, err := w.fusermount()
	if err != nil {
		return err
	}
	args := []string{"-u", path}
	if lazy {
		args = []string{"-u", "-z", path}
	}
	out, err := w.Host.Run(prog, args...)
	if err == nil {
		return nil
	}
	said := strings.TrimSpace(string(out))
	switch {
	case strings.Contains(said, "busy"):
		return unix.EBUSY
	case strings.Contains(said, "not permitted"):
		return unix.EPERM
	}
	if said == "" {
		return err
	}
	return errors.New(said)
}

func (w *world) fusermount() (string, error) {
	for _, name := range []string{"fusermount3", "fusermount"} {
		if p, err := w.Host.LookPath(name); err == nil {
			return p, nil
		}
	}
	return "", errors.New("neither the right to mount and unmount nor fusermount3")
}

// checkFUSE finds out before anything is started whether this system lets
// anybody mount, and us.
func (w *world) checkFUSE() error {
	if !w.Host.MayMount() {
		if _, err := w.fusermount(); err != nil {
			return fail(exitRuntime, "run as root, or install fusermount3 (package fuse3)", "no right to mount")
		}
	}
	f, err := os.OpenFile(w.Host.DevFuse, os.O_RDWR, 0)
	switch {
	case err == nil:
		f.Close()
		return nil
	case errors.Is(err, fs.ErrNotExist):
		return fail(exitRuntime, "modprobe fuse; in a container: --device /dev/fuse", "there is no %s: the kernel has no FUSE", w.Host.DevFuse)
	case errors.Is(err, unix.ENODEV), errors.Is(err, unix.ENXIO):
		return fail(exitRuntime, "modprobe fuse", "%s: the kernel has no FUSE", w.Host.DevFuse)
	case errors.Is(err, fs.ErrPermission) && !w.Host.MayMount():
		return fail(exitRuntime, "run as root, or let users in: chmod 666 "+w.Host.DevFuse, "no right to open %s", w.Host.DevFuse)
	}
	return fail(exitRuntime, "in a container: --device /dev/fuse --cap-add SYS_ADMIN", "%v", err)
}
