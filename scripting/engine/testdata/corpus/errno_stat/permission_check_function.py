import errno, stat

def access(mode, uid, gid, owner, group, want):
    shift = 6 if uid == owner else 3 if gid == group else 0
    bits = stat.S_IMODE(mode) >> shift & 7
    if want & ~bits:
        raise PermissionError(errno.EACCES, "Permission denied")
    return bits

for args in ((0o100640, 1, 1, 1, 1, 6), (0o100640, 2, 1, 1, 1, 4), (0o100640, 2, 1, 1, 1, 2),
             (0o100640, 3, 3, 1, 1, 4)):
    try:
        print(stat.filemode(args[0]), access(*args))
    except OSError as e:
        print(type(e).__name__, e, errno.errorcode[e.errno])
