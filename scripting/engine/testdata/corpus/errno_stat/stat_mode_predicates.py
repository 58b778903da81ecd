import stat
modes = {"reg": 0o100644, "dir": 0o040755, "lnk": 0o120777, "fifo": 0o010600, "sock": 0o140755,
         "chr": 0o020666, "blk": 0o060660}
for name, mode in modes.items():
    flags = [f for f in ("S_ISREG", "S_ISDIR", "S_ISLNK", "S_ISFIFO", "S_ISSOCK", "S_ISCHR",
                         "S_ISBLK") if getattr(stat, f)(mode)]
    print(name, flags, oct(stat.S_IMODE(mode)), oct(stat.S_IFMT(mode)))
print(stat.S_ISDIR(0), stat.S_IFMT(0o777))
for bad in ("x", None, 1.5):
    try:
        stat.S_ISDIR(bad)
    except TypeError as e:
        print(type(e).__name__)
