def pipeline(*steps):
    def run(data):
        for name, step in steps:
            data = step(data)
            print(name, data)
        return data
    return run

clean = pipeline(("strip", lambda rows: [r.strip() for r in rows]),
                 ("drop", lambda rows: list(filter(None, rows))),
                 ("parse", lambda rows: [dict(p.split("=") for p in r.split(";")) for r in rows]))
clean([" a=1;b=2 ", "", "c=3"])
try:
    clean(["bad"])
except ValueError as e:
    print(e)
