class Retry:
    def __init__(self, times, on=Exception):
        self.times, self.on = times, on
    def __call__(self, f):
        def run(*a):
            for i in range(self.times):
                try:
                    return f(*a)
                except self.on as e:
                    print("attempt", i + 1, e)
            return "gave up"
        return run

left = [2]
@Retry(3, on=ValueError)
def work():
    left[0] -= 1
    if left[0] >= 0:
        raise ValueError(f"left {left[0]}")
    return "done"

print(work())
left[0] = 5
print(work())
