# Changes a file in many ways and compares it with a copy in memory, like fsx.
#   fsx.py DIRECTORY BACKING SEED COUNT
import ctypes
import errno
import mmap
import os
import random
import sys

directory, backing, seed, count = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
libc = ctypes.CDLL(None, use_errno=True)
rnd = random.Random(seed)
LIMIT = 300_000
KEEP_SIZE, PUNCH_HOLE, ZERO_RANGE = 1, 2, 16

path = os.path.join(directory, "fsx")
fds = [os.open(path, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o644), os.open(path, os.O_RDWR)]
append = os.open(path, os.O_RDWR | os.O_APPEND)
direct = os.open(path, os.O_RDWR | os.O_DIRECT)
model = bytearray()
log = []


def check(got, off, size, what):
    want = bytes(model[off : off + size])
    if got == want:
        return
    at = next((i for i, (a, b) in enumerate(zip(got, want)) if a != b), min(len(got), len(want)))
    print(f"{what} at {off}: {len(got)} bytes, not {len(want)}; they differ from {off + at}")
    print("\n".join(log[-15:]))
    sys.exit(1)


def extend(size):
    if len(model) < size:
        model.extend(b"\0" * (size - len(model)))


def zero(off, size):
    end = min(off + size, len(model))
    if off < end:
        model[off:end] = b"\0" * (end - off)


def fallocate(fd, mode, off, size):
    """Reports whether the backing filesystem can do that."""
    if libc.fallocate(fd, mode, ctypes.c_long(off), ctypes.c_long(size)) == 0:
        return True
    if ctypes.get_errno() == errno.EOPNOTSUPP:
        return False
    raise OSError(ctypes.get_errno(), "fallocate")


for i in range(count):
    op, fd, off = rnd.randrange(12), rnd.choice(fds), rnd.randrange(LIMIT)
    size = rnd.randrange(1, 70_000) if rnd.random() < 0.8 else rnd.randrange(1, 10)
    half = size // 2
    data = bytes([rnd.randrange(256)]) * half + bytes([rnd.randrange(256)]) * (size - half)
    log.append(f"{i}: op {op} at {off} for {size}, file has {len(model)}")
    if op <= 1:
        extend(off)
        model[off : off + size] = data
        assert os.pwrite(fd, data, off) == size
    elif op == 2:
        check(os.pread(fd, size, off), off, size, "read")
    elif op == 3:
        del model[off:]
        extend(off)
        os.ftruncate(fd, off) if rnd.random() < 0.5 else os.truncate(path, off)
    elif op == 4:
        model.extend(data)
        assert os.write(append, data) == size
    elif op == 5 and model:
        with mmap.mmap(fd, len(model)) as m:
            at = off % len(model)
            n = min(size, len(model) - at)
            check(m[at : at + n], at, n, "what is mapped")
            m[at : at + n] = data[:n]
            model[at : at + n] = data[:n]
            if rnd.random() < 0.5:
                m.flush()
    elif op == 6:
        if fallocate(fd, PUNCH_HOLE | KEEP_SIZE, off, size):
            zero(off, size)
    elif op == 7:
        keep = rnd.random() < 0.5
        if fallocate(fd, ZERO_RANGE | (KEEP_SIZE if keep else 0), off, size):
            if not keep:
                extend(off + size)
            zero(off, size)
    elif op == 8 and model:
        start = rnd.randrange(len(model))
        n = min(size, len(model) - start)
        if start < off + n and off < start + n:
            continue
        done = 0
        while done < n:
            k = os.copy_file_range(fds[0], fds[1], n - done, start + done, off + done)
            assert k > 0
            done += k
        piece = bytes(model[start : start + n])
        extend(off)
        model[off : off + n] = piece
    elif op == 9:
        off, size = off & ~4095, (size + 4095) & ~4095
        buf = mmap.mmap(-1, size)
        check(buf[: os.preadv(direct, [buf], off)], off, size, "read past the cache")
    elif op == 10:
        off, size = off & ~4095, (size + 4095) & ~4095
        buf = mmap.mmap(-1, size)
        buf[: len(data)] = data
        extend(off)
        model[off : off + size] = buf[:]
        assert os.pwritev(direct, [buf], off) == size
    elif op == 11:
        os.close(fds[0])
        fds[0] = os.open(path, os.O_RDWR)
    if i % 50 == 0:
        assert os.fstat(fds[1]).st_size == len(model), log[-5:]

for where in directory, backing:
    with open(os.path.join(where, "fsx"), "rb") as f:
        check(f.read(), 0, len(model) + 1, f"the end in {where}")
