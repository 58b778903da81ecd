print(b"a".center(5), b"a".ljust(3, b"."), b"a".rjust(3, b"*"), b"-5".zfill(4), b"ab".center(5, b"-"))
print(b"a\tb".expandtabs(4), b"a\nb\r\nc".splitlines(), b"a\nb".splitlines(True), b"a\x0bb".splitlines())
for call in (lambda: b"a".center(5, "x"), lambda: b"a".ljust(5, b"xy"), lambda: b"a".rjust(5, 65)):
    try:
        call()
    except TypeError as e:
        print(e)
