class R:
    def __radd__(self, o):
        return f"{o}+R"
    def __rsub__(self, o):
        return f"{o}-R"
    def __rmul__(self, o):
        return f"{o}*R"
    def __rtruediv__(self, o):
        return f"{o}/R"
    def __rfloordiv__(self, o):
        return f"{o}//R"
    def __rmod__(self, o):
        return f"{o}%R"
    def __rpow__(self, o, mod=None):
        return f"{o}**R"
    def __rlshift__(self, o):
        return f"{o}<<R"
    def __rand__(self, o):
        return f"{o}&R"
    def __rdivmod__(self, o):
        return f"divmod({o}, R)"

r = R()
print(1 + r, 1.5 - r, "s" * r, 2 / r, 7 // r, 5 % r, 2**r, 1 << r, {1} & r, divmod(3, r))
print([1] + r, sum([r, ], 5), "%d" % 1 + r)
try:
    r + 1
except TypeError as e:
    print(e)
