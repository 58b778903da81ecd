import sys, traceback
def a(): b()
def b(): c()
def c(): raise ValueError("deep")
try:
    a()
except ValueError as e:
    tb = traceback.extract_tb(e.__traceback__)
    print([f.name for f in tb], [f.lineno for f in tb], len(traceback.format_exc().splitlines()) > 4)
    text = traceback.format_exc()
    print(text.splitlines()[0], "|", text.splitlines()[-1], text.count("in b"))
    print(sys.exc_info()[2] is e.__traceback__, [f.f_code.co_name for f, _ in traceback.walk_tb(e.__traceback__)])
print(traceback.format_exc().strip(), [f.name for f in traceback.extract_stack()][-1:])
try:
    try:
        c()
    except ValueError as e:
        raise KeyError("second") from e
except KeyError as e:
    lines = "".join(traceback.format_exception(e)).splitlines()
    print([l for l in lines if not l.startswith(" ")])
