import shlex
print(shlex.split("a # b\nc", comments=True), shlex.split("a 'b'", posix=False),
      shlex.split(r"a\b", posix=False), shlex.split('x"y z"', posix=False))
try:
    shlex.split("'x", posix=False)
except ValueError as e:
    print(e)
try:
    shlex.split(5)
except (TypeError, AttributeError) as e:
    print(type(e).__name__)
print(list(shlex.shlex("a.b c=d 'q r'")), list(shlex.shlex("a&&b;c", punctuation_chars=True)),
      list(shlex.shlex("x#y\nz")))
