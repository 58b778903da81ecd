def f(n):
    try:
        try:
            if n == 0:
                raise KeyError("zero")
            if n == 1:
                raise ValueError("one")
            return [n][n]
        except KeyError as e:
            print("inner", repr(e))
            raise TypeError("from inner")
        finally:
            print("inner finally")
    except (TypeError, ValueError) as e:
        print("outer", repr(e))
        return "handled"

for n in range(2):
    print(f(n))
try:
    f(2)
except IndexError as e:
    print("IndexError", e)
