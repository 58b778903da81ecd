def f():
    raise ValueError("x")

try:
    f()
except ValueError as e:
    tb = e.__traceback__
    names = []
    while tb:
        names.append(tb.tb_frame.f_code.co_name)
        tb = tb.tb_next
    print(names[-1], e.__traceback__.tb_lineno, e.with_traceback(None) is e, e.__traceback__)
try:
    ValueError().with_traceback(5)
except TypeError as e:
    print(e)
print(ValueError("never raised").__traceback__)
