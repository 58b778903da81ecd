import errno, os
class Quota:
    def __init__(self, **limits):
        self.limits, self.used = limits, dict.fromkeys(limits, 0)
    def charge(self, user, n):
        if user not in self.limits:
            raise KeyError(user)
        if self.used[user] + n > self.limits[user]:
            raise OSError(errno.EDQUOT, os.strerror(errno.EDQUOT), user)
        self.used[user] = max(0, self.used[user] + n)
        return self.limits[user] - self.used[user]
    def __str__(self):
        return "; ".join(f"{u}: {n}/{self.limits[u]} ({n / self.limits[u]:.0%})" for u,
                         n in sorted(self.used.items()))

q = Quota(bob=100, amy=10)
for user, n in (("bob", 60), ("amy", 10), ("bob", 41), ("amy", -99), ("eve", 1), ("bob", 40)):
    try:
        print(user, q.charge(user, n))
    except OSError as e:
        print(type(e).__name__, e.strerror, e.filename, e.errno == errno.EDQUOT)
    except KeyError as e:
        print("no such user", e)
print(q)
