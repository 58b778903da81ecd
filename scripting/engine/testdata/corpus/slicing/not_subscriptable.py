for value in ("5", "None", "1.5", "len", "{1}", "(x for x in ())", "int()", "object()", "lambda: 0", "dict().keys()"):
    try:
        eval(value)[0]
    except TypeError as e:
        print(e)
def f(): pass
for stmt in ("f[0] = 1", "'abc'[0] = 'x'", "(1,)[0] = 2", "del {1}[0]", "del 'a'[0]", "del f[0]", "None[0] = 1"):
    try:
        exec(stmt)
    except TypeError as e:
        print(e)
