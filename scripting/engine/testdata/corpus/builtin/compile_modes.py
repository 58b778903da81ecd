print(eval(compile("1 + 2", "<s>", "eval")))
exec(compile("a = 5\nb = a * 2", "<s>", "exec"))
print(a, b)
exec(compile("print('from single'); a + b", "<s>", "exec"))
for args in (("1 +", "<s>", "eval"), ("x = 1", "<s>", "eval"), ("1", "<s>", "bogus"), (5, "<s>", "exec")):
    try:
        compile(*args)
    except (SyntaxError, ValueError, TypeError) as e:
        print(type(e).__name__)
try:
    eval(compile("def f(:\n pass", "file.py", "exec"))
except SyntaxError as e:
    print(e.filename, e.lineno)
