"""Words as in a shell: split, join, quote, and the class shlex.

Differs: shlex reads no further files (no source, no sourcehook).
"""

from collections import deque
from io import StringIO

__all__ = ["shlex", "split", "quote", "join"]

_safe = frozenset("@%_-+=:,./0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
_latin = "ßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞ"

# What the tokenizer is in: before a token, in a word, in an operator, at the end.
_BEFORE, _WORD, _OPERATOR, _END = " ", "a", "c", None


class shlex:
    """A tokenizer; its attributes say which characters mean what."""

    def __init__(self, instream=None, infile=None, posix=False, punctuation_chars=False):
        if instream is None:
            instream = ""
        self.instream = StringIO(instream) if isinstance(instream, str) else instream
        self.infile = infile
        self.posix = posix
        self.eof = None if posix else ""
        self.commenters = "#"
        self.wordchars = "abcdfeghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"
        if posix:
            self.wordchars += _latin
        self.whitespace = " \t\r\n"
        self.whitespace_split = False
        self.quotes = "'\""
        self.escape = "\\"
        self.escapedquotes = '"'
        self.lineno = 1
        self.debug = 0
        self.token = ""
        self._state = _BEFORE
        self._pushed = deque()
        # Characters that were read and belong to the next token.
        self._held = deque()
        if punctuation_chars is True:
            punctuation_chars = "();<>|&"
        self._punctuation_chars = punctuation_chars or ""
        if punctuation_chars:
            self.wordchars += "~-./*?="
            for c in punctuation_chars:
                self.wordchars = self.wordchars.replace(c, "")

    @property
    def punctuation_chars(self):
        """The characters that form operators."""
        return self._punctuation_chars

    def push_token(self, tok):
        """Puts a token in front of the others."""
        self._pushed.appendleft(tok)

    def get_token(self):
        """Returns the next token; eof at the end."""
        if self._pushed:
            return self._pushed.popleft()
        return self.read_token()

    def __iter__(self):
        return self

    def __next__(self):
        token = self.get_token()
        if token == self.eof:
            raise StopIteration
        return token

    def error_leader(self, infile=None, lineno=None):
        """Returns the beginning of an error message."""
        return f'"{self.infile if infile is None else infile}", line {self.lineno if lineno is None else lineno}: '

    def _next_char(self):
        c = self._held.pop() if self._held else self.instream.read(1)
        if c == "\n":
            self.lineno += 1
        return c

    def _skip_comment(self):
        self.instream.readline()
        self.lineno += 1

    def read_token(self):
        """Returns the next token of the stream."""
        self.token = ""
        quoted = False
        while self._state is not _END:
            c = self._next_char()
            if self._state == _BEFORE:
                done = self._before(c)
            elif self._state == _WORD:
                done = self._word(c, quoted)
            elif self._state == _OPERATOR:
                done = self._operator(c)
            else:
                raise AssertionError(self._state)
            if done == "quote":
                quoted = True
                done = self._quoted(c)
            elif done == "escape":
                done = self._escaped(_WORD)
            if done:
                break
        token = self.token
        self.token = ""
        if self.posix and not quoted and token == "":
            return None
        return token

    def _before(self, c):
        """The first character of a token; returns whether the token is complete."""
        if not c:
            self._state = _END
            return True
        if c in self.whitespace:
            return False
        if c in self.commenters:
            self._skip_comment()
            return False
        if self.posix and c in self.escape:
            return "escape"
        if c in self.quotes:
            self._state = _WORD
            if self.posix:
                return "quote"
            self.token = c
            return "quote"
        self.token = c
        if c in self._punctuation_chars:
            self._state = _OPERATOR
        elif c in self.wordchars or self.whitespace_split:
            self._state = _WORD
        else:
            return True
        return False

    def _word(self, c, quoted):
        if not c:
            self._state = _END
            return True
        if c in self.whitespace:
            self._state = _BEFORE
            return bool(self.token) or self.posix and quoted
        if c in self.commenters:
            self._skip_comment()
            if not self.posix:
                return False
            self._state = _BEFORE
            return bool(self.token) or quoted
        if self.posix and c in self.quotes:
            return "quote"
        if self.posix and c in self.escape:
            return "escape"
        if (
            c in self.wordchars
            or c in self.quotes
            or self.whitespace_split
            and c not in self._punctuation_chars
        ):
            self.token += c
            return False
        self._held.append(c)
        self._state = _BEFORE
        return bool(self.token) or self.posix and quoted

    def _operator(self, c):
        if not c:
            self._state = _END
            return True
        if c in self._punctuation_chars:
            self.token += c
            return False
        if c not in self.whitespace:
            self._held.append(c)
        self._state = _BEFORE
        return True

    def _quoted(self, quote):
        """Reads up to the closing quote, which ends the token unless in POSIX mode."""
        while True:
            c = self._next_char()
            if not c:
                raise ValueError("No closing quotation")
            if c == quote:
                break
            if self.posix and c in self.escape and quote in self.escapedquotes:
                self._escaped(quote)
            else:
                self.token += c
        if self.posix:
            self._state = _WORD
            return False
        self.token += c
        self._state = _BEFORE
        return True

    def _escaped(self, where):
        """Takes the character behind a backslash as it is; in quotes, if it is special there."""
        c = self._next_char()
        if not c:
            raise ValueError("No escaped character")
        if where in self.quotes and c not in self.escape and c != where:
            self.token += self.escape[0]
        self.token += c
        if where == _WORD:
            self._state = _WORD
        return False


def split(s, comments=False, posix=True):
    """Splits a text into words as a shell does."""
    if s is None:
        raise ValueError("s argument must not be None")
    lex = shlex(s, posix=posix)
    lex.whitespace_split = True
    if not comments:
        lex.commenters = ""
    return list(lex)


def join(split_command):
    """Returns a command line of words, quoted where need be."""
    return " ".join([quote(word) for word in split_command])


def quote(s):
    """Returns a text so that a shell takes it for one word."""
    if not s:
        return "''"
    if not isinstance(s, str):
        raise TypeError(f"expected string or bytes-like object, got {type(s).__name__!r}")
    if all(c in _safe for c in s):
        return s
    return "'" + s.replace("'", "'\"'\"'") + "'"
