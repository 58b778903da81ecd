def g():
    try:
        yield 1
        yield 2
    except GeneratorExit:
        print("GeneratorExit")
        raise
    finally:
        print("cleanup")

it = g()
next(it)
print(it.close(), it.close())
def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2
it = stubborn()
next(it)
try:
    it.close()
except RuntimeError as e:
    print(e)
