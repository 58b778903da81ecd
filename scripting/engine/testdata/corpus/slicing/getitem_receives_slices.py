class Spy:
    def __getitem__(self, key):
        return key

s = Spy()
print(s[1], s[1:2], s[::], s[1:2:3], s["a":"b"], s[1, 2], s[1:2, ...], s[:, 1], s[()], s[-1:])
print(s[lambda: 0].__name__, s[None], s[*[1, 2]], s[(1, 2)], type(s[...]).__name__)
