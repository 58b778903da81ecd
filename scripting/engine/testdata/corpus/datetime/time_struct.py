import time
t = time.struct_time((2024, 2, 29, 12, 30, 15, 3, 60, 0))
print(t)
print(t.tm_mday, t[3], t[-1], list(t)[:3])
print(time.strftime("%d/%m/%Y", t), time.strftime("%H%M%S", t))
try:
    time.struct_time((1, 2, 3))
except TypeError as e:
    print(e)
try:
    t.tm_year = 5
except AttributeError as e:
    print(e)
