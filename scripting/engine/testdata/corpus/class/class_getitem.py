class Box:
    def __class_getitem__(cls, item):
        return f"{cls.__name__}[{item}]"

class Sub(Box):
    pass

print(Box[5], Sub["x", 1])
try:
    Box()[0]
except TypeError as e:
    print(e)
class Plain:
    pass
try:
    Plain[0]
except TypeError as e:
    print(e)
print(list[int], dict[str, int], tuple[int, ...], type(list[int]).__name__)
