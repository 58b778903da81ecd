def f():
    fs = []
    for x in (1, 0):
        try:
            fs.append(10 / x)
        except ZeroDivisionError as e:
            fs.append(lambda: e)
            message = str(e)
    try:
        fs[1]()
    except NameError as err:
        print(err)
    return message

print(f())
