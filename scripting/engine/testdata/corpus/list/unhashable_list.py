try:
    hash([])
except TypeError as e:
    print(type(e).__name__, e)
try:
    {[]: 1}
except TypeError as e:
    print(e)
try:
    {[1, 2]}
except TypeError as e:
    print(e)
print(list.__hash__, hasattr(list, "__hash__"))
