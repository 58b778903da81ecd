e = ValueError("base")
print(hasattr(e, "__notes__"))
e.add_note("first")
e.add_note("second\nline")
print(e.__notes__, str(e), repr(e))
for bad in (5, None):
    try:
        e.add_note(bad)
    except TypeError as err:
        print(err)
import traceback
print("".join(traceback.format_exception_only(e)), end="")
try:
    raise e
except ValueError as again:
    print(again is e, len(again.__notes__))
