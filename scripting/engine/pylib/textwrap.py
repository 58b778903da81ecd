"""Paragraphs: wrap, fill, shorten, dedent, indent, TextWrapper."""

__all__ = ["TextWrapper", "wrap", "fill", "dedent", "indent", "shorten"]

_whitespace = "\t\n\x0b\x0c\r "
_to_spaces = {ord(c): " " for c in _whitespace}


def _is_word(c):
    return c.isalnum() or c == "_"


def _is_letter(c):
    return (c.isalnum() or c == "_") and not c.isdecimal()


def _before_dash(c):
    """Tells whether a dash behind this character is one between words."""
    return _is_word(c) or c in "!\"'&.,?"


def _dash_at(text, i):
    """The length of the dash, of two or more hyphens, between words at i; 0 if there is none."""
    if not text.startswith("--", i) or i == 0 or not _before_dash(text[i - 1]):
        return 0
    end = i
    while text.startswith("-", end):
        end += 1
    return end - i if end < len(text) and _is_word(text[end]) else 0


def _breaks_behind(text, i):
    """Tells whether a line may end behind the hyphen at i: letters are on both sides."""
    if i < 2 or not _is_letter(text[i - 1]):
        return False
    if not (_is_letter(text[i - 2]) or i > 2 and text[i - 2] == "-" and _is_letter(text[i - 3])):
        return False
    after = text[i + 1 : i + 4]
    if not after or not _is_letter(after[0]):
        return False
    rest = after[2:] if after[1:2] == "-" else after[1:]
    return rest != "" and _is_letter(rest[0])


def _split_word(word, chunks):
    """Adds the parts of a word, where it can be broken, to chunks."""
    start = i = 0
    while i < len(word):
        dash = _dash_at(word, i) if word[i] == "-" else 0
        if dash and i == start:
            i += dash
        elif dash or word[i] == "-" and i > start and _breaks_behind(word, i):
            i += 0 if dash else 1
        else:
            i += 1
            continue
        chunks.append(word[start:i])
        start = i
    if start < len(word):
        chunks.append(word[start:])


class TextWrapper:
    """Wraps text as its attributes say; see the arguments."""

    def __init__(
        self,
        width=70,
        initial_indent="",
        subsequent_indent="",
        expand_tabs=True,
        replace_whitespace=True,
        fix_sentence_endings=False,
        break_long_words=True,
        drop_whitespace=True,
        break_on_hyphens=True,
        tabsize=8,
        *,
        max_lines=None,
        placeholder=" [...]",
    ):
        self.width = width
        self.initial_indent, self.subsequent_indent = initial_indent, subsequent_indent
        self.expand_tabs, self.tabsize = expand_tabs, tabsize
        self.replace_whitespace, self.drop_whitespace = replace_whitespace, drop_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words, self.break_on_hyphens = break_long_words, break_on_hyphens
        self.max_lines, self.placeholder = max_lines, placeholder

    def _split(self, text):
        """Returns the words, or parts of words, and the white space between them."""
        chunks = []
        start = 0
        while start < len(text):
            space = text[start] in _whitespace
            end = start + 1
            while end < len(text) and (text[end] in _whitespace) == space:
                end += 1
            part = text[start:end]
            if space or not self.break_on_hyphens or "-" not in part:
                chunks.append(part)
            else:
                _split_word(part, chunks)
            start = end
        return chunks

    def _widen_sentence_ends(self, chunks):
        """Makes one space behind a sentence two."""
        for i in range(len(chunks) - 1):
            if chunks[i + 1] == " ":
                end = chunks[i].rstrip("\"'") if chunks[i][-1:] in "\"'" else chunks[i]
                if len(chunks[i]) - len(end) < 2 and end[-1:] in (".", "!", "?") and end[-2:-1] in _lower:
                    chunks[i + 1] = "  "

    def wrap(self, text):
        """Returns the lines, without newlines."""
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = text.translate(_to_spaces)
        chunks = self._split(text)
        if self.fix_sentence_endings:
            self._widen_sentence_ends(chunks)
        if self.width <= 0:
            raise ValueError(f"invalid width {self.width!r} (must be > 0)")
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")
        return self._lines(chunks)

    def _lines(self, chunks):
        lines = []
        # The next chunk is the last one.
        chunks.reverse()
        while chunks:
            indent = self.subsequent_indent if lines else self.initial_indent
            room = self.width - len(indent)
            if self.drop_whitespace and lines and not chunks[-1].strip():
                chunks.pop()
            line, used = [], 0
            while chunks and used + len(chunks[-1]) <= room:
                used += len(chunks[-1])
                line.append(chunks.pop())
            if chunks and len(chunks[-1]) > room:
                self._break_long(chunks, line, used, room)
                used = sum(map(len, line))
            if self.drop_whitespace and line and not line[-1].strip():
                used -= len(line.pop())
            if not line:
                continue
            if not self._is_last(lines, chunks, used, room):
                lines.append(indent + "".join(line))
                continue
            self._put_placeholder(lines, line, used, room, indent)
            break
        return lines

    def _is_last(self, lines, chunks, used, room):
        """Tells whether text is left over behind the last line that is allowed."""
        if self.max_lines is None or len(lines) + 1 < self.max_lines:
            return False
        nothing_left = not chunks or self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip()
        return not (nothing_left and used <= room)

    def _break_long(self, chunks, line, used, room):
        """Puts as much of a word that fits into no line into this one."""
        space = 1 if room < 1 else room - used
        if self.break_long_words:
            chunk = chunks[-1]
            end = space
            if self.break_on_hyphens and len(chunk) > space:
                hyphen = chunk.rfind("-", 0, space)
                if hyphen > 0 and chunk[:hyphen].strip("-"):
                    end = hyphen + 1
            line.append(chunk[:end])
            if end < len(chunk):
                chunks[-1] = chunk[end:]
            else:
                chunks.pop()
        elif not line:
            line.append(chunks.pop())

    def _put_placeholder(self, lines, line, used, room, indent):
        while line:
            if line[-1].strip() and used + len(self.placeholder) <= room:
                lines.append(indent + "".join(line) + self.placeholder)
                return
            used -= len(line.pop())
        if lines:
            last = lines[-1].rstrip()
            if len(last) + len(self.placeholder) <= self.width:
                lines[-1] = last + self.placeholder
                return
        lines.append(indent + self.placeholder.lstrip())

    def fill(self, text):
        """Returns the lines as one text."""
        return "\n".join(self.wrap(text))


_lower = tuple("abcdefghijklmnopqrstuvwxyz")


def wrap(text, width=70, **kwargs):
    """Returns the lines of a paragraph, at most width long."""
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    """Returns a paragraph wrapped."""
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    """Returns as many of the first words as fit, and a placeholder for the others."""
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(" ".join(text.strip().split()))


def dedent(text):
    """Removes the white space that all lines begin with."""
    lines = text.split("\n")
    margin = None
    for line in lines:
        body = line.lstrip(" \t")
        if not body.strip(" \t"):
            continue
        indent = line[: len(line) - len(body)]
        if margin is None:
            margin = indent
        else:
            n = 0
            while n < min(len(margin), len(indent)) and margin[n] == indent[n]:
                n += 1
            margin = margin[:n]
    cut = len(margin or "")
    return "\n".join([line[cut:] if line.strip(" \t") else "" for line in lines])


def indent(text, prefix, predicate=None):
    """Puts a prefix before the lines that are not empty, or for which predicate is true."""
    if predicate is None:
        predicate = str.strip
    return "".join([prefix + line if predicate(line) else line for line in text.splitlines(True)])
