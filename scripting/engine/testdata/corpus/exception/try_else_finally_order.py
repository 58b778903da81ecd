def f(fail):
    log = []
    try:
        log.append("try")
        if fail:
            raise fail
    except ValueError:
        log.append("except")
    else:
        log.append("else")
    finally:
        log.append("finally")
    return log

print(f(None), f(ValueError()))
try:
    f(KeyError("k"))
except KeyError as e:
    print("escaped", e)
