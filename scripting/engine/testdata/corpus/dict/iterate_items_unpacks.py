stock = {"apple": (3, 0.5), "pear": (2, 0.25)}
for i, (name, (count, price)) in enumerate(stock.items()):
    print(i, name, count * price)
for pair in stock.items():
    print(type(pair).__name__, pair)
it = iter(stock.items())
print(next(it)[0], next(it)[0], next(it, "end"))
try:
    for a, b, c in {"x": 1}.items():
        pass
except ValueError as e:
    print(e)
