class Animal:
    sound = "..."
    def __init__(self, name):
        self.name = name
    def speak(self):
        return f"{self.name} says {self.sound}"

class Dog(Animal):
    sound = "woof"

class Puppy(Dog):
    def speak(self):
        return super().speak().upper() + "!"

for cls in (Animal, Dog, Puppy):
    print(cls("rex").speak(), cls.__bases__[0].__name__, isinstance(cls("x"), Dog), issubclass(cls, Animal))
print([c.__name__ for c in Puppy.__mro__], Puppy.mro() == list(Puppy.__mro__))
