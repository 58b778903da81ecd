import errno, os
for code in (errno.ENOENT, errno.EACCES, errno.EIO, errno.ENOSPC):
    try:
        raise OSError(code, os.strerror(code), "/some/path")
    except FileNotFoundError as e:
        print("missing", e)
    except PermissionError as e:
        print("denied", e, e.errno == errno.EACCES)
    except OSError as e:
        print(errno.errorcode[e.errno], e, e.filename)
print(os.strerror(0), os.strerror(2), os.strerror(9999))
try:
    os.strerror("x")
except TypeError as e:
    print(e)
