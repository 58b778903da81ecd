import shlex
def parse(line):
    lex = shlex.shlex(line, posix=True)
    lex.whitespace_split = True
    lex.commenters = "#"
    words = list(lex)
    opts = dict(w[2:].split("=", 1) if "=" in w else (w[2:], True) for w in words if w.startswith("--"))
    return [w for w in words if not w.startswith("--")], opts

print(parse("mount --ro --opt='a b' /src \"/my mnt\" # trailing"), parse(""))
lex = shlex.shlex("one two 'three four'", posix=True)
print(lex.get_token(), lex.lineno, lex.get_token(), lex.get_token(), lex.get_token())
lex = shlex.shlex("a b")
lex.push_token("pushed")
print(lex.get_token(), list(lex))
try:
    parse("x 'unclosed")
except ValueError as e:
    print(e)
