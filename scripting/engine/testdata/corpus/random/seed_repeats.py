import random
random.seed(7)
first = [random.random() for _ in range(3)]
random.seed(7)
print(first == [random.random() for _ in range(3)], random.Random(7).random() == first[0],
      random.Random(8).random() != first[0])
a, b = random.Random("text"), random.Random("text")
print([a.randint(0, 99) for _ in range(5)] == [b.randint(0, 99) for _ in range(5)])
state = random.getstate()
x = random.random()
random.setstate(state)
print(x == random.random())
try:
    random.seed([1])
except TypeError as e:
    print(type(e).__name__)
