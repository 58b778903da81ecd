import os
d = os.makedev(8, 17)
print(d, os.major(d), os.minor(d), os.major(0), os.makedev(0, 0))
flags = os.O_RDWR | os.O_APPEND
print(flags & os.O_ACCMODE == os.O_RDWR, bool(flags & os.O_APPEND), bool(flags & os.O_TRUNC), flags & ~os.O_APPEND)
names = [n for n in ("O_CREAT", "O_EXCL", "O_TRUNC", "O_APPEND", "O_DIRECTORY", "O_NOFOLLOW",
                     "O_CLOEXEC") if getattr(os, n) & (os.O_CREAT | os.O_TRUNC)]
print(names, oct(os.O_DIRECTORY), oct(os.O_NOFOLLOW), oct(os.O_CLOEXEC))
try:
    os.no_such_name
except AttributeError as e:
    print(e)
