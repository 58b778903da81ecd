package posix

import (
	"encoding/binary"

	"golang.org/x/sys/unix"

	"github.com/windlassfs/windlass/fops"
)

func devOf(st *unix.Statx_t) uint64 { return unix.Mkdev(st.Dev_major, st.Dev_minor) }

// mix spreads a number's bits over all 64 (the finaliser of splitmix64).
func mix(x uint64) uint64 {
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// gfid derives the identity of an object: the inode number as it is, and a
// digest of the device and the birth time. So within a filesystem two objects
// can have the same GFID only if they have the same number one after another.
func (s *store) gfid(st *unix.Statx_t) (g fops.GFID) {
	dev := devOf(st)
	if st.Ino == s.rootIno && dev == s.rootDev {
		return fops.RootGFID
	}
	d := mix(dev + 0x9e3779b97f4a7c15)
	if st.Mask&unix.STATX_BTIME != 0 {
		d = mix(d ^ uint64(st.Btime.Sec))
		d = mix(d ^ uint64(st.Btime.Nsec))
	}
	if d == 0 {
		d = 1 // the root's
	}
	binary.BigEndian.PutUint64(g[:8], d)
	binary.BigEndian.PutUint64(g[8:], st.Ino)
	return g
}

// ino is the inode number that users see. The mount has one device number for
// all, so objects of a filesystem that is mounted inside the directory get
// numbers of their own; otherwise the roots of two filesystems would look like
// a loop to find(1), and unrelated files like hard links to tar(1).
func (s *store) ino(ino, dev uint64) uint64 {
	if dev == s.rootDev {
		return ino
	}
	if ino = mix(ino ^ mix(dev)); ino == 0 {
		return 1
	}
	return ino
}

// iatt fills b with what st says.
func (s *store) iatt(b *fops.Iatt, st *unix.Statx_t) {
	dev := devOf(st)
	b.GFID = s.gfid(st)
	b.Ino = s.ino(st.Ino, dev)
	b.Dev = dev
	b.Rdev = unix.Mkdev(st.Rdev_major, st.Rdev_minor)
	b.Size, b.Blocks, b.Blksize = st.Size, st.Blocks, st.Blksize
	b.Mode, b.Nlink, b.UID, b.GID = uint32(st.Mode), st.Nlink, st.Uid, st.Gid
	b.Flags = st.Mask
	b.Atime = fops.Timespec{Sec: st.Atime.Sec, Nsec: st.Atime.Nsec}
	b.Mtime = fops.Timespec{Sec: st.Mtime.Sec, Nsec: st.Mtime.Nsec}
	b.Ctime = fops.Timespec{Sec: st.Ctime.Sec, Nsec: st.Ctime.Nsec}
	b.Btime = fops.Timespec{Sec: st.Btime.Sec, Nsec: st.Btime.Nsec}
	b.Attributes, b.AttributesMask = st.Attributes, st.Attributes_mask
}

// observe fills b with an object's attributes if a translator above looks at
// what comes with op. It is for what the kernel does not need, so that a
// failure leaves b unknown and nothing more.
func (s *store) observe(op fops.Op, fd int, b *fops.Iatt) {
	if !s.node.Observed(op) {
		return
	}
	var st unix.Statx_t
	if statxFd(fd, &st) == 0 {
		s.iatt(b, &st)
	}
}
