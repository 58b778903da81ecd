import os
print(os.sep, os.altsep, os.pathsep, os.curdir, os.pardir, os.extsep, repr(os.linesep), os.name, os.devnull,
      os.defpath)
print(os.O_RDONLY, os.O_WRONLY, os.O_RDWR, os.O_CREAT, os.O_EXCL, os.O_TRUNC, os.O_APPEND, os.O_NONBLOCK)
print(os.F_OK, os.R_OK, os.W_OK, os.X_OK, os.SEEK_SET, os.SEEK_CUR, os.SEEK_END, os.path.sep, os.path.curdir)
import posixpath
print(os.path is posixpath, os.path.__name__, os.error is OSError, type(os.getpid()).__name__, os.getpid() > 0)
print(os.O_RDWR | os.O_CREAT, bool(os.O_WRONLY & os.O_ACCMODE), os.O_SYNC & os.O_DSYNC == os.O_DSYNC)
