t = (1, 2)
print(t + (3,), t * 2, 0 * t, t * -1, () + ())
u = t
u += (9,)
print(u, t)
for action in ("(1,) + [2]", "(1,) + 2", "(1,) * 'x'", "(1,) * 2.0"):
    try:
        eval(action)
    except TypeError as e:
        print(e)
