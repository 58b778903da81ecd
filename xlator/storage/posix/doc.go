// Package posix is storage/posix, the translator at the bottom of a graph: it
// serves a directory of the machine.
//
// # Handles
//
// Every inode that is alive has one O_PATH descriptor, its handle, in its
// context. All work starts from handles and single names, never from paths, so
// that the objects of a mount survive being renamed from outside, and no
// symbolic link, no ".." and no race between a check and its use leads out of
// the directory. (A directory that somebody moves out of the backing directory
// while the kernel knows it stays reachable through its handle, as it does for
// a process that works in it.) Data goes through real descriptors, opened from
// the handle by way of /proc/self/fd.
//
// A handle is dropped when its inode is forgotten; it is counted, so that
// whoever works with it at that moment finishes with the right object. The
// number of inodes that the kernel may know is therefore the limit of open
// files, which Init raises as far as it can. Long before it is reached the
// kernel is asked to forget what nobody uses, which works for root. When it is
// reached all the same, look-ups fail with EMFILE and the log says what to do.
//
// # Identity
//
// The GFID is made of device, inode number and birth time alone. Nothing is
// stored with the objects, hard links have one GFID, and it survives a
// restart. On filesystems without birth times a reused inode number gives a
// reused GFID, but never while the old object has a handle.
//
// # Whose rights
//
// The process works with its own rights, and relies on the kernel's check
// (default_permissions). Running as root, it makes objects with the caller's
// user, group and, where they matter, supplementary groups, so that ownership,
// set-group-ID directories, quotas and default ACLs come out as they would
// without windlass. With the option check-permissions it does everything that
// names an object with the caller's rights, for mounts on which the kernel
// checks nothing; what the kernel opens by itself, a FIFO say, it then opens
// for everybody. Not running as root, it does everything as itself.
//
// What a filesystem lets root do beyond its limits it lets every caller do here:
// hard limits of quotas and the blocks that are reserved for root do not stop
// this process while it runs as root with CAP_SYS_RESOURCE. What is used is
// charged to the right user all the same, and a server without that capability
// keeps to quotas.
//
// A caller's capabilities are not known here. One who is not root, but may
// make device nodes or override permissions by a capability, is refused.
//
// # What is not passed on
//
// O_DIRECT, because no translator promises aligned memory. Opening devices,
// FIFOs and sockets, which the kernel does by itself. Ioctls but for those of
// file attributes (ioctl.go). Locks between translators, leases, and what only
// a cluster needs: these are answered EOPNOTSUPP, with the reason in the table
// of fops. put and tmpfile need a filesystem with O_TMPFILE.
//
// # Locks
//
// Locks are kept in a table here, by the kernel's lock owners, because all
// callers share one process. The sum of them is put on the backing file too
// (open-file-description locks and flock(2)), so that processes outside of the
// mount and those inside respect each other; waiting for an outsider means
// asking again after a while. See the option share-locks.
//
// # What to call from where
//
// The handlers run in parallel. Lock order: an open directory's lock, then
// nothing; the lock table's, then nothing; xattrop's, then nothing. System
// calls are made under the first and the last, and those of non-blocking locks
// under the second.
package posix
