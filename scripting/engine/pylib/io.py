"""Streams in memory: StringIO, BytesIO; TextIOWrapper over a stream of bytes.

Also the base classes, UnsupportedOperation, SEEK_SET, SEEK_CUR, SEEK_END and
DEFAULT_BUFFER_SIZE.

Differs: there are no files, so no open, FileIO and buffered readers and writers;
TextIOWrapper decodes the whole stream when it is first read and writes when it is
flushed; its tell and seek know the beginning and the end only.
"""

from abc import ABC

__all__ = [
    "BlockingIOError", "IOBase", "RawIOBase", "BufferedIOBase", "TextIOBase", "BytesIO", "StringIO",
    "TextIOWrapper", "UnsupportedOperation", "SEEK_SET", "SEEK_CUR", "SEEK_END", "DEFAULT_BUFFER_SIZE",
]  # fmt: skip

SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2
DEFAULT_BUFFER_SIZE = 8192

BlockingIOError = BlockingIOError


class UnsupportedOperation(OSError, ValueError):
    """The stream cannot do this."""


class IOBase(ABC):
    """What all streams have in common."""

    _closed = False

    def _unsupported(self, name):
        raise UnsupportedOperation(name)

    def _check_open(self):
        if self._closed:
            raise ValueError("I/O operation on closed file.")

    @property
    def closed(self):
        """Whether the stream was closed."""
        return self._closed

    def close(self):
        """Closes the stream."""
        self._closed = True

    def __enter__(self):
        self._check_open()
        return self

    def __exit__(self, *args):
        self.close()

    def __iter__(self):
        self._check_open()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def fileno(self):
        self._unsupported("fileno")

    def seek(self, pos, whence=SEEK_SET, /):
        self._unsupported("seek")

    def truncate(self, size=None, /):
        self._unsupported("truncate")

    def tell(self):
        return self.seek(0, SEEK_CUR)

    def flush(self):
        self._check_open()

    def isatty(self):
        self._check_open()
        return False

    def readable(self):
        self._check_open()
        return False

    def writable(self):
        self._check_open()
        return False

    def seekable(self):
        self._check_open()
        return False

    def readlines(self, hint=-1, /):
        """Returns the lines, as many as it takes to reach hint bytes or characters."""
        if hint is None or hint <= 0:
            return list(self)
        lines, n = [], 0
        for line in self:
            lines.append(line)
            n += len(line)
            if n >= hint:
                break
        return lines

    def writelines(self, lines, /):
        """Writes all the lines; adds no newlines."""
        self._check_open()
        for line in lines:
            self.write(line)


class RawIOBase(IOBase):
    """A stream of bytes with no buffer."""


class BufferedIOBase(IOBase):
    """A stream of bytes with a buffer."""

    def detach(self):
        self._unsupported("detach")


class TextIOBase(IOBase):
    """A stream of text."""

    encoding = None
    errors = None
    newlines = None

    def detach(self):
        self._unsupported("detach")


def _size(size):
    """The argument of read and its like: None and what is negative mean everything."""
    if size is None:
        return -1
    if not hasattr(size, "__index__"):
        raise TypeError(f"argument should be integer or None, not {type(size).__name__!r}")
    return size


class _Memory(IOBase):
    """The half of StringIO and BytesIO that does not depend on what is inside."""

    def readable(self):
        self._check_open()
        return True

    def writable(self):
        self._check_open()
        return True

    def seekable(self):
        self._check_open()
        return True

    def tell(self):
        """Returns the position."""
        self._check_open()
        return self._pos


class BytesIO(_Memory, BufferedIOBase):
    """A stream of bytes in memory."""

    def __init__(self, initial_bytes=b""):
        if initial_bytes is None:
            initial_bytes = b""
        if isinstance(initial_bytes, (str, int)):
            raise TypeError(f"a bytes-like object is required, not {type(initial_bytes).__name__!r}")
        self._buffer = bytearray(initial_bytes)
        self._pos = 0

    def getvalue(self):
        """Returns all bytes."""
        self._check_open()
        return bytes(self._buffer)

    def getbuffer(self):
        """Returns a view of the bytes; while it is there, their number cannot change."""
        self._check_open()
        return memoryview(self._buffer)

    def close(self):
        """Closes the stream and gives up its bytes."""
        self._buffer = bytearray()
        super().close()

    def read(self, size=-1, /):
        """Returns the next bytes: size of them, or all."""
        self._check_open()
        size = _size(size)
        end = len(self._buffer) if size < 0 else self._pos + size
        data = bytes(self._buffer[self._pos : end])
        self._pos += len(data)
        return data

    read1 = read

    def readinto(self, buffer, /):
        """Reads into something like a bytearray; returns how many bytes."""
        self._check_open()
        view = memoryview(buffer)
        data = self.read(len(view))
        view[: len(data)] = data
        return len(data)

    readinto1 = readinto

    def readline(self, size=-1, /):
        """Returns the bytes to the next newline, this included."""
        self._check_open()
        size = _size(size)
        end = self._buffer.find(b"\n", self._pos) + 1 or len(self._buffer)
        return self.read(end - self._pos if size < 0 else min(size, max(end - self._pos, 0)))

    def write(self, data, /):
        """Writes at the position; returns how many bytes."""
        self._check_open()
        if isinstance(data, (str, int)):
            raise TypeError(f"a bytes-like object is required, not {type(data).__name__!r}")
        data = bytes(memoryview(data))
        if data:
            gap = self._pos - len(self._buffer)
            if gap > 0:
                self._buffer += bytes(gap)
            self._buffer[self._pos : self._pos + len(data)] = data
            self._pos += len(data)
        return len(data)

    def seek(self, pos, whence=SEEK_SET, /):
        """Sets the position, from the beginning, from itself or from the end."""
        self._check_open()
        if whence == SEEK_SET:
            if pos < 0:
                raise ValueError(f"negative seek value {pos}")
            self._pos = pos
        elif whence == SEEK_CUR:
            self._pos = max(0, self._pos + pos)
        elif whence == SEEK_END:
            self._pos = max(0, len(self._buffer) + pos)
        else:
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        return self._pos

    def truncate(self, size=None, /):
        """Cuts the bytes off behind size, or behind the position."""
        self._check_open()
        if size is None:
            size = self._pos
        elif size < 0:
            raise ValueError(f"negative size value {size}")
        del self._buffer[size:]
        return size


def _check_newline(newline):
    if newline is not None and not isinstance(newline, str):
        raise TypeError(f"newline must be str or None, not {type(newline).__name__}")
    if newline not in (None, "", "\n", "\r", "\r\n"):
        raise ValueError(f"illegal newline value: {newline!r}")


def _line_end(text, start, newline):
    """Where the line ends that begins at start."""
    if newline == "":
        ends = [text.find(c, start) for c in "\r\n"]
        found = [e for e in ends if e >= 0]
        if not found:
            return len(text)
        end = min(found)
        return end + (2 if text.startswith("\r\n", end) else 1)
    mark = newline or "\n"
    end = text.find(mark, start)
    return len(text) if end < 0 else end + len(mark)


class StringIO(_Memory, TextIOBase):
    """A stream of text in memory.

    What is written at the end is kept in parts, which are joined when they are
    looked at.
    """

    def __init__(self, initial_value="", newline="\n"):
        _check_newline(newline)
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError(f"initial_value must be str or None, not {type(initial_value).__name__}")
        self._newline = newline
        self._text, self._parts = "", []
        self._pos = self._end = 0
        if initial_value:
            # Through this class's write, whatever a subclass makes of it.
            StringIO.write(self, initial_value)
            self._pos = 0

    def _check_open(self):
        if self._closed:
            raise ValueError("I/O operation on closed file")

    def _whole(self):
        if self._parts:
            self._text += "".join(self._parts)
            self._parts.clear()
        return self._text

    def getvalue(self):
        """Returns the whole text."""
        self._check_open()
        return self._whole()

    @property
    def line_buffering(self):
        return False

    def read(self, size=-1, /):
        """Returns the next characters: size of them, or all."""
        self._check_open()
        size = _size(size)
        text = self._whole()
        text = text[self._pos :] if size < 0 else text[self._pos : self._pos + size]
        self._pos += len(text)
        return text

    def readline(self, size=-1, /):
        """Returns the text to the end of the line, this included."""
        self._check_open()
        size = _size(size)
        text = self._whole()
        end = _line_end(text, self._pos, self._newline)
        if 0 <= size < end - self._pos:
            end = self._pos + size
        line = text[self._pos : end]
        self._pos += len(line)
        return line

    def write(self, s, /):
        """Writes at the position; returns how many characters."""
        self._check_open()
        if not isinstance(s, str):
            raise TypeError(f"string argument expected, got {type(s).__name__!r}")
        text = s
        if self._newline is None:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        elif self._newline in ("\r", "\r\n"):
            text = text.replace("\n", self._newline)
        if not text:
            return len(s)
        if self._pos == self._end:
            self._parts.append(text)
        else:
            old = self._whole()
            gap = "\0" * (self._pos - len(old))
            self._text = old[: self._pos] + gap + text + old[self._pos + len(text) :]
        self._pos += len(text)
        self._end = max(self._end, self._pos)
        return len(s)

    def seek(self, pos, whence=SEEK_SET, /):
        """Sets the position."""
        self._check_open()
        if whence not in (SEEK_SET, SEEK_CUR, SEEK_END):
            raise ValueError(f"Invalid whence ({whence}, should be 0, 1 or 2)")
        if whence == SEEK_SET:
            if pos < 0:
                raise ValueError(f"Negative seek position {pos}")
            self._pos = pos
        elif pos != 0:
            raise OSError("Can't do nonzero cur-relative seeks")
        elif whence == SEEK_END:
            self._pos = self._end
        return self._pos

    def truncate(self, size=None, /):
        """Cuts the text off behind size, or behind the position."""
        self._check_open()
        if size is None:
            size = self._pos
        elif size < 0:
            raise ValueError(f"Negative size value {size}")
        self._text = self._whole()[:size]
        self._end = len(self._text)
        return size


class TextIOWrapper(TextIOBase):
    """Text on top of a stream of bytes."""

    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False):
        _check_newline(newline)
        self.buffer = buffer
        self.encoding = encoding or "utf-8"
        self.errors = errors or "strict"
        self.line_buffering, self.write_through = line_buffering, write_through
        self._newline = newline
        self._unread = None
        self._pending = []

    def _attached(self):
        if self.buffer is None:
            raise ValueError("underlying buffer has been detached")
        self._check_open()
        return self.buffer

    def _rest(self):
        """What was decoded and not read."""
        if self._unread is None:
            self.flush()
            text = str(self._attached().read(), self.encoding, self.errors)
            if self._newline is None:
                text = text.replace("\r\n", "\n").replace("\r", "\n")
            self._unread = text
        return self._unread

    def _take(self, n):
        text = self._unread
        self._unread = text[n:]
        return text[:n]

    def read(self, size=-1, /):
        """Returns the next characters: size of them, or all."""
        self._attached()
        size = _size(size)
        text = self._rest()
        return self._take(len(text) if size < 0 else size)

    def readline(self, size=-1, /):
        """Returns the text to the end of the line, this included."""
        self._attached()
        size = _size(size)
        end = _line_end(self._rest(), 0, self._newline)
        return self._take(end if size < 0 else min(size, end))

    def write(self, text, /):
        """Writes at the position; returns how many characters."""
        self._attached()
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        n = len(text)
        newline = self._newline
        if newline in ("\r", "\r\n"):
            text = text.replace("\n", newline)
        self._pending.append(text.encode(self.encoding, self.errors))
        if self.write_through or self.line_buffering and "\n" in text:
            self.flush()
        return n

    def flush(self):
        """Hands what was written to the stream of bytes."""
        buffer = self._attached()
        if self._pending:
            data = b"".join(self._pending)
            self._pending.clear()
            buffer.write(data)
        buffer.flush()

    def seek(self, pos, whence=SEEK_SET, /):
        """Sets the position: 0 for the beginning, (0, SEEK_END) for the end."""
        self.flush()
        if whence == SEEK_CUR and pos == 0:
            return self.tell()
        if whence == SEEK_CUR:
            raise UnsupportedOperation("can't do nonzero cur-relative seeks")
        if whence == SEEK_END and pos:
            raise UnsupportedOperation("can't do nonzero end-relative seeks")
        self._unread = None
        return self.buffer.seek(pos, whence)

    def tell(self):
        """Returns the position in bytes."""
        self.flush()
        behind = len((self._unread or "").encode(self.encoding, self.errors))
        return self.buffer.tell() - behind

    def truncate(self, size=None, /):
        """Cuts the stream off."""
        self.flush()
        return self.buffer.truncate(size)

    def detach(self):
        """Gives the stream of bytes away."""
        self.flush()
        buffer, self.buffer = self.buffer, None
        return buffer

    def close(self):
        """Flushes and closes both streams."""
        if self.buffer is not None and not self._closed:
            self.flush()
            self.buffer.close()
        super().close()

    def readable(self):
        return self._attached().readable()

    def writable(self):
        return self._attached().writable()

    def seekable(self):
        return self._attached().seekable()

    def reconfigure(self, *, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None):
        """Changes how text becomes bytes."""
        self.flush()
        self.encoding = encoding or self.encoding
        self.errors = errors or self.errors
        self._newline = newline if newline is not None else self._newline
        if line_buffering is not None:
            self.line_buffering = line_buffering
        if write_through is not None:
            self.write_through = write_through
