import time
t = time.gmtime(1700000000)
print(t.tm_year, t.tm_mon, t.tm_mday, t.tm_hour, t.tm_min, t.tm_sec, t.tm_wday, t.tm_yday, t.tm_isdst)
print(t[:6], len(t), tuple(t) == t, type(t).__name__)
print(time.strftime("%Y-%m-%d %H:%M:%S", t), time.strftime("%a %A %b %B %d %j %p %I %y %% %w %U", t), time.asctime(t))
print(time.strftime("%Y", time.gmtime(0)), time.gmtime(0)[:], time.gmtime(86399.9).tm_sec)
try:
    time.strftime("%Y", (1, 2))
except TypeError as e:
    print(e)
try:
    time.gmtime("x")
except TypeError as e:
    print(e)
