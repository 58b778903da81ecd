import os
for n in (1, 2, 5, 13, 17, 20, 21, 22, 28, 30, 39, 61, 95, 110, 116, 122):
    print(n, os.strerror(n))
print(os.strerror(-1), os.strerror(100000))
try:
    os.strerror(None)
except TypeError as e:
    print(e)
