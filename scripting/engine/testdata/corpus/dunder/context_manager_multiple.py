class T:
    def __init__(self, name, fail=""):
        self.name, self.fail = name, fail
    def __enter__(self):
        print("+" + self.name)
        if self.fail == "enter":
            raise RuntimeError("enter " + self.name)
        return self.name
    def __exit__(self, t, v, tb):
        print("-" + self.name, v)
        if self.fail == "exit":
            raise RuntimeError("exit " + self.name)
        return self.fail == "swallow"

for specs in ((("a", ""), ("b", "enter")), (("a", "swallow"), ("b", "exit")), (("a", ""), ("b", "swallow"))):
    try:
        with T(*specs[0]) as x, T(*specs[1]) as y:
            print("body", x, y)
            raise ValueError("body")
        print("after")
    except Exception as e:
        print(type(e).__name__, e, "| context:", repr(e.__context__))
