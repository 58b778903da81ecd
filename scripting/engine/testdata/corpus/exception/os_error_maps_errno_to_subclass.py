import errno
for name in ("ENOENT", "EEXIST", "EACCES", "EPERM", "ENOTDIR", "EISDIR", "EAGAIN", "EPIPE", "ECONNREFUSED",
             "ETIMEDOUT",
             "EINTR", "ECHILD", "ESRCH", "ECONNRESET", "ECONNABORTED", "ENOSPC", "EIO", "ENOTEMPTY", "EALREADY"):
    e = OSError(getattr(errno, name), "msg")
    print(name, type(e).__name__, isinstance(e, ConnectionError))
print(type(OSError(2)).__name__, type(OSError("2", "x")).__name__)
