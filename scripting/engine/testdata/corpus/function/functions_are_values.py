def square(x):
    return x * x

ops = {"sq": square, "neg": lambda x: -x, "str": str, "len": len}
print([ops[k](v) for k, v in (("sq", 3), ("neg", 4), ("str", 5), ("len", "abc"))])
def compose(*fs):
    def run(x):
        for f in reversed(fs):
            x = f(x)
        return x
    return run
print(compose(str, square, abs)(-4), compose()(7), square == square, {square: 1}[square], list(map(square, range(4))))
