class Loud:
    def say(self, text):
        return super().say(text.upper())

class Twice:
    def say(self, text):
        return super().say(text + " " + text)

class Base:
    def say(self, text):
        return f"[{text}]"

class A(Loud, Twice, Base): pass
class B(Twice, Base): pass
print(A().say("hi"), B().say("hi"), Base().say("hi"))
try:
    type("C", (Loud,), {})().say("x")
except AttributeError as e:
    print(e)
