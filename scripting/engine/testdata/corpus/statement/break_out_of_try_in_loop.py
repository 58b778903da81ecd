log = []
for i in range(5):
    try:
        if i == 1:
            continue
        if i == 3:
            break
        log.append(i)
    except ValueError:
        log.append("never")
    else:
        log.append("else")
    finally:
        log.append(f"fin{i}")
print(log)
def f():
    for i in range(3):
        with open_() as x:
            if i == 1:
                return x + i
class open_:
    def __enter__(self): return 10
    def __exit__(self, *a): log.append("closed")
print(f(), log[-2:])
