import traceback
class MyError(Exception): pass
class Empty(Exception):
    def __str__(self): return ""
for e in (ValueError("v"), KeyError("k"), MyError("m", 1), Empty(), OSError(2, "no", "f"), StopIteration(),
          SystemExit(3), RuntimeError("two\nlines")):
    print(traceback.format_exception_only(type(e), e),
          traceback.format_exception_only(e) == traceback.format_exception_only(type(e), e))
try:
    compile("a = (", "f.py", "exec")
except SyntaxError as e:
    print(traceback.format_exception_only(e)[-1].split(":")[0])
e = ValueError("noted")
e.add_note("a note")
print(traceback.format_exception_only(e))
