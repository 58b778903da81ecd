import io
for s in (io.StringIO("x"), io.BytesIO(b"x")):
    with s as f:
        print(f is s, f.read())
    print(s.closed)
    for call in (s.read, s.getvalue, s.tell, s.readline, lambda: s.write("x"), lambda: list(s)):
        try:
            call()
        except ValueError as e:
            print(e)
            break
    s.close()
try:
    with s: pass
except ValueError as e:
    print(e)
