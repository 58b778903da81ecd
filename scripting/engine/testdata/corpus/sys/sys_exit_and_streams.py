import sys
for args in ((), (0,), ("bye",), (3,), (None,)):
    try:
        sys.exit(*args)
    except SystemExit as e:
        print(e.code, e.args, repr(e))
print(sys.stdout.write("written\n"), sys.stdout.writable() if hasattr(sys.stdout, "writable") else True)
sys.stdout.flush()
try:
    sys.stdout.write(5)
except TypeError as e:
    print(type(e).__name__)
def f():
    try:
        sys.exit("inner")
    finally:
        print("finally ran")
try:
    f()
except BaseException as e:
    print(type(e).__name__, isinstance(e, Exception))
