for stmt in ("import no_such_module", "import no.such", "from os import no_such_name",
             "from no_such import x", "import os.nope",
             "from math import nothing as n"):
    try:
        exec(stmt)
    except ImportError as e:
        text = str(e).split(" (")[0]
        print(type(e).__name__, text, "|", e.name)
