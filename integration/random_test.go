package integration

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/sys/unix"
)

// TestRandomCalls makes the same random calls natively and through a mount, by
// root and by two other users, on names and on descriptors that stay open while
// what they are of changes, and compares results, attributes and content.
// In the kind "outside" half of the calls go round the mount, to the directory
// that it serves. SEED and CALLS make it another and a longer run, OPTIONS mounts otherwise.
func TestRandomCalls(t *testing.T) {
	needMount(t)
	seed, calls := numberOf(t, "SEED", 1), numberOf(t, "CALLS", 4000)
	all := stacks(t)
	for _, s := range []stack{all[0], all[len(all)-1]} {
		for kind, opts := range map[string][]string{"cache": {"allow_other"}, "no-cache": noCache, "outside": noCache} {
			t.Run(s.name+"-"+kind, func(t *testing.T) {
				t.Parallel()
				base := openTempDir(t)
				backing := filepath.Join(base, "backing")
				native := filepath.Join(base, "native")
				require.NoError(t, os.Mkdir(backing, 0o755))
				require.NoError(t, os.Mkdir(native, 0o755))
				opts := append([]string{"suid", "dev"}, opts...)
				if more := os.Getenv("OPTIONS"); more != "" {
					opts = append(opts, more)
				}
				m := mountStack(t, s, backing, opts...)
				var lines [2][]string
				for i, dir := range []string{native, m.mnt} {
					p := newPlayer(t, dir, uint64(seed))
					if kind == "outside" {
						p.outside = []string{native, backing}[i]
					}
					for range calls {
						p.step()
					}
					p.end()
					lines[i] = p.lines
				}
				requireSameLines(t, lines[0], lines[1])
				requireSameLines(t, tree(t, native), tree(t, m.mnt))
				requireSameLines(t, tree(t, native), tree(t, backing))
			})
		}
	}
}

func numberOf(t *testing.T, env string, otherwise int) int {
	if s := os.Getenv(env); s != "" {
		n, err := strconv.Atoi(s)
		require.NoError(t, err)
		return n
	}
	return otherwise
}

// A player makes random calls in a directory.
type player struct {
	recorder
	// outside, if not empty, is where half of the calls go.
	outside string
	// base is where a call goes.
	base  string
	rnd   *rand.Rand
	fds   [6]int
	maps  [2][]byte
	users []chan func()
}

func newPlayer(t *testing.T, dir string, seed uint64) *player {
	require.NoError(t, os.Chmod(dir, 0o777))
	p := &player{recorder: recorder{dir: dir}, rnd: rand.New(rand.NewPCG(seed, 7))}
	for i := range p.fds {
		p.fds[i] = -1
	}
	for _, u := range [][]int{{0, 0}, {1234, 5678}, {1235, 5678, 99}} {
		do := make(chan func())
		p.users = append(p.users, do)
		go func() {
			// The thread is thrown away with its credentials.
			runtime.LockOSThread()
			if err := unix.Unshare(unix.CLONE_FS); err != nil { // each has a umask
				t.Errorf("unshare: %v", err)
			}
			if u[0] != 0 {
				become(t, u[0], u[1], u[2:])
			}
			for f := range do {
				f()
			}
		}()
	}
	return p
}

func (p *player) path(name string) string { return filepath.Join(p.base, name) }

// end closes what is open.
func (p *player) end() {
	for i := range p.maps {
		if p.maps[i] != nil {
			p.note("munmap", unix.Munmap(p.maps[i]))
		}
	}
	for i := range p.fds {
		if p.fds[i] >= 0 {
			p.note("close", unix.Close(p.fds[i]))
		}
	}
	for _, u := range p.users {
		close(u)
	}
}

// step makes one call as one of the users.
func (p *player) step() {
	user := p.rnd.IntN(len(p.users))
	done := make(chan struct{})
	p.users[user] <- func() {
		defer close(done)
		before := len(p.lines)
		p.call()
		for i := before; i < len(p.lines); i++ {
			p.lines[i] = fmt.Sprintf("%d %d: %s", len(p.lines), user, p.lines[i])
		}
	}
	<-done
}

var playNames = []string{"a", "b", "c", "d", "e", "d/a", "d/b", "d/e", "e/a", "e/d", "d/e/a", "d/e/d"}

func (p *player) name() string { return playNames[p.rnd.IntN(len(playNames))] }

// pos is a place in a file: often the same, often at the edge of a page.
func (p *player) pos() int64 {
	switch p.rnd.IntN(4) {
	case 0:
		return int64(p.rnd.IntN(20)) * 4096
	case 1:
		return int64(p.rnd.IntN(20))*4096 - 1 + int64(p.rnd.IntN(3))
	}
	return int64(p.rnd.IntN(70000))
}

func (p *player) size() int {
	if p.rnd.IntN(8) == 0 {
		return p.rnd.IntN(300000)
	}
	return p.rnd.IntN(9000)
}

func (p *player) data() []byte {
	b := make([]byte, p.size())
	x := byte(p.rnd.IntN(256))
	for i := range b {
		b[i] = x + byte(i*7>>3)
	}
	return b
}

// sum shortens what was read.
func sum(b []byte) string { return fmt.Sprintf("%d:%08x", len(b), crc32.ChecksumIEEE(b)) }

// fstat writes down the attributes of a descriptor.
func (p *player) fstat(fd int) {
	var st unix.Stat_t
	if err := unix.Fstat(fd, &st); err != nil {
		p.note("fstat", err)
		return
	}
	p.statLine("fstat", &st)
}

func (p *player) lstat(name string) {
	var st unix.Stat_t
	if err := unix.Lstat(p.path(name), &st); err != nil {
		p.note("lstat "+name, err)
		return
	}
	p.statLine("lstat "+name, &st)
}

// longAgo is before every time at which something can happen by itself.
const longAgo = 1 << 30

func (p *player) statLine(what string, st *unix.Stat_t) {
	size := st.Size
	if st.Mode&unix.S_IFMT == unix.S_IFDIR {
		size = 0
	}
	mtime := st.Mtim.Sec
	if mtime > longAgo || st.Mode&unix.S_IFMT == unix.S_IFIFO {
		mtime = -1 // what goes through a FIFO, FUSE never hears of
	}
	p.note(what, nil, fmt.Sprintf("%o", st.Mode), st.Nlink, st.Uid, st.Gid, size, st.Rdev, mtime)
}

func (p *player) call() {
	p.base = p.dir
	if p.outside != "" && p.rnd.IntN(2) == 0 {
		p.base = p.outside
	}
	x, y := p.name(), p.name()
	slot := p.rnd.IntN(len(p.fds))
	fd := p.fds[slot]
	v := p.rnd.IntN(1 << 16)
	at := []int{0, unix.AT_SYMLINK_FOLLOW}[v%2]
	flag := func(all ...int) (f int) {
		for _, a := range all {
			if p.rnd.IntN(3) == 0 {
				f |= a
			}
		}
		return f
	}
	kind := p.rnd.IntN(47)
	if p.outside != "" && slices.Contains([]int{22, 23, 33, 39}, kind) {
		// Copying and linking from one filesystem to another, mappings, and
		// splicing, for which the kernel does not ask how large a file is.
		return
	}
	if p.outside != "" && (kind == 24 || kind == 26) {
		// Who may change what is open the kernel decides by what it knows.
		p.fstat(fd)
	}
	switch kind {
	case 0, 1, 2, 3, 4, 5:
		flags := []int{unix.O_RDONLY, unix.O_WRONLY, unix.O_RDWR, unix.O_RDWR}[v%4] | unix.O_NONBLOCK
		flags |= flag(unix.O_CREAT, unix.O_CREAT, unix.O_APPEND)
		if p.rnd.IntN(6) == 0 {
			flags |= []int{unix.O_EXCL | unix.O_CREAT, unix.O_TRUNC, unix.O_NOFOLLOW, unix.O_DIRECTORY, unix.O_PATH, unix.O_TMPFILE, unix.O_NOATIME, unix.O_SYNC}[p.rnd.IntN(8)]
		}
		if flags&unix.O_DIRECTORY != 0 {
			flags &^= unix.O_CREAT
		}
		mode := uint32(p.rnd.IntN(0o10000))
		if p.rnd.IntN(4) > 0 {
			mode = 0o666
		}
		got, err := unix.Open(p.path(x), flags|unix.O_CLOEXEC, mode)
		p.note(fmt.Sprintf("open %s %x %o", x, flags, mode), err)
		if err == nil {
			if fd >= 0 {
				// To take locks away at a close the kernel takes its time, and
				// what another test is just starting may have the file too.
				_ = unix.Flock(fd, unix.LOCK_UN)
				_ = unix.FcntlFlock(uintptr(fd), unix.F_OFD_SETLK, &unix.Flock_t{Type: unix.F_UNLCK})
				p.note("close", unix.Close(fd))
			}
			p.fds[slot] = got
			p.fstat(got)
		}
	case 6, 7, 8, 9:
		b, off := p.data(), p.pos()
		n, err := unix.Pwrite(fd, b, off)
		p.note(fmt.Sprintf("pwrite %d %d %d", slot, off, len(b)), err, n)
		p.fstat(fd)
	case 10, 11:
		b := p.data()
		n, err := unix.Write(fd, b)
		p.note(fmt.Sprintf("write %d %d", slot, len(b)), err, n)
		if p.outside != "" {
			// After appending, the kernel is where it believed the end to be.
			_, _ = unix.Seek(fd, int64(v), 0)
		}
		p.fstat(fd)
	case 12, 13, 14:
		b, off := make([]byte, p.size()), p.pos()
		n, err := unix.Pread(fd, b, off)
		p.note(fmt.Sprintf("pread %d %d %d", slot, off, len(b)), err, sum(b[:max(n, 0)]))
	case 15:
		b := make([]byte, p.size())
		n, err := unix.Read(fd, b)
		p.note(fmt.Sprintf("read %d %d", slot, len(b)), err, sum(b[:max(n, 0)]))
	case 16:
		off, whence := p.pos(), p.rnd.IntN(3)
		if whence > 0 {
			off /= 8
		}
		var st unix.Stat_t
		if whence == 2 && unix.Fstat(fd, &st) == nil && st.Mode&unix.S_IFMT != unix.S_IFREG {
			return // how large a directory is, is the filesystem's
		}
		got, err := unix.Seek(fd, off, whence)
		p.note(fmt.Sprintf("seek %d %d %d", slot, off, whence), err, got)
	case 17, 18:
		off := p.pos()
		p.note(fmt.Sprintf("ftruncate %d %d", slot, off), unix.Ftruncate(fd, off))
		p.fstat(fd)
	case 19:
		off := p.pos()
		p.note(fmt.Sprintf("truncate %s %d", x, off), unix.Truncate(p.path(x), off))
		p.lstat(x)
	case 20, 21:
		mode := []uint32{0, unix.FALLOC_FL_KEEP_SIZE, unix.FALLOC_FL_PUNCH_HOLE | unix.FALLOC_FL_KEEP_SIZE, unix.FALLOC_FL_ZERO_RANGE, unix.FALLOC_FL_ZERO_RANGE | unix.FALLOC_FL_KEEP_SIZE}[v%5]
		off, n := p.pos(), p.size()
		p.note(fmt.Sprintf("fallocate %d %x %d %d", slot, mode, off, n), unix.Fallocate(fd, mode, off, int64(n)))
		p.fstat(fd)
	case 22:
		to := p.rnd.IntN(len(p.fds))
		in, out, n := p.pos(), p.pos(), p.size()
		k, err := unix.CopyFileRange(fd, &in, p.fds[to], &out, n, 0)
		p.note(fmt.Sprintf("copy_file_range %d %d %d %d %d", slot, to, in, out, n), err, k)
		p.fstat(p.fds[to])
	case 23:
		to := p.rnd.IntN(len(p.fds))
		off, n := p.pos(), p.size()
		var st unix.Stat_t
		if to == slot || unix.Fstat(fd, &st) != nil || st.Mode&unix.S_IFMT != unix.S_IFREG {
			return
		}
		k, err := unix.Sendfile(p.fds[to], fd, &off, n)
		p.note(fmt.Sprintf("sendfile %d %d", slot, to), err, k)
		p.fstat(p.fds[to])
	case 24:
		mode := uint32(p.rnd.IntN(0o10000)) | 0o600
		p.note(fmt.Sprintf("fchmod %d %o", slot, mode), unix.Fchmod(fd, mode))
		p.fstat(fd)
	case 25:
		mode := uint32(p.rnd.IntN(0o10000)) | 0o700
		p.note(fmt.Sprintf("chmod %s %o", x, mode), unix.Chmod(p.path(x), mode))
		p.lstat(x)
	case 26:
		ids := []int{-1, 0, 1234, 1235, 5678, 99}
		uid, gid := ids[v%4], ids[v/8%6]
		if uid == -1 && gid == -1 {
			return // a stranger hears something else through FUSE
		}
		if v&1024 != 0 {
			p.note(fmt.Sprintf("fchown %d %d %d", slot, uid, gid), unix.Fchown(fd, uid, gid))
			p.fstat(fd)
		} else {
			p.note(fmt.Sprintf("lchown %s %d %d", x, uid, gid), unix.Lchown(p.path(x), uid, gid))
			p.lstat(x)
		}
	case 27:
		ts := []unix.Timespec{{Sec: 5}, {Sec: int64(v), Nsec: int64(v)}}
		if v%5 == 0 {
			ts[1].Nsec = []int64{unix.UTIME_NOW, unix.UTIME_OMIT}[v/8%2]
		}
		p.note(fmt.Sprintf("utimensat %s %v", x, ts), unix.UtimesNanoAt(unix.AT_FDCWD, p.path(x), ts, unix.AT_SYMLINK_NOFOLLOW))
		p.lstat(x)
	case 28:
		p.note(fmt.Sprintf("mkdir %s %o", x, v&0o7777|0o700), unix.Mkdir(p.path(x), uint32(v&0o7777|0o700)))
		p.lstat(x)
	case 29:
		if p.rnd.IntN(3) > 0 {
			return
		}
		p.note("unlink "+x, unix.Unlink(p.path(x)))
	case 30:
		p.note("rmdir "+x, unix.Rmdir(p.path(x)))
	case 31:
		p.note(fmt.Sprintf("rename %s %s", x, y), unix.Renameat2(unix.AT_FDCWD, p.path(x), unix.AT_FDCWD, p.path(y), uint([]int{0, 0, unix.RENAME_NOREPLACE, unix.RENAME_EXCHANGE}[v%4])))
		p.lstat(x)
		p.lstat(y)
	case 32:
		p.note(fmt.Sprintf("link %s %s", x, y), unix.Linkat(unix.AT_FDCWD, p.path(x), unix.AT_FDCWD, p.path(y), at))
		p.lstat(y)
	case 33:
		p.note(fmt.Sprintf("linkat %d %s", slot, y), unix.Linkat(unix.AT_FDCWD, fmt.Sprintf("/proc/self/fd/%d", fd), unix.AT_FDCWD, p.path(y), unix.AT_SYMLINK_FOLLOW))
		p.lstat(y)
	case 34:
		if v%8 > 0 {
			return
		}
		p.note(fmt.Sprintf("symlink %s %s", y, x), unix.Symlink(filepath.Base(y), p.path(x)))
		p.lstat(x)
	case 35:
		typ := []uint32{unix.S_IFIFO, unix.S_IFSOCK, unix.S_IFREG, unix.S_IFCHR}[v%4]
		if v%32 > 3 || p.outside != "" {
			typ = unix.S_IFREG
		}
		p.note(fmt.Sprintf("mknod %s %o", x, typ), unix.Mknod(p.path(x), typ|0o666, 0x103))
		p.lstat(x)
	case 36:
		key := []string{"user.a", "user.b", "trusted.c", "security.d"}[v%4]
		b := p.data()
		b = b[:min(len(b), v/64)]
		if v&8 != 0 {
			p.note(fmt.Sprintf("setxattr %s %s %d", x, key, len(b)), unix.Lsetxattr(p.path(x), key, b, v/16%3))
		} else {
			p.note(fmt.Sprintf("fsetxattr %d %s %d", slot, key, len(b)), unix.Fsetxattr(fd, key, b, v/16%3))
		}
	case 37:
		key := []string{"user.a", "user.b", "trusted.c", "security.d", "security.capability", "system.posix_acl_access"}[v%6]
		b := make([]byte, 4096)
		n, err := unix.Lgetxattr(p.path(x), key, b)
		p.note(fmt.Sprintf("getxattr %s %s", x, key), err, sum(b[:max(n, 0)]))
		n, err = unix.Fgetxattr(fd, key, b[:v%50])
		p.note(fmt.Sprintf("fgetxattr %d %s", slot, key), err, n)
		n, err = unix.Llistxattr(p.path(x), b)
		names := strings.Split(string(b[:max(n, 0)]), "\x00")
		slices.Sort(names)
		p.note("listxattr", err, names)
		if v&64 != 0 {
			p.note("removexattr "+key, unix.Lremovexattr(p.path(x), key))
		}
	case 38:
		if fi, err := os.Lstat(p.path(x)); err == nil && fi.IsDir() {
			list, err := os.ReadDir(p.path(x))
			p.note("list "+x, err)
			for _, e := range list {
				p.note(e.Name(), nil, e.Type())
			}
		}
		target, err := os.Readlink(p.path(x))
		p.note("readlink "+x, err, target)
	case 39:
		p.mapping(fd, v)
	case 40:
		p.note(fmt.Sprintf("access %s %d", x, v%8), unix.Faccessat(unix.AT_FDCWD, p.path(x), uint32(v%8), unix.AT_EACCESS))
		p.content(x)
	case 41:
		p.note("fsync", unix.Fsync(fd))
		how := []int{unix.LOCK_SH, unix.LOCK_EX, unix.LOCK_UN}[v%3] | unix.LOCK_NB
		p.note(fmt.Sprintf("flock %d %d", slot, how), unix.Flock(fd, how))
	case 42:
		k := unix.Flock_t{Type: []int16{unix.F_RDLCK, unix.F_WRLCK, unix.F_UNLCK}[v%3], Start: int64(v % 50), Len: int64(v / 64 % 50)}
		p.note(fmt.Sprintf("ofd lock %d %v", slot, k), unix.FcntlFlock(uintptr(fd), unix.F_OFD_SETLK, &k))
		k.Type = unix.F_WRLCK
		err := unix.FcntlFlock(uintptr(fd), unix.F_OFD_GETLK, &k)
		if p.outside == "" { // the mount has one lock there for all its users
			p.note("who", err, k.Type)
		}
	case 44:
		mask := []int{0, 0o22, 0o77, 0o27, 0o2}[v%5]
		p.note(fmt.Sprintf("umask %o", mask), nil, unix.Umask(mask))
	case 45:
		key := []string{"system.posix_acl_access", "system.posix_acl_default"}[v%2]
		p.note(fmt.Sprintf("setxattr %s %s", x, key), unix.Lsetxattr(p.path(x), key, acl(v), 0))
		p.lstat(x)
		if v&64 != 0 {
			p.note("removexattr "+key, unix.Lremovexattr(p.path(x), key))
			p.lstat(x)
		}
	case 46:
		// Times change with what happens in a directory and to a file.
		ts := []unix.Timespec{{Sec: 5}, {Sec: int64(v)}}
		dir := filepath.Dir(x)
		p.note("utimensat "+dir, unix.UtimesNanoAt(unix.AT_FDCWD, p.path(dir), ts, unix.AT_SYMLINK_NOFOLLOW))
		got, err := unix.Open(p.path(x), unix.O_CREAT|unix.O_RDONLY|unix.O_CLOEXEC|unix.O_NONBLOCK, 0o666)
		p.note("open "+x, err)
		if err == nil {
			unix.Close(got)
		}
		p.lstat(dir)
	case 43:
		// Through a directory that may have been moved or removed.
		var st unix.Stat_t
		err := unix.Fstatat(fd, filepath.Base(x), &st, unix.AT_SYMLINK_NOFOLLOW)
		p.note(fmt.Sprintf("fstatat %d %s", slot, filepath.Base(x)), err)
		if err == nil {
			p.statLine("is", &st)
		}
		p.note("mkdirat", unix.Mkdirat(fd, filepath.Base(y), 0o777))
		err = unix.Fstatat(fd, "..", &st, 0)
		p.note("parent", err, st.Nlink)
	}
}

// content reads a file, and does not wait for who writes into a FIFO.
func (p *player) content(name string) {
	fd, err := unix.Open(p.path(name), unix.O_RDONLY|unix.O_NONBLOCK|unix.O_CLOEXEC, 0)
	p.note("open "+name, err)
	if err != nil {
		return
	}
	defer unix.Close(fd)
	b := make([]byte, 1<<20)
	n, err := unix.Read(fd, b)
	p.note("content", err, sum(b[:max(n, 0)]))
}

// mapping writes to a shared mapping, or makes one.
func (p *player) mapping(fd, v int) {
	i := v % len(p.maps)
	if p.maps[i] == nil {
		var st unix.Stat_t
		if unix.Fstat(fd, &st) != nil || st.Size < 4096 || st.Mode&unix.S_IFMT != unix.S_IFREG {
			return
		}
		m, err := unix.Mmap(fd, 0, 4096, unix.PROT_READ|unix.PROT_WRITE, unix.MAP_SHARED)
		p.note("mmap", err)
		if err != nil {
			return
		}
		// The page may be cut off at any time later, so it is used now.
		at := v % 4000
		p.note("mapped", nil, sum(m))
		copy(m[at:], strconv.Itoa(v))
		// With FUSE the time of the change is that of its writing.
		p.note("msync", unix.Msync(m, unix.MS_SYNC))
		p.maps[i] = m
		p.fstat(fd)
		return
	}
	p.note("munmap", unix.Munmap(p.maps[i]))
	p.maps[i] = nil
}

// acl is a POSIX access control list as extended attributes have it.
func acl(v int) []byte {
	b := binary.LittleEndian.AppendUint32(nil, 2)
	entry := func(tag, perm uint16, id uint32) {
		b = binary.LittleEndian.AppendUint16(b, tag)
		b = binary.LittleEndian.AppendUint16(b, perm)
		b = binary.LittleEndian.AppendUint32(b, id)
	}
	perm := func(shift int) uint16 { return uint16(v >> shift & 7) }
	const none = ^uint32(0)
	entry(1, perm(2)|4, none)
	if v%3 > 0 {
		entry(2, perm(5), 1234)
	}
	entry(4, perm(8), none)
	if v%3 == 2 {
		entry(8, perm(6), 99)
	}
	if v%3 > 0 || v&128 != 0 {
		entry(16, perm(9), none)
	}
	entry(32, perm(11), none)
	return b
}
