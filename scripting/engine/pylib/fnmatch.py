"""Shell patterns: fnmatch, fnmatchcase, filter, translate.

* is anything, ? any character, [seq] any of seq, [!seq] any but those.
"""

import os
import re

from functools import lru_cache

__all__ = ["filter", "fnmatch", "fnmatchcase", "translate"]


def fnmatch(name, pat):
    """Tells whether a name matches a pattern, as file names are compared here: exactly."""
    return fnmatchcase(os.fspath(name), os.fspath(pat))


@lru_cache(maxsize=256, typed=True)
def _matcher(pat):
    if isinstance(pat, bytes):
        expression = bytes(translate(str(pat, "ISO-8859-1")), "ISO-8859-1")
    else:
        expression = translate(pat)
    return re.compile(expression).match


def filter(names, pat):
    """Returns the names that match."""
    match = _matcher(os.fspath(pat))
    return [name for name in names if match(name)]


def fnmatchcase(name, pat):
    """Tells whether a name matches a pattern exactly."""
    return _matcher(pat)(name) is not None


def translate(pat):
    """Returns the regular expression of a pattern."""
    first, *others = _segments(pat)
    if not others:
        return f"(?s:{first})\\Z"
    # The first place where what follows a star fits is as good as any other one: an
    # atomic group up to the next star keeps matching from going back to it.
    middle = "".join([f"(?>.*?{s})" for s in others[:-1] if s])
    return f"(?s:{first}{middle}.*{others[-1]})\\Z"


def _segments(pat):
    """The expressions of what is between the stars of a pattern."""
    segments = [""]
    i = 0
    while i < len(pat):
        c = pat[i]
        i += 1
        if c == "*":
            segments.append("")
        elif c == "?":
            segments[-1] += "."
        elif c == "[":
            end = pat.find("]", i + 2 if pat.startswith("!", i) else i + 1)
            if end < 0:
                segments[-1] += "\\["
            else:
                segments[-1] += _set(pat[i:end])
                i = end + 1
        else:
            segments[-1] += re.escape(c)
    return segments


def _set(content):
    """The expression of a set in brackets."""
    negated = content.startswith("!")
    pieces = []
    i = 1 if negated else 0
    while i < len(content):
        if i + 2 < len(content) and content[i + 1] == "-":
            # A range that ends before it begins is empty.
            if content[i] <= content[i + 2]:
                pieces.append(f"{_plain(content[i])}-{_plain(content[i + 2])}")
            i += 3
        else:
            pieces.append(_plain(content[i]))
            i += 1
    if not pieces:
        return "." if negated else "(?!)"
    text = "".join(pieces)
    if negated:
        return f"[^{text}]"
    return f"[\\{text}]" if text[0] in "^[" else f"[{text}]"


def _plain(c):
    """A character in brackets that means itself."""
    return "\\" + c if c in "\\-&~|" else c
