import stat
print(oct(stat.S_IFDIR), oct(stat.S_IFREG), oct(stat.S_IFLNK), oct(stat.S_ISUID), oct(stat.S_ISVTX))
print(stat.S_IRWXU | stat.S_IRWXG | stat.S_IRWXO == 0o777, oct(stat.S_IRUSR | stat.S_IWGRP | stat.S_IXOTH))
print(stat.ST_MODE, stat.ST_INO, stat.ST_SIZE, stat.ST_MTIME, stat.ST_UID)
mode = stat.S_IFREG | stat.S_IRUSR | stat.S_IWUSR | stat.S_IRGRP
print(oct(mode), stat.filemode(mode), bool(mode & stat.S_IWGRP), oct(mode & ~stat.S_IRUSR))
names = sorted((getattr(stat,
                        n),
                        n) for n in dir(stat) if n.startswith("S_I") and n[3:4] in "RWX" and n[3:6] not in ("RWX",))
print([n for _, n in names])
