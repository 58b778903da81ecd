attempts = []
def flaky(n):
    attempts.append(n)
    if n < 3:
        raise ConnectionResetError(104, f"try {n}")
    return f"ok after {n}"

def retry(times):
    error = None
    for n in range(1, times + 1):
        try:
            return flaky(n)
        except ConnectionError as e:
            error = e
    raise TimeoutError("gave up") from error

print(retry(5), attempts)
try:
    retry(2)
except TimeoutError as e:
    print(e, e.errno, "|", e.__cause__, e.__cause__.errno)
