for s in ("a=b=c", "=x", "x=", "none", ""):
    print(s.partition("="), s.rpartition("="))
print("a::b".partition("::"), "aXbXc".rpartition("X")[0])
try:
    "a".partition("")
except ValueError as e:
    print(type(e).__name__, e)
try:
    "a".partition(1)
except TypeError as e:
    print(e)
