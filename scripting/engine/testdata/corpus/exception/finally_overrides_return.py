def a():
    try:
        return "try"
    finally:
        return "finally"

def b():
    try:
        raise ValueError("lost")
    finally:
        return "swallowed"

def c():
    x = 1
    try:
        return x
    finally:
        x = 2

def d():
    for i in range(3):
        try:
            continue
        finally:
            if i == 1:
                break
    return i

print(a(), b(), c(), d())
