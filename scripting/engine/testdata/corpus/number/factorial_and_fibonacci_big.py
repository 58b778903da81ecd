def factorial(n):
    return 1 if n < 2 else n * factorial(n - 1)

def fib(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a

print(factorial(30), len(str(factorial(100))))
print(fib(100), fib(300) % 10**9)
print(sum(int(d) for d in str(2**1000)), str(3**200)[:10])
