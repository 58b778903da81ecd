package bench

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"

	"golang.org/x/sys/unix"
)

const (
	kib = 1 << 10
	mib = 1 << 20

	// batchNames is how many names at most an entry workload uses between two
	// untimed clean-ups: large enough for a section of milliseconds on a native
	// filesystem, small enough that the directory's size does not matter.
	batchNames = 512
	// dataFile is the size of each thread's file in the data workloads.
	dataFile = 16 * mib
	// direntBuf is the buffer that C libraries use for readdir.
	direntBuf = 32 * kib

	xattrName = "user.windlass.bench"
	xattrSize = 64
)

// A workload is one row of the table. Only op is timed. Each thread works in a
// directory of its own, so that what is compared is the filesystem, not the
// kernel's lock of one directory.
type workload struct {
	name string
	doc  string
	// bytes of data that one op moves; 0 for metadata.
	bytes int64
	// batch is the most ops between prepare and restore; 0 is without limit.
	batch int
	// shared makes, once per contender, what all threads use; dir is the parent
	// of the threads' directories. As it is large, it is removed only at the end
	// of the run: removing is felt by what comes after.
	shared func(ctx context.Context, dir string) error
	// setup runs once per thread, in the worker's empty directory.
	setup func(w *worker) error
	// fresh runs once per thread and round. What it makes anew there is in another
	// place each time, so the luck of the place is within the spread.
	fresh func(w *worker) error
	// prepare makes ready for n ops, restore undoes what done ops (w.done) left.
	prepare func(w *worker, n int) error
	restore func(w *worker) error
	// op is the i-th operation after prepare.
	op func(w *worker, i int) error
}

// workloads is the table: what "windlass bench" knows, in the order of running
// and of the report. Those that remove many entries come last: some filesystems
// (ext4 without a journal) are slower at making new ones for minutes after.
var workloads = []workload{
	{
		name: "stat", doc: "stat an existing file in a subdirectory",
		setup: setupStat, op: opStat,
	},
	{
		name: "missing", doc: "stat a name that does not exist",
		setup: setupMissing, op: opMissing,
	},
	{
		name: "open", doc: "open an existing file for reading and close it",
		setup: setupFile, op: opOpen,
	},
	{
		name: "rename", doc: "rename a file within its directory to a free name",
		setup: setupRename, op: opRename,
	},
	{
		name: "readdir1k", doc: "open, list and close a directory of 1,000 files",
		shared: makeEntries(1000), setup: setupReaddir(1000), op: opReaddir,
	},
	{
		name: "readdir10k", doc: "open, list and close a directory of 10,000 files",
		shared: makeEntries(10000), setup: setupReaddir(10000), op: opReaddir,
	},
	{
		name: "getxattr", doc: "read a user attribute of 64 bytes of an open file",
		setup: setupXattr, op: opGetxattr,
	},
	{
		name: "setxattr", doc: "replace a user attribute of 64 bytes of an open file",
		setup: setupXattr, op: opSetxattr,
	},
	{
		name: "randread4k", doc: "read 4 KiB at a random block of a 16 MiB file", bytes: 4 * kib, batch: dataFile / (4 * kib),
		setup: setupData(4*kib, true), fresh: freshData, prepare: reopen(unix.FADV_RANDOM), op: opRead,
	},
	{
		name: "randwrite4k", doc: "overwrite 4 KiB at a random block of a 16 MiB file", bytes: 4 * kib,
		setup: setupData(4*kib, true), fresh: freshData, op: opWrite,
	},
	{
		name: "seqread1m", doc: "read a 16 MiB file from its start, 1 MiB at a time", bytes: mib, batch: dataFile / mib,
		setup: setupData(mib, false), fresh: freshData, prepare: reopen(unix.FADV_SEQUENTIAL), op: opRead,
	},
	{
		name: "seqwrite1m", doc: "overwrite a 16 MiB file from its start, 1 MiB at a time", bytes: mib,
		setup: setupData(mib, false), fresh: freshData, op: opWrite,
	},
	{
		name: "create", doc: "create an empty file and close it", batch: batchNames,
		setup: setupNames, restore: restoreUnlinkDone, op: opCreate,
	},
	{
		name: "unlink", doc: "remove an empty file", batch: batchNames,
		setup: setupNames, prepare: prepareFiles, restore: restoreUnlinkRest, op: opUnlink,
	},
	{
		name: "mkdir", doc: "make a directory", batch: batchNames,
		setup: setupNames, restore: restoreRmdirDone, op: opMkdir,
	},
	{
		name: "rmdir", doc: "remove an empty directory", batch: batchNames,
		setup: setupNames, prepare: prepareDirs, restore: restoreRmdirRest, op: opRmdir,
	},
}

// A WorkloadInfo describes one row of the table.
type WorkloadInfo struct {
	Name       string `json:"name"`         // As in Options.Workloads.
	Doc        string `json:"doc"`          // What one operation does, one line.
	BytesPerOp int64  `json:"bytes_per_op"` // Data moved by one operation; 0 for metadata.
}

// Workloads returns all workloads in the order in which they run and appear in
// reports. The slice is the caller's.
func Workloads() []WorkloadInfo {
	infos := make([]WorkloadInfo, len(workloads))
	for i, wl := range workloads {
		infos[i] = WorkloadInfo{wl.name, wl.doc, wl.bytes}
	}
	return infos
}

func workloadNames() []string {
	names := make([]string, len(workloads))
	for i, wl := range workloads {
		names[i] = wl.name
	}
	return names
}

// An unsupportedError says that a contender cannot do a workload at all: the
// cell is skipped, not failed.
type unsupportedError struct{ what, reason string }

func (e *unsupportedError) Error() string { return e.what + ": " + e.reason }

// unsupported returns the reason why err means that the filesystem lacks the
// operation, or "".
func unsupported(err error) string {
	var u *unsupportedError
	var errno unix.Errno
	switch {
	case errors.As(err, &u):
		return u.Error()
	case errors.As(err, &errno) && (errno == unix.ENOSYS || errno == unix.EOPNOTSUPP):
		return errno.Error()
	}
	return ""
}

// --- entries

func setupStat(w *worker) error {
	if err := os.Mkdir(filepath.Join(w.path, "sub"), 0o755); err != nil {
		return err
	}
	w.setNames("sub/file")
	return os.WriteFile(filepath.Join(w.path, "sub/file"), []byte("x"), 0o644)
}

func opStat(w *worker, _ int) error { return sysStat(w.dir, w.names[0], &w.stx) }

func setupMissing(w *worker) error {
	w.setNames("absent")
	return nil
}

func opMissing(w *worker, _ int) error {
	switch err := sysStat(w.dir, w.names[0], &w.stx); err {
	case unix.ENOENT: //nolint:errorlint // A bare errno, in a timed loop.
		return nil
	case nil:
		return errors.New("stat of a name that was never made succeeded")
	default:
		return err
	}
}

func setupFile(w *worker) error {
	w.setNames("file")
	return os.WriteFile(filepath.Join(w.path, "file"), []byte("x"), 0o644)
}

func opOpen(w *worker, _ int) error {
	fd, err := sysOpenat(w.dir, w.names[0], unix.O_RDONLY, 0)
	if err != nil {
		return err
	}
	return sysClose(fd)
}

func setupNames(w *worker) error {
	names := make([]string, batchNames)
	for i := range names {
		names[i] = fmt.Sprintf("entry-%04d", i)
	}
	w.setNames(names...)
	return nil
}

func opCreate(w *worker, i int) error {
	fd, err := sysOpenat(w.dir, w.names[i], unix.O_WRONLY|unix.O_CREAT|unix.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	return sysClose(fd)
}

func opUnlink(w *worker, i int) error { return sysUnlinkat(w.dir, w.names[i], 0) }
func opMkdir(w *worker, i int) error  { return sysMkdirat(w.dir, w.names[i], 0o755) }
func opRmdir(w *worker, i int) error  { return sysUnlinkat(w.dir, w.names[i], unix.AT_REMOVEDIR) }

func prepareFiles(w *worker, n int) error { return w.repeat(0, n, opCreate) }
func prepareDirs(w *worker, n int) error  { return w.repeat(0, n, opMkdir) }

func restoreUnlinkDone(w *worker) error { return w.repeat(0, w.done, opUnlink) }
func restoreRmdirDone(w *worker) error  { return w.repeat(0, w.done, opRmdir) }
func restoreUnlinkRest(w *worker) error { return w.repeat(w.done, w.prepared, opUnlink) }
func restoreRmdirRest(w *worker) error  { return w.repeat(w.done, w.prepared, opRmdir) }

func setupRename(w *worker) error {
	w.setNames("here", "there")
	return os.WriteFile(filepath.Join(w.path, "here"), []byte("x"), 0o644)
}

// opRename goes to and fro; names are swapped, not counted by i, because a
// section may end after any number of them.
func opRename(w *worker, _ int) error {
	if err := sysRenameat(w.dir, w.names[0], w.names[1]); err != nil {
		return err
	}
	w.names[0], w.names[1] = w.names[1], w.names[0]
	return nil
}

// --- directories

// makeEntries works through a descriptor as the timed loops do: with names of
// several parts, a FUSE filesystem would be asked about each part each time.
func makeEntries(n int) func(context.Context, string) error {
	return func(ctx context.Context, dir string) error {
		dir = filepath.Join(dir, "entries")
		if err := os.Mkdir(dir, 0o755); err != nil {
			return err
		}
		w := &worker{dir: -1, fd: -1}
		if err := w.openDir(dir); err != nil {
			return err
		}
		defer func() { _ = w.close() }() // An O_PATH descriptor has nothing to lose.
		for i := range n {
			if err := ctx.Err(); err != nil {
				return err
			}
			w.setNames(fmt.Sprintf("entry-%05d", i))
			if err := opCreate(w, 0); err != nil {
				return err
			}
		}
		return nil
	}
}

func setupReaddir(n int) func(*worker) error {
	return func(w *worker) error {
		w.setNames("entries")
		w.setBuf(direntBuf)
		w.want = n
		return w.openDir(filepath.Dir(w.path)) // All threads list the shared directory.
	}
}

// opReaddir counts what it is given, as any reader must look at each entry: a
// layer that loses some would otherwise look fast.
func opReaddir(w *worker, _ int) error {
	fd, err := sysOpenat(w.dir, w.names[0], unix.O_RDONLY|unix.O_DIRECTORY, 0)
	if err != nil {
		return err
	}
	got := 0
	for {
		n, err := sysGetdents(fd, w.data)
		if err != nil {
			_ = sysClose(fd)
			return err
		}
		if n == 0 {
			break
		}
		for b := w.data[:n]; len(b) > 0; got++ {
			// struct linux_dirent64: ino 8, off 8, reclen 2, type 1, name from 19.
			reclen := int(binary.NativeEndian.Uint16(b[16:]))
			if b[19] == '.' && (b[20] == 0 || b[20] == '.' && b[21] == 0) {
				got-- // "." and ".." are optional.
			}
			b = b[reclen:]
		}
	}
	if err := sysClose(fd); err != nil {
		return err
	}
	if got != w.want {
		return fmt.Errorf("directory of %d entries lists %d", w.want, got)
	}
	return nil
}

// --- extended attributes

func setupXattr(w *worker) error {
	f := filepath.Join(w.path, "file")
	if err := os.WriteFile(f, []byte("x"), 0o644); err != nil {
		return err
	}
	if err := w.open(f, unix.O_RDWR); err != nil {
		return err
	}
	w.setNames(xattrName)
	w.setBuf(xattrSize)
	err := sysFsetxattr(w.fd, w.names[0], w.data)
	for _, no := range []unix.Errno{unix.EOPNOTSUPP, unix.ENOSYS, unix.EPERM} {
		if errors.Is(err, no) {
			return &unsupportedError{"user extended attributes", no.Error()}
		}
	}
	return err
}

func opGetxattr(w *worker, _ int) error {
	n, err := sysFgetxattr(w.fd, w.names[0], w.data)
	if err == nil && n != xattrSize {
		err = fmt.Errorf("attribute of %d bytes has %d", xattrSize, n)
	}
	return err
}

// opSetxattr changes the value each time: some filesystems do nothing for the
// same one.
func opSetxattr(w *worker, _ int) error {
	w.data[0]++
	return sysFsetxattr(w.fd, w.names[0], w.data)
}

// --- data

// setupData lays out the order of blocks: the same for every contender.
func setupData(block int, random bool) func(*worker) error {
	return func(w *worker) error {
		w.setBuf(block)
		w.offsets = make([]int64, dataFile/block)
		for i := range w.offsets {
			w.offsets[i] = int64(i) * int64(block)
		}
		if random {
			r := rand.New(rand.NewPCG(uint64(w.id), 1))
			r.Shuffle(len(w.offsets), func(i, j int) { w.offsets[i], w.offsets[j] = w.offsets[j], w.offsets[i] })
		}
		return nil
	}
}

// freshData writes a new file, so that no timed write has to allocate blocks
// and reads find the backing store's pages in memory. It writes from start to
// end in large pieces, whatever the order and size of blocks.
func freshData(w *worker) error {
	file := filepath.Join(w.path, "file")
	if err := os.Remove(file); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := w.open(file, unix.O_RDWR|unix.O_CREAT|unix.O_EXCL); err != nil {
		return err
	}
	if w.buf[0] == 0 { // The thread's first: no filesystem should see only zeros.
		_, _ = rand.NewChaCha8([32]byte{1}).Read(w.buf) // Never fails.
		w.buf[0] = 1
	}
	return w.repeat(0, dataFile/mib, func(w *worker, i int) error {
		n, err := sysPwrite(w.fd, w.buf, int64(i)*mib)
		if err == nil && n != len(w.buf) {
			err = fmt.Errorf("write of %d bytes wrote %d", len(w.buf), n)
		}
		return err
	})
}

// reopen makes a FUSE filesystem that does not keep pages over an open lose
// them. The advice keeps the kernel's guesses about read-ahead the same for
// all: none for random blocks.
func reopen(advice int) func(*worker, int) error {
	return func(w *worker, _ int) error {
		if err := w.open(filepath.Join(w.path, "file"), unix.O_RDONLY); err != nil {
			return err
		}
		// Advice is only that: a filesystem may refuse it.
		_ = unix.Fadvise(w.fd, 0, 0, advice)
		return nil
	}
}

func opRead(w *worker, _ int) error {
	n, err := sysPread(w.fd, w.data, w.offset())
	if err == nil && n != len(w.data) {
		err = fmt.Errorf("read of %d bytes returned %d", len(w.data), n)
	}
	return err
}

func opWrite(w *worker, _ int) error {
	n, err := sysPwrite(w.fd, w.data, w.offset())
	if err == nil && n != len(w.data) {
		err = fmt.Errorf("write of %d bytes wrote %d", len(w.data), n)
	}
	return err
}
