print(f"{(n := 10)} {n}", f"{n:=5}", f"{n > 5} {1 < n < 20} {n in (1, 10)} {n is None}")
print(f"{n!=5}", f"{n if n else 0}", f"{n and 'yes' or 'no'}", f"{not n}", f"{-n} {~n} {n ** 2} {n // 3} {n % 3}")
print(f"{n >> 1} {n << 1} {n | 1} {n & 2} {n ^ 3}")
try:
    f"{n < 'a'}"
except TypeError as e:
    print(e)
