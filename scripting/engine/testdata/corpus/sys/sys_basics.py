import sys
print(sys.maxsize, sys.byteorder, sys.maxunicode, sys.version_info[:2] >= (3, 4), type(sys.version).__name__,
      type(sys.argv).__name__, type(sys.path).__name__, sys.float_info.max, sys.float_info.epsilon,
      sys.float_info.dig, sys.int_info.bits_per_digit > 0)
print("sys" in sys.modules, sys.modules["sys"] is sys, sys.modules["__main__"].__name__,
      sys.getrecursionlimit() > 100, sys.intern("abc") == "abc", type(sys.platform).__name__,
      sys.getdefaultencoding(), sys.hash_info.width)
for bad in (-1, "x"):
    try:
        sys.setrecursionlimit(bad)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
try:
    sys.intern(5)
except TypeError as e:
    print(e)
try:
    sys.nothing
except AttributeError as e:
    print(e)
