def f():
    try:
        raise ValueError("v")
    except ValueError:
        try:
            raise KeyError("k")
        except KeyError as k:
            print(repr(k.__context__))
            raise TypeError("t")
    finally:
        print("cleanup")

try:
    f()
except TypeError as e:
    chain = []
    while e:
        chain.append(repr(e))
        e = e.__context__
    print(chain)
