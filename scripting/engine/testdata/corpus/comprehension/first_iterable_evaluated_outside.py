x = [1, 2]
print([x for x in x], x)
class A:
    data = [1, 2]
    ok = [d * 2 for d in data]
    try:
        bad = [data for _ in range(2)]
    except NameError as e:
        msg = str(e)
print(A.ok, A.msg)
def f(n):
    return [n for n in range(n)]
print(f(3))
try:
    [a for a in undefined]
except NameError as e:
    print(e)
