def account(balance):
    history = []
    def deposit(n):
        nonlocal balance
        balance += n
        history.append(n)
    def report():
        return balance, history[:]
    return deposit, report

d1, r1 = account(10)
d2, r2 = account(0)
d1(5); d1(-3); d2(1)
print(r1(), r2())
print(d1.__code__.co_freevars, r1.__code__.co_freevars)
print(d1.__closure__[0] == r1.__closure__[0], d1.__closure__[0].cell_contents)
