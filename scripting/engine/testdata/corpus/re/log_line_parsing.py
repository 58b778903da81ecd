import re
line = re.compile(r'(?P<ip>[\d.]+) \[(?P<when>[^\]]+)\] "(?P<verb>[A-Z]+) (?P<path>\S+)" (?P<code>\d{3})(?: (?P<size>\d+|-))?$')
for text in ('10.0.0.1 [1/Jan] "GET /a/b" 200 512', '10.0.0.2 [2/Jan] "PUT /c" 404',
             '10.0.0.3 [x] "get /" 200 -', 'garbage'):
    m = line.match(text)
    if m:
        d = m.groupdict(default="?")
        print(d["ip"], d["verb"], d["path"], int(d["code"]) // 100, d["size"])
    else:
        print("no match:", text)
print(line.groups, sorted(line.groupindex, key=line.groupindex.get))
