import io, json
out = io.StringIO()
json.dump({"a": [1, None]}, out)
out.write("\n")
json.dump([1, 2], out, indent=1)
print(out.getvalue())
print(json.load(io.StringIO('{"k": [true]}')), json.load(io.BytesIO(b"[1]")))
try:
    json.load(io.StringIO(""))
except ValueError as e:
    print(e)
try:
    json.dump(object(), out)
except TypeError as e:
    print(e)
print([json.loads(line) for line in io.StringIO('{"n": 1}\n[2]\n') if line.strip()])
