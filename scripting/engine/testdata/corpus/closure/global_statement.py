count = 0
def inc():
    global count, fresh
    count += 1
    fresh = "created"

inc(); inc()
print(count, fresh)
def shadow():
    count = 99
    return count
print(shadow(), count)
def outer():
    count = "local"
    def inner():
        global count
        return count
    return inner(), count
print(outer())
def deleter():
    global fresh
    del fresh
deleter()
try:
    fresh
except NameError as e:
    print(e)
