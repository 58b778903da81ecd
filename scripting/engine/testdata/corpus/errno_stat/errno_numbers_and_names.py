import errno
for name in ("EPERM", "ENOENT", "EIO", "EBADF", "EAGAIN", "ENOMEM", "EACCES", "EEXIST", "ENOTDIR", "EISDIR",
             "EINVAL", "ENOSPC", "EROFS",
             "ENOTEMPTY", "ENODATA", "EOPNOTSUPP", "ETIMEDOUT", "ESTALE", "EDQUOT", "ENOSYS", "ELOOP",
             "ENAMETOOLONG", "ERANGE", "EXDEV"):
    n = getattr(errno, name)
    print(name, n, errno.errorcode[n])
print(errno.EWOULDBLOCK == errno.EAGAIN, errno.errorcode[errno.EDEADLOCK], type(errno.errorcode).__name__)
try:
    errno.ENOTHING
except AttributeError as e:
    print(e)
try:
    errno.errorcode[-1]
except KeyError as e:
    print("KeyError", e)
