x = 2
print("a{x}" f"b{x}" "c{x}" f'd{x}', f"a" "b", ("one "
      f"{x} "
      "three"))
print(f"{x}" + "y" * 2, f"%d {x}" % 5, f"{x}".join("ab"), f"{x}{{}}".format(7), type(f"").__name__, f"")
