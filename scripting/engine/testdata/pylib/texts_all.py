"""What textwrap, shlex, string, fnmatch and posixpath print and raise."""

import fnmatch
import posixpath
import random
import shlex
import string
import textwrap


def tr(f):
    try:
        return repr(f())
    except Exception as e:
        return type(e).__name__ + ": " + str(e)


r = random.Random(5)
WORDS = ["a", "b-", "c", "-", "--", "---", ". ", '." ', " ", "  ", "x1", "é", "_", "'", "\n", "\t", "?", "Zz"]
OPTIONS = (
    "expand_tabs",
    "replace_whitespace",
    "fix_sentence_endings",
    "break_long_words",
    "drop_whitespace",
    "break_on_hyphens",
)
for i in range(300):
    text = "".join([r.choice(WORDS) for _ in range(r.randrange(25))])
    kw = {"width": r.randrange(3, 20)}
    for option in OPTIONS:
        if r.random() < 0.3:
            kw[option] = r.random() < 0.5
    if r.random() < 0.3:
        kw.update(max_lines=r.randrange(1, 4), placeholder=r.choice([" [...]", "..", " x"]))
    if r.random() < 0.3:
        kw.update(initial_indent="* ", subsequent_indent="  ")
    print(tr(lambda: textwrap.wrap(text, **kw)), tr(lambda: textwrap.dedent(text)), tr(lambda: textwrap.indent(text, ">")))
for i in range(300):
    text = "".join([r.choice(["a", "b", " ", '"', "'", "\\", "\n", ";", "&", "é", "-", "/", "="]) for _ in range(r.randrange(12))])
    posix, punctuation, split = r.random() < 0.5, r.choice([False, False, True, "|;"]), r.random() < 0.5

    def tokens():
        lexer = shlex.shlex(text, posix=posix, punctuation_chars=punctuation)
        lexer.whitespace_split = split
        return list(lexer)

    print(tr(tokens), tr(lambda: shlex.split(text)), tr(lambda: shlex.quote(text)))
for i in range(300):
    text = "".join([r.choice(["a", "0", "{0}", "{a}", "{x[1]}", "!", ".", "[", "]", ":", "{{", "}}", "_", "{0!r:>{x[0]}}"]) for _ in range(r.randrange(9))])
    print(tr(lambda: string.Formatter().vformat(text, (1, "q"), {"a": "A", "x": [1, 2]})))
    print(tr(lambda: list(string.Formatter().parse(text))))
    text = "".join([r.choice(["$", "$a", "${a}", "$$", "{", "}", "x", "\n"]) for _ in range(r.randrange(7))])
    print(tr(lambda: string.Template(text).substitute(a=1)), tr(lambda: string.Template(text).safe_substitute(b=1)))
    print(tr(lambda: string.Template(text).get_identifiers()), tr(lambda: string.Template(text).is_valid()))
for i in range(300):
    print(fnmatch.translate("".join([r.choice("ab*?[]!-^x.\\&~z") for _ in range(r.randrange(9))])))
    p, q = ["".join([r.choice(["a", "b", "/", ".", "..", "c.d", "//"]) for _ in range(r.randrange(8))]) for _ in "pq"]
    for name in r"""
normpath
split
splitext
isabs
basename
dirname
splitdrive
""".strip().split("\n"):
        print(name, getattr(posixpath, name)(p), getattr(posixpath, name)(p.encode()))
    for name in ("join", "relpath"):
        print(name, tr(lambda: getattr(posixpath, name)("/" + p, "/" + q)))
    print(tr(lambda: posixpath.commonpath([p, q])), posixpath.commonprefix([p, q]))
