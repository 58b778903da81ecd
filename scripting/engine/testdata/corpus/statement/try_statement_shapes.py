def f(x):
    try: return 10 / x
    except ZeroDivisionError: return "zero"
    except (TypeError, ValueError) as e: return type(e).__name__
    finally: print("done", x)

print(f(2), f(0), f("a"))
try:
    try:
        pass
    finally:
        print("only finally")
except:
    print("never")
try:
    undefined
except:
    print("bare except")
for src in ("try:\n pass", "try:\n pass\nelse:\n pass", "try:\n pass\nexcept:\n pass\nexcept ValueError:\n pass",
            "try:\n pass\nexcept A, B:\n pass", "try:\n pass\nfinally:\n pass\nexcept:\n pass"):
    try:
        compile(src, "<t>", "exec")
        print("compiles")
    except SyntaxError as e:
        print(e.msg)
