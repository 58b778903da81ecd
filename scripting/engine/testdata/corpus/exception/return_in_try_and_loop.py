def find(items, want):
    for i, item in enumerate(items):
        try:
            if 10 / item == want:
                return i
        except ZeroDivisionError:
            continue
        except TypeError as e:
            return str(e)
        finally:
            items[i] = "seen"
    else:
        return "not found"

a = [0, 5, 2]
print(find(a, 5), a)
a = [0, 1]
print(find(a, 3), a)
print(find([0, None], 1))
