def failing():
    try:
        yield 1
    finally:
        raise OSError("in cleanup")

it = failing()
print(next(it))
try:
    it.close()
except OSError as e:
    print(e, repr(e.__context__))
print(list(it), it.close())
fresh = failing()
print(fresh.close(), list(fresh))
