class A:
    __secret = 1
    def __init__(self):
        self.__x = 2
    def get(self):
        return self.__x, self.__secret
    def __helper(self):
        return "helper"
    def call(self):
        return self.__helper()
    __dunder__ = "plain"

class B(A):
    def get2(self):
        try:
            return self.__x
        except AttributeError as e:
            return str(e)

b = B()
print(b.get(), b._A__x, b._A__secret, b.call(), b.get2(), sorted(vars(b)), A.__dunder__)
class _C:
    def f(self):
        __local = 3
        return sorted(locals()), [__local]
print(_C().f()[0])
