import textwrap
s = "    one\n      two\n\n    three\n"
print(repr(textwrap.dedent(s)), repr(textwrap.dedent("\ta\n\t b")), repr(textwrap.dedent("a\n  b")),
      repr(textwrap.dedent("  \n  x\n")), repr(textwrap.dedent("\ta\n  b")))
print(repr(textwrap.indent("a\n\nb\n", "> ")), repr(textwrap.indent("a\n \nb", "-", lambda line: True)),
      repr(textwrap.indent("", "x")))
def f():
    return textwrap.dedent("""\
        indented
          more
        """)
print(f(), end="")
