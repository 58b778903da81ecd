def fib(n):
    if n in fib.cache:
        return fib.cache[n]
    fib.calls += 1
    result = n if n < 2 else fib(n - 1) + fib(n - 2)
    fib.cache[n] = result
    return result

fib.cache, fib.calls = {}, 0
print(fib(50), fib.calls, len(fib.cache))
print(fib(50), fib.calls)
alias = fib
del fib.cache[50]
try:
    del fib.nothing
except AttributeError as e:
    print(e)
print(alias is fib, sorted(vars(fib)))
